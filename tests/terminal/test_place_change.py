"""Where a record goes on at another place, the map comes first: once, for one key, and no step of the play."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from tests.views.test_route import walked
from wayout.locale import evidence_strings
from wayout.model.library import Library
from wayout.model.story import Scene
from wayout.play.state import Playthrough
from wayout.play.step import plays
from wayout.store.shelf import SettingsStore, open_shelf
from wayout.views.route import change_of_place

LEGS = {
    "arvid": ["The sound → The Marsh", "The Marsh → Varn", "Varn → The isle", "The isle → Lund"],
    "ivo": ["The fen → The lighthouse"],
    "nils": [],
    "vesna": ["The isle → Lund"],
    "wim": ["The sound → The Marsh", "The Marsh → The lower town"],
    "yann": ["Varn → The bank of the river", "The bank of the river → Near the weir", "Near the weir → The Marsh",
             "The Marsh → The isle"],
}  # fmt: skip
"""By the records: the changes of place along their paths that are located, and dated one after the other."""


def steps(library: Library, name: str) -> list[tuple[Playthrough, Playthrough]]:
    """Each page of a recorded path with the one before it."""
    every = [*plays(library, walked(library, name).trail)]
    return list(pairwise(every))


@pytest.mark.parametrize("name", LEGS)
def test_a_change_is_told_where_both_places_are_located_and_the_dates_do_not_say_otherwise(
    library: Library, name: str
) -> None:
    found = [change_of_place(library, before, now) for before, now in steps(library, name)]
    assert [one.title for one in found if one is not None] == LEGS[name]
    shown = [now.state.scene for (_, now), one in zip(steps(library, name), found, strict=True) if one is not None]
    assert len(shown) == len(set(shown))


def test_where_a_later_page_tells_of_an_earlier_time_no_change_is_told(library: Library) -> None:
    def dated(scene: Scene, date: str) -> Scene:
        return replace(scene, date=date)

    wim = library.stories["wim"]
    early = {**wim.scenes, "in-the-marsh": dated(wim.scenes["in-the-marsh"], "2018-05")}
    earlier = replace(library, stories={**library.stories, "wim": replace(wim, scenes=early)})
    found = [change_of_place(earlier, before, now) for before, now in steps(earlier, "wim")]
    assert [one.title for one in found if one is not None] == LEGS["wim"][1:]


SIZED = pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: f"{size[0]}x{size[1]}")
TO_THE_MARSH = ("enter", "1", "enter")
"""From the first page of Wim's record to the Marsh."""


@SIZED
@pytest.mark.parametrize("key", ["space", "enter", "escape", "1"])
def test_the_map_comes_once_before_the_page_and_one_key_goes_on(
    library: Library, size: tuple[int, int], key: str
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_MARSH)
        assert seat.name == "PlaceChangeScreen"
        assert "The sound → The Marsh" in seat.text
        assert evidence_strings.WAY_NOT_TOLD in seat.text
        assert [line for line in seat.lines if "1 The sound · a region" in line]
        assert [line for line in seat.lines if "The Marsh · a region · 2019 · here" in line]
        assert "❯" in seat.text
        await seat.press(key)
        assert seat.name == "ReadingScreen"
        reading = seat.app.reading
        assert reading is not None
        assert reading.page.scene == "in-the-marsh"
        trail = reading.play.trail
        assert [step.scene for step in trail.steps] == ["the-exercise", "five-in-the-morning", "five-in-the-morning"]
        await seat.press("u", "enter")
        assert seat.name == "ReadingScreen", "it came once; to undo leads to the page before"
        assert reading.play.trail == trail

    drive(library, play, size=size, story="wim", scene="the-exercise", shows_maps=True)


def test_where_no_map_fits_a_line_below_the_page_tells_it(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("enter", "end", "1", "end", "enter")
        assert seat.name == "ReadingScreen"
        assert "The sound → The Marsh · way not told" in " ".join(seat.text.split())
        await seat.press("end", "enter")
        assert "→ The Marsh" not in seat.text

    drive(library, play, size=(40, 20), story="wim", scene="the-exercise", shows_maps=True)


def test_it_is_switched_off_in_the_settings(library: Library) -> None:
    shelf = open_shelf(keeps=False)
    SettingsStore(shelf).change("maps", False)

    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_MARSH)
        assert seat.name == "ReadingScreen"
        assert "→ The Marsh" not in seat.text

    drive(library, play, story="wim", scene="the-exercise", shelf=shelf, shows_maps=True)


def test_it_is_resized_and_clicked_like_any_page(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_MARSH)
        await seat.resize(120, 40)
        assert "The sound → The Marsh" in seat.text
        await seat.resize(40, 20)
        assert "Go on" in seat.text
        await seat.resize(80, 24)
        await seat.click("Go on")
        assert seat.name == "ReadingScreen"

    drive(library, play, story="wim", scene="the-exercise", shows_maps=True)


def test_the_way_is_named_in_the_line_of_keys_wherever_there_is_one(library: Library) -> None:
    async def placed(seat: Seat) -> None:
        assert "p way" in seat.text
        await seat.click("p way")
        assert seat.name == "RouteScreen"

    async def unplaced(seat: Seat) -> None:
        assert "p way" not in seat.text
        await seat.press("p")
        assert seat.name == "RouteScreen", "its key says that there is no picture yet"

    drive(library, placed, story="wim", scene="the-exercise")
    drive(library, unplaced, story="vesna", scene="the-contract")
    drive(library, unplaced, story="crossroads", scene=library.stories["crossroads"].start)


@pytest.mark.parametrize("size", SIZES[1:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture_of_a_change_of_place(library: Library, size: tuple[int, int]) -> None:
    """From where to where, and whose way; the map with the new stretch; both places in words; Go on."""

    async def look(seat: Seat) -> None:
        await seat.press(*TO_THE_MARSH)
        assert_picture(f"place-change-{size[0]}x{size[1]}", seat.text)

    drive(library, look, size=size, story="wim", scene="the-exercise", shows_maps=True)
