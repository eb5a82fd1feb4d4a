"""Saved trails are listed, named and deleted from the command line; what the program leaves on a disk is its shelf."""

import os
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.playing import moves_of
from wayout.locale import shelf_strings
from wayout.play.moves import GO_ON, Move
from wayout.play.state import Step, Trail
from wayout.store.saved_trail import MAX_NAME_LENGTH, SavedTrail
from wayout.store.shelf import Shelf, open_shelf


def run(wayout: list[str], *args: str, typed: str = "") -> tuple[int, str, str]:
    found = subprocess.run([*wayout, "shelf", *args], input=typed, capture_output=True, timeout=60, check=False,
                           encoding="utf-8")  # fmt: skip
    return found.returncode, found.stdout, found.stderr


def put(shelf: Shelf, story: str, *moves: str | Move, is_ended: bool = False) -> str:
    steps = tuple(Step(story, "a", move) for move in moves_of(moves))
    trail = Trail(story=story, scene="a", steps=steps)
    return shelf.save(SavedTrail(trail=trail, at=(story, "b"), is_ended=is_ended)).id


@pytest.fixture
def shelf(home: Path) -> Shelf:
    assert str(home) == os.environ["WAYOUT_HOME"]
    return open_shelf()


def test_the_list_has_the_latest_first(wayout: list[str], shelf: Shelf) -> None:
    assert run(wayout, "list") == (0, "", f"{shelf_strings.NO_TRAILS}\n")
    one = put(shelf, "ivo", "stay", GO_ON)
    two = put(shelf, "vesna", "refuse", GO_ON, "leave", is_ended=True)
    shelf.rename(one, "lesson 3")
    lines = f"{two}  vesna  2 choices  at an ending\n{one}  ivo  1 choice  at ivo/b  lesson 3\n"
    assert run(wayout, "list") == (0, lines, "")


def test_names_are_given_and_taken_away_by_id_or_name(wayout: list[str], shelf: Shelf) -> None:
    one, two = put(shelf, "ivo", "stay"), put(shelf, "ivo", "stay")
    assert run(wayout, "name", one, "  lesson \n 3 ") == (0, "", "")
    assert run(wayout, "name", two, "lesson 3") == (2, "", f"{shelf_strings.NAME_TAKEN.format(name='lesson 3')}\n")
    assert run(wayout, "name", "lesson 3", "x" * 999) == (0, "", "")
    assert run(wayout, "name", "x" * MAX_NAME_LENGTH, "") == (0, "", "")
    assert [saved.name for saved in shelf.trails()] == ["", ""]
    assert run(wayout, "name", "nobody", "x") == (2, "", f"{shelf_strings.NO_TRAIL.format(trail='nobody')}\n")


def test_trails_are_deleted_all_that_are_named_or_none(wayout: list[str], shelf: Shelf) -> None:
    ids = [put(shelf, "ivo", "stay") for _ in range(3)]
    assert run(wayout, "delete", ids[0], "nobody")[0] == 2
    assert len(shelf.trails()) == 3
    assert run(wayout, "delete", *ids[:2]) == (0, "", "")
    assert [saved.id for saved in shelf.trails()] == ids[2:]


def test_everything_is_deleted_when_it_was_asked_whether_that_is_meant(wayout: list[str], shelf: Shelf) -> None:
    put(shelf, "ivo", "stay")
    shelf.put_setting("theme", "light")
    assert run(wayout, "delete", "--all", typed="n\n")[0] == 1
    assert run(wayout, "delete", "--all")[0] == 1
    assert len(shelf.trails()) == 1
    assert run(wayout, "delete", "--all", typed="y\n")[0] == 0
    assert (shelf.trails(), shelf.get_setting("theme")) == ((), None)
    put(shelf, "ivo", "stay")
    assert run(wayout, "delete", "--all", "--yes") == (0, "", "")
    assert shelf.trails() == ()


def test_what_deleting_does_not_reach_is_told(wayout: list[str], shelf: Shelf) -> None:
    assert run(wayout, "delete", "--all", "--yes") == (0, "", "")
    assert shelf.path is not None
    assert not shelf.path.exists()
    put(shelf, "ivo", "stay")
    shelf.close()
    shelf.path.write_bytes(b"noise")
    put(shelf, "ivo", "stay")
    copy = shelf.path.with_name("shelf.sqlite.damaged-1")
    assert run(wayout, "delete", "--all", "--yes") == (0, "", shelf_strings.COPY_STAYS.format(copy=copy) + "\n")


@pytest.mark.parametrize("args", [[], ["x", "--all"]])
def test_delete_must_be_told_what(wayout: list[str], args: list[str]) -> None:
    status, _, err = run(wayout, "delete", *args)
    assert (status, shelf_strings.DELETE_WHICH in err) == (2, True)


def test_what_cannot_be_done_is_told_with_status_3(wayout: list[str], tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all, \x1b[2J", encoding="utf-8")
    told = shelf_strings.NOT_DONE.format(why=shelf_strings.WHY["foreign"].format(path=file)) + "\n"
    assert run(wayout, "list", "--shelf", str(file)) == (3, "", told)
    assert run(wayout, "delete", "--all", "--yes", "--shelf", str(file)) == (3, "", told)
    assert file.read_text(encoding="utf-8") == "Dear all, \x1b[2J"


def test_nothing_in_a_shelf_reaches_the_terminal_as_a_control_sequence(wayout: list[str], shelf: Shelf) -> None:
    one = put(shelf, "ivo\x1b[2J", "stay\x1b]0;x\x07")
    shelf.rename(one, "a\x1b[2Jb\x9b1m")
    status, out, _ = run(wayout, "list")
    assert status == 0
    assert not set(out) & set("\x1b\x9b\x07")
    assert "ivo\ufffd[2J" in out


def test_a_trail_goes_out_as_a_trail_file_and_comes_in_again_as_one_more(
    wayout: list[str], shelf: Shelf, tmp_path: Path
) -> None:
    said_ = "1\n1\nname lesson\nq\n"
    subprocess.run([*wayout, "play", "vesna", "--plain", "--content", "gentle"], input=said_, check=True, text=True,
                   capture_output=True)  # fmt: skip
    status, text, err = run(wayout, "export", "lesson")
    assert (status, err) == (0, "")
    file = tmp_path / "out.yaml"
    assert run(wayout, "export", "lesson", "-o", str(file)) == (0, "", f"Written to {file}\n")
    assert file.read_text(encoding="utf-8") == text
    status, out, err = run(wayout, "import", str(file))
    assert (status, err) == (0, "")
    new, old = shelf.trails()
    assert out == f"{new.id}\n"
    assert replace(new, id=old.id, number=old.number, name="lesson") == old
    assert run(wayout, "export", "nobody")[0] == 2
    assert run(wayout, "export", "lesson", "-o", str(tmp_path / "no" / "out.yaml"))[0] == 3


def test_what_is_no_trail_file_is_told_and_what_leads_nowhere_stays_where_it_is(
    wayout: list[str], shelf: Shelf, tmp_path: Path
) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text("trail: 1\nstory: nobody\nsteps: []\n", encoding="utf-8")
    status, out, err = run(wayout, "import", str(file))
    assert (status, out) == (1, "")
    assert "bad.yaml:2" in err
    one = put(shelf, "nobody", "stay")
    status, out, err = run(wayout, "export", one)
    assert (status, out) == (1, "")
    assert "There is no record “nobody”." in err
    assert len(shelf.trails()) == 1
