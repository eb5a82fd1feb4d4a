"""What do seeded random plays of a story meet, and how long are the ways through it?

Monte Carlo plays from a seed: batch size, the least-used choice first, cached states, and findings on what was not
met. Path lengths: the shortest, longest and average path, in minutes and pages.

A walk leads from the start to an ending, and takes no way that comes back to a state that it comes from: nothing is
read twice, neither an option that leads back nor another record. Every walk counts once.
"""

from collections.abc import Callable
from random import Random

from msgspec import Struct

from wayout.model.text import WORDS_A_MINUTE
from wayout.play.state import Trail
from wayout.state_space.compiled_story import CompiledStory, Ways
from wayout.state_space.search import StateSpace, StateSpaceFault, called, steps, stuck_in

PLAYS_PER_BATCH = 1_000
"""How many plays make one batch: each has a seed and counts of its own, so batches can be played beside each other."""
MAX_CACHED_STATES = 500_000
"""States whose open ways are cached while playing."""


class SampleCounts(Struct, kw_only=True):
    """How often each scene and each way was come to, by number; and how long the plays were that came to an ending.

    `stuck` holds, for each scene in which a play stood without a way on, the edges of the shortest play that did;
    `endless` counts the plays that were broken off.
    """

    scenes: list[int]
    edges: list[int]
    plays: int = 0
    ended: int = 0
    endless: int = 0
    pages: int = 0
    fewest: int = 0
    most: int = 0
    stuck: dict[str, tuple[int, ...]] = {}

    def add(self, other: "SampleCounts") -> None:
        """Count those of another batch too."""
        self.fewest = min(filter(None, (self.fewest, other.fewest)), default=0)
        self.most = max(self.most, other.most)
        self.scenes = [a + b for a, b in zip(self.scenes, other.scenes, strict=True)]
        self.edges = [a + b for a, b in zip(self.edges, other.edges, strict=True)]
        self.plays += other.plays
        self.ended += other.ended
        self.endless += other.endless
        self.pages += other.pages
        for scene, made in other.stuck.items():
            self.stuck[scene] = min(self.stuck.get(scene, made), made, key=len)


def play(
    tables: CompiledStory, known: dict[int, Ways], plays: int, seed: str, *, uniform: bool = False, longest: int = 0
) -> SampleCounts:
    """Play so many times from the start, by `uniform` with every open choice alike, else with the least used first.

    `known` are ways that are reckoned already; a play is broken off after `longest` pages.
    """
    seen = SampleCounts(scenes=[0] * len(tables.scenes), edges=[0] * len(tables.ways), plays=plays)
    longest = longest or 100 + 10 * len(tables.ways)
    random = Random(seed).random  # noqa: S311 (a play needs no secret)
    pick = _any if uniform else _least_used
    scenes, counts, low = seen.scenes, seen.edges, tables.low
    for _ in range(plays):
        state = tables.start
        made: list[int] = []
        while True:
            ways = known.get(state)
            if ways is None:
                ways = tables.open_ways(state)
                if len(known) < MAX_CACHED_STATES:
                    known[state] = ways
            scenes[state & low] += 1
            edges = ways[0]
            if not edges or len(made) == longest:
                break
            at = 0 if len(edges) == 1 else pick(edges, counts, random)
            edge = edges[at]
            counts[edge] += 1
            made.append(edge)
            state = ways[1][at]
        _note(seen, tables, state, made, is_endless=bool(edges))
    return seen


def faults(explored: StateSpace, seen: SampleCounts) -> list[StateSpaceFault]:
    """Where the plays stood without a way on, in scenes where the search met none."""
    tables = explored.tables
    unmet = []
    for scene, made in seen.stuck.items():
        trail = Trail(story=explored.name, scene=tables.story.start,
                      steps=tuple(steps(explored.name, tables, made)))  # fmt: skip
        unmet.append(stuck_in(scene, trail))
    return unmet


def not_met(explored: StateSpace, seen: SampleCounts) -> list[StateSpaceFault]:
    """What neither search nor plays came to."""
    tables = explored.tables
    scenes = {tables.number(state) for state in explored.known} | {at for at, n in enumerate(seen.scenes) if n}
    edges = {edge for ways in explored.known.values() for edge in ways[0]} | {
        at for at, n in enumerate(seen.edges) if n
    }
    unmet: list[StateSpaceFault] = []
    for number, name in enumerate(tables.scenes):
        scene = tables.story.scenes[name]
        if number not in scenes:
            unmet.append(_unmet(("scenes", name), called(tables.story, name)))
        else:
            missed = (key for key in scene.choices if tables.edges[name, key] not in edges)
            unmet += [_unmet(("scenes", name, "choices", key), f"the choice '{key}'") for key in missed]
    return unmet


def _unmet(path: tuple[str, ...], what: str) -> StateSpaceFault:
    hint = "There are too many states to search through all of them: more --plays, or a higher --cap, may find a way."
    return StateSpaceFault(code="not-met", path=path, says=f"Neither search nor plays came to {what}.", hint=hint)


def _note(seen: SampleCounts, tables: CompiledStory, state: int, made: list[int], *, is_endless: bool) -> None:
    """How a play ended."""
    scene = tables.scene(state)
    if is_endless:
        seen.endless += 1
    elif tables.story.scenes[scene].ending is None:
        seen.stuck[scene] = min(seen.stuck.get(scene, tuple(made)), tuple(made), key=len)
    else:
        pages = 1 + len(made)
        seen.ended += 1
        seen.pages += pages
        seen.most = max(seen.most, pages)
        seen.fewest = min(seen.fewest or pages, pages)


def _any(edges: tuple[int, ...], counts: list[int], random: Callable[[], float]) -> int:
    """The place of one of the edges, each as likely."""
    del counts
    return int(random() * len(edges))


def _least_used(edges: tuple[int, ...], counts: list[int], random: Callable[[], float]) -> int:
    """The place of one of those edges that were taken least."""
    used = [counts[edge] for edge in edges]
    least = min(used)
    if used.count(least) == 1:
        return used.index(least)
    places = [at for at, count in enumerate(used) if count == least]
    return places[int(random() * len(places))]


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
