"""Where do the documents differ, and what rests on one account alone?

View models of differing readings and of claims that rest on a single source.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from wayout.locale import strings
from wayout.model.evidence import Claim, Difference
from wayout.model.library import ALONE, DIFFER, Library
from wayout.model.standing import standing
from wayout.model.text import wording
from wayout.play.state import Reader
from wayout.views.document import Row, Section, TextSpan, ViewDocument, begins, row
from wayout.views.lineage import held_in
from wayout.views.sources import ReadingView, cited_spans, readings, typographic

WEIGHTS = ("substance", "wording")


class ComparisonPoint(Struct, frozen=True, kw_only=True):
    """One point on which documents part."""

    claim: str
    on: str
    why: str
    readings: tuple[ReadingView, ...]


class ComparedClaims(Struct, frozen=True, kw_only=True):
    """All points of one weight in what is told of one person, or in one group of claims."""

    weight: str
    name: str
    points: tuple[ComparisonPoint, ...]


class SingleSource(Struct, frozen=True, kw_only=True):
    """What is told of somebody by one account: its line, and the claims that rest on it."""

    name: str
    account: str
    claims: tuple[str, ...]


def source_differences(library: Library, reader: Reader) -> tuple[ComparedClaims, ...]:
    """Every difference: those of substance first, then those of wording, each by whom it is told of."""
    return tuple(
        ComparedClaims(weight=strings.DIFFERS_HEAD[weight], name=name, points=points)
        for weight in WEIGHTS
        for name, claims in _grouped(library)
        if (points := tuple(_points(library, claims, weight, reader)))
    )


def single_source_claims(library: Library, reader: Reader) -> tuple[SingleSource, ...]:
    """Every claim of one account, `retold only` included, by whom it is told of and by account."""
    found: list[SingleSource] = []
    for name, claims in _grouped(library):
        accounts: dict[str, tuple[list[str], list[str]]] = {}
        for _, claim in claims:
            stands = standing(claim, library.lineage)
            if stands.word in ("single account", "retold only") and len(stands.origins) == 1:
                documents, told = accounts.setdefault(stands.origins[0], ([], []))
                documents += stands.documents
                told.append(wording(claim.says, gentle=reader.gentle))
        found += [
            SingleSource(name=name, account=_account(library, origin, documents), claims=tuple(told))
            for origin, (documents, told) in accounts.items()
        ]
    return tuple(found)


def differences_document(library: Library, reader: Reader, wanted: str = "") -> ViewDocument:
    """Every difference, or those in what is told of somebody whose name begins as wanted."""
    found = [one for one in source_differences(library, reader) if begins(one.name, wanted)]
    none = strings.DIFFER_NOT_OF.format(said=wanted) if wanted else strings.DIFFER_NONE
    return ViewDocument(
        id=DIFFER,
        title=strings.DIFFER,
        lead=(row("lead", strings.DIFFER_LEAD if found else none),),
        sections=tuple(
            Section(strings.OF_PERSON.format(name=one.name, head=one.weight), tuple(map(_point_row, one.points)))
            for one in found
        ),
    )


def single_source_document(library: Library, reader: Reader, wanted: str = "") -> ViewDocument:
    """What rests on one account, or what of it is told of somebody whose name begins as wanted."""
    found = [one for one in single_source_claims(library, reader) if begins(one.name, wanted)]
    none = strings.ALONE_NOT_OF.format(said=wanted) if wanted else strings.ALONE_NONE
    return ViewDocument(
        id=ALONE,
        title=strings.ALONE,
        lead=(row("lead", strings.ALONE_LEAD if found else none),),
        sections=tuple(
            Section(
                one.name,
                (
                    row("note", strings.ONLY_ACCOUNT.format(account=one.account)),
                    *(row("item", says) for says in one.claims),
                ),
            )
            for one in found
        ),
    )


def _point_row(point: ComparisonPoint) -> Row:
    why = (TextSpan(point.why, "reason"),) if point.why else ()
    sides = (Row(kind="item", spans=(TextSpan(one.says), *cited_spans(one))) for one in point.readings)
    return Row(kind="point", spans=(TextSpan(point.on, "strong"), *why), rows=tuple(sides))


def _grouped(library: Library) -> Iterator[tuple[str, list[tuple[str, Claim]]]]:
    """Reviewed claims by whom they tell of, or by the group that they say: people first, by name."""
    of_people: dict[str, list[tuple[str, Claim]]] = {}
    of_others: dict[str, list[tuple[str, Claim]]] = {}
    for name, claim in library.claims.items():
        if name in library.unreviewed_claims:
            continue
        if claim.group is None and claim.subject in library.people:
            of_people.setdefault(claim.subject, []).append((name, claim))
        else:
            group = library.edition.claim_groups.get(claim.group or "")
            head = group.label if group is not None else strings.LEDGER_OTHERS
            of_others.setdefault(head, []).append((name, claim))
    for person in sorted(of_people, key=lambda one: library.people[one].name.casefold()):
        yield library.people[person].name, of_people[person]
    for head in sorted(of_others, key=str.casefold):
        yield head, of_others[head]


def _points(
    library: Library, claims: Iterable[tuple[str, Claim]], weight: str, reader: Reader
) -> Iterator[ComparisonPoint]:
    for name, claim in claims:
        for difference in claim.differs:
            if difference.weight == weight:
                yield _point(library, name, difference, reader)


def _point(library: Library, name: str, difference: Difference, reader: Reader) -> ComparisonPoint:
    return ComparisonPoint(
        claim=name,
        on=wording(difference.on, gentle=reader.gentle),
        why=difference.why,
        readings=readings(difference, library, reader),
    )


def _account(library: Library, origin: str, documents: Iterable[str]) -> str:
    """Which account it is: its title, who published it, and in what it is held."""
    root = library.origins.get(origin) or library.documents.get(origin)
    outlet = (root.container_title or root.publisher or "") if root else ""
    title = typographic(root.title, root.language or "") if root else origin
    held = [library.documents[name] for name in dict.fromkeys(documents) if name != origin]
    parts = (title, outlet if outlet != title else "", held_in(held) if held else "")
    return " · ".join(part for part in parts if part)
