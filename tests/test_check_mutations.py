"""Whatever a hand does to a file, reading and checking give findings, never an exception."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.model import archive
from game.model.checks import check
from game.model.findings import CODES
from game.model.folders import Folders
from game.model.load import load
from game.tools.render import render

EXAMPLES = Path(__file__).parent / "examples"
FILES = sorted(path.relative_to(EXAMPLES / "base") for path in (EXAMPLES / "base").rglob("*.yaml"))
LINES = sorted({line for path in FILES for line in (EXAMPLES / "base" / path).read_text(encoding="utf-8").split("\n")})
PIECES = st.one_of(st.sampled_from(LINES), st.text(alphabet="abc:-[]{}\"'|>&*# \n0é", max_size=20))


@pytest.fixture(scope="module")
def project() -> Iterator[Path]:
    """One folder that every example writes into."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_mutation_gives_findings_or_nothing(project: Path, data: st.DataObject) -> None:
    shutil.copytree(EXAMPLES / "base", project, dirs_exist_ok=True)
    for _ in range(data.draw(st.integers(1, 3))):
        file = project / data.draw(st.sampled_from(FILES))
        lines = file.read_text(encoding="utf-8").split("\n")
        index = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["delete", "replace", "insert", "indent", "cut", "value"])):
            case "delete":
                del lines[index]
            case "replace":
                lines[index] = data.draw(PIECES)
            case "insert":
                lines.insert(index, data.draw(PIECES))
            case "indent":
                lines[index] = " " * data.draw(st.integers(0, 8)) + lines[index].lstrip()
            case "cut":
                lines[index] = lines[index][: data.draw(st.integers(0, len(lines[index])))]
            case _:
                key, colon, _ = lines[index].partition(": ")
                lines[index] = (
                    key + colon + data.draw(st.one_of(PIECES, st.sampled_from(["12", "true", "null", "[]", "{}"])))
                )
        file.write_text("\n".join(lines), encoding="utf-8")
    loaded = load(Folders(project / "seeds", (project / "story",)))
    findings = check(loaded)
    verified = archive.verify(loaded, EXAMPLES / "archive").findings
    archive.coverage(loaded, EXAMPLES / "archive")
    assert all(one.code in CODES and one.says and one.hint for one in (*findings, *verified))
    assert render([*findings, *verified], "text").count("\n  ") >= len(findings)
