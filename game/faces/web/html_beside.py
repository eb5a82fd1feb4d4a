"""How does what stands beside the stories stand in HTML?"""

from game import words
from game.faces.web.html import word_id
from game.faces.web.html_evidence import panel
from game.faces.web.tags import NOTHING, Html, in_language, named, several, tag, together
from game.model.library import Library
from game.play.beside import AsidePage, TermView, outlets
from game.play.compare import Comparison, Taking
from game.play.ledger import Alone, Parting, Point
from game.play.reader import Reader
from game.play.sources import ReadingView
from game.play.timeline import Entry, Timeline
from game.words import web


def aside(library: Library, page: AsidePage, reader: Reader) -> Html:
    """A page of the makers' own, each paragraph with those who published what it rests on."""
    told = []
    for block in page.blocks:
        told.append(several("p", block.text))
        if not block.editorial and (published := outlets(library, block.claims, reader)):
            told.append(tag("p", words.FROM_OUTLETS.format(outlets=published), class_="support"))
    return panel(page.title, "", tag("div", *told, class_="told", id="told"))


def glossary(every: tuple[TermView, ...], here: tuple[TermView, ...] = ()) -> Html:
    """The terms of a page, then all; each can be led to by its id."""
    head = tag("h2", words.GLOSSARY_HERE) if here else NOTHING
    first = tag("dl", *(_term(one) for one in here)) if here else NOTHING
    rest = tag("dl", *(_term(one, f"term-{named(one.id)}") for one in every))
    return panel(words.GLOSSARY, "", head, first, tag("h2", words.GLOSSARY_ALL) if here else NOTHING, rest,
                 kind="glossary")  # fmt: skip


def differ(partings: tuple[Parting, ...]) -> Html:
    """Each point on which documents part, with its reason, and what each side says and where."""
    told = (
        tag("section", tag("h2", words.OF_PERSON.format(name=one.name, head=one.weight)), *map(_point, one.points))
        for one in partings
    )
    lead = words.DIFFER_LEAD if partings else words.DIFFER_NONE
    return panel(words.DIFFER, "", tag("p", lead, class_="support"), *told)


def alone(accounts: tuple[Alone, ...]) -> Html:
    """Each account, and below it what rests on it alone."""
    told = (
        tag("section", tag("h2", one.name),
            tag("p", words.ONLY_ACCOUNT.format(account=one.account), class_="support"),
            tag("ul", *(tag("li", says) for says in one.claims)))
        for one in accounts
    )  # fmt: skip
    return panel(words.ALONE, "", tag("p", words.ALONE_LEAD if accounts else words.ALONE_NONE, class_="support"), *told)


def compare(found: Comparison) -> Html:
    """Who took each act; opened, also what followed."""
    lead = tag("p", words.COMPARE_LEAD if found.rows else words.COMPARE_EMPTY, class_="support")
    names = (
        tag("p", words.COMPARE_NAMES.format(identity=said.capitalize(), names=names), class_="support")
        for said, names in found.identities
    )
    rows = (tag("section", tag("h2", row.label), *map(_taking, row.takings)) for row in found.rows)
    nobody = words.COMPARE_NOBODY.format(acts=", ".join(found.untaken)) if found.untaken else ""
    return panel(words.COMPARE, "", lead, _held(found.content), *names, *rows,
                 tag("p", nobody, class_="support") if nobody else NOTHING)  # fmt: skip


def timeline(found: Timeline) -> Html:
    """Entries with their dates, those that stand under one head together."""
    lead = tag("p", words.TIMELINE_LEAD if found.groups else words.TIMELINE_NONE, class_="support")
    groups = (tag("section", tag("h2", one.head), *map(_entry, one.entries)) for one in found.groups)
    return panel(words.TIMELINE, "", lead, _held(found.content), *groups, kind="timeline")


def keys(found: tuple[tuple[str, str], ...]) -> Html:
    """Every key with what it does, and every evidence word with its meaning."""
    sections = (
        (words.HELP_KEYS, (("1–9", web.TIP_DIGITS), (words.BY_ENTER, web.TIP_ENTER), *found)),
        *_meanings(),
    )
    told = (
        tag("section", tag("h2", head), tag("dl", *(tag("div", tag("dt", one), tag("dd", what)) for one, what in rows)))
        for head, rows in sections
    )
    return panel(words.HELP_HEAD, "", *told, kind="keys")


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
    known = tuple((words.KNOWN[word], meaning) for word, meaning in words.KNOWN_MEANING.items())
    return (words.HELP_TAKEN, tuple(words.TAKEN_MEANING.items())), (words.HELP_KNOWN, known)


def _term(term: TermView, place: str | None = None) -> Html:
    support = tag("dd", term.support, class_="support") if term.support else NOTHING
    return tag("div", tag("dt", term.term, id=place, tabindex="-1" if place else None), several("dd", term.says),
               support)  # fmt: skip


def _point(point: Point) -> Html:
    why = tag("span", f": {point.why}", class_="why") if point.why else NOTHING
    return tag("div", tag("h3", point.on, why), tag("ul", *map(_reading, point.readings)))


def _reading(reading: ReadingView) -> Html:
    places = dict.fromkeys((cite.name, cite.place, cite.language) for cite in reading.cites)
    where = [
        together("; " if at else NOTHING, in_language(name, language), f", {place}" if place else NOTHING)
        for at, (name, place, language) in enumerate(places)
    ]
    return tag("li", reading.says, tag("span", *where, class_="support") if where else NOTHING)


def _taking(taking: Taking) -> Html:
    known = tag("span", taking.known, class_="evidence")
    asked = together(taking.ask, " ", tag("strong", taking.label)) if taking.ask else tag("strong", taking.label)
    followed = [
        together(tag("h3", one.word, class_="word") if len(taking.outcomes) > 1 else NOTHING, several("p", one.text))
        for one in taking.outcomes
    ]
    where = together(tag("strong", taking.evidence, class_="evidence"), f" {taking.where}")
    return tag("details", tag("summary", taking.name, " ", known), tag("p", where, class_="support"), tag("p", asked),
               *followed)  # fmt: skip


def _entry(entry: Entry) -> Html:
    told = together(entry.told, tag("strong", entry.evidence, class_="evidence")) if entry.told else NOTHING
    return tag(
        "div",
        tag("h3", entry.date, tag("span", entry.where, class_="where")),
        tag("p", entry.says) if entry.says else NOTHING,
        tag("p", told, class_="act") if entry.told else NOTHING,
        class_="entry",
    )


def _held(content: tuple[str, ...]) -> Html:
    return tag("p", words.COMPARE_HOLDS.format(what="; ".join(content)), class_="support") if content else NOTHING
