"""How are paragraphs drawn that wrap beside their own gutter?

Word wrap and painting of styled lines with a gutter; widgets whose height follows their text, and the background.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import Struct
from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widget import Widget

from wayout.model.text import sanitize


def ink(text: str, style: str = "") -> Content:
    """A writer's text as Content: data, never markup, on one line until it wraps, and without control characters."""
    return Content.styled(sanitize(text.replace("\n", " ")), style)


class TextLine(Struct, frozen=True):
    """A paragraph with what stands in the gutter beside its first line and beside the others; both of one width."""

    first: Content
    rest: Content
    body: Content


class TextRow(NamedTuple):
    """From where to where the text of a row goes, and how many cells it takes."""

    start: int
    end: int
    cells: int


Run = tuple[str, Style]


class TextLines(Visual):
    """Paragraphs one below the other, each wrapped to the right of its gutter.

    A page is measured and then drawn: what was wrapped for one width is kept until another is asked for.
    """

    def __init__(self, lines: Sequence[TextLine]) -> None:
        self.lines = lines
        self._width = 0
        self._rows: list[list[TextRow]] = []

    @property
    def plain(self) -> str:
        """The text without gutters."""
        return "\n".join(line.body.plain for line in self.lines)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As wide as the longest paragraph unwrapped."""
        return max((line.first.cell_length + line.body.cell_length for line in self.lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """The number of rows at a width."""
        return sum(self.heights(width))

    def heights(self, width: int) -> Iterator[int]:
        """The rows of each paragraph at a width."""
        return map(len, self._wrapped(width))

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw, each row filled up to the width; each segment says where in the text it begins, for selecting it."""
        strips: list[Strip] = []
        ground = style.background_style.rich_style
        get_style = cache(options.get_style)
        span_of = options.selection.get_span if options.selection is not None else lambda _: None
        for y, (line, rows) in enumerate(zip(self.lines, self._wrapped(width), strict=True)):
            body = line.body
            if (span := span_of(y)) is not None and options.selection_style is not None:
                body = body.stylize(options.selection_style, span[0], None if span[1] == -1 else span[1])
            runs = _runs(body, style, get_style)
            gutter = [Segment(text, own.rich_style) for text, own in _runs(line.first, style, get_style)]
            for number, row in enumerate(rows):
                if number == 1 and line.rest is not line.first:
                    gutter = [Segment(text, own.rich_style) for text, own in _runs(line.rest, style, get_style)]
                cells = line.first.cell_length + row.cells
                fill = (Segment(" " * (width - cells), ground),) if cells < width else ()
                strips.append(Strip([*gutter, *_cut(runs, row, y), *fill], max(cells, width)))
        return strips if height is None else strips[:height]

    def _wrapped(self, width: int) -> list[list[TextRow]]:
        if width != self._width:
            self._width = width
            self._rows = [_rows(line.body, max(1, width - line.first.cell_length)) for line in self.lines]
        return self._rows


def _rows(body: Content, width: int) -> list[TextRow]:
    """From where to where the text of each row goes; the space at which a row was broken is in none."""
    if body.cell_length <= width:
        return [TextRow(0, len(body), body.cell_length)]
    rows, at = [], 0
    for row in body.without_spans.wrap(width):
        at = body.plain.find(row.plain, at)
        rows.append(TextRow(at, at + len(row), row.cell_length))
        at += len(row)
    return rows


def _runs(text: Content, style: Style, get_style: Callable[[str | Style], Style]) -> list[Run]:
    """Words with the style in which they stand on a ground; most are of one style, and need no sorting of spans."""
    spans = text.spans
    if not spans:
        return [(text.plain, style)] if text else []
    if len(spans) == 1 and spans[0].start == 0 and spans[0].end == len(text):
        return [(text.plain, style + get_style(spans[0].style))]
    return [(words, own) for words, own in text.render(style, end="", parse_style=get_style) if words]


def _cut(runs: list[Run], row: TextRow, y: int) -> Iterator[Segment]:
    """What of the runs falls on a row."""
    at = 0
    for words, style in runs:
        cut = words[max(0, row.start - at) : max(0, row.end - at)]
        if cut:
            yield Segment(cut, style.rich_style_with_offset(max(at, row.start), y))
        at += len(words)


class AutoHeight(Widget):
    """A widget that never scrolls in itself.

    Textual (8.2, `Widget._size_updated`) asks for a second layout whenever the size of what a widget holds has changed,
    because scrollbars may have to come or go. Here none can, and the page is painted once for a key; a test counts it.
    """

    auto_links = Reactive(False)
    """No link is written in a text: nothing is to be looked for in each row."""
    room = 0
    """Rows that it takes even with less text."""

    def rows(self, width: int) -> int:
        """As many rows as the text needs at a width."""
        raise NotImplementedError

    def heights(self, width: int) -> Iterable[int]:
        """The rows of each paragraph at a width."""
        return (self.rows(width),)

    def keep_in_sight(self) -> None:
        """The page was set anew to another size: bring what must never be out of sight back into it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """The rows of the text, or the room that is taken in any case."""
        return max(self.room, self.rows(width)) if width else 0

    def draw_anew(self) -> None:
        """Paint another text; where it takes as many rows as the last one, everything else stays in its place."""
        width, height = self.content_size
        self.refresh(layout=not width or max(self.room, self.rows(width)) != height)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: ARG002 - Textual's signature
        return super()._size_updated(size, virtual_size, container_size, layout=False)


class Background:
    """One row of its ground, as often as it is asked for: drawn once, where Textual draws each row anew."""

    def render_lines(self: Widget, crop: Region) -> list[Strip]:  # type: ignore[misc]
        """The rows; there is no border for Textual to add to them."""
        _, ground = self.background_colors
        row = Strip.blank(crop.width, self.visual_style.background_style.rich_style)
        for line_filter in self.get_line_filters():
            row = row.apply_filter(line_filter, ground)
        return [row] * crop.height
