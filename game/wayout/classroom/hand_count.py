"""How are hands counted, option by option, and one of the options then followed?

A poll by show of hands, full screen: number fields for each option, the most digits, and the reading screen with its
key for hands.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.types import CSSPathType

from wayout.classroom.board_dialogs import COUNT_WIDTH, drawn_bar
from wayout.classroom.class_state import hand_count_answers, hand_count_moves, without_other_records
from wayout.classroom.tally import HandTally
from wayout.faces.terminal.app import HERE, WayoutApp
from wayout.faces.terminal.debounce import DecisionMade, decide, turn_page
from wayout.faces.terminal.page_layout import TextBlock
from wayout.faces.terminal.screens.base_screen import Panel
from wayout.faces.terminal.screens.reading import ReadingScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Prose
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import classroom_strings, strings
from wayout.model.library import Library, story_name
from wayout.play.history import History
from wayout.play.moves import Move, Revisit
from wayout.play.state import Reader
from wayout.store.autosave import Autosave
from wayout.views.catalogue import CatalogueEntry
from wayout.views.page import MoveView, Page

MAX_DIGITS = 3
"""Digits of the largest number of hands that can be typed."""
EMPTY_LINE = TextLine(Content(""), Content(""), Content(""))
POINTER, NO_POINTER = f"{strings.POINTER} ", "  "


class HandCount(AutoHeight, can_focus=True):
    """The options with what was typed for each; once all are counted, one of them is pointed at to be followed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hands--pointer", "hands--label", "hands--pointed", "hands--bar", "hands--count", "hands--place",
    }  # fmt: skip
    DEFAULT_CSS: ClassVar[str] = """
    HandCount {
        width: 100%;
        height: auto;
        & > .hands--pointer { color: $accent; text-style: $strong-style; }
        & > .hands--label { color: $foreground; }
        & > .hands--pointed { color: $foreground; text-style: $strong-style; }
        & > .hands--bar { color: $accent; }
        & > .hands--count { color: $foreground; text-style: $strong-style; }
        & > .hands--place { color: $background; background: $accent; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(n),
                f"digit('{n}')",
                classroom_strings.TIP_DIGIT,
                show=False,
                id=f"counting.{n}",
                key_display="0–9",
                tooltip=classroom_strings.TIP_DIGIT,
            )
            for n in range(10)
        ),
        Binding(
            "enter,tab,down",
            "on",
            classroom_strings.KEY_NEXT_OPTION,
            show=True,
            key_display="Enter",
            id="counting.on",
            tooltip=classroom_strings.TIP_NEXT_OPTION,
        ),
        Binding(
            "up,shift+tab",
            "back",
            strings.KEY_UP,
            show=False,
            id="counting.back",
            tooltip=classroom_strings.TIP_BEFORE_OPTION,
        ),
        Binding(
            "backspace,delete",
            "rub",
            classroom_strings.TIP_RUB,
            show=False,
            id="counting.rub",
            tooltip=classroom_strings.TIP_RUB,
        ),
    ]

    typed: reactive[tuple[str, ...]] = reactive((), repaint=False)
    at: reactive[int] = reactive(0, repaint=False)
    is_counted: reactive[bool] = reactive(False, repaint=False)

    @dataclass
    class OptionFollowed(DecisionMade):
        """An option is to be followed."""

        option: MoveView

    @dataclass
    class Counted(Message):
        """All options were counted, or are being counted again."""

        is_so: bool

    def __init__(self, options: tuple[MoveView, ...], typed: str = "", first: tuple[int, ...] | None = None) -> None:
        super().__init__()
        self.options = options
        self.is_fixed = first is not None
        """Whether hands were counted here before: the first count stays, and only what is followed can be chosen."""
        self.set_reactive(HandCount.typed, (typed, *[""] * (len(options) - 1)))
        if first is not None:
            self.set_reactive(HandCount.typed, tuple(map(str, first)))
            self.set_reactive(HandCount.is_counted, True)
            self.set_reactive(HandCount.at, first.index(max(first)))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The hands of each option."""
        return tuple(int(text or 0) for text in self.typed)

    def rows(self, width: int) -> int:
        """As many rows as labels and bars take."""
        return sum(self._set(width).heights(width))

    def render(self) -> TextLines:
        """Labels, bars, and where a digit goes."""
        return self._set(self.content_size.width)

    def action_digit(self, digit: str) -> None:
        """A digit of the number of the option pointed at; once all were counted, of a new one."""
        before = "" if self.is_counted else self.typed[self.at]
        if self.is_fixed:
            return
        if len(before) < MAX_DIGITS:
            self.is_counted = False
            self._type((before + digit).lstrip("0") or "0")

    def action_rub(self) -> None:
        """Without its last digit."""
        if self.is_fixed:
            return
        self.is_counted = False
        self._type(self.typed[self.at][:-1])

    def action_on(self) -> None:
        """The next option; after the last, the one with the most hands is pointed at; that one is followed."""
        if self.is_counted:
            decide(self, self.OptionFollowed(self.options[self.at]))
        elif self.at + 1 < len(self.options):
            self.at += 1
        else:
            self.is_counted = True
            self.at = self.numbers.index(max(self.numbers))

    def action_back(self) -> None:
        """The option before."""
        self.at = max(0, self.at - 1)

    def key_down(self, event: events.Key) -> None:
        """Once all were counted, down only points."""
        if self.is_counted:
            event.stop()
            event.prevent_default()
            self.at = min(len(self.options) - 1, self.at + 1)

    def on_click(self, event: events.Click) -> None:
        """Count what was clicked; once all were counted, follow it."""
        index = self._option_at(event.y)
        if index is None:
            return
        self.at = index
        if self.is_counted:
            decide(self, self.OptionFollowed(self.options[index]))

    def watch_typed(self) -> None:
        """Another number."""
        self.draw_anew()

    def watch_at(self) -> None:
        """Another option."""
        self.draw_anew()

    def watch_is_counted(self, is_counted: bool) -> None:
        """Count, or follow."""
        self.post_message(self.Counted(is_counted))
        turn_page(self)
        self.draw_anew()

    def _type(self, number: str) -> None:
        self.typed = (*self.typed[: self.at], number, *self.typed[self.at + 1 :])

    def _option_at(self, y: int) -> int | None:
        heights = list(self._set(self.content_size.width).heights(self.content_size.width))
        row = next((row for row in range(len(heights)) if sum(heights[: row + 1]) > y), None)
        return None if row is None or row % 3 == 2 else row // 3

    def _set(self, width: int) -> TextLines:
        return TextLines(tuple(self._lines(max(1, width - COUNT_WIDTH))))

    def _lines(self, width: int) -> Iterator[TextLine]:
        """Three of each option: label, bar, air."""
        most, blank = max(self.numbers), Content(NO_POINTER)
        for index, (option, typed) in enumerate(zip(self.options, self.typed, strict=True)):
            is_at = index == self.at
            pointer = ink(POINTER, ".hands--pointer") if is_at else blank
            label = ink(option.label, ".hands--pointed" if is_at else ".hands--label")
            yield TextLine(pointer, blank, label)
            bar = Content.styled(drawn_bar(int(typed or 0), most, width), ".hands--bar")
            number = ink(f" {typed}" if bar.plain and typed else typed, ".hands--count")
            place = Content.styled(" ", ".hands--place") if is_at and not self.is_counted else Content("")
            yield TextLine(blank, blank, bar + number + place)
            yield EMPTY_LINE


