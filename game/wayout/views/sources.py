"""What may a face show of the evidence behind a page?

View models of claims and citations: support, attribution, order of the words of standing, smart quotes in titles.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import evidence_strings, strings
from wayout.model.dates import format_date
from wayout.model.evidence import Cite, Claim, Difference, Document
from wayout.model.library import Library
from wayout.model.standing import Standing, standing
from wayout.model.text import paragraphs, wording
from wayout.play.state import Reader
from wayout.views.catalogue import outline
from wayout.views.cited_place import cited_place
from wayout.views.document import Row, Section, TextSpan, ViewDocument, dotted, row
from wayout.views.lineage import carried_by, held_in, lineage, number_word

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|'(?=\d\ds?\b)")
_OPENING = {"'": re.compile(r"(?<![^\s(\[{\"“‘—–-])'"), '"': re.compile(r'(?<![^\s(\[{“‘—–-])"')}
_PRINTED = {"'": ("‘", "’"), '"': ("“", "”")}


def typographic(text: str, language: str) -> str:
    """The text with its quotation marks curved; a text in another language than English as it is."""
    if language.partition("-")[0].lower() not in ("", "en"):
        return text
    curved = _APOSTROPHE.sub("’", text)
    for sign, (opening, closing) in _PRINTED.items():
        curved = _OPENING[sign].sub(opening, curved).replace(sign, closing)
    return curved


WEAKEST_FIRST = ("unsupported", "paraphrase only", "retold only", "disputed", "single account", "told again",
                 "corroborated")  # fmt: skip
"""The words of standing, in the order in which a reader should be told of them."""


class CiteView(Struct, frozen=True, kw_only=True):
    """One place in one document; `note` is what there is to say of a text that was read here."""

    document: str
    title: str
    outlet: str
    how: str
    language: str
    made_from: str
    place: str
    speaker: str
    voice: str
    quote: str
    url: str
    is_held: bool
    citation: str
    """The document and the place in it as a bibliography writes them."""
    note: str = ""

    @property
    def name(self) -> str:
        """What a document is called in a line: where it appeared or who published it; if neither is told, its title."""
        return self.outlet or self.title

    @property
    def made(self) -> str:
        """How the document was made, and from what: 'translation, from Der Spiegel'."""
        is_made = bool(self.made_from) and self.how != strings.HOW["original"]
        return strings.MADE_FROM.format(how=self.how, origin=self.made_from) if is_made else self.how

    @property
    def line(self) -> str:
        """The document, how it was made, and the place in it, in one line."""
        return " · ".join(part for part in (self.name, self.how, self.place) if part)


class ReadingView(Struct, frozen=True):
    """One side of a difference."""

    says: str
    cites: tuple[CiteView, ...]

    @property
    def where(self) -> str:
        """Each place that it stands in, once."""
        return "".join(span.text for span in cited_spans(self))


class DifferenceView(Struct, frozen=True, kw_only=True):
    """A point on which documents part."""

    head: str
    weight: Literal["substance", "wording"]
    why: str
    readings: tuple[ReadingView, ...]


class ClaimView(Struct, frozen=True, kw_only=True):
    """One claim, with its standing in words and the reason for it; `about` names the person whom it is about."""

    id: str
    about: str
    says: str
    standing: str
    reason: str
    remarks: tuple[str, ...]
    cites: tuple[CiteView, ...]
    differences: tuple[DifferenceView, ...]

    @property
    def line(self) -> str:
        """What is said, in one line."""
        return " ".join(paragraphs(self.says))

    @property
    def support(self) -> str:
        """The standing with its reason: 'single account: one report, held in two translations'."""
        return f"{self.standing}: {self.reason}" if self.reason else self.standing

    @property
    def documents(self) -> frozenset[str]:
        """Every document that it is cited from, on any side."""
        sides = (side.cites for difference in self.differences for side in difference.readings)
        return frozenset(cite.document for cites in (self.cites, *sides) for cite in cites)


def sources(library: Library, claims: Iterable[str], reader: Reader) -> tuple[ClaimView, ...]:
    """The evidence for some claims, in their order; where they are of several men, each begins with its man's name."""
    found = claim_views(library, claims, reader)
    return found if len({one.about for one in found} - {""}) < 2 else tuple(map(with_name, found))


