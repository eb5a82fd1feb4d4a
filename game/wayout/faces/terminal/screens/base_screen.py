"""What do all full screens share? A column of text, the sign that there is more below, and the keys that matter.

Base classes of full screens and panels: scrolling column, footer, notifications, dismissing once; how a window is
shared by the text and a rail (margins, widths of the columns); and the smallest window (columns and lines) with the
screen that asks for a larger one.
"""

from typing import Any, ClassVar

from msgspec import Struct
from textual import getters
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical, VerticalGroup
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import GUTTER, news_parts
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.key_bar import KeyBar
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import TEXT_STYLES, Heading, Prose
from wayout.faces.terminal.widgets.text_lines import Background
from wayout.locale import strings


class DismissOnce:
    """Keys that came in one packet reach a screen after the first of them closed it.

    Textual (8.2) pops whatever screen is on top for each of them: the one below, or the last there is. A mixin, not
    a screen: a screen's styles and component classes come from its first base that is one.
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close this screen, and no other."""
        return super().dismiss(result) if self.is_active else AwaitComplete()  # type: ignore[misc,attr-defined]


class MoreIndicator(Static):
    """One line that says whether there is more below; a click reads on."""

    ALLOW_SELECT = False

    async def on_click(self) -> None:
        """Read on."""
        await self.run_action("screen.page(1)")


class ScrollingScreen(DismissOnce, Screen[None]):
    """What full screens and panels share.

    It has the styles of all of its texts: Textual (8.2) works out those that a widget has itself anew for each of them,
    and finds those of the nodes above it as well.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = TEXT_STYLES

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

    def above(self) -> ComposeResult:
        """What stands above the column."""
        yield from ()

    def inside(self) -> ComposeResult:
        """What stands in the column."""
        yield from ()

    def beside(self) -> ComposeResult:
        """What stands beside the column."""
        yield from ()

    def beneath(self) -> ComposeResult:
        """What follows the column, wherever that ends."""
        yield from ()

    def below(self) -> ComposeResult:
        """What stands below the column."""
        yield from ()

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


MIN_WIDTH_NARROW, MIN_WIDTH_RAIL, MIN_WIDTH_BESIDE = 60, 100, 160
"""Columns of a window from which on the text does not stand at its very edge, there is a rail, there are two columns of
text."""
RAIL_WIDTH, BESIDE_WIDTH, COLUMN_AIR = 32, 56, 3
"""Columns of a rail and of a second column, at most; and between the text and either."""
SCROLLBAR = 1
"""Columns of the sign of how far one is."""


class WindowShare(Struct, frozen=True):
    """Of a window: the columns to the left of the text's gutter and to the right of everything, and of the rail."""

    left: int
    right: int
    rail: int


def columns(width: int, text: int, *, has_rail: bool) -> WindowShare:
    """How a window of a width is shared, with a text of a width (gutter and scrollbar included) on one left edge.

    All stands in the middle; what is beside the text has the same place whatever it holds.
    """
    margin, end = (1, 0) if width < MIN_WIDTH_NARROW else (2, 1)
    rail = 0
    if has_rail and width >= MIN_WIDTH_RAIL:
        most = BESIDE_WIDTH if width >= MIN_WIDTH_BESIDE else RAIL_WIDTH
        rail = min(most, width - text - COLUMN_AIR - margin - end)
    block = text + (rail + COLUMN_AIR if rail else 0)
    left = max(margin, (width - block) // 2)
    return WindowShare(left, max(end if not rail else 0, width - left - block), rail)


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
        yield from self.beside()
        yield from self.beneath()
        with VerticalGroup(id="bottom"):
            yield MoreIndicator(id="more")
            yield from self.below()
            yield Prose(id="news")
            yield KeyBar(self.app.key_words)

    def read_again(self) -> None:
        """Show the same in another wording, or with other keys, where the reader is."""

    def on_screen_resume(self) -> None:
        """What is to be told is told on whichever screen is before the reader."""
        self.show_news()

    def show_news(self) -> None:
        """Tell what became of what was to be kept, until the next page."""
        self.news.parts = news_parts(self.app.news)


class PageScreen(BaseScreen):
    """A screen on the one left edge: whatever comes next, the text stays in its column, and the pointer before it."""

    HAS_RAIL: ClassVar = True
    """Whether the window is this screen's alone, to be shared by the text and what may stand beside it."""

    def __init__(self, name: str | None = None, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(name, id)
        self.share()

    def on_resize(self) -> None:
        """The columns share another width."""
        self.share()

    def share(self) -> None:
        """Share the window between the text, on one left edge with what is above and below it, and the rail."""
        if self.HAS_RAIL:
            shared = self.shared
            self.styles.padding = (0, shared.right, 0, shared.left)

    @property
    def shared(self) -> WindowShare:
        """How the window is shared."""
        settings = self.app.settings
        return columns(self.app.size.width, settings.width + GUTTER + SCROLLBAR, has_rail=settings.rail)


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
            yield KeyBar(self.app.key_words)

    def action_scroll(self, by: int) -> None:
        """A line on, or back."""
        self.column.scroll_relative(y=by, animate=False)

    def action_edge(self, by: int) -> None:
        """To the end, or the beginning."""
        if by > 0:
            self.column.scroll_end(animate=False)
        else:
            self.column.scroll_home(animate=False)


MIN_WIDTH, MIN_HEIGHT = 40, 20
"""Columns and lines of the smallest window in which a page is shown."""


class TooSmallScreen(Screen[None]):
    """What size is needed; it goes away by itself when there is room."""

    app = getters.app(SessionApp)
    CSS_PATH = "too_small.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("small")

    def compose(self) -> ComposeResult:
        """One sentence."""
        says = strings.TOO_SMALL.format(width=MIN_WIDTH, height=MIN_HEIGHT, key=self.app.text_keys.quit.shown)
        yield Static(Content(says))
