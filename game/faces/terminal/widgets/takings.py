"""How does a reader move among acts and people, by key or by mouse?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from game import words
from game.faces.terminal.looks import sheet
from game.faces.terminal.parts import GUTTER, Part
from game.faces.terminal.widgets.column import Column
from game.faces.terminal.widgets.lines import Line, Lines, ink
from game.faces.terminal.widgets.prose import Prose, set_lines
from game.play.compare import Comparison

BETWEEN = 1
"""Cells between a column and the pointer of the next."""
NOTHING = Content("")

Drawn = tuple[tuple[int | None, ...], Lines]
"""Every paragraph with the row of the comparison that it belongs to."""


class Cell(NamedTuple):
    """An act and a person, by their places."""

    row: int
    column: int


class Takings(Prose, can_focus=True):
    """A matrix, acts down and people across; or a list with those who took it below each act.

    In the list the cell pointed at opens, and shows `parts` below it; beside the matrix there is room elsewhere.
    """

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "takings--head", "takings--pointer", "takings--label", "takings--cell", "takings--pointed",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", words.KEY_ENTER, id="takings.enter", key_display="Enter", tooltip=words.TIP_ENTER),
        Binding("down,j", "point(1, 0)", words.KEY_DOWN, show=False, id="takings.down", tooltip=words.TIP_CELL),
        Binding("up,k", "point(-1, 0)", words.KEY_UP, show=False, id="takings.up", tooltip=words.TIP_CELL),
        Binding("right", "point(0, 1)", words.KEY_RIGHT, show=False, id="takings.right", tooltip=words.TIP_CELL),
        Binding("left", "point(0, -1)", words.KEY_LEFT, show=False, id="takings.left", tooltip=words.TIP_CELL),
    ]
    ALLOW_SELECT = False

    pointed: reactive[Cell] = reactive(Cell(0, 0), init=False, repaint=False)
    is_list: reactive[bool] = reactive(False, init=False, repaint=False)

    @dataclass
    class Pointed(Message):
        """Another cell is pointed at."""

        cell: Cell

    @dataclass
    class Entered(Message):
        """The reader wants to read on from a cell."""

        cell: Cell

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison
        self.display = bool(comparison.rows)
        self.set_reactive(Takings.pointed, next(iter(_taken(comparison)), Cell(0, 0)))

    def render(self) -> Lines:
        """The matrix or the list, drawn."""
        return self._drawn[1]

    def on_click(self, event: events.Click) -> None:
        """Point at what was clicked; what is pointed at already is entered."""
        at = event.style.meta.get("cell")
        if isinstance(at, tuple):
            if Cell(*at) == self.pointed:
                self.post_message(self.Entered(self.pointed))
            self.pointed = Cell(*at)

    def action_point(self, down: int, right: int) -> None:
        """To the next cell; where the one pointed at is out of sight, or the last, the page scrolls."""
        if down and not self._column.shows(*self._rows, towards=down):
            raise SkipAction
        found = self._in_list(down + right) if self.is_list else self._in_matrix(down, right)
        if found is None:
            raise SkipAction
        self.pointed = found

    def action_enter(self) -> None:
        """Read on from the cell pointed at; if it is still below the screen, scroll to it."""
        if self._column.shows(*self._rows, towards=1):
            self.post_message(self.Entered(self.pointed))
        else:
            self._column.scroll_page_down()

    def watch_pointed(self) -> None:
        """Say so, and bring it into sight once it is drawn."""
        self.draw_anew()
        self.post_message(self.Pointed(self.pointed))
        self.call_after_refresh(self._reveal)

    def watch_is_list(self) -> None:
        """In a list only what somebody took can be pointed at."""
        taken = _taken(self.comparison)
        if self.is_list and taken and self.pointed not in taken:
            self.pointed = taken[0]
        self.draw_anew()

    @property
    def _column(self) -> Column:
        return next(node for node in self.ancestors if isinstance(node, Column))

    @property
    def _drawn(self) -> Drawn:
        if self.is_list:
            return _list(self.comparison, self.pointed, self.parts)
        return _matrix(self.comparison, self.pointed)

    @property
    def _rows(self) -> tuple[int, int]:
        """The first row of the screen that the cell pointed at is on, and how many it takes."""
        owners, lines = self._drawn
        heights = list(lines.heights(self.content_size.width))
        own = [index for index, owner in enumerate(owners) if owner == self.pointed.row]
        if not own:
            return self.content_region.y, 0
        return self.content_region.y + sum(heights[: own[0]]), sum(heights[index] for index in own)

    def _reveal(self) -> None:
        top, height = self._rows
        self._column.reveal(top, height)
        self._column.reveal(self._rows[0], 1)

    def _in_list(self, by: int) -> Cell | None:
        taken = _taken(self.comparison)
        at = taken.index(self.pointed) + by if self.pointed in taken else 0
        return taken[at] if 0 <= at < len(taken) else None

    def _in_matrix(self, down: int, right: int) -> Cell | None:
        row, column = self.pointed.row + down, self.pointed.column + right
        inside = 0 <= row < len(self.comparison.rows) and 0 <= column < len(self.comparison.people)
        return Cell(row, column) if inside else None


def matrix_width(comparison: Comparison) -> int:
    """The cells that a matrix takes."""
    return _label_width(comparison) + sum(width + GUTTER + BETWEEN for width in _widths(comparison))


def _taken(comparison: Comparison) -> list[Cell]:
    """The cells in which somebody took something, by rows."""
    return [
        Cell(at, column)
        for at, row in enumerate(comparison.rows)
        for column, taking in enumerate(row.cells)
        if taking is not None
    ]


def _label_width(comparison: Comparison) -> int:
    return max((ink(row.label).cell_length for row in comparison.rows), default=0)


def _texts(comparison: Comparison, column: int) -> list[tuple[str, ...]]:
    """What stands in a column, each in lines: the name by its words, then how what followed is known."""
    cells = (row.cells[column] for row in comparison.rows)
    known = [tuple(cell.known.split(" · ")) if cell else (words.COMPARE_NOTHING,) for cell in cells]
    return [tuple(comparison.people[column].name.split()), *known]


def _widths(comparison: Comparison) -> list[int]:
    columns = range(len(comparison.people))
    return [
        max(ink(line).cell_length for lines in _texts(comparison, column) for line in lines or ("",))
        for column in columns
    ]


@lru_cache(maxsize=8)
def _matrix(comparison: Comparison, pointed: Cell) -> Drawn:
    label_width, widths = _label_width(comparison), _widths(comparison)
    columns = [_texts(comparison, column) for column in range(len(comparison.people))]
    owners: list[int | None] = []
    lines: list[Line] = []
    for at, label in enumerate(("", *(row.label for row in comparison.rows)), -1):
        cells = [column[at + 1] for column in columns]
        for line in range(max(1, *(len(cell) for cell in cells))):
            body = [_padded(label if not line else "", label_width, "pointed" if at == pointed.row else "label")]
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                is_pointed = (at, column) == pointed
                mark = words.POINTER if is_pointed and not line else ""
                look = "head" if at < 0 else "pointed" if is_pointed else "cell"
                drawn = _padded(mark, GUTTER, "pointer") + _padded(cell[line] if line < len(cell) else "", width, look)
                body.append(Content(" " * BETWEEN))
                body.append(drawn if at < 0 else drawn.stylize(Style.from_meta({"cell": (at, column)})))
            owners.append(at if at >= 0 else None)
            lines.append(Line(NOTHING, NOTHING, Content("").join(body)))
    return tuple(owners), Lines(lines)


@lru_cache(maxsize=8)
def _list(comparison: Comparison, pointed: Cell, parts: tuple[Part, ...]) -> Drawn:
    found = list(_listed(comparison, pointed, parts))
    return tuple(owner for owner, _ in found), Lines([line for _, line in found])


def _listed(comparison: Comparison, pointed: Cell, parts: tuple[Part, ...]) -> Iterator[tuple[int | None, Line]]:
    """Each act, and below it everybody who took it; the one pointed at with what followed."""
    for at, row in enumerate(comparison.rows):
        if at:
            yield None, Line(NOTHING, NOTHING, NOTHING)
        yield None, Line(NOTHING, NOTHING, ink(row.label, ".takings--head"))
        for column, taking in enumerate(row.cells):
            if taking is None:
                continue
            is_pointed = (at, column) == pointed
            owner = at if is_pointed else None
            first = _padded(words.POINTER if is_pointed else "", GUTTER, "pointer")
            name = ink(taking.name, ".takings--pointed" if is_pointed else ".takings--label")
            body = name + ink(f"  {taking.known}", ".takings--cell")
            yield owner, Line(first, _padded("", GUTTER, "cell"), body.stylize(Style.from_meta({"cell": (at, column)})))
            if is_pointed:
                yield from ((owner, line) for line in set_lines(parts))


def _padded(text: str, width: int, look: str) -> Content:
    drawn = ink(text, f".takings--{look}")
    return drawn + Content(" " * max(0, width - drawn.cell_length))
