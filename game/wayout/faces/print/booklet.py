"""How do stories stand in a booklet of numbered sections, to be printed and read with a pencil?

The gamebook export: its chapters, sheets, boxes to tick, notes, glossary and sources as HTML.

One HTML file without scripts, in which nothing is fetched. Whatever a text holds is shown as it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from wayout.faces.print import DEFAULT_PAPER
from wayout.faces.print.html_file import html_file
from wayout.faces.print.source_list import claim_list, document_list, documents
from wayout.locale import print_strings, strings
from wayout.model.glossary_matcher import find_terms
from wayout.model.library import ABOUT, CARE
from wayout.model.story import Condition, Story
from wayout.model.text import in_one_line, paragraphs
from wayout.play.moves import encode
from wayout.render.html import NOTHING, Html, Inside, block, dotted, lines, tag, together
from wayout.views.catalogue import CatalogueEntry, catalogue_entry
from wayout.views.outcome import EvidenceNote, OutcomePage, OutcomeView
from wayout.views.page import EndingView
from wayout.views.reference_pages import aside, glossary
from wayout.views.sections import (
    Booklet,
    BookletSection,
    ConditionalText,
    SectionKey,
    SectionLink,
    asked_for,
    condition_told,
    label_told,
    value_told,
)
from wayout.views.sources import sources

_NAMED_TERM = re.compile(r'class="term" href="#g-([^"]*)"')
"""The terms to which something leads, as the builder writes it."""


def contents(entries: Sequence[CatalogueEntry], first: Sequence[int]) -> Html:
    """Every record with where it begins."""
    rows = []
    for one, number in zip(entries, first, strict=True):
        told = " · ".join(filter(None, (one.title if one.title != one.name else "", one.length)))
        rows.append(tag(
            "li", tag("a", in_one_line(one.name), href=f"#s{number}"), " ",
            tag("span", in_one_line(told), class_="soft"), " ",
            tag("span", print_strings.BEGINS.format(n=number), class_="turn"),
        ))  # fmt: skip
    head = tag("h2", print_strings.CONTENTS, id="contents")
    return block("nav", head, block("ol", *rows), aria_labelledby="contents")


def how() -> Html:
    """What a reader of paper must know, and what the evidence words mean."""
    meanings = {
        **strings.TAKEN_MEANING,
        **{strings.KNOWN[known]: says for known, says in strings.KNOWN_MEANING.items()},
    }
    rows = (together(tag("dt", word), tag("dd", says)) for word, says in meanings.items())
    return _part(
        "how",
        print_strings.HOW_HEAD,
        *(tag("p", in_one_line(text)) for text in print_strings.HOW),
        tag("h3", print_strings.EVIDENCE_HEAD),
        block("dl", *rows),
        kind="front",
    )


def foreword(made: Booklet) -> Html:
    """The page that stands before the first decision."""
    if not made.library.foreword:
        return NOTHING
    found = aside(made.library, made.library.foreword, made.reader)
    told = (together(texts(made, block.text), cited(made, block.claims)) for block in found.blocks)
    return _part("foreword", found.title, *told, kind="front")


def back(made: Booklet, told: Html) -> Iterator[Html]:
    """The last parts: help, the terms that are named in what is told, the sources, what a booklet cannot carry."""
    named = set(_NAMED_TERM.findall(told))
    if CARE in made.library.asides:
        yield _aside(made, CARE, "care")
    terms = [
        tag("li", tag("strong", in_one_line(term.term)), f": {in_one_line(term.says)}", id=in_one_line(f"g-{term.id}"))
        for term in glossary(made.library, made.reader)
        if in_one_line(term.id) in named
    ]
    if terms:
        yield _part("glossary", print_strings.GLOSSARY_HEAD, block("ul", *terms))
    lead = tag("p", print_strings.BOOKLET_SOURCES_LEAD, class_="soft")
    claims = sources(made.library, made.claims, made.reader)
    found = documents(claims)
    every = [(made.claims[one.id], one) for one in claims]
    head = tag("h3", print_strings.DOCUMENTS_HEAD)
    yield _part("sources", print_strings.SOURCES_HEAD, lead, claim_list(every, found), head, document_list(found))
    lost = (tag("li", in_one_line(line)) for line in made.not_carried)
    yield _part("not-carried", print_strings.NOT_CARRIED_HEAD, block("ul", *lost))
    if ABOUT in made.library.asides:
        yield _aside(made, ABOUT, "about")


def cited(made: Booklet, claims: Iterable[str]) -> Html:
    """The numbers of the sources that something rests on."""
    numbers = [str(made.claims[claim]) for claim in claims if claim in made.claims]
    links = dotted(*(tag("a", number, href=f"#c{number}") for number in numbers))
    return tag("p", print_strings.BOOKLET_CITED, " ", links, class_="cited") if links else NOTHING


def texts(made: Booklet, text: str, mark: str = "") -> Html:
    """A writer's text in paragraphs."""
    head = together(tag("span", mark, class_="mark"), " ") if mark else NOTHING
    kind = "editorial" if mark else None
    return together(*(tag("p", head, terms(made, part), class_=kind) for part in paragraphs(text) if part))


