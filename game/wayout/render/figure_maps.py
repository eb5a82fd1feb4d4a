"""How do the map of a story and a person's way stand as pictures in a page?

SVG renderings for pages: the layered graph of scenes, and the route map with coastlines; each beside a list that says
the same in words, with the numbers of the picture. What is not met is veiled. For the script of the one-file edition
the same is written with all that it can be, and with the attributes by which it chooses.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from wayout.locale import evidence_strings, strings
from wayout.render.figures import picture
from wayout.render.geo.coasts import DOTS_ACROSS, DOTS_DOWN, Frame, coast_path, with_sea
from wayout.render.geo.picture import MapPlace, bow_control
from wayout.render.graph.draw import MAX_NODES_ABREAST
from wayout.render.graph.layers import plans
from wayout.render.html import NOTHING, Html, tag, together
from wayout.render.route import MAX_MAP_LABEL, WHOLE, caption, map_spots, precision_words, short
from wayout.views.reader_map import StoryMap
from wayout.views.route import NEAREST, Route, RouteStop

AT, WAY, IF = "data-at", "data-way", "data-if"
"""By these attributes a script knows the number of a place, the two ends of a way, and what of a note holds."""
HALO = {"paint_order": "stroke"}
"""An edge around letters lies behind them. It is an attribute: checkers of style sheets do not know it."""
Point = tuple[float, float]


# ---- The map of a story ----

COLUMN, RANK, NODE, RING, MIDDLE = 34, 46, 13, 4, 4.5
"""In pixels: from one node to the next, from one layer to the next, half of a node, how far a ring stands around it;
from the middle of a number down to the line that it stands on."""
OUT = "M10-10l7-7m-5 0h5v5"
"""The course of a small arrow out of a node, to its right and up."""
LANE, LANES = 11, 100
"""In pixels: from one far line to the next, and the room of all of them together."""


class _Layout(Struct, frozen=True):
    """Where each scene stands, in the order of its numbers, and the course of each way."""

    at: Mapping[str, Point]
    ways: Mapping[tuple[str, str], str]
    width: float
    height: float

    @property
    def order(self) -> tuple[str, ...]:
        """The scenes as they are numbered, from 1."""
        return tuple(self.at)


@lru_cache(maxsize=16)
def _layout(scenes: tuple[str, ...], edges: tuple[tuple[str, str], ...]) -> _Layout:
    """Layers from top to bottom, as the terminal has them.

    What leads far down runs at the right, what leads back up at the left.
    """
    parts = plans(scenes, edges, MAX_NODES_ABREAST)
    widest = max(len(layer) for part in parts for layer in part.layers)
    backs, fars = (
        max(len(lanes) for lanes in every) for every in zip(*((one.back, one.far) for one in parts), strict=True)
    )
    left = NODE + 6 + _lane(backs) * backs
    right = left + COLUMN * (widest - 1)
    at: dict[str, Point] = {}
    ways: dict[tuple[str, str], str] = {}
    y = NODE + 6.0
    for part in parts:
        for layer in part.layers:
            start = (left + right - COLUMN * (len(layer) - 1)) / 2
            at.update({node: (start + COLUMN * column, y) for column, node in enumerate(layer)})
            y += RANK
        for source, target in part.near:
            (ax, ay), (bx, _) = at[source], at[target]
            aside, down = bx - ax, RANK - 2 * NODE
            bow = f"c0 {down / 2:g} {aside:g} {down / 2:g} {aside:g} {down}" if aside else f"v{down}"
            ways[source, target] = f"M{ax:g} {ay + NODE:g}{bow}"
        for lanes, edge, side in ((part.far, right, 1), (part.back, left, -1)):
            for number, (source, target) in enumerate(lanes, 1):
                (ax, ay), (bx, by) = at[source], at[target]
                start, lane = ax + side * NODE, round(edge + side * (NODE + _lane(len(lanes)) * number))
                ways[source, target] = (
                    f"M{ax - NODE + 1:g} {ay + 5:g}a9 9 0 1 1 0-10"
                    if source == target
                    else (f"M{start:g} {ay:g}Q{lane:g} {ay:g} {lane:g} {(ay + by) / 2:g}T{bx + side * NODE:g} {by:g}")
                )
    width = right + NODE + 6 + _lane(fars) * fars
    return _Layout(at, ways, width, y - RANK + NODE + 6)


def _lane(count: int) -> float:
    return min(LANE, LANES / max(1, count))


def story_map(shown: StoryMap) -> Html:
    """The scenes with their numbers, what leads where, and in a list what is known of each; the rest by number."""
    layout = _layout(tuple(scene.id for scene in shown.scenes), shown.ways)
    known = [one for one in layout.order if shown.scene(one).can_be_read or shown.scene(one).label]
    rest = ", ".join(str(number) for number, one in enumerate(layout.order, 1) if one not in known)
    ways = (_way(course, "met" if ends in shown.gone else None) for ends, course in layout.ways.items())
    nodes = (
        _node(number, at, shown.scene(one).status, has_steps=bool(shown.scene(one).people))
        for number, (one, at) in enumerate(layout.at.items(), 1)
    )
    return _map_figure(
        _map_picture(layout, *ways, *nodes),
        tag("ol", *(_map_item(shown, layout, one, strings.MAP_WORDS[shown.scene(one).status],
                              shown.scene(one).status) for one in known)),
        evidence_strings.NOT_READ_YET.format(numbers=rest) if rest else "",
    )  # fmt: skip


def story_map_parts(whole: StoryMap) -> tuple[Html, Html]:
    """For a script: the picture, with one way and one scene of it, and the list with every scene as it can be."""
    layout = _layout(tuple(scene.id for scene in whole.scenes), whole.ways)
    sample = _way("", None), _node(0, (0, 0), None, has_steps=True)
    items = (_map_item(whole, layout, one, "", None) for one in layout.order)
    return _map_picture(layout, *sample), tag("ol", *items)


def story_map_data(whole: StoryMap) -> tuple[tuple[str, ...], list[tuple[int, int]], list[tuple[int, int, str]]]:
    """The scenes as they are numbered, where each stands, and of each way the numbers of its ends, and its course."""
    layout = _layout(tuple(scene.id for scene in whole.scenes), whole.ways)
    at = [(round(x), round(y)) for x, y in layout.at.values()]
    order = layout.order
    return order, at, [(order.index(one), order.index(other), course) for (one, other), course in layout.ways.items()]


def story_map_figure(drawn: Html, listed: Html) -> Html:
    """Both parts together."""
    return _map_figure(drawn, listed, evidence_strings.NOT_READ_YET)


def _map_figure(drawn: Html, listed: Html, rest: str) -> Html:
    note = tag("p", rest, class_="support") if rest else NOTHING
    return tag("div", tag("div", drawn, class_="drawn"), tag("div", listed, note, class_="stops"), class_="ways")


def _map_picture(layout: _Layout, *inside: Html) -> Html:
    title, says = evidence_strings.MAP_TITLE, evidence_strings.DRAWN_LIST
    return picture("map", title, says, *inside, width=layout.width, height=layout.height)


def _way(course: str, look: str | None) -> Html:
    return tag("path", d=course, class_=look)


def _node(number: int, at: Point, status: str | None, *, has_steps: bool) -> Html:
    """A scene; a small arrow out of the picture says that steps lead into other records."""
    ring, mark = tag("circle", class_="ring", r=str(NODE + RING)), tag("circle", r=str(NODE))
    text = tag("text", str(number), y=f"{MIDDLE:g}")
    out = tag("path", class_="out", d=OUT) if has_steps else NOTHING
    return tag("g", ring, mark, text, out, transform=_moved(at), class_=status)


def _map_item(shown: StoryMap, layout: _Layout, scene: str, word: str, status: str | None) -> Html:
    """A scene in words: what it is called, how it stands to the reader, and where it leads; the picture's number."""
    numbers = {one: number for number, one in enumerate(layout.order, 1)}
    leads = sorted(numbers[target] for source, target in layout.ways if source == scene)
    people = shown.scene(scene).people
    on = strings.MAP_LEADS.format(numbers=", ".join(map(str, leads))) if leads else "" if people else strings.MAP_ENDS
    steps = strings.MAP_LEADS_TO_RECORDS.format(names=", ".join(people)) if people else ""
    own = {"class_": status} if status is not None else {}
    said = " · ".join(filter(None, (word, on, steps)))
    return _item(str(numbers[scene]), short(shown.scene(scene).label, MAX_MAP_LABEL), together(said), **own)


