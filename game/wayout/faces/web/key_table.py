"""What can be done on a web page beside choosing, and by which key? The letters of the terminal face.

The tools of a page: those rows of the table of actions that a page written in HTML can offer. What opens a page bears
its name: the key, the button, the head of the page and the browser's tab say one thing.
"""

from msgspec import Struct

from wayout.actions import Action, action
from wayout.model.library import Library
from wayout.model.text import wording

BROWSER_KEYS = {"slash": "/", "comma": ",", "question_mark": "?", "escape": "Escape"}
"""How a browser calls the keys that it calls otherwise."""


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


def _tool(one: Action) -> WebKey:
    key = one.keys.partition(",")[0]
    return WebKey(one.page, BROWSER_KEYS.get(key, key), one.title, one.web_tip or one.tip)


TOOLS = tuple(
    _tool(action(name))
    for name in (
        *("sources", "versions", "undo", "redo", "forks", "log", "search", "debrief", "print"),
        *("glossary", "differ", "alone", "compare", "timeline", "war", "care", "about"),
        *("settings", "help", "library", "close"),
    )
)
"""In the order in which the page of keys tells them."""
