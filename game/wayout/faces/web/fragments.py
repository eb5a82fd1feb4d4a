"""Which parts of its pages does the one-file edition bring with it, for its script to clone?

The `<template>` elements of the one-file edition and their `data-` attributes, its addresses (links within the file),
toolbars and settings panel, and the keys that a browser knows by other names.

Templates (HTML, 4.12.3), written by the code that writes the pages of every web face: the script takes away what does
not hold for the trail and the reader, and fills in names and numbers. Where the gentle wording is another one, a
template holds both.
"""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from wayout.actions import Action, action
from wayout.faces.web import page as html
from wayout.faces.web import reference_pages
from wayout.faces.web.evidence_words import DOT, MEANINGS, stamp
from wayout.faces.web.page import (
    TO_LIBRARY,
    article,
    in_file,
    moves,
    options,
    quiet_line,
    told,
    with_terms,
)
from wayout.faces.web.picture_fragments import PICTURE_SENTENCES, picture_templates
from wayout.faces.web.reader_fragments import (
    ACCOUNT_SENTENCES,
    FULL,
    GENTLE,
    NOTEBOOK_SENTENCES,
    WORDING,
    account_items,
    document_in_file,
    edit_page,
    in_both,
    mark_items,
    mark_page,
    paper_page,
    prompt_items,
    reader_templates,
    template,
)
from wayout.faces.web.reference_pages import cite_html, document_html, row_html
from wayout.faces.web.subset import Subset, with_choices
from wayout.faces.web.template_tree import either
from wayout.locale import print_strings, reader_strings, strings
from wayout.model.library import (
    ALONE,
    CARE,
    COMPARE,
    DIFFER,
    FOREWORD,
    GLOSSARY,
    NOTEBOOK,
    TIMELINE,
    Library,
)
from wayout.model.story import Story, Variable
from wayout.model.text import wording
from wayout.play.history import Decision
from wayout.play.moves import GO_ON, encode
from wayout.play.state import Reader, State, Trail
from wayout.render.html import NOTHING, Html, tag
from wayout.views import debrief
from wayout.views.action_words import worded
from wayout.views.by_paper import BY_PAPER, has_papers
from wayout.views.catalogue import catalogue, catalogue_entry, foreword_line
from wayout.views.document import Row, Section, ViewDocument, item, row
from wayout.views.log import LINES
from wayout.views.page import Discussion, OptionView, page
from wayout.views.reference_pages import DOCUMENTS, document
from wayout.views.sources import (
    CiteView,
    ClaimView,
    attribution,
    cite_row,
    claim_row,
    claim_views,
    sources_document,
    versions_document,
    with_name,
)
from wayout.views.trail_summary import RoadSummary, never_told_in, none_of

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
    own = library.asides.get(library.page_name(tool.id))
    return wording(own.title) if own else tool.label


def _tool(one: Action) -> WebKey:
    key = one.keys.partition(",")[0]
    return WebKey(one.page, BROWSER_KEYS.get(key, key), one.title, one.web_tip or one.tip)


TOOLS = tuple(
    _tool(action(name))
    for name in (
        *("sources", "versions", "undo", "redo", "forks", "log", "search", "map", "route", "debrief", "paper", "print"),
        *("glossary", "differ", "alone", "compare", "timeline", "notebook", FOREWORD, "care", "about"),
        *("settings", "help", "library", "close"),
    )
)
"""In the order in which the page of keys tells them."""
_BESIDE = (GLOSSARY, DIFFER, ALONE, COMPARE, TIMELINE, NOTEBOOK, FOREWORD, CARE)
_OF_WAYOUT = ("about", "settings", "keys", "library")
TOOL_GROUPS = (
    (print_strings.PAGE_TOOLS, tuple(one.id for one in TOOLS if one.id not in (*_BESIDE, *_OF_WAYOUT))),
    (print_strings.BESIDE_TOOLS, _BESIDE),
    (strings.APP, _OF_WAYOUT),
)
"""The tools of the menu, by the heads under which they stand."""
ON_FOREWORD, ON_PART, IF, OPEN = "data-foreword", "data-own", "data-if", "data-open"
ABOUT, SPARED, QUOTED = "data-about", "data-spared", "data-quoted"
"""By these attributes the script knows what to take away: the other wording; what stands only before a reader has seen
the foreword, or who she is, or only afterwards; what holds only in her browser, or only where there is something to
list; an option as it is open, or as it is not; a claim among claims about one person, or about several; a document by
its name, or without it in the gentle wording; a cite with the words that it quotes, or without."""
_SAMPLE = OptionView(id="…", label="…", looked_at=True, notice="…")
_RESUME = "resume the trail"
"""A move of the library: to the place that was kept."""
_SENTENCES = {
    "chosen": strings.CHOSEN,
    "found": strings.LOG_FOUND,
    "none": strings.LOG_NONE,
    "marked": strings.MARKED_LINE,
    "person": strings.OF_PERSON,
    "back-to-question": strings.BACK_TO_QUESTION,
    **reader_strings.SAID,
    "return": strings.RETURN,
    "return-end": strings.RETURN_END,
    "return-then": strings.RETURN_THEN,
    **ACCOUNT_SENTENCES,
    **NOTEBOOK_SENTENCES,
    **PICTURE_SENTENCES,
    "kept": print_strings.KEPT,
    "not-kept": print_strings.NOT_KEPT,
    "kept-elsewhere": print_strings.KEPT_ELSEWHERE,
}
"""What the script says by itself, with places for what it fills in."""


