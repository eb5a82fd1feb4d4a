"""Which states can a reader come to in a story, and what is wrong among them?

Exhaustive breadth-first search (model checking): progress interval, unreachable scenes, traps, dead ends, shortest
path to a state.

The search is breadth first and ends when nothing new is found: then everything said of the story holds of every
reader. It stops at a cap; then only what was met is known. Each story is searched by itself: a step into another
record comes back to its fork unchanged (see compiled_story.py), and what a reader meets inside is that record,
entered at a state that is searched through there.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set

from msgspec import Struct

from wayout.model import graph
from wayout.model.checks.choices import MAX_OPTIONS
from wayout.model.checks.reach import roots
from wayout.model.graph import Entry, PathEntry, edges, opening, reachable, recorded_path
from wayout.model.library import Library
from wayout.model.story import Story
from wayout.model.yaml.spans import DataPath
from wayout.play.moves import GO_ON, Choose, Enter
from wayout.play.state import Step, Trail
from wayout.play.step import led_to
from wayout.state_space import DEFAULT_CAP
from wayout.state_space.compiled_story import CompiledStory, Ways

PROGRESS_INTERVAL = 4096
"""States between two signs of progress."""

Tick = Callable[[int], object]
"""Told from time to time how many states are known."""
Parents = dict[int, tuple[int, int] | None]
"""For each state the one that it was first come to from, and by which edge; None for a beginning."""


class StateSpaceFault(Struct, frozen=True, kw_only=True):
    """Something wrong: its code, its place, a sentence, a hint, what comes of it, and a shortest way there."""

    code: str
    path: DataPath
    says: str
    hint: str
    notes: tuple[tuple[DataPath, str], ...] = ()
    trail: Trail | None = None


class StateSpace(Struct, frozen=True, kw_only=True):
    """All states that were met, where each of them leads, and whether these are all that there are."""

    name: str
    tables: CompiledStory
    known: dict[int, Ways]
    parents: Parents
    entered: Mapping[int, Entry]
    """States in which other stories enter this one and no play from its start comes to; each with how it is entered."""
    is_whole: bool

    def trail(self, state: int) -> Trail:
        """A shortest way to a state in a reader's steps, from a record that brings its situation along if one does."""
        first, made = shortest_path(self.parents, state)
        entry = self.entered.get(first)
        onward = tuple(steps(self.name, self.tables, made))
        if entry is None or entry.source is None:
            return Trail(story=self.name, scene=entry.scene if entry else self.tables.story.start, steps=onward)
        record, scene, choice = entry.source
        into = (Step(record, scene, Choose(choice)), Step(record, scene, Enter(self.name, entry.scene)))
        return Trail(story=record, scene=scene, steps=(*into, *onward))


def explore(
    name: str, tables: CompiledStory, entries: Iterable[Entry] = (), *, cap: int = DEFAULT_CAP, tick: Tick | None = None
) -> StateSpace:
    """Search through a story from its start, then from the scenes at which other stories enter it."""
    known: dict[int, Ways] = {}
    parents: Parents = {tables.start: None}
    is_whole = _search(tables, known, parents, [tables.start], cap, tick)
    entered: dict[int, Entry] = {}
    for entry in entries:
        held = entry.holds
        state = tables.pack(entry.scene, held.situation, held.seen, held.chose)
        if state not in parents:
            entered[state] = entry
            parents[state] = None
            is_whole &= _search(tables, known, parents, [state], cap, tick)
    return StateSpace(name=name, tables=tables, known=known, parents=parents, entered=entered, is_whole=is_whole)


def entries(library: Library, stories: Iterable[str]) -> dict[str, list[Entry]]:
    """Where some stories are entered, by a step or from another story's ending."""
    names = tuple(stories)
    found = graph.entries({name: library.stories[name] for name in names})
    for name in names:
        for ending in (scene.ending for scene in library.stories[name].scenes.values() if scene.ending is not None):
            for record, scene_id in led_to(library, name, ending):
                if record in found:
                    found[record].append(_by_itself(record, library.stories[record], scene_id))
    return found


