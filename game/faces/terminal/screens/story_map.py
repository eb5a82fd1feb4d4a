"""Where is the reader in this story, and what did she pass?"""

from typing import ClassVar

from textual._path import CSSPathType
from textual.app import ComposeResult

from game import words
from game.faces.map_drawn import drawn, legend
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.prose import Prose
from game.faces.terminal.widgets.story_map import StoryMapView
from game.model.library import Library
from game.play.map import read_there, story_map
from game.play.reader import Reader
from game.play.state import Play

ANY_WIDTH = 80
"""The tags of a map, and so its legend, do not hang on how wide it is drawn."""


class StoryMapScreen(Panel):
    """The map of the story that the reader is in; what was read at one of its scenes opens over it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "story_map.tcss"]
    HEAD: ClassVar[str] = words.MAP

    def __init__(self, library: Library, reader: Reader, play: Play) -> None:
        self.library = library
        self.reader = reader
        self.play = play
        self.shown = story_map(library, play, reader)
        super().__init__(self.shown.title)

    def inside(self) -> ComposeResult:
        """The map."""
        yield StoryMapView(self.shown)

    def below(self) -> ComposeResult:
        """What its marks mean."""
        yield Prose((Part((("muted", legend(self.shown, drawn(self.shown, ANY_WIDTH))),), indent=0),), id="legend")

    def on_story_map_view_looked_at(self, event: StoryMapView.LookedAt) -> None:
        """Show what was read there."""
        from game.faces.terminal.screens.look import LookScreen

        pages = read_there(self.library, self.play, event.scene, self.reader)
        self.app.push_screen(LookScreen(self.library, self.reader, pages))
