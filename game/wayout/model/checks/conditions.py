"""Can every `if` be met, and every one be missed?

Asked without playing: a variable may have any value that some way to the scene gives it, and what every way passes
lies behind. What is so never met cannot be met by any reader; `explore` finds the rest.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice, product
from typing import Any

from msgspec import Struct

from wayout.model.checks.reporter import Item
from wayout.model.checks.situations import NOTHING, Atom, Behind, Flow
from wayout.model.conditions import holds, listed, terms
from wayout.model.findings import Finding
from wayout.model.graph import PathEntry, left_in_order
from wayout.model.story import Condition, Story
from wayout.model.yaml.spans import DataPath

MAX_CASES = 2048
"""With more ways in which its variables can stand, a condition is left to `explore`."""


class ConditionTerm(Struct, frozen=True, gc=False):
    """An `if`: the scene that it stands in, where, and what it asks."""

    scene: str
    path: DataPath
    condition: Condition


def asked(story: Story) -> Iterator[ConditionTerm]:
    """Every `if` of a story."""
    for name, scene in story.scenes.items():
        if isinstance(scene.text, tuple):
            for index, passage in enumerate(scene.text):
                if passage.condition is not None:
                    yield ConditionTerm(name, ("scenes", name, "text", index, "if"), passage.condition)
        for choice_name, choice in scene.choices.items():
            if choice.condition is not None:
                yield ConditionTerm(name, ("scenes", name, "choices", choice_name, "if"), choice.condition)


def findings(
    item: Item, story: Story, leads_to: Mapping[str, Sequence[str]], reached: Set[str], entered: Mapping[str, PathEntry]
) -> Iterator[Finding]:
    """Every `if` of a scene that is reached, and that is always or never met; `entered` is where other stories do."""
    own = [one for one in asked(story) if one.scene in reached]
    if not own:
        return
    scenes = [story.start, *(name for name in story.scenes if name in reached), *entered]
    flow = Flow(item.name, story, left_in_order(scenes, leads_to)[::-1], entered)
    wanted: dict[Atom, list[str]] = {}
    for one in own:
        for atom in _atoms(one.condition):
            wanted.setdefault(atom, []).append(one.scene)
    values, behind = flow.values(), flow.behind(wanted)
    known: dict[object, tuple[bool, bool]] = {}
    named: dict[str, tuple[frozenset[Atom], list[str]]] = {}
    for one in own:
        here, passed = values.get(one.scene, {}), behind.get(one.scene, NOTHING)
        parts: list[tuple[DataPath, Condition]] = [(one.path, one.condition)]
        if isinstance(one.condition, tuple) and len(one.condition) > 1:
            parts.extend(((*one.path, index), part) for index, part in enumerate(one.condition))
        for path, condition in parts:
            written = str(condition)
            if written not in named:
                named[written] = frozenset(_atoms(condition)), sorted({key for _, key, _ in terms(condition)})
            atoms, names = named[written]
            told = {name: here[name] for name in names if name in here}
            key = (written, passed.never & atoms, passed.always & atoms, *map(tuple, told.values()))
            if key not in known:
                known[key] = _verdict(condition, passed, told, atoms)
            met, missed = known[key]
            if not met:
                hint = "Correct it, or delete it with what it opens."
                yield item.fault("never-met", path, f"This is never so{_why_never(condition, passed, told)}.", hint)
                break
            if not missed and path == one.path:
                hint = "Delete the 'if', or correct it."
                says = f"This is always so{_why_always(story, passed.always & atoms, told)}, so it asks nothing."
                yield item.fault("always-met", path, says, hint)
                break


def _why_never(condition: Condition, passed: Behind, told: Mapping[str, Sequence[str]]) -> str:
    """What of it cannot lie behind a reader here, or cannot have the value asked for, if that is the reason."""
    if lost := passed.never & frozenset(_atoms(condition)):
        return f": no path leads from '{min(lost)[1]}' to here"
    entries = condition.items() if isinstance(condition, dict) else ()
    for name, wanted in entries:
        if name in told and not set(map(str, listed(wanted))) & set(told[name]):
            return f": on every way to here '{name}' is {_or(told[name])}"
    return ""


def _why_always(story: Story, passed: Set[Atom], told: Mapping[str, Sequence[str]]) -> str:
    """What every way to here has passed or set, if that is the reason."""
    if passed:
        return f": every way to here passes '{min(passed)[1]}'"
    for name, values in told.items():
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
    met = missed = False
    for case in islice(cases, MAX_CASES):
        behind = [atom for atom, is_behind in zip(open_atoms, case[len(values) :], strict=True) if is_behind]
        seen = {name for kind, name in (*always, *behind) if kind == "seen"}
        chose = {name for kind, name in (*always, *behind) if kind == "chose"}
        if holds(condition, dict(zip(values, case, strict=False)), seen, chose):
            met = True
        else:
            missed = True
        if met and missed:
            return True, True
    return (met, missed) if next(cases, None) is None else (True, True)
