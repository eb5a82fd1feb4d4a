"""Where does a text quote, in which marks, and do the marks pair? Scanning for the quotation marks of all scripts.

A scanner.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from wayout.model.text import MARKS_OF_QUOTATION

OPEN, CLOSE = "“", "”"
"""The marks that a story has; every other pair is a quotation too."""
_PAIRS = {"“": "”", "”": "“”", "„": "“”‟", "‟": "”„", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』",
          "〝": "〞〟", '"': '"', "＂": "＂"}  # fmt: skip
"""What begins a quotation, and the marks that may end it; some languages turn them round."""
_SINGLE = re.compile(r"(?<!\w)[‘‚'](?=\w)[^‘‚'’]*(?:\w['’]\w[^‘‚'’]*)*(?<=[\w.,!?…])['’‘](?!\w)").match
"""A quotation in single marks, which are apostrophes too: it begins before a word and ends after one."""
_ANY_DOUBLE = re.compile(f"[{re.escape(MARKS_OF_QUOTATION)}]")
QUOTING = f"{MARKS_OF_QUOTATION}‘‚'"
"""Every sign that could begin a quotation."""
may_quote = re.compile(f"[{re.escape(QUOTING)}]").search
"""Whether a text has any of them."""


class Quotation(Struct, frozen=True):
    """What stands between two marks, from where the first one stands; without the other mark, all that follows."""

    start: int
    end: int
    words: str
    marks: str

    @property
    def is_paired(self) -> bool:
        """Whether both marks are there."""
        return len(self.marks) == 2

    @property
    def is_usual(self) -> bool:
        """Whether the marks are those that a story has."""
        return self.marks == OPEN + CLOSE


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations in a text, in order, and the marks that lack the other one; what one quotes is part of it."""
    return tuple(_found(text)) if may_quote(text) else ()


def without_quotations(text: str) -> str:
    """What a text says in its own words."""
    for one in reversed(quotations(text)):
        if one.is_paired:
            text = text[: one.start] + text[one.end :]
    return text


def _found(text: str) -> Iterator[Quotation]:
    at = 0
    while match := may_quote(text, at):
        at = match.start()
        if text[at] not in MARKS_OF_QUOTATION:
            single = _SINGLE(text, at)
            at = single.end() if single else at + 1
            if single:
                yield Quotation(single.start(), at, single[0][1:-1], single[0][0] + single[0][-1])
            continue
        end = _end(text, at)
        if end is None:
            yield Quotation(at, at + 1, text[at + 1 :], text[at])
        else:
            yield Quotation(at, end + 1, text[at + 1 : end], text[at] + text[end])
        at = at + 1 if end is None else end + 1


def _end(text: str, at: int) -> int | None:
    """Where the quotation ends that a mark begins; nowhere if the same mark begins another one before that."""
    sign = text[at]
    closing = _PAIRS.get(sign, "")
    for match in _ANY_DOUBLE.finditer(text, at + 1):
        if match[0] in closing:
            return match.start()
        if match[0] == sign:
            return None
    return None
