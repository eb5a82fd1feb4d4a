"""In which layer does each node stand, and where in it?

Layered graph layout (Sugiyama): longest path, barycentre sweeps, edge routing, box-drawing characters.

Layers by the longest path, never more abreast than asked for (after Coffman and Graham 1972); the order in a layer by
barycentres (Sugiyama, Tagawa and Toda 1981). An edge that closes a circle is turned back and bears a tag.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
GLYPHS = {
    UP | DOWN: "│", LEFT | RIGHT: "─", UP | RIGHT: "╰", UP | LEFT: "╯", DOWN | RIGHT: "╭", DOWN | LEFT: "╮",
    UP | DOWN | RIGHT: "├", UP | DOWN | LEFT: "┤", LEFT | RIGHT | DOWN: "┬", LEFT | RIGHT | UP: "┴",
    UP | DOWN | LEFT | RIGHT: "┼",
}  # fmt: skip
COLUMN_PITCH = 2
"""Cells from one column to the next."""
Ends = tuple[int, int]
"""The column from which a line comes down, and the one to which it goes."""


class Net(Struct, frozen=True):
    """Lines that meet: the columns from which they come, and to which they go."""

    sources: tuple[int, ...]
    targets: tuple[int, ...]

    @property
    def columns(self) -> frozenset[int]:
        """Every column that it touches."""
        return frozenset(self.sources + self.targets)

    @property
    def is_straight(self) -> bool:
        """Whether it goes straight down and needs no row of its own."""
        return len(self.columns) == 1


Stage = tuple[tuple[Net, int], ...]
"""Nets, each with the row in which it runs sideways."""


@lru_cache(maxsize=1024)
def routed(ends: tuple[Ends, ...], columns: int) -> tuple[tuple[str, ...], tuple[Ends, ...]]:
    """The rows of cells between two layers, in so many columns, and the edges for which there was no way."""
    passing, dropped = sorted(set(ends)), list[Ends]()
    while (stages := _stages(passing, columns)) is None:
        worst = max(passing, key=lambda pair: (abs(pair[0] - pair[1]), pair))
        passing.remove(worst)
        dropped.append(worst)
    return tuple(row for stage in stages for row in _stage_rows(stage, columns)), tuple(dropped)


def _stages(ends: Sequence[Ends], columns: int) -> list[Stage] | None:
    """One stage where that tells the truth, or two; None if there is no room for them."""
    parts = list(_rail_parts(ends))
    whole = [Net(tuple(sorted({a for a, _ in part})), tuple(sorted({b for _, b in part}))) for part in parts]
    complete = [len(part) == len(net.sources) * len(net.targets) for part, net in zip(parts, whole, strict=True)]
    if all(complete) and (stage := _tracked(whole)) is not None:
        return [stage]
    lanes: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for part, net, is_complete in zip(parts, whole, complete, strict=True):
        lanes += [(net.sources, net.targets)] if is_complete else [((a,), (b,)) for a, b in part]
    lanes.sort()
    for first in range(columns - len(lanes) + 1):
        upper = _tracked(_nets([(sources, first + at) for at, (sources, _) in enumerate(lanes)], up=True))
        lower = _tracked(_nets([(targets, first + at) for at, (_, targets) in enumerate(lanes)], up=False))
        if upper is not None and lower is not None:
            return [upper, lower]
    return None


def _nets(lanes: Iterable[tuple[tuple[int, ...], int]], *, up: bool) -> list[Net]:
    """The lanes between two stages, joined where they come from, or go to, the same columns."""
    joined: dict[tuple[int, ...], list[int]] = {}
    for ends, lane in lanes:
        joined.setdefault(ends, []).append(lane)
    return [Net(ends, tuple(own)) if up else Net(tuple(own), ends) for ends, own in joined.items()]


def _rail_parts(ends: Iterable[Ends]) -> Iterator[list[Ends]]:
    """Edges grouped with all that share an end with them."""
    groups: list[list[Ends]] = []
    for pair in ends:
        touching = [group for group in groups if any(pair[0] == a or pair[1] == b for a, b in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([pair, *(each for group in touching for each in group)])
    yield from sorted(sorted(group) for group in groups)


def _tracked(nets: Sequence[Net]) -> Stage | None:
    """A row for each net; None where each would have to run above the other.

    In a column that one net leaves and another one enters, the first has to turn off above the second.
    """
    entering = {column: net for net in nets for column in net.targets}
    later = {net: [entering[column] for column in net.sources if entering.get(column, net) != net] for net in nets}
    earliest = dict.fromkeys(nets, 0)
    waiting_for = {net: sum(other.count(net) for other in later.values()) for net in nets}
    ready = [net for net in nets if not waiting_for[net]]
    rows: list[set[int]] = []
    tracked: list[tuple[Net, int]] = []
    while ready:
        net = ready.pop(0)
        span = set(range(min(net.columns), max(net.columns) + 1))
        at = earliest[net]
        if not net.is_straight:
            while at < len(rows) and rows[at] & span:
                at += 1
            rows += [set() for _ in range(at + 1 - len(rows))]
            rows[at] |= span
        tracked.append((net, at))
        for other in later[net]:
            earliest[other] = max(earliest[other], at + 1)
            waiting_for[other] -= 1
            if not waiting_for[other]:
                ready.append(other)
    return tuple(tracked) if len(tracked) == len(nets) else None


def _stage_rows(stage: Stage, columns: int) -> Iterator[str]:
    """The rows of one stage; at least one, since nodes that touch would not tell whether they belong together."""
    height = max((row + 1 for net, row in stage if not net.is_straight), default=1)
    for row in range(height):
        across = [0] * (columns * COLUMN_PITCH)
        down = [0] * (columns * COLUMN_PITCH)
        for net, own in stage:
            at = None if net.is_straight else own
            for column in net.sources:
                down[column * COLUMN_PITCH] |= UP | DOWN if at is None or row < at else UP if row == at else 0
            for column in net.targets:
                down[column * COLUMN_PITCH] |= UP | DOWN if at is None or row > at else DOWN if row == at else 0
            if row == at:
                first, last = min(net.columns) * COLUMN_PITCH, max(net.columns) * COLUMN_PITCH
                for cell in range(first, last + 1):
                    across[cell] = (LEFT if cell > first else 0) | (RIGHT if cell < last else 0)
        own_columns = {column * COLUMN_PITCH for net, own in stage if own == row and not net.is_straight
                       for column in net.columns}  # fmt: skip
        yield "".join(
            " " if not sides else GLYPHS[UP | DOWN if passed and cell not in own_columns else sides]
            for cell, sides in enumerate(a | d for a, d in zip(across, down, strict=True))
            for passed in (down[cell] == UP | DOWN,)
        )


Pair = tuple[str, str]
"""An edge: the id of the node that it leaves, and of the one that it leads to."""


class Node(Struct, frozen=True, kw_only=True):
    """One node: the mark at which lines begin and end (one cell), what stands beside it, and tags of the caller's own.

    `name` is what a tag calls it that leads to it from afar, beside its number; it may be empty. `below` are texts that
    stand under the label, each beginning a row of its own.
    """

    id: str
    mark: str
    label: str
    name: str = ""
    tags: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class ChartRow(Struct, frozen=True):
    """One row of cells: the rails, in which a mark may stand (`mark_at`, else -1); then a label, then tags."""

    rails: str
    mark_at: int = -1
    node: str | None = None
    label: str = ""
    tags: str = ""

    @property
    def text(self) -> str:
        """The row as it is written, without trailing blanks."""
        return f"{self.rails}{self.label}{self.tags}".rstrip()


class Chart(Struct, frozen=True):
    """A drawing, and what is needed to walk in it.

    `order` is the nodes as they are read and numbered, from 1; `layers` those abreast; `leads` where each leads.
    """

    rows: tuple[ChartRow, ...]
    order: tuple[str, ...]
    layers: tuple[tuple[str, ...], ...]
    leads: Mapping[str, tuple[str, ...]]

    @property
    def text(self) -> str:
        """All rows."""
        return "\n".join(row.text for row in self.rows)

    def number(self, node: str) -> int:
        """The number that a node bears."""
        return self.order.index(node) + 1


ORDERING_SWEEPS = 4
Ranks = list[list[str]]


class LayeredGraph(Struct, frozen=True):
    """The layers of one connected part; edges between neighbouring layers, further down, and back up."""

    layers: Ranks
    near: tuple[Pair, ...]
    far: tuple[Pair, ...]
    back: tuple[Pair, ...]


def plans(nodes: Sequence[str], edges: Sequence[Pair], abreast: int) -> list[LayeredGraph]:
    """A plan for each connected part, the part of the first node first."""
    known = set(nodes)
    known_edges = [pair for pair in dict.fromkeys(edges) if known.issuperset(pair)]
    return [_plan(part, own, abreast) for part, own in _parts(nodes, known_edges)]


def _parts(nodes: Sequence[str], edges: Sequence[Pair]) -> list[tuple[list[str], list[Pair]]]:
    """The nodes and the edges of each connected part, in their order."""
    neighbours: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in edges:
        neighbours[source].append(target)
        neighbours[target].append(source)
    part_of: dict[str, int] = {}
    for number, first in enumerate(nodes):
        waiting = [first] if first not in part_of else []
        while waiting:
            node = waiting.pop()
            if node not in part_of:
                part_of[node] = number
                waiting += neighbours[node]
    parts: dict[int, tuple[list[str], list[Pair]]] = {part: ([], []) for part in part_of.values()}
    for node in nodes:
        parts[part_of[node]][0].append(node)
    for pair in edges:
        parts[part_of[pair[0]]][1].append(pair)
    return [parts[part] for part in sorted(parts)]


def _plan(nodes: Sequence[str], edges: Sequence[Pair], abreast: int) -> LayeredGraph:
    leads: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in edges:
        leads[source].append(target)
    done, back = _searched(nodes, leads)
    layer = _layered(done[::-1], [pair for pair in edges if pair not in back], abreast)
    ranks: Ranks = [[] for _ in range(max(layer.values()) + 1)]
    for node in nodes:
        ranks[layer[node]].append(node)
    on = [pair for pair in edges if pair not in back]
    near = tuple(pair for pair in on if layer[pair[1]] - layer[pair[0]] == 1)
    far = tuple(pair for pair in on if layer[pair[1]] - layer[pair[0]] > 1)
    return LayeredGraph(_ordered(ranks, near), near, far, tuple(pair for pair in edges if pair in back))


def _searched(nodes: Sequence[str], leads: Mapping[str, Sequence[str]]) -> tuple[list[str], set[Pair]]:
    """Depth first: the nodes as they were done with, and the edges that lead back to a node not done with."""
    open_, done, back = set[str](), dict[str, None](), set[Pair]()
    for first in nodes:
        path = [(first, iter(leads[first]))] if first not in done else []
        open_.update(node for node, _ in path)
        while path:
            node, targets = path[-1]
            for target in targets:
                if target in open_:
                    back.add((node, target))
                elif target not in done:
                    open_.add(target)
                    path.append((target, iter(leads[target])))
                    break
            else:
                path.pop()
                open_.discard(node)
                done[node] = None
    return list(done), back


def _layered(topological: Sequence[str], edges: Sequence[Pair], abreast: int) -> dict[str, int]:
    """For each node the first layer below all that lead to it in which there is room."""
    before: dict[str, list[str]] = {}
    for source, target in edges:
        before.setdefault(target, []).append(source)
    layer: dict[str, int] = {}
    filled: dict[int, int] = {}
    for node in topological:
        at = max((layer[source] + 1 for source in before.get(node, ())), default=0)
        while filled.get(at, 0) >= abreast:
            at += 1
        layer[node] = at
        filled[at] = filled.get(at, 0) + 1
    return layer


def _ordered(ranks: Ranks, near: Sequence[Pair]) -> Ranks:
    """The order with the fewest crossings that a few sweeps down and up come to."""
    above: dict[str, list[str]] = {}
    below: dict[str, list[str]] = {}
    for source, target in near:
        above.setdefault(target, []).append(source)
        below.setdefault(source, []).append(target)
    best, least = ranks, _crossings(ranks, below)
    for sweep in range(ORDERING_SWEEPS):
        if not least:
            break
        ranks, neighbours = [list(rank) for rank in ranks], below if sweep % 2 else above
        indices = range(len(ranks) - 2, -1, -1) if sweep % 2 else range(1, len(ranks))
        for index in indices:
            place = {node: at for at, node in enumerate(ranks[index + (1 if sweep % 2 else -1)])}
            own = {node: float(at) for at, node in enumerate(ranks[index])}
            for node in ranks[index]:
                if others := neighbours.get(node):
                    own[node] = sum(place[other] for other in others) / len(others)
            ranks[index].sort(key=own.__getitem__)
        if (count := _crossings(ranks, below)) < least:
            best, least = ranks, count
    return best


def _crossings(ranks: Ranks, below: Mapping[str, Sequence[str]]) -> int:
    count = 0
    for upper, lower in pairwise(ranks):
        place = {node: at for at, node in enumerate(lower)}
        ends = [(at, place[target]) for at, node in enumerate(upper) for target in below.get(node, ())]
        count += sum(1 for i, (a, x) in enumerate(ends) for b, y in ends[i + 1 :] if (a < b and x > y))
    return count
