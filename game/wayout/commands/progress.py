"""How far is the work? A bar on stderr, if that is a terminal; else nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


class Progress:
    """What a long work tells of itself; this one is told to nobody."""

    def begin(self, what: str, total: int) -> None:
        """A part of the work begins."""

    def at(self, done: int) -> None:
        """So much of it is done."""


@contextmanager
def progress() -> Iterator[Progress]:
    """A bar while the work lasts."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        class Shown(Progress):
            def begin(self, what: str, total: int) -> None:
                bar.update(task, description=what, total=total, completed=0)

            def at(self, done: int) -> None:
                bar.update(task, completed=done)

        yield Shown()
