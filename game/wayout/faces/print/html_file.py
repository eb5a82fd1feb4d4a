"""How does a document that is made to be printed become one HTML file?

The HTML frame of all printed documents: head, Content-Security-Policy, print.css.

The frame that all of them share: a head with print.css in it and a Content-Security-Policy under which nothing runs
and nothing is fetched. Whatever a text holds is shown as it is, in one line.
"""

import re
from importlib.resources import files

from wayout.render.html import Html, block, document, raw, tag

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE_SHEET = "print.css"


def html_file(kind: str, title: str, *inside: Html) -> str:
    """The file; `kind` is the class of the document by which print.css knows it."""
    head = block(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", title),
        raw("style", style_sheet("paper", *kind.split())),
    )
    return document(head, block("body", *inside), class_=f"paper {kind}")


def style_sheet(*classes: str) -> str:
    """What print.css holds for documents with some classes, by its sections; without a class, all of it."""
    whole = files("wayout.faces.print").joinpath(STYLE_SHEET).read_text(encoding="utf-8")
    sections = re.split(r"(?=^/\* ---- )", whole, flags=re.MULTILINE)
    if not classes:
        return whole
    return "".join(one for one in sections if any(re.search(rf"^ *\.{name}\b", one, re.MULTILINE) for name in classes))
