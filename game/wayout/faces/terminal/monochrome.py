"""What is sent to a terminal whose reader has said NO_COLOR? No colour at all: bold, underline, italic, reverse."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class NoColour(LineFilter):
    """Takes every colour out; Textual's own filter (8.2) turns them into greys and sends those."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's signature
        """The segments without colours."""
        return [Segment(text, style and _bare(style), control) for text, style, control in segments]


@lru_cache(maxsize=4096)
def _bare(style: Style) -> Style:
    """A style without colours; what a click on it means stays."""
    return style.without_color + Style(meta=style.meta) if style.meta else style.without_color
