"""What can be opened beside a page of the class: the evidence behind it, the trail, the terms, the makers' pages?"""

from msgspec import Struct

from game import words
from game.faces.web import html, html_beside, html_evidence, html_trail
from game.faces.web.tags import Html
from game.model.beside import GLOSSARY
from game.model.library import Library
from game.play.backlog import backlog
from game.play.beside import aside, glossary, terms_on
from game.play.debrief_told import told
from game.play.debriefed import debrief
from game.play.page import Page
from game.play.reader import Reader
from game.play.sources import sources, versions
from game.play.trail_code import PermalinkState
from game.words import classroom as said


class ReferencePage(Struct, frozen=True):
    """What a tab of the browser is called, and what stands in the page."""

    title: str
    inside: Html


def reference_page(
    library: Library, what: str, reader: Reader, found: PermalinkState | None, page: Page | None
) -> ReferencePage | None:
    """What stands there; None for what does not, or not without a page."""
    if what in library.asides:
        shown = aside(library, what, reader)
        return ReferencePage(shown.title, html_beside.aside(library, shown, reader))
    if what == GLOSSARY:
        here = terms_on(library, page, reader) if page else ()
        return ReferencePage(words.GLOSSARY, html_beside.glossary(glossary(library, reader), here))
    if what == html.EVIDENCE:
        return ReferencePage(said.EVIDENCE_WORDS, html_beside.evidence_words(said.EVIDENCE_WORDS))
    if found is None or page is None:
        return None
    if what == html.SOURCES:
        inside = html_evidence.sources(sources(library, page.claims, reader), page.where)
        return ReferencePage(_of(words.SOURCES, page), inside)
    if what == html.VERSIONS:
        inside = html_evidence.versions(versions(library, page.told, reader), page.where)
        return ReferencePage(_of(html.VERSIONS_HEAD, page), inside)
    if what == "log":
        return ReferencePage(_of(words.LOG, page), html_trail.log(backlog(library, found.play.trail, reader)))
    if what == html.DEBRIEF:
        made = debrief(library, found.play.trail, reader)
        return ReferencePage(_of(words.DEBRIEF, page), html_trail.debrief(made.title, told(made)))
    return None


def _of(head: str, page: Page) -> str:
    return f"{head} · {page.title}"
