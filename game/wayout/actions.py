"""What can a reader do, by which key, by which word, and where?

The table of actions: key bindings, command words and their short forms, labels, tooltips, synonyms, the order of the
line of keys, on which screen each is offered, and which of them the command palette always has. The terminal's keys,
footer, help, key map and command palette, the commands of the plain face and the buttons of the web pages are made
from it, and the README's table of keys is held to it. An action that is not here is nowhere.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import (
    authoring_strings,
    edition_strings,
    evidence_strings,
    print_strings,
    reader_strings,
    shelf_strings,
    strings,
)
from wayout.model.library import CARE, FOREWORD

BESIDE, TRAIL = "beside", "trail"
"""Of these groups everything is offered by the palette, whether or not a line of keys has room for it."""
PREVIEW: Final = frozenset(("preview", "ledger", "broken"))
"""The rooms that only a writer enters: a reader's key map leaves them out."""
DIGITS: Final = "123456789"
"""The keys of numbered options: a fork has no more of them than there are digits."""
_MEANINGS: Final = {
    edition_strings.CMD_FOREWORD: edition_strings.FOREWORD_MEANING,
    edition_strings.CMD_EDITIONS: edition_strings.EDITIONS_MEANING,
    **strings.CMD_MEANING,
    **evidence_strings.CMD_MEANING,
    shelf_strings.CMD_SETTINGS: shelf_strings.CMD_MEANING,
    shelf_strings.CMD_NAME: shelf_strings.NAME_MEANING,
    shelf_strings.CMD_CONTINUE: shelf_strings.CONTINUE_MEANING,
    reader_strings.CMD_CARD: reader_strings.CARD_MEANING,
    reader_strings.CMD_PAPER: reader_strings.PAPER_MEANING,
    reader_strings.CMD_SIDE: reader_strings.SIDE_MEANING,
    reader_strings.CMD_NOTEBOOK: reader_strings.NOTEBOOK_MEANING,
}


