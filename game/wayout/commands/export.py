"""What do the exports write: a file to play in, a booklet to print, a lesson, a story in Twine's own language?

Writers of the exports: one-file HTML, SCORM package, booklet, lesson pack, Twee, the card of an account; names of the
files and the messages.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from wayout.commands.output import MARKUP, print_status, write_file, write_new_file, write_output
from wayout.errors import CLEAN, FAILED, FINDINGS, MISUSE
from wayout.faces.print import lesson as print_lesson
from wayout.faces.print.booklet import as_html
from wayout.faces.print.debrief import CARD_SIGNS, HTML, MARKDOWN, card_text, file_for
from wayout.faces.print.twee import as_twee
from wayout.faces.web.one_file import one_file
from wayout.faces.web.scorm import PACKAGE, package
from wayout.faces.web.subset import Subset, subset_of
from wayout.locale import print_strings, reader_strings
from wayout.model.library import Library
from wayout.model.trail_format import TrailFile
from wayout.play.state import Reader, Trail
from wayout.render.findings import render
from wayout.store.autosave import resume
from wayout.store.editions import is_shipped, take_edition
from wayout.store.shelf import open_shelf
from wayout.views.card import card
from wayout.views.catalogue import catalogue
from wayout.views.lesson import lesson
from wayout.views.sections import booklet
from wayout.views.trail_file import replay_steps
from wayout.views.trail_summary import walked


def to_html(library: Library, stories: tuple[str, ...], file: Path) -> int:
    """Write some stories, or all, to one HTML file, and tell into which records it does not lead.

    Returns as `to_booklet` does.
    """
    chosen = _chosen(library, stories)
    return MISUSE if chosen is None else write_output(one_file(chosen), file)


def to_scorm(library: Library, stories: tuple[str, ...], file: Path, *, version: str, scores_weighing: bool) -> int:
    """Write some stories, or all, to a package for learning platforms, as `to_html` does."""
    if file.suffix.lower() != PACKAGE:
        print_status(f"Nothing was written to '{file}': {print_strings.NOT_A_PACKAGE.format(file=file.stem + PACKAGE)}")
        return MISUSE
    chosen = _chosen(library, stories)
    return MISUSE if chosen is None else write_file(package(chosen, version, scores_weighing=scores_weighing), file)


def _chosen(library: Library, stories: tuple[str, ...]) -> Subset | None:
    """What goes into one file; into which records it does not lead is told, and which story is not there at all."""
    if not _are_there(library, stories):
        return None
    names = tuple(entry.id for entry in catalogue(library, Reader()) if not stories or entry.id in stories)
    chosen = subset_of(library, names)
    if lost := dict.fromkeys(name for absent in chosen.elsewhere.values() for name in absent):
        print_status(print_strings.NOT_IN_FILE.format(names=", ".join(lost)))
    return replace(chosen, is_shipped=is_shipped(library.edition))


def to_booklet(
    library: Library, stories: tuple[str, ...], file: Path, *, gentle: bool, in_order: bool, paper: str
) -> int:
    """Write a booklet of some stories, or of all.

    Returns 0, 3 if it cannot be written, 2 for a story that is not there.
    """
    names = stories or tuple(sorted(library.stories, key=lambda name: (library.stories[name].person is None, name)))
    if not _are_there(library, names):
        return MISUSE
    made = booklet(library, tuple(dict.fromkeys(names)), Reader(gentle=gentle), in_order=in_order)
    for line in made.not_carried:
        print_status(line)
    return write_output(as_html(made, paper), file)


def to_twee(library: Library, story: str, file: Path | None, *, gentle: bool) -> int:
    """Write a story as Twee 3, to stdout without a file, and tell what it does not carry.

    Returns as `to_booklet` does.
    """
    if not _are_there(library, (story,)):
        return MISUSE
    made = as_twee(library, story, Reader(gentle=gentle))
    for line in made.not_carried:
        print_status(line)
    return write_output(made.text, file, MARKUP)


def _are_there(library: Library, stories: Sequence[str]) -> bool:
    """Whether all these stories are there; if not, that is said."""
    lost = [name for name in stories if name not in library.stories]
    for name in lost:
        print_status(f"There is no story '{name}'. There are: {', '.join(sorted(library.stories))}.")
    return not lost


def to_lesson(library: Library, stories: Sequence[str], output: Path | None, *, gentle: bool) -> int:
    """Write the pack, and tell where; 3 where nothing could be written, 2 for a story that is not there."""
    names = tuple(dict.fromkeys(stories))
    if not _are_there(library, names):
        return MISUSE
    made = lesson(library, names, Reader(gentle=gentle))
    called = "-".join(("lesson", *names))
    files = [output] if output is not None else [file_for(called, HTML), file_for(called, MARKDOWN)]
    for file in files:
        is_markdown = file.suffix.lower() in (MARKDOWN, ".markdown")
        text = print_lesson.as_markdown(made) if is_markdown else print_lesson.as_html(made)
        if write_new_file(file, text) is None:
            return FAILED
    return CLEAN


def to_card(
    library: Library, path: Path | None, file: Path | None, *, story: str | None, shelf_file: Path | None
) -> int:
    """Write the card of a trail file, or of the latest trail on a shelf; to stdout, as text, without a file.

    Returns 0, 1 where the trail fits in part only, 2 where there is no trail or no article, 3 as `to_booklet` does.
    """
    if story is not None and not _are_there(library, (story,)):
        return MISUSE
    if file is not None and file.suffix.lower() not in CARD_SIGNS:
        print_status(f"Nothing was written to '{file}': {reader_strings.NOT_A_CARD}.")
        return MISUSE
    trail, status = _trail_of(library, path) if path is not None else _latest_trail(library, shelf_file, story)
    if trail is None:
        return status
    made = card(library, trail, story)
    if made is None:
        read = ", ".join(dict.fromkeys((trail.story, *walked(library, trail))))
        print_status(reader_strings.NO_CARD_OF.format(story=story or trail.story, stories=read))
        return MISUSE
    ending = file.suffix.lower() if file is not None else ".txt"
    return write_output(card_text(made, ending), file, MARKUP if ending == ".svg" else "") or status


def _trail_of(library: Library, path: Path) -> tuple[Trail | None, int]:
    """The trail in a file, as far as it fits, and the exit status; what does not fit is told."""
    replayed = replay_steps(library, TrailFile(path))
    if replayed.findings:
        sys.stderr.write(render(replayed.findings, "text"))
    return (replayed.play.trail if replayed.play is not None else None), FINDINGS if replayed.findings else CLEAN


def _latest_trail(library: Library, shelf_file: Path | None, story: str | None) -> tuple[Trail | None, int]:
    """The trail on a shelf that was written last, of those that lead through a story, if one is named."""
    shelf = open_shelf(shelf_file)
    take_edition(shelf, library.edition)
    try:
        saved = next((one for one in shelf.trails() if story in (None, *one.stories)), None)
        for sentence in shelf.news():
            print_status(sentence)
    finally:
        shelf.close()
    resumed, why = resume(library, saved) if saved is not None else (None, reader_strings.NO_TRAIL_FOR_CARD)
    if resumed is None:
        print_status(why)
        return None, MISUSE
    if resumed.says:
        print_status(resumed.says)
    return resumed.history.play.trail, FINDINGS if resumed.says else CLEAN
