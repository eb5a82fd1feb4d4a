"""Which parts of its pages does the one-file edition bring with it, for its script to clone?

The `<template>` elements of the one-file edition and their `data-` attributes, its addresses (links within the file),
toolbars and settings panel, and the keys that a browser knows by other names.

Templates (HTML, 4.12.3): what does not depend on a reader's trail, written by the code that writes the pages of every
web face. Where the gentle wording is another one, a template holds both.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from wayout.actions import Action, action
from wayout.faces.web import reference_pages
from wayout.faces.web import reference_pages as catalogue_pages
from wayout.faces.web.evidence import panel
from wayout.faces.web.page import EVIDENCE, article, in_file, options, situation_of, told, with_terms, word_id
from wayout.faces.web.subset import Subset
from wayout.locale import strings, web_strings
from wayout.model.library import ASIDES, COMPARE, GLOSSARY, WAR, Library
from wayout.model.story import Scene, Story, Variable
from wayout.model.text import wording
from wayout.play.state import Reader, State
from wayout.render.html import VOID, Html, tag
from wayout.views.catalogue import catalogue, catalogue_entry
from wayout.views.documents import DOCUMENTS, document
from wayout.views.page import OptionView, Page, page
from wayout.views.sources import attribution
from wayout.views.trail_summary import never_told_in

_TOKENS = re.compile("<[^>]+>|[^<]+")
"""Tags and texts, as the builder writes them: in texts and attributes '<' and '>' are escaped."""
_NAME = re.compile("</?([a-z0-9]+)")


class _Element(Struct, frozen=True):
    """An element by its first tag, what it holds, and its last tag."""

    start: str
    inside: tuple["_Element | str", ...] = ()
    end: str = ""


_Node = _Element | str


def either(first: Html, second: Html, attribute: str, values: tuple[str, str]) -> Html:
    """Both in one; what only one of them has bears the attribute with its value. Each is one element."""
    if first == second:
        return first
    return Html("".join(map(_written, _merged(_parsed(first), _parsed(second), attribute, values))))


def _parsed(html: Html) -> tuple[_Node, ...]:
    open_: list[list[_Node]] = [[]]
    starts: list[str] = []
    for token in _TOKENS.findall(html):
        name = _NAME.match(token)
        if name is None:
            open_[-1].append(token)
        elif token[1] == "/":
            inside = open_.pop()
            open_[-1].append(_Element(starts.pop(), tuple(inside), token))
        elif name[1] in VOID:
            open_[-1].append(_Element(token))
        else:
            starts.append(token)
            open_.append([])
    return tuple(open_[0])


def _written(node: _Node) -> str:
    return node if isinstance(node, str) else f"{node.start}{''.join(map(_written, node.inside))}{node.end}"


def _merged(
    first: Sequence[_Node], second: Sequence[_Node], attribute: str, values: tuple[str, str]
) -> tuple[_Node, ...]:
    """Raises ValueError where a text differs: its element is what can be marked."""

    def marked(node: _Node, value: str) -> _Element:
        if isinstance(node, str):
            raise ValueError(node)
        return _Element(f'{node.start[:-1]} {attribute}="{value}">', node.inside, node.end)

    def both(one: _Node, other: _Node) -> Iterator[_Node]:
        if isinstance(one, _Element) and isinstance(other, _Element) and one.start == other.start:
            try:
                yield _Element(one.start, _merged(one.inside, other.inside, attribute, values), one.end)
                return
            except ValueError:
                pass
        yield from (marked(one, values[0]), marked(other, values[1]))

    found: list[_Node] = []
    for kind, at, to, from_, until in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            found += first[at:to]
        elif to - at == until - from_:
            for one, other in zip(first[at:to], second[from_:until], strict=True):
                found += both(one, other)
        else:
            found += [marked(one, values[0]) for one in first[at:to]]
            found += [marked(one, values[1]) for one in second[from_:until]]
    return tuple(found)


BROWSER_KEYS = {"slash": "/", "comma": ",", "question_mark": "?", "escape": "Escape"}
"""How a browser calls the keys that it calls otherwise."""


class WebKey(Struct, frozen=True):
    """Something that a button of the page does, and a key."""

    id: str
    key: str
    label: str
    tip: str

    @property
    def shown(self) -> str:
        """The key as a reader is shown it."""
        return "Esc" if self.key == "Escape" else self.key


def label(tool: WebKey, library: Library) -> str:
    """What its button is called: a page of the makers' own by the title that it has in this library."""
    return wording(library.asides[tool.id].title) if tool.id in library.asides else tool.label


