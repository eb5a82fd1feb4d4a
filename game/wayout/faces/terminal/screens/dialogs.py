"""What is asked or told in a small screen of its own: the name of a trail, a trail that goes no further?

Small modal dialogs: renaming a trail, and the notice that a replay stopped.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.types import CSSPathType
from textual.widgets import Input

from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import shelf_strings, strings
from wayout.play.moves import GO_ON, encode
from wayout.store.autosave import Autosave
from wayout.store.saved_trail import MAX_NAME_LENGTH


class RenameDialog(Panel):
    """A field for the name; what became of it stands below, and the field stays until the name is given."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "rename_dialog.tcss"]
    HEAD: ClassVar[str] = shelf_strings.NAME_HEAD

    told = getters.query_one("#told", Prose)

    def __init__(self, keeping: Autosave, tell: Callable[[str], None]) -> None:
        super().__init__()
        self.keeping = keeping
        self.tell = tell

    def inside(self) -> ComposeResult:
        """What a name is good for, and the field."""
        yield Prose((TextBlock((("muted", shelf_strings.NAME_LEAD),)),))
        field = Input(self.keeping.name, placeholder=shelf_strings.NAME_PLACE, compact=True, max_length=MAX_NAME_LENGTH)
        field.cursor_blink = False
        yield field
        yield Prose(id="told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the name; where it has it, close, and say so below the page."""
        has_it, told = self.keeping.rename(event.value)
        if has_it:
            self.tell(told)
            self.dismiss()
        else:
            self.told.parts = (TextBlock((("text", told),)),)


class ReplayStoppedScreen(Panel):
    """Why it stops, over the page from which the reader can go on."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "replay_stopped.tcss"]
    HEAD: ClassVar[str] = shelf_strings.ENDS_HERE

    def __init__(self, says: str) -> None:
        super().__init__()
        self.says = says

    def inside(self) -> ComposeResult:
        """The sentences, and the way on."""
        yield Prose((TextBlock((("text", self.says),)),))
        yield Choices((Option(encode(GO_ON), strings.GO_ON),))

    def on_choices_choice_made(self) -> None:
        """To the page below."""
        self.dismiss()
