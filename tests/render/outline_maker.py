"""Where do the coasts run that maps are drawn on, and whose land is where? `make outline` asks Natural Earth.

Land alone is drawn: no line on a map tells whose any land is. The outlines of countries serve the checks of places.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

import msgspec

from wayout import geodata

Point = tuple[float, float]
"""Degrees east and north."""
Ring = list[Point]
Steps = list[tuple[int, int]]

SOURCE = "Natural Earth, 1:50m, version 4.1.0, public domain (naturalearthdata.com); npm package world-atlas 2.0.2"
LEVELS = ((0.3, 6, 0.3), (0.08, 20, 0.02), (0.02, 60, 0.0004))
"""Of each level of detail: by how many degrees a coast may be drawn amiss, the steps in a degree, and how large the
smallest island or sea is that is kept, in square degrees."""
COUNTRIES = (0.09, 20, 0.06)
"""The same of the outlines of countries; of each country the largest land is kept, however small."""
POINTS = 64
"""Of a chunk."""
LONGEST = 127
"""Steps from a point to the next: a byte."""
FOLDER = Path(geodata.__file__).parent
COASTS, OUTLINES = FOLDER / "coasts.bin", FOLDER / "countries.bin"

WITHOUT_CODE = {"Somaliland": "SO", "Kosovo": "XK", "N. Cyprus": "CY", "Indian Ocean Ter.": "CX", "Siachen Glacier": ""}
"""Lands that the source gives no number: their code, or that of the state that they are reckoned to; or none."""
ALSO = (("RU", (34.2, 45.3), "UA"),)
"""Lands that the source gives to one state by who holds them, and that the United Nations reckon to another: there
neither code is far from its country."""
WITHIN = {"BQ": "NL", "BV": "NO", "CC": "CX", "GF": "FR", "GP": "FR", "MQ": "FR", "RE": "FR", "SJ": "NO", "YT": "FR"}
"""Codes of lands that the source has as a part of another."""


def coasts(topology: dict[str, Any]) -> dict[str, Any]:
    """Coasts and shores of inland seas in every level of detail, as coastlines.py reads them."""
    rings = [ring for shape in topology["objects"]["land"]["geometries"] for ring in rings_of(topology, shape)]
    return {"source": SOURCE, "levels": [[tolerance, grain, level(rings, tolerance, grain, least)]
                                         for tolerance, grain, least in LEVELS]}  # fmt: skip


def level(rings: list[Ring], tolerance: float, grain: int, least: float) -> list[Any]:
    """The rings of one level, the longest first."""
    found = []
    for ring in rings:
        steps = stepped(simplified(ring, tolerance), grain) if is_around(ring) or area(ring) >= least else []
        if len(steps) > 2:
            found.append([list(chunks(steps, grain, is_around(ring))), is_around(ring)])
    return sorted(found, key=lambda one: len(one[0]), reverse=True)


def countries(topology: dict[str, Any], numbers: Mapping[str, str]) -> dict[str, Any]:
    """Of each ISO 3166-1 alpha-2 code the rings of its land; by which code it is known here; codes without land."""
    tolerance, grain, least = COUNTRIES
    lands: dict[str, list[Ring]] = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        code = numbers[shape["id"]] if "id" in shape else WITHOUT_CODE[shape["properties"]["name"]]
        if code:
            lands.setdefault(code, []).extend(rings_of(topology, shape))
    for holder, inside, code in ALSO:
        lands[code] += [ring for ring in lands[holder] if is_within(inside, ring)]
    drawn = {}
    for code, rings in lands.items():
        largest = max(rings, key=area)
        kept = [ring for ring in rings if ring is largest or area(ring) >= least]
        drawn[code] = level(kept, tolerance, grain, 0.0) or level([largest], 0.0, grain, 0.0)
    codes = sorted({*numbers.values(), *drawn})
    return {"source": SOURCE, "grain": grain, "lands": drawn, "within": WITHIN, "codes": codes}


def rings_of(topology: dict[str, Any], shape: dict[str, Any]) -> Iterator[Ring]:
    """Every ring of a land. Source of the format: the TopoJSON specification, 2.1."""
    (across, down), (east, north) = topology["transform"]["scale"], topology["transform"]["translate"]
    for polygon in shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]:
        for ring in polygon:
            points: Ring = []
            for arc in ring:
                x = y = 0
                line = []
                for dx, dy in topology["arcs"][arc if arc >= 0 else ~arc]:
                    x, y = x + dx, y + dy
                    line.append((x * across + east, y * down + north))
                points += (line if arc >= 0 else line[::-1])[bool(points) :]
            yield unbroken(points[:-1])


def unbroken(ring: Ring) -> Ring:
    """The same ring without a leap where it crosses the antimeridian, about the same middle."""
    turns, found = 0, [ring[0]]
    for before, point in pairwise(ring):
        turns += round((before[0] - point[0]) / 360)
        found.append((point[0] + 360 * turns, point[1]))
    if is_around(found):
        return sorted_around(found)
    easts = [east for east, _ in found]
    shift = 360 * round((min(easts) + max(easts)) / 720)
    return [(east - shift, north) for east, north in found]


def is_around(ring: Ring) -> bool:
    """Whether a ring goes around a pole: it ends about a turn from where it begins."""
    return abs(ring[-1][0] - ring[0][0]) > 300


def sorted_around(ring: Ring) -> Ring:
    """A ring around a pole from west to east."""
    return ring if ring[-1][0] > ring[0][0] else ring[::-1]


def area(ring: Ring) -> float:
    """Square degrees of latitude."""
    middle = sum(north for _, north in ring) / len(ring)
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], ring[0]], strict=True))
    return abs(twice) / 2 * cos(radians(middle))


def is_within(point: Point, ring: Ring) -> bool:
    """Whether a ring goes around a point."""
    x, y = point
    edges = zip(ring, [*ring[1:], ring[0]], strict=True)
    crossed = [ax + (y - ay) / (by - ay) * (bx - ax) > x for (ax, ay), (bx, by) in edges if (ay > y) != (by > y)]
    return sum(crossed) % 2 == 1


def simplified(ring: Ring, tolerance: float) -> Ring:
    """Fewer points, none further off than the tolerance (after Douglas and Peucker 1973)."""
    if is_around(ring):
        return _simplified(ring, tolerance)
    far = max(range(len(ring)), key=lambda at: _off(ring[at], ring[0], ring[0]))
    return [
        *_simplified(ring[: far + 1], tolerance)[:-1],
        *_simplified([*ring[far:], ring[0]], tolerance)[:-1],
    ]


def _simplified(line: Ring, tolerance: float) -> Ring:
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        inside = range(first + 1, last)
        far = max(inside, key=lambda at: _off(line[at], line[first], line[last]), default=first)
        if inside and _off(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[at] for at in sorted(kept)]


def _off(point: Point, start: Point, end: Point) -> float:
    """How far a point is from a line, in degrees of latitude."""
    shrinks = cos(radians(point[1]))
    (x, y), (ax, ay), (bx, by) = ((east * shrinks, north) for east, north in (point, start, end))
    dx, dy = bx - ax, by - ay
    along = dx * dx + dy * dy
    part = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / along)) if along else 0.0
    return float(((ax + part * dx - x) ** 2 + (ay + part * dy - y) ** 2) ** 0.5)


def stepped(ring: Ring, grain: int) -> Steps:
    """In steps, without a point that is the one before; nothing of a ring that is no more than a line."""
    steps = [(round(x * grain), round(y * grain)) for x, y in ring]
    found = [step for at, step in enumerate(steps) if step != steps[at - 1]]
    return found if len(set(found)) > 2 else []


def chunks(steps: Steps, grain: int, around: bool) -> Iterator[list[Any]]:
    """Parts of a ring, each with its bounding box, to which the first point of the next one belongs."""
    turn = 360 * grain if around else 0
    points = unwound([*steps, (steps[0][0] + turn, steps[0][1])])[:-1] if around else unwound(steps)
    for at in range(0, len(points), POINTS):
        part = points[at : at + POINTS]
        after = points[at + POINTS] if at + POINTS < len(points) else (points[0][0] + turn, points[0][1])
        easts, norths = zip(*part, after, strict=True)
        yield [min(easts), min(norths), max(easts), max(norths), *part[0], b"".join(
            packed((x - a, y - b)) for (a, b), (x, y) in pairwise(part))]  # fmt: skip


def unwound(steps: Steps) -> Steps:
    """With points amid each stretch that is longer than a step may be."""
    found = steps[:1]
    for (ax, ay), (bx, by) in pairwise(steps):
        parts = max(1, -(-max(abs(bx - ax), abs(by - ay)) // LONGEST))
        found += [
            (ax + round((bx - ax) * part / parts), ay + round((by - ay) * part / parts)) for part in range(1, parts + 1)
        ]
    return found


def packed(step: tuple[int, int]) -> bytes:
    """Two bytes with a sign."""
    return bytes(value & 0xFF for value in step)


def read(file: str) -> Any:
    return json.loads(Path(file).read_text(encoding="utf-8"))


if __name__ == "__main__":
    land, borders, codes = map(read, sys.argv[1:])
    COASTS.write_bytes(msgspec.msgpack.encode(coasts(land)))
    OUTLINES.write_bytes(msgspec.msgpack.encode(countries(borders, {number: code for code, _, number, _ in codes})))
    sys.stdout.writelines(f"{file}: {file.stat().st_size} bytes\n" for file in (COASTS, OUTLINES))
