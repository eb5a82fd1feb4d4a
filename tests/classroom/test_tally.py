"""What the board shows, one picture after the other, tells nobody's answer; first answers count."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest

from tests.classroom.classes import Held, read, run
from tests.invented.asked import asked
from wayout.classroom.board_view import board, tally
from wayout.classroom.class_state import ClassState
from wayout.classroom.plain_board import PlainBoard
from wayout.classroom.tally import (
    MIN_GROUP,
    MIN_PAGES,
    MIN_READING,
    AnswerTally,
    Bar,
    CountedQuestion,
    PlaceTally,
    untold,
)
from wayout.locale import classroom_strings
from wayout.model.library import Library

FORK = CountedQuestion("anton", "the-order")
OPTIONS = ("load", "refuse", "hide")
Given = list[tuple[str, str]]


def pictures(given: Given) -> list[tuple[Bar, ...]]:
    """Every picture that a board shows which looks after each answer."""
    answers, shown = AnswerTally(), []
    for seat, answer in given:
        answers.admit(seat)
        answers.answer(seat, FORK, answer)
        shown.append(answers.bars(FORK, OPTIONS))
    return shown


def exchanged(given: Given) -> Iterator[tuple[int, Given]]:
    """The same lesson with the answers of two seats of one step exchanged, where two differ."""
    for at, (seat, answer) in enumerate(given):
        start = at // MIN_GROUP * MIN_GROUP
        for other in range(start, min(start + MIN_GROUP, len(given))):
            if given[other][1] != answer:
                changed = list(given)
                changed[at], changed[other] = (seat, given[other][1]), (given[other][0], answer)
                yield at, changed
                break


@pytest.mark.parametrize("seed", range(40))
def test_from_all_pictures_in_their_order_no_single_answer_can_be_derived(seed: int) -> None:
    """For each seat there is another lesson with the very same pictures in which it answered otherwise.

    Only where all five of a step said the same there is none: then it is known of five, as of any unanimous count.
    """
    dice = random.Random(seed)
    weights = [dice.random() ** 3 for _ in OPTIONS]
    given = [(f"seat-{n}", dice.choices(OPTIONS, weights)[0]) for n in range(dice.randrange(3, 40))]
    shown, safe = pictures(given), set[int]()
    for at, other in exchanged(given):
        assert pictures(other) == shown
        safe.add(at)
    for at in set(range(len(given))) - safe:
        start = at // MIN_GROUP * MIN_GROUP
        step = given[start : start + MIN_GROUP]
        assert len({answer for _, answer in step}) == 1
        if len(step) < MIN_GROUP:
            changed = [
                *given[:at],
                (given[at][0], next(one for one in OPTIONS if one != given[at][1])),
                *given[at + 1 :],
            ]
            assert pictures(changed) == shown, "what waits for others is in no picture"


@pytest.mark.parametrize("seed", range(20))
def test_two_pictures_in_time_differ_by_five_answers_or_not_at_all(seed: int) -> None:
    dice = random.Random(seed)
    shown = pictures([(f"seat-{n}", dice.choice(OPTIONS)) for n in range(33)])
    changes = [at for at in range(1, len(shown)) if shown[at] != shown[at - 1]]
    assert all((at + 1) % MIN_GROUP == 0 for at in changes), "when it changes hangs on how many answered alone"


@pytest.mark.parametrize("options", [2, 3, 4])
def test_no_hidden_number_can_be_reckoned_from_the_sum_and_the_others(options: int) -> None:
    for total in range(MIN_GROUP, 26, MIN_GROUP):
        worlds: dict[tuple[int | None, ...], list[tuple[int, ...]]] = {}
        for counts in product(range(total + 1), repeat=options):
            if sum(counts) == total:
                named = {str(at): count for at, count in enumerate(counts)}
                hidden = untold(named)
                picture = tuple(None if name in hidden else count for name, count in named.items())
                worlds.setdefault(picture, []).append(counts)
        for picture, possible in worlds.items():
            assert all(count is None or count == 0 or count >= MIN_GROUP for count in picture)
            for at, count in enumerate(picture):
                assert count is not None or len({one[at] for one in possible}) > 1, f"{picture} is {possible}"


def test_nought_is_told_and_small_numbers_take_the_next_one_along() -> None:
    assert untold(Counter({"a": 12, "b": 0})) == set()
    assert untold(Counter({"a": 12, "b": 3, "c": 0})) == {"a", "b", "c"}, "where nothing is told, nought is not told"
    assert untold(Counter({"a": 20, "b": 6, "c": 2, "d": 2})) == {"b", "c", "d"}
    assert untold(Counter({"a": 20, "b": 3, "c": 2})) == {"b", "c"}


def test_first_answers_stay_whatever_is_chosen_on_the_way_through() -> None:
    """Thirty choose ten and ten and ten; then all read every option, the man's last."""
    answers = AnswerTally()
    seats = [f"seat-{n}" for n in range(30)]
    for n, seat in enumerate(seats):
        answers.admit(seat)
        answers.answer(seat, FORK, OPTIONS[n % 3])
    for seat in seats:
        for option in OPTIONS[::-1]:
            answers.answer(seat, FORK, option)
    assert answers.bars(FORK, OPTIONS) == tuple(Bar(option, 10) for option in OPTIONS)


