"""How many random plays of a story are made in a second, against a bare loop over its YAML?"""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import yaml

from wayout.model.file_access import Folders
from wayout.model.load import load
from wayout.state_space.compiled_story import CompiledStory
from wayout.state_space.sample import play

from .generate import write
from .measure import Row, Series, alternate

Talk = Callable[[str], None]
SCENES, PLAYS = 300, 20_000


def playing(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """The same number of uniform plays of the same story; tables are built, and ways reckoned, within the time."""
    root, file = write(folder / "played", SCENES)
    story = load(Folders(root / "seeds", (root / "story",))).library.stories["karl"]
    raw = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    least_used: list[float] = []

    def ours() -> float:
        least_used.append(_timed(lambda: play(CompiledStory(story), {}, PLAYS, "1")))
        return _timed(lambda: play(CompiledStory(story), {}, PLAYS, "1", uniform=True))

    left, right = alternate(rounds, talk, ours, lambda: _timed(lambda: bare(raw, PLAYS, 1)))
    a_second = f"{PLAYS / left.median:,.0f} plays a second against {PLAYS / right.median:,.0f}"
    return [
        Row(name="plays", what=f"{PLAYS:,} random plays of a story of {SCENES} scenes",
            yardstick_is="a bare loop over the dicts of its YAML", ours=left, yardstick=right, bar=1, note=a_second),
        Row(name="plays, least used first", what="the same", yardstick_is="the same", ours=Series(tuple(least_used)),
            yardstick=right, bar=None),
    ]  # fmt: skip


def bare(story: Mapping[str, Any], plays: int, seed: int) -> dict[str, int]:
    """Play over the dicts as they were read, without any preparation; how often each scene was come to."""
    random = Random(seed)
    scenes = story["scenes"]
    opening = {name: variable["start"] for name, variable in story["situation"].items()}
    visits = dict.fromkeys(scenes, 0)
    for _ in range(plays):
        name, situation = story["start"], dict(opening)
        seen, chose = set[str](), set[str]()
        while True:
            scene = scenes[name]
            visits[name] += 1
            if "ending" in scene:
                break
            if "next" in scene:
                seen.add(name)
                name = scene["next"]
                continue
            is_open = [(key, choice) for key, choice in scene["choices"].items()
                       if "if" not in choice or met(choice["if"], situation, seen, chose)]  # fmt: skip
            key, choice = random.choice(is_open)
            if choice["to"] == "back":
                continue
            seen.add(name)
            chose.add(f"{name}/{key}")
            if "set" in choice:
                situation.update(choice["set"])
            name = choice["to"]
    return visits


def met(condition: Any, situation: Mapping[str, str], seen: set[str], chose: set[str]) -> bool:
    """Whether an `if` of the generated story is met."""
    if isinstance(condition, list):
        return any(met(part, situation, seen, chose) for part in condition)
    for key, value in condition.items():
        if key == "not":
            is_met = not met(value, situation, seen, chose)
        elif key == "seen":
            is_met = value in seen
        elif key == "chose":
            is_met = value in chose
        else:
            is_met = situation[key] == value
        if not is_met:
            return False
    return True


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
