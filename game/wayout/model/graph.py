"""What leads where: edges, reachability, and the path that the record itself takes?

A directed graph of scenes: edges, reachability, topological order, and the recorded path with its variables.
"""

from collections.abc import Iterable, Iterator, Mapping, Set

from msgspec import Struct

from wayout.model.conditions import Case, cases, choice_key, holds, pasts_named
from wayout.model.library import target_of
from wayout.model.story import BACK, Choice, Scene, Story

MAX_PASTS_NAMED = 12
"""Scenes seen and choices made that the conditions of a fork may name, to look at each combination of them."""


class Edge(Struct, frozen=True):
    """From a scene to another, by a choice or by going on; `record` is the story that the target lies in."""

    scene: str
    choice: str | None
    record: str
    target: str


class PathStop(Struct, frozen=True):
    """A scene on the recorded path: the situation on entering it, and the choice that was taken there."""

    scene: str
    situation: Mapping[str, str]
    choice: str | None


class PathEntry(Struct, frozen=True):
    """All that holds on entering a scene of the recorded path."""

    situation: Mapping[str, str]
    seen: frozenset[str]
    chose: frozenset[str]


class Entry(Struct, frozen=True):
    """A scene at which another story enters this one, what holds then, and the choice that brings it, if one does."""

    scene: str
    holds: PathEntry
    source: tuple[str, str, str] | None = None


class RecordedPath(Struct, frozen=True):
    """The scenes that a person's own record visits, in order, and why it goes no further if it fails."""

    stops: tuple[PathStop, ...]
    fault: str | None = None

    def at(self, scene: str) -> PathEntry | None:
        """What holds on entering a scene, if it lies on the path."""
        for index, stop in enumerate(self.stops):
            if stop.scene == scene:
                before = self.stops[:index]
                made = (choice_key(past.scene, past.choice) for past in before if past.choice is not None)
                return PathEntry(stop.situation, frozenset(past.scene for past in before), frozenset(made))
        return None


def edges(name: str, story: Story) -> Iterator[Edge]:
    """Every edge that leaves a scene for another one; `back` leaves nothing."""
    for scene_name, scene in story.scenes.items():
        if scene.next is not None:
            yield Edge(scene_name, None, *target_of(name, scene.next))
        for choice_name, choice in scene.choices.items():
            for target in choice.targets:
                if target != BACK:
                    yield Edge(scene_name, choice_name, *target_of(name, target))


def doors(name: str, story: Story) -> Iterator[Edge]:
    """Every step into another record from which a reader comes back: beside the way on, and no way of the story."""
    for scene_name, scene in story.scenes.items():
        for choice_name, choice in scene.choices.items():
            for target in choice.read_targets:
                yield Edge(scene_name, choice_name, *target_of(name, target))


def reachable(starts: Iterable[str], leads_to: Mapping[str, Iterable[str]]) -> set[str]:
    """All that can be reached from the starts, themselves included."""
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        for target in leads_to.get(waiting.pop(), ()):
            if target not in reached:
                reached.add(target)
                waiting.append(target)
    return reached


def left_in_order(scenes: Iterable[str], leads_to: Mapping[str, Iterable[str]]) -> list[str]:
    """The scenes in the order in which a depth-first search within them leaves them."""
    wanted = dict.fromkeys(scenes)
    left: list[str] = []
    entered: set[str] = set()
    for scene in wanted:
        if scene in entered:
            continue
        entered.add(scene)
        open_scenes = [(scene, iter(leads_to[scene]))]
        while open_scenes:
            name, onward = open_scenes[-1]
            target = next((name for name in onward if name in wanted and name not in entered), None)
            if target is None:
                left.append(name)
                open_scenes.pop()
            else:
                entered.add(target)
                open_scenes.append((target, iter(leads_to[target])))
    return left


def shuts_out(before: Scene, scene: Scene, values: Mapping[str, Set[str]]) -> bool:
    """Whether some reader whom a fork led on before is led on by none of the options that it still has.

    `values` are those that each variable can have there. Where conditions tell too many pasts apart, whoever has lost
    an option is taken for shut out.
    """
    led, leads = ({key for key, way in one.choices.items() if not way.comes_back} for one in (before, scene))
    if scene.next is not None or led <= leads:
        return False
    conditions = [when for choice in before.choices.values() for when in (choice.only, choice.condition)]
    if len(pasts_named(conditions)) > MAX_PASTS_NAMED:
        return True
    return any(_leads_on(before, case) and not _leads_on(scene, case) for case in cases(conditions, values))


def _leads_on(scene: Scene, case: Case) -> bool:
    ways = [choice for choice in scene.choices.values() if not choice.comes_back]
    return any(holds(way.only, *case) and holds(way.condition, *case) for way in ways)


def after(situation: Mapping[str, str], effects: Mapping[str, str]) -> dict[str, str]:
    """The situation once a choice has changed it."""
    return {**situation, **effects}


def opening(story: Story) -> dict[str, str]:
    """The situation at the start of a story."""
    return {name: variable.start for name, variable in story.situation.items()}


