"""Where else on the earth could the invented record take place?"""

from itertools import cycle

from msgspec.structs import replace

from wayout.geodata.window import Position
from wayout.model.library import Library

ELSEWHERE: dict[str, tuple[Position, ...]] = {
    "patagonia": ((-68.3, -54.8), (-69.22, -51.62), (-72.94, -41.47), (-67.49, -45.86)),
    "fiji": ((178.44, -18.14), (-179.95, -16.85), (179.37, -16.43), (177.45, -17.8)),
    "svalbard": ((15.65, 78.22), (11.93, 78.92), (14.2, 78.06)),
    "singapore": ((103.82, 1.35), (104.03, 1.13)),
    "one city": ((11.58, 48.14),),
    "bering strait": ((177.5, 64.7), (-165.4, 64.5), (-173.2, 64.4)),
    "the pole": ((166.7, -77.85), (0.0, -90.0), (106.8, -78.46)),
    "all around": ((-0.1, 51.5), (139.7, 35.7), (-157.9, 21.3), (-58.4, -34.6)),
}
"""Degrees east and north of some places each."""


def moved(library: Library, where: str) -> Library:
    """The library with every place that has a position in another part of the earth."""
    positions = cycle(ELSEWHERE[where])
    there = {}
    for name in (name for name, place in library.places.items() if place.position is not None):
        east, north = next(positions)
        there[name] = replace(library.places[name], longitude=str(east), latitude=str(north), country=None)
    return replace(library, places={**library.places, **there})
