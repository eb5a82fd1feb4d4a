"""Where does what a command makes land: on stdout, or in a file?

File output without overwriting, and a progress bar on stderr.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wayout.commands.check import talk
from wayout.commands.stdout import emit
from wayout.exit_status import CLEAN, FAILED, MISUSE
from wayout.locale import strings
from wayout.model.file_access import is_special


def write_output(text: str, file: Path | None, escape: str = "") -> int:
    """Write a text to stdout, or into a file whole or not at all; a file that is there is replaced.

    Returns 0, or 3 with a sentence on stderr if it cannot be written, 2 where what is there is no file.
    """
    if file is None:
        emit(text, escape)
        return CLEAN
    if is_special(file):
        talk(f"Nothing was written to '{file}': {strings.NO_FILE}.")
        return MISUSE
    beside = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
        beside.replace(file)
    except OSError as error:
        if not isinstance(error, FileExistsError):
            beside.unlink(missing_ok=True)
        talk(f"Nothing was written to '{file}': {error.strerror or error}.")
        return FAILED
    talk(f"Written to {file}")
    return CLEAN


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
