"""What has been read so far, and where were the forks?

Panel screens: the transcript of a play (log) with search, and its decisions (forks), to go back to one.
"""

from collections.abc import Callable
from itertools import chain, repeat
from typing import ClassVar

from msgspec.structs import replace
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.types import CSSPathType
from textual.widgets import Input

from wayout.faces.terminal.document_layout import document_groups, runs
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import strings
from wayout.play.history import Decision
from wayout.views.document import Section
from wayout.views.log import log_document


class LogScreen(Panel):
    """Page after page, the present one last and in sight; a search keeps the lines that hold what is typed."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "log.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("log")
    HEAD: ClassVar[str] = strings.LOG
    AUTO_FOCUS: ClassVar[str | None] = ""

    heading = getters.query_one(Heading)
    search = getters.query_one(Input)
    nothing = getters.query_one("#nothing", Prose)

    def __init__(self, read: tuple[Section, ...]) -> None:
        super().__init__()
        self.read = read

    def inside(self) -> ComposeResult:
        """The field for what is sought, then the pages."""
        field = Input(placeholder=strings.LOG_SEARCH, compact=True)
        field.cursor_blink = False
        field.display = False
        yield field
        yield Prose(id="nothing")
        yield from (Prose(parts, classes="group") for parts in document_groups(log_document(self.read)))

    def on_mount(self) -> None:
        """The present page is what was read last."""
        self.call_after_refresh(self.column.scroll_end, animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the lines that hold what is typed."""
        shown = log_document(self.read, event.value)
        kept = document_groups(replace(shown, lead=()))
        for group, parts in zip(self.query(".group").results(Prose), chain(kept, repeat(())), strict=False):
            group.parts = parts
        self.nothing.parts = tuple(TextBlock(runs(one.spans)) for one in shown.lead)
        self.heading.right = strings.LOG_FOUND.format(n=len(kept), all=len(self.read)) if event.value.strip() else ""

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


class ForksScreen(Panel):
    """Every decision in order, those taken back last; choosing one leads to before it. The latest one is pointed at."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "forks.tcss"]
    HEAD: ClassVar[str] = strings.FORKS

    choices = getters.query_one(Choices)

    def __init__(self, decisions: tuple[Decision, ...], go: Callable[[int], None]) -> None:
        super().__init__()
        self.decisions = decisions
        self.go = go

    def inside(self) -> ComposeResult:
        """The decisions."""
        if self.decisions:
            yield Choices(_options(self.decisions), gap=1)
        else:
            yield Prose((TextBlock((("text", strings.FORKS_NONE),)),))

    def on_mount(self) -> None:
        """Point at the latest decision that was not taken back."""
        if self.decisions:
            self.choices.pointed = max(0, sum(not one.is_undone for one in self.decisions) - 1)
            self.call_after_refresh(self.choices.bring_into_sight)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Go back to it."""
        self.dismiss()
        self.go(int(event.option))


def _options(decisions: tuple[Decision, ...]) -> tuple[Option, ...]:
    """Each decision: its question, and below it what was chosen."""
    return tuple(
        Option(
            str(one.number),
            one.question,
            strings.TAKEN_BACK if one.is_undone else "",
            strings.CHOSEN.format(label=one.chosen),
        )
        for one in decisions
    )
