"""Does each document say truly what it was made from, and do its cites name places that it can have?

Checks of provenance (`from` against `how`, paraphrases of what nobody has) and of locators (`at` against the document's
type and running time).
"""

from collections.abc import Iterator, Mapping

from wayout.model import locator
from wayout.model.checks.records import cites, is_made_from_itself
from wayout.model.checks.reporter import Item
from wayout.model.evidence import Cite, Claim, Document, Origin, Source
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult
from wayout.model.standing import Lineage
from wayout.model.text import comparable
from wayout.model.yaml.spans import DataPath


def of_documents(loaded: LoadResult) -> Iterator[Finding]:
    """Lineages that contradict themselves, and documents that alone retell for a claim what nobody has."""
    library = loaded.library
    retold = _retold(library.claims, library.lineage)
    sources: Mapping[str, Source] = {**library.documents, **library.origins}
    for name, document in library.documents.items():
        item = Item(loaded, "document", name)
        if item.is_maimed() or is_made_from_itself(name, library.documents):
            continue
        yield from _made(item, document, sources)
        if retold.get(name):
            first, *rest = retold[name]
            also = f" and {len(rest)} more" if rest else ""
            says = f"Nobody has what '{name}' retells, and nothing else carries '{first}'{also}."
            hint = "Find the text itself, or say in 'ignore' why nobody can: readers are told that it is retold only."
            yield item.fault("retold-only", ("how",), says, hint)


def _retold(claims: Mapping[str, Claim], lineage: Lineage) -> Mapping[str, list[str]]:
    """Of each document that retells what nobody has, the claims that only such documents carry."""
    found: dict[str, list[str]] = {name: [] for name in lineage.documents if lineage.is_retelling(name)}
    for name, claim in claims.items() if found else ():
        cited = dict.fromkeys(cite.document for cite in claim.all_cites)
        if not any(lineage.is_firm(document) for document in cited):
            for document in cited:
                if document in found:
                    found[document].append(name)
    return found


def _made(item: Item, document: Document, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """An original that was made from something else, and what was made from something that nobody names."""
    if document.origin is None:
        if document.how != "original" and not document.is_public_record:
            hint = "Add 'from: …', what it was made from; what nobody has is entered below 'origins'."
            yield item.fault("lineage-form", ("how",), f"This is a {document.how}, and nobody says of what.", hint)
        return
    source = sources.get(document.origin)
    if document.how != "original" or source is None or _is_itself(document, source):
        return
    says = f"An original is made from nothing, and this one is made from '{document.origin}'."
    hint = "Write 'how: paraphrase' where it retells that, translation or retranslation; or delete 'from'."
    yield item.fault("lineage-form", ("from",), says, hint)


def _is_itself(document: Document, source: Source) -> bool:
    """Whether a document is the report that it names as its origin, entered once more: in its place and language."""
    outlets = [{one.container_title, one.publisher} - {None} for one in (document, source)]
    is_there = bool(outlets[0] & outlets[1]) or (
        not any(outlets) and comparable(document.title) == comparable(source.title)
    )
    languages = {one.language for one in (document, source)} - {None}
    return isinstance(source, Origin) and is_there and len(languages) < 2


def of_places(loaded: LoadResult) -> Iterator[Finding]:
    """Cites at a place that their document cannot have, and running times that are none."""
    library = loaded.library
    for name, document in library.documents.items():
        if (
            document.dimensions is not None
            and document.type in locator.PLAYED
            and (locator.seconds(document.dimensions) is None)
        ):
            says = f"'{document.dimensions}' is not how long a recording is."
            hint = "Write hours, minutes and seconds: '1:02:33'."
            yield Item(loaded, "document", name).fault("wrong-type", ("dimensions",), says, hint)
    for name, claim in library.claims.items():
        for path, cite in cites(claim):
            if cite.at is not None and cite.document in library.documents:
                yield from _at(Item(loaded, "claim", name), (*path, "at"), cite, library.documents[cite.document])


def _at(item: Item, path: DataPath, cite: Cite, document: Document) -> Iterator[Finding]:
    at = cite.at or ""
    place = locator.parsed(at)
    if place is None:
        if locator.is_no_time(at) and document.type not in locator.PRINTED:
            hint = "Write minutes and seconds, '12:34', or hours before them, '1:02:33'."
            yield item.fault("impossible-place", path, f"No clock shows '{at}'.", hint)
        return
    if not locator.can_have(document.type, place):
        what = {"time": "minutes", "page": "pages", "question": "questions"}[place.kind]
        hint = "Correct the place, or the type of the document; what is read in a transcript is cited from that one."
        yield item.fault("impossible-place", path, f"A document of type {document.type} has no {what}.", hint)
    elif isinstance(place, locator.Timed) and document.dimensions is not None:
        length = locator.seconds(document.dimensions)
        if length is not None and place.first > length:
            says = f"'{cite.document}' is {locator.clock(length)} long."
            yield item.fault("impossible-place", path, says, "Correct the time, or the 'dimensions' of the document.")
