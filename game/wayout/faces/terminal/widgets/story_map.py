"""How does a reader move on the map of a story, by key or by mouse?"""

from dataclasses import dataclass
from typing import ClassVar, get_args

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive

from wayout.faces.terminal.debounce import DecisionMade, decide
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import strings
from wayout.render.graph.draw import Arrow, moved
from wayout.render.graph.layers import Chart, ChartRow
from wayout.render.reader_map import draw_reader_map
from wayout.views.reader_map import StoryMap

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
        return next((node for node in self.ancestors if isinstance(node, PageScroll)), None)

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
