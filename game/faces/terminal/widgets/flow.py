"""How is a widget whose height follows its text laid out once, not twice?"""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class Flow(Widget):
    """A widget that never scrolls in itself.

    Textual (8.2, `Widget._size_updated`) asks for a second layout whenever the size of what a widget holds has changed,
    because scrollbars may have to come or go. Here none can, and the page is painted once for a key; a test counts it.
    """

    auto_links = Reactive(False)
    """No link is written in a text: nothing is to be looked for in each row."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:  # noqa: ARG002 - Textual's signature
        return super()._size_updated(size, virtual_size, container_size, layout=False)
