"""How are paragraphs drawn that wrap beside their own gutter?"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.faces.clean import clean


def ink(text: str, style: str = "") -> Content:
    """A writer's text as Content: data, never markup, on one line until it wraps, and without control characters."""
    return Content.styled(clean(text.replace("\n", " ")), style)


class Line(Struct, frozen=True):
    """A paragraph with what stands in the gutter beside its first line and beside the others; both of one width."""

    first: Content
    rest: Content
    body: Content


class Lines(Visual):
    """Paragraphs one below the other, each wrapped to the right of its gutter.

    A page is measured and then drawn: what was wrapped for one width is kept until another is asked for.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self._width = 0
        self._rows: list[list[Content]] = []

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
        """Draw; each segment says where in the text it begins, so that a selection by mouse finds its words."""
        strips: list[Strip] = []
        get_style = cache(options.get_style)
        span_of = options.selection.get_span if options.selection is not None else lambda _: None
        for y, (line, rows) in enumerate(zip(self.lines, self._wrapped(width), strict=True)):
            drawn = rows
            if (span := span_of(y)) is not None and options.selection_style is not None:
                start, end = span
                chosen = line.body.stylize(options.selection_style, start, None if end == -1 else end)
                drawn = _rows(chosen, _measure(line, width))
            gutter, at = _gutter(line.first, style, get_style), 0
            for number, row in enumerate(drawn):
                if number == 1 and line.rest is not line.first:
                    gutter = _gutter(line.rest, style, get_style)
                at = line.body.plain.find(row.plain, at)
                segments = gutter.copy()
                for text, own in row.render(style, end="", parse_style=get_style):
                    segments.append(Segment(text, (style + own).rich_style_with_offset(at, y)))
                    at += len(text)
                strips.append(Strip(segments, line.first.cell_length + row.cell_length))
        return strips if height is None else strips[:height]

    def _wrapped(self, width: int) -> list[list[Content]]:
        if width != self._width:
            self._width = width
            self._rows = [_rows(line.body, _measure(line, width)) for line in self.lines]
        return self._rows


def _rows(body: Content, width: int) -> list[Content]:
    return [body] if body.cell_length <= width else body.wrap(width)


def _gutter(gutter: Content, style: Style, get_style: Callable[[str | Style], Style]) -> list[Segment]:
    drawn = gutter.render(style, end="", parse_style=get_style)
    return [Segment(text, (style + own).rich_style) for text, own in drawn if text]


def _measure(line: Line, width: int) -> int:
    return max(1, width - line.first.cell_length)
