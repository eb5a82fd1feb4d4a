"""What goes into a picture of places, and what comes out?"""

from collections.abc import Mapping
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
