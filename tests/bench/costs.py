"""What does a command cost before its work, and a face in memory?"""

import subprocess
import sys
import time
from functools import partial
from pathlib import Path

from wayout.model.file_access import shipped
from wayout.model.load import load

from .faces import BARE, KEY, STORY, WAYOUT, Talk, environment, warm
from .measure import Row, alternate
from .screen import Terminal

WALK = 8
"""Pages that are read before memory is looked at."""


def commanding(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """A command without a screen, before its work."""
    env = environment(folder)

    def took(command: tuple[str, ...]) -> float:
        started = time.perf_counter()
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
        return time.perf_counter() - started

    def ours() -> float:
        return took((WAYOUT, "check", "--help"))

    def bare() -> float:
        return took((sys.executable, "-c", "pass"))

    warm(ours, bare)
    left, right = alternate(rounds, talk, ours, bare)
    return [Row(name="command", what="`wayout check --help`", yardstick_is="`python -c pass`",
                ours=left, yardstick=right, bar=5)]  # fmt: skip


def holding(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """The most memory that is held at the library, and after a walk through a record."""
    env = environment(folder)
    start = load(shipped()).library.stories[STORY].start

    def peak(command: tuple[str, ...], keys: int) -> float:
        with Terminal(command, env) as terminal:
            terminal.until(any)
            terminal.settle()
            for _ in range(keys):
                terminal.press(KEY)
                terminal.settle(0.1)
            return terminal.peak

    def bare() -> float:
        return peak(BARE, 0)

    rows = []
    for name, what, command, keys in (
        ("memory", "`wayout` at the library", (WAYOUT,), 0),
        ("memory", f"`wayout play {STORY}`, after {WALK} pages", (WAYOUT, "play", STORY, "--from", start), WALK),
    ):
        ours = partial(peak, command, keys)
        warm(ours, bare)
        left, right = alternate(rounds, talk, ours, bare, "B")
        rows.append(Row(name=name, what=what, yardstick_is="bare Textual app", ours=left, yardstick=right, bar=1.35,
                        unit="B"))  # fmt: skip
    return rows
