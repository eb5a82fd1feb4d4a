"""What does a reader see of a moment, and what can she do there?

The main screen: page view, choices, situation, and the actions of a page (undo, redo, sources, debrief, map).
"""

from typing import ClassVar, Literal

from msgspec.structs import replace
from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive

from wayout.faces.terminal import page_layout, panels
from wayout.faces.terminal.document_layout import version_parts
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import REST, Option, TextBlock
from wayout.faces.terminal.screens.base_screen import MIN_WIDTH_BESIDE, PageScreen
from wayout.faces.terminal.widgets import rail as rails
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import evidence_strings, reader_strings
from wayout.model.library import CARE, GLOSSARY, Library, story_name
from wayout.play.history import History, choose, jump, redo, undo
from wayout.play.moves import Enter, Move, Revisit, Take
from wayout.play.state import Playthrough, Reader, State, Trail
from wayout.play.step import moves
from wayout.store.autosave import Autosave, touches_told
from wayout.views.outcome import FoldId
from wayout.views.page import Page, page
from wayout.views.papers import can_be_read_by_paper
from wayout.views.sources import has_versions, versions_document
from wayout.views.way import lately_changed

TO_LIBRARY = "to the library"
"""A choice of this face alone; ids in stories have no spaces."""
AT_TIMES = ("glossary", "care", "also", "law", "rest", "versions", "debrief", "paper", "redo", "undo", "situation")
"""Actions that a page may call for, or not."""
MIN_WIDTH_ROWS = 60
"""Columns of a window from which on names stand in a column of their own."""
FoldName = FoldId | Literal["rest"]
_NOTHING = History(Playthrough(Trail(story="", scene=""), State(story="", scene="", situation=())))
"""What a screen holds before it is given a play."""


