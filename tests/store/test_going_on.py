"""A play is left and gone on with, on either face and from one to the other."""

import os
import re
import subprocess
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.terminal.driving import Seat, drive
from wayout.faces.plain.output import console_for
from wayout.faces.plain.session import PlainSession
from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.moves import GO_ON, Choose, encode
from wayout.play.state import Reader, Step
from wayout.play.step import begin, choose
from wayout.store.autosave import Autosave, resume
from wayout.store.shelf import Shelf, open_shelf

pytestmark = pytest.mark.smoke


def run(wayout: list[str], *args: str, said: str = "", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], input=said, capture_output=True, timeout=60, check=False, cwd=cwd,
                          encoding="utf-8")  # fmt: skip


@pytest.fixture
def shelf(home: Path) -> Shelf:
    """The shelf that the installed command uses too."""
    assert str(home) == os.environ["WAYOUT_HOME"]
    return open_shelf()


def moves(shelf: Shelf) -> list[list[str]]:
    return [
        [encode(step.move) for step in saved.trail.steps if step.move != GO_ON]
        for saved in shelf.trails()
    ]  # fmt: skip


def test_line_by_line_a_play_is_gone_on_with_by_a_word(wayout: list[str], shelf: Shelf) -> None:
    run(wayout, "play", "vesna", "--plain", said="1\n1\nq\n")
    assert moves(shelf) == [["refuse", "leave"]]
    again = run(wayout, "play", "vesna", "--plain", said="continue\n2\n")
    assert "You began this record before. Last chosen: Leave. Type continue" in " ".join(again.stdout.split())
    assert "\ncontinue  go on" not in again.stdout
    assert moves(shelf) == [["refuse", "leave", "work"]]
    library = run(wayout, "play", "--plain", said="con\nhelp\nq\n").stdout
    assert "continue  Go on with Vesna" in library
    assert re.search(r"Vesna \(not the real name · about \d+ minutes · begun\)", library)


def test_a_record_begun_anew_is_one_more_trail(wayout: list[str], shelf: Shelf) -> None:
    run(wayout, "play", "ivo", "--plain", said="1\nq\n")
    help_ = run(wayout, "play", "ivo", "--plain", said="2\nhelp\nq\n").stdout
    assert f"continue {shelf_strings.CONTINUE_MEANING}" in " ".join(help_.split())
    assert len(moves(shelf)) == 2


def test_who_only_looks_leaves_nothing_but_that_she_was_told_of_the_war(wayout: list[str], shelf: Shelf) -> None:
    first = run(wayout, "play", "ivo", "--plain", said="sources\nq\n")
    assert "League of Harbours" in first.stdout
    assert (shelf.trails(), shelf.has_shown_foreword("harbour", "the-marsh")) == ((), True)
    again = run(wayout, "play", "ivo", "--plain", said="q\n")
    assert "League of Harbours" not in again.stdout
    assert "The page on the war comes first" not in again.stdout
    assert shelf_strings.CMD_CONTINUE not in again.stdout


def test_continue_on_the_command_line_goes_on_in_the_wording_it_was_read_in(wayout: list[str], shelf: Shelf) -> None:
    run(wayout, "play", "vesna", "--plain", "--content", "gentle", said="1\nq\n")
    run(wayout, "play", "ivo", "--plain", said="1\nq\n")
    assert "Ivo" in run(wayout, "play", "--plain", "--continue").stdout
    vesna = run(wayout, "play", "vesna", "--plain", "--continue", said="1\n")
    assert (vesna.returncode, vesna.stderr) == (0, "")
    assert [saved.is_gentle for saved in shelf.trails()] == [True, False]
    run(wayout, "play", "vesna", "--plain", "--continue", "--content", "full", said="1\n")
    assert [saved.is_gentle for saved in shelf.trails()] == [False, False]


@pytest.mark.parametrize(("args", "says"), [
    (["--continue"], shelf_strings.NOTHING_TO_CONTINUE),
    (["ivo", "--continue"], shelf_strings.NOTHING_OF_STORY.format(story="ivo")),
])  # fmt: skip
def test_where_nothing_is_begun_it_is_said_with_status_2(wayout: list[str], args: list[str], says: str) -> None:
    found = run(wayout, "play", "--plain", *args)
    assert (found.returncode, found.stderr) == (2, f"{says}\n")


