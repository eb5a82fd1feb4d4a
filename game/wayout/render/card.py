"""How does the card of an account stand on one screen of text, and as a picture to send?

Text and SVG rendering of the account's card: rows wrapped by cells, lines left out by rank until all fit into 78
columns and 24 lines; sizes, fonts and colours of the picture, which has room for more of the same rows.
"""

from collections.abc import Iterator

from msgspec import Struct
from rich.cells import cell_len, chop_cells

from wayout.locale import reader_strings
from wayout.model.text import in_one_line
from wayout.render.html import Html, svg, tag
from wayout.views.card import MAX_CARD_LINES, AccountCard, CardLine

CARD_WIDTH, CARD_HEIGHT = 78, 24
"""The largest text card, in columns and lines."""
PICTURE_HEIGHT = 36
"""Rows of the largest picture, which still stand on one screen."""
MARGIN, INDENT = 2, 2
"""Cells before every row; and before the text of a line of the article, where its dot stands."""
MAX_PART_ROWS, MAX_HEAD_ROWS, HEAD_ROOM = 3, 2, 58
"""Rows of each part but the article, and of its headline: a longer one is cut; cells in a row of large letters."""
PRINTED_START, PRINTED_END = "\ue000", "\ue001"
"""Signs for private use (Unicode, 23.5): what the reader printed stands between them until its look is known."""
DOT = "·"

CELL, ROW_HEIGHT, FONT_SIZE, HEAD_SIZE, PADDING = 8.6, 23, 15, 17, 32
"""In pixels: how wide a cell is at most on the average in common fonts, a row, its letters, the air around all."""
LETTERS = {"MW@%—…": 1.0, "mw": 0.98, " ijltfI.,;:'’‘|!()[]-": 0.4}
CAPITAL, SMALL = 0.78, 0.61
"""How wide letters are at most in common fonts (DejaVu Sans is the widest), in sizes of the font; what takes two cells
is as wide as high. A row that could be wider than its room, and half of the air beside it, is pressed together."""
CARD_STYLE_SHEET = """
svg { background: #fdfcf9; font: 15px/1.4 Charter, "Iowan Old Style", "Palatino Linotype",
Palatino, "Noto Serif", Georgia, serif; }
text { fill: #23211d; } .head { font-weight: 650; font-size: 17px; } .soft { fill: #5f5b52; }
.own { text-decoration: underline; } rect { fill: #ffffff; stroke: #8a857a; }
@media (prefers-color-scheme: dark) {
svg { background: #17181a; } text { fill: #ece8df; } .soft { fill: #aaa599; }
rect { fill: #212326; stroke: #7d786d; } }
"""


class CardRow(Struct, frozen=True):
    """One row: its text with the signs around what was printed, its look, and whether a line of the article begins."""

    text: str = ""
    look: str = ""
    indent: int = 0
    begins: bool = False


def as_text(card: AccountCard) -> str:
    """The card as lines of text; what the reader printed stands in brackets."""
    rows = _rows(card, CARD_HEIGHT)
    return "".join(f"{_plain(row)}\n" for row in rows)


def as_svg(card: AccountCard) -> str:
    """The card as one SVG file, dark or light as its reader has it; what was printed is underlined."""
    rows = _rows(card, PICTURE_HEIGHT)
    drawn: list[Html] = []
    y, is_printed = float(PADDING), False
    for row in rows:
        y += ROW_HEIGHT if row.text else ROW_HEIGHT / 2
        if row.text:
            pieces, is_printed = _pieces(row.text, is_printed=is_printed)
            x = PADDING + CELL * row.indent
            if row.begins:
                drawn.append(tag("text", DOT, x=f"{PADDING:g}", y=f"{y:g}"))
            room = CELL * (CARD_WIDTH - 2 * MARGIN - row.indent)
            drawn.append(tag("text", *pieces, class_=row.look or None, x=f"{x:g}", y=f"{y:g}", **_pressed(row, room)))
    width, height = 2 * PADDING + CELL * (CARD_WIDTH - 2 * MARGIN), y + PADDING
    edge = tag("rect", x="8", y="8", width=f"{width - 16:g}", height=f"{height - 16:g}", rx="6")
    title = reader_strings.CARD_TITLE.format(headline=card.headline, byline=card.byline)
    told = " ".join(_plain(row).strip() for row in rows if row.text)
    return svg(in_one_line(title), told, CARD_STYLE_SHEET, edge, *drawn, width=width, height=height)


