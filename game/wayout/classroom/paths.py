"""Where has a pupil been? The pages of one seat, under numbers that say nothing of what was chosen.

A permalink without content: a path is the code of a trail, kept with its seat; the address of a page is the number of
the path and how many steps of it were made. An address always stands for the same page, and for this seat alone.
"""

from msgspec import Struct, field

MOST_PATHS = 100
"""Paths that are kept of one seat: one for each record begun, and for each other choice after going back."""

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
        while len(self.codes) > MOST_PATHS:
            gone = next(iter(self.codes))
            del self.codes[gone]
            self.shown = {one for one in self.shown if one[0] != gone}
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
        """A page is given."""
        self.latest = place
        self.shown.add(place)


def _steps(code: str) -> int:
    return len(code.rpartition(".")[2])


def address(place: Place) -> str:
    """The part of an address that stands for a page."""
    return f"{place[0]}/{place[1]}"
