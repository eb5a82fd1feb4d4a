"""What do the `wayout sources` commands show?

Audit of the evidence: verification against archived texts, coverage, unused claims, bibliography export.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from wayout.authoring.templates import add_writer_files
from wayout.commands.check import counted
from wayout.commands.output import JSON, emit, print_status
from wayout.errors import CLEAN, FINDINGS, MISUSE
from wayout.model import archive
from wayout.model.checks import check
from wayout.model.checks.reach import rested_on
from wayout.model.evidence import Document
from wayout.model.file_access import Folders, Refusal, contents, edition_folders, yaml_files
from wayout.model.input_selection import project_of
from wayout.model.load import EDITION_FILE, load, read_edition
from wayout.model.load_result import LoadResult
from wayout.model.text import wording
from wayout.model.yaml.schema_errors import nearest
from wayout.play.state import Reader
from wayout.render.findings import Format, coloured, concise, plain, printable, render, width
from wayout.views.sources import CiteView, ClaimView
from wayout.views.sources import sources as claim_views


def verify(originals: Path, folders: Folders | None = None, form: Format = "text", stories: Sequence[Path] = ()) -> int:
    """Hold every cite against the archived texts: findings to stdout, counts to stderr.

    With stories of a writer's own, the claims that these bring, and no others.
    """
    loaded = _read(folders, stories)
    if loaded is None:
        return FINDINGS
    result = archive.verify(loaded, originals, own=_is_beside(stories))
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    emit(render(result.findings, form, coloured if colour else plain), JSON if form == "json" else "")
    print_status(
        f"{counted(result.cites_verified, 'cite')} verified in {counted(result.documents_verified, 'archived text')}, "
        f"{result.cites_failed} not; {counted(result.cites_not_held, 'cite')} of "
        f"{counted(result.documents_not_held, 'document')} not held"
    )
    return FINDINGS if any(finding.severity == "error" for finding in result.findings) else CLEAN


def coverage(originals: Path, folders: Folders | None = None, stories: Sequence[Path] = ()) -> int:
    """List the lines of the archived texts that no claim cites. It is a list to read, not a list of faults.

    With stories of a writer's own, of the documents that these bring, and of no others.
    """
    loaded = _read(folders, stories)
    if loaded is None:
        return FINDINGS
    is_beside = _is_beside(stories)
    lines_of = archive.coverage(loaded, originals, own=is_beside)
    held_documents = [name for name, document in loaded.library.documents.items()
                      if document.held and (not is_beside or loaded.is_brought("document", name))]  # fmt: skip
    for name, uncited in lines_of.items():
        for uncited_line in uncited:
            _say(f"{name}:{uncited_line.line}: {_short(uncited_line.text)}")
    print_status(
        f"{counted(sum(map(len, lines_of.values())), 'line')} uncited in {counted(len(lines_of), 'archived text')}"
    )
    missing = [name for name in held_documents if name not in lines_of]
    if missing:
        print_status(f"not read: {', '.join(missing)} ('wayout sources verify' says why)")
    return FINDINGS if missing else CLEAN


def unused(folders: Folders | None = None, stories: Sequence[Path] = ()) -> int:
    """List the claims that no story, page or glossary term rests on: material for writers, not faults."""
    loaded = add_writer_files(stories, folders)
    library = loaded.library
    used = rested_on(loaded)
    idle = [name for name in library.claims if name not in used]
    for name in idle:
        _say(f"{name}: {wording(library.claims[name].says)}")
    print_status(f"{counted(len(idle), 'claim')} of {len(library.claims)} unused")
    return CLEAN


def list_documents(folders: Folders | None = None, stories: Sequence[Path] = ()) -> int:
    """List every document: id, how it was made and from what, whether it is held, title."""
    loaded = _read(folders, stories)
    if loaded is None:
        return FINDINGS
    library = loaded.library
    rows = []
    for name, document in library.documents.items():
        root = library.lineage.origin_of(name)
        made = document.how if root == name else f"{document.how} of {root}"
        rows.append((name, made, "held" if document.held else "not held", document.title))
    sizes = [max((width(row[column]) for row in rows), default=0) for column in range(3)]
    for row in rows:
        cells = (cell + " " * (size - width(cell)) for cell, size in zip(row, sizes, strict=False))
        _say("  ".join((*cells, row[3])))
    print_status(f"{counted(len(rows), 'document')} from {counted(len(library.origins), 'origin')} and elsewhere")
    return CLEAN


def show(name: str, folders: Folders | None = None, stories: Sequence[Path] = ()) -> int:
    """Show one claim or one document."""
    loaded = _read(folders, stories)
    if loaded is None:
        return FINDINGS
    library = loaded.library
    views = claim_views(library, [name], Reader())
    if not views and name not in library.documents:
        if name in library.claims:
            print_status(f"The claim '{name}' was withdrawn.")
            return CLEAN
        print_status(
            f"There is no claim or document '{name}'. {nearest(name, (*library.claims, *library.documents))}".strip()
        )
        return MISUSE
    for line in _claim(views[0]) if views else _document(name, library.documents[name], loaded):
        _say(line)
    return CLEAN


def export(folders: Folders | None = None, stories: Sequence[Path] = ()) -> int:
    """Print every document as CSL-JSON."""
    from wayout.views.csl import all_items, as_json

    loaded = _read(folders, stories)
    if loaded is None:
        return FINDINGS
    items = all_items(loaded.library)
    emit(as_json(items), JSON)
    print_status(counted(len(items), "document"))
    return CLEAN


def _claim(view: ClaimView) -> Iterator[str]:
    yield view.id
    yield f"  {view.says}"
    yield f"  {view.support}"
    for remark in view.remarks:
        yield f"  {remark}"
    for cite in view.cites:
        yield f"  - {_cite(cite)}"
    for difference in view.differences:
        yield f"  {difference.head}: {difference.why}"
        for reading in difference.readings:
            yield f"    {reading.says}"
            for cite in reading.cites:
                yield f"    - {_cite(cite)}"


def _cite(cite: CiteView) -> str:
    quote = f"“{cite.quote}”" if cite.quote else ""
    url = "" if cite.is_held else cite.url
    parts = (f"{cite.document} ({cite.how})", cite.place, cite.speaker, cite.voice, quote, url)
    return ", ".join(part for part in parts if part)


def _document(name: str, document: Document, loaded: LoadResult) -> Iterator[str]:
    yield name
    yield f"  {document.title}"
    outlet = ", ".join(str(part) for part in (document.container_title, document.publisher, document.issued) if part)
    if outlet:
        yield f"  {outlet}"
    if document.origin:
        yield f"  {document.how} of {document.origin}"
    if document.url:
        yield f"  {document.url}"
    yield f"  held: {document.file}, {document.line_count} lines" if document.held else "  not held"
    if document.note:
        yield f"  {document.note}"
    claims = [key for key, claim in loaded.library.claims.items() if any(c.document == name for c in claim.all_cites)]
    yield f"  cited by {counted(len(claims), 'claim')}" + (f": {', '.join(claims)}" if claims else "")


def fingerprint(file: Path) -> int:
    """Print what a document's entry needs of its archived text."""
    raw = contents(file)
    if isinstance(raw, Refusal):
        print_status(f"{file}: {raw.says} {raw.hint}")
        return FINDINGS
    for field, value in archive.fingerprint(file.name, raw).items():
        _say(f"    {field}: {value}")
    return CLEAN


