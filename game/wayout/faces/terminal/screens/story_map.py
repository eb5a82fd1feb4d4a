"""Where is the reader in this story, and what did she pass?

A screen with a graph to move about in.
"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.types import CSSPathType

from wayout.faces.terminal.blocks import TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.widgets.prose import Prose
from wayout.faces.terminal.widgets.story_map import StoryMapView
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.play.state import Playthrough
from wayout.render.reader_map import draw_reader_map, legend
from wayout.views.reader_map import read_there, story_map

ANY_WIDTH = 80
"""The tags of a map, and so its legend, do not hang on how wide it is drawn."""


class StoryMapScreen(Panel):
    """The map of the story that the reader is in; what was read at one of its scenes opens over it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "story_map.tcss"]
    HEAD: ClassVar[str] = strings.MAP

    def __init__(self, library: Library, reader: Reader, play: Playthrough) -> None:
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
        yield Prose(
            (TextBlock((("muted", legend(self.shown, draw_reader_map(self.shown, ANY_WIDTH))),), indent=0),),
            id="legend",
        )

    def on_story_map_view_scene_opened(self, event: StoryMapView.SceneOpened) -> None:
        """Show what was read there."""
        from wayout.faces.terminal.screens.scene_detail import SceneDetailScreen

        pages = read_there(self.library, self.play, event.scene, self.reader)
        self.app.push_screen(SceneDetailScreen(self.library, self.reader, pages))
