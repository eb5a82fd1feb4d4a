"""How does a debrief, below all that was read, stand on paper: as Markdown, as HTML?

Whatever a text holds is shown as it is: in Markdown every sign that could mean something is escaped, in HTML likewise;
there is no script, and nothing is fetched. Only the address of a document, if it is a plain one, becomes a link.
"""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from wayout.locale import strings, trail_strings
from wayout.render.language_markup import in_language
from wayout.render.sanitize import sanitize
from wayout.render.web_address import web_address
from wayout.views.debrief import Debrief
from wayout.views.debrief_rows import DebriefRow, DebriefSection, debrief_sections
from wayout.views.log import Kind, LogEntry

_SIGNS = re.compile(r"[\\`*_\[\]<>#|~&!$^{}]")
"""What CommonMark 0.31 and its common extensions read as more than itself inside a line."""
_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
"""What makes a list, a rule or a heading where it begins a line."""
_LINKED = re.compile(r"(?<=\w)(://|@)|(?<=\bwww)\.", re.IGNORECASE)
"""What GitHub's flavour turns into a link by itself."""

LOOK = Path(__file__).with_suffix(".css")

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
    title = _html(strings.EXPORT_TITLE.format(name=debrief.title))
    return "\n".join(
        (
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>\n{LOOK.read_text(encoding='utf-8')}</style>\n</head>",
            f"<body>\n<main>\n<h1>{title}</h1>",
            f'<p class="note">{_html(strings.EXPORT_NOTE)}</p>',
            *_read(read),
            *(_section(section) for section in debrief_sections(debrief)),
            "</main>\n</body>\n</html>\n",
        )
    )


def _listed(row: DebriefRow, depth: int) -> Iterator[str]:
    evidence = f" **{markdown(row.evidence)}**" if row.evidence else ""
    link = f" <{row.link}>" if web_address(row.link) else f" {markdown(row.link)}" if row.link else ""
    yield f"{'  ' * depth}- {markdown(row.text)}{evidence}{link}"
    for below in row.below:
        yield from _listed(below, depth + 1)


def _read(read: tuple[LogEntry, ...]) -> Iterator[str]:
    if read:
        yield f"<section>\n<h2>{_html(trail_strings.TRANSCRIPT)}</h2>"
    for head, entry in _with_heads(read):
        if head:
            yield f"<h3>{_html(head)}</h3>"
        for kind, text in _lines(entry):
            name = LOOKS.get(kind, ("", ""))[1]
            shown = f"<{name}>{_html(text)}</{name}>" if name else _html(text)
            yield f'<p class="item">{shown}</p>' if kind in LISTED else f"<p>{shown}</p>"
    if read:
        yield "</section>"


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


def _section(section: DebriefSection) -> str:
    return f"<section>\n<h2>{_html(section.head)}</h2>\n<ul>\n{_items(section.rows)}\n</ul>\n</section>"


def _items(rows: tuple[DebriefRow, ...]) -> str:
    return "\n".join(
        f"<li>{_told(row)}"
        + (f" <strong>{_html(row.evidence)}</strong>" if row.evidence else "")
        + _link(row.link)
        + (f"\n<ul>\n{_items(row.below)}\n</ul>\n" if row.below else "")
        + "</li>"
        for row in rows
    )


def _told(row: DebriefRow) -> str:
    """A line; what it begins with may be in another language."""
    rest = row.text.removeprefix(row.cited) if row.cited else ""
    if not rest.startswith(" "):
        return _html(row.text)
    return f"{in_language(_line(row.cited), row.language, 'cite')} {_html(rest)}"


def _link(link: str) -> str:
    if web_address(link):
        return f' <a class="address" href="{escape(link)}" rel="noreferrer">{escape(link)}</a>'
    return f" {_html(link)}" if link else ""


def _line(text: str) -> str:
    return sanitize(" ".join(text.split()))


def _html(text: str) -> str:
    return escape(_line(text))


def markdown(text: str) -> str:
    """A text on one line of CommonMark or GitHub's Markdown, read as nothing but itself."""
    escaped = _SIGNS.sub(lambda sign: f"\\{sign[0]}", _line(text))
    escaped = _LINKED.sub(lambda sign: f"\\{sign[0]}", escaped)
    return _START.sub(lambda sign: f"{sign[1]}\\{sign[2]}" if sign[1] else f"\\{sign[3]}", escaped)
