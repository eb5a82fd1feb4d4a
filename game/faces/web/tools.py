"""What can be done on a web page beside choosing, and by which key? The letters of the terminal face."""

from msgspec import Struct

from game import words
from game.model.beside import ABOUT, CARE, GLOSSARY, WAR
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


TOOLS = (
    Tool("sources", words.SOURCES_KEY, words.KEY_SOURCES, words.TIP_SOURCES),
    Tool("versions", evidence.VERSIONS_KEY, evidence.KEY_VERSIONS, evidence.TIP_VERSIONS),
    Tool("undo", "u", words.KEY_UNDO, words.TIP_UNDO),
    Tool("redo", "r", words.KEY_REDO, words.TIP_REDO),
    Tool("forks", "f", words.KEY_FORKS, words.TIP_FORKS),
    Tool("log", "l", words.KEY_LOG, words.TIP_LOG),
    Tool("search", "/", words.KEY_SEARCH, words.TIP_SEARCH),
    Tool("debrief", words.DEBRIEF_KEY, words.KEY_DEBRIEF, words.TIP_DEBRIEF),
    Tool("print", "e", web.KEY_PRINT, web.TIP_PRINT),
    Tool(GLOSSARY, words.GLOSSARY_KEY, words.KEY_GLOSSARY, words.TIP_GLOSSARY),
    Tool("differ", "d", words.KEY_DIFFER, words.TIP_DIFFER),
    Tool("alone", "o", words.KEY_ALONE, words.TIP_ALONE),
    Tool("compare", "x", words.KEY_COMPARE, words.TIP_COMPARE),
    Tool("timeline", "t", words.KEY_TIMELINE, words.TIP_TIMELINE),
    Tool(WAR, "w", words.KEY_WAR, words.TIP_WAR),
    Tool(CARE, words.CARE_KEY, words.KEY_CARE, words.TIP_CARE),
    Tool(ABOUT, "a", words.KEY_ABOUT, words.TIP_ABOUT),
    Tool("settings", ",", web.KEY_SETTINGS, web.TIP_SETTINGS),
    Tool("keys", "?", words.KEY_HELP, words.TIP_HELP),
    Tool("library", "q", words.KEY_LIBRARY, words.TIP_LIBRARY),
    Tool("close", "Escape", words.KEY_CLOSE, words.TIP_CLOSE),
)