class HandCountScreen(Panel):
    """The question, its options, and the hands for each."""

    CSS_PATH: ClassVar[CSSPathType | None] = HERE / "screens" / "panel.tcss"
    HEAD: ClassVar[str] = classroom_strings.HANDS_HEAD

    hands = getters.query_one(HandCount)
    told = getters.query_one("#told", Prose)

    def __init__(
        self,
        ask: str,
        options: tuple[MoveView, ...],
        follow: Callable[[Move | Revisit, tuple[int, ...]], None],
        typed: str = "",
        first: tuple[int, ...] | None = None,
    ) -> None:
        super().__init__()
        self.first = first
        self.ask = ask
        self.options = options
        self.follow = follow
        self.typed = typed

    def inside(self) -> ComposeResult:
        """The question and the options."""
        yield Prose((TextBlock((("head", self.ask),)),), classes="group")
        yield HandCount(self.options, self.typed, self.first)

    def below(self) -> ComposeResult:
        """What to do now."""
        yield Prose(_instructions(is_counted=False, is_first=self.first is not None), id="told")

    def on_hand_count_counted(self, event: HandCount.Counted) -> None:
        """Say what to do now."""
        self.told.parts = _instructions(is_counted=event.is_so, is_first=self.first is not None)

    def on_hand_count_option_followed(self, event: HandCount.OptionFollowed) -> None:
        """Close, and go that way."""
        self.dismiss()
        self.follow(event.option.move, self.query_one(HandCount).numbers)


