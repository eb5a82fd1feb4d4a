"""`wayout new edition`: a writer comes to a library that passes every check, plays, and goes out in every form."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.terminals import Screen

GIVEN = ("--title", "Паводок: \"1964\" #2", "--person", "Ана Рейес", "--document", 'A: talk {with} "Ana"', "--place",
         "x #y", "--author", "A: W.", "--tagline", "[a] b", "--role", "keeper's")  # fmt: skip
FORMS = ("html", "booklet", "twee", "lesson")


def run(wayout: list[str], folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], cwd=folder, capture_output=True, text=True, check=False, timeout=60,
                          stdin=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip


@pytest.mark.parametrize("given", [(), GIVEN, ("--person", "Edition"), ("--person", " ")])
def test_what_is_written_is_clean_whatever_names_are_given(
    wayout: list[str], tmp_path: Path, given: tuple[str, ...]
) -> None:
    made = run(wayout, tmp_path, "new", "edition", "mine", *given, "--yes")
    assert made.returncode == 0, made.stderr
    checked = run(wayout, tmp_path, "check", "mine", "--strict")
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr == "1 story, 4 claims, 1 trail: clean\n"
    originals = ("--originals", "mine/texts")
    for args in (("sources", "coverage", *originals), ("explore", "--strict"), ("sources", "unused")):
        done = run(wayout, tmp_path, *args, "--edition", "mine")
        assert done.returncode == 0, done.stderr
    verified = run(wayout, tmp_path, "sources", "verify", *originals, "--edition", "mine")
    assert verified.stderr.startswith("4 cites verified in 1 archived text, 0 not")


def test_what_is_written_plays_and_goes_out_in_every_form(wayout: list[str], tmp_path: Path) -> None:
    made = run(wayout, tmp_path, "new", "edition", "mine", "--title", "The flood", "--person", "Ana", "--yes")
    assert "wayout play ana --edition mine" in made.stderr
    told = run(wayout, tmp_path, "play", "ana", "--edition", "mine", "--plain")
    assert "What does Ana do?" in told.stdout
    for form in FORMS:
        done = run(wayout, tmp_path, "export", form, "ana", "--edition", "mine", "-o", f"out.{form}")
        assert done.returncode == 0, done.stderr
        assert "Ana" in (tmp_path / f"out.{form}").read_text(encoding="utf-8")
    card = run(wayout, tmp_path, "export", "card", "mine/story/trails/ana.yaml", "--edition", "mine", "-o", "ana.svg")
    assert card.returncode == 0, card.stderr


def test_every_file_names_a_schema_that_lies_beside_it(wayout: list[str], tmp_path: Path) -> None:
    run(wayout, tmp_path, "new", "edition", "mine", "--yes")
    files = [file for file in (tmp_path / "mine").rglob("*.yaml") if file.parent.name != "trails"]
    assert len(files) == 8
    for file in files:
        named = re.match(r"# yaml-language-server: \$schema=\./(\S+)\n", file.read_text(encoding="utf-8"))
        assert named is not None, file
        assert (file.parent / named[1]).is_file()


def test_a_folder_that_holds_something_is_left_alone(wayout: list[str], tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", encoding="utf-8")
    made = run(wayout, tmp_path, "new", "edition", "full", "--yes")
    assert made.returncode == 2
    assert "'full' holds something already (notes.txt)" in made.stderr
    assert [one.name for one in (tmp_path / "full").iterdir()] == ["notes.txt"]
    file = run(wayout, tmp_path, "new", "edition", "full/notes.txt", "--yes")
    assert (file.returncode, "is a file" in file.stderr) == (2, True)
    (tmp_path / "empty").mkdir()
    assert run(wayout, tmp_path, "new", "edition", "empty", "--yes").returncode == 0


def test_what_does_not_hold_is_told_by_the_place_where_it_would_stand(wayout: list[str], tmp_path: Path) -> None:
    made = run(wayout, tmp_path, "new", "edition", "mine", "--id", "Bad Id", "--yes")
    assert made.returncode == 1
    assert "mine/story/edition.yaml:3:1: error[bad-id]" in made.stderr.replace("\\", "/")
    assert not (tmp_path / "mine").exists()


def test_without_a_terminal_what_nobody_can_be_asked_is_named(wayout: list[str], tmp_path: Path) -> None:
    made = run(wayout, tmp_path, "new", "edition", "mine")
    assert made.returncode == 2
    assert made.stderr.startswith("Give --title, --person, or call this in a terminal")
    assert not (tmp_path / "mine").exists()
    assert run(wayout, tmp_path, "new", "edition", "mine", "--title", "A", "--person", "B").returncode == 0


def test_in_a_terminal_every_question_has_an_answer_to_begin_with(wayout: list[str], tmp_path: Path) -> None:
    questions = ("A title for", "One line for", "Whose record", "Who is that", "The title of the document",
                 "Where does it", "Your name")  # fmt: skip
    with Screen(wayout, "new", "edition", "the-flood", cwd=str(tmp_path), rows=40, columns=160) as screen:
        for wanted in questions:
            screen.until(wanted)
            screen.child.sendline("")
        screen.until("Play it:")
        screen.rest()
    assert screen.child.exitstatus == 0
    assert "title: The flood" in (tmp_path / "the-flood" / "story" / "edition.yaml").read_text(encoding="utf-8")