def test_seats_that_read_nothing_make_no_group_full() -> None:
    """One browser opens seats, to bring a group of one to five."""
    room = ClassState(("anton",))
    for n in range(9):
        seat = room.take_seat(0.0) or ""
        if n < 5:
            read(room, seat, ("anton", "the-order"))
        room.answered(seat, FORK, "load" if n < 4 else "refuse")
    assert room.answers.counted(FORK) != ()
    assert room.answers.bars(FORK, OPTIONS)[:2] == (Bar("load", None), Bar("refuse", None))
    assert room.readers(FORK, 0.0) == 5, "seats that read nothing are no readers"


def test_a_seat_counts_after_pages_and_after_time_and_then_with_its_first_answer() -> None:
    room = ClassState(("anton",))
    seats = [room.take_seat(0.0) or "" for _ in range(MIN_GROUP)]
    for seat in seats:
        for page in range(MIN_PAGES):
            room.is_at(seat, "anton", "the-order", 0.0, (1, page))
        room.answered(seat, FORK, "load")
        room.is_at(seat, "anton", "the-order", MIN_READING - 1, (1, 0))
    assert room.answers.questions == ()
    for seat in seats:
        room.is_at(seat, "anton", "the-order", MIN_READING, (1, 0))
    assert room.answers.bars(FORK, ("load",)) == (Bar("load", MIN_GROUP),)


def test_a_question_is_listed_and_followed_only_once_five_have_answered() -> None:
    answers, other = AnswerTally(), CountedQuestion("anton", "the-order", choice="hide")
    for n in range(MIN_GROUP):
        answers.admit(f"seat-{n}")
        answers.answer(f"seat-{n}", FORK, "load")
    answers.answer("seat-0", other, "nothing")
    assert answers.questions == (FORK,)
    assert answers.latest == FORK


def test_places_change_only_once_five_are_elsewhere() -> None:
    places = PlaceTally()
    at = {f"seat-{n}": ("anton", "the-order") for n in range(12)}
    first = places.picture(at)
    assert first == ((("anton", "the-order"), 12),)
    for n in range(MIN_GROUP - 1):
        at[f"seat-{n}"] = ("anton", "the-coast")
        assert places.picture(at) == first
    at["seat-4"] = ("anton", "the-coast")
    assert dict(places.picture(at)) == {("anton", "the-order"): 7, ("anton", "the-coast"): 5}


def test_words_to_print_and_marks_are_counted_once_and_passing_over_is_no_answer(library: Library) -> None:
    """Seven pupils: two pass the words over, five print; who prints otherwise later, or goes back, changes nothing."""
    clock = [0.0]

    async def lesson(of: Held) -> None:
        for n in range(7):
            pupil = await of.pupil()
            await pupil.begin("vesna")
            first = pupil.at
            if n < 2:
                await pupil.move("go on")
            else:
                await pupil.move("reply name print")
                await pupil.ask(first)
                await pupil.move("reply name tell")
            while "go" not in pupil.moves:
                await pupil.move("go on")
            await pupil.move("go")
            clock[0] += MIN_READING
            await pupil.move("mark rule")
        room = of.lesson.room
        kinds = {(bool(one.prompt), bool(one.choice)): one for one in room.answers.questions}
        assert set(kinds) == {(True, False), (False, True), (False, False)}
        words = tally(of.lesson, kinds[True, False])
        assert words is not None
        assert [bar.count for bar in words.bars] == [0, 5, 0], "what was passed over is no answer"
        assert words.counted == classroom_strings.COUNTED.format(n=5, of=7)
        marks = tally(of.lesson, kinds[False, True])
        assert marks is not None
        assert {bar.count for bar in marks.bars} == {0, 5}
        assert marks.record, "beside the marks stands what the record has"
        said = [*PlainBoard(of.lesson).answer(f"tally {marks.number}")]
        assert said[1:-1][: len(marks.bars)] == [f"{bar.count}  {bar.choice}" for bar in marks.bars]
        assert any(marks.record in line for line in said)
        assert any(classroom_strings.IN_STEPS in line for line in said)
        assert board(of.lesson).count == 7

    run(asked(library), lesson, "vesna", parts=("gap", "mark"), now=lambda: clock[0])
