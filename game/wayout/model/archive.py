"""Do the archived texts hold what the cites say of them, and what of them does nobody cite?

Verification of citations and quotations against archived texts (SHA-256 fingerprints, line numbers), and the lines
that nobody cites.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item
from wayout.model.evidence import Cite, Document
from wayout.model.file_access import Refusal, contents, last_line, line_ranges
from wayout.model.findings import Finding, sort_key
from wayout.model.load_result import LoadResult
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
            faults = _cite(item, path, cite, texts[cite.document]) if cite.document in texts else []
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
    for claim in library.claims.values():
        for _, cite in cites(claim):
            for lines in line_ranges(cite.lines) or () if cite.lines is not None else ():
                used.setdefault(cite.document, set()).update(lines)
    uncited: dict[str, list[UncitedLine]] = {}
    for name, document in library.documents.items():
        if not document.held or (own and not loaded.is_brought("document", name)):
            continue
        texts, _ = _archived(Item(loaded, "document", name), document, originals)
        if texts is None:
            continue
        excused = {line for lines in document.exempt for ranges in line_ranges(lines) or () for line in ranges}
        seen = used.get(name, set()) | excused
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


def _cite(item: Item, path: DataPath, cite: Cite, text: list[str]) -> list[Finding]:
    ranges = line_ranges(cite.lines) if cite.lines is not None else None
    if ranges is None:
        return [item.fault("malformed-lines", path, "The cite of an archived text names no lines.", "Add 'lines: 15'.")]
    if last_line(ranges) > len(text):
        says = f"'{cite.document}' has only {len(text)} lines."
        return [item.fault("cite-range", (*path, "lines"), says, "Correct the lines.")]
    if cite.quote is None:
        return []
    fault = quotation_fault(cite.quote, ranges, text, f"lines {cite.lines} of '{cite.document}'")
    return [item.fault("quotation-not-found", (*path, "quote"), *fault)] if fault is not None else []


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
