"""Which records can be read?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game import words
from game.faces.terminal.beside import SETTINGS
from game.faces.terminal.parts import Option, Part
from game.faces.terminal.screens.room import Room
from game.faces.terminal.widgets.choices import Choices
from game.faces.terminal.widgets.prose import Prose
from game.model.beside import ABOUT
from game.play.catalogue import Entry, catalogue
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

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries

    def inside(self) -> ComposeResult:
        """The head and the list."""
        yield Prose((Part((("word", words.APP),)), Part((("muted", words.LIBRARY_HEAD),), gap=0)), id="head")
        if self.entries:
            yield Choices(tuple(_option(entry) for entry in self.entries), gap=1)
        else:
            yield Prose((Part((("text", words.LIBRARY_EMPTY),)),))

    def read_again(self) -> None:
        """The same records in another wording."""
        self.entries = catalogue(self.app.library, self.app.reader)
        self.query_one(Choices).reword((), tuple(map(_option, self.entries)))

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Announce the story."""
        self.app.announce(event.option)


def _option(entry: Entry) -> Option:
    about = " · ".join(part for part in (entry.identity, entry.length) if part)
    return Option(entry.id, entry.name, about, entry.teaser)
