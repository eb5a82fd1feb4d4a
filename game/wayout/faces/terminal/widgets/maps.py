"""How does a reader move on the map of a story, and on the picture of a person’s way, by key or by mouse?

Graph and map widgets: the story map, the route map and its list of places, moved through by arrows or mouse.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, get_args

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
from wayout.faces.terminal.widgets.page_scroll import PageScroll, column_of
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import strings
from wayout.render.geo.picture import GeoPicture, PicturePiece
from wayout.render.graph.draw import Arrow, moved
from wayout.render.graph.layers import Chart, ChartRow
from wayout.render.route import caption, draw_reader_map, draw_route, place_line
from wayout.views.reader_map import StoryMap
from wayout.views.route import Route, RouteStop

POINTER = 2
"""Cells at the left, where the pointer stands."""
ARROWS: tuple[Arrow, ...] = get_args(Arrow)


class StoryMapView(AutoHeight, can_focus=True):
    """The drawing with one scene pointed at; what is read there is for the screen to show."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "map--rail", "map--here", "map--read", "map--before", "map--unread", "map--pointed", "map--tag",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings("map")
    ALLOW_SELECT = False

    pointed: reactive[str] = reactive("", init=False, repaint=False)

    @dataclass
    class SceneOpened(DecisionMade):
        """The reader wants to see what was read at a scene."""

        scene: str

    def __init__(self, shown: StoryMap) -> None:
        super().__init__()
        self.shown = shown
        self.scenes = {scene.id: scene for scene in shown.scenes}
        self.set_reactive(StoryMapView.pointed, shown.here)

    @property
    def chart(self) -> Chart:
        """The drawing at the width that there is."""
        return self._chart(self.content_size.width)

    def on_mount(self) -> None:
        """Begin where the reader is."""
        self.call_after_refresh(self._reveal)

    def rows(self, width: int) -> int:
        """As many as the drawing has."""
        return len(self._chart(width).rows)

    def render(self) -> TextLines:
        """The drawing, with the pointer beside it."""
        return TextLines(tuple(self._line(row) for row in self.chart.rows))

    def keep_in_sight(self) -> None:
        """The scene pointed at."""
        self._reveal()

    def on_click(self, event: events.Click) -> None:
        """Point at what was clicked; on what is pointed at already, look."""
        rows = self.chart.rows
        scene = rows[event.y].node if 0 <= event.y < len(rows) else None
        if scene == self.pointed:
            self.action_look()
        elif scene is not None:
            self.pointed = scene

    def action_walk(self, arrow: str) -> None:
        """To the next scene in a direction; where there is none, the screen may scroll."""
        to = next((moved(self.chart, self.pointed, one) for one in ARROWS if one == arrow), self.pointed)
        if to == self.pointed:
            raise SkipAction
        self.pointed = to

    def action_edge(self, at: int) -> None:
        """To the first scene or the last."""
        self.pointed = self.chart.order[at]
        self._reveal()

    def action_look(self) -> None:
        """Ask for what was read there; where the scene is out of sight, show it first."""
        if not self._is_in_sight():
            self._reveal()
        elif self.scenes[self.pointed].can_be_read:
            decide(self, self.SceneOpened(self.pointed), is_only_way=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Only what was read can be looked at."""
        return action != "look" or self.scenes[self.pointed].can_be_read

    def watch_pointed(self) -> None:
        """Show the pointer at another scene, and what can be done there."""
        self.draw_anew()
        self.refresh_bindings()
        self._reveal()

    def _chart(self, width: int) -> Chart:
        return draw_reader_map(self.shown, max(1, width - POINTER))

    @property
    def _column(self) -> PageScroll | None:
        return column_of(self)

    def _rows(self) -> tuple[int, int]:
        """The first row of the screen that the scene pointed at is on, and how many it takes."""
        own = [y for y, row in enumerate(self.chart.rows) if row.node == self.pointed]
        return self.content_region.y + own[0], len(own)

    def _is_in_sight(self) -> bool:
        view = self._column.scrollable_content_region if self._column is not None else self.content_region
        return view.y <= self._rows()[0] < view.bottom

    def _reveal(self) -> None:
        """Bring every row of the scene into sight."""
        if self._column is not None and self.content_size:
            self._column.reveal(*self._rows())

    def _line(self, row: ChartRow) -> TextLine:
        is_pointed = row.node == self.pointed
        pointer = strings.POINTER if is_pointed and row.mark_at >= 0 else ""
        status = self.scenes[row.node].status if row.node is not None else "unread"
        rails = [ink(cell, f".map--{status if at == row.mark_at else 'rail'}") for at, cell in enumerate(row.rails)]
        label = ink(row.label, ".map--pointed" if is_pointed else f".map--{status}")
        gutter = ink(pointer.ljust(POINTER), ".map--here")
        return TextLine(gutter, gutter, Content("").join([*rails, label, ink(row.tags, ".map--tag")]))


class RouteMap(Widget, can_focus=True):
    """The picture with one place pointed at; what was read there is for the screen to show."""

    DEFAULT_CSS = sheet(__file__, "route_map")
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


STOP_POINTER = 2
"""Cells at the left, where the pointer stands."""


class RouteList(AutoHeight):
    """A line for each place, the one pointed at always in sight."""

    DEFAULT_CSS = sheet(__file__, "route_list")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"stops--pointer", "stops--stop", "stops--pointed", "stops--aside"}
    ALLOW_SELECT = False

    pointed: reactive[int] = reactive(0, init=False)

    @dataclass
    class Clicked(Message):
        """A place was clicked."""

        number: int

    def __init__(self, shown: Route) -> None:
        super().__init__()
        self.shown = shown
        self.numbers = max((len(str(stop.number)) for stop in shown.stops), default=0)
        self.set_reactive(RouteList.pointed, shown.here)

    def on_resize(self) -> None:
        """Keep the place pointed at in sight, as it is at the beginning."""
        self.call_after_refresh(self._reveal)

    def rows(self, width: int) -> int:
        """As many as all lines take."""
        return sum(self.render().heights(width))

    def render(self) -> TextLines:
        """Every line."""
        return TextLines(tuple(self._lines()))

    def on_click(self, event: events.Click) -> None:
        """Say which place was clicked."""
        at = event.y
        for stop, height in zip(self.shown.stops, self.render().heights(self.content_size.width), strict=False):
            if at < height:
                self.post_message(self.Clicked(stop.number))
                return
            at -= height

    def keep_in_sight(self) -> None:
        """The place pointed at."""
        self._reveal()

    def watch_pointed(self) -> None:
        """Bring it into sight."""
        self._reveal()

    def _lines(self) -> Iterator[TextLine]:
        for stop in self.shown.stops:
            yield self._line(stop)
        gutter = ink(" " * (STOP_POINTER if self.shown.stops else 0))
        yield TextLine(gutter, gutter, ink(caption(self.shown), ".stops--aside"))

    def _line(self, stop: RouteStop) -> TextLine:
        is_pointed = stop.number == self.pointed
        look = ".stops--pointed" if is_pointed else ".stops--stop"
        number = str(stop.number).rjust(self.numbers)
        pointer = ink((strings.POINTER if is_pointed else "").ljust(STOP_POINTER), ".stops--pointer")
        first = pointer + ink(f"{number} ", look)
        return TextLine(first, ink(" " * first.cell_length), ink(place_line(stop), look))

    def _reveal(self) -> None:
        """Every row of the place pointed at."""
        column = next((node for node in self.ancestors if isinstance(node, PageScroll)), None)
        if column is None or not self.content_size:
            return
        heights = list(self.render().heights(self.content_size.width))
        at = next((at for at, stop in enumerate(self.shown.stops) if stop.number == self.pointed), 0)
        column.reveal(self.content_region.y + sum(heights[:at]), heights[at])
