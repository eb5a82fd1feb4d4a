"""The picture of a man's way full-screen: how one walks on it, what one may look at, and what it looks like."""

import re

import pytest

from tests.support.elsewhere import moved
from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from tests.views.test_route import past_fen, placed, walked, with_shortcut
from wayout.faces.terminal.palette import BindingCommands
from wayout.faces.terminal.screens.maps import RouteScreen
from wayout.faces.terminal.widgets.maps import RouteMap
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
SIZED = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
MEN = ("vesna", "wim", "yann", "arvid", "nils", "ivo")


def pointed(seat: Seat) -> list[str]:
    """What stands behind each pointer: on the picture, if the place is on it, and in the words below."""
    return [line.split(strings.POINTER)[1].strip() for line in seat.lines if strings.POINTER in line]


@PICTURED
def test_p_opens_the_way_at_the_place_where_the_reader_is(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "enter", "p")
        assert seat.name == "RouteScreen"
        assert pointed(seat)[-1] == "2 Tallinn · a city · here"
        assert pointed(seat)[0].startswith(("◆ 2 Tallinn", "2 Tallinn ◆"))
        await seat.press("escape")
        assert seat.name == "ReadingScreen"

    drive(placed(invented), play, story="anton", scene="the-order", size=size)


@pytest.mark.parametrize("where", ["patagonia", "fiji", "svalbard", "singapore"])
@pytest.mark.parametrize("size", [(40, 20), (80, 24), (200, 60)], ids=str)
def test_a_way_in_another_part_of_the_earth_is_drawn_with_its_coasts(
    library: Library, where: str, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("p")
        assert seat.name == "RouteScreen"
        assert pointed(seat)[-1].startswith("6 The lighthouse")
        assert re.match(r"◆ 6\b|6\b.* ◆", pointed(seat)[0])
        assert re.search("[\u2801-\u28ff]", seat.text)

    drive(moved(library, where), play, story="ivo", scene="the-lighthouse", size=size)


@SIZED
def test_the_keyboard_alone_walks_along_the_way_and_looks(library: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("p")
        seen = []
        for key in ("up", "left", "k", "up", "up", "up", "down", "right", "j"):
            await seat.press(key)
            seen.append(pointed(seat)[-1][0])
        assert seen == ["5", "4", "3", "2", "1", "1", "2", "3", "4"]
        assert pointed(seat)[0].startswith("(◐ 4 The fen")
        assert "Enter look" in seat.text
        await seat.press("enter")
        assert seat.name == "SceneDetailScreen"
        assert "the fen" in seat.text
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "escape", "home", "end")
        assert pointed(seat)[-1].startswith("6 The lighthouse")
        assert pointed(seat)[0].startswith("◆ 6 The lighthouse")

    drive(library, play, story="ivo", scene="the-lighthouse", size=size)


def test_the_mouse_alone_points_on_the_picture_or_in_the_words_and_looks(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("? help")
        await seat.click(evidence_strings.TIP)
        await seat.pilot.pause()
        assert seat.name == "RouteScreen"
        await seat.click("1 Varn)")
        assert pointed(seat)[-1].startswith("1 Varn")
        await seat.click("3 Place not told")
        assert [each[0] for each in pointed(seat)] == ["3"], "what is not on the picture is pointed at in words"
        await seat.click("4 The fen)")
        await seat.click("4 The fen)")
        await seat.pilot.pause()
        assert seat.name == "SceneDetailScreen"
        await seat.click("Esc close")
        await seat.click("2 A quay office")
        await seat.click("2 A quay office")
        await seat.pilot.pause()
        assert seat.name == "SceneDetailScreen"

    drive(library, play, story="ivo", scene="the-lighthouse", size=(120, 40))


def test_what_was_left_out_can_be_pointed_at_but_not_looked_at(library: Library) -> None:
    library = with_shortcut(library)

    async def play(seat: Seat) -> None:
        seat.app.push_screen(RouteScreen(library, seat.app.reader, past_fen(library)))
        await seat.pilot.pause()
        assert "Enter look" in seat.text
        await seat.press("up", "up")
        assert pointed(seat)[0].startswith("(○ 4 The fen)")
        assert "Enter look" not in seat.text
        await seat.press("enter")
        await seat.click("4 The fen)")
        assert seat.name == "RouteScreen"

    drive(library, play, story="ivo", scene="the-summons")


def test_the_crossroads_say_that_there_is_no_one_way(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("p")
        assert "no one person’s way" in " ".join(seat.text.split())
        await seat.press("down", "up", "enter", "home", "end")
        assert seat.name == "RouteScreen"
        assert "Enter look" not in seat.text
        assert evidence_strings.KEY_WALK not in seat.lines[-2]

    drive(library, play, story="crossroads", scene="what-ties-him")


@SIZED
@pytest.mark.parametrize("name", MEN)
def test_every_way_fits_every_window(library: Library, name: str, size: tuple[int, int]) -> None:
    """Every place that has a position is on the picture, nothing is cut at an edge, and the picture fills the room."""

    async def look(seat: Seat) -> None:
        seat.app.push_screen(RouteScreen(library, seat.app.reader, walked(library, name)))
        await seat.pilot.pause()
        view = seat.app.screen.query_one(RouteMap)
        rows = view.picture.rows
        assert all(sum(len(piece.text) for piece in row) == view.picture.width for row in rows)
        assert view.picture.width <= view.content_size.width
        assert len(rows) <= view.content_size.height
        filled = view.picture.width * len(rows) / (view.content_size.width * view.content_size.height)
        assert filled > 0.8, filled
        placed = {stop.place for stop in view.shown.stops if stop.position is not None}
        assert set(view.picture.shown) == placed
        assert max(map(len, seat.lines)) <= size[0]
        assert next(line for line in reversed(seat.lines) if line).strip().endswith("Esc close")

    drive(library, look, story=name, scene=library.stories[name].start, size=size)


def test_a_resize_keeps_the_place_pointed_at(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("p", "up", "up")
        for size in SIZES:
            await seat.resize(*size)
            assert pointed(seat)[-1].startswith("4 The fen")

    drive(library, play, story="ivo", scene="the-lighthouse")


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_acts_or_is_lost_on_the_way(invented: Library, trap: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "p")
        seen = [seat.text]
        await seat.press("up", "down", "enter")
        assert seat.name == "SceneDetailScreen"
        await seat.press("escape")
        seen.append(seat.text)
        assert seat.app.is_running
        assert not any((ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160 for each in "".join(seen))
        for told in SHOWN.get(trap, ()):
            assert all(told in screen for screen in seen), told

    drive(wild(placed(invented), TRAPS[trap]), play, story="anton", scene="the-order", size=(120, 40))


@pytest.mark.parametrize("theme", ["wayout-dark", "wayout-light", "ansi-dark", "ansi-light"])
def test_every_theme_shows_the_way(invented: Library, theme: str) -> None:
    async def look(seat: Seat) -> None:
        seat.app.theme = theme
        await seat.press("1", "enter", "p")
        assert "(◆ 1 A quay)" in seat.text

    drive(placed(invented), look, story="anton", scene="the-order")


def test_the_way_is_in_the_help_and_in_the_palette(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert evidence_strings.TIP in [str(hit.text) async for hit in BindingCommands(seat.app.screen).discover()]
        await seat.press("question_mark")
        assert seat.text.count(evidence_strings.TIP) == 1
        await seat.press("p")
        await seat.pilot.pause()
        assert seat.name == "RouteScreen"

    drive(invented, play, story="anton", scene="the-order", size=(120, 40))


def test_every_key_of_the_way_has_an_id_a_label_and_a_sentence() -> None:
    own = RouteMap.BINDINGS
    assert all(each.id and each.tooltip and 0 < len(each.description) <= 10 for each in own)  # type: ignore[union-attr]
    assert len({each.id for each in own}) == len(own)  # type: ignore[union-attr]


@PICTURED
def test_picture_of_the_way(invented: Library, size: tuple[int, int]) -> None:
    """A quay somewhere in a region east of Moscow, Tallinn at the Baltic, and between them a way that is not told."""

    async def look(seat: Seat) -> None:
        await seat.press("1", "enter", "enter", "p")
        assert_picture(f"route-{size[0]}x{size[1]}", seat.text)

    drive(placed(invented), look, size=size, story="anton", scene="the-order")


def test_where_no_place_can_stand_on_a_map_words_say_so_in_its_place(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("p")
        assert evidence_strings.UNPLACED in " ".join(seat.text.split())
        assert "⣀" not in seat.text
        assert [line[:30] for line in pointed(seat)] == ["1 His landing · place not told · b"[:30]]
        await seat.press("enter")
        assert seat.name == "SceneDetailScreen"

    drive(library, play, story="vesna", scene="the-order")
