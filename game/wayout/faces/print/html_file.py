"""How does a document that is made to be printed become one HTML file?

The HTML frame of all printed documents: head, Content-Security-Policy, print.css.

The frame that all of them share: a head with print.css in it and a Content-Security-Policy under which nothing runs
and nothing is fetched; and rows of documents as lists. Whatever a text holds is shown as it is, in one line.
"""

import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import groupby

from wayout.model.text import in_one_line, sanitize, web_address
from wayout.render.html import NOTHING, Html, block, document, in_language, lines, raw, tag, together
from wayout.views.document import Row, TextSpan

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE_SHEET = "print.css"
TYPEFACE = 'Charter, "Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif'
"""Of everything on paper, as print.css has it."""
NOT_ON_FIRST = "@page :first { @top-left { content: none; } }"
_SPACES = re.compile(r"\s+")


def html_file(kind: str, title: str, *inside: Html) -> str:
    """The file; `kind` is the class of the document by which print.css knows it."""
    head = block(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        raw("style", f"{style_sheet('paper', *kind.split())}\n{running_head(title)}"),
    )
    return document(head, block("body", *inside), class_=f"paper {kind}")


def running_head(title: str) -> str:
    """The rule of a style sheet by which the title of a file stands above each page but the first."""
    said = "".join(letter if letter.isalnum() or letter in " .,:–-’" else f"\\{ord(letter):x} " for letter in title)
    return f'@page {{ @top-left {{ content: "{said}"; font: 9pt {TYPEFACE}; color: #444; }} }}\n{NOT_ON_FIRST}'


def line_html(spans: Iterable[TextSpan]) -> Html:
    """Texts in one line, each in its own language: evidence words strong, titles cited, what was printed underlined."""
    return together(*map(_span, spans))


def _span(span: TextSpan) -> Html:
    text = sanitize(_SPACES.sub(" ", span.text))
    if span.role == "number":
        return NOTHING
    if span.role == "evidence":
        return together(" ", tag("strong", text))
    if span.role == "printed":
        return tag("u", text)
    return in_language(text, span.language, "cite" if span.role == "title" else "span")


def address_html(url: str) -> Html:
    """An address behind what stands there; a link where it is one of the web."""
    if web_address(url):
        return together(" ", tag("a", url, class_="address", href=url, rel="noreferrer"))
    return together(" ", in_one_line(url)) if url else NOTHING


def list_html(rows: Iterable[Row], *, has_links: bool = True) -> Html:
    """Rows as a list, what stands below them as lists within it; without links an address is text, said quietly."""

    def place(url: str) -> Html:
        return address_html(url) if has_links or not url else together(" ", tag("span", url, class_="quiet"))

    def listed(row: Row) -> Html:
        below = (Html("\n"), list_html(row.rows, has_links=has_links), Html("\n")) if row.rows else ()
        return tag("li", line_html(row.spans), place(row.address), *below)

    by_kind = groupby(rows, lambda row: row.kind == "line")
    return lines(*(block("ol" if is_line else "ul", *map(listed, group)) for is_line, group in by_kind))


def style_sheet(*classes: str) -> str:
    """What print.css holds for documents with some classes, by its sections; without a class, all of it."""
    whole = files("wayout.faces.print").joinpath(STYLE_SHEET).read_text(encoding="utf-8")
    sections = re.split(r"(?=^/\* ---- )", whole, flags=re.MULTILINE)
    if not classes:
        return whole
    return "".join(one for one in sections if any(re.search(rf"^ *\.{name}\b", one, re.MULTILINE) for name in classes))
