"""Who, where and when: how does the line above a page stand?"""

from typing import ClassVar

from textual.content import Content
from textual.css.styles import RulesMap
from textual.reactive import reactive

from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.text_lines import AutoHeight, ink


class Heading(AutoHeight):
    """One thing at the left, another at the right; below one another where the line is too short for both."""

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heading--left", "heading--right"}
    AIR: ClassVar = 3

    left: reactive[str] = reactive("", repaint=False)
    right: reactive[str] = reactive("", repaint=False)

    def __init__(self, left: str = "", right: str = "") -> None:
        super().__init__()
        self.set_reactive(Heading.left, left)
        self.set_reactive(Heading.right, right)

    def watch_left(self) -> None:
        """Another name."""
        self.draw_anew()

    def watch_right(self) -> None:
        """Another place or time."""
        self.draw_anew()

    def rows(self, width: int) -> int:
        """As many rows as the two need at a width."""
        return self._set(width).get_height(RulesMap(), width)

    def render(self) -> Content:
        """Both, drawn."""
        return self._set(self.content_size.width)

    def _set(self, width: int) -> Content:
        left, right = ink(self.left, ".heading--left"), ink(self.right, ".heading--right")
        air = width - left.cell_length - right.cell_length
        if not self.right:
            return left
        return Content("").join([left, Content("\n" if air < self.AIR else " " * air), right])
