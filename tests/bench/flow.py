"""In which situations can a reader stand in a scene of a generated story? Every way in it leads forward."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple

from wayout.model.conditions import holds, terms


class _State(NamedTuple):
    """The values that each variable may have, and the scenes and choices behind some readers, and behind all."""

    values: Mapping[str, frozenset[str]]
    some: int
    every: int


class Flow:
    """What may hold in the scenes that were not left so far."""

    def __init__(self, situation: Mapping[str, Sequence[str]]) -> None:
        self._states = {0: _State({name: frozenset(values[:1]) for name, values in situation.items()}, 0, 0)}

    def leave(self, number: int, target: int, choice: str = "", effects: Mapping[str, str] | None = None) -> None:
        """A way out of a scene, by a choice or not, and what that sets."""
        state = self._states[number]
        values = {**state.values, **{name: frozenset([value]) for name, value in (effects or {}).items()}}
        behind = _bit("seen", f"scene-{number}") | (_bit("chose", f"scene-{number}/go") if choice == "go" else 0)
        new = _State(values, state.some | behind, state.every | behind)
        if before := self._states.get(target):
            joined = {name: before.values[name] | values[name] for name in values}
            new = _State(joined, before.some | new.some, before.every & new.every)
        self._states[target] = new

    def is_open(self, number: int, condition: Any) -> bool:
        """Whether a reader may meet a condition, every alternative of it, and may miss it."""
        parts = condition if isinstance(condition, list) else [condition]
        return all(any(self._verdicts(number, part)) for part in parts) and not all(self._verdicts(number, condition))

    def _verdicts(self, number: int, condition: Any) -> Iterator[bool]:
        state = self._states.get(number)
        if state is None:
            return
        names = sorted({key for _, key, _ in terms(condition)} & state.values.keys())
        atoms = sorted({(key, str(value)) for _, key, value in terms(condition) if key in ("seen", "chose")})
        ways = [_ways(state, _bit(*atom)) for atom in atoms]
        values: list[tuple[Any, ...]] = [tuple(sorted(state.values[name])) for name in names]
        for case in product(*values, *ways):
            behind = [atom for atom, is_behind in zip(atoms, case[len(names) :], strict=True) if is_behind]
            seen, chose = ({name for kind, name in behind if kind == wanted} for wanted in ("seen", "chose"))
            yield holds(condition, dict(zip(names, case, strict=False)), seen, chose)


def _ways(state: _State, bit: int) -> tuple[bool, ...]:
    return (True,) if state.every & bit else (True, False) if state.some & bit else (False,)


def _bit(kind: str, name: str) -> int:
    number = int(name.removeprefix("scene-").partition("/")[0])
    return 1 << 2 * number + (kind == "chose")
