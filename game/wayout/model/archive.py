"""Do the archived texts hold what the cites say of them, and what of them does nobody cite?

Verification of citations and quotations against archived texts (SHA-256 fingerprints, line numbers, marks of questions,
pages and times), texts that share their lines without a declared lineage, and the lines that nobody cites.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec import Struct

from wayout.model import locator
from wayout.model.checks.records import NO_LINES_HINT, cites
from wayout.model.checks.reporter import Item
from wayout.model.evidence import Cite, Document
from wayout.model.file_access import Refusal, contents, last_line, line_ranges
from wayout.model.findings import Finding, Note, sort_key
from wayout.model.load_result import LoadResult
from wayout.model.shared_runs import WORD, shared_runs
from wayout.model.yaml.spans import DataPath


class Verification(Struct, frozen=True, kw_only=True):
    """What came of holding every cite against the archived texts."""

    findings: tuple[Finding, ...]
    cites_verified: int
    """Cites whose document, lines and quotation are all there."""
    cites_failed: int
    """Cites of documents that should be held, but where something is amiss, and quotations that nobody can verify."""
    cites_not_held: int
    documents_verified: int
    documents_not_held: int


class UncitedLine(Struct, frozen=True):
    """A line of an archived text that no claim cites and nothing excuses."""

    line: int
    text: str


def verify(loaded: LoadResult, originals: Path, *, own: bool = False) -> Verification:
    """Hold hash, line count, lines and quotations against the texts in a folder. Reads the files there.

    With `own`, only the claims that stories and branches bring in their files: of the documents of others that these
    cite, a text that is not in the folder is one that is not held.
    """
    known, claims = loaded.library.documents, loaded.library.claims
    documents, not_there = known, 0
    if own:
        claims = {name: claim for name, claim in claims.items() if loaded.is_brought("claim", name)}
        cited = {cite.document for claim in claims.values() for _, cite in cites(claim)}
        documents = {name: document for name, document in known.items() if loaded.is_brought("document", name)
                     or (name in cited and (originals / Path(document.file or "").name).is_file())}  # fmt: skip
        not_there = sum(name in known and name not in documents for name in cited)
    texts: dict[str, list[str]] = {}
    findings: list[Finding] = []
    for name, document in documents.items():
        if document.held:
            lines, faults = _archived(Item(loaded, "document", name), document, originals)
            findings.extend(faults)
            if lines is not None:
                texts[name] = lines
    findings.extend(_undeclared(loaded, texts))
    marks = cache(lambda name, kind: locator.Marks(kind, texts[name]))
    verified = failed = not_held = 0
    for name, claim in claims.items():
        item = Item(loaded, "claim", name)
        for path, cite in cites(claim):
            if cite.document not in known:
                continue
            if cite.document not in documents or not documents[cite.document].held:
                if cite.quote is not None and not known[cite.document].held:
                    failed += 1
                else:
                    not_held += 1
                continue
            faults = _cite(item, path, cite, texts[cite.document], marks) if cite.document in texts else []
            findings.extend(faults)
            if faults or cite.document not in texts:
                failed += 1
            else:
                verified += 1
    not_there += sum(not document.held for document in documents.values())
    return Verification(findings=tuple(sorted(findings, key=sort_key)), cites_verified=verified, cites_failed=failed,
                    cites_not_held=not_held, documents_verified=len(texts),
                    documents_not_held=not_there)  # fmt: skip


def coverage(loaded: LoadResult, originals: Path, *, own: bool = False) -> Mapping[str, list[UncitedLine]]:
    """Of each archived text, the lines with words that no claim cites and that `exempt` does not excuse.

    With `own`, of those alone that stories and branches bring in their files.
    """
    library = loaded.library
    used: dict[str, set[int]] = {}
    placed: dict[str, list[locator.Locator]] = {}
    for claim in library.claims.values():
        for _, cite in cites(claim):
            for lines in line_ranges(cite.lines) or () if cite.lines is not None else ():
                used.setdefault(cite.document, set()).update(lines)
            if cite.lines is None and cite.at is not None and (place := locator.parsed(cite.at)) is not None:
                placed.setdefault(cite.document, []).append(place)
    uncited: dict[str, list[UncitedLine]] = {}
    for name, document in library.documents.items():
        if not document.held or (own and not loaded.is_brought("document", name)):
            continue
        texts, _ = _archived(Item(loaded, "document", name), document, originals)
        if texts is None:
            continue
        excused = {line for lines in document.exempt for ranges in line_ranges(lines) or () for line in ranges}
        seen = used.get(name, set()) | excused
        if name in placed:
            marks = {kind: locator.Marks(kind, texts) for kind in {place.kind for place in placed[name]}}
            stretches = (marks[place.kind].stretch(place) for place in placed[name])
            seen.update(line for stretch in stretches if stretch is not None for line in stretch.lines)
            seen.update(number for number, text in enumerate(texts, 1) if locator.is_structure(text))
        numbered = enumerate(texts, 1)
        uncited[name] = [UncitedLine(number, text) for number, text in numbered if text.strip() and number not in seen]
    return uncited


def fingerprint(name: str, raw: bytes) -> Mapping[str, str]:
    """The fields by which a document says which text it was cited from."""
    count = len(text_lines(raw.decode("utf-8-sig", errors="replace")))
    return {"held": "true", "file": name, "sha256": hashlib.sha256(raw).hexdigest(), "line-count": str(count)}


def text_lines(text: str) -> list[str]:
    """The lines of an archived text, counted as an editor and `wc -l` count them."""
    return [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]


def _archived(item: Item, document: Document, originals: Path) -> tuple[list[str] | None, list[Finding]]:
    """The lines of a document's archived text, if it is the one that was cited; else why not."""
    name = document.file
    if name is None or Path(name).name != name:
        hint = "Write the name of the file in the folder of archived texts, without a path."
        return None, [item.fault("archive-missing", ("file",), "The document names no archived text.", hint)]
    raw = contents(originals / name)
    if isinstance(raw, Refusal):
        hint = "Name the folder that holds it with --originals, or correct 'file'."
        return None, [item.fault("archive-missing", ("file",), f"'{name}' cannot be read in the folder.", hint)]
    digest = hashlib.sha256(raw).hexdigest()
    if digest != str(document.sha256).lower():
        hint = f"Its SHA-256 is {digest}: if it is the right text, read every cite again and write that."
        return None, [item.fault("archive-hash", ("sha256",), f"'{name}' is not the text that was cited.", hint)]
    lines = text_lines(raw.decode("utf-8-sig", errors="replace"))
    if document.line_count is not None and len(lines) != document.line_count:
        says = f"'{name}' has {len(lines)} lines, not {document.line_count}."
        return lines, [item.fault("archive-lines", ("line-count",), says, f"Write 'line-count: {len(lines)}'.")]
    return lines, []


