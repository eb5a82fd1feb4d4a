"""What does `wayout export html` write, and what does it say?"""

import sys
from pathlib import Path

from game.faces.web.chosen import only
from game.faces.web.one_file import one_file
from game.model.library import Library
from game.play.catalogue import catalogue
from game.play.reader import Reader
from game.tools.check import CLEAN, MISUSE, counted
from game.tools.render import printable


def export_html(library: Library, stories: tuple[str, ...], file: Path | None) -> int:
    """Write some stories, or all, to a file or to stdout; what was written is said on stderr."""
    unknown = [name for name in stories if name not in library.stories]
    if unknown:
        _talk(f"There is no story '{unknown[0]}'. There are: {', '.join(sorted(library.stories))}.")
        return MISUSE
    names = tuple(one.id for one in catalogue(library, Reader()) if not stories or one.id in stories)
    text = one_file(library, names)
    if file is None:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
        return CLEAN
    try:
        _write(file, text)
    except OSError as error:
        _talk(f"Nothing was written to {file}: {error.strerror or error}.")
        return MISUSE
    size = -(-len(text.encode()) // 1000)
    _talk(f"Written to {file}: {counted(len(names), 'story', 'stories')}, {size} kB.")
    told = dict.fromkeys(name for found in only(library, names).elsewhere.values() for name in found)
    if told:
        _talk(f"Not in this file, where it says so: the records of {', '.join(told)}.")
    return CLEAN


def _write(file: Path, text: str) -> None:
    """Put the text in the file's place at once, so that one that is there is replaced whole or not at all."""
    if file.exists() and not file.is_file():
        file.write_text(text, encoding="utf-8")
        return
    beside = file.with_name(f".{file.name}.new")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _talk(text: str) -> None:
    sys.stderr.write(f"{printable(text)}\n")
