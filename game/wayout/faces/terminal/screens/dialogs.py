"""What is asked or told in a small screen of its own: the name of a trail, a paper to read by, a trail that stops?

Small modal dialogs: renaming a trail, picking the one document to read by, and the notice that a replay stopped.
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
from wayout.locale import reader_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.play.moves import GO_ON, encode
from wayout.play.state import State
from wayout.store.autosave import Autosave
from wayout.store.saved_trail import MAX_NAME_LENGTH
from wayout.views.papers import paper_name, paper_note, papers


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


ALL_PAPERS = "all papers"
"""A choice of this face alone; ids of documents have no spaces."""


class PaperScreen(Panel):
    """The papers of a record, by one of which it can be read once more."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "replay_stopped.tcss"]
    HEAD: ClassVar[str] = reader_strings.PAPERS_HEAD

    def __init__(self, library: Library, state: State) -> None:
        super().__init__()
        self.library = library
        self.state = state

    def inside(self) -> ComposeResult:
        """What becomes of the record then, and its papers."""
        yield Prose((TextBlock((("text", reader_strings.PAPERS_LEAD),)),))
        story = self.state.story
        options = [
            Option(paper, paper_name(self.library, paper), paper_note(self.library, story, paper))
            for paper in papers(self.library, story)
            if paper != self.state.paper
        ]
        whole = (Option(ALL_PAPERS, reader_strings.IN_FULL),) if self.state.paper else ()
        yield Choices((*options, *whole))

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Begin the record anew."""
        self.app.begin_by_paper(self.state.story, "" if event.option == ALL_PAPERS else event.option)


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
