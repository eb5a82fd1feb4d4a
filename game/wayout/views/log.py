"""What has been read so far, page by page?

A view model: the transcript of a play with search, and the scenes visited.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.text import paragraphs
from wayout.play.moves import Choose, GoOn, Move
from wayout.play.state import Reader, Trail
from wayout.play.step import plays
from wayout.views.document import Kind, Row, Section, ViewDocument, row
from wayout.views.outcome import EvidenceNote, OutcomeView
from wayout.views.page import EndingView, Page, page

LOG = "log"
"""The name of its document."""
LINES: tuple[Kind, ...] = (
    "paragraph", "editorial", "ask", "option", "chosen", "word", "followed", "support", "said",
)  # fmt: skip
"""Every kind of row that it can have."""


def pages(library: Library, trail: Trail, reader: Reader) -> tuple[Page, ...]:
    """Every page of a trail in the order in which it was read, the present one last."""
    return tuple(page(library, play.state, reader, play.trail) for play in plays(library, trail))


def reading_log(library: Library, trail: Trail, reader: Reader, said: Mapping[int, tuple[str, ...]] | None = None
            ) -> tuple[Section, ...]:  # fmt: skip
    """All that was read, in order, each page below who, where and when it told of.

    A fork to which the reader came back at once is not told twice. `said` is what the reader says of what she did, by
    the number, from 0, of the page.
    """
    found: list[Section] = []
    fork: tuple[str, str] | None = None
    read = pages(library, trail, reader)
    for index, one in enumerate(read):
        here = (one.story, one.scene)
        is_again = one.kind == "scene" and here == fork
        lines = (*lines_of(replace(one, blocks=(), moves=()) if is_again else one),
                 *_went(one, trail.steps[index].move if index < len(trail.steps) else None))  # fmt: skip
        if said and index in said:
            lines = _with(lines, tuple(row("said", text) for text in said[index]))
        if one.kind in ("scene", "ending"):
            fork = here
        if lines:
            found.append(Section(" · ".join(part for part in (one.title, one.where) if part), lines))
    return tuple(found)


def search_log(read: tuple[Section, ...], wanted: str) -> tuple[Section, ...]:
    """The lines that hold some words, whatever their case, below the heads of their pages; all if nothing is wanted."""
    sought = " ".join(wanted.casefold().split())
    if not sought:
        return read
    kept = (replace(one, rows=tuple(line for line in one.rows if sought in _plain(line.said()))) for one in read)
    return tuple(one for one in kept if one.rows)


def log_document(read: tuple[Section, ...], wanted: str = "") -> ViewDocument:
    """What was read, or what of it holds some words; who, where and when stand where they change."""
    found = search_log(read, wanted)
    if wanted and not found:
        return ViewDocument(id=LOG, title="", lead=(row("paragraph", strings.LOG_NONE.format(said=wanted)),))
    before = ("", *(one.heading for one in found))
    sections = (
        replace(one, heading="") if one.heading == last else one for last, one in zip(before, found, strict=False)
    )
    return ViewDocument(id=LOG, title=strings.LOG, sections=tuple(sections))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def lines_of(one: Page) -> Iterator[Row]:
    """The lines of one page; what is told is a line a paragraph."""
    for block in one.blocks:
        yield from _told("editorial" if block.editorial else "paragraph", block.text)
    if one.chosen and one.kind not in ("mark", "reveal"):
        yield row("chosen", strings.CHOSEN.format(label=one.chosen))
    if one.reveal is not None:
        yield from _told("followed", one.reveal.step) if one.reveal.step else ()
        for line in one.reveal.lines:
            yield row("word" if line.brief else "support", "".join(line.line))
            yield from _told("followed", line.text) if line.brief else ()
        yield from _followed(one.reveal.told, one.reveal.note)
        for fold in () if one.reveal.step else one.reveal.folds:
            yield row("word", fold.label)
            yield from _followed(fold.outcomes, fold.note)
    if one.close is not None:
        yield from _closed(one.close)
    if one.ask and not one.stretch:
        yield row("ask", one.ask)
    for move in one.moves:
        if move.kind == "choice":
            yield row("option", move.label if move.is_open else f"{move.label} ({move.because})")


def _followed(outcomes: tuple[OutcomeView, ...], note: EvidenceNote) -> Iterator[Row]:
    """What followed: whose it is, where it is of somebody else, the text, and below it how it is known."""
    for outcome in outcomes:
        if outcome.of:
            yield row("word", outcome.of)
        yield from _told("followed", outcome.text)
        if outcome.note.text:
            yield row("support", outcome.note.text)
    if note.text:
        yield row("support", note.text)


def _told(kind: Kind, text: str) -> Iterator[Row]:
    return (row(kind, paragraph) for paragraph in paragraphs(text))


def _with(lines: tuple[Row, ...], said: tuple[Row, ...]) -> tuple[Row, ...]:
    """With what the reader says of her choice below that; of a page without one below all."""
    at = next((at for at, line in enumerate(lines, 1) if line.kind == "chosen"), len(lines))
    return (*lines[:at], *said, *lines[at:])


def _closed(close: EndingView) -> Iterator[Row]:
    yield row("word", close.head)
    for text in (close.as_of, close.text):
        yield from _told("paragraph", text) if text else ()
    for head, items in (*close.lists, (strings.DISCUSS_HEAD, tuple(question.ask for question in close.questions))):
        if items:
            yield row("ask", head)
            yield from (row("option", item) for item in items)


def _went(one: Page, move: Move | None) -> Iterator[Row]:
    """Where the reader went from a page, if its move is told nowhere else."""
    for offered in one.moves:
        if offered.move == move and not isinstance(move, Choose | GoOn):
            yield row("chosen", strings.CHOSEN.format(label=offered.label))


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
