"""Can every `if` be met, and every one be missed?

Static analysis of conditions: always or never met, values that no scene sets (data flow); with the caps on cases and
memory.

Asked without playing: a variable may have any value that some way to the scene gives it, and what every way passes
lies behind. What is so never met cannot be met by any reader; `explore` finds the rest.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from itertools import islice, product
from typing import Any

from msgspec import Struct

from wayout.model.checks.reporter import Item
from wayout.model.conditions import choice_key, holds, listed, terms
from wayout.model.findings import Finding
from wayout.model.graph import Entry, PathEntry, edges, left_in_order, opening
from wayout.model.story import UNKNOWN, Condition, Story, Variable
from wayout.model.yaml.spans import DataPath

MAX_PAST_AT_ONCE = 512
"""Scenes and choices for which the data flow is computed at once: it bounds the memory."""

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


class Flow:
    """Where each scene of a story leads within it, and what holds where a reader enters the story."""

    def __init__(self, name: str, story: Story, order: Sequence[str], entered: Sequence[Entry]) -> None:
        self._story, self._order = story, order
        start = PathEntry(opening(story), frozenset(), frozenset())
        self._entered: dict[str, list[PathEntry]] = {story.start: [start]}
        for entry in entered:
            self._entered.setdefault(entry.scene, []).append(entry.holds)
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
        for entry in (entry for held in self._entered.values() for entry in held):
            for variable, value in entry.situation.items():
                given.setdefault(variable, set()).add(value)
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
            given_values = given[name]
            values = [
                *declared.values,
                *([UNKNOWN] if UNKNOWN in given_values and UNKNOWN not in declared.values else []),
            ]
            bits[name] = {value: 1 << count + number for number, value in enumerate(values)}
            count += len(values)
            never_given |= sum(
                bit
                for value, bit in bits[name].items()
                if given_values == {declared.start} or value not in given_values
            )
        of = {name: sum(own.values()) for name, own in bits.items()}
        start_bits = dict.fromkeys(self._entered, never_given)
        for scene, held in self._entered.items():
            for name, value in (item for entry in held for item in entry.situation.items()):
                start_bits[scene] |= bits[name].get(value, 0)

        def change(_: str, choice: str) -> tuple[int, int]:
            made = effects.get(choice)
            if made is None:
                return 0, 0
            lost = sum(of[name] for name in made) & ~never_given
            return lost, sum(bits[name].get(value, 0) for name, value in made.items())

        spread = self._spread(start_bits, change) if bits else {}
        values_at = {
            state: {name: [value for value, bit in own.items() if state & bit] for name, own in bits.items()}
            for state in set(spread.values())
        }
        return {scene: values_at[state] for scene, state in spread.items()}

    def behind(self, wanted: Wanted) -> Mapping[str, Behind]:
        """For each scene that asks what lies behind: what never does there, and what always does."""
        behind_of: dict[str, Behind] = {}
        waiting = iter(wanted.items())
        while some := list(islice(waiting, MAX_PAST_AT_ONCE)):
            bit = {atom: 1 << 2 * number for number, (atom, _) in enumerate(some)}
            start_bits = dict.fromkeys(self._entered, 0)
            for scene, held in self._entered.items():
                for entry in held:
                    start_bits[scene] |= sum(mask << int(_holds(entry, atom)) for atom, mask in bit.items())
            states = self._spread(start_bits, _left(bit))
            for atom, scenes in some:
                for scene in scenes:
                    before, state = behind_of.get(scene, NOTHING), states.get(scene, 0)
                    if not state & bit[atom] << 1:
                        behind_of[scene] = Behind(before.never | {atom}, before.always)
                    elif not state & bit[atom]:
                        behind_of[scene] = Behind(before.never, before.always | {atom})
        return behind_of

    def _spread(self, start_bits: Mapping[str, int], change: Change) -> Mapping[str, int]:
        """What may hold in each scene, as bits: `change` gives those that a way takes and those that it adds.

        In an order in which a scene comes before all that it leads to, every round but those that follow a circle back
        is the last.
        """
        reached_bits = dict(start_bits)
        made = {
            scene: [(target, *change(scene, choice)) for target, choice in ways] for scene, ways in self._ways.items()
        }
        changed = True
        while changed:
            changed = False
            done = set[str]()
            for scene in self._order:
                done.add(scene)
                state = reached_bits.get(scene)
                if state is None:
                    continue
                for target, lost, added in made[scene]:
                    before = reached_bits.get(target)
                    after = (before or 0) | state & ~lost | added
                    if after != before:
                        reached_bits[target] = after
                        changed = changed or target in done
        return reached_bits


def _holds(entry: PathEntry, atom: Atom) -> bool:
    kind, name = atom
    return name in (entry.seen if kind == "seen" else entry.chose)


def _left(bit: Mapping[Atom, int]) -> Change:
    """Of what lies behind once a scene is left: the bits 'not yet' that are lost, and the bits 'behind'."""
    seen = {name: mask for (kind, name), mask in bit.items() if kind == "seen"}
    chose = {name: mask for (kind, name), mask in bit.items() if kind == "chose"}

    def change(scene: str, choice: str) -> tuple[int, int]:
        lost = seen.get(scene, 0) | chose.get(choice, 0)
        return lost, lost << 1

    return change


MAX_CASES = 2048
"""Combinations of values that are tried for one condition; one with more is left to `explore`."""


class ConditionTerm(Struct, frozen=True, gc=False):
    """An `if`: the scene that it stands in, where, and what it asks."""

    scene: str
    path: DataPath
    condition: Condition


def conditions_of(story: Story) -> Iterator[ConditionTerm]:
    """Every `if` of a story."""
    for name, scene in story.scenes.items():
        if isinstance(scene.text, tuple):
            for index, passage in enumerate(scene.text):
                if passage.condition is not None:
                    yield ConditionTerm(name, ("scenes", name, "text", index, "if"), passage.condition)
        for choice_name, choice in scene.choices.items():
            for word, condition in (("only", choice.only), ("if", choice.condition)):
                if condition is not None:
                    yield ConditionTerm(name, ("scenes", name, "choices", choice_name, word), condition)
        if scene.ending is not None:
            for index, closing in enumerate(scene.ending.passages):
                if closing.condition is not None:
                    yield ConditionTerm(name, ("scenes", name, "ending", "text", index, "if"), closing.condition)


def findings(
    item: Item, story: Story, leads_to: Mapping[str, Sequence[str]], reached: Set[str], entered: Sequence[Entry]
) -> Iterator[Finding]:
    """Every `if` of a scene that is reached, and that is always or never met; `entered` is where other stories do."""
    own = [term for term in conditions_of(story) if term.scene in reached]
    if not own:
        return
    scenes = [story.start, *(name for name in story.scenes if name in reached), *(entry.scene for entry in entered)]
    flow = Flow(item.name, story, left_in_order(scenes, leads_to)[::-1], entered)
    wanted: dict[Atom, list[str]] = {}
    for term in own:
        for atom in _atoms(term.condition):
            wanted.setdefault(atom, []).append(term.scene)
    values, behind = flow.values(), flow.behind(wanted)
    known: dict[object, tuple[bool, bool]] = {}
    named: dict[str, tuple[frozenset[Atom], list[str]]] = {}
    for term in own:
        here, passed = values.get(term.scene, {}), behind.get(term.scene, NOTHING)
        parts: list[tuple[DataPath, Condition]] = [(term.path, term.condition)]
        if isinstance(term.condition, tuple) and len(term.condition) > 1:
            parts.extend(((*term.path, index), part) for index, part in enumerate(term.condition))
        for path, condition in parts:
            written = str(condition)
            if written not in named:
                named[written] = frozenset(_atoms(condition)), sorted({key for _, key, _ in terms(condition)})
            atoms, names = named[written]
            possible = {name: here[name] for name in names if name in here}
            key = (written, passed.never & atoms, passed.always & atoms, *map(tuple, possible.values()))
            if key not in known:
                known[key] = _verdict(condition, passed, possible, atoms)
            is_met, missed = known[key]
            if not is_met:
                hint = "Correct it, or delete it with what it opens."
                yield item.fault("never-met", path, f"This is never so{_why_never(condition, passed, possible)}.", hint)
                break
            if not missed and path == term.path:
                hint = "Delete the 'if', or correct it."
                says = f"This is always so{_why_always(story, passed.always & atoms, possible)}, so it asks nothing."
                yield item.fault("always-met", path, says, hint)
                break


def _why_never(condition: Condition, passed: Behind, possible: Mapping[str, Sequence[str]]) -> str:
    """What of it cannot lie behind a reader here, or cannot have the value asked for, if that is the reason."""
    if lost := passed.never & frozenset(_atoms(condition)):
        return f": no path leads from '{min(lost)[1]}' to here"
    entries = condition.items() if isinstance(condition, dict) else ()
    for name, wanted in entries:
        if name in possible and not set(map(str, listed(wanted))) & set(possible[name]):
            return f": on every way to here '{name}' is {_or(possible[name])}"
    return ""


def _why_always(story: Story, passed: Set[Atom], possible: Mapping[str, Sequence[str]]) -> str:
    """What every way to here has passed or set, if that is the reason."""
    if passed:
        return f": every way to here passes '{min(passed)[1]}'"
    for name, values in possible.items():
        if len(values) < len(story.situation[name].values):
            return f": on every way to here '{name}' is {_or(values)}"
    return ""


def _or(values: Sequence[str]) -> str:
    return " or ".join(f"'{value}'" for value in values)


def _atoms(condition: Any) -> Iterator[Atom]:
    return ((key, str(value)) for _, key, value in terms(condition) if key in ("seen", "chose"))


def _verdict(
    condition: Condition, passed: Behind, values: Mapping[str, Sequence[str]], atoms: Set[Atom]
) -> tuple[bool, bool]:
    """Whether it can be met, and whether it can be missed."""
    always = passed.always & atoms
    open_atoms = sorted(atoms - passed.never - always)
    cases: Iterator[tuple[Any, ...]] = product(*values.values(), *((True, False) for _ in open_atoms))
    is_met = missed = False
    for case in islice(cases, MAX_CASES):
        behind = [atom for atom, is_behind in zip(open_atoms, case[len(values) :], strict=True) if is_behind]
        seen = {name for kind, name in (*always, *behind) if kind == "seen"}
        chose = {name for kind, name in (*always, *behind) if kind == "chose"}
        if holds(condition, dict(zip(values, case, strict=False)), seen, chose):
            is_met = True
        else:
            missed = True
        if is_met and missed:
            return True, True
    return (is_met, missed) if next(cases, None) is None else (True, True)


def situation_findings(item: Item, story: Story, entered: Sequence[Entry]) -> Iterator[Finding]:
    """Variables that are not set, not asked for, or neither, and values that nobody comes to."""
    if not story.situation:
        return
    wanted = {key for term in conditions_of(story) for _, key, _ in terms(term.condition)}
    given = _values_given(story, entered)
    for name, variable in story.situation.items():
        path = ("situation", name)
        if name not in given:
            if name in wanted:
                hint = "Let a choice 'set' it, or delete the variable and every 'if' that asks for it."
                yield item.fault("constant-variable", path, f"No choice ever sets '{name}'.", hint, key=True)
            else:
                hint = "Let a choice 'set' it, or delete it."
                yield item.fault("unused-variable", path, f"Nothing sets '{name}', and no 'if' asks.", hint, key=True)
            continue
        if name not in wanted and not variable.claims:
            hint = "Ask for it in an 'if', or cite the 'claims' for which readers are shown it."
            yield item.fault("unread-variable", path, f"'{name}' is set, and no 'if' asks for it.", hint, key=True)
        yield from _unreached(item, name, variable, given)


def _values_given(story: Story, entered: Sequence[Entry]) -> Mapping[str, set[str]]:
    """The values that choices give to each variable, and steps of others that enter the story in a situation."""
    given: dict[str, set[str]] = {}
    for entry in entered:
        for name, value in entry.holds.situation.items():
            if name in story.situation and value != story.situation[name].start:
                given.setdefault(name, set()).add(value)
    for scene in story.scenes.values():
        for choice in scene.choices.values():
            for name, value in choice.effects.items():
                given.setdefault(name, set()).add(value)
    return given


def _unreached(item: Item, name: str, variable: Variable, given: Mapping[str, set[str]]) -> Iterator[Finding]:
    for value in variable.values:
        if value != variable.start and value not in given[name]:
            hint = "Let a choice 'set' it, or delete the value."
            path = ("situation", name, "values", value)
            yield item.fault("unreached-value", path, f"'{name}' never becomes '{value}'.", hint, key=True)
