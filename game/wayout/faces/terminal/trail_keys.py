"""Which keys lead back along the trail, and what do they open?"""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import Screen

from wayout.locale import route_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

FORKS, LOG, DEBRIEF, ROUTE = "forks", "log", "debrief", "route"
PREFIX = "trail."


def _binding(key: str, what: str, label: str, tooltip: str) -> Binding:
    """Always there, told by the help and the palette."""
    return Binding(key, f"trail('{what}')", label, show=False, id=f"{PREFIX}{what}", tooltip=tooltip)


FIRST = (
    Binding("u", "undo", strings.KEY_UNDO, id="trail.undo", tooltip=strings.TIP_UNDO),
    Binding("b", "debrief", strings.KEY_DEBRIEF, id="trail.ending", tooltip=strings.TIP_DEBRIEF),
)
"""Those that a line of keys has room for before others."""
BINDINGS = (
    Binding("r", "redo", strings.KEY_REDO, id="trail.redo", tooltip=strings.TIP_REDO),
    _binding("b", DEBRIEF, strings.KEY_DEBRIEF, strings.TIP_DEBRIEF),
    _binding("f", FORKS, strings.KEY_FORKS, strings.TIP_FORKS),
    _binding("l", LOG, strings.KEY_LOG, strings.TIP_LOG),
    _binding("p", ROUTE, route_strings.KEY, route_strings.TIP),
    Binding("n", "name", shelf_strings.KEY_NAME, show=False, id="trail.name", tooltip=shelf_strings.TIP_NAME),
)
"""The debrief twice: where a path ends it stands in the line of keys."""


def panel(library: Library, reader: Reader, what: str, history: History, go: "Callable[[int], None]") -> Screen[Any]:
    """The panel that shows it; `go` leads back to the fork with a number."""
    if what == FORKS:
        from wayout.faces.terminal.screens.forks import ForksScreen
        from wayout.play.history import forks

        return ForksScreen(forks(library, history, reader), go)
    if what == LOG:
        from wayout.faces.terminal.screens.log import LogScreen
        from wayout.views.log import reading_log

        return LogScreen(reading_log(library, history.play.trail, reader))
    if what == ROUTE:
        from wayout.faces.terminal.screens.route import RouteScreen

        return RouteScreen(library, reader, history.play)
    from wayout.faces.terminal.screens.debrief import DebriefScreen

    return DebriefScreen(library, reader, history.play.trail)
