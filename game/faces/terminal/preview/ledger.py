"""What does a writer want to know beside a page, and how does she pick a finding?"""

from dataclasses import dataclass

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.message import Message

from game.faces.terminal.looks import sheet
from game.faces.terminal.parts import Part
from game.faces.terminal.preview import setting
from game.faces.terminal.widgets.choices import Choices
from game.faces.terminal.widgets.column import Column
from game.faces.terminal.widgets.prose import Prose
from game.play.draft import Draft, Noted


class Side(Column):
    """A column beside the page's own; whether there is more below it is not the page's affair."""

    def on_column_more_below(self, event: Column.MoreBelow) -> None:
        """Keep it."""
        event.stop()


class Ledger(VerticalGroup):
    """The findings, to be picked by key or by mouse, and below them what is known of the page."""

    DEFAULT_CSS = sheet(__file__)

    @dataclass
    class Picked(Message):
        """The writer wants to go to what a finding is about."""

        noted: Noted

    head = getters.query_one("#ledger-head", Prose)
    findings = getters.query_one("#findings", Choices)
    more = getters.query_one("#ledger-more", Prose)
    moment = getters.query_one("#moment", Prose)

    def __init__(self, draft: Draft, moment: tuple[Part, ...] = ()) -> None:
        super().__init__()
        self.draft = draft
        self.first = moment

    def compose(self) -> ComposeResult:
        """Heading, findings, the rest."""
        yield Prose(setting.head_parts(self.draft), id="ledger-head")
        yield Choices(setting.finding_options(self.draft), gap=1, id="findings")
        yield Prose(setting.more_parts(self.draft), id="ledger-more")
        yield Prose(self.first, id="moment")

    def show(self, draft: Draft, moment: tuple[Part, ...]) -> None:
        """What is known now; the finding pointed at stays the one it was, by its place in the list."""
        self.moment.parts = moment
        if draft is self.draft:
            return
        self.draft = draft
        at = self.findings.pointed
        self.head.parts = setting.head_parts(draft)
        self.findings.options = setting.finding_options(draft)
        self.findings.pointed = max(0, min(at, len(self.findings.options) - 1))
        self.more.parts = setting.more_parts(draft)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Say which one was picked."""
        event.stop()
        self.post_message(self.Picked(self.draft.noted[int(event.option)]))

    @property
    def pointed(self) -> Noted | None:
        """The finding pointed at."""
        return self.draft.noted[self.findings.pointed] if self.findings.options else None
