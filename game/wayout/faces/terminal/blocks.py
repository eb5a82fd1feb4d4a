"""What is a piece of set text: runs of words with their kind, a mark in the gutter, air before it?

The unit of typesetting: styled spans with indentation and margins.
"""

from typing import Literal

from msgspec import Struct

from wayout.model.text import paragraphs as paragraphs  # noqa: PLC0414 - part of what a piece of set text is made of

Kind = Literal["text", "muted", "head", "word", "editorial"]
"""What the words are: plain text; aside; a heading or question; an evidence word; the narrator on the record."""

Run = tuple[Kind, str]
THIN, HEAVY, DOT = "│", "┃", "·"
GUTTER = 2
"""Cells to the left of the text, where rules, numbers and the pointer hang."""


class TextBlock(Struct, frozen=True):
    """A paragraph. A ruled mark stands beside each of its lines, any other mark beside the first.

    `press` is a key that a click on the paragraph stands for; `terms` is from where to where in its words the glossary
    explains something, and `explain` the key that opens it.
    """

    runs: tuple[Run, ...]
    mark: str = ""
    ruled: bool = False
    gap: int = 1
    indent: int = GUTTER
    mark_kind: Kind = "muted"
    press: str = ""
    terms: tuple[tuple[int, int], ...] = ()
    explain: str = ""


class Option(Struct, frozen=True):
    """Something that can be chosen: its label, a word that leads it, a quiet one after it, a line below it.

    What is there only at times has no number, so that the others keep theirs. What was read is not pointed at first.
    One that leads on decides nothing: it is the next page.
    """

    id: str
    label: str
    aside: str = ""
    below: str = ""
    is_open: bool = True
    lead: str = ""
    is_numbered: bool = True
    was_read: bool = False
    leads_on: bool = False
