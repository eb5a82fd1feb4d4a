"""What happened when?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal.compare_layout import timeline_parts
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.panel import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.sources import sources
from wayout.views.timeline import timeline


class TimelineScreen(Panel):
    """The six records, the war and the law in one order of dates; what the last two rest on by one key."""

    HEAD: ClassVar[str] = strings.TIMELINE
    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")

    def __init__(self, library: Library, reader: Reader) -> None:
        super().__init__()
        self.library = library
        self.reader = reader
        self.timeline = timeline(library, reader)

    def inside(self) -> ComposeResult:
        """The entries."""
        yield from (Prose(parts, classes="group") for parts in timeline_parts(self.timeline))

    def action_sources(self) -> None:
        """Show what the entries on the war and the law rest on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(sources(self.library, self.timeline.claims, self.reader), self.head))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Sources are there where the ledger tells something."""
        return action != "sources" or bool(self.timeline.claims)
