"""What is said when the program itself fails, and what is written down?"""

import platform
import sys
import traceback
from itertools import count
from pathlib import Path

from game import VERSION
from game.shelf.shelf import Shelf
from game.words import failing as said

LONGEST = 300
"""So much of what an error says is shown; all of it is in the report."""


def failed(error: Exception, shelf: Shelf, folder: Path | None, *, no_trace: bool) -> str:
    """What failed, what became of what was done, and where in a folder the report lies."""
    told = [said.FAILED.format(what=" ".join(f"{type(error).__name__}: {error}".split())[:LONGEST])]
    if no_trace:
        return "\n".join((*told, said.NO_TRACE))
    report = write_report(error, folder)
    told.append(said.NOT_KEPT.format(why=shelf.why) if shelf.why else said.KEPT)
    told.append(said.REPORT.format(path=report) if report else said.NO_REPORT)
    return "\n".join(told)


def write_report(error: BaseException, folder: Path | None) -> Path | None:
    """What failed and where in the program, in a file of its own; None where none can be written.

    The values that the program held at that time are not in it: they would tell what the reader did.
    """
    if folder is None:
        return None
    head = f"Wayout {VERSION}, Python {platform.python_version()}, {sys.platform}\n\n"
    text = head + "".join(traceback.format_exception(error))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            path = folder / f"fault-{number}.txt"
            try:
                with path.open("x", encoding="utf-8", errors="backslashreplace") as file:
                    file.write(text)
            except FileExistsError:
                continue
            return path
    except OSError:
        return None
    raise AssertionError