def with_name(one: ClaimView) -> ClaimView:
    """A claim that begins with the name of the person whom it is about."""
    return replace(one, says=strings.OF_PERSON.format(name=one.about, head=one.says)) if one.about else one


def claim_views(library: Library, claims: Iterable[str], reader: Reader) -> tuple[ClaimView, ...]:
    """Each claim as it stands by itself; a withdrawn claim is not shown."""
    return tuple(_claim(library, name, library.claims[name], reader) for name in _standing_claims(library, claims))


def has_versions(library: Library, claims: Iterable[str]) -> bool:
    """Whether the documents say anything that some claims tell otherwise: whether there are versions."""
    return any(library.claims[name].differs for name in _standing_claims(library, claims))


def differing(library: Library, claims: Iterable[str], reader: Reader) -> tuple[str, ...]:
    """On what the documents part that say something of some claims, those points of substance first."""
    told = dict.fromkeys(_standing_claims(library, claims))
    found = [difference for name in told for difference in library.claims[name].differs]
    found.sort(key=lambda difference: difference.weight != "substance")
    return tuple(wording(one.on, gentle=reader.gentle) for one in found)


def versions(library: Library, claims: Iterable[str], reader: Reader) -> tuple[DifferenceView, ...]:
    """Where the documents say what some claims tell otherwise, those points of substance first."""
    told = dict.fromkeys(_standing_claims(library, claims))
    found = [difference for name in told for difference in library.claims[name].differs]
    found.sort(key=lambda difference: difference.weight != "substance")
    return tuple(_difference(difference, library, reader) for difference in found)


SOURCES, VERSIONS = "sources", "versions"
"""The names of their documents."""
VERSIONS_TITLE = evidence_strings.VERSIONS[:1].upper() + evidence_strings.VERSIONS[1:]


def sources_document(
    library: Library, claims: Iterable[str], reader: Reader, wanted: str = "", numbers: Mapping[str, int] | None = None
) -> ViewDocument:
    """What some claims rest on, each with its number, from 1 where none is given; or the one whose number is wanted."""
    every = enumerate(sources(library, claims, reader), 1)
    found = [(str(numbers[one.id] if numbers else number), one) for number, one in every]
    picked = [one for one in found if wanted in ("", one[0])]
    if wanted and not picked:
        return ViewDocument(id=SOURCES, title="", lead=(row("note", strings.NO_SUCH_SOURCE.format(said=wanted)),))
    shown = set[str]()
    rows = tuple(claim_row(one, number, shown) for number, one in picked)
    none = () if found else (row("paragraph", strings.SOURCES_NONE),)
    return ViewDocument(
        id=SOURCES,
        title=strings.SOURCES,
        lead=none,
        sections=(Section("", rows),) if rows else (),
        draw=lambda: lineage(library, carried_by((number, one.documents) for number, one in picked)),
    )


def versions_document(library: Library, claims: Iterable[str], reader: Reader) -> ViewDocument:
    """Where the documents say what some claims tell otherwise, their sides side by side."""
    shown = set[str]()
    rows = tuple(difference_row(one, shown) for one in versions(library, claims, reader))
    none = () if rows else (row("paragraph", evidence_strings.VERSIONS_NONE),)
    return ViewDocument(id=VERSIONS, title=VERSIONS_TITLE, lead=none, sections=(Section("", rows),) if rows else ())


def claim_row(claim: ClaimView, number: str, shown: set[str]) -> Row:
    """What it says, how it stands and why, remarks, and every place; `shown` are documents whose address was told."""
    reason = (TextSpan(claim.reason, "reason"),) if claim.reason else ()
    return Row(
        kind="claim",
        spans=(TextSpan(number, "number"), TextSpan(claim.says)),
        rows=(
            Row(kind="standing", spans=(TextSpan(claim.standing, "strong"), *reason)),
            *(row("note", remark) for remark in claim.remarks),
            *(cite_row(cite, shown) for cite in claim.cites),
            *(difference_row(one, shown) for one in claim.differences),
        ),
    )


