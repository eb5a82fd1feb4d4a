"""Is every quotation short, typographic, and carried word for word by a cite?"""

from collections.abc import Iterator, Sequence

from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item
from wayout.model.checks.text_index import TextUse
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult
from wayout.model.quotations import QUOTING, Quotation, may_quote, quotations
from wayout.model.text import Shown, comparable, wordings
from wayout.model.yaml.spans import DataPath

MAX_WORDS = 7
"""The longest quotation, in words: the articles are under copyright."""


class Quotations:
    """The quotations that each claim's cites carry, in the form in which they are compared."""

    def __init__(self, loaded: LoadResult) -> None:
        self._by_claim = {
            name: {comparable(cite.quote) for _, cite in cites(claim) if cite.quote is not None}
            for name, claim in loaded.library.claims.items()
            if not loaded.is_maimed("claim", name)
        }
        self._all = {quote for quotes in self._by_claim.values() for quote in quotes}
        self._is_whole = "claim" not in loaded.broken and not loaded.unread

    def carry(self, quotation: str, text: TextUse) -> bool:
        """Whether a cite of the text's claims has the quotation.

        A title or a question without claims of its own may quote any cite. A claim that is missing or misshapen, or
        a text that is unsupported, is a fault already: then it is taken to have it.
        """
        wanted = comparable(quotation)
        if not text.claims and text.part in ("ask", "aside"):
            return wanted in self._all or not self._is_whole
        if not text.claims:
            return text.known != "unrecorded"
        return any(claim not in self._by_claim or wanted in self._by_claim[claim] for claim in text.claims)


def of_claims(loaded: LoadResult) -> Iterator[Finding]:
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


def of_texts(item: Item, told: Sequence[TextUse], carried: Quotations, joined: str) -> Iterator[Finding]:
    """Quotations, quotation marks and empty texts in what a story tells; `joined` is all of it."""
    may_quote_here = any(map(joined.__contains__, QUOTING))
    for text in told:
        words = text.text
        if isinstance(words, str) and words and not words.isspace() and not (may_quote_here and may_quote(words)):
            continue
        own = wordings(words)
        yield from _plain(item, text.place, text.text)
        for wording in own:
            if '"' in wording:
                hint = "Write “…” around a quotation, and “ and ” by hand if your editor does not."
                yield item.fault("straight-quotes", text.place, 'A straight " stands in this text.', hint)
                break
        for quotation in quoted(text.text):
            is_long = len(quotation.split()) > MAX_WORDS
            if not is_long and not carried.carry(quotation, text):
                claims = ", ".join(text.claims) or "any claim"
                hint = f"Add it as 'quote' to a cite of {claims}, or say it in your own words."
                yield item.fault("loose-quotation", text.place, f"No cite has the quotation “{quotation}”.", hint)


def quoted(text: Shown) -> list[str]:
    """The quotations in a text, in any wording and whatever their marks, each once and without them."""
    found = (one.words for wording in wordings(text) for one in quotations(wording) if one.is_paired)
    return list(dict.fromkeys(found))


def _plain(item: Item, path: DataPath, text: Shown) -> Iterator[Finding]:
    for wording in wordings(text):
        if not wording or wording.isspace():
            yield item.fault("empty-text", path, "There is no text here.", "Write it, or delete the field.")
            return
    for quotation in quoted(text):
        yield from _length(item, path, quotation)
    marked = [(one, wording) for wording in wordings(text) for one in quotations(wording)]
    for one, wording in marked:
        if not one.is_paired:
            hint = "Write “ where the quotation begins and ” where it ends."
            says = f"The mark {one.marks} {_where(one, wording)} has no other one that belongs to it."
            yield item.fault("unpaired-quotation", path, says, hint)
            break
    strange = dict.fromkeys(
        one.marks for one, _ in marked if one.is_paired and not one.is_usual and '"' not in one.marks
    )
    for marks in strange:
        hint = "Write “ before a quotation and ” after it, as all texts here do."
        yield item.fault("foreign-quotes", path, f"A quotation stands between {marks[0]} and {marks[1]} here.", hint)


def _where(one: Quotation, text: str) -> str:
    """Where a mark stands, for a writer who looks for it."""
    after, before = text[one.start + 1 :].split()[:3], text[: one.start].split()[-3:]
    words = f"before '{' '.join(after)}'" if after else f"after '{' '.join(before)}'"
    return f"at sign {one.start + 1}, {words},"


def _length(item: Item, path: DataPath, quotation: str) -> Iterator[Finding]:
    count = len(quotation.split())
    if count > MAX_WORDS:
        hint = f"Quote at most {MAX_WORDS} words, and tell the rest in your own."
        yield item.fault("long-quotation", path, f"The quotation has {count} words.", hint)
