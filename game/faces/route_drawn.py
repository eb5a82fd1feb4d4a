"""How does a man's way become a picture and words, the same on each face?"""

from functools import lru_cache
from pathlib import Path

import msgspec
from rich.cells import cell_len

from game import chart, words
from game.chart.ground import Frame, Ground, Ring, framed, ground
from game.chart.picture import picture
from game.chart.spots import Picture, Spot, Water
from game.faces.map_drawn import short
from game.play.route import NEAREST, Route, Stop
from game.words import route as said

LONGEST = 60
"""Characters of a place's name."""
WATERS = tuple(Water(*water) for water in said.WATERS)


class _Outline(msgspec.Struct):
    """The file that `make outline` writes: each ring's first point, then how far it is to the next, in steps."""

    source: str
    grain: int
    rings: tuple[tuple[int, ...], ...]


@lru_cache(maxsize=8)
def drawn(route: Route, width: int, height: int) -> Picture:
    """The picture, no larger than asked for."""
    return picture(
        _ground(framed(width, height)),
        tuple(_spots(route)),
        tuple((start.place or "", end.place or "") for start, end in route.stretches),
        WATERS,
        said.NOT_TOLD,
        cell_len,
    )


def place_line(stop: Stop) -> str:
    """A stop in words: its name, how exactly it is told, when, and how it stands to the reader."""
    name = short(stop.name, LONGEST)
    untold = stop.precision == "untold"
    parts = (name, said.PRECISION[stop.precision], stop.date, words.MAP_WORDS[stop.status])
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:] if untold and not name else line


def legend(route: Route, shown: Picture) -> str:
    """What the marks on this picture mean."""
    found = {stop.status for stop in route.stops}
    marks = [f"{words.MAP_MARKS[status]} {words.MAP_MEANING[status]}" for status in words.MAP_MARKS if status in found]
    areas = {stop.place for stop in route.stops if stop.precision in ("region", "country")}
    marks += [said.AREA] if areas.intersection(shown.shown) else []
    marks += [said.STRETCH] if said.STRETCH_SIGN in shown.text else []
    return ", ".join(marks)


def caption(route: Route) -> str:
    """What the picture does not tell, and whose the coasts are; or why there is none."""
    if not route.stops:
        return said.NOTHING if route.is_ones else said.NOBODY
    picture = said.COASTS if route.is_placed else said.UNPLACED
    return " ".join((*((said.FURTHER,) if route.goes_on else ()), said.NO_WAY_TOLD, picture))


def _spots(route: Route) -> list[Spot]:
    """Each place once, with the number of every time that he comes there."""
    found: dict[str, list[Stop]] = {}
    for stop in route.stops:
        if stop.position is not None and stop.place is not None:
            found.setdefault(stop.place, []).append(stop)
    return [
        Spot(
            id=place,
            longitude=stops[0].position[0],
            latitude=stops[0].position[1],
            mark=words.MAP_MARKS[min((stop.status for stop in stops), key=NEAREST.index)],
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
    file = Path(chart.__file__).with_name("outline.json")
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
