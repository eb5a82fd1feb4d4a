"""Where does a debrief or a trail land that a reader asked to be written?

Export to a new file in the working folder: no file is ever overwritten.
"""

import re
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TextIO

from wayout.faces.print.debrief import as_html, as_markdown
from wayout.locale import strings
from wayout.model.file_access import is_special
from wayout.model.library import Library
from wayout.model.trail_format import as_yaml
from wayout.play.reader import Reader
from wayout.play.state import Trail
from wayout.views.debrief import Debrief
from wayout.views.trail_file import format_trail

MARKDOWN, HTML = ".md", ".html"
HTML_TOO = (HTML, ".htm")
MARKDOWN_TOO = (MARKDOWN, ".markdown", ".txt", "")


def export(debrief: Debrief, file: Path) -> str:
    """Write a debrief, as its name asks for, and tell where; a file that is there is left as it is."""
    if file.suffix.lower() not in (*HTML_TOO, *MARKDOWN_TOO):
        return strings.NOT_EXPORTED.format(path=file, why=strings.NO_SUCH_PAPER)
    text = as_html(debrief) if file.suffix.lower() in HTML_TOO else as_markdown(debrief)
    try:
        written = write_new(file, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return strings.NOT_EXPORTED.format(path=file, why=why)
    return strings.EXPORTED.format(path=written)


def file_for(story: str, ending: str = MARKDOWN) -> Path:
    """The name of the file for a story, in the current folder."""
    return Path(f"wayout-{re.sub(r'[^0-9A-Za-z_-]+', '-', story).strip('-') or 'story'}{ending}")


def write_new(file: Path, text: str) -> Path:
    """Write a file that was not there: NAME, else NAME-2, NAME-3 and so on.

    Raises OSError, or ValueError for no name at all; then nothing is left of it.
    """
    if is_special(file):
        raise ValueError(strings.NO_FILE)
    for number in count(1):
        free = file if number == 1 else file.with_name(f"{file.stem}-{number}{file.suffix}")
        try:
            _fill(free.open("x", encoding="utf-8", newline="\n"), text)
        except FileExistsError:
            continue
        return free
    raise AssertionError


def _fill(out: TextIO, text: str) -> None:
    """Write all of it, or take the file away."""
    try:
        with out:
            out.write(text)
    except OSError:
        with suppress(OSError):
            Path(out.name).unlink()
        raise


ENDING = "-trail.yaml"


def save(library: Library, trail: Trail, reader: Reader, name: str = "") -> tuple[str, bool]:
    """Write a trail file, and tell where, and whether it was; a file that is there is left as it is."""
    file = Path(name) if name else file_for(trail.story, ENDING)
    try:
        there = write_new(file, as_yaml(format_trail(library, trail, reader)))
    except (OSError, ValueError) as error:
        return strings.NOT_EXPORTED.format(path=file, why=getattr(error, "strerror", None) or str(error)), False
    return strings.EXPORTED.format(path=there), True
