"""Every code has a page that tells the truth: its example is found where it is marked, and mended it is clean."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from game.model.findings import CODES
from game.tools import explain
from game.tools import explore as exploring
from game.tools.check import run
from game.tools.explain import FENCE, MENDED, Page
from game.tools.explore_told import Settings

BASE = Path(__file__).parent / "examples" / "base"
PAGES = explain.read()
WITHOUT = {"unreadable", "encoding", "link-outside", "over-limit", "hidden-character",
           "archive-missing", "archive-hash", "archive-lines", "quotation-not-found",
           "too-many-steps", "lost-scene", "lost-choice", "lost-way", "not-met"}  # fmt: skip
"""Codes of what no short YAML can show: pages without an example. Tests of their own trigger them."""
SHOWN = sorted(set(PAGES) - WITHOUT)


class Block(NamedTuple):
    """Lines of a file; of the example, with the line and column that are marked, counted from 0 within the block."""

    file: str
    lines: tuple[str, ...]
    mark: tuple[int, int] | None


def blocks(page: Page) -> tuple[list[Block], list[Block]]:
    """The blocks of a page before and after it is mended."""
    before: list[Block] = []
    after: list[Block] = []
    side, lines = before, list[str]()
    is_open = False
    for line in page.lines:
        if line == MENDED:
            side = after
        elif line.startswith(FENCE):
            if is_open:
                side.append(_block(lines))
            is_open, lines = not is_open, []
        elif is_open:
            lines.append(line)
    return before, after


def _block(lines: list[str]) -> Block:
    file = lines[0].removeprefix("# ")
    kept: list[str] = []
    mark = None
    for line in lines[1:]:
        if re.fullmatch(r" *\^+", line):
            mark = (len(kept) - 1, line.index("^"))
        else:
            kept.append(line)
    return Block(file, tuple(kept), mark)


def laid(project: Path, page: Page) -> Iterator[tuple[str, int, int]]:
    """Put the example into a project that is as it is mended, and give the places that are marked."""
    before, after = blocks(page)
    mended = list(after)
    for block in before:
        path = project / block.file
        old = next((one for one in mended if one.file == block.file), None)
        if old is not None:
            mended.remove(old)
            text = path.read_text(encoding="utf-8")
            path.write_text(_replaced(text, old.lines, block.lines), encoding="utf-8")
    assert not mended
    for block in before:
        if block.mark is not None:
            lines = (project / block.file).read_text(encoding="utf-8").split("\n")
            start = _where(lines, block.lines)
            yield str(project / block.file), start + block.mark[0] + 1, block.mark[1] + 1


def _where(lines: list[str], wanted: tuple[str, ...]) -> int:
    size = len(wanted)
    found = [at for at in range(len(lines)) if tuple(lines[at : at + size]) == wanted]
    assert len(found) == 1, (wanted, found)
    return found[0]


def _replaced(text: str, old: tuple[str, ...], new: tuple[str, ...]) -> str:
    lines = text.split("\n")
    at = _where(lines, old)
    return "\n".join([*lines[:at], *new, *lines[at + len(old) :]])


def project_of(page: Page, folder: Path) -> Path:
    """The invented project with what the mended blocks say: they stand in it already, or are whole files."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for block in blocks(page)[1]:
        path = folder / block.file
        if path.exists():
            _where(path.read_text(encoding="utf-8").split("\n"), block.lines)
        else:
            path.write_text("\n".join((*block.lines, "")), encoding="utf-8")
    return folder


def found(project: Path, code: str, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int, int]]:
    """Every finding of the command that finds the code: file, code, line, column."""
    if PAGES[code].family == "Exploring":
        exploring.run([str(project)], Settings(form="json"))
        findings = [one for story in json.loads(capsys.readouterr().out)["stories"] for one in story["findings"]]
    else:
        run([project], "json")
        findings = json.loads(capsys.readouterr().out)
    return [(one["file"], one["code"], one["line"], one["column"]) for one in findings]


def test_every_code_has_a_page_that_says_what_the_catalogue_says() -> None:
    assert set(PAGES) == set(CODES)
    for code, page in PAGES.items():
        severity, says = CODES[code]
        assert page.lines[:3] == ("", f"**{severity}**: {says}", "")
        assert len(" ".join(page.lines[3:]).split()) > 12


def test_pages_come_in_the_families_of_the_catalogue() -> None:
    families = list(dict.fromkeys(page.family for page in PAGES.values()))
    assert len(families) == 12
    assert [page.family for page in PAGES.values()] == sorted(
        (page.family for page in PAGES.values()), key=families.index
    )


def test_only_what_yaml_cannot_show_has_no_example() -> None:
    assert {code for code, page in PAGES.items() if blocks(page) == ([], [])} == WITHOUT


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_of_a_page_is_found_once_where_it_is_marked_and_mended_it_is_clean(
    code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_of(PAGES[code], tmp_path)
    assert found(project, code, capsys) == []
    marked = list(laid(project, PAGES[code]))
    assert len(marked) == 1
    assert found(project, code, capsys) == [(marked[0][0], code, *marked[0][1:])]


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
