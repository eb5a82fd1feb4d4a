"""How do texts, terms and sources stand in a booklet?"""

from collections.abc import Iterable
from html import escape

from wayout.locale import booklet_strings
from wayout.model.glossary_matcher import find_terms
from wayout.model.text import paragraphs
from wayout.render.sanitize import sanitize
from wayout.views.booklet import Booklet


def cited(made: Booklet, claims: Iterable[str]) -> str:
    """The numbers of the sources that something rests on."""
    numbers = [made.claims[claim] for claim in claims if claim in made.claims]
    links = " · ".join(f'<a href="#c{number}">{number}</a>' for number in numbers)
    return f'<p class="cited">{html(booklet_strings.CITED)} {links}</p>' if links else ""


def texts(made: Booklet, text: str, mark: str = "") -> str:
    """A writer's text in paragraphs."""
    style = ' class="editorial"' if mark else ""
    head = f'<span class="mark">{html(mark)}</span> ' if mark else ""
    return "".join(f"<p{style}>{head}{terms(made, part)}</p>" for part in paragraphs(text) if part)


def terms(made: Booklet, text: str) -> str:
    """A text in which each term of the glossary leads there."""
    told = " ".join(text.split())
    found, done = [], 0
    for naming in find_terms(told, made.library.terms):
        found.append(escape(sanitize(told[done : naming.start])))
        found.append(f'<a class="term" href="#{html(f"g-{naming.term}")}">{html(told[naming.start : naming.end])}</a>')
        done = naming.end
    return "".join((*found, escape(sanitize(told[done:]))))


def html(text: str) -> str:
    """A text that means nothing but itself, in one line."""
    return escape(sanitize(" ".join(text.split())))