def _by_itself(name: str, story: Story, scene: str) -> Entry:
    """A scene as who is led there finds it: on the recorded path, or at the opening."""
    held = recorded_path(name, story).at(scene)
    return Entry(scene, held or PathEntry(opening(story), frozenset(), frozenset()))


def faults(explored: StateSpace) -> list[StateSpaceFault]:
    """What is wrong for certain: states without a way on, circles without a way out, undocumented ways.

    Of a story that was searched through as a whole, also what no play reaches.
    """
    found_faults = [*_stuck(explored), *_traps(explored), *_undocumented(explored), *_forks(explored)]
    if explored.is_whole:
        from_start = _from_start(explored)
        scenes = {explored.tables.scene(state) for state in from_start}
        open_edges = {edge for state in from_start for edge in explored.known[state][0]}
        found_faults += _unreached(explored.name, explored.tables, scenes, open_edges)
    return found_faults


def _unreached(name: str, tables: CompiledStory, reached: Set[str], open_edges: Set[int]) -> Iterator[StateSpaceFault]:
    """Choices that are never open, with what stays unreached for that; and what nothing leads to at all.

    Where no choice of a scene is ever open, that the reader stands there without one says it all.
    """
    story = tables.story
    leads_to: dict[str, list[str]] = {scene: [] for scene in story.scenes}
    for edge in edges(name, story):
        if edge.record == name:
            leads_to[edge.scene].append(edge.target)
    explained: set[str] = set()
    for scene_name in (other for other in story.scenes if other in reached):
        scene = story.scenes[scene_name]
        shut = [key for key in scene.choices if tables.edges[scene_name, key] not in open_edges]
        for key in shut:
            targets = [target for target in scene.choices[key].targets if target in leads_to]
            beyond = reachable(targets, leads_to) - reached
            explained |= beyond
            if len(shut) == len(scene.choices) and scene.next is None:
                continue
            shown = {*targets, *(other for other in beyond if story.scenes[other].ending is not None)}
            behind_it = [other for other in story.scenes if other in beyond & shown]
            notes = tuple((("scenes", other), f"so no play reaches {called(story, other)}") for other in behind_it)
            hint = "Its 'if' is never met where it stands: change it, or what is set before."
            yield StateSpaceFault(code="unreached-choice", path=("scenes", scene_name, "choices", key), notes=notes,
                        says=f"In no play is the choice '{key}' open.", hint=hint)  # fmt: skip
    for other in roots([other for other in story.scenes if other not in reached and other not in explained], leads_to):
        code = "unreached-ending" if story.scenes[other].ending is not None else "unreached-scene"
        hint = "Lead a 'to' or a 'next' to it, or delete it."
        yield StateSpaceFault(
            code=code, path=("scenes", other), says=f"No play reaches {called(story, other)}.", hint=hint
        )


def called(story: Story, scene: str) -> str:
    """A scene in the words of a finding."""
    return f"the {'ending' if story.scenes[scene].ending is not None else 'scene'} '{scene}'"


def shortest_path(parents: Parents, state: int) -> tuple[int, list[int]]:
    """Where a shortest way to a state begins, and the edges that it takes."""
    made: list[int] = []
    while (before := parents[state]) is not None:
        state, edge = before
        made.append(edge)
    return state, made[::-1]


def steps(name: str, tables: CompiledStory, made: Iterable[int]) -> Iterator[Step]:
    """The moves that a reader makes along some edges; a step into a record, which comes back, is left out."""
    for edge in made:
        way = tables.ways[edge]
        if way.kind == "step":
            continue
        if way.choice is not None:
            yield Step(name, way.scene, Choose(way.choice))
        yield Step(name, way.scene, GO_ON)


