"""How is a page of the makers' own shown: the war, help, about?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.reference_layout import aside_parts
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.reference_pages import aside
from wayout.views.sources import sources


class ReferencePageScreen(Panel):
    """Its paragraphs with who published what they rest on; the sources themselves by one key."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("aside")

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
        from wayout.faces.terminal.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(sources(self.library, self.page.claims, self.reader), self.page.title))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Sources are there where the page has any."""
        return action != "sources" or bool(self.page.claims)
