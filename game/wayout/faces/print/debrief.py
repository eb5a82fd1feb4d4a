"""How does a debrief, below all that was read, stand on paper: as Markdown, as HTML?

Whatever a text holds is shown as it is: in Markdown every sign that could mean something is escaped, in HTML likewise;
there is no script, and nothing is fetched. Only the address of a document, if it is a plain one, becomes a link.
"""

import re
from collections.abc import Iterator

from wayout.faces.print.html_file import html_file, in_one_line
from wayout.locale import strings, trail_strings
from wayout.render.html import NOTHING, Html, Inside, block, in_language, tag, together
from wayout.render.web_address import web_address
from wayout.views.debrief import Debrief
from wayout.views.debrief_rows import DebriefRow, debrief_sections
from wayout.views.log import Kind, LogEntry

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&!$^{}]")
"""What CommonMark 0.31 and its common extensions read as more than itself inside a line."""
_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
"""What makes a list, a rule or a heading where it begins a line."""
_LINKED = re.compile(r"(?<=\w)(://|@)|(?<=\bwww)\.", re.IGNORECASE)
"""What GitHub's flavour turns into a link by itself."""

LOOKS: dict[Kind, tuple[str, str]] = {
    "ask": ("**", "strong"), "word": ("**", "strong"), "head": ("**", "strong"), "editorial": ("*", "em"),
    "support": ("*", "em"), "chosen": ("*", "em"),
}  # fmt: skip
"""Of a line that was read, what it stands between in Markdown and in HTML; the others stand as they are."""
LISTED = ("option", "item")


def as_markdown(debrief: Debrief, read: tuple[LogEntry, ...] = ()) -> str:
    """A debrief as CommonMark, below what was read, if that is given."""
    lines = [f"# {markdown(strings.EXPORT_TITLE.format(name=debrief.title))}", "", markdown(strings.EXPORT_NOTE), ""]
    if read:
        lines += [f"## {markdown(trail_strings.TRANSCRIPT)}", ""]
    for head, entry in _with_heads(read):
        lines += [f"### {markdown(head)}", ""] if head else []
        for kind, text in _lines(entry):
            mark = LOOKS.get(kind, ("", ""))[0]
            lines += [f"- {markdown(text)}" if kind in LISTED else f"{mark}{markdown(text)}{mark}", ""]
    for section in debrief_sections(debrief):
        lines += [f"## {markdown(section.head)}", "", *(line for row in section.rows for line in _listed(row, 0)), ""]
    return "\n".join(lines)


def as_html(debrief: Debrief, read: tuple[LogEntry, ...] = ()) -> str:
    """A debrief as one HTML file, made to be read and printed, below what was read, if that is given."""
    title = in_one_line(strings.EXPORT_TITLE.format(name=debrief.title))
    main = block(
        "main",
        tag("h1", title),
        tag("p", in_one_line(strings.EXPORT_NOTE), class_="note"),
        block("section", tag("h2", trail_strings.TRANSCRIPT), *_read(read)) if read else NOTHING,
        *(
            block("section", tag("h2", in_one_line(section.head)), _items(section.rows))
            for section in debrief_sections(debrief)
        ),
    )
    return html_file("debrief-file", title, main)


def _listed(row: DebriefRow, depth: int) -> Iterator[str]:
    evidence = f" **{markdown(row.evidence)}**" if row.evidence else ""
    link = f" <{row.link}>" if web_address(row.link) else f" {markdown(row.link)}" if row.link else ""
    yield f"{'  ' * depth}- {markdown(row.text)}{evidence}{link}"
    for below in row.below:
        yield from _listed(below, depth + 1)


def _read(read: tuple[LogEntry, ...]) -> Iterator[Html]:
    for head, entry in _with_heads(read):
        if head:
            yield tag("h3", in_one_line(head))
        for kind, text in _lines(entry):
            name = LOOKS.get(kind, ("", ""))[1]
            shown = tag(name, in_one_line(text)) if name else in_one_line(text)
            yield tag("p", shown, class_="item" if kind in LISTED else None)


def _with_heads(read: tuple[LogEntry, ...]) -> Iterator[tuple[str, LogEntry]]:
    """Each page with who, where and when, where that changes."""
    before = ""
    for entry in read:
        yield "" if entry.head == before else entry.head, entry
        before = entry.head


def _lines(entry: LogEntry) -> Iterator[tuple[Kind, str]]:
    """The lines of a page that say something; of the record itself it is said that they do."""
    for line in entry.lines:
        if line.text.strip():
            yield line.kind, f"[{strings.EDITORIAL}] {line.text}" if line.kind == "editorial" else line.text


def _items(rows: tuple[DebriefRow, ...]) -> Html:
    return block(
        "ul",
        *(
            tag(
                "li",
                _told(row),
                together(" ", tag("strong", in_one_line(row.evidence))) if row.evidence else NOTHING,
                _link(row.link),
                together(Html("\n"), _items(row.below), Html("\n")) if row.below else NOTHING,
            )
            for row in rows
        ),
    )


def _told(row: DebriefRow) -> Inside:
    """A line; what it begins with may be in another language."""
    rest = row.text.removeprefix(row.cited) if row.cited else ""
    if not rest.startswith(" "):
        return in_one_line(row.text)
    return together(in_language(in_one_line(row.cited), row.language, "cite"), " ", in_one_line(rest))


def _link(link: str) -> Html:
    if web_address(link):
        return together(" ", tag("a", link, class_="address", href=link, rel="noreferrer"))
    return together(" ", in_one_line(link)) if link else NOTHING


def markdown(text: str) -> str:
    """A text on one line of CommonMark or GitHub's Markdown, read as nothing but itself."""
    escaped = _SIGNS.sub(lambda sign: f"\\{sign[0]}", in_one_line(text))
    escaped = _LINKED.sub(lambda sign: f"\\{sign[0]}", escaped)
    return _START.sub(lambda sign: f"{sign[1]}\\{sign[2]}" if sign[1] else f"\\{sign[3]}", escaped)
