"""How is a widget whose height follows its text laid out once for a page, or not at all?"""

from collections.abc import Iterable

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class AutoHeight(Widget):
    """A widget that never scrolls in itself.

    Textual (8.2, `Widget._size_updated`) asks for a second layout whenever the size of what a widget holds has changed,
    because scrollbars may have to come or go. Here none can, and the page is painted once for a key; a test counts it.
    """

    auto_links = Reactive(False)
    """No link is written in a text: nothing is to be looked for in each row."""
    room = 0
    """Rows that it takes even with less text."""

    def rows(self, width: int) -> int:
        """As many rows as the text needs at a width."""
        raise NotImplementedError

    def heights(self, width: int) -> Iterable[int]:
        """The rows of each paragraph at a width."""
        return (self.rows(width),)

    def keep_in_sight(self) -> None:
        """The page was set anew to another size: bring what must never be out of sight back into it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's signature
        """The rows of the text, or the room that is taken in any case."""
        return max(self.room, self.rows(width)) if width else 0

    def draw_anew(self) -> None:
        """Paint another text; where it takes as many rows as the last one, everything else stays in its place."""
        width, height = self.content_size
        self.refresh(layout=not width or max(self.room, self.rows(width)) != height)

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: ARG002 - Textual's signature
        return super()._size_updated(size, virtual_size, container_size, layout=False)
