"""How is HTML made of texts, so that no text is ever read as HTML?"""

from html import escape
from urllib.parse import quote

from wayout.model.text import paragraphs
from wayout.render import language_markup
from wayout.render.sanitize import sanitize


class Html(str):
    """What is HTML already. Every other string is text, and is escaped where it is put in."""

    __slots__ = ()


Inside = str | Html | None
NOTHING = Html("")
VOID = ("input", "link", "meta")
"""Elements that hold nothing and are not closed."""


def tag(name: str, /, *inside: Inside, **attributes: str | None) -> Html:
    """An element: `class_` is its class, `aria_label` its aria-label; an attribute that is None is left out."""
    given = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(sanitize(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return Html(f"<{name}{given}>" if name in VOID else f"<{name}{given}>{together(*inside)}</{name}>")


def together(*inside: Inside) -> Html:
    """Texts and elements, one after the other."""
    return Html("".join(one if isinstance(one, Html) else escape(sanitize(one), quote=False) for one in inside if one))


def several(name: str, text: str, **attributes: str | None) -> Html:
    """Each paragraph of a text as an element."""
    return together(*(tag(name, paragraph, **attributes) for paragraph in paragraphs(text)))


def in_language(text: str, language: str, name: str = "span") -> Html:
    """A text from elsewhere, which says in which language it is."""
    return Html(language_markup.in_language(text, language, name))


def dotted(*parts: Inside) -> Html:
    """What is there to say, with a dot between."""
    found = [part for part in parts if part]
    return together(*(inside for at, part in enumerate(found) for inside in ((" · ", part) if at else (part,))))


def named(name: str) -> str:
    """An id of a story as a part of an address or of an element's id."""
    return quote(name, safe="!~*'()", errors="replace")