def _search(
    tables: CompiledStory, known: dict[int, Ways], parents: Parents, waiting: list[int], cap: int, tick: Tick | None
) -> bool:
    """Come to every state; whether nothing was left over at the cap."""
    open_ways = tables.open_ways
    while waiting:
        after: list[int] = []
        for state in waiting:
            if len(known) >= cap:
                return False
            ways = known[state] = open_ways(state)
            for edge, target in zip(*ways, strict=True):
                if target not in parents:
                    parents[target] = (state, edge)
                    after.append(target)
            if tick is not None and not len(known) % PROGRESS_INTERVAL:
                tick(len(known))
        waiting = after
    return True


def _from_start(explored: StateSpace) -> list[int]:
    if not explored.entered:
        return list(explored.known)
    parents: Parents = {explored.tables.start: None}
    known: dict[int, Ways] = {}
    _search(explored.tables, known, parents, [explored.tables.start], len(explored.known), None)
    return list(known)


def stuck_in(scene: str, trail: Trail) -> StateSpaceFault:
    """That a reader comes to a scene by a trail, and can do nothing there."""
    says = f"A reader can come to '{scene}' with no choice open."
    hint = "Add a choice without 'if', or let one of the conditions be met on this way."
    return StateSpaceFault(code="no-open-choice", path=("scenes", scene), says=says, hint=hint, trail=trail)


def _stuck(explored: StateSpace) -> Iterator[StateSpaceFault]:
    """Of each scene in which a reader may stand with no way on, the state that is come to first."""
    tables = explored.tables
    reported_scenes: set[str] = set()
    for state, (edges_, _) in explored.known.items():
        scene = tables.scene(state)
        if edges_ or scene in reported_scenes or tables.is_ending(state):
            continue
        reported_scenes.add(scene)
        yield stuck_in(scene, explored.trail(state))


def _forks(explored: StateSpace) -> Iterator[StateSpaceFault]:
    """Of a road, the forks that a reader can meet with one open option, or with more than there are keys for."""
    tables = explored.tables
    if tables.story.person is not None:
        return
    reported: set[tuple[str, str]] = set()
    for state, (edges_, _) in explored.known.items():
        scene = tables.scene(state)
        choices = tables.story.scenes[scene].choices
        if not choices:
            continue
        count = sum(tables.ways[edge].kind != "next" for edge in edges_)
        if count == 1 and ("lone-option", scene) not in reported:
            reported.add(("lone-option", scene))
            says = f"A reader can come to '{scene}' with one option open: that is no question."
            hint = "Let another option be open then, or lead past this fork on the way there."
            yield StateSpaceFault(code="lone-option", path=("scenes", scene), says=says, hint=hint,
                                  trail=explored.trail(state))  # fmt: skip
        offered = tables.offered(state) if len(choices) > MAX_OPTIONS else ()
        if len(offered) > MAX_OPTIONS and ("many-options", scene) not in reported:
            reported.add(("many-options", scene))
            says = f"A reader can come to '{scene}' with {len(offered)} options, and has the keys 1 to {MAX_OPTIONS}."
            yield StateSpaceFault(code="many-options", path=("scenes", scene), says=says,
                                  hint=f"Keep {MAX_OPTIONS} at most, or ask in two steps.",
                                  trail=explored.trail(state))  # fmt: skip


def _traps(explored: StateSpace) -> Iterator[StateSpaceFault]:
    """The states from which no ending can be come to, nor a scene without a way on; of a circle, one.

    Of a story without a person, a step into a record is a way out too. What was not searched may lead to an ending.
    """
    tables, known = explored.tables, explored.known
    comes_from: dict[int, list[int]] = {}
    ends: list[int] = []
    for state, (edges_, targets) in known.items():
        for target in targets:
            comes_from.setdefault(target, []).append(state)
        is_left = tables.story.person is None and any(tables.ways[edge].kind == "step" for edge in edges_)
        if not edges_ or is_left:
            ends.append(state)
    safe = {state for state in explored.parents if state not in known}
    safe.update(ends)
    waiting = list(safe)
    while waiting:
        for source in comes_from.get(waiting.pop(), ()):
            if source not in safe:
                safe.add(source)
                waiting.append(source)
    caught = {str(state): state for state in known if state not in safe}
    leads_to = {key: [str(target) for target in known[state][1]] for key, state in caught.items()}
    order = {state: at for at, state in enumerate(known)}
    reported_scenes: set[str] = set()
    for state in sorted((caught[key] for key in roots(caught, leads_to)), key=order.__getitem__):
        scene = tables.scene(state)
        if scene not in reported_scenes:
            reported_scenes.add(scene)
            says = f"From '{scene}', come to in this way, no ending can be reached."
            hint = "Lead one of the choices that are open then on to an ending."
            yield StateSpaceFault(
                code="trap", path=("scenes", scene), says=says, hint=hint, trail=explored.trail(state)
            )


