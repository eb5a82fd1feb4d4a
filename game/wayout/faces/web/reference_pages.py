"""How do the library, the documents beside the stories, and what lies behind a reader stand in HTML?

The HTML of the library, notices, keys, debrief, log, forks, settings and every document beside the stories: a renderer
of sections, lists and definition lists in the elements and classes that look.css knows.
"""

from collections.abc import Callable
from functools import partial
from itertools import groupby

from msgspec.structs import replace

from wayout.faces.web.evidence_words import evidence_html, is_known, word_id
from wayout.faces.web.page import address, options, panel
from wayout.locale import print_strings, strings
from wayout.model.library import GLOSSARY, TIMELINE
from wayout.play.history import Decision
from wayout.render.document_text import plain_text
from wayout.render.figures import figure
from wayout.render.html import NOTHING, Html, in_language, named, several, tag, together
from wayout.views.catalogue import CatalogueEntry, notice_document
from wayout.views.debrief import DEBRIEF, Debrief, debrief_document
from wayout.views.document import Kind, Row, Section, SourceTree, TextSpan, ViewDocument, row, spans_by_role
from wayout.views.log import log_document
from wayout.views.page import OptionView

OWN_LOOKS = (GLOSSARY, TIMELINE, DEBRIEF)
"""Documents whose panel has a class of its own."""


def document_html(document: ViewDocument, where: str = "") -> Html:
    """A document as a panel: its title, what leads in, its sections; `where` stands beside the title."""
    sections = [section for section in document.sections if section.rows]
    drawn = document.figure
    is_lineage = isinstance(drawn, SourceTree)
    return panel(
        document.title,
        where,
        *map(row_html, document.lead),
        figure(drawn, evidence_html) if drawn is not None and not is_lineage else NOTHING,
        *(_section(section, is_alone=len(sections) == 1) for section in sections),
        figure(drawn) if drawn is not None and is_lineage else NOTHING,
        kind=document.id if document.id in OWN_LOOKS else "",
    )


def _section(section: Section, *, is_alone: bool) -> Html:
    rows = section.rows
    if rows[0].kind == "term":
        return together(NOTHING if is_alone else tag("h2", section.heading), tag("dl", *map(row_html, rows)))
    inside = rows_html(rows)
    if section.heading in FOLDED:
        return tag("section", tag("details", tag("summary", tag("h2", section.heading)), inside))
    if section.heading:
        return tag("section", tag("h2", section.heading), inside)
    return tag("div", inside, class_="told", id="told") if rows[0].kind == "paragraph" else inside


FOLDED = (strings.PATH_SOURCES_HEAD, strings.DOCUMENTS_HEAD)
"""Sections that are as long as a trail, and of which the heading alone stands there until somebody opens it."""
ELEMENTS: dict[Kind, tuple[str, str | None]] = {
    "head": ("h2", None),
    "lead": ("p", "support"),
    "aside": ("p", "support"),
    "note": ("p", "support"),
    "act": ("p", "act"),
    "ask": ("p", "ask"),
    "option": ("p", "option"),
    "chosen": ("p", "chosen"),
    "word": ("p", "evidence"),
    "followed": ("p", "outcome"),
    "support": ("p", "support"),
    "said": ("p", "support"),
}
"""Of rows that are one element each, its name and its class."""
LISTS: dict[Kind, Callable[..., Html]] = {
    "item": partial(tag, "ul"),
    "line": partial(tag, "ol", class_="lines"),
    "claim": partial(tag, "ol", class_="claims", role="list"),
    "cite": partial(tag, "ul", class_="cites"),
}
"""Of the kinds of rows that make a list, which."""


def rows_html(rows: tuple[Row, ...]) -> Html:
    """Rows in their order; those of one kind that follow one another make a list, if it is one of lists."""
    listed = ((kind, map(row_html, group)) for kind, group in groupby(rows, lambda row: row.kind))
    return together(*(LISTS[kind](*found) if kind in LISTS else together(*found) for kind, found in listed))


