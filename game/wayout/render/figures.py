"""How do who did what, lines of time and lineages stand as pictures in a page?

SVG and HTML figures for pages: the frame of a picture with its title and description, the table of acts and people
(scrolling by itself), the time chart, the tree of sources. A class, and a form, says what a colour says, and all looks
are left to the style sheet of the page.
"""

from collections.abc import Callable, Sequence

from wayout.locale import evidence_strings, strings
from wayout.render.html import NOTHING, Html, in_language, tag, together
from wayout.render.route import short
from wayout.views.document import Figure, LineageNode, Table, TimeChart

DATA_DOCUMENTS = "data-documents"
"""By this attribute a script knows the documents of a text."""


def picture(name: str, title: str, description: str, *inside: Html, width: float, height: float) -> Html:
    """A picture in a page, with its title and what it shows in words; as wide as it is drawn, or narrower."""
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", description, id=f"{name}-desc"),
        *inside,
        class_="picture",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


Stamp = Callable[[str], Html]
"""Evidence words as a face writes them."""


def figure(shown: Figure, stamp: Stamp = together) -> Html:
    """What a view shows beside its rows; evidence words in a table say what they mean as those of the face do."""
    if isinstance(shown, Table):
        return table(shown, stamp)
    if isinstance(shown, TimeChart):
        return time_chart(shown)
    return lineage(shown.roots)


def table(shown: Table, stamp: Stamp) -> Html:
    """A table that scrolls by itself where it is wider than the page."""
    first, *others = shown.heads
    heads = tag("tr", tag("th", first, scope="col"), *(tag("th", one, scope="col") for one in others))
    rows = (
        tag("tr", tag("th", head, scope="row"), *(_cell(one, stamp) for one in cells)) for head, *cells in shown.rows
    )
    inside = tag("table", tag("caption", shown.caption), tag("thead", heads), tag("tbody", *rows))
    wide = tag("div", inside, class_="wide", role="region", aria_label=shown.caption, tabindex="0")
    return together(wide, tag("p", shown.note, class_="support") if shown.note else NOTHING)


def _cell(said: str, stamp: Stamp) -> Html:
    return tag("td", said if said == strings.COMPARE_NOTHING else stamp(said))


ROOM, YEAR_WIDTH, LANE_HEIGHT, LABEL_WIDTH, LANE_LABEL = 300, 96, 26, 112, 18
"""In pixels: all years, a year at most, a lane, the room for names; and characters of a name."""
DOT_SPAN = 0.09
"""In years: what is dated as closely as to a month is drawn as a dot."""


def time_chart(shown: TimeChart) -> Html:
    """Lanes on one line of years."""
    years = range(shown.first, shown.last)
    per_year = min(YEAR_WIDTH, ROOM / len(years))
    width, height = LABEL_WIDTH + per_year * len(years) + 12, LANE_HEIGHT * (len(shown.lanes) + 1) + 6

    def x(year: float) -> float:
        return LABEL_WIDTH + (year - shown.first) * per_year

    lines = tag("path", class_="year", d="".join(f"M{x(year):g} 20V{height - 4:g}" for year in (*years, shown.last)))
    numbers = (tag("text", str(year), x=f"{x(year + 0.5):g}", y="14", class_="when") for year in years)
    lanes = []
    for number, lane in enumerate(shown.lanes):
        y = LANE_HEIGHT * (number + 1.5)
        bars, dots = (
            "".join(f"M{x(start):.0f} {y:g}h{(end - start) * per_year:.0f}" if is_bar
                    else f"M{x((start + end) / 2):.0f} {y:g}h0" for start, end in lane.moments
                    if (end - start > DOT_SPAN) == is_bar)
            for is_bar in (True, False)
        )  # fmt: skip
        lanes += [
            tag("text", short(lane.label, LANE_LABEL), y=f"{y + 4:g}"),
            tag("path", class_="rail", d=f"M{LABEL_WIDTH} {y:g}H{width - 12:g}"),
            *(tag("path", class_=look, d=course) for look, course in (("span", bars), ("dot", dots)) if course),
        ]
    title, says = evidence_strings.LANES_TITLE, evidence_strings.LANES
    shown_lanes = picture("time", title, says, lines, *numbers, *lanes, width=width, height=height)
    return tag("div", shown_lanes, tag("p", evidence_strings.LANES, class_="support"), class_="time")


def lineage(roots: Sequence[LineageNode], documents: Callable[[LineageNode], str] | None = None) -> Html:
    """The texts behind what is shown, each with what was made from it; for a script each with its `documents`."""
    return tag(
        "section",
        tag("h2", evidence_strings.LINEAGE),
        tag("p", evidence_strings.LINEAGE_LEAD, class_="support"),
        tag("ul", *(_text(one, documents) for one in roots), class_="tree", role="list"),
        class_="lineage",
    )


def _text(node: LineageNode, documents: Callable[[LineageNode], str] | None) -> Html:
    name = together(" ", in_language(node.name.text, node.name.language, "cite")) if node.name.text else NOTHING
    said = (
        evidence_strings.CARRIES.format(numbers=", ".join(node.carries))
        if node.carries
        else evidence_strings.CARRIES_NONE
    )
    data = {DATA_DOCUMENTS: documents(node)} if documents is not None and node.id else {}
    return tag(
        "li",
        tag("span", tag("span", node.how, class_="how"), name, class_="text"),
        together(" ", tag("span", said, class_="support")) if node.id else NOTHING,
        tag("ul", *(_text(one, documents) for one in node.below), role="list") if node.below else NOTHING,
        class_="cited" if node.carries else "step" if not node.id else None,
        **data,
    )
