"""How does the full-screen face start, and which screen is before the reader?

The Textual application: start-up, screen stack, opening of screens, resuming, suspend, breakpoints of width and
height.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec.structs import replace
from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.command import Provider
from textual.geometry import Size
from textual.screen import ModalScreen, Screen

from wayout import gc_tuning
from wayout.errors import OTHER_EDITION
from wayout.faces.terminal import panels
from wayout.faces.terminal.background import BackgroundQuery, LateReply
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.preferences import PreferencesApp
from wayout.faces.terminal.signals import end_on_signals, titled
from wayout.locale import shelf_strings, strings
from wayout.model.library import Library
from wayout.play.history import History
from wayout.play.moves import Enter
from wayout.play.settings import settings_for_reader
from wayout.play.state import Reader
from wayout.store.autosave import Autosave, ResumedPlay, begin_play, find_article, find_resumable, is_editor, resume
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import SettingsStore, Shelf, open_shelf
from wayout.views.catalogue import CatalogueEntry, catalogue, catalogue_entry, foreword_line

if TYPE_CHECKING:
    from wayout.faces.terminal.screens.reading import ReadingScreen
    from wayout.views.page import Page

HERE = Path(__file__).parent
SMALL = "small"


def run(
    library: Library,
    reader: Reader,
    story: str | None,
    scene: str | None,
    shelf: Shelf,
    resumed: ResumedPlay | None,
    asked: BackgroundQuery | None = None,
) -> int:
    """Open the library, the notice before a story, a scene, or where a trail was left; `asked` is the terminal's page.

    The exit status is 0 when the reader leaves, OTHER_EDITION where she wants to open another one, if there are
    several. What fails is raised when the screen is as it was before.
    """
    app = WayoutApp(library, reader, story, scene, shelf, resumed)
    return run_app(app, asked)


def run_app(app: "WayoutApp", asked: BackgroundQuery | None) -> int:
    """Run an app on the whole screen until the reader leaves; as above."""
    if asked is not None:
        app.go_with(asked.background)
        app.late_reply = LateReply(monotonic()) if asked.is_asked and asked.background is None else None
    with titled():
        app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _binding_commands() -> type[Provider]:
    from wayout.faces.terminal.palette import BindingCommands

    return BindingCommands


def _scene_commands() -> type[Provider]:
    from wayout.faces.terminal.palette import SceneCommands

    return SceneCommands


def _record_commands() -> type[Provider]:
    from wayout.faces.terminal.palette import RecordCommands

    return RecordCommands


class WayoutApp(PreferencesApp):
    """The library below, and on top of it what the reader opened."""

    CSS_PATH: ClassVar = [HERE / "app.tcss", HERE / "screens" / "library.tcss"]
    """The library's sheet too: Textual reads none for the screen that lies below all others."""
    TITLE = strings.APP
    COMMANDS: ClassVar = App.COMMANDS | {_binding_commands, _scene_commands, _record_commands}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (100, "-wide"), (160, "-broad")]  # noqa: RUF012 - as Textual declares it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-high"), (48, "-tall")]  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("help"),
        *(() if sys.platform == "win32" else bindings("suspend")),
        *bindings("beside"),
    ]

    def __init__(
        self,
        library: Library,
        reader: Reader,
        story: str | None = None,
        scene: str | None = None,
        shelf: Shelf | None = None,
        resumed: ResumedPlay | None = None,
    ) -> None:
        self.shelf = shelf or open_shelf(keeps=False)
        self.kept = SettingsStore(self.shelf)
        self.settings = settings_for_reader(self.kept.settings, reader)
        super().__init__()
        problem = (self.kept.problem,) if self.kept.problem else ()
        self._news: tuple[str, ...] = (*problem, *library.left_out.values())
        self.library = library
        self.reader = reader
        self.story = story
        self.scene = scene
        self.resumed = resumed
        self.paper = ""
        self.was_size = Size(0, 0)
        self.begins_at: str | None = None
        self.has_seen_foreword = not library.foreword or self.shelf.has_shown_foreword(
            library.edition.id, library.foreword
        )
        self.late_reply: LateReply | None = None
        self.take_settings()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:  # noqa: ARG002 - Textual's signature
        """Of Textual's own commands, those that are of use here."""
        yield SystemCommand(shelf_strings.SYSTEM_THEME, shelf_strings.MEANS["theme"], self.action_change_theme)

    def get_default_screen(self) -> Screen[None]:
        """The library lies below everything else."""
        from wayout.faces.terminal.screens.library import LibraryScreen

        return LibraryScreen(self.entries())

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """The stories that the library lists."""
        return catalogue(self.library, self.reader)

    @property
    def news(self) -> tuple[str, ...]:
        """What is to be told of the shelf; while nothing is kept, that it is so."""
        self._news = (*self._news, *self.shelf.news())
        return self._news or ((shelf_strings.NOT_KEPT_NOW,) if self.shelf.trouble else ())

    def tell(self, sentence: str) -> None:
        """Have something told below the page, until the next one."""
        self._news = (*self._news, sentence)

    def forget_news(self) -> None:
        """The reader has gone on."""
        self._news = ()

    def on_mount(self) -> None:
        """Open what was asked for."""
        if self.resumed is not None:
            self.go_on(self.resumed)
        elif self.story is not None and self.scene is not None:
            self.read_story(self.story, self.scene, self.reader.paper)
        elif self.story is not None:
            self.announce(self.story)
            self.paper = self.reader.paper
        self.is_open = True
        self._fit(self.size)

    def on_ready(self) -> None:
        """The first frame is there."""
        gc_tuning.resume_gc()
        if not self.is_headless:
            end_on_signals(self)

    @property
    def failure(self) -> Exception | None:
        """What failed in the program, and ended it."""
        return self._exception

    def _fatal_error(self) -> None:
        """Instead of Textual's traceback, which fills the terminal: whoever runs the app tells what failed."""
        self._close_messages_no_wait()

    def on_resize(self, event: events.Resize) -> None:
        """Follow the size of the window; the same size once more is a terminal that has shown something else."""
        if self.is_open:
            self._fit(event.size)
            if event.size == self.was_size:
                self.refresh(layout=True)
        self.was_size = event.size

    def action_suspend_process(self) -> None:
        """Give the terminal back, its title too, until the shell lets the game go on."""
        with titled(former=True):
            super().action_suspend_process()

    def action_command_palette(self) -> None:
        """Open our own kind of it."""
        from wayout.faces.terminal.palette import CommandPalette

        if not any(isinstance(screen, CommandPalette) for screen in self.screen_stack):
            self.push_screen(CommandPalette(id="--command-palette"))

    def action_help_quit(self) -> None:
        """Say how Wayout is left to whoever presses ctrl+c for it, once however often that is pressed."""
        self.clear_notifications()
        self.notify(strings.HOW_TO_LEAVE.format(key=self.text_keys.quit.shown), markup=False)

    def action_help(self) -> None:
        """Show every key and word, as they are on the screen below; asked for once more, close that."""
        from wayout.faces.terminal.screens.keys import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.dismiss()
            return
        self.push_screen(HelpScreen(tuple(self.screen.active_bindings.values())))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Help is there wherever there is room for it, what stands beside only on full screens."""
        if action == "editions":
            return self.shelf.has_editions
        if action not in ("help", "beside"):
            return True
        if self.screen.id == SMALL:
            return False
        return action == "help" or (
            not isinstance(self.screen, ModalScreen) and panels.is_there(self.library, *parameters)
        )

    def action_editions(self) -> None:
        """Leave this edition for the menu of all that are here."""
        self.exit(return_code=OTHER_EDITION)

    def action_beside(self, what: str) -> None:
        """Open what stands beside the stories."""
        self.open_beside(what)

    def open_beside(self, what: str, page: "Page | None" = None) -> None:
        """Open it over a page."""
        self.push_screen(panels.reference_panel(self.library, self.reader, what, page, self.shelf))

    @property
    def reading(self) -> "ReadingScreen | None":
        """The page that is being read, below what lies on it."""
        from wayout.faces.terminal.screens.reading import ReadingScreen

        below = next((one for one in reversed(self.screen_stack) if not isinstance(one, ModalScreen)), None)
        return below if isinstance(below, ReadingScreen) else None

    def enter_record(self, story: str, scene: str) -> None:
        """Step into a record where the page offers that, and a way back with it; else begin it at the scene."""
        step = Enter(story, scene)
        if (reading := self.reading) is not None and reading.offers(step):
            reading.make(step)
        else:
            self.announce(story, scene)

    def announce(self, story: str, scene: str | None = None) -> None:
        """Show what is to be known before a story, which then begins at its beginning or at a scene."""
        from wayout.faces.terminal.screens.dialogs import NoticeScreen
        from wayout.views.sources import attribution

        self.begins_at, self.paper = scene, ""
        shown = catalogue_entry(self.library, story, self.reader)
        begun = find_resumable(self.library, self.shelf, self.reader, story) if scene is None else None
        is_new = bool(self.reader.parts) and not is_editor(self.library, self.shelf)
        notice = NoticeScreen(shown, attribution(self.library, story), is_gentle=self.reader.gentle,
                              announces="" if self.has_seen_foreword else foreword_line(self.library),
                              tells_part=is_new, begun=begun,
                              article=find_article(self.library, self.shelf, story))  # fmt: skip
        self.push_screen(notice)

    def begin_by_paper(self, story: str, paper: str) -> None:
        """Read a story once more from its beginning, by one paper only, or by all of them."""
        self.to_library()
        self.read_story(story, None, paper)

    def read_story(self, story: str, scene: str | None = None, paper: str = "") -> None:
        """Read a story from its beginning, or from a scene."""
        play = begin_play(self.library, self.shelf, story, replace(self.reader, paper=paper), scene)
        self.push_screen(self.reading_screen(History(play), Autosave(self.shelf)))

    def reading_screen(self, history: History, keeping: Autosave) -> "ReadingScreen":
        """The screen on which a story is read."""
        from wayout.faces.terminal.screens.reading import ReadingScreen

        return ReadingScreen(self.library, self.reader, history, keeping)

    def take_up(self, saved: SavedTrail) -> None:
        """Go on with a saved trail where it was left, gently, if it was read so."""
        from wayout.faces.terminal.screens.base_screen import BaseScreen

        resumed, why = resume(self.library, saved)
        self.to_library()
        if resumed is not None:
            self.reader = replace(self.reader, gentle=self.reader.gentle or resumed.is_gentle)
            self.settings = settings_for_reader(self.settings, self.reader)
            self.go_on(resumed)
        elif isinstance(self.screen, BaseScreen):
            self.tell(why)
            self.screen.show_news()

    def go_on(self, resumed: ResumedPlay) -> None:
        """Read on where a trail has led; where it did not fit, the page is below what is said of that."""
        self.push_screen(self.reading_screen(resumed.history, Autosave(self.shelf, resumed.saved)))
        if resumed.says:
            from wayout.faces.terminal.screens.dialogs import ReplayStoppedScreen

            self.push_screen(ReplayStoppedScreen(resumed.says))

    def begin_story(self, story: str, *, is_gentle: bool) -> None:
        """Read a story in the wording chosen, which holds for all that comes later; before the first, the foreword."""
        if is_gentle != self.reader.gentle:
            self.change("content", "gentle" if is_gentle else "full")
        self.to_library()
        if self.has_seen_foreword:
            self.read_story(story, self.begins_at, self.paper)
            return
        from wayout.faces.terminal.screens.document import ForewordScreen

        self.push_screen(ForewordScreen(self.library, self.reader, story))

    def go_on_from_foreword(self, story: str) -> None:
        """Read the story before which the foreword was shown."""
        self.has_seen_foreword = True
        self.shelf.note_foreword(self.library.edition.id)
        self.to_library()
        self.read_story(story, self.begins_at, self.paper)

    async def on_event(self, event: events.Event) -> None:
        """Take out of the keys what the terminal says of its page."""
        late = self.late_reply
        if late and isinstance(event, events.Key) and not event.is_forwarded and late.takes(event):
            if late.background is not None:
                self.go_with(late.background)
        else:
            await super().on_event(event)

    def to_library(self) -> None:
        """Close everything that lies on the library."""
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def _fit(self, size: Size) -> None:
        """Below the least size, say so instead of showing half a page."""
        from wayout.faces.terminal.screens.base_screen import MIN_HEIGHT, MIN_WIDTH, TooSmallScreen

        is_small = size.width < MIN_WIDTH or size.height < MIN_HEIGHT
        if is_small and self.screen.id != SMALL:
            self.push_screen(TooSmallScreen(id=SMALL))
        elif not is_small and self.screen.id == SMALL:
            self.pop_screen()
