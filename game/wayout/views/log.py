"""What has been read so far, page by page?

A view model: the transcript of a play, and scenes visited.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.text import paragraphs
from wayout.play.moves import Choose, GoOn, Move
from wayout.play.state import Reader, Trail
from wayout.play.step import plays
from wayout.views.page import EndingView, Page, page
from wayout.views.sources import support

Kind = Literal["text", "editorial", "ask", "option", "chosen", "word", "outcome", "support", "head", "item", "said"]
"""What a line is: told, or told of the record itself; asked, offered, answered; evidence words, what followed and what
that rests on; a heading and what stands below it; what the reader says of her choice."""


class LogLine(Struct, frozen=True):
    """A paragraph that was read."""

    kind: Kind
    text: str

    @property
    def marked(self) -> str:
        """The text; where the narrator speaks of the record itself, that she does."""
        return f"[{strings.EDITORIAL}] {self.text}" if self.kind == "editorial" else self.text

    @property
    def is_listed(self) -> bool:
        """Whether it is one of several that stand in a list."""
        return self.kind in ("option", "item")


class LogEntry(Struct, frozen=True, kw_only=True):
    """A page that was read: who, where and when it told of, and its lines."""

    title: str
    where: str
    lines: tuple[LogLine, ...]

    @property
    def head(self) -> str:
        """Who, where and when, in one line."""
        return " · ".join(part for part in (self.title, self.where) if part)


def pages(library: Library, trail: Trail, reader: Reader) -> tuple[Page, ...]:
    """Every page of a trail in the order in which it was read, the present one last."""
    return tuple(page(library, play.state, reader, play.trail) for play in plays(library, trail))


def reading_log(library: Library, trail: Trail, reader: Reader, said: Mapping[int, tuple[str, ...]] | None = None
            ) -> tuple[LogEntry, ...]:  # fmt: skip
    """All that was read, in order. A fork to which the reader came back at once is not told twice.

    `said` is what the reader says of what she did, by the number, from 0, of the page.
    """
    found: list[LogEntry] = []
    fork: tuple[str, str] | None = None
    read = pages(library, trail, reader)
    for index, one in enumerate(read):
        here = (one.story, one.scene)
        is_again = one.kind == "scene" and here == fork
        lines = (*lines_of(library, replace(one, blocks=(), moves=()) if is_again else one),
                 *_went(one, trail.steps[index].move if index < len(trail.steps) else None))  # fmt: skip
        if said and index in said:
            lines = _with(lines, tuple(LogLine("said", text) for text in said[index]))
        if one.kind in ("scene", "ending"):
            fork = here
        if lines:
            found.append(LogEntry(title=one.title, where=one.where, lines=lines))
    return tuple(found)


def search_log(entries: tuple[LogEntry, ...], wanted: str) -> tuple[LogEntry, ...]:
    """The lines that hold some words, whatever their case, below the heads of their pages; all if nothing is wanted."""
    sought = " ".join(wanted.casefold().split())
    if not sought:
        return entries
    kept = (replace(one, lines=tuple(line for line in one.lines if sought in _plain(line.text))) for one in entries)
    return tuple(one for one in kept if one.lines)


def with_heads(entries: Iterable[LogEntry]) -> Iterator[tuple[str, LogEntry]]:
    """Each page that was read with who, where and when, where that changes."""
    before = ""
    for entry in entries:
        yield "" if entry.head == before else entry.head, entry
        before = entry.head


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def lines_of(library: Library, one: Page) -> Iterator[LogLine]:
    """The lines of one page."""
    for block in one.blocks:
        for paragraph in paragraphs(block.text):
            yield LogLine("editorial" if block.editorial else "text", paragraph)
    if one.chosen and one.kind != "mark":
        yield LogLine("chosen", strings.CHOSEN.format(label=one.chosen))
    if one.reveal is not None:
        yield LogLine("word", one.reveal.evidence)
        for outcome in one.reveal.outcomes:
            if len(one.reveal.outcomes) > 1:
                yield LogLine("word", outcome.word)
            yield LogLine("outcome", outcome.text)
            if rests := support(library, outcome.claims):
                yield LogLine("support", rests)
    if one.close is not None:
        yield from _closed(one.close)
    if one.ask:
        yield LogLine("ask", one.ask)
    for move in one.moves:
        if move.kind == "choice":
            yield LogLine("option", move.label if move.is_open else f"{move.label} ({move.because})")


def _with(lines: tuple[LogLine, ...], said: tuple[LogLine, ...]) -> tuple[LogLine, ...]:
    """With what the reader says of her choice below that; of a page without one below all."""
    at = next((at for at, line in enumerate(lines, 1) if line.kind == "chosen"), len(lines))
    return (*lines[:at], *said, *lines[at:])


def _closed(close: EndingView) -> Iterator[LogLine]:
    yield LogLine("word", close.head)
    yield from (LogLine("text", text) for text in (close.as_of, close.text) if text)
    for head, items in (
        (strings.WALKED_HEAD, close.walked),
        (strings.UNKNOWN_HEAD, close.unknown),
        (strings.NOT_WALKED_HEAD, close.not_walked),
        (strings.MARKED_HEAD, close.marked),
        (strings.DISCUSS_HEAD, tuple(question.ask for question in close.questions)),
    ):
        if items:
            yield LogLine("head", head)
            yield from (LogLine("item", item) for item in items)


def _went(one: Page, move: Move | None) -> Iterator[LogLine]:
    """Where the reader went from a page, if its move is told nowhere else."""
    for offered in one.moves:
        if offered.move == move and not isinstance(move, Choose | GoOn):
            yield LogLine("chosen", strings.CHOSEN.format(label=offered.label))


class SceneVisit(Struct, frozen=True):
    """A scene of some record: who, where and when; and the pages that were read there, outcomes last."""

    label: str
    pages: tuple[Page, ...]


def visited_scenes(library: Library, trail: Trail, reader: Reader) -> tuple[SceneVisit, ...]:
    """Every scene that was read, in the order in which the trail came to it, each once."""
    found: dict[tuple[str, str], dict[str | None, Page]] = {}
    for at in plays(library, trail):
        told = page(library, at.state, reader, at.trail)
        if told.kind != "mark":
            found.setdefault((told.story, told.scene), {}).setdefault(at.state.shown, told)
    read = [tuple(pages.values()) for pages in found.values()]
    alike = Counter(_place(pages[0]) for pages in read)
    labels = [_label(pages[0], is_alone=alike[_place(pages[0])] == 1) for pages in read]
    return tuple(map(SceneVisit, _numbered(labels), read))


def _numbered(labels: list[str]) -> Iterator[str]:
    """Labels, with a number where several are alike."""
    alike, come = Counter(labels), Counter[str]()
    for label in labels:
        come[label] += 1
        yield label if alike[label] == 1 else f"{label} ({come[label]})"


def _place(first: Page) -> tuple[str, str]:
    return first.title, first.where


def _label(first: Page, *, is_alone: bool) -> str:
    """Who, where and when; the question, or how it ends, where that is not told or told of other scenes too."""
    said = first.ask or (first.close.head if first.close is not None else "")
    more = "" if is_alone and first.where else said
    return " · ".join(part for part in (first.title, first.where, more) if part)