MarksOf = Callable[[str, locator.Kind], locator.Marks]
"""The marks of one kind in a document's archived text."""


def _cite(item: Item, path: DataPath, cite: Cite, text: list[str], marks: MarksOf) -> list[Finding]:
    ranges = line_ranges(cite.lines) if cite.lines is not None else None
    place = locator.parsed(cite.at) if cite.at is not None else None
    if ranges is None and place is None:
        return [item.fault("malformed-lines", path, "The cite of an archived text names no lines.", NO_LINES_HINT)]
    if ranges is not None and last_line(ranges) > len(text):
        says = f"'{cite.document}' has only {len(text)} lines."
        return [item.fault("cite-range", (*path, "lines"), says, "Correct the lines.")]
    if place is not None:
        faults = _at(item, path, cite, ranges, place, marks(cite.document, place.kind))
        if faults or ranges is None:
            return faults
    if cite.quote is None or ranges is None:
        return []
    fault = quotation_fault(cite.quote, ranges, text, f"lines {cite.lines} of '{cite.document}'")
    return [item.fault("quotation-not-found", (*path, "quote"), *fault)] if fault is not None else []


def _at(
    item: Item, path: DataPath, cite: Cite, ranges: Sequence[range] | None, place: locator.Locator, marks: locator.Marks
) -> list[Finding]:
    """What is amiss with a place that an archived text should have a mark of."""
    if not marks:
        says = f"'{cite.at}' cannot be verified: this document has no marks of places."
        hint = f"Mark them in the text, {locator.EXAMPLES[place.kind]} before what stands there; or cite 'lines'."
        return [item.fault("unverifiable-place", (*path, "at"), says, hint)]
    stretch = marks.stretch(place)
    if stretch is None:
        first, last = marks.bounds
        says = f"'{cite.document}' has no mark of '{cite.at}'."
        if place.kind == "time" and marks.length is not None:
            last = locator.clock(marks.length)
        hint = f"Its marks go from {first} to {last}: correct the place, or mark it in the text."
        return [item.fault("place-not-found", (*path, "at"), says, hint)]
    if ranges is not None and not all(line in stretch.lines for lines in ranges for line in lines):
        says = f"Lines {cite.lines} of '{cite.document}' do not stand at '{cite.at}'."
        hint = f"There are the lines {stretch.lines[0]}-{stretch.lines[-1]}: correct one or the other."
        return [item.fault("place-not-found", (*path, "lines"), says, hint)]
    if ranges is None and cite.quote is not None and not stretch.has(cite.quote):
        says = f"“{cite.quote}” does not stand at '{cite.at}' of '{cite.document}'."
        hint = "Copy it from the text, sign by sign, and look at which place it stands."
        return [item.fault("quotation-not-found", (*path, "quote"), says, hint)]
    return []


def _undeclared(loaded: LoadResult, texts: Mapping[str, list[str]]) -> Iterator[Finding]:
    """Texts that share their lines with another, and of which it is said that they go back to two reports."""
    words = {name: tuple(WORD.findall("\n".join(lines).casefold())) for name, lines in texts.items()}
    lineage = loaded.library.lineage
    for name, first, runs in shared_runs(words, lineage.origin_of):
        note = Note(loaded.span("document", first, key=True), "the other text")
        says = f"'{name}' and '{first}' have {len(runs)} runs of words in common: “{max(runs, key=len)}” is one."
        hint = (
            "They are likely to go back to one report: enter it below 'origins', and write 'from' and 'how' in both. "
            "If they do not, say in 'ignore' why."
        )
        yield Item(loaded, "document", name).fault("undeclared-lineage", (), says, hint, key=True, notes=(note,))


def quotation_fault(quote: str, ranges: Iterable[range], text: Sequence[str], where: str) -> tuple[str, str] | None:
    """What is to be said, and done, of a quotation that does not stand in the lines that are cited."""
    cited = "\n".join(text[number - 1] for lines in ranges for number in lines)
    if quote in cited:
        return None
    elsewhere = [str(number) for number, line in enumerate(text, 1) if quote in line]
    hint = f"It stands in line {', '.join(elsewhere)}." if elsewhere else "Copy it from the text, sign by sign."
    return f"“{quote}” does not stand in {where}.", hint


def held_lines(document: Document, folder: Path) -> list[str] | None:
    """The lines of a document's archived text, if the very text that is cited lies in a folder."""
    if document.file is None or Path(document.file).name != document.file:
        return None
    raw = contents(folder / document.file)
    if isinstance(raw, Refusal) or hashlib.sha256(raw).hexdigest() != str(document.sha256).lower():
        return None
    return text_lines(raw.decode("utf-8-sig", errors="replace"))
