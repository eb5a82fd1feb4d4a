"""How do the pages of a class stand in HTML? No script is needed: what can be done is a link or a button of a form.

HTML page templates of the class: layout, title, join form, notices, records, forms and links; and the
refresh interval of pages that wait.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from msgspec import Struct

from wayout.actions import action
from wayout.faces.web import page as html
from wayout.faces.web import reference_pages as html_trail
from wayout.faces.web.evidence_words import meanings
from wayout.faces.web.page import panel
from wayout.faces.web.picture_fragments import MAP, ROUTE
from wayout.faces.web.reference_pages import document_html, evidence_words
from wayout.locale import classroom_strings, evidence_strings, strings
from wayout.model.library import CARE, COMPARE, FOREWORD, GLOSSARY, TIMELINE, Library
from wayout.play.permalink import PermalinkState
from wayout.play.state import Reader
from wayout.render import figure_maps
from wayout.render.html import NOTHING, Html, Inside, document, tag, together
from wayout.views import action_words, reference_pages
from wayout.views.by_paper import BY_PAPER, by_paper_document, has_papers
from wayout.views.catalogue import CatalogueEntry
from wayout.views.debrief import DEBRIEF, debrief
from wayout.views.document import ViewDocument
from wayout.views.log import reading_log
from wayout.views.notebook import Address, TrailsRead, notebook_document
from wayout.views.page import Page
from wayout.views.reader_map import story_map
from wayout.views.route import route, whole_route
from wayout.views.sources import SOURCES, VERSIONS, sources_document, versions_document

REFRESH_INTERVAL = 5
"""Seconds after which a page that waits looks again, without a script (HTML, the Refresh header)."""
LOOK, ICON = "/look.css", "/icon.svg"
Link = tuple[str, str]
"""Where it leads, and what it is called."""
Menu = Iterable[tuple[str, tuple[Link, ...]]]
_STAMPS = re.compile('popovertarget="means-([a-z-]+)"')
"""The evidence words that a page explains."""


def framed(
    title: str, *inside: Inside, bar: tuple[Link, ...] = (), menu: Menu = (), primary: Link | None = None
) -> str:
    """A whole page; `bar` are links below it, `menu` others in groups under heads, `primary` is the one way on."""
    head = together(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – {strings.APP}"),
        tag("link", rel="stylesheet", href=LOOK),
        tag("link", rel="icon", href=ICON, type="image/svg+xml"),
    )
    links = html.tool_bar(classroom_strings.PAGES, _links(bar), ((head, _links(found)) for head, found in menu))
    shown = together(*inside)
    way_on = tag("p", tag("a", primary[1], href=primary[0], class_="primary")) if primary else NOTHING
    body = (
        tag("a", classroom_strings.SKIP, class_="skip", href="#title"),
        tag("main", shown, way_on),
        links if bar else NOTHING,
        meanings(_STAMPS.findall(shown)),
    )
    return document(tag("head", head), tag("body", *body, class_="lesson"), class_="web")


def _links(found: Iterable[Link]) -> tuple[Html, ...]:
    return tuple(tag("a", label, href=address) for address, label in found)


def page_title(page: Page) -> str:
    """What a tab is called: of a person, the question, what was chosen, how it ends, or place and date."""
    chosen = strings.CHOSEN.format(label=page.chosen) if page.chosen else ""
    if page.kind == "mark":
        what = classroom_strings.TITLE_MARK.format(label=page.chosen)
    elif page.close is not None:
        what = page.close.head
    else:
        what = chosen or page.ask or page.where
    return f"{what} · {page.title}" if what else page.title


def join(trouble: str = "") -> str:
    """Type the code."""
    wrong = {"aria_describedby": "trouble", "aria_invalid": "true"} if trouble else {}
    field = tag(
        "input",
        type="text",
        id="code",
        name="code",
        required="",
        maxlength="20",
        autocomplete="off",
        inputmode="numeric",
        autofocus="",
        **wrong,
    )
    form = tag(
        "form",
        tag("p", trouble, id="trouble", role="alert", class_="trouble") if trouble else NOTHING,
        tag("label", classroom_strings.JOIN_CODE, for_="code"),
        field,
        tag("ol", tag("li", tag("button", tag("span", classroom_strings.JOIN_GO, class_="label"))), role="list"),
        class_="moves lone join",
        method="post",
        action="/join",
    )
    return framed(
        classroom_strings.JOIN,
        panel(classroom_strings.JOIN, "", form, tag("p", classroom_strings.JOIN_PRIVACY, class_="support")),
    )


def notice(title: str, says: str, *, primary: Link | None = None) -> str:
    """One sentence, and the one way on, where there is one."""
    return framed(title, panel(title, "", tag("p", says)), primary=primary)


def debriefing(address: str) -> Html:
    """What stands above each page once the teacher has begun the debrief."""
    return tag(
        "p", classroom_strings.DEBRIEF_NOW, " ", tag("a", strings.DEBRIEF, href=address), class_="card", role="status"
    )


def quiet(says: str) -> Html:
    """A quiet paragraph."""
    return tag("p", says, class_="support")


def resume_link(name: str, address: str) -> Html:
    """The way back to the page where one was."""
    return tag("p", tag("a", classroom_strings.GO_BACK_IN.format(name=name), href=address, class_="primary"))


def records(entries: tuple[CatalogueEntry, ...], bar: tuple[Link, ...], menu: Menu, above: Sequence[Html] = ()) -> str:
    """The records that are open, each with what it holds; each leads to its title page."""
    if not entries:
        return framed(
            classroom_strings.RECORDS,
            panel(classroom_strings.RECORDS, "", *above, tag("p", classroom_strings.RECORDS_NONE), kind="library"),
            bar=bar,
            menu=menu,
            primary=("", classroom_strings.LOOK_AGAIN),
        )
    links = (tag("li", tag("a", html_trail.record(one), href=f"/record/{quote(one.id)}")) for one in entries)
    listed = tag("ul", *links, role="list", class_="moves records")
    return framed(
        classroom_strings.RECORDS,
        panel(classroom_strings.RECORDS, "", *above, listed, kind="library"),
        bar=bar,
        menu=menu,
    )


def record(
    entry: CatalogueEntry,
    whose: str,
    bar: tuple[Link, ...],
    menu: Menu,
    *,
    is_gentle: bool,
    announces: str,
    tells_part: bool,
) -> str:
    """The title page of a record; where the teacher leaves it open, begun in either wording."""
    ways = html_trail.ways_in(is_gentle=is_gentle, has_two=bool(entry.content))[: 1 if is_gentle else None]
    shown = html_trail.notice(entry, whose, ways, announces=announces, tells_part=tells_part, action="/begin")
    return framed(entry.name, shown, bar=bar, menu=menu)


OVER_ALL = ((COMPARE, strings.COMPARE), (TIMELINE, strings.TIMELINE))
"""Pages over all records, each with what it is called: they tell how each ends, and so stand there for the debrief."""


def aside_pages(library: Library) -> tuple[Link, ...]:
    """The pages beside the stories that a class has, each with what it is called."""
    every = (
        (library.foreword, action_words.worded(action(FOREWORD), library).title),
        (GLOSSARY, strings.GLOSSARY),
        (CARE, strings.CARE_HERE),
    )
    return tuple((what, label) for what, label in every if what == GLOSSARY or what in library.asides)


def trail_pages(library: Library, story: str) -> tuple[Link, ...]:
    """The pages of a trail, each with what it is called: of a record also the way that its person went."""
    way = ((ROUTE, action(ROUTE).title),) if library.stories[story].person is not None else ()
    return (("log", strings.LOG), (MAP, strings.MAP), *way, (DEBRIEF, strings.DEBRIEF))


class ClassReferencePage(Struct, frozen=True):
    """What a tab of the browser is called, and what stands in the page."""

    title: str
    inside: Html


def reference_page(
    library: Library, what: str, reader: Reader, replayed: PermalinkState | None, page: Page | None
) -> ClassReferencePage | None:
    """What stands there; None for what does not, or not without a page."""
    if what in library.asides or what in (GLOSSARY, COMPARE, TIMELINE):
        shown = reference_pages.document(library, what, reader, (page,) if page else ())
        return ClassReferencePage(shown.title, document_html(shown))
    if what == html.EVIDENCE:
        return ClassReferencePage(classroom_strings.EVIDENCE_WORDS, evidence_words(classroom_strings.EVIDENCE_WORDS))
    if replayed is None or page is None:
        return None
    if what == SOURCES:
        return _beside(sources_document(library, page.claims, reader), page)
    if what == VERSIONS:
        return _beside(versions_document(library, page.told, reader), page)
    if what == MAP:
        ways = story_map(library, replayed.play, reader)
        return ClassReferencePage(
            _of(strings.MAP, page), panel(strings.MAP, ways.title, figure_maps.story_map(ways), kind=MAP)
        )
    if what == ROUTE and library.stories[page.story].person is not None:
        way, head = route(library, replayed.play), evidence_strings.HEAD
        drawn = figure_maps.route(whole_route(library, page.story), way)
        return ClassReferencePage(_of(head, page), panel(head, way.title, drawn, kind=ROUTE))
    if what == "log":
        return ClassReferencePage(
            _of(strings.LOG, page), html_trail.log(reading_log(library, replayed.play.trail, reader))
        )
    if what == BY_PAPER and page.close is not None and has_papers(library, page.story):
        return _beside(by_paper_document(library, page.story, reader), page)
    if what == DEBRIEF:
        inside = html_trail.debrief(debrief(library, replayed.play.trail, reader, has_gentle_articles=True))
        return ClassReferencePage(_of(strings.DEBRIEF, page), inside)
    return None


def notebook_page(library: Library, reader: Reader, read: TrailsRead, address: Address) -> ClassReferencePage:
    """What a pupil did of her own in all that she has read, each with a link to the page where it was."""
    shown = notebook_document(library, reader, read, address)
    return ClassReferencePage(shown.title, document_html(shown))


def _beside(shown: ViewDocument, page: Page) -> ClassReferencePage:
    return ClassReferencePage(_of(shown.title, page), document_html(shown, page.where))


def _of(head: str, page: Page) -> str:
    return f"{head} · {page.title}"