def _tool(one: Action) -> WebKey:
    key = one.keys.partition(",")[0]
    return WebKey(one.page, BROWSER_KEYS.get(key, key), one.title, one.web_tip or one.tip)


TOOLS = tuple(
    _tool(action(name))
    for name in (
        *("sources", "versions", "undo", "redo", "forks", "log", "search", "debrief", "print"),
        *("glossary", "differ", "alone", "compare", "timeline", "war", "care", "about"),
        *("settings", "help", "library", "close"),
    )
)
"""In the order in which the page of keys tells them."""


FULL, GENTLE = Reader(), Reader(gentle=True)
WORDING, ON_WAR, IF = "data-wording", "data-war", "data-if"
"""By these attributes the script knows what to take away: the other wording, what stands only before a reader has been
told of the war or only afterwards, and what holds only in her browser."""
_WORDS = {word_id(word): word for word in (*strings.TAKEN_MEANING, *strings.KNOWN.values())}
_SAMPLE = OptionView(id="…", label="…", looked_at=True, notice="…")
Written = Callable[[Reader], Html]


def templates(chosen: Subset) -> Iterator[Html]:
    """Every template of a file."""
    library = chosen.library
    yield from _beside(library)
    yield from _pages(_unconditional(library))
    yield _template("mark", _mark(library))
    yield _template("moves", options((_SAMPLE,), labelled="title"))
    yield _template("closed", options((replace(_SAMPLE, is_open=False),), labelled="title"))
    yield _template("library", _in_both(lambda reader: catalogue_pages.library(catalogue(library, reader))))
    for number, one in enumerate(catalogue(library, FULL)):
        yield _template(f"notice-{number}", _notice(library, one.id))
    yield _template("keep", _keep())
    yield _template("settings", _settings())
    yield _template("search", _search())
    for name, words in (("page-bar", web_strings.PAGE_TOOLS), ("beside-bar", web_strings.BESIDE_TOOLS)):
        yield _template(name, _bar(library, words))


def _beside(library: Library) -> Iterator[Html]:
    """What stands beside the stories."""
    for name in DOCUMENTS:
        if library.terms if name == GLOSSARY else name in library.asides or name not in ASIDES:
            claims = document(library, name, FULL).claims if name != COMPARE else None
            yield _template(name, _in_both(partial(_document, library, name)), claims or ())
    yield _template("keys", reference_pages.keys(tuple((one.shown, one.tip) for one in TOOLS)))


def _document(library: Library, name: str, reader: Reader) -> Html:
    return reference_pages.document_html(document(library, name, reader))


def _unconditional(library: Library) -> Library:
    """The library in which all passages of a scene are told, and all choices are open."""

    def scene(one: Scene) -> Scene:
        choices = {name: replace(choice, condition=None) for name, choice in one.choices.items()}
        return replace(one, text=tuple(replace(part, condition=None) for part in one.passages), choices=choices)

    def story(one: Story) -> Story:
        return replace(one, scenes={name: scene(found) for name, found in one.scenes.items()})

    return replace(library, stories={name: story(one) for name, one in library.stories.items()})


def _pages(library: Library) -> Iterator[Html]:
    """Each scene with all that can be told there, and what each of its choices is answered by.

    The script takes away what is not told, and puts in what can be done, which hangs on the trail as well.
    """
    for number, entry in enumerate(catalogue(library, FULL)):
        if never_told_in(library, entry.id):
            yield _template(f"untold-{number}", _in_both(partial(_untold, library, entry.id)))
        story = library.stories[entry.id]
        if told_of := [(one.label, value) for one in labelled(story).values() for value in one.values.values()]:
            yield _template(f"situation-{number}", situation_of(tuple(told_of)))
        for at, (key, scene) in enumerate(story.scenes.items()):
            state = State(story=entry.id, scene=key, situation=())
            yield _template(f"page-{number}-{at}", _in_both(partial(_scene, library, state)))
            for which, choice in enumerate(scene.choices):
                shown = replace(state, shown=choice)
                yield _template(f"outcome-{number}-{at}-{which}", _in_both(partial(_outcome, library, shown)))


def labelled(story: Story) -> dict[str, Variable]:
    """Of the situation what a reader is told."""
    return {name: one for name, one in story.situation.items() if one.label}


def _scene(library: Library, state: State, reader: Reader) -> Html:
    """A scene; at its end every list has an item, which the script takes away or fills."""
    shown = page(library, state, reader)
    if shown.close is not None:
        sample = ("…",)
        unknown = shown.close.unknown or sample
        close = replace(shown.close, walked=sample, unknown=unknown, not_walked=sample, marked=sample)
        shown = replace(shown, close=close)
    return article(library, replace(shown, moves=(), situation=()), in_edition)