def at_entry(story: Story, choice: Choice) -> dict[str, str]:
    """The situation in which a choice of another story lets a reader into this one."""
    return after(opening(story), choice.brings)


def entries(stories: Mapping[str, Story]) -> dict[str, list[Entry]]:
    """For each story, where steps of others enter it: on its recorded path, else at its opening or as they bring it."""
    found: dict[str, list[Entry]] = {name: [] for name in stories}
    paths: dict[str, RecordedPath] = {}
    for name, story in stories.items():
        for edge in (*edges(name, story), *doors(name, story)):
            record = edge.record
            if record == name or record not in stories or edge.choice is None:
                continue
            if edge.target in stories[record].scenes:
                other, choice = stories[record], story.scenes[edge.scene].choices[edge.choice]
                if record not in paths:
                    paths[record] = recorded_path(record, other)
                held = paths[record].at(edge.target) or PathEntry(opening(other), frozenset(), frozenset())
                source = (name, edge.scene, edge.choice) if choice.brings and other.person is None else None
                if source is not None:
                    held = PathEntry(at_entry(other, choice), frozenset(), frozenset())
                found[record].append(Entry(edge.target, held, source))
    return found


def values_at(name: str, story: Story, entered: Iterable[Entry]) -> dict[str, dict[str, set[str]]]:
    """For each scene that can be come to, the values that each variable can have on entering it, each by itself."""
    leaving: dict[str, list[Edge]] = {scene: [] for scene in story.scenes}
    for edge in edges(name, story):
        if edge.record == name and edge.target in story.scenes:
            leaving[edge.scene].append(edge)
    found: dict[str, dict[str, set[str]]] = {}
    waiting = [(story.start, {key: {value} for key, value in opening(story).items()})]
    waiting += [(entry.scene, {key: {value} for key, value in entry.holds.situation.items()}) for entry in entered]
    while waiting:
        scene, values = waiting.pop()
        known = found.setdefault(scene, {})
        if known and all(some <= known[key] for key, some in values.items()):
            continue
        for key, some in values.items():
            known[key] = known.get(key, set()) | some
        for edge in leaving[scene]:
            effects = story.scenes[scene].choices[edge.choice].effects if edge.choice is not None else {}
            waiting.append((edge.target, {**known, **{key: {value} for key, value in effects.items()}}))
    return found


def recorded_path(name: str, story: Story) -> RecordedPath:
    """Follow `next` and the one choice that the story's person took, to an as-published ending."""
    stops: list[PathStop] = []
    scene_name, situation = story.start, opening(story)
    situations = {tuple(situation.items()): situation}
    seen: set[str] = set()
    chose: set[str] = set()
    while True:
        scene = story.scenes.get(scene_name)
        if scene is None:
            return RecordedPath(tuple(stops), f"it leads to '{scene_name}', which does not exist")
        if scene_name in seen:
            return RecordedPath(tuple(stops), f"it visits '{scene_name}' twice")
        taken, fault = _recorded_choice(story, scene, situation, seen, chose)
        stops.append(PathStop(scene_name, situation, taken))
        if fault is not None:
            return RecordedPath(tuple(stops), fault)
        seen.add(scene_name)
        if taken is None:
            if scene.next is None:
                return RecordedPath(tuple(stops))
            target = scene.next
        else:
            choice = scene.choices[taken]
            chose.add(choice_key(scene_name, taken))
            changed = after(situation, choice.effects) if choice.effects else situation
            situation = situations.setdefault(tuple(changed.items()), changed)
            target = choice.targets[0]
        record, scene_name = target_of(name, target)
        if record != name:
            return RecordedPath(tuple(stops), f"it leaves the record for '{target}'")


def _recorded_choice(
    story: Story, scene: Scene, situation: Mapping[str, str], seen: Set[str], chose: Set[str]
) -> tuple[str | None, str | None]:
    """The choice that the person took in a scene, or why the path ends here wrongly."""
    if scene.ending is not None:
        as_published = scene.ending.kind == "as-published"
        return None, None if as_published else "it ends where the record is silent, not as published"
    if not scene.choices:
        return None, None if scene.next else "it comes to a scene that leads nowhere"
    onward = [key for key, choice in scene.choices.items() if story.person in choice.takers and _goes_on(choice)]
    if len(onward) != 1:
        count = f"{len(onward)} choices here are" if onward else "no choice here is"
        return None, f"{count} marked 'by: {story.person}' and leading on"
    choice = scene.choices[onward[0]]
    if not holds(choice.condition, situation, seen, chose):
        return None, f"the choice '{onward[0]}' is not open in the situation recorded"
    return onward[0], None


def _goes_on(choice: Choice) -> bool:
    return not choice.comes_back


def leads_to_silence(story: Story, choice: Choice) -> bool:
    """Whether an option that the person did not take leads, past no other question, to where the record is silent."""
    if story.person is None or story.person in choice.takers:
        return False
    scene, passed = story.scenes.get(choice.targets[0]), set[str]()
    while scene is not None and scene.next is not None and not scene.choices and scene.next not in passed:
        passed.add(scene.next)
        scene = story.scenes.get(scene.next)
    return scene is not None and scene.ending is not None and scene.ending.kind == "record-silent"
