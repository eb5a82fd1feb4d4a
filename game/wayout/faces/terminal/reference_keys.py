"""What opens beside any page?"""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from wayout.model.library import Library
from wayout.model.reference_pages import ASIDES, GLOSSARY
from wayout.play.reader import Reader

if TYPE_CHECKING:
    from wayout.views.page import Page

DIFFER, ALONE, COMPARE, TIMELINE, SETTINGS = "differ", "alone", "compare", "timeline", "settings"


def is_there(library: Library, what: object) -> bool:
    """Whether a library has something to show there."""
    return what in library.asides if what in ASIDES else bool(library.terms) if what == GLOSSARY else True


def panel(library: Library, reader: Reader, what: str, page: "Page | None" = None) -> Screen[Any]:
    """The panel that shows it; `page` is the one that the reader is at."""
    if what in ASIDES:
        from wayout.faces.terminal.screens.reference_page import ReferencePageScreen

        return ReferencePageScreen(library, reader, what)
    if what == GLOSSARY:
        from wayout.faces.terminal.screens.glossary import GlossaryScreen

        return GlossaryScreen(library, reader, page)
    if what == DIFFER:
        from wayout.faces.terminal.screens.differences import DifferencesScreen

        return DifferencesScreen(library, reader)
    if what == COMPARE:
        from wayout.faces.terminal.screens.compare import CompareScreen

        return CompareScreen(library, reader)
    if what == TIMELINE:
        from wayout.faces.terminal.screens.timeline import TimelineScreen

        return TimelineScreen(library, reader)
    if what == SETTINGS:
        from wayout.faces.terminal.screens.settings import SettingsScreen

        return SettingsScreen()
    from wayout.faces.terminal.screens.single_source import SingleSourceScreen

    return SingleSourceScreen(library, reader)
