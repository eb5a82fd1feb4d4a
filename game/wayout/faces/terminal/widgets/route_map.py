"""How does a reader move on the picture of a man's way, by key or by mouse?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from wayout.faces.terminal.debounce import DecisionMade, decide
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.text_lines import TextLine, TextLines, ink
from wayout.locale import strings
from wayout.render.geo.labels import GeoPicture, PicturePiece
from wayout.render.route import draw_route
from wayout.views.route import Route


class RouteMap(Widget, can_focus=True):
    """The picture with one place pointed at; what was read there is for the screen to show."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "route--coast", "route--land", "route--way", "route--water", "route--name", "route--mark", "route--here",
        "route--pointed",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings("route")
    ALLOW_SELECT = False

    pointed: reactive[int] = reactive(0, init=False)

    @dataclass
    class PlacePointed(Message):
        """Another stop is pointed at."""

        number: int

    @dataclass
    class PlaceOpened(DecisionMade):
        """The reader wants to see what was read at a stop."""

        number: int

    def __init__(self, shown: Route) -> None:
        super().__init__()
        self.shown = shown
        self.stops = {stop.number: stop for stop in shown.stops}
        self.set_reactive(RouteMap.pointed, shown.here)

    @property
    def picture(self) -> GeoPicture:
        """The picture as large as there is room."""
        return draw_route(self.shown, *self.content_size)

    def render(self) -> TextLines:
        """The picture, in the middle of the room."""
        shown = self.picture
        width, height = self.content_size
        gutter = Content(" " * ((width - shown.width) // 2))
        above = [TextLine(gutter, gutter, Content(""))] * ((height - len(shown.rows)) // 2)
        return TextLines((*above, *(TextLine(gutter, gutter, self._body(row)) for row in shown.rows)))

    def click(self, number: int) -> None:
        """Point at a stop; at what is pointed at already, look."""
        if number == self.pointed:
            self.action_look()
        else:
            self.pointed = number

    def on_click(self, event: events.Click) -> None:
        """Point at the place that was clicked; where he came there more than once, at the first time."""
        place = event.style.meta.get("spot")
        there = [stop.number for stop in self.shown.stops if stop.place == place]
        if isinstance(place, str) and there:
            self.click(self.pointed if self.pointed in there else there[0])

    def action_walk(self, by: int) -> None:
        """To the stop before or after; where there is none, the screen may scroll."""
        if self.pointed + by not in self.stops:
            raise SkipAction
        self.pointed += by

    def action_edge(self, at: int) -> None:
        """To the first stop or the last."""
        if self.stops:
            self.pointed = self.shown.stops[at].number

    def action_look(self) -> None:
        """Ask for what was read there."""
        if self._can_look():
            decide(self, self.PlaceOpened(self.pointed), is_only_way=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Only what was read can be looked at, and where there is nothing one does not walk."""
        return self._can_look() if action == "look" else action != "walk" or bool(self.stops)

    def watch_pointed(self) -> None:
        """Say so, and what can be done there."""
        self.refresh_bindings()
        self.post_message(self.PlacePointed(self.pointed))

    def _can_look(self) -> bool:
        return self.pointed in self.stops and self.stops[self.pointed].can_be_read

    def _body(self, row: Iterable[PicturePiece]) -> Content:
        return Content("").join(self._ink(piece) for piece in row)

    def _ink(self, piece: PicturePiece) -> Content:
        stop = self.stops.get(self.pointed)
        is_pointed = stop is not None and piece.spot == stop.place
        text = strings.POINTER if piece.kind == "pointer" and is_pointed else piece.text
        is_here = piece.kind == "pointer" or piece.text == strings.MAP_MARKS["here"]
        look = "here" if is_here else "pointed" if is_pointed and piece.kind == "name" else piece.kind
        draw_route = ink(text, f".route--{look}")
        if piece.is_land:
            draw_route = draw_route.stylize(Style(background=self.get_visual_style("route--land").background))
        return draw_route.stylize(Style.from_meta({"spot": piece.spot})) if piece.spot else draw_route
