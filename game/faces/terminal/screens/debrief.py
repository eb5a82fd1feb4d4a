"""How does the reader's trail stand beside the record?"""

from pathlib import Path
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from game import words
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.trail_setting import section_parts
from game.faces.terminal.widgets.prose import Prose
from game.model.library import Library
from game.play.debrief_told import told
from game.play.debriefed import debrief
from game.play.reader import Reader
from game.play.state import Trail
from game.words import trails as trail_words


class DebriefScreen(Panel):
    """The debrief, section by section; by one key the sources in full, by others it, or the trail, is saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "sources", words.KEY_SOURCES, id="debrief.sources", tooltip=words.TIP_SOURCES),
        Binding("e", "export('.md')", words.KEY_EXPORT, id="debrief.export", tooltip=words.TIP_EXPORT),
        Binding("w", "save", trail_words.KEY_SAVE, id="debrief.save", tooltip=trail_words.TIP_SAVE),
        Binding("h", "export('.html')", words.KEY_HTML, id="debrief.html", tooltip=words.TIP_HTML),
    ]
    HEAD: ClassVar[str] = words.DEBRIEF

    said = getters.query_one("#said", Prose)

    def __init__(self, library: Library, reader: Reader, trail: Trail) -> None:
        super().__init__()
        self.library = library
        self.reader = reader
        self.trail = trail
        self.found = debrief(library, trail, reader)

    def inside(self) -> ComposeResult:
        """Where it was written to, once it was; then the sections."""
        yield Prose(id="said", classes="group")
        yield from (Prose(section_parts(section), classes="group") for section in told(self.found))

    def action_sources(self) -> None:
        """Show what the path rests on, in full."""
        from game.faces.terminal.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen(self.found.sources, self.found.title))

    def action_export(self, ending: str) -> None:
        """Write it to a file, and say where."""
        from game.faces.paper_file import export, file_for

        self._say(export(self.found, file_for(self.trail.story, ending)))

    def action_save(self) -> None:
        """Write the trail to a file, and say where."""
        from game.faces.trail_file import save

        self._say(save(self.library, self.trail, self.reader)[0])

    def _say(self, text: str) -> None:
        try:
            folder = words.EXPORT_FOLDER.format(path=Path.cwd())
        except OSError:
            folder = ""  # the folder that the program was started in is gone, as the text tells
        self.said.parts = (Part((("word", text),), indent=0), Part((("muted", folder),), gap=0, indent=0))
        self.column.scroll_home(animate=False)
