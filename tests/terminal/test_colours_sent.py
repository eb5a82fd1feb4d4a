"""What is really sent to terminals of 256 or 16 colours can be read, in each of our own themes."""

import os
from collections.abc import Sequence

import pytest
from textual.theme import Theme

from tests.support.terminals import Screen
from tests.terminal.sent import PALETTES, Cell, cells
from tests.terminal.test_contrast import BLOCKS
from tests.terminal.test_looks import contrast_of
from wayout.faces.terminal.themes import DARK, HIGH_CONTRAST, LIGHT, OWN
from wayout.locale import shelf_strings, strings
from wayout.store.shelf import SettingsStore, open_shelf

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")

TERMINALS = {
    "256": {"TERM": "xterm-256color", "COLORTERM": ""},
    "16": {"TERM": "xterm", "COLORTERM": ""},
}
DRAWN = BLOCKS | set("─│┃▕▏━╸╺")
"""Signs that say nothing."""
ANSWERED = "taken · recorded"
STEPS = (
    ("", strings.TO_LIBRARY), ("1", strings.BY_ENTER), ("s", strings.SOURCES), ("\x1b", strings.BY_ENTER),
    ("\r", "2 of "), ("\r", "a ferryman in the river"), ("m", strings.MAP), ("\x1b", "a ferryman in the river"),
    ("\r", "How he tries is not told"),
    ("\r", "What does he answer?"), ("1", ANSWERED), ("?", strings.HELP_KEYS), ("\x1b", ANSWERED),
    ("g", strings.GLOSSARY), ("\x1b", ANSWERED), (",", shelf_strings.LABEL["width"]), ("\x1b", ANSWERED),
    ("x", strings.COMPARE), ("\x1b", ANSWERED), ("l", strings.LOG), ("\x1b", ANSWERED),
    ("\x10", "Search for commands"), ("\x1b", ANSWERED), ("q", "Wim"), ("/", shelf_strings.SEARCH),
    ("zzz", "zzz"),
)  # fmt: skip
"""What is pressed, and words of what then stands on the screen."""


def keep_theme(theme: Theme) -> None:
    """As if the reader had set it."""
    shelf = open_shelf()
    SettingsStore(shelf).change("theme", theme.name)
    shelf.close()


def opened(wayout: list[str], theme: Theme, terminal: str) -> Screen:
    """Vesna's record in a theme and a terminal."""
    keep_theme(theme)
    return Screen(wayout, "play", "vesna", columns=100, rows=60, **TERMINALS[terminal])


def check(seat: Screen, palette: Sequence[str], least: float) -> None:
    """Every word on the screen."""
    read = [cell for row in cells(seat, palette) for cell in row if cell.sign not in DRAWN]
    assert read
    for cell in read:
        contrast = contrast_of(cell.ink, cell.ground)
        assert contrast >= least, f"{cell.sign!r}: {cell.ink.hex} on {cell.ground.hex}, {contrast:.2f}\n{seat.text}"


def row_of(seat: Screen, words_there: str) -> list[Cell]:
    """The signs of the first row in which words stand."""
    found = next(row for row in cells(seat) if words_there in "".join(cell.sign for cell in row))
    return [cell for cell in found if cell.sign not in DRAWN]


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_word_that_is_sent_can_be_read(wayout: list[str], theme: Theme, terminal: str) -> None:
    """4.5 to 1, in the theme of high contrast 7 to 1; in 16 colours with those of three terminals."""
    with opened(wayout, theme, terminal) as seat:
        for key, there in STEPS:
            seat.press(key)
            seat.until(there)
            seat.settle()
            for palette in PALETTES.values() if terminal == "16" else [PALETTES["xterm"]]:
                check(seat, palette, 7 if theme is HIGH_CONTRAST else 4.5)


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_the_option_pointed_at_is_never_the_faintest(wayout: list[str], theme: Theme, terminal: str) -> None:
    with opened(wayout, theme, terminal) as seat:
        seat.until(strings.TO_LIBRARY)
        pointed, other = row_of(seat, strings.CONTENT_FULL), row_of(seat, strings.TO_LIBRARY)
        assert min(contrast_of(cell.ink, cell.ground) for cell in pointed[2:]) >= min(
            contrast_of(cell.ink, cell.ground) for cell in other
        )


def test_the_light_page_is_white_or_grey_in_256_colours(wayout: list[str]) -> None:
    with opened(wayout, LIGHT, "256") as seat:
        seat.until(strings.TO_LIBRARY)
        seat.settle()
        grounds = {cell.ground.rgb for row in cells(seat) for cell in row}
        assert all(red == green == blue for red, green, blue in grounds), grounds


def test_exact_colours_are_sent_where_a_terminal_has_them(wayout: list[str]) -> None:
    keep_theme(DARK)
    with Screen(wayout, "play", "vesna", COLORTERM="truecolor") as seat:
        seat.until(strings.CONTENT_GENTLE)
        assert {cell.ground.hex.lower() for cell in row_of(seat, strings.CONTENT_GENTLE)} == {DARK.background}
