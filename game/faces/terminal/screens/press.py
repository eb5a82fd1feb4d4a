"""Which key shall do it from now on?"""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from game.faces.terminal.app import WayoutApp
from game.faces.terminal.keymap_rows import Row, objection
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.dismiss_once import DismissOnce
from game.faces.terminal.widgets.prose import Prose
from game.words import settings as said


class PressScreen(DismissOnce, ModalScreen[str | None]):
    """Waits for a key and gives it back; one that cannot be given is told why. Esc, or a click, leaves all as it is."""

    app = getters.app(WayoutApp)
    CSS_PATH: ClassVar = ["press.tcss"]

    told = getters.query_one(Prose)

    def __init__(self, row: Row, every: tuple[Row, ...]) -> None:
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

    def _parts(self, why: str = "") -> tuple[Part, ...]:
        objected = (Part((("word", why),), indent=0),) if why else ()
        return (
            Part((("head", said.KEYMAP_PRESS.format(what=self.row.what)),), indent=0),
            *objected,
            Part((("muted", said.KEYMAP_LEAVE),), indent=0),
        )
