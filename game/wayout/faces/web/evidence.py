"""How does what stands beside a page stand in HTML: its frame, and a document’s address?

The HTML frame of a panel, and links to documents.
"""

from wayout.render.html import NOTHING, Html, tag
from wayout.render.sanitize import web_address


def panel(head: str, where: str, *inside: Html, kind: str = "") -> Html:
    """What stands beside a page: its head, and what it has to say."""
    heading = tag("h1", head, id="title", tabindex="-1")
    shown_where = tag("p", where, class_="where") if where else NOTHING
    header = tag("header", heading, shown_where, class_="head")
    return tag("article", header, *inside, class_=f"panel {kind}".strip())


def address(url: str, label: Html) -> Html:
    """What leads to a document's address, where that is one of the web."""
    return tag("a", label, href=url, rel="noreferrer") if web_address(url) else label