def templates(chosen: Subset) -> Iterator[Html]:
    """Every template of a file."""
    library = chosen.library
    yield from _beside(chosen)
    for number, entry in enumerate(catalogue(library, FULL)):
        yield template(f"notice-{number}", _notice(library, entry.id))
        yield from _pages(chosen, number, entry.id)
    yield from picture_templates(chosen)
    yield from _evidence(chosen)
    yield from _behind(library)
    yield from reader_templates(library, in_file)
    yield template("mark", mark_page(library, in_file))
    yield template("editing", edit_page(library, in_file))
    yield template("marks", tag("div", *mark_items(library, in_file)))
    yield template("moves", options((_SAMPLE,), labelled="title"))
    on = OptionView(id=encode(GO_ON), label=strings.GO_ON)
    yield template("go-on", options((on,), labelled="title", is_lone=True))
    ends = tag("h2", with_terms(library.terms, reader_strings.STRETCH_ENDS, in_file), class_="ask", id="ask")
    leave = OptionView(id=TO_LIBRARY, label=strings.TO_LIBRARY)
    yield template("touched-before", tag("p", with_terms(library.terms, reader_strings.TOUCHED_BEFORE, in_file)))
    yield template("stretch", tag("div", ends, options((leave,), labelled="ask", is_lone=True)))
    yield template(
        "library", in_both(lambda reader: reference_pages.library(catalogue(library, reader), library.edition.tagline))
    )
    yield template("resume", options((OptionView(id=_RESUME, label=print_strings.RESUME),), labelled="title"))
    yield template("keep", reference_pages.keep_question())
    yield template("settings", reference_pages.settings())
    yield template("search", reference_pages.search())
    sentences = {**_SENTENCES, "none-of": none_of(library)}
    yield template("said", tag("div", *(tag("p", text, data_said=name) for name, text in sentences.items())))
    yield template("bar", _bar(library))
    yield template("stamps", tag("div", DOT, *(stamp(one, word) for one, (word, _) in MEANINGS.items())))


def _beside(chosen: Subset) -> Iterator[Html]:
    """What stands beside the stories."""
    library = chosen.library
    opened = {one.id for one in TOOLS} - {NOTEBOOK}
    for name in (one for one in DOCUMENTS if one in opened):
        page = library.page_name(name)
        if library.terms if name == GLOSSARY else page in library.asides or name not in (FOREWORD, CARE, "about"):
            claims = document(library, page, FULL).claims if name != COMPARE else None
            full, gentle = (document_html(document_in_file(library, page, reader)) for reader in (FULL, GENTLE))
            yield template(page, either(full, gentle, WORDING, ("full", "gentle")), chosen.evidence.of(claims or ()))
    tips = {FOREWORD: worded(action(FOREWORD), library).tip}
    yield template("keys", reference_pages.keys(tuple((one.shown, tips.get(one.id, one.tip)) for one in TOOLS)))


