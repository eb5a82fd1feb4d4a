"""Which sign can stand for one that an encoding does not have?

Only in ASCII: that every encoding has.
"""

import unicodedata

UNKNOWN = "?"
SIGNS = {
    **dict.fromkeys("‘’‚‛′ʼ‹›", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("·•‐‑‒–—―−∙⁃", "-"),
    "…": "...",
    "⁄": "/",
    "×": "x",
    "€": "EUR",
    "Æ": "AE",
    "æ": "ae",
    "Đ": "D",
    "đ": "d",
    "Ł": "L",
    "ł": "l",
    "Ø": "O",
    "ø": "o",
    "Œ": "OE",
    "œ": "oe",
    "Þ": "Th",
    "þ": "th",
    "ß": "ss",
    "ı": "i",
    **dict.fromkeys("→⇒▶►❯⤳", ">"),
    **dict.fromkeys("←⇐◀◄❮↺", "<"),
    **dict.fromkeys("↑▲", "^"),
    **dict.fromkeys("↓▼", "v"),
    "●": "*",
    "◆": "@",
    "◐": "%",
    "○": "o",
    "◇": "o",
    "■": "#",
    "□": "=",
    "☐": "=",
    "✗": "x",
    "✓": "v",
    **dict.fromkeys("─━┄┅┈┉═╌╍╴╶╸╺", "-"),
    **dict.fromkeys("│┃┆┇┊┋║╎╏╵╷╹╻", "|"),
    "╱": "/",
    "╲": "\\",
}
"""In drawings a sign takes the place of one, so that what stands below one another still does."""
DRAWN = {range(0x2500, 0x2580): "+", range(0x2580, 0x25A0): "#", range(0x2800, 0x2801): " ", range(0x2801, 0x2900): ":"}
"""Corners and crossings of lines, blocks, and the dots of Braille."""


def plain_sign(character: str) -> str:
    """The sign itself if it has one; of a letter with a mark, the letter; of what only joins or marks, nothing."""
    if character in SIGNS:
        return SIGNS[character]
    drawn = next((sign for signs, sign in DRAWN.items() if ord(character) in signs), "")
    if drawn or unicodedata.category(character) in ("Mn", "Cf"):
        return drawn
    parts = unicodedata.normalize("NFKD", character)
    return "".join(SIGNS.get(part, part if part.isascii() else "") for part in parts) or UNKNOWN
