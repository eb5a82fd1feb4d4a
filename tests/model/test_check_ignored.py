"""A warning is left out for a written reason, where it stands and nowhere else; an error never is."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY, edit
from wayout.commands.check import run
from wayout.model.findings import CODES, can_be_ignored

BASE = BASE_STORY
TODO = ("He stands on the quay.", "He stands on the quay ???")
REASON = "because: The three signs are painted on the ship."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the invented project, with one TODO."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    edit(tmp_path / "story/anton.yaml", TODO)
    return tmp_path


def ignore(project: Path, entry: str) -> None:
    """Give the story one entry."""
    edit(project / "story/anton.yaml", ("start: the-order\n", f"start: the-order\nignore:\n  - {{{entry}}}\n"))


def found(project: Path, capsys: pytest.CaptureFixture[str]) -> tuple[list[str], str]:
    """The codes that one run finds, and what it says at the end."""
    run([project], "json")
    out, err = capsys.readouterr()
    return [one["code"] for one in json.loads(out)], err.strip()


@pytest.mark.parametrize("at", ["", "at: scenes/afterwards, ", "at: scenes/afterwards/text/0/text, "])
def test_an_entry_silences_its_code_at_its_place_and_below(
    project: Path, capsys: pytest.CaptureFixture[str], at: str
) -> None:
    assert found(project, capsys) == (["todo"], "1 warning in 1 file")
    ignore(project, f"code: todo, {at}{REASON}")
    assert found(project, capsys) == ([], "2 stories, 7 claims, 1 trail: clean, 1 ignored")


@pytest.mark.parametrize("at", ["scenes/home", "scenes/after", "scenes/afterwards/text/1"])
def test_an_entry_for_another_place_silences_nothing_and_is_found(
    project: Path, capsys: pytest.CaptureFixture[str], at: str
) -> None:
    ignore(project, f"code: todo, at: {at}, {REASON}")
    assert sorted(found(project, capsys)[0]) == ["idle-ignore", "todo"]


def test_an_entry_of_one_story_says_nothing_of_another(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(project / "story/boris.yaml", ("He goes north.", "He goes north ???"))
    ignore(project, f"code: todo, {REASON}")
    assert found(project, capsys) == (["todo"], "1 warning in 1 file, 1 ignored")


def test_without_a_reason_nothing_is_silenced(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ignore(project, 'code: todo, because: " "')
    assert sorted(found(project, capsys)[0]) == ["empty-text", "todo"]


def test_a_claim_a_document_and_a_term_carry_entries_of_their_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "story/anton.yaml", TODO[::-1])
    glossary = "quay: {term: A wharf, forms: [wharf], says: Where ships lie., claims: [anton-told]"
    (project / "story" / "glossary.yaml").write_text(glossary + "}\n", encoding="utf-8")
    edit(project / "story/boris.yaml", ("about: [anton-told, law-fine]", "about: [anton-told]"))
    edit(project / "seeds/documents.yaml",
        ("  harbour-act:\n", "  review: {from: harbour-interview, how: translation, type: webpage, title: A review}\n"
         "  harbour-act:\n"),
    )  # fmt: skip
    assert sorted(found(project, capsys)[0]) == ["unused-claim", "unused-document", "unused-term"]
    entry = "ignore: [{code: unused-%s, because: A story to come uses it.}]"
    (project / "story" / "glossary.yaml").write_text(f"{glossary}, {entry % 'term'}}}\n", encoding="utf-8")
    edit(project / "seeds/claims/anton.yaml", ("law-fine:\n", f"law-fine:\n  {entry % 'claim'}\n"))
    edit(project / "seeds/documents.yaml", ("title: A review", f"title: A review, {entry % 'document'}"))
    assert found(project, capsys) == ([], "2 stories, 7 claims, 1 trail: clean, 3 ignored")


def test_while_a_part_of_the_stories_cannot_be_checked_no_entry_is_called_idle(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "story/anton.yaml", TODO[::-1], ("to: afterwards", "to: aftrwards"))
    ignore(project, "code: never-met, because: It is met in a branch.")
    assert found(project, capsys)[0] == ["missing-target"]


def test_warnings_can_be_ignored_and_errors_cannot() -> None:
    never = {"ambiguous-scalar", "comment-in-text", "idle-ignore", "not-met", "not-read"}
    for code, (severity, _) in CODES.items():
        assert can_be_ignored(code) == (severity == "warning" and code not in never)
