"""Where was the man whose record is read, as far as it is told?

A screen with a map and a list of places.
"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.types import CSSPathType

from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.faces.terminal.widgets.route_list import RouteList
from wayout.faces.terminal.widgets.route_map import RouteMap
from wayout.locale import route_strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.play.state import Playthrough
from wayout.render.route import draw_route, legend
from wayout.views.route import read_at, route

ANY_SIZE = 80, 20
"""The marks on a picture, and so its legend, do not hang on its size."""


class RouteScreen(Panel):
    """A picture of the places, each of them in words below it; what was read at one of them opens over it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "route.tcss"]
    HEAD: ClassVar[str] = route_strings.HEAD

    map = getters.query_one(RouteMap)
    stops = getters.query_one(RouteList)

    def __init__(self, library: Library, reader: Reader, play: Playthrough) -> None:
        self.library = library
        self.reader = reader
        self.play = play
        self.shown = route(library, play)
        super().__init__(self.shown.title)
        self.set_class(self.shown.is_placed, "-placed")
        self.set_class(not self.shown.is_placed, "-unplaced")

    def above(self) -> ComposeResult:
        """The picture."""
        yield RouteMap(self.shown)

    def inside(self) -> ComposeResult:
        """Each place in words."""
        yield RouteList(self.shown)

    def below(self) -> ComposeResult:
        """What the marks mean."""
        yield Prose(
            (TextBlock((("muted", legend(self.shown, draw_route(self.shown, *ANY_SIZE))),), indent=0),), id="legend"
        )

    def on_route_map_place_pointed(self, event: RouteMap.PlacePointed) -> None:
        """Point at it in the words too."""
        self.stops.pointed = event.number

    def on_route_map_place_opened(self, event: RouteMap.PlaceOpened) -> None:
        """Show what was read there."""
        from wayout.faces.terminal.screens.scene_detail import SceneDetailScreen

        stop = next(stop for stop in self.shown.stops if stop.number == event.number)
        self.app.push_screen(
            SceneDetailScreen(self.library, self.reader, read_at(self.library, self.play, stop, self.reader))
        )

    def on_route_list_clicked(self, event: RouteList.Clicked) -> None:
        """As if its place on the picture had been clicked."""
        self.map.click(event.number)
