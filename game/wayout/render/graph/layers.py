"""In which layer does each node stand, and where in it?

Layers by the longest path, never more abreast than asked for (after Coffman and Graham 1972); the order in a layer by
barycentres (Sugiyama, Tagawa and Toda 1981). An edge that closes a circle is turned back and bears a tag.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from wayout.render.graph.chart import Pair

SWEEPS = 4
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
    kept = [pair for pair in dict.fromkeys(edges) if known.issuperset(pair)]
    return [_plan(part, own, abreast) for part, own in _parts(nodes, kept)]


def _parts(nodes: Sequence[str], edges: Sequence[Pair]) -> list[tuple[list[str], list[Pair]]]:
    """The nodes and the edges of each connected part, in their order."""
    beside: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in edges:
        beside[source].append(target)
        beside[target].append(source)
    part_of: dict[str, int] = {}
    for number, first in enumerate(nodes):
        waiting = [first] if first not in part_of else []
        while waiting:
            node = waiting.pop()
            if node not in part_of:
                part_of[node] = number
                waiting += beside[node]
    found: dict[int, tuple[list[str], list[Pair]]] = {part: ([], []) for part in part_of.values()}
    for node in nodes:
        found[part_of[node]][0].append(node)
    for pair in edges:
        found[part_of[pair[0]]][1].append(pair)
    return [found[part] for part in sorted(found)]


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
    for sweep in range(SWEEPS):
        if not least:
            break
        ranks, beside = [list(rank) for rank in ranks], below if sweep % 2 else above
        indices = range(len(ranks) - 2, -1, -1) if sweep % 2 else range(1, len(ranks))
        for index in indices:
            place = {node: at for at, node in enumerate(ranks[index + (1 if sweep % 2 else -1)])}
            own = {node: float(at) for at, node in enumerate(ranks[index])}
            for node in ranks[index]:
                if others := beside.get(node):
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
