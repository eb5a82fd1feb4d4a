"""How is a view shown that opens over a page: differences, glossary, timeline, a page of the makers' own?

One modal screen for every document; what a document rests on opens by a key.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal.document_layout import document_groups
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.document import ViewDocument


class DocumentScreen(Panel):
    """A document, section by section."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("aside")

    def __init__(self, library: Library, reader: Reader, document: ViewDocument, where: str = "") -> None:
        super().__init__(where, document.title)
        self.library = library
        self.reader = reader
        self.document = document

    def inside(self) -> ComposeResult:
        """The sections, apart from one another."""
        has_parts = bool(self.document.lead) or any(section.heading for section in self.document.sections)
        for blocks in document_groups(self.document):
            yield Prose(blocks, classes="group" if has_parts else None)

    def action_sources(self) -> None:
        """Show what the document rests on."""
        from wayout.faces.terminal.screens.sources import sources_of

        self.app.push_screen(sources_of(self.library, self.reader, self.document))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Sources are there where the document tells what it rests on."""
        return action != "sources" or bool(self.document.claims)