class Action(Struct, frozen=True):
    """Something that can be done. What it has no key, word or title for, it is not offered by there.

    `keys` are the names of its default keys with commas between them; `label` is its word in a line of keys, `tip` the
    sentence that says what it does. `word` is what is typed on the plain face, `short` so much of it as is enough
    wherever other words begin alike, `signs` are other spellings, taken whole. `title` is what its button is called
    on a web page, `web_tip` its sentence there, where that is another. `opens` names the page that it opens, where
    that has another name than the action. What `stands_alone` is not meant where something follows its word.
    """

    id: str
    keys: str = ""
    label: str = ""
    tip: str = ""
    word: str = ""
    short: str = ""
    title: str = ""
    web_tip: str = ""
    opens: str = ""
    signs: tuple[str, ...] = ()
    stands_alone: bool = False

    @property
    def page(self) -> str:
        """The name of the page that it opens."""
        return self.opens or self.id

    @property
    def meaning(self) -> str:
        """What the help of the plain face says of its word."""
        return _MEANINGS.get(_BY_ID[self.id].word, "")

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Words besides its label by which the palette finds it."""
        typed = (self.word,) if self.word not in ("", self.label) else ()
        return (*typed, *self.signs, *shelf_strings.SYNONYMS.get(self.id, ()))

    def is_meant(self, typed: str) -> bool:
        """Whether a word that was typed, in small letters, is its word, the beginning of that, or one of its signs."""
        return bool(typed) and (self.word.startswith(typed) or typed in self.signs)


class Shortcut(Struct, frozen=True):
    """The keys for an action in a room: a screen, or a widget that has the keyboard.

    A reader's own keys are kept under `name`, which therefore never changes. `does` is the method that does it, with
    its arguments; `keys` are others than the action's own; `written` is how they are shown, where not each by its
    name. `is_shown` is what the line of keys has; `comes_first` what the keyboard's widget does not see.
    """

    action: str
    name: str = ""
    does: str = ""
    keys: str = ""
    is_shown: bool = True
    written: str = ""
    comes_first: bool = False


def _titled(label: str) -> str:
    """With a capital letter, as the names of pages have it."""
    return label[:1].upper() + label[1:]


ACTIONS: Final = (
    # Each: id, keys, label, tip; word, short; title.
    # At a page of a record.
    Action("number", ",".join(DIGITS), strings.KEY_NUMBER, strings.TIP_NUMBER, word=strings.CMD_NUMBER),
    Action("sources", "s", strings.KEY_SOURCES, strings.TIP_SOURCES, strings.CMD_SOURCES, "s", strings.SOURCES),
    Action("versions", "v", evidence_strings.KEY_VERSIONS, evidence_strings.TIP_VERSIONS,
           evidence_strings.CMD_VERSIONS, "v", _titled(evidence_strings.VERSIONS), stands_alone=True),
    Action("also", "h", evidence_strings.KEY_ALSO, evidence_strings.TIP_ALSO, evidence_strings.CMD_ALSO, "als",
           stands_alone=True),
    Action("law", "y", evidence_strings.KEY_LAW, evidence_strings.TIP_LAW, evidence_strings.CMD_LAW, "la",
           stands_alone=True),
    Action("rest", "E", evidence_strings.KEY_REST, evidence_strings.TIP_REST),
    Action("again", word=strings.CMD_AGAIN, short="a", stands_alone=True),
    # Along the trail.
    Action("undo", "u", strings.KEY_UNDO, strings.TIP_UNDO, strings.CMD_UNDO, "u", _titled(strings.KEY_UNDO),
           signs=(strings.CMD_UNDO_SIGN,), stands_alone=True),
    Action("redo", "r", strings.KEY_REDO, strings.TIP_REDO, strings.CMD_REDO, "r", _titled(strings.KEY_REDO),
           stands_alone=True),
    Action("forks", "f", strings.KEY_FORKS, strings.TIP_FORKS, strings.CMD_FORKS, "f", strings.FORKS),
    Action("log", "l", strings.KEY_LOG, strings.TIP_LOG, strings.CMD_LOG, "l", strings.LOG),
    Action("search", "slash", strings.KEY_SEARCH, strings.TIP_SEARCH, title=strings.LOG_SEARCH),
    Action("debrief", "b", strings.KEY_DEBRIEF, strings.TIP_DEBRIEF, strings.CMD_DEBRIEF, "de", strings.DEBRIEF,
           signs=(reader_strings.CMD_ARTICLE,)),
    Action("export", "e", strings.KEY_EXPORT, strings.TIP_EXPORT, strings.CMD_EXPORT, "e"),
    Action("html", "h", strings.KEY_HTML, strings.TIP_HTML),
    Action("card", "c", reader_strings.KEY_CARD, reader_strings.TIP_CARD, reader_strings.CMD_CARD, "card"),
    Action("print", "e", title=_titled(print_strings.KEY_PRINT), web_tip=print_strings.TIP_PRINT),
    Action("save", "w", shelf_strings.KEY_SAVE, shelf_strings.TIP_SAVE, shelf_strings.CMD_SAVE, "sa"),
    Action("paper", "z", reader_strings.KEY_PAPER, reader_strings.TIP_PAPER, reader_strings.CMD_PAPER, "p",
           reader_strings.PAPERS_HEAD),
    # Beside the records.
    Action("glossary", "g", strings.KEY_GLOSSARY, strings.TIP_GLOSSARY, strings.CMD_GLOSSARY, "g", strings.GLOSSARY),
    Action(FOREWORD, "w", edition_strings.KEY_FOREWORD, edition_strings.TIP_FOREWORD, edition_strings.CMD_FOREWORD,
           edition_strings.CMD_FOREWORD, _titled(edition_strings.KEY_FOREWORD)),
    Action("differ", "d", strings.KEY_DIFFER, strings.TIP_DIFFER, strings.CMD_DIFFER, "d", strings.DIFFER),
    Action("alone", "o", strings.KEY_ALONE, strings.TIP_ALONE, strings.CMD_ALONE, "al", strings.ALONE),
    Action("compare", "x", strings.KEY_COMPARE, strings.TIP_COMPARE, strings.CMD_COMPARE, "co", strings.COMPARE),
    Action("side-by-side", "X", reader_strings.KEY_SIDE, reader_strings.TIP_SIDE, reader_strings.CMD_SIDE, "si"),
    Action("notebook", "N", reader_strings.KEY_NOTEBOOK, reader_strings.TIP_NOTEBOOK, reader_strings.CMD_NOTEBOOK, "no",
           reader_strings.NOTEBOOK),
    Action("timeline", "t", strings.KEY_TIMELINE, strings.TIP_TIMELINE, strings.CMD_TIMELINE, "t", strings.TIMELINE),
    Action("map", "m", strings.KEY_MAP, strings.TIP_MAP, strings.CMD_MAP, "m", strings.MAP),
    Action("situation", "I", evidence_strings.KEY_SITUATION, evidence_strings.TIP_SITUATION),
    Action("route", "p", evidence_strings.KEY, evidence_strings.TIP, evidence_strings.COMMAND, "ro",
           evidence_strings.HEAD),
    Action("care", "c", strings.KEY_CARE, strings.TIP_CARE, strings.CMD_CARE, "c", strings.CARE_HERE, opens=CARE),
    Action("about", "a", strings.KEY_ABOUT, strings.TIP_ABOUT, strings.CMD_ABOUT, "ab", _titled(strings.KEY_ABOUT)),
    # Of Wayout itself.
    Action("settings", "comma", shelf_strings.KEY_SETTINGS, shelf_strings.TIP_SETTINGS,
           shelf_strings.CMD_SETTINGS, "se", print_strings.SETTINGS, print_strings.TIP_SETTINGS),
    Action("name", "n", shelf_strings.KEY_NAME, shelf_strings.TIP_NAME, shelf_strings.CMD_NAME, "n"),
    Action("continue", word=shelf_strings.CMD_CONTINUE, short="con"),
    Action("find", "slash", shelf_strings.KEY_SEARCH, shelf_strings.TIP_SEARCH, shelf_strings.CMD_FIND, "f"),
    Action("editions", "e", edition_strings.KEY_EDITIONS, edition_strings.TIP_EDITIONS, edition_strings.CMD_EDITIONS,
           "ed", stands_alone=True),
    Action("end-search", "escape", strings.KEY_CLOSE, shelf_strings.TIP_SEARCHED),
    Action("help", "question_mark,f1", strings.KEY_HELP, strings.TIP_HELP, strings.CMD_HELP, "h", strings.HELP_HEAD,
           opens="keys", signs=(strings.CMD_HELP_SIGN,), stands_alone=True),
    Action("library", "q", strings.KEY_LIBRARY, strings.TIP_LIBRARY, strings.CMD_LIBRARY, "li",
           _titled(strings.KEY_LIBRARY), stands_alone=True),
    Action("close", "escape", strings.KEY_CLOSE, strings.TIP_CLOSE, title=_titled(strings.KEY_CLOSE)),
    Action("quit", "q", strings.KEY_QUIT, strings.TIP_QUIT, strings.CMD_QUIT, "q", signs=strings.CMD_QUIT_SIGNS),
    Action("suspend", "ctrl+z", shelf_strings.KEY_SUSPEND, shelf_strings.TIP_SUSPEND),
    # Within a page: reading on, pointing and choosing.
    Action("page-down", "pagedown", strings.KEY_PAGE_DOWN, strings.TIP_PAGE),
    Action("page-up", "pageup", strings.KEY_PAGE_UP, strings.TIP_PAGE),
    Action("line-down", "down,j", strings.KEY_DOWN, strings.TIP_SCROLL),
    Action("line-up", "up,k", strings.KEY_UP, strings.TIP_SCROLL),
    Action("page-before", "left", evidence_strings.KEY_PAGE_BEFORE, evidence_strings.TIP_PAGE_BEFORE),
    Action("home", "home", strings.KEY_HOME, strings.TIP_EDGE),
    Action("end", "end", strings.KEY_END, strings.TIP_EDGE),
    Action("option-above", "up,k", strings.KEY_UP, strings.TIP_UP),
    Action("option-below", "down,j", strings.KEY_DOWN, strings.TIP_DOWN),
    Action("choose", "enter", strings.KEY_CHOOSE, strings.TIP_CHOOSE),
    Action("read-on", "space", strings.KEY_SPACE, strings.TIP_SPACE),
    Action("open", "o", evidence_strings.KEY_OPEN, evidence_strings.TIP_OPEN),
    Action("copy", "y", evidence_strings.KEY_COPY, evidence_strings.TIP_COPY),
    Action("next-source", "tab", evidence_strings.KEY_NEXT, evidence_strings.TIP_NEXT),
    Action("source-below", "down,j", strings.KEY_DOWN, evidence_strings.TIP_NEXT),
    Action("source-above", "up,k", strings.KEY_UP, evidence_strings.TIP_NEXT),
    Action("enter-record", "enter", strings.KEY_ENTER, strings.TIP_ENTER),
    Action("cell-below", "down,j", strings.KEY_DOWN, strings.TIP_CELL),
    Action("cell-above", "up,k", strings.KEY_UP, strings.TIP_CELL),
    Action("cell-right", "right", strings.KEY_RIGHT, strings.TIP_CELL),
    Action("cell-left", "left", strings.KEY_LEFT, strings.TIP_CELL),
    Action("look-at-place", "enter", strings.KEY_LOOK, evidence_strings.TIP_LOOK),
    Action("place-after", "down,right,j", evidence_strings.KEY_WALK, evidence_strings.TIP_WALK),
    Action("place-before", "up,left,k", strings.KEY_UP, evidence_strings.TIP_WALK),
    Action("look-at-scene", "enter", strings.KEY_LOOK, strings.TIP_LOOK),
    Action("scene-below", "down,j", strings.KEY_WALK, strings.TIP_WALK),
    Action("scene-above", "up,k", strings.KEY_UP, strings.TIP_WALK),
    Action("scene-left", "left", strings.KEY_LEFT, strings.TIP_WALK),
    Action("scene-right", "right", strings.KEY_RIGHT, strings.TIP_WALK),
    Action("next-value", "right", shelf_strings.KEY_NEXT, shelf_strings.TIP_NEXT),
    Action("value-before", "left", shelf_strings.KEY_BEFORE, shelf_strings.TIP_BEFORE),
    Action("reset-keys", "delete,backspace", shelf_strings.KEY_RESET, shelf_strings.TIP_RESET),
    # In the preview, for writers.
    Action("findings", "f", authoring_strings.KEY_FINDINGS, authoring_strings.TIP_FINDINGS),
    Action("edit", "e", authoring_strings.KEY_EDIT, authoring_strings.TIP_EDIT),
    Action("leave-preview", "q", authoring_strings.KEY_QUIT, authoring_strings.TIP_QUIT),
    Action("back-to-page", "escape", strings.KEY_CLOSE, authoring_strings.TIP_BACK),
)  # fmt: skip
"""In the order in which the plain face tells them."""

_BY_ID: Final = {entry.id: entry for entry in ACTIONS}
action = _BY_ID.__getitem__
"""The action with an id. Raises KeyError."""


def typed_action(
    typed: str, offered: Collection[str], actions: Sequence[Action] = ACTIONS
) -> tuple[Action, str] | None:
    """Of the actions that are offered, by their ids, the one that a line asks for, and what stands behind its word.

    Where words begin alike, the one for which less of it is enough is meant.
    """
    word, _, behind = typed.strip().partition(" ")
    matches = [
        entry
        for entry in actions
        if entry.id in offered and entry.is_meant(word.lower()) and not (behind and entry.stands_alone)
    ]
    return (min(matches, key=lambda entry: len(entry.short)), behind.strip()) if matches else None


def asks_to_leave(typed: str) -> bool:
    """Whether a line asks to leave, which no mere beginning of the word does."""
    leave = action("quit")
    return typed.strip().lower() in (leave.word, *leave.signs)


def synonyms() -> Mapping[str, tuple[str, ...]]:
    """By the label in a line of keys, the other words by which the palette finds what it stands for."""
    by_word: dict[str, tuple[str, ...]] = {}
    for entry in ACTIONS:
        if entry.label:
            by_word[entry.label] = (*by_word.get(entry.label, ()), *entry.synonyms)
    return by_word


def _hidden(action: str, does: str = "", name: str = "", keys: str = "", written: str = "") -> Shortcut:
    return Shortcut(action, name, does, keys, is_shown=False, written=written)


def _beside(*names: str, does: str = "beside", is_shown: bool = False) -> Iterator[Shortcut]:
    for entry in map(action, names):
        yield Shortcut(entry.id, entry.page, f"{does}('{entry.page}')", is_shown=is_shown)


def _trail(*names: str) -> Iterator[Shortcut]:
    return (Shortcut(name, f"{TRAIL}.{name}", f"trail('{name}')", is_shown=False) for name in names)


def _filled(room: str, shortcut: str | Shortcut) -> Shortcut:
    """With everything that goes without saying: the name in the room, the action's own keys, the method of its name."""
    given = Shortcut(shortcut) if isinstance(shortcut, str) else shortcut
    name = given.name or given.action
    return replace(
        given,
        name=name if "." in name or name == room else f"{room}.{name}",
        does=given.does or given.action,
        keys=given.keys or action(given.action).keys,
    )


