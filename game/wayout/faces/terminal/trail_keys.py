"""What opens that looks back along the trail?"""

from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Callable

FORKS, LOG, DEBRIEF, ROUTE = "forks", "log", "debrief", "route"


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
