"""Which editions are there, and where does one lie that is asked for?

Discovery of editions: a folder, or a name in the user's folder of editions (in the folder of data); the list of those
that are installed, the shipped one first.
"""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from wayout.errors import WayoutError
from wayout.locale import edition_strings
from wayout.model.edition import Edition
from wayout.model.file_access import EDITION_VARIABLE, Folders, folders_of, shipped
from wayout.store.paths import data_folder, is_folder

if TYPE_CHECKING:
    from wayout.store.saved_trail import SavedTrail
    from wayout.store.shelf import Shelf

EDITIONS_FOLDER = "editions"
"""Where a reader may put editions, one folder each, in the folder of data."""


class EditionNotFoundError(WayoutError):
    """What was asked for is no edition: a sentence that says what one is."""


class InstalledEdition(Struct, frozen=True):
    """An edition that can be opened: the folder that it is, and what its file says."""

    root: Path
    edition: Edition

    @property
    def id(self) -> str:
        """Its id, by which trails name it; of one without an edition file the name of its folder."""
        return self.edition.id or self.root.name

    @property
    def title(self) -> str:
        """Its title; of one without an edition file the name of its folder."""
        return self.edition.title or self.root.name


def find_edition(asked: str) -> Path:
    """The folder of an edition, by its path, its name in the user's folder, or its id, if it is installed.

    Raises EditionNotFoundError.
    """
    folder = Path(asked)
    own = editions_folder()
    if not is_folder(folder) and len(folder.parts) == 1:
        if own is not None and is_folder(own / asked):
            folder = own / asked
        else:
            folder = next((one.root for one in installed_editions() if one.id == asked), folder)
    if not is_folder(folder):
        raise EditionNotFoundError(edition_strings.NO_FOLDER.format(folder=asked))
    if not is_folder(folder / "story"):
        within = folder.name == "story" and is_folder(folder.parent / "seeds")
        hint = edition_strings.ABOVE if within else edition_strings.MAKE
        hint = hint.format(folder=folder.parent if within else asked)
        raise EditionNotFoundError(f"{edition_strings.NO_EDITION.format(folder=asked)} {hint}")
    return folder.absolute()


def editions_folder() -> Path | None:
    """Where a reader may keep editions, if she has made the folder."""
    data = data_folder()
    return data / EDITIONS_FOLDER if data and is_folder(data / EDITIONS_FOLDER) else None


def installed_editions() -> tuple[InstalledEdition, ...]:
    """Every edition that can be opened without naming a folder: the shipped one, then the reader's own by name."""
    from wayout.model.load import read_edition

    own = editions_folder()
    names = sorted(os.listdir(own)) if own is not None else ()  # noqa: PTH208 (names alone)
    roots = [_shipped_root(), *(own / name for name in names if own and is_folder(own / name / "story"))]
    return tuple(InstalledEdition(root, read_edition(folders_of(root))) for root in roots)


def is_asked_for() -> bool:
    """Whether an edition was named, by option or environment."""
    return bool(os.environ.get(EDITION_VARIABLE))


def several_editions() -> tuple[InstalledEdition, ...]:
    """The editions among which a reader who names none has to be asked which one she means."""
    found = () if is_asked_for() or editions_folder() is None else installed_editions()
    return found if len(found) > 1 else ()


def open_edition(root: Path) -> None:
    """Have all that is read from now on come from an edition."""
    if root == _shipped_root():
        os.environ.pop(EDITION_VARIABLE, None)
    else:
        os.environ[EDITION_VARIABLE] = str(root)


def _shipped_root() -> Path:
    return shipped().seeds.parent


def is_shipped_open() -> bool:
    """Whether the edition that is open is the one that travels with the program."""
    return not is_asked_for() or os.path.realpath(os.environ[EDITION_VARIABLE]) == os.path.realpath(_shipped_root())


def is_shipped(edition: Edition) -> bool:
    """Whether an edition that is open is the shipped one, in whichever folder it lies."""
    if is_shipped_open():
        return True
    from wayout.model.load import read_edition

    return bool(edition.id) and edition.id == read_edition(shipped()).id


def take_edition(shelf: "Shelf", edition: Edition) -> None:
    """Have a shelf tell of the trails of an edition that is open, and keep what is done as of that one."""
    name = edition.id or ("" if is_shipped_open() else Path(os.environ[EDITION_VARIABLE]).name)
    shelf.open_edition(name, is_shipped=is_shipped(edition))


def edition_of(saved: "SavedTrail", editions: tuple[InstalledEdition, ...]) -> InstalledEdition | None:
    """Of the installed editions, the shipped one first, the one that a saved trail is of."""
    return next((one for one in editions if saved.edition in ("", one.id)), None)


def words_to_open() -> tuple[str, ...]:
    """The words of a command line that open the edition that is open: none where it is found without them."""
    if is_shipped_open():
        return ()
    folder = Path(os.environ[EDITION_VARIABLE])
    return () if folder.parent == editions_folder() else ("--edition", str(folder))


def edition_with(story: str) -> Path | None:
    """The one edition of the reader's own that has a story, where the shipped one has none of that name."""
    if is_asked_for() or editions_folder() is None or _has(shipped(), story):
        return None
    found = [one.root for one in installed_editions() if _has(folders_of(one.root), story)]
    return found[0] if len(found) == 1 else None


def _has(folders: Folders, story: str) -> bool:
    return any((folder / f"{story}.yaml").is_file() for folder in folders.stories)
