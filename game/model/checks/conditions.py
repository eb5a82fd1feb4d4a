"""Can every `if` be met, and every one be missed?

Asked without playing: a variable may have any value that is declared, and a scene may lie behind if some path leads
from it to here. What is so never met cannot be met by any reader; `explore` finds the rest.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import islice, product
from typing import Any

from msgspec import Struct

from game.model.checks.item import Item
from game.model.conditions import holds, terms
from game.model.findings import Finding
from game.model.graph import left_in_order
from game.model.places import DataPath
from game.model.story import BACK, UNKNOWN, Condition, Story

MAX_CASES = 2048
"""With more ways in which its variables can stand, a condition is left to `explore`."""
AT_ONCE = 1024
"""Of so many scenes and choices it is asked at once what lies behind them: it bounds the memory."""

Atom = tuple[str, str]
"""`seen` or `chose`, and what it names."""


class Asked(Struct, frozen=True, gc=False):
    """An `if`: the scene that it stands in, where, and what it asks."""

    scene: str
    path: DataPath
    condition: Condition


def asked(story: Story) -> Iterator[Asked]:
    """Every `if` of a story."""
    for name, scene in story.scenes.items():
        if isinstance(scene.text, tuple):
            for index, passage in enumerate(scene.text):
                if passage.condition is not None:
                    yield Asked(name, ("scenes", name, "text", index, "if"), passage.condition)
        for choice_name, choice in scene.choices.items():
            if choice.condition is not None:
                yield Asked(name, ("scenes", name, "choices", choice_name, "if"), choice.condition)


def findings(item: Item, story: Story, leads_to: Mapping[str, Sequence[str]], reached: Set[str]) -> Iterator[Finding]:
    """Every `if` of a scene that is reached, and that is always or never met."""
    never_behind = _never_behind(story, leads_to, reached)
    values = _values(story)
    known: dict[tuple[str, frozenset[Atom]], tuple[bool, bool]] = {}
    for one in (one for one in asked(story) if one.scene in reached):
        parts: list[tuple[DataPath, Condition]] = [(one.path, one.condition)]
        if isinstance(one.condition, tuple) and len(one.condition) > 1:
            parts.extend(((*one.path, index), part) for index, part in enumerate(one.condition))
        for path, condition in parts:
            atoms = frozenset(_atoms(condition))
            lost = never_behind[one.scene] & atoms if one.scene in never_behind else frozenset()
            key = (str(condition), lost)
            if key not in known:
                known[key] = _verdict(condition, atoms - lost, values)
            met, missed = known[key]
            if not met:
                hint = "Correct it, or delete it with what it opens."
                yield item.fault("never-met", path, f"This is never so{_why(lost)}.", hint)
                break
            if not missed and path == one.path:
                hint = "Delete the 'if', or correct it."
                yield item.fault("always-met", path, "This is always so, so it asks nothing.", hint)
                break


def _why(lost: Set[Atom]) -> str:
    """What of it cannot lie behind a reader here, if that is the reason."""
    if not lost:
        return ""
    return f": no path leads from '{min(lost)[1]}' to here"


def _atoms(condition: Any) -> Iterator[Atom]:
    return ((key, str(value)) for _, key, value in terms(condition) if key in ("seen", "chose"))


def _values(story: Story) -> Mapping[str, tuple[str, ...]]:
    """The values of each variable; not told only where it can be that."""
    untold = {name for name, variable in story.situation.items() if variable.start == UNKNOWN}
    for scene in story.scenes.values():
        for choice in scene.choices.values():
            if choice.effects and UNKNOWN in choice.effects.values():
                untold.update(name for name, value in choice.effects.items() if value == UNKNOWN)
    return {
        name: (*variable.values, UNKNOWN) if name in untold and UNKNOWN not in variable.values else (*variable.values,)
        for name, variable in story.situation.items()
    }


def _verdict(condition: Condition, open_atoms: Set[Atom], values: Mapping[str, tuple[str, ...]]) -> tuple[bool, bool]:
    """Whether it can be met, and whether it can be missed."""
    names = sorted({key for _, key, _ in terms(condition) if key in values})
    atoms = sorted(open_atoms)
    cases: Iterator[tuple[Any, ...]] = product(*(values[name] for name in names), *((True, False) for _ in atoms))
    met = missed = False
    for case in islice(cases, MAX_CASES):
        behind = [atom for atom, is_behind in zip(atoms, case[len(names) :], strict=True) if is_behind]
        seen = {name for kind, name in behind if kind == "seen"}
        chose = {name for kind, name in behind if kind == "chose"}
        if holds(condition, dict(zip(names, case, strict=False)), seen, chose):
            met = True
        else:
            missed = True
        if met and missed:
            return True, True
    return (met, missed) if next(cases, None) is None else (True, True)


def _never_behind(
    story: Story, leads_to: Mapping[str, Sequence[str]], reached: Set[str]
) -> Mapping[str, frozenset[Atom]]:
    """Of the scenes and choices that each scene's conditions name, those from which no path leads there."""
    wanted: dict[Atom, list[str]] = {}
    for one in (one for one in asked(story) if one.scene in reached):
        for atom in _atoms(one.condition):
            if atom[1].partition("/")[0] in reached:
                wanted.setdefault(atom, []).append(one.scene)
    lost: dict[str, frozenset[Atom]] = {}
    scenes = [story.start, *(name for name in story.scenes if name in reached)] if wanted else []
    order = left_in_order(scenes, leads_to)[::-1]
    waiting = iter(wanted.items())
    while some := list(islice(waiting, AT_ONCE)):
        behind: dict[str, int] = {}
        for number, ((kind, name), _) in enumerate(some):
            for target in _left_for(story, kind, name, leads_to):
                behind[target] = behind.get(target, 0) | 1 << number
        _spread(behind, order, leads_to)
        for number, (atom, scenes) in enumerate(some):
            for scene in scenes:
                if not behind.get(scene, 0) >> number & 1:
                    lost[scene] = lost.get(scene, frozenset()) | {atom}
    return lost


def _left_for(story: Story, kind: str, name: str, leads_to: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Where a reader is once a scene, or the choice of a scene, lies behind; a look that leads back is no choice."""
    if kind == "seen":
        return leads_to[name]
    scene, _, choice = name.partition("/")
    return [target for target in story.scenes[scene].choices[choice].targets if target != BACK and "/" not in target]


def _spread(behind: dict[str, int], order: Sequence[str], leads_to: Mapping[str, Sequence[str]]) -> None:
    """What lies behind a scene lies behind all that it leads to: bit by bit, until nothing changes.

    In the reverse of the order in which a depth-first search leaves the scenes, every round but those that follow
    a circle back is the last.
    """
    changed = True
    while changed:
        changed = False
        done = set[str]()
        for name in order:
            done.add(name)
            bits = behind.get(name, 0)
            if not bits:
                continue
            for target in leads_to[name]:
                before = behind.get(target, 0)
                if before | bits != before:
                    behind[target] = before | bits
                    changed = changed or target in done
