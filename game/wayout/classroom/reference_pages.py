"""What can be opened beside a page of the class: the evidence behind it, the trail, the terms, the makers' pages?

Routes of reference pages: evidence, glossary, log, makers' pages.
"""

from msgspec import Struct

from wayout.faces.web import evidence as html_evidence
from wayout.faces.web import page as html
from wayout.faces.web import trail as html_trail
from wayout.faces.web.reference_pages import document_html, evidence_words
from wayout.locale import classroom_strings, strings
from wayout.model.library import GLOSSARY, Library
from wayout.play.permalink import PermalinkState
from wayout.play.reader import Reader
from wayout.render.html import Html
from wayout.views.debrief import debrief
from wayout.views.documents import document
from wayout.views.log import reading_log
from wayout.views.page import Page
from wayout.views.sources import sources, versions


class ClassReferencePage(Struct, frozen=True):
    """What a tab of the browser is called, and what stands in the page."""

    title: str
    inside: Html


def reference_page(
    library: Library, what: str, reader: Reader, found: PermalinkState | None, page: Page | None
) -> ClassReferencePage | None:
    """What stands there; None for what does not, or not without a page."""
    if what in library.asides or what == GLOSSARY:
        shown = document(library, what, reader, (page,) if page else ())
        return ClassReferencePage(shown.title, document_html(shown))
    if what == html.EVIDENCE:
        return ClassReferencePage(classroom_strings.EVIDENCE_WORDS, evidence_words(classroom_strings.EVIDENCE_WORDS))
    if found is None or page is None:
        return None
    if what == html.SOURCES:
        inside = html_evidence.sources(sources(library, page.claims, reader), page.where)
        return ClassReferencePage(_of(strings.SOURCES, page), inside)
    if what == html.VERSIONS:
        inside = html_evidence.versions(versions(library, page.told, reader), page.where)
        return ClassReferencePage(_of(html.VERSIONS_HEAD, page), inside)
    if what == "log":
        return ClassReferencePage(
            _of(strings.LOG, page), html_trail.log(reading_log(library, found.play.trail, reader))
        )
    if what == html.DEBRIEF:
        inside = html_trail.debrief(debrief(library, found.play.trail, reader))
        return ClassReferencePage(_of(strings.DEBRIEF, page), inside)
    return None


def _of(head: str, page: Page) -> str:
    return f"{head} · {page.title}"
