"""When is an `if` met, and what does a `set` leave behind?

Evaluation of conditions (`if`) and effects (`set`), and the reserved keys.

A mapping is *all of* its entries; a list of mappings is *any of* them. The keys `not`, `seen` and `chose` are
reserved; every other key is a variable of the situation, with one value or a list of values of which any will do.
"""

from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain, combinations, product
from typing import Any, TypeAlias

from wayout.model.story import Condition

RESERVED_KEYS = ("not", "seen", "chose")

Situation = Mapping[str, str]
Case: TypeAlias = tuple[Situation, Set[str], Set[str]]
"""What a condition is held against: the situation, the scenes seen, the choices made."""


def choice_key(scene: str, choice: str) -> str:
    """A choice as conditions name it under 'chose', and as it is remembered: 'scene/choice', compared as a whole."""
    return f"{scene}/{choice}"


def holds(condition: Condition | None, situation: Situation, seen: Set[str], chose: Set[str]) -> bool:
    """Whether the condition is met; without one, always."""
    if condition is None:
        return True
    if isinstance(condition, dict):
        return all(_entry(key, value, situation, seen, chose) for key, value in condition.items())
    return any(holds(part, situation, seen, chose) for part in condition)


def both(one: Condition | None, other: Condition | None) -> Condition | None:
    """A condition that is met where both are: as neither of them is missed."""
    if one is None or other is None:
        return one or other
    return {"not": ({"not": one}, {"not": other})}


def _entry(key: str, value: Any, situation: Situation, seen: Set[str], chose: Set[str]) -> bool:
    if key == "not":
        return not holds(value, situation, seen, chose)
    if key == "seen":
        return set(listed(value)) <= seen
    if key == "chose":
        return set(listed(value)) <= chose
    return situation.get(key) in listed(value)


def listed(value: Any) -> list[Any]:
    """One value or a list of them, as a list."""
    return list(value) if isinstance(value, list | tuple) else [value]


def terms(condition: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, Any]]:
    """Each (path, key, value) in a condition, for checks; `not` is opened, what is no mapping is given as key ''."""
    if isinstance(condition, list | tuple):
        for index, part in enumerate(condition):
            yield from terms(part, (*path, index))
    elif isinstance(condition, dict):
        for key, value in condition.items():
            if key == "not":
                yield from terms(value, (*path, key))
                continue
            several = isinstance(value, list | tuple)
            for index, entry in enumerate(listed(value)):
                yield ((*path, key, index) if several else (*path, key)), key, entry
    else:
        yield path, "", condition


def cases(conditions: Iterable[Condition | None], values: Mapping[str, Iterable[str]]) -> Iterator[Case]:
    """Each case that conditions tell apart, of the variables that they name and the values that these can have."""
    named: dict[str, set[str]] = {}
    for condition in conditions:
        for _, key, value in terms(condition) if condition is not None else ():
            named.setdefault(key, set()).add(value)
    seen, chose = (tuple(_subsets(named.pop(key, ()))) for key in ("seen", "chose"))
    variables = ([(name, value) for value in values.get(name, ("",))] for name in named)
    return product(map(dict, product(*variables)), seen, chose)


def pasts_named(conditions: Iterable[Condition | None]) -> set[tuple[str, str]]:
    """The scenes seen and the choices made that conditions name, each with the key under which they do."""
    named = (terms(condition) for condition in conditions if condition is not None)
    return {(key, value) for found in named for _, key, value in found if key in ("seen", "chose")}


def _subsets(names: Iterable[str]) -> Iterator[Set[str]]:
    among = sorted(names)
    return map(set, chain.from_iterable(combinations(among, size) for size in range(len(among) + 1)))
