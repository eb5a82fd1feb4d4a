"""How does the library stand on the screen: a row for each record, with its line of time?

The rows of the library as a table (number, name, line of time on a common axis, who, minutes), how its columns share
the width, and the row above them with the years of the axis.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import ClassVar, NamedTuple

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from textual.content import Content

from wayout.faces.terminal.page_layout import Option
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.choices import EMPTY_LINES, Choices
from wayout.faces.terminal.widgets.text_lines import AutoHeight, TextLine, TextLines, ink
from wayout.locale import reader_strings
from wayout.model.text import sanitize
from wayout.views.strip import Moment, TimeAxis

GUTTER = 5
"""Cells before a name: the pointer, the number, and the air around it."""
AIR = 2
"""Cells between two columns."""
MINUTES, MARK = 3, 2
"""Cells of how long a record takes, and of the sign behind that: it was read, or begun."""
MAX_NAME, MAX_WHO, MIN_WHO = 24, 34, 16
"""Cells of a name, and of the words on who it is."""
NO_GUTTER = Content("")
MIN_WIDTH = 54
"""Cells below which there are but name and minutes."""


class RecordLine(Struct, frozen=True):
    """What the row of a record says; `mark` is a sign that it was read, or begun."""

    name: str
    who: str
    dated: tuple[Moment, ...]
    minutes: int
    mark: str = ""


class RecordColumns(NamedTuple):
    """Cells of each column; one without any is left out."""

    name: int
    axis: int
    who: int
    minutes: int

    @property
    def before_axis(self) -> int:
        """Cells before the axis."""
        return GUTTER + self.name + AIR


class RecordTable(Struct, frozen=True):
    """The records in their order, by their ids, and the axis that they share; None where nothing is dated.

    `cells` is the strip of time of what was read, by its quarters.
    """

    rows: tuple[tuple[str, RecordLine], ...]
    axis: TimeAxis | None
    cells: tuple[tuple[int, int], ...] = ()

    def columns(self, width: int) -> RecordColumns:
        """How all columns share a width."""
        names = min(MAX_NAME, max((cell_len(_clean(one.name)) for _, one in self.rows), default=0))
        whos = min(MAX_WHO, max((cell_len(_clean(one.who)) for _, one in self.rows), default=0))
        if width < MIN_WIDTH:
            minutes = max((cell_len(_minutes(one)) for _, one in self.rows), default=0)
            return RecordColumns(max(1, min(names, width - GUTTER - AIR - minutes - MARK)), 0, 0, minutes)
        room = width - GUTTER - names - AIR - MINUTES - MARK
        if self.axis is None:
            return RecordColumns(names, 0, min(whos, room - 1), MINUTES)
        least = self.axis.min_width + AIR
        who = whos if whos + 1 + least <= room else max(0, room - 1 - least)
        who = who if who >= min(whos, MIN_WHO) else 0
        return RecordColumns(names, self.axis.width(room - AIR - (who + 1 if who else 0)), who, MINUTES)

    def head(self, width: int) -> str:
        """The years of the axis, and the unit of the minutes; nothing where there is no axis."""
        columns = self.columns(width)
        if self.axis is None or not columns.axis:
            return ""
        years = " " * columns.before_axis + self.axis.head(columns.axis)
        until = columns.before_axis + columns.axis + AIR + (columns.who + 1 if columns.who else 0)
        return years.ljust(until) + reader_strings.MINUTES_HEAD.rjust(columns.minutes)

    def strip(self, width: int) -> str:
        """The strip of time below the lines of the records; nothing where there is no axis, or nothing was read."""
        columns = self.columns(width)
        if self.axis is None or not columns.axis or not self.cells:
            return ""
        label = fit(reader_strings.STRIP_HEAD, columns.name + AIR)
        return " " * GUTTER + label + self.axis.strip(dict(self.cells), columns.axis)


def fit(text: str, width: int) -> str:
    """A text in just so many cells: filled up, or cut with a sign."""
    text = _clean(text)
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(f"{set_cell_size(text, max(0, width - 1)).rstrip()}…", width)


def _clean(text: str) -> str:
    return sanitize(" ".join(text.split()))


def _minutes(line: RecordLine) -> str:
    return reader_strings.MINUTES_SHORT.format(n=line.minutes)


class AxisHead(AutoHeight):
    """The row above the records; it takes no room where it has nothing to say."""

    DEFAULT_CSS = sheet(__file__, "axis_head")
    COMPONENT_CLASSES: ClassVar[set[str]] = {"axis--head"}
    ALLOW_SELECT = False

    def __init__(self, table: RecordTable) -> None:
        super().__init__()
        self.table = table

    def rows(self, width: int) -> int:
        """One, or none."""
        return int(bool(self.table.head(width)))

    def render(self) -> Content:
        """The row, drawn."""
        return ink(self.table.head(self.content_size.width), ".axis--head")


class RecordList(Choices):
    """Options of which those that are records have a row each; what else is offered stands above them, with air.

    The years of the axis then stand between the two, next to the rows that they belong to.
    """

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {"records--dated", "records--within"}

    is_tight = False
    """Whether there is no room for air."""

    def __init__(self, table: RecordTable, options: tuple[Option, ...], *, gap: int = 0) -> None:
        self.table = table
        self._kept: tuple[object, tuple[tuple[int | None, ...], TextLines]] | None = None
        super().__init__(options, gap=gap)

    def heights(self, width: int) -> Iterable[int]:
        """The rows of each paragraph at a width."""
        return self._drawn_at(width)[1].heights(width)

    def render(self) -> TextLines:
        """The rows, drawn."""
        return self._drawn[1]

    @property
    def _drawn(self) -> tuple[tuple[int | None, ...], TextLines]:
        return self._drawn_at(self.content_size.width)

    def _drawn_at(self, width: int) -> tuple[tuple[int | None, ...], TextLines]:
        """The options, those of records as rows of the table; kept until anything of it changes."""
        key = (self.table, self.options, self.pointed, self.rests, width, self.is_tight)
        if self._kept is None or self._kept[0] != key:
            self._kept = key, self._rows_of_table(width)
        return self._kept[1]

    def _rows_of_table(self, width: int) -> tuple[tuple[int | None, ...], TextLines]:
        columns, records = self.table.columns(width), dict(self.table.rows)
        head = self.table.head(width)
        found: list[tuple[int | None, TextLine]] = []
        is_first = True
        owners, lines = super()._drawn
        for owner, line in zip(owners, lines.lines, strict=True):
            record = records.get(self.options[owner].id) if owner is not None else None
            if record is not None and is_first and found and not self.is_tight:
                found += ((None, air) for air in EMPTY_LINES[self.gap :])
                years = (TextLine(NO_GUTTER, NO_GUTTER, ink(head, ".choices--aside")),) if head else ()
                found += ((None, one) for one in (*years, *(EMPTY_LINES * self.gap if years else ())))
            is_first = is_first and record is None
            if record is None:
                found.append((owner, line))
                continue
            is_pointed = owner == self.pointed and not self.rests
            body = Content("").join(_row(record, self.table.axis, columns, width, is_pointed=is_pointed))
            gutter = line.first.pad_right(GUTTER - line.first.cell_length)
            found.append((owner, TextLine(gutter, gutter, body)))
        return tuple(owner for owner, _ in found), TextLines([line for _, line in found])


def _row(
    line: RecordLine, axis: TimeAxis | None, columns: RecordColumns, width: int, *, is_pointed: bool
) -> Iterator[Content]:
    yield ink(fit(line.name, columns.name), ".choices--pointed" if is_pointed else ".choices--label")
    if columns.axis and axis is not None:
        yield Content(" " * AIR)
        for is_dated, run in groupby(axis.line(line.dated, columns.axis), reader_strings.DATED.__eq__):
            dot = ".choices--pointer" if is_pointed else ".records--dated"
            yield ink("".join(run), dot if is_dated else ".records--within")
    if columns.who:
        yield ink(" " * AIR + fit(line.who, columns.who) + " ", ".choices--aside")
    elif columns.axis:
        yield Content(" " * AIR)
    if width < MIN_WIDTH:
        yield Content(" " * AIR)
    minutes = _minutes(line) if width < MIN_WIDTH else str(line.minutes)
    yield ink(f"{minutes.rjust(columns.minutes)} {line.mark}", ".choices--aside")