def _item(number: str, label: str, says: Html, **attributes: str) -> Html:
    """A line of the list beside a picture; its number stands in the mark that it has there."""
    name = together(tag("span", label, class_="label"), " ") if label else NOTHING
    told = tag("span", name, tag("span", says, class_="support"))
    return tag("li", tag("span", number, class_="number"), " ", told, **attributes)


# ---- The way of a person ----

ROUTE_WIDTH, ROUTE_HEIGHT = 420, 264
"""In pixels."""
CHARACTER, LINE = 7.3, 17
"""How wide a character of a name is at most on the average, and how high a line of it; in pixels."""
DOT, AREA = 5, 11
"""Half of the mark of a city, and of an area."""


def route(whole: Route, shown: Route) -> Html:
    """The places that the reader may know of, with the coasts, and in a list each stop in its order."""
    drawn = [evidence_strings.DRAWN] if shown.is_placed else []
    note = tag("p", " ".join((caption(shown), *drawn)), class_="support")
    if not shown.stops:
        return note
    stops = (
        _item(str(one.number), short(one.name, MAX_MAP_LABEL), together(_stop_says(one)), class_=one.status)
        for one in shown.stops
    )
    return _route_figure(_route_picture(whole, shown) if shown.is_placed else NOTHING, tag("ol", *stops), note)


