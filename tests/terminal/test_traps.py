"""A writer's text is data: whatever it holds, it is shown, and does nothing."""

import pytest

from tests.support.wild import TRAPS, wild
from tests.terminal.driving import SIZES, Seat, drive
from wayout.faces.terminal.palette import BindingCommands
from wayout.model.library import Library


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_click_on_a_written_link_is_only_a_choice(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("[sic]")
        assert seat.app.is_running
        assert seat.name == "NoticeScreen"

    drive(wild(invented, TRAPS["markup"]), play, size=size)


def test_the_palette_offers_what_the_keys_do_and_does_it(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        provider = BindingCommands(seat.app.screen)
        offered = [hit async for hit in provider.discover()]
        assert "Show what this page rests on" in [str(hit.text) for hit in offered]
        found = [hit async for hit in provider.search("this page rests")]
        assert len(found) == 1
        found[0].command()
        await seat.pilot.pause()
        assert seat.name == "SourcesScreen"

    drive(invented, play, story="anton", scene="the-order")


def test_the_palette_opens_over_a_page_and_has_textuals_own_commands_too(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("ctrl+p")
        await seat.until("Theme")
        assert seat.name == "CommandPalette"
        assert "Show what this page rests on" in seat.text

    drive(invented, play, story="anton", scene="the-order", size=(120, 40))
