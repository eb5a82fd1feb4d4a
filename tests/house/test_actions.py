"""The table of actions: what a key, a word, a label or a tip is stands in it, and whatever shows one reads it there."""

import ast
import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from tests.house.test_house import ROOT, modules
from wayout.actions import ACTIONS, ROOMS, Action, action, asks_to_leave, typed_action
from wayout.faces import terminal
from wayout.faces.terminal.keymap import bindings, given, rows, usable
from wayout.faces.web.fragments import TOOLS
from wayout.model.library import Library
from wayout.views.action_words import worded

LOCALE = "wayout.locale"
TABLE = "wayout.actions"
NAMES_OF_ACTIONS = re.compile(r"(?:KEY|TIP|CMD)(?:_[A-Z_]+)?$|COMMAND$|[A-Z]+_KEY$")
"""How a string of the interface is called that is a label, a tip, a command word or a key."""
OTHERS = {("print_strings", "TIP_DIGITS"), ("print_strings", "TIP_ENTER"), ("edition_strings", "TIP_TITLED")}
"""Of no action: the keys by which any web page is read, and how a foreword with a title is called."""
SAVED = (
    "aside.sources", "beside.about", "beside.alone", "beside.compare", "beside.differ", "beside.glossary",
    "beside.help", "beside.notebook", "beside.settings", "beside.side-by-side", "beside.foreword", "beside.timeline",
    "cite.copy", "cite.open", "compare.care", "compare.sources", "debrief.card", "debrief.export", "debrief.html",
    "debrief.save", "editions.quit", "editions.settings", "help", "library.about", "library.compare", "library.differ",
    "library.editions", "library.glossary", "library.quit", "library.search", "library.settings", "library.foreword",
    "library.timeline", "log.search", "look.care", "look.sources", "notice.debrief", "notice.library", "panel.help",
    "panel.q", "reading.also", "reading.care", "reading.glossary", "reading.law", "reading.library", "reading.map",
    "reading.paper", "reading.rest", "reading.situation", "reading.sources", "reading.versions", "small.quit",
    "sources.previous", "trail.debrief", "trail.ending", "trail.forks", "trail.log", "trail.name", "trail.redo",
    "trail.route", "trail.undo", "foreword", "foreword.library", "foreword.sources", "foreword.undo",
)  # fmt: skip
"""The names under which readers' settings may hold keys of their own."""

RENAMED = {"beside.the-war": "beside.foreword", "library.the-war": "library.foreword", "war.the-war": "foreword",
           "war.library": "foreword.library", "war.sources": "foreword.sources",
           "war.undo": "foreword.undo"}  # fmt: skip
"""What names were before editions named their forewords, and are."""
GONE = {"debrief.sources": "aside.sources", "timeline.sources": "aside.sources"}
"""Names of screens that are one now: settings that have a key under one of them have it under the other too, for the
key map gives a key to all shortcuts of an action."""


def of_the_faces() -> dict[str, ast.Module]:
    """The modules that show a reader what can be done, by their names."""
    return {name: tree for name, tree in modules().items() if name.startswith("wayout.faces.")}


def of_classes() -> Iterator[Binding]:
    """The key bindings of every screen and widget of the terminal face."""
    for module in walk_packages(terminal.__path__, f"{terminal.__name__}."):
        for _, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, DOMNode):
                yield from (one for one in vars(kind).get("BINDINGS", ()) if isinstance(one, Binding))


def test_no_face_binds_a_key_that_the_table_does_not_have() -> None:
    found = [one.id for one in of_classes()]
    assert sorted(map(str, found)) == sorted(one.name for shortcuts in ROOMS.values() for one in shortcuts)
    calls = {
        name
        for name, tree in of_the_faces().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Binding")
    }
    assert calls == {bindings.__module__}


def test_no_face_says_a_label_a_tip_or_a_command_word_but_by_the_table() -> None:
    said = {
        (name, ast.unparse(node))
        for name, tree in of_the_faces().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node.value).endswith("strings")
        and NAMES_OF_ACTIONS.match(node.attr)
        and (ast.unparse(node.value), node.attr) not in OTHERS
    }
    assert said == set()


