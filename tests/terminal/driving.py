"""How is the full-screen face driven in a test, and what does it show as text?"""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from time import monotonic
from unittest.mock import patch

from msgspec.structs import replace
from textual.pilot import Pilot

from tests.terminal.quiet import PATIENCE, asked_the_app
from wayout.faces.terminal.app import WayoutApp
from wayout.faces.terminal.screens.document import DocumentScreen, NotebookScreen
from wayout.faces.terminal.screens.reading import ReadingScreen
from wayout.model.library import Library
from wayout.model.story import Choice, Scene
from wayout.model.text import TwoWordings
from wayout.play.state import Reader
from wayout.store.shelf import Shelf

PICTURES = Path(__file__).parent / "pictures"
LOOK = 0.02
"""Seconds from one look to the next."""
MAX_PRESSES = 2
"""So many times a number is pressed until it has chosen."""
SIZES = ((40, 20), (80, 24), (120, 40), (200, 60))


class Seat:
    """Where a test sits: before a running app, with a keyboard and a mouse."""

    def __init__(self, app: WayoutApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def lines(self) -> list[str]:
        """The screen as text, without trailing blanks."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen as one string."""
        return "\n".join(self.lines)

    @property
    def name(self) -> str:
        """Which screen is before the reader; of those that show documents, which document."""
        screen = self.app.screen
        if type(screen) is NotebookScreen or type(screen) is DocumentScreen:
            return screen.document.id
        return type(screen).__name__

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)

    async def choose(self, number: str) -> None:
        """Press a number until there is another page: what is out of sight is first brought into sight."""
        before = self.page
        for _ in range(MAX_PRESSES):
            await self.press(number)
            await self.pilot.pause()
            if self.page != before:
                return

    async def read_of_war(self) -> None:
        """Read what stands before a first story, statement by statement."""
        while self.name == "ForewordScreen":
            await self.press("end", "enter")
            await self.pilot.pause()

    @property
    def page(self) -> tuple[object, object]:
        """Which screen is before the reader, and of one that shows a story which page."""
        return self.app.screen, getattr(self.app.screen, "page", None)

    async def click(self, words: str) -> None:
        """Click on words that are on the screen."""
        row = next((index for index, line in enumerate(self.lines) if words in line), None)
        assert row is not None, f"{words!r} is not on the screen:\n{self.text}"
        await self.pilot.click(offset=(self.lines[row].index(words) + 1, row))

    async def until(self, words: str) -> None:
        """Wait for words that come later than the answer to a key."""
        await self.until_it(lambda: words in self.text)

    async def until_it(self, holds: Callable[[], bool]) -> None:
        """Wait for anything else that does."""
        end = monotonic() + PATIENCE
        while not holds():
            assert monotonic() < end, f"it does not come:\n{self.text}"
            await self.pilot.pause(LOOK)

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()


def drive(
    library: Library,
    do: Callable[[Seat], Awaitable[None]],
    *,
    size: tuple[int, int] = (80, 24),
    story: str | None = None,
    scene: str | None = None,
    reader: Reader | None = None,
    shelf: Shelf | None = None,
    shows_maps: bool = False,
) -> None:
    """Start the app without a terminal, and let a test do something with it.

    The map comes before a page at another place only in tests of that: all others go from page to page.
    """

    async def run() -> None:
        app = WayoutApp(library, reader or Reader(), story, scene, shelf)
        with asked_the_app(), patch.object(ReadingScreen, "shows_maps", shows_maps):
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                await do(Seat(app, pilot))

    asyncio.run(run())


def assert_picture(name: str, text: str) -> None:
    """The screen looks as it did when a person reviewed it; WAYOUT_PICTURES=write takes the picture anew."""
    path = PICTURES / f"{name}.txt"
    if os.environ.get("WAYOUT_PICTURES") == "write":
        path.write_text(text + "\n", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text + "\n"


def with_scene(library: Library, scene: Scene) -> Library:
    """The invented library with another first scene for Anton."""
    anton = library.stories["anton"]
    scenes = {**anton.scenes, "the-order": scene}
    return replace(library, stories={**library.stories, "anton": replace(anton, scenes=scenes)})


def with_choice(library: Library, name: str, choice: Choice) -> Library:
    scene = library.scene("anton", "the-order")
    return with_scene(library, replace(scene, choices={name: choice, **scene.choices}))


def long_library(library: Library, length: int) -> Library:
    """As many stories as are wanted: those of a library over and over, each by an id and a title of its own."""
    told = sorted(library.stories)
    names = {f"{told[at % len(told)]}-{at:03}": told[at % len(told)] for at in range(length)}
    stories = {name: replace(library.stories[of], title=f"{name} again") for name, of in names.items()}
    return replace(library, stories=stories)


def worded(library: Library) -> Library:
    """Anton's first scene in two wordings."""
    text = TwoWordings(full="What is hard to read.", gentle="What is soft to read.")
    return with_scene(library, replace(library.scene("anton", "the-order"), text=text))
