"""What is asked or told in a screen of its own: how a story is read, a trail's name, a paper, a stop?

Dialogs: the notice before a story with its content warnings and the choice of the full or gentle wording; small modal
ones for renaming a trail, picking the one document to read by, and telling that a replay stopped.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.types import CSSPathType
from textual.widgets import Input

from wayout.faces.terminal.document_layout import document_groups
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import CONTINUE, DOT, Option, TextBlock, begun_options
from wayout.faces.terminal.screens.base_screen import PageScreen, Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import reader_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.play.moves import GO_ON, encode
from wayout.play.state import State, Trail
from wayout.store.autosave import Autosave, ResumeOffer
from wayout.store.saved_trail import MAX_NAME_LENGTH
from wayout.views.catalogue import CatalogueEntry, catalogue_entry, notice_document
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


BEGIN_FULL, BEGIN_GENTLE, BACK, ARTICLE = "full", "gentle", "back", "your article"


class NoticeScreen(PageScreen):
    """Who tells, in whose words, for how long, and what is announced; then full or gentle wording."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("notice")

    choices = getters.query_one(Choices)

    def __init__(
        self,
        shown: CatalogueEntry,
        whose: str,
        *,
        is_gentle: bool,
        announces: str,
        tells_part: bool = False,
        begun: ResumeOffer | None = None,
        article: Trail | None = None,
    ) -> None:
        super().__init__()
        self.begun = begun
        self.article = article
        self.announces = announces
        self.tells_part = tells_part
        self.entry = shown
        self.whose = whose
        self.is_gentle = is_gentle

    def above(self) -> ComposeResult:
        """The person, and how long it takes."""
        names = dict.fromkeys((self.entry.name, self.entry.title))
        yield Heading(f" {DOT} ".join(names), self.entry.length)

    def inside(self) -> ComposeResult:
        """What is to be known, and the ways in."""
        yield Choices(fills=True, id="page")

    def on_mount(self) -> None:
        """Point at the wording that the reader keeps, unless there is something to go on with."""
        self.choices.show(self._blocks, self._options)
        self._point()

    def read_again(self) -> None:
        """The same in another wording."""
        self.entry = catalogue_entry(self.app.library, self.entry.id, self.app.reader)
        self.is_gentle = self.app.reader.gentle
        self.tells_part = self.tells_part and bool(self.app.reader.parts)
        self.choices.reword(self._blocks, self._options)
        self._point()

    def _point(self) -> None:
        ids = [option.id for option in self._options]
        if self.is_gentle and BEGIN_GENTLE in ids and not self.begun:
            self.choices.pointed = ids.index(BEGIN_GENTLE)

    @property
    def _blocks(self) -> tuple[TextBlock, ...]:
        told = notice_document(
            self.entry, self.whose, announces=self.announces, tells_part=self.tells_part, is_brief=True
        )
        (group,) = document_groups(told)
        return group

    @property
    def _options(self) -> tuple[Option, ...]:
        options = _options(self.is_gentle, has_two=bool(self.entry.content) or bool(self.announces))
        key = self.app.text_keys.debrief
        article = Option(ARTICLE, reader_strings.ARTICLE_KEPT, key.shown, is_numbered=False, press=key.name)
        return (*begun_options(self.begun), *options, *((article,) if self.article else ()))

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Begin in the wording chosen, go on with what was begun, or go back."""
        if self.begun and event.option == CONTINUE:
            self.app.take_up(self.begun.saved)
        elif event.option == BACK:
            self.action_back()
        else:
            self.app.begin_story(self.entry.id, is_gentle=event.option == BEGIN_GENTLE)

    def action_debrief(self) -> None:
        """Open the article that she made when she read the record, with its debrief."""
        from wayout.faces.terminal.screens.document import DebriefScreen

        if self.article is not None:
            self.app.push_screen(DebriefScreen(self.app.library, self.app.reader, self.article))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """An article is there once the record was read to its end."""
        return action != "debrief" or self.article is not None

    def action_back(self) -> None:
        """To the library."""
        self.app.to_library()


def _options(is_gentle: bool, *, has_two: bool) -> tuple[Option, ...]:
    """With nothing announced there is one wording only."""
    back = Option(BACK, strings.TO_LIBRARY)
    if not has_two:
        return (Option(BEGIN_GENTLE if is_gentle else BEGIN_FULL, strings.BEGIN), back)
    full = Option(BEGIN_FULL, strings.CONTENT_FULL)
    gentle = Option(BEGIN_GENTLE, strings.CONTENT_GENTLE, below=strings.CONTENT_GENTLE_MEANS)
    return full, gentle, back
