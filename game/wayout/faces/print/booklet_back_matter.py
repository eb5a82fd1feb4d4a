"""What stands at the end of a booklet: help, the glossary, the sources, what it cannot carry?"""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from wayout.faces.print.booklet_html import html
from wayout.locale import booklet_strings, strings
from wayout.model.library import Library
from wayout.model.reference_pages import ABOUT, CARE
from wayout.play.reader import Reader
from wayout.render.language_markup import in_language
from wayout.render.web_address import web_address
from wayout.views.reference_pages import ReferencePageView, aside, glossary
from wayout.views.sources import CiteView, ClaimView, sources


def back(library: Library, reader: Reader, claims: Mapping[str, int], not_carried: Sequence[str]) -> Iterator[str]:
    """The last parts of a booklet; `claims` are those that it cites, with their numbers."""
    if CARE in library.asides:
        yield _aside(aside(library, CARE, reader), "care")
    terms = "\n".join(
        f'<li id="{html(f"g-{term.id}")}"><strong>{html(term.term)}</strong>: {html(term.says)}</li>'
        for term in glossary(library, reader)
    )
    if terms:
        yield _part("glossary", booklet_strings.GLOSSARY_HEAD, f"<ul>\n{terms}\n</ul>")
    rows = "\n".join(_claim(view, claims[view.id]) for view in sources(library, claims, reader))
    yield _part(
        "sources",
        booklet_strings.SOURCES_HEAD,
        f'<p class="soft">{html(booklet_strings.SOURCES_LEAD)}</p>\n<ol>\n{rows}\n</ol>',
    )
    lost = "\n".join(f"<li>{html(line)}</li>" for line in not_carried)
    yield _part("not-carried", booklet_strings.NOT_CARRIED_HEAD, f"<ul>\n{lost}\n</ul>")
    if ABOUT in library.asides:
        yield _aside(aside(library, ABOUT, reader), "about")


def _part(name: str, head: str, told: str) -> str:
    return f'<section class="back" id="{name}">\n<h2>{html(head)}</h2>\n{told}\n</section>'


def _aside(page: ReferencePageView, name: str) -> str:
    return _part(name, page.title, "\n".join(f"<p>{html(block.text)}</p>" for block in page.blocks))


def _claim(view: ClaimView, number: int) -> str:
    """A claim with its standing, where it stands, and where documents part."""
    below = (*map(html, view.remarks), *dict.fromkeys(_cite(cite) for cite in view.cites))
    lines = "".join(f"<li>{line}</li>" for line in below)
    for difference in view.differences:
        readings = "; ".join(f"{html(one.says)} ({'; '.join(_where(cite) for cite in one.cites)})"
                             for one in difference.readings)  # fmt: skip
        lines += f"<li>{html(difference.head)}: {readings}</li>"
    return (
        f'<li id="c{number}"><span class="n">{number}</span>{html(view.says)} <em>{html(view.support)}</em>'
        f"<ul>{lines}</ul></li>"
    )


def _cite(cite: CiteView) -> str:
    address = web_address(cite.url)
    link = (
        f' <a href="{escape(address)}" rel="noreferrer">{escape(address)}</a>' if address and not cite.is_held else ""
    )
    return f"{_where(cite)}{link}"


def _where(cite: CiteView) -> str:
    """Outlet, place and speaker; what is of another language says so."""
    who = " ".join(filter(None, (cite.speaker, f"({cite.voice})" if cite.voice else "")))
    quote = in_language(f"“{cite.quote}”", cite.language) if cite.quote else ""
    held = "" if cite.is_held else strings.NOT_HELD
    named = in_language(" ".join(cite.name.split()), cite.language)
    return " · ".join(filter(None, (named, html(cite.how), html(cite.place), html(who), quote, held)))
