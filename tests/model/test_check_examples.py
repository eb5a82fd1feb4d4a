"""Each example file lays one fault over the invented project: `check` finds that one, there, and nothing else."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.support.paths import EXAMPLE_FILES
from tests.support.worked import BY_EDITION, example
from wayout.commands import explain
from wayout.commands.check import run
from wayout.model.findings import CODES

pytestmark = pytest.mark.smoke

EXAMPLES = EXAMPLE_FILES
HEADER = re.compile(
    r"# (?P<path>\S+) → (?P<code>[a-z-]+) (?:(?P<place>\S+\.yaml) )?(?P<line>\d+):(?P<column>\d+)"
).fullmatch
"""Where the example goes → its code, the file of the finding if it is another one, line and column."""

FILES = sorted(EXAMPLES.glob("*.yaml"))
MORE = {code for code, page in explain.read().items() if code in BY_EDITION or not example(page).is_plain}
"""Codes that take more than lines of a file: their pages show all of it (test_explain)."""
EXPLORED = {file.name.split(".")[0] for file in (EXAMPLES / "explored").glob("*.yaml")}
"""Codes that `explore` finds, and not `check`."""


def test_every_code_has_an_example() -> None:
    shown = {file.name.split(".")[0] for file in FILES}
    assert shown | EXPLORED | MORE == set(CODES)
    assert not shown & EXPLORED


def test_the_project_without_a_fault_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([EXAMPLES / "base"]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "2 stories, 7 claims, 1 trail: clean\n"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_is_found_where_it_says_and_nothing_else(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = HEADER(file.read_bytes().split(b"\n", 1)[0].decode())
    assert header is not None
    shutil.copytree(EXAMPLES / "base", tmp_path, dirs_exist_ok=True)
    target = tmp_path / header["path"]
    target.write_bytes(file.read_bytes())
    status = run([tmp_path], "json", strict=True)
    out, err = capsys.readouterr()
    found = [(one["file"], one["code"], one["line"], one["column"]) for one in json.loads(out)]
    place = tmp_path / (header["place"] or header["path"])
    assert found == [(str(place), header["code"], int(header["line"]), int(header["column"]))]
    assert all(one["says"] and one["hint"] for one in json.loads(out))
    assert status == 1
    assert "Traceback" not in err
