"""What do two measurements say of each other, and is the bar met?"""

from collections.abc import Callable
from statistics import median

from msgspec import Struct

Measure = Callable[[], float]


class Series(Struct, frozen=True):
    """What the rounds gave, in seconds, or in bytes of memory."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The value in the middle."""
        return median(self.values)


class Row(Struct, frozen=True, kw_only=True):
    """One line of the table. Without a yardstick, `ours` itself is held against the bar."""

    name: str
    what: str
    yardstick_is: str
    ours: Series
    yardstick: Series | None = None
    bar: float | None
    unit: str = "s"
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """The medians against each other."""
        return self.ours.median / self.yardstick.median if self.yardstick is not None else None

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is none."""
        found = self.ratio if self.ratio is not None else self.ours.median
        return None if self.bar is None else found <= self.bar


def alternate(
    rounds: int, talk: Callable[[str], None], ours: Measure, yardstick: Measure, unit: str = "s"
) -> tuple[Series, Series]:
    """Measure both in turn, so that whatever else the machine does falls on both; they take turns in being first."""
    left: list[float] = []
    right: list[float] = []
    for number in range(rounds):
        for measure, values in ((ours, left), (yardstick, right))[:: -1 if number % 2 else 1]:
            values.append(measure())
        talk(f"  round {number + 1} of {rounds}: {left[-1]:.4g} {unit} against {right[-1]:.4g} {unit}")
    return Series(tuple(left)), Series(tuple(right))
