"""What does `wayout map` draw, and where does it land?

The writer of maps: as text (with its widest line), Mermaid or SVG, to the screen or a file.
"""

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from wayout.commands.explore import planned, sound_stories
from wayout.commands.output import MARKUP, MERMAID, print_status, write_output
from wayout.errors import CLEAN, FINDINGS, MISUSE
from wayout.model.input_selection import PathNotFoundError
from wayout.model.library import Library
from wayout.model.load import load
from wayout.render.author_map_svg import as_svg
from wayout.render.author_map_text import as_mermaid, as_rows, futures_table
from wayout.state_space.compiled_story import CompiledStory
from wayout.state_space.futures import futures
from wayout.state_space.search import entries, explore
from wayout.views.author_map import AuthorMap, author_map

ESCAPES = {"text": "", "mermaid": MERMAID, "svg": MARKUP}
MAX_DRAWING_WIDTH = 120
"""Columns that a drawing in cells takes at most."""


def run(wanted: str | None, form: str, file: Path | None, *, gentle: bool = False) -> int:
    """Draw the map of a story, or in text of all of them, to stdout or into a file.

    Returns 0, 1 if a story cannot be read, 2 if it is not there, 3 if the file cannot be written.
    """
    if wanted is None and form != "text":
        print_status(f"Name a story: a picture in {form} shows one. In text all of them are drawn.")
        return MISUSE
    try:
        plans = planned([wanted] if wanted is not None else [])
    except PathNotFoundError as misuse:
        print_status(str(misuse))
        return MISUSE
    drawn: list[str] = []
    status = CLEAN
    for reading, only in plans:
        loaded = load(reading.folders, instead=reading.instead)
        sound = sound_stories(loaded)
        for name in sorted(loaded.library.stories) if only is None else sorted(only):
            if name not in loaded.library.stories:
                print_status(f"{name}: this story cannot be read; 'wayout check' shows why.")
                status = FINDINGS
                continue
            if name not in sound:
                print_status(
                    f"{name}: this story has faults, which 'wayout check' shows; the map has what could be read."
                )
            drawn.append(_as(form, author_map(loaded.library, name, gentle=gentle)))
            if form == "text" and name in sound and loaded.library.stories[name].person is None:
                drawn.append("".join(f"{line}\n" for line in _futures(loaded.library, name, sound)))
    if form == "svg" and len(drawn) > 1:
        print_status("Name one story: a picture shows one.")
        return MISUSE
    return max(status, write_output("\n".join(drawn), file, ESCAPES[form])) if drawn else status


def _futures(library: Library, name: str, sound: Sequence[str]) -> Iterator[str]:
    """What can still come after each option of a road."""
    explored = explore(name, CompiledStory(library.stories[name]), entries(library, sound)[name])
    return futures_table(futures(explored))


def _as(form: str, whole: AuthorMap) -> str:
    if form == "svg":
        return as_svg(whole)
    if form == "mermaid":
        return as_mermaid(whole)
    columns = shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100
    return as_rows(whole, min(MAX_DRAWING_WIDTH, columns))
