"""How does a document stand in Markdown?

A renderer for CommonMark and GitHub's Markdown: whatever a text holds, it is read as nothing but itself.
"""

import re
from collections.abc import Iterator

from wayout.render.sanitize import in_one_line, web_address
from wayout.views.document import Row, Section, TextSpan

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
        is_link = has_links and web_address(row.address)
        link = f" <{row.address}>" if is_link else f" {markdown(row.address)}" if row.address else ""
        yield f"{'  ' * depth}- {_line(row.spans)}{link}"
        yield from list_lines(row.rows, depth + 1, has_links=has_links)


def _line(spans: tuple[TextSpan, ...]) -> str:
    """Spans in one line, evidence words bold; what stands before them is escaped as a whole."""
    text = markdown("".join(span.text for span in spans if span.role != "evidence"))
    return text + "".join(f" **{markdown(span.text)}**" for span in spans if span.role == "evidence")
