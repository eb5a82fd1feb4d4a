"""What opens beside any page?"""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from wayout.model.library import Library
from wayout.model.reference_pages import ASIDES, COMPARE, GLOSSARY
from wayout.play.reader import Reader

if TYPE_CHECKING:
    from wayout.views.page import Page

SETTINGS = "settings"


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
