"""How is a class without devices led through a record: by hands, counted and typed in at each fork?

Nothing is kept of them: the numbers are gone with the page.
"""

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from wayout.classroom.lesson_scope import counted, kept_within
from wayout.faces.terminal.app import HERE, WayoutApp
from wayout.faces.terminal.screens.reading import ReadingScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.locale import classroom_strings, strings
from wayout.model.library import Library, story_name
from wayout.play.history import History
from wayout.play.reader import Reader
from wayout.store.autosave import Autosave
from wayout.views.catalogue import CatalogueEntry
from wayout.views.page import MoveView, Page


class HandChoices(Choices):
    """Options of which a digit chooses none, where hands are counted: it begins the counting."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "0",
            "number(0)",
            strings.KEY_NUMBER,
            show=False,
            id="choices.0",
            key_display="0",
            tooltip=classroom_strings.TIP_DIGIT,
        )
    ]

    counts = False

    @dataclass
    class DigitTyped(Message):
        """A number of hands begins."""

        digit: int

    def action_number(self, number: int) -> None:
        """Count; where nothing is counted, choose."""
        if self.counts:
            self.post_message(self.DigitTyped(number))
        elif number:
            super().action_number(number)


class HandsScreen(ReadingScreen):
    """The reading screen, on which hands are counted before a choice is made."""

    CSS_PATH = str(HERE / "screens" / "reading.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h", "hands", classroom_strings.KEY_HANDS, id="hands.count", tooltip=classroom_strings.TIP_HANDS),
    ]

    def __init__(
        self, library: Library, reader: Reader, history: History, keeping: Autosave, records: tuple[str, ...]
    ) -> None:
        self.records = records
        super().__init__(library, reader, history, keeping)

    def inside(self) -> ComposeResult:
        """What is told, and what can be done."""
        yield HandChoices(fills=True, id="page")

    def page_now(self) -> Page:
        """The page, without ways into records that are no part of the lesson."""
        return kept_within(super().page_now(), self.play.state, self.records)

    def paint(self) -> None:
        """The page, and whether hands are counted on it."""
        super().paint()
        self.query_one(HandChoices).counts = bool(self.counted)

    @property
    def counted(self) -> tuple[MoveView, ...]:
        """The moves for which hands are raised."""
        return counted(self.page)

    def on_hand_choices_digit_typed(self, event: HandChoices.DigitTyped) -> None:
        """Begin to count with a digit."""
        self.action_hands(str(event.digit))

    def action_hands(self, typed: str = "") -> None:
        """Count."""
        from wayout.classroom.hand_count import HandCountScreen

        self.app.push_screen(HandCountScreen(self.page.ask, self.counted, self.make, typed))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hands are counted where there is something to choose."""
        return bool(self.counted) if action == "hands" else super().check_action(action, parameters)


class HandsApp(WayoutApp):
    """The game as always, with the records of the lesson alone, and with hands."""

    def __init__(self, library: Library, reader: Reader, records: tuple[str, ...]) -> None:
        super().__init__(library, reader, records[0] if len(records) == 1 else None)
        self.records = records

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """The records of the lesson."""
        return tuple(one for one in super().entries() if one.id in self.records)

    def announce(self, story: str, scene: str | None = None) -> None:
        """What is to be known before a record of the lesson; no other one is opened."""
        if story in self.records:
            super().announce(story, scene)
        else:
            name = story_name(self.library, self.library.stories[story])
            self.notify(classroom_strings.HANDS_CLOSED.format(name=name), markup=False)

    def reading_screen(self, history: History, keeping: Autosave) -> ReadingScreen:
        """A page with hands."""
        return HandsScreen(self.library, self.reader, history, keeping, self.records)
