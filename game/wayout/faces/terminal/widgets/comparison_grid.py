"""How does a reader move among acts and people, by key or by mouse?

The grid of acts and people as a matrix or a list: column widths, moving from cell to cell.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar, NamedTuple

from textual import events
from textual.actions import SkipAction
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from wayout.faces.terminal.debounce import DecisionMade, decide
from wayout.faces.terminal.keymap import bindings
from wayout.faces.terminal.page_layout import GUTTER, TextBlock
from wayout.faces.terminal.signals import sheet
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Prose, set_lines
from wayout.faces.terminal.widgets.text_lines import TextLine, TextLines, ink
from wayout.locale import strings
from wayout.views.compare import Comparison

COLUMN_GAP = 1
"""Cells between a column and the pointer of the next."""
NOTHING = Content("")

Drawn = tuple[tuple[int | None, ...], TextLines]
"""Every paragraph with the row of the comparison that it belongs to."""


class ComparisonCell(NamedTuple):
    """An act and a person, by their places."""

    row: int
    column: int


def matrix_width(comparison: Comparison) -> int:
    """The cells that a matrix takes."""
    return _label_width(comparison) + sum(width + GUTTER + COLUMN_GAP for width in _widths(comparison))


def taken(comparison: Comparison) -> list[ComparisonCell]:
    """The cells in which somebody took something, by rows."""
    return [
        ComparisonCell(at, column)
        for at, row in enumerate(comparison.rows)
        for column, taking in enumerate(row.cells)
        if taking is not None
    ]


def _label_width(comparison: Comparison) -> int:
    return max((ink(row.label).cell_length for row in comparison.rows), default=0)


def _texts(comparison: Comparison, column: int) -> list[tuple[str, ...]]:
    """What stands in a column, each in lines: the name by its words, then how what followed is known."""
    cells = (row.cells[column] for row in comparison.rows)
    known = [cell.known_words if cell else (strings.COMPARE_NOTHING,) for cell in cells]
    return [tuple(comparison.people[column].name.split()), *known]


def _widths(comparison: Comparison) -> list[int]:
    columns = range(len(comparison.people))
    return [
        max(ink(line).cell_length for lines in _texts(comparison, column) for line in lines or ("",))
        for column in columns
    ]


@lru_cache(maxsize=8)
def matrix(comparison: Comparison, pointed: ComparisonCell) -> Drawn:
    """A row for each act, with a cell for each person; the names above."""
    label_width, widths = _label_width(comparison), _widths(comparison)
    columns = [_texts(comparison, column) for column in range(len(comparison.people))]
    owners: list[int | None] = []
    lines: list[TextLine] = []
    for at, label in enumerate(("", *(row.label for row in comparison.rows)), -1):
        cells = [column[at + 1] for column in columns]
        for line in range(max(1, *(len(cell) for cell in cells))):
            body = [_padded(label if not line else "", label_width, "pointed" if at == pointed.row else "label")]
            for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
                is_pointed = (at, column) == pointed
                mark = strings.POINTER if is_pointed and not line else ""
                look = "head" if at < 0 else "pointed" if is_pointed else "cell"
                drawn = _padded(mark, GUTTER, "pointer") + _padded(cell[line] if line < len(cell) else "", width, look)
                body.append(Content(" " * COLUMN_GAP))
                body.append(drawn if at < 0 else drawn.stylize(Style.from_meta({"cell": (at, column)})))
            owners.append(at if at >= 0 else None)
            lines.append(TextLine(NOTHING, NOTHING, Content("").join(body)))
    return tuple(owners), TextLines(lines)


@lru_cache(maxsize=8)
def listing(comparison: Comparison, pointed: ComparisonCell, parts: tuple[TextBlock, ...]) -> Drawn:
    """Each act, and below it everybody who took it; below the one pointed at `parts`."""
    found = list(_listed(comparison, pointed, parts))
    return tuple(owner for owner, _ in found), TextLines([line for _, line in found])


def _listed(
    comparison: Comparison, pointed: ComparisonCell, parts: tuple[TextBlock, ...]
) -> Iterator[tuple[int | None, TextLine]]:
    for at, row in enumerate(comparison.rows):
        if at:
            yield None, TextLine(NOTHING, NOTHING, NOTHING)
        yield None, TextLine(NOTHING, NOTHING, ink(row.label, ".takings--head"))
        for column, taking in enumerate(row.cells):
            if taking is None:
                continue
            is_pointed = (at, column) == pointed
            owner = at if is_pointed else None
            first = _padded(strings.POINTER if is_pointed else "", GUTTER, "pointer")
            name = ink(taking.name, ".takings--pointed" if is_pointed else ".takings--label")
            body = name + ink(f"  {taking.known}", ".takings--cell")
            yield (
                owner,
                TextLine(first, _padded("", GUTTER, "cell"), body.stylize(Style.from_meta({"cell": (at, column)}))),
            )
            if is_pointed:
                yield from ((owner, line) for line in set_lines(parts))


def _padded(text: str, width: int, look: str) -> Content:
    drawn = ink(text, f".takings--{look}")
    return drawn + Content(" " * max(0, width - drawn.cell_length))


class ComparisonGrid(Prose, can_focus=True):
    """A matrix, acts down and people across; or a list with those who took it below each act.

    In the list the cell pointed at opens, and shows `parts` below it; beside the matrix there is room elsewhere.
    """

    DEFAULT_CSS = sheet(__file__)
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "takings--head", "takings--pointer", "takings--label", "takings--cell", "takings--pointed",
    }  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings("takings")
    ALLOW_SELECT = False

    pointed: reactive[ComparisonCell] = reactive(ComparisonCell(0, 0), init=False, repaint=False)
    is_list: reactive[bool] = reactive(False, init=False, repaint=False)

    @dataclass
    class CellPointed(Message):
        """Another cell is pointed at."""

        cell: ComparisonCell

    @dataclass
    class Entered(DecisionMade):
        """The reader wants to read on from a cell."""

        cell: ComparisonCell

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self.comparison = comparison
        self.display = self.can_focus = bool(comparison.rows)
        self.set_reactive(ComparisonGrid.pointed, next(iter(taken(comparison)), ComparisonCell(0, 0)))

    def render(self) -> TextLines:
        """The matrix or the list, drawn."""
        return self._drawn[1]

    def on_click(self, event: events.Click) -> None:
        """Point at what was clicked; what is pointed at already is entered."""
        at = event.style.meta.get("cell")
        if isinstance(at, tuple):
            if ComparisonCell(*at) == self.pointed:
                decide(self, self.Entered(self.pointed))
            self.pointed = ComparisonCell(*at)

    def action_point(self, down: int, right: int) -> None:
        """To the next cell; the page scrolls where the one pointed at reaches out of sight there, or is the last."""
        if self._goes_on(down):
            raise SkipAction
        found = self._in_list(down + right) if self.is_list else self._in_matrix(down, right)
        if found is None:
            raise SkipAction
        self.pointed = found

    def action_enter(self) -> None:
        """Read on from the cell pointed at; as long as it reaches out of sight below, scroll, and if above, go back."""
        top, height = self._rows
        if self._goes_on(1):
            self._column.scroll_page_down(animate=False)
        elif top + height <= self._column.scrollable_content_region.y:
            self._reveal()
        else:
            decide(self, self.Entered(self.pointed))

    def watch_pointed(self) -> None:
        """Say so, and bring it into sight once it is drawn."""
        self.draw_anew()
        self.post_message(self.CellPointed(self.pointed))
        self.call_after_refresh(self._reveal)

    def watch_parts(self) -> None:
        """Other words below the cell pointed at; the cells themselves are always there."""
        self.draw_anew()

    def watch_is_list(self) -> None:
        """In a list only what somebody took can be pointed at."""
        found = taken(self.comparison)
        if self.is_list and found and self.pointed not in found:
            self.pointed = found[0]
        self.draw_anew()

    @property
    def _column(self) -> PageScroll:
        return next(node for node in self.ancestors if isinstance(node, PageScroll))

    @property
    def _drawn(self) -> Drawn:
        if self.is_list:
            return listing(self.comparison, self.pointed, self.parts)
        return matrix(self.comparison, self.pointed)

    @property
    def _rows(self) -> tuple[int, int]:
        """The first row of the screen that the cell pointed at is on, and how many it takes."""
        owners, lines = self._drawn
        heights = list(lines.heights(self.content_size.width))
        own = [index for index, owner in enumerate(owners) if owner == self.pointed.row]
        if not own:
            return self.content_region.y, 0
        return self.content_region.y + sum(heights[: own[0]]), sum(heights[index] for index in own)

    def _goes_on(self, towards: int) -> bool:
        """Whether the cell pointed at reaches out of sight below, or above."""
        view = self._column.scrollable_content_region
        top, height = self._rows
        return top + height > view.bottom if towards > 0 else towards < 0 and top < view.y

    def _reveal(self) -> None:
        top, height = self._rows
        self._column.reveal(top, min(height, self._column.scrollable_content_region.height))

    def _in_list(self, by: int) -> ComparisonCell | None:
        found = taken(self.comparison)
        at = found.index(self.pointed) + by if self.pointed in found else 0
        return found[at] if 0 <= at < len(found) else None

    def _in_matrix(self, down: int, right: int) -> ComparisonCell | None:
        row, column = self.pointed.row + down, self.pointed.column + right
        inside = 0 <= row < len(self.comparison.rows) and 0 <= column < len(self.comparison.people)
        return ComparisonCell(row, column) if inside else None
