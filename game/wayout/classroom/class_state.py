"""What does a class know of itself? Seats without names, and where they are.

State of a lesson in memory: seats (session tokens), their paths and answers, pause, lock and open records; with its
limits: seats in all and per address, idle time, processor time per seat, replay cache.

State in memory, gone when the room is wiped: a seat is a random token, and a permalink's path is numbered, without
content.
"""

from collections.abc import Callable, Collection
from secrets import token_urlsafe

from msgspec import Struct, field
from msgspec.structs import replace

from wayout.classroom import MAX_SEATS, MAX_SEATS_PER_ADDRESS
from wayout.classroom.tally import (
    MIN_PAGES,
    MIN_READING,
    AnswerTally,
    CountedQuestion,
    Fork,
    PlaceTally,
    counted_answer,
)
from wayout.model.library import Library
from wayout.play.moves import Enter, Move, Return, Revisit
from wayout.play.permalink import PermalinkState, decode_trail, replay_from
from wayout.play.state import State
from wayout.views.page import MoveView, Page

MAX_PATHS_PER_SEAT = 100
"""Paths that are stored for one seat: one for each record begun, and for each other choice after going back."""

Place = tuple[int, int]
"""A page: the number of a path, and how many of its steps lead there."""


class Paths(Struct):
    """The paths of one seat, and the page that was shown last."""

    codes: dict[int, str] = field(default_factory=dict)
    latest: Place | None = None
    shown: set[Place] = field(default_factory=set)
    """Pages that were really given: what nobody saw, nobody chose on."""
    _last: int = 0

    def begin(self, code: str) -> Place:
        """A path of its own; with too many, the oldest is forgotten."""
        self._last += 1
        self.codes[self._last] = code
        while len(self.codes) > MAX_PATHS_PER_SEAT:
            oldest = next(iter(self.codes))
            del self.codes[oldest]
            self.shown = {place for place in self.shown if place[0] != oldest}
        return self._last, _steps(code)

    def code(self, place: Place) -> str | None:
        """The trail that leads to a page; None for one that this seat does not have."""
        number, steps = place
        whole = self.codes.get(number)
        if whole is None or not 0 <= steps <= _steps(whole):
            return None
        head, _, signs = whole.rpartition(".")
        return f"{head}.{signs[:steps]}"

    @property
    def ends(self) -> tuple[Place, ...]:
        """The last page of every path, in the order in which they were begun."""
        return tuple((number, _steps(code)) for number, code in self.codes.items())

    def moved(self, place: Place, code: str) -> Place:
        """The page one move on: on the same path, unless it went another way from there."""
        number, steps = place
        whole = self.codes[number]
        if not whole.startswith(code):
            if steps < _steps(whole):
                return self.begin(code)
            self.codes[number] = code
        return number, steps + 1

    def show(self, place: Place) -> None:
        """Note that a page was given to the seat."""
        self.latest = place
        self.shown.add(place)


def _steps(code: str) -> int:
    return len(code.rpartition(".")[2])


def address(place: Place) -> str:
    """The part of an address that stands for a page."""
    return f"{place[0]}/{place[1]}"


SMALL_CLASS = 10
"""Pupils; of no more the board warns that counts may tell who is who."""
IDLE_AFTER = 1200.0
"""Seconds without a page after which a seat no longer counts as being in."""
MAX_BURST = 0.25
"""A rate limit of each seat: seconds of processor time that it may take at once."""
MAX_SHARE = 0.05
"""Of the same limit: seconds of processor time in each second after that."""


class Seat(Struct):
    """Where a pupil is, and when their last page was asked for, in seconds of a clock that only goes forward.

    `began` is when a page of a record was first given; without any request after the door a seat was never used.
    """

    seen: float
    address: bytes = b""
    story: str = ""
    scene: str = ""
    is_used: bool = False
    began: float | None = None
    has_read: bool = False
    paths: Paths = field(default_factory=Paths)
    spent: float = 0.0
    spent_at: float = 0.0