def test_every_label_tip_and_command_word_of_the_catalogue_is_in_the_table() -> None:
    read = {
        (f"{LOCALE}.{node.value.id}", node.attr)
        for node in ast.walk(modules()[TABLE])
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    areas = {module for module, _ in read if module.startswith(f"{LOCALE}.") and module in modules()}
    left = {
        (area, name)
        for area in areas
        for name, text in vars(import_module(area)).items()
        if name.startswith(("KEY_", "TIP_", "CMD_")) and isinstance(text, str)
        and (area, name) not in read and (area.rpartition(".")[2], name) not in OTHERS
    }  # fmt: skip
    assert len(areas) > 5
    assert left == set()


def test_every_action_has_an_id_of_its_own_and_what_it_is_offered_by() -> None:
    assert len({one.id for one in ACTIONS}) == len(ACTIONS)
    placed = {one.action for shortcuts in ROOMS.values() for one in shortcuts}
    tools = {one.id for one in TOOLS}
    assert {one.id for one in ACTIONS if one.id not in placed and not one.word and one.page not in tools} == set()
    assert {one.id for one in ACTIONS if one.id in placed and not (one.keys and one.label and one.tip)} == set()
    assert {one.id for one in ACTIONS if one.title and one.page not in tools} == set()
    assert {one.id for one in ACTIONS if one.short and not one.word.startswith(one.short)} == set()


def test_every_shortcut_has_a_name_that_no_other_has_and_what_is_shown_is_short() -> None:
    every = [one for shortcuts in ROOMS.values() for one in shortcuts]
    assert len({one.name for one in every}) == len(every)
    assert [one.name for one in every if one.is_shown and not 0 < len(action(one.action).label) <= 10] == []
    assert [one.name for one in every if not action(one.action).tip] == []


def test_what_a_class_does_by_a_key_it_has_a_method_for() -> None:
    """A name with a dot is a method of the screen or the app."""
    app = import_module("wayout.faces.terminal.app").WayoutApp
    missing = []
    for module in walk_packages(terminal.__path__, f"{terminal.__name__}."):
        for _, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, DOMNode):
                for one in vars(kind).get("BINDINGS", ()):
                    method = f"action_{one.action.partition('(')[0].rpartition('.')[2]}"
                    if not hasattr(app if one.action.startswith("app.") else kind, method):
                        missing.append((kind.__name__, one.action))
    assert [one for one in missing if not one[1].startswith("screen.")] == []


def test_keys_that_readers_have_saved_still_do_what_they_did() -> None:
    """A reader's own key is kept under the name of its shortcut: a name that is gone would be a key that is lost."""
    every = {one.name for shortcuts in ROOMS.values() for one in shortcuts}
    assert set(SAVED) <= every
    assert set(GONE.values()) <= set(SAVED)
    assert not GONE.keys() & every
    offered = {name for row in rows() if row.is_offered for name, _ in row.bindings}
    assert {name for row in rows() if row.is_offered for name in given(row, "i", {})} <= set(SAVED) <= offered
    assert usable(dict.fromkeys(SAVED, "i")) == dict.fromkeys(SAVED, "i")
    assert usable(dict.fromkeys(RENAMED, "i")) == dict.fromkeys(RENAMED.values(), "i")


@pytest.mark.parametrize(
    "one", [one for one in ACTIONS if one.meaning and one.short not in ("", one.word)], ids=lambda one: one.id
)
def test_the_short_form_that_the_help_of_the_plain_face_tells_is_understood(one: Action) -> None:
    told = re.search(r"\(or ([a-z]+)", one.meaning)
    assert told is not None
    assert told[1] == one.short
    assert typed_action(one.short, {each.id for each in ACTIONS} - {"number", "find"}) == (one, "")


def test_a_word_is_understood_by_its_beginning_and_what_follows_it_is_kept() -> None:
    every = {one.id for one in ACTIONS}
    assert typed_action("  EXPORT My Trail.md ", every) == (action("export"), "My Trail.md")
    assert typed_action("?", every) == (action("help"), "")
    assert typed_action("undo 3", every) is None, "nothing may follow it"
    assert typed_action("r picture", every) == (action("route"), "picture"), "so another that begins alike is meant"
    assert typed_action("a", {"alone", "about"}) == (action("alone"), "")
    assert typed_action("", every) is None
    assert [word for word in ("q", "quit", "Exit", "qu", "quit now", "") if asks_to_leave(word)] == [
        "q",
        "quit",
        "Exit",
    ]


def test_the_table_of_keys_in_the_readme_is_that_of_the_program(shipped_library: Library) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if re.match(r"\| `.*` \| `.*` \|", line)]
    cells = [[re.findall("`([^`]+)`", cell) for cell in line.strip("|").split("|")] for line in lines]
    told = [pair for keys, words, *_ in cells for pair in zip(keys, words, strict=True)]
    at_a_page = {one.action for room in ("reading", "beside") for one in ROOMS[room]}
    written = {"comma": ","}
    named = [worded(one, shipped_library) for one in ACTIONS if one.id in at_a_page and one.word]
    table = [(written.get(one.keys, one.keys), one.word) for one in named]
    assert sorted(told) == sorted(table)
    behind = {key for _, _, *rest in cells for cell in rest for key in cell}
    assert behind == {action(name).keys for name in ("open", "copy", "export", "html", "save", "card")}
