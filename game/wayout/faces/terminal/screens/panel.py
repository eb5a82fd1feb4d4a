"""What do panels share that open over a page? A title, a column, and Esc."""

from typing import ClassVar

from textual import getters
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from wayout.faces.terminal.screens.scrolling import MoreIndicator, ScrollingScreen
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.heading import Heading
from wayout.faces.terminal.widgets.key_bar import KeyBar
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.locale import strings


class Panel(ScrollingScreen, ModalScreen[None]):
    """Something to read beside the page, closed again with Esc."""

    app = getters.app(SessionApp)
    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", strings.KEY_CLOSE, id="panel.close", key_display="Esc", tooltip=strings.TIP_CLOSE),
        Binding("q", "dismiss", strings.KEY_CLOSE, show=False, id="panel.q", tooltip=strings.TIP_CLOSE),
        Binding("down,j", "scroll(1)", strings.KEY_DOWN, show=False, id="panel.down", tooltip=strings.TIP_SCROLL),
        Binding("up,k", "scroll(-1)", strings.KEY_UP, show=False, id="panel.up", tooltip=strings.TIP_SCROLL),
        Binding(
            "pagedown,space,enter",
            "page(1)",
            strings.KEY_PAGE_DOWN,
            show=False,
            id="panel.page-down",
            tooltip=strings.TIP_PAGE,
        ),
        Binding("pageup", "page(-1)", strings.KEY_PAGE_UP, show=False, id="panel.page-up", tooltip=strings.TIP_PAGE),
        Binding("home", "edge(-1)", strings.KEY_HOME, show=False, id="panel.home", tooltip=strings.TIP_EDGE),
        Binding("end", "edge(1)", strings.KEY_END, show=False, id="panel.end", tooltip=strings.TIP_EDGE),
        Binding(
            "question_mark,f1",
            "app.help",
            strings.KEY_HELP,
            show=False,
            id="panel.help",
            key_display="?",
            tooltip=strings.TIP_HELP,
        ),
    ]
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
