"""How well is a claim supported? Computed from the lineage of its documents, never typed.

A rating of support by independent origins.
"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from wayout.model.evidence import Cite, Claim
from wayout.model.lineage import Lineage

Word = Literal["single account", "told again", "corroborated", "disputed", "paraphrase only", "unsupported"]


class Standing(Struct, frozen=True):
    """A word and what it rests on."""

    word: Word
    origins: tuple[str, ...]
    documents: tuple[str, ...]
    speakers: tuple[str, ...]
    is_public_record: bool


def standing(claim: Claim, lineage: Lineage) -> Standing:
    """What several documents make of one claim.

    Documents made from one origin are one account, however many, and two entries for one text are one document. A
    paraphrase supports nothing by itself, nor does it put in doubt what it paraphrases: a dispute needs two readings
    that other documents carry.
    """
    cites = [cite for cite in claim.all_cites if cite.document in lineage.documents]
    firm = [cite for cite in cites if lineage.is_firm(cite.document)]
    origins = _distinct(lineage.origin_of(cite.document) for cite in firm or cites)
    speakers = _distinct(_speaker(cite, lineage) for cite in firm or cites)
    public = any(lineage.is_public_record(cite.document) for cite in firm)
    return Standing(
        word=_word(_is_disputed(claim, lineage), bool(cites), bool(firm), public, origins, speakers),
        origins=origins,
        documents=_distinct(lineage.text_of(cite.document) for cite in cites),
        speakers=speakers,
        is_public_record=public,
    )


def _word(
    disputed: bool, cited: bool, firm: bool, public: bool, origins: tuple[str, ...], speakers: tuple[str, ...]
) -> Word:
    if not cited:
        return "unsupported"
    if not firm:
        return "paraphrase only"
    if disputed:
        return "disputed"
    if public:
        return "corroborated"
    if len(origins) == 1:
        return "single account"
    return "corroborated" if len(speakers) > 1 else "told again"


def _is_disputed(claim: Claim, lineage: Lineage) -> bool:
    return any(
        difference.weight == "substance"
        and difference.has_two_sides
        and sum(any(lineage.is_firm(cite.document) for cite in reading.cites) for reading in difference.readings) > 1
        for difference in claim.differs
    )


def _speaker(cite: Cite, lineage: Lineage) -> str:
    """Who says so; the narrator of a text is the narrator of its origin."""
    return cite.speaker or lineage.origin_of(cite.document)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
