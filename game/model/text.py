"""What is a string that a reader is shown?"""

from typing import Annotated

from msgspec import Meta, Struct


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
