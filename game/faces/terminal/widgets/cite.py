"""How does a place in a document stand in the evidence view, to be opened or copied?"""

from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace
from textual.binding import Binding, BindingType
from textual.message import Message

from game import words
from game.faces.terminal.parts import DOT, Part
from game.faces.terminal.widgets.prose import Prose
from game.play.sources import CiteView
from game.words import evidence as said


class CitePlace(Prose, can_focus=True):
    """One place in one document; the one that the keyboard is at has the pointer, and can be opened and copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "open", said.KEY_OPEN, id="cite.open", tooltip=said.TIP_OPEN),
        Binding("enter", "open", said.KEY_OPEN, show=False, id="cite.enter", key_display="Enter",
                tooltip=said.TIP_OPEN),
        Binding("y", "copy", said.KEY_COPY, id="cite.copy", tooltip=said.TIP_COPY),
    ]  # fmt: skip

    @dataclass
    class OpenAsked(Message):
        """The reader wants to see the document where it was published."""

        cite: CiteView

    @dataclass
    class CopyAsked(Message):
        """The reader wants to cite it."""

        cite: CiteView

    def __init__(self, cite: CiteView, parts: tuple[Part, ...]) -> None:
        super().__init__(parts)
        self.cite = cite
        self.unpointed = parts

    def watch_has_focus(self, has_focus: bool) -> None:
        """Point, or point no longer."""
        super().watch_has_focus(has_focus)
        mark, *rest = self.unpointed
        pointed = replace(mark, mark=mark.mark.replace(DOT, words.POINTER), mark_kind="word")
        self.parts = (pointed, *rest) if has_focus else self.unpointed

    def action_open(self) -> None:
        """Ask for it."""
        self.post_message(self.OpenAsked(self.cite))

    def action_copy(self) -> None:
        """Ask for it."""
        self.post_message(self.CopyAsked(self.cite))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """What has no address cannot be opened."""
        return action != "open" or bool(self.cite.url)
