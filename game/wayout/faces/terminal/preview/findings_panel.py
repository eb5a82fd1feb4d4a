"""What does a writer want to know beside a page, and how does she pick a finding?"""

from dataclasses import dataclass

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message

from wayout.authoring.reload import Draft, PlacedFinding
from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.preview import layout
from wayout.faces.terminal.stylesheet import sheet
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Prose


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
