"""Where does what a command makes land: on stdout, on stderr, or in a file?

Output of commands: text and JSON in the encoding that stdout has, status lines and a progress bar on stderr, a file
written whole or not at all (atomic).
"""

import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wayout.errors import CLEAN, FAILED, MISUSE
from wayout.locale import strings
from wayout.model.file_access import is_special, write_new
from wayout.render.findings import printable
from wayout.streams import is_utf8

MARKUP = "xmlcharrefreplace"
"""Of HTML, SVG, and Twee, which is shown as HTML."""
JSON, MERMAID = "wayout-json", "wayout-mermaid"


def print_status(line: str) -> None:
    """Print a line about the work to stderr, after whatever of the data stands on stdout."""
    sys.stdout.flush()
    sys.stderr.write(printable(line) + "\n")


def emit(text: str, escape: str = "") -> None:
    """Write a text, or data with the way in which its format escapes a sign; where there is none, nothing can fail.

    Before Python 3.14 a flush writes an empty text too, and a full disk refuses it.
    """
    if not text:
        return
    if escape and not is_utf8(sys.stdout):
        text = text.encode("ascii", escape).decode("ascii")
    sys.stdout.write(text)
    sys.stdout.flush()


def emit_yaml(text: str) -> None:
    """Write YAML, which is read as UTF-8 and has no escape for what stands without quotes."""
    if is_utf8(sys.stdout) or sys.stdout.isatty():
        emit(text)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _json(error: UnicodeError) -> tuple[str, int]:
    """JSON escapes in units of UTF-16."""
    signs, end = _signs(error)
    units = signs.encode("utf-16-be", "replace").hex()
    return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)), end


def _mermaid(error: UnicodeError) -> tuple[str, int]:
    signs, end = _signs(error)
    return "".join(f"#{ord(sign)};" for sign in signs), end


def _signs(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end], error.end


codecs.register_error(JSON, _json)
codecs.register_error(MERMAID, _mermaid)


def write_output(text: str, file: Path | None, escape: str = "") -> int:
    """Write a text to stdout, or into a file whole or not at all; a file that is there is replaced.

    Returns 0, or 3 with a sentence on stderr if it cannot be written, 2 where what is there is no file.
    """
    if file is None:
        emit(text, escape)
        return CLEAN
    return write_file(text.encode(), file)


def write_file(data: bytes, file: Path) -> int:
    """Write a file as `write_output` does."""
    if is_special(file):
        print_status(f"Nothing was written to '{file}': {strings.NO_FILE}.")
        return MISUSE
    part_file = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        with part_file.open("xb") as out:
            out.write(data)
        part_file.replace(file)
    except OSError as error:
        if not isinstance(error, FileExistsError):
            part_file.unlink(missing_ok=True)
        print_status(f"Nothing was written to '{file}': {error.strerror or error}.")
        return FAILED
    print_status(f"Written to {file}")
    return CLEAN


def write_new_file(file: Path, text: str) -> Path | None:
    """Write a file that overwrites none, and say on stderr where it is; without a file why there is none."""
    try:
        written = write_new(file, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        print_status(strings.NOT_EXPORTED.format(path=file, why=why))
        return None
    print_status(strings.EXPORTED.format(path=written))
    return written


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