def route_parts(whole: Route) -> Html:
    """The same with every visit as it can be."""
    places = place_numbers(whole)
    items = (
        _item("", short(stop.name, MAX_MAP_LABEL), together(tag("i", _precision(stop)), tag("i", visit.date)))
        for stop in whole.stops for visit in stop.visits
    )  # fmt: skip
    holds = (
        ("none", evidence_strings.NOTHING), ("further", f"{evidence_strings.FURTHER} "),
        ("some", f"{evidence_strings.NO_WAY_TOLD} "), ("unplaced", evidence_strings.UNPLACED),
        ("placed", f"{evidence_strings.COASTS} {evidence_strings.DRAWN}"),
    )  # fmt: skip
    note = tag("p", *(tag("slot", says, **{IF: when}) for when, says in holds), class_="support")
    drawn = _route_picture(whole, whole, places) if whole.is_placed else NOTHING
    return _route_figure(drawn, tag("ol", *items), note)


def route_visits(whole: Route) -> list[tuple[str, str | None, int]]:
    """Of each visit its scene, the choice that led there, and the number of its place."""
    places = place_numbers(whole)
    return [(one.scene, one.choice, places[one.place]) for stop in whole.stops for one in stop.visits]


def place_numbers(whole: Route) -> dict[str | None, int]:
    """A number for each place, also for that which is not told."""
    return {place: number for number, place in enumerate(dict.fromkeys(stop.place for stop in whole.stops))}


def _precision(stop: RouteStop) -> str:
    told = precision_words(stop)
    return told if stop.name else told[:1].upper() + told[1:]


def _stop_says(stop: RouteStop) -> str:
    """How exactly a stop is told, when, and how it stands to the reader."""
    parts = (_precision(stop), stop.date, strings.MAP_WORDS[stop.status])
    return " · ".join(part for part in parts if part)


def _route_figure(drawn: Html, listed: Html, note: Html) -> Html:
    return tag("div", drawn, tag("div", listed, note, class_="stops"), class_="route")


