"""What opens beside any page, by which keys?"""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import Screen

from wayout.locale import settings_strings, strings
from wayout.model.library import Library
from wayout.model.reference_pages import ABOUT, ALONE, ASIDES, CARE, COMPARE, DIFFER, GLOSSARY, TIMELINE, WAR
from wayout.play.reader import Reader

if TYPE_CHECKING:
    from wayout.views.page import Page

SETTINGS = "settings"
PREFIX = "beside."


def _binding(key: str, what: str, label: str, tooltip: str) -> Binding:
    """Always there, told by the help and the palette; a screen that tells it in its line of keys binds it too."""
    return Binding(key, f"beside('{what}')", label, show=False, id=f"{PREFIX}{what}", tooltip=tooltip)


BINDINGS = (
    _binding("g", GLOSSARY, strings.KEY_GLOSSARY, strings.TIP_GLOSSARY),
    _binding("d", DIFFER, strings.KEY_DIFFER, strings.TIP_DIFFER),
    _binding("o", ALONE, strings.KEY_ALONE, strings.TIP_ALONE),
    _binding("x", COMPARE, strings.KEY_COMPARE, strings.TIP_COMPARE),
    _binding("t", TIMELINE, strings.KEY_TIMELINE, strings.TIP_TIMELINE),
    _binding("w", WAR, strings.KEY_WAR, strings.TIP_WAR),
    _binding("c", CARE, strings.KEY_CARE, strings.TIP_CARE),
    _binding("a", ABOUT, strings.KEY_ABOUT, strings.TIP_ABOUT),
    _binding("comma", SETTINGS, settings_strings.KEY_SETTINGS, settings_strings.TIP_SETTINGS),
)


def is_there(library: Library, what: object) -> bool:
    """Whether a library has something to show there."""
    return what in library.asides if what in ASIDES else bool(library.terms) if what == GLOSSARY else True


def panel(library: Library, reader: Reader, what: str, page: "Page | None" = None) -> Screen[Any]:
    """The panel that shows it: a screen of its own, or a document; `page` is the one that the reader is at."""
    if what == COMPARE:
        from wayout.faces.terminal.screens.compare import CompareScreen

        return CompareScreen(library, reader)
    if what == SETTINGS:
        from wayout.faces.terminal.screens.settings import SettingsScreen

        return SettingsScreen()
    from wayout.faces.terminal.screens.document import DocumentScreen
    from wayout.views.documents import document

    pages = (page,) if page is not None else ()
    return DocumentScreen(library, reader, document(library, what, reader, pages), page.title if page else "")
