"""Where do the documents differ?"""

from typing import ClassVar

from textual.app import ComposeResult

from game import words
from game.faces.terminal.beside_setting import differ_parts
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.model.library import Library
from game.play.ledger import where_documents_differ
from game.play.reader import Reader


class DifferScreen(Panel):
    """Every point on which documents part, those of substance first, by whom they are told of."""

    HEAD: ClassVar[str] = words.DIFFER

    def __init__(self, library: Library, reader: Reader) -> None:
        super().__init__()
        self.groups = tuple(differ_parts(where_documents_differ(library, reader)))

    def inside(self) -> ComposeResult:
        """The points."""
        yield from (Prose(parts, classes="group") for parts in self.groups)