def row_html(row: Row) -> Html:
    """A row as an element, with what stands below it."""
    body = several("p", row.text) if row.text else NOTHING
    if row.kind in ELEMENTS:
        name, look = ELEMENTS[row.kind]
        said = plain_text(row.spans)
        return tag(
            name, evidence_html(said) if row.kind == "support" and is_known(said) else _spans(row.spans), class_=look
        )
    match row.kind:
        case "paragraph":
            return together(*(several("p", span.text) for span in row.spans))
        case "editorial":
            mark = tag("p", strings.EDITORIAL, class_="mark")
            return tag("div", mark, tag("p", _spans(row.spans)), class_="editorial")
        case "status":
            text = "".join(span.text for span in row.spans)
            return tag("p", text[:1].upper() + text[1:], class_="evidence")
        case "term":
            term = tag("dt", _spans(row.spans), id=named(row.id) or None, tabindex="-1" if row.id else None)
            notes = (tag("dd", _spans(below.spans), class_="support") for below in row.rows)
            return tag("div", term, several("dd", row.text), *notes)
        case "entry":
            return tag("div", tag("h3", _spans(row.spans)), body, rows_html(row.rows), class_="entry")
        case "hung":
            own = {"class_": "entry hung", "data_hung": row.id}
            return tag("div", tag("h3", _spans(row.spans)), body, rows_html(row.rows), **own)
        case "point":
            return tag("div", tag("h3", _spans(row.spans)), rows_html(row.rows))
        case "item" | "line":
            return tag("li", _spans(row.spans), body, _link(row.address), _below(row))
        case "taking":
            return _taking(row)
        case "question" | "outcome":
            return together(tag("p", _spans(row.spans)), body)
        case _:
            return _evidence(row)


def _evidence(row: Row) -> Html:
    """A row of what something rests on."""
    match row.kind:
        case "claim":
            return tag("li", several("p", row.said("text"), class_="says"), rows_html(row.rows))
        case "cite":
            return cite_html(row)
        case "difference":
            return tag("div", _standing(row), tag("div", rows_html(row.rows), class_="readings"), class_="difference")
        case "reading":
            return tag("div", several("p", row.said("text")), rows_html(row.rows), class_="reading")
        case _:
            return _standing(row)


def _standing(row: Row) -> Html:
    """How something stands, and why; between a claim's word, which is a stamp, and the reason no sign is seen."""
    why = plain_text(row.spans[1:])
    sign = why[:2] if row.kind == "standing" else ""
    unseen = tag("span", sign, class_="dot") if sign else NOTHING
    return tag("p", tag("strong", row.said("strong")), unseen, why.removeprefix(sign), class_="standing")


def cite_html(row: Row, once: str | None = None) -> Html:
    """A document, and below it where it appeared and how it was made, who says so and how, and its address.

    `once` tells a script of which document that is, where the same address may have stood before.
    """
    title, *said = (
        together(*(in_language(span.text, span.language) for span in group)) for _, group in spans_by_role(row.spans)
    )
    lines = (tag("span", one, class_="support") for one in said)
    url = row.address
    place = tag("span", address(url, together(url)), class_="support", data_once=once) if url else NOTHING
    return tag("li", tag("cite", address(row.spans[0].address, title)), *lines, place)


def _link(url: str) -> Html:
    return tag("span", address(url, together(url)), class_="support") if url else NOTHING


def _below(row: Row) -> Html:
    """What stands below a row; closed, where the row says what stands in its place."""
    rows = rows_html(row.rows)
    return tag("details", tag("summary", _spans(row.summary)), rows) if row.summary else rows


def _taking(row: Row) -> Html:
    """What one person did: in sight who, and how what followed is known; opened, all of it."""
    (name, known), (_, evidence, where) = row.summary, row.spans
    questions = [one for one in row.rows if one.kind == "question"]
    outcomes = [one for one in row.rows if one.kind == "outcome"]
    followed = (
        together(
            tag("p", evidence_html(one.said()), class_="support") if len(outcomes) > 1 else NOTHING,
            several("p", one.text),
        )
        for one in outcomes
    )
    opened = tag(
        "details",
        tag("summary", name.text),
        tag("p", evidence_html(evidence.text), tag("span", where.text), class_="support"),
        *(tag("p", _spans(one.spans, strong="strong")) for one in questions),
        *followed,
    )
    return tag("div", opened, " ", evidence_html(known.text), class_="taking")


