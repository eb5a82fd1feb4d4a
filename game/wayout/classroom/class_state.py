"""What does a class know of itself? Seats without names, where they are, what was chosen how often.

State of a lesson in memory: seats (session tokens), their paths, choices and tallies, pause, lock and open records;
with its limits: seats in all and per address, smallest group shown, idle time, processor time per seat, replay cache.

State in memory, gone when the room is wiped: a seat is a random token, and a permalink's path is numbered, without
content.
"""

from collections import Counter
from collections.abc import Callable, Collection
from secrets import token_urlsafe

from msgspec import Struct, field
from msgspec.structs import replace

from wayout.classroom import MAX_SEATS, MAX_SEATS_PER_ADDRESS
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


MIN_GROUP = 5
"""Pupils of the smallest group whose number is shown: of a smaller one, who is in it could be guessed."""
SMALL_CLASS = 10
"""Pupils; of no more the board warns that counts may tell who is who."""
IDLE_AFTER = 1200.0
"""Seconds without a page after which a seat no longer counts as being in."""
MAX_BURST = 0.25
"""A rate limit of each seat: seconds of processor time that it may take at once."""
MAX_SHARE = 0.05
"""Of the same limit: seconds of processor time in each second after that."""

Fork = tuple[str, str]


class Seat(Struct):
    """Where a pupil is, and when their last page was asked for, in seconds of a clock that only goes forward."""

    seen: float
    address: bytes = b""
    story: str = ""
    scene: str = ""
    paths: Paths = field(default_factory=Paths)
    spent: float = 0.0
    spent_at: float = 0.0


class Bar(Struct, frozen=True):
    """How many chose an option; None for a group that is too small to be told."""

    choice: str
    count: int | None


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
        self._chosen: dict[Fork, dict[str, str]] = {}
        self._latest: Fork | None = None

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

    def is_at(self, token: str, story: str, scene: str, now: float) -> None:
        """Note on which page a seat is, and when it was asked for."""
        if (seat := self._seats.get(token)) is not None:
            seat.seen, seat.story, seat.scene = now, story, scene

    def may_ask(self, token: str, now: float) -> bool:
        """Whether a seat has processor time left: else one could keep all the others waiting."""
        seat = self._seats[token]
        seat.spent, seat.spent_at = max(0.0, seat.spent - MAX_SHARE * (now - seat.spent_at)), now
        return seat.spent < MAX_BURST

    def spend(self, token: str, seconds: float) -> None:
        """Charge a seat with processor time, in seconds."""
        if (seat := self._seats.get(token)) is not None:
            seat.spent += seconds

    def chose(self, token: str, story: str, scene: str, choice: str) -> None:
        """A choice was made: at each fork the last one of a seat counts."""
        if token in self._seats:
            self._chosen.setdefault((story, scene), {})[token] = choice
            self._latest = (story, scene)

    def count(self, now: float) -> int:
        """How many seats asked for a page lately."""
        return sum(now - seat.seen < IDLE_AFTER for seat in self._seats.values())

    @property
    def held(self) -> tuple[int, int]:
        """How many seats, and how many choices, are in memory."""
        return len(self._seats), sum(map(len, self._chosen.values()))

    def where(self, now: float) -> tuple[tuple[Fork, int], ...]:
        """The scenes at which enough are to be told, the fullest first."""
        at = Counter(
            (seat.story, seat.scene) for seat in self._seats.values() if seat.story and now - seat.seen < IDLE_AFTER
        )
        return tuple((scene, count) for scene, count in at.most_common() if count >= MIN_GROUP)

    @property
    def latest(self) -> Fork | None:
        """The fork at which a choice was made last."""
        return self._latest

    @property
    def forks(self) -> tuple[Fork, ...]:
        """Every fork at which somebody chose."""
        return tuple(self._chosen)

    def tally(self, fork: Fork, choices: tuple[str, ...]) -> tuple[Bar, ...]:
        """How often each of the options was chosen."""
        counted = Counter(self._chosen.get(fork, {}).values())
        return tuple(Bar(choice, counted[choice] if counted[choice] >= MIN_GROUP else None) for choice in choices)

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
        self._chosen.clear()
        self._latest = None
        self.refused_seats = 0
        for forget in self.on_wipe:
            forget()

    def wipe(self) -> None:
        """End the lesson: no seat and no choice is left."""
        self.is_ended = True
        self.empty()


COUNTED_KINDS = ("choice", "mark")
"""Kinds of moves for which hands are raised."""


def hand_count_moves(shown: Page) -> tuple[MoveView, ...]:
    """The moves for which hands are raised; with one alone there is nothing to count."""
    options = tuple(option for option in shown.open_moves if option.kind in COUNTED_KINDS)
    return options if len(options) > 1 else ()


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
