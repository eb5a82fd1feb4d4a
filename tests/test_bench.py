"""The story that the benchmark reads: the same for everyone, and without a fault."""

from pathlib import Path

from game.model.checks import check
from game.model.folders import Folders
from game.model.load import load
from tests.bench.generate import write


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
