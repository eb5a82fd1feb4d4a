"""How does a place in a document stand in the evidence view, to be opened or copied?"""

from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.binding import BindingType
from textual.message import Message

from wayout.faces.terminal.blocks import DOT, TextBlock
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.views.sources import CiteView


class Citation(Prose, can_focus=True):
    """One place in one document; the one that the keyboard is at has the pointer, and can be opened and copied.

    A click points at it; one on what is pointed at already opens it.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings("cite")

    @dataclass
    class OpenAsked(Message):
        """The reader wants to see the document where it was published."""

        cite: CiteView

    @dataclass
    class CopyAsked(Message):
        """The reader wants to cite it."""

        cite: CiteView

    def __init__(self, cite: CiteView, parts: tuple[TextBlock, ...]) -> None:
        super().__init__(parts)
        self.cite = cite
        self.unpointed = parts
        self.is_just_pointed_at = False

    def watch_has_focus(self, has_focus: bool) -> None:
        """Point, or point no longer."""
        super().watch_has_focus(has_focus)
        self.is_just_pointed_at = has_focus and self.is_mouse_over
        mark, *rest = self.unpointed
        pointed = replace(mark, mark=mark.mark.replace(DOT, strings.POINTER), mark_kind="word")
        self.parts = (pointed, *rest) if has_focus else self.unpointed

    def on_click(self, event: events.Click) -> None:
        """Open what was pointed at before the click."""
        super().on_click(event)
        if not self.is_just_pointed_at and self.cite.url:
            self.action_open()
        self.is_just_pointed_at = False

    def action_open(self) -> None:
        """Ask for it."""
        self.post_message(self.OpenAsked(self.cite))

    def action_copy(self) -> None:
        """Ask for it."""
        self.post_message(self.CopyAsked(self.cite))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """What has no address cannot be opened."""
        return action != "open" or bool(self.cite.url)
