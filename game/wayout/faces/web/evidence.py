"""How does the evidence behind a page stand in HTML?"""

from wayout.locale import evidence_strings, strings
from wayout.render.html import NOTHING, Html, dotted, in_language, several, tag
from wayout.render.sanitize import web_address
from wayout.views.sources import CiteView, ClaimView, DifferenceView, ReadingView


def sources(claims: tuple[ClaimView, ...], where: str) -> Html:
    """Each claim with how it stands and why, and every place that carries it; readings that differ, side by side."""
    shown = set[str]()
    return source_list(tuple(claim(one, shown) for one in claims), where)


def source_list(items: tuple[Html, ...], where: str) -> Html:
    """The claims of a page, or that there are none."""
    listed = tag("ol", *items, class_="claims", role="list") if items else tag("p", strings.SOURCES_NONE)
    return panel(strings.SOURCES, where, listed)


def versions(found: tuple[DifferenceView, ...], where: str) -> Html:
    """On what the documents part, each point with its readings side by side."""
    shown = set[str]()
    return version_list(tuple(difference(one, shown) for one in found), where)


def version_list(items: tuple[Html, ...], where: str) -> Html:
    """The points on which the documents part, or that there are none."""
    told = items or (tag("p", evidence_strings.VERSIONS_NONE),)
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

    def with_address(one: CiteView) -> Html:
        is_new = one.document not in shown
        shown.add(one.document)
        return cite(one, web_page(one) if is_new else NOTHING)

    return tag("ul", *map(with_address, found), class_="cites") if found else NOTHING


def difference(found: DifferenceView, shown: set[str]) -> Html:
    """On what documents part, why they may, and each reading."""
    why = f": {found.why}" if found.why else ""
    sides = tag("div", *(_reading(one, shown) for one in found.readings), class_="readings")
    return tag("div", tag("p", tag("strong", found.head), why, class_="standing"), sides, class_="difference")


def _reading(found: ReadingView, shown: set[str]) -> Html:
    return tag("div", several("p", found.says), cites(found.cites, shown), class_="reading")


def cite(one: CiteView, page: Html) -> Html:
    """Its title, then where and how it was made, then who says so and how, then the page of the web."""
    outlet = in_language(one.other_outlet, one.language) if one.other_outlet else NOTHING
    quote = in_language(one.quoted, one.language) if one.quote else NOTHING
    made = dotted(outlet, one.made, one.language_name, one.held)
    said = dotted(one.place, one.said_by, one.voice, quote)
    title = tag("cite", address(one.url, in_language(one.title, one.language)))
    return tag("li", title, *(tag("span", line, class_="support") for line in (made, said) if line), page)


def web_page(one: CiteView, once: str | None = None) -> Html:
    """Where it can be read; `once` tells a script of which document it is."""
    return tag("span", one.url, class_="support", data_once=once) if one.url else NOTHING


def address(url: str, label: Html) -> Html:
    """What leads to a document's address, where that is one of the web."""
    return tag("a", label, href=url, rel="noreferrer") if web_address(url) else label
