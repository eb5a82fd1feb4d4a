"""What a class knows of itself, and who gets in: how many, never who, and nobody by guessing."""

import random

from tests.classroom.classes import read
from wayout.classroom import MAX_SEATS, MAX_SEATS_PER_ADDRESS
from wayout.classroom.access_code import (
    CODE_DIGITS,
    MAX_WRONG_CODES,
    MAX_WRONG_CODES_PER_ADDRESS,
    WRONG_CODE_DELAY,
    WRONG_CODE_WINDOW,
    AccessCode,
    new_code,
)
from wayout.classroom.board_view import ClassLesson, board
from wayout.classroom.class_state import (
    IDLE_AFTER,
    MAX_BURST,
    MAX_PATHS_PER_SEAT,
    MAX_SHARE,
    ClassState,
    Paths,
)
from wayout.classroom.tally import Bar, CountedQuestion
from wayout.locale import classroom_strings
from wayout.model.library import Library

AT = ("anton", "the-order")
FORK = CountedQuestion(*AT)


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def room_of(pupils: int) -> tuple[ClassState, list[str]]:
    room = ClassState(("anton", "boris"))
    seats = [room.take_seat(0.0) or "" for _ in range(pupils)]
    for seat in seats:
        read(room, seat, AT)
    return room, seats


def test_the_first_answer_of_a_seat_counts_and_no_later_one() -> None:
    room, seats = room_of(30)
    for number, seat in enumerate(seats):
        room.answered(seat, FORK, ("load", "refuse", "hide")[number % 3])
    for seat in seats:
        room.answered(seat, FORK, "load")
    assert room.answers.bars(FORK, ("load", "refuse", "hide")) == (Bar("load", 10), Bar("refuse", 10), Bar("hide", 10))


def test_places_with_fewer_than_five_are_not_told() -> None:
    room, seats = room_of(9)
    for seat in seats[5:]:
        room.is_at(seat, "boris", "the-gate", 1.0, (1, 9))
    assert room.where(1.0) == ((AT, 5),)
    assert room.where(1.0 + IDLE_AFTER) == ()


def test_leavers_and_late_comers_change_no_tally_of_the_others() -> None:
    room, seats = room_of(6)
    for seat in seats[:5]:
        room.answered(seat, FORK, "load")
    assert room.readers(FORK, 0.0) == 6
    assert room.count(IDLE_AFTER + 1) == 0
    late = room.take_seat(IDLE_AFTER + 1) or ""
    assert room.count(IDLE_AFTER + 1) == 0, "a seat that was never used is none"
    read(room, late, AT, IDLE_AFTER + 1)
    room.answered(late, FORK, "refuse")
    assert room.count(IDLE_AFTER + 1) == 1
    assert room.answers.bars(FORK, ("load", "refuse")) == (Bar("load", 5), Bar("refuse", 0))
    assert room.readers(FORK, IDLE_AFTER + 1) == 6, "the five of the picture, and the one that reads"


def test_a_forged_seat_counts_nowhere() -> None:
    room, _ = room_of(1)
    room.answered("forged", FORK, "load")
    room.is_at("forged", *AT, 0.0, (1, 1))
    assert (room.count(0.0), room.held, room.answers.questions) == (1, (1, 0), ())


def test_a_room_has_an_end_of_seats() -> None:
    _room, seats = room_of(MAX_SEATS + 1)
    assert seats.count("") == 1
    assert len(set(seats)) == MAX_SEATS + 1


def test_after_the_wipe_nothing_is_held_and_nobody_gets_in() -> None:
    room, seats = room_of(7)
    room.answered(seats[0], FORK, "load")
    room.wipe()
    assert room.held == (0, 0)
    assert room.take_seat(1.0) is None
    assert (room.answers.questions, room.answers.latest, room.where(0.0)) == ((), None, ())


def test_after_wrong_codes_every_answer_is_late_and_the_right_code_opens_all_the_same() -> None:
    clock = Clock()
    gate, dice = AccessCode("50614750", clock), random.Random(1)
    for _ in range(MAX_WRONG_CODES_PER_ADDRESS):
        assert gate.delay("10.0.0.9") == 0.0
        assert not gate.opens(f"{dice.randrange(10**CODE_DIGITS):0{CODE_DIGITS}}", "10.0.0.9")
    assert gate.delay("10.0.0.9") == WRONG_CODE_DELAY
    assert gate.opens("5061 4750", "10.0.0.9")
    assert gate.delay("10.0.0.8") == 0.0, "another one is not slowed down"
    clock.now = WRONG_CODE_WINDOW + 1
    assert gate.delay("10.0.0.9") == 0.0


def test_guesses_from_many_addresses_are_slowed_down_together() -> None:
    gate = AccessCode("50614750", Clock())
    for n in range(MAX_WRONG_CODES):
        assert gate.delay(f"10.0.0.{n}") == 0.0
        gate.opens("00000000", f"10.0.0.{n}")
    assert gate.delay("10.0.1.1") == WRONG_CODE_DELAY
    assert gate.opens("50614750", "10.0.1.1")


