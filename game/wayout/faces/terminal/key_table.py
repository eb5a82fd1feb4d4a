"""What can be done by a key, on whatever screen, and may one key do it?"""

import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from msgspec import Struct
from textual.binding import Binding
from textual.dom import DOMNode

from wayout.faces import terminal
from wayout.faces.terminal import preview
from wayout.faces.terminal.keymap import FIXED, RESERVED, UNSAFE, shown
from wayout.locale import settings_strings

ARROWS = frozenset(("up", "down", "left", "right"))


class KeyRow(Struct, frozen=True):
    """One thing that can be done, the same on every screen: what it is, and the default keys of each of its bindings.

    A binding may be there more than once: of two screens, or two of one with keys of their own.
    """

    what: str
    bindings: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_offered(self) -> bool:
        """Whether a key of its own can be given: arrows, Enter and the like always keep their work."""
        free = {key for _, keys in self.bindings for key in keys} - FIXED
        return bool(free) and not any(ARROWS & set(keys) for _, keys in self.bindings)

    def keys(self, own: Mapping[str, str]) -> tuple[str, ...]:
        """The keys that do it now."""
        found = [key for name, keys in self.bindings for key in (own[name].split(",") if name in own else keys)]
        return tuple(dict.fromkeys(found))

    def is_changed(self, own: Mapping[str, str]) -> bool:
        """Whether the reader has given it a key."""
        return any(name in own for name, _ in self.bindings)


@cache
def rows() -> tuple[KeyRow, ...]:
    """Everything that a reader's key does, in the order of the modules; numbers, which choose, are not among it."""
    found: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {}
    for binding in every_binding(without=preview.__name__):
        keys = tuple(key.strip() for key in binding.key.split(","))
        if (
            binding.id
            and binding.tooltip
            and not set(keys) & (RESERVED | UNSAFE)
            and not all(key.isdigit() for key in keys)
        ):
            found.setdefault((binding.tooltip, binding.description), {}).setdefault(binding.id, keys)
    return tuple(KeyRow(what, tuple(bindings.items())) for (what, _), bindings in found.items())


def given(row: KeyRow, key: str, own: Mapping[str, str]) -> dict[str, str]:
    """The reader's keys with another one for a thing; keys that always keep their work stay beside it."""
    free = {name: keys for name, keys in row.bindings if not set(keys) <= FIXED}
    changed = {name: ",".join((key, *(one for one in keys if one in FIXED)))
               for name, keys in (free or dict(row.bindings)).items()}  # fmt: skip
    return {**own, **changed}


def as_it_came(row: KeyRow, own: Mapping[str, str]) -> dict[str, str]:
    """The reader's keys without those for a thing."""
    names = {name for name, _ in row.bindings}
    return {name: keys for name, keys in own.items() if name not in names}


def objection(row: KeyRow, key: str, every: tuple[KeyRow, ...], own: Mapping[str, str]) -> str:
    """Why a key cannot be given to a thing: a sentence, or nothing."""
    if key in FIXED or key in RESERVED:
        return settings_strings.KEYMAP_FIXED.format(key=shown(key))
    if key in UNSAFE:
        return settings_strings.KEYMAP_UNSAFE.format(key=shown(key))
    taken = next((other for other in every if other is not row and key in other.keys(own)), None)
    return settings_strings.KEYMAP_TAKEN.format(key=shown(key), what=taken.what) if taken is not None else ""


def every_binding(without: str = "-") -> Iterator[Binding]:
    """Those of each screen and widget of this face, but for one package; what screens share comes once for each."""
    for module in walk_packages(terminal.__path__, f"{terminal.__name__}."):
        if module.name.startswith(without):
            continue
        for _, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, DOMNode):
                yield from (one for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding))
