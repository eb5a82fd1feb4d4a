"""What can still come after each option of a fork?

Futures: of every option the endings that can still be reached over all situations in which it is open, what it sets and
where it leads; options of a road whose futures are the same.

Endings are bits of one whole number for each state, carried back along the ways until nothing changes: a state can
still come to what any of those can that it leads to.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from wayout.state_space.search import PROGRESS_INTERVAL, StateSpace, StateSpaceFault


class OptionFutures(Struct, frozen=True, kw_only=True):
    """Of one option: in how many situations it is open, and in how many it is found shut; what can come after it.

    `endings` are the scenes of the endings that are still reachable, `fewest` and `most` how many of them in one
    situation; `sets` is what it makes of the situation, `leads` where it goes.
    """

    choice: str
    open: int
    shut: int
    endings: tuple[str, ...]
    fewest: int
    most: int
    sets: Mapping[str, str]
    leads: tuple[str, ...]


class ForkFutures(Struct, frozen=True, kw_only=True):
    """Of one fork: in how many situations it is met, how few options are open then; its options; those alike."""

    scene: str
    situations: int
    fewest_open: int
    options: tuple[OptionFutures, ...]
    same: tuple[tuple[str, str], ...]


class Futures(Struct, frozen=True, kw_only=True):
    """Of a story: its endings, its forks, and whether all states were searched: else more may come than is said."""

    endings: tuple[str, ...]
    forks: tuple[ForkFutures, ...]
    is_whole: bool


def futures(explored: StateSpace, tick: Callable[[int], object] | None = None) -> Futures:
    """The futures of every option of a story that was searched through, as far as it was."""
    tables, known = explored.tables, explored.known
    story = tables.story
    endings = tuple(name for name, scene in story.scenes.items() if scene.ending is not None)
    ahead = _ahead(explored, {name: 1 << at for at, name in enumerate(endings)})
    met: dict[str, _Met] = {name: _Met() for name, scene in story.scenes.items() if scene.choices}
    for count, (state, (edges, targets)) in enumerate(known.items(), 1):
        scene = tables.scene(state)
        if scene in met:
            after = {
                choice: target
                for edge, target in zip(edges, targets, strict=True)
                if (choice := tables.ways[edge].choice) is not None
            }
            met[scene].add(after, tables.offered(state), ahead)
        if tick is not None and not count % PROGRESS_INTERVAL:
            tick(count)
    return Futures(
        endings=endings,
        forks=tuple(_fork(explored, name, one, endings) for name, one in met.items() if one.situations),
        is_whole=explored.is_whole,
    )


def same_futures(explored: StateSpace, found: Futures) -> Iterator[StateSpaceFault]:
    """Of a road that was searched through as a whole, two options of a fork after which everything is the same."""
    for fork in found.forks if found.is_whole else ():
        for first, other in fork.same:
            yield StateSpaceFault(
                code="same-futures",
                path=("scenes", fork.scene, "choices", other),
                says=f"Whenever '{first}' and '{other}' are open, they lead to one scene in one situation.",
                hint="Let what they set, or where they lead, tell them apart; or make one option of them.",
                trail=explored.trail(_both_open(explored, fork.scene, first, other)),
            )


def _both_open(explored: StateSpace, scene: str, first: str, other: str) -> int:
    """The state that is come to first in which two options of a fork are open."""
    edges = {explored.tables.edges[scene, first], explored.tables.edges[scene, other]}
    return next(state for state, (open_edges, _) in explored.known.items() if edges <= set(open_edges))


class _Met:
    """What is counted of a fork over all situations in which it is met."""

    def __init__(self) -> None:
        self.situations = 0
        self.fewest_open = -1
        self.open: dict[str, int] = {}
        self.offered: dict[str, int] = {}
        self.endings: dict[str, int] = {}
        self.counts: dict[str, tuple[int, int]] = {}
        self.differing: set[tuple[str, str]] = set()
        self.alike: set[tuple[str, str]] = set()

    def add(self, after: Mapping[str, int], offered: tuple[str, ...], ahead: Mapping[int, int]) -> None:
        """Count one situation: where each open option leads, and which options are offered."""
        self.situations += 1
        self.fewest_open = len(after) if self.fewest_open < 0 else min(self.fewest_open, len(after))
        for choice in offered:
            self.offered[choice] = self.offered.get(choice, 0) + 1
        for choice, target in after.items():
            mask = ahead.get(target, 0)
            count = mask.bit_count()
            fewest, most = self.counts.get(choice, (count, count))
            self.counts[choice] = (min(fewest, count), max(most, count))
            self.open[choice] = self.open.get(choice, 0) + 1
            self.endings[choice] = self.endings.get(choice, 0) | mask
        for (one, target), (other, its) in combinations(after.items(), 2):
            (self.alike if target == its else self.differing).add((one, other))


def _ahead(explored: StateSpace, bits: Mapping[str, int]) -> dict[int, int]:
    """For each state the endings that can still be reached from it, as bits."""
    tables = explored.tables
    comes_from: dict[int, list[int]] = {}
    for state, (_, targets) in explored.known.items():
        for target in targets:
            comes_from.setdefault(target, []).append(state)
    ahead = {state: bits[tables.scene(state)] for state in explored.parents if tables.is_ending(state)}
    waiting = list(ahead)
    while waiting:
        state = waiting.pop()
        mask = ahead[state]
        for source in comes_from.get(state, ()):
            before = ahead.get(source, 0)
            if before | mask != before:
                ahead[source] = before | mask
                waiting.append(source)
    return ahead


def _fork(explored: StateSpace, name: str, met: _Met, endings: tuple[str, ...]) -> ForkFutures:
    tables = explored.tables
    choices = tables.story.scenes[name].choices

    def leads_on(choice: str) -> bool:
        return tables.ways[tables.edges[name, choice]].kind == "choice"

    return ForkFutures(
        scene=name,
        situations=met.situations,
        fewest_open=max(0, met.fewest_open),
        options=tuple(
            OptionFutures(
                choice=key,
                open=met.open.get(key, 0),
                shut=met.offered.get(key, 0) - met.open.get(key, 0),
                endings=tuple(one for at, one in enumerate(endings) if met.endings.get(key, 0) >> at & 1),
                fewest=met.counts.get(key, (0, 0))[0],
                most=met.counts.get(key, (0, 0))[1],
                sets=choice.effects,
                leads=choice.targets,
            )
            for key, choice in choices.items()
        ),
        same=tuple(
            pair for pair in sorted(met.alike - met.differing)
            if tables.story.person is None and all(map(leads_on, pair))
        ),
    )  # fmt: skip
