"""Which keys are there, what do the evidence words mean, and how does a reader give an action another key?

Panel screens: help (key bindings and a legend of evidence words), the key map editor, and the capture of a key.
"""

from typing import ClassVar

from rich.cells import cell_len
from textual import events, getters
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.types import CSSPathType

from wayout.faces.terminal.keymap import (
    FIXED,
    RESERVED,
    UNSAFE,
    KeyRow,
    as_it_came,
    bindings,
    given,
    in_order,
    objection,
    rows,
    shown,
)
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import DismissOnce, Panel
from wayout.faces.terminal.session import SessionApp
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import TEXT_STYLES, Prose
from wayout.locale import shelf_strings, strings

KEY_WIDTH = 12
ARROWS = "↑↓←→"
"""One alone is not told where several are written as one."""


class HelpScreen(Panel):
    """The keys of the screen below, made from its bindings, and every evidence word with its meaning.

    A key that the panel itself does not know closes it and does what it does below; a click on its line does so too.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "help.tcss"]
    HEAD = strings.HELP_HEAD

    def __init__(self, bindings: tuple[ActiveBinding, ...]) -> None:
        super().__init__()
        self.bindings = tuple(in_order(bindings))

    @property
    def keys_below(self) -> set[str]:
        """The keys that do something below and nothing here."""
        own = FIXED | RESERVED | UNSAFE | set(self.active_bindings)
        return {each.binding.key for each in self.bindings if each.binding.action != "help"} - own

    def on_key(self, event: events.Key) -> None:
        """Do below what the key does there."""
        if event.key in self.keys_below:
            event.stop()
            self.dismiss()
            self.app.call_later(self.app.simulate_key, event.key)

    def inside(self) -> ComposeResult:
        """Keys, then words."""
        yield Prose(self._keys(), id="keys")
        yield Prose(_words())

    def _keys(self) -> tuple[TextBlock, ...]:
        """One line for each thing that can be done, with every key that does it."""
        found: dict[str, list[str]] = {}
        presses: dict[str, str] = {}
        below = self.keys_below
        for active in self.bindings:
            if active.binding.tooltip and not active.binding.system:
                _, tip = self.app.key_words.get(active.binding.id or "", ("", active.binding.tooltip))
                keys = found.setdefault(tip, [])
                display = self.app.get_key_display(active.binding)
                if display not in keys:
                    keys.append(display)
                if active.binding.key in below:
                    presses[tip] = active.binding.key
        return (
            _head(strings.HELP_KEYS),
            *(row for tooltip, keys in found.items() for row in _key_rows(keys, tooltip, presses.get(tooltip, ""))),
        )


def _key_rows(keys: list[str], meaning: str, press: str) -> tuple[TextBlock, ...]:
    """Keys beside what they do; above it, where they are too many for their column."""
    told = " ".join(key for key in keys if key not in ARROWS or not any(key in other for other in keys if other != key))
    if cell_len(told) < KEY_WIDTH:
        return (_row(told, meaning, press),)
    return (
        TextBlock((("word", told),), gap=0, indent=0, press=press),
        TextBlock((("text", meaning),), gap=0, indent=KEY_WIDTH, press=press),
    )


def _words() -> tuple[TextBlock, ...]:
    return (
        _head(strings.HELP_TAKEN),
        *(_row(word, meaning) for word, meaning in strings.TAKEN_MEANING.items()),
        _head(strings.HELP_KNOWN),
        *(_row(strings.KNOWN[word], meaning) for word, meaning in strings.KNOWN_MEANING.items()),
    )


def _head(head: str) -> TextBlock:
    return TextBlock((("head", head),), indent=0)


def _row(word: str, meaning: str, press: str = "") -> TextBlock:
    return TextBlock((("text", meaning),), word, gap=0, indent=KEY_WIDTH, mark_kind="word", press=press)


RESET = "reset"
KEYS_WIDTH = 6


class KeymapScreen(Panel):
    """Everything that a key does, with its keys; choosing a row asks for another one. Changes hold at once."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "keymap.tcss"]
    HEAD: ClassVar[str] = shelf_strings.KEYMAP
    BINDINGS: ClassVar[list[BindingType]] = bindings("keymap")

    choices = getters.query_one(Choices)

    def __init__(self) -> None:
        super().__init__()
        self.every = rows()
        self.offered = {str(number): row for number, row in enumerate(self.every) if row.is_offered}

    def inside(self) -> ComposeResult:
        """What always holds, then the rows."""
        yield Prose((TextBlock((("muted", shelf_strings.KEYMAP_LEAD),)),), classes="group")
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
        return (*found, Option(RESET, shelf_strings.KEYMAP_RESET, lead=" " * KEYS_WIDTH))

    def _option(self, name: str, row: KeyRow) -> Option:
        own = self.app.settings.keys
        aside = shelf_strings.KEYMAP_CHANGED if row.is_changed(own) else ""
        return Option(name, row.what, lead=" ".join(map(shown, row.keys(own))).ljust(KEYS_WIDTH), aside=aside)


class KeyCaptureScreen(DismissOnce, ModalScreen[str | None]):
    """Waits for a key and gives it back; one that cannot be given is told why. Esc, or a click, leaves all as it is."""

    app = getters.app(SessionApp)
    CSS_PATH: ClassVar = ["key_capture.tcss"]
    COMPONENT_CLASSES: ClassVar[set[str]] = TEXT_STYLES

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
            TextBlock((("head", shelf_strings.KEYMAP_PRESS.format(what=self.row.what)),), indent=0),
            *objected,
            TextBlock((("muted", shelf_strings.KEYMAP_LEAVE),), indent=0),
        )
