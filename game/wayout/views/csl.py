"""How are documents written for programs that keep and print references (CSL-JSON 1.0.2)?

Bibliography export: CSL-JSON fields, types, dates, and the places that are cited, with their labels (locators).

Source of the field names and types: Citation Style Language, csl-data.json 1.0.2 and appendix III of its
specification.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wayout.model import locator
from wayout.model.dates import format_date, period
from wayout.model.evidence import Cite, Claim, Date, Document, Name
from wayout.model.library import Library
from wayout.play.state import Reader

TYPES = frozenset((
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "figure",
    "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
))  # fmt: skip
"""The types of CSL 1.0.2; a document of another one is written as 'document'."""
LABELS = {
    "article": "article-locator", "title": "title-locator",
    **{label: label for label in (
        "act", "appendix", "book", "canon", "chapter", "column", "equation", "figure", "folio", "issue", "line", "note",
        "opus", "paragraph", "part", "rule", "scene", "section", "supplement", "table", "verse", "volume",
    )},
}  # fmt: skip
"""The words by which an `at` names a place that CSL 1.0.2 has a label for, with that label."""
_SIMPLE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)").fullmatch

Item = dict[str, Any]


def all_items(library: Library) -> list[Item]:
    """Every document."""
    places = _places(library.claims.values())
    return [_item(library, name, document, places.get(name, ())) for name, document in library.documents.items()]


def items_of(library: Library, claims: Iterable[str], reader: Reader) -> list[Item]:
    """The documents that some claims cite; in the gentle wording of what is announced only who published them."""
    spared: dict[str, bool] = {}
    told = [library.claims[name] for name in claims if name in library.claims]
    for claim in told:
        for cite in _cites(claim):
            if cite.document in library.documents:
                spared[cite.document] = spared.get(cite.document, False) or (reader.gentle and bool(claim.content))
    places = _places(told)
    return [_item(library, name, library.documents[name], places.get(name, ()), is_spared=is_spared)
            for name, is_spared in spared.items()]  # fmt: skip


def as_json(items: list[Item]) -> str:
    """Items as the text of a file."""
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _cites(claim: Claim) -> tuple[Cite, ...]:
    return (*claim.all_cites, *(claim.corrected.cites if claim.corrected else ()))


def _places(claims: Iterable[Claim]) -> Mapping[str, tuple[Item, ...]]:
    """Of each document the places that are cited, each once, as citation items (csl-citation.json)."""
    found: dict[str, list[Item]] = {}
    for cite in (cite for claim in claims for cite in _cites(claim)):
        place = _place(cite)
        if place and place not in found.setdefault(cite.document, []):
            found[cite.document].append(place)
    return {name: tuple({"id": name, **place} for place in places) for name, places in found.items()}


def _place(cite: Cite) -> Item:
    """A locator with its label; what CSL has no label for, such as a question, stands behind, as it is written."""
    if cite.at is None:
        return {"label": "line", "locator": str(cite.lines).replace("-", "–")} if cite.lines is not None else {}
    place = locator.parsed(cite.at)
    if isinstance(place, locator.Timed):
        first, last = (f"{time // 3600:02}:{time // 60 % 60:02}:{time % 60:02}" for time in (place.first, place.last))
        return {"label": "timestamp", "locator": first if first == last else f"{first}–{last}"}
    if place is not None and place.kind == "page":
        return {"label": "page", "locator": place.first if place.first == place.last else f"{place.first}–{place.last}"}
    word, _, number = cite.at.partition(" ")
    if word.lower() in LABELS and number and " " not in number:
        return {"label": LABELS[word.lower()], "locator": number}
    return {"suffix": cite.at}


def _item(
    library: Library, name: str, document: Document, places: Sequence[Item] = (), *, is_spared: bool = False
) -> Item:
    root = library.origins.get(library.lineage.origin_of(name))
    is_named = not is_spared or not (document.container_title or document.publisher)
    item: Item = {
        "id": name,
        "type": document.type if document.type in TYPES else "document",
        "title": document.title if is_named else None,
        "container-title": document.container_title,
        "publisher": document.publisher,
        "author": [_name(author) for author in document.author],
        "URL": document.url if is_named else None,
        "language": document.language,
        "issued": _date(document.issued),
        "accessed": _date(document.accessed),
        "original-title": root.title if root is not None and is_named and root.title != document.title else None,
        "note": document.note if is_named else None,
        "dimensions": document.dimensions,
        "custom": {
            "how": document.how,
            **({"from": document.origin} if document.origin else {}),
            **({"citationItems": list(places)} if places else {}),
        },
    }
    return {key: value for key, value in item.items() if value}


def _name(author: str | Name) -> Item:
    """A name in its parts; one that was written in one piece as it stands."""
    if isinstance(author, str):
        return {"literal": author}
    return {"family": author.family, **({"given": author.given} if author.given else {})}


def _date(date: Date | None) -> Item | None:
    """A date in parts, as far as it has them, a stretch in two such dates; what has no parts in words."""
    if date is None:
        return None
    bounds = [_SIMPLE(bound) for bound in str(date).split("/")]
    parts = [_parts(bound) for bound in bounds if bound is not None]
    seasons = [int(bound[2]) - 20 for bound in bounds if bound is not None and int(bound[2] or 0) > 12]
    if len(parts) < len(bounds) or period(date) is None or (seasons and len(bounds) > 1):
        return {"literal": format_date(date)}
    is_about = any(bound[4] for bound in bounds if bound is not None)
    season = {"season": seasons[0]} if seasons else {}
    return {"date-parts": parts, **season, **({"circa": True} if is_about else {})}


def _parts(bound: re.Match[str]) -> list[int]:
    """Year, month and day, as far as they are told; a season is no month."""
    year, month, day = int(bound[1]), int(bound[2] or 0), int(bound[3] or 0)
    return [year, *([month] if 1 <= month <= 12 else []), *([day] if day else [])]
