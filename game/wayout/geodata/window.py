"""Which part of the earth does a map of some places show?

The bounding box of places with a margin and a least size, or a fixed extent; wrapped at the antimeridian (180°).
"""

from collections.abc import Iterable
from itertools import pairwise
from math import cos, radians

from msgspec import Struct

Position = tuple[float, float]
"""Degrees east and north."""
Extent = tuple[float, float, float, float]
"""West, south, east, north, in degrees; where east is less than west, it crosses the antimeridian."""
LEAST_ACROSS, LEAST_DOWN = 14.0, 10.0
"""The least that a map shows, in degrees of latitude: with less around a city nobody would know where that is."""
MARGIN = 0.16
"""How much of their extent is left around places, on each side."""
ROUNDING = 1e-9
"""Degrees by which a sum of degrees may be amiss."""
ALL_AROUND = 360.0
FURTHEST = 93.0
"""Degrees of latitude that a map shows at most: a little more than there are, so that a pole is not on its edge."""
MAX_SHRINKING_LATITUDE = 80.0
"""Nearer to a pole a degree of longitude is drawn as long as there: it would become nothing."""


class Window(Struct, frozen=True):
    """A part of the earth: `west` lies within 180 degrees of Greenwich, and `east` to the east of it."""

    west: float
    south: float
    east: float
    north: float
    is_fixed: bool = False
    """Whether an edition has it so: then no more is shown, however much of it is land."""

    @property
    def longitude(self) -> float:
        """The middle."""
        return (self.west + self.east) / 2

    @property
    def latitude(self) -> float:
        """The middle."""
        return (self.south + self.north) / 2

    def holds(self, position: Position) -> bool:
        """Whether a position lies in it."""
        east, north = position
        across, down = (self.east - self.west) / 2, (self.north - self.south) / 2
        aside = abs(near(east, self.longitude) - self.longitude)
        return aside <= across + ROUNDING and abs(north - self.latitude) <= down + ROUNDING

    def wider(self, times: float) -> "Window":
        """So many times as wide and as high about the same middle, as far as there is so much of the earth."""
        across = min(ALL_AROUND, (self.east - self.west) * times)
        down = min(2 * FURTHEST, (self.north - self.south) * times)
        return about(self.longitude, self.latitude, across, down)


def about(longitude: float, latitude: float, across: float, down: float) -> Window:
    """A window about a middle, which goes beyond no pole."""
    latitude = min(max(latitude, down / 2 - FURTHEST), FURTHEST - down / 2)
    west = near(longitude - across / 2, 0)
    return Window(west, latitude - down / 2, west + across, latitude + down / 2)


def near(longitude: float, middle: float) -> float:
    """The same meridian, counted so that it is no more than half around the earth from another one."""
    return middle + (longitude - middle + ALL_AROUND / 2) % ALL_AROUND - ALL_AROUND / 2


def shrinking(latitude: float) -> float:
    """How long a degree of longitude is there, beside one of latitude."""
    return cos(radians(min(abs(latitude), MAX_SHRINKING_LATITUDE)))


def fit(positions: Iterable[Position], extent: Extent | None = None) -> Window | None:
    """What a map of these positions shows, or the extent that is fixed for it; None where there is nothing to show."""
    if extent is not None:
        west, south, east, north = extent
        west = near(west, 0)
        return Window(west, south, west + ((east - west) % ALL_AROUND or ALL_AROUND), north, is_fixed=True)
    every = list(positions)
    if not every:
        return None
    west, east = _narrowest([longitude for longitude, _ in every])
    south, north = min(latitude for _, latitude in every), max(latitude for _, latitude in every)
    across = max(LEAST_ACROSS / shrinking((south + north) / 2), (east - west) * (1 + 2 * MARGIN))
    down = max(LEAST_DOWN, (north - south) * (1 + 2 * MARGIN))
    return about((west + east) / 2, (south + north) / 2, min(ALL_AROUND, across), min(2 * FURTHEST, down))


def _narrowest(longitudes: Iterable[float]) -> tuple[float, float]:
    """The shortest stretch, from west to east, that holds all of these meridians."""
    order = sorted(set(longitudes))
    gaps = [(east - west, east, west) for west, east in pairwise(order)]
    around = (order[0] + ALL_AROUND - order[-1], order[0], order[-1])
    _, west, east = max(around, *gaps) if gaps else around
    return west, east if east >= west else east + ALL_AROUND
