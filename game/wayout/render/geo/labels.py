"""Where may the name of a place stand?

Beside a city's mark, which stands at the city itself. A country or region has no such point: mark and name stand in
brackets, somewhere about its middle. One cell before each name is kept for a pointer.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

Kind = Literal["coast", "way", "mark", "name", "pointer", "water"]
Cell = tuple[int, int]
"""Column and row."""
Pair = tuple[str, str]
"""A stretch: the ids of the places that it joins."""


class MapPlace(Struct, frozen=True, kw_only=True):
    """A place: the mark for how it stands to the reader (one cell), its number and its name; a city, or an area."""

    id: str
    longitude: float
    latitude: float
    mark: str
    number: str
    name: str
    is_area: bool


class Water(Struct, frozen=True):
    """The name of a sea, which helps to find one's way; left out where it would cover anything."""

    name: str
    longitude: float
    latitude: float


class PicturePiece(Struct, frozen=True):
    """Cells of one kind in a row: the place that they belong to, and whether they lie on land."""

    text: str
    kind: Kind
    spot: str = ""
    is_land: bool = False


class Box(Struct, frozen=True):
    """Pieces beside one another, from a cell on, and how many cells they take."""

    column: int
    row: int
    pieces: tuple[PicturePiece, ...]
    width: int

    @property
    def cells(self) -> list[Cell]:
        """Every cell that they take."""
        return [(self.column + at, self.row) for at in range(self.width)]


class GeoPicture(Struct, frozen=True):
    """So many cells wide: rows of pieces, the ids of the places that are on it, and the middle of each stretch."""

    width: int
    rows: tuple[tuple[PicturePiece, ...], ...]
    shown: tuple[str, ...]
    stretches: Mapping[Pair, Cell]

    @property
    def text(self) -> str:
        """All rows, without trailing blanks."""
        return "\n".join("".join(piece.text for piece in row).rstrip() for row in self.rows)


Measure = Callable[[str], int]
OPEN, CLOSE = "(", ")"
CUT = "…"
SHORTER = 0.8
"""How much of a name is left each time that it is cut."""
SHORTEST = 5
"""Characters of a name below which the number stands alone."""


def labels(spot: MapPlace, room: int, measure: Measure) -> Iterator[str]:
    """Number and name, ever shorter, none longer than the room; at last the number alone."""
    name = spot.name
    label = f"{spot.number} {name}".strip()
    while len(name) > SHORTEST:
        if measure(label) <= room:
            yield label
        name = name[: min(len(name) - 1, int(len(name) * SHORTER), room)].rstrip()
        label = f"{spot.number} {name}{CUT}"
    if name == spot.name:
        yield label
    yield spot.number


def boxes(spot: MapPlace, cell: Cell, label: str, measure: Measure) -> Iterator[Box]:
    """Where the mark with a label may stand, the best place first."""
    pointer, mark, air = (
        PicturePiece(" ", "pointer", spot.id),
        PicturePiece(spot.mark, "mark", spot.id),
        PicturePiece(" ", "name"),
    )
    column, row = cell
    if not spot.is_area:
        width = measure(label) + 4
        yield Box(column - 1, row, (pointer, mark, PicturePiece(f" {label}", "name", spot.id), air), width)
        yield Box(column - width + 2, row, (pointer, PicturePiece(f"{label} ", "name", spot.id), mark, air), width)
        return
    width = measure(label) + 6
    pieces = (
        pointer,
        PicturePiece(OPEN, "name", spot.id),
        mark,
        PicturePiece(f" {label}{CLOSE}", "name", spot.id),
        air,
    )
    for down in (0, -1, 1, -2, 2):
        for right in (0, -2, 2, -4, 4, -(width // 3), width // 3):
            yield Box(column - width // 2 + right, row + down, pieces, width)
