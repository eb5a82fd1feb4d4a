"""How is a page of the makers' own shown: the war, help, about?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game import words
from game.faces.terminal.beside_setting import aside_parts
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.model.library import Library
from game.play.beside import aside
from game.play.reader import Reader
from game.play.sources import sources


class AsideScreen(Panel):
    """Its paragraphs with who published what they rest on; the sources themselves by one key."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sources", words.KEY_SOURCES, id="aside.sources", tooltip=words.TIP_SOURCES),
    ]

    def __init__(self, library: Library, reader: Reader, name: str) -> None:
        self.library = library
        self.reader = reader
        self.page = aside(library, name, reader)
        super().__init__(head=self.page.title)

    def inside(self) -> ComposeResult:
        """The paragraphs."""
        yield Prose(aside_parts(self.library, self.page, self.reader))

    def action_sources(self) -> None:
        """Show what the page rests on."""
        from game.faces.terminal.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(sources(self.library, self.page.claims, self.reader), self.page.title))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Sources are there where the page has any."""
        return action != "sources" or bool(self.page.claims)
