"""How do the library of stories, and the notice before one, stand in HTML?"""

from wayout.faces.web.evidence import panel
from wayout.faces.web.html_builder import NOTHING, Html, several, tag
from wayout.faces.web.page import TO_LIBRARY, options
from wayout.locale import strings
from wayout.views.catalogue import CatalogueEntry
from wayout.views.page import OptionView

BEGIN_FULL, BEGIN_GENTLE = "full", "gentle"
"""Moves of a notice: in which wording to begin."""


def library(entries: tuple[CatalogueEntry, ...]) -> Html:
    """Every story with its person's name, whether that is a real name, how long it takes, and what it is about."""
    found = (
        _choice(
            one.id, one.name, " · ".join(part for part in (one.identity, one.length, one.review) if part), _about(one)
        )
        for one in entries
    )
    lead = tag("p", strings.LIBRARY_HEAD if entries else strings.LIBRARY_EMPTY, class_="lead")
    return panel(strings.APP, "", lead, options(found, labelled="title"), kind="library")


def notice(entry: CatalogueEntry, whose: str, *, is_gentle: bool, war_first: bool) -> Html:
    """Who tells, in whose words, for how long, and what is announced; then the ways in."""
    is_named = entry.title != entry.name
    name = strings.NAME_IS.format(name=entry.name, identity=entry.identity) if entry.identity else ""
    told = (
        tag("h2", entry.title) if is_named else NOTHING,
        several("p", entry.teaser),
        *(tag("p", said, class_="support") for said in (name, whose) if said),
        tag("p", entry.review[:1].upper() + entry.review[1:], class_="evidence") if entry.review else NOTHING,
        tag("h2", strings.CONTENT_HEAD) if entry.content else tag("p", strings.CONTENT_NONE, class_="support"),
        tag("ul", *(tag("li", what) for what in entry.content)) if entry.content else NOTHING,
        tag("p", strings.WAR_FIRST, class_="support") if war_first else NOTHING,
    )
    ways = options(_ways(is_gentle, has_two=bool(entry.content) or war_first), labelled="title")
    return panel(entry.name, entry.length, tag("section", *told, class_="told", id="told"), ways, kind="notice")


def _ways(is_gentle: bool, *, has_two: bool) -> tuple[OptionView, ...]:
    """With nothing announced there is one wording only."""
    back = _choice(TO_LIBRARY, strings.TO_LIBRARY)
    if not has_two:
        return (_choice(BEGIN_GENTLE if is_gentle else BEGIN_FULL, strings.BEGIN), back)
    full = _choice(BEGIN_FULL, strings.CONTENT_FULL)
    gentle = _choice(BEGIN_GENTLE, strings.CONTENT_GENTLE, below=strings.CONTENT_GENTLE_MEANS)
    return (gentle, full, back) if is_gentle else (full, gentle, back)


def _about(entry: CatalogueEntry) -> str:
    """What it is about, and what it holds."""
    announced = strings.CONTENT_NOTE.format(what="; ".join(entry.content)) if entry.content else ""
    return " ".join(part for part in (entry.teaser, announced) if part)


def _choice(name: str, label: str, aside: str = "", below: str = "") -> OptionView:
    return OptionView(id=name, label=label, evidence=aside, notice=below)
