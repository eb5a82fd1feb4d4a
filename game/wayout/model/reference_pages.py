"""What stands beside the stories: the terms of the glossary, and the pages of the makers' own?"""

from typing import Annotated

from msgspec import Meta, Struct

from wayout.model.story import Passage
from wayout.model.suppressions import Suppression
from wayout.model.text import Shown

GLOSSARY = "glossary"
WAR, CARE, ABOUT = "the-war", "help", "about"
ASIDES = (WAR, CARE, ABOUT)
"""Files of a story folder that hold a page, not a story: the war, help for a troubled reader, and the game itself."""

DIFFER, ALONE, COMPARE, TIMELINE = "differ", "alone", "compare", "timeline"
"""What is worked out of all records and their evidence: where documents differ, what one account alone tells, who did
what, and when."""


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word that a reader may not know, and what it means."""

    term: Shown
    forms: Annotated[tuple[str, ...], Meta(description="How texts write it; case counts but in the first letter.")]
    says: Shown
    claims: tuple[str, ...] = ()
    ignore: tuple[Suppression, ...] = ()


class ReferencePage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A page that belongs to no story."""

    title: Shown
    text: tuple[Passage, ...]
    ignore: tuple[Suppression, ...] = ()
