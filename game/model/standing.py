"""How well is a claim supported? Computed from the lineage of its documents, never typed."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from game.model.evidence import Cite, Claim, Document

Word = Literal["single account", "told again", "corroborated", "disputed", "paraphrase only", "unsupported"]


class Standing(Struct, frozen=True):
    """A word and what it rests on."""

    word: Word
    origins: tuple[str, ...]
    documents: tuple[str, ...]
    speakers: tuple[str, ...]
    is_public_record: bool


def origin_of(document: str, documents: Mapping[str, Document]) -> str:
    """The piece of journalism at the root of a document; a document made from nothing is its own."""
    seen: set[str] = set()
    while document in documents and document not in seen:
        seen.add(document)
        parent = documents[document].origin
        if parent is None:
            break
        document = parent
    return document


def standing(claim: Claim, documents: Mapping[str, Document]) -> Standing:
    """What several documents make of one claim.

    Documents made from one origin are one account, however many. A paraphrase supports nothing by itself, nor does it
    put in doubt what it paraphrases: a dispute needs two readings that other documents carry.
    """
    cites = [cite for cite in claim.all_cites if cite.document in documents]
    firm = [cite for cite in cites if _is_firm(cite, documents)]
    origins = _distinct(origin_of(cite.document, documents) for cite in firm or cites)
    speakers = _distinct(_speaker(cite, documents) for cite in firm or cites)
    public = any(documents[cite.document].is_public_record for cite in firm)
    return Standing(
        word=_word(_is_disputed(claim, documents), bool(cites), bool(firm), public, origins, speakers),
        origins=origins,
        documents=_distinct(cite.document for cite in cites),
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


def _is_disputed(claim: Claim, documents: Mapping[str, Document]) -> bool:
    return any(
        difference.weight == "substance"
        and sum(any(_is_firm(cite, documents) for cite in reading.cites) for reading in difference.readings) > 1
        for difference in claim.differs
    )


def _is_firm(cite: Cite, documents: Mapping[str, Document]) -> bool:
    return cite.document in documents and documents[cite.document].how != "paraphrase"


def _speaker(cite: Cite, documents: Mapping[str, Document]) -> str:
    """Who says so; the narrator of a text is the narrator of its origin."""
    return cite.speaker or origin_of(cite.document, documents)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
