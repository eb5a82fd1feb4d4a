"""What every test may stand on: the shipped library, and the invented one."""

import os
import sys
from pathlib import Path

import pytest

from game.model.library import Library
from game.model.load import Folders, load, shipped

TESTS = Path(__file__).parent
BASE = TESTS / "examples" / "base"

NO_SKIPS = os.environ.get("WAYOUT_NO_SKIPS") == "1"
"""Set where every part is installed: then nothing may be skipped."""


@pytest.fixture(autouse=True)
def a_plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the person who runs the tests reaches them."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "COLUMNS", "LINES", "WAYOUT_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def library() -> Library:
    """What is shipped."""
    loaded = load(shipped())
    assert loaded.findings == []
    return loaded.library


@pytest.fixture(scope="session")
def invented() -> Library:
    """The docker's story of tests/examples/base."""
    loaded = load(Folders(BASE / "seeds", (BASE / "story",)))
    assert loaded.findings == []
    return loaded.library


@pytest.fixture(scope="session")
def wayout() -> list[str]:
    """The installed command, as the first words of a command line."""
    return [str(Path(sys.executable).parent / "wayout")]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]  # noqa: ARG001 (pluggy names it)
    """Where nothing may be skipped, a skip is a failure."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be: {report.longrepr}"
    return report
