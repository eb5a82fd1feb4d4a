"""How is the map of a whole story drawn as a picture, without any other program?

SVG rendering of a story's graph: sizes, gaps, colours and fonts of boxes and lines.

Layers from top to bottom by the chart's own plan. A choice that leads on inside the story is a line to the next box,
with its label and its evidence words beside the line; one that only comes back, or steps into another record, is told
in its box, and so are all of a scene that has more of them than labels have room abreast. What leads far down runs at
the right, what leads back up at the left.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from wayout.locale import authoring_strings
from wayout.render.author_map_text import line
from wayout.render.graph.layers import LayeredGraph, plans
from wayout.render.html import Html, svg, tag
from wayout.views.author_map import AuthorEdge, AuthorMap, AuthorScene

MAX_BOXES_ABREAST = 3
"""Boxes of scenes in one row; all lengths below are in pixels."""
MAX_LABELS_ABREAST = 3
"""Labels beside the lines that leave a box; of more each would have room for less than a word."""
BOX_WIDTH, BOX_GAP, LINE_HEIGHT, BOX_PADDING, LANE_WIDTH = 336, 44, 18, 12, 14
"""Of a box; between boxes abreast; from one line of text to the next; inside a box; from one far line to the next."""
CHARACTER_WIDTH = 7.1
"""How wide a character is at most on the average, so that text stays in its box in any common font."""
CHOICE_GAP = 6
"""Above each choice in a box."""
CHOICE_ROWS = ("loop", "step", "way")
"""The rows with which a choice begins in a box: it comes back, steps into another record, or leads on."""
ROW_GAP = 44
"""The height in which lines run from the labels to the boxes below."""

STYLE_SHEET = """
svg { background: #fdfcf9; font: 13px/1.4 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
text { fill: #23211d; } .id { font-weight: 650; } .soft { fill: #5f5b52; } .word { fill: #7a4a00; font-style: italic; }
rect { fill: #ffffff; stroke: #8a857a; } .recorded { stroke-width: 2.5; stroke: #23211d; } .end { fill: #f3efe6; }
.orphan { stroke-dasharray: 7 4; } .missing { stroke: #a3271d; stroke-width: 2; stroke-dasharray: 2 3; }
.wrong { fill: #a3271d; font-weight: 650; } path { fill: none; stroke: #8a857a; stroke-width: 1.25; }
path.recorded { stroke: #23211d; stroke-width: 2.5; }
path.missing { stroke: #a3271d; } .head { font-size: 20px; font-weight: 650; }
.halo { stroke: #fdfcf9; stroke-width: 4px; paint-order: stroke; stroke-linejoin: round; }
marker path { stroke: none; fill: #23211d; }
@media (prefers-color-scheme: dark) {
svg { background: #17181a; } text { fill: #ece8df; } .soft { fill: #aaa599; } .word { fill: #e2b567; }
rect { fill: #212326; stroke: #7d786d; } .recorded, path.recorded { stroke: #ece8df; } .end { fill: #2b2a26; }
path { stroke: #7d786d; } .halo { stroke: #17181a; } .missing, path.missing { stroke: #ff8a7e; }
.wrong { fill: #ff8a7e; } marker path { fill: #ece8df; stroke: none; } }
"""


class _Box(Struct, frozen=True, kw_only=True):
    """A spot and where it stands; `rows` are its texts with their classes, and how far they are moved in."""

    spot: AuthorScene
    x: float
    y: float
    height: float
    rows: tuple[tuple[str, str, int], ...]

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> float:
        return self.x + BOX_WIDTH / 2


def as_svg(whole: AuthorMap) -> str:
    """The map as one SVG file."""
    parts = plans([spot.id for spot in whole.spots], whole.inside, MAX_BOXES_ABREAST)
    ways = {(way.source, way.written): way for way in whole.ways if way.kind in ("choice", "next")}
    lanes = (_lanes([plan.back for plan in parts], ways), _lanes([plan.far for plan in parts], ways))
    left = BOX_PADDING * 2 + LANE_WIDTH * (lanes[0] + 1)
    widest = max((len(layer) for plan in parts for layer in plan.layers), default=1)
    inner = widest * (BOX_WIDTH + BOX_GAP) - BOX_GAP
    drawing = _SvgDrawing(whole, left, inner)
    for plan in parts:
        drawing.part(plan)
    width = left + inner + LANE_WIDTH * (lanes[1] + 1) + BOX_PADDING * 2
    return _file(whole, drawing, width)


def _lanes(pairs: Sequence[Sequence[tuple[str, str]]], ways: dict[tuple[str, str], AuthorEdge]) -> int:
    return max((sum(pair in ways for pair in group) for group in pairs), default=0)


class _SvgDrawing:
    """What has been drawn, from the top down."""

    def __init__(self, whole: AuthorMap, left: float, inner: float) -> None:
        self.whole, self.left, self.inner = whole, left, inner
        self.spots = {spot.id: spot for spot in whole.spots}
        self.y: float = 76
        self.boxes: dict[str, _Box] = {}
        self.lines: list[Html] = []
        self.texts: list[Html] = []

    def part(self, plan: LayeredGraph) -> None:
        """One connected part, below all that is drawn."""
        onward = {name: self._onward(name) for layer in plan.layers for name in layer}
        label_ends: dict[str, float] = {}
        for layer in plan.layers:
            start = self.left + (self.inner - len(layer) * (BOX_WIDTH + BOX_GAP) + BOX_GAP) / 2
            boxes = [self._box(name, start + at * (BOX_WIDTH + BOX_GAP)) for at, name in enumerate(layer)]
            self.boxes.update({box.spot.id: box for box in boxes})
            floor = max(box.bottom for box in boxes)
            ends = [floor + self._label_height(onward[box.spot.id]) for box in boxes]
            label_ends.update({box.spot.id: max(ends) for box in boxes})
            has_ways = any(onward[box.spot.id] for box in boxes)
            far = sum(pair[0] in layer or pair[1] in layer for pair in (*plan.far, *plan.back))
            self.y = max(ends) + (ROW_GAP + 8 * far if has_ways or far else BOX_GAP / 2)
        lanes_used = {"far": 0, "back": 0}
        kinds = {
            **dict.fromkeys(plan.near, "near"),
            **dict.fromkeys(plan.far, "far"),
            **dict.fromkeys(plan.back, "back"),
        }
        for name, ways in onward.items():
            ways.sort(key=lambda way: self.boxes[way.written].x)
            for at, way in enumerate(ways):
                kind = "back" if way.written == name else kinds[way.source, way.written]
                number = lanes_used.get(kind, 0)
                lanes_used[kind] = number + 1
                self._line(way, at, len(ways), label_ends[name], kind, number)
        self.y += BOX_GAP / 2

    def _onward(self, name: str) -> list[AuthorEdge]:
        """The lines that leave a box: of the ways told in it one to each scene, without a label."""
        ways = [way for way in self.whole.of(name) if way.kind in ("choice", "next") and way.written in self.spots]
        if not _is_told_in_box(self.whole.of(name)):
            return ways
        recorded_first = sorted(ways, key=lambda way: not way.is_recorded)
        lines = {way.written: way for way in reversed(recorded_first)}
        return [replace(way, choice="") for way in lines.values()]

    def _label_height(self, ways: Sequence[AuthorEdge]) -> float:
        lines = [len(list(_label(way, len(ways)))) for way in ways]
        return 6 + LINE_HEIGHT * max(lines, default=0)

    def _box(self, name: str, x: float) -> _Box:
        spot = self.spots[name]
        rows = tuple(_rows(self.whole, spot))
        air = sum(kind in CHOICE_ROWS for _, kind, _ in rows) * CHOICE_GAP
        box = _Box(spot=spot, x=x, y=self.y, height=2 * BOX_PADDING + LINE_HEIGHT * len(rows) + air - 4, rows=rows)
        style = " ".join(word for word, holds in (
            ("recorded", spot.is_recorded), ("end", spot.kind in ("published", "silent")),
            ("orphan", spot.is_orphan), ("missing", spot.kind == "missing")) if holds)  # fmt: skip
        rounded = 14 if spot.kind in ("published", "silent") else 4
        self.texts.append(
            tag(
                "rect",
                class_=style,
                x=f"{x:g}",
                y=f"{box.y:g}",
                width=str(BOX_WIDTH),
                height=f"{box.height:g}",
                rx=str(rounded),
            )
        )
        y = box.y + BOX_PADDING + 10 - LINE_HEIGHT
        for text, kind, indent in rows:
            y += LINE_HEIGHT + (CHOICE_GAP if kind in CHOICE_ROWS else 0)
            if kind in authoring_strings.SIGNS:
                self.texts.append(_text(x + BOX_PADDING + 2, y, authoring_strings.SIGNS[kind], "id"))
            self.texts.append(_text(x + BOX_PADDING + indent, y, text, kind))
        return box

    def _line(self, way: AuthorEdge, at: int, count: int, label_end: float, kind: str, number: int) -> None:
        source, target = self.boxes[way.source], self.boxes[way.written]
        x = source.x + BOX_WIDTH * (at + 0.5) / count if count > 1 else source.middle
        style = "missing" if way.is_missing else "recorded" if way.is_recorded else ""
        top = target.y
        if kind == "near":
            entry = target.middle + (x - target.middle) * 0.08
            bend = (top - label_end) * 0.7
            path = f"V{label_end:g}C{x:g} {label_end + bend:g} {entry:g} {top - bend:g} {entry:g} {top - 2:g}"
        else:
            lane = (
                (self.left + self.inner + LANE_WIDTH * (number + 1))
                if kind == "far"
                else self.left - LANE_WIDTH * (number + 1)
            )
            entry = target.middle + (1 if kind == "far" else -1) * (40 + 10 * number)
            path = f"V{label_end + 6 + 7 * number:g}H{lane:g}V{top - 14 - 6 * number:g}H{entry:g}V{top - 2:g}"
        self.lines.append(tag("path", class_=style, marker_end="url(#arrow)", d=f"M{x:g} {source.bottom:g}{path}"))
        for row, (text, style_) in enumerate(_label(way, count)):
            self.texts.append(_text(x + 8, source.bottom + LINE_HEIGHT * (row + 1), text, f"{style_} halo"))


def _is_told_in_box(ways: Sequence[AuthorEdge]) -> bool:
    """Whether the choices of a scene that lead on are told in its box, for want of room beside their lines."""
    onward = [way.written for way in ways if way.kind == "choice"]
    return len(onward) > MAX_LABELS_ABREAST or len(set(onward)) < len(onward)


def _rows(whole: AuthorMap, spot: AuthorScene) -> Iterator[tuple[str, str, int]]:
    """The texts of a box: id, where, question; then the choices that do not lead on inside the story."""
    if spot.kind == "missing":
        yield authoring_strings.MISSING.format(target=spot.id), "wrong", 0
        return
    yield (f"{spot.id} · {authoring_strings.STARTS}" if spot.is_start else spot.id), "id", 0
    if spot.is_orphan:
        yield authoring_strings.ORPHAN, "wrong", 0
    room = int((BOX_WIDTH - 2 * BOX_PADDING) / CHARACTER_WIDTH)
    for text, kind in ((spot.where, "soft"), (spot.ask, "")):
        for part in _wrapped(text, room):
            yield part, kind, 0
    ways_of: dict[str, list[AuthorEdge]] = {}
    told = ("back", "step", "choice") if _is_told_in_box(whole.of(spot.id)) else ("back", "step")
    for way in whole.of(spot.id):
        if way.kind in told:
            ways_of.setdefault(way.choice, []).append(way)
        elif way.is_missing and way.kind == "next" and way.record:
            yield authoring_strings.MISSING.format(target=way.written), "wrong", 0
    for ways in ways_of.values():
        yield from _aside(ways, room - 4)


def _aside(ways: Sequence[AuthorEdge], room: int) -> Iterator[tuple[str, str, int]]:
    """A choice that is told in its box: its label, its words, where it leads."""
    kind = {"back": "loop", "step": "step"}.get(ways[0].kind, "way")
    for number, part in enumerate(_wrapped(ways[0].label, room)):
        yield part, "" if number else kind, 28
    for part in _wrapped(ways[0].evidence, room):
        yield part, "word", 28
    for way in ways:
        if way.is_missing:
            yield authoring_strings.MISSING.format(target=way.written), "wrong", 28
        elif way.kind == "step":
            yield authoring_strings.STEPS_TO.format(name=way.name, scene=way.target), "soft", 28
        elif way.kind == "choice":
            yield authoring_strings.GOES_TO.format(scene=way.target), "soft", 28


def _label(way: AuthorEdge, abreast: int) -> Iterator[tuple[str, str]]:
    """What stands beside a line, in the room that is left to it."""
    room = max(10, int((BOX_WIDTH / abreast - 14) / CHARACTER_WIDTH) + (8 if abreast == 1 else 0))
    if way.choice:
        yield from ((part, "") for part in _wrapped(way.label, room))
        yield from ((part, "word") for part in _wrapped(way.evidence, room))


def _wrapped(text: str, room: int) -> Iterator[str]:
    """A text in lines of so many cells; a word that is longer is cut."""
    row = ""
    for word in line(text).split():
        cut = word if cell_len(word) <= room else f"{word[: max(1, room // 2)]}…"
        if row and cell_len(f"{row} {cut}") > room:
            yield row
            row = cut
        else:
            row = f"{row} {cut}".strip()
    if row:
        yield row


def _text(x: float, y: float, text: str, style: str) -> Html:
    return tag("text", line(text), class_=style, x=f"{x:g}", y=f"{y:g}")


def _file(whole: AuthorMap, drawing: _SvgDrawing, width: float) -> str:
    title = authoring_strings.TITLE.format(name=line(whole.name))
    scenes = authoring_strings.SCENES.format(n=sum(spot.kind != "missing" for spot in whole.spots))
    height = drawing.y + LINE_HEIGHT * 2
    legend = []
    x: float = drawing.left
    for kind, text in authoring_strings.LEGEND.items():
        if kind in authoring_strings.SIGNS:
            legend.append(_text(x + 10, drawing.y + 4, authoring_strings.SIGNS[kind], "id"))
        else:
            legend.append(tag("path", class_=kind, d=f"M{x:g} {drawing.y:g}h26"))
        legend.append(_text(x + 34, drawing.y + 4, text, "soft"))
        x += 60 + CHARACTER_WIDTH * len(text)
    width = max(width, x)
    arrow = tag(
        "marker",
        tag("path", d="M0 0L8 4L0 8z"),
        id="arrow",
        viewBox="0 0 8 8",
        refX="7",
        refY="4",
        markerWidth="9",
        markerHeight="9",
        markerUnits="userSpaceOnUse",
        orient="auto",
    )
    return svg(
        title,
        authoring_strings.DESC.format(counts=scenes),
        STYLE_SHEET,
        tag("defs", arrow),
        _text(drawing.left, 34, whole.head, "head"),
        _text(drawing.left, 54, scenes, "soft"),
        *drawing.lines,
        *drawing.texts,
        *legend,
        width=width,
        height=height,
    )
