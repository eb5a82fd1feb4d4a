"""What stands on the projector, and what can the teacher do with it?

The teacher's dashboard, full screen: a Textual app that runs the ASGI server in its event loop, its views, actions
and refresh interval.
"""

import asyncio
import socket
from pathlib import Path
from typing import ClassVar, Literal

from textual import getters
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import ContentSwitcher, Digits

from wayout.classroom.board_dialogs import Bars, QrCode
from wayout.classroom.board_view import BoardView, ClassLesson, Tally, board, held_line, titled
from wayout.classroom.http_server import ClassHttpServer
from wayout.classroom.tally import CountedQuestion
from wayout.faces.terminal.app import HERE, WayoutApp
from wayout.faces.terminal.page_layout import TextBlock
from wayout.faces.terminal.palette import BindingCommands
from wayout.faces.terminal.screens.base_screen import BaseScreen as FullScreen
from wayout.faces.terminal.widgets.prose import Heading, Prose
from wayout.locale import classroom_strings, strings
from wayout.play.state import Reader

View = Literal["door", "where", "tally", "over"]
STOP_TIMEOUT = 3.0
"""Seconds to wait at the end until the server has stopped."""
REFRESH_INTERVAL = 2.0
"""Seconds between two looks at the room. Rarely enough that a bar does not move with the pupil who made it longer."""