def _stories_of(folders: Folders) -> list[Path]:
    """All that stands in the folders of stories, but for the edition file and the page that it names.

    The evidence is held against the groups and content notes that the edition has.
    """
    kept = read_edition(folders).foreword
    names = {EDITION_FILE, f"{kept.page}.yaml" if kept else ""}
    listed = (yaml_files(folder) for folder in folders.stories)
    return [file for files in listed if isinstance(files, list) for file in files if file.name not in names]


def _is_beside(stories: Sequence[Path]) -> bool:
    """Whether stories of a writer's own stand beside what is shipped; a project has all of its own."""
    return bool(stories) and not any(map(project_of, stories))


def _read(folders: Folders | None, stories: Sequence[Path] = ()) -> LoadResult | None:
    """The library, if nothing in the evidence is misshapen; its findings are shown otherwise.

    What is wrong with a writer's own evidence is told, and the rest of it is read.
    """
    folders = folders or edition_folders()
    loaded = load(folders, without=_stories_of(folders))
    faults = [finding for finding in check(loaded) if finding.severity == "error"]
    if not faults and not stories:
        return loaded
    if not faults:
        own = add_writer_files(stories, folders)
        for finding in check(own):
            if finding.severity == "error" and (not finding.part or finding.part[0] != "story"):
                print_status(concise(finding))
        return own
    sys.stdout.write(render(faults, "text"))
    sys.stdout.flush()
    print_status(f"{counted(len(faults), 'error')} in the evidence: mend them first")
    return None


def _short(text: str, limit: int = 100) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _say(line: str) -> None:
    sys.stdout.write(printable(line) + "\n")
