"""How do lines run between two neighbouring layers, so that each can be followed by the eye?

Lines that meet all belong together: whoever comes down into a meeting may leave it by any way down. Where that would
tell of an edge that is none, the lines part in one stage and meet in a second. A line that only passes another one is
interrupted by it (`─│─`).
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
GLYPHS = {
    UP | DOWN: "│", LEFT | RIGHT: "─", UP | RIGHT: "╰", UP | LEFT: "╯", DOWN | RIGHT: "╭", DOWN | LEFT: "╮",
    UP | DOWN | RIGHT: "├", UP | DOWN | LEFT: "┤", LEFT | RIGHT | DOWN: "┬", LEFT | RIGHT | UP: "┴",
    UP | DOWN | LEFT | RIGHT: "┼",
}  # fmt: skip
PITCH = 2
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
    kept, dropped = sorted(set(ends)), list[Ends]()
    while (stages := _stages(kept, columns)) is None:
        worst = max(kept, key=lambda pair: (abs(pair[0] - pair[1]), pair))
        kept.remove(worst)
        dropped.append(worst)
    return tuple(row for stage in stages for row in _drawn(stage, columns)), tuple(dropped)


def _stages(ends: Sequence[Ends], columns: int) -> list[Stage] | None:
    """One stage where that tells the truth, or two; None if there is no room for them."""
    parts = list(_parts(ends))
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


def _parts(ends: Iterable[Ends]) -> Iterator[list[Ends]]:
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
    found: list[tuple[Net, int]] = []
    while ready:
        net = ready.pop(0)
        span = set(range(min(net.columns), max(net.columns) + 1))
        at = earliest[net]
        if not net.is_straight:
            while at < len(rows) and rows[at] & span:
                at += 1
            rows += [set() for _ in range(at + 1 - len(rows))]
            rows[at] |= span
        found.append((net, at))
        for other in later[net]:
            earliest[other] = max(earliest[other], at + 1)
            waiting_for[other] -= 1
            if not waiting_for[other]:
                ready.append(other)
    return tuple(found) if len(found) == len(nets) else None


def _drawn(stage: Stage, columns: int) -> Iterator[str]:
    """The rows of one stage; at least one, since nodes that touch would not tell whether they belong together."""
    height = max((row + 1 for net, row in stage if not net.is_straight), default=1)
    for row in range(height):
        across = [0] * (columns * PITCH)
        down = [0] * (columns * PITCH)
        for net, own in stage:
            at = None if net.is_straight else own
            for column in net.sources:
                down[column * PITCH] |= UP | DOWN if at is None or row < at else UP if row == at else 0
            for column in net.targets:
                down[column * PITCH] |= UP | DOWN if at is None or row > at else DOWN if row == at else 0
            if row == at:
                first, last = min(net.columns) * PITCH, max(net.columns) * PITCH
                for cell in range(first, last + 1):
                    across[cell] = (LEFT if cell > first else 0) | (RIGHT if cell < last else 0)
        own_columns = {column * PITCH for net, own in stage if own == row and not net.is_straight
                       for column in net.columns}  # fmt: skip
        yield "".join(
            " " if not sides else GLYPHS[UP | DOWN if passed and cell not in own_columns else sides]
            for cell, sides in enumerate(a | d for a, d in zip(across, down, strict=True))
            for passed in (down[cell] == UP | DOWN,)
        )
