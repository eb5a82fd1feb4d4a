"""What is said when the program itself fails, and what is written down?

A crash report without personal data: its file name and content, and what the reader is told.
"""

import platform
import sys
import traceback
from itertools import count
from pathlib import Path

from wayout import VERSION
from wayout.locale import shelf_strings
from wayout.store.editions import words_to_open
from wayout.store.paths import make_folder
from wayout.store.shelf import Shelf

MAX_ERROR_LENGTH = 300
"""Characters of an error message that are shown; all of it is in the report."""


def report_crash(
    error: Exception, shelf: Shelf, folder: Path | None, stories: tuple[Path, ...] = (), *, no_trace: bool
) -> str:
    """What failed, what became of what was done, and where in a folder the report lies; `stories` were read too."""
    sentences = [
        shelf_strings.FAILED.format(what=" ".join(f"{type(error).__name__}: {error}".split())[:MAX_ERROR_LENGTH])
    ]
    if no_trace:
        return "\n".join((*sentences, shelf_strings.NO_TRACE))
    report = write_report(error, folder)
    sentences.append(_fate_of_play(shelf, stories))
    sentences.append(shelf_strings.REPORT.format(path=report) if report else shelf_strings.NO_REPORT)
    return "\n".join(filter(None, sentences))


def _fate_of_play(shelf: Shelf, stories: tuple[Path, ...]) -> str:
    """A sentence on whether the play was saved; empty where nothing was played."""
    latest = shelf.latest()
    if shelf.waits:
        return shelf_strings.NOT_KEPT_SINCE.format(why=shelf.why)
    if not shelf.last_kept:
        return ""
    if latest is None or latest.id != shelf.last_kept or not latest.is_worth_going_on:
        return shelf_strings.ON_SHELF
    from shlex import join

    file = () if shelf.is_own or shelf.path is None else ("--shelf", str(shelf.path))
    more = (part for folder in stories for part in ("--stories", str(folder)))
    return shelf_strings.KEPT.format(command=join(("wayout", "play", *words_to_open(), "--continue", *file, *more)))


def write_report(error: BaseException, folder: Path | None) -> Path | None:
    """What failed and where in the program, in a file of its own; None where none can be written.

    The values that the program held at that time are not in it: they would tell what the reader did.
    """
    if folder is None:
        return None
    head = f"Wayout {VERSION}, Python {platform.python_version()}, {sys.platform}\n\n"
    text = head + "".join(traceback.format_exception(error))
    try:
        make_folder(folder)
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
