"""How does a document that is made to be printed become one HTML file?

The frame that all of them share: a head with print.css in it and a Content-Security-Policy under which nothing runs
and nothing is fetched. Whatever a text holds is shown as it is, in one line.
"""

from importlib.resources import files

from wayout.render.html import Html, block, document, raw, tag
from wayout.render.sanitize import sanitize

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
        raw("style", style_sheet()),
    )
    return document(head, block("body", *inside), class_=f"paper {kind}")


def style_sheet() -> str:
    """What print.css holds."""
    return files("wayout.faces.print").joinpath(STYLE_SHEET).read_text(encoding="utf-8")


def in_one_line(text: str) -> str:
    """A writer's text without line ends and control characters."""
    return sanitize(" ".join(text.split()))
