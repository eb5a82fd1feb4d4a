"""What is said of a trail that goes no further?"""

from typing import ClassVar

from textual.app import ComposeResult

from game.faces.terminal.parts import Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.words import trails as words


class StoppedScreen(Panel):
    """Why it stops, over the page from which the reader can go on."""

    HEAD: ClassVar[str] = words.ENDS_HERE

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says

    def inside(self) -> ComposeResult:
        """The sentences."""
        yield Prose((Part((("text", self.says),)),))