class ReadingScreen(PageScreen):
    """One page after another, painted from the play."""

    CSS_PATH = "reading.tcss"
    BINDINGS: ClassVar[list[BindingType]] = bindings("reading")
    shows_maps: ClassVar[bool] = True
    """Whether the map comes before a page at another place, where the reader wants it."""

    heading = getters.query_one(Heading)
    choices = getters.query_one(Choices)
    situation = getters.query_one("#situation", Prose)
    rail = getters.query_one(rails.Rail)

    history: reactive[History] = reactive(_NOTHING, init=False, repaint=False)
    shows_versions: reactive[bool] = reactive(False, init=False, repaint=False)
    opened: reactive[tuple[FoldName, ...]] = reactive((), init=False, repaint=False)
    """The folds of an outcome that are told, the one that was opened last at the end."""

    def __init__(self, library: Library, reader: Reader, history: History, keeping: Autosave) -> None:
        super().__init__()
        self.library = library
        self.reader = reader
        self.keeping = keeping
        self.touched = touches_told(library, keeping.shelf)
        self.set_reactive(ReadingScreen.history, history)
        self.page: Page = self.page_now()
        self.names_a_term = page_layout.names_a_term(library, self.page)
        self.differs = has_versions(library, self.page.told)
        self.version_parts = self.opened_parts = range(0)
        self.opened_beside: tuple[rails.RailSection, ...] = ()
        self.has_rail, self.read_to = False, 0
        self._can: tuple[bool | None, ...] = ()
        self._places_shown: set[tuple[str, str]] = set()
        self._keys_of: dict[tuple[bool | None, ...], tuple[tuple[str, str, str], ...]] = {}

    def above(self) -> ComposeResult:
        """Who, where, when."""
        yield Heading()

    def inside(self) -> ComposeResult:
        """What is told, and what can be done."""
        yield Choices(fills=True, id="page")

    def beside(self) -> ComposeResult:
        """Where there is room: the way here, his situation, what the page rests on, what is told otherwise."""
        yield rails.Rail()

    def below(self) -> ComposeResult:
        """His situation, where nothing stands beside the page."""
        yield Prose(id="situation")

    def on_mount(self) -> None:
        """Paint the first page."""
        self.rail.text = self.choices
        self.choices.reads_beside = self.rail.read_on
        self.share()
        self.keys.unnamed = panels.unnamed_keys(self.library, self.play.state)
        self.paint()

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Make the move; one that was made twice before the next page came is made once."""
        if event.option == TO_LIBRARY:
            self.action_library()
        elif (move := next((one.move for one in self.page.open_moves if one.id == event.option), None)) is not None:
            self.make(move)

    def action_sources(self) -> None:
        """Show what the page rests on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        where = " · ".join(part for part in (self.page.title, self.page.where) if part)
        self.add_class("-aside")
        sources = SourcesScreen(self.library, self.reader, self.page.claims, where, is_beside=self.HAS_RAIL)
        self.app.push_screen(sources, self._show_again)

    def _show_again(self, _: None) -> None:
        self.remove_class("-aside")

    def action_versions(self) -> None:
        """Set side by side what the documents tell differently, or take it away again."""
        self.app.forget_news()
        if self.shows_versions:
            self.app.tell(evidence_strings.VERSIONS_CLOSED)
        self.show_news()
        self.shows_versions = not self.shows_versions

    def action_page(self, by: int) -> None:
        """A screenful on, or back: first of what is read beside the page."""
        if not self.rail.read_on(by):
            super().action_page(by)

    def action_also(self) -> None:
        """Show what others did who took this too, or close it again."""
        self._turn("also")

    def action_law(self) -> None:
        """Show what the law says or what is reported, or close it again."""
        self._turn("law")

    def action_rest(self) -> None:
        """Show what an ending leaves to tell and to discuss, or close it again."""
        self._turn(REST)

    def _turn(self, fold: FoldName) -> None:
        closed = tuple(one for one in self.opened if one != fold)
        self.opened = closed if closed != self.opened else (*self.opened, fold)

    def action_glossary(self) -> None:
        """Show what the terms mean, those of the page first."""
        self.app.open_beside(GLOSSARY, self.page)

    def action_map(self) -> None:
        """Show the map of the story."""
        from wayout.faces.terminal.screens.maps import StoryMapScreen

        self.app.push_screen(StoryMapScreen(self.library, self.reader, self.play))

    def action_situation(self) -> None:
        """Show the whole situation."""
        self.app.push_screen(panels.situation_panel(self.library, self.reader, self.play.trail, self.page))

    def action_route(self) -> None:
        """Show the way on the map, as far as it is told and was read."""
        self.action_trail(panels.ROUTE)

    def action_care(self) -> None:
        """Show where to find help."""
        self.app.open_beside(CARE)

    def action_undo(self) -> None:
        """As it was one move before."""
        self.history = undo(self.library, self.history)

    def action_redo(self) -> None:
        """The move again that was taken back last."""
        self.history = redo(self.library, self.history)

    def action_trail(self, what: str) -> None:
        """Show what lies behind."""
        self.app.push_screen(panels.trail_panel(self.library, self.reader, what, self.history, self.go_back))

    def action_debrief(self) -> None:
        """Show the trail beside the record."""
        self.action_trail(panels.DEBRIEF)

    def action_paper(self) -> None:
        """Show the papers by one of which the record can be read once more."""
        from wayout.faces.terminal.screens.dialogs import PaperScreen

        self.app.push_screen(PaperScreen(self.library, self.play.state))

    def action_name(self) -> None:
        """Give the trail a name."""
        from wayout.faces.terminal.screens.dialogs import RenameDialog

        self.app.push_screen(RenameDialog(self.keeping, self.app.tell))

    def go_back(self, number: int) -> None:
        """To before a decision."""
        self.history = jump(self.library, self.history, number)

    def action_leave(self) -> None:
        """Take away what was set beside the page; else for the library."""
        if self.shows_versions:
            self.action_versions()
        elif self.opened:
            self.opened = ()
        else:
            self.action_library()

    def action_library(self) -> None:
        """Leave for the library."""
        self.app.to_library()

    def offers(self, move: Move) -> bool:
        """Whether the page offers a move."""
        return move in moves(self.library, self.play.state)

    def make(self, move: Move | Revisit) -> None:
        """Make a move that the page offers, or go back to a decision."""
        before, self.history = self.play, choose(self.library, self.history, move)
        if self.app.settings.maps and self.shows_maps:
            self._follow(before)
        if isinstance(move, Take):
            self.app.tell(reader_strings.TAKEN)
            self.show_news()

    def _follow(self, before: Playthrough) -> None:
        """To another place, once each: its map comes before the page."""
        from wayout.views.route import change_of_place

        place, change = (self.page.story, self.page.scene), change_of_place(self.library, before, self.play)
        if change is not None and place not in self._places_shown:
            from wayout.faces.terminal.screens.maps import show_change_of_place

            self._places_shown.add(place)
            show_change_of_place(self, change)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Undo is there once something was done, redo once it was undone; others where the page calls for them."""
        if action == "glossary":
            return self.names_a_term
        if action == "care":
            return self.page.care
        if action == "versions":
            return self.differs
        if action == REST:
            return self.page.close is not None and page_layout.has_rest(self.page.close)
        if action in page_layout.FOLDS:
            return self.page.reveal is not None and any(fold.id == action for fold in self.page.reveal.folds)
        if action == "situation":
            return bool(self.page.situation)
        if action == "debrief":
            return self.page.close is not None
        if action == "paper":
            return self.page.close is not None and can_be_read_by_paper(self.library, self.play.state)
        if action == "redo":
            return bool(self.history.undone)
        return action != "undo" or self.history.can_undo

    @property
    def play(self) -> Playthrough:
        """Where the reader is, and by which trail."""
        return self.history.play

    def watch_history(self) -> None:
        """A new page; before it is shown, what led to it is kept."""
        self.keeping.keep(self.library, self.history, is_gentle=self.reader.gentle)
        self.app.forget_news()
        self.show_news()
        self.page = self.page_now()
        self.names_a_term = page_layout.names_a_term(self.library, self.page)
        self.differs = has_versions(self.library, self.page.told)
        self.set_reactive(ReadingScreen.shows_versions, False)
        self.set_reactive(ReadingScreen.opened, ())
        self.paint()
        self.column.begin()
        self._show_keys()

    def _show_keys(self) -> None:
        """The keys of the page, where they are others than those of the page before it."""
        self.keys.unnamed = panels.unnamed_keys(self.library, self.play.state)
        can = (*(self.check_action(action, ()) for action in AT_TIMES), not self.keys.unnamed)
        if can == self._can:
            return
        self._can = can
        if can in self._keys_of:
            self.keys.keys = self._keys_of[can]
        else:
            self.keys.follow(self)
            self._keys_of[can] = self.keys.keys

    def read_again(self) -> None:
        """The present page in another wording, or with other keys."""
        self._keys_of.clear()
        self.share()
        self.reader = self.app.reader
        self.page = self.page_now()
        self.choices.reword(*self._set())

    def watch_shows_versions(self, shows_versions: bool) -> None:
        """The same page, with them in sight; or without them, where it was before."""
        if shows_versions:
            self.read_to = self.column.scroll_offset.y
        self.choices.reword(*self._set())
        self.call_after_refresh(self._show_versions if shows_versions else self._show_page_again)

    def watch_opened(self, before: tuple[FoldName, ...], opened: tuple[FoldName, ...]) -> None:
        """The same page, with what was opened in sight; or without it, where it was before."""
        if not before:
            self.read_to = self.column.scroll_offset.y
        self.choices.reword(*self._set())
        self.call_after_refresh(self._show_opened if len(opened) > len(before) else self._show_page_again)

    def _show_opened(self) -> None:
        self.choices.reveal(self.opened_parts)

    def _show_versions(self) -> None:
        self.choices.reveal(self.version_parts)

    def _show_page_again(self) -> None:
        self.column.return_to(self.read_to)

    def on_resize(self) -> None:
        """Columns, and his situation, are set for a width."""
        self.share()
        self.call_after_refresh(lambda: self.choices.reword(*self._set()))

    def share(self) -> None:
        """Share the window with the rail too, once there is one."""
        super().share()
        if self.HAS_RAIL and self.is_attached:
            self.rail.styles.width = width = self.shared.rail
            self.has_rail = self.rail.display = bool(width)

    def page_now(self) -> Page:
        """The page at which the play stands."""
        state = self.play.state
        reader = replace(self.reader, touched=self.touched, read=self.keeping.records_read(self.library, state))
        return page(self.library, state, reader, self.play.trail)

    def paint(self) -> None:
        """Put every part of the page in its place."""
        self.choices.show(*self._set())

    def _set(self) -> tuple[tuple[TextBlock, ...], tuple[Option, ...]]:
        """The page, set; with what stands above and below it in its place."""
        shown, keys = self.page, self.app.text_keys
        heading = self.heading
        heading.left, heading.right = shown.title, shown.where
        beside = self._versions(shown)
        differs = self.differs and not self.has_rail
        numbers = self._numbers(shown) if self.app.size.width >= MIN_WIDTH_ROWS else None
        parts = page_layout.page_parts(shown, keys, beside, self.opened, differs=differs, numbers=numbers)
        self.version_parts = page_layout.range_of(beside, parts)
        self.opened_parts = page_layout.range_of(page_layout.last_opened(shown, self.opened, keys), parts)
        self.choices.shows_all_first = shown.kind == "ending"
        self._show_situation()
        offered = page_layout.options(shown, TO_LIBRARY, keys, self.opened)
        return page_layout.underlined(parts, self.library, keys), offered

    def _show_situation(self) -> None:
        """His situation, below the page or beside it, with what else stands there."""
        situation, shown = self.situation, self.page
        keys, differs = self.app.text_keys, self.differs and not self.shows_versions
        if self.has_rail:
            situation.parts = ()
            beside = rails.page_sections(self.library, self.play, self.reader, shown, keys, differs=differs)
            self.rail.is_read = bool(self.opened_beside)
            self.rail.sections = self.opened_beside or beside
        else:
            is_long = len(shown.situation) > rails.SITUATION_ROWS
            lately = lately_changed(self.library, self.play.trail, shown) if is_long else shown.situation
            situation.parts = rails.situation_parts(shown, lately, situation.content_size.width, keys.situation)

    def _versions(self, shown: Page) -> tuple[TextBlock, ...]:
        """The documents side by side, where they differ, that was asked for, and they do not stand beside the page."""
        self.opened_beside = ()
        if not self.shows_versions:
            return ()
        rows = versions_document(self.library, shown.told, self.reader).rows
        if self.app.size.width >= MIN_WIDTH_BESIDE and self.has_rail:
            parts = version_parts(rows, self.rail.content_size.width)
            self.opened_beside = rails.versions_beside(parts, self.app.text_keys.versions)
            return ()
        return version_parts(rows, self.choices.content_size.width)

    def _numbers(self, shown: Page) -> dict[str, int]:
        """Of those whose records the page leads on to, by name, the number that does."""
        found, by = enumerate((one.move for one in shown.open_moves if not one.stands_back), 1), self.library.stories
        return {story_name(self.library, by[move.record]): n for n, move in found if isinstance(move, Enter)}
