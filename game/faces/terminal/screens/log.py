"""What has been read so far?"""

from typing import ClassVar

from textual import getters
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from game import words
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.trail_setting import log_parts
from game.faces.terminal.widgets.heading import Heading
from game.faces.terminal.widgets.prose import Prose
from game.play.backlog import Entry


class LogScreen(Panel):
    """Page after page, the present one last and in sight; a search keeps the lines that hold what is typed."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "log.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", words.KEY_SEARCH, id="log.search", key_display="/", tooltip=words.TIP_SEARCH),
        Binding("escape", "back", words.KEY_CLOSE, id="log.back", key_display="Esc", tooltip=words.TIP_CLOSE),
    ]
    HEAD: ClassVar[str] = words.LOG
    AUTO_FOCUS: ClassVar[str | None] = ""

    heading = getters.query_one(Heading)
    search = getters.query_one(Input)
    nothing = getters.query_one("#nothing", Prose)

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.entries = entries

    def inside(self) -> ComposeResult:
        """The field for what is sought, then the pages."""
        field = Input(placeholder=words.LOG_SEARCH, compact=True)
        field.cursor_blink = False
        field.display = False
        yield field
        yield Prose(id="nothing")
        yield from (Prose(parts, classes="group") for parts in log_parts(self.entries))

    def on_mount(self) -> None:
        """The present page is what was read last."""
        self.call_after_refresh(self.column.scroll_end, animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the lines that hold what is typed."""
        kept = log_parts(self.entries, event.value)
        for group, parts in zip(self.query(".group").results(Prose), kept, strict=True):
            group.parts = parts
        count = sum(bool(parts) for parts in kept)
        self.nothing.parts = () if count else (Part((("text", words.LOG_NONE.format(said=event.value)),)),)
        self.heading.right = words.LOG_FOUND.format(n=count, all=len(kept)) if event.value.strip() else ""

    def on_input_submitted(self) -> None:
        """Read what was found."""
        self.set_focus(None)

    def action_search(self) -> None:
        """Type what is sought."""
        self.search.display = True
        self.search.focus()
        self.column.scroll_home(animate=False)

    def action_back(self) -> None:
        """End the search; without one, close."""
        if self.search.display:
            self.search.value = ""
            self.search.display = False
            self.set_focus(None)
        else:
            self.dismiss()
