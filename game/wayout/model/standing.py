"""How well is a claim supported? Computed from the lineage of its documents, never typed.

A rating of support by independent origins: the lineage graph of documents (provenance), URLs normalised to compare
them, and the standing of a claim (single account, corroborated, disputed, retold only).
"""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from wayout.model.evidence import Cite, Claim, Document, Source

_SCHEME = r"(?i)^https?://(?:www\.)?"
_ARCHIVE = r"(?i)^(?:https?://)?web\.archive\.org/web/\w+/"
_HOST = r"[\w-]+(?:\.[\w-]+)+(?::\d+)?"
_TRACKING = r"(?<=[?&])(?:utm_\w+|fbclid|gclid)=[^&]*&?"
"""Patterns; `re` compiles each when it is first used, and keeps it: most starts use none.

Whether there is anything to take away is asked first, without a pattern: a page counts all documents, and few of their
addresses have such a part.
"""


Mark = tuple[Hashable, ...]
"""A field, and what it says: by a mark that two entries share one can tell that they are one."""


class Lineage:
    """The texts and the reports behind the documents of a library."""

    def __init__(self, documents: Mapping[str, Document], origins: Mapping[str, Source]) -> None:
        self.documents = documents
        self._origins = origins
        self._first_text = _first_of_each(
            {name: tuple(marks_of_text(document)) for name, document in documents.items()}
        )
        self._copies: dict[str, list[str]] = {}
        for name, first in self._first_text.items():
            self._copies.setdefault(first, []).append(name)
        self._ancestor = {name: _ancestor(name, documents) for name in documents}
        alone = {name: documents[name] for name, ancestor in self._ancestor.items() if ancestor == name}
        self._first_report = _first_of_each(
            {name: tuple(_marks_of_report(source)) for name, source in {**alone, **origins}.items()},
            order=(*origins, *alone),
        )
        self._root = self._roots()
        self._at_hand = {
            self._root[name]
            for name, document in documents.items()
            if self.is_firm(name) and (document.held or document.url is not None or document.is_public_record)
        }

    def text_of(self, document: str) -> str:
        """The first entry for the text of a document, which is the document itself where it is entered once."""
        return self._first_text.get(document, document)

    def report_of(self, source: str) -> str:
        """The first entry for the report that an origin, or a document made from nothing, is by its own fields."""
        return self._first_report.get(source, source)

    def copies(self, document: str) -> list[Document]:
        """Every entry for the text of a document."""
        return [self.documents[name] for name in self._copies.get(self.text_of(document), [])]

    def origin_of(self, document: str) -> str:
        """The piece of journalism at the root of a document; a document made from nothing is its own."""
        return self._root.get(document, document)

    def is_firm(self, document: str) -> bool:
        """Whether a document carries more than a paraphrase; entered as both, its text is a paraphrase."""
        copies = self.copies(document)
        return bool(copies) and all(copy.how != "paraphrase" for copy in copies)

    def is_retelling(self, document: str) -> bool:
        """Whether a document is a paraphrase, and nobody has what it retells: no text of its report is at hand.

        At hand is what is held, what has an address, and a law or judgment.
        """
        begins = self._ancestor.get(document, "")
        is_known = begins in self._origins or (begins in self.documents and self.documents[begins].origin is None)
        return is_known and not self.is_firm(document) and self._root[document] not in self._at_hand

    def is_public_record(self, document: str) -> bool:
        """Whether a document is itself the law or the judgment that it is cited for, by all its entries."""
        copies = self.copies(document)
        return bool(copies) and all(copy.is_public_record for copy in copies)

    def _roots(self) -> Mapping[str, str]:
        """For each document and origin, what stands for its report: an origin, if there is one."""
        marks: dict[str, list[Mark]] = {name: [("report", self.report_of(name))] for name in self._origins}
        for name, ancestor in self._ancestor.items():
            own = marks.setdefault(ancestor, [("report", self.report_of(ancestor))])
            own.append(("text", self._first_text[name]))
        first = _first_of_each(marks)
        return {**first, **{name: first[ancestor] for name, ancestor in self._ancestor.items()}}


def _ancestor(document: str, documents: Mapping[str, Document]) -> str:
    """Where the chain of 'from' begins."""
    seen: set[str] = set()
    while document in documents and document not in seen:
        seen.add(document)
        parent = documents[document].origin
        if parent is None:
            break
        document = parent
    return document


