"""How are saved trails listed, named, deleted, and taken out and in as trail files?

Management of saved trails (saves): list, rename, delete, export, import, and their confirmation.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wayout.commands.output import emit_yaml
from wayout.errors import FAILED, MISUSE
from wayout.faces.print.debrief import save
from wayout.locale import edition_strings, shelf_strings
from wayout.model.library import Library
from wayout.model.text import sanitize
from wayout.model.trail_format import TrailFile, as_yaml
from wayout.play.history import History
from wayout.play.moves import Choose
from wayout.play.state import Reader
from wayout.render.findings import concise
from wayout.store.autosave import Autosave, resume
from wayout.store.editions import edition_of, installed_editions, several_editions, take_edition
from wayout.store.saved_trail import SavedTrail, normalised_name
from wayout.store.shelf import Shelf, open_shelf
from wayout.views.trail_file import ReplayResult, format_trail, replay_trail_file


def list_trails(file: Path | None) -> int:
    """Every trail in a line; with its edition, where there are several."""
    with _opened(file) as shelf:
        trails = shelf.every_trail()
        editions = _editions(trails)
        for saved in trails:
            sys.stdout.write(f"{sanitize(_line(saved, editions.get(saved.id, '')))}\n")
        if not trails and not shelf.why:
            sys.stderr.write(f"{shelf_strings.NO_TRAILS}\n")
        return _end(shelf, only_reads=True)


def name(file: Path | None, trail: str, wanted: str) -> int:
    """Name a trail; the exit status is 2 where there is none, or another has the name."""
    with _opened(file) as shelf:
        saved = shelf.find(trail)
        if saved is None:
            return _none(shelf, (trail,))
        if not shelf.rename(saved.id, normalised_name(wanted)):
            status = _end(shelf)
            if not status:
                sys.stderr.write(f"{shelf_strings.NAME_TAKEN.format(name=sanitize(normalised_name(wanted)))}\n")
            return status or 2
        return _end(shelf)


def delete(file: Path | None, trails: tuple[str, ...]) -> int:
    """Delete some trails, or none of them where one is not there: then the exit status is 2."""
    with _opened(file) as shelf:
        saved_by_word = {trail: shelf.find(trail) for trail in trails}
        if missing := tuple(trail for trail, saved in saved_by_word.items() if saved is None):
            return _none(shelf, missing)
        deleted = [shelf.delete(saved.id) for saved in saved_by_word.values() if saved]
        return _end(shelf) or int(not all(deleted))


def delete_all(file: Path | None) -> int:
    """Delete every trail and every setting."""
    with _opened(file) as shelf:
        is_deleted = shelf.delete_all()
        for copy in shelf.copies():
            sys.stderr.write(f"{sanitize(shelf_strings.COPY_STAYS.format(copy=copy))}\n")
        return _end(shelf) or int(not is_deleted)


def export(library: Library, file: Path | None, trail: str, out: Path | None) -> int:
    """Write a trail as a trail file; the exit status is 1 where its story has changed and it is written in part.

    It is 2 where it is of an edition that is not open, 3 where it cannot be written.
    """
    with _opened(file) as shelf:
        saved = shelf.find(trail)
        if saved is None:
            return _none(shelf, (trail,))
        take_edition(shelf, library.edition)
        if saved not in shelf.trails():
            says = edition_strings.OF_OTHER.format(trail=trail, edition=saved.edition)
            sys.stderr.write(f"{sanitize(says)} {edition_strings.OPEN_IT.format(edition=sanitize(saved.edition))}\n")
            return MISUSE
        resumed, why = resume(library, saved)
        if resumed is None:
            sys.stderr.write(f"{sanitize(why)}\n")
            return 1
        reader = Reader(gentle=saved.is_gentle)
        trail_now = resumed.history.play.trail
        if out is None:
            emit_yaml(as_yaml(format_trail(library, trail_now, reader)))
        else:
            says, is_written = save(library, trail_now, reader, str(out))
            sys.stderr.write(f"{sanitize(says)}\n")
            if not is_written:
                return FAILED
        sys.stderr.write(f"{sanitize(resumed.says)}\n" if resumed.says else "")
        return _end(shelf, only_reads=True) or int(bool(resumed.says))


def take_in(library: Library, file: Path | None, trails: tuple[Path, ...]) -> int:
    """Put trail files on the shelf, and tell their ids; the exit status is 1 where one leads nowhere."""
    status = 0
    with _opened(file) as shelf:
        take_edition(shelf, library.edition)
        for path in trails:
            replayed = replay_trail_file(library, TrailFile(path), Reader())
            if not isinstance(replayed, ReplayResult):
                sys.stderr.writelines(f"{concise(finding)}\n" for finding in replayed)
                status = 1
                continue
            keeping = Autosave(shelf)
            keeping.keep(library, History(replayed.play), is_gentle=replayed.reader.gentle)
            sys.stderr.write(f"{sanitize(replayed.says)}\n" if replayed.says else "")
            sys.stdout.write(f"{keeping.saved.id}\n" if keeping.saved else "")
        return _end(shelf) or status


def _editions(trails: tuple[SavedTrail, ...]) -> dict[str, str]:
    """By the ids of trails, those of their editions; nothing where all are of the shipped one and no other is there."""
    installed = installed_editions() if trails else ()
    found = {saved.id: saved.edition or installed[0].id for saved in trails}
    return found if len(installed) > 1 or {*found.values()} - {one.id for one in installed} else {}


def open_edition_of(file: Path | None, trail: str) -> Path | None:
    """The folder of the installed edition that a trail is of, to be opened for it; None where that need not be."""
    editions = several_editions()
    with _opened(file) as shelf:
        saved = shelf.find(trail) if editions else None
    found = edition_of(saved, editions) if saved is not None else None
    return found.root if found is not None else None


def _line(saved: SavedTrail, edition: str) -> str:
    """Id, edition, record, how many choices were made, how far it went, name."""
    made = sum(isinstance(step.move, Choose) for step in saved.trail.steps)
    choices = shelf_strings.CHOICE_ONE if made == 1 else shelf_strings.CHOICES.format(n=made)
    where = shelf_strings.AT_END if saved.is_ended else shelf_strings.AT.format(at="/".join(saved.at))
    return "  ".join(part for part in (saved.id, edition, saved.trail.story, choices, where, saved.name) if part)


@contextmanager
def _opened(file: Path | None) -> Iterator[Shelf]:
    shelf = open_shelf(file)
    try:
        yield shelf
    finally:
        shelf.close()


def _none(shelf: Shelf, trails: tuple[str, ...]) -> int:
    for trail in trails:
        sys.stderr.write(f"{shelf_strings.NO_TRAIL.format(trail=sanitize(trail))}\n")
    return _end(shelf) or 2


def _end(shelf: Shelf, *, only_reads: bool = False) -> int:
    """Tell what became of the shelf; the exit status is 3 where it cannot be written, or read by who only reads."""
    for sentence in shelf.news():
        sys.stderr.write(f"{sanitize(sentence)}\n" if sentence != shelf.trouble else "")
    if not shelf.why or (only_reads and shelf.is_read):
        return 0
    sys.stderr.write(f"{sanitize(shelf_strings.NOT_DONE.format(why=shelf.why))}\n")
    return FAILED