def terms(made: Booklet, text: str) -> Html:
    """A text in which each term of the glossary leads there."""
    told = " ".join(text.split())
    found: list[Inside] = []
    done = 0
    for naming in find_terms(told, made.library.terms):
        found.append(told[done : naming.start])
        name = in_one_line(told[naming.start : naming.end])
        found.append(tag("a", name, class_="term", href=in_one_line(f"#g-{naming.term}")))
        done = naming.end
    return together(*found, told[done:])


def _part(name: str, head: str, *told: Html, kind: str = "back") -> Html:
    return block("section", tag("h2", in_one_line(head)), *told, class_=kind, id=name)


def _aside(made: Booklet, which: str, name: str) -> Html:
    page = aside(made.library, which, made.reader)
    return _part(name, page.title, *(tag("p", in_one_line(block.text)) for block in page.blocks))


def as_html(made: Booklet, paper: str = DEFAULT_PAPER) -> str:
    """The booklet as one HTML file; on the larger paper, 'a4', sections stand in two columns."""
    library, reader = made.library, made.reader
    entries = [catalogue_entry(library, name, reader) for name in made.stories]
    names = print_strings.BOOKLET_TITLE.format(names=", ".join(one.name for one in entries))
    title = in_one_line(names if len(entries) < 3 else print_strings.ALL)
    first = [made.numbers[found[0].key] for _, found in made.chapters]
    lead = library.edition.tagline if len(entries) == len(library.stories) else print_strings.MADE_WITH
    header = block(
        "header",
        tag("h1", title),
        tag("p", print_strings.SUBTITLE, class_="sub"),
        tag("p", lead, class_="soft"),
    )
    told = lines(
        foreword(made), *(_chapter(made, one, found) for one, (_, found) in zip(entries, made.chapters, strict=True))
    )
    main = block("main", contents(entries, first), how(), told, *back(made, told))
    return html_file(f"booklet {paper}", title, block("div", header, class_="cover"), main)


def _chapter(made: Booklet, one: CatalogueEntry, found: Sequence[BookletSection]) -> Html:
    """A record: what is to be known before it, its sheet, its sections."""
    story = made.library.stories[one.id]
    number = made.numbers[found[0].key]
    begin = tag("a", print_strings.BEGIN_AT.format(n=number), href=f"#s{number}")
    heads = dict.fromkeys((one.name, one.title))
    return block(
        "section",
        tag("h2", in_one_line(" · ".join(heads))),
        *(tag("p", in_one_line(text)) for text in (one.teaser, one.identity_line) if text),
        tag("p", in_one_line(one.content_line or strings.CONTENT_NONE), class_="notice"),
        _sheet(made, one.id, story, one.name),
        tag("p", begin, class_="begin"),
        *(_section(made, section) for section in found),
        _answers(made, found),
        class_="chapter",
        id=in_one_line(f"record-{one.id}"),
    )


