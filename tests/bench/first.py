"""How soon is there something to read at the very first start of an installation?

The wheel is built and installed as pip does it, which compiles its modules; each start has a home where nothing is yet.
"""

import subprocess
import sys
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from .faces import Talk, environment, plain_row, start_row
from .measure import Row

ROOT = Path(__file__).parent.parent.parent


def first_starting(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """The rows of the start and of the plain face, in a new home each time."""
    site, numbers = folder / "site", count()
    wheels = folder / "wheels"
    _run("build", "--no-isolation", "--wheel", "--outdir", wheels, ROOT)
    _run("pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, *wheels.glob("*.whl"))

    def new_home() -> Mapping[str, str]:
        env = {**environment(folder), "PYTHONPATH": str(site), "WAYOUT_HOME": str(folder / f"home-{next(numbers)}")}
        del env["PYTHONPYCACHEPREFIX"]
        return env

    wayout = str(site / "bin" / "wayout")
    return [
        start_row("first", rounds, talk, wayout, new_home, bar=1.25),
        plain_row("first", rounds, talk, wayout, new_home, bar=0.65),
    ]


def _run(*words: str | Path) -> None:
    subprocess.run([sys.executable, "-m", *words], check=True, stdout=subprocess.DEVNULL)
