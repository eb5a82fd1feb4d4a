"""How much does the program bear, by hand: `python -m tests.torture [NAME…] [--seed N] [--minutes M]`?"""

import argparse
import random
import sys
from collections.abc import Callable

from .bursts import bursts
from .fuzz import fuzz
from .killing import Talk, kill_again_and_again

KILLS, BURSTS, MINUTES = 300, 500, 10
TORTURES: dict[str, Callable[[float, int, Talk], None]] = {
    "kill": lambda _, seed, talk: kill_again_and_again(KILLS, seed, talk),
    "bursts": lambda _, seed, talk: bursts(BURSTS, seed, talk),
    "fuzz": fuzz,
}
"""Each does its worst from a seed, tells how it goes, and raises AssertionError where the program does not bear it."""


def main() -> None:
    """Do all of them, or those that are named."""
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("names", nargs="*", choices=[*TORTURES, []], help="what to do; all, without a name")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--minutes", type=float, default=MINUTES, help="how long to change files")
    asked = parser.parse_args()
    for name in asked.names or TORTURES:
        sys.stdout.write(f"{name}, seed {asked.seed}\n")
        TORTURES[name](asked.minutes, asked.seed, lambda told: print(told, flush=True))  # noqa: T201


if __name__ == "__main__":
    main()
