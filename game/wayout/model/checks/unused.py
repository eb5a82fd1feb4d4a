"""Is all evidence that a writer brings herself used by something?

Of the shipped evidence much waits for stories to come: `wayout sources unused` lists it.
"""

from collections.abc import Iterator

from wayout.model.checks import reference_pages, text_index
from wayout.model.checks.records import cites
from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding
from wayout.model.load_result import ItemKind, LoadResult


def rested_on(loaded: LoadResult) -> set[str]:
    """The claims that a text of a story, a page or a term rests on, or a person's pseudonym."""
    library = loaded.library
    told = (text for story in library.stories.values() for text in text_index.all_of(story))
    named = {claim for person in library.people.values() for claim in person.claims}
    return {claim for text in told for claim in text.claims} | reference_pages.rested_on(loaded) | named


def findings(loaded: LoadResult) -> Iterator[Finding]:
    """Claims that nothing rests on, documents that nothing cites; not to be asked where a name is wrong."""
    library = loaded.library
    if not library.stories:
        return
    claims = _own(loaded, "claim")
    if claims:
        used = rested_on(loaded)
        for name in claims:
            if name not in used:
                hint = "Rest a passage, an option or an outcome on it, or delete it."
                yield Item(loaded, "claim", name).fault(
                    "unused-claim", (), "Nothing rests on this claim.", hint, key=True
                )
    made_from = {document.origin for document in library.documents.values()}
    for name in _own(loaded, "origin"):
        if name not in made_from:
            hint = "Add the document that was made from it, or delete it."
            says = "No document is made from this origin."
            yield Item(loaded, "origin", name).fault("unused-document", (), says, hint, key=True)
    documents = _own(loaded, "document")
    cited = {cite.document for claim in library.claims.values() for _, cite in cites(claim)} if documents else set()
    for name in documents:
        if name not in cited and name not in made_from:
            hint = "Cite it in a claim, or delete it."
            yield Item(loaded, "document", name).fault(
                "unused-document", (), "No claim cites this document.", hint, key=True
            )


def _own(loaded: LoadResult, kind: ItemKind) -> list[str]:
    """The things of a kind that are not shipped."""
    return [name for name in loaded.names(kind) if not loaded.is_shipped(kind, name)]
