"""What do panels share that open over a page? A title, a column, and Esc."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.types import CSSPathType

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.scrolling import MoreIndicator, ScrollingScreen
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.heading import Heading
from wayout.faces.terminal.widgets.key_bar import KeyBar
from wayout.faces.terminal.widgets.page_scroll import PageScroll


class Panel(ScrollingScreen, ModalScreen[None]):
    """Something to read beside the page, closed again with Esc."""

    app = getters.app(SessionApp)
    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("panel")
    HEAD: ClassVar[str] = ""

    def __init__(self, where: str = "", head: str = "") -> None:
        super().__init__()
        self.where = where
        self.head = head or self.HEAD

    def compose(self) -> ComposeResult:
        """Title, column, keys."""
        with Vertical(id="panel"):
            yield Heading(self.head, self.where)
            yield from self.above()
            with PageScroll():
                yield from self.inside()
            yield from self.below()
            yield MoreIndicator(id="more")
            yield KeyBar()

    def above(self) -> ComposeResult:
        """What stands above the column."""
        yield from ()

    def inside(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def below(self) -> ComposeResult:
        """What stands below the column."""
        yield from ()

    def action_scroll(self, by: int) -> None:
        """A line on, or back."""
        self.column.scroll_relative(y=by, animate=False)

    def action_edge(self, by: int) -> None:
        """To the end, or the beginning."""
        if by > 0:
            self.column.scroll_end(animate=False)
        else:
            self.column.scroll_home(animate=False)
