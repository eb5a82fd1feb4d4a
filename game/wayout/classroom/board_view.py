"""What may the board tell of a class, on every face? How many, never who.

A view model: anonymous aggregates of a class, the warnings of the board (guessed codes, refused seats, crowded
connections, faults), and how counts and places are worded.
"""

from collections.abc import Callable

from msgspec import Struct

from wayout.classroom.access_code import AccessCode
from wayout.classroom.class_state import SMALL_CLASS, ClassState
from wayout.classroom.tally import Bar, CountedQuestion
from wayout.locale import classroom_strings, reader_strings, strings
from wayout.model.dates import format_date
from wayout.model.library import Library, story_name
from wayout.model.prompts import BOTH
from wayout.model.text import Shown, wording
from wayout.play.reader_part import replies_to
from wayout.views.outcome import evidence_line, known_words


class ClassLesson(Struct, frozen=True):
    """What a board stands before: the room and its code, and where pupils find it."""

    library: Library
    room: ClassState
    gate: AccessCode
    address: str
    is_lan: bool
    now: Callable[[], float]
    hang_up: Callable[[], None] = lambda: None
    """Ends all connections, which else remember their last request for a while."""
    is_crowded: Callable[[], bool] = lambda: False
    """Whether there are as many connections as can be held."""

    def end(self) -> None:
        """Wipe all that is held of a class."""
        self.room.wipe()
        self.gate.wipe()
        self.hang_up()

    def empty(self) -> None:
        """Send everybody to the door, which has another code; the lesson goes on."""
        self.room.empty()
        self.gate.wipe()
        self.gate.change()


class Tally(Struct, frozen=True):
    """A question, and how many gave each of its answers first; `number` of `of` questions.

    `counted` says whose answers these are, `note` what is not shown and why, `record` what the record has beside marks.
    """

    where: str
    ask: str
    bars: tuple[Bar, ...]
    number: int
    of: int
    counted: str
    note: str
    record: str = ""


class BoardView(Struct, frozen=True):
    """All that a board shows of a moment."""

    count: int
    status: tuple[str, ...]
    places: tuple[Bar, ...]
    tally: Tally | None
    is_small: bool
    is_ended: bool
    held: tuple[int, int]
    faults: str
    warnings: tuple[str, ...] = ()
    """What somebody does to the lesson, and what the teacher can do about it; when what was switched is seen."""


def board(lesson: ClassLesson, question: CountedQuestion | None = None) -> BoardView:
    """The board now, with the tally of a question; without one, that whose numbers moved last."""
    room, count = lesson.room, lesson.room.count(lesson.now())
    states = (
        (room.is_paused, classroom_strings.PAUSED_NOW),
        (room.gentle, classroom_strings.GENTLE_NOW),
        (room.is_debriefing, classroom_strings.DEBRIEF_BEGUN),
        (room.is_locked, classroom_strings.LOCKED_NOW),
    )
    return BoardView(
        count=count,
        status=(classroom_strings.COUNT_IN.format(n=count), *(word for holds, word in states if holds)),
        places=tuple(Bar(place_name(lesson, *at), n) for at, n in room.where(lesson.now())),
        tally=tally(lesson, question or room.answers.latest),
        is_small=0 < count <= SMALL_CLASS,
        is_ended=room.is_ended,
        held=room.held,
        faults=_faults(room.faults),
        warnings=_warnings(lesson),
    )


def tally(lesson: ClassLesson, question: CountedQuestion | None) -> Tally | None:
    """A question with its answers, in the wording of the lesson; None for one of which nothing can be shown."""
    questions = lesson.room.answers.questions
    if question is None or question not in questions:
        return None
    labels, ask, record = _worded(lesson, question)
    bars = lesson.room.answers.bars(question, tuple(labels))
    name = story_name(lesson.library, lesson.library.stories[question.story])
    if question.choice:
        label = lesson.library.scene(question.story, question.scene).choices[question.choice].label
        name = f"{name} · {wording(label, gentle=lesson.room.gentle)}"
    counted, of = len(lesson.room.answers.counted(question)), lesson.room.readers(question, lesson.now())
    return Tally(
        where=name,
        ask=ask,
        bars=tuple(Bar(labels[bar.choice], bar.count) for bar in bars),
        number=questions.index(question) + 1,
        of=len(questions),
        counted=classroom_strings.COUNTED.format(n=counted, of=of),
        note=classroom_strings.NOT_TOLD if any(bar.count is None for bar in bars) else classroom_strings.IN_STEPS,
        record=record,
    )


