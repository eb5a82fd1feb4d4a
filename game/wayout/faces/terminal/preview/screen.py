"""What does a writer see of a moment in her story?

The preview's reading screen with annotations beside the page, and the width from which there is room for both.
"""

from contextlib import suppress
from typing import ClassVar

from msgspec.structs import replace
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalGroup

from wayout.actions import action
from wayout.authoring.reload import Draft, DraftPosition, place_again
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.preview.findings_panel import (
    EditorKey,
    FindingsColumn,
    FindingsPanel,
    PreviewSession,
    moment_parts,
    strip_parts,
    told_parts,
    with_ids,
)
from wayout.faces.terminal.screens.reading import TO_LIBRARY, ReadingScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import authoring_strings
from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.state import Reader, State, Trail
from wayout.play.step import begin
from wayout.store.autosave import Autosave
from wayout.store.shelf import open_shelf

MIN_WIDTH_BESIDE = 120
"""Columns from which on there is room for both."""
LEDGER_KEY = action("findings").keys


class PreviewScreen(EditorKey, ReadingScreen):
    """The page as a reader sees it, with ids; the findings beside it, or by key.

    The trail that the writer has made is kept as she made it: as long as the story does not fit it, the page is the
    last one that is reached, and it comes back once the story does.
    """

    app = getters.app(PreviewSession)
    CSS_PATH = "screen.tcss"
    HAS_RAIL = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (100, "-wide"), (MIN_WIDTH_BESIDE, "-beside")]  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = bindings("preview")

    column = getters.query_one("#stage PageScroll", PageScroll)
    choices = getters.query_one("#page", Choices)
    ledger = getters.query_one(FindingsPanel)
    told = getters.query_one("#told", Prose)
    strip = getters.query_one("#strip-line", Prose)

    def __init__(self, draft: Draft, library: Library, reader: Reader, stand: DraftPosition) -> None:
        super().__init__(library, reader, History(stand.play), Autosave(open_shelf(keeps=False)))
        self.draft = draft
        self.first_told = stand.told
        self.wished: Trail = stand.play.trail
        self.wished_state: State = stand.play.state

    def compose(self) -> ComposeResult:
        """The page, and the findings to its right."""
        with Horizontal():
            with Vertical(id="stage"):
                yield from super().compose()
            with FindingsColumn(id="side"):
                yield FindingsPanel(self.draft)

    def below(self) -> ComposeResult:
        """What became of the page, his situation, and the findings in a line."""
        yield Prose(id="told")
        yield from super().below()
        with VerticalGroup(id="strip"):
            yield Prose(id="strip-line")

    def on_mount(self) -> None:
        """What is to be said of how the first page was come to."""
        self.tell(self.first_told)

    def on_findings_panel_picked(self, event: FindingsPanel.Picked) -> None:
        """Go there."""
        self.app.go_to(event.noted)

    def on_descendant_focus(self) -> None:
        """Of the two lists, the one that has the keyboard has a pointer."""
        self.ledger.findings.rests = self.size.width < MIN_WIDTH_BESIDE or not self.ledger.findings.has_focus
        self.choices.rests = not self.ledger.findings.rests

    def on_resize(self) -> None:
        """The keyboard is never where nothing is seen."""
        if self.size.width < MIN_WIDTH_BESIDE and self.ledger.findings.has_focus:
            self.set_focus(self.choices)

    def action_ledger(self) -> None:
        """To the findings: beside the page, or over it where there is no room."""
        if self.size.width >= MIN_WIDTH_BESIDE:
            self.set_focus(self.choices if self.ledger.findings.has_focus else self.ledger.findings)
            return
        from wayout.faces.terminal.preview.findings_panel import FindingsScreen

        self.app.push_screen(FindingsScreen(self))

    def place(self) -> tuple[str, int]:
        """Where the finding pointed at stands, or the scene of the page."""
        place, state = self.ledger.place, self.play.state
        if place is not None and (self.ledger.findings.has_focus or self.draft.library is None):
            return place
        return self.draft.file, self.draft.lines.get(state.scene, 1) if state.story == self.draft.name else 1

    def action_step_back(self) -> None:
        """From the findings to the page, or without what is set side by side; never out of the preview."""
        self.set_focus(self.choices)
        self.shows_versions = False

    def action_leave(self) -> None:
        """Close the preview."""
        self.app.exit()

    def action_library(self) -> None:
        """There is no library: an ending leads back to the first page."""
        self.history = History(begin(self.library, self.draft.name))

    def go_back(self, number: int) -> None:
        """To before a decision, if it is still one."""
        with suppress(IndexError):
            super().go_back(number)

    def watch_history(self) -> None:
        """A new page, to which the writer has gone herself."""
        super().watch_history()
        self.wished, self.wished_state = self.play.trail, self.play.state
        self.tell("")

    def renew(self, draft: Draft) -> None:
        """The same moment in the story as it is now; while it cannot be shown, the page stays."""
        self.draft = draft
        if draft.library is None:
            self.paint()
            self.tell("")
            return
        stand = place_again(draft.library, draft.name, self.wished, self.wished_state)
        if stand.is_there:
            self.wished_state = stand.play.state
        is_same = stand.play.state == self.play.state
        top, option = self.column.scroll_offset.y, self.choices.pointed
        self.library = draft.library
        self.set_reactive(ReadingScreen.history, History(stand.play))
        super().watch_history()
        if is_same:
            self.choices.pointed = min(option, max(0, len(self.choices.options) - 1))
            self.column.scroll_to(y=top, animate=False)
        self.tell(stand.told)

    def stand(self, stand: DraftPosition) -> None:
        """Another moment."""
        self.history = History(stand.play)
        self.tell(stand.told)

    def tell(self, told: str) -> None:
        """Say what became of the page, or nothing; while the file cannot be shown, that as well."""
        self.told.parts = told_parts(authoring_strings.BROKEN if self.draft.library is None else "", told)

    def read_again(self) -> None:
        """The present page in another wording, and what is known of it."""
        super().read_again()
        self._show_beside()

    def paint(self) -> None:
        """The page, and what is known beside it."""
        super().paint()
        self._show_beside()

    def _show_beside(self) -> None:
        self.ledger.show(self.draft, self.moment)
        self.strip.parts = strip_parts(self.draft, self.play.state, LEDGER_KEY)

    def _set(self) -> tuple[tuple[TextBlock, ...], tuple[Option, ...]]:
        """The page, set, with the ids of its choices."""
        parts, options = super()._set()
        shown = with_ids(options, self.page, self.library, self.play.state)
        return parts, tuple(
            replace(one, label=authoring_strings.BEGIN_AGAIN) if one.id == TO_LIBRARY else one for one in shown
        )

    @property
    def moment(self) -> tuple[TextBlock, ...]:
        """Ids, situation and claims of the page."""
        return moment_parts(self.draft, self.library, self.play.state, self.page, self.reader)