def cite_row(cite: CiteView, shown: set[str]) -> Row:
    """A place in a document: its title, then where and how it was made, then who says so and how; its address once."""
    is_shown = cite.document in shown
    shown.add(cite.document)
    is_said_twice = cite.speaker == strings.SPEAKER_NARRATOR and cite.voice == strings.VOICE["narrated"]
    return Row(
        kind="cite",
        spans=(
            TextSpan(cite.title, "title", cite.language, cite.url),
            *dotted(
                "origin",
                TextSpan(cite.outlet if cite.outlet != cite.title else "", language=cite.language),
                cite.made,
                strings.LANGUAGES.get(cite.language, cite.language),
                "" if cite.is_held else strings.NOT_HELD,
            ),
            *dotted(
                "said",
                cite.place,
                strings.FOR_SPEAKER.format(name=cite.speaker) if cite.speaker and not is_said_twice else "",
                cite.voice,
                TextSpan(f"“{cite.quote}”" if cite.quote else "", language=cite.language),
            ),
        ),
        address="" if is_shown else cite.url,
        citation=cite.citation,
    )


def difference_row(difference: DifferenceView, shown: set[str]) -> Row:
    """On what documents part, and why they may; below it what each side says and where, its places closed."""
    why = (TextSpan(difference.why, "reason"),) if difference.why else ()
    sides = (
        Row(
            kind="reading",
            spans=(TextSpan(one.says), *cited_spans(one)),
            rows=tuple(cite_row(cite, shown) for cite in one.cites),
            is_closed=True,
        )
        for one in difference.readings
    )
    return Row(kind="difference", spans=(TextSpan(difference.head, "strong"), *why), rows=tuple(sides))


def support(library: Library, claims: Iterable[str]) -> str:
    """The standings among some claims, the weakest first, each with its reason: what a card says in one line."""
    found = [standing(library.claims[name], library.lineage) for name in claims if name in library.claims]
    reasons: dict[str, str] = {}
    for one in sorted(found, key=lambda one: WEAKEST_FIRST.index(one.word)):
        reasons.setdefault(one.word, _reason(one, library))
    return "; ".join(f"{word}: {reason}" if reason else word for word, reason in reasons.items())


def _standing_claims(library: Library, claims: Iterable[str]) -> list[str]:
    """Those among some claims that are there and were not withdrawn."""
    return [name for name in claims if name in library.claims and library.claims[name].withdrawn is None]


def _claim(library: Library, name: str, claim: Claim, reader: Reader) -> ClaimView:
    found = standing(claim, library.lineage)
    remarks = [strings.INTEREST_SELF] if claim.interest == "self" else []
    if claim.in_force is not None:
        remarks.append(strings.IN_FORCE.format(date=format_date(claim.in_force)))
    if claim.owner is not None:
        remarks.append(strings.OWNER.format(owner=claim.owner))
    if claim.confidence == "medium":
        remarks.append(strings.CONFIDENCE_MEDIUM)
    if claim.corrected is not None:
        remarks.append(strings.CORRECTED.format(says=wording(claim.corrected.says, gentle=reader.gentle)))
    corrections = claim.corrected.cites if claim.corrected else ()
    spared = reader.gentle and bool(claim.content)
    return ClaimView(
        id=name,
        about=person.name if (person := library.people.get(claim.subject)) else "",
        says=wording(claim.says, gentle=reader.gentle),
        standing=found.word,
        reason=_reason(found, library),
        remarks=tuple(remarks),
        cites=_cites((*claim.cites, *corrections), library, spared),
        differences=tuple(_difference(difference, library, reader) for difference in claim.differs),
    )


def _difference(difference: Difference, library: Library, reader: Reader) -> DifferenceView:
    on = wording(difference.on, gentle=reader.gentle)
    return DifferenceView(
        head=strings.DIFFERS[difference.weight].format(on=on),
        weight=difference.weight,
        why=difference.why,
        readings=readings(difference, library, reader),
    )


def readings(difference: Difference, library: Library, reader: Reader) -> tuple[ReadingView, ...]:
    """What each side of a difference says, and where."""
    return tuple(
        ReadingView(wording(reading.says, gentle=reader.gentle), _cites(reading.cites, library, reader.gentle))
        for reading in difference.readings
    )


