"""How are paragraphs drawn that wrap beside their own gutter?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from game.faces.clean import clean


def ink(text: str, style: str = "") -> Content:
    """A writer's text as Content: data, never markup, on one line until it wraps, and without control characters."""
    return Content.styled(clean(text.replace("\n", " ")), style)


@dataclass(frozen=True)
class Line:
    """A paragraph with what stands in the gutter beside its first line and beside the others; both of one width."""

    first: Content
    rest: Content
    body: Content


class Lines(Visual):
    """Paragraphs one below the other, each wrapped to the right of its gutter."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines

    @property
    def plain(self) -> str:
        """The text without gutters."""
        return "\n".join(line.body.plain for line in self.lines)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As wide as the longest paragraph unwrapped."""
        return max((line.first.cell_length + line.body.get_optimal_width(rules, 0) for line in self.lines), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """The number of rows at a width."""
        return sum(self.heights(width))

    def heights(self, width: int) -> Iterator[int]:
        """The rows of each paragraph at a width."""
        return (line.body.get_height(RulesMap(), _measure(line, width)) for line in self.lines)

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        """Draw; each strip says where in the text it begins, so that a selection by mouse finds its words."""
        strips: list[Strip] = []
        for y, line in enumerate(self.lines):
            own = replace(options, selection=_within(options.selection, y))
            body = line.body.render_strips(_measure(line, width), None, style, own)
            bare = replace(options, selection=None)
            first = line.first.render_strips(width, 1, style, bare)
            rest = line.rest.render_strips(width, 1, style, bare)
            x = 0
            for row, strip in enumerate(body):
                strips.append(Strip.join([*(rest if row else first), strip.apply_offsets(x, y)]))
                x += len(strip.text)
        return strips if height is None else strips[:height]


def _measure(line: Line, width: int) -> int:
    return max(1, width - line.first.cell_length)


def _within(selection: Selection | None, y: int) -> Selection | None:
    """The part of a selection that falls on one paragraph."""
    span = selection.get_span(y) if selection is not None else None
    if span is None:
        return None
    start, end = span
    return Selection(Offset(start, 0), None if end == -1 else Offset(end, 0))