def _pages(chosen: Subset, number: int, name: str) -> Iterator[Html]:
    """Each scene with all that can be told and done there, and what each of its choices is answered by.

    The script takes away what is not told and cannot be done, and puts in what hangs on the trail as well.
    """
    library = with_choices(chosen.library, is_open=True)
    closed = with_choices(chosen.library, is_open=False)
    story = library.stories[name]
    if never_told_in(library, name):
        yield template(f"untold-{number}", in_both(partial(_untold, library, name)))
    if told_of := [(one.label, value) for one in labelled(story).values() for value in one.values.values()]:
        yield template(f"situation-{number}", html.situation_of(tuple(told_of)))
    for at, (key, scene) in enumerate(story.scenes.items()):
        state = State(story=name, scene=key, situation=())
        yield template(f"page-{number}-{at}", in_both(partial(_scene, chosen.library, library, closed, state)))
        for which, choice in enumerate(scene.choices):
            shown = replace(state, shown=choice)
            elsewhere = chosen.elsewhere.get((name, key, choice), ())
            yield template(f"outcome-{number}-{at}-{which}", in_both(partial(_outcome, library, shown, elsewhere)))
        for which, prompt in enumerate(scene.prompts):
            items = prompt_items(library, name, key, prompt, in_file)
            yield template(f"prompt-{number}-{at}-{which}", tag("div", *map(in_both, items)))
    if has_papers(library, name):
        yield template(f"{BY_PAPER}-{number}", in_both(partial(paper_page, chosen.library, name)))
    if library.stories[name].account:
        yield template(f"account-{number}", tag("ul", *map(in_both, account_items(library, name))))


def labelled(story: Story) -> dict[str, Variable]:
    """Of the situation what a reader is told."""
    return {name: one for name, one in story.situation.items() if one.label}


def _scene(library: Library, opened: Library, closed: Library, state: State, reader: Reader) -> Html:
    """A scene with its choices open and closed; at its end every list has an item, to be taken away or filled.

    Which records an ending leads to hangs on the recorded paths: those of the library as it is.
    """

    def written(one: Library) -> Html:
        shown = page(one, state, reader)
        if shown.close is not None:
            sample = ("…",)
            unknown = shown.close.unknown or sample
            road = RoadSummary(shut=sample, claims=(), none="…", steps=sample)
            close = replace(shown.close, walked=sample, unknown=unknown, not_walked=sample, marked=sample, road=road)
            shown = replace(shown, close=close, moves=page(library, state, reader).moves)
        return article(library, replace(shown, situation=()), in_file, is_numbered=False)

    return either(written(opened), written(closed), OPEN, ("yes", "no"))


def _outcome(library: Library, state: State, elsewhere: tuple[str, ...], reader: Reader) -> Html:
    """What a choice is answered by, what can be done then, and which records the file leaves out that it leads to."""
    shown = page(library, state, reader, Trail(story=state.story, scene=state.scene))
    whole = page(library, state, reader).reveal
    lines = tuple(quiet_line(library, line, in_file) for line in whole.lines) if whole is not None else ()
    note = tag("p", print_strings.ELSEWHERE.format(names=", ".join(elsewhere)), class_="support elsewhere")
    return tag(
        "div",
        tag("div", told(library, shown, in_file), class_="told", id="told"),
        moves(shown, is_numbered=False),
        note if elsewhere else NOTHING,
        tag("div", *lines, class_="opened") if lines else NOTHING,
    )


def _untold(library: Library, name: str, reader: Reader) -> Html:
    """What the published endings of a record say that nobody was told, as another ending says it."""
    found = never_told_in(library, name, gentle=reader.gentle)
    return tag("ul", *(tag("li", with_terms(library.terms, line, in_file)) for line in found))


def _evidence(chosen: Subset) -> Iterator[Html]:
    """Claims, ways of citing and documents, by their numbers; a claim without what it cites."""
    library, found = chosen.library, chosen.evidence
    gentle = claim_views(library, found.claims, GENTLE)

    def bare(one: ClaimView) -> Html:
        differences = tuple(
            replace(each, readings=tuple(replace(side, cites=()) for side in each.readings)) for each in one.differences
        )
        return row_html(claim_row(replace(one, cites=(), differences=differences), "", set()))

    def claim(both: tuple[ClaimView, ClaimView], reader: Reader) -> Html:
        view = both[reader.gentle]
        return either(bare(view), bare(with_name(view)), ABOUT, ("one", "several"))

    def cite(one: CiteView) -> Html:
        blank = replace(one, place="{place}" if one.place else "")
        number = str(found.documents[one.document])
        quoted, unquoted = (
            cite_html(cite_row(replace(blank, quote=quote), set()), number) for quote in ("{quote}", "")
        )
        return either(quoted, unquoted, QUOTED, ("yes", "no"))

    def document_in(one: CiteView) -> Html:
        named, spared = (
            row_html(debrief.document_row(debrief.cited_document(one, is_spared))) for is_spared in (False, True)
        )
        return either(named, spared, SPARED, ("no", "yes"))

    def other(both: tuple[debrief.OtherRecord, debrief.OtherRecord], reader: Reader) -> Html:
        return row_html(debrief.elsewhere_row(both[reader.gentle]))

    places = (debrief.place_row(replace(one, place="{place}" if one.place else "")) for one in found.cites)
    documents = {one.document: one for one in reversed(found.cites)}
    views = zip(found.views, gentle, strict=True)
    yield template("claims", tag("ol", *(in_both(partial(claim, both)) for both in views)))
    yield template("cites", tag("ul", *map(cite, found.cites), class_="cites"))
    yield template("places", tag("ul", *map(row_html, places)))
    yield template("documents", tag("ul", *(document_in(documents[name]) for name in found.documents)))
    others = zip(chosen.others(FULL), chosen.others(GENTLE), strict=True)
    yield template("others", tag("ul", *(in_both(partial(other, both)) for both in others)))


