"""Which screen opens beside a page, or shows what lies behind the reader?

A registry of panel screens: which screen is opened for each reference page, and for forks, log, debrief and route.
"""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from wayout.model.library import ABOUT, CARE, COMPARE, FOREWORD, GLOSSARY, NOTEBOOK, Library
from wayout.play.history import History
from wayout.play.state import Reader, State

if TYPE_CHECKING:
    from collections.abc import Callable

    from wayout.play.state import Trail
    from wayout.store.shelf import Shelf
    from wayout.views.page import Page

SETTINGS = "settings"


def is_there(library: Library, what: object) -> bool:
    """Whether a library has something to show there."""
    if what in (FOREWORD, CARE, ABOUT):
        return library.page_name(str(what)) in library.asides
    return bool(library.terms) if what == GLOSSARY else True


def reference_panel(
    library: Library, reader: Reader, what: str, page: "Page | None" = None, shelf: "Shelf | None" = None
) -> Screen[Any]:
    """The screen that shows it: a screen of its own, or a document; `page` is the one that the reader is at.

    The notebook, and what a reader hung on the line of time, are made of what lies on a shelf.
    """
    if what == COMPARE:
        from wayout.faces.terminal.screens.compare import CompareScreen

        return CompareScreen(library, reader)
    if what == SETTINGS:
        from wayout.faces.terminal.screens.settings import SettingsScreen

        return SettingsScreen()
    from wayout.faces.terminal.screens.document import DocumentScreen, NotebookScreen
    from wayout.store.autosave import trails_for
    from wayout.views.notebook import NOTHING_READ
    from wayout.views.reference_pages import document

    read = trails_for(what, shelf) if shelf is not None else NOTHING_READ
    shown = document(library, what, reader, (page,) if page is not None else (), read=read)
    if what == NOTEBOOK:
        return NotebookScreen(library, reader, shown)
    return DocumentScreen(library, reader, shown, page.title if page else "")


def situation_panel(library: Library, reader: Reader, trail: "Trail", page: "Page") -> Screen[Any]:
    """The screen that shows the whole situation of a page."""
    from wayout.faces.terminal.screens.document import DocumentScreen
    from wayout.views.way import situation_document

    return DocumentScreen(library, reader, situation_document(library, trail, page), page.title)


FORKS, LOG, DEBRIEF, ROUTE = "forks", "log", "debrief", "route"


def trail_panel(
    library: Library, reader: Reader, what: str, history: History, go: "Callable[[int], None]"
) -> Screen[Any]:
    """The screen that shows it; `go` leads back to the fork with a number."""
    if what == FORKS:
        from wayout.faces.terminal.screens.log import ForksScreen
        from wayout.play.history import forks

        return ForksScreen(forks(library, history, reader), go)
    if what == LOG:
        from wayout.faces.terminal.screens.log import LogScreen
        from wayout.views.log import reading_log

        return LogScreen(reading_log(library, history.play.trail, reader))
    if what == ROUTE:
        from wayout.faces.terminal.screens.maps import RouteScreen

        return RouteScreen(library, reader, history.play)
    from wayout.faces.terminal.screens.document import DebriefScreen

    return DebriefScreen(library, reader, history.play.trail)


def unnamed_keys(library: Library, state: State) -> frozenset[str]:
    """The actions without a key in the footer: the way, as long as no place that was read stands on the map."""
    story, places = library.stories[state.story], library.places
    at = (story.scenes[name].at for name in (state.scene, *state.seen) if name in story.scenes)
    is_placed = any(place in places and places[place].position is not None for place in at if place)
    return frozenset() if story.person is not None and is_placed else frozenset(("route",))
