"""What does a writer want to know beside a page, and how does she pick a finding?

A side panel and a screen that list findings.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalGroup
from textual.message import Message
from textual.types import CSSPathType

from wayout.authoring.reload import Draft, PlacedFinding
from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.preview import layout
from wayout.faces.terminal.preview.editor import TERMINAL, PreviewSession
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Prose

if TYPE_CHECKING:
    from wayout.faces.terminal.preview.screen import PreviewScreen


class FindingsColumn(PageScroll):
    """A column beside the page's own; whether there is more below it is not the page's affair."""

    def on_page_scroll_more_below(self, event: PageScroll.MoreBelow) -> None:
        """Keep it."""
        event.stop()


class FindingsPanel(VerticalGroup):
    """The findings, to be picked by key or by mouse, and below them what is known of the page."""

    DEFAULT_CSS = sheet(__file__)

    @dataclass
    class Picked(Message):
        """The writer wants to go to what a finding is about."""

        noted: PlacedFinding

    head = getters.query_one("#ledger-head", Prose)
    findings = getters.query_one("#findings", Choices)
    more = getters.query_one("#ledger-more", Prose)
    moment = getters.query_one("#moment", Prose)

    def __init__(self, draft: Draft, moment: tuple[TextBlock, ...] = ()) -> None:
        super().__init__()
        self.draft = draft
        self.first = moment

    def compose(self) -> ComposeResult:
        """Heading, findings, the rest."""
        yield Prose(layout.head_parts(self.draft), id="ledger-head")
        yield Choices(layout.finding_options(self.draft), gap=1, id="findings")
        yield Prose(layout.more_parts(self.draft), id="ledger-more")
        yield Prose(self.first, id="moment")

    def show(self, draft: Draft, moment: tuple[TextBlock, ...]) -> None:
        """What is known now; the finding pointed at stays the one it was, by its place in the list."""
        self.moment.parts = moment
        if draft is self.draft:
            return
        self.draft = draft
        at = self.findings.pointed
        self.head.parts = layout.head_parts(draft)
        self.findings.options = layout.finding_options(draft)
        self.findings.pointed = max(0, min(at, len(self.findings.options) - 1))
        self.more.parts = layout.more_parts(draft)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Say which one was picked."""
        event.stop()
        self.post_message(self.Picked(self.draft.noted[int(event.option)]))

    @property
    def pointed(self) -> PlacedFinding | None:
        """The finding pointed at."""
        return self.draft.noted[self.findings.pointed] if self.findings.options else None


class FindingsScreen(Panel):
    """Findings, ids, situation and claims, over the page that they are about."""

    app = getters.app(PreviewSession)
    CSS_PATH: ClassVar[CSSPathType | None] = [TERMINAL / "screens" / "panel.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("ledger")

    AUTO_FOCUS: ClassVar[str | None] = ""

    ledger = getters.query_one(FindingsPanel)

    def __init__(self, below: "PreviewScreen") -> None:
        super().__init__(head=below.page.title, where=below.draft.file)
        self.page_below = below

    def inside(self) -> ComposeResult:
        """The ledger of the page."""
        yield FindingsPanel(self.page_below.draft, self.page_below.moment)

    def on_mount(self) -> None:
        """The keyboard is at the findings, and what is read begins at the top."""
        self.set_focus(self.ledger.findings, scroll_visible=False)

    def on_findings_panel_picked(self, event: FindingsPanel.Picked) -> None:
        """Go there."""
        self.dismiss()
        self.app.go_to(event.noted)

    def action_edit(self) -> None:
        """Open the editor at the finding pointed at; without one, where the scene stands."""
        pointed = self.ledger.pointed
        if pointed is not None:
            self.app.edit(pointed.finding.span.file, pointed.finding.span.line)
        else:
            self.page_below.action_edit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Editing is there where there is an editor."""
        return action != "edit" or bool(self.app.editor)

    def renew(self) -> None:
        """What is known now."""
        self.ledger.show(self.page_below.draft, self.page_below.moment)
