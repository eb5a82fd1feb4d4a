"""What stands on the projector, and what can the teacher do with it?"""

from typing import ClassVar, Literal

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.widgets import ContentSwitcher, Digits

from game.faces.classroom.bars import Bars
from game.faces.classroom.code_picture import CodePicture
from game.faces.classroom.told import Board, Lesson, Tally, board, held_line, titled
from game.faces.terminal.parts import Part
from game.faces.terminal.screens.room import Room as FullScreen
from game.faces.terminal.widgets.heading import Heading
from game.faces.terminal.widgets.prose import Prose
from game.words import classroom as said

View = Literal["door", "where", "tally", "over"]
LEADING = ("view", "pause", "records", "gentle", "debrief", "lock", "empty", "network", "end")
"""What a teacher does while the lesson lasts."""
EVERY = 2.0
"""Seconds between two looks at the room. Rarely enough that a bar does not move with the pupil who made it longer."""


class BoardScreen(FullScreen):
    """Few and large words: how to get in; or where they are; or what was chosen. It paints what a board may tell."""

    CSS_PATH = "board.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "view('door')", said.KEY_DOOR, id="board.door", tooltip=said.TIP_DOOR),
        Binding("w", "view('where')", said.KEY_WHERE, id="board.where", tooltip=said.TIP_WHERE),
        Binding("t", "view('tally')", said.KEY_TALLY, id="board.tally", tooltip=said.TIP_TALLY),
        Binding("left", "turn(-1)", said.KEY_BEFORE, id="board.before", key_display="←", tooltip=said.TIP_BEFORE),
        Binding("right", "turn(1)", said.KEY_AFTER, id="board.after", key_display="→", tooltip=said.TIP_AFTER),
        Binding("p", "pause", said.KEY_PAUSE, id="board.pause", tooltip=said.TIP_PAUSE),
        Binding("r", "records", said.KEY_RECORDS, id="board.records", tooltip=said.TIP_RECORDS),
        Binding("g", "gentle", said.KEY_GENTLE, id="board.gentle", tooltip=said.TIP_GENTLE),
        Binding("b", "debrief", said.KEY_DEBRIEF, id="board.debrief", tooltip=said.TIP_DEBRIEF),
        Binding("n", "network", said.KEY_NETWORK, id="board.network", tooltip=said.TIP_NETWORK),
        Binding("e", "end", said.KEY_END, id="board.end", tooltip=said.TIP_END),
        Binding("l", "lock", said.KEY_LOCK, id="board.lock", tooltip=said.TIP_LOCK),
        Binding("x", "empty", said.KEY_EMPTY, show=False, id="board.empty", tooltip=said.TIP_EMPTY),
        Binding("q,escape", "end", said.KEY_END, show=False, id="board.quit", tooltip=said.TIP_END),
        Binding("q,escape", "leave", said.KEY_LEAVE, id="board.leave", tooltip=said.TIP_LEAVE),
    ]

    heading = getters.query_one(Heading)
    views = getters.query_one("#views", ContentSwitcher)
    places = getters.query_one("#places", Bars)
    choices = getters.query_one("#choices", Bars)
    ask = getters.query_one("#ask", Prose)
    where_note = getters.query_one("#where-note", Prose)
    over = getters.query_one("#over", Prose)
    notes = getters.query_one("#notes", Prose)

    shown: reactive[Board | None] = reactive(None, init=False, repaint=False)
    view: reactive[View] = reactive("door", init=False, repaint=False)

    def __init__(self, lesson: Lesson) -> None:
        super().__init__()
        self.lesson = lesson
        self.fork: tuple[str, str] | None = None

    def above(self) -> ComposeResult:
        """Whose records, how many are in, and what holds."""
        yield Heading(titled(self.lesson))

    def inside(self) -> ComposeResult:
        """The views, one of which is shown."""
        with ContentSwitcher(initial="door", id="views"):
            with Horizontal(id="door"):
                with Vertical(id="door-words"):
                    yield Prose(_door(self.lesson), id="address")
                    yield Digits(_spaced(self.lesson.gate.code), id="code")
                    if not self.lesson.is_lan:
                        yield Prose((Part((("muted", said.DOOR_HERE),), indent=0),), classes="note")
                if self.lesson.is_lan:
                    yield CodePicture(self.lesson.address, id="picture")
            with Vertical(id="where"):
                yield Prose((Part((("head", said.WHERE),), indent=0),), id="where-head")
                yield Bars(id="places")
                yield Prose(id="where-note", classes="note")
            with Vertical(id="tally"):
                yield Prose(id="ask")
                yield Bars(id="choices")
            with Vertical(id="over"):
                yield Prose(id="over-words")

    def below(self) -> ComposeResult:
        """What the teacher should know now."""
        yield Prose(id="notes")

    def on_mount(self) -> None:
        """Look at the room now, and again and again."""
        self.look()
        self.set_interval(EVERY, self.look)

    def look(self) -> None:
        """The room as it is now; what did not change is not painted again."""
        self.shown = board(self.lesson, self.fork)

    def watch_shown(self, shown: Board) -> None:
        """Put everything in its place."""
        self.heading.right = " · ".join(shown.status)
        self.places.bars = shown.places
        self.where_note.parts = _where_note(shown)
        self.ask.parts = _ask(shown.tally)
        self.choices.bars = shown.tally.bars if shown.tally else ()
        self.notes.parts = _notes(shown, self.view)
        self.query_one("#code", Digits).update(_spaced(self.lesson.gate.code))
        if shown.is_ended:
            self.view = "over"
            self.query_one("#over-words", Prose).parts = _over(shown)
        self.refresh_bindings()

    def watch_view(self, view: View) -> None:
        """Another view."""
        self.views.current = view
        if self.shown is not None:
            self.notes.parts = _notes(self.shown, view)
        self.refresh_bindings()

    def action_view(self, view: View) -> None:
        """Show another view."""
        self.view = view

    def action_turn(self, by: int) -> None:
        """The next fork, or the one before; from the latest on, the latest is followed again."""
        forks = self.lesson.room.forks
        if self.shown is not None and self.shown.tally is not None:
            at = self.shown.tally.number - 1 + by
            self.fork = forks[at] if 0 <= at < len(forks) else self.fork
            self.look()

    def action_pause(self) -> None:
        """Pause, or go on."""
        self.lesson.room.is_paused = not self.lesson.room.is_paused
        self.look()

    def action_gentle(self) -> None:
        """Gentle for all, or each as she chose."""
        self.lesson.room.gentle = not self.lesson.room.gentle
        self.look()

    def action_debrief(self) -> None:
        """Begin the debrief, or take it back."""
        self.lesson.room.is_debriefing = not self.lesson.room.is_debriefing
        self.look()

    def action_lock(self) -> None:
        """Lock the door, or open it."""
        self.lesson.room.is_locked = not self.lesson.room.is_locked
        self.look()

    def action_empty(self) -> None:
        """Ask, then send all to the door."""
        from game.faces.classroom.panels import EndScreen

        count = self.lesson.room.count(self.lesson.now())
        self.app.push_screen(EndScreen(said.EMPTY_SAYS.format(n=count), self.empty, said.EMPTY_HEAD, said.EMPTY_YES))

    def empty(self) -> None:
        """Take the seats away, and show the new code."""
        self.lesson.empty()
        self.fork = None
        self.view = "door"
        self.look()

    def action_records(self) -> None:
        """Open or close records."""
        from game.faces.classroom.panels import RecordsScreen

        self.app.push_screen(RecordsScreen(self.lesson))

    def action_network(self) -> None:
        """What to do if pupils cannot get in."""
        from game.faces.classroom.panels import NetworkScreen

        self.app.push_screen(NetworkScreen())

    def action_end(self) -> None:
        """Ask, ask again, then wipe."""
        from game.faces.classroom.panels import EndScreen

        count = self.lesson.room.count(self.lesson.now())
        sure = EndScreen(said.END_SURE.format(n=count), self.wipe)
        self.app.push_screen(EndScreen(said.END_SAYS, lambda: self.app.push_screen(sure)))

    def wipe(self) -> None:
        """End the lesson."""
        self.lesson.end()
        self.fork = None
        self.look()

    def action_leave(self) -> None:
        """Stop."""
        self.app.exit()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Once the lesson is over one can only leave; before that, only end it."""
        is_ended = self.lesson.room.is_ended
        if action == "leave":
            return is_ended
        if action == "turn":
            return self.view == "tally" and len(self.lesson.room.forks) > 1
        return not is_ended or action not in (
            "view",
            "pause",
            "records",
            "gentle",
            "debrief",
            "lock",
            "empty",
            "network",
            "end",
        )


def _spaced(code: str) -> str:
    """In two halves, as one reads it aloud."""
    return f"{code[: len(code) // 2]} {code[len(code) // 2 :]}"


def _door(lesson: Lesson) -> tuple[Part, ...]:
    return (
        Part((("muted", said.DOOR_OPEN),), indent=0),
        Part((("head", lesson.address),), gap=0, indent=0),
        Part((("muted", said.DOOR_CODE),), indent=0),
    )


def _where_note(shown: Board) -> tuple[Part, ...]:
    note = said.WHERE_LEAST if shown.places else said.WHERE_NOBODY
    return (Part((("muted", note),), indent=0),)


def _ask(found: Tally | None) -> tuple[Part, ...]:
    if found is None:
        return (Part((("muted", said.FORK_NONE),), indent=0),)
    which = f" · {said.FORK_WHICH.format(number=found.number, of=found.of)}" if found.of > 1 else ""
    return (
        Part((("muted", found.where + which),), indent=0),
        Part((("head", found.ask),), gap=0, indent=0),
    )


def _over(shown: Board) -> tuple[Part, ...]:
    return (
        Part((("head", said.OVER),), indent=0),
        Part((("word", held_line(shown.held)),), indent=0),
        Part((("text", said.OVER_SAYS),), indent=0),
    )


def _notes(shown: Board, view: View) -> tuple[Part, ...]:
    """What the teacher should know: what goes wrong; and where numbers are shown, that there are few in the room."""
    found = [*shown.warnings, *([shown.faults] if shown.faults else [])]
    if shown.is_small and view in ("where", "tally"):
        found.append(said.SMALL_CLASS)
    return tuple(Part((("word", note),), indent=0, gap=0) for note in found)