class BoardScreen(FullScreen):
    """Few and large words: how to get in; or where they are; or what was chosen. It paints what a board may tell."""

    CSS_PATH = "board.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "view('door')", classroom_strings.KEY_DOOR, id="board.door", tooltip=classroom_strings.TIP_DOOR),
        Binding(
            "w", "view('where')", classroom_strings.KEY_WHERE, id="board.where", tooltip=classroom_strings.TIP_WHERE
        ),
        Binding(
            "t", "view('tally')", classroom_strings.KEY_TALLY, id="board.tally", tooltip=classroom_strings.TIP_TALLY
        ),
        Binding(
            "left",
            "turn(-1)",
            classroom_strings.KEY_BEFORE,
            id="board.before",
            key_display="←",
            tooltip=classroom_strings.TIP_BEFORE,
        ),
        Binding(
            "right",
            "turn(1)",
            classroom_strings.KEY_AFTER,
            id="board.after",
            key_display="→",
            tooltip=classroom_strings.TIP_AFTER,
        ),
        Binding("p", "pause", classroom_strings.KEY_PAUSE, id="board.pause", tooltip=classroom_strings.TIP_PAUSE),
        Binding(
            "r", "records", classroom_strings.KEY_RECORDS, id="board.records", tooltip=classroom_strings.TIP_RECORDS
        ),
        Binding("g", "gentle", classroom_strings.KEY_GENTLE, id="board.gentle", tooltip=classroom_strings.TIP_GENTLE),
        Binding(
            "b", "debrief", classroom_strings.KEY_DEBRIEF, id="board.debrief", tooltip=classroom_strings.TIP_DEBRIEF
        ),
        Binding(
            "n", "network", classroom_strings.KEY_NETWORK, id="board.network", tooltip=classroom_strings.TIP_NETWORK
        ),
        Binding("e", "end", classroom_strings.KEY_END, id="board.end", tooltip=classroom_strings.TIP_END),
        Binding("l", "lock", classroom_strings.KEY_LOCK, id="board.lock", tooltip=classroom_strings.TIP_LOCK),
        Binding(
            "x", "empty", classroom_strings.KEY_EMPTY, show=False, id="board.empty", tooltip=classroom_strings.TIP_EMPTY
        ),
        Binding(
            "q,escape", "end", classroom_strings.KEY_END, show=False, id="board.quit", tooltip=classroom_strings.TIP_END
        ),
        Binding(
            "q,escape", "leave", classroom_strings.KEY_LEAVE, id="board.leave", tooltip=classroom_strings.TIP_LEAVE
        ),
    ]

    heading = getters.query_one(Heading)
    views = getters.query_one("#views", ContentSwitcher)
    places = getters.query_one("#places", Bars)
    choices = getters.query_one("#choices", Bars)
    ask = getters.query_one("#ask", Prose)
    told = getters.query_one("#told", Prose)
    where_note = getters.query_one("#where-note", Prose)
    over = getters.query_one("#over", Prose)
    notes = getters.query_one("#notes", Prose)

    shown: reactive[BoardView | None] = reactive(None, init=False, repaint=False)
    view: reactive[View] = reactive("door", init=False, repaint=False)

    def __init__(self, lesson: ClassLesson) -> None:
        super().__init__()
        self.lesson = lesson
        self.question: CountedQuestion | None = None
        """The question that was turned to; without one, that whose numbers moved last is followed."""

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
                        yield Prose((TextBlock((("muted", classroom_strings.DOOR_HERE),), indent=0),), classes="note")
                if self.lesson.is_lan:
                    yield QrCode(self.lesson.address, id="picture")
            with Vertical(id="where"):
                yield Prose((TextBlock((("head", classroom_strings.WHERE),), indent=0),), id="where-head")
                yield Bars(id="places")
                yield Prose(id="where-note", classes="note")
            with Vertical(id="tally"):
                yield Prose(id="ask")
                yield Bars(id="choices")
                yield Prose(id="told", classes="note")
            with Vertical(id="over"):
                yield Prose(id="over-words")

    def below(self) -> ComposeResult:
        """What the teacher should know now."""
        yield Prose(id="notes")

    def on_mount(self) -> None:
        """Look at the room now, and again and again."""
        self.look()
        self.set_interval(REFRESH_INTERVAL, self.look)

    def look(self) -> None:
        """The room as it is now; what did not change is not painted again."""
        self.shown = board(self.lesson, self.question)

    def watch_shown(self, shown: BoardView) -> None:
        """Put everything in its place."""
        self.heading.right = " · ".join(shown.status)
        self.places.bars = shown.places
        self.where_note.parts = _where_note(shown)
        self.ask.parts = _ask(shown.tally)
        self.choices.bars = shown.tally.bars if shown.tally else ()
        self.told.parts = _told(shown.tally)
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
        """The next question, or the one before; after the last, that whose numbers moved last is followed again."""
        questions = self.lesson.room.answers.questions
        if self.shown is not None and self.shown.tally is not None:
            at = max(0, self.shown.tally.number - 1 + by)
            self.question = questions[at] if at < len(questions) else None
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
        from wayout.classroom.board_dialogs import EndScreen

        count = self.lesson.room.count(self.lesson.now())
        self.app.push_screen(
            EndScreen(
                classroom_strings.EMPTY_SAYS.format(n=count),
                self.empty,
                classroom_strings.EMPTY_HEAD,
                classroom_strings.EMPTY_YES,
            )
        )

    def empty(self) -> None:
        """Take the seats away, and show the new code."""
        self.lesson.empty()
        self.question = None
        self.view = "door"
        self.look()

    def action_records(self) -> None:
        """Open or close records."""
        from wayout.classroom.board_dialogs import RecordsScreen

        self.app.push_screen(RecordsScreen(self.lesson))

    def action_network(self) -> None:
        """What to do if pupils cannot get in."""
        from wayout.classroom.board_dialogs import NetworkScreen

        self.app.push_screen(NetworkScreen())

    def action_end(self) -> None:
        """Ask, ask again, then wipe."""
        from wayout.classroom.board_dialogs import EndScreen

        count = self.lesson.room.count(self.lesson.now())
        sure = EndScreen(classroom_strings.END_SURE.format(n=count), self.wipe)
        self.app.push_screen(EndScreen(classroom_strings.END_SAYS, lambda: self.app.push_screen(sure)))

    def wipe(self) -> None:
        """End the lesson."""
        self.lesson.end()
        self.question = None
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
            return self.view == "tally" and len(self.lesson.room.answers.questions) > 1
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


