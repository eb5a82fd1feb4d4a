"""What stands before the first decision: what the war has done to others?

A screen before the first story.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal.blocks import Option, TextBlock
from wayout.faces.terminal.document_layout import document_groups
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.base_screen import BaseScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.heading import Heading
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import WAR, Library
from wayout.play.reader import Reader
from wayout.views.reference_pages import aside_document

GO_ON = "go on"


class WarScreen(BaseScreen):
    """The page on the war, once before the first story of a run, in the wording chosen for it."""

    CSS_PATH = "war.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("war")

    def __init__(self, library: Library, reader: Reader, story: str) -> None:
        super().__init__()
        self.library = library
        self.reader = reader
        self.story = story
        self.document = aside_document(library, WAR, reader)

    def above(self) -> ComposeResult:
        """Its title."""
        yield Heading(self.document.title)

    def inside(self) -> ComposeResult:
        """Its paragraphs, and the way on."""
        yield Prose(self._blocks, id="page")
        yield Choices((Option(GO_ON, strings.GO_ON, strings.BY_ENTER),))

    def read_again(self) -> None:
        """The same in another wording."""
        self.reader = self.app.reader
        self.document = aside_document(self.library, WAR, self.reader)
        self.query_one("#page", Prose).parts = self._blocks

    def on_choices_choice_made(self) -> None:
        """On to the story."""
        self.app.go_on_from_war(self.story)

    def action_sources(self) -> None:
        """Show what the page rests on."""
        from wayout.faces.terminal.screens.sources import sources_of

        self.app.push_screen(sources_of(self.library, self.reader, self.document))

    def action_back(self) -> None:
        """To the library."""
        self.app.to_library()

    @property
    def _blocks(self) -> tuple[TextBlock, ...]:
        return tuple(block for group in document_groups(self.document) for block in group)