def marks_of_text(document: Document) -> Iterator[Mark]:
    """By which a text is known: its hash, its file, its address, its entry in a bibliography."""
    if document.sha256 is not None:
        yield "sha256", document.sha256.strip().lower()
    if document.held and document.file is not None:
        yield "file", document.file
    if document.url is not None and (page := address(document.url, is_law=document.is_public_record)):
        yield "URL", page
    if document.issued is not None and (document.container_title or document.publisher):
        yield ("entry", document.type, _plain(document.title), document.container_title, document.publisher,
               str(document.issued), document.language, document.how, document.origin)  # fmt: skip


def _marks_of_report(source: Source) -> Iterator[Mark]:
    """By which a report is known: its address, its entry in a bibliography."""
    if source.url is not None and (page := address(source.url)):
        yield "URL", page
    if source.issued is not None and (source.container_title or source.publisher):
        yield ("entry", _plain(source.title), source.container_title, source.publisher, str(source.issued),
               source.language)  # fmt: skip


def address(url: str, *, is_law: bool = False) -> str:
    """An address without what does not change the page that it leads to; empty for what is no address.

    Of a law the part after # is kept: it names an article, which may be a document of its own.
    """
    bare = url.strip()
    if "web.archive.org/" in bare.lower():
        bare = re.sub(_ARCHIVE, "", bare)
    page, _, part = re.sub(_SCHEME, "", bare).partition("#")
    if "=" in page:
        page = re.sub(_TRACKING, "", page)
    page = page.rstrip("?&/")
    host, slash, path = page.partition("/")
    if not re.fullmatch(_HOST, host):
        return ""
    return f"{host.lower()}{slash}{path}" + (f"#{part}" if part and is_law else "")


def _plain(title: str) -> str:
    return " ".join(title.split()).casefold()


def _first_of_each(marks: Mapping[str, Iterable[Mark]], order: Sequence[str] = ()) -> dict[str, str]:
    """For each name the first one that it shares a mark with, directly or through others (union-find)."""
    first: dict[str, str] = {name: name for name in order or marks}
    place = {name: at for at, name in enumerate(first)}

    def found(name: str) -> str:
        while first[name] != name:
            name = first[name]
        return name

    by_mark: dict[Mark, str] = {}
    for name, own in marks.items():
        for mark in own:
            earlier, other = sorted((found(name), found(by_mark.setdefault(mark, name))), key=place.__getitem__)
            first[other] = earlier
    return {name: found(name) for name in marks}


Word = Literal[
    "single account", "told again", "corroborated", "disputed", "retold only", "paraphrase only", "unsupported"
]  # fmt: skip


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
    that other documents carry. Of what nobody has, paraphrases are all there is: it is retold only, and where two of
    them retell it otherwise it is disputed.
    """
    cites = [cite for cite in claim.all_cites if cite.document in lineage.documents]
    firm = [cite for cite in cites if lineage.is_firm(cite.document)]
    retold = [cite for cite in cites if lineage.is_retelling(cite.document)]
    carriers = firm or retold or cites
    origins = _distinct(lineage.origin_of(cite.document) for cite in carriers)
    speakers = _distinct(_speaker(cite, lineage) for cite in carriers)
    public = any(lineage.is_public_record(cite.document) for cite in firm)
    disputed = _is_disputed(claim, lineage.is_firm if firm else lineage.is_retelling)
    return Standing(
        word=_word(disputed, bool(cites), bool(firm), bool(retold), public, origins, speakers),
        origins=origins,
        documents=_distinct(lineage.text_of(cite.document) for cite in cites),
        speakers=speakers,
        is_public_record=public,
    )


def _word(
    disputed: bool, cited: bool, firm: bool, retold: bool, public: bool, origins: tuple[str, ...],
    speakers: tuple[str, ...],
) -> Word:  # fmt: skip
    if not cited:
        return "unsupported"
    if not firm and not retold:
        return "paraphrase only"
    if disputed:
        return "disputed"
    if not firm:
        return "retold only"
    if public:
        return "corroborated"
    if len(origins) == 1:
        return "single account"
    return "corroborated" if len(speakers) > 1 else "told again"


def _is_disputed(claim: Claim, carries: Callable[[str], bool]) -> bool:
    return any(
        difference.weight == "substance"
        and difference.has_two_sides
        and sum(any(carries(cite.document) for cite in reading.cites) for reading in difference.readings) > 1
        for difference in claim.differs
    )


def _speaker(cite: Cite, lineage: Lineage) -> str:
    """Who says so; the narrator of a text is the narrator of its origin."""
    return cite.speaker or lineage.origin_of(cite.document)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
