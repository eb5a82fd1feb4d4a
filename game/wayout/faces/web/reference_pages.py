"""How does what stands beside the stories stand in HTML?"""

from wayout.faces.web.evidence import panel
from wayout.faces.web.page import word_id
from wayout.locale import strings, web_strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.render.html import NOTHING, Html, in_language, named, several, tag, together
from wayout.views.compare import ActTaken, Comparison
from wayout.views.reference_pages import ReferencePageView, TermView, outlets
from wayout.views.source_comparison import ComparedClaims, ComparisonPoint, SingleSource
from wayout.views.sources import ReadingView
from wayout.views.timeline import Timeline, TimelineEntry


def aside(library: Library, page: ReferencePageView, reader: Reader) -> Html:
    """A page of the makers' own, each paragraph with those who published what it rests on."""
    told = []
    for block in page.blocks:
        told.append(several("p", block.text))
        if not block.editorial and (published := outlets(library, block.claims, reader)):
            told.append(tag("p", strings.FROM_OUTLETS.format(outlets=published), class_="support"))
    return panel(page.title, "", tag("div", *told, class_="told", id="told"))


def glossary(every: tuple[TermView, ...], here: tuple[TermView, ...] = ()) -> Html:
    """The terms of a page, then all; each can be led to by its id."""
    head = tag("h2", strings.GLOSSARY_HERE) if here else NOTHING
    first = tag("dl", *(_term(one) for one in here)) if here else NOTHING
    rest = tag("dl", *(_term(one, f"term-{named(one.id)}") for one in every))
    return panel(strings.GLOSSARY, "", head, first, tag("h2", strings.GLOSSARY_ALL) if here else NOTHING, rest,
                 kind="glossary")  # fmt: skip


def differ(partings: tuple[ComparedClaims, ...]) -> Html:
    """Each point on which documents part, with its reason, and what each side says and where."""
    told = (
        tag("section", tag("h2", strings.OF_PERSON.format(name=one.name, head=one.weight)), *map(_point, one.points))
        for one in partings
    )
    lead = strings.DIFFER_LEAD if partings else strings.DIFFER_NONE
    return panel(strings.DIFFER, "", tag("p", lead, class_="support"), *told)


def alone(accounts: tuple[SingleSource, ...]) -> Html:
    """Each account, and below it what rests on it alone."""
    told = (
        tag("section", tag("h2", one.name),
            tag("p", strings.ONLY_ACCOUNT.format(account=one.account), class_="support"),
            tag("ul", *(tag("li", says) for says in one.claims)))
        for one in accounts
    )  # fmt: skip
    return panel(
        strings.ALONE, "", tag("p", strings.ALONE_LEAD if accounts else strings.ALONE_NONE, class_="support"), *told
    )


def compare(found: Comparison) -> Html:
    """Who took each act; opened, also what followed."""
    lead = tag("p", strings.COMPARE_LEAD if found.rows else strings.COMPARE_EMPTY, class_="support")
    names = (
        tag("p", strings.COMPARE_NAMES.format(identity=said.capitalize(), names=names), class_="support")
        for said, names in found.identities
    )
    rows = (tag("section", tag("h2", row.label), *map(_taking, row.takings)) for row in found.rows)
    nobody = strings.COMPARE_NOBODY.format(acts=", ".join(found.untaken)) if found.untaken else ""
    return panel(strings.COMPARE, "", lead, _held(found.content), *names, *rows,
                 tag("p", nobody, class_="support") if nobody else NOTHING)  # fmt: skip


def timeline(found: Timeline) -> Html:
    """Entries with their dates, those that stand under one head together."""
    lead = tag("p", strings.TIMELINE_LEAD if found.groups else strings.TIMELINE_NONE, class_="support")
    groups = (tag("section", tag("h2", one.head), *map(_entry, one.entries)) for one in found.groups)
    return panel(strings.TIMELINE, "", lead, _held(found.content), *groups, kind="timeline")


def keys(found: tuple[tuple[str, str], ...]) -> Html:
    """Every key with what it does, and every evidence word with its meaning."""
    sections = (
        (strings.HELP_KEYS, (("1–9", web_strings.TIP_DIGITS), (strings.BY_ENTER, web_strings.TIP_ENTER), *found)),
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


def _term(term: TermView, place: str | None = None) -> Html:
    support = tag("dd", term.support, class_="support") if term.support else NOTHING
    return tag("div", tag("dt", term.term, id=place, tabindex="-1" if place else None), several("dd", term.says),
               support)  # fmt: skip


def _point(point: ComparisonPoint) -> Html:
    why = tag("span", f": {point.why}", class_="why") if point.why else NOTHING
    return tag("div", tag("h3", point.on, why), tag("ul", *map(_reading, point.readings)))


def _reading(reading: ReadingView) -> Html:
    places = dict.fromkeys((cite.name, cite.place, cite.language) for cite in reading.cites)
    where = [
        together("; " if at else NOTHING, in_language(name, language), f", {place}" if place else NOTHING)
        for at, (name, place, language) in enumerate(places)
    ]
    return tag("li", reading.says, tag("span", *where, class_="support") if where else NOTHING)


def _taking(taking: ActTaken) -> Html:
    known = tag("span", taking.known, class_="evidence")
    asked = together(taking.ask, " ", tag("strong", taking.label)) if taking.ask else tag("strong", taking.label)
    followed = [
        together(tag("h3", one.word, class_="word") if len(taking.outcomes) > 1 else NOTHING, several("p", one.text))
        for one in taking.outcomes
    ]
    where = together(tag("strong", taking.evidence, class_="evidence"), f" {taking.where}")
    return tag("details", tag("summary", taking.name, " ", known), tag("p", where, class_="support"), tag("p", asked),
               *followed)  # fmt: skip


def _entry(entry: TimelineEntry) -> Html:
    told = together(entry.told, tag("strong", entry.evidence, class_="evidence")) if entry.told else NOTHING
    return tag(
        "div",
        tag("h3", entry.date, tag("span", entry.where, class_="where")),
        tag("p", entry.says) if entry.says else NOTHING,
        tag("p", told, class_="act") if entry.told else NOTHING,
        class_="entry",
    )


def _held(content: tuple[str, ...]) -> Html:
    return tag("p", strings.COMPARE_HOLDS.format(what="; ".join(content)), class_="support") if content else NOTHING
