"""In which situations can a reader stand in each scene, and what lies behind a reader there?

Data-flow analysis: all that may hold is joined over every way to a scene, until nothing changes. No condition is asked
on the way, so more may seem possible than any reader meets, and never less.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from msgspec import Struct

from wayout.model.conditions import choice_key
from wayout.model.graph import PathEntry, edges, opening, recorded_path
from wayout.model.story import UNKNOWN, Story

AT_ONCE = 512
"""Of so many scenes and choices it is asked at once whether they lie behind: it bounds the memory."""

Atom = tuple[str, str]
"""`seen` or `chose`, and what it names."""
Wanted = Mapping[Atom, Sequence[str]]
"""The scenes in which it is asked whether something lies behind."""
Way = tuple[str, str]
"""The scene that it leads to, and the choice, named `scene/choice`; nothing if there is none to make."""
Change = Callable[[str, str], tuple[int, int]]
"""Of a way, by its scene and choice: the bits that it takes, and those that it adds."""


class Behind(Struct, frozen=True):
    """Of what a scene asks whether it lies behind: what does so for no reader, and what for every one."""

    never: frozenset[Atom] = frozenset()
    always: frozenset[Atom] = frozenset()


NOTHING = Behind()


def entries(stories: Mapping[str, Story]) -> Mapping[str, Mapping[str, PathEntry]]:
    """For each story, the scenes at which steps of other stories enter it, with what holds there then."""
    found: dict[str, dict[str, PathEntry]] = {}
    for name, story in stories.items():
        for edge in edges(name, story):
            if edge.record != name and edge.record in stories and edge.target in stories[edge.record].scenes:
                found.setdefault(edge.record, {})[edge.target] = PathEntry({}, frozenset(), frozenset())
    for name, scenes in found.items():
        story = stories[name]
        path = recorded_path(name, story)
        for scene in scenes:
            scenes[scene] = path.at(scene) or PathEntry(opening(story), frozenset(), frozenset())
    return found


class Flow:
    """Where each scene of a story leads within it, and what holds where a reader enters the story."""

    def __init__(self, name: str, story: Story, order: Sequence[str], entered: Mapping[str, PathEntry]) -> None:
        self._story, self._order = story, order
        start = PathEntry(opening(story), frozenset(), frozenset())
        self._entered = {**{scene: entry for scene, entry in entered.items() if scene in story.scenes},
                         story.start: start}  # fmt: skip
        self._ways: dict[str, list[Way]] = {scene: [] for scene in order}
        for edge in edges(name, story):
            if edge.record == name and edge.scene in self._ways:
                choice = choice_key(edge.scene, edge.choice) if edge.choice is not None else ""
                self._ways[edge.scene].append((edge.target, choice))

    def values(self) -> Mapping[str, Mapping[str, Sequence[str]]]:
        """For each scene the values that each variable may have there.

        A value that nothing ever sets is taken to be possible: that it is not has findings of its own.
        """
        given: dict[str, set[str]] = {}
        effects: dict[str, Mapping[str, str]] = {}
        for scene in self._order:
            for name, choice in self._story.scenes[scene].choices.items():
                if choice.effects:
                    effects[choice_key(scene, name)] = choice.effects
                    for variable, value in choice.effects.items():
                        given.setdefault(variable, set()).add(value)
        bits: dict[str, dict[str, int]] = {}
        never_given = count = 0
        for name, declared in self._story.situation.items():
            met = given.get(name, set()) | {declared.start}
            values = [*declared.values, *([UNKNOWN] if UNKNOWN in met and UNKNOWN not in declared.values else [])]
            bits[name] = {value: 1 << count + number for number, value in enumerate(values)}
            count += len(values)
            never_given |= sum(bit for value, bit in bits[name].items() if name not in given or value not in met)
        of = {name: sum(own.values()) for name, own in bits.items()}
        begun = {
            scene: never_given | sum(bits[name].get(value, 0) for name, value in entry.situation.items()
                                     if not never_given & bits[name].get(value, 0))
            for scene, entry in self._entered.items()
        }  # fmt: skip

        def change(_: str, choice: str) -> tuple[int, int]:
            made = effects.get(choice)
            if made is None:
                return 0, 0
            lost = sum(of[name] for name in made) & ~never_given
            return lost, sum(bits[name].get(value, 0) for name, value in made.items())

        found = self._spread(begun, change) if bits else {}
        told = {
            state: {name: [value for value, bit in own.items() if state & bit] for name, own in bits.items()}
            for state in set(found.values())
        }
        return {scene: told[state] for scene, state in found.items()}

    def behind(self, wanted: Wanted) -> Mapping[str, Behind]:
        """For each scene that asks what lies behind: what never does there, and what always does."""
        found: dict[str, Behind] = {}
        waiting = iter(wanted.items())
        while some := list(islice(waiting, AT_ONCE)):
            bit = {atom: 1 << 2 * number for number, (atom, _) in enumerate(some)}
            begun = {scene: sum(one << int(_holds(entry, atom)) for atom, one in bit.items())
                     for scene, entry in self._entered.items()}  # fmt: skip
            states = self._spread(begun, _left(bit))
            for atom, scenes in some:
                for scene in scenes:
                    before, state = found.get(scene, NOTHING), states.get(scene, 0)
                    if not state & bit[atom] << 1:
                        found[scene] = Behind(before.never | {atom}, before.always)
                    elif not state & bit[atom]:
                        found[scene] = Behind(before.never, before.always | {atom})
        return found

    def _spread(self, begun: Mapping[str, int], change: Change) -> Mapping[str, int]:
        """What may hold in each scene, as bits: `change` gives those that a way takes and those that it adds.

        In an order in which a scene comes before all that it leads to, every round but those that follow a circle back
        is the last.
        """
        found = dict(begun)
        made = {
            scene: [(target, *change(scene, choice)) for target, choice in ways] for scene, ways in self._ways.items()
        }
        changed = True
        while changed:
            changed = False
            done = set[str]()
            for scene in self._order:
                done.add(scene)
                state = found.get(scene)
                if state is None:
                    continue
                for target, lost, added in made[scene]:
                    before = found.get(target)
                    after = (before or 0) | state & ~lost | added
                    if after != before:
                        found[target] = after
                        changed = changed or target in done
        return found


def _holds(entry: PathEntry, atom: Atom) -> bool:
    kind, name = atom
    return name in (entry.seen if kind == "seen" else entry.chose)


def _left(bit: Mapping[Atom, int]) -> Change:
    """Of what lies behind once a scene is left: the bits 'not yet' that are lost, and the bits 'behind'."""
    seen = {name: one for (kind, name), one in bit.items() if kind == "seen"}
    chose = {name: one for (kind, name), one in bit.items() if kind == "chose"}

    def change(scene: str, choice: str) -> tuple[int, int]:
        lost = seen.get(scene, 0) | chose.get(choice, 0)
        return lost, lost << 1

    return change