_ROOMS: Final[Mapping[str, tuple[str | Shortcut, ...]]] = {
    "help": (Shortcut("help", written="?"),),
    "suspend": (Shortcut("suspend", does="suspend_process", is_shown=False, comes_first=True),),
    BESIDE: (
        *_beside("glossary", "differ", "alone", "compare", "side-by-side", "timeline", "notebook"),
        *_beside(FOREWORD, "care", "about", "settings"),
    ),
    "page": (_hidden("page-down", "page(1)", "down"), _hidden("page-up", "page(-1)", "up")),
    "compare": ("sources", "care"),
    "debrief": (Shortcut("export", does="export('.md')"), "save", Shortcut("html", does="export('.html')"), "card"),
    "keymap": (Shortcut("reset-keys", "reset", "reset", written="Del"),),
    "library": (
        Shortcut("find", "search", "search"),
        Shortcut("quit", does="app.quit"), Shortcut("editions", does="app.editions"),
        *_beside("about", "settings", FOREWORD, "glossary", "differ", "compare", "timeline", does="app.beside",
                 is_shown=True),
        _hidden("end-search", "back", "escape"),
    ),
    "editions": (Shortcut("quit", does="app.quit"), *_beside("settings", does="app.beside", is_shown=True)),
    "log": ("search", Shortcut("close", "back", "back")),
    "notice": ("debrief", Shortcut("library", does="back"), _hidden("library", "back", "escape", "escape")),
    "panel": (
        Shortcut("close", does="dismiss"),
        _hidden("close", "dismiss", "q", "q"),
        _hidden("line-down", "scroll(1)", "down"),
        _hidden("line-up", "scroll(-1)", "up"),
        _hidden("page-down", "page(1)", keys="pagedown,space,enter"),
        _hidden("page-up", "page(-1)"),
        _hidden("home", "edge(-1)"),
        _hidden("end", "edge(1)"),
        _hidden("help", "app.help", written="?"),
    ),
    "reading": (
        "sources",
        "also",
        "law",
        "versions",
        Shortcut("undo", f"{TRAIL}.undo"),
        Shortcut("debrief", f"{TRAIL}.ending"),
        "paper",
        Shortcut("route", f"{TRAIL}.route"),
        "library",
        Shortcut("redo", f"{TRAIL}.redo"),
        *_trail("debrief", "forks", "log"),
        _hidden("name", name=f"{TRAIL}.name"),
        "glossary",
        "map",
        _hidden("rest"), _hidden("situation"), _hidden("page-before", "undo", "before"),
        _hidden("library", "leave", "escape", "escape"),
        "care",
    ),
    "aside": ("sources",), "look": ("sources", "care"),
    "settings": (
        Shortcut("next-value", "next", "turn(1)", written="←→"),
        _hidden("value-before", "turn(-1)", "before"),
    ),
    "sources": (
        _hidden("next-source", "app.focus_next", "next"),
        _hidden("next-source", "app.focus_previous", "previous", "shift+tab"),
    ),
    "small": (Shortcut("quit", does="app.quit"),),
    FOREWORD: (
        "sources", "undo",
        Shortcut("library", does="back"),
        *_beside(FOREWORD, does="app.beside", is_shown=True),
        _hidden("library", "leave", "escape", "escape"),
    ),
    "choices": (
        _hidden("option-above", "point(-1)", "up"),
        _hidden("option-below", "point(1)", "down"),
        _hidden("option-above", "beside(-1)", "left", "left"),
        _hidden("option-below", "beside(1)", "right", "right"),
        Shortcut("choose", is_shown=False, comes_first=True),
        Shortcut("read-on", "space", "go_on", is_shown=False, comes_first=True),
        *(Shortcut("number", n, f"number({n})", n, is_shown=False, written="1–9", comes_first=True) for n in DIGITS),
    ),
    "cite": (
        "open",
        _hidden("open", name="enter", keys="enter"),
        _hidden("source-below", "screen.scroll(1)", "down"),
        _hidden("source-above", "screen.scroll(-1)", "up"),
        "copy",
    ),
    "takings": (
        Shortcut("enter-record", "enter", "enter"),
        _hidden("cell-below", "point(1, 0)", "down"),
        _hidden("cell-above", "point(-1, 0)", "up"),
        _hidden("cell-right", "point(0, 1)", "right"),
        _hidden("cell-left", "point(0, -1)", "left"),
    ),
    "route": (
        Shortcut("look-at-place", "look", "look"),
        Shortcut("place-after", "on", "walk(1)", written="↑↓←→"),
        _hidden("place-before", "walk(-1)", "back"),
        _hidden("home", "edge(0)"),
        _hidden("end", "edge(-1)"),
    ),
    "map": (
        Shortcut("look-at-scene", "look", "look"),
        Shortcut("scene-below", "down", "walk('down')", written="↑↓←→"),
        _hidden("scene-above", "walk('up')", "up"),
        _hidden("scene-left", "walk('left')", "left"),
        _hidden("scene-right", "walk('right')", "right"),
        _hidden("home", "edge(0)"),
        _hidden("end", "edge(-1)"),
    ),
    "preview": (
        Shortcut("findings", does="ledger"),
        "edit", _hidden("glossary"),
        _hidden("forks", "trail('forks')", keys="j"),
        Shortcut("leave-preview", "leave", "leave"),
        _hidden("back-to-page", "step_back", "escape"),
    ),
    "ledger": ("edit", _hidden("findings", "dismiss", "close")),
    "broken": (
        "edit", Shortcut("leave-preview", "leave", "leave"),
        _hidden("leave-preview", "leave", "escape", "escape"),
    ),
}  # fmt: skip

ROOMS: Final[Mapping[str, tuple[Shortcut, ...]]] = {
    room: tuple(_filled(room, shortcut) for shortcut in shortcuts) for room, shortcuts in _ROOMS.items()
}
"""What is offered by a key, by the screen or widget where that is so; each in the order of its line of keys."""
