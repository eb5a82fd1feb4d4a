"""Story tests, and what a change of a story would do to its readers' trails."""

import json
import shutil
from pathlib import Path

import pytest

from tests.invented.records import PROJECT
from tests.support.paths import BASE_STORY, edit
from wayout.commands.check import run
from wayout.model.file_access import shipped

BASE = BASE_STORY
TRAIL = "trail: 1\nstory: boris\nsteps: [refuse, enter anton, load, refuse]\n"

Found = list[tuple[str, str, int]]


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A copy of the invented project, without its own trail."""
    shutil.copytree(BASE, tmp_path / "new")
    (tmp_path / "new" / "story" / "trails" / "anton.yaml").unlink()
    return tmp_path / "new"


@pytest.fixture
def old(new: Path, tmp_path: Path) -> Path:
    shutil.copytree(new, tmp_path / "old")
    return tmp_path / "old"


def against(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> Found:
    capsys.readouterr()
    status = run([new], "json", against=old)
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert status == bool(found), err
    assert all(one["says"] and one["hint"] for one in found)
    return [(Path(one["file"]).name, one["code"], one["line"]) for one in found]


def test_what_has_not_changed_breaks_nothing(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert against(old, new, capsys) == []


def test_texts_and_pages_in_between_may_change(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    between = "  between: {text: He waits., claims: [anton-told], next: home}\n"
    edit(new / "story" / "anton.yaml", ("He goes home.", "Home he goes."), ("next: home", "next: between"),
         ("  home:\n", between + "  home:\n"))  # fmt: skip
    assert against(old, new, capsys) == []


@pytest.mark.parametrize(("name", "edits", "expected"), [
    ("anton", [("      load:\n", "      carry:\n")], [("anton.yaml", "lost-choice", 17)]),
    ("anton", [("  afterwards:\n", "  later:\n"), ("to: afterwards", "to: later")], [("anton.yaml", "lost-scene", 10)]),
    ("anton", [("        label: Load the ship\n", "        label: Load\n        if: {pay: stopped}\n"
                "        otherwise: {text: No., claims: [anton-told]}\n")],
     [("anton.yaml", "lost-way", 28), ("anton.yaml", "never-met", 28)]),
    ("boris", [("to: anton/the-order", "to: back"), ("        by: anton\n",
                "        outcome: {is: reported, text: So Anton did., claims: [anton-refused]}\n")],
     [("boris.yaml", "lost-way", 33)]),
])  # fmt: skip
def test_what_readers_may_have_done_and_would_not_find_is_named_where_it_is_mended(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str], name: str, edits: list[tuple[str, str]], expected: Found
) -> None:
    edit(new / "story" / f"{name}.yaml", *edits)
    assert against(old, new, capsys) == expected


def test_a_former_id_mends_it(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(new / "story" / "anton.yaml", ("      load:\n", "      carry:\n        was: load\n"),
         ("  afterwards:\n", "  later:\n    was: [after, afterwards]\n"), ("to: afterwards", "to: later"))  # fmt: skip
    assert against(old, new, capsys) == []


def test_a_record_that_is_gone_is_named(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (new / "story" / "boris.yaml").unlink()
    found = [one for one in against(old, new, capsys) if one[1] != "unused-claim"]
    assert found == [("boris.yaml", "lost-scene", 1)]


def test_a_trail_beside_the_older_stories_is_tried_too(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old / "story" / "trails").mkdir(exist_ok=True)
    (old / "story" / "trails" / "kept.yaml").write_text(TRAIL, encoding="utf-8")
    assert against(old, new, capsys) == []
    edit(new / "story" / "anton.yaml", ("      load:\n", "      carry:\n"))
    assert against(old, new, capsys) == [("anton.yaml", "broken-trail", 17), ("anton.yaml", "lost-choice", 17)]


def test_errors_come_first(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(new / "story" / "anton.yaml", ("to: afterwards", "to: afterward"))
    assert against(old, new, capsys) == [("anton.yaml", "missing-target", 25)]
    run([new], against=old)
    assert "Mend these errors first" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["empty", "broken"])
def test_an_older_project_that_cannot_be_walked_is_misuse(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    if what == "empty":
        shutil.rmtree(old / "story")
    else:
        edit(old / "story" / "anton.yaml", ("to: afterwards", "to: nowhere"))
    assert run([new], against=old) == 2
    assert str(old) in capsys.readouterr().err


def test_the_shipped_stories_break_no_trail_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([], against=shipped().seeds.parent) == 0
    assert "trails: clean" in capsys.readouterr().err


def test_each_record_and_the_crossroads_has_a_trail_that_ends_where_the_articles_do() -> None:
    folder = shipped().stories[0] / "trails"
    stories = {path.stem for path in shipped().stories[0].glob("*.yaml") if "\nscenes:" in path.read_text("utf-8")}
    assert {path.stem for path in folder.glob("*.yaml")} == stories
    assert all("ending: " in path.read_text("utf-8") for path in folder.glob("*.yaml"))


def test_a_change_that_a_story_test_forbids_is_found_at_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("story", "seeds"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    edit(tmp_path / "story" / "crossroads.yaml", ("is: expected", "is: reported"))
    capsys.readouterr()
    assert run([tmp_path], "concise") == 1
    out = capsys.readouterr().out
    assert "trails/crossroads.yaml:8:" in out
    assert out.count("\n") == 1
    assert "unmet-expectation] The page says “not taken · reported”." in out


@pytest.mark.usefixtures("invented_here")
def test_a_trail_file_is_checked_by_its_path_and_is_no_story(
    new: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.yaml").write_text("trail: 1\nstory: ivo\nsteps: [run]\nexpect: {page: x}\n", encoding="utf-8")
    assert run([tmp_path / "mine.yaml"], "concise") == 1
    assert "mine.yaml:4:16: error[unmet-expectation]" in capsys.readouterr().out
    (new / "story" / "trails" / "a.yaml").write_text(TRAIL, encoding="utf-8")
    assert run([new]) == 0
    assert capsys.readouterr().err == "2 stories, 7 claims, 1 trail: clean\n"
