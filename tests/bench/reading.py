"""How fast is a long story read and checked, in how much memory, and how does that grow?"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from .faces import WAYOUT
from .generate import write
from .measure import Row, Series, alternate

Talk = Callable[[str], None]
WORK = str(Path(__file__).with_name("work.py"))
SMALL, LARGE = 1_000, 10_000
STOCK_LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8').read(), Loader=yaml.CSafeLoader)"


def reading(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """Reading and checking a story of 10,000 scenes, against PyYAML's own reading of the file."""
    root, story = write(folder / "large", LARGE)
    peaks: dict[str, list[float]] = {"ours": [], "stock": []}

    def work(which: str) -> Callable[[], float]:
        def once() -> float:
            seconds, peak = _work(which, root)
            peaks[which].append(peak)
            return seconds

        return once

    left, right = alternate(rounds, talk, work("ours"), work("stock"))
    size = f"{LARGE:,} scenes, {story.stat().st_size / 1e6:.1f} MB"
    return [
        Row(name="read", what=f"reading and checking a story of {size}", yardstick_is="`yaml.load` with `CSafeLoader`",
            ours=left, yardstick=right, bar=0.25, note="ours reads the evidence too; each in a new process"),
        Row(name="read, memory", what="its peak memory", yardstick_is="the same", ours=Series(tuple(peaks["ours"])),
            yardstick=Series(tuple(peaks["stock"])), bar=None, unit="B"),
    ]  # fmt: skip


def growing(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """Ten times the scenes."""
    small, large = write(folder / "small", SMALL).root, write(folder / "large", LARGE).root
    left, right = alternate(rounds, talk, lambda: _work("ours", large)[0], lambda: _work("ours", small)[0])
    return [Row(name="growth", what=f"reading and checking {LARGE:,} scenes", yardstick_is=f"{SMALL:,} scenes",
                ours=left, yardstick=right, bar=12)]  # fmt: skip


def checking(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """`wayout check` as a whole process."""
    root, story = write(folder / "large", LARGE)
    peaks: list[float] = []

    def ours() -> float:
        seconds, peak = _process([WAYOUT, "check", str(root)])
        peaks.append(peak)
        return seconds

    left, right = alternate(rounds, talk, ours, lambda: _process([sys.executable, "-c", STOCK_LOAD, str(story)])[0])
    return [
        Row(name="check", what=f"`wayout check` of a story of {LARGE:,} scenes",
            yardstick_is="`python -c` with `yaml.load`", ours=left, yardstick=right, bar=0.4),
        Row(name="check, memory", what="its peak memory", yardstick_is="–",
            ours=Series(tuple(peaks)), bar=60e6, unit="B"),
    ]  # fmt: skip


def _work(which: str, root: Path) -> tuple[float, float]:
    """Seconds and bytes of one reading in a new process."""
    return _told([sys.executable, WORK, which, str(root)])


def _process(command: list[str]) -> tuple[float, float]:
    """Seconds and peak bytes of a whole process."""
    return _told([sys.executable, WORK, "process", *command])


def _told(command: list[str]) -> tuple[float, float]:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told = json.loads(done.stdout)
    return told["seconds"], told["peak"]
