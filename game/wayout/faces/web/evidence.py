"""How does the evidence behind a page stand in HTML?

The HTML of claims, citations, differences and their links to documents.
"""

from wayout.locale import evidence_strings, strings
from wayout.render.html import NOTHING, Html, dotted, in_language, several, tag, together
from wayout.render.sanitize import web_address
from wayout.views.sources import CiteView, ClaimView, DifferenceView, ReadingView


def sources(claims: tuple[ClaimView, ...], where: str) -> Html:
    """Each claim with how it stands and why, and every place that carries it; readings that differ, side by side."""
    shown = set[str]()
    listed = tag("ol", *(claim(one, shown) for one in claims), class_="claims", role="list")
    return panel(strings.SOURCES, where, listed if claims else tag("p", strings.SOURCES_NONE))


def versions(found: tuple[DifferenceView, ...], where: str) -> Html:
    """On what the documents part, each point with its readings side by side."""
    shown = set[str]()
    told = [difference(one, shown) for one in found] or [tag("p", evidence_strings.VERSIONS_NONE)]
    return panel(evidence_strings.VERSIONS[:1].upper() + evidence_strings.VERSIONS[1:], where, *told)


def panel(head: str, where: str, *inside: Html, kind: str = "") -> Html:
    """What stands beside a page: its head, and what it has to say."""
    heading = tag("h1", head, id="title", tabindex="-1")
    shown_where = tag("p", where, class_="where") if where else NOTHING
    header = tag("header", heading, shown_where, class_="head")
    return tag("article", header, *inside, class_=f"panel {kind}".strip())


def claim(one: ClaimView, shown: set[str]) -> Html:
    """What is said, how it stands and why, remarks, and where it is said. `shown` are documents whose address was."""
    reason = f": {one.reason}" if one.reason else ""
    return tag(
        "li",
        several("p", one.says, class_="says"),
        tag("p", tag("strong", one.standing), reason, class_="standing"),
        *(tag("p", remark, class_="support") for remark in one.remarks),
        cites(one.cites, shown),
        *(difference(each, shown) for each in one.differences),
    )


def cites(found: tuple[CiteView, ...], shown: set[str]) -> Html:
    """Places in documents."""
    return tag("ul", *(_cite(one, shown) for one in found), class_="cites") if found else NOTHING


def difference(found: DifferenceView, shown: set[str]) -> Html:
    """On what documents part, why they may, and each reading."""
    why = f": {found.why}" if found.why else ""
    sides = tag("div", *(_reading(one, shown) for one in found.readings), class_="readings")
    return tag("div", tag("p", tag("strong", found.head), why, class_="standing"), sides, class_="difference")


def _reading(found: ReadingView, shown: set[str]) -> Html:
    return tag("div", several("p", found.says), cites(found.cites, shown), class_="reading")


def _cite(cite: CiteView, shown: set[str]) -> Html:
    """Its title, then where and how it was made, then who says so and how; where it stands first, its address too."""
    outlet = in_language(cite.other_outlet, cite.language) if cite.other_outlet else NOTHING
    quote = in_language(cite.quoted, cite.language) if cite.quote else NOTHING
    lines = (
        (outlet, cite.made, cite.language_name, cite.held),
        (cite.place, cite.said_by, cite.voice, quote),
        () if cite.document in shown else (cite.url,),
    )
    shown.add(cite.document)
    said = (dotted(*line) for line in lines)
    title = tag("cite", address(cite.url, in_language(cite.title, cite.language)))
    return tag("li", title, together(*(tag("span", one, class_="support") for one in said if one)))


def address(url: str, label: Html) -> Html:
    """What leads to a document's address, where that is one of the web."""
    return tag("a", label, href=url, rel="noreferrer") if web_address(url) else label
