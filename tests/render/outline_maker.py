"""Where do the coasts run that the picture of a way is drawn on? `make outline` draws them from Natural Earth's land.

Land alone: no line on the picture tells whose any land is.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from wayout.render import geo

Point = tuple[float, float]
"""Degrees east and north."""
Ring = list[Point]

SOURCE = "Natural Earth, 1:50m land, version 4.1.0, public domain (naturalearthdata.com); npm package world-atlas 2.0.2"
WEST, EAST, SOUTH, NORTH = -22.0, 100.0, 30.0, 71.0
"""What is kept: more than a picture ever shows, so that no cut is seen."""
TOLERANCE = 0.09
"""Degrees by which a coast may be drawn amiss: less than a dot of the largest picture."""
LEAST = 0.12
"""Square degrees of the smallest island or sea that is kept."""
GRAIN = 20
"""Steps in a degree."""
TARGET = Path(geo.__file__).with_name("outline.json")


def outline(topology: dict[str, Any]) -> dict[str, Any]:
    """Coasts and shores of inland seas as rings in steps: the first point, then how far it is to each next one."""
    rings = []
    for ring in land(topology):
        kept = clipped(ring)
        if len(kept) > 3 and area(kept) >= LEAST:
            steps = stepped(simplified(kept))
            if len(steps) > 3:
                rings.append([step for point in steps for step in point])
    return {"source": SOURCE, "grain": GRAIN, "rings": sorted(rings, key=len, reverse=True)}


def land(topology: dict[str, Any]) -> Iterator[Ring]:
    """Every ring of the land. Source of the format: the TopoJSON specification, 2.1."""
    (across, down), (east, north) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs: list[Ring] = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * across + east, y * down + north))
        arcs.append(points)
    for shape in topology["objects"]["land"]["geometries"]:
        for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
            for ring in polygon:
                points = []
                for arc in ring:
                    points += (arcs[arc] if arc >= 0 else arcs[~arc][::-1])[bool(points) :]
                yield unbroken(points[:-1])


def unbroken(ring: Ring) -> Ring:
    """The same ring without a leap where it crosses the antimeridian, about the same middle."""
    turns, found = 0, [ring[0]]
    for before, point in pairwise(ring):
        turns += round((before[0] - point[0]) / 360)
        found.append((point[0] + 360 * turns, point[1]))
    easts = [east for east, _ in found]
    shift = 360 * round((min(easts) + max(easts)) / 720)
    return [(east - shift, north) for east, north in found]


def clipped(ring: Ring) -> Ring:
    """What of a ring lies in what is kept (after Sutherland and Hodgman 1974)."""
    for axis, edge, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        found: Ring = []
        for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            was_in, is_in = (sign * (each[axis] - edge) >= 0 for each in (before, point))
            if was_in != is_in:
                part = (edge - before[axis]) / (point[axis] - before[axis])
                x, y = (a + part * (b - a) for a, b in zip(before, point, strict=True))
                found.append((x, y))
            if is_in:
                found.append(point)
        ring = found
    return ring


def area(ring: Ring) -> float:
    """Square degrees."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def simplified(ring: Ring) -> Ring:
    """Fewer points, none further off than the tolerance (after Douglas and Peucker 1973)."""
    far = max(range(len(ring)), key=lambda at: _off(ring[at], ring[0], ring[0]))
    return [*_simplified(ring[: far + 1])[:-1], *_simplified([*ring[far:], ring[0]])[:-1]]


def _simplified(line: Ring) -> Ring:
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        inside = range(first + 1, last)
        far = max(inside, key=lambda at: _off(line[at], line[first], line[last]), default=first)
        if inside and _off(line[far], line[first], line[last]) > TOLERANCE:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[at] for at in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a line, in degrees."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    along = dx * dx + dy * dy
    part = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / along)) if along else 0.0
    return float(((ax + part * dx - x) ** 2 + (ay + part * dy - y) ** 2) ** 0.5)


def stepped(ring: Ring) -> list[tuple[int, int]]:
    """In steps, each point from the one before."""
    steps = [(round(x * GRAIN), round(y * GRAIN)) for x, y in ring]
    befores: Iterable[tuple[int, int]] = [(0, 0), *steps[:-1]]
    found = [(x - a, y - b) for (x, y), (a, b) in zip(steps, befores, strict=True)]
    return [found[0], *(step for step in found[1:] if step != (0, 0))]


if __name__ == "__main__":
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    TARGET.write_text(json.dumps(outline(topology), separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET}\n")
