"""Which keys matter now?

The footer: which keys are shown, in which order, and the space between them.
"""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, ClassVar

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style

from wayout.actions import action
from wayout.faces.terminal.keymap import in_order
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines

WIDE_GAP, NARROW_GAP = 3, 2
"""Cells between two keys where there is room, and where there is not."""
KEPT = (action("help").label, action("care").label)
"""The labels of keys that have their place in any case, where they come last."""


class KeyBar(AutoHeight):
    """The screen's keys in one line; a click on one is as good as pressing it.

    Where the line is too short, those that come last are left out, but for help, which tells of all, and for care.
    """

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label"}
    ALLOW_SELECT = False

    keys: reactive[tuple[tuple[str, str, str], ...]] = reactive(())
    """Of each: the key, how it is written, its label."""
    unnamed: frozenset[str] = frozenset()
    """Actions whose keys work here and are not named: what they open has nothing to show yet."""

    def __init__(self, words: Mapping[str, tuple[str, str]] = MappingProxyType({})) -> None:
        """With the label and tooltip of the bindings, by their names, that this library calls otherwise."""
        super().__init__()
        self.words = words

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self.follow)

    def rows(self, width: int) -> int:  # noqa: ARG002 - as every Flow
        """One row."""
        return 1

    def render(self) -> TextLines:
        """The keys, drawn; no break inside one."""
        return _drawn(self.keys, self.content_size.width)

    def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    def follow(self, screen: Screen[Any]) -> None:
        """Show what can be pressed now, one key for each action; called at once, it saves a second painting."""
        every = screen.active_bindings.values()
        found: dict[str, tuple[str, str, str]] = {}
        for active in in_order(one for one in every if one.binding.show and not one.binding.system and one.enabled):
            binding = active.binding
            if binding.action in self.unnamed:
                continue
            label, _ = self.words.get(binding.id or "", (binding.description, ""))
            found.setdefault(binding.action, (binding.key, self.app.get_key_display(binding), label))
        self.keys = tuple(found.values())


@lru_cache(maxsize=64)
def _drawn(keys: tuple[tuple[str, str, str], ...], width: int) -> TextLines:
    """The keys that a width has room for."""
    drawn = [
        Content.assemble((display, ".keys--key"), " ", (label, ".keys--label")).stylize(Style.from_meta({"key": key}))
        for key, display, label in keys
    ]
    length = sum(key.cell_length for key in drawn)
    air = Content(" " * (WIDE_GAP if length + WIDE_GAP * (len(drawn) - 1) <= width else NARROW_GAP))
    helps = drawn[-1:] if keys and keys[-1][2] in KEPT else []
    left = width - sum(key.cell_length + len(air) for key in helps)
    kept: list[Content] = []
    for key in drawn[: len(drawn) - len(helps)]:
        left -= key.cell_length + (len(air) if kept else 0)
        if left < 0:
            break
        kept.append(key)
    return TextLines((TextLine(Content(""), Content(""), air.join([*kept, *helps])),))
