"""Is what is said of the library as a whole sound, and does the rest keep to it?

Checks of the edition file: its id, the page that it names as its foreword, languages, extent of maps; and content
notes and groups of claims that the edition does not have.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from wayout.model.checks.links import bad_id
from wayout.model.checks.reporter import Item
from wayout.model.edition import EDITION, Edition
from wayout.model.findings import Finding
from wayout.model.library import ABOUT, CARE, GLOSSARY
from wayout.model.load_result import LoadResult
from wayout.model.yaml.schema_errors import nearest
from wayout.model.yaml.spans import DataPath

LANGUAGE_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*").fullmatch
"""The form of a language tag: RFC 5646 (BCP 47), as far as a form can tell."""


def findings(loaded: LoadResult) -> Iterator[Finding]:
    """Faults of the edition file, and claims of groups that it does not have."""
    library = loaded.library
    for edition in library.editions.values():
        yield from _of_edition(Item(loaded, "edition", EDITION), edition, library.asides)
    groups = library.edition.claim_groups
    for name, claim in library.claims.items():
        if claim.group is not None and claim.group not in groups:
            item = Item(loaded, "claim", name)
            yield item.fault("unknown-word", ("group",), f"There is no group of claims '{claim.group}'.",
                             _known("groups", claim.group, groups))  # fmt: skip


def unknown_notes(item: Item, place: DataPath, tags: Sequence[str], edition: Edition) -> Iterator[Finding]:
    """Content notes of a text that the edition does not have."""
    for index, tag in enumerate(tags):
        if tag not in edition.notes:
            yield item.fault("unknown-word", (*place, index), f"There is no content note '{tag}'.",
                             _known("content", tag, edition.notes))  # fmt: skip


def _known(part: str, name: str, names: Collection[str]) -> str:
    similar = nearest(name, names)
    listed = similar or f"There are: {', '.join(names)}."
    return f"{listed} If it is another one, add it to '{part}' of story/{EDITION}.yaml."


def _of_edition(item: Item, edition: Edition, asides: Iterable[str]) -> Iterator[Finding]:
    if not item.is_maimed("id"):
        yield from bad_id(item, ("id",), edition.id, "edition")
    for part, text in (("title", edition.title), ("tagline", edition.tagline)):
        if not text.strip() and not item.is_maimed(part):
            yield item.fault("empty-text", (part,), "There are no words here.", "Write at least one.")
    for index, tag in enumerate(edition.languages):
        if not LANGUAGE_TAG(tag):
            hint = "Write a language tag: en, de, uk, pt-BR."
            yield item.fault("unknown-word", ("languages", index), f"'{tag}' is no language tag.", hint)
    yield from _of_foreword(item, edition, asides)
    for name in edition.content:
        yield from bad_id(item, ("content", name), name, "content note")
    for name in edition.groups:
        yield from bad_id(item, ("groups", name), name, "group")
    yield from _of_map(item, edition)
    if edition.review is not None:
        yield from item.date(("review", "date"), edition.review.date)


def _of_foreword(item: Item, edition: Edition, asides: Iterable[str]) -> Iterator[Finding]:
    if edition.foreword is None or item.is_maimed("foreword"):
        return
    page = edition.foreword.page
    if page in (CARE, ABOUT, GLOSSARY, EDITION):
        hint = "Give it a file of its own, and write its name here."
        yield item.fault("missing-target", ("foreword", "page"), f"'{page}' is another page already.", hint)
    elif page not in asides and page not in item.loaded.known("aside"):
        hint = f"Write story/{page}.yaml, or take out 'foreword'."
        yield item.fault("missing-target", ("foreword", "page"), f"There is no page '{page}'.", hint)


def _of_map(item: Item, edition: Edition) -> Iterator[Finding]:
    if edition.map == "fit" or item.is_maimed("map"):
        return
    if edition.extent is None:
        hint = "Write [west, south, east, north] in decimal degrees, the south below the north: [-10, 35, 40, 60]."
        yield item.fault("unknown-word", ("map",), "This is no extent of the earth.", hint)
