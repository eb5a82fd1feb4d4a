"""Which colours does a terminal really get? Its screen, cell by cell, as the colours that it would show."""

from collections.abc import Mapping, Sequence
from typing import Any

from textual.color import Color

from tests.support.terminals import Screen

PALETTES: Mapping[str, Sequence[str]] = {
    "xterm": ("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5",
              "7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
    "Linux": ("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa",
              "555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
    "Windows": ("0c0c0c", "c50f1f", "13a10e", "c19c00", "0037da", "881798", "3a96dd", "cccccc",
                "767676", "e74856", "16c60c", "f9f1a5", "3b78ff", "b4009e", "61d6d6", "f2f2f2"),
}  # fmt: skip
"""The 16 colours of some terminals."""
NAMES = ("black", "red", "green", "brown", "blue", "magenta", "cyan", "white")
BRIGHT = 8


class Cell:
    """A sign on a screen, its ink, and its ground."""

    def __init__(self, char: Any, palette: Sequence[str]) -> None:
        self.sign: str = char.data
        self.is_bold: bool = char.bold
        self._char, self._palette = char, palette

    @property
    def ink(self) -> Color:
        """The colour of the sign; raises ValueError where it is the terminal's own, which nobody knows here."""
        return self._back if self._char.reverse else self._front

    @property
    def ground(self) -> Color:
        """The colour behind it."""
        return self._front if self._char.reverse else self._back

    @property
    def _front(self) -> Color:
        return _colour(self._char.fg, self._palette, is_bold=self._char.bold)

    @property
    def _back(self) -> Color:
        return _colour(self._char.bg, self._palette)


def cells(seat: Screen, palette: Sequence[str] = PALETTES["xterm"]) -> list[list[Cell]]:
    """Every row of a screen."""
    screen = seat.screen
    return [[Cell(screen.buffer[y][x], palette) for x in range(screen.columns)] for y in range(screen.lines)]


def _colour(name: str, palette: Sequence[str], *, is_bold: bool = False) -> Color:
    """What pyte calls a colour: a name, or six digits; a bold one of the first eight is drawn bright by many."""
    if name == "default":
        raise ValueError("a colour of the terminal's own")
    if name.startswith("bright"):
        return Color.parse(f"#{palette[BRIGHT + NAMES.index(name.removeprefix('bright'))]}")
    if name in NAMES:
        return Color.parse(f"#{palette[NAMES.index(name) + BRIGHT * is_bold]}")
    return Color.parse(f"#{name}")
