"""Back and forth along the trail, full-screen: undo, redo, decisions, all that was read, the debrief and its export."""

from pathlib import Path

import pytest

from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from wayout.actions import action
from wayout.faces.terminal.palette import BindingCommands
from wayout.faces.terminal.screens.document import DebriefScreen
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.state import Reader

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
TO_THE_END = ("2", "enter", "1", "enter", "enter")
"""Anton loads, reads of the threat, refuses, stands on the quay, is at home."""


def test_redo_does_again_what_undo_took_back_and_is_offered_only_then(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "enter", "1")
        assert "r redo" not in seat.text
        before = seat.text
        await seat.press("u", "u")
        assert "r redo" in seat.lines[-1]
        await seat.press("r", "r")
        assert seat.text == before
        await seat.press("r", "u")
        await seat.click("redo")
        assert seat.text == before
        await seat.press("u", "2")
        assert "r redo" not in seat.text, "another choice drops what was undone"

    drive(invented, play, story="anton", scene="the-order")


@pytest.mark.parametrize("way", [("2",), ("enter",), ("up", "down", "enter"), "mouse"], ids=str)
def test_the_panel_of_decisions_leads_back_to_one(invented: Library, way: tuple[str, ...] | str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_END, "f")
        assert seat.name == "ForksScreen"
        assert "❯ 2  What does he answer?" in seat.text
        if way == "mouse":
            await seat.click("Chosen: Refuse")
        else:
            await seat.press(*way)
        assert seat.name == "ReadingScreen"
        assert "2  Load the ship  read" in seat.text
        assert "r redo" in seat.text
        await seat.press("f")
        assert "taken back" in seat.text
        await seat.press("1")
        assert "Load the ship  read" not in seat.text
        await seat.press("r", "r", "r", "r", "r")
        assert "Here the published account ends" in seat.text

    drive(invented, play, story="anton", scene="the-order", size=(80, 40))


