"""How do the library of stories, and the notice before one, stand in HTML?"""

from wayout.faces.web.evidence import panel
from wayout.faces.web.page import TO_LIBRARY, options
from wayout.faces.web.reference_pages import rows_html
from wayout.locale import strings
from wayout.render.html import Html, tag
from wayout.views.catalogue import CatalogueEntry, notice_document
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
    (section,) = notice_document(entry, whose, war_first=war_first).sections
    told = tag("section", rows_html(section.rows), class_="told", id="told")
    ways = options(_ways(is_gentle, has_two=bool(entry.content) or war_first), labelled="title")
    return panel(entry.name, entry.length, told, ways, kind="notice")


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
    return " ".join(part for part in (entry.teaser, entry.content_line) if part)


def _choice(name: str, label: str, aside: str = "", below: str = "") -> OptionView:
    return OptionView(id=name, label=label, evidence=aside, notice=below)
