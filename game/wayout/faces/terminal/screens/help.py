"""Which keys are there, and what do the evidence words mean?

A panel screen: key bindings and a legend.
"""

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import ActiveBinding
from textual.types import CSSPathType

from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.keymap import FIXED, RESERVED, UNSAFE, in_order
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings

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
                keys = found.setdefault(active.binding.tooltip, [])
                display = self.app.get_key_display(active.binding)
                if display not in keys:
                    keys.append(display)
                if active.binding.key in below:
                    presses[active.binding.tooltip] = active.binding.key
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
