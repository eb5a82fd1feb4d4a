"""Which key or click still counts, once what is before the reader has changed?

Debouncing of keys and clicks: how long a page must have been shown before a key counts, key repeat, double clicks,
WAYOUT_DEBOUNCE. A page takes nothing before it is painted; what was sent before that, a key that repeats, or the
second half of a double click never decides what the reader has not seen.
"""

import asyncio
import os
from collections.abc import Callable
from math import inf
from time import sleep
from typing import ClassVar, TypeVar

from msgspec import Struct
from textual import events, on
from textual._time import get_time
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

ReturnType = TypeVar("ReturnType")

READ_ON_DELAY = 0.07
"""Seconds after a page was painted from which on its only way on is taken: less than between two keys of a person."""
DECIDE_DELAY = 0.27
"""Seconds after a page was painted from which on one of several options is chosen, or anything is clicked."""
RELEASE_AFTER_PRESS, RELEASE_AFTER_HOLD = 0.1, 0.35
"""Seconds without a key after which it was let go: one that was pressed once, and one that was held down."""
HOLD_DELAY = 1.1
"""Seconds from a key that goes down to its first repeat, at most: keyboards are set to between 0.2 and 1."""
BUSY_MARGIN = 0.03
"""Seconds more, after each of them, for keys that lay unread while the machine was busy with something else."""
THREAD_TURN = 0.0001
"""Seconds in which another thread is sure to get its turn."""
DOUBLE_CLICK = 0.5
"""Seconds between the two halves of a double click, at most."""
MAX_PAINT_WAIT = 2.0
"""Seconds after which keys are taken in any case: a keyboard must never be dead."""
REPEATABLE_ACTIONS = ("point", "page", "scroll", "edge", "walk", "turn", "choose", "go_on", "enter", "look", "cursor",
                      "number", "digit", "rub")  # fmt: skip
"""Beginnings of the actions that a held key may do again and again; those that decide look at `Debounce.decides`."""
SWITCH_VARIABLE = "WAYOUT_DEBOUNCE"
"""Set to "off", it lets a script press keys as fast as pages are painted."""


class DecisionMade(Message):
    """What the reader has decided: until all that comes of it is painted, nothing else is decided."""


class Debounce(Struct):
    """What a press is worth; times are in seconds of one clock. Somebody else tells what became of the time."""

    is_on: bool = True
    painted: float = -inf
    reads_on: float = -inf
    decides_from: float = -inf
    key: str = ""
    pressed: float = -inf
    clicked: float = -inf
    is_down: bool = False
    is_repeat: bool = False
    may_be_held: bool = False
    """Whether the last press may be the first repeat of a key that is held: only the next one tells."""

    def paint(self, at: float) -> None:
        """Another page is painted."""
        self.painted = at
        self.reads_on = self.decides_from = inf if self.is_on else -inf

    def press(self, key: str, at: float) -> bool:
        """Take note of a key; whether it was sent when the page was there to be seen."""
        is_same = self.is_on and key != "" and key == self.key
        self.is_repeat = is_same and self.is_down
        self.may_be_held = is_same and not self.is_down and at - self.pressed < HOLD_DELAY
        self.key, self.pressed, self.is_down = key, at, True
        return not self.is_early(at)

    def release(self) -> None:
        """The key was let go."""
        self.is_down = False

    def click(self, at: float) -> bool:
        """Take note of a mouse button that goes down; whether it may do what a click does."""
        is_double = self.clicked < self.painted and at - self.clicked < DOUBLE_CLICK
        self.key, self.pressed, self.clicked, self.is_repeat, self.may_be_held = "", at, at, False, False
        return not self.is_on or not (is_double or at < self.decides_from)

    def is_early(self, at: float) -> bool:
        """Whether something was sent before the page was painted."""
        return self.is_on and at < self.painted

    def decides(self, *, is_only_way: bool) -> bool:
        """Whether the last press may take an option: the only way there is, or one of several."""
        return not self.is_on or (
            not self.is_repeat and self.pressed >= (self.reads_on if is_only_way else self.decides_from)
        )


def decide(widget: Widget, decision: DecisionMade, *, is_only_way: bool = False) -> None:
    """Have a decision made that was asked for in a widget."""
    app = widget.app
    if isinstance(app, DebouncedApp):
        app.decide(widget, decision, is_only_way=is_only_way)
    else:
        widget.post_message(decision)


def turn_page(widget: Widget) -> None:
    """What a widget shows is another page as soon as it is painted."""
    app = widget.app
    if isinstance(app, DebouncedApp):
        app.turn_page(widget.screen)


