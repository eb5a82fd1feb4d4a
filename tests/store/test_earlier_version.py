"""What an earlier version kept is still there: its shelf with trails and settings, and its trail files."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.store.test_shelf_command import run
from wayout.play.moves import Choose, Enter
from wayout.play.settings import Settings
from wayout.store.paths import shelf_file
from wayout.store.shelf import SettingsStore, open_shelf

EARLIER = Path(__file__).with_name("earlier")
"""Written by version 0.1.0, played line by line: of the stories that it shipped, under their ids."""
TRAILS = sorted(EARLIER.glob("*.yaml"))


@pytest.fixture
def _shelf(home: Path) -> None:
    file = shelf_file()
    assert file is not None
    assert home in file.parents
    file.parent.mkdir(parents=True)
    shutil.copy(EARLIER / "shelf-0.1.0.sqlite", file)


@pytest.mark.usefixtures("_shelf")
def test_its_trails_are_listed_named_and_read_to_the_last_step(wayout: list[str]) -> None:
    status, listed, told = run(wayout, "list")
    assert (status, told) == (0, "")
    assert listed == (
        "9647a8  crossroads  1 choice  at crossroads/five-in-the-morning\n"
        "c25282  vasiliy  2 choices  at vasiliy/kazakhstan  lesson\n"
    )
    crossroads, vasiliy = (saved.trail for saved in open_shelf().trails())
    assert [step.move for step in vasiliy.steps if isinstance(step.move, Choose)] == [Choose("refuse"), Choose("leave")]
    assert crossroads.parts == vasiliy.parts == (), "nothing of the reader's own was there"
    assert Enter("vasiliy", "the-contract") in [step.move for step in crossroads.steps]


@pytest.mark.usefixtures("_shelf")
def test_its_settings_hold() -> None:
    assert SettingsStore(open_shelf()).settings == Settings(
        theme="wayout-dark", content="gentle", words_beforehand=True
    )


@pytest.mark.usefixtures("_shelf")
def test_its_trails_are_played_on(shipped_wayout: list[str]) -> None:
    done = subprocess.run([*shipped_wayout, "play", "vasiliy", "--plain", "--continue"], input="log\nq\n",
                          capture_output=True, timeout=60, check=False, encoding="utf-8")  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "Kazakhstan" in done.stdout


@pytest.mark.parametrize("file", TRAILS, ids=lambda file: file.stem)
def test_its_trail_files_are_replayed_to_the_end(shipped_wayout: list[str], file: Path) -> None:
    done = subprocess.run([*shipped_wayout, "trail", "replay", str(file)], capture_output=True, timeout=60, check=False,
                          encoding="utf-8")  # fmt: skip
    assert done.returncode == 0
    assert ": fits." in done.stderr
