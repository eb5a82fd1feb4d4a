"""Every code has a page that tells the truth: its example is found where it is marked, and mended it is clean."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.support.worked import BY_EDITION, Project
from wayout.commands import explain
from wayout.model.findings import CODES

PAGES = explain.read()


def test_every_code_has_a_page_that_says_what_the_catalogue_says() -> None:
    assert set(PAGES) == set(CODES)
    for code, page in PAGES.items():
        severity, says = CODES[code]
        assert page.lines[:3] == ("", f"**{severity}**: {says}", "")
        assert len(" ".join(page.lines[3:]).split()) > 12


def test_pages_come_in_the_families_of_the_catalogue() -> None:
    families = list(dict.fromkeys(page.family for page in PAGES.values()))
    assert len(families) == 15
    assert [page.family for page in PAGES.values()] == sorted(
        (page.family for page in PAGES.values()), key=families.index
    )


@pytest.mark.parametrize("code", [code for code in PAGES if code not in BY_EDITION])
def test_the_example_of_a_page_is_found_once_where_it_is_marked_and_mended_it_is_clean(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the command that the page names, and after what it says is done: before the fault, with it, and mended."""
    project = Project(tmp_path / "project", PAGES[code])
    faulty, mended = project.example.faulty, project.example.mended
    assert project.found(mended.command, capsys, monkeypatch) == []
    marked = project.spoil()
    assert len(marked) == 1
    file, line, column = marked[0]
    assert project.found(faulty.command, capsys, monkeypatch) == [(file, code, line, column)]
    if not project.example.is_plain:
        project.mend()
        assert project.found(mended.command, capsys, monkeypatch) == []


def test_explain_shows_a_page_and_what_can_be_done_about_it(wayout: list[str]) -> None:
    done = subprocess.run([*wayout, "explain", "missing-target"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("missing-target\nerror, names and links\n")
    assert "\n    # story/anton.yaml\n" in done.stdout
    assert done.stdout.endswith("This cannot be ignored.\n")
    assert "```" not in done.stdout
    assert max(map(len, done.stdout.split("\n"))) <= 100


def test_explain_lists_every_code_in_a_line_or_two(wayout: list[str]) -> None:
    done = subprocess.run([*wayout, "explain"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert [line.split()[0] for line in done.stdout.split("\n") if re.match(r"  [a-z]", line)] == list(PAGES)
    assert max(map(len, done.stdout.split("\n"))) <= 80


@pytest.mark.parametrize(
    ("asked", "meant"), [("missing-targt", "missing-target"), ("Todo", "todo"), ("x", "'wayout explain' lists")]
)
def test_a_code_that_is_not_there_is_answered_with_the_one_that_is_meant(
    asked: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explain.run(asked) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"There is no code '{asked}'." in err
    assert meant in err


@pytest.mark.parametrize("width", [40, 80])
def test_the_pages_fit_a_narrow_terminal_but_for_lines_of_a_file(width: int) -> None:
    for page in PAGES.values():
        assert all(len(line) <= width or line.startswith("    ") for line in explain.page(page, width))
    assert all(len(line) <= width for line in explain.contents(PAGES, width))
