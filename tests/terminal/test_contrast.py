"""What is painted can be read: every pair of ink and ground on every screen, in each of our own themes."""

import asyncio
from collections.abc import Callable

import pytest
from rich.color import ColorType
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tests.terminal.driving import Seat, drive
from tests.terminal.test_beside import hard
from tests.terminal.test_looks import contrast_of
from tests.terminal.test_settings import shelf_with
from wayout.faces.terminal.app import WayoutApp
from wayout.faces.terminal.screens.settings import THEMES as THEMES_OFFERED
from wayout.faces.terminal.themes import DARK, HIGH_CONTRAST, LIGHT, OWN
from wayout.model.library import ABOUT, ALONE, CARE, DIFFER, GLOSSARY, TIMELINE, Library
from wayout.play.settings import Settings
from wayout.play.state import Reader

THEMES = pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
BLOCKS = set(" ▁▂▃▄▅▆▇█▔▀▊▎▍▌▋▏▕")
"""What fills a cell, or a part of it, and says nothing."""


def painted(seat: Seat) -> list[tuple[str, Style]]:
    """Every run of words on the screen with how it is painted."""
    return [
        (segment.text, segment.style)
        for strip in seat.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style is not None and not set(segment.text) <= BLOCKS
    ]


def ink_and_ground(style: Style) -> tuple[Color, Color]:
    """The colours that are seen."""
    assert style.color is not None
    assert style.bgcolor is not None
    assert ColorType.TRUECOLOR is style.color.type is style.bgcolor.type
    ink, ground = Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)
    return (ground, ink) if style.reverse else (ink, ground)


def check(seat: Seat, least: float) -> int:
    """All of a screen; how many runs there were."""
    found = painted(seat)
    for text, style in found:
        assert not style.dim, f"{text!r} is dimmed in {seat.name}"
        contrast = contrast_of(*ink_and_ground(style))
        assert contrast >= least, f"{text!r} in {seat.name}: {style.color} on {style.bgcolor}, {contrast:.2f}"
    return len(found)


STEPS: tuple[tuple[str, ...], ...] = (
    ("down",), ("1",), ("1",), ("s",), ("escape", "1"), ("1",), ("m",), ("enter",), ("escape", "escape", "g"),
    ("escape", "d"), ("escape", "o"), ("escape", "x"), ("down", "down"), ("escape", "t"), ("escape", "w"),
    ("escape", "c"), ("escape", "a"), ("escape", "f"), ("escape", "l"), ("slash",), ("h", "e"),
    ("escape", "escape", "b"),
    ("escape", "question_mark"), ("end",), ("escape", "comma"), (*["down"] * 9, "enter"), ("2",), ("s",),
    ("escape", "escape", "escape", "1"), ("s",), ("escape", "enter"), ("s",), ("escape", "enter"), ("s",),
    ("escape", "ctrl+p"), ("down", "down"), ("s", "o"),
    ("backspace", "backspace", "t", "h", "e", "m", "e"),
)  # fmt: skip
"""Keys that lead through every screen; after each step what is painted is measured."""


@pytest.mark.parametrize(
    ("theme", "size"),
    [(DARK, (80, 24)), (LIGHT, (120, 40)), (HIGH_CONTRAST, (80, 24))],
    ids=["dark", "light", "high contrast"],
)
def test_whatever_is_painted_has_a_contrast_of_4_5_or_in_high_contrast_of_7(
    beside: Library, theme: Theme, size: tuple[int, int]
) -> None:
    least = 7 if theme is HIGH_CONTRAST else 4.5
    seen: set[str] = set()

    async def play(seat: Seat) -> None:
        assert check(seat, least)
        for keys in STEPS:
            await seat.press(*keys)
            await seat.pilot.pause()
            assert check(seat, least)
            seen.add(seat.name)

    drive(hard(beside), play, size=size, shelf=shelf_with(Settings(theme=theme.name, words_beforehand=True)))
    assert seen >= {"NoticeScreen", "ForewordScreen", "ReadingScreen", "SourcesScreen", "StoryMapScreen",
                    "SceneDetailScreen", GLOSSARY, DIFFER, ALONE, "CompareScreen", TIMELINE, ABOUT, CARE, "ForksScreen",
                    "LogScreen", "DebriefScreen", "HelpScreen", "SettingsScreen", "KeymapScreen",
                    "KeyCaptureScreen", "CommandPalette"}  # fmt: skip


def test_every_theme_can_paint_every_screen(beside: Library) -> None:
    """Those that come with Textual too: once all screens have been open, their sheets are read anew for each theme."""

    async def play(seat: Seat) -> None:
        for keys in STEPS:
            await seat.press(*keys)
        seat.app.to_library()
        for theme in THEMES_OFFERED:
            seat.app.change("theme", theme)
            await seat.pilot.pause()
            await seat.press("x")
            shown = "wayout-dark" if theme == "auto" else theme
            assert (seat.app.theme, seat.name) == (shown, "CompareScreen")
            await seat.press("escape")

    drive(hard(beside), play, size=(120, 40))


@THEMES
def test_selected_words_can_be_read(invented: Library, theme: Theme) -> None:
    least = 7 if theme is HIGH_CONTRAST else 4.5

    async def play(seat: Seat) -> None:
        row = next(index for index, line in enumerate(seat.lines) if "foreman" in line)
        before = {style.bgcolor for _, style in painted(seat)}
        await seat.pilot.mouse_down(offset=(6, row))
        await seat.pilot.hover(offset=(30, row))
        await seat.pilot.mouse_up(offset=(30, row))
        await seat.pilot.pause()
        assert {style.bgcolor for _, style in painted(seat)} - before, "a selection is seen"
        check(seat, least)

    drive(invented, play, story="anton", scene="the-order", shelf=shelf_with(Settings(theme=theme.name)))


@THEMES
def test_a_note_of_textuals_own_can_be_read(invented: Library, theme: Theme) -> None:
    """What ctrl+c says where nothing is selected."""

    async def run() -> None:
        app = WayoutApp(invented, Reader(), shelf=shelf_with(Settings(theme=theme.name)))
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            seat = Seat(app, pilot)
            await seat.press("ctrl+c")
            await seat.until("ctrl+q")
            check(seat, 7 if theme is HIGH_CONTRAST else 4.5)

    asyncio.run(run())


@THEMES
def test_a_window_too_small_can_be_read(invented: Library, theme: Theme) -> None:
    async def play(seat: Seat) -> None:
        assert seat.name == "TooSmallScreen"
        assert check(seat, 7 if theme is HIGH_CONTRAST else 4.5)

    drive(invented, play, size=(30, 10), shelf=shelf_with(Settings(theme=theme.name)))


@THEMES
def test_terms_the_pointer_and_the_option_pointed_at_are_told_apart_without_colour(
    beside: Library, theme: Theme
) -> None:
    """A term by its line below, what is pointed at by the pointer and bold letters."""

    def looks(of: Callable[[str], bool], seat: Seat) -> Style:
        return next(style for text, style in painted(seat) if of(text))

    async def play(seat: Seat) -> None:
        assert looks(lambda text: "foreman" in text, seat).underline
        assert looks(lambda text: "❯" in text, seat).bold
        assert looks(lambda text: "Refuse" in text, seat).bold
        assert not looks(lambda text: "Load the ship" in text, seat).bold

    drive(beside, play, story="anton", scene="the-order", shelf=shelf_with(Settings(theme=theme.name)))
