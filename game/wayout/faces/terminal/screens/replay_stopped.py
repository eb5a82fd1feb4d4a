"""What is said of a trail that goes no further?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.types import CSSPathType

from wayout.faces.terminal.blocks import Option, TextBlock
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings, trail_strings
from wayout.play.moves import GO_ON, encode


class ReplayStoppedScreen(Panel):
    """Why it stops, over the page from which the reader can go on."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "replay_stopped.tcss"]
    HEAD: ClassVar[str] = trail_strings.ENDS_HERE

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says

    def inside(self) -> ComposeResult:
        """The sentences, and the way on."""
        yield Prose((TextBlock((("text", self.says),)),))
        yield Choices((Option(encode(GO_ON), strings.GO_ON),))

    def on_choices_choice_made(self) -> None:
        """To the page below."""
        self.dismiss()