def _instructions(*, is_counted: bool, is_first: bool) -> tuple[TextBlock, ...]:
    if is_first:
        return (TextBlock((("muted", classroom_strings.HANDS_FIRST),)),)
    return (TextBlock((("muted", classroom_strings.HANDS_FOLLOW if is_counted else classroom_strings.HANDS_TYPE),)),)


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
        self,
        library: Library,
        reader: Reader,
        history: History,
        keeping: Autosave,
        records: tuple[str, ...],
        hands: HandTally,
    ) -> None:
        self.records = records
        self.hands = hands
        super().__init__(library, reader, history, keeping)

    def inside(self) -> ComposeResult:
        """What is told, and what can be done."""
        yield HandChoices(fills=True, id="page")

    def page_now(self) -> Page:
        """The page, without ways into records that are no part of the lesson."""
        return without_other_records(super().page_now(), self.play.state, self.records)

    def paint(self) -> None:
        """The page, and whether hands are counted on it."""
        super().paint()
        self.query_one(HandChoices).counts = bool(self.counted)

    @property
    def counted(self) -> tuple[MoveView, ...]:
        """The moves for which hands are raised."""
        return hand_count_moves(self.library, self.play.state, self.page)

    def on_hand_choices_digit_typed(self, event: HandChoices.DigitTyped) -> None:
        """Begin to count with a digit."""
        self.action_hands(str(event.digit))

    def action_hands(self, typed: str = "") -> None:
        """Count."""
        options = self.counted
        answers = hand_count_answers(self.library, self.play.state, options)

        def follow(move: Move | Revisit, numbers: tuple[int, ...]) -> None:
            self.hands.note(dict(zip(answers, numbers, strict=True)))
            self.make(move)

        self.app.push_screen(HandCountScreen(self.page.ask, options, follow, typed, self.hands.first(answers)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hands are counted where there is something to choose."""
        return bool(self.counted) if action == "hands" else super().check_action(action, parameters)


class HandsApp(WayoutApp):
    """The game as always, with the records of the lesson alone, and with hands."""

    def __init__(self, library: Library, reader: Reader, records: tuple[str, ...]) -> None:
        super().__init__(library, reader, records[0] if len(records) == 1 else None)
        self.records = records
        self.hands = HandTally()

    def entries(self) -> tuple[CatalogueEntry, ...]:
        """The records of the lesson."""
        return tuple(entry for entry in super().entries() if entry.id in self.records)

    def announce(self, story: str, scene: str | None = None) -> None:
        """What is to be known before a record of the lesson; no other one is opened."""
        if story in self.records:
            super().announce(story, scene)
        else:
            name = story_name(self.library, self.library.stories[story])
            self.notify(classroom_strings.HANDS_CLOSED.format(name=name), markup=False)

    def reading_screen(self, history: History, keeping: Autosave) -> ReadingScreen:
        """A page with hands."""
        return HandsScreen(self.library, self.reader, history, keeping, self.records, self.hands)