class DebouncedApp(App[ReturnType]):
    """An app whose screens take keys and clicks once they are mounted and painted."""

    HELD: ClassVar = (events.Key, events.MouseDown, events.MouseUp)

    def __init__(self) -> None:
        super().__init__()
        self.debounce = Debounce(is_on=os.environ.get(SWITCH_VARIABLE) != "off")
        self._painted_screen: Screen[object] | None = None
        self._decided_on: Screen[object] | None = None
        self._is_stale = False
        self._undecided: tuple[Widget, DecisionMade] | None = None
        self._early: list[events.Event] = []
        self._clocks: dict[str, asyncio.TimerHandle] = {}
        self._drops_button = False

    @property
    def is_painted(self) -> bool:
        """Whether what is before the reader is the page that keys go to."""
        return self.screen is self._painted_screen and not self._is_stale

    def turn_page(self, screen: Screen[object]) -> None:
        """A screen shows something else as soon as it is painted again."""
        if screen is self.screen:
            self._is_stale = True

    def decide(self, widget: Widget, decision: DecisionMade, *, is_only_way: bool = False) -> None:
        """Have a decision made that a widget was asked for, if the reader can mean it.

        Where the key may be a held one that begins to repeat, it waits until no other repeat has come.
        """
        if self._decided_on is not self.screen and self.debounce.decides(is_only_way=is_only_way):
            self._decided_on, self._is_stale = self.screen, True
            if self.debounce.may_be_held:
                self._undecided = (widget, decision)
            else:
                widget.post_message(decision)

    @on(DecisionMade)
    def _follow_decision(self) -> None:
        """The screen has done what was decided; here this message comes last."""
        self._decided_on = None
        self.call_after_refresh(self._paint_at_last)

    def post_display_hook(self) -> None:
        """Something was painted: is it another page, all of it?

        What is painted is written by another thread of Textual's; that one goes first, whatever there is still to do.
        """
        sleep(THREAD_TURN)
        if not self.is_painted and self.screen.is_mounted and self._decided_on is not self.screen:
            self._paint()

    async def on_event(self, event: events.Event) -> None:
        """Hold what comes too early until the page is there; drop what does not count."""
        if not isinstance(event, self.HELD) or event.is_forwarded:
            await super().on_event(event)
            return
        if self._undecided and isinstance(event, events.Key) and event.key == self.debounce.key:
            self._undecided = self._decided_on = None
            self._paint()
        if not self.is_painted and not self._is_typed(event):
            if not self._early:
                self.set_timer(MAX_PAINT_WAIT, self._give_up)
            self._early.append(event)
        elif self._counts(event):
            await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A key that another screen has let through is not for the one that has come up meanwhile."""
        is_there = self.screen is self._painted_screen
        if not is_there or (self.debounce.is_early(event.time) and not self._is_typed(event)):
            event.prevent_default()

    def simulate_key(self, key: str) -> None:
        """Press a key for the reader, who has decided that already: it counts whenever it comes."""
        event = events.Key(key, None)
        event.time = inf
        self.post_message(event)

    def _paint(self) -> None:
        """The page is there: take what was held."""
        self._painted_screen, self._is_stale = self.screen, False
        self.debounce.paint(get_time())
        self._after(READ_ON_DELAY, "page", self._read_on)
        early, self._early = self._early, []
        for event in early:
            self.post_message(event)

    def _after(self, seconds: float, what: str, then: Callable[[], None]) -> None:
        """Do something when time has passed, and what was sent in it has been read as well; once of each kind."""
        if self.debounce.is_on:
            if former := self._clocks.get(what):
                former.cancel()
            loop = asyncio.get_running_loop()

            def tick() -> None:
                self._clocks[what] = loop.call_later(BUSY_MARGIN, then)

            self._clocks[what] = loop.call_later(seconds, tick)

    def _release(self) -> None:
        """The key was let go: what waited for that is decided."""
        self.debounce.release()
        if self._undecided:
            widget, decision = self._undecided
            self._undecided = None
            widget.post_message(decision)

    def _read_on(self) -> None:
        self.debounce.reads_on = get_time()
        self._after(DECIDE_DELAY - READ_ON_DELAY - BUSY_MARGIN, "page", self._choose_from_now)

    def _choose_from_now(self) -> None:
        self.debounce.decides_from = get_time()

    def _paint_at_last(self) -> None:
        """Nothing else comes of a decision, and it changed nothing that is to be seen."""
        if self._is_stale:
            self._paint()

    def _give_up(self) -> None:
        """What was held has waited for long enough."""
        if self._early:
            self._decided_on = None
            self._paint()

    def _is_typed(self, event: events.Event) -> bool:
        """Whether it goes into a field, where every letter counts."""
        return isinstance(event, events.Key) and isinstance(self.focused, Input)

    def _counts(self, event: events.Event) -> bool:
        if isinstance(event, events.MouseDown):
            self._drops_button = not self.debounce.click(event.time)
            return not self._drops_button
        if isinstance(event, events.MouseUp):
            drops, self._drops_button = self._drops_button, False
            return not drops
        if not isinstance(event, events.Key):
            return True
        if event.time == inf:
            return self.debounce.press("", inf)
        is_timely = self.debounce.press(event.key, event.time)
        self._after(RELEASE_AFTER_HOLD if self.debounce.is_repeat else RELEASE_AFTER_PRESS, "key", self._release)
        if self._is_typed(event):
            return True
        return is_timely and not (self.debounce.is_repeat and not self._moves(event.key))

    def _moves(self, key: str) -> bool:
        """Whether a key may be held down."""
        active = self.screen.active_bindings.get(key)
        return active is not None and active.binding.action.rpartition(".")[2].startswith(REPEATABLE_ACTIONS)
