"""How do counts stand as bars, few and large?"""

from collections.abc import Iterator
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from wayout.classroom.board_view import count_word
from wayout.classroom.class_state import Bar
from wayout.faces.terminal.widgets.auto_height import AutoHeight
from wayout.faces.terminal.widgets.text_lines import TextLine, TextLines, ink

FULL = "█"
PARTS = " ▏▎▍▌▋▊▉"
"""Eighths of a cell."""
NOTHING = Content("")
AIR = TextLine(NOTHING, NOTHING, NOTHING)
ROOM_FOR_COUNT = 6


class Bars(AutoHeight):
    """Of each: what was counted, and below it a bar with the number; a word where the number is too small."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"bars--label", "bars--bar", "bars--count", "bars--few"}
    DEFAULT_CSS: ClassVar[str] = """
    Bars {
        width: 100%;
        height: auto;
        & > .bars--label { color: $foreground; }
        & > .bars--bar { color: $accent; }
        & > .bars--count { color: $foreground; text-style: $strong-style; }
        & > .bars--few { color: $text-muted; }
    }
    """

    bars: reactive[tuple[Bar, ...]] = reactive((), repaint=False)

    def watch_bars(self) -> None:
        """Other numbers."""
        self.draw_anew()

    def rows(self, width: int) -> int:
        """As many rows as labels and bars take."""
        return sum(self._set(width).heights(width))

    def render(self) -> TextLines:
        """Labels and bars, drawn."""
        return self._set(self.content_size.width)

    def _set(self, width: int) -> TextLines:
        most = max((bar.count or 0 for bar in self.bars), default=0)
        return TextLines(tuple(_lines(self.bars, most, max(1, width - ROOM_FOR_COUNT))))


def _lines(bars: tuple[Bar, ...], most: int, width: int) -> Iterator[TextLine]:
    for index, bar in enumerate(bars):
        if index:
            yield AIR
        yield TextLine(NOTHING, NOTHING, ink(bar.choice, ".bars--label"))
        if bar.count is None:
            yield TextLine(NOTHING, NOTHING, ink(count_word(None), ".bars--few"))
        else:
            drawn = Content.styled(drawn_bar(bar.count, most, width), ".bars--bar")
            yield TextLine(NOTHING, NOTHING, drawn + ink(f" {bar.count}", ".bars--count"))


def drawn_bar(count: int, most: int, width: int) -> str:
    """A bar whose length is to the width as the count to the most, to an eighth of a cell."""
    eighths = round(8 * width * count / most) if most else 0
    return FULL * (eighths // 8) + PARTS[eighths % 8].strip()
