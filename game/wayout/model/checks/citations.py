"""Is each cite sound by itself and beside the others: said once, by one speaker, in one voice, and open to proof?"""

from collections.abc import Iterator, Mapping, Sequence

from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item
from wayout.model.evidence import Cite, Document
from wayout.model.findings import Finding, Note
from wayout.model.line_ranges import joined, line_ranges
from wayout.model.load_result import LoadResult
from wayout.model.text import comparable
from wayout.model.yaml.spans import DataPath


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
    """What is wrong with the cites of every claim."""
    library = loaded.library
    quoted: dict[str, list[Line]] = {}
    for name, claim in library.claims.items():
        item = Item(loaded, "claim", name)
        met: dict[DataPath, list[tuple[DataPath, Cite]]] = {}
        for path, cite in cites(claim):
            yield from _voice(item, path, cite)
            yield from _proof(item, path, cite, library.documents)
            before = met.setdefault(path[:-1], [])
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
    lines = joined(ranges) if ranges is not None else cite.lines
    return cite.document, lines, comparable(cite.at or ""), cite.speaker, cite.voice


def _has_same_words(one: Cite, other: Cite) -> bool:
    return one.quote is None or other.quote is None or comparable(one.quote) == comparable(other.quote)


class Line:
    """A line, or lines that follow one another, of which a cite says who speaks there."""

    def __init__(self, item: Item, path: DataPath, speaker: str, lines: range) -> None:
        self.item, self.path, self.speaker, self.lines = item, path, speaker, lines


def _lines(item: Item, path: DataPath, cite: Cite, count: int) -> list[Line]:
    """The lines of a cite that its document, which has so many, really has."""
    ranges = line_ranges(cite.lines) if cite.lines is not None else None
    return [Line(item, path, cite.speaker or "", one) for one in ranges or () if one[-1] <= count]


def _between(lines: Sequence[Line]) -> Iterator[Finding]:
    """Lines of one speaker with the words of one other right before and after, or all around."""
    by_line: dict[int, dict[str, Line]] = {}
    longer: dict[int, list[Line]] = {}
    for one in lines:
        for line in one.lines:
            by_line.setdefault(line, {}).setdefault(one.speaker, one)
            if len(one.lines) > 1:
                longer.setdefault(line, []).append(one)
    for one in lines:
        before, after = by_line.get(one.lines[0] - 1, {}), by_line.get(one.lines[-1] + 1, {})
        around = (other for other in longer.get(one.lines[0], ()) if other.speaker != one.speaker
                  and len(other.lines) > len(one.lines) and one.lines[-1] in other.lines)  # fmt: skip
        here = {speaker for line in one.lines for speaker in by_line[line]}
        is_between = before.keys() == after.keys() and len(before) == 1 and not here & before.keys()
        other = next(around, None) or (next(iter(before.values())) if is_between else None)
        if other is not None:
            note = Note(other.item.loaded.span(other.item.kind, other.item.name, *other.path), "the words around it")
            says = f"The words of '{other.speaker}' stand right around these, which are given to '{one.speaker}'."
            hint = "Read the lines again, and correct the speaker of one of them."
            yield one.item.fault("two-speakers", (*one.path, "speaker"), says, hint, notes=(note,))
