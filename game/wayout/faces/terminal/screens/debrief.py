"""How does the reader's trail stand beside the record?

A panel screen with export actions.
"""

from pathlib import Path
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType

from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.screens.document import DocumentScreen
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.play.state import Trail
from wayout.views.debrief import debrief, debrief_document


class DebriefScreen(DocumentScreen):
    """The debrief, section by section; by one key the sources in full, by others it, or the trail, is saved."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("debrief")

    said = getters.query_one("#said", Prose)

    def __init__(self, library: Library, reader: Reader, trail: Trail) -> None:
        self.found = debrief(library, trail, reader)
        self.trail = trail
        super().__init__(library, reader, debrief_document(self.found))

    def inside(self) -> ComposeResult:
        """Where it was written to, once it was; then the sections."""
        yield Prose(id="said", classes="group")
        yield from super().inside()

    def action_sources(self) -> None:
        """Show what the path rests on, in full."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(self.found.sources, self.found.title))

    def action_export(self, ending: str) -> None:
        """Write it to a file, and say where."""
        from wayout.faces.print.export_file import export, file_for

        self._say(export(self.found, file_for(self.trail.story, ending)))

    def action_save(self) -> None:
        """Write the trail to a file, and say where."""
        from wayout.faces.print.export_file import save

        self._say(save(self.library, self.trail, self.reader)[0])

    def _say(self, text: str) -> None:
        try:
            folder = strings.EXPORT_FOLDER.format(path=Path.cwd())
        except OSError:
            folder = ""  # the folder that the program was started in is gone, as the text tells
        self.said.parts = (TextBlock((("word", text),), indent=0), TextBlock((("muted", folder),), gap=0, indent=0))
        self.column.scroll_home(animate=False)
