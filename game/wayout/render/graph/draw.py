"""How does a graph become rows of cells, no wider than asked?

The text drawing of a graph: most nodes abreast, label widths, tags, moving from node to node by arrow keys.

Marks and lines at the left, each node on a row of its own with its number and label beside it; only neighbouring
layers are joined by lines. What leads further is a tag: `⤳` down, `↺` back up.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from wayout.render.graph.layers import COLUMN_PITCH, Chart, ChartRow, Ends, LayeredGraph, Node, Pair, plans, routed

JUMP, LOOP = "⤳", "↺"
MAX_NODES_ABREAST = 10
"""Nodes in one layer of the drawing."""
MIN_LABEL_WIDTH = 16
"""Cells that a label is left, if need be by putting fewer nodes abreast."""
LABEL_GAP = "  "
"""Between marks, numbers and labels."""
Measure = Callable[[str], int]


def draw(nodes: Sequence[Node], edges: Sequence[Pair], width: int, measure: Measure = len) -> Chart:
    """The drawing; the first node should be the one where everything begins. `measure` counts a text's cells."""
    abreast = max(1, min(MAX_NODES_ABREAST, (width - MIN_LABEL_WIDTH) // COLUMN_PITCH))
    parts = [(part, _gaps(part)) for part in plans([node.id for node in nodes], edges, abreast)]
    layers = tuple(tuple(layer) for part, _ in parts for layer in part.layers)
    order = tuple(node for layer in layers for node in layer)
    known = {node.id: node for node in nodes}
    columns = _columns(layers, [gap for _, gaps in parts for gap in gaps], abreast)
    numbers = {node: number for number, node in enumerate(order, 1)}
    labels = _LabelColumn(known, numbers, max(1, width - columns * COLUMN_PITCH), measure)
    rows: list[ChartRow] = []
    for part, gaps in parts:
        rows += [ChartRow("")] * bool(rows)
        rows += _part(part, gaps, columns, labels)
    leads: dict[str, list[str]] = {node: [] for node in order}
    for source, target in dict.fromkeys(edges):
        if source in known and target in known:
            leads[source].append(target)
    return Chart(tuple(rows), order, layers, {node: tuple(targets) for node, targets in leads.items()})


def _gaps(part: LayeredGraph) -> list[tuple[Ends, ...]]:
    """Below each layer, the columns that are joined to those of the next one; below the last, none."""
    place = {node: (depth, at) for depth, layer in enumerate(part.layers) for at, node in enumerate(layer)}
    gaps: list[list[Ends]] = [[] for _ in part.layers]
    for source, target in part.near:
        depth, column = place[source]
        gaps[depth].append((column, place[target][1]))
    return [tuple(sorted(ends)) for ends in gaps]


def _columns(layers: Sequence[Sequence[str]], gaps: Sequence[tuple[Ends, ...]], abreast: int) -> int:
    """As few columns as draw every edge that the most would draw."""
    widest = max(map(len, layers), default=1)
    dropped = [len(routed(ends, abreast)[1]) for ends in gaps]
    return next(
        columns
        for columns in range(widest, abreast + 1)
        if all(len(routed(ends, columns)[1]) == least for ends, least in zip(gaps, dropped, strict=True))
    )


class _LabelColumn:
    """What stands beside the marks."""

    def __init__(self, nodes: Mapping[str, Node], numbers: Mapping[str, int], room: int, measure: Measure) -> None:
        self.nodes = nodes
        self.numbers = numbers
        self.room = room
        self.measure = measure

    def tag(self, sign: str, target: str) -> str:
        """A tag that leads to a node."""
        return f"{sign} {self.numbers[target]} {self.nodes[target].name}".strip()

    def lines(self, node: str, tags: Sequence[str]) -> list[tuple[str, str]]:
        """Label and tags in lines that fit; later lines are indented below the label."""
        number = f"{self.numbers[node]} "
        label = list(_wrapped(number + " ".join(self.nodes[node].label.split()), self.room, len(number), self.measure))
        lines = [(line, "") for line in label]
        indent = " " * min(len(number), self.room // 2)
        for tag in dict.fromkeys((*tags, *self.nodes[node].tags)):
            cut = next(_wrapped(" ".join(tag.split()), self.room - len(indent), 0, self.measure), "")
            text, own = lines[-1]
            if self.measure(text + own) + len(LABEL_GAP) + self.measure(cut) <= self.room:
                lines[-1] = (text, f"{own}{LABEL_GAP}{cut}")
            else:
                lines.append((indent, cut))
        for text in self.nodes[node].below:
            lines += [(line, "") for line in _hung(text, self.room, len(indent), self.measure)]
        return lines


def _hung(text: str, room: int, indent: int, measure: Measure) -> Iterator[str]:
    """Words in lines below a label, the first one indented too, the later ones a little more."""
    first = " " * indent
    for number, line in enumerate(_wrapped(text, max(1, room - indent - 2 * bool(indent)), 0, measure)):
        yield f"{first}{'  ' * bool(number and indent)}{line}"


def _wrapped(text: str, room: int, indent: int, measure: Measure) -> Iterator[str]:
    """Words in lines, the later ones indented; a word that is too long for a line is cut."""
    indent = min(indent, room // 2)
    line, is_empty = "", True
    for piece in (piece for word in text.split() for piece in _pieces(word, room - indent, measure)):
        if is_empty:
            line, is_empty = line + piece, False
        elif measure(line) + 1 + measure(piece) <= room:
            line += f" {piece}"
        else:
            yield line
            line = " " * indent + piece
    yield line


def _pieces(word: str, room: int, measure: Measure) -> Iterator[str]:
    while measure(word) > room and len(word) > 1:
        at = next((at for at in range(min(len(word) - 1, room), 0, -1) if measure(word[:at]) <= room), 1)
        yield word[:at]
        word = word[at:]
    yield word


def _part(
    part: LayeredGraph, gaps: Sequence[tuple[Ends, ...]], columns: int, labels: _LabelColumn
) -> Iterator[ChartRow]:
    tags: dict[str, list[str]] = {}
    came: set[int] = set()
    for sign, pairs in ((JUMP, part.far), (LOOP, part.back)):
        for source, target in pairs:
            tags.setdefault(source, []).append(labels.tag(sign, target))
    for depth, layer in enumerate(part.layers):
        rows, dropped = routed(gaps[depth], columns)
        drawn = set(gaps[depth]) - set(dropped)
        goes = {above for above, _ in drawn}
        for above, below in dropped:
            tags.setdefault(layer[above], []).insert(0, labels.tag(JUMP, part.layers[depth + 1][below]))
        for at, node in enumerate(layer):
            for number, (label, own) in enumerate(labels.lines(node, tags.get(node, ()))):
                passing = {
                    *(column for column in came if column > at),
                    *(column for column in goes if column < at + bool(number)),
                }
                cells = ["│" if column in passing else " " for column in range(columns)]
                cells[at] = labels.nodes[node].mark if not number else cells[at]
                yield ChartRow(_spaced(cells), at * COLUMN_PITCH if not number else -1, node, label, own)
        if depth + 1 < len(part.layers):
            yield from (ChartRow(row) for row in rows)
        came = {below for _, below in drawn}


def _spaced(cells: Sequence[str]) -> str:
    return "".join(cell.ljust(COLUMN_PITCH) for cell in cells)


Arrow = Literal["up", "down", "left", "right"]


def moved(chart: Chart, node: str, arrow: Arrow) -> str:
    """The node there: down along the first edge that goes down, up along the first that came; sideways in the layer.

    Where no edge goes on, the next node in the order of reading, so that every node can be come to.
    """
    if node not in chart.order:
        return chart.order[0] if chart.order else node
    at = chart.order.index(node)
    if arrow in ("left", "right"):
        layer = next(layer for layer in chart.layers if node in layer)
        neighbour = layer.index(node) + (1 if arrow == "right" else -1)
        return layer[neighbour] if 0 <= neighbour < len(layer) else node
    if arrow == "down":
        below = [target for target in chart.leads[node] if chart.order.index(target) > at]
        return min(below, key=chart.order.index) if below else chart.order[min(at + 1, len(chart.order) - 1)]
    above = [source for source in chart.order[:at] if node in chart.leads[source]]
    return above[-1] if above else chart.order[max(at - 1, 0)]
