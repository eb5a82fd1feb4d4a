"""How long does one reading of a story take, in a process of its own?

Run as a script, `work.py ours|stock FOLDER` or `work.py process COMMAND …`; it tells seconds and bytes of peak memory
as JSON. Of a reading only the work is timed, not the imports: for `ours`, reading and checking the whole project with
evidence and files; for `stock`, `yaml.load` of the story's text, already in memory.
"""

import json
import resource
import subprocess
import sys
import time
from pathlib import Path

UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which `ru_maxrss` counts."""


def ours(folder: Path) -> float:
    """What `wayout check` does between its start and its output."""
    from wayout.model.checks import check
    from wayout.model.file_access import Folders
    from wayout.model.load import load

    started = time.perf_counter()
    found = check(load(Folders(folder / "seeds", (folder / "story",))))
    took = time.perf_counter() - started
    if found:
        raise SystemExit(f"The generated story is not clean: {found[0]}")
    return took


def stock(folder: Path) -> float:
    """What PyYAML does by itself."""
    import yaml

    text = (folder / "story" / "karl.yaml").read_text(encoding="utf-8")
    started = time.perf_counter()
    yaml.load(text, Loader=yaml.CSafeLoader)
    return time.perf_counter() - started


def peak() -> int:
    """The most memory that this process held, in bytes.

    Linux counts what the parent held before it began this program into `ru_maxrss`, so its own count is read there.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return 1024 * next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT


def process(command: list[str]) -> dict[str, float]:
    """A whole process, started from here because this one is small: Linux lets a child begin with its parent's peak."""
    started = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    took = time.perf_counter() - started
    return {"seconds": took, "peak": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * UNIT}


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    if what == "process":
        told = process(rest)
    else:
        told = {"seconds": {"ours": ours, "stock": stock}[what](Path(rest[0])), "peak": peak()}
    sys.stdout.write(json.dumps(told))
