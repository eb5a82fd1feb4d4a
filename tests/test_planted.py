"""In a clean story of 300 scenes a fault of every class is found where it was planted, 20 times, and nothing else."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from game.model.checks import check
from game.model.findings import CODES
from game.model.folders import Folders
from game.model.load import load
from tests.planted.planting import Place, planted
from tests.planted.plants import PLANTS
from tests.planted.project import texts

TIMES = 20
BY_SOURCES = {"archive-missing", "archive-hash", "archive-lines", "quotation-not-found"}
"""Found by `wayout sources verify` in archived texts, of which the story has none."""
OF_TRAILS = {"trail-version", "too-many-steps", "broken-trail", "unmet-expectation",
             "lost-scene", "lost-choice", "lost-way"}  # fmt: skip
"""Found in trails, and in what two versions of a story make of them: not in a story by itself."""
OF_FOLDERS = {"link-outside"}
"""Of a link, not of a text."""
OF_EXPLORE = {"unreached-scene", "unreached-ending", "unreached-choice", "no-open-choice", "trap", "undocumented-way",
              "not-met"}  # fmt: skip
"""Found by `wayout explore`: planted in a test of their own (test_planted_explored)."""
BESIDE = BY_SOURCES | OF_TRAILS | OF_FOLDERS | OF_EXPLORE

WHOLE_FILE = ("unreadable", "over-limit", "encoding", "syntax", "duplicate-key", "yaml-feature", "too-deep")
"""Each of these hides what else is wrong: planted alone."""
CUT = ("unreachable-scene", "island", "no-ending", "endless-loop", "taken-off-path", "step-off-record")
"""What leads where is asked only where every link holds."""
RECORD = ("recorded-path",)
"""Where a record breaks off, what lies off its path is not asked."""
WARNINGS = tuple(code for code, (severity, _) in CODES.items() if severity == "warning" and code not in BESIDE)
"""What nothing uses is asked only where there is no error."""
CHOICES = ("repeated-text", *(code for code in WARNINGS
                              if not code.startswith(("unused-", "idle-ignore", "repeated-text"))))  # fmt: skip
ERRORS = tuple(code for code in PLANTS if code not in (*WHOLE_FILE, *CUT, *RECORD, *WARNINGS))
GROUPS = {
    "errors": ERRORS, "what leads where": (*CHOICES, *CUT), "warnings": WARNINGS, "the record": (*CHOICES, *RECORD),
    **{code: (code,) for code in WHOLE_FILE},
}  # fmt: skip
"""Classes that do not hide each other are planted together: the more must be told apart."""
ROUNDS = 5
"""How many stories one test plants."""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The files of a project without a fault."""
    folder = tmp_path_factory.mktemp("clean")
    files = texts(folder)
    assert found(folder, files) == []
    return files


def found(folder: Path, files: Mapping[str, str]) -> list[Place]:
    """Where `check` finds what, in the files as they are written into a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        if not text:
            path.unlink()
    findings = check(load(Folders(folder / "seeds", (folder / "story",))))
    return sorted(
        (str(Path(one.span.file).relative_to(folder)), one.code, one.span.line, one.span.column) for one in findings
    )


def test_every_class_is_planted() -> None:
    assert set(PLANTS) == {code for codes in GROUPS.values() for code in codes} == set(CODES) - BESIDE


@pytest.mark.parametrize("first", range(0, TIMES, ROUNDS))
@pytest.mark.parametrize("group", GROUPS)
def test_what_is_planted_is_found_where_it_is_and_nothing_else(
    clean: Mapping[str, str], group: str, first: int, tmp_path: Path
) -> None:
    for number in range(first, first + ROUNDS):
        files, places = planted(clean, GROUPS[group], Random(f"{group} {number}"))
        assert sorted({code for _, code, _, _ in places}) == sorted(GROUPS[group])
        assert found(tmp_path, files) == places
