"""What do all full screens share? A column of text, the sign that there is more below, and the keys that matter."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.scrolling import MoreIndicator, ScrollingScreen
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.shelf_layout import news_parts
from wayout.faces.terminal.widgets.background import Background
from wayout.faces.terminal.widgets.key_bar import KeyBar
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Prose


class BaseScreen(Background, ScrollingScreen):
    """A screen with a column; subclasses say what stands above it and in it."""

    app = getters.app(SessionApp)
    BINDINGS: ClassVar[list[BindingType]] = bindings("page")

    keys = getters.query_one(KeyBar)
    news = getters.query_one("#news", Prose)

    def compose(self) -> ComposeResult:
        """Above, in the column, below."""
        yield from self.above()
        with PageScroll():
            yield from self.inside()
        with VerticalGroup(id="bottom"):
            yield MoreIndicator(id="more")
            yield from self.below()
            yield Prose(id="news")
            yield KeyBar()

    def above(self) -> ComposeResult:
        """What stands above the column."""
        yield from ()

    def inside(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def below(self) -> ComposeResult:
        """What stands above the keys."""
        yield from ()

    def read_again(self) -> None:
        """Show the same in another wording, or with other keys, where the reader is."""

    def on_screen_resume(self) -> None:
        """What is to be told is told on whichever screen is before the reader."""
        self.show_news()

    def show_news(self) -> None:
        """Tell what became of what was to be kept, until the next page."""
        self.news.parts = news_parts(self.app.news)
