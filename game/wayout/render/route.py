"""How do a story's map and a person's way become rows of cells and words, the same on each face?

Text rendering of the reader's map and of the route map: longest labels, numbers of places, names of seas, legends.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from rich.cells import cell_len

from wayout.geodata.window import Position, Window
from wayout.locale import evidence_strings, strings
from wayout.model.text import sanitize
from wayout.render.geo.coasts import Frame, Ground, ground, with_sea
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
SEAS: Mapping[str, Sequence[Position]] = {
    "black-sea": ((34.3, 43.4),), "caspian-sea": ((50.3, 42.4),), "baltic-sea": ((17.9, 55.5),),
    "north-sea": ((3.2, 56.4),), "mediterranean-sea": ((18.0, 35.0), (27.5, 33.5), (6.0, 39.5)),
    "norwegian-sea": ((3.0, 67.0),), "barents-sea": ((40.0, 73.5),), "red-sea": ((38.3, 20.2),),
    "arabian-sea": ((64.0, 15.0),), "bay-of-bengal": ((88.0, 14.0),), "caribbean-sea": ((-75.0, 15.0),),
    "labrador-sea": ((-54.0, 58.0),), "hudson-bay": ((-85.0, 60.0),), "bering-sea": ((-178.0, 58.0),),
    "sea-of-okhotsk": ((149.0, 54.0),), "coral-sea": ((153.0, -16.0),), "tasman-sea": ((160.0, -38.0),),
    "arctic-ocean": ((0.0, 85.0), (-150.0, 78.0), (150.0, 82.0)),
    "atlantic-ocean": ((-35.0, 35.0), (-25.0, 50.0), (-35.0, 8.0), (-18.0, -20.0), (-45.0, -40.0), (-62.0, -47.0)),
    "indian-ocean": ((78.0, -15.0), (90.0, -35.0), (60.0, -25.0), (98.0, -10.0)),
    "pacific-ocean": (
        (-150.0, 28.0), (165.0, 35.0), (160.0, 15.0), (-145.0, 0.0), (-110.0, -30.0), (-170.0, -30.0), (-85.0, -20.0),
        (-82.0, -48.0), (145.0, 33.0), (173.5, -14.5),
    ),
    "southern-ocean": ((0.0, -62.0), (110.0, -62.0), (-120.0, -64.0)),
}  # fmt: skip
"""Where the name of a sea may stand, in degrees east and north: it stands at the first of these that is free, once."""
WATERS = tuple(Water(evidence_strings.SEAS[sea], *place) for sea, places in SEAS.items() for place in places)
"""Names that help to find one's way."""


WHOLE = Window(-180.0, -60.0, 180.0, 84.0)
"""What is shown where no place of a record is told: the earth, but for the ice."""


@lru_cache(maxsize=8)
def draw_route(route: Route, width: int, height: int) -> GeoPicture:
    """The picture, no larger than asked for."""
    return picture(
        _ground(with_sea(route.window or WHOLE, width, height)),
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
    parts = (name, precision_words(stop), stop.date, strings.MAP_WORDS[stop.status])
    line = " · ".join(part for part in parts if part)
    return line[:1].upper() + line[1:] if untold and not name else line


def precision_words(stop: RouteStop) -> str:
    """How exactly a stop is told, and whether it lies beyond the map."""
    told = evidence_strings.PRECISION[stop.precision]
    return f"{told} · {evidence_strings.OFF_MAP}" if stop.is_off_map else told


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
    return ground(frame)
