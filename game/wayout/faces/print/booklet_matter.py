"""What stands in a booklet around its records: contents, how it is read, the war; help, glossary, sources?

Front matter and back matter, and how the texts of a booklet lead there.
"""

from collections.abc import Iterable, Iterator, Sequence

from wayout.locale import booklet_strings, strings
from wayout.model.glossary_matcher import find_terms
from wayout.model.reference_pages import ABOUT, CARE, WAR
from wayout.model.text import paragraphs
from wayout.render.html import NOTHING, Html, Inside, block, dotted, in_language, tag, together
from wayout.render.sanitize import in_one_line
from wayout.render.web_address import web_address
from wayout.views.booklet import Booklet
from wayout.views.catalogue import CatalogueEntry
from wayout.views.reference_pages import aside, glossary
from wayout.views.sources import CiteView, ClaimView, sources


def contents(entries: Sequence[CatalogueEntry], first: Sequence[int]) -> Html:
    """Every record with where it begins."""
    rows = []
    for one, number in zip(entries, first, strict=True):
        told = " · ".join(filter(None, (one.title if one.title != one.name else "", one.length)))
        rows.append(tag(
            "li", tag("a", in_one_line(one.name), href=f"#s{number}"), " ",
            tag("span", in_one_line(told), class_="soft"), " ",
            tag("span", booklet_strings.BEGINS.format(n=number), class_="turn"),
        ))  # fmt: skip
    head = tag("h2", booklet_strings.CONTENTS, id="contents")
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
        booklet_strings.HOW_HEAD,
        *(tag("p", in_one_line(text)) for text in booklet_strings.HOW),
        tag("h3", booklet_strings.EVIDENCE_HEAD),
        block("dl", *rows),
        kind="front",
    )


def war(made: Booklet) -> Html:
    """The page on the war, which stands before the first decision."""
    if WAR not in made.library.asides:
        return NOTHING
    found = aside(made.library, WAR, made.reader)
    told = (together(texts(made, block.text), cited(made, block.claims)) for block in found.blocks)
    return _part("war", found.title, *told, kind="front")


def back(made: Booklet) -> Iterator[Html]:
    """The last parts: help, the glossary, the sources that are cited, what a booklet cannot carry."""
    if CARE in made.library.asides:
        yield _aside(made, CARE, "care")
    terms = [
        tag("li", tag("strong", in_one_line(term.term)), f": {in_one_line(term.says)}", id=in_one_line(f"g-{term.id}"))
        for term in glossary(made.library, made.reader)
    ]
    if terms:
        yield _part("glossary", booklet_strings.GLOSSARY_HEAD, block("ul", *terms))
    rows = (_claim(view, made.claims[view.id]) for view in sources(made.library, made.claims, made.reader))
    lead = tag("p", booklet_strings.SOURCES_LEAD, class_="soft")
    yield _part("sources", booklet_strings.SOURCES_HEAD, lead, block("ol", *rows))
    lost = (tag("li", in_one_line(line)) for line in made.not_carried)
    yield _part("not-carried", booklet_strings.NOT_CARRIED_HEAD, block("ul", *lost))
    if ABOUT in made.library.asides:
        yield _aside(made, ABOUT, "about")


def cited(made: Booklet, claims: Iterable[str]) -> Html:
    """The numbers of the sources that something rests on."""
    numbers = [str(made.claims[claim]) for claim in claims if claim in made.claims]
    links = dotted(*(tag("a", number, href=f"#c{number}") for number in numbers))
    return tag("p", booklet_strings.CITED, " ", links, class_="cited") if links else NOTHING


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


def _claim(view: ClaimView, number: int) -> Html:
    """A claim with its standing, where it stands, and where documents part."""
    below: list[Inside] = [in_one_line(remark) for remark in view.remarks]
    below += dict.fromkeys(_cite(cite) for cite in view.cites)
    for difference in view.differences:
        readings = [
            together("; " if at else "", in_one_line(one.says), " (", _places(one.cites), ")")
            for at, one in enumerate(difference.readings)
        ]
        below.append(together(in_one_line(difference.head), ": ", *readings))
    return tag(
        "li",
        tag("span", str(number), class_="n"),
        in_one_line(view.says),
        " ",
        tag("em", in_one_line(view.support)),
        tag("ul", *(tag("li", line) for line in below)),
        id=f"c{number}",
    )


def _places(cites: tuple[CiteView, ...]) -> Html:
    return together(*(together("; " if at else "", _where(cite)) for at, cite in enumerate(cites)))


def _cite(cite: CiteView) -> Html:
    address = "" if cite.is_held else web_address(cite.url)
    link = tag("a", address, href=address, rel="noreferrer")
    return together(_where(cite), " ", link) if address else _where(cite)


def _where(cite: CiteView) -> Html:
    """Outlet, place and speaker; what is of another language says so."""
    who = " ".join(filter(None, (cite.speaker, f"({cite.voice})" if cite.voice else "")))
    quote = in_language(f"“{cite.quote}”", cite.language) if cite.quote else NOTHING
    held = "" if cite.is_held else strings.NOT_HELD
    named = in_language(" ".join(cite.name.split()), cite.language)
    return dotted(named, in_one_line(cite.how), in_one_line(cite.place), in_one_line(who), quote, held)