def test_without_a_decision_the_panels_say_so(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        for key in "fb":
            await seat.press(key)
            assert strings.FORKS_NONE in seat.text
            await seat.press("enter", "1", "escape")
            assert seat.name == "ReadingScreen"
        await seat.press("l")
        assert "The foreman tells him" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_the_log_is_searched_by_typing(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_END, "l")
        assert seat.name == "LogScreen"
        assert "Who could check this?" in seat.text, "what was read last is in sight"
        await seat.press("slash", *"q", *"uay")
        assert "He stands on the quay." in seat.text
        assert "He goes home." not in seat.text
        assert "on 1 of 6 pages" in seat.text
        await seat.press("x")
        assert strings.LOG_NONE.format(said="quayx") in seat.text
        await seat.press("escape")
        assert seat.name == "LogScreen"
        assert "The foreman tells him" in seat.text
        await seat.press("escape")
        assert seat.name == "ReadingScreen"
        await seat.press("l")
        await seat.click("search")
        await seat.press(*"home", "enter")
        assert "He goes home." in seat.text
        await seat.press("q")
        assert seat.name == "ReadingScreen", "after Enter the keys are keys again"

    drive(invented, play, story="anton", scene="the-order")


def test_the_debrief_is_pointed_to_at_an_ending_and_there_at_any_time(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("b")
        assert seat.name == "DebriefScreen"
        await seat.press("escape", *TO_THE_END)
        assert strings.DEBRIEF in seat.text
        assert "b debrief" in seat.lines[-2]
        await seat.click(strings.DEBRIEF)
        assert "You chose: Refuse  taken · recorded" in seat.text
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "escape")
        assert seat.name == "ReadingScreen"

    drive(invented, play, story="anton", scene="the-order", size=(80, 40))


def test_an_export_is_written_only_when_asked_for_and_says_where(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_END, "b", "end")
        assert list(tmp_path.iterdir()) == []
        await seat.press("e")
        assert "Written to wayout-anton.md" in seat.text
        await seat.press("e")
        assert "Written to wayout-anton-2.md" in seat.text
        await seat.click("HTML")
        assert "Written to wayout-anton.html" in seat.text

    drive(invented, play, story="anton", scene="the-order")
    assert len(list(tmp_path.iterdir())) == 3


def test_enter_reads_on_in_a_panel_too(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "b")
        panel = seat.app.screen
        assert isinstance(panel, DebriefScreen)
        assert strings.MORE_BELOW in seat.text
        await seat.press("enter")
        assert panel.column.scroll_offset.y > 0

    drive(library, play, story="vesna", scene="the-order", size=(80, 24))


def test_a_folder_that_cannot_be_written_to_is_told_of(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()

    async def play(seat: Seat) -> None:
        await seat.press("b", "e")
        assert "Nothing was written to wayout-anton.md" in seat.text

    drive(invented, play, story="anton", scene="the-order")


@PICTURED
def test_the_line_of_keys_never_overflows_and_has_what_matters(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        for keys in ((), ("2",), ("enter",), ("1",), ("u",), ("r",), ("enter",), ("enter",), ("u",), ("r",)):
            await seat.press(*keys)
            line = seat.lines[-2 if size[1] >= 30 else -1]
            assert len(line) <= size[0]
            assert "? help" in line
        assert "b debrief" in line
        for panel, key in (("f", ""), ("l", "/ search"), ("b", "e export")):
            await seat.press(panel)
            line = next(line for line in reversed(seat.lines) if "Esc close" in line)
            assert key in line or panel == "f"
            assert len(line) <= size[0]
            await seat.press("escape")

    drive(invented, play, story="anton", scene="the-order", size=size)


def test_palette_and_help_tell_of_every_key(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press(*TO_THE_END, "u")
        offered = [str(hit.text) async for hit in BindingCommands(seat.app.screen).discover()]
        await seat.press("question_mark")
        for name in ("redo", "debrief", "forks", "log", "route", "name"):
            assert action(name).tip in offered
            assert seat.text.count(action(name).tip) == 1
        await seat.press("l")
        await seat.pilot.pause()
        assert seat.name == "LogScreen", "a letter does below what it does there"

    drive(invented, play, story="anton", scene="the-order", size=(120, 60))


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_behind_acts_or_is_lost(invented: Library, trap: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.choose("1")
        await seat.press("enter")
        for key in "flb":
            await seat.press(key)
            seen = seat.text
            await seat.press("home")
            seen += seat.text
            for shown in SHOWN.get(trap, ()):
                assert shown in seen
            assert not any((ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160 for each in seen)
            if key == "l":
                await seat.press("slash", *"[/x]", "escape")
            await seat.press("escape")
            assert seat.name == "ReadingScreen"

    drive(wild(invented, TRAPS[trap]), play, story="anton", scene="the-order", size=(120, 40))


def test_the_gentle_wording_reaches_what_lies_behind(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "enter")
        seen = []
        for key in "flb":
            await seat.press(key)
            seen.append(seat.text)
            await seat.press("s", "end")
            seen.append(seat.text)
            await seat.press("escape", *(["escape"] if key == "b" else []))
        assert "drown" not in "\n".join(seen)

    drive(beside, play, story="anton", scene="the-order", reader=Reader(gentle=True), size=(120, 40))


@PICTURED
def test_picture_of_the_decisions(invented: Library, size: tuple[int, int]) -> None:
    """Two questions with what was chosen; the second was taken back and says so; the first is pointed at."""
    _take(invented, size, "forks", "2", "enter", "1", "u", "f")


@PICTURED
def test_picture_of_the_log(invented: Library, size: tuple[int, int]) -> None:
    """The end of what was read: the ending with what was never told and what to discuss, below whom it is of."""
    _take(invented, size, "log", *TO_THE_END, "l")


@PICTURED
def test_picture_of_the_debrief(invented: Library, size: tuple[int, int]) -> None:
    """Below 'Fork by fork' the question, both answers given, then the record's, each with its evidence words."""
    _take(invented, size, "debrief", *TO_THE_END, "b")


def _take(library: Library, size: tuple[int, int], name: str, *keys: str) -> None:
    async def look(seat: Seat) -> None:
        await seat.press(*keys)
        await seat.pilot.pause()
        assert_picture(f"{name}-{size[0]}x{size[1]}", seat.text)

    drive(library, look, story="anton", scene="the-order", size=size)
