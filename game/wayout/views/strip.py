"""When is each record dated, on one line of time?

A view model: the strip of time by its density (a histogram of quarters), and a line of time for each record on an axis
that all of them share, as rows of signs: a day or a month, and a stretch within which something lies.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from wayout.locale import reader_strings
from wayout.model.dates import Period, period
from wayout.model.evidence import Claim, Date
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.story import Scene, Story

ALWAYS = Period(date.min, date.max)
CELLS_A_YEAR = 4
"""Cells of the strip of time: a quarter of a year each."""
LONGEST_MOMENT = 92
"""Days: what is dated less closely than to a quarter stands in no cell."""
LONGEST_EXACT = 31
"""Days: what is dated to a day or a month has a dot of its own on a line of time."""
LEAD = 2
"""Cells before the first year of an axis, for what is only told to be earlier than something."""
MAX_YEAR_WIDTH = 24
"""Cells of a year at most: nothing is told apart by less than half a month."""
LABEL_WIDTH = 5
"""Cells of a year's number, and the air behind it."""
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""From one year that is written on an axis to the next."""


def stretch_of(said: Date | None) -> Period:
    """When a moment is that a date is told of: of what went on for some time, its beginning, if that is told."""
    return next((found for bound in bounds_of(said) if (found := period(bound))), ALWAYS)


def bounds_of(said: Date | None) -> tuple[str, ...]:
    """A date; of an interval the beginning and the end, as far as they are told."""
    return tuple(bound for bound in str(said or "").split("/") if bound not in ("", ".."))


def closer_events(library: Library, story: Story, scene: Scene) -> Iterator[tuple[str, Claim, Date]]:
    """The events of a person in a scene that are dated within its date, and closer than that; each with its date."""
    told = dict.fromkeys(claim for passage in scene.passages for claim in passage.claims)
    whole = (period(scene.date) if scene.date is not None else None) or ALWAYS
    for name, claim in ((name, library.claims[name]) for name in told if name in library.claims):
        said = claim.date
        if claim.kind != "event" or claim.subject != story.person or said is None or str(said).startswith("["):
            continue
        covered = period(said) or ALWAYS
        if covered != whole and whole.first <= covered.first and covered.last <= whole.last:
            yield name, claim, said


def strip(library: Library, read: Iterable[str]) -> str:
    """The years of the records that were read, in one line: the more of their people a cell has, the denser it looks.

    Nothing where none of them is dated closely enough. How many they are is not told.
    """
    cells = density(library, read)
    if not cells:
        return ""
    years = range(min(cells) // CELLS_A_YEAR, max(cells) // CELLS_A_YEAR + 1)
    return " ".join(
        reader_strings.STRIP_YEAR.format(
            year=year,
            cells="".join(_glyph(cells.get(year * CELLS_A_YEAR + at, 0)) for at in range(CELLS_A_YEAR)),
        )
        for year in years
    )


def density(library: Library, read: Iterable[str]) -> dict[int, int]:
    """How many people of the records that were read have a moment in a cell of the strip, by its number."""
    people: dict[int, set[str | None]] = {}
    for name in read:
        for cell in strip_cells(library, name):
            people.setdefault(cell, set()).add(library.stories[name].person)
    return {cell: len(found) for cell, found in people.items()}


def strip_cells(library: Library, name: str) -> list[int]:
    """The cells of the strip of time in which a record has a moment, by their numbers; none of a story without one."""
    story = library.records.get(name)
    if story is None or story.person is None:
        return []
    stretches = (stretch_of(scene.date) for scene in on_path(name, story))
    return sorted({_cell(one.last) for one in stretches if (one.last - one.first).days <= LONGEST_MOMENT})


def on_path(name: str, story: Story) -> Iterator[Scene]:
    """The scenes of a record that its person comes to, in their order."""
    return (story.scenes[stop.scene] for stop in recorded_path(name, story).stops)


def _cell(day: date) -> int:
    return day.year * CELLS_A_YEAR + (day.month - 1) * CELLS_A_YEAR // 12


def _glyph(people: int) -> str:
    return reader_strings.DENSITY[min(people, len(reader_strings.DENSITY) - 1)]


class Moment(Struct, frozen=True):
    """When something on a recorded path was, as far as that is told; whether it is told to a day or a month."""

    when: Period
    is_exact: bool


def moments(library: Library, name: str) -> tuple[Moment, ...]:
    """When a person's recorded path was: each of its dates."""
    outline = library.outlines.get(name)
    return tuple(map(_moment, outline.dates if outline is not None else dates_of(library, name)))


