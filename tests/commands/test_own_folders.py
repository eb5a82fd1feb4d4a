"""A folder of one's own is played as it is checked: its pages stand, and an edition is told to be opened as one."""

import shutil
import subprocess
from pathlib import Path

from tests.support.paths import FLOOD


def run(wayout: list[str], folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], cwd=folder, capture_output=True, text=True, check=False, timeout=60,
                          stdin=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip


def test_a_page_of_an_added_folder_stands_in_the_place_of_the_editions(wayout: list[str], tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    page = "title: Mine\ntext:\n  - {editorial: true, text: These words are mine.}\n"
    (tmp_path / "own" / "about.yaml").write_text(page, encoding="utf-8")
    assert run(wayout, tmp_path, "check", "own").returncode == 0
    told = subprocess.run([*wayout, "play", "--plain", "--stories", "own"], cwd=tmp_path, input="about\nquit\n",
                          capture_output=True, text=True, check=False, timeout=60, encoding="utf-8")  # fmt: skip
    assert told.stderr == ""
    assert "These words are mine." in told.stdout


def test_an_edition_that_is_named_as_stories_is_read_as_the_edition_that_it_is(
    wayout: list[str], tmp_path: Path
) -> None:
    shutil.copytree(FLOOD, tmp_path / "flood")
    played = run(wayout, tmp_path, "play", "mateo", "--plain", "--stories", "flood")
    assert (played.returncode, "Mateo" in played.stdout) == (0, True)
    assert run(wayout, tmp_path, "export", "html", "mateo", "-o", "m.html", "--stories", "flood").returncode == 0
    assert (tmp_path / "m.html").exists()
    assert run(wayout, tmp_path, "explore", "flood", "--edition", "flood").stdout.count("proved") >= 3
