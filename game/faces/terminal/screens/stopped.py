"""What is said of a trail that goes no further?"""

from typing import ClassVar

from textual._path import CSSPathType
from textual.app import ComposeResult

from game import words
from game.faces.terminal.parts import Option, Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.choices import Choices
from game.faces.terminal.widgets.prose import Prose
from game.play.state import GO_ON
from game.words import trails as trail_words


class StoppedScreen(Panel):
    """Why it stops, over the page from which the reader can go on."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "stopped.tcss"]
    HEAD: ClassVar[str] = trail_words.ENDS_HERE

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says

    def inside(self) -> ComposeResult:
        """The sentences, and the way on."""
        yield Prose((Part((("text", self.says),)),))
        yield Choices((Option(GO_ON, words.GO_ON),))

    def on_choices_choice_made(self) -> None:
        """To the page below."""
        self.dismiss()
