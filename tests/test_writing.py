"""The writers' guide holds word for word: every file in it is clean and plays, every command does what it says."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import pytest

from game.model.folders import shipped

GUIDE = (shipped().stories[0] / "WRITING.md").read_text(encoding="utf-8")


def blocks(kind: str) -> Iterator[str]:
    for indent, text in re.findall(rf"^( *)```{kind}\n(.*?)^ *```", GUIDE, re.DOTALL | re.MULTILINE):
        yield dedent(indent + text if indent and not text.startswith(indent) else text)


FILES = {text.split("\n", 1)[0].removeprefix("# "): text for text in blocks("yaml") if text.startswith("# ")
         and text.split("\n", 1)[0].endswith(".yaml")}  # fmt: skip
COMMANDS = [line for text in blocks("console") for line in text.splitlines()]


def run(wayout: list[str], folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line)
    assert words[0] == "wayout"
    return subprocess.run([*wayout, *words[1:]], cwd=folder, capture_output=True, text=True, check=False, timeout=60,
                          stdin=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip


def test_the_guide_has_files_and_commands() -> None:
    assert list(FILES) == ["my-branch.yaml", "silent.yaml", "with-a-claim.yaml", "differs.yaml"]
    assert len(COMMANDS) == 6


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_clean_but_for_claims_that_it_only_shows(wayout: list[str], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    checked = run(wayout, tmp_path, f"wayout check {name} --format concise")
    assert checked.returncode == 0
    only = {"unused-claim"} if name == "differs.yaml" else set()
    assert set(re.findall(r"\[([a-z-]+)\]", checked.stdout)) == only
    assert run(wayout, tmp_path, f"wayout explore {name}").returncode == 0


def test_the_first_part_can_be_followed_word_for_word(wayout: list[str], tmp_path: Path) -> None:
    """What `new` writes differs from the file of the guide in its wording alone; the last command plays it."""
    new, check, preview, play, claim, story = COMMANDS
    assert run(wayout, tmp_path, new).returncode == 0
    assert run(wayout, tmp_path, check).returncode == 0
    assert run(wayout, tmp_path, preview).returncode == 2, "a preview needs a terminal, and says so"
    (tmp_path / "my-branch.yaml").write_text(FILES["my-branch.yaml"], encoding="utf-8")
    told = run(wayout, tmp_path, f"{play} --plain --from the-call")
    assert told.returncode == 0
    assert "Turn to people who help" in told.stdout
    printed = run(wayout, tmp_path, claim)
    assert printed.stdout.strip().startswith("no-fear:")
    assert run(wayout, tmp_path, story).returncode == 0
    assert run(wayout, tmp_path, "wayout check anna.yaml").returncode == 0