def _route_picture(whole: Route, shown: Route, numbers: Mapping[str | None, int] | None = None) -> Html:
    """What is shown of a way, each place where it stands once the whole of it is; numbers are for a script."""
    spots = map_spots(whole)
    frame = with_sea(whole.window or WHOLE, ROUTE_WIDTH // DOTS_ACROSS, ROUTE_HEIGHT // DOTS_DOWN)
    at = {one.id: frame.dot(one.longitude, one.latitude) for one in spots}
    mean = sum(x for x, _ in at.values()) / len(at), sum(y for _, y in at.values()) / len(at)
    ground = tag("path", class_="coast", d=_coast(frame))
    ends = {frozenset((start.place, end.place)) for start, end in shown.stretches}
    pairs: dict[frozenset[str | None], tuple[str, str]] = {}
    for start, end in whole.stretches:
        if start.place != end.place and frozenset((start.place, end.place)) in ends:
            pairs.setdefault(frozenset((start.place, end.place)), (start.place or "", end.place or ""))
    labels = _labels(
        spots,
        at,
        (frame.width * DOTS_ACROSS, frame.height * DOTS_DOWN),
        [_bow(at[one.place or ""], at[other.place or ""], mean) for one, other in whole.stretches],
    )
    met = {spot.id: spot for spot in map_spots(shown)}

    def marks(places: tuple[str, ...], name: str, status: str | None = None) -> dict[str, str]:
        if numbers is not None:
            return {name: " ".join(str(numbers[place]) for place in places)}
        return {"class_": status} if status is not None else {}

    def status(place: str) -> str:
        return min((stop.status for stop in shown.stops if stop.place == place), key=NEAREST.index)

    ways = (_stretch(at[one], at[other], mean, **marks((one, other), WAY)) for one, other in pairs.values())
    places = (_place(met[one.id], at[one.id], labels[one.id], **marks((one.id,), AT, status(one.id)))
              for one in spots if one.id in met)  # fmt: skip
    size = {"width": float(frame.width * DOTS_ACROSS), "height": float(frame.height * DOTS_DOWN)}
    return picture("way", evidence_strings.HEAD, evidence_strings.DRAWN_LIST, ground, *ways, *places, **size)


@lru_cache(maxsize=16)
def _coast(frame: Frame) -> str:
    return coast_path(frame)


def _stretch(start: Point, end: Point, mean: Point, **attributes: str) -> Html:
    """A dotted bow, broken in its middle by a sign that the way is not told."""
    cx, cy = bow_control(start, end, mean)
    x, y = (start[0] + 2 * cx + end[0]) / 4, (start[1] + 2 * cy + end[1]) / 4
    bow = tag("path", d=f"M{start[0]:.0f} {start[1]:.0f}Q{cx:.0f} {cy:.0f} {end[0]:.0f} {end[1]:.0f}")
    sign = tag("text", evidence_strings.STRETCH_SIGN, x=f"{x:.0f}", y=f"{y + MIDDLE:.0f}", **HALO)
    return tag("g", bow, sign, **attributes)


class _Label(Struct, frozen=True):
    """Where the name of a place stands, and from which of its ends."""

    x: float
    y: float
    anchor: str


def _place(spot: MapPlace, at: Point, label: _Label, **attributes: str) -> Html:
    """A mark, within a ring where the place is only known to lie somewhere there, with its numbers and its name."""
    ring = (tag("circle", class_="area", r=str(AREA)),) if spot.is_area else ()
    words = tag("text", tag("tspan", spot.number, class_="number"), f" {spot.name}", x=f"{label.x - at[0]:.0f}",
                y=f"{label.y - at[1]:.0f}", text_anchor=label.anchor, **HALO)  # fmt: skip
    return tag("g", *ring, tag("circle", r=str(DOT)), words, transform=_moved(at), **attributes)


def _moved(at: Point) -> str:
    return f"translate({at[0]:.0f} {at[1]:.0f})"


def _bow(start: Point, end: Point, mean: Point) -> list[Point]:
    """Points of a stretch, the one of its sign in the middle."""
    cx, cy = bow_control(start, end, mean)
    parts = [step / 12 for step in range(1, 12)]
    return [
        (start[0] * (1 - t) ** 2 + 2 * cx * t * (1 - t) + end[0] * t**2,
         start[1] * (1 - t) ** 2 + 2 * cy * t * (1 - t) + end[1] * t**2)
        for t in parts
    ]  # fmt: skip


def _labels(
    spots: Sequence[MapPlace], at: Mapping[str, Point], size: Point, bows: Sequence[Sequence[Point]]
) -> dict[str, _Label]:
    """Each name where it covers least of the other names, of marks and stretches, and stands within the picture."""
    taken = [(x - AREA, y - AREA, x + AREA, y + AREA) for x, y in at.values()]
    for bow in bows:
        taken += [(x - 4, y - 4, x + 4, y + 4) for x, y in bow]
    found: dict[str, _Label] = {}
    for spot in spots:
        (x, y), away = at[spot.id], (AREA if spot.is_area else DOT) + 4
        width = CHARACTER * len(f"{spot.number} {spot.name}")
        tried = []
        for dx, dy, anchor, back in _beside(away):
            left, base = x + dx - width * back, y + dy
            label = _Label(x + dx, base, anchor)
            tried.append((label, (left, base - LINE + 3, left + width, base + 3)))
        own = (x - AREA, y - AREA, x + AREA, y + AREA)
        label, box = min(tried, key=lambda one: _covers(one[1], size, [other for other in taken if other != own]))
        found[spot.id] = label
        taken.append(box)
    return found


def _beside(away: float) -> Iterator[tuple[float, float, str, float]]:
    """Where a name may stand, the best place first: how far from the middle, at which end, and how much lies before."""
    below, aside = away + LINE - 4, away - 4
    yield from ((away, 4, "start", 0), (-away, 4, "end", 1), (0, -away, "middle", 0.5), (0, below, "middle", 0.5))
    yield from ((aside, -away, "start", 0), (-aside, -away, "end", 1))
    yield from ((aside, below, "start", 0), (-aside, below, "end", 1))


Box = tuple[float, float, float, float]


def _covers(box: Box, size: Point, taken: Sequence[Box]) -> float:
    """How much of other boxes a box covers, and how far it leaves the picture."""
    left, top, right, bottom = box
    covered = sum(
        max(0.0, min(right, other[2]) - max(left, other[0])) * max(0.0, min(bottom, other[3]) - max(top, other[1]))
        for other in taken
    )
    width, height = size
    outside = max(0.0, 4 - left) + max(0.0, right - width + 4) + max(0.0, 4 - top) + max(0.0, bottom - height + 4)
    return covered + 100 * outside
