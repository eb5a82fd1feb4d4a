"""What is evidence: origins, documents, claims, the people and places they name?

Data types (msgspec) of the evidence: origins, documents (CSL-JSON terms), people, places, claims, citations, and the
allowed values of their fields (kind, voice, content, precision).
"""

import re
from functools import cache
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from wayout.model.findings import Suppression
from wayout.model.text import Shown, comparable, wording, wordings

Date = int | str
Content = str
"""The id of a content note: the edition says which there are."""
Precision = Literal["city", "country", "region", "untold"]
Voice = Literal["quoted", "reported", "narrated"]
How = Literal["original", "translation", "retranslation", "paraphrase"]
Kind = Literal["event", "speech", "motive", "belief", "threat", "rule", "figure", "status"]
Group = str
"""The id of a group of claims, likewise."""

PUBLIC_RECORDS = ("legislation", "legal_case", "treaty")
"""CSL types that are a public record: what they enact or decide needs no second speaker."""


class Name(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The name of somebody who wrote a document, in the parts that lists are sorted by, as in CSL-JSON."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        return f"{self.given} {self.family}".strip()


class Source(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an origin and a document share: a bibliography entry with the field names of CSL-JSON.

    Source of the names: Citation Style Language, csl-data.json 1.0.2.
    """

    type: Annotated[str, Meta(description="CSL type, such as article-newspaper or legislation.")]
    title: str
    container_title: str | None = field(default=None, name="container-title")
    publisher: str | None = None
    author: Annotated[
        tuple[str | Name, ...],
        Meta(
            description="Who wrote it: {family: Berg, given: Anna}; an institution, or a name as it stands, as a text."
        ),
    ] = ()
    url: str | None = field(default=None, name="URL")
    language: str | None = None
    issued: Date | None = None
    accessed: Date | None = None
    note: str | None = None
    ignore: tuple[Suppression, ...] = ()


class Origin(Source, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A piece of journalism, such as one interview, from which documents were made."""


class Document(Source, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One text made from an origin, or standing alone (then it is its own origin)."""

    origin: Annotated[str | None, Meta(description="The origin or document that it was made from.")] = field(
        default=None, name="from"
    )
    how: How = "original"
    held: Annotated[bool, Meta(description="True if an archived text exists to verify cites against.")] = False
    file: str | None = None
    sha256: str | None = None
    line_count: int | None = field(default=None, name="line-count")
    dimensions: Annotated[str | None, Meta(description="Of a recording: how long it is, '1:02:33'.")] = None
    exempt: Annotated[
        dict[str, str], Meta(description="Lines that no claim needs to cite, and why: {'3-6': photo captions}.")
    ] = {}
    withdrawn: Annotated[Date | None, Meta(description="When its publisher took it back.")] = None
    superseded_by: Annotated[str | None, Meta(description="The document that replaced it.")] = field(
        default=None, name="superseded-by"
    )

    @property
    def is_public_record(self) -> bool:
        """Whether the document is itself the law or the judgment that it is cited for."""
        return self.type in PUBLIC_RECORDS


class Person(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Somebody, or an organisation, whom the documents name or quote."""

    name: str
    identity: Literal["pseudonym", "real-name", "unstated", "organisation"]
    role: str
    claims: Annotated[tuple[str, ...], Meta(description="Of a pseudonym: the claims that say so.")] = ()
    written: Annotated[
        dict[str, tuple[str, ...]], Meta(description="How each document writes the name: {document: [form, …]}.")
    ] = {}
    withdrawn: Date | None = None

    @property
    def names(self) -> frozenset[str]:
        """Every form of the name, in any script; 'his commander' and its like, in small letters alone, are no names."""
        forms = (self.name, *(form for each in self.written.values() for form in each))
        return frozenset(form for form in forms if form.strip() and (form != form.lower() or form == form.upper()))

    def is_named(self, text: Shown) -> bool:
        """Whether a text has a form of the name, in any wording."""
        return bool(self.names) and any(_naming(self.names).search(wording) for wording in wordings(text))


@cache
def _naming(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(name) for name in sorted(names))})(?!\w)")


class Place(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where something happens, never finer than the documents say."""

    name: str
    precision: Precision
    latitude: Annotated[int | str | None, Meta(description="Decimal degrees, north positive: 48.14")] = None
    longitude: Annotated[int | str | None, Meta(description="Decimal degrees, east positive: 11.58")] = None
    country: Annotated[
        str | None, Meta(description="The country that it lies in, by ISO 3166-1 alpha-2: two capital letters.")
    ] = None
    ignore: tuple[Suppression, ...] = ()

    @property
    def position(self) -> tuple[float, float] | None:
        """Degrees east and north; None where the place is not told, or they are not both given."""
        east, north = degrees(self.longitude, MOST_EAST), degrees(self.latitude, MOST_NORTH)
        return None if self.precision == "untold" or east is None or north is None else (east, north)


MOST_EAST, MOST_NORTH = 180, 90
"""Degrees of longitude and of latitude that there are, on either side."""


def degrees(value: int | str | None, most: int) -> float | None:
    """Decimal degrees as a number; None for what is none, or goes beyond the most that there are."""
    try:
        number = float(value) if value is not None else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and -most <= number <= most else None


class Cite(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A document and the place in it that carries a claim."""

    document: str
    lines: Annotated[int | str | None, Meta(description="Lines of the archived text: 15, '5-6' or '5-6, 9'.")] = None
    at: Annotated[
        str | None,
        Meta(
            description="The place: question 2226, page 12, 12:34 or 1:02:33 of a recording; else as it is called "
            "in a document that is not held, article 337."
        ),
    ] = None
    speaker: Annotated[str | None, Meta(description="Who says so; without it, the text's own narrator.")] = None
    voice: Voice | None = None
    quote: Annotated[str | None, Meta(description="At most 7 words, exactly as the document has them.")] = None


class Reading(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one side says where documents do not agree."""

    says: Shown
    cites: tuple[Cite, ...]


class Difference(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A point on which documents, or parts of one document, do not agree."""

    on: Shown
    weight: Literal["substance", "wording"]
    why: Annotated[str, Meta(description="Translation, paraphrase, narrator against quotation, …")]
    readings: tuple[Reading, ...]

    @property
    def has_two_sides(self) -> bool:
        """Whether two of the readings say different things."""
        return len({comparable(wording(reading.says)) for reading in self.readings}) > 1


class Correction(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a better document says where the cited one is known to err."""

    says: Shown
    cites: tuple[Cite, ...]


class Claim(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that documents say, in our own words."""

    says: Shown
    kind: Kind
    about: Annotated[
        tuple[str, ...],
        Meta(
            description="Whom it is about, people by their ids, the one it tells of first. Without it: nobody; "
            "in a story's own file, the story's person."
        ),
    ] = ()
    group: Group | None = None
    cites: tuple[Cite, ...] = ()
    date: Date | None = None
    content: tuple[Content, ...] = ()
    interest: Annotated[
        Literal["self"] | None, Meta(description="'self' where the statement clears or favours its speaker.")
    ] = None
    owner: Annotated[str | None, Meta(description="Of a figure: who counted, and what.")] = None
    confidence: Literal["high", "medium"] | None = None
    in_force: Annotated[Date | None, Meta(description="Of a rule: when it holds, 2022-09-24/..")] = field(
        default=None, name="in-force"
    )
    as_of: Date | None = field(default=None, name="as-of")
    differs: tuple[Difference, ...] = ()
    corrected: Correction | None = None
    withdrawn: Date | None = None
    ignore: tuple[Suppression, ...] = ()

    @property
    def subject(self) -> str:
        """Whom it tells of, the first of those it is about; empty if it is about nobody."""
        return self.about[0] if self.about else ""

    @property
    def all_cites(self) -> tuple[Cite, ...]:
        """The claim's own cites and those of the readings that differ."""
        readings = [cite for difference in self.differs for reading in difference.readings for cite in reading.cites]
        return (*self.cites, *readings)