def _undocumented(explored: StateSpace) -> Iterator[StateSpaceFault]:
    """Ways back onto the recorded path for a reader who did what the person did not.

    Who makes only the choices that he took walks the recorded path. Any other choice that leads on inside the story
    leaves it. If that comes back to where a choice of that path can be made, it is told as taken, with what is recorded
    of it, in a life that nobody recorded. (Choices of his in scenes off that path are for `check` to find.)
    """
    tables = explored.tables
    path = recorded_path(explored.name, tables.story)
    if tables.story.person is None or path.fault is not None:
        return
    on_path = {stop.scene: stop.choice for stop in path.stops}
    parents = _on_and_off(explored)
    comes_from: dict[int, list[int]] = {}
    waiting: list[int] = []
    joined: dict[int, tuple[int, int]] = {}
    for both in parents:
        state, is_off = divmod(both, 2)
        scene = tables.scene(state)
        edges_, targets = explored.known.get(state, ((), ()))
        for edge, target in zip(edges_, targets, strict=True):
            way, follows = tables.ways[edge], 2 * target + _is_off(tables, edge, is_off)
            if follows % 2 and tables.scene(target) in on_path and way.kind in ("choice", "next"):
                is_own = scene in on_path and way.choice == on_path[scene]
                if not is_own:
                    joined.setdefault(edge, (both, follows))
            comes_from.setdefault(follows, []).append(both)
        if is_off and scene in on_path and any(tables.ways[edge].choice == on_path[scene] for edge in edges_):
            waiting += [both] if on_path[scene] is not None else []
    told_as_his = set(waiting)
    while waiting:
        new = [both for both in comes_from.get(waiting.pop(), ()) if both % 2 and both not in told_as_his]
        told_as_his.update(new)
        waiting += new
    for edge, (both, follows) in joined.items():
        if follows in told_as_his:
            way = tables.ways[edge]
            at = (
                ("scenes", way.scene, "next")
                if way.choice is None
                else ("scenes", way.scene, "choices", way.choice, "to")
            )
            says = "A choice that the person did not make leads back here onto the recorded path."
            made = (*shortest_path(parents, both)[1], edge)
            trail = Trail(story=explored.name, scene=tables.story.start,
                          steps=tuple(steps(explored.name, tables, made)))  # fmt: skip
            hint = "Lead it 'back', or on to an ending of kind record-silent."
            yield StateSpaceFault(code="undocumented-way", path=at, says=says, hint=hint, trail=trail)


def _on_and_off(explored: StateSpace) -> Parents:
    """Every state twice, doubled, and one more for those who have left the recorded path, breadth first."""
    parents: Parents = {explored.tables.start * 2: None}
    waiting = list(parents)
    while waiting:
        after: list[int] = []
        for both in waiting:
            for edge, target in zip(*explored.known.get(both // 2, ((), ())), strict=True):
                follows = 2 * target + _is_off(explored.tables, edge, both % 2)
                if follows not in parents:
                    parents[follows] = (both, edge)
                    after.append(follows)
        waiting = after
    return parents


def _is_off(tables: CompiledStory, edge: int, was_off: int) -> int:
    """Whether a reader has left the recorded path after an edge."""
    return was_off or int(tables.ways[edge].kind == "choice" and not tables.ways[edge].is_his)