def _pieces(text: str, *, is_printed: bool) -> tuple[list[Html], bool]:
    """A row in parts that were printed and parts that were not; and whether what was printed goes on below."""
    found: list[Html] = []
    for number, part in enumerate(text.replace(PRINTED_END, PRINTED_START).split(PRINTED_START)):
        is_own = is_printed ^ bool(number % 2)
        if part:
            found.append(tag("tspan", part, class_="own" if is_own else None))
    return found, is_printed ^ bool((text.count(PRINTED_START) + text.count(PRINTED_END)) % 2)


def _pressed(row: CardRow, room: float) -> dict[str, str]:
    """Of a row that could be wider than its room, the width that it is pressed into."""
    width = sum(map(_letter_width, row.text)) * (HEAD_SIZE if row.look == "head" else FONT_SIZE)
    return {"textLength": f"{room:g}", "lengthAdjust": "spacingAndGlyphs"} if width > room + PADDING / 2 else {}


def _letter_width(letter: str) -> float:
    if cell_len(letter) > 1:
        return 1.0
    known = next((width for letters, width in LETTERS.items() if letter in letters), None)
    return known or (CAPITAL if letter.isupper() else SMALL)


def _plain(row: CardRow) -> str:
    text = row.text.replace(PRINTED_START, "[").replace(PRINTED_END, "]")
    mark = f"{DOT} " if row.begins else " " * row.indent
    return f"{' ' * MARGIN}{mark}{text}".rstrip()


def _rows(card: AccountCard, height: int) -> tuple[CardRow, ...]:
    """All rows of a card: as many lines of the article as there is room for, the first rank last to go."""
    shown = list(card.lines)
    while len(shown) > 1 and (len(shown) > MAX_CARD_LINES or len(_all(card, tuple(shown))) > height):
        worst = max(line.rank for line in shown)
        shown.pop(next(at for at in range(len(shown) - 1, -1, -1) if shown[at].rank == worst))
    return tuple(_all(card, tuple(shown)))[:height]


def _all(card: AccountCard, shown: tuple[CardLine, ...]) -> list[CardRow]:
    told = [row for line in shown for row in _line_rows(line)]
    parts = (
        [*_cut(card.byline, "soft", 1), *_cut(card.headline, "head", MAX_HEAD_ROWS)],
        [*_cut(card.way, "soft", MAX_PART_ROWS)],
        told,
        [*_cut(card.below(shown), "", MAX_PART_ROWS), *_cut(card.foot(shown), "soft", MAX_PART_ROWS)],
    )
    apart = [[*part, CardRow()] for part in parts if part]
    return [row for part in apart for row in part][:-1]


def _line_rows(line: CardLine) -> Iterator[CardRow]:
    text = line.text.replace(PRINTED_START, "").replace(PRINTED_END, "")
    if line.printed is not None and text == line.text:
        start, end = line.printed
        text = f"{text[:start]}{PRINTED_START}{text[start:end]}{PRINTED_END}{text[end:]}"
    for number, part in enumerate(_wrapped(text, CARD_WIDTH - 2 * MARGIN - INDENT)):
        yield CardRow(part, "", INDENT, begins=not number)


def _cut(text: str, look: str, most: int) -> Iterator[CardRow]:
    """A text in at most so many rows; a sign says where it was cut."""
    rows = list(_wrapped(text, (HEAD_ROOM if look == "head" else CARD_WIDTH - 2 * MARGIN) - 1))
    for number, row in enumerate(rows[:most], 1):
        yield CardRow(f"{row}…" if number == most < len(rows) else row, look)


def _wrapped(text: str, room: int) -> Iterator[str]:
    """A text in rows of so many cells; a word that is longer goes on in the next row."""
    row = ""
    for word in in_one_line(text).split():
        if row and cell_len(f"{row} {word}") > room:
            yield row
            row = ""
        *whole, rest = chop_cells(word, room) if cell_len(word) > room else [word]
        yield from whole
        row = f"{row} {rest}".strip()
    if row:
        yield row
