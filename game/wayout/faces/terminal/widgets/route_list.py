"""How do the places of a man's way stand below one another, in words?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.reactive import reactive

from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import strings
from wayout.render.route import caption, place_line
from wayout.views.route import Route, RouteStop

POINTER = 2
"""Cells at the left, where the pointer stands."""


class RouteList(AutoHeight):
    """A line for each place, the one pointed at always in sight."""

    DEFAULT_CSS = sheet(__file__)
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
        gutter = ink(" " * (POINTER if self.shown.stops else 0))
        yield TextLine(gutter, gutter, ink(caption(self.shown), ".stops--aside"))

    def _line(self, stop: RouteStop) -> TextLine:
        is_pointed = stop.number == self.pointed
        look = ".stops--pointed" if is_pointed else ".stops--stop"
        number = str(stop.number).rjust(self.numbers)
        pointer = ink((strings.POINTER if is_pointed else "").ljust(POINTER), ".stops--pointer")
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
