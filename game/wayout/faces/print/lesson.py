"""How does a lesson pack stand on paper: as Markdown, as one HTML file made to be printed?

Markdown and HTML renderers of the lesson pack: sheets, tables, lines to write on.
"""

from collections.abc import Iterator

from wayout.faces.print.html_file import html_file, list_html
from wayout.render.document_text import list_lines, markdown
from wayout.render.html import Html, tag, together
from wayout.views.lesson import LessonGrid, LessonPack, LessonPoints, LessonSheet, LessonText, Piece, WritingLines

RULE = "…" * 30


def as_markdown(lesson: LessonPack) -> str:
    """The pack as Markdown, with GitHub's tables."""
    lines = [f"# {markdown(lesson.title)}", "", markdown(lesson.note), ""]
    for sheet in lesson.sheets:
        lines += [f"## {markdown(sheet.head)}", ""]
        for piece in sheet.pieces:
            lines += [*_marked(piece), ""]
    return "\n".join(lines)


def as_html(lesson: LessonPack) -> str:
    """The pack as one file, each handout on pages of its own."""
    opening = tag("header", tag("h1", lesson.title), tag("p", lesson.note, class_="quiet"))
    return html_file("lesson-pack", lesson.title, tag("main", opening, *map(_sheet, lesson.sheets)))


def _marked(piece: Piece) -> Iterator[str]:
    match piece:
        case LessonText(text, quiet):
            yield f"*{markdown(text)}*" if quiet else markdown(text)
        case LessonPoints(rows, head):
            if head:
                yield from (f"### {markdown(head)}", "")
            yield from list_lines(rows, has_links=False)
        case LessonGrid(head, rows, caption):
            if caption:
                yield from (f"**{markdown(caption)}**", "")
            yield _in_a_row(head)
            yield "|" + " --- |" * len(head)
            yield from map(_in_a_row, rows)
        case WritingLines(ask, count):
            yield markdown(ask)
            for _ in range(count):
                yield from ("", markdown(RULE))


def _in_a_row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(markdown(cell) or " " for cell in cells) + " |"


def _sheet(sheet: LessonSheet) -> Html:
    look = "sheet handout" if sheet.is_handout else "sheet"
    return tag("section", tag("h2", sheet.head), *map(_set, sheet.pieces), class_=look)


def _set(piece: Piece) -> Html:
    match piece:
        case LessonText(text, quiet):
            return tag("p", text, class_="quiet" if quiet else None)
        case LessonPoints(rows, head):
            return together(tag("h3", head) if head else None, list_html(rows, has_links=False))
        case LessonGrid(head, rows, caption):
            cells = (tag("th", cell, scope="col") if cell else tag("td") for cell in head)
            return tag(
                "table",
                tag("caption", caption) if caption else None,
                tag("thead", tag("tr", *cells)),
                tag("tbody", *(tag("tr", *(tag("td", cell) for cell in row)) for row in rows)),
                class_="open" if any("" in row for row in rows) else None,
            )
        case WritingLines(ask, count):
            return tag("div", tag("p", ask), *(tag("div", class_="line") for _ in range(count)), class_="lines")
