"""How does a writer read the findings where there is no room for them beside the page?"""

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.types import CSSPathType

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.preview.findings_panel import FindingsPanel
from wayout.faces.terminal.preview.session import TERMINAL, PreviewSession
from wayout.faces.terminal.screens.panel import Panel

if TYPE_CHECKING:
    from wayout.faces.terminal.preview.screen import PreviewScreen


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
