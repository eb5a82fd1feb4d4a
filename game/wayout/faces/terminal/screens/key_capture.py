"""Which key shall do it from now on?"""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.keymap import KeyRow, objection
from wayout.faces.terminal.screens.dismiss_once import DismissOnce
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import settings_strings


class KeyCaptureScreen(DismissOnce, ModalScreen[str | None]):
    """Waits for a key and gives it back; one that cannot be given is told why. Esc, or a click, leaves all as it is."""

    app = getters.app(SessionApp)
    CSS_PATH: ClassVar = ["key_capture.tcss"]

    told = getters.query_one(Prose)

    def __init__(self, row: KeyRow, every: tuple[KeyRow, ...]) -> None:
        super().__init__()
        self.row = row
        self.every = every

    def compose(self) -> ComposeResult:
        """What the key is for."""
        with Vertical(id="press"):
            yield Prose(self._parts())

    def on_key(self, event: events.Key) -> None:
        """Take it, or say why not."""
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            self.dismiss(None)
        elif why := objection(self.row, event.key, self.every, self.app.settings.keys):
            self.told.parts = self._parts(why)
        else:
            self.dismiss(event.key)

    def on_click(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)

    def _parts(self, why: str = "") -> tuple[TextBlock, ...]:
        objected = (TextBlock((("word", why),), indent=0),) if why else ()
        return (
            TextBlock((("head", settings_strings.KEYMAP_PRESS.format(what=self.row.what)),), indent=0),
            *objected,
            TextBlock((("muted", settings_strings.KEYMAP_LEAVE),), indent=0),
        )
