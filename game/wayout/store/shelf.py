"""What is kept from one playing to the next, and what becomes of it where nothing can be kept?

The facade of the store: saves and preferences, what waits in memory when nothing can be written, and the settings'
key.

A shelf is opened when something is read from it or put on it, and never raises. What cannot be written waits in
memory, and is written as soon as that is possible: with the next choice, if the disk has room again by then.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec
from msgspec.structs import replace

from wayout.locale import shelf_strings
from wayout.model.edition import OLD_FOREWORD
from wayout.play.settings import Settings, decode_setting, encode_setting
from wayout.play.state import TakenLine
from wayout.store.connection import StoreConnection
from wayout.store.paths import shelf_file
from wayout.store.saved_trail import SavedTrail, new_id

if TYPE_CHECKING:
    from wayout.store.repository import TrailRepository

FOREWORD_KEY = "foreword-shown"
"""The setting that names the editions whose forewords were shown, with spaces between them."""
NO_ID = "-"
"""What stands there for a library that has no edition file."""
OLD_FOREWORD_KEY = "told-of-war"
"""The setting that said so before there were several editions."""
NOTEBOOK_KEY = "notebook"
"""The setting that keeps the lines which the reader took along; of another edition than the shipped one with its id."""
LAST_EDITION_KEY = "edition"
"""The setting that has the id of the edition that was opened last."""
T = TypeVar("T")


class Shelf:
    """Saved trails and settings, in a file; without one, until the program ends."""

    def __init__(self, path: Path | None = None, *, is_own: bool = False, keeps: bool = True) -> None:
        """`is_own`: the path is the program's own, and what lies there may be put aside, whatever it is.

        Without a path nothing is kept, and that is told; unless it was asked for (`keeps` is false).
        """
        self._connection = StoreConnection(path, is_own=is_own)
        self.last_kept = ""
        """The id of the trail that was written last, if one was."""
        self._waiting: dict[str, SavedTrail] = {}
        self._settings: dict[str, str] = {}
        self._unread = 0
        self._edition: str | None = None
        self._is_shipped = False
        self.has_editions = False
        """Whether there are several editions to choose from."""
        if path is None and keeps:
            self._connection.fail("nowhere")

    @property
    def path(self) -> Path | None:
        """The file."""
        return self._connection.path

    @property
    def is_own(self) -> bool:
        """Whether it is the program's own, not one that the reader named."""
        return self._connection.is_own

    @property
    def is_read(self) -> bool:
        """Whether what was asked of it last could be read."""
        return self._connection.is_read

    @property
    def waits(self) -> bool:
        """Whether a trail is in memory that could not be written."""
        return bool(self._waiting)

    @property
    def trouble(self) -> str:
        """Why what is done now is not kept, in a sentence; or nothing."""
        return self._connection.trouble

    @property
    def why(self) -> str:
        """The reason alone."""
        return self._connection.why

    def news(self) -> tuple[str, ...]:
        """What the reader should be told of the shelf, each sentence once."""
        return self._connection.news()

    @property
    def edition(self) -> str:
        """The id of the edition that is open; nothing as long as none is."""
        return self._edition or ""

    def open_edition(self, edition: str, *, is_shipped: bool) -> None:
        """Have all that is told of trails be told of those of one edition, and what is kept be kept as of that one.

        What was kept before there were several editions is of the shipped one.
        """
        self._edition, self._is_shipped = edition, is_shipped

    def trails(self) -> tuple[SavedTrail, ...]:
        """Every trail of the edition that is open, the latest first; of all editions as long as none is."""
        return tuple(saved for saved in self.every_trail() if self._is_here(saved))

    def _is_here(self, saved: SavedTrail) -> bool:
        return self._edition is None or saved.edition == self._edition or (self._is_shipped and not saved.edition)

    def every_trail(self) -> tuple[SavedTrail, ...]:
        """Every trail, of whichever edition, the latest first."""
        stored, unread = self._connection.read(lambda repository: repository.trails()) or ((), 0)
        if unread > self._unread:
            self._connection.say(
                shelf_strings.NOT_READ if unread == 1 else shelf_strings.NOT_READ_MANY.format(n=unread)
            )
        self._unread = unread
        return (*reversed(self._waiting.values()), *(saved for saved in stored if saved.id not in self._waiting))

    def unfinished(self, story: str | None = None) -> tuple[SavedTrail, ...]:
        """The trails that are not at an ending, the latest first; of a story, those that began or stand in it."""
        return tuple(
            saved
            for saved in self.trails()
            if not saved.is_ended and saved.trail.steps and story in (None, saved.trail.story, saved.at[0])
        )

    def latest(self, story: str | None = None) -> SavedTrail | None:
        """The trail to go on with."""
        return next(iter(self.unfinished(story)), None)

    def find(self, word: str) -> SavedTrail | None:
        """The trail with a name or an id, of whichever edition."""
        return next((saved for saved in self.every_trail() if word in (saved.name, saved.id)), None)

    def progress(self) -> dict[str, bool]:
        """Every story that was begun, and whether it was read to an ending."""
        is_ended: dict[str, bool] = {}
        for saved in self.trails():
            for story in saved.stories | saved.ends:
                is_ended[story] = is_ended.get(story, False) or story in saved.ends
        return is_ended

    @property
    def ended(self) -> tuple[str, ...]:
        """The stories that were read to an ending."""
        return tuple(sorted(story for story, is_ended in self.progress().items() if is_ended))

    def save(self, saved: SavedTrail) -> SavedTrail:
        """Keep a trail as it now is; what comes back is to be given with the next step of it."""
        self._waiting.pop(saved.id, None)
        if not saved.edition:
            saved = replace(saved, edition=self.edition)
        stored = self._write(lambda repository: repository.save(saved))
        if stored is None:
            stored = saved if saved.id else replace(saved, id=new_id(self._waiting))
            self._waiting[stored.id] = stored
        else:
            self.last_kept = stored.id
        return stored

    def is_kept(self, trail: str) -> bool:
        """Whether a trail is in the file: what waits in memory is not."""
        return self.path is not None and trail not in self._waiting

    def rename(self, trail: str, name: str) -> bool:
        """Give a trail a name, or none; whether it has it now: no two have the same, and what waits has none."""
        return bool(self._write(lambda repository: repository.rename(trail, name)))

    def delete(self, trail: str) -> bool:
        """Take a trail away; whether it is gone."""
        was_waiting = self._waiting.pop(trail, None) is not None
        return self._write(lambda repository: repository.drop(trail)) is not None or was_waiting

    def delete_all(self) -> bool:
        """Take every trail and every setting away; whether they are gone."""
        self._waiting.clear()
        self._settings.clear()
        return not self._connection.is_there or self._write(lambda repository: repository.drop_all()) is not None

    def copies(self) -> tuple[Path, ...]:
        """The files of damaged shelves that were put aside."""
        try:
            from wayout.store.recovery import copies
        except ImportError:  # without SQLite nothing was put aside
            return ()
        return copies(self.path) if self.path else ()

    def get_setting(self, name: str) -> str | None:
        """The value of a setting, if it was set."""
        if name in self._settings:
            return self._settings[name]
        return (self._connection.read(lambda repository: repository.settings()) or {}).get(name)

    def put_setting(self, name: str, value: str) -> None:
        """Store a setting."""
        self._settings[name] = value
        self._write(lambda _: True)

    def has_shown_foreword(self, edition: str, page: str) -> bool:
        """Whether an edition's foreword was shown, which comes once a shelf; in old ones by its page."""
        is_shipped = self._is_shipped or self._edition is None
        if is_shipped and page == OLD_FOREWORD and self.get_setting(OLD_FOREWORD_KEY) is not None:
            return True
        return (edition or NO_ID) in (self.get_setting(FOREWORD_KEY) or "").split()

    @property
    def _notebook_key(self) -> str:
        """The setting that keeps the lines of the edition that is open: that of old shelves for the shipped one."""
        return NOTEBOOK_KEY if self._is_shipped or not self._edition else f"{NOTEBOOK_KEY} {self._edition}"

    @property
    def notebook(self) -> tuple[TakenLine, ...]:
        """The lines that the reader took along in whatever she has read, the one in her hand last."""
        kept = self.get_setting(self._notebook_key)
        try:
            return msgspec.json.decode(kept, type=tuple[TakenLine, ...]) if kept else ()
        except (msgspec.MsgspecError, UnicodeError):
            return ()

    def keep_notebook(self, taken: tuple[TakenLine, ...]) -> None:
        """Keep the lines that the reader took along."""
        if taken != self.notebook:
            self.put_setting(self._notebook_key, msgspec.json.encode(taken).decode())

    def note_foreword(self, edition: str) -> None:
        """Note that an edition's foreword was shown."""
        shown = (self.get_setting(FOREWORD_KEY) or "").split()
        self.put_setting(FOREWORD_KEY, " ".join(dict.fromkeys((*shown, edition or NO_ID))))

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _write(self, do: "Callable[[TrailRepository], T]") -> T | None:
        """Run a change of the file, after all that waits is written; None where that fails."""

        def all_of_it(repository: "TrailRepository") -> T:
            for saved in tuple(self._waiting.values()):
                self.last_kept = repository.save(saved).id
                del self._waiting[saved.id]
            for name, value in tuple(self._settings.items()):
                repository.put(name, value)
                del self._settings[name]
            return do(repository)

        return self._connection.write(all_of_it)


def open_shelf(file: Path | None = None, *, keeps: bool = True) -> Shelf:
    """The shelf in a file that the reader named, or her own; with `keeps` false one that is never written."""
    if not keeps:
        return Shelf(keeps=False)
    return Shelf(shelf_file(), is_own=True) if file is None else Shelf(file.absolute())


SETTINGS_KEY = "settings"
"""The setting under which all preferences are stored together, as JSON."""


class SettingsStore:
    """The settings on a shelf: read once, and kept anew with every change.

    `problem` is a sentence on what could not be read, or nothing; what cannot be kept the shelf tells itself.
    """

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        text = shelf.get_setting(SETTINGS_KEY)
        self.settings, bad = (Settings(), ()) if text is None else decode_setting(text)
        self.problem = (
            shelf_strings.UNREADABLE.format(which=", ".join(shelf_strings.LABEL[name] for name in bad)) if bad else ""
        )

    def change(self, name: str, value: object) -> None:
        """Keep another value of one setting."""
        self.settings = replace(self.settings, **{name: value})
        self._shelf.put_setting(SETTINGS_KEY, encode_setting(self.settings))