def _behind(library: Library) -> Iterator[Html]:
    """The panels that lie behind a page, with an example of all that they can hold."""

    def listing(full: Html, empty: Html) -> Html:
        return either(full, empty, IF, ("some", "none"))

    found, parted = sources_document(library, (), FULL), versions_document(library, (), FULL)
    for none, rows in ((found, (Row(kind="claim", spans=()),)), (parted, ())):
        full = replace(none, lead=(), sections=(Section("", rows),))
        yield template(none.id, listing(document_html(full, "…"), document_html(none, "…")))
    decision = Decision(number=1, at=0, story="", scene="", move=GO_ON, question="…", chosen="…", is_undone=True)
    yield template("terms", tag("div", tag("h2", strings.GLOSSARY_HERE), tag("dl"), tag("h2", strings.GLOSSARY_ALL)))
    yield template("forks", listing(reference_pages.forks((decision,)), reference_pages.forks(())))
    yield template("log", reference_pages.log((Section("…", tuple(row(kind, kind) for kind in LINES)),)))
    yield template("debrief", reference_pages.debrief_html(_debrief(), "…"))


def _debrief() -> ViewDocument:
    """The sections of a debrief, each with every kind of row that it can have."""
    answer = debrief.DebriefSide("{label}", "{evidence}")
    fork = debrief.ForkComparison(
        story="", scene="", name="{name}", person="{name}", question="{head}", chose=(answer,), did=None
    )
    sections = debrief.debrief_sections(
        (
            item(strings.FORKS_NONE),
            item(strings.UNMET_ONE),
            item(strings.UNMET),
            debrief.fork_row(fork),
            debrief.fork_row(replace(fork, chose=(), did=answer)),
            debrief.fork_row(replace(fork, did=answer)),
        ),
        (item(strings.MARKED_LINE),),
        (item("{support}", item(strings.WEAKEST_COUNT), item(strings.WEAKEST_FIRST)),),
        (item("…"),),
        (item(strings.OF_PERSON),),
        (debrief.question_row(Discussion("{ask}", ("{what}",), ())),),
        (item("{says}", item("…"), evidence="{standing}"),),
        (item("…"),),
    )
    return ViewDocument(id=debrief.DEBRIEF, title=strings.DEBRIEF, sections=sections)


def _notice(library: Library, name: str) -> Html:
    """The notice before a story, also as it is once a reader has seen the foreword, and who she is."""

    def written(announces: str) -> Html:
        def in_wording(reader: Reader, *, tells_part: bool) -> Html:
            entry, whose = catalogue_entry(library, name, reader), attribution(library, name)
            ways = reference_pages.ways_in(is_gentle=reader.gentle, has_two=bool(entry.content or announces))
            ways += (OptionView(id=TO_LIBRARY, label=strings.TO_LIBRARY),)
            return reference_pages.notice(entry, whose, ways, announces=announces, tells_part=tells_part)

        told_first, again = (in_both(partial(in_wording, tells_part=one)) for one in (True, False))
        return either(told_first, again, ON_PART, ("first", "again"))

    again, announces = written(""), foreword_line(library)
    return either(written(announces), again, ON_FOREWORD, ("first", "again")) if announces else again


def _bar(library: Library) -> Html:
    """The button of every tool in the menu, of which the script takes those that do something here, some into sight."""

    def button(one: WebKey) -> Html:
        told = (tag("kbd", one.shown), " ", label(one, library))
        return tag("button", *told, type="button", data_tool=library.page_name(one.id))

    grouped = ((head, tuple(button(one) for one in TOOLS if one.id in names)) for head, names in TOOL_GROUPS)
    return html.tool_bar(print_strings.TOOLS, (), grouped)
