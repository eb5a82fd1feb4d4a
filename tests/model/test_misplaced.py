"""A copy, a story under a reserved name, a second document: one finding each, and nothing that follows from it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from tests.support.terminals import Screen
from wayout.commands.check import run
from wayout.model.edition import OLD_FOREWORD
from wayout.model.library import ABOUT, CARE

BASE = BASE_STORY
OWN = """\
title: The nurse
person: vera
teaser: A nurse is called up.
author: A. W.
start: the-beginning
scenes:
  the-beginning:
    text: She is called up.
    claims: [vera-called]
    next: as-told
  as-told:
    text: She does not go.
    claims: [vera-refuses]
    ending: {kind: as-published, text: She does not go., claims: [vera-refuses]}
people:
  vera: {name: Vera, identity: unstated, role: a nurse}
documents:
  talk: {type: document, title: A talk}
claims:
  vera-called:
    says: She is called up.
    kind: event
    cites: [{document: talk, at: minute 1, voice: narrated}]
  vera-refuses:
    says: She does not go.
    kind: event
    cites: [{document: talk, at: minute 2, voice: narrated}]
"""
"""A whole testimony in one file."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A writer's folder with one story, in which commands are called."""
    (tmp_path / "vera.yaml").write_text(OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(capsys: pytest.CaptureFixture[str], *paths: str) -> list[str]:
    """Place and code of each finding, in the order in which they are told."""
    run(list(paths) or ["."], "concise")
    out = capsys.readouterr().out
    return [line.split("]")[0].replace("error[", "").replace("warning[", "") for line in out.splitlines()]


def edit(path: Path, old: str, new: str) -> None:
    """Change what stands once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["vera-copy.yaml", "vera-2.yaml", "a-copy-of-vera.yaml"])
@pytest.mark.usefixtures("folder")
def test_a_copy_beside_its_original_is_one_finding(capsys: pytest.CaptureFixture[str], name: str) -> None:
    """Whichever of the two is read first, it stands at the one that is named like a copy."""
    shutil.copy("vera.yaml", name)
    expected = "vera.yaml" if name.startswith("a-") else name
    assert found(capsys) == [f"{expected}:1:1: duplicate-id"]


@pytest.mark.usefixtures("folder")
def test_a_copy_that_has_been_worked_on_is_one_too_with_what_is_wrong_in_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    copy = Path(shutil.copy("vera.yaml", "vera-copy.yaml"))
    edit(copy, "  talk: {type: document, title: A talk}\n", "  tale: {type: document, title: A tale}\n")
    assert found(capsys) == ["vera-copy.yaml:1:1: duplicate-id"]
    edit(copy, "next: as-told", "next: as-tolt")
    assert "vera-copy.yaml:10:11: missing-target" in found(capsys)


def test_two_stories_that_share_an_id_or_two_are_told_id_by_id(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = OWN.replace("vera", "nina").replace("talk", "tale")
    (folder / "nina.yaml").write_text(other.replace("nina-called", "vera-called"), encoding="utf-8")
    assert found(capsys) == ["nina.yaml:20:3: duplicate-id"]


def test_a_copy_of_a_file_of_claims_is_one_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "project"))
    shutil.copy(project / "seeds/claims/anton.yaml", project / "seeds/claims/anton (1).yaml")
    assert [one.rpartition("/")[2] for one in found(capsys, str(project))] == ["anton (1).yaml:1:1: duplicate-id"]


@pytest.mark.usefixtures("invented_here")
@pytest.mark.parametrize("name", ["acts", "glossary", "people", "places", "documents", OLD_FOREWORD, CARE, ABOUT])
def test_a_story_under_a_reserved_name_is_one_finding(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """The other stories of the folder, which take steps and claims from it, are left alone."""
    (folder / "vera.yaml").rename(f"{name}.yaml")
    branch = "grows: vesna\nauthor: A. W.\nadds:\n  the-call:\n    choices:\n      ask: {label: Ask, act: run, from: "
    branch += "[vera-called], outcome: {is: reported, text: She is called up., claims: [vera-called]}, to: back}\n"
    (folder / "branch.yaml").write_text(branch, encoding="utf-8")
    assert found(capsys) == [f"{name}.yaml:1:1: bad-id"]


def test_a_branch_under_a_reserved_name_and_a_story_among_the_claims_are_told_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "project"))
    shutil.copy(project / "story/boris.yaml", project / "seeds/claims/boris-story.yaml")
    (project / "story" / "glossary.yaml").write_text("grows: anton\nauthor: A.\nadds: {}\n", encoding="utf-8")
    codes = [one.rpartition("/")[2] for one in found(capsys, str(project))]
    assert codes == ["boris-story.yaml:1:1: bad-id", "glossary.yaml:1:1: bad-id"]


def test_a_second_document_is_told_alone_and_what_it_may_hold_is_missed_nowhere(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "nina.yaml").write_text(OWN.replace("vera", "nina").replace("nina-called", "vera-called")
                                      .replace("talk", "tale"), encoding="utf-8")  # fmt: skip
    edit(folder / "nina.yaml", "  vera-called:\n    says: She is called up.\n    kind: event\n"
         "    cites: [{document: tale, at: minute 1, voice: narrated}]\n", "")  # fmt: skip
    assert found(capsys) == []
    edit(folder / "vera.yaml", "people:\n", "---\npeople:\n")
    assert found(capsys) == ["vera.yaml:15:1: yaml-feature"]
    edit(folder / "vera.yaml", "---\n", "<<<<<<< HEAD\n")
    assert found(capsys) == ["vera.yaml:15:1: syntax"]


def test_a_name_that_stands_twice_comes_before_what_is_missing_because_of_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(folder / "vera.yaml", "  vera-refuses:\n", "  vera-called:\n")
    told = found(capsys)
    assert told[0] == "vera.yaml:24:3: duplicate-key"
    assert {one.rpartition(" ")[2] for one in told[1:]} == {"missing-target"}


def test_a_file_of_another_ending_is_told_and_read_where_it_is_named(
    folder: Path, wayout: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "other.yml").write_text("title: [broken\n", encoding="utf-8")
    (folder / "Third.YAML").write_text("", encoding="utf-8")
    (folder / "trails").mkdir()
    (folder / "trails" / "vera.yml").write_text("trail: 1\n", encoding="utf-8")
    assert found(capsys) == ["Third.YAML:1:1: not-read", "other.yml:1:1: not-read", "trails/vera.yml:1:1: not-read"]
    assert found(capsys, "other.yml") == ["other.yml:1:8: syntax", "other.yml:1:1: not-read"]
    for words in (("other", "--stories", "."), ("other.yml",)):
        done = subprocess.run([*wayout, "play", *words, "--plain", "--no-trace"], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, check=False)  # fmt: skip
        assert (done.returncode, "Rename it other.yaml" in done.stderr) == (2, True)


def test_where_nothing_else_is_there_the_other_ending_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "vera.yaml").rename("vera.yml")
    assert run(["."]) == 2
    assert "There are: vera.yml." in capsys.readouterr().err


def test_evidence_under_a_name_that_is_not_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Path(shutil.copytree(BASE, tmp_path / "project"))
    shutil.copy(project / "seeds/places.yaml", project / "seeds/place.yaml")
    shutil.copy(project / "seeds/places.yaml", project / "seeds/people.yml")
    (project / "seeds/claims/more.yml").write_text("", encoding="utf-8")
    assert [one.rpartition("/")[2] for one in found(capsys, str(project))] == [
        "more.yml:1:1: not-read", "people.yml:1:1: not-read", "place.yaml:1:1: not-read"
    ]  # fmt: skip


def test_a_folder_within_that_nobody_named_is_told_beside_the_findings(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("drafts", "texts", "trails", ".git"):
        (folder / name).mkdir()
    (folder / "texts" / "talk.txt").write_text("She is called up.\n", encoding="utf-8")
    shutil.copy("vera.yaml", "drafts")
    shutil.copy("vera.yaml", ".git")
    assert run(["."], strict=True) == 0
    assert capsys.readouterr().err.startswith("Not read: drafts/ (name this folder too, or move its files)\n")
    run([".", "drafts"])
    assert "Not read" not in capsys.readouterr().err


def test_what_editors_and_systems_leave_is_left_alone(
    folder: Path, wayout: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Also by the library in a terminal, which tells no faults before the first page."""
    for name in (".vera.yaml", "._vera.yaml", "~$vera.yaml", "#vera.yaml", "vera.yaml~", "#vera.yaml#", ".DS_Store",
                 ".vera.yaml.swp", "Thumbs.db", "vera.yaml.orig"):  # fmt: skip
        (folder / name).write_bytes(b"\0\1[")
    (folder / ".#vera.yaml").symlink_to("user@host.1234:1700000000")
    assert run(["."], "concise", strict=True) == 0
    assert capsys.readouterr() == ("", "vera: 2 scenes, 2 claims: clean (with 7 shipped stories)\n")
    with Screen(wayout, "play", "vera", "--plain", "--no-trace", "--stories", ".", rows=100) as screen:
        screen.until("Go on")
        assert "faults" not in screen.text
        screen.child.sendline("quit")
        screen.rest()
