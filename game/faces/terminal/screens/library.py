"""Which records can be read?"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game import words
from game.faces.terminal.beside import SETTINGS
from game.faces.terminal.parts import Option, Part
from game.faces.terminal.screens.room import Room
from game.faces.terminal.shelf_setting import CONTINUE, begun_options
from game.faces.terminal.widgets.choices import Choices
from game.faces.terminal.widgets.prose import Prose
from game.model.beside import ABOUT
from game.play.catalogue import Entry, catalogue
from game.shelf.offered import Offer, offer, progress
from game.words import settings as said


class LibraryScreen(Room):
    """Every story with its person's name, whether that is a real name, what it is about, and how long it takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "app.quit", words.KEY_QUIT, id="library.quit", tooltip=words.TIP_QUIT),
        Binding("a", f"app.beside('{ABOUT}')", words.KEY_ABOUT, id="library.about", tooltip=words.TIP_ABOUT),
        Binding("comma", f"app.beside('{SETTINGS}')", said.KEY_SETTINGS, id="library.settings",
                tooltip=said.TIP_SETTINGS),
        Binding(
            "escape",
            "app.quit",
            words.KEY_QUIT,
            show=False,
            key_display="Esc",
            id="library.escape",
            tooltip=words.TIP_QUIT,
        ),
    ]  # fmt: skip

    choices = getters.query_one(Choices)

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries
        self.begun: Offer | None = None

    def inside(self) -> ComposeResult:
        """The head and the list."""
        yield Prose((Part((("word", words.APP),)), Part((("muted", words.LIBRARY_HEAD),), gap=0)), id="head")
        if self.entries:
            yield Choices(self.options(), gap=1)
        else:
            yield Prose((Part((("text", words.LIBRARY_EMPTY),)),))

    def read_again(self) -> None:
        """The same records in another wording."""
        self.entries = catalogue(self.app.library, self.app.reader)
        if self.entries:
            self.choices.reword((), self.options())

    def on_screen_resume(self) -> None:
        """How far each was read may have changed."""
        if self.entries:
            self.choices.options = self.options()

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Announce the story, or go on with what was begun."""
        if self.begun and event.option == CONTINUE:
            self.app.take_up(self.begun.saved)
        else:
            self.app.announce(event.option)

    def options(self) -> tuple[Option, ...]:
        """To go on with what was begun; then every story, with how far it was read."""
        self.begun = offer(self.app.library, self.app.shelf, self.app.reader)
        read = progress(self.app.shelf)
        return (*begun_options(self.begun), *(_option(entry, read.get(entry.id, "")) for entry in self.entries))


def _option(entry: Entry, read: str) -> Option:
    about = " · ".join(part for part in (entry.identity, entry.length, read) if part)
    return Option(entry.id, entry.name, about, entry.teaser)
