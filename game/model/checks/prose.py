"""Is every quotation short, typographic, and carried word for word by a cite?"""

import re
from collections.abc import Iterator, Sequence

from game.model.checks.item import Item
from game.model.checks.records import cites
from game.model.checks.texts import Told
from game.model.findings import Finding
from game.model.load import Loaded
from game.model.places import DataPath
from game.model.text import Shown, wordings

MAX_WORDS = 7
"""The longest quotation, in words: the articles are under copyright."""

_QUOTATION = re.compile("“([^”]*)”")


class Quotations:
    """The quotations that each claim's cites carry, in the form in which they are compared."""

    def __init__(self, loaded: Loaded) -> None:
        self._by_claim = {
            name: {compared(cite.quote) for _, cite in cites(claim) if cite.quote is not None}
            for name, claim in loaded.library.claims.items()
            if not loaded.is_maimed("claim", name)
        }
        self._all = {quote for quotes in self._by_claim.values() for quote in quotes}
        self._is_whole = "claim" not in loaded.broken and not loaded.unread

    def carry(self, quotation: str, text: Told) -> bool:
        """Whether a cite of the text's claims has the quotation.

        A title or a question without claims of its own may quote any cite. A claim that is missing or misshapen, or
        a text that is unsupported, is a fault already: then it is taken to have it.
        """
        wanted = compared(quotation)
        if not text.claims and text.part in ("ask", "aside"):
            return wanted in self._all or not self._is_whole
        if not text.claims:
            return text.known != "unrecorded"
        return any(claim not in self._by_claim or wanted in self._by_claim[claim] for claim in text.claims)


def compared(quotation: str) -> str:
    """A quotation without what its place in a sentence decides: case, final punctuation, form of the apostrophe."""
    return " ".join(quotation.replace("’", "'").split()).casefold().strip(" .,;:!?…")


def of_claims(loaded: Loaded) -> Iterator[Finding]:
    """Long quotations and empty texts in the claims."""
    for name, claim in loaded.library.claims.items():
        item = Item(loaded, "claim", name)
        yield from _plain(item, ("says",), claim.says)
        for number, difference in enumerate(claim.differs):
            yield from _plain(item, ("differs", number, "on"), difference.on)
            for side, reading in enumerate(difference.readings):
                yield from _plain(item, ("differs", number, "readings", side, "says"), reading.says)
        if claim.corrected is not None:
            yield from _plain(item, ("corrected", "says"), claim.corrected.says)
        for path, cite in cites(claim):
            if cite.quote is not None:
                yield from _length(item, (*path, "quote"), cite.quote)


def of_texts(item: Item, told: Sequence[Told], quotations: Quotations) -> Iterator[Finding]:
    """Quotations, quotation marks and empty texts in what a story tells."""
    for text in told:
        if isinstance(text.text, str) and "“" not in text.text and '"' not in text.text and text.text.strip():
            continue
        yield from _plain(item, text.place, text.text)
        for wording in wordings(text.text):
            if '"' in wording:
                hint = "Write “…” around a quotation, and “ and ” by hand if your editor does not."
                yield item.fault("straight-quotes", text.place, 'A straight " stands in this text.', hint)
                break
        loose = dict.fromkeys(quote for wording in wordings(text.text) for quote in quoted(wording))
        for quotation in loose:
            is_long = len(quotation.split()) > MAX_WORDS
            if not is_long and not quotations.carry(quotation, text):
                claims = ", ".join(text.claims) or "any claim"
                hint = f"Add it as 'quote' to a cite of {claims}, or say it in your own words."
                yield item.fault("loose-quotation", text.place, f"No cite has the quotation “{quotation}”.", hint)


def quoted(text: str) -> list[str]:
    """The quotations in a text, without their marks."""
    return _QUOTATION.findall(text) if "“" in text else []


def _plain(item: Item, path: DataPath, text: Shown) -> Iterator[Finding]:
    for wording in wordings(text):
        if not wording or wording.isspace():
            yield item.fault("empty-text", path, "There is no text here.", "Write it, or delete the field.")
            return
    for quotation in dict.fromkeys(quote for wording in wordings(text) for quote in quoted(wording)):
        yield from _length(item, path, quotation)


def _length(item: Item, path: DataPath, quotation: str) -> Iterator[Finding]:
    count = len(quotation.split())
    if count > MAX_WORDS:
        hint = f"Quote at most {MAX_WORDS} words, and tell the rest in your own."
        yield item.fault("long-quotation", path, f"The quotation has {count} words.", hint)
