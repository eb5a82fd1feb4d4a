"""What is shown as long as a story has no page to show?

A screen that lists fatal findings.
"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.authoring.reload import Draft
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.preview import layout
from wayout.faces.terminal.preview.editor import PreviewSession
from wayout.faces.terminal.preview.findings_panel import FindingsPanel
from wayout.faces.terminal.screens.base_screen import BaseScreen
from wayout.faces.terminal.widgets.heading import Heading
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import authoring_strings


class ErrorScreen(BaseScreen):
    """Its findings, in full width."""

    app = getters.app(PreviewSession)
    BINDINGS: ClassVar[list[BindingType]] = bindings("broken")

    ledger = getters.query_one(FindingsPanel)
    told = getters.query_one("#told", Prose)

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.draft = draft

    def above(self) -> ComposeResult:
        """Which file."""
        yield Heading(self.draft.name, self.draft.file)

    def inside(self) -> ComposeResult:
        """The findings."""
        yield FindingsPanel(self.draft)

    def below(self) -> ComposeResult:
        """That a page will come."""
        yield Prose(
            layout.told_parts(authoring_strings.NOT_YET if self.draft.noted else authoring_strings.NO_STORY_IN),
            id="told",
        )

    def on_findings_panel_picked(self, event: FindingsPanel.Picked) -> None:
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
        self.tell(authoring_strings.NOT_YET if draft.noted else authoring_strings.NO_STORY_IN)

    def tell(self, told: str) -> None:
        """Say something below them."""
        self.told.parts = layout.told_parts(told)
