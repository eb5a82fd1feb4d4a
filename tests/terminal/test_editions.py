"""The menu of editions on the whole screen: what it tells at every size, by key and by mouse."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.terminal.driving import SIZES, Seat, drive
from wayout.faces.terminal.editions import EditionsApp
from wayout.locale import edition_strings
from wayout.model.edition import Edition, Review
from wayout.model.library import Library
from wayout.store.editions import InstalledEdition
from wayout.store.shelf import Shelf

EDITIONS = tuple(
    InstalledEdition(
        Path("/") / name, Edition(id=name, title=f"The {name}", tagline=f"What the {name} says.", review=review)
    )
    for name, review in (("harbour", None), ("[sic]", None), ("marsh", Review(status="draft")))
)


def seated(do: Callable[[Seat], Awaitable[None]], last: str = "", size: tuple[int, int] = (80, 24)) -> str:
    """Let a test do something with the menu: the id of the edition that it leaves with."""

    async def run() -> str:
        app = EditionsApp(EDITIONS, last)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await do(Seat(app, pilot))
            await pilot.pause()
        return app.chosen.id if app.chosen is not None else ""

    return asyncio.run(run())


@pytest.mark.parametrize("size", SIZES)
def test_every_edition_is_told_of_at_every_size(size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        text = " ".join(seat.text.split())
        for said in (edition_strings.EDITIONS_HEAD, "❯ 1 The harbour", "2 The [sic]", "3 The marsh"):
            assert said in text
        assert all(len(line) <= size[0] for line in seat.lines)

    assert seated(look, size=size) == ""


def test_a_number_enter_and_a_click_open_and_q_leaves() -> None:
    for keys, opened in (
        (("2",), "[sic]"),
        (("enter",), "harbour"),
        (("down", "down", "enter"), "marsh"),
        (("q",), ""),
    ):

        async def press(seat: Seat, keys: tuple[str, ...] = keys) -> None:
            await seat.press(*keys)

        assert seated(press) == opened
    assert seated(lambda seat: seat.click("The marsh")) == "marsh"


def test_the_last_one_is_pointed_at_and_what_is_told_follows_the_pointer() -> None:
    async def look(seat: Seat) -> None:
        assert "❯ 3  The marsh" in seat.text
        assert f"Opened last. {edition_strings.DRAFT}" in " ".join(seat.text.split())
        await seat.press("up")
        assert "Opened last." not in seat.text
        await seat.resize(40, 20)
        assert "❯ 2  The [sic]" in seat.text
        for key, name in (("comma", "SettingsScreen"), ("question_mark", "HelpScreen")):
            await seat.press(key)
            assert seat.name == name
            await seat.press("escape")

    assert seated(look, last="marsh") == ""


def test_the_library_leads_back_to_the_menu_where_there_are_several_editions(library: Library) -> None:
    async def several(seat: Seat) -> None:
        assert "e editions" in seat.text
        await seat.press("e")
        await seat.pilot.pause()
        assert not seat.app.is_running

    async def one(seat: Seat) -> None:
        assert "e editions" not in seat.text
        await seat.press("e")
        assert seat.app.is_running

    shelf = Shelf(keeps=False)
    drive(library, one, shelf=shelf)
    shelf.has_editions = True
    drive(library, several, shelf=shelf)