def test_one_begins_in_one_place(wayout: list[str]) -> None:
    found = run(wayout, "play", "vesna", "--plain", "--continue", "--from", "the-harbour-town")
    assert found.returncode == 2
    assert "exclude one another" in found.stderr


def test_another_file_is_another_shelf(wayout: list[str], shelf: Shelf, tmp_path: Path) -> None:
    run(wayout, "play", "ivo", "--plain", "--shelf", "own.wayout", said="1\nq\n", cwd=tmp_path)
    assert shelf.trails() == ()
    assert len(Shelf(tmp_path / "own.wayout").trails()) == 1


def test_full_screen_a_play_is_kept_and_gone_on_with_from_the_library(invented: Library, shelf: Shelf) -> None:
    async def play(seat: Seat) -> None:
        assert "Go on with" not in seat.text
        await seat.press("1", "1", "2")
        assert moves(shelf) == [["load"]]
        await seat.press("u")
        (saved,) = shelf.trails()
        assert (saved.trail.steps, saved.undone[0].move) == ((), Choose("load"))
        await seat.press("r", "q")
        assert "❯    Go on with Anton" in seat.text
        assert "Last chosen: Load the ship" in seat.text
        assert "Anton: the real name. Begun." in seat.text
        assert any(line.endswith("1 ◐") for line in seat.lines)
        await seat.press("enter")
        assert "Chosen: Load the ship" in seat.text
        await seat.press("u", "r", "enter", "1", "enter", "enter")
        assert "Here the published account ends" in seat.text
        assert moves(shelf) == [["load", "refuse"]]
        await seat.press("q")
        assert "Go on with" not in seat.text
        assert "Anton: the real name. Read to an end." in seat.text
        assert any(line.endswith("1 ✓") for line in seat.lines)

    drive(invented, play, shelf=shelf)


def test_full_screen_the_mouse_alone_goes_on_with_what_was_begun(invented: Library, shelf: Shelf) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("Anton")
        assert "Go on with" not in seat.text
        await seat.click("Begin")
        await seat.click("Load the ship")
        await seat.click("library")
        await seat.click("Anton  ")
        assert "Last chosen: Load the ship" in seat.text
        await seat.click("Go on with Anton")
        assert "Chosen: Load the ship" in seat.text
        assert len(shelf.trails()) == 1

    drive(invented, play, shelf=shelf)


def test_the_wording_is_gone_on_with_and_the_war_is_told_once_a_shelf(beside: Library, shelf: Shelf) -> None:
    async def first(seat: Seat) -> None:
        await seat.press("1", "2")
        assert seat.name == "ForewordScreen"
        await seat.read_of_war()
        await seat.press("2", "q")

    async def second(seat: Seat) -> None:
        assert not seat.app.reader.gentle
        await seat.press("enter")
        assert seat.app.reader.gentle
        assert "Chosen: Load the ship" in seat.text
        await seat.press("q", "1", "1")
        assert seat.name == "ReadingScreen"

    drive(beside, first, shelf=shelf)
    drive(beside, second, shelf=open_shelf())


def test_what_one_face_keeps_the_other_goes_on_with(invented: Library, shelf: Shelf) -> None:
    telling = PlainSession(invented, Reader(), console_for(StringIO()), begin(invented, "anton"), shelf)
    telling.advance()
    telling.obey("2")
    assert moves(shelf) == [["load"]]
    saved = shelf.latest()

    async def play(seat: Seat) -> None:
        await seat.press("enter")
        assert "What does he answer?" in seat.text
        await seat.press("1")
        assert moves(shelf) == [["load", "refuse"]]

    drive(invented, play, shelf=shelf)
    assert saved is not None
    assert shelf.trails()[0].id == saved.id


def _changed(library: Library) -> Library:
    """Anton's story, without the choice to load the ship."""
    anton = library.stories["anton"]
    order = library.scene("anton", "the-order")
    order = replace(order, choices={name: one for name, one in order.choices.items() if name != "load"})
    scenes = {**anton.scenes, "the-order": order}
    return replace(library, stories={**library.stories, "anton": replace(anton, scenes=scenes)})


def test_where_the_story_has_changed_one_stands_at_the_last_page_reached_and_the_trail_is_kept(
    invented: Library, shelf: Shelf
) -> None:
    keeping = Autosave(shelf)
    history = History(begin(invented, "anton"))
    history = History(choose(invented, history.play, Choose("load")))
    keeping.keep(invented, history, is_gentle=False)
    before = shelf.trails()

    async def play(seat: Seat) -> None:
        await seat.press("enter")
        assert shelf_strings.HAS_CHANGED in " ".join(seat.text.split())
        await seat.press("enter")
        assert "What does he answer?" in seat.text
        await seat.press("1")
        assert shelf.trails()[1:] == before
        assert moves(shelf) == [["refuse"], ["load"]]

    drive(_changed(invented), play, shelf=shelf)


