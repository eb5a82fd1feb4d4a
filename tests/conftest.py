"""What every test may stand on: invented libraries; and the shipped one, for what must hold of it."""

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from msgspec.structs import replace

from tests.invented import records
from tests.invented.roads import roads as invented_roads
from tests.support.needs import needs_more
from wayout.model.checks import check
from wayout.model.evidence import Difference, Reading
from wayout.model.file_access import Folders, shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.text import TwoWordings
from wayout.store.connection import StoreConnection

TESTS = Path(__file__).parent
BASE = TESTS / "examples" / "base"

NO_SKIPS = os.environ.get("WAYOUT_NO_SKIPS") == "1"
"""Set where every part is installed: then nothing may be skipped."""


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the program can make again at any time, made once for all tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def home(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """Where the program keeps what is its own while it is tested: nothing is there from another test."""
    home = tmp_path_factory.mktemp("home")
    if os.name == "posix":
        (home / "cache").symlink_to(cache)
    return home


@pytest.fixture(scope="session", autouse=True)
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where Python finds a program whose stories are invented: whatever program a test starts is that one."""
    found = records.checkout(tmp_path_factory.mktemp("checkout"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(found))
        yield found


@pytest.fixture
def invented_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command that is called in this process takes for the shipped stories is invented too."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("wayout.") and getattr(module, "shipped", None) is shipped:
            monkeypatch.setattr(module, "shipped", lambda: records.FOLDERS)


@pytest.fixture(autouse=True)
def a_plain_environment(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """No setting of the person who runs the tests reaches them, and nothing of hers is written."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TEXTUAL_THEME", "TEXTUAL_COLOR_SYSTEM", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WAYOUT_HOME", str(home))
    monkeypatch.setenv("WAYOUT_DEBOUNCE", "off")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("COLORFGBG", "15;0")


@pytest.fixture(autouse=True)
def shelves(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every shelf that a test opens is open until it ends, and closed then."""
    opened: list[StoreConnection] = []
    init = StoreConnection.__init__

    def opens(reach: StoreConnection, path: Path | None, *, is_own: bool) -> None:
        init(reach, path, is_own=is_own)
        opened.append(reach)

    monkeypatch.setattr(StoreConnection, "__init__", opens)
    yield
    for reach in opened:
        reach.close()


@pytest.fixture(scope="session")
def library() -> Library:
    """Six invented records and all that belongs to them, as large as what is shipped (tests/invented/project)."""
    loaded = load(records.FOLDERS)
    assert check(loaded) == []
    return loaded.library


@pytest.fixture(scope="session")
def shipped_library() -> Library:
    """What is shipped: for what must hold of every library that is."""
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
def roads(invented: Library) -> Library:
    """The same with stories that lead into each other (tests/invented/roads)."""
    return invented_roads(invented)


@pytest.fixture(scope="session")
def asked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented project with a part for its reader: prompts, an account, threads (tests/asked)."""
    folder = tmp_path_factory.mktemp("asked")
    for source in (BASE, TESTS / "asked"):
        shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def asked(asked_folder: Path) -> Library:
    """The library of that project, with the stories that lead into each other."""
    loaded = load(Folders(asked_folder / "seeds", (asked_folder / "story",)))
    assert check(loaded) == []
    return invented_roads(loaded.library)


@pytest.fixture(scope="session")
def beside(invented: Library) -> Library:
    """The same with a glossary, pages beside the stories, and a point on which documents part (tests/beside)."""
    loaded = load(Folders(BASE / "seeds", (BASE / "story", TESTS / "beside")))
    assert [finding for finding in check(loaded) if finding.code != "straight-quotes"] == []
    told = loaded.library.claims["anton-told"]
    says = TwoWordings(full="He orders him to load it, or drown.", gentle="He orders him to load it.")
    readings = (Reading(says=says, cites=told.cites[:1]), Reading(says="He asks him to.", cites=told.cites[1:]))
    substance = Difference(on="what the foreman says", weight="substance", why="paraphrase", readings=readings)
    wording = replace(substance, on="how it is said", weight="wording")
    claims = {**invented.claims, "anton-told": replace(told, differs=(wording, substance))}
    return replace(loaded.library, claims=claims)


@pytest.fixture(scope="session")
def wayout() -> list[str]:
    """The installed command, as the first words of a command line; its stories are invented (`checkout`)."""
    return [str(Path(sys.executable).parent / "wayout")]


@pytest.fixture
def shipped_wayout(monkeypatch: pytest.MonkeyPatch, wayout: list[str]) -> list[str]:
    """The same with the stories that are shipped: for what must hold of them."""
    monkeypatch.delenv("PYTHONPATH")
    return wayout


settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=20)
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
"""What a property is tried on may take its time: machines differ, and no test is timed."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """For a look between two lines that one writes: about a minute."""
    parser.addoption("--quick", action="store_true", help="no browser, terminal, server, process; few examples")


def pytest_configure(config: pytest.Config) -> None:
    """With --quick a property is tried on few examples."""
    if config.getoption("quick"):
        settings.load_profile("quick")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --quick, what is thorough or needs more than this process is left out: see `tests.support.needs`."""
    if config.getoption("quick"):
        left_out = {item for item in items if item.get_closest_marker("thorough") or needs_more(item)}
        config.hook.pytest_deselected(items=[*left_out])
        items[:] = [item for item in items if item not in left_out]


def pytest_collection_finish() -> None:
    """What is loaded by now stays: the cyclic collector need not go through it with every screen that comes up."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:  # noqa: ARG001 - xdist's signature
    """Two for each processor: half of the time is waiting for a screen, a browser, a program."""
    return 2 * (os.cpu_count() or 1)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]):  # type: ignore[no-untyped-def]  # noqa: ARG001 (pluggy names it)
    """Where nothing may be skipped, a skip is a failure."""
    report = yield
    if NO_SKIPS and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and nothing may be: {report.longrepr}"
    return report
