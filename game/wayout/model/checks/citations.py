"""Is each cite sound by itself and beside the others: said once, by one speaker, in one voice, and open to proof?

Checks of citations: duplicates, more than one speaker or voice, copied documents, claims of another person.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item, TextUse
from wayout.model.evidence import Cite, Document
from wayout.model.file_access import line_ranges, merged_ranges
from wayout.model.findings import Finding, Note
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.standing import marks_of_text
from wayout.model.story import Story
from wayout.model.text import comparable
from wayout.model.yaml.spans import DataPath


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """What is wrong with the cites of every claim."""
    library = loaded.library
    quoted: dict[str, list[Line]] = {}
    for name, claim in library.claims.items():
        item = Item(loaded, "claim", name)
        cites_by_place: dict[DataPath, list[tuple[DataPath, Cite]]] = {}
        for path, cite in cites(claim):
            yield from _voice(item, path, cite)
            yield from _proof(item, path, cite, library.documents)
            before = cites_by_place.setdefault(path[:-1], [])
            yield from _again(item, path, cite, before)
            before.append((path, cite))
            if cite.voice == "quoted" and cite.speaker is not None and cite.document in library.documents:
                count = library.documents[cite.document].line_count or 0
                quoted.setdefault(cite.document, []).extend(_lines(item, path, cite, count))
    for lines in quoted.values():
        yield from _between(lines)


def _voice(item: Item, path: DataPath, cite: Cite) -> Iterator[Finding]:
    """A speaker whom the voice excludes, and a quotation that nobody is said to have spoken or written."""
    if cite.voice == "narrated" and cite.speaker is not None:
        hint = f"Delete the speaker where the text itself tells it; if '{cite.speaker}' says so, write 'reported'."
        says = f"What is narrated is the text's own word, and not that of '{cite.speaker}'."
        yield item.fault("narrated-speaker", (*path, "voice"), says, hint)
    if cite.voice == "reported" and cite.quote is not None:
        hint = "Write 'voice: quoted' with the speaker of the words, or 'narrated' where they are the text's own."
        yield item.fault("reported-quote", (*path, "voice"), "What is reported is not in the speaker's words.", hint)


def _proof(item: Item, path: DataPath, cite: Cite, documents: Mapping[str, Document]) -> Iterator[Finding]:
    document = documents.get(cite.document)
    if cite.quote is not None and document is not None and not document.held:
        hint = "Archive the text ('wayout sources fingerprint' prints its fields), or tell it without a quotation."
        says = f"'{cite.document}' is not held, so nobody can hold the quotation against it."
        yield item.fault("unverifiable-quote", (*path, "quote"), says, hint)


def _again(item: Item, path: DataPath, cite: Cite, before: Sequence[tuple[DataPath, Cite]]) -> Iterator[Finding]:
    """A cite of what the same list has cited: the same place and speaker, and no other quotation."""
    for first, other in before:
        if _place(cite) == _place(other) and _has_same_words(cite, other):
            note = Note(item.loaded.span(item.kind, item.name, *first), "first here")
            hint = "Delete one of them: a place that is cited twice is still one place."
            says = f"This place in '{cite.document}' is cited here already."
            yield item.fault("repeated-cite", path, says, hint, notes=(note,))
            return


def _place(cite: Cite) -> tuple[object, ...]:
    ranges = line_ranges(cite.lines) if cite.lines is not None else None
    lines = merged_ranges(ranges) if ranges is not None else cite.lines
    return cite.document, lines, comparable(cite.at or ""), cite.speaker, cite.voice


def _has_same_words(cite: Cite, other: Cite) -> bool:
    return cite.quote is None or other.quote is None or comparable(cite.quote) == comparable(other.quote)


class Line:
    """A line, or lines that follow one another, of which a cite says who speaks there."""

    def __init__(self, item: Item, path: DataPath, speaker: str, lines: range) -> None:
        self.item, self.path, self.speaker, self.lines = item, path, speaker, lines


def _lines(item: Item, path: DataPath, cite: Cite, count: int) -> list[Line]:
    """The lines of a cite that its document, which has so many, really has."""
    ranges = line_ranges(cite.lines) if cite.lines is not None else None
    return [Line(item, path, cite.speaker or "", lines) for lines in ranges or () if lines[-1] <= count]


def _between(lines: Sequence[Line]) -> Iterator[Finding]:
    """Lines of one speaker with the words of one other right before and after, or all around."""
    by_line: dict[int, dict[str, Line]] = {}
    longer: dict[int, list[Line]] = {}
    for entry in lines:
        for line in entry.lines:
            by_line.setdefault(line, {}).setdefault(entry.speaker, entry)
            if len(entry.lines) > 1:
                longer.setdefault(line, []).append(entry)
    for entry in lines:
        before, after = by_line.get(entry.lines[0] - 1, {}), by_line.get(entry.lines[-1] + 1, {})
        around = (other for other in longer.get(entry.lines[0], ()) if other.speaker != entry.speaker
                  and len(other.lines) > len(entry.lines) and entry.lines[-1] in other.lines)  # fmt: skip
        here = {speaker for line in entry.lines for speaker in by_line[line]}
        is_between = before.keys() == after.keys() and len(before) == 1 and not here & before.keys()
        other = next(around, None) or (next(iter(before.values())) if is_between else None)
        if other is not None:
            note = Note(other.item.loaded.span(other.item.kind, other.item.name, *other.path), "the words around it")
            says = f"The words of '{other.speaker}' stand right around these, which are given to '{entry.speaker}'."
            hint = "Read the lines again, and correct the speaker of one of them."
            yield entry.item.fault("two-speakers", (*entry.path, "speaker"), says, hint, notes=(note,))


SHARED = {"sha256": "they have one SHA-256", "file": "they have one file", "URL": "they have one address",
          "entry": "title, date and publisher are the same"}  # fmt: skip


def duplicate_documents(loaded: LoadResult) -> Iterator[Finding]:
    """Documents that are one text, and origins that are one report, each with the entry that it repeats."""
    library = loaded.library
    lineage, documents = library.lineage, library.documents
    by_text: dict[str, list[str]] = {}
    for name in documents:
        by_text.setdefault(lineage.text_of(name), []).append(name)
    for names in by_text.values():
        if len(names) < 2:
            continue
        first, *rest = sorted(names, key=lambda name: not loaded.is_shipped("document", name))
        for name in rest:
            if first in (documents[name].superseded_by, name) or documents[first].superseded_by == name:
                continue
            shared = {mark[0] for mark in marks_of_text(documents[name])
                      if mark in set(marks_of_text(documents[first]))}  # fmt: skip
            why = next((f": {SHARED[mark]}" for mark in SHARED if mark in shared), "")
            says = f"'{name}' and '{first}' are one text{why}."
            hint = f"Cite '{first}' instead, and delete '{name}'; or correct the fields that are the same."
            yield _fault(loaded, "document", name, ("document", first), says, hint)
    for name in (*library.origins, *documents):
        first = lineage.report_of(name)
        if first == name or first not in library.origins:
            continue
        kind: ItemKind = "origin" if name in library.origins else "document"
        says = f"'{name}' and '{first}' are one report."
        hint = f"Write 'from: {first}'{'' if kind == 'document' else ' in its documents'}, or correct the address."
        yield _fault(loaded, kind, name, ("origin", first), says, hint)


def _fault(loaded: LoadResult, kind: ItemKind, name: str, first: tuple[ItemKind, str], says: str, hint: str) -> Finding:
    note = Note(loaded.span(*first, key=True), "the other entry")
    return Item(loaded, kind, name).fault("duplicate-document", (), says, hint, key=True, notes=(note,))


class ForeignClaims:
    """Which claims are about the person of another record."""

    def __init__(self, loaded: LoadResult) -> None:
        self._library = loaded.library
        self._people = {story.person for story in loaded.library.stories.values() if story.person is not None}
        self._is_borrowed = cache(self._borrowed)

    def alone(self, item: Item, story: Story, texts: Sequence[TextUse]) -> Iterator[Finding]:
        """Recorded outcomes of the person's own choices that rest on nothing about that person."""
        person = story.person
        if person is None:
            return
        for text in texts:
            if text.known != "recorded" or not text.claims or not all(self._is_borrowed(person, claim)
                                                                      for claim in text.claims):  # fmt: skip
                continue
            _, scene, _, choice, *_ = text.path
            if person in story.scenes[str(scene)].choices[str(choice)].takers:
                other = self._about(text.claims[0])
                hint = (
                    f"Cite what the documents say of '{person}'; or tell it as reported, or in the record of '{other}'."
                )
                says = f"All that this outcome rests on is about '{other}', and nothing about '{person}'."
                yield item.fault("borrowed-claims", (*text.path, "claims"), says, hint)

    def _about(self, claim: str) -> str | None:
        """The first person of a record whom a claim is about."""
        return next((person for person in self._library.claims[claim].about if person in self._people), None)

    def _borrowed(self, person: str, claim: str) -> bool:
        """Whether a claim is about another's person, not said by this one, and does not name this one."""
        known = self._library.claims.get(claim)
        if known is None or person in known.about or self._about(claim) is None or person not in self._library.people:
            return False
        is_named = self._library.people[person].is_named(known.says)
        return not is_named and all(cite.speaker != person for cite in known.all_cites)
