"""What should a reader know before a story begins?

The screen with content warnings before a story, and the choice of the full or gentle wording.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal.document_layout import document_groups
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import CONTINUE, Option, TextBlock, begun_options
from wayout.faces.terminal.screens.base_screen import BaseScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import strings
from wayout.store.autosave import ResumeOffer
from wayout.views.catalogue import CatalogueEntry, catalogue_entry, notice_document

BEGIN_FULL, BEGIN_GENTLE, BACK = "full", "gentle", "back"


class NoticeScreen(BaseScreen):
    """Who tells, in whose words, for how long, and what is announced; then full or gentle wording."""

    CSS_PATH = "notice.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notice")

    def __init__(
        self,
        shown: CatalogueEntry,
        whose: str,
        *,
        is_gentle: bool,
        war_first: bool,
        tells_part: bool = False,
        begun: ResumeOffer | None = None,
    ) -> None:
        super().__init__()
        self.begun = begun
        self.war_first = war_first
        self.tells_part = tells_part
        self.entry = shown
        self.whose = whose
        self.is_gentle = is_gentle

    def above(self) -> ComposeResult:
        """The person, and how long it takes."""
        yield Heading(self.entry.name, self.entry.length)

    def inside(self) -> ComposeResult:
        """What is to be known, and the ways in."""
        yield Prose(self._blocks, id="notice")
        yield Choices(self._options)

    def on_mount(self) -> None:
        """Point at the wording that the reader keeps, unless there is something to go on with."""
        self._point()

    def read_again(self) -> None:
        """The same in another wording."""
        self.entry = catalogue_entry(self.app.library, self.entry.id, self.app.reader)
        self.is_gentle = self.app.reader.gentle
        self.tells_part = self.tells_part and bool(self.app.reader.parts)
        self.query_one("#notice", Prose).parts = self._blocks
        self.query_one(Choices).reword((), self._options)
        self._point()

    def _point(self) -> None:
        ids = [option.id for option in self._options]
        if self.is_gentle and BEGIN_GENTLE in ids and not self.begun:
            self.query_one(Choices).pointed = ids.index(BEGIN_GENTLE)

    @property
    def _blocks(self) -> tuple[TextBlock, ...]:
        told = notice_document(self.entry, self.whose, war_first=self.war_first, tells_part=self.tells_part)
        (group,) = document_groups(told)
        return group

    @property
    def _options(self) -> tuple[Option, ...]:
        options = _options(self.is_gentle, has_two=bool(self.entry.content) or self.war_first)
        return (*begun_options(self.begun), *options)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Begin in the wording chosen, go on with what was begun, or go back."""
        if self.begun and event.option == CONTINUE:
            self.app.take_up(self.begun.saved)
        elif event.option == BACK:
            self.action_back()
        else:
            self.app.begin_story(self.entry.id, is_gentle=event.option == BEGIN_GENTLE)

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
