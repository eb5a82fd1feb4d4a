"""How does a page longer than the screen move, and how is the reader told that there is more?

The scrolling column: paging, keeping the position when the text is set anew, the "more" sign; the air above a text.
"""

from collections.abc import Iterator
from itertools import takewhile

from msgspec import Struct
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widget import Widget

from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.text_lines import AutoHeight, Background


class ScrollPosition(Struct, frozen=True):
    """A line of the text, wherever it stands on the screen: of which widget, which paragraph, how far down in it."""

    flow: int
    paragraph: int
    share: float


END = ScrollPosition(-1, 0, 0)
MIN_AIRY_ROOM = 22
"""Rows from which on a text does not begin at the very top of its room."""
HANG, SHARE_ABOVE = 0.236, 0.382
"""Of its room, where its first line hangs; of the rows that it leaves, how many stand above it at most. The golden
section: a part is to the other as that is to the whole."""


def air_above(room: int, rows: int) -> int:
    """Rows above a text of so many rows in a room: fewer than below it.

    The first line stands in the same row on most pages; only a text that is too long for that begins higher up.
    """
    return max(0, min(int(room * HANG), int((room - rows) * SHARE_ABOVE)))


def column_of(widget: Widget) -> "PageScroll | None":
    """The column that a widget stands in, if it stands in one."""
    return next((node for node in widget.ancestors if isinstance(node, PageScroll)), None)


class PageScroll(Background, VerticalScroll, can_focus=False):
    """The one column of text, in the middle of the screen, with air on both sides."""

    DEFAULT_CSS = sheet(__file__)

    class MoreBelow(Message):
        """There is now something below the screen, or no longer."""

        def __init__(self, *, is_there: bool) -> None:
            super().__init__()
            self.is_there = is_there

    def on_mount(self) -> None:
        """Watch everything that moves the lower edge of the text."""
        self.was_more = False
        self.place: ScrollPosition | None = None
        self.placed_at = 0
        self.shape = (0, 0)
        self.is_set_anew = False
        for name in ("scroll_y", "virtual_size"):
            self.watch(self, name, self._moved, init=False)

    def on_resize(self) -> None:
        """The lower edge of the column is another one, also where the text stays as it is."""
        self._moved()

    def begin(self) -> None:
        """Another text: at its beginning."""
        self.place, self.placed_at = None, 0
        if self.scroll_offset.y:
            self.scroll_home(animate=False)

    def return_to(self, row: int) -> None:
        """Where the reader was before, whatever else is laid out anew."""
        self.place, self.placed_at = self._place_of(row), row
        self.scroll_to(y=row, animate=False, immediate=True)

    @property
    def is_at_end(self) -> bool:
        """Whether there is nothing more below."""
        return self.scroll_offset.y >= self.max_scroll_y

    def shows(self, top: int, height: int, *, towards: int) -> bool:
        """Whether rows of the screen are in sight, or as far in sight as scrolling in a direction can bring them."""
        at_end = self.is_at_end if towards > 0 else self.scroll_offset.y <= 0
        view = self.scrollable_content_region
        return at_end or (view.y <= top and top + height <= view.bottom)

    def reveal(self, top: int, height: int, *, at_once: bool = False) -> None:
        """Scroll just as far as brings rows of the screen into sight; at once, to be painted with what else is new."""
        view = self.scrollable_content_region
        if top < view.y:
            self.scroll_relative(y=top - view.y, animate=False, immediate=at_once)
        elif top + height > view.bottom:
            self.scroll_relative(y=top + height - view.bottom, animate=False, immediate=at_once)

    def brings(self, top: int, height: int, *, keeps: int) -> bool:
        """Scroll on towards rows that are below the screen, but not past a row that is in sight; whether it moved."""
        view = self.scrollable_content_region
        by = min(top + height - view.bottom, keeps - view.y, self.max_scroll_y - self.scroll_offset.y)
        if by > 0:
            self.scroll_relative(y=by, animate=False)
        return by > 0

    def _moved(self) -> None:
        self.call_after_refresh(self._look_below)
        self.call_after_refresh(self._keep_place)

    def _keep_place(self) -> None:
        """Remember the line that is the first in sight; where the text is set anew to another size, return to it."""
        shape = (next((flow.content_size.width for flow in self._flows), 0), self.size.height)
        if shape != self.shape:
            self.shape = shape
            self.is_set_anew = True
            self.call_after_refresh(self._return)
        elif not self.is_set_anew and self.max_scroll_y and self.scroll_offset.y != self.placed_at:
            self._remember()

    def _return(self) -> None:
        self.is_set_anew = False
        if self.place is None:
            self._remember()
            return
        self.placed_at = min(self._row_of(self.place), self.max_scroll_y)
        self.scroll_to(y=self.placed_at, animate=False, immediate=True)
        for flow in self._flows:
            self.call_after_refresh(flow.keep_in_sight)

    def _remember(self) -> None:
        self.placed_at = self.scroll_offset.y
        self.place = self._place_of(self.placed_at)

    @property
    def _flows(self) -> Iterator[AutoHeight]:
        for child in self.children:
            own = (child,) if isinstance(child, AutoHeight) else child.walk_children(AutoHeight)
            yield from (flow for flow in own if flow.display)

    def _top(self, flow: AutoHeight) -> int:
        """The row of the column at which a text begins, whatever it stands in."""
        within = (node for node in flow.ancestors_with_self if isinstance(node, Widget))
        return sum(node.virtual_region.y for node in takewhile(lambda node: node is not self, within))

    def _place_of(self, row: int) -> ScrollPosition | None:
        """What stands on a row; nothing for the first one, and for the last screenful its end."""
        if row <= 0:
            return None
        if row >= self.max_scroll_y:
            return END
        for number, flow in enumerate(self._flows):
            top = self._top(flow)
            for paragraph, height in enumerate(flow.heights(flow.content_size.width)):
                if row < top + height:
                    return ScrollPosition(number, paragraph, max(0, row - top) / height)
                top += height
        return END

    def _row_of(self, place: ScrollPosition) -> int:
        flows = list(self._flows)
        if place == END or place.flow >= len(flows):
            return self.max_scroll_y
        flow = flows[place.flow]
        heights = list(flow.heights(flow.content_size.width))
        own = heights[place.paragraph] if place.paragraph < len(heights) else 0
        return self._top(flow) + sum(heights[: place.paragraph]) + int(place.share * own)

    def _look_below(self) -> None:
        more = round(self.scroll_y) < self.max_scroll_y
        if more != self.was_more:
            self.was_more = more
            self.post_message(self.MoreBelow(is_there=more))
