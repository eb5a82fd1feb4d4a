"""How are acts and people drawn, as a matrix or as a list?"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from wayout.faces.terminal.blocks import GUTTER, TextBlock
from wayout.faces.terminal.widgets.prose import set_lines
from wayout.faces.terminal.widgets.text_lines import TextLine, TextLines, ink
from wayout.locale import strings
from wayout.views.compare import Comparison

BETWEEN = 1
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
    return _label_width(comparison) + sum(width + GUTTER + BETWEEN for width in _widths(comparison))


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
                body.append(Content(" " * BETWEEN))
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
