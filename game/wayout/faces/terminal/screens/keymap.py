"""Which key does what, and how does a reader change that?

The key map of the settings, and the dialog that waits for a key.

A settings screen: rebinding of keys.
"""

from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.types import CSSPathType

from wayout.faces.terminal.blocks import Option, TextBlock
from wayout.faces.terminal.keymap import KeyRow, as_it_came, bindings, given, objection, rows, shown
from wayout.faces.terminal.screens.base_screen import DismissOnce, Panel
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import settings_strings

RESET = "reset"
KEYS_WIDTH = 6


class KeymapScreen(Panel):
    """Everything that a key does, with its keys; choosing a row asks for another one. Changes hold at once."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "keymap.tcss"]
    HEAD: ClassVar[str] = settings_strings.KEYMAP
    BINDINGS: ClassVar[list[BindingType]] = bindings("keymap")

    choices = getters.query_one(Choices)

    def __init__(self) -> None:
        super().__init__()
        self.every = rows()
        self.offered = {str(number): row for number, row in enumerate(self.every) if row.is_offered}

    def inside(self) -> ComposeResult:
        """What always holds, then the rows."""
        yield Prose((TextBlock((("muted", settings_strings.KEYMAP_LEAD),), indent=0),), classes="group")
        yield Choices(self._options)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Ask for the key; or set all back."""
        if event.option == RESET:
            self._take({})
            return
        row = self.offered[event.option]

        def take(key: str | None) -> None:
            if key is not None:
                self._take(given(row, key, self.app.settings.keys))

        self.app.push_screen(KeyCaptureScreen(row, self.every), take)

    def action_reset(self) -> None:
        """The keys that the one pointed at came with."""
        row = self.offered.get(self.choices.options[self.choices.pointed].id)
        if row is not None:
            self._take(as_it_came(row, self.app.settings.keys))

    def _take(self, keys: dict[str, str]) -> None:
        self.app.change("keys", keys)
        self.choices.reword((), self._options)

    @property
    def _options(self) -> tuple[Option, ...]:
        found = [self._option(name, row) for name, row in self.offered.items()]
        return (*found, Option(RESET, settings_strings.KEYMAP_RESET, lead=" " * KEYS_WIDTH))

    def _option(self, name: str, row: KeyRow) -> Option:
        own = self.app.settings.keys
        aside = settings_strings.KEYMAP_CHANGED if row.is_changed(own) else ""
        return Option(name, row.what, lead=" ".join(map(shown, row.keys(own))).ljust(KEYS_WIDTH), aside=aside)


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
