"""Which of several editions is opened, on the whole screen?

The Textual application and screen of the menu of installed editions: title and tagline of each, what is to be known of
the one pointed at, and the one that was opened last, which is pointed at first.
"""

from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from wayout.faces.terminal.app import HERE, WayoutApp, run_app
from wayout.faces.terminal.background import BackgroundQuery
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import Option, TextBlock
from wayout.faces.terminal.screens.base_screen import BaseScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import edition_strings, strings
from wayout.model.library import Library
from wayout.play.settings import reader_from_settings
from wayout.play.state import Reader
from wayout.store.shelf import SettingsStore, Shelf

if TYPE_CHECKING:
    from wayout.store.editions import InstalledEdition

NOTHING = Library(stories={}, acts={}, people={}, places={}, origins={}, documents={}, claims={})
"""No library is open as long as the reader chooses one."""


MAX_LIST_WIDTH = 77
"""Cells of a title and a tagline; editions.tcss has the same."""
MIN_TOLD_HEIGHT = 22
"""Rows of a window that tells where an edition lies: in a lower one the list comes first."""


class EditionsScreen(BaseScreen):
    """A row for each edition; below them what is to be known of the one pointed at."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-medium"), (160, "-broad"), (190, "-vast")]  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[BindingType]] = bindings("editions")

    choices = getters.query_one(Choices)
    about = getters.query_one("#about", Prose)

    def __init__(self, editions: "tuple[InstalledEdition, ...]", last: str) -> None:
        super().__init__()
        self.editions = editions
        self.last = last

    def above(self) -> ComposeResult:
        """What is asked."""
        head = TextBlock((("word", strings.APP), ("muted", f"   {edition_strings.EDITIONS_HEAD}")), indent=0)
        yield Prose((head,), id="head")

    def inside(self) -> ComposeResult:
        """The list."""
        options = tuple(
            Option(str(at), one.title, below=one.edition.tagline, is_first=one.id == self.last)
            for at, one in enumerate(self.editions)
        )
        yield Choices(options, gap=1)

    def beneath(self) -> ComposeResult:
        """The edition pointed at."""
        yield Prose(id="about")

    def on_mount(self) -> None:
        """Tell of the edition pointed at, which has the keyboard."""
        self.choices.focus()
        self._fit()
        self.watch(self.choices, "pointed", self._tell, init=False)

    def on_resize(self) -> None:
        """The titles take another number of rows; what is pointed at stays in sight."""
        self._fit()
        self.call_after_refresh(self.choices.bring_into_sight)

    def on_choices_choice_made(self, event: Choices.ChoiceMade) -> None:
        """Open it."""
        if isinstance(self.app, EditionsApp):
            self.app.open(self.editions[int(event.option)])

    def _fit(self) -> None:
        """Give the list as much height as it needs, so that what is told of an edition follows it at once."""
        column = self.column.styles
        own = self.styles.padding.width + column.margin.width + column.padding.width + column.scrollbar_size_vertical
        width = max(1, min(self.app.size.width - own, MAX_LIST_WIDTH))
        column.max_height = max(1, self.choices.rows(width))
        self._tell()

    def _tell(self) -> None:
        one = self.editions[self.choices.pointed]
        last = f"{edition_strings.OPENED_LAST[:1].upper()}{edition_strings.OPENED_LAST[1:]}."
        is_draft = one.edition.review is not None and one.edition.review.status == "draft"
        is_own = one is not self.editions[0] and self.app.size.height >= MIN_TOLD_HEIGHT
        told = (
            " ".join(said for said in (last if one.id == self.last else "", edition_strings.DRAFT * is_draft) if said),
            edition_strings.YOUR_FOLDER.format(folder=one.root.name) if is_own else "",
        )
        self.about.parts = tuple(TextBlock((("muted", line),), gap=0) for line in told if line)


class EditionsApp(WayoutApp):
    """The menu, before any library is read."""

    CSS_PATH: ClassVar = [*WayoutApp.CSS_PATH, HERE / "editions.tcss"]

    def __init__(self, editions: "tuple[InstalledEdition, ...]", last: str, shelf: Shelf | None = None) -> None:
        settings = SettingsStore(shelf).settings if shelf is not None else None
        super().__init__(NOTHING, reader_from_settings(settings) if settings else Reader(), shelf=shelf)
        self.editions = editions
        self.last = last
        self.chosen: InstalledEdition | None = None

    def get_default_screen(self) -> Screen[None]:
        """The menu lies below everything else."""
        return EditionsScreen(self.editions, self.last)

    def open(self, edition: "InstalledEdition") -> None:
        """Leave the menu with an edition."""
        self.chosen = edition
        self.exit()


def run_menu(
    editions: "tuple[InstalledEdition, ...]", last: str, shelf: Shelf, asked: BackgroundQuery
) -> "InstalledEdition | None":
    """The edition that the reader opens; None where she leaves. What fails is raised."""
    app = EditionsApp(editions, last, shelf)
    run_app(app, asked)
    return app.chosen