def _outcome(library: Library, state: State, reader: Reader) -> Html:
    told_there = told(library, page(library, state, reader), in_edition, has_words=True)
    return tag("div", told_there, class_="told", id="told")


def _mark(library: Library) -> Html:
    """The page that asks what anyone could know."""
    shown = Page(kind="mark", story="", scene="", title="…", place="…", date="", chosen="…", ask=strings.MARK_ASK)
    return article(library, shown, in_edition)


def _untold(library: Library, name: str, reader: Reader) -> Html:
    """What the published endings of a record say that nobody was told, as another ending says it."""
    found = never_told_in(library, name, gentle=reader.gentle)
    return tag("ul", *(tag("li", with_terms(library.terms, line, in_edition)) for line in found))


def in_edition(what: str, name: str = "") -> str:
    """An address in the file: evidence words are explained beside the keys, by the words themselves."""
    return in_file("keys", _WORDS.get(name, name)) if what == EVIDENCE else in_file(what, name)


def _template(name: str, inside: Html, claims: tuple[str, ...] = ()) -> Html:
    """A template; `claims` are those that its page rests on."""
    return tag("template", inside, id=f"part-{name}", data_claims=json.dumps(claims) if claims else None)


def _in_both(written: Written) -> Html:
    """A page in either wording."""
    return either(written(FULL), written(GENTLE), WORDING, ("full", "gentle"))


def _notice(library: Library, name: str) -> Html:
    """The notice before a story, also as it is once a reader has been told of the war."""

    def written(*, war_first: bool) -> Html:
        def in_wording(reader: Reader) -> Html:
            entry, whose = catalogue_entry(library, name, reader), attribution(library, name)
            return catalogue_pages.notice(entry, whose, is_gentle=reader.gentle, war_first=war_first)

        return _in_both(in_wording)

    again = written(war_first=False)
    return either(written(war_first=True), again, ON_WAR, ("first", "again")) if WAR in library.asides else again


def _keep() -> Html:
    """The question whether a place may be kept."""
    answers = (("yes", web_strings.KEEP_YES), ("no", web_strings.KEEP_NO))
    yes, no = (tag("button", said, type="button", class_="plain", data_keep=value) for value, said in answers)
    return tag(
        "section",
        tag("h2", web_strings.KEEP_HEAD),
        tag("p", web_strings.KEEP_ASK),
        tag("p", yes, " ", no),
        class_="keep",
    )


def _settings() -> Html:
    """What a reader of the file can set; which of it is set, and whether it can be kept, her browser knows."""

    def box(name: str, label: str, kind: str = "checkbox", value: str = "yes", **attributes: str) -> Html:
        return tag("label", tag("input", type=kind, name=name, value=value), label, **attributes)

    return panel(
        web_strings.SETTINGS,
        "",
        tag(
            "fieldset",
            tag("legend", web_strings.WORDING),
            box("wording", web_strings.WORDING_FULL, "radio", "full"),
            box("wording", web_strings.WORDING_GENTLE, "radio", "gentle"),
        ),
        tag(
            "fieldset",
            tag("legend", web_strings.READING),
            box("words", web_strings.WORDS_FIRST),
            box("asks", web_strings.ASK_FIRST),
            box("letters", web_strings.LETTERS),
            box("keep", web_strings.KEEP, data_if="can-keep"),
            tag("p", web_strings.CANNOT_KEEP, class_="support", data_if="cannot-keep"),
            tag("p", web_strings.KEPT_ELSEWHERE, class_="support", data_if="kept-elsewhere"),
        ),
        kind="settings",
    )


def _search() -> Html:
    """A field for words to look for in what was read."""
    attributes = {"type": "search", "id": "sought", "autocomplete": "off", "data_tool": "search"}
    label_of = tag("label", web_strings.LOG_SEARCH, for_="sought")
    return tag("div", label_of, tag("input", **attributes), class_="search")


def _bar(library: Library, words: str) -> Html:
    """A bar with the button of every tool, of which the script takes those that do something here."""
    buttons = (
        tag("button", tag("kbd", one.shown), f" {label(one, library)}", type="button", data_tool=one.id)
        for one in TOOLS
    )
    listed = tag("ul", *(tag("li", one) for one in buttons), role="list")
    return tag("nav", listed, class_="bar", aria_label=words)
