"""Where is there land in a picture of the earth, and where do its coasts run?

Map projection, bounds in degrees, and coastlines as Braille dots.

Coasts are drawn in Braille, two by four dots a cell. A cell is about twice as high as wide, so that the dots are
about as far from each other both ways.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import cos, floor, hypot, radians

from msgspec import Struct

Ring = Sequence[tuple[float, float]]
"""Degrees east and north, all around a land or an inland sea."""
WEST, EAST, SOUTH, NORTH = -4.5, 75.5, 39.0, 60.5
"""What every picture shows, in degrees; where it has room for more, it shows more on all sides."""
FURTHEST_WEST, FURTHEST_EAST, FURTHEST_SOUTH, FURTHEST_NORTH = -20.0, 98.0, 31.0, 70.0
"""What no picture goes beyond: further out no coast may be known."""
SHRINKS = cos(radians(50))
"""How long a degree of longitude is beside one of latitude, there where the picture is truest."""
DOTS_ACROSS, DOTS_DOWN = 2, 4
BRAILLE = 0x2800
BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell, by row and column (Unicode 16.0, Braille Patterns)."""
Dot = tuple[int, int]


class Frame(Struct, frozen=True):
    """A picture's size in cells, the degrees of its middle, and the dots that a degree of latitude takes."""

    width: int
    height: int
    longitude: float
    latitude: float
    scale: float

    def dot(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position lies, in dots from the upper left corner."""
        x = self.width * DOTS_ACROSS / 2 + (longitude - self.longitude) * SHRINKS * self.scale
        y = self.height * DOTS_DOWN / 2 - (latitude - self.latitude) * self.scale
        return x, y

    def cell(self, longitude: float, latitude: float) -> tuple[int, int]:
        """The cell that a position lies in: column and row, also outside the picture."""
        x, y = self.dot(longitude, latitude)
        return floor(x / DOTS_ACROSS), floor(y / DOTS_DOWN)

    def holds(self, column: int, row: int) -> bool:
        """Whether a cell lies in the picture."""
        return 0 <= column < self.width and 0 <= row < self.height


class Ground(Struct, frozen=True):
    """A picture of the earth: rows of Braille, and of each cell whether its middle is land."""

    frame: Frame
    rows: tuple[str, ...]
    land: tuple[tuple[bool, ...], ...]


def framed(width: int, height: int) -> Frame:
    """As much of the room as the earth between the furthest edges fills, in the right proportion."""
    width, height = max(1, width), max(1, height)
    across, down = (EAST - WEST) * SHRINKS, NORTH - SOUTH
    most_across, most_down = (FURTHEST_EAST - FURTHEST_WEST) * SHRINKS, FURTHEST_NORTH - FURTHEST_SOUTH
    scale = min(width * DOTS_ACROSS / across, height * DOTS_DOWN / down)
    width = min(width, int(most_across * scale / DOTS_ACROSS))
    height = min(height, int(most_down * scale / DOTS_DOWN))
    longitude = _middle(WEST, EAST, FURTHEST_WEST, FURTHEST_EAST, width * DOTS_ACROSS / scale / SHRINKS)
    latitude = _middle(SOUTH, NORTH, FURTHEST_SOUTH, FURTHEST_NORTH, height * DOTS_DOWN / scale)
    return Frame(max(1, width), max(1, height), longitude, latitude, scale)


FITTED_WEST, FITTED_EAST, FITTED_SOUTH, FITTED_NORTH = -10.0, 80.0, 35.0, 62.0
"""Where the coasts of a picture that is fitted to its places end: what lies beyond is not drawn."""
FITTED_ACROSS, FITTED_DOWN = 24.0, 11.0
"""The least that a picture of some places shows, in degrees: with less of it nobody would know where that is."""
FITTED_MARGIN = 0.16
"""How much of their extent is left around places, on each side."""


def fitted(places: Sequence[tuple[float, float]], width: int, height: int) -> Frame:
    """A picture of so many cells, or lower, in which places have air around them, within the edges if they are."""
    (west, east), (south, north) = ((min(line), max(line)) for line in zip(*places, strict=True))
    across = max(FITTED_ACROSS, (east - west) * (1 + 2 * FITTED_MARGIN)) * SHRINKS
    down = max(FITTED_DOWN, (north - south) * (1 + 2 * FITTED_MARGIN))
    scale = min(width * DOTS_ACROSS / across, height * DOTS_DOWN / down)
    height = min(height, int((FITTED_NORTH - FITTED_SOUTH) * scale / DOTS_DOWN))
    longitude = _middle(west, east, FITTED_WEST, FITTED_EAST, width * DOTS_ACROSS / scale / SHRINKS)
    latitude = _middle(south, north, FITTED_SOUTH, FITTED_NORTH, height * DOTS_DOWN / scale)
    return Frame(width, height, longitude, latitude, scale)


def _middle(low: float, high: float, furthest_low: float, furthest_high: float, shown: float) -> float:
    """The middle of what must be shown, moved so that nothing beyond the furthest edges is."""
    return min(max((low + high) / 2, furthest_low + shown / 2), furthest_high - shown / 2)


def ground(rings: Sequence[Ring], frame: Frame) -> Ground:
    """The coasts and the land within them."""
    lines = [[frame.dot(*point) for point in ring] for ring in rings]
    cells = [[0] * frame.width for _ in range(frame.height)]
    for line in lines:
        for x, y in _dots(line, frame):
            cells[y // DOTS_DOWN][x // DOTS_ACROSS] |= BITS[y % DOTS_DOWN][x % DOTS_ACROSS]
    rows = tuple("".join(chr(BRAILLE + bits) if bits else " " for bits in row) for row in cells)
    return Ground(frame, rows, tuple(_land(lines, frame)))


def _dots(line: Sequence[tuple[float, float]], frame: Frame) -> Iterator[Dot]:
    """Every dot of the picture that a closed line passes."""
    right, bottom = frame.width * DOTS_ACROSS, frame.height * DOTS_DOWN
    for (ax, ay), (bx, by) in zip(line, [*line[1:], *line[:1]], strict=True):
        if max(ax, bx) < 0 or max(ay, by) < 0 or min(ax, bx) >= right or min(ay, by) >= bottom:
            continue
        steps = max(1, round(max(abs(bx - ax), abs(by - ay))))
        for step in range(steps):
            x, y = floor(ax + (bx - ax) * step / steps), floor(ay + (by - ay) * step / steps)
            if 0 <= x < right and 0 <= y < bottom:
                yield x, y


def _land(lines: Sequence[Sequence[tuple[float, float]]], frame: Frame) -> Iterator[tuple[bool, ...]]:
    """Of each cell, whether a line from it to the west crosses an odd number of coasts."""
    crossings: list[list[float]] = [[] for _ in range(frame.height)]
    for line in lines:
        for (ax, ay), (bx, by) in zip(line, [*line[1:], *line[:1]], strict=True):
            low, high = min(ay, by) / DOTS_DOWN - 0.5, max(ay, by) / DOTS_DOWN - 0.5
            for row in range(max(0, floor(low) + 1), min(frame.height, floor(high) + 1)):
                y = (row + 0.5) * DOTS_DOWN
                crossings[row].append(ax + (y - ay) / (by - ay) * (bx - ax))
    for row_crossings in crossings:
        row_crossings.sort()
        at, row_cells = 0, []
        for column in range(frame.width):
            middle = (column + 0.5) * DOTS_ACROSS
            while at < len(row_crossings) and row_crossings[at] < middle:
                at += 1
            row_cells.append(at % 2 == 1)
        yield tuple(row_cells)


COAST_GRAIN = 10
"""Steps a degree of the coasts: about two pixels each, where a picture is drawn largest."""


def coast_path(rings: Sequence[Ring]) -> str:
    """Every coast as an SVG path, in steps east and north; flat corners are left out, and so are specks."""
    drawn = []
    for ring in rings:
        points: list[tuple[int, int]] = []
        for longitude, latitude in ring:
            east = min(max(longitude, FITTED_WEST), FITTED_EAST)
            north = min(max(latitude, FITTED_SOUTH), FITTED_NORTH)
            point = round(east * COAST_GRAIN), round(north * COAST_GRAIN)
            if points[-1:] == [point]:
                continue
            if len(points) > 1 and _is_on_line(points[-2], points[-1], point):
                points.pop()
            points.append(point)
        if len(points) > LEAST_POINTS:
            steps = "".join(f"{_signed(bx - ax)}{_signed(by - ay)}" for (ax, ay), (bx, by) in pairwise(points))
            drawn.append(f"M{points[0][0]} {points[0][1]}l{steps.strip()}z")
    return "".join(drawn)


LEAST_POINTS = 8
"""Corners of an island that is drawn."""


def _is_on_line(first: tuple[int, int], middle: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a corner is none, or is so flat that nobody would see it."""
    (ax, ay), (bx, by), (cx, cy) = first, middle, last
    area = abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
    return area <= FLAT * max(1.0, hypot(cx - ax, cy - ay))


FLAT = 0.85
"""How far a corner may lie beside a straight line, in steps, to be left out."""


def _signed(step: int) -> str:
    return str(step) if step < 0 else f" {step}"