def cited_spans(reading: ReadingView) -> tuple[TextSpan, ...]:
    """Each place that a side of a difference stands in, once: the document in its own language."""
    places = dict.fromkeys((cite.name, cite.place, cite.language) for cite in reading.cites)
    found: list[TextSpan] = []
    for name, place, language in places:
        found += [TextSpan("; ", "cited")] if found else []
        found += [TextSpan(name, "cited", language), *([TextSpan(f", {place}", "cited")] if place else [])]
    return tuple(found)


def _cites(cites: Iterable[Cite], library: Library, spared: bool) -> tuple[CiteView, ...]:
    """The cites; `spared` leaves out the quotations, of what the gentle wording does not say."""
    return tuple(_cite(cite, library, spared) for cite in cites if cite.document in library.documents)


def _cite(cite: Cite, library: Library, spared: bool) -> CiteView:
    document = library.documents[cite.document]
    root = library.origins.get(library.lineage.origin_of(cite.document))
    language = document.language or ""
    speaker = library.people.get(cite.speaker) if cite.speaker else None
    return CiteView(
        document=cite.document,
        title=typographic(document.title, language),
        outlet=document.container_title or document.publisher or "",
        how=strings.HOW[document.how],
        language=language,
        made_from=root.container_title or root.title if root else "",
        place=cited_place(cite),
        speaker=speaker.name if speaker else strings.SPEAKER_NARRATOR if document.held else "",
        voice=strings.VOICE[cite.voice] if cite.voice else "",
        quote="" if spared else typographic(cite.quote or "", language),
        url=document.url or "",
        is_held=document.held,
        citation=_citation(document, cited_place(cite)),
        note=" ".join((document.note or "").split()) if document.held else "",
    )


def _citation(document: Document, place: str) -> str:
    """Who, what, where, when, in which lines, at which address: what is told of it, in the order of the CSL styles."""
    issued = format_date(document.issued) if document.issued is not None else ""
    where = ", ".join(part for part in (document.container_title or document.publisher, issued, place) if part)
    title = typographic(document.title, document.language or "")
    return ". ".join(filter(None, (", ".join(map(str, document.author)), f"“{title}”", where, document.url)))


def _reason(found: Standing, library: Library) -> str:
    """Why the standing is what it is: how many reports, held in what, by how many speakers."""
    if found.is_public_record:
        return strings.PUBLIC_RECORD
    if not found.documents:
        return ""
    is_retold = any(map(library.lineage.is_retelling, found.documents))
    if is_retold and not any(map(library.lineage.is_firm, found.documents)):
        reports = evidence_strings.REPORTS[len(found.origins) > 1].format(n=number_word(len(found.origins)))
        retold = [library.documents[name] for name in found.documents]
        return evidence_strings.RETOLD.format(reports=reports, documents=held_in(retold))
    if len(found.origins) == 1:
        held = [document for name in found.documents if (document := library.documents[name]).held]
        return strings.ONE_ORIGIN.format(documents=held_in(held)) if held else strings.ONE_ORIGIN_UNHELD
    speakers = strings.ONE_SPEAKER
    if len(found.speakers) > 1:
        speakers = strings.SEVERAL_SPEAKERS.format(n=number_word(len(found.speakers)))
    return strings.SEVERAL_ORIGINS.format(n=number_word(len(found.origins)), speakers=speakers)


def attribution(library: Library, story: str) -> str:
    """'As told to Deutsche Welle; read here in a translation and a summary.' Empty for a story of no one."""
    found = outline(library, story)
    if not any(library.documents[name].held for name in found.told_in):
        return ""
    told = [
        root for name in found.told_to if (root := library.origins.get(name) or library.documents.get(name)) is not None
    ]
    held = held_in([library.documents[name] for name in found.told_in if library.documents[name].held])
    if not all(root.container_title for root in told):
        titles = dict.fromkeys(f"“{typographic(one.title, one.language or '')}”" for one in told)
        return strings.TOLD_IN.format(titles=", ".join(titles), documents=held)
    outlets = dict.fromkeys(root.container_title or "" for root in told)
    return strings.TOLD_TO.format(outlets=", ".join(outlets), documents=held)
