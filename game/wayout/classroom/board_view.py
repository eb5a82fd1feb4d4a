"""What may the board tell of a class, on every face? How many, never who.

A view model: anonymous aggregates of a class, the warnings of the board (guessed codes, refused seats, crowded
connections, faults), and how counts and places are worded.
"""

from collections.abc import Callable

from msgspec import Struct

from wayout.classroom.access_code import AccessCode
from wayout.classroom.class_state import SMALL_CLASS, Bar, ClassState, Fork
from wayout.locale import classroom_strings
from wayout.model.dates import format_date
from wayout.model.library import Library, story_name
from wayout.model.text import wording


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
    """A fork, and how often each of its options was chosen; `number` of `of` forks."""

    where: str
    ask: str
    bars: tuple[Bar, ...]
    number: int
    of: int


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


def board(lesson: ClassLesson, fork: Fork | None = None) -> BoardView:
    """The board now, with the tally of a fork; the latest one without it."""
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
        tally=tally(lesson, fork or room.latest),
        is_small=0 < count <= SMALL_CLASS,
        is_ended=room.is_ended,
        held=room.held,
        faults=_faults(room.faults),
        warnings=_warnings(lesson),
    )


def tally(lesson: ClassLesson, fork: Fork | None) -> Tally | None:
    """A fork with its options, in the wording of the lesson."""
    forks = lesson.room.forks
    if fork not in forks or fork is None:
        return None
    story, scene = fork
    fork_scene = lesson.library.scene(story, scene)
    labels = {name: wording(choice.label, gentle=lesson.room.gentle) for name, choice in fork_scene.choices.items()}
    bars = tuple(Bar(labels[choice.choice], choice.count) for choice in lesson.room.tally(fork, tuple(labels)))
    name = story_name(lesson.library, lesson.library.stories[story])
    ask = wording(fork_scene.ask, gentle=lesson.room.gentle) if fork_scene.ask else ""
    return Tally(name, ask, bars, forks.index(fork) + 1, len(forks))


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
