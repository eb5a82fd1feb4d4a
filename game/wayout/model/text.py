"""What is a string that a reader is shown?

Text utilities: full and gentle wording, paragraphs, reading speed (words a minute), hidden characters, quotation
marks and quotations; sanitised text for a terminal (control, escape and bidirectional characters), safe web addresses.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
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


OPENING_QUOTE, CLOSING_QUOTE = "“", "”"
"""The marks that a story has; every other pair is a quotation too."""
_PAIRS = {"“": "”", "”": "“”", "„": "“”‟", "‟": "”„", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "「": "」", "『": "』",
          "〝": "〞〟", '"': '"', "＂": "＂"}  # fmt: skip
"""What begins a quotation, and the marks that may end it; some languages turn them round."""
QUOTING = f"{MARKS_OF_QUOTATION}‘‚'"
"""Every sign that could begin a quotation."""


# Only checks need these patterns: a start of the game does not wait for them.


@cache
def _single() -> re.Pattern[str]:
    """A quotation in single marks, which are apostrophes too: it begins before a word and ends after one."""
    return re.compile(r"(?<!\w)[‘‚'](?=\w)[^‘‚'’]*(?:\w['’]\w[^‘‚'’]*)*(?<=[\w.,!?…])['’‘](?!\w)")


@cache
def _any_of(signs: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(signs)}]")


def may_quote(text: str, at: int = 0) -> re.Match[str] | None:
    """The first sign from a place on that could begin a quotation."""
    return _any_of(QUOTING).search(text, at)


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
        return self.marks == OPENING_QUOTE + CLOSING_QUOTE


@lru_cache(maxsize=64)
def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations in a text, in order, and the marks that lack the other one; what one quotes is part of it."""
    return tuple(_found(text)) if may_quote(text) else ()


def without_quotations(text: str) -> str:
    """What a text says in its own words."""
    for quotation in reversed(quotations(text)):
        if quotation.is_paired:
            text = text[: quotation.start] + text[quotation.end :]
    return text


def _found(text: str) -> Iterator[Quotation]:
    at = 0
    while match := may_quote(text, at):
        at = match.start()
        if text[at] not in MARKS_OF_QUOTATION:
            single = _single().match(text, at)
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
    for match in _any_of(MARKS_OF_QUOTATION).finditer(text, at + 1):
        if match[0] in closing:
            return match.start()
        if match[0] == sign:
            return None
    return None


REPLACEMENT = "\ufffd"
_SPACES = re.compile("[\t\u2028\u2029]")
"""A tab, and the line ends that a terminal does not know."""


def sanitize(text: str) -> str:
    """The text with every control character made visible as U+FFFD, so that it is read and does nothing."""
    return text if text.isprintable() else HIDDEN.sub(REPLACEMENT, _SPACES.sub(" ", text))


def in_one_line(text: str) -> str:
    """A text without line ends, and with nothing in it that nobody sees."""
    return sanitize(" ".join(text.split()))


_PLAIN = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(/[A-Za-z0-9._~/?=&%#+:,;@!-]*)?", re.ASCII)
"""A web address that means nothing else in Markdown or HTML once it stands between angle brackets or in quotes."""


def web_address(url: str) -> str:
    """The address if it is a plain one of the web; empty for every other, which is shown as text alone."""
    return url if _PLAIN.fullmatch(url) else ""
