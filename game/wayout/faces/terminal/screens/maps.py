"""Where is the reader in this story, what did she pass, and which way did the person take?

Panel screens: the story map with the details of a scene, the route map with its list of places, and the map that comes
before a page at another place.
"""

from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.types import CSSPathType

from wayout.faces.terminal import page_layout
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import Kind, Option, TextBlock
from wayout.faces.terminal.screens.base_screen import BaseScreen, Panel
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.maps import RouteList, RouteMap, StoryMapView
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import evidence_strings, strings
from wayout.model.library import CARE, Library
from wayout.play.moves import GO_ON, encode
from wayout.play.state import Playthrough, Reader
from wayout.render.route import draw_reader_map, draw_route, map_legend, place_line, route_legend
from wayout.views.page import Page
from wayout.views.reader_map import read_there, story_map
from wayout.views.route import PlaceChange, read_at, route

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
            (TextBlock((("muted", map_legend(self.shown, draw_reader_map(self.shown, ANY_WIDTH))),), indent=0),),
            id="legend",
        )

    def on_story_map_view_scene_opened(self, event: StoryMapView.SceneOpened) -> None:
        """Show what was read there."""
        pages = read_there(self.library, self.play, event.scene, self.reader)
        self.app.push_screen(SceneDetailScreen(self.library, self.reader, pages))


class SceneDetailScreen(Panel):
    """The pages of one scene, one below the other, and by one key what they rest on."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("look")

    def __init__(self, library: Library, reader: Reader, pages: tuple[Page, ...]) -> None:
        self.library = library
        self.reader = reader
        self.pages = pages
        super().__init__(pages[0].where, pages[0].title)

    def inside(self) -> ComposeResult:
        """What was told, asked, chosen, and what followed."""
        for one in self.pages:
            yield Prose(page_layout.page_parts(one, self.app.text_keys), classes="group")

    def action_sources(self) -> None:
        """Show what they rest on."""
        from wayout.faces.terminal.screens.sources import SourcesScreen

        claims = tuple(dict.fromkeys(claim for one in self.pages for claim in one.claims))
        where = " · ".join(part for part in (self.head, self.where) if part)
        self.app.push_screen(SourcesScreen(self.library, self.reader, claims, where))

    def action_care(self) -> None:
        """Show where to find help."""
        self.app.open_beside(CARE)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Care is pointed to where the scene calls for it."""
        return action != "care" or any(one.care for one in self.pages)


MIN_MAP_WIDTH, MIN_MAP_HEIGHT = 60, 22
"""Columns and lines of the smallest window in which a map is a page of its own."""


class PlaceChangeScreen(Panel):
    """The map with the stretch to the place at which the record goes on, once; one key leads to the page below it.

    It is no step of the play: nothing is kept of it, and nothing there is to be taken back.
    """

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "place_change.tcss"]
    AUTO_FOCUS = "Choices"

    def __init__(self, change: PlaceChange) -> None:
        self.change = change
        super().__init__(change.way.title, change.title)

    def above(self) -> ComposeResult:
        """The picture."""
        picture = RouteMap(self.change.way)
        picture.can_focus = False
        yield picture

    def inside(self) -> ComposeResult:
        """Both places in words, and the way on."""
        yield Prose(tuple(TextBlock(((kind, line),), gap=0) for kind, line in _stretch_lines(self.change)))
        yield Choices((Option(encode(GO_ON), strings.GO_ON, strings.BY_ENTER),))

    def on_choices_choice_made(self) -> None:
        """To the page below."""
        self.dismiss()

    @staticmethod
    def fits(width: int, height: int) -> bool:
        """Whether a window has room for a map."""
        return width >= MIN_MAP_WIDTH and height >= MIN_MAP_HEIGHT


def show_change_of_place(screen: BaseScreen, change: PlaceChange) -> None:
    """The map before the page of a screen; where there is no room for one, a line below that page."""
    if PlaceChangeScreen.fits(*screen.app.size):
        screen.app.push_screen(PlaceChangeScreen(change))
    else:
        screen.app.tell(f"{change.title} · {evidence_strings.WAY_NOT_TOLD}")
        screen.show_news()


def _stretch_lines(change: PlaceChange) -> tuple[tuple[Kind, str], ...]:
    return (
        ("muted", f"{change.start.number} {place_line(change.start)}"),
        ("muted", f"  {evidence_strings.WAY_NOT_TOLD}"),
        ("text", f"{change.end.number} {place_line(change.end)}"),
    )


ANY_SIZE = 80, 20
"""The marks on a picture, and so its legend, do not hang on its size."""


class RouteScreen(Panel):
    """A picture of the places, each of them in words below it; what was read at one of them opens over it."""

    CSS_PATH: ClassVar[CSSPathType | None] = ["panel.tcss", "route.tcss"]
    HEAD: ClassVar[str] = evidence_strings.HEAD

    map = getters.query_one(RouteMap)
    stops = getters.query_one(RouteList)

    def __init__(self, library: Library, reader: Reader, play: Playthrough) -> None:
        self.library = library
        self.reader = reader
        self.play = play
        self.shown = route(library, play)
        super().__init__(self.shown.title)
        self.set_class(self.shown.is_placed, "-placed")
        self.set_class(not self.shown.is_placed, "-unplaced")

    def above(self) -> ComposeResult:
        """The picture."""
        yield RouteMap(self.shown)

    def inside(self) -> ComposeResult:
        """Each place in words."""
        yield RouteList(self.shown)

    def below(self) -> ComposeResult:
        """What the marks mean."""
        yield Prose(
            (TextBlock((("muted", route_legend(self.shown, draw_route(self.shown, *ANY_SIZE))),), indent=0),),
            id="legend",
        )

    def on_route_map_place_pointed(self, event: RouteMap.PlacePointed) -> None:
        """Point at it in the words too."""
        self.stops.pointed = event.number

    def on_route_map_place_opened(self, event: RouteMap.PlaceOpened) -> None:
        """Show what was read there."""
        stop = next(stop for stop in self.shown.stops if stop.number == event.number)
        self.app.push_screen(
            SceneDetailScreen(self.library, self.reader, read_at(self.library, self.play, stop, self.reader))
        )

    def on_route_list_clicked(self, event: RouteList.Clicked) -> None:
        """As if its place on the picture had been clicked."""
        self.map.click(event.number)
