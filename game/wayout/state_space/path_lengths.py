"""How long are the ways through a story: the shortest, the longest, and on the average of all of them?

Shortest, longest and average path through a story, in minutes and pages.

A walk leads from the start to an ending, and takes no way that comes back to a state that it comes from: nothing is
read twice, neither an option that leads back nor another record. Every walk counts once.
"""

from msgspec import Struct

from wayout.model.text import WORDS_A_MINUTE
from wayout.state_space.search import StateSpace


class Lengths(Struct, frozen=True):
    """Least, mean and most."""

    least: int
    mean: float
    most: int

    @property
    def minutes(self) -> tuple[float, float, float]:
        """Of a length in words: how long it takes to read."""
        return (self.least / WORDS_A_MINUTE, self.mean / WORDS_A_MINUTE, self.most / WORDS_A_MINUTE)


class PathLengths(Struct, frozen=True):
    """How many walks there are, and their lengths in scenes and in words."""

    count: int
    scenes: Lengths
    words: Lengths


class _Sum(Struct, frozen=True):
    """Of all walks from a state: how many, and the least, the sum and the most of their lengths."""

    count: int
    least: int
    total: int
    most: int


def path_lengths(explored: StateSpace) -> PathLengths | None:
    """The walks of a story that was searched through; None if none leads to an ending."""
    tables = explored.tables
    order = _done_with(explored)
    in_words: dict[int, _Sum] = {}
    in_scenes: dict[int, _Sum] = {}
    for state, ways in order:
        own = tables.words(state)
        if tables.is_ending(state):
            in_words[state], in_scenes[state] = _Sum(1, own, own, own), _Sum(1, 1, 1, 1)
            continue
        onward = [(edge, target) for edge, target in ways if target in in_words]
        if onward:
            in_words[state] = _sum_of_onward(
                [(in_words[target], own + tables.ways[edge].words) for edge, target in onward]
            )
            in_scenes[state] = _sum_of_onward([(in_scenes[target], 1) for _, target in onward])
    if tables.start not in in_words:
        return None
    words, scenes = in_words[tables.start], in_scenes[tables.start]
    return PathLengths(words.count, _lengths(scenes), _lengths(words))


def _lengths(sums: _Sum) -> Lengths:
    return Lengths(sums.least, sums.total / sums.count, sums.most)


def _sum_of_onward(onward: list[tuple[_Sum, int]]) -> _Sum:
    """The walks on from a state: those of each that it leads to, each longer by what lies between."""
    return _Sum(
        sum(part.count for part, _ in onward),
        min(part.least + more for part, more in onward),
        sum(part.total + more * part.count for part, more in onward),
        max(part.most + more for part, more in onward),
    )


def _done_with(explored: StateSpace) -> list[tuple[int, list[tuple[int, int]]]]:
    """Depth first from the start: the states as they were done with, each with the ways that close no circle."""
    known, is_step = explored.known, [way.kind == "step" for way in explored.tables.ways]
    start = explored.tables.start
    is_open, done = {start}, dict[int, list[tuple[int, int]]]()
    path = [(start, list[tuple[int, int]](), iter(zip(*known[start], strict=True)))]
    while path:
        state, ways, rest = path[-1]
        for edge, target in rest:
            if target in is_open or is_step[edge]:
                continue
            ways.append((edge, target))
            if target not in done:
                is_open.add(target)
                path.append((target, [], iter(zip(*known[target], strict=True))))
                break
        else:
            path.pop()
            is_open.discard(state)
            done[state] = ways
    return list(done.items())
