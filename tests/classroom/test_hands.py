"""One screen for the whole class: hands are counted, and one of the options is then followed."""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable

from msgspec.structs import replace

from tests.invented.asked import asked
from tests.support.playing import played
from tests.terminal.driving import Seat, assert_picture
from wayout.classroom.class_state import stays_within
from wayout.classroom.hand_count import HandsApp
from wayout.model.library import Library
from wayout.play.moves import RETURN
from wayout.play.state import Fork, Reader
from wayout.play.step import begin


def drive(library: Library, do: Callable[[Seat], Awaitable[None]], *records: str, asks: bool = True) -> None:
    """Open the record of Ivo at its first fork."""

    async def run() -> None:
        app = HandsApp(library, Reader(asks=asks), records or ("ivo", "nils"))
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.pause()
            app.has_seen_foreword = True
            app.read_story("ivo")
            await pilot.pause()
            await pilot.press("enter")
            await do(Seat(app, pilot))

    asyncio.run(run())


def test_hands_are_typed_for_each_option_and_the_most_are_pointed_at_but_not_followed(library: Library) -> None:
    async def count(seat: Seat) -> None:
        await seat.press("9")
        await seat.pilot.pause()
        assert seat.name == "HandCountScreen"
        await seat.press("enter", "1", "4", "tab", "3")
        await seat.pilot.pause()
        assert_picture("hands-counting-80x24", seat.text)
        await seat.press("enter")
        await seat.pilot.pause()
        assert "❯ Go to the Marsh" in seat.text
        assert "Which one is followed?" in seat.text
        assert_picture("hands-counted-80x24", seat.text)
        await seat.press("down", "up", "up", "enter")
        await seat.pilot.pause()
        assert "Chosen: Run away" in seat.text, "the teacher chooses, not the number"

    drive(library, count)


def test_marks_are_counted_before_a_reveal(library: Library) -> None:
    async def count(seat: Seat) -> None:
        await seat.press("h", "5", "enter", "enter", "enter", "enter")
        await seat.press("h", "1", "enter", "7", "enter", "2", "enter", "3", "enter")
        await seat.pilot.pause()
        assert "❯ A threat" in seat.text
        await seat.press("enter")
        await seat.pilot.pause()
        assert "taken" in seat.text

    drive(library, count)


def test_hands_by_mouse_and_a_number_can_be_taken_back(library: Library) -> None:
    async def count(seat: Seat) -> None:
        await seat.click("Hands")
        await seat.pilot.pause()
        await seat.press("1", "2", "3", "4", "backspace", "backspace")
        assert "█ 1" in seat.text
        await seat.click("Refuse openly")
        await seat.press("8")
        await seat.click("Next")
        await seat.pilot.pause()
        assert "❯ Refuse openly" in seat.text
        await seat.press("5")
        assert "█ 5" in seat.text, "a digit counts again"
        await seat.press("enter")
        await seat.click("Refuse openly")
        await seat.pilot.pause()
        assert "Chosen: Refuse openly" in seat.text

    drive(library, count)


def test_the_first_count_of_a_question_stays_when_it_is_asked_again(library: Library) -> None:
    async def count(seat: Seat) -> None:
        await seat.press("h", "9", "enter", "4", "enter", "3", "enter", "enter")
        await seat.pilot.pause()
        await seat.press("u")
        await seat.pilot.pause()
        assert "What does he choose?" in seat.text
        await seat.press("2")
        await seat.pilot.pause()
        assert "the first count stays" in " ".join(seat.text.split())
        await seat.press("7", "backspace")
        assert [line.split()[-1] for line in seat.lines if "█" in line] == ["9", "4", "3"]
        await seat.press("down", "enter")
        await seat.pilot.pause()
        assert "Chosen: Go to the Marsh" in seat.text, "another one can be followed all the same"

    drive(library, count)


def test_hands_are_raised_for_words_to_print(library: Library) -> None:
    async def run() -> None:
        app = HandsApp(asked(library), Reader(parts=("gap", "place", "mark")), ("vesna",))
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            await pilot.pause()
            app.has_seen_foreword = True
            app.read_story("vesna")
            await pilot.pause()
            seat = Seat(app, pilot)
            await seat.press(*(["enter"] if seat.name != "HandsScreen" else []))
            await seat.press("h")
            await seat.pilot.pause()
            assert seat.name == "HandCountScreen", seat.text
            assert "does not tell" in seat.text
            assert "as it came" not in seat.text, "to pass over is no answer"

    asyncio.run(run())


def test_a_digit_never_chooses_where_hands_are_counted_and_does_elsewhere(library: Library) -> None:
    async def count(seat: Seat) -> None:
        await seat.press("0", "escape")
        assert "What does he choose?" in seat.text
        await seat.press("enter", "enter", "1")
        await seat.pilot.pause()
        assert "What does he choose?" not in seat.text, "with one way on, there is nothing to count"

    drive(library, count, asks=False)


def test_only_the_records_of_the_lesson_can_be_opened_or_stepped_into(library: Library) -> None:
    async def leave(seat: Seat) -> None:
        await seat.press("q")
        await seat.pilot.pause()
        assert "Nils" in seat.text
        assert "Vesna" not in seat.text
        app = seat.app
        app.enter_record("vesna", "the-call")
        await seat.pilot.pause()
        assert "not part of" in seat.text
        assert seat.name == "LibraryScreen"

    drive(library, leave)


def test_a_record_of_the_lesson_is_opened_from_the_list(library: Library) -> None:
    async def open_another(seat: Seat) -> None:
        await seat.press("q")
        await seat.pilot.pause()
        assert seat.name == "LibraryScreen"
        await seat.click("Nils")
        await seat.pilot.pause()
        for _ in range(3):
            if seat.name == "HandsScreen":
                break
            await seat.press("enter")
            await seat.pilot.pause()
        assert seat.name == "HandsScreen"
        assert seat.lines[1].strip().startswith("Nils")

    drive(library, open_another)


def test_one_turns_back_only_into_a_record_of_the_lesson(library: Library) -> None:
    begun = begin(library, "ivo").state
    away = replace(begun, story="nils", left=(Fork("ivo", begun.scene, begun.situation, *[frozenset[str]()] * 3),))
    assert stays_within(away, RETURN, {"ivo", "nils"})
    assert not stays_within(away, RETURN, {"nils"}), "it was closed meanwhile"
    assert not stays_within(begun, RETURN, {"ivo"}), "nothing was left"
    silent = played(library, "ivo", "go", "go on", scene="back-at-the-boathouse").state
    assert stays_within(silent, RETURN, {"ivo"}), "the question is one of this record"


def test_hands_line_by_line(wayout: list[str]) -> None:
    said = "hands 9 1 3\nhands 9 14 3\nhands 1\n2\nhands 1 2 3 4\nundo\nhands 1 2 30\n2\n2\nhands 1\nquit\nquit\n"
    done = subprocess.run([*wayout, "class", "ivo", "nils", "--hands", "--plain"], input=said,
                          capture_output=True, text=True, timeout=30, check=True)  # fmt: skip
    assert "The most hands: Go to the Marsh" in done.stdout
    assert done.stdout.count("14  Go to the Marsh") == 2, "the first count that was gone on from stays"
    assert "There are 3 options" in done.stdout
    assert "The most hands: Nothing: the record is silent" in done.stdout
    assert done.stderr == ""


def test_hands_need_none_of_what_a_server_does() -> None:
    without = "import sys; sys.modules.update(dict.fromkeys(('segno', 'starlette', 'uvicorn', 'h11')))"
    code = f"{without}; import wayout.classroom.hand_count, wayout.classroom.plain_board"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