def _sheet(made: Booklet, name: str, story: Story, person: str) -> Html:
    """The sheet of a record: its situation, its boxes, the numbers to come back to."""
    rows = [
        (label_told(story, key), value_told(story, key, variable.start))
        for key, variable in story.situation.items() if variable.label
    ]  # fmt: skip
    found = [_row(in_one_line(label), tag("td", in_one_line(value)), tag("td", class_="room")) for label, value in rows]
    wide = "2" if rows else None
    if boxes := _boxes(made, name, *asked_for(story)):
        told = (together(" " if at else "", tag("span", f"☐ {box}", class_="box")) for at, box in enumerate(boxes))
        found.append(_row(print_strings.BOXES, tag("td", *told, colspan=wide)))
    found.append(_row(print_strings.COME_BACK, tag("td", colspan=wide, class_="room")))
    return block(
        "div",
        tag("h3", in_one_line(print_strings.SHEET.format(name=person))),
        tag("p", print_strings.SHEET_NOTE, class_="soft") if rows else NOTHING,
        block("table", *found),
        class_="sheet",
    )


def _row(label: str, *cells: Html) -> Html:
    return tag("tr", tag("th", label, scope="row"), *cells)


def _boxes(made: Booklet, story: str, seen: Iterable[str], chose: Iterable[str]) -> list[int]:
    """The numbers of the boxes for scenes seen and choices made, of those that a condition asks for."""
    scenes, choices = asked_for(made.library.stories[story])
    asked = [*(("seen", one) for one in seen if one in scenes), *(("chose", one) for one in chose if one in choices)]
    numbers = made.boxes(story)
    return sorted(numbers[one] for one in asked if one in numbers)


def _section(made: Booklet, section: BookletSection) -> Html:
    number, key = made.numbers[section.key], section.key
    where = together(" ", tag("span", in_one_line(section.where), class_="where")) if section.where else NOTHING
    return block(
        "article",
        tag("h3", str(number), where),
        *(_piece(made, key.story, piece) for piece in section.pieces),
        _reveal(made, section.reveal) if section.reveal is not None else NOTHING,
        _close(made, key.story, section.close, section.ends) if section.close is not None else NOTHING,
        cited(made, section.claims),
        _care(made) if section.care and CARE in made.library.asides else NOTHING,
        tag("p", terms(made, section.ask), class_="ask") if section.ask else NOTHING,
        block("ul", *(_lead(made, key, lead) for lead in section.leads), class_="ways") if section.leads else NOTHING,
        tag("p", print_strings.OR_BACK, class_="soft") if section.close is not None else NOTHING,
        id=f"s{number}",
        class_="ending" if section.close is not None else None,
        data_story=in_one_line(key.story),
        data_scene=in_one_line(key.scene),
        data_choice=in_one_line(key.choice),
    )


def _care(made: Booklet) -> Html:
    title = aside(made.library, CARE, made.reader).title
    return tag("p", tag("a", in_one_line(print_strings.CARE.format(title=title)), href="#care"), class_="soft")


def _piece(made: Booklet, story: str, piece: ConditionalText) -> Html:
    told = texts(made, piece.text, strings.EDITORIAL if piece.editorial else "")
    if piece.condition is None:
        return told
    when = in_one_line(print_strings.IF.format(what=_when(made, story, piece.condition)))
    return tag("div", tag("p", when, class_="when"), told, class_="if")


def _when(made: Booklet, story: str, condition: Condition) -> str:
    """A condition in words, with the numbers of its boxes."""
    numbers = made.boxes(story)

    def box(kind: str, what: str) -> str:
        return str(numbers.get((kind, what), "–"))

    return condition_told(made.library.stories[story], condition, box)


def _reveal(made: Booklet, reveal: OutcomePage) -> Html:
    chosen = tag("p", in_one_line(strings.CHOSEN.format(label=reveal.label)), class_="chosen")
    folds = (
        together(tag("p", in_one_line(fold.label), class_="how"), *_followed(made, fold.outcomes, fold.note))
        for fold in reveal.folds
    )
    step = (texts(made, reveal.step) for _ in range(bool(reveal.step)))
    quiet = (tag("p", in_one_line("".join(line.line)), class_="evidence") for line in reveal.lines)
    return lines(chosen, *step, *quiet, *_followed(made, reveal.told, reveal.note), *folds)


