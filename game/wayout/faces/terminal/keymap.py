"""Which keys does a reader have of her own, and how is a key written?"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from textual.binding import ActiveBinding, Binding
from textual.keys import format_key

from wayout.locale import strings
from wayout.locale.evidence_strings import VERSIONS_KEY

FIXED = frozenset(
    ("up", "down", "left", "right", "enter", "escape", "space", "pageup", "pagedown", "home", "end", "f1",
     *map(str, range(1, 10)))
)  # fmt: skip
"""Keys that keep their work whatever else is set: nobody locks herself out."""
UNSAFE = frozenset(("tab", "ctrl+i", "ctrl+m", "ctrl+j", "ctrl+h", "backspace", "delete"))
"""Keys that some terminal takes for another one, or that move the focus or set keys back."""
RESERVED = frozenset(("ctrl+c", "ctrl+p", "ctrl+q", "ctrl+z"))
"""Keys that Textual and terminals have for copying, the palette, leaving and suspending."""
LAST = 1_000
"""The place of what no class names: Textual adds its palette to an app."""
NAMES = {"enter": "Enter", "escape": "Esc", "space": "Space", "pageup": "PgUp", "pagedown": "PgDn", "home": "Home",
         "end": "End", "tab": "Tab", "shift": "Shift"}  # fmt: skip


class KeyLabel(NamedTuple):
    """A key by its name, and as it is written."""

    name: str
    shown: str


class TextKeys(NamedTuple):
    """The keys that are written in texts, each the same on every screen."""

    sources: KeyLabel = KeyLabel(strings.SOURCES_KEY, strings.SOURCES_KEY)
    debrief: KeyLabel = KeyLabel(strings.DEBRIEF_KEY, strings.DEBRIEF_KEY)
    care: KeyLabel = KeyLabel(strings.CARE_KEY, strings.CARE_KEY)
    glossary: KeyLabel = KeyLabel(strings.GLOSSARY_KEY, strings.GLOSSARY_KEY)
    versions: KeyLabel = KeyLabel(VERSIONS_KEY, VERSIONS_KEY)
    quit: KeyLabel = KeyLabel("q", "q")


IN_TEXTS = {"sources": "reading.sources", "debrief": "trail.ending", "care": "reading.care",
            "glossary": "reading.glossary", "versions": "reading.versions", "quit": "small.quit"}  # fmt: skip
"""The binding that each of them follows."""


def shown(key: str) -> str:
    """How a key is written: 'Enter', '?', 'F2', '^t', 'n'."""
    *modifiers, last = key.split("+")
    written = NAMES.get(last) or (last.upper() if last[:1] == "f" and last[1:].isdigit() else format_key(last))
    control = "^" if "ctrl" in modifiers else ""
    return "".join((*(f"{NAMES.get(one, one)}+" for one in modifiers if one != "ctrl"), control, written))


def usable(keys: Mapping[str, str]) -> dict[str, str]:
    """Those of the keys that were kept which are keys by their form."""
    return {name: value for name, value in keys.items() if all(map(_is_key, value.split(",")))}


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
    return sorted(found, key=lambda one: (order[one.node], places[one.node].get(_name(one.binding), LAST)))


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
