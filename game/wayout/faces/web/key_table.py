"""What can be done on a web page beside choosing, and by which key? The letters of the terminal face.

What opens a page bears its name: the key, the button, the head of the page and the browser's tab say one thing.
"""

from msgspec import Struct

from wayout.locale import evidence_strings, strings, web_strings
from wayout.model.library import Library
from wayout.model.reference_pages import ABOUT, CARE, GLOSSARY, WAR
from wayout.model.text import wording


class WebKey(Struct, frozen=True):
    """Something that a button of the page does, and a key."""

    id: str
    key: str
    label: str
    tip: str

    @property
    def shown(self) -> str:
        """The key as a reader is shown it."""
        return "Esc" if self.key == "Escape" else self.key


def label(tool: WebKey, library: Library) -> str:
    """What its button is called: a page of the makers' own by the title that it has in this library."""
    return wording(library.asides[tool.id].title) if tool.id in library.asides else tool.label


def _named(word: str) -> str:
    """With a capital letter, as the names of pages have it."""
    return word[:1].upper() + word[1:]


TOOLS = (
    WebKey("sources", strings.SOURCES_KEY, strings.SOURCES, strings.TIP_SOURCES),
    WebKey("versions", evidence_strings.VERSIONS_KEY, _named(evidence_strings.VERSIONS), evidence_strings.TIP_VERSIONS),
    WebKey("undo", "u", _named(strings.KEY_UNDO), strings.TIP_UNDO),
    WebKey("redo", "r", _named(strings.KEY_REDO), strings.TIP_REDO),
    WebKey("forks", "f", strings.FORKS, strings.TIP_FORKS),
    WebKey("log", "l", strings.LOG, strings.TIP_LOG),
    WebKey("search", "/", strings.LOG_SEARCH, strings.TIP_SEARCH),
    WebKey("debrief", strings.DEBRIEF_KEY, strings.DEBRIEF, strings.TIP_DEBRIEF),
    WebKey("print", "e", _named(web_strings.KEY_PRINT), web_strings.TIP_PRINT),
    WebKey(GLOSSARY, strings.GLOSSARY_KEY, strings.GLOSSARY, strings.TIP_GLOSSARY),
    WebKey("differ", "d", strings.DIFFER, strings.TIP_DIFFER),
    WebKey("alone", "o", strings.ALONE, strings.TIP_ALONE),
    WebKey("compare", "x", strings.COMPARE, strings.TIP_COMPARE),
    WebKey("timeline", "t", strings.TIMELINE, strings.TIP_TIMELINE),
    WebKey(WAR, "w", _named(strings.KEY_WAR), strings.TIP_WAR),
    WebKey(CARE, strings.CARE_KEY, strings.CARE_HERE, strings.TIP_CARE),
    WebKey(ABOUT, "a", _named(strings.KEY_ABOUT), strings.TIP_ABOUT),
    WebKey("settings", ",", web_strings.SETTINGS, web_strings.TIP_SETTINGS),
    WebKey("keys", "?", strings.HELP_HEAD, strings.TIP_HELP),
    WebKey("library", "q", _named(strings.KEY_LIBRARY), strings.TIP_LIBRARY),
    WebKey("close", "Escape", _named(strings.KEY_CLOSE), strings.TIP_CLOSE),
)
