"""Which keys lead back along the trail, and what do they open?"""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import Screen

from game import words
from game.model.library import Library
from game.play.history import History
from game.play.reader import Reader
from game.words import route
from game.words import shelf as said

if TYPE_CHECKING:
    from collections.abc import Callable

FORKS, LOG, DEBRIEF, ROUTE = "forks", "log", "debrief", "route"
PREFIX = "trail."


def _binding(key: str, what: str, label: str, tooltip: str) -> Binding:
    """Always there, told by the help and the palette."""
    return Binding(key, f"trail('{what}')", label, show=False, id=f"{PREFIX}{what}", tooltip=tooltip)


FIRST = (
    Binding("u", "undo", words.KEY_UNDO, id="trail.undo", tooltip=words.TIP_UNDO),
    Binding("b", "debrief", words.KEY_DEBRIEF, id="trail.ending", tooltip=words.TIP_DEBRIEF),
)
"""Those that a line of keys has room for before others."""
BINDINGS = (
    Binding("r", "redo", words.KEY_REDO, id="trail.redo", tooltip=words.TIP_REDO),
    _binding("b", DEBRIEF, words.KEY_DEBRIEF, words.TIP_DEBRIEF),
    _binding("f", FORKS, words.KEY_FORKS, words.TIP_FORKS),
    _binding("l", LOG, words.KEY_LOG, words.TIP_LOG),
    _binding("p", ROUTE, route.KEY, route.TIP),
    Binding("n", "name", said.KEY_NAME, show=False, id="trail.name", tooltip=said.TIP_NAME),
)
"""The debrief twice: where a path ends it stands in the line of keys."""


def panel(library: Library, reader: Reader, what: str, history: History, go: "Callable[[int], None]") -> Screen[Any]:
    """The panel that shows it; `go` leads back to the fork with a number."""
    if what == FORKS:
        from game.faces.terminal.screens.forks import ForksScreen
        from game.play.history import forks

        return ForksScreen(forks(library, history, reader), go)
    if what == LOG:
        from game.faces.terminal.screens.log import LogScreen
        from game.play.backlog import backlog

        return LogScreen(backlog(library, history.play.trail, reader))
    if what == ROUTE:
        from game.faces.terminal.screens.route import RouteScreen

        return RouteScreen(library, reader, history.play)
    from game.faces.terminal.screens.debrief import DebriefScreen

    return DebriefScreen(library, reader, history.play.trail)
