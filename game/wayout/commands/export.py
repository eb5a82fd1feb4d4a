"""What do the exports write: a file to play in, a booklet to print, a story in Twine's own language?

Writers of the exports: one-file HTML, booklet, Twee.
"""

from pathlib import Path

from wayout.commands.check import talk
from wayout.commands.output import write_output
from wayout.commands.stdout import MARKUP
from wayout.exit_status import MISUSE
from wayout.faces.print.booklet import as_html
from wayout.faces.print.twee import as_twee
from wayout.faces.web.one_file import one_file
from wayout.faces.web.subset import subset_of
from wayout.locale import web_strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.catalogue import catalogue
from wayout.views.sections import booklet


def to_html(library: Library, stories: tuple[str, ...], file: Path) -> int:
    """Write some stories, or all, to one HTML file, and tell into which records it does not lead.

    Returns as `to_booklet` does.
    """
    if not _are_there(library, stories):
        return MISUSE
    names = tuple(one.id for one in catalogue(library, Reader()) if not stories or one.id in stories)
    chosen = subset_of(library, names)
    if lost := dict.fromkeys(name for found in chosen.elsewhere.values() for name in found):
        talk(web_strings.NOT_IN_FILE.format(names=", ".join(lost)))
    return write_output(one_file(chosen), file)


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
        talk(line)
    return write_output(as_html(made, paper), file)


def to_twee(library: Library, story: str, file: Path | None, *, gentle: bool) -> int:
    """Write a story as Twee 3, to stdout without a file, and tell what it does not carry.

    Returns as `to_booklet` does.
    """
    if not _are_there(library, (story,)):
        return MISUSE
    made = as_twee(library, story, Reader(gentle=gentle))
    for line in made.not_carried:
        talk(line)
    return write_output(made.text, file, MARKUP)


def _are_there(library: Library, stories: tuple[str, ...]) -> bool:
    """Whether all these stories are there; if not, that is said."""
    lost = [name for name in stories if name not in library.stories]
    for name in lost:
        talk(f"There is no story '{name}'. There are: {', '.join(sorted(library.stories))}.")
    return not lost
