"""Which records can be read?

The start screen: the menu of stories as lines of time on one axis, what is to be known of the one pointed at, search,
and the offer to resume.
"""

from math import ceil
from typing import ClassVar

from msgspec.structs import replace
from rich.cells import cell_len
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import CONTINUE, Option, TextBlock, begun_options
from wayout.faces.terminal.screens.base_screen import PageScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.faces.terminal.widgets.record_list import GUTTER, AxisHead, RecordLine, RecordList, RecordTable
from wayout.locale import reader_strings, shelf_strings, strings
from wayout.store.autosave import ResumeOffer, find_resumable, pages_read, progress
from wayout.views.catalogue import CatalogueEntry, search_catalogue
from wayout.views.strip import Moment, density, moments, time_axis

MAX_RECORD_WIDTH = 77
"""Cells of what is told of a record."""
MIN_AIRY_HEIGHT = 30
"""Rows of a window in which there is air between the records, where it has room for all of them then."""
MIN_LEGEND_HEIGHT = 22
"""Rows of a window that tells what the signs mean: in a lower one the records come first."""
BESIDE_LIST = 26
"""Rows that such a window needs for everything else."""


class LibraryScreen(PageScreen):
    """A row for each story; below them what is to be known of the one pointed at before it is opened."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    choices = getters.query_one(RecordList)
    search = getters.query_one(Input)
    head = getters.query_one(AxisHead)
    nothing = getters.query_one("#nothing", Prose)
    legend = getters.query_one("#legend", Prose)
    record = getters.query_one("#record", Prose)

    def __init__(self, entries: tuple[CatalogueEntry, ...]) -> None:
        super().__init__()
        self.entries = entries
        self.found = {entry.id: entry for entry in entries}
        self.dated = {entry.id: moments(self.app.library, entry.id) for entry in entries}
        self.begun: ResumeOffer | None = None
        self.read = progress(self.app.library, self.app.shelf)

    def above(self) -> ComposeResult:
        """What this is, and the years."""
        yield Prose(id="head")
        yield AxisHead(self.table)

    def inside(self) -> ComposeResult:
        """The list."""
        if self.entries:
            yield Prose(id="nothing")
            yield RecordList(self.table, self.options(self.entries), gap=self._gap)
        else:
            yield Prose((TextBlock((("text", strings.LIBRARY_EMPTY),)),))

    def beneath(self) -> ComposeResult:
        """What the signs mean, and the record pointed at."""
        yield Prose(id="legend")
        yield Prose(id="record")

    def on_mount(self) -> None:
        """Tell of the record pointed at."""
        if self.entries:
            self.watch(self.choices, "pointed", self._follow_pointer, init=False)
            self._fit()

    def on_resize(self) -> None:
        """The columns share another width; what is pointed at stays in sight."""
        self.share()
        if self.entries:
            self._fit()
            self.call_after_refresh(self._show_pointed)

    def read_again(self) -> None:
        """The same records in another wording."""
        self.entries = self.app.entries()
        if self.entries:
            self._keep(self._wanted)

    def on_screen_resume(self) -> None:
        """How far each was read may have changed: then the list begins at its top, else it stays where it was."""
        self.read = progress(self.app.library, self.app.shelf)
        if self.entries:
            self._keep(self._wanted)
            if not self.choices.pointed:
                self.column.scroll_home(animate=False)

    @property
    def table(self) -> RecordTable:
        """The rows of the records, the axis of all of them, and on it what was read to an end."""
        marks = {
            shelf_strings.BEGUN: reader_strings.READ_MARKS["begun"],
            shelf_strings.ENDED: reader_strings.READ_MARKS["read"],
            shelf_strings.GONE_THROUGH: reader_strings.READ_MARKS["read"],
        }
        rows = tuple(
            (one.id, _line(one, self.dated.get(one.id, ()), marks.get(self.read.get(one.id, ""), "")))
            for one in self.entries
        )
        ended = [name for name, how in self.read.items() if how == shelf_strings.ENDED]
        axis = time_axis(one for dated in self.dated.values() for one in dated)
        return RecordTable(rows, axis, tuple(density(self.app.library, ended).items()) if ended else ())

    @property
    def _gap(self) -> int:
        height = self.app.size.height
        return int(height >= MIN_AIRY_HEIGHT and 2 * len(self.entries) + BESIDE_LIST <= height)

    @property
    def _is_low(self) -> bool:
        return self.app.size.height < MIN_LEGEND_HEIGHT

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
        """To go on with what was begun, if all are listed; then the stories."""
        is_whole = len(entries) == len(self.entries)
        self.begun = find_resumable(self.app.library, self.app.shelf, self.app.reader) if is_whole else None
        begun = tuple(replace(one, below="") if self._is_low else one for one in begun_options(self.begun))
        return (*begun, *(Option(entry.id, entry.name) for entry in entries))

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
        self.found = {entry.id: entry for entry in kept}
        self.choices.table = self.head.table = self.table
        self.choices.options = self.options(kept)
        self.choices.draw_anew()
        none = shelf_strings.FOUND_NONE.format(said=wanted)
        self.nothing.parts = () if kept else (TextBlock((("text", none),)),)
        self._fit()

    def _fit(self) -> None:
        """Give the list as much height as it needs, so that what is told of the record follows it at once.

        In a low window in which there is something to go on with, the rows of the records come before all else.
        """
        is_tight = self._is_low and self.begun is not None
        said = (("word", strings.APP), *(() if is_tight else (("muted", f"   {self.app.library.edition.tagline}"),)))
        self.query_one("#head", Prose).parts = (TextBlock(said, indent=0),)
        self.choices.is_tight = is_tight
        column, width = self.column, self._list_width
        self.choices.gap = self._gap
        heights = (child.rows(width) for child in (self.nothing, self.choices) if child.display)
        column.styles.max_height = max(1, sum(heights))
        self.head.display = bool(self.head.rows(width)) and self.begun is None
        room = min(width, MAX_RECORD_WIDTH) - GUTTER
        self.record.room = max((_rows(_told(one, ""), room) for one in self.entries), default=0)
        self._tell()

    def share(self) -> None:
        """The list has as much air to its right as to its left."""
        left = self.shared.left
        self.styles.padding = (0, max(0, left - 1), 0, left)

    @property
    def _list_width(self) -> int:
        """The cells of a row, also before anything is laid out."""
        column = self.column.styles
        own = self.styles.padding.width + column.margin.width + column.padding.width + column.scrollbar_size_vertical
        return max(1, self.app.size.width - own)

    def _follow_pointer(self) -> None:
        """Tell of another record; where that leaves the list fewer rows, which is laid out first, its own is seen."""
        self._tell()
        if self.column.max_scroll_y:
            self.call_after_refresh(lambda: self.call_after_refresh(self._show_pointed))

    def _show_pointed(self) -> None:
        """Bring what is pointed at into sight, where the list has a size: below another screen it has none."""
        if self.choices.content_size:
            self.choices.bring_into_sight()

    def _tell(self) -> None:
        """What is to be known of the record that is pointed at, and what the signs of the rows mean."""
        choices = self.choices
        option = choices.options[choices.pointed].id if choices.options else ""
        is_begun = option == CONTINUE and self.begun is not None
        entry = self.found.get(self.begun.saved.at[0] if is_begun and self.begun is not None else option)
        self.record.parts = _told(entry, self.read.get(entry.id, "")) if entry is not None else ()
        strip = choices.table.strip(self._list_width)
        signs = (
            (*reader_strings.LINES_MEAN, *_marks(choices.table))
            if choices.table.head(self._list_width)
            else _marks(choices.table)
        )
        lines = () if self._is_low else (*((strip,) if strip else ()), *((_legend(signs),) if signs else ()))
        self.legend.parts = tuple(TextBlock((("muted", one),), gap=0, indent=0) for one in lines)


def _line(entry: CatalogueEntry, dated: tuple[Moment, ...], mark: str) -> RecordLine:
    who = entry.title if entry.title != entry.name else ""
    return RecordLine(entry.name, who, dated, entry.minutes, mark)


def _marks(table: RecordTable) -> list[str]:
    """What the signs behind the rows mean, as far as there are any."""
    shown = {line.mark for _, line in table.rows}
    words = {"read": shelf_strings.ENDED, "begun": shelf_strings.BEGUN}
    return [f"{mark} {words[name]}" for name, mark in reader_strings.READ_MARKS.items() if mark in shown]


def _rows(parts: tuple[TextBlock, ...], width: int) -> int:
    """About so many rows some paragraphs take: what is told below the list keeps its height from record to record."""
    return sum(ceil(sum(cell_len(text) for _, text in part.runs) / max(1, width)) for part in parts)


def _legend(signs: tuple[str, ...] | list[str]) -> str:
    return " " * GUTTER + "   ".join(signs)


def _told(entry: CatalogueEntry, read: str) -> tuple[TextBlock, ...]:
    """What it is about; whether the name is the real one, and how far it was read; what is announced of it."""
    quiet = " ".join(part for part in (entry.identity_line, entry.review and f"{entry.review}.") if part)
    progress = f"{read[:1].upper()}{read[1:]}." if read else ""
    match = shelf_strings.FOUND_IN.format(match=entry.match) if entry.match else ""
    lines = (" ".join(part for part in (quiet, progress) if part), entry.content_line, match)
    return (
        TextBlock((("text", entry.teaser),), indent=GUTTER),
        *(TextBlock((("muted", one),), gap=0, indent=GUTTER) for one in lines if one),
    )
