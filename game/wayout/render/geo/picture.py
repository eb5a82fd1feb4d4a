"""How do places, and what lies between them, come to stand on a picture of the earth?

Label placement and route lines on the map of places: dot spacing, bends, penalties, shortened names.

A stretch is a bow of dots far apart, broken in its middle: it says what came after what, and not by which way.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import Literal

from msgspec import Struct

from wayout.render.geo.coasts import DOTS_ACROSS, DOTS_DOWN, Ground

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
SHORTENING = 0.8
"""How much of a name is left each time that it is cut."""
MIN_NAME_LENGTH = 5
"""Characters of a name below which the number stands alone."""


def labels(spot: MapPlace, room: int, measure: Measure) -> Iterator[str]:
    """Number and name, ever shorter, none longer than the room; at last the number alone."""
    name = spot.name
    label = f"{spot.number} {name}".strip()
    while len(name) > MIN_NAME_LENGTH:
        if measure(label) <= room:
            yield label
        name = name[: min(len(name) - 1, int(len(name) * SHORTENING), room)].rstrip()
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


DOT, UNKNOWN = "·", "?"
DOT_SPACING = 6.0
"""Braille dots from one dot of a stretch to the next."""
BEND = 0.32
"""How far a stretch bends, beside its length, away from the other places."""
MIDDLE_MARGIN = 2
"""Cells without dots beside what stands in the middle of a stretch."""
NAME_MARGIN = 12
"""Cells on both sides of a place that the middle of a stretch leaves to its name."""
MIN_WORDS_FACTOR = 3
"""How many times as wide as its words a stretch has to be, to bear them."""
COVER_PENALTY, MOVE_PENALTY = 3, 2
"""How much worse it is for a name to cover a dot of a stretch, or to move on by one place, than to cover a coast."""


def picture(
    ground: Ground,
    spots: Sequence[MapPlace],
    stretches: Sequence[Pair],
    waters: Sequence[Water] = (),
    says: str = "",
    measure: Measure = len,
) -> GeoPicture:
    """The picture. What lies outside the ground is not on it.

    In its middle a stretch bears a question mark, or the words where it is long enough for what it says.
    """
    return _GeoDrawing(ground, measure, f" {says} " if says else UNKNOWN).drawn(spots, stretches, waters)


class _GeoDrawing:
    def __init__(self, ground: Ground, measure: Measure, words: str) -> None:
        self.ground = ground
        self.frame = ground.frame
        self.measure = measure
        self.words = words
        self.boxes: list[Box] = []
        self.taken: set[Cell] = set()
        self.dots: set[Cell] = set()

    def drawn(self, spots: Sequence[MapPlace], stretches: Sequence[Pair], waters: Sequence[Water]) -> GeoPicture:
        at = self._cells(spots)
        middles: dict[Pair, Cell] = {}
        for start, end in stretches:
            if start in at and end in at and start != end and not {(start, end), (end, start)} & set(middles):
                middles[start, end] = self._stretch(at[start], at[end], at)
        for spot in sorted((spot for spot in spots if spot.id in at), key=lambda spot: spot.is_area):
            self._name(spot, at[spot.id])
        named: set[str] = set()
        for water in waters:
            if water.name not in named and self._water(water):
                named.add(water.name)
        for cell in sorted(self.dots - self.taken):
            self._put(Box(*cell, (PicturePiece(DOT, "way"),), 1))
        rows = tuple(tuple(self._row(row)) for row in range(self.frame.height))
        return GeoPicture(self.frame.width, rows, tuple(at), middles)

    def _cells(self, spots: Sequence[MapPlace]) -> dict[str, Cell]:
        """The cell of each place; that of a city is kept for it, or the nearest one where it is another city's.

        In the outermost columns there would be no room beside a mark: it stands a cell further in.
        """
        at: dict[str, Cell] = {}
        for spot in sorted(spots, key=lambda spot: spot.is_area):
            column, row = self.frame.cell(spot.longitude, spot.latitude)
            if self.frame.holds(column, row):
                cell = min(max(column, 1), max(1, self.frame.width - 2)), row
                at[spot.id] = cell if spot.is_area else self._free(cell)
                self.taken |= set() if spot.is_area else {at[spot.id]}
        return {spot.id: at[spot.id] for spot in spots if spot.id in at}

    def _free(self, cell: Cell, reserved: Set[Cell] = frozenset()) -> Cell:
        """The nearest cell that nothing has taken, and that is not kept for a name if that can be."""
        column, row = cell
        for away in range(max(self.frame.width, self.frame.height)):
            reach = range(-away, away + 1)
            ring = [(column + x, row + y) for y in reach for x in reach if max(abs(x), abs(y)) == away]
            free = [
                near for near in ring if self.frame.holds(*near) and near not in self.taken and near not in reserved
            ]
            if free:
                return min(free, key=lambda near: (abs(near[1] - row), abs(near[0] - column), near))
        return self._free(cell) if reserved else cell

    def _stretch(self, start: Cell, end: Cell, places: Mapping[str, Cell]) -> Cell:
        """Mark what lies between two places; the cell of its middle comes back."""
        points = [self._inside(point) for point in _bow(_middle(start), _middle(end), _mean(places))]
        reserved = {
            (column + by, row) for column, row in places.values() for by in range(-NAME_MARGIN, NAME_MARGIN + 1)
        }
        middle = self._free(points[len(points) // 2], reserved)
        width = self.measure(self.words)
        box = Box(middle[0] - width // 2, middle[1], (PicturePiece(self.words, "way"),), width)
        if abs(start[0] - end[0]) < MIN_WORDS_FACTOR * width or not self._fits(box):
            box = Box(*middle, (PicturePiece(UNKNOWN, "way"),), 1)
        self._put(box)
        free = range(box.column - MIDDLE_MARGIN, box.column + box.width + MIDDLE_MARGIN)
        self.dots |= {cell for cell in points if cell[0] not in free or abs(cell[1] - box.row) > 1}
        return middle

    def _inside(self, point: tuple[float, float]) -> Cell:
        """The cell of a point, or the nearest one in the picture."""
        column, row = int(point[0] // DOTS_ACROSS), int(point[1] // DOTS_DOWN)
        return min(max(column, 0), self.frame.width - 1), min(max(row, 0), self.frame.height - 1)

    def _name(self, spot: MapPlace, cell: Cell) -> None:
        """The name where it covers least, as much of it as there is room for; at the worst the mark alone."""
        if not spot.is_area:
            self.taken.discard(cell)
        for label in labels(spot, self.frame.width // 2, self.measure):
            fitting = [box for box in boxes(spot, cell, label, self.measure) if self._fits(box)]
            if fitting:
                self._put(min(enumerate(fitting), key=self._cost)[1])
                return
        self._put(Box(*self._free(cell), (PicturePiece(spot.mark, "mark", spot.id),), 1))

    def _cost(self, numbered: tuple[int, Box]) -> int:
        """How far down the list a place for a name is, and how much of stretches and coasts it covers."""
        order, box = numbered
        coast = sum(self.ground.rows[row][column] != " " for column, row in box.cells)
        return MOVE_PENALTY * order + coast + COVER_PENALTY * len(self.dots.intersection(box.cells))

    def _water(self, water: Water) -> bool:
        """The name of a sea, with air around it, where there is nothing but sea; whether it is there."""
        column, row = self.frame.cell(water.longitude, water.latitude)
        width = self.measure(water.name) + 2
        box = Box(column - width // 2, row, (PicturePiece(f" {water.name} ", "water"),), width)
        if self._fits(box) and self.dots.isdisjoint(box.cells):
            ground = self.ground
            if all(ground.rows[y][x] == " " and not ground.land[y][x] for x, y in box.cells):
                self._put(box)
                return True
        return False

    def _fits(self, box: Box) -> bool:
        inside = box.column >= 0 and box.column + box.width <= self.frame.width and 0 <= box.row < self.frame.height
        return inside and self.taken.isdisjoint(box.cells)

    def _put(self, box: Box) -> None:
        self.boxes.append(box)
        self.taken.update(box.cells)

    def _row(self, row: int) -> Iterator[PicturePiece]:
        column, land = 0, self.ground.land[row]
        for box in sorted((box for box in self.boxes if box.row == row), key=lambda box: box.column):
            yield from self._coast(row, column, box.column)
            is_land = land[box.column + box.width // 2]
            yield from (PicturePiece(piece.text, piece.kind, piece.spot, is_land) for piece in box.pieces)
            column = box.column + box.width
        yield from self._coast(row, column, self.frame.width)

    def _coast(self, row: int, start: int, end: int) -> Iterator[PicturePiece]:
        for is_land, columns in groupby(range(start, end), self.ground.land[row].__getitem__):
            yield PicturePiece("".join(self.ground.rows[row][column] for column in columns), "coast", is_land=is_land)


def _middle(cell: Cell) -> tuple[float, float]:
    """In dots."""
    return (cell[0] + 0.5) * DOTS_ACROSS, (cell[1] + 0.5) * DOTS_DOWN


def _mean(places: Mapping[str, Cell]) -> tuple[float, float]:
    points = [_middle(cell) for cell in places.values()]
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _bow(start: tuple[float, float], end: tuple[float, float], mean: tuple[float, float]) -> list[tuple[float, float]]:
    """Points between two, the middle one among them, on a bow away from the mean of all places, or upwards."""
    (ax, ay), (bx, by) = start, end
    cx, cy = bow_control(start, end, mean)
    steps = max(2, 2 * round(((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 / DOT_SPACING / 2))
    dots = []
    for step in range(1, steps):
        part = step / steps
        a, c, b = (1 - part) ** 2, 2 * part * (1 - part), part**2
        dots.append((a * ax + c * cx + b * bx, a * ay + c * cy + b * by))
    return dots


def bow_control(start: tuple[float, float], end: tuple[float, float], mean: tuple[float, float]) -> tuple[float, float]:
    """The point that a bow between two bends towards: away from the mean of all places, or upwards."""
    (ax, ay), (bx, by), (mx, my) = start, end, mean
    dx, dy = bx - ax, by - ay
    side = dx * (my - ay) - dy * (mx - ax)
    bend = BEND * (1 if side > 1e-6 or (abs(side) <= 1e-6 and dx >= 0) else -1)
    return (ax + bx) / 2 + bend * dy, (ay + by) / 2 - bend * dx
