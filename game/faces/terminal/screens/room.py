"""What do all full screens share? A column of text, the sign that there is more below, and the keys that matter."""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from game import words
from game.faces.terminal.app import WayoutApp
from game.faces.terminal.shelf_setting import news_parts
from game.faces.terminal.widgets.air import Air
from game.faces.terminal.widgets.column import Column
from game.faces.terminal.widgets.keys import Keys
from game.faces.terminal.widgets.prose import Prose


class More(Static):
    """One line that says whether there is more below; a click reads on."""

    ALLOW_SELECT = False

    async def on_click(self) -> None:
        """Read on."""
        await self.run_action("screen.page(1)")


class Room(Air, Screen[None]):
    """A screen with a column; subclasses say what stands above it and in it."""

    app = getters.app(WayoutApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page(1)", words.KEY_PAGE_DOWN, show=False, id="page.down", tooltip=words.TIP_PAGE),
        Binding("pageup", "page(-1)", words.KEY_PAGE_UP, show=False, id="page.up", tooltip=words.TIP_PAGE),
    ]

    column = getters.query_one(Column)
    more = getters.query_one(More)
    keys = getters.query_one(Keys)
    news = getters.query_one("#news", Prose)

    def compose(self) -> ComposeResult:
        """Above, in the column, below."""
        yield from self.above()
        with Column():
            yield from self.inside()
        with VerticalGroup(id="bottom"):
            yield More(id="more")
            yield from self.below()
            yield Prose(id="news")
            yield Keys()

    def above(self) -> ComposeResult:
        """What stands above the column."""
        yield from ()

    def inside(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def below(self) -> ComposeResult:
        """What stands above the keys."""
        yield from ()

    def on_column_more_below(self, event: Column.MoreBelow) -> None:
        """Say that there is more."""
        self.more.update(Content(words.MORE_BELOW if event.is_there else ""), layout=False)

    def read_again(self) -> None:
        """Show the same in another wording, or with other keys, where the reader is."""

    def on_screen_resume(self) -> None:
        """What is to be told is told on whichever screen is before the reader."""
        self.show_news()

    def show_news(self) -> None:
        """Tell what became of what was to be kept, until the next page."""
        self.news.parts = news_parts(self.app.news)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:  # noqa: ARG002, FBT - Textual's signature
        """Give the keyboard to a widget without moving the page: the reader begins at its top."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)

    def action_page(self, by: int) -> None:
        """Read on, or back."""
        if by > 0:
            self.column.scroll_page_down()
        else:
            self.column.scroll_page_up()
