"""`wayout check` reads what its paths name, and its status says what came of it."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from wayout.commands.check import run

BASE = BASE_STORY


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the invented project that stands in for the shipped one."""
    from wayout.model.file_access import Folders

    root = tmp_path / "shipped"
    shutil.copytree(BASE, root)
    monkeypatch.setattr("wayout.model.file_access.shipped", lambda: Folders(root / "seeds", (root / "story",)))
    return root


def fault(path: Path) -> None:
    """Put a missing place into a story."""
    path.write_text(path.read_text(encoding="utf-8").replace("at: quay", "at: key", 1), encoding="utf-8")


def test_without_a_path_the_shipped_project_is_checked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    fault(project / "story" / "boris.yaml")
    assert run([]) == 1
    assert capsys.readouterr().err.endswith("1 error in 1 file\n")


def test_a_project_folder_is_checked_by_itself(project: Path, tmp_path: Path) -> None:
    fault(project / "story" / "boris.yaml")
    assert run([BASE]) == 0
    shutil.copytree(BASE / "story", tmp_path / "mine" / "story")
    assert run([tmp_path / "mine"]) == 0


def test_a_story_file_replaces_the_shipped_story_of_the_same_name(project: Path, tmp_path: Path) -> None:
    fault(project / "story" / "boris.yaml")
    mine = tmp_path / "boris.yaml"
    shutil.copy(BASE / "story" / "boris.yaml", mine)
    assert run([mine]) == 0
    fault(mine)
    assert run([mine]) == 1
    assert run([project / "story" / "boris.yaml"]) == 1


def test_a_new_story_may_step_into_a_shipped_one(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (project / "story" / "boris.yaml").read_text(encoding="utf-8")
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "third.yaml").write_text(text, encoding="utf-8")
    assert run([tmp_path / "stories"]) == 0
    assert capsys.readouterr().err == "third: 3 scenes, 5 claims: clean (with 2 shipped stories)\n"


def test_a_claims_file_replaces_the_shipped_claims_of_the_same_ids(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert project.exists()
    claims = tmp_path / "more.yaml"
    claims.write_text(
        "boris-north:\n  says: He goes north.\n  kind: event\n  cites: [{document: gazete-en, lines: 9}]\n",
        encoding="utf-8",
    )
    assert run([claims], "concise") == 1
    out, err = capsys.readouterr()
    assert out == f"{claims}:4:22: error[missing-target] There is no document 'gazete-en'. " + (
        "(Did you mean 'gazette-en'? If not, add it to seeds/documents.yaml.)\n"
    )
    assert err == "1 error in 1 file\n"


@pytest.mark.parametrize("path", ["gone", "empty"])
def test_a_path_with_nothing_to_check_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str], path: str) -> None:
    (tmp_path / "empty").mkdir()
    assert run([tmp_path / path]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert path in err


def test_an_unknown_format_is_misuse(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([BASE], "xml") == 2
    assert "concise" in capsys.readouterr().err


def test_warnings_fail_only_where_they_are_asked_to(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "story" / "anton.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("“load it or leave”", '"load it or leave"'), encoding="utf-8"
    )
    assert run([]) == 0
    assert capsys.readouterr().err == "1 warning in 1 file\n"
    assert run([], strict=True) == 1


def test_colour_needs_a_terminal_and_no_wish_against_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fault(project / "story" / "boris.yaml")

    def shown(*, is_terminal: bool) -> str:
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
        monkeypatch.setattr(out, "isatty", lambda: is_terminal)
        monkeypatch.setattr(sys, "stdout", out)
        run([])
        out.seek(0)
        return out.read()

    assert "\x1b[" not in shown(is_terminal=False)
    assert "\x1b[" in shown(is_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in shown(is_terminal=True)
