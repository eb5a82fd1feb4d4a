"""What a class knows of itself, and who gets in: how many, never who, and nobody by guessing."""

import random

from game.faces.classroom.gate import GUESSES, LENGTH, WINDOW, Gate, new_code
from game.faces.classroom.room import AWAY, MOST_SEATS, Bar, Room
from game.faces.classroom.told import Lesson, board
from game.model.library import Library

FORK = ("anton", "the-order")


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def room_of(pupils: int) -> tuple[Room, list[str]]:
    room = Room(("anton", "boris"))
    seats = [room.take_seat(0.0) or "" for _ in range(pupils)]
    return room, seats


def test_a_group_of_fewer_than_five_is_told_like_one_of_nobody() -> None:
    room, seats = room_of(12)
    for seat in seats[:8]:
        room.chose(seat, *FORK, "load")
    for seat in seats[8:]:
        room.chose(seat, *FORK, "refuse")
    few = room.tally(FORK, ("load", "refuse", "hide"))
    assert few == (Bar("load", 8), Bar("refuse", None), Bar("hide", None))
    room.chose(seats[0], *FORK, "refuse")
    assert room.tally(FORK, ("load", "refuse")) == (Bar("load", 7), Bar("refuse", 5)), (
        "the last choice of a seat counts"
    )


def test_places_with_fewer_than_five_are_not_told() -> None:
    room, seats = room_of(9)
    for seat in seats[:5]:
        room.is_at(seat, *FORK, 1.0)
    for seat in seats[5:]:
        room.is_at(seat, "boris", "the-gate", 1.0)
    assert room.where(1.0) == ((FORK, 5),)
    assert room.where(1.0 + AWAY) == ()


def test_leavers_and_late_comers_change_no_tally_of_the_others() -> None:
    room, seats = room_of(6)
    for seat in seats[:5]:
        room.chose(seat, *FORK, "load")
    assert room.count(AWAY + 1) == 0
    late = room.take_seat(AWAY + 1) or ""
    room.chose(late, *FORK, "refuse")
    assert room.count(AWAY + 1) == 1
    assert room.tally(FORK, ("load", "refuse")) == (Bar("load", 5), Bar("refuse", None))


def test_a_forged_seat_counts_nowhere() -> None:
    room, _ = room_of(1)
    room.chose("forged", *FORK, "load")
    room.is_at("forged", *FORK, 0.0)
    assert (room.count(0.0), room.held, room.forks) == (1, (1, 0), ())


def test_a_room_has_an_end_of_seats() -> None:
    _room, seats = room_of(MOST_SEATS + 1)
    assert seats.count("") == 1
    assert len(set(seats)) == MOST_SEATS + 1


def test_after_the_wipe_nothing_is_held_and_nobody_gets_in() -> None:
    room, seats = room_of(7)
    room.chose(seats[0], *FORK, "load")
    room.wipe()
    assert room.held == (0, 0)
    assert room.take_seat(1.0) is None
    assert (room.forks, room.latest, room.where(0.0)) == ((), None, ())


def test_ten_thousand_guesses_open_nothing_and_few_are_looked_at() -> None:
    clock = Clock()
    gate, dice = Gate("50614750", clock), random.Random(1)
    answers = [gate.opens(f"{dice.randrange(10**LENGTH):0{LENGTH}}", "10.0.0.9") for _ in range(10_000)]
    assert answers.count(False) == GUESSES
    assert answers.count(None) == 10_000 - GUESSES
    assert gate.opens("50614750", "10.0.0.9") is None, "not even the right one, for a while"
    assert gate.opens("50614750", "10.0.0.8") is True, "another one gets in meanwhile"
    clock.now = WINDOW + 1
    assert gate.opens("5061 4750", "10.0.0.9") is True


def test_guesses_from_many_addresses_are_slowed_down_together() -> None:
    gate = Gate("50614750", Clock())
    answers = [gate.opens("00000000", f"10.{n // 250}.0.{n % 250}") for n in range(2_000)]
    assert answers.count(False) == 200


def test_no_address_is_kept_in_words() -> None:
    gate = Gate("50614750", Clock())
    gate.opens("1", "192.168.178.33")
    assert "192.168" not in repr(vars(gate))
    assert len(gate._wrong) == 1
    gate.wipe()
    assert not gate._wrong


def test_codes_are_digits_and_differ() -> None:
    codes = {new_code() for _ in range(50)}
    assert len(codes) > 40
    assert all(len(code) == LENGTH and code.isdecimal() for code in codes)


def test_the_board_warns_of_a_small_class_and_counts_faults(invented: Library) -> None:
    room, _ = room_of(10)
    lesson = Lesson(invented, room, Gate("50614750", Clock()), "http://127.0.0.1:8000", False, Clock())
    assert board(lesson).is_small
    room.take_seat(0.0)
    room.faults += ["KeyError", "KeyError"]
    shown = board(lesson)
    assert not shown.is_small
    assert shown.status[0] == "11 in"
    assert "2 pages" in shown.faults
    assert "KeyError" in shown.faults
