"""What a person should see: themes that can be read, every size, and pictures of every screen."""

import pytest
from textual.color import Color
from textual.theme import Theme

from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from wayout.faces.terminal.themes import DARK, LIGHT
from wayout.faces.terminal.widgets.rail import Rail
from wayout.model.library import Library

pytestmark = pytest.mark.smoke

GROUNDS = ("background", "surface", "panel")
INKS = ("foreground", "text", "text-muted", "text-disabled", "accent", "primary", "secondary", "warning", "error")
PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")


def contrast_of(one: Color, other: Color) -> float:
    """WCAG 2.2, contrast ratio and relative luminance."""
    dark, light = sorted(_luminance(color) for color in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    parts = [value / 255 for value in color.rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("ink", INKS)
def test_every_text_has_a_contrast_of_at_least_4_5(theme: Theme, ground: str, ink: str) -> None:
    colors = theme.to_color_system().generate()
    contrast = contrast_of(Color.parse(colors[ink]), Color.parse(colors[ground]))
    assert contrast >= 4.5, f"{ink} on {ground}: {contrast:.2f}"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_there_is_one_accent(theme: Theme) -> None:
    assert theme.accent == theme.primary == theme.warning


@pytest.mark.parametrize("theme", ["wayout-dark", "wayout-light", "ansi-dark", "ansi-light"])
def test_every_theme_offered_shows_every_screen(invented: Library, theme: str) -> None:
    async def look(seat: Seat) -> None:
        seat.app.theme = theme
        await seat.press("1", "1", "1", "s", "escape", "question_mark", "escape")
        assert "taken · recorded" in seat.text

    drive(invented, look)


def test_a_window_too_small_says_so_and_a_larger_one_goes_on(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        before = seat.text
        await seat.resize(39, 24)
        assert seat.name == "TooSmallScreen"
        assert "40 columns" in " ".join(seat.text.split())
        await seat.resize(80, 19)
        assert seat.name == "TooSmallScreen"
        await seat.resize(80, 24)
        assert seat.name == "ReadingScreen"
        assert seat.text == before
        await seat.press("1")
        assert "Chosen: Refuse" in seat.text

    drive(invented, look, story="anton", scene="the-order")


def test_picture_of_a_window_too_small(invented: Library) -> None:
    """One sentence in the middle: how large it must be, and how to leave."""

    async def look(seat: Seat) -> None:
        assert_picture("small-30x10", seat.text)

    drive(invented, look, size=(30, 10))


def test_a_start_in_a_window_too_small_waits_for_a_larger_one(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        assert seat.name == "TooSmallScreen"
        await seat.resize(80, 24)
        assert seat.name == "NoticeScreen"

    drive(invented, look, story="anton", size=(30, 10))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_measure_of_the_text_is_at_most_72_characters(invented: Library, size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        column, rail = seat.app.screen.query_one("#page").region, seat.app.screen.query_one(Rail)
        assert column.width <= 74
        left, right = column.x, size[0] - (rail.region.right if rail.display else column.right)
        assert abs(left - right) <= 2, "the column stands in the middle, with what stands beside it"

    drive(invented, look, story="anton", scene="the-order", size=size)


@PICTURED
def test_picture_of_the_library(invented: Library, size: tuple[int, int]) -> None:
    """The name of the game, one line on it, two people with what kind of name it is; Anton is pointed at."""
    _take(invented, size, "library")


@PICTURED
def test_picture_of_the_notice(invented: Library, size: tuple[int, int]) -> None:
    """Who he is, whether that is his name, whom he told it to, that nothing is announced; Begin is pointed at."""
    _take(invented, size, "notice", "1")


@PICTURED
def test_picture_of_a_page(invented: Library, size: tuple[int, int]) -> None:
    """Anton left, place and year right; text, question and two numbered answers on one edge; his pay below."""
    _take(invented, size, "reading", "1", "1")


@PICTURED
def test_picture_of_an_outcome(invented: Library, size: tuple[int, int]) -> None:
    """What she answered; a heavy rule; “taken · recorded”, then what followed and what it rests on; one way on."""
    _take(invented, size, "outcome", "1", "1", "1")


@PICTURED
def test_picture_of_a_page_on_the_record_itself(invented: Library, size: tuple[int, int]) -> None:
    """Two plain paragraphs; then 'the record' and a sentence about it beside a thin rule."""
    _take(invented, size, "editorial", "1", "1", "1", "enter")


@PICTURED
def test_picture_of_the_sources(invented: Library, size: tuple[int, int]) -> None:
    """A numbered claim, its standing and why; below it each document: title, outlet and making, line and speaker."""
    _take(invented, size, "sources", "1", "1", "1", "s")


@PICTURED
def test_picture_of_an_ending(invented: Library, size: tuple[int, int]) -> None:
    """Where the published account ends and as of when; what was never told; what to discuss; the way to the library."""
    _take(invented, size, "ending", "1", "1", "1", "enter", "enter")


@PICTURED
def test_picture_of_the_help(invented: Library, size: tuple[int, int]) -> None:
    """Every key with what it does, then the evidence words with their meanings."""
    _take(invented, size, "help", "1", "1", "question_mark")


def _take(library: Library, size: tuple[int, int], name: str, *keys: str) -> None:
    async def look(seat: Seat) -> None:
        await seat.press(*keys)
        assert_picture(f"{name}-{size[0]}x{size[1]}", seat.text)

    drive(library, look, size=size)
