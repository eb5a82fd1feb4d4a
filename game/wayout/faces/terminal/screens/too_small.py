"""What is shown where the terminal is too small for a page?

A message screen below the smallest window size.
"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.session import SessionApp
from wayout.locale import strings


class TooSmallScreen(Screen[None]):
    """What size is needed; it goes away by itself when there is room."""

    app = getters.app(SessionApp)
    CSS_PATH = "too_small.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("small")

    def __init__(self, width: int, height: int, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.needed = (width, height)

    def compose(self) -> ComposeResult:
        """One sentence."""
        width, height = self.needed
        yield Static(Content(strings.TOO_SMALL.format(width=width, height=height, key=self.app.text_keys.quit.shown)))
