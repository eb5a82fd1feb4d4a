"""What if a screen is asked to close that is closed?"""

from typing import Any

from textual.await_complete import AwaitComplete


class DismissOnce:
    """Keys that came in one packet reach a screen after the first of them closed it.

    Textual (8.2) pops whatever screen is on top for each of them: the one below, or the last there is. A mixin, not
    a screen: a screen's styles and component classes come from its first base that is one.
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close this screen, and no other."""
        return super().dismiss(result) if self.is_active else AwaitComplete()  # type: ignore[misc,attr-defined]
