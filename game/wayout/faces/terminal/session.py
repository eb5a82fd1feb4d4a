"""What do screens and the palette need of the app that they run in?

The interface that screens use of the application (library, reader, settings, saves): an abstract base class that the
app implements, so that no screen imports the app.

The session: an abstract base class that the app implements, so that no screen imports the app.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from wayout.faces.terminal.debounce import DebouncedApp
from wayout.faces.terminal.keymap import TextKeys
from wayout.model.library import Library
from wayout.play.settings import Settings
from wayout.play.state import Reader
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf
from wayout.views.action_words import KeyWords, key_words
from wayout.views.catalogue import CatalogueEntry

if TYPE_CHECKING:
    from wayout.faces.terminal.screens.reading import ReadingScreen
    from wayout.views.page import Page


class SessionApp(DebouncedApp[None]):
    """One running of the full-screen face: what is read, by whom, what is kept, and which screen opens next."""

    library: Library
    reader: Reader
    settings: Settings
    shelf: Shelf
    text_keys: TextKeys
    has_seen_foreword: bool

    @cached_property
    def key_words(self) -> Mapping[str, KeyWords]:
        """By the names of key bindings, the words of those that this library calls otherwise."""
        return key_words(self.library)

    @property
    def news(self) -> tuple[str, ...]:
        """What is to be told of the shelf; while nothing is kept, that it is so."""
        raise NotImplementedError

    @property
    def reading(self) -> "ReadingScreen | None":
        """The page that is being read, below what lies on it."""
        raise NotImplementedError

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """The stories that the library lists."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Have something told below the page, until the next one."""
        raise NotImplementedError

    def forget_news(self) -> None:
        """The reader has gone on."""
        raise NotImplementedError

    def change(self, name: str, value: object) -> None:
        """Another value of a setting: seen at once, and kept."""
        raise NotImplementedError

    def open_beside(self, what: str, page: "Page | None" = None) -> None:
        """Open a reference page over a page."""
        raise NotImplementedError

    def enter_record(self, story: str, scene: str) -> None:
        """Step into a record where the page offers that, and a way back with it; else begin it at the scene."""
        raise NotImplementedError

    def announce(self, story: str, scene: str | None = None) -> None:
        """Show what is to be known before a story, which then begins at its beginning or at a scene."""
        raise NotImplementedError

    def begin_by_paper(self, story: str, paper: str) -> None:
        """Read a story once more from its beginning, by one paper only, or by all of them."""
        raise NotImplementedError

    def take_up(self, saved: SavedTrail) -> None:
        """Go on with a saved trail where it was left, gently, if it was read so."""
        raise NotImplementedError

    def begin_story(self, story: str, *, is_gentle: bool) -> None:
        """Read a story in the wording chosen, which holds for all that comes later; before the first, the foreword."""
        raise NotImplementedError

    def go_on_from_foreword(self, story: str) -> None:
        """Read the story before which the foreword was shown."""
        raise NotImplementedError

    def to_library(self) -> None:
        """Close everything that lies on the library."""
        raise NotImplementedError