def _spans(spans: tuple[TextSpan, ...], strong: str = "") -> Html:
    """Spans as inline elements; what a row is about is strong where it is no heading."""
    found = []
    for role, group in spans_by_role(spans):
        said = together(
            *(in_language(span.text, span.language, "cite" if role == "title" else "span") for span in group)
        )
        match role:
            case "text" | "title":
                found.append(said)
            case "strong" if group[0].address:
                found.append(tag("a", said, href=group[0].address))
            case "strong":
                found.append(tag(strong, said) if strong else said)
            case "reason":
                found.append(tag("span", ": ", said, class_="why"))
            case "place":
                found.append(tag("span", said, class_="where"))
            case "cited":
                found.append(tag("span", said, class_="support"))
            case "evidence" | "known" | "words":
                found.append(evidence_html("".join(span.text for span in group)))
            case "printed":
                found.append(together("[", said, "]"))
    return together(*found)


def keys(found: tuple[tuple[str, str], ...]) -> Html:
    """Every key with what it does, and every evidence word with its meaning."""
    sections = (
        (strings.HELP_KEYS, (("1–9", print_strings.TIP_DIGITS), (strings.BY_ENTER, print_strings.TIP_ENTER), *found)),
        *_meanings(),
    )
    told = (
        tag("section", tag("h2", head), tag("dl", *(tag("div", tag("dt", one), tag("dd", what)) for one, what in rows)))
        for head, rows in sections
    )
    return panel(strings.HELP_HEAD, "", *told, kind="keys")


def evidence_words(title: str) -> Html:
    """Every evidence word with its meaning; each can be led to by its id."""
    told = (
        tag("section", tag("h2", head), tag("dl", *(
            tag("div", tag("dt", one, id=f"word-{word_id(one)}", tabindex="-1"), tag("dd", what)) for one, what in rows
        )))
        for head, rows in _meanings()
    )  # fmt: skip
    return panel(title, "", *told)


def _meanings() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    known = tuple((strings.KNOWN[word], meaning) for word, meaning in strings.KNOWN_MEANING.items())
    return (strings.HELP_TAKEN, tuple(strings.TAKEN_MEANING.items())), (strings.HELP_KNOWN, known)


BEGIN_FULL, BEGIN_GENTLE = "full", "gentle"
"""Moves of a notice: in which wording to begin."""


def library(entries: tuple[CatalogueEntry, ...], tagline: str) -> Html:
    """Every story with its person's name, whether that is a real name, how long it takes, and what it is about."""
    lead = tag("p", tagline if entries else strings.LIBRARY_EMPTY, class_="lead")
    found = (
        tag("li", tag("button", tag("span", str(number), class_="number"), " ", record(one), name="move", value=one.id))
        for number, one in enumerate(entries, 1)
    )
    listed = tag("ol", *found, role="list", aria_labelledby="title")
    return panel(strings.APP, "", lead, tag("form", listed, class_="moves", method="post"), kind="library")


def record(entry: CatalogueEntry) -> Html:
    """A story in a list: whose it is, what it is about, whether the name is real, how long, what it holds."""
    facts = " · ".join(part for part in (entry.identity, entry.length, entry.review) if part)
    said = (("label", entry.name), ("teaser", entry.teaser), ("aside", facts), ("below", entry.content_line))
    spans = [tag("span", text, class_=look) for look, text in said if text]
    return together(*(part for at, one in enumerate(spans) for part in (" " if at else NOTHING, one)))


def notice(
    entry: CatalogueEntry,
    whose: str,
    ways: tuple[OptionView, ...],
    *,
    announces: str,
    tells_part: bool = False,
    action: str | None = None,
) -> Html:
    """The title page of a story: whose, what it is about, in whose words, how long, what is announced; the ways in."""
    (section,) = notice_document(entry, whose, announces=announces, tells_part=tells_part).sections
    told = tag("section", rows_html(section.rows), class_="told", id="told")
    story = NOTHING if action is None else tag("input", type="hidden", name="story", value=entry.id)
    form = options(ways, labelled="title", action=action, given=story, is_lone=action is not None)
    return panel(entry.name, entry.length, told, form, kind="notice")


