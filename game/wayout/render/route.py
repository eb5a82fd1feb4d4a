"""How does a man's way become a picture and words, the same on each face?

Text rendering of a route map.
"""

from functools import lru_cache
from pathlib import Path

import msgspec
from rich.cells import cell_len

from wayout.locale import route_strings, strings
from wayout.render.geo.coasts import Frame, Ground, Ring, framed, ground
from wayout.render.geo.labels import GeoPicture, MapPlace, Water
from wayout.render.geo.picture import picture
from wayout.render.reader_map import short
from wayout.views.route import NEAREST, Route, RouteStop

LONGEST = 60
"""Characters of a place's name."""
WATERS = (
    Water(route_strings.BLACK_SEA, 34.3, 43.4),
    Water(route_strings.CASPIAN_SEA, 50.3, 42.4),
    Water(route_strings.BALTIC_SEA, 17.9, 55.5),
    Water(route_strings.NORTH_SEA, 3.2, 56.4),
)
"""Names that help to find one's way, with degrees east and north."""


class _Outline(msgspec.Struct):
    """The file that `make outline` writes: each ring's first point, then how far it is to the next, in steps."""

    source: str
    grain: int
    rings: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=8)
def draw_route(route: Route, width: int, height: int) -> GeoPicture:
    """The picture, no larger than asked for."""
    return picture(
        _ground(framed(width, height)),
        tuple(_spots(route)),
        tuple((start.place or "", end.place or "") for start, end in route.stretches),
        WATERS,
        route_strings.NOT_TOLD,
        cell_len,
    )


def place_line(stop: RouteStop) -> str:
    """A stop in words: its name, how exactly it is told, when, and how it stands to the reader."""
    name = short(stop.name, LONGEST)
    untold = stop.precision == "untold"
    parts = (name, route_strings.PRECISION[stop.precision], stop.date, strings.MAP_WORDS[stop.status])
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:] if untold and not name else line


def legend(route: Route, shown: GeoPicture) -> str:
    """What the marks on this picture mean."""
    found = {stop.status for stop in route.stops}
    marks = [
        f"{strings.MAP_MARKS[status]} {strings.MAP_MEANING[status]}" for status in strings.MAP_MARKS if status in found
    ]
    areas = {stop.place for stop in route.stops if stop.precision in ("region", "country")}
    marks += [route_strings.AREA] if areas.intersection(shown.shown) else []
    marks += [route_strings.STRETCH] if route_strings.STRETCH_SIGN in shown.text else []
    return ", ".join(marks)


def caption(route: Route) -> str:
    """What the picture does not tell, and whose the coasts are; or why there is none."""
    if not route.stops:
        return route_strings.NOTHING if route.is_ones else route_strings.NOBODY
    picture = route_strings.COASTS if route.is_placed else route_strings.UNPLACED
    return " ".join((*((route_strings.FURTHER,) if route.goes_on else ()), route_strings.NO_WAY_TOLD, picture))


def _spots(route: Route) -> list[MapPlace]:
    """Each place once, with the number of every time that he comes there."""
    found: dict[str, list[RouteStop]] = {}
    for stop in route.stops:
        if stop.position is not None and stop.place is not None:
            found.setdefault(stop.place, []).append(stop)
    return [
        MapPlace(
            id=place,
            longitude=stops[0].position[0],
            latitude=stops[0].position[1],
            mark=strings.MAP_MARKS[min((stop.status for stop in stops), key=NEAREST.index)],
            number=",".join(str(stop.number) for stop in stops),
            name=short(stops[0].name, LONGEST),
            is_area=stops[0].precision != "city",
        )
        for place, stops in found.items()
        if stops[0].position is not None
    ]


@lru_cache(maxsize=4)
def _ground(frame: Frame) -> Ground:
    return ground(_coasts(), frame)


@lru_cache(maxsize=1)
def _coasts() -> tuple[Ring, ...]:
    """Every ring of the outline, in degrees."""
    file = Path(__file__).with_name("geo") / "outline.json"
    outline = msgspec.json.decode(file.read_bytes(), type=_Outline)
    rings = []
    for steps in outline.rings:
        x = y = 0
        ring = []
        for dx, dy in zip(steps[::2], steps[1::2], strict=True):
            x, y = x + dx, y + dy
            ring.append((x / outline.grain, y / outline.grain))
        rings.append(tuple(ring))
    return tuple(rings)