def test_the_board_says_when_somebody_guesses_and_not_when_some_mistype(invented: Library) -> None:
    clock = Clock()
    gate = AccessCode("50614750", clock)
    lesson = ClassLesson(invented, ClassState(("anton",)), gate, "http://127.0.0.1:8000", False, clock)
    for n in range(MAX_WRONG_CODES_PER_ADDRESS + 5):
        gate.opens("5061475", f"10.0.0.{n}")
    assert board(lesson).warnings == ()
    for _ in range(MAX_WRONG_CODES_PER_ADDRESS):
        gate.opens("00000000", "10.0.0.99")
    assert any("guesses the code: 25 wrong" in one for one in board(lesson).warnings)
    clock.now = WRONG_CODE_WINDOW + 1
    assert board(lesson).warnings == (), "it is said no longer than it lasts"


def test_the_board_says_when_what_is_switched_is_seen(invented: Library) -> None:
    for name, value in (("is_paused", True), ("is_debriefing", True), ("gentle", False), ("open", {"boris"})):
        room = ClassState(("anton", "boris"), gentle=True)
        lesson = ClassLesson(invented, room, AccessCode("50614750", Clock()), "http://127.0.0.1:8000", False, Clock())
        assert board(lesson).warnings == ()
        setattr(room, name, value)
        assert board(lesson).warnings == (classroom_strings.REACHES,)


def test_the_seats_of_one_address_are_limited_and_the_others_still_get_theirs() -> None:
    room = ClassState(("anton",))
    taken = [room.take_seat(0.0, b"one") for _ in range(MAX_SEATS)]
    assert len([one for one in taken if one]) == MAX_SEATS_PER_ADDRESS
    assert room.refused_seats == MAX_SEATS - MAX_SEATS_PER_ADDRESS
    assert room.take_seat(0.0, b"two")


def test_a_locked_door_takes_nobody_and_an_emptied_room_everybody_again(invented: Library) -> None:
    room, seats = room_of(7)
    gate = AccessCode("50614750", Clock())
    lesson = ClassLesson(invented, room, gate, "http://127.0.0.1:8000", False, Clock())
    room.is_locked = True
    assert room.take_seat(0.0) is None
    assert room.has(seats[0])
    assert "door locked" in board(lesson).status
    room.is_locked = False
    room.answered(seats[0], FORK, "load")
    lesson.empty()
    assert room.held == (0, 0)
    assert not room.is_ended
    assert gate.code != "50614750"
    assert room.take_seat(0.0)


def test_a_seat_that_takes_too_much_time_waits_and_then_goes_on() -> None:
    room, seats = room_of(2)
    room.spend(seats[0], MAX_BURST)
    assert not room.may_ask(seats[0], 0.0)
    assert room.may_ask(seats[1], 0.0)
    assert room.may_ask(seats[0], MAX_BURST / MAX_SHARE)


def test_a_page_of_a_path_has_one_address_for_ever_whatever_is_chosen_after_going_back() -> None:
    paths = Paths()
    first = paths.begin("ivo.a.")
    second = paths.moved(first, "ivo.a.0")
    assert paths.moved(first, "ivo.a.0") == second, "the same move again is the same page"
    other = paths.moved(first, "ivo.a.1")
    assert [paths.code(one) for one in (first, second, other)] == ["ivo.a.", "ivo.a.0", "ivo.a.1"]
    assert paths.code((second[0], 2)) is None
    assert paths.code((99, 0)) is None
    for _ in range(MAX_PATHS_PER_SEAT):
        paths.begin("nils..")
    assert paths.code(first) is None
    assert len(paths.codes) == MAX_PATHS_PER_SEAT


def test_no_address_is_kept_in_words() -> None:
    gate = AccessCode("50614750", Clock())
    gate.opens("1", "192.168.178.33")
    assert "192.168" not in repr(vars(gate))
    assert len(gate._wrong) == 1
    gate.wipe()
    assert not gate._wrong


def test_codes_are_digits_and_differ() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) > 40
    assert all(len(code) == CODE_DIGITS and code.isdecimal() for code in codes)


def test_the_board_warns_of_a_small_class_and_counts_faults(invented: Library) -> None:
    room, _ = room_of(10)
    lesson = ClassLesson(invented, room, AccessCode("50614750", Clock()), "http://127.0.0.1:8000", False, Clock())
    assert board(lesson).is_small
    room.is_in(room.take_seat(0.0) or "", 0.0)
    room.faults += ["KeyError", "KeyError"]
    shown = board(lesson)
    assert not shown.is_small
    assert shown.status[0] == "11 in"
    assert "2 pages" in shown.faults
    assert "KeyError" in shown.faults
