"""How are hands counted, option by option, and one of the options then followed?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual import events, getters
from textual._path import CSSPathType
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from game import words
from game.faces.classroom.bars import ROOM_FOR_COUNT, drawn_bar
from game.faces.terminal.app import HERE
from game.faces.terminal.debounce import Decision, decide, turn_page
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.panel import Panel
from game.faces.terminal.widgets.flow import Flow
from game.faces.terminal.widgets.lines import Line, Lines, ink
from game.faces.terminal.widgets.prose import Prose
from game.play.page import Move
from game.words import classroom as said

LONGEST = 3
"""Digits of a number of hands."""
AIR = Line(Content(""), Content(""), Content(""))
POINTER, NO_POINTER = f"{words.POINTER} ", "  "


class Hands(Flow, can_focus=True):
    """The options with what was typed for each; once all are counted, one of them is pointed at to be followed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "hands--pointer", "hands--label", "hands--pointed", "hands--bar", "hands--count", "hands--place",
    }  # fmt: skip
    DEFAULT_CSS: ClassVar[str] = """
    Hands {
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
            Binding(str(n), f"digit('{n}')", said.TIP_DIGIT, show=False, id=f"counting.{n}", key_display="0–9",
                    tooltip=said.TIP_DIGIT)
            for n in range(10)
        ),
        Binding("enter,tab,down", "on", said.KEY_NEXT_OPTION, show=True, key_display="Enter", id="counting.on",
                tooltip=said.TIP_NEXT_OPTION),
        Binding("up,shift+tab", "back", words.KEY_UP, show=False, id="counting.back", tooltip=said.TIP_BEFORE_OPTION),
        Binding("backspace,delete", "rub", said.TIP_RUB, show=False, id="counting.rub", tooltip=said.TIP_RUB),
    ]  # fmt: skip

    typed: reactive[tuple[str, ...]] = reactive((), repaint=False)
    at: reactive[int] = reactive(0, repaint=False)
    is_counted: reactive[bool] = reactive(False, repaint=False)

    @dataclass
    class Followed(Decision):
        """An option is to be followed."""

        option: str

    @dataclass
    class Counted(Message):
        """All options were counted, or are being counted again."""

        is_so: bool

    def __init__(self, options: tuple[Move, ...], typed: str = "") -> None:
        super().__init__()
        self.options = options
        self.set_reactive(Hands.typed, (typed, *[""] * (len(options) - 1)))

    @property
    def numbers(self) -> tuple[int, ...]:
        """The hands of each option."""
        return tuple(int(one or 0) for one in self.typed)

    def rows(self, width: int) -> int:
        """As many rows as labels and bars take."""
        return sum(self._set(width).heights(width))

    def render(self) -> Lines:
        """Labels, bars, and where a digit goes."""
        return self._set(self.content_size.width)

    def action_digit(self, digit: str) -> None:
        """A digit of the number of the option pointed at; once all were counted, of a new one."""
        before = "" if self.is_counted else self.typed[self.at]
        if len(before) < LONGEST:
            self.is_counted = False
            self._type((before + digit).lstrip("0") or "0")

    def action_rub(self) -> None:
        """Without its last digit."""
        self.is_counted = False
        self._type(self.typed[self.at][:-1])

    def action_on(self) -> None:
        """The next option; after the last, the one with the most hands is pointed at; that one is followed."""
        if self.is_counted:
            decide(self, self.Followed(self.options[self.at].id))
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
            decide(self, self.Followed(self.options[index].id))

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

    def _set(self, width: int) -> Lines:
        return Lines(tuple(self._lines(max(1, width - ROOM_FOR_COUNT))))

    def _lines(self, width: int) -> Iterator[Line]:
        """Three of each option: label, bar, air."""
        most, blank = max(self.numbers), Content(NO_POINTER)
        for index, (option, typed) in enumerate(zip(self.options, self.typed, strict=True)):
            is_at = index == self.at
            pointer = ink(POINTER, ".hands--pointer") if is_at else blank
            label = ink(option.label, ".hands--pointed" if is_at else ".hands--label")
            yield Line(pointer, blank, label)
            bar = Content.styled(drawn_bar(int(typed or 0), most, width), ".hands--bar")
            number = ink(f" {typed}" if bar.plain and typed else typed, ".hands--count")
            place = Content.styled(" ", ".hands--place") if is_at and not self.is_counted else Content("")
            yield Line(blank, blank, bar + number + place)
            yield AIR


class CountingScreen(Panel):
    """The question, its options, and the hands for each."""

    CSS_PATH: ClassVar[CSSPathType | None] = HERE / "screens" / "panel.tcss"
    HEAD: ClassVar[str] = said.HANDS_HEAD

    hands = getters.query_one(Hands)
    told = getters.query_one("#told", Prose)

    def __init__(self, ask: str, options: tuple[Move, ...], follow: Callable[[str], None], typed: str = "") -> None:
        super().__init__()
        self.ask = ask
        self.options = options
        self.follow = follow
        self.typed = typed

    def inside(self) -> ComposeResult:
        """The question and the options."""
        yield Prose((Part((("head", self.ask),), indent=0),), classes="group")
        yield Hands(self.options, self.typed)

    def below(self) -> ComposeResult:
        """What to do now."""
        yield Prose(_told(is_counted=False), id="told")

    def on_hands_counted(self, event: Hands.Counted) -> None:
        """Say what to do now."""
        self.told.parts = _told(is_counted=event.is_so)

    def on_hands_followed(self, event: Hands.Followed) -> None:
        """Close, and go that way."""
        self.dismiss()
        self.follow(event.option)


def _told(*, is_counted: bool) -> tuple[Part, ...]:
    return (Part((("muted", said.HANDS_FOLLOW if is_counted else said.HANDS_TYPE),)),)
