"""Does everything that the evidence names exist, and does every cite say where?

Checks of evidence files: references to documents, people and places, dates, line numbers, withdrawn
documents; renamed ids (`was`), and suppressions of findings (`ignore`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from wayout.model import locator
from wayout.model.checks import places
from wayout.model.checks.links import Names, bad_id
from wayout.model.checks.reporter import Item, Known
from wayout.model.evidence import Cite, Claim, Document, Source
from wayout.model.file_access import last_line, line_ranges
from wayout.model.findings import CODES, Finding, Note, Suppression, can_be_ignored
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.story import Choice, Scene, Story
from wayout.model.yaml.schema_errors import nearest
from wayout.model.yaml.spans import DataPath

LINES_HINT = "Write 15, '5-6' or '5-6, 9': lines of the archived text, counted from 1."
NO_LINES_HINT = "Add 'lines: 15'; or 'at: question 2226', 'page 12' or '12:34', where marks in the text say where."


def links(loaded: LoadResult, names: Names) -> Iterator[Finding]:
    """Faults in the claims, documents, people, places and acts themselves."""
    library = loaded.library
    kinds: Mapping[ItemKind, Iterable[str]] = {
        "origin": library.origins, "document": library.documents, "person": library.people,
        "place": library.places, "claim": library.claims, "act": library.acts,
    }  # fmt: skip
    for kind, ids in kinds.items():
        for name in ids:
            yield from bad_id(Item(loaded, kind, name), (), name, kind)
    documents = Known("document", loaded.known("document"), "seeds/documents.yaml",
                      is_whole="document" not in loaded.broken)  # fmt: skip
    for name, origin in library.origins.items():
        yield from _dates(Item(loaded, "origin", name), origin)
    for name, document in library.documents.items():
        item = Item(loaded, "document", name)
        yield from _dates(item, document)
        yield from _document(item, document, loaded, documents)
        yield from _cited_exemption(item, document, library.claims)
    for name, person in library.people.items():
        item = Item(loaded, "person", name)
        yield from item.date(("withdrawn",), person.withdrawn)
        for index, named in enumerate(person.claims):
            yield from names.claims.missing(item, ("claims", index), named)
        for written in person.written:
            yield from documents.missing(item, ("written", written), written, key=True)
    yield from places.findings(loaded, loaded.library.edition.extent)
    for name, claim in library.claims.items():
        yield from _claim(Item(loaded, "claim", name), claim, documents, names, library.documents)


def _dates(item: Item, source: Source) -> Iterator[Finding]:
    yield from item.date(("issued",), source.issued)
    yield from item.date(("accessed",), source.accessed)


def _document(item: Item, document: Document, loaded: LoadResult, documents: Known) -> Iterator[Finding]:
    if item.name in loaded.declared["origin"]:
        hint = "Rename one of them: 'from' could mean either."
        yield item.fault("duplicate-id", (), f"There is an origin '{item.name}' already.", hint, key=True)
    if document.origin is not None:
        known = loaded.known("origin") | loaded.known("document")
        yield from Known("origin or document", known, "the origins").missing(item, ("from",), document.origin)
        if is_made_from_itself(item.name, loaded.library.documents):
            hint = "A lineage leads back to a piece of journalism: correct 'from'."
            yield item.fault("circular-lineage", ("from",), f"'{item.name}' is made from itself.", hint)
    yield from item.date(("withdrawn",), document.withdrawn)
    if document.superseded_by is not None:
        yield from documents.missing(item, ("superseded-by",), document.superseded_by)
    if document.held and not item.is_maimed():
        for field, value in (("file", document.file), ("sha256", document.sha256), ("line-count", document.line_count)):
            if value is None:
                hint = f"Add '{field}: …', or delete 'held: true'."
                yield item.fault("missing-field", (), f"A document that is held needs '{field}'.", hint, key=True)
    for lines in document.exempt:
        ranges = line_ranges(lines)
        if ranges is None:
            yield item.fault("malformed-lines", ("exempt", lines), f"'{lines}' names no lines.", LINES_HINT, key=True)
        elif document.line_count is not None and last_line(ranges) > document.line_count:
            says = f"The document has only {document.line_count} lines."
            yield item.fault("cite-range", ("exempt", lines), says, "Correct the lines or the line count.", key=True)


def _cited_exemption(item: Item, document: Document, claims: Mapping[str, Claim]) -> Iterator[Finding]:
    """Lines of which it is written that no claim needs them, and that a claim cites."""
    for lines in document.exempt:
        exempt = {line for numbers in line_ranges(lines) or () for line in numbers}
        for name, claim in claims.items() if exempt else ():
            cited = {
                line
                for _, cite in cites(claim)
                if cite.document == item.name and cite.lines is not None
                for numbers in line_ranges(cite.lines) or ()
                for line in numbers
            }
            if exempt & cited:
                says = f"'{name}' cites line {min(exempt & cited)}."
                hint = "Take the line out of 'exempt', or correct the cite."
                yield item.fault("cited-exemption", ("exempt", lines), says, hint, key=True)
                break


def is_made_from_itself(name: str, documents: Mapping[str, Document]) -> bool:
    """Whether the chain of 'from' leads back to where it began."""
    seen: set[str] = set()
    parent = documents[name].origin
    while parent is not None and parent in documents and parent not in seen:
        if parent == name:
            return True
        seen.add(parent)
        parent = documents[parent].origin
    return False


def _claim(item: Item, claim: Claim, known: Known, names: Names, documents: Mapping[str, Document]
           ) -> Iterator[Finding]:  # fmt: skip
    yield from item.date(("date",), claim.date)
    yield from item.date(("in-force",), claim.in_force)
    yield from item.date(("as-of",), claim.as_of)
    yield from item.date(("withdrawn",), claim.withdrawn)
    for index, person in enumerate(claim.about):
        yield from names.people.missing(item, ("about", index), person)
    for path, cite in cites(claim):
        yield from known.missing(item, (*path, "document"), cite.document)
        if cite.speaker is not None:
            yield from names.people.missing(item, (*path, "speaker"), cite.speaker)
        if cite.document in documents:
            yield from _place(item, path, cite, documents[cite.document])
            yield from _outdated(item, path, cite, claim, documents)


def cites(claim: Claim) -> Iterator[tuple[DataPath, Cite]]:
    """Every cite of a claim, those of readings and corrections included, with its place."""
    for index, cite in enumerate(claim.cites):
        yield ("cites", index), cite
    for number, difference in enumerate(claim.differs):
        for side, reading in enumerate(difference.readings):
            for index, cite in enumerate(reading.cites):
                yield ("differs", number, "readings", side, "cites", index), cite
    if claim.corrected is not None:
        for index, cite in enumerate(claim.corrected.cites):
            yield ("corrected", "cites", index), cite


def _outdated(
    item: Item, path: DataPath, cite: Cite, claim: Claim, documents: Mapping[str, Document]
) -> Iterator[Finding]:
    """A document that its publisher took back, or that another replaced."""
    document, at = documents[cite.document], (*path, "document")
    if document.withdrawn is not None:
        hint = "Cite another document, or say in 'ignore' why this one still counts."
        yield item.fault("withdrawn-document", at, f"'{cite.document}' was withdrawn ({document.withdrawn}).", hint)
    newer = document.superseded_by
    if newer in documents and all(citation.document != newer for _, citation in cites(claim)):
        yield item.fault("superseded-document", at, f"'{newer}' replaces '{cite.document}'.", f"Cite '{newer}'.")


def _place(item: Item, path: DataPath, cite: Cite, document: Document) -> Iterator[Finding]:
    if cite.lines is None:
        is_placed = cite.at is not None and locator.parsed(cite.at) is not None
        if document.held and not is_placed and not item.is_maimed(*path):
            yield item.fault("malformed-lines", path, "The cite of an archived text names no lines.", NO_LINES_HINT)
        return
    ranges = line_ranges(cite.lines)
    if ranges is None:
        yield item.fault("malformed-lines", (*path, "lines"), f"'{cite.lines}' names no lines.", LINES_HINT)
    elif document.line_count is not None and last_line(ranges) > document.line_count:
        says = f"'{cite.document}' has only {document.line_count} lines."
        yield item.fault("cite-range", (*path, "lines"), says, "Correct the lines, or the line count of the document.")
    elif not document.held:
        hint = "Use 'at: article 337' or the like."
        yield item.fault("malformed-lines", (*path, "lines"), "There is no archived text to count lines in.", hint)


FORMER_ID_HINT = "A trail that holds this id could mean either: name each former id once, and no id that is in use."


def of_story(item: Item, story: Story) -> Iterator[Finding]:
    """Former ids in use, or claimed twice, among the scenes and among the choices of each."""
    yield from _clashes(item, ("scenes",), story.scenes, "scene")
    for name, scene in story.scenes.items():
        if scene.choices:
            yield from _clashes(item, ("scenes", name, "choices"), scene.choices, "choice")


def _clashes(item: Item, path: DataPath, things: Mapping[str, Scene] | Mapping[str, Choice], what: str
             ) -> Iterator[Finding]:  # fmt: skip
    claimed: dict[str, DataPath] = {}
    for name, thing in things.items():
        if not thing.was:
            continue
        several = isinstance(thing.was, tuple)
        for index, former in enumerate(thing.former):
            at = (*path, name, "was", index) if several else (*path, name, "was")
            if former in things:
                note = Note(item.loaded.span(item.kind, item.name, *path, former, key=True), "here")
                yield item.fault("former-id", at, f"There is a {what} '{former}' still.", FORMER_ID_HINT, notes=(note,))
            elif former in claimed:
                note = Note(item.loaded.span(item.kind, item.name, *claimed[former]), "here")
                says = f"Another {what} was '{former}' too."
                yield item.fault("former-id", at, says, FORMER_ID_HINT, notes=(note,))
            claimed.setdefault(former, at)


Entries = Mapping[tuple[ItemKind, str], Sequence[Suppression]]


def entries(loaded: LoadResult) -> Entries:
    """Every entry, by the thing that it stands in."""
    library = loaded.library
    kinds: Mapping[ItemKind, Mapping[str, object]] = {
        "story": library.stories, "claim": library.claims, "origin": library.origins, "document": library.documents,
        "place": library.places, "term": library.terms, "aside": library.asides, "thread": library.threads,
        "edition": library.editions,
    }  # fmt: skip
    return {
        (kind, name): ignore
        for kind, things in kinds.items()
        for name, thing in things.items()
        if (ignore := getattr(thing, "ignore", ()))
    }


def applied(loaded: LoadResult, findings: Sequence[Finding], sound: Set[str]) -> tuple[list[Finding], list[Finding]]:
    """The findings that are left, with those on the entries themselves; and those that were ignored."""
    all_entries = entries(loaded)
    if not all_entries:
        return list(findings), []
    used: set[tuple[ItemKind, str, int]] = set()
    left: list[Finding] = []
    ignored: list[Finding] = []
    for finding in findings:
        (ignored if _silences(all_entries, finding, used) else left).append(finding)
    for (kind, name), ignore in all_entries.items():
        item = Item(loaded, kind, name)
        is_whole = (kind != "story" or name in sound) and not loaded.misshapen
        for index, entry in enumerate(ignore):
            is_used = not is_whole or (kind, name, index) in used
            left.extend(_of_entry(item, ("ignore", index), entry, is_used=is_used))
    return left, ignored


def _silences(all_entries: Entries, finding: Finding, used: set[tuple[ItemKind, str, int]]) -> bool:
    if not can_be_ignored(finding.code) or not finding.part:
        return False
    kind, name, *path = finding.part
    at = "/".join(map(str, path))
    for index, entry in enumerate(all_entries.get((kind, name), ())):
        is_there = not entry.at or f"{at}/".startswith(f"{entry.at}/")
        if entry.code == finding.code and entry.because.strip() and is_there:
            used.add((kind, name, index))
            return True
    return False


def _of_entry(item: Item, path: DataPath, entry: Suppression, *, is_used: bool) -> Iterator[Finding]:
    if entry.code not in CODES:
        hint = nearest(entry.code, CODES) or "'wayout explain' lists the codes."
        yield item.fault("unknown-word", (*path, "code"), f"There is no code '{entry.code}'.", hint)
    elif not can_be_ignored(entry.code):
        hint = "Mend what it is found for, and delete this entry: only warnings can be ignored."
        yield item.fault("not-ignorable", (*path, "code"), f"'{entry.code}' cannot be ignored.", hint)
    elif not entry.because.strip():
        hint = "Write why the warning does not hold here."
        yield item.fault("empty-text", (*path, "because"), "There is no reason here.", hint)
    elif not is_used:
        where = f" at '{entry.at}'" if entry.at else ""
        hint = "Delete the entry, or correct its 'at'."
        yield item.fault("idle-ignore", path, f"There is no '{entry.code}' to ignore{where}.", hint)
