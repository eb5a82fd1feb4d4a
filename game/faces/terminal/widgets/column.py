"""How does a page longer than the screen move, and how is the reader told that there is more?"""

from dataclasses import dataclass

from textual.containers import VerticalScroll
from textual.message import Message

from game.faces.terminal.looks import sheet


class Column(VerticalScroll, can_focus=False):
    """The one column of text, in the middle of the screen, with air on both sides."""

    DEFAULT_CSS = sheet(__file__)

    @dataclass
    class MoreBelow(Message):
        """There is now something below the screen, or no longer."""

        is_there: bool

    def on_mount(self) -> None:
        """Watch everything that moves the lower edge of the text."""
        self.was_more = False
        for name in ("scroll_y", "virtual_size", "size"):
            self.watch(self, name, self._moved, init=False)

    def shows(self, top: int, height: int, *, towards: int) -> bool:
        """Whether rows of the screen are in sight, or as far in sight as scrolling in a direction can bring them."""
        at_end = self.scroll_offset.y >= self.max_scroll_y if towards > 0 else self.scroll_offset.y <= 0
        view = self.scrollable_content_region
        return at_end or (view.y <= top and top + height <= view.bottom)

    def reveal(self, top: int, height: int) -> None:
        """Scroll just as far as brings rows of the screen into sight."""
        view = self.scrollable_content_region
        if top < view.y:
            self.scroll_relative(y=top - view.y, animate=False)
        elif top + height > view.bottom:
            self.scroll_relative(y=top + height - view.bottom, animate=False)

    def _moved(self) -> None:
        self.call_after_refresh(self._look_below)

    def _look_below(self) -> None:
        more = round(self.scroll_y) < self.max_scroll_y
        if more != self.was_more:
            self.was_more = more
            self.post_message(self.MoreBelow(more))
