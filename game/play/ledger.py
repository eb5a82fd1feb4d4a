"""Where do the documents differ, and what rests on one account alone?"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from game import words
from game.model.evidence import Claim, Difference
from game.model.library import Library
from game.model.standing import standing
from game.model.text import shown
from game.play.reader import Reader
from game.play.sources import ReadingView, held_in, readings

WEIGHTS = ("substance", "wording")


class Point(Struct, frozen=True, kw_only=True):
    """One point on which documents part."""

    claim: str
    on: str
    why: str
    readings: tuple[ReadingView, ...]


class Parting(Struct, frozen=True, kw_only=True):
    """All points of one weight in what is told of one person, or of the war, the law or helpers."""

    weight: str
    name: str
    points: tuple[Point, ...]


class Alone(Struct, frozen=True, kw_only=True):
    """What is told of somebody by one account: its line, and the claims that rest on it."""

    name: str
    account: str
    claims: tuple[str, ...]


def where_documents_differ(library: Library, reader: Reader) -> tuple[Parting, ...]:
    """Every difference: those of substance first, then those of wording, each by whom it is told of."""
    return tuple(
        Parting(weight=words.DIFFERS_HEAD[weight], name=name, points=points)
        for weight in WEIGHTS
        for name, claims in _grouped(library)
        if (points := tuple(_points(library, claims, weight, reader)))
    )


def what_rests_on_one_account(library: Library, reader: Reader) -> tuple[Alone, ...]:
    """Every claim whose standing is `single account`, by whom it is told of and by account."""
    found: list[Alone] = []
    for name, claims in _grouped(library):
        accounts: dict[str, tuple[list[str], list[str]]] = {}
        for _, claim in claims:
            stands = standing(claim, library.lineage)
            if stands.word == "single account":
                documents, told = accounts.setdefault(stands.origins[0], ([], []))
                documents += stands.documents
                told.append(shown(claim.says, gentle=reader.gentle))
        found += [
            Alone(name=name, account=_account(library, origin, documents), claims=tuple(told))
            for origin, (documents, told) in accounts.items()
        ]
    return tuple(found)


def _grouped(library: Library) -> Iterator[tuple[str, list[tuple[str, Claim]]]]:
    """Reviewed claims by whom or what they are about, which is how their ids begin: people first, by name."""
    groups: dict[str, list[tuple[str, Claim]]] = {}
    for name, claim in library.claims.items():
        if f"claim/{name}" in library.unreviewed:
            continue
        groups.setdefault(name.partition("-")[0], []).append((name, claim))

    def order(group: str) -> tuple[bool, str]:
        return group not in library.people, _name(library, group).casefold()

    for group in sorted(groups, key=order):
        yield _name(library, group), groups[group]


def _name(library: Library, group: str) -> str:
    person = library.people.get(group)
    return person.name if person else words.LEDGER_GROUPS.get(group, words.LEDGER_OTHERS)


def _points(library: Library, claims: Iterable[tuple[str, Claim]], weight: str, reader: Reader) -> Iterator[Point]:
    for name, claim in claims:
        for difference in claim.differs:
            if difference.weight == weight:
                yield _point(library, name, difference, reader)


def _point(library: Library, name: str, difference: Difference, reader: Reader) -> Point:
    return Point(
        claim=name,
        on=shown(difference.on, gentle=reader.gentle),
        why=difference.why,
        readings=readings(difference, library, reader),
    )


def _account(library: Library, origin: str, documents: Iterable[str]) -> str:
    """Which account it is: its title, who published it, and in what it is held."""
    root = library.origins.get(origin) or library.documents.get(origin)
    outlet = (root.container_title or root.publisher or "") if root else ""
    title = root.title if root else origin
    held = [library.documents[name] for name in dict.fromkeys(documents) if name != origin]
    parts = (title, outlet if outlet != title else "", held_in(held) if held else "")
    return " · ".join(part for part in parts if part)
