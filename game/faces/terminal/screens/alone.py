"""What rests on one account alone?"""

from typing import ClassVar

from textual.app import ComposeResult

from game import words
from game.faces.terminal.beside_setting import alone_parts
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.model.library import Library
from game.play.ledger import what_rests_on_one_account
from game.play.reader import Reader


class AloneScreen(Panel):
    """Every claim that nobody else on record makes, by whom it is told of and in which report."""

    HEAD: ClassVar[str] = words.ALONE

    def __init__(self, library: Library, reader: Reader) -> None:
        super().__init__()
        self.groups = tuple(alone_parts(what_rests_on_one_account(library, reader)))

    def inside(self) -> ComposeResult:
        """The claims."""
        yield from (Prose(parts, classes="group") for parts in self.groups)
