"""How does a document stand in lines of text, and in Markdown?

Renderers of a document as plain lines (styles, indents) and as Markdown (headings, lists, escaping).
"""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from wayout.locale import strings
from wayout.model.text import in_one_line, paragraphs, web_address
from wayout.views.document import Kind, Role, Row, Section, TextSpan, ViewDocument, spans_by_role

BULLETED: tuple[Kind, ...] = ("term", "entry", "hung", "point", "item", "taking", "cite", "reading", "option")
INDENTED = (*BULLETED, "line", "word", "followed", "support", "said")
AIRY = ("paragraph", "editorial", "ask", "claim")
"""Rows that have air before them."""
OPENINGS = ("lead", "chosen", "word", "said")
"""Rows that have it where they begin a section that has no heading."""
STYLES: dict[Kind, str] = {
    "note": "dim", "aside": "dim", "question": "bold", "head": "bold", "standing": "bold", "ask": "bold",
    "word": "bold", "chosen": "dim", "support": "dim",
}  # fmt: skip
MARKS: dict[Role, tuple[str, str]] = {
    "text": ("", ""),
    "title": ("", ""),
    "strong": ("", ""),
    "reason": (": ", ""),
    "place": (" · ", ""),
    "cited": (" (", ")"),
    "evidence": (" (", ")"),
    "known": (" (", ")"),
    "words": (": ", ""),
    "number": ("", ". "),
    "origin": (" · ", ""),
    "said": (" · ", ""),
    "printed": ("[", "]"),
}
"""What stands before and behind a span."""


class PlainLine(NamedTuple):
    """A paragraph: its text, how it looks, and how many cells it is indented. No text is an empty line."""

    text: str
    style: str = ""
    indent: int = 0


EMPTY = PlainLine("")


def plain_lines(document: ViewDocument) -> Iterator[PlainLine]:
    """The title, what leads in, and the sections with air between them."""
    if document.title:
        yield PlainLine(document.title, "bold")
    for lead in document.lead:
        yield PlainLine(plain_text(lead.spans), "dim" if lead.kind == "note" else "")
    for section in document.sections:
        yield from _section(section)
    if document.title or document.sections:
        yield EMPTY


def plain_text(spans: tuple[TextSpan, ...]) -> str:
    """A row in one line, as it can be read aloud."""
    return "".join(span.text for span in marked_spans(spans))


def line_text(row: Row) -> str:
    """A row in one line; where the narrator speaks of the record itself, a word says so."""
    text = plain_text(row.spans)
    return f"[{strings.EDITORIAL}] {text}" if row.kind == "editorial" else text


def marked_spans(spans: tuple[TextSpan, ...]) -> Iterator[TextSpan]:
    """The spans of a row, and between them what tells those of one role from those of another."""
    for role, group in spans_by_role(spans):
        before, behind = MARKS[role]
        yield from (TextSpan(before), *group, TextSpan(behind))


def _section(section: Section) -> Iterator[PlainLine]:
    if section.heading:
        yield EMPTY
        yield PlainLine(section.heading, "bold")
    elif section.rows[0].kind in OPENINGS:
        yield EMPTY
    for at, each in enumerate(section.rows):
        is_below_heading = bool(section.heading) and not at
        for line in row_lines(each, 2 if each.kind in INDENTED else 0):
            if not (is_below_heading and line is EMPTY):
                yield line


def row_lines(row: Row, indent: int = 0) -> Iterator[PlainLine]:
    """A row, and what stands below it further in."""
    text = line_text(row)
    if row.kind in AIRY:
        yield EMPTY
    if row.kind in ("paragraph", "editorial"):
        yield from (PlainLine(each, "", indent) for each in paragraphs(text))
        return
    first, *others = paragraphs(row.text)
    line = f"{text}: {first}" if first else text
    is_bulleted = row.kind in BULLETED
    yield PlainLine(f"– {line}" if is_bulleted else line, STYLES.get(row.kind, ""), indent)
    yield from (PlainLine(each, "", indent + 2 * is_bulleted) for each in others)
    if row.address:
        yield PlainLine(row.address, "dim", indent + 2)
    if row.is_closed:
        return
    for below in row.rows:
        yield from row_lines(below, indent + (3 if row.kind in ("point", "claim") else 2))
    if row.care:
        yield PlainLine(strings.CARE_TYPE, "dim", indent + 2)
    if row.target:
        story, _, scene = row.target.partition("/")
        yield PlainLine(strings.COMPARE_COMMAND.format(story=story, scene=scene), "dim", indent + 2)


_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&!$^{}]")
"""What CommonMark 0.31 and its common extensions read as more than itself inside a line."""
_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
"""What makes a list, a rule or a heading where it begins a line."""
_LINKED = re.compile(r"(?<=\w)(://|@)|(?<=\bwww)\.", re.IGNORECASE)
"""What GitHub's flavour turns into a link by itself."""


def markdown(text: str) -> str:
    """A text on one line of CommonMark or GitHub's Markdown, read as nothing but itself."""
    escaped = _SIGNS.sub(lambda sign: f"\\{sign[0]}", in_one_line(text))
    escaped = _LINKED.sub(lambda sign: f"\\{sign[0]}", escaped)
    return _START.sub(lambda sign: f"{sign[1]}\\{sign[2]}" if sign[1] else f"\\{sign[3]}", escaped)


def section_lines(section: Section) -> Iterator[str]:
    """A heading, and its rows as a list."""
    yield from (f"## {markdown(section.heading)}", "")
    yield from list_lines(section.rows)
    yield ""


def list_lines(rows: tuple[Row, ...], depth: int = 0, *, has_links: bool = True) -> Iterator[str]:
    """Rows as a list, what stands below them as lists within it; on paper an address is no link."""
    for row in rows:
        start = f"{row.said('number')}." if row.kind == "line" else "-"
        is_link = has_links and web_address(row.address)
        link = f" <{row.address}>" if is_link else f" {markdown(row.address)}" if row.address else ""
        yield f"{'  ' * depth}{start} {_line(row.spans)}{link}"
        yield from list_lines(row.rows, depth + 1, has_links=has_links)


def _piece(text: str, mark: str) -> str:
    """A part of a line, escaped, with the air around it outside of its mark: emphasis begins and ends with a word."""
    before, behind = " " * text[:1].isspace(), " " * text[-1:].isspace()
    escaped = markdown(text)
    return f"{before}{mark}{escaped}{mark}{behind}" if escaped else before


def _line(spans: tuple[TextSpan, ...]) -> str:
    """Spans in one line: evidence words bold, what a reader printed emphasised; the rest is escaped as a whole."""
    running = (span for span in spans if span.role not in ("evidence", "number"))
    told = groupby(running, lambda span: span.role == "printed")
    text = "".join(_piece("".join(span.text for span in group), "_" * is_printed) for is_printed, group in told)
    return text.strip() + "".join(f" **{markdown(span.text)}**" for span in spans if span.role == "evidence")
