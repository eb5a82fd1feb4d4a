"""Which keys does each screen have, which ones has a reader of her own, and how is a key written?

The user's key bindings: parsing, names of keys as they are shown, keys that are fixed, reserved or unsafe, and what
objects to a key. Textual's bindings are made here from the table of actions.

The key bindings of Textual, made from the table of actions; the key map of the settings, with what objects to a key.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from msgspec import Struct
from textual.binding import ActiveBinding, Binding, BindingType
from textual.keys import format_key

from wayout.actions import PREVIEW, ROOMS, Action, action
from wayout.locale import shelf_strings

FIXED = frozenset(
    ("up", "down", "left", "right", "enter", "escape", "space", "pageup", "pagedown", "home", "end", "f1",
     *map(str, range(1, 10)))
)  # fmt: skip
"""Keys that keep their work whatever else is set: nobody locks herself out."""
UNSAFE = frozenset(("tab", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "backspace", "delete"))
"""Keys that some terminal takes for another one, or that move the focus or set keys back."""
RESERVED = frozenset(("ctrl+c", "ctrl+p", "ctrl+q", "ctrl+z"))
"""Keys that Textual and terminals have for copying, the palette, leaving and suspending."""
ARROWS = frozenset(("up", "down", "left", "right"))
LAST_PLACE = 1_000
"""The place of what no class names: Textual adds its palette to an app."""
NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
         "end": "End", "tab": "Tab", "shift": "Shift"}  # fmt: skip


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


class KeyLabel(NamedTuple):
    """A key by its name, and as it is written."""

    name: str
    shown: str


def shown(key: str) -> str:
    """How a key is written: 'Enter', '?', 'F2', '^t', 'n'."""
    *modifiers, last = key.split("+")
    written = NAMES.get(last) or (last.upper() if last[:1] == "f" and last[1:].isdigit() else format_key(last))
    control = "^" if "ctrl" in modifiers else ""
    return "".join((*(f"{NAMES.get(one, one)}+" for one in modifiers if one != "ctrl"), control, written))


def _label(name: str) -> KeyLabel:
    key = action(name).keys.partition(",")[0]
    return KeyLabel(key, shown(key))


class TextKeys(NamedTuple):
    """The keys that are written in texts, each the same on every screen."""

    sources: KeyLabel = _label("sources")
    debrief: KeyLabel = _label("debrief")
    care: KeyLabel = _label("care")
    glossary: KeyLabel = _label("glossary")
    versions: KeyLabel = _label("versions")
    also: KeyLabel = _label("also")
    law: KeyLabel = _label("law")
    rest: KeyLabel = _label("rest")
    map: KeyLabel = _label("map")
    situation: KeyLabel = _label("situation")
    quit: KeyLabel = _label("quit")


IN_TEXTS = {"sources": "reading.sources", "debrief": "trail.ending", "care": "reading.care",
            "glossary": "reading.glossary", "versions": "reading.versions",
            "also": "reading.also", "law": "reading.law", "rest": "reading.rest", "map": "reading.map",
            "situation": "reading.situation", "quit": "small.quit"}  # fmt: skip
"""The binding that each of them follows."""


def bindings(room: str) -> list[BindingType]:
    """The key bindings of a room, in the order of its line of keys."""
    return [
        Binding(
            one.keys,
            one.does,
            action(one.action).label,
            show=one.is_shown,
            key_display=one.written or None,
            priority=one.comes_first,
            tooltip=action(one.action).tip,
            id=one.name,
        )
        for one in ROOMS[room]
    ]


@cache
def rows() -> tuple[KeyRow, ...]:
    """Everything that a reader's key does, in the order of the rooms; numbers, which choose, are not among it."""
    found: dict[Action, dict[str, tuple[str, ...]]] = {}
    for room, shortcuts in ROOMS.items():
        for one in () if room in PREVIEW else shortcuts:
            keys = tuple(one.keys.split(","))
            if not set(keys) & (RESERVED | UNSAFE) and not all(key.isdigit() for key in keys):
                found.setdefault(action(one.action), {})[one.name] = keys
    return tuple(KeyRow(what.tip, tuple(names.items())) for what, names in found.items())


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
        return shelf_strings.KEYMAP_FIXED.format(key=shown(key))
    if key in UNSAFE:
        return shelf_strings.KEYMAP_UNSAFE.format(key=shown(key))
    taken = next((other for other in every if other is not row and key in other.keys(own)), None)
    return shelf_strings.KEYMAP_TAKEN.format(key=shown(key), what=taken.what) if taken is not None else ""


OLD_NAMES = {"the-war": "foreword", "war": "foreword"}
"""What parts of the names of bindings were, before editions named their forewords."""


def usable(keys: Mapping[str, str]) -> dict[str, str]:
    """Those of the keys that were kept which are keys by their form."""
    named = {_renamed(name): value for name, value in keys.items()}
    return {name: value for name, value in named.items() if all(map(_is_key, value.split(",")))}


def _renamed(name: str) -> str:
    parts = [OLD_NAMES.get(part, part) for part in name.split(".")]
    return ".".join(dict.fromkeys(parts))


def text_keys(keys: Mapping[str, str]) -> TextKeys:
    """The keys that are written in texts, with the reader's own in place."""
    own = {name: _first_free(keys[binding]) for name, binding in IN_TEXTS.items() if binding in keys}
    return TextKeys()._replace(**{name: KeyLabel(key, shown(key)) for name, key in own.items()})


def in_order(active: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Bindings in the order in which their screens name them: Textual (8.2) puts those with other keys last."""
    found = list(active)
    nodes = dict.fromkeys(each.node for each in found)
    places = {node: _places(type(node)) for node in nodes}
    order = {node: number for number, node in enumerate(nodes)}
    return sorted(found, key=lambda one: (order[one.node], places[one.node].get(_name(one.binding), LAST_PLACE)))


def _name(binding: Binding) -> str:
    return binding.id or binding.key


@cache
def _places(kind: type) -> dict[str, int]:
    """Of the bindings of a class and those that it is made from, their places; one that takes a key takes its place."""
    keys: dict[str, int] = {}
    found: dict[str, int] = {}
    for base in reversed(kind.__mro__):
        for binding in Binding.make_bindings(vars(base).get("BINDINGS", ())):
            place = keys.setdefault(binding.key, len(keys))
            found.setdefault(_name(binding), place)
    return found


def _first_free(keys: str) -> str:
    every = keys.split(",")
    return next((key for key in every if key not in FIXED), every[0])


def _is_key(key: str) -> bool:
    return bool(key) and key.isprintable() and " " not in key
