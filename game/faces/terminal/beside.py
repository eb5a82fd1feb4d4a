"""What opens beside any page, by which keys?"""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import Screen

from game import words
from game.model.beside import ABOUT, ASIDES, CARE, GLOSSARY, WAR
from game.model.library import Library
from game.play.reader import Reader
from game.words import settings as said

if TYPE_CHECKING:
    from game.play.page import Page

DIFFER, ALONE, COMPARE, TIMELINE, SETTINGS = "differ", "alone", "compare", "timeline", "settings"
PREFIX = "beside."


def _binding(key: str, what: str, label: str, tooltip: str) -> Binding:
    """Always there, told by the help and the palette; a screen that tells it in its line of keys binds it too."""
    return Binding(key, f"beside('{what}')", label, show=False, id=f"{PREFIX}{what}", tooltip=tooltip)


BINDINGS = (
    _binding("g", GLOSSARY, words.KEY_GLOSSARY, words.TIP_GLOSSARY),
    _binding("d", DIFFER, words.KEY_DIFFER, words.TIP_DIFFER),
    _binding("o", ALONE, words.KEY_ALONE, words.TIP_ALONE),
    _binding("x", COMPARE, words.KEY_COMPARE, words.TIP_COMPARE),
    _binding("t", TIMELINE, words.KEY_TIMELINE, words.TIP_TIMELINE),
    _binding("w", WAR, words.KEY_WAR, words.TIP_WAR),
    _binding("c", CARE, words.KEY_CARE, words.TIP_CARE),
    _binding("a", ABOUT, words.KEY_ABOUT, words.TIP_ABOUT),
    _binding("comma", SETTINGS, said.KEY_SETTINGS, said.TIP_SETTINGS),
)


def is_there(library: Library, what: object) -> bool:
    """Whether a library has something to show there."""
    return what in library.asides if what in ASIDES else bool(library.terms) if what == GLOSSARY else True


def panel(library: Library, reader: Reader, what: str, page: "Page | None" = None) -> Screen[Any]:
    """The panel that shows it; `page` is the one that the reader is at."""
    if what in ASIDES:
        from game.faces.terminal.screens.aside import AsideScreen

        return AsideScreen(library, reader, what)
    if what == GLOSSARY:
        from game.faces.terminal.screens.glossary import GlossaryScreen

        return GlossaryScreen(library, reader, page)
    if what == DIFFER:
        from game.faces.terminal.screens.differ import DifferScreen

        return DifferScreen(library, reader)
    if what == COMPARE:
        from game.faces.terminal.screens.compare import CompareScreen

        return CompareScreen(library, reader)
    if what == TIMELINE:
        from game.faces.terminal.screens.timeline import TimelineScreen

        return TimelineScreen(library, reader)
    if what == SETTINGS:
        from game.faces.terminal.screens.settings import SettingsScreen

        return SettingsScreen()
    from game.faces.terminal.screens.alone import AloneScreen

    return AloneScreen(library, reader)
