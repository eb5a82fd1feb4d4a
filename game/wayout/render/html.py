"""How are HTML and SVG made of texts, so that no text is ever read as markup?

The HTML and SVG builder with escaping, void elements, `lang` attributes, and parts joined by dots.

A builder: the only module that writes a tag. Texts are escaped where they are put in; elements are values of a type
of their own, which nothing else makes.
"""

import re
from html import escape
from urllib.parse import quote

from wayout.model.text import paragraphs, sanitize


class Html(str):
    """What is HTML already. Every other string is text, and is escaped where it is put in."""

    __slots__ = ()


Inside = str | Html | None
NOTHING = Html("")
VOID = ("br", "input", "link", "meta")
"""Elements of HTML that hold nothing and are not closed (HTML, 13.1.2)."""
EMPTY = ("path", "rect")
"""Elements of SVG that hold nothing here: they are closed in themselves, as XML has it."""
PAGE_LANGUAGE = "en"
_PART_LEADS = ("0123456789", "ABCDEFGHIJKLMNOPQRSTUVWXYZ#$%()*+,-.:;@[]^_{|}~", "\"&'`")
"""With what the number of a part begins that has no digit more, one, or two: no tag begins so."""
_PART_BASE, _PART_ZERO = 64, ord("?")
"""The other digits: the signs of ASCII from '?' to '~'."""
MOST_PARTS = sum(len(leads) * _PART_BASE**length for length, leads in enumerate(_PART_LEADS))
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
"""What a language tag (BCP 47) looks like that a browser or a screen reader can use."""


def tag(name: str, /, *inside: Inside, **attributes: str | None) -> Html:
    """An element: `class_` is its class, `aria_label` its aria-label; an attribute that is None is left out."""
    given = "".join(
        f' {key.strip("_").replace("_", "-")}="{_in_quotes(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Html(f"<{name}{given}>")
    return Html(f"<{name}{given}/>" if name in EMPTY else f"<{name}{given}>{together(*inside)}</{name}>")


def _in_quotes(value: str) -> str:
    """The value of an attribute: double quotes end it, and single ones do not."""
    return escape(sanitize(value), quote=False).replace('"', "&quot;")


def part(number: int) -> Html:
    """The place of a part in packed HTML, which no element is called: '<7', '<Ab', '<"ab'; the first are the shortest.

    Raises ValueError from MOST_PARTS on.
    """
    for length, leads in enumerate(_PART_LEADS):
        if number < (many := len(leads) * _PART_BASE**length):
            digits = (number // _PART_BASE**at % _PART_BASE for at in range(length - 1, -1, -1))
            lead = leads[number // _PART_BASE**length]
            return Html("".join(("<", lead, *(chr(_PART_ZERO + digit) for digit in digits))))
        number -= many
    raise ValueError(f"part {number} of {MOST_PARTS}")


def together(*inside: Inside) -> Html:
    """Texts and elements, one after the other."""
    return Html(
        "".join(part if isinstance(part, Html) else escape(sanitize(part), quote=False) for part in inside if part)
    )


def lines(*inside: Inside) -> Html:
    """Texts and elements, each on a line of the file."""
    return Html("\n".join(together(part) for part in inside if part))


def block(name: str, /, *inside: Inside, **attributes: str | None) -> Html:
    """An element with each of what it holds on a line of the file."""
    return tag(name, Html("\n"), lines(*inside), Html("\n"), **attributes)


def raw(name: str, text: str, /, **attributes: str | None) -> Html:
    """A style sheet, a script or data: its text means something by itself, and cannot end its element.

    Raises ValueError for a text that could.
    """
    if f"</{name}" in text.lower():
        raise ValueError(name)
    return tag(name, Html(text), **attributes)


def svg(title: str, description: str, style: str, /, *drawn: Inside, width: float, height: float) -> str:
    """An SVG file with its title and what it shows in words, for whoever cannot see it; lengths are in pixels."""
    picture = block(
        "svg",
        tag("title", title, id="title"),
        tag("desc", description, id="desc"),
        raw("style", style),
        *drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width:g} {height:g}",
        width=f"{width:g}",
        height=f"{height:g}",
        role="img",
        aria_labelledby="title desc",
    )
    return f"{picture}\n"


def document(head: Html, body: Html, **attributes: str | None) -> str:
    """A whole file of HTML; what is in its head, its body, attributes of its root."""
    return f"<!DOCTYPE html>\n{block('html', head, body, lang=PAGE_LANGUAGE, **attributes)}\n"


def several(name: str, text: str, **attributes: str | None) -> Html:
    """Each paragraph of a text as an element."""
    return together(*(tag(name, paragraph, **attributes) for paragraph in paragraphs(text)))


def in_language(text: str, language: str, name: str = "span") -> Html:
    """A text from elsewhere: where it may be in another language than the page, in an element that says in which.

    Its letters say in which direction it runs, and its neighbours do not turn round with it.
    """
    if language.partition("-")[0].lower() == PAGE_LANGUAGE:
        return together(text)
    return tag(name, text, lang=language if _LANGUAGE_TAG.fullmatch(language) else None, dir="auto")


def dotted(*parts: Inside) -> Html:
    """What is there to say, with a dot between."""
    shown = [part for part in parts if part]
    return together(*(inside for at, part in enumerate(shown) for inside in ((" · ", part) if at else (part,))))


def named(name: str) -> str:
    """An id of a story as a part of an address or of an element's id."""
    return quote(name, safe="!~*'()", errors="replace")