def ways_in(*, is_gentle: bool, has_two: bool) -> tuple[OptionView, ...]:
    """With nothing announced there is one wording only."""
    if not has_two:
        return (OptionView(id=BEGIN_GENTLE if is_gentle else BEGIN_FULL, label=strings.BEGIN),)
    full = OptionView(id=BEGIN_FULL, label=strings.CONTENT_FULL)
    gentle = OptionView(id=BEGIN_GENTLE, label=strings.CONTENT_GENTLE, notice=strings.CONTENT_GENTLE_MEANS)
    return (gentle, full) if is_gentle else (full, gentle)


def debrief(found: Debrief) -> Html:
    """The trail beside the record."""
    return debrief_html(debrief_document(found, folds=True), found.title)


def debrief_html(found: ViewDocument, where: str) -> Html:
    """A debrief, with a note on where it can go."""
    note = row("lead", strings.EXPORT_NOTE)
    return document_html(replace(found, lead=(note,)), where)


def log(read: tuple[Section, ...]) -> Html:
    """Page after page; who, where and when stand where they change."""
    told = (
        tag("section", tag("h2", one.heading) if one.heading else NOTHING, rows_html(one.rows), class_="read")
        for one in log_document(read).sections
    )
    return panel(strings.LOG, "", *told, kind="log")


def forks(decisions: tuple[Decision, ...]) -> Html:
    """Every decision; choosing one leads to before it: a form whose buttons are named 'fork'."""
    if not decisions:
        return panel(strings.FORKS, "", tag("p", strings.FORKS_NONE))
    found = (
        OptionView(
            id=str(one.number),
            label=one.question,
            evidence=strings.TAKEN_BACK if one.is_undone else "",
            notice=strings.CHOSEN.format(label=one.chosen),
        )
        for one in decisions
    )
    return panel(strings.FORKS, "", options(found, labelled="title", name="fork"))


def keep_question() -> Html:
    """The question whether a place may be kept."""
    answers = (("yes", print_strings.KEEP_YES), ("no", print_strings.KEEP_NO))
    yes, no = (tag("button", said, type="button", class_="plain", data_keep=value) for value, said in answers)
    return tag(
        "section",
        tag("h2", print_strings.KEEP_HEAD),
        tag("p", print_strings.KEEP_ASK),
        tag("p", yes, " ", no),
        class_="keep",
    )


def settings() -> Html:
    """What a reader of the file can set; which of it is set, and whether it can be kept, her browser knows."""

    def box(name: str, label: str, kind: str = "checkbox", value: str = "yes", **attributes: str) -> Html:
        return tag("label", tag("input", type=kind, name=name, value=value), label, **attributes)

    return panel(
        print_strings.SETTINGS,
        "",
        tag(
            "fieldset",
            tag("legend", print_strings.WORDING),
            box("wording", print_strings.WORDING_FULL, "radio", "full"),
            box("wording", print_strings.WORDING_GENTLE, "radio", "gentle"),
        ),
        tag(
            "fieldset",
            tag("legend", print_strings.READING),
            box("words", print_strings.WORDS_FIRST),
            box("asks", print_strings.ASK_FIRST),
            box("part", print_strings.OWN_PART),
            box("letters", print_strings.LETTERS),
            box("keep", print_strings.KEEP, data_if="can-keep"),
            tag("p", print_strings.CANNOT_KEEP, class_="support", data_if="cannot-keep"),
            tag("p", print_strings.KEPT_ELSEWHERE, class_="support", data_if="kept-elsewhere"),
        ),
        kind="settings",
    )


def search() -> Html:
    """A field for words to look for in what was read."""
    field = tag("input", type="search", id="sought", autocomplete="off", data_tool="search")
    return tag("div", tag("label", print_strings.LOG_SEARCH, for_="sought"), field, class_="search")
