"""The yardstick of the full-screen rows: a Textual app of one widget, which swaps its text on a key.

Run as a script; the file that an argument names holds the texts as JSON.
"""

import json
import sys
from pathlib import Path

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

READY = "A bare app is ready."


class BareApp(App[None]):
    """One Static."""

    def __init__(self, texts: list[str]) -> None:
        super().__init__()
        self.texts = texts
        self.number = 0

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static(self.texts[0], markup=False)

    def on_key(self, event: events.Key) -> None:
        """The next text."""
        if event.key == "1":
            self.number = (self.number + 1) % len(self.texts)
            self.query_one(Static).update(self.texts[self.number])


if __name__ == "__main__":
    BareApp(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) if len(sys.argv) > 1 else [READY]).run()