def _door(lesson: ClassLesson) -> tuple[TextBlock, ...]:
    return (
        TextBlock((("muted", classroom_strings.DOOR_OPEN),), indent=0),
        TextBlock((("head", lesson.address),), gap=0, indent=0),
        TextBlock((("muted", classroom_strings.DOOR_CODE),), indent=0),
    )


def _where_note(shown: BoardView) -> tuple[TextBlock, ...]:
    note = classroom_strings.WHERE_LEAST if shown.places else classroom_strings.WHERE_NOBODY
    return (TextBlock((("muted", note),), indent=0),)


def _ask(shown_tally: Tally | None) -> tuple[TextBlock, ...]:
    if shown_tally is None:
        return (TextBlock((("muted", classroom_strings.FORK_NONE),), indent=0),)
    which = (
        f" · {classroom_strings.FORK_WHICH.format(number=shown_tally.number, of=shown_tally.of)}"
        if shown_tally.of > 1
        else ""
    )
    return (
        TextBlock((("muted", shown_tally.where + which),), indent=0),
        TextBlock((("head", shown_tally.ask),), gap=0, indent=0),
    )


def _told(shown_tally: Tally | None) -> tuple[TextBlock, ...]:
    """What the record has, whose answers were counted, and what is not shown."""
    if shown_tally is None:
        return ()
    record = classroom_strings.RECORD_HAS.format(record=shown_tally.record) if shown_tally.record else ""
    has = (TextBlock((("text", record),), gap=0, indent=0),) if record else ()
    return (*has, TextBlock((("muted", f"{shown_tally.counted} {shown_tally.note}"),), gap=0, indent=0))


def _over(shown: BoardView) -> tuple[TextBlock, ...]:
    return (
        TextBlock((("head", classroom_strings.OVER),), indent=0),
        TextBlock((("word", held_line(shown.held)),), indent=0),
        TextBlock((("text", classroom_strings.OVER_SAYS),), indent=0),
    )


def _notes(shown: BoardView, view: View) -> tuple[TextBlock, ...]:
    """What the teacher should know: what goes wrong; and where numbers are shown, that there are few in the room."""
    notes = [*shown.warnings, *([shown.faults] if shown.faults else [])]
    if shown.is_small and view in ("where", "tally"):
        notes.append(classroom_strings.SMALL_CLASS)
    return tuple(TextBlock((("word", note),), indent=0, gap=0) for note in notes)


class ClassApp(WayoutApp, inherit_bindings=False):
    """The board, and in the same loop the server: both live and end together."""

    CSS_PATH: ClassVar = [HERE / "app.tcss", Path(__file__).with_name("board.tcss")]
    COMMANDS: ClassVar = App.COMMANDS | {BindingCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", strings.KEY_HELP, id="help", key_display="?", tooltip=strings.TIP_HELP),
        Binding(
            "ctrl+q", "quit", classroom_strings.KEY_END, show=False, system=True, tooltip=classroom_strings.TIP_END
        ),
    ]

    def __init__(
        self, lesson: ClassLesson, serving: ClassHttpServer | None = None, listener: socket.socket | None = None
    ) -> None:
        super().__init__(lesson.library, Reader())
        self.lesson = lesson
        self.serving = serving
        self.listener = listener
        self.served: asyncio.Task[None] | None = None

    def get_default_screen(self) -> Screen[None]:
        """The board lies below everything else."""
        return BoardScreen(self.lesson)

    def on_mount(self) -> None:
        """Let the pupils in."""
        super().on_mount()
        if self.serving is not None and self.listener is not None:
            self.served = asyncio.create_task(self.serving.serve(sockets=[self.listener]))

    async def on_unmount(self) -> None:
        """Let nobody in any more."""
        if self.serving is not None and self.served is not None:
            self.serving.should_exit = True
            await asyncio.wait([self.served], timeout=STOP_TIMEOUT)

    async def action_quit(self) -> None:
        """Not at once: a lesson is ended first."""
        screen = self.screen_stack[0]
        await self.run_action("leave" if self.lesson.room.is_ended else "end", screen)
