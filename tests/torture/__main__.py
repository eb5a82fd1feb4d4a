"""How much does the program bear, by hand: `python -m tests.torture [NAME…] [--seed N]`?"""

import argparse
import random
import sys
from collections.abc import Callable

from .killing import Talk, kill_again_and_again

KILLS = 300
TORTURES: dict[str, Callable[[int, Talk], None]] = {
    "kill": lambda seed, talk: kill_again_and_again(KILLS, seed, talk),
}
"""Each does its worst from a seed, tells how it goes, and raises AssertionError where the program does not bear it."""


def main() -> None:
    """Do all of them, or those that are named."""
    parser = argparse.ArgumentParser(prog="make torture")
    parser.add_argument("names", nargs="*", choices=[*TORTURES, []], help="what to do; all, without a name")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    asked = parser.parse_args()
    for name in asked.names or TORTURES:
        sys.stdout.write(f"{name}, seed {asked.seed}\n")
        TORTURES[name](asked.seed, lambda told: print(told, flush=True))  # noqa: T201


if __name__ == "__main__":
    main()
