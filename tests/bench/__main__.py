"""Which rows are measured, and what comes of them?

The table goes to stdout, talk to stderr; the exit status is 1 if a bar is not met.
"""

import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from .classes import serving
from .costs import commanding, holding
from .faces import starting, turning
from .first import first_starting
from .measure import Row
from .playing import playing
from .reading import checking, growing, reading
from .report import as_json, markdown

ROWS: Mapping[str, Callable[[int, Path, Callable[[str], None]], list[Row]]] = {
    "start": starting, "first": first_starting, "turn": turning, "command": commanding, "memory": holding,
    "read": reading, "growth": growing, "check": checking, "plays": playing, "class": serving,
}  # fmt: skip
SLOW = ("read", "check")
"""Rows whose yardstick takes ten seconds a round."""


@click.command()
@click.argument("rows", nargs=-1, type=click.Choice(tuple(ROWS)))
@click.option("--rounds", default=9, show_default=True, type=click.IntRange(1), help="How often each is measured.")
@click.option("--slow-rounds", type=click.IntRange(1), help=f"The same for {' and '.join(SLOW)}; as many without it.")
@click.option("--json", "json_file", type=click.Path(dir_okay=False, path_type=Path), help="Write every round there.")
def main(rows: tuple[str, ...], rounds: int, slow_rounds: int | None, json_file: Path | None) -> None:
    """Measure Wayout against its yardsticks, in turn and in one run: all ROWS, or those named."""
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="wayout-bench-") as folder:
        for name in rows or tuple(ROWS):
            _talk(f"{name} …")
            count = slow_rounds if slow_rounds and name in SLOW else rounds
            found.extend(ROWS[name](count, Path(folder), _talk))
    sys.stdout.write(markdown(found))
    if json_file is not None:
        json_file.write_bytes(as_json(found))
    missed = [row.name for row in found if row.met is False]
    _talk(f"Not met: {', '.join(missed)}." if missed else "Every bar is met.")
    sys.exit(1 if missed else 0)


def _talk(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
