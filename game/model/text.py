"""What is a string that a reader is shown?"""

import re
from typing import Annotated

from msgspec import Meta, Struct

HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line feed: they move cursors and start sequences
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings, overrides, isolates
    "\ud800-\udfff]"  # lone surrogates, which cannot be encoded
)
"""Characters that nobody sees, and that can steer a terminal or turn a text around."""
UNSEEN = "\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
"""Of a set in a pattern: spaces that are none for YAML, and characters without a width."""


class Worded(Struct, frozen=True, forbid_unknown_fields=True):
    """A text in two wordings: as the record has it, and one that spares the reader its details."""

    full: str
    gentle: str


Shown = Annotated[str | Worded, Meta(description="Text, or {full: …, gentle: …}.")]


def shown(text: str | Worded, *, gentle: bool = False) -> str:
    """The wording that a reader with this setting is given, without the line end that YAML blocks leave."""
    if isinstance(text, Worded):
        text = text.gentle if gentle else text.full
    return text.strip()


def wordings(text: str | Worded) -> tuple[str, ...]:
    """Every wording that a text has, for checks that must hold in each."""
    return (text.full, text.gentle) if isinstance(text, Worded) else (text,)
