"""What is a string that a reader is shown?

Localised or gentle variants of a text; paragraphs; word count.
"""

import re
from typing import Annotated

from msgspec import Meta, Struct

WORDS_A_MINUTE = 180
"""Reading aloud or with care; silent reading of plain prose is nearer to 240 (Brysbaert 2019)."""

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line feed: they move cursors and start sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides, isolates
    "\ud800-\udfff]"  # lone surrogates, which cannot be encoded
)
"""Characters that nobody sees, and that can steer a terminal or turn a text around."""
UNSEEN = "\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
"""Of a set in a pattern: spaces that are none for YAML, and characters without a width."""


MARKS_OF_QUOTATION = '“”„‟«»‹›「」『』〝〞〟＂"'
"""Every sign that can stand around a quotation, but for the single ones, which are apostrophes too."""
_WITHOUT_MARKS = str.maketrans({**dict.fromkeys(MARKS_OF_QUOTATION), "’": "'", "‘": "'"})


class TwoWordings(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in two wordings: as the record has it, and one that spares the reader its details."""

    full: str
    gentle: str


Shown = Annotated[str | TwoWordings, Meta(description="Text, or {full: …, gentle: …}.")]


def wording(text: str | TwoWordings, *, gentle: bool = False) -> str:
    """The wording that a reader with this setting is given, without the line end that YAML blocks leave."""
    if isinstance(text, TwoWordings):
        text = text.gentle if gentle else text.full
    return text.strip()


_EMPTY_LINE = re.compile("\n(?:[ \t]*\n)+")


def paragraphs(text: str) -> tuple[str, ...]:
    """A writer's text in paragraphs: an empty line or a paragraph separator parts them, other line ends are spaces."""
    lined = text.replace("\r\n", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return tuple(
        " ".join(line.strip(" ") for line in block.strip("\n").split("\n"))
        for block in _EMPTY_LINE.split(lined)
        if block.strip()
    ) or ("",)


def wordings(text: str | TwoWordings) -> tuple[str, ...]:
    """Every wording that a text has, for checks that must hold in each."""
    return (text.full, text.gentle) if isinstance(text, TwoWordings) else (text,)


def comparable(text: str) -> str:
    """A text without what does not change what it says: case, spaces, marks of quotation, punctuation at its end."""
    return " ".join(text.translate(_WITHOUT_MARKS).split()).casefold().strip(" .,;:!?…")
