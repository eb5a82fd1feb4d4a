"""Does a position lie in a country, and if not, how far from it?

Outlines of countries by ISO 3166-1 alpha-2 code, read from `countries.bin` (MessagePack); point in polygon, and
distances in kilometres.

The outlines are coarse, and serve checks alone: no map draws whose any land is.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

import msgspec

from wayout.geodata.coastlines import CodedRing, Ring, rings, whole
from wayout.geodata.window import ALL_AROUND, Position, Window, near, shrinking

KILOMETRES = 111.2
"""Of a degree of latitude."""
EARTH_RADIUS = 6371.0
"""In kilometres."""


class _CountryFile(msgspec.Struct, frozen=True):
    source: str
    grain: int
    lands: dict[str, msgspec.Raw]
    within: dict[str, str]
    codes: frozenset[str]


def codes() -> frozenset[str]:
    """Every code of ISO 3166-1 alpha-2, and the user-assigned XK."""
    return _file().codes


@lru_cache(maxsize=1024)
def distance(code: str, position: Position) -> float | None:
    """Kilometres from a position to the nearest land of a country, 0 within it; None where its outline is not known."""
    rings = _rings(code)
    return _distance(rings, position) if rings else None


def country_at(position: Position) -> str:
    """The code of the country that a position lies in; empty if it lies in none."""
    return next((code for code in _file().lands if _is_within(_rings(code), position)), "")


@lru_cache(maxsize=1024)
def is_at_sea(position: Position, kilometres: float) -> bool:
    """Whether there is no land within so many kilometres."""
    longitude, latitude = position
    down = 2 * kilometres / KILOMETRES
    across = down / shrinking(latitude)
    around = Window(longitude - across, latitude - down, longitude + across, latitude + down)
    lands = rings(around, 0.0)
    return not lands or _distance(lands, position) > kilometres


def apart(one: Position, other: Position) -> float:
    """Kilometres between two positions (haversine formula)."""
    (east, north), (far_east, far_north) = one, other
    up, across = radians(far_north - north) / 2, radians(far_east - east) / 2
    chord = sin(up) ** 2 + cos(radians(north)) * cos(radians(far_north)) * sin(across) ** 2
    return 2 * EARTH_RADIUS * asin(min(1.0, sqrt(chord)))


def _distance(rings: tuple[Ring, ...], position: Position) -> float:
    if _is_within(rings, position):
        return 0.0
    shortest, nearest = min((_off(position, ring) for ring in rings), key=lambda one: one[0])
    return min(shortest * KILOMETRES, apart(position, nearest)) if shortest < NEARBY else apart(position, nearest)


NEARBY = 5.0
"""Degrees of latitude within which the earth is taken for flat."""


def _is_within(rings: tuple[Ring, ...], position: Position) -> bool:
    """Whether a line from it to the west crosses an odd number of coasts; rings may go beyond 180 degrees."""
    longitude, latitude = position
    crossings = 0
    for ring in rings:
        for (ax, ay), (bx, by) in _edges(ring):
            if (ay > latitude) != (by > latitude):
                at = ax + (latitude - ay) / (by - ay) * (bx - ax)
                crossings += sum(at < longitude + shift for shift in (-ALL_AROUND, 0.0, ALL_AROUND))
    return crossings % 2 == 1


def _edges(ring: Ring) -> Iterator[tuple[Position, Position]]:
    yield from pairwise(ring)
    yield ring[-1], ring[0]


def _off(position: Position, ring: Ring) -> tuple[float, Position]:
    """How far a ring is, in degrees of latitude on a flat earth; and its corner that is nearest."""
    longitude, latitude = position
    shrinks = cos(radians(latitude))
    flat = [((near(east, longitude) - longitude) * shrinks, north - latitude) for east, north in ring]
    corner = min(range(len(flat)), key=lambda at: flat[at][0] ** 2 + flat[at][1] ** 2)
    shortest = min(_from_origin(a, b) for a, b in _edges(flat))
    return shortest, ring[corner]


def _from_origin(start: Position, end: Position) -> float:
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    along = dx * dx + dy * dy
    part = max(0.0, min(1.0, -(ax * dx + ay * dy) / along)) if along and abs(dx) < ALL_AROUND / 2 else 0.0
    return float(sqrt((ax + part * dx) ** 2 + (ay + part * dy) ** 2))


@lru_cache(maxsize=256)
def _rings(code: str) -> tuple[Ring, ...]:
    file = _file()
    raw: Mapping[str, msgspec.Raw] = file.lands
    land = raw.get(file.within.get(code, code))
    coded = msgspec.msgpack.decode(land, type=tuple[CodedRing, ...]) if land is not None else ()
    return tuple(whole(ring, file.grain) for ring in coded)


@lru_cache(maxsize=1)
def _file() -> _CountryFile:
    return msgspec.msgpack.decode(Path(__file__).with_name("countries.bin").read_bytes(), type=_CountryFile)
