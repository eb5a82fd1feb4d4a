"""What can be done on a web page beside choosing, and by which key? The letters of the terminal face.

What opens a page bears its name: the key, the button, the head of the page and the browser's tab say one thing.
"""

from msgspec import Struct

from game import words
from game.model.beside import ABOUT, CARE, GLOSSARY, WAR
from game.model.library import Library
from game.model.text import shown
from game.words import evidence, web


class Tool(Struct, frozen=True):
    """Something that a button of the page does, and a key."""

    id: str
    key: str
    label: str
    tip: str

    @property
    def shown(self) -> str:
        """The key as a reader is shown it."""
        return "Esc" if self.key == "Escape" else self.key


def label(tool: Tool, library: Library) -> str:
    """What its button is called: a page of the makers' own by the title that it has in this library."""
    return shown(library.asides[tool.id].title) if tool.id in library.asides else tool.label


def _named(word: str) -> str:
    """With a capital letter, as the names of pages have it."""
    return word[:1].upper() + word[1:]


TOOLS = (
    Tool("sources", words.SOURCES_KEY, words.SOURCES, words.TIP_SOURCES),
    Tool("versions", evidence.VERSIONS_KEY, _named(evidence.VERSIONS), evidence.TIP_VERSIONS),
    Tool("undo", "u", _named(words.KEY_UNDO), words.TIP_UNDO),
    Tool("redo", "r", _named(words.KEY_REDO), words.TIP_REDO),
    Tool("forks", "f", words.FORKS, words.TIP_FORKS),
    Tool("log", "l", words.LOG, words.TIP_LOG),
    Tool("search", "/", words.LOG_SEARCH, words.TIP_SEARCH),
    Tool("debrief", words.DEBRIEF_KEY, words.DEBRIEF, words.TIP_DEBRIEF),
    Tool("print", "e", _named(web.KEY_PRINT), web.TIP_PRINT),
    Tool(GLOSSARY, words.GLOSSARY_KEY, words.GLOSSARY, words.TIP_GLOSSARY),
    Tool("differ", "d", words.DIFFER, words.TIP_DIFFER),
    Tool("alone", "o", words.ALONE, words.TIP_ALONE),
    Tool("compare", "x", words.COMPARE, words.TIP_COMPARE),
    Tool("timeline", "t", words.TIMELINE, words.TIP_TIMELINE),
    Tool(WAR, "w", _named(words.KEY_WAR), words.TIP_WAR),
    Tool(CARE, words.CARE_KEY, words.CARE_HERE, words.TIP_CARE),
    Tool(ABOUT, "a", _named(words.KEY_ABOUT), words.TIP_ABOUT),
    Tool("settings", ",", web.SETTINGS, web.TIP_SETTINGS),
    Tool("keys", "?", words.HELP_HEAD, words.TIP_HELP),
    Tool("library", "q", _named(words.KEY_LIBRARY), words.TIP_LIBRARY),
    Tool("close", "Escape", _named(words.KEY_CLOSE), words.TIP_CLOSE),
)