def dates_of(library: Library, name: str) -> tuple[Date, ...]:
    """The dates of a person's recorded path: of its scenes, and of the events that claims date closer than these."""
    story = library.stories[name]
    if story.person is None:
        return ()
    dates = (
        said
        for scene in on_path(name, story)
        for said in (scene.date, *(date for _, _, date in closer_events(library, story, scene)))
    )
    return tuple(said for said in dict.fromkeys(dates) if said is not None and stretch_of(said) != ALWAYS)


def _moment(said: Date) -> Moment:
    when = stretch_of(said)
    is_rough = "~" in str(said)
    return Moment(when, is_exact=not is_rough and (when.last - when.first).days < LONGEST_EXACT)


class TimeAxis(Struct, frozen=True):
    """The years that some lines of time share; whether any of them begins earlier than is told."""

    first: int
    last: int
    is_open: bool

    @property
    def min_width(self) -> int:
        """The fewest cells on which a line still says something."""
        return self._lead + LABEL_WIDTH * min(self._years, 3)

    @property
    def _years(self) -> int:
        return self.last - self.first + 1

    @property
    def _lead(self) -> int:
        return LEAD if self.is_open else 0

    def width(self, room: int) -> int:
        """The cells that it takes: as many for one year as for another, where there is room for that."""
        cells = room - self._lead
        return self._lead + (min(cells // self._years, MAX_YEAR_WIDTH) * self._years or cells)

    def head(self, room: int) -> str:
        """The years, each above its first cell, as many of them as there is room for."""
        years = range(self.first, self.last + 1)
        step = next(
            (one for one in YEAR_STEPS if (room - self._lead) * one >= LABEL_WIDTH * len(years)), YEAR_STEPS[-1]
        )
        row = ""
        for year in (one for one in years if one % step == 0):
            row = row.ljust(self._at(date(year, 1, 1), room))
            row += str(year) if len(row) + LABEL_WIDTH <= room + 1 else ""
        return row.ljust(room)

    def line(self, dated: Iterable[Moment], room: int) -> str:
        """A dot for what is told to a day or a month, dashes for the stretch within which something else lies."""
        row = [" "] * room
        for one in sorted(dated, key=lambda each: each.is_exact):
            if one.is_exact:
                middle = one.when.first + (one.when.last - one.when.first) / 2
                row[self._at(middle, room)] = reader_strings.DATED
                continue
            first = self._at(one.when.first, room) if one.when.first > date.min else self._lead
            last = self._at(one.when.last, room) if one.when.last < date.max else room - 1
            row[first : last + 1] = reader_strings.WITHIN * (last + 1 - first)
            if one.when.first == date.min:
                row[: self._lead] = reader_strings.EARLIER.ljust(self._lead, reader_strings.WITHIN)
        return "".join(row)

    def strip(self, cells: dict[int, int], room: int) -> str:
        """The strip of time on this axis."""
        row = [_glyph(0)] * room
        row[: self._lead] = " " * self._lead
        for number, people in cells.items():
            year, quarter = divmod(number, CELLS_A_YEAR)
            months = 12 // CELLS_A_YEAR
            first, last = date(year, months * quarter + 1, 1), date(year, months * (quarter + 1), 28)
            at = range(self._at(first, room), self._at(last, room) + 1)
            row[at.start : at.stop] = _glyph(people) * len(at)
        return "".join(row)

    def _at(self, day: date, room: int) -> int:
        """The cell of a day: years have equally many cells, and so have the months of a year."""
        share = (day.year - self.first) * 12 + day.month - 1 + (day.day - 1) / 31
        cells = room - self._lead
        return self._lead + max(0, min(cells - 1, int(share * cells / (12 * self._years))))


def time_axis(every: Iterable[Moment]) -> TimeAxis | None:
    """The years in which some moments lie; None where no moment is dated."""
    found = tuple(every)
    years = [day.year for one in found for day in (one.when.first, one.when.last) if date.min < day < date.max]
    return TimeAxis(min(years), max(years), any(one.when.first == date.min for one in found)) if years else None
