"""Which records can be read?

The start screen: the menu of stories with search, and the offer to resume.
"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import CONTINUE, Option, TextBlock, begun_options
from wayout.faces.terminal.screens.base_screen import BaseScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import shelf_strings, strings
from wayout.store.autosave import ResumeOffer, find_resumable, pages_read, progress, strip_of_time
from wayout.views.catalogue import CatalogueEntry, search_catalogue


class LibraryScreen(BaseScreen):
    """Every story with its person's name, whether that is a real name, what it is about, and how long it takes."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    choices = getters.query_one(Choices)
    search = getters.query_one(Input)
    nothing = getters.query_one("#nothing", Prose)

    def __init__(self, entries: tuple[CatalogueEntry, ...]) -> None:
        super().__init__()
        self.entries = entries
        self.begun: ResumeOffer | None = None

    def inside(self) -> ComposeResult:
        """The head and the list."""
        yield Prose(self._head, id="head")
        if self.entries:
            yield Prose(id="nothing")
            yield Choices(self.options(self.entries), gap=1)
        else:
            yield Prose((TextBlock((("text", strings.LIBRARY_EMPTY),)),))

    def read_again(self) -> None:
        """The same records in another wording."""
        self.entries = self.app.entries()
        if self.entries:
            self.choices.reword((), self.options(self._found(self._wanted)))

    def on_screen_resume(self) -> None:
        """How far each was read may have changed: then the list begins at its top, else it stays where it was."""
        self.query_one("#head", Prose).parts = self._head
        if self.entries:
            self._keep(self._wanted)
            if not self.choices.pointed:
                self.column.scroll_home(animate=False)

    @property
    def _head(self) -> tuple[TextBlock, ...]:
        """What this is, and the strip of time of what was read."""
        strip = strip_of_time(self.app.library, self.app.shelf)
        shown = (strings.LIBRARY_HEAD, *((strip,) if strip else ()))
        return (TextBlock((("word", strings.APP),)), *(TextBlock((("muted", one),), gap=0) for one in shown))

    @property
    def _wanted(self) -> str:
        return self.search.value if self.query(Input) else ""

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Announce the story, or go on with what was begun."""
        if self.begun and event.option == CONTINUE:
            self.app.take_up(self.begun.saved)
        else:
            self.app.announce(event.option)

    def options(self, entries: tuple[CatalogueEntry, ...]) -> tuple[Option, ...]:
        """To go on with what was begun, if all are listed; then stories, with how far each was read."""
        is_whole = len(entries) == len(self.entries)
        self.begun = find_resumable(self.app.library, self.app.shelf, self.app.reader) if is_whole else None
        read = progress(self.app.library, self.app.shelf)
        return (*begun_options(self.begun), *(_option(entry, read.get(entry.id, "")) for entry in entries))

    def action_search(self) -> None:
        """Type what is sought, above the list."""
        if self.query(Input):
            self.search.focus()
            return
        field = Input(placeholder=shelf_strings.SEARCH, compact=True, select_on_focus=False)
        field.cursor_blink = False
        self.mount(field, after="#head")
        field.focus()
        self.column.scroll_home(animate=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Keep the stories in which it stands."""
        self._keep(event.value)

    def on_input_submitted(self) -> None:
        """Choose among what was found."""
        self.choices.focus()

    def action_back(self) -> None:
        """End the search."""
        self.query(Input).remove()
        self._keep("")
        self.choices.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Nothing is sought where there is nothing, and Esc ends a search, not the game."""
        return bool(self.query(Input)) if action == "back" else action != "search" or bool(self.entries)

    def _found(self, wanted: str) -> tuple[CatalogueEntry, ...]:
        """Those in which some words stand; of pages, in those that were read."""
        read = pages_read(self.app.shelf) if wanted else {}
        return search_catalogue(self.app.library, self.entries, wanted, self.app.reader, read)

    def _keep(self, wanted: str) -> None:
        kept = self._found(wanted)
        self.choices.options = self.options(kept)
        none = shelf_strings.FOUND_NONE.format(said=wanted)
        self.nothing.parts = () if kept else (TextBlock((("text", none),)),)


def _option(entry: CatalogueEntry, read: str) -> Option:
    about = " · ".join(part for part in (entry.identity, entry.length, entry.review, read) if part)
    match = shelf_strings.FOUND_IN.format(match=entry.match) if entry.match else ""
    return Option(
        entry.id, entry.name, about, " ".join(part for part in (entry.teaser, entry.content_line, match) if part)
    )
