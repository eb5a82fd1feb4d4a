"""Does a screen that is asked to close more than once take another with it?"""

import pytest

from tests.terminal.driving import Seat, drive
from wayout.model.library import Library

OPENED = ("s", "m", "f", "l", "b", "x", ",", "?", "ctrl+p")
"""Keys that open a screen over a page."""


@pytest.mark.parametrize("key", OPENED)
def test_a_screen_asked_twice_to_close_takes_no_other_with_it(invented: Library, key: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter")
        page = seat.app.screen
        await seat.press(key)
        await seat.until_it(lambda: seat.app.screen is not page)
        opened = seat.app.screen
        opened.dismiss()
        opened.dismiss()
        opened.dismiss()
        await seat.pilot.pause()
        assert seat.app.screen is page
        assert seat.app.is_running

    drive(invented, play, story="anton", scene="the-order")


@pytest.mark.parametrize(
    ("story", "scene"), [(None, None), ("anton", "the-order")], ids=["over the library", "over a page"]
)
def test_a_palette_closed_before_it_is_there_ends_nothing(
    invented: Library, story: str | None, scene: str | None
) -> None:
    async def play(seat: Seat) -> None:
        below = seat.app.screen
        seat.app.action_command_palette()
        seat.app.screen.dismiss()
        await seat.pilot.pause()
        assert seat.app.is_running
        assert seat.app.screen is below
        await seat.press("ctrl+p")
        await seat.until_it(lambda: seat.name == "CommandPalette")

    drive(invented, play, story=story, scene=scene)
