"""How does a story run while its files change?

The Textual application of the live preview: reload when files change, and where the reader is placed then.
"""

import asyncio
import subprocess
from collections.abc import Callable
from typing import ClassVar, Protocol

from textual.app import SuspendNotSupported
from textual.screen import ModalScreen, Screen

from wayout import gc_tuning
from wayout.authoring.reload import Draft, DraftPosition, PlacedFinding, enter
from wayout.faces.terminal.app import WayoutApp
from wayout.faces.terminal.preview.findings_panel import TERMINAL, PreviewSession, command
from wayout.faces.terminal.signals import titled
from wayout.locale import authoring_strings
from wayout.model.library import Library
from wayout.play.state import Reader
from wayout.store.shelf import Shelf, open_shelf

NOTHING = Library(stories={}, acts={}, people={}, places={}, origins={}, documents={}, claims={})


class DraftSource(Protocol):
    """Where a story comes from, and whether it has changed."""

    @property
    def pause(self) -> float:
        """Seconds until the next look."""

    def look(self) -> bool:
        """Whether it is to be read again."""

    def read(self) -> Draft:
        """The story as it is now."""


def show(
    source: DraftSource, draft: Draft, reader: Reader, first: Callable[[Library], DraftPosition], editor: str
) -> int:
    """Show a story until the writer leaves; the exit status. What fails is raised when the screen is as it was."""
    gc_tuning.defer_gc()
    shelf = open_shelf()
    try:
        app = PreviewApp(source, draft, reader, first, editor, shelf)
        with titled():
            app.run()
    finally:
        shelf.close()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


class PreviewApp(WayoutApp, PreviewSession):
    """One page beside its findings; below it nothing. Of the shelf it takes the settings: no play is kept."""

    CSS_PATH: ClassVar = [*WayoutApp.CSS_PATH, TERMINAL / "screens" / "reading.tcss"]
    """The reading screen's sheet too, for the screen that is made from it."""

    def __init__(
        self,
        source: DraftSource,
        draft: Draft,
        reader: Reader,
        first: Callable[[Library], DraftPosition],
        editor: str = "",
        shelf: Shelf | None = None,
    ) -> None:
        super().__init__(draft.library or NOTHING, reader, shelf=shelf)
        self.source = source
        self.draft = draft
        self.first = first
        self.editor = editor

    def get_default_screen(self) -> Screen[None]:
        """Nothing lies below the page."""
        return Screen()

    def on_mount(self) -> None:
        """Open what was asked for, and follow its files."""
        self.open_page()
        self.run_worker(self._follow_files())

    def open_page(self) -> None:
        """The first page; as long as there is none, what is to be mended."""
        from wayout.faces.terminal.preview.findings_panel import ErrorScreen
        from wayout.faces.terminal.preview.screen import PreviewScreen

        if self.draft.library is None:
            self.push_screen(ErrorScreen(self.draft))
        else:
            self.push_screen(PreviewScreen(self.draft, self.draft.library, self.reader, self.first(self.draft.library)))

    async def _follow_files(self) -> None:
        """Read them again whenever they have changed; while nothing changes nothing is drawn."""
        while True:
            await asyncio.sleep(self.source.pause)
            if self.source.look():
                self.renew(await asyncio.to_thread(self.source.read))

    def renew(self, draft: Draft) -> None:
        """Show the story as it is now."""
        from wayout.faces.terminal.preview.findings_panel import ErrorScreen, FindingsScreen
        from wayout.faces.terminal.preview.screen import PreviewScreen

        if draft == self.draft:
            return
        was_broken = any(isinstance(screen, ErrorScreen) for screen in self.screen_stack)
        self.draft, self.library = draft, draft.library or self.library
        if was_broken and draft.library is not None:
            while len(self.screen_stack) > 1:
                self.pop_screen()
            self.open_page()
            self._fit(self.size)
            return
        for screen in self.screen_stack:
            if isinstance(screen, PreviewScreen | ErrorScreen):
                screen.renew(draft)
        for screen in self.screen_stack:
            if isinstance(screen, FindingsScreen):
                screen.renew()

    def go_to(self, noted: PlacedFinding) -> None:
        """The page that a finding is about, as far as there is one."""
        if not noted.scene:
            self.tell(authoring_strings.NO_SCENE_HERE)
        else:
            self.stand_at(noted.story, noted.scene)

    def stand_at(self, story: str, scene: str | None) -> None:
        """A scene as a reader may come to it."""
        from wayout.faces.terminal.preview.screen import PreviewScreen

        page = self.reading
        if not isinstance(page, PreviewScreen):
            self.tell(authoring_strings.NOT_SHOWN_YET)
            return
        start = self.library.stories[story].start if story in self.library.stories else ""
        stand = enter(self.library, story, scene or start)
        if stand is None:
            self.tell(authoring_strings.NO_SCENE.format(scene=scene))
        else:
            self.to_library()
            page.stand(stand)

    def tell(self, sentence: str) -> None:
        """Say something below the page."""
        from wayout.faces.terminal.preview.findings_panel import ErrorScreen
        from wayout.faces.terminal.preview.screen import PreviewScreen

        for screen in self.screen_stack:
            if isinstance(screen, PreviewScreen | ErrorScreen):
                screen.tell(sentence)

    def edit(self, file: str, line: int) -> None:
        """Give the terminal to the editor until it is closed."""
        why = ""
        try:
            with titled(former=True), self.suspend():
                why = _run(self.editor, file, line)
        except SuspendNotSupported:
            self.tell(authoring_strings.NO_SUSPENDING)
        if why:
            self.tell(authoring_strings.NOT_EDITED.format(editor=self.editor, why=why))

    def announce(self, story: str, scene: str | None = None) -> None:
        """A writer knows what a record holds: it is opened at once."""
        self.stand_at(story, scene)

    def to_library(self) -> None:
        """Close what lies on the page: there is no library."""
        while isinstance(self.screen, ModalScreen):
            self.pop_screen()


def _run(editor: str, file: str, line: int) -> str:
    """Run the editor to its end; why it could not be started. Nothing is raised: a terminal lent out comes back."""
    try:
        subprocess.run(command(editor, file, line), check=False)  # noqa: S603 - the writer's own editor
    except (OSError, ValueError) as error:
        return getattr(error, "strerror", None) or str(error)
    return ""