def test_where_a_trail_leads_nowhere_any_more_that_is_said_and_the_library_stays(
    invented: Library, shelf: Shelf
) -> None:
    keeping = Autosave(shelf)
    keeping.keep(invented, History(choose(invented, begin(invented, "anton"), Choose("load"))), is_gentle=False)
    assert keeping.saved is not None
    lost = replace(keeping.saved, trail=replace(keeping.saved.trail, story="gone"))
    before = shelf.trails()

    async def play(seat: Seat) -> None:
        seat.app.take_up(lost)
        await seat.pilot.pause()
        assert seat.name == "LibraryScreen"
        assert shelf_strings.NOTHING_LEFT[:40] in seat.text

    drive(invented, play, shelf=shelf)
    telling = PlainSession(invented, Reader(), console_for(StringIO()), begin(invented, "anton"), shelf)
    telling.take_up(lost)
    assert shelf_strings.NOTHING_LEFT[:40] in telling.out.file.getvalue()  # type: ignore[attr-defined]
    assert shelf.trails() == before


def test_what_was_taken_back_and_no_longer_fits_is_forgotten(invented: Library, shelf: Shelf) -> None:
    keeping = Autosave(shelf)
    keeping.keep(invented, History(choose(invented, begin(invented, "anton"), Choose("load"))), is_gentle=False)
    saved = keeping.saved
    assert saved is not None
    odd = replace(saved, undone=(Step("anton", "the-order", Choose("swim")),))
    resumed, _ = resume(invented, odd)
    assert resumed is not None
    assert (resumed.history.undone, resumed.says, resumed.saved) == ((), "", odd)
    nowhere, why = resume(invented, replace(saved, trail=replace(saved.trail, story="nobody")))
    assert nowhere is None
    assert why.endswith(shelf_strings.NOTHING_LEFT)


def test_what_is_begun_in_a_story_that_is_not_here_is_not_offered(invented: Library, shelf: Shelf) -> None:
    keeping = Autosave(shelf)
    keeping.keep(invented, History(choose(invented, begin(invented, "anton"), Choose("load"))), is_gentle=False)
    assert keeping.saved is not None
    elsewhere = replace(keeping.saved.trail, story="elsewhere")
    shelf.save(replace(keeping.saved, id="", number=0, trail=elsewhere))

    async def play(seat: Seat) -> None:
        await seat.press("enter")
        assert "Chosen: Load the ship" in seat.text

    drive(invented, play, shelf=shelf)


def test_a_trail_is_named_line_by_line(wayout: list[str], shelf: Shelf) -> None:
    told = run(wayout, "play", "ivo", "--plain", said="name early\n1\nname Lesson 3 \nq\n").stdout
    assert shelf_strings.NOT_NAMED in told
    assert shelf_strings.NAMED.format(name="Lesson 3") in told
    told = run(wayout, "play", "ivo", "--plain", said="1\nn Lesson 3\nq\n").stdout
    assert shelf_strings.NAME_TAKEN.format(name="Lesson 3") in told
    assert [saved.name for saved in shelf.trails()] == ["", "Lesson 3"]
    assert run(wayout, "shelf", "delete", shelf.trails()[0].id).returncode == 0
    assert "Go on with Ivo Brandt, “Lesson 3”" in run(wayout, "play", "--plain").stdout


def test_a_trail_is_named_full_screen(invented: Library, shelf: Shelf) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "1", "n", "x", "enter")
        assert shelf_strings.NOT_NAMED in " ".join(seat.text.split())
        await seat.press("escape", "2", "n", *"[x] q", "enter")
        assert seat.name == "ReadingScreen"
        assert shelf_strings.NAMED.format(name="[x] q") in seat.text
        await seat.press("q", "1", "1", "1", "n", *"[x] q", "enter")
        assert shelf_strings.NAME_TAKEN.format(name="[x] q") in seat.text
        await seat.press("backspace", "backspace", "enter", "q")
        assert "Go on with Anton, “[x]”" in seat.text

    drive(invented, play, shelf=shelf)
