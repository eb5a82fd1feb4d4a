"""Where is there land in a picture of the earth, and where do its coasts run?

Map projection, bounds in degrees, and coastlines as Braille dots.

Coasts are drawn in Braille, two by four dots a cell. A cell is about twice as high as wide, so that the dots are
about as far from each other both ways.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor, hypot

from msgspec import Struct
from msgspec.structs import replace

from wayout.geodata.coastlines import Ring, rings
from wayout.geodata.window import ALL_AROUND, FURTHEST, Window, near, shrinking

DOTS_ACROSS, DOTS_DOWN = 2, 4
BRAILLE = 0x2800
BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bit of each dot of a cell, by row and column (Unicode 16.0, Braille Patterns)."""
Dot = tuple[int, int]


class Frame(Struct, frozen=True):
    """A picture's size in cells, the degrees of its middle, and the dots that a degree of latitude takes.

    A degree of longitude `shrinks` beside it, as it does in the middle.
    """

    width: int
    height: int
    longitude: float
    latitude: float
    scale: float
    shrinks: float

    @property
    def window(self) -> Window:
        """What of the earth is shown."""
        across = self.width * DOTS_ACROSS / self.scale / self.shrinks / 2
        down = self.height * DOTS_DOWN / self.scale / 2
        middle, latitude = self.longitude, self.latitude
        return Window(middle - across, latitude - down, middle + across, latitude + down)

    def dot(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a position lies, in dots from the upper left corner, on whichever side of 180 degrees it is."""
        ((x, y),) = self.dots(((near(longitude, self.longitude), latitude),))
        return x, y

    def dots(self, line: Ring) -> list[tuple[float, float]]:
        """A line that may go beyond 180 degrees, in dots."""
        across = self.shrinks * self.scale
        left = self.width * DOTS_ACROSS / 2 - self.longitude * across
        top = self.height * DOTS_DOWN / 2 + self.latitude * self.scale
        return [(left + east * across, top - north * self.scale) for east, north in line]

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


def framed(window: Window, width: int, height: int) -> Frame:
    """A picture of so many cells, or fewer where the earth ends; in more room than the window needs it shows more."""
    width, height = max(1, width), max(1, height)
    shrinks = shrinking(window.latitude)
    across, down = (window.east - window.west) * shrinks, window.north - window.south
    scale = min(width * DOTS_ACROSS / across, height * DOTS_DOWN / down)
    width = max(1, min(width, int(ALL_AROUND * shrinks * scale / DOTS_ACROSS + ROUNDING)))
    height = max(1, min(height, int(2 * FURTHEST * scale / DOTS_DOWN + ROUNDING)))
    furthest = FURTHEST - height * DOTS_DOWN / scale / 2
    latitude = min(max(window.latitude, -furthest), furthest)
    return Frame(width, height, window.longitude, latitude, scale, shrinks)


WIDENING, MOST_WIDENINGS = 1.15, 7
"""How much more is shown at a time until there is sea to know a part of the earth by, and how often at most."""
MOST_LAND = 0.9
"""How much of a picture is land at most."""
SAMPLES = 16
"""Cells across in which it is looked whether there is land."""


def with_sea(window: Window, width: int, height: int) -> Frame:
    """A picture of a window; of more, far from the sea, so that one sees where on the earth it is."""
    frame = framed(window, width, height)
    for times in () if window.is_fixed else range(1, MOST_WIDENINGS + 1):
        if _land_share(frame) <= MOST_LAND:
            break
        frame = framed(window.wider(WIDENING**times), width, height)
    return frame


def _land_share(frame: Frame) -> float:
    """How much of a picture is land, looked at coarsely."""
    rows = max(1, round(SAMPLES * frame.height / frame.width))
    coarse = replace(frame, width=SAMPLES, height=rows, scale=frame.scale * SAMPLES / frame.width)
    lines = [coarse.dots(ring) for ring in rings(coarse.window, SMOOTHNESS / coarse.scale)]
    return sum(map(sum, _land(lines, coarse))) / (SAMPLES * rows)


ROUNDING = 1e-6
"""What a whole number of cells may lack."""
SMOOTHNESS = 0.8
"""Dots by which a coast may be drawn amiss."""


def ground(frame: Frame) -> Ground:
    """The coasts and the land within them."""
    lines = [frame.dots(ring) for ring in rings(frame.window, SMOOTHNESS / frame.scale)]
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


BEYOND = 4
"""Dots around a picture within which its coasts are kept: so that no edge of what is cut off is seen."""


def coast_path(frame: Frame) -> str:
    """The coasts as an SVG path, in dots; flat corners are left out, and so are specks."""
    drawn = []
    right, bottom = frame.width * DOTS_ACROSS + BEYOND, frame.height * DOTS_DOWN + BEYOND
    for ring in rings(frame.window, SMOOTHNESS / frame.scale):
        points: list[tuple[int, int]] = []
        for x, y in _clipped(frame.dots(ring), -BEYOND, -BEYOND, right, bottom):
            point = round(x), round(y)
            if points[-1:] == [point]:
                continue
            if len(points) > 1 and _is_on_line(points[-2], points[-1], point):
                points.pop()
            points.append(point)
        if len(points) > LEAST_POINTS:
            steps = "".join(f"{_signed(bx - ax)}{_signed(by - ay)}" for (ax, ay), (bx, by) in pairwise(points))
            drawn.append(f"M{points[0][0]} {points[0][1]}l{steps.strip()}z")
    return "".join(drawn)


def _clipped(line: Ring, left: float, top: float, right: float, bottom: float) -> Ring:
    """What of a closed line lies within (after Sutherland and Hodgman 1974)."""
    for axis, edge, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        found: list[tuple[float, float]] = []
        before = line[-1] if line else (0.0, 0.0)
        was_in = sign * (before[axis] - edge) >= 0
        for point in line:
            is_in = sign * (point[axis] - edge) >= 0
            if was_in != is_in:
                part = (edge - before[axis]) / (point[axis] - before[axis])
                found.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
            if is_in:
                found.append(point)
            before, was_in = point, is_in
        line = found
    return line


LEAST_POINTS = 9
"""Corners of an island that is drawn."""


def _is_on_line(first: tuple[int, int], middle: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether a corner is none, or is so flat that nobody would see it."""
    (ax, ay), (bx, by), (cx, cy) = first, middle, last
    area = abs((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
    return area <= FLAT * max(1.0, hypot(cx - ax, cy - ay))


FLAT = 1.0
"""How far a corner may lie beside a straight line, in dots, to be left out."""


def _signed(step: int) -> str:
    return str(step) if step < 0 else f" {step}"
