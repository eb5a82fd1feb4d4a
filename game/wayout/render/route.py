"""How do a story's map and a person's way become rows of cells and words, the same on each face?

Text rendering of the reader's map and of the route map: longest labels, numbers of places, names of seas, legends.
"""

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

import msgspec
from rich.cells import cell_len

from wayout.locale import evidence_strings, strings
from wayout.model.text import sanitize
from wayout.render.geo.coasts import Frame, Ground, Ring, coast_path, framed, ground
from wayout.render.geo.picture import GeoPicture, MapPlace, Water, picture
from wayout.render.graph.draw import JUMP, LOOP, draw
from wayout.render.graph.layers import Chart, Node
from wayout.views.reader_map import MapScene, StoryMap
from wayout.views.route import NEAREST, Route, RouteStop

MAX_MAP_LABEL = 90
"""Characters of a label on the map of a story: a question may be long, but a map is no page."""


@lru_cache(maxsize=8)
def draw_reader_map(shown: StoryMap, width: int) -> Chart:
    """The drawing, no wider than asked; of each scene its mark, what it is called, and the word for the mark."""
    return draw([_node(scene) for scene in shown.scenes], shown.ways, width, cell_len)


def _status_marks(statuses: Collection[str]) -> list[str]:
    """What the marks of some statuses mean, in the order of the marks."""
    return [f"{mark} {strings.MAP_MEANING[status]}" for status, mark in strings.MAP_MARKS.items() if status in statuses]


def map_legend(shown: StoryMap, chart: Chart) -> str:
    """What the marks and tags on this map mean."""
    statuses = {scene.status for scene in shown.scenes}
    marks = _status_marks(statuses)
    tags = [row.tags for row in chart.rows]
    signs = {strings.MAP_STEP: strings.MAP_STEPS, JUMP: strings.MAP_FAR, LOOP: strings.MAP_LOOPS}
    return " · ".join((*marks, *(says for sign, says in signs.items() if any(sign in tag for tag in tags))))


def label(scene: MapScene) -> str:
    """What a scene is called, and the word for where it stands to the reader."""
    parts = (short(scene.label, MAX_MAP_LABEL), strings.MAP_WORDS[scene.status])
    return " · ".join(part for part in parts if part)


def _node(scene: MapScene) -> Node:
    return Node(
        id=scene.id,
        mark=strings.MAP_MARKS[scene.status],
        label=label(scene),
        name=short(scene.name, MAX_MAP_LABEL // 4),
        tags=tuple(f"{strings.MAP_STEP} {short(name, MAX_MAP_LABEL // 4)}" for name in scene.people),
    )


def short(text: str, most: int) -> str:
    """A writer's text on one line, without control characters, cut after so many characters."""
    text = sanitize(" ".join(text.split()))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


MAX_ROUTE_LABEL = 60
"""Characters of a place's name on the route map."""
WATERS = (
    Water(evidence_strings.BLACK_SEA, 34.3, 43.4),
    Water(evidence_strings.CASPIAN_SEA, 50.3, 42.4),
    Water(evidence_strings.BALTIC_SEA, 17.9, 55.5),
    Water(evidence_strings.NORTH_SEA, 3.2, 56.4),
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
        tuple(map_spots(route)),
        tuple((start.place or "", end.place or "") for start, end in route.stretches),
        WATERS,
        evidence_strings.WAY_NOT_TOLD,
        cell_len,
    )


def place_line(stop: RouteStop) -> str:
    """A stop in words: its name, how exactly it is told, when, and how it stands to the reader."""
    name = short(stop.name, MAX_ROUTE_LABEL)
    untold = stop.precision == "untold"
    parts = (name, evidence_strings.PRECISION[stop.precision], stop.date, strings.MAP_WORDS[stop.status])
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:] if untold and not name else line


def route_legend(route: Route, shown: GeoPicture) -> str:
    """What the marks on this picture mean."""
    statuses = {stop.status for stop in route.stops}
    marks = _status_marks(statuses)
    areas = {stop.place for stop in route.stops if stop.precision in ("region", "country")}
    marks += [evidence_strings.AREA] if areas.intersection(shown.shown) else []
    marks += [evidence_strings.STRETCH] if evidence_strings.STRETCH_SIGN in shown.text else []
    return ", ".join(marks)


def caption(route: Route, *, is_drawn: bool = True) -> str:
    """What the picture does not tell, and whose the coasts are where it `is_drawn`; or why there is none."""
    if not route.stops:
        return evidence_strings.NOTHING if route.is_ones else evidence_strings.NOBODY
    further = evidence_strings.FURTHER if route.goes_on else ""
    drawn = evidence_strings.COASTS if is_drawn else ""
    picture = drawn if route.is_placed else evidence_strings.UNPLACED
    return " ".join(part for part in (further, evidence_strings.NO_WAY_TOLD, picture) if part)


def map_spots(route: Route) -> list[MapPlace]:
    """Each place once, with the number of every time that he comes there."""
    spots: dict[str, list[RouteStop]] = {}
    for stop in route.stops:
        if stop.position is not None and stop.place is not None:
            spots.setdefault(stop.place, []).append(stop)
    return [
        MapPlace(
            id=place,
            longitude=stops[0].position[0],
            latitude=stops[0].position[1],
            mark=strings.MAP_MARKS[min((stop.status for stop in stops), key=NEAREST.index)],
            number=",".join(str(stop.number) for stop in stops),
            name=short(stops[0].name, MAX_ROUTE_LABEL),
            is_area=stops[0].precision != "city",
        )
        for place, stops in spots.items()
        if stops[0].position is not None
    ]


@lru_cache(maxsize=4)
def _ground(frame: Frame) -> Ground:
    return ground(_coasts(), frame)


@lru_cache(maxsize=1)
def coasts() -> str:
    """The coasts as a path for pictures in pages."""
    return coast_path(_coasts())


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
