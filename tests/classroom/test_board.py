"""The projector board: what it shows, and what the teacher does with it, by key and by mouse."""

import asyncio
import itertools
from collections.abc import Awaitable, Callable

import pytest
from rich.style import Style
from textual.binding import Binding
from textual.widgets import Digits

from tests.classroom.classes import CODE, free_port, read
from tests.classroom.pupils import Pupil, hang_up
from tests.support.terminals import Screen
from tests.terminal.driving import Seat, assert_picture
from wayout.classroom.access_code import AccessCode
from wayout.classroom.board import BoardScreen, ClassApp
from wayout.classroom.board_dialogs import QUIET_ZONE, half_blocks
from wayout.classroom.board_view import ClassLesson
from wayout.classroom.class_state import ClassState
from wayout.classroom.http_server import LOOPBACK, ClassHttpServer, listening
from wayout.classroom.server import ClassServer
from wayout.classroom.tally import MIN_READING, CountedQuestion
from wayout.model.library import Library

SIZES = ((40, 20), (80, 24), (120, 40))

ADDRESS = "http://192.168.178.20:8000"


def lesson_of(library: Library, pupils: int, *, is_lan: bool = True) -> ClassLesson:
    """A class that stands at the first two forks of Ivo's record."""
    room, gate = ClassState(("ivo", "nils")), AccessCode("48215093", lambda: 0.0)
    forks = [name for name, scene in library.stories["ivo"].scenes.items() if scene.choices][:2]
    for number in range(pupils):
        seat = room.take_seat(0.0) or ""
        fork = forks[number % 2]
        read(room, seat, ("ivo", fork))
        options = list(library.scene("ivo", fork).choices)
        room.answered(seat, CountedQuestion("ivo", fork), options[number // 2 % 2])
    return ClassLesson(library, room, gate, ADDRESS if is_lan else "http://127.0.0.1:8000", is_lan, lambda: 0.0)


def drive(lesson: ClassLesson, do: Callable[[Seat], Awaitable[None]], size: tuple[int, int] = (80, 24)) -> None:
    async def run() -> None:
        app = ClassApp(lesson)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await do(Seat(app, pilot))

    asyncio.run(run())


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_board_looks_as_reviewed(library: Library, size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        for name, key in (
            ("door", "d"),
            ("where", "w"),
            ("tally", "t"),
            ("records", "r"),
            ("end", "e"),
            ("network", "n"),
        ):
            await seat.press(key)
            await seat.pilot.pause()
            assert_picture(f"board-{name}-{size[0]}x{size[1]}", seat.text)
            await seat.press(*(["escape"] if name in ("records", "end") else []))

    drive(lesson_of(library, 28), look, size)


def test_few_and_large_words_fit_a_projector(library: Library) -> None:
    """At 80 by 24, the size of a terminal in a font that a room can read, nothing is below the screen."""

    async def look(seat: Seat) -> None:
        for key in "dwt":
            await seat.press(key)
            await seat.pilot.pause()
            assert "↓ more" not in seat.text
        await seat.press("d")
        assert ADDRESS in seat.text

    drive(lesson_of(library, 28), look)


def test_tallies_tell_no_small_group_and_never_who(library: Library) -> None:
    lesson = lesson_of(library, 14)

    async def look(seat: Seat) -> None:
        await seat.press("t")
        await seat.pilot.pause()
        assert "not shown" in seat.text
        for token in lesson.room._seats:
            assert token not in seat.text
        for key in ("w", "t", "d"):
            await seat.press(key)
            assert not any(
                f" {n} " in f"{line} " for n in range(1, 5) for line in seat.lines if "█" in line and key != "d"
            )

    drive(lesson, look)


def test_left_and_right_turn_to_another_fork_and_the_latest_comes_by_itself(library: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("t")
        assert "2 of 2" in seat.text
        await seat.press("left")
        assert "1 of 2" in seat.text
        await seat.press("left")
        assert "1 of 2" in seat.text
        await seat.click("After")
        assert "2 of 2" in seat.text
        await seat.press("right")
        assert seat.app.screen.question is None, "past the last one the numbers are followed again"  # type: ignore[attr-defined]

    drive(lesson_of(library, 28), look, (120, 40))


def test_a_small_class_is_warned_of_where_numbers_stand(library: Library) -> None:
    async def look(seat: Seat) -> None:
        assert "Ten or fewer" not in seat.text
        await seat.press("t")
        await seat.pilot.pause()
        assert "Ten or fewer" in seat.text

    drive(lesson_of(library, 10), look)


def test_pause_gentle_debrief_and_records_by_mouse(library: Library) -> None:
    lesson = lesson_of(library, 28)

    async def lead(seat: Seat) -> None:
        for label in ("Pause", "Gentle", "Debrief"):
            await seat.click(label)
            await seat.pilot.pause()
        assert (lesson.room.is_paused, lesson.room.gentle, lesson.room.is_debriefing) == (True, True, True)
        assert "paused · gentle wording · debrief" in seat.lines[1]
        await seat.click("Records")
        await seat.pilot.pause()
        await seat.click("Nils")
        await seat.pilot.pause()
        assert "Nils  closed" in seat.text
        assert lesson.room.open == {"ivo"}
        await seat.press("2")
        assert lesson.room.open == {"ivo", "nils"}

    drive(lesson, lead, (120, 40))


def test_the_door_is_locked_and_the_room_emptied_by_key(library: Library) -> None:
    lesson = lesson_of(library, 28)
    code = lesson.gate.code

    async def lead(seat: Seat) -> None:
        await seat.click("Lock")
        await seat.pilot.pause()
        assert lesson.room.is_locked
        assert "door locked" in seat.lines[1]
        await seat.press("l", "x", "enter")
        await seat.pilot.pause()
        assert (lesson.room.is_locked, lesson.room.held[0]) == (False, 28), "the first answer empties nothing"
        await seat.press("t", "x", "2")
        await seat.pilot.pause()
        assert lesson.room.held == (0, 0)
        assert not lesson.room.is_ended
        assert lesson.gate.code != code
        digits = seat.app.screen.query_one("#code", Digits)
        assert digits.value.replace(" ", "") == lesson.gate.code

    drive(lesson, lead, (120, 40))


def test_the_board_says_who_disturbs_and_when_what_is_switched_is_seen(library: Library) -> None:
    lesson = lesson_of(library, 28)

    async def look(seat: Seat) -> None:
        for _ in range(12):
            lesson.gate.opens("1", "10.0.0.9")
        lesson.room.refused_seats = 3
        await seat.press("p")
        await seat.pilot.pause()
        shown = " ".join(seat.text.split())
        assert "Somebody guesses the code: 12 wrong ones within a minute." in shown
        assert "3 times no seat was given" in shown
        assert "with the next page that they load" in shown

    drive(lesson, look)


def test_the_end_is_asked_twice_and_then_shows_that_nothing_is_left(library: Library) -> None:
    lesson = lesson_of(library, 28)

    async def end(seat: Seat) -> None:
        await seat.press("e", "enter")
        assert not lesson.room.is_ended, "the first answer goes on with the lesson"
        await seat.press("q", "2", "escape")
        assert not lesson.room.is_ended
        await seat.press("ctrl+q", "down", "enter")
        await seat.pilot.pause()
        assert "over for all (28 in)" in seat.text
        await seat.press("down", "enter")
        await seat.pilot.pause()
        assert lesson.room.is_ended
        assert "Held now: 0 seats, 0 answers." in seat.text
        assert_picture("board-over-80x24", seat.text)
        await seat.press("t", "p", "r")
        assert not lesson.room.is_paused
        assert "The lesson is over" in seat.text
        await seat.press("q")
        assert not seat.app.is_running

    drive(lesson, end)


def test_every_key_has_an_id_and_a_tooltip_and_stands_in_the_help(library: Library) -> None:
    async def look(seat: Seat) -> None:
        bindings = [one for one in (*BoardScreen.BINDINGS, *ClassApp.BINDINGS) if isinstance(one, Binding)]
        assert len(bindings) > 12
        assert all(one.tooltip and (one.id or one.system) for one in bindings)
        await seat.press("question_mark")
        await seat.pilot.pause()
        for words in ("Show how many gave each answer first", "What to do if pupils cannot reach this machine"):
            assert words in seat.text

    drive(lesson_of(library, 28), look, (120, 40))


def test_an_idle_board_paints_nothing(library: Library) -> None:
    async def wait(seat: Seat) -> None:
        await seat.press("t")
        await seat.pilot.pause()
        painted = []
        screen = seat.app.screen
        seat.app._display = lambda *_: painted.append(1)  # type: ignore[method-assign]
        screen.look()  # type: ignore[attr-defined]
        await seat.pilot.pause(0.1)
        assert painted == []

    drive(lesson_of(library, 28), wait)


def test_the_picture_of_the_address_is_black_on_white_with_its_quiet_zone(library: Library) -> None:
    rows = half_blocks(ADDRESS)
    width = len(rows[0])
    assert {len(row) for row in rows} == {width}
    assert all(not row[:QUIET_ZONE].strip() and not row[-QUIET_ZONE:].strip() for row in rows)
    assert all(not row.strip() for row in (*rows[: QUIET_ZONE // 2], *rows[-(QUIET_ZONE // 2) :]))
    assert width - 2 * QUIET_ZONE == 25, "the smallest code that holds the address"

    async def look(seat: Seat) -> None:
        for theme in ("wayout-dark", "wayout-light", "ansi-dark"):
            seat.app.theme = theme
            await seat.pilot.pause()
            strips = seat.app.screen._compositor.render_strips()
            styles = {segment.style for strip in strips for segment in strip if "█▀▀▀▀▀█" in segment.text}
            assert styles
            assert all(_ink(style) == ("#000000", "#ffffff") for style in styles)

    drive(lesson_of(library, 28), look)


def _ink(style: Style | None) -> tuple[str, str]:
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    return style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex


def test_on_this_machine_alone_the_board_says_so(library: Library) -> None:
    async def look(seat: Seat) -> None:
        assert "start with --lan" in " ".join(seat.text.split())
        assert "█▀▀▀▀▀█" not in seat.text

    drive(lesson_of(library, 0, is_lan=False), look)


def test_the_board_and_the_pupils_share_a_loop_and_a_room(library: Library) -> None:
    async def run() -> None:
        clock = itertools.count(0.0, MIN_READING)
        room, gate = ClassState(("ivo",)), AccessCode(CODE, lambda: 0.0)
        listener = listening(LOOPBACK, 0)
        port = listener.getsockname()[1]
        serving = ClassHttpServer(ClassServer(library, room, gate, now=lambda: next(clock)).app)
        lesson = ClassLesson(library, room, gate, f"http://{LOOPBACK}:{port}", True, lambda: 0.0, serving.hang_up)
        app = ClassApp(lesson, serving, listener)
        async with app.run_test(size=(80, 24)) as pilot:
            seat = Seat(app, pilot)
            for _ in range(6):
                pupil = Pupil(port)
                await pupil.join(CODE)
                await pupil.begin("ivo")
                await pupil.move("go on")
                await pupil.move(pupil.moves[0])
            await seat.press("t")
            app.screen.look()  # type: ignore[attr-defined]
            await pilot.pause()
            assert "6 in" in seat.text
            assert "█ 5" in seat.text, "the sixth waits for four others"
            await hang_up()
        with pytest.raises(OSError):  # noqa: PT011 - which one hangs on the system
            await Pupil(port).ask("/")

    asyncio.run(run())


def test_in_a_real_terminal_the_board_serves_ends_and_leaves_nothing_behind(wayout: list[str]) -> None:
    port = free_port()

    async def play(at: str) -> int:
        pupil = Pupil(port)
        status = await pupil.join(CODE) if at == "/" else await pupil.ask(at)
        await hang_up()
        return status

    with Screen(wayout, "class", "ivo", "--port", str(port), "--code", CODE) as board:
        board.until("and type this code")
        assert asyncio.run(play("/")) == 200
        board.press("e")
        board.until("End and wipe")
        board.press("2")
        board.until("over for all (1 in)")
        board.press("2")
        board.until("Held now: 0 seats, 0 answers.")
        assert asyncio.run(play("/records")) == 410
        board.press("q")
        board.rest()
    assert board.child.exitstatus == 0
    assert b"Traceback" not in board.raw
