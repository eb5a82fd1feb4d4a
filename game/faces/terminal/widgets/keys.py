"""Which keys matter now?"""

from typing import Any, ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.screen import Screen
from textual.style import Style

from game.faces.terminal.looks import sheet
from game.faces.terminal.widgets.flow import Flow

WIDE_AIR, NARROW_AIR = 3, 2
"""Cells between two keys where there is room, and where there is not."""


class Keys(Flow):
    """The screen's keys in one line; a click on one is as good as pressing it."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--label"}
    ALLOW_SELECT = False

    keys: reactive[tuple[tuple[str, str, str], ...]] = reactive((), layout=True)
    """Of each: the key, how it is written, its label."""

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self.follow)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """As many rows as the keys need at a width."""
        return len(self._rows(width))

    def render(self) -> Content:
        """The keys, drawn; no break inside one."""
        return Content("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Content]:
        """The keys in rows that are no longer than a width."""
        drawn = [
            Content.assemble((display, ".keys--key"), " ", (label, ".keys--label")).stylize(
                Style.from_meta({"key": key})
            )
            for key, display, label in self.keys
        ]
        length = sum(key.cell_length for key in drawn)
        air = Content(" " * (WIDE_AIR if length + WIDE_AIR * (len(drawn) - 1) <= width else NARROW_AIR))
        rows: list[Content] = []
        for key in drawn:
            if rows and rows[-1].cell_length + len(air) + key.cell_length <= width:
                rows[-1] = rows[-1] + air + key
            else:
                rows.append(key)
        return rows or [Content("")]

    def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    def follow(self, screen: Screen[Any]) -> None:
        """Show what can be pressed now, one key for each action; called at once, it saves a second painting."""
        found: dict[str, tuple[str, str, str]] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and not binding.system and active.enabled:
                found.setdefault(binding.action, (binding.key, self.app.get_key_display(binding), binding.description))
        self.keys = tuple(found.values())
