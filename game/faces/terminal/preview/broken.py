"""What is shown as long as a story has no page to show?"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game.faces.terminal.preview import setting
from game.faces.terminal.preview.app import PreviewApp
from game.faces.terminal.preview.ledger import Ledger
from game.faces.terminal.screens.room import Room
from game.faces.terminal.widgets.heading import Heading
from game.faces.terminal.widgets.prose import Prose
from game.play.draft import Draft
from game.words import preview as words


class BrokenScreen(Room):
    """Its findings, in full width."""

    app = getters.app(PreviewApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "edit", words.KEY_EDIT, id="broken.edit", tooltip=words.TIP_EDIT),
        Binding("q", "leave", words.KEY_QUIT, id="broken.leave", tooltip=words.TIP_QUIT),
        Binding("escape", "leave", words.KEY_QUIT, show=False, key_display="Esc", id="broken.escape",
                tooltip=words.TIP_QUIT),
    ]  # fmt: skip

    ledger = getters.query_one(Ledger)
    told = getters.query_one("#told", Prose)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def above(self) -> ComposeResult:
        """Which file."""
        yield Heading(self.draft.name, self.draft.file)

    def inside(self) -> ComposeResult:
        """The findings."""
        yield Ledger(self.draft)

    def below(self) -> ComposeResult:
        """That a page will come."""
        yield Prose(setting.told_parts(words.NOT_YET if self.draft.noted else words.NO_STORY_IN), id="told")

    def on_ledger_picked(self, event: Ledger.Picked) -> None:
        """There is nowhere to go yet."""
        self.app.go_to(event.noted)

    def action_edit(self) -> None:
        """Open the editor at the finding pointed at."""
        pointed = self.ledger.pointed
        if pointed is not None:
            self.app.edit(pointed.finding.span.file, pointed.finding.span.line)
        else:
            self.app.edit(self.draft.file, 1)

    def action_leave(self) -> None:
        """Close the preview."""
        self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Editing is there where there is an editor."""
        return action != "edit" or bool(self.app.editor)

    def renew(self, draft: Draft) -> None:
        """Other findings."""
        self.draft = draft
        self.ledger.show(draft, ())
        self.tell(words.NOT_YET if draft.noted else words.NO_STORY_IN)

    def tell(self, told: str) -> None:
        """Say something below them."""
        self.told.parts = setting.told_parts(told)
