"""The story that the benchmark reads: the same for everyone, and without a fault."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.bench.generate import write
from tests.bench.playing import bare
from tests.bench.reading import WORK
from tests.support.paths import EXAMPLE_FILES
from wayout.model.checks import check
from wayout.model.file_access import Folders
from wayout.model.load import load
from wayout.state_space.compiled_story import CompiledStory
from wayout.state_space.sample import play

pytestmark = pytest.mark.thorough

EXAMPLES = EXAMPLE_FILES


def test_a_generated_story_follows_from_its_seed_alone(tmp_path: Path) -> None:
    one, two, other = (write(tmp_path / name, 40, seed) for name, seed in (("one", 1), ("two", 1), ("other", 2)))
    files = sorted(path.relative_to(one.root) for path in one.root.rglob("*.yaml"))
    assert [(one.root / file).read_bytes() for file in files] == [(two.root / file).read_bytes() for file in files]
    assert one.story.read_bytes() != other.story.read_bytes()


def test_a_generated_story_is_clean_and_of_the_size_and_form_that_is_measured(tmp_path: Path) -> None:
    root = write(tmp_path, 100).root
    loaded = load(Folders(root / "seeds", (root / "story",)))
    assert check(loaded) == []
    scenes = loaded.library.stories["karl"].scenes
    assert len(scenes) == 100
    forks = [scene for scene in scenes.values() if scene.choices]
    assert len(forks) > 70
    assert all(len(scene.choices) == 3 for scene in forks)
    assert any(choice.condition for scene in forks for choice in scene.choices.values())
    assert any(choice.effects for scene in forks for choice in scene.choices.values())


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs the peak of a process as Linux counts it")
def test_check_keeps_neither_the_text_nor_the_plain_data_of_a_story(tmp_path: Path, wayout: list[str]) -> None:
    root, story = write(tmp_path, 2_000)
    small, large = (_peak([*wayout, "check", str(one)]) for one in (EXAMPLES / "base", root))
    # The typed story itself is 3.3 times its text.
    assert large - small < 3.8 * story.stat().st_size, "text alone is once its size, as plain data it is thrice that"


def _peak(command: list[str]) -> int:
    done = subprocess.run([sys.executable, WORK, "process", *command], capture_output=True, text=True, check=True)
    return int(json.loads(done.stdout)["peak"])


def test_the_bare_loop_plays_the_same_story(tmp_path: Path) -> None:
    """Over many plays both come to each scene about as often."""
    root, file = write(tmp_path, 30)
    tables = CompiledStory(load(Folders(root / "seeds", (root / "story",))).library.stories["karl"])
    ours = play(tables, {}, 4_000, "1", uniform=True)
    theirs = bare(yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader), 4_000, 1)
    for number, scene in enumerate(tables.scenes):
        assert abs(ours.scenes[number] - theirs[scene]) <= 200 + 0.1 * theirs[scene]
