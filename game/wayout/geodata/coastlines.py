"""Where do coasts run in a part of the earth?

Coastlines as rings of degrees, in several levels of detail, read from `coasts.bin` (MessagePack) in chunks with a
bounding box each: a chunk outside of what is asked for is not decoded.

A ring is whole all the same: a chunk that lies outside is one straight line there, on the same side of everything that
is inside.
"""

from array import array
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import msgspec

from wayout.geodata.window import ALL_AROUND, FURTHEST, Window

Ring = Sequence[tuple[float, float]]
"""Degrees east and north, all around a land or an inland sea; east may go beyond 180."""
BEYOND_POLE = FURTHEST + 10
"""Where the ring of a land around a pole is closed: out of sight."""


class Chunk(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """A part of a ring, in steps: its bounding box, its first point, and from each point to the next one."""

    west: int
    south: int
    east: int
    north: int
    x: int
    y: int
    steps: bytes

    def points(self, grain: int, shift: float) -> Iterator[tuple[float, float]]:
        """Its points in degrees, so far to the east."""
        steps = array("b", self.steps)
        easts, norths = accumulate(steps[::2], initial=self.x), accumulate(steps[1::2], initial=self.y)
        return ((x / grain + shift, y / grain) for x, y in zip(easts, norths, strict=True))


class CodedRing(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """The chunks of a ring; whether it goes around a pole: then it ends one turn to the east of where it begins."""

    chunks: tuple[Chunk, ...]
    is_around: bool


class _Level(msgspec.Struct, array_like=True, frozen=True):
    tolerance: float
    grain: int
    rings: tuple[CodedRing, ...]


class _CoastFile(msgspec.Struct, frozen=True):
    source: str
    levels: tuple[_Level, ...]


@lru_cache(maxsize=16)
def rings(window: Window, finest: float) -> tuple[Ring, ...]:
    """Every ring that comes into a window, none drawn amiss by more than so many degrees if that is known.

    A window may begin anywhere, and is no wider than the earth.
    """
    levels = _levels()
    level = next((one for one in levels if one.tolerance <= finest), levels[-1])
    found: list[Ring] = []
    for ring in level.rings:
        if ring.is_around:
            found.append(_around(ring, level.grain, window))
            continue
        west = min(chunk.west for chunk in ring.chunks) / level.grain
        east = max(chunk.east for chunk in ring.chunks) / level.grain
        south = min(chunk.south for chunk in ring.chunks) / level.grain
        north = max(chunk.north for chunk in ring.chunks) / level.grain
        if north < window.south or south > window.north:
            continue
        found += [
            tuple(_decoded(ring, level.grain, window, shift))
            for shift in (-ALL_AROUND, 0.0, ALL_AROUND)
            if east + shift >= window.west and west + shift <= window.east
        ]
    return tuple(found)


def whole(ring: CodedRing, grain: int) -> Ring:
    """A ring wherever on the earth it lies."""
    everywhere = Window(-2 * ALL_AROUND, -FURTHEST, 2 * ALL_AROUND, FURTHEST)
    return _around(ring, grain, everywhere) if ring.is_around else tuple(_decoded(ring, grain, everywhere, 0.0))


def _decoded(ring: CodedRing, grain: int, window: Window, shift: float) -> Iterator[tuple[float, float]]:
    west, east = (window.west - shift) * grain, (window.east - shift) * grain
    south, north = window.south * grain, window.north * grain
    for chunk in ring.chunks:
        if chunk.east < west or chunk.west > east or chunk.north < south or chunk.south > north:
            yield chunk.x / grain + shift, chunk.y / grain
        else:
            yield from chunk.points(grain, shift)


def _around(ring: CodedRing, grain: int, window: Window) -> Ring:
    """Once around the earth to the west, once to the east, and closed beyond the pole."""
    turns = (-ALL_AROUND, 0.0, ALL_AROUND)
    points = [point for shift in turns for point in _decoded(ring, grain, window, shift)]
    beyond = BEYOND_POLE if points[0][1] > 0 else -BEYOND_POLE
    return (*points, (points[-1][0], beyond), (points[0][0], beyond))


@lru_cache(maxsize=1)
def _levels() -> tuple[_Level, ...]:
    """Every level, the coarsest first."""
    file = Path(__file__).with_name("coasts.bin")
    return msgspec.msgpack.decode(file.read_bytes(), type=_CoastFile).levels
