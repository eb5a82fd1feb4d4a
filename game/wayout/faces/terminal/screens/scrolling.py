"""How does one read on in a screen with a column? The sign that there is more below, and the pages."""

from textual import getters
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from wayout.faces.terminal.screens.dismiss_once import DismissOnce
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.locale import strings


class MoreIndicator(Static):
    """One line that says whether there is more below; a click reads on."""

    ALLOW_SELECT = False

    async def on_click(self) -> None:
        """Read on."""
        await self.run_action("screen.page(1)")


class ScrollingScreen(DismissOnce, Screen[None]):
    """What full screens and panels share."""

    column = getters.query_one(PageScroll)
    more = getters.query_one(MoreIndicator)

    def __init__(self, name: str | None = None, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        """With the classes of the window's size: Textual (8.2) sets them once the screen was painted without them."""
        app = self.app
        reached = (
            [name for least, name in breakpoints if length >= least][-1:]
            for length, breakpoints in (
                (app.size.width, self.HORIZONTAL_BREAKPOINTS or app.HORIZONTAL_BREAKPOINTS or ()),
                (app.size.height, self.VERTICAL_BREAKPOINTS or app.VERTICAL_BREAKPOINTS or ()),
            )
        )
        super().__init__(name, id, " ".join(name for names in reached for name in names))

    def on_page_scroll_more_below(self, event: PageScroll.MoreBelow) -> None:
        """Say that there is more."""
        self.more.update(Content(strings.MORE_BELOW if event.is_there else ""), layout=False)

    def on_choices_prompted(self, event: Choices.Prompted) -> None:
        """Say what there is to do, where it would say that there is more."""
        self.more.update(Content(event.says or (strings.MORE_BELOW if self.column.was_more else "")), layout=False)

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:  # noqa: ARG002, FBT - Textual's signature
        """Give the keyboard to a widget without moving the page: the reader begins at its top."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)

    def action_page(self, by: int) -> None:
        """A screenful on, or back."""
        if by > 0:
            self.column.scroll_page_down()
        else:
            self.column.scroll_page_up()