def _followed(made: Booklet, outcomes: tuple[OutcomeView, ...], note: EvidenceNote) -> Iterator[Html]:
    """Outcomes, and below them how they are known; what they rest on, a section says by its numbers."""
    for outcome in outcomes:
        yield tag("p", in_one_line(outcome.of), class_="how") if outcome.of else NOTHING
        yield texts(made, outcome.text)
        yield _evidence(outcome.note)
    yield _evidence(note)


def _evidence(note: EvidenceNote) -> Html:
    return tag("p", in_one_line(note.evidence), class_="evidence") if note.words else NOTHING


def _close(made: Booklet, story: str, close: EndingView, ends: Iterable[ConditionalText]) -> Html:
    as_of = together(" ", tag("span", close.as_of, class_="soft")) if close.as_of else NOTHING
    lists = (
        (strings.UNKNOWN_HEAD, [tag("li", terms(made, line)) for line in close.unknown]),
        (strings.DISCUSS_HEAD, [tag("li", terms(made, one.ask)) for one in close.questions]),
    )
    return together(
        tag("h4", close.head, as_of),
        *(_piece(made, story, piece) for piece in ends),
        *(together(tag("h4", head), tag("ul", *items)) for head, items in lists if items),
    )


def _answers(made: Booklet, found: Sequence[BookletSection]) -> Html:
    """What good answers to the questions of its ends draw on, apart from them."""
    asked = (one for section in found if section.close is not None for one in section.close.questions if one.expect)
    drawn = {one.ask: in_one_line(strings.EXPECT.format(what="; ".join(one.expect))) for one in asked}
    rows = (tag("li", terms(made, ask), tag("br"), tag("span", draws, class_="soft")) for ask, draws in drawn.items())
    return block("div", tag("h3", print_strings.ANSWERS), tag("ul", *rows), class_="answers") if drawn else NOTHING


def _lead(made: Booklet, here: SectionKey, lead: SectionLink) -> Html:
    """A way on: when it is open, what to write down, its number."""
    when = NOTHING
    if lead.when is not None:
        only_if = print_strings.ONLY_IF.format(what=_when(made, here.story, lead.when))
        when = tag("span", in_one_line(only_if), ": ", class_="when")
    number = made.numbers.get(lead.to) if lead.to is not None else None
    if number is None:
        missing = tag("span", f"({print_strings.NOT_IN_BOOKLET})", class_="soft")
        turn = together(terms(made, lead.label), " ", missing)
    else:
        there = tag("span", print_strings.TURN_TO.format(n=number), class_="turn")
        turn = tag("a", in_one_line(lead.label), " ", there, href=f"#s{number}")
    notes = (lead.notice, *_notes(made, lead), _reason(made, here.story, lead))
    below = (tag("span", in_one_line(text), class_="note") for text in notes if text)
    return tag("li", when, turn, *below, data_move=in_one_line(encode(lead.move)))


def _reason(made: Booklet, story: str, lead: SectionLink) -> str:
    """Why a way may be shut; of one that is no part of the section at all, nothing is to be said."""
    if not lead.reason:
        return ""
    if lead.only is None:
        return print_strings.OTHERWISE.format(reason=lead.reason)
    return print_strings.OTHERWISE_IF.format(what=_when(made, story, lead.only), reason=lead.reason)


def _notes(made: Booklet, lead: SectionLink) -> Iterator[str]:
    """What is to be written down on the way."""
    if not lead.record:
        return
    story = made.library.stories[lead.record]
    name = catalogue_entry(made.library, lead.record, made.reader).name
    told = "; ".join(
        print_strings.VALUE.format(label=label_told(story, key), value=value_told(story, key, value))
        for key, value in lead.sheet.items() if key in story.situation and story.situation[key].label
    )  # fmt: skip
    if told:
        yield print_strings.WRITE.format(name=name, what=told)
    boxes = ", ".join(map(str, _boxes(made, lead.record, lead.seen, lead.chose)))
    if lead.clears and any(asked_for(story)):
        yield (print_strings.CLEAR_BUT if boxes else print_strings.CLEAR).format(name=name, boxes=boxes)
    elif boxes:
        yield print_strings.TICK.format(boxes=boxes)
    if lead.comes_back is not None:
        yield print_strings.NOTE_NUMBER.format(n=made.numbers[lead.comes_back])
