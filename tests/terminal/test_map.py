"""The map of a story full-screen: how one walks on it, what one may look at, and what it looks like."""

import pytest

from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from tests.terminal.test_beside import hard
from wayout.faces.terminal.palette import BindingCommands
from wayout.faces.terminal.screens.maps import SceneDetailScreen
from wayout.faces.terminal.widgets.maps import StoryMapView
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.state import Reader

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")


def pointed(seat: Seat) -> str:
    return next((line.split(strings.POINTER)[1].strip() for line in seat.lines if strings.POINTER in line), "")


@PICTURED
def test_m_opens_the_map_at_the_scene_where_the_reader_is(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "m")
        assert seat.name == "StoryMapScreen"
        assert pointed(seat) == "◆ 2 A quay · 2019 · here"
        await seat.press("escape")
        assert seat.name == "ReadingScreen"

    drive(invented, play, story="anton", scene="the-order", size=size)


@PICTURED
def test_arrows_walk_along_the_lines_and_enter_looks(library: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "end", "enter", "2", "end", "enter", "m")
        assert pointed(seat).endswith("What does he do now?") or "◆" in pointed(seat)
        walked = []
        for key in ("down", "right", "down", "up", "left", "enter"):
            await seat.press(key)
            walked.append(pointed(seat).partition(" not read")[0])
        assert walked == ["○ │ 5", "○ 6", "○   7", "○ 6", "○ │ 5", "○ │ 5"]
        assert seat.name == "StoryMapScreen", "what was not read is not shown"
        assert "Enter look" not in seat.text
        await seat.press("up", "up")
        assert "Enter look" in seat.text
        await seat.press("enter")
        assert seat.name == "SceneDetailScreen"
        assert "Where does he go?" in " ".join(seat.text.split())
        await seat.press("end")
        assert "He gets to the fen." in seat.text
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "escape", "escape")
        assert seat.name == "ReadingScreen"

    drive(library, play, story="ivo", scene="the-office", size=size)


def test_the_scene_pointed_at_is_always_in_sight(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("m")
        seen = []
        for _ in range(12):
            seen.append(pointed(seat))
            await seat.press("down")
        assert all(seen)
        assert seen[-1].startswith("○   10")
        assert strings.MORE_BELOW not in seat.text
        for _ in range(12):
            await seat.press("k")
        assert pointed(seat).startswith("◆   1")
        await seat.press("end")
        assert pointed(seat).startswith("○   10")
        await seat.press("home")
        assert pointed(seat).startswith("◆   1")
        await seat.press("pagedown", "pagedown")
        assert not pointed(seat)
        await seat.press("enter")
        assert seat.name == "StoryMapScreen", "what is out of sight is scrolled to first"
        assert pointed(seat).startswith("◆   1")
        await seat.press("enter")
        assert seat.name == "SceneDetailScreen"

    drive(library, play, story="ivo", scene="the-summons", size=(40, 20))


def test_a_click_points_and_a_second_one_looks(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "m")
        await seat.click("1 A quay")
        assert pointed(seat) == "● 1 A quay · 2019 · What does he answer? · read"
        await seat.click("3 not read")
        await seat.click("3 not read")
        assert seat.name == "StoryMapScreen"
        await seat.click("1 A quay")
        await seat.click("1 A quay")
        await seat.pilot.pause()
        assert seat.name == "SceneDetailScreen"
        assert "The foreman tells him" in seat.text
        assert "Chosen: Refuse" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_a_scene_that_tells_of_self_injury_points_to_help_there_too(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "m", "up", "enter")
        assert seat.name == "SceneDetailScreen"
        await seat.press("end")
        await seat.click(strings.CARE_HERE)
        assert "You can stop" in seat.text
        await seat.press("escape", "escape", "escape")
        assert seat.name == "ReadingScreen"

    drive(hard(beside), play, story="anton", scene="the-order", size=(120, 40))


def test_a_resize_keeps_the_scene_pointed_at(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("m", "down", "down")
        before = pointed(seat)
        for size in SIZES:
            await seat.resize(*size)
            assert pointed(seat).startswith(before.partition(" not read")[0])

    drive(library, play, story="ivo", scene="the-summons")


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_acts_or_is_lost_on_the_map(invented: Library, trap: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "m")
        seen = [seat.text]
        await seat.press("up", "up", "down", "up")
        seen.append(seat.text)
        await seat.press("enter")
        assert seat.name == "SceneDetailScreen"
        seen.append(seat.text)
        await seat.press("s", "escape", "end", "escape", "escape")
        assert seat.app.is_running
        assert seat.name == "ReadingScreen"
        assert not any((ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160 for each in "".join(seen))
        for told in SHOWN.get(trap, ()):
            assert all(told in screen for screen in seen), told

    drive(wild(invented, TRAPS[trap]), play, story="anton", scene="the-order", size=(120, 40))


def test_the_map_is_in_the_help_and_in_the_palette(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert strings.TIP_MAP in [str(hit.text) async for hit in BindingCommands(seat.app.screen).discover()]
        await seat.press("question_mark")
        assert seat.text.count(strings.TIP_MAP) == 1
        await seat.press("m")
        await seat.pilot.pause()
        assert seat.name == "StoryMapScreen"

    drive(invented, play, story="anton", scene="the-order", size=(120, 40))


def test_every_key_of_the_map_has_an_id_a_label_and_a_sentence() -> None:
    own = [*StoryMapView.BINDINGS, *SceneDetailScreen.BINDINGS]
    assert all(each.id and each.tooltip and 0 < len(each.description) <= 10 for each in own)  # type: ignore[union-attr]
    assert len({each.id for each in own}) == len(own)  # type: ignore[union-attr]


@PICTURED
def test_picture_of_the_map(invented: Library, size: tuple[int, int]) -> None:
    """Boris's three scenes: one read, with a step to Anton; below it a fork to an end and to the silent one."""
    _take(invented, size, "map", "1", "enter", "m", story="boris", scene="the-crane")


@PICTURED
def test_picture_of_what_was_read_at_a_scene(invented: Library, size: tuple[int, int]) -> None:
    """Who, where and when; the text; the question; the answer with its evidence words; nothing to choose."""
    _take(invented, size, "look", "1", "enter", "m", "up", "enter", story="anton", scene="the-order")


def _take(library: Library, size: tuple[int, int], name: str, *keys: str, story: str, scene: str) -> None:
    async def look(seat: Seat) -> None:
        await seat.press(*keys)
        assert_picture(f"{name}-{size[0]}x{size[1]}", seat.text)

    drive(library, look, size=size, story=story, scene=scene, reader=Reader())
