"""How does a debrief become a file, and where does it land?

Export of a debrief as Markdown or HTML, of its card as SVG or text, and of a trail as YAML, to a new file in the
working folder: names and endings of the files, styles of the lines.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from wayout.faces.print.html_file import html_file, list_html
from wayout.locale import print_strings, reader_strings, shelf_strings, strings
from wayout.model.file_access import write_new
from wayout.model.library import Library
from wayout.model.text import in_one_line
from wayout.model.trail_format import as_yaml
from wayout.play.state import Reader, Trail
from wayout.render.card import as_svg, as_text
from wayout.render.document_text import line_text, markdown, section_lines
from wayout.render.html import NOTHING, Html, block, tag
from wayout.views.account import account_sections
from wayout.views.card import AccountCard, card, carded_record
from wayout.views.debrief import Debrief, debrief_document
from wayout.views.document import Kind, Row, Section
from wayout.views.log import log_document
from wayout.views.trail_file import format_trail

LOOKS: dict[Kind, tuple[str, str]] = {
    "ask": ("**", "strong"), "word": ("**", "strong"), "editorial": ("*", "em"), "support": ("*", "em"),
    "chosen": ("*", "em"),
}  # fmt: skip
"""Of a line that was read, what it stands between in Markdown and in HTML; the others stand as they are."""


def as_markdown(debrief: Debrief, read: tuple[Section, ...] = ()) -> str:
    """A debrief as CommonMark, below what was read, if that is given."""
    lines = [f"# {markdown(strings.EXPORT_TITLE.format(name=debrief.title))}", "", markdown(strings.EXPORT_NOTE), ""]
    if read:
        lines += [f"## {markdown(shelf_strings.TRANSCRIPT)}", ""]
    for page in log_document(read).sections:
        lines += [f"### {markdown(page.heading)}", ""] if page.heading else []
        for line in _lines(page):
            mark = LOOKS.get(line.kind, ("", ""))[0]
            text = markdown(line_text(line))
            lines += [f"- {text}" if line.kind == "option" else f"{mark}{text}{mark}", ""]
    for section in debrief_document(debrief).sections:
        lines += section_lines(section)
    return "\n".join(lines)


def as_html(debrief: Debrief, read: tuple[Section, ...] = ()) -> str:
    """A debrief as one HTML file, made to be read and printed, below what was read, if that is given."""
    title = in_one_line(strings.EXPORT_TITLE.format(name=debrief.title))
    sections = debrief_document(debrief).sections
    articles = [account_sections(one) for one in debrief.accounts]
    others = sections[sum(map(len, articles)) :]
    main = block(
        "main",
        tag("h1", title),
        tag("p", in_one_line(strings.EXPORT_NOTE), class_="note"),
        block("section", tag("h2", shelf_strings.TRANSCRIPT), *_read(read)) if read else NOTHING,
        *(block("div", *map(_section, one), class_="account") for one in articles),
        *map(_section, others),
        _words(),
    )
    return html_file("debrief-file", title, main)


def _words() -> Html:
    """What the evidence words mean that stand in it."""
    known = ((strings.KNOWN[one], says) for one, says in strings.KNOWN_MEANING.items())
    rows = (tag("li", tag("strong", word), f": {says}") for word, says in (*strings.TAKEN_MEANING.items(), *known))
    return block("section", tag("h2", print_strings.EVIDENCE_HEAD), block("ul", *rows), class_="words")


def _read(read: tuple[Section, ...]) -> Iterator[Html]:
    for page in log_document(read).sections:
        if page.heading:
            yield tag("h3", in_one_line(page.heading))
        for line in _lines(page):
            name, text = LOOKS.get(line.kind, ("", ""))[1], in_one_line(line_text(line))
            yield tag("p", tag(name, text) if name else text, class_="item" if line.kind == "option" else None)


def _lines(page: Section) -> Iterator[Row]:
    """The lines of a page that say something."""
    return (line for line in page.rows if line.said().strip())


def _section(section: Section) -> Html:
    return block("section", tag("h2", in_one_line(section.heading)), list_html(section.rows))


MARKDOWN, HTML = ".md", ".html"
HTML_TOO = (HTML, ".htm")
MARKDOWN_TOO = (MARKDOWN, ".markdown", ".txt", "")


def export(debrief: Debrief, file: Path) -> str:
    """Write a debrief, as its name asks for, and tell where; a file that is there is left as it is."""
    if file.suffix.lower() not in (*HTML_TOO, *MARKDOWN_TOO):
        return strings.NOT_EXPORTED.format(path=file, why=strings.NO_SUCH_PAPER)
    text = as_html(debrief) if file.suffix.lower() in HTML_TOO else as_markdown(debrief)
    try:
        written = write_new(file, text)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        return strings.NOT_EXPORTED.format(path=file, why=why)
    return strings.EXPORTED.format(path=written)


def file_for(story: str, ending: str = MARKDOWN) -> Path:
    """The name of the file for a story, in the current folder."""
    return Path(f"wayout-{re.sub(r'[^0-9A-Za-z_-]+', '-', story).strip('-') or 'story'}{ending}")


CARD_SIGNS = (".svg", ".txt")
CARD_FILE_ENDING = "-card.svg"


def card_text(made: AccountCard, ending: str) -> str:
    """A card as a picture or as text, as the ending of a file's name asks for."""
    return as_svg(made) if ending == CARD_SIGNS[0] else as_text(made)


def save_card(library: Library, trail: Trail, name: str = "") -> str:
    """Write the card of a trail, and tell where; a file that is there is left as it is."""
    file = Path(name) if name else file_for(carded_record(library, trail) or trail.story, CARD_FILE_ENDING)
    made = card(library, trail)
    if made is None or file.suffix.lower() not in CARD_SIGNS:
        why = reader_strings.NO_CARD if made is None else reader_strings.NOT_A_CARD
        return strings.NOT_EXPORTED.format(path=file, why=why)
    try:
        return strings.EXPORTED.format(path=write_new(file, card_text(made, file.suffix.lower())))
    except (OSError, ValueError) as error:
        return strings.NOT_EXPORTED.format(path=file, why=getattr(error, "strerror", None) or str(error))


TRAIL_FILE_ENDING = "-trail.yaml"


def save(library: Library, trail: Trail, reader: Reader, name: str = "") -> tuple[str, bool]:
    """Write a trail file, and tell where, and whether it was; a file that is there is left as it is."""
    file = Path(name) if name else file_for(trail.story, TRAIL_FILE_ENDING)
    try:
        there = write_new(file, as_yaml(format_trail(library, trail, reader)))
    except (OSError, ValueError) as error:
        return strings.NOT_EXPORTED.format(path=file, why=getattr(error, "strerror", None) or str(error)), False
    return strings.EXPORTED.format(path=there), True