class ClassState:
    """One class, from opening to wiping."""

    def __init__(
        self, stories: tuple[str, ...], *, gentle: bool = False, seats_per_address: int = MAX_SEATS_PER_ADDRESS
    ) -> None:
        self.stories = stories
        self.open = set(stories)
        self.gentle = self._was_gentle = gentle
        self.seats_per_address = seats_per_address
        self.is_paused = False
        self.is_debriefing = False
        self.is_locked = False
        self.is_ended = False
        self.faults: list[str] = []
        """What went wrong in giving a page, by its kind alone."""
        self.refused_seats = 0
        """How many seats were refused because one address held too many, or the room was full."""
        self.on_wipe: list[Callable[[], None]] = []
        """What else forgets when the room is wiped."""
        self._seats: dict[str, Seat] = {}
        self.answers = AnswerTally()
        self._places = PlaceTally()

    def take_seat(self, now: float, address: bytes = b"") -> str | None:
        """A new seat; None where the room is full, locked or over, or where one address holds too many.

        `address` is a hash under a key of this run, b"" where none is known.
        """
        if self.is_ended or self.is_locked:
            return None
        same_address = sum(seat.address == address for seat in self._seats.values()) if address else 0
        if same_address >= self.seats_per_address or len(self._seats) >= MAX_SEATS:
            self.refused_seats += 1
            return None
        token = token_urlsafe(18)
        self._seats[token] = Seat(now, address)
        return token

    def has(self, token: str) -> bool:
        """Whether a token is that of a seat."""
        return token in self._seats

    def paths(self, token: str) -> Paths:
        """The paths of a seat. Raises KeyError for a token that is none's."""
        return self._seats[token].paths

    def is_in(self, token: str, now: float) -> None:
        """Note that a seat asked for something."""
        if (seat := self._seats.get(token)) is not None:
            seat.seen, seat.is_used = now, True

    def is_at(self, token: str, story: str, scene: str, now: float, place: Place) -> None:
        """Note which page a seat was given, and when: once it has had several over some seconds, it counts."""
        if (seat := self._seats.get(token)) is None:
            return
        self.is_in(token, now)
        seat.story, seat.scene = story, scene
        seat.began = now if seat.began is None else seat.began
        seat.paths.show(place)
        if len(seat.paths.shown) >= MIN_PAGES and now - seat.began >= MIN_READING:
            seat.has_read = True
            self.answers.admit(token)

    def may_ask(self, token: str, now: float) -> bool:
        """Whether a seat has processor time left: else one could keep all the others waiting."""
        seat = self._seats[token]
        seat.spent, seat.spent_at = max(0.0, seat.spent - MAX_SHARE * (now - seat.spent_at)), now
        return seat.spent < MAX_BURST

    def spend(self, token: str, seconds: float) -> None:
        """Charge a seat with processor time, in seconds."""
        if (seat := self._seats.get(token)) is not None:
            seat.spent += seconds

    def answered(self, token: str, question: CountedQuestion, answer: str) -> None:
        """A question was answered."""
        if token in self._seats:
            self.answers.answer(token, question, answer)

    def count(self, now: float) -> int:
        """How many seats asked for a page lately; a seat that was taken and never used is none."""
        return sum(seat.is_used and now - seat.seen < IDLE_AFTER for seat in self._seats.values())

    def readers(self, question: CountedQuestion, now: float) -> int:
        """Of how many seats the picture of a question is: those that have read and are not idle, and those in it."""
        active = {token for token, seat in self._seats.items() if seat.has_read and now - seat.seen < IDLE_AFTER}
        return len(active.union(self.answers.counted(question)))

    @property
    def held(self) -> tuple[int, int]:
        """How many seats, and how many answers, are in memory."""
        return len(self._seats), self.answers.held

    def where(self, now: float) -> tuple[tuple[Fork, int], ...]:
        """The scenes at which enough are to be told, the fullest first."""
        seats = self._seats.items()
        return self._places.picture(
            {token: (seat.story, seat.scene) for token, seat in seats if seat.has_read and now - seat.seen < IDLE_AFTER}
        )

    @property
    def is_switched(self) -> bool:
        """Whether something holds that did not at the beginning, and that pupils see with their next page."""
        is_closed = len(self.open) < len(self.stories)
        return self.is_paused or self.is_debriefing or is_closed or self.gentle != self._was_gentle

    def toggle(self, story: str) -> None:
        """Open a record that is closed, or close it; pupils who are in it are led back to those that are open."""
        self.open ^= {story} & set(self.stories)

    def empty(self) -> None:
        """Take every seat away, and what was chosen on it; the lesson goes on."""
        self._seats.clear()
        self.answers, self._places = AnswerTally(), PlaceTally()
        self.refused_seats = 0
        for forget in self.on_wipe:
            forget()

    def wipe(self) -> None:
        """End the lesson: no seat and no choice is left."""
        self.is_ended = True
        self.empty()


def hand_count_moves(library: Library, state: State, shown: Page) -> tuple[MoveView, ...]:
    """The moves for which hands are raised: those that are counted. With one alone there is nothing to count."""
    if state.revealed is not None:
        return ()
    options = tuple(option for option in shown.open_moves if counted_answer(library, state, option.move) is not None)
    return options if len(options) > 1 else ()


def hand_count_answers(
    library: Library, state: State, options: tuple[MoveView, ...]
) -> list[tuple[CountedQuestion, str]]:
    """What is answered by each of such moves."""
    found = (counted_answer(library, state, option.move) for option in options)
    return [answer for answer in found if answer is not None]


def stays_within(state: State, move: Move | Revisit, records: Collection[str]) -> bool:
    """Whether a move leads into no record but these."""
    match move:
        case Return():
            return state.question is not None or (bool(state.left) and state.left[-1].story in records)
        case Enter(record):
            return record in records
    return True


def without_other_records(shown: Page, state: State, records: Collection[str]) -> Page:
    """The page without the ways into other records."""
    return replace(
        shown, moves=tuple(move_view for move_view in shown.moves if stays_within(state, move_view.move, records))
    )


MAX_CACHED_PLAYS = 1000
"""Plays that are cached: some pages of each pupil. One of 600 steps takes about 5 kB."""


class ReplayCache:
    """The plays that codes stand for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._kept: dict[str, PermalinkState] = {}

    def read(self, code: str) -> PermalinkState | None:
        """As `permalink.decode_trail`, from the longest beginning of the code that is kept."""
        known = self._known(code)
        replayed = decode_trail(self.library, code) if known is None else replay_from(self.library, known, code)
        if replayed is not None:
            self._kept.pop(replayed.code, None)
            self._kept[replayed.code] = replayed
            if len(self._kept) > MAX_CACHED_PLAYS:
                del self._kept[next(iter(self._kept))]
        return replayed

    def clear(self) -> None:
        """Forget every play."""
        self._kept.clear()

    def _known(self, code: str) -> PermalinkState | None:
        start = code.rfind(".")
        return next((self._kept[code[:end]] for end in range(len(code), start, -1) if code[:end] in self._kept), None)
