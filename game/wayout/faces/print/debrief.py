"""How does a debrief, below all that was read, stand on paper: as Markdown, as HTML?

Whatever a text holds is shown as it is: in Markdown every sign that could mean something is escaped, in HTML likewise;
there is no script, and nothing is fetched. Only the address of a document, if it is a plain one, becomes a link.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from wayout.locale import strings, trail_strings
from wayout.render.document_markdown import in_one_line, markdown, section_lines
from wayout.render.language_markup import in_language
from wayout.render.web_address import web_address
from wayout.views.debrief import Debrief, debrief_document
from wayout.views.document import Row, Section, TextSpan
from wayout.views.log import Kind, LogEntry, LogLine, with_heads

LOOK = Path(__file__).with_suffix(".css")

LOOKS: dict[Kind, tuple[str, str]] = {
    "ask": ("**", "strong"), "word": ("**", "strong"), "head": ("**", "strong"), "editorial": ("*", "em"),
    "support": ("*", "em"), "chosen": ("*", "em"),
}  # fmt: skip
"""Of a line that was read, what it stands between in Markdown and in HTML; the others stand as they are."""


def as_markdown(debrief: Debrief, read: tuple[LogEntry, ...] = ()) -> str:
    """A debrief as CommonMark, below what was read, if that is given."""
    lines = [f"# {markdown(strings.EXPORT_TITLE.format(name=debrief.title))}", "", markdown(strings.EXPORT_NOTE), ""]
    if read:
        lines += [f"## {markdown(trail_strings.TRANSCRIPT)}", ""]
    for head, entry in with_heads(read):
        lines += [f"### {markdown(head)}", ""] if head else []
        for line in _lines(entry):
            mark = LOOKS.get(line.kind, ("", ""))[0]
            text = markdown(line.marked)
            lines += [f"- {text}" if line.is_listed else f"{mark}{text}{mark}", ""]
    for section in debrief_document(debrief).sections:
        lines += section_lines(section)
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
            *(_section(section) for section in debrief_document(debrief).sections),
            "</main>\n</body>\n</html>\n",
        )
    )


def _read(read: tuple[LogEntry, ...]) -> Iterator[str]:
    if read:
        yield f"<section>\n<h2>{_html(trail_strings.TRANSCRIPT)}</h2>"
    for head, entry in with_heads(read):
        if head:
            yield f"<h3>{_html(head)}</h3>"
        for line in _lines(entry):
            name, text = LOOKS.get(line.kind, ("", ""))[1], _html(line.marked)
            shown = f"<{name}>{text}</{name}>" if name else text
            yield f'<p class="item">{shown}</p>' if line.is_listed else f"<p>{shown}</p>"
    if read:
        yield "</section>"


def _lines(entry: LogEntry) -> Iterator[LogLine]:
    """The lines of a page that say something."""
    return (line for line in entry.lines if line.text.strip())


def _section(section: Section) -> str:
    return f"<section>\n<h2>{_html(section.heading)}</h2>\n<ul>\n{_items(section.rows)}\n</ul>\n</section>"


def _items(rows: tuple[Row, ...]) -> str:
    return "\n".join(
        f"<li>{''.join(map(_span, row.spans))}"
        + _link(row.address)
        + (f"\n<ul>\n{_items(row.rows)}\n</ul>\n" if row.rows else "")
        + "</li>"
        for row in rows
    )


def _span(span: TextSpan) -> str:
    """A text; the name of a document may be in another language."""
    if span.role == "evidence":
        return f" <strong>{_html(span.text)}</strong>"
    if span.role == "title":
        return in_language(in_one_line(span.text), span.language, "cite")
    return f" {_html(span.text)}" if span.text.startswith(" ") else _html(span.text)


def _link(link: str) -> str:
    if web_address(link):
        return f' <a class="address" href="{escape(link)}" rel="noreferrer">{escape(link)}</a>'
    return f" {_html(link)}" if link else ""


def _html(text: str) -> str:
    return escape(in_one_line(text))