def _worded(lesson: ClassLesson, question: CountedQuestion) -> tuple[dict[str, str], str, str]:
    """The answers with their labels, what is asked, and what the record has beside it."""
    library, scene = lesson.library, lesson.library.scene(question.story, question.scene)

    def say(text: Shown | None) -> str:
        return wording(text, gentle=lesson.room.gentle) if text else ""

    if question.prompt:
        prompt = scene.prompts[question.prompt]
        options = {name: say(option.label) for name, option in prompt.options.items()}
        both = {BOTH: reader_strings.PRINT_BOTH} if BOTH in replies_to(prompt) else {}
        ask = say(prompt.ask) or reader_strings.ASK[prompt.kind]
        return options | both, ask, say(prompt.text)
    if question.choice:
        choice = scene.choices[question.choice]
        known = known_words(library, library.stories[question.story].person, choice)
        return dict(strings.MARKS), strings.MARK_ASK, evidence_line(known)
    return {name: say(choice.label) for name, choice in scene.choices.items()}, say(scene.ask), ""


def place_name(lesson: ClassLesson, story: str, scene: str) -> str:
    """Whose record, and what of it: the question, the end, or place and date."""
    named_scene = lesson.library.scene(story, scene)
    name = story_name(lesson.library, lesson.library.stories[story])
    if named_scene.ending is not None:
        return f"{name} · {classroom_strings.AT_END}"
    if named_scene.ask:
        return f"{name} · {wording(named_scene.ask, gentle=lesson.room.gentle)}"
    place = lesson.library.places.get(named_scene.at) if named_scene.at else None
    parts = (name, place.name if place else "", format_date(named_scene.date) if named_scene.date is not None else "")
    return " · ".join(part for part in parts if part)


def held_line(counts: tuple[int, int]) -> str:
    """What is in memory, counted."""
    return classroom_strings.OVER_HELD.format(seats=counts[0], choices=counts[1])


def count_word(count: int | None) -> str:
    """A number, or that it is too small to be told."""
    return classroom_strings.FEWER if count is None else str(count)


def record_line(lesson: ClassLesson, story: str) -> tuple[str, str]:
    """A record's name, and whether it is open."""
    name = story_name(lesson.library, lesson.library.stories[story])
    return name, classroom_strings.RECORD_OPEN if story in lesson.room.open else classroom_strings.RECORD_CLOSED


def titled(lesson: ClassLesson) -> str:
    """Whose records the lesson is about; with many, only that it is one."""
    names = [story_name(lesson.library, lesson.library.stories[story]) for story in lesson.room.stories]
    return " · ".join(names) if len(names) <= 3 else classroom_strings.SEVERAL


def _warnings(lesson: ClassLesson) -> tuple[str, ...]:
    room = lesson.room
    if room.is_ended:
        return ()
    warnings = (
        (room.is_switched, classroom_strings.REACHES),
        (lesson.gate.guesses, classroom_strings.GUESSING.format(n=lesson.gate.guesses)),
        (room.refused_seats, classroom_strings.REFUSED_SEATS.format(n=room.refused_seats, most=room.seats_per_address)),
        (lesson.is_crowded(), classroom_strings.CROWDED),
    )
    return tuple(text for holds, text in warnings if holds)


def _faults(faults: list[str]) -> str:
    kinds = ", ".join(dict.fromkeys(faults))
    return (
        (classroom_strings.FAULT if len(faults) == 1 else classroom_strings.FAULTS).format(n=len(faults), kinds=kinds)
        if faults
        else ""
    )
