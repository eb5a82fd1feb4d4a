"""Can every scene be reached, every reader come to an end, and the record be followed to its end?"""

from collections.abc import Iterable, Iterator, Mapping, Set

from game.model.checks.item import Item
from game.model.findings import Finding
from game.model.graph import edges, reachable, recorded_path
from game.model.load import Loaded
from game.model.story import BACK, Story


def findings(loaded: Loaded, sound: Set[str]) -> Iterator[Finding]:
    """Faults in what leads where, for the stories that are whole and whose links are sound."""
    stories = {name: story for name, story in loaded.library.stories.items() if name in sound}
    on_record: dict[str, set[str]] = {}
    for name, story in stories.items():
        item = Item(loaded, "story", name)
        stuck = list(_inside(item, story))
        yield from stuck
        if story.person is None:
            continue
        path = recorded_path(name, story)
        if path.fault is None:
            on_record[name] = {stop.scene for stop in path.stops}
        elif not any(finding.code == "no-ending" for finding in stuck):
            scene = path.stops[-1].scene if path.stops else story.start
            hint = "Mark with 'by' what he did, and lead it on to an ending of kind as-published."
            says = f"The record of '{story.person}' breaks off here: {path.fault}."
            yield item.fault("recorded-path", ("scenes", scene), says, hint, key=True)
    for name, story in stories.items():
        yield from _steps(Item(loaded, "story", name), story, on_record)


def _inside(item: Item, story: Story) -> Iterator[Finding]:
    """Scenes that no path leads to, and scenes that lead to no ending."""
    leads_to: dict[str, list[str]] = {name: [] for name in story.scenes}
    comes_from: dict[str, list[str]] = {name: [] for name in story.scenes}
    ends = [name for name, scene in story.scenes.items() if scene.ending is not None]
    for edge in edges(item.name, story):
        if edge.record == item.name:
            leads_to[edge.scene].append(edge.target)
            comes_from[edge.target].append(edge.scene)
        elif story.person is None:
            ends.append(edge.scene)
    reached = reachable([story.start], leads_to)
    for name in roots([name for name in story.scenes if name not in reached], leads_to):
        hint = "Lead a 'to' or a 'next' to it, or delete it."
        yield item.fault("unreachable-scene", ("scenes", name), f"Nothing leads to '{name}'.", hint, key=True)
    ending = reachable(ends, comes_from)
    for name in roots([name for name in story.scenes if name in reached and name not in ending], comes_from):
        onward = leads_to[name]
        says = f"From '{name}' no ending can be reached." if onward else f"Nothing leads on from '{name}'."
        hint = "Lead a choice on to an ending." if story.scenes[name].choices else "Add a way out of this circle."
        yield item.fault("no-ending", ("scenes", name), says, hint, key=True)


def roots(scenes: Iterable[str], leads_to: Mapping[str, Iterable[str]]) -> list[str]:
    """The fewest of the scenes from which all of them can be reached: of a circle, one.

    In the reverse of the order in which a depth-first search leaves the scenes, each circle stands before all that it
    leads to (Kosaraju's observation).
    """
    wanted = dict.fromkeys(scenes)
    left: dict[str, None] = {}
    entered: set[str] = set()
    for scene in wanted:
        if scene in entered:
            continue
        entered.add(scene)
        open_scenes = [(scene, iter(leads_to[scene]))]
        while open_scenes:
            name, onward = open_scenes[-1]
            target = next((one for one in onward if one in wanted and one not in entered), None)
            if target is None:
                left[name] = None
                open_scenes.pop()
            else:
                entered.add(target)
                open_scenes.append((target, iter(leads_to[target])))
    found: list[str] = []
    covered: set[str] = set()
    for scene in reversed(left):
        if scene in covered:
            continue
        found.append(scene)
        covered.add(scene)
        waiting = [scene]
        while waiting:
            new = [one for one in leads_to[waiting.pop()] if one in wanted and one not in covered]
            covered.update(new)
            waiting.extend(new)
    return found


def _steps(item: Item, story: Story, on_record: Mapping[str, Set[str]]) -> Iterator[Finding]:
    """Steps into another record that do not meet that record's own path."""
    for name, scene in story.scenes.items():
        for choice_name, choice in scene.choices.items():
            for index, target in enumerate(choice.targets):
                record, slash, other = target.partition("/")
                if target == BACK or not slash or record not in on_record or other in on_record[record]:
                    continue
                path = ("scenes", name, "choices", choice_name, "to")
                says = f"'{other}' is not on the path that the record of '{record}' takes."
                hint = "Step into a scene that lies on it: one reached by 'next' and by choices marked 'by'."
                at = (*path, index) if isinstance(choice.to, tuple) else path
                yield item.fault("step-off-record", at, says, hint)
