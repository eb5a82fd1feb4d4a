"""In whose words is a story told, and what of them is read here?

A view model.
"""

from wayout.locale import strings
from wayout.model.library import Library
from wayout.views.catalogue import claims_of
from wayout.views.sources import held_in


def attribution(library: Library, story: str) -> str:
    """'As told to Deutsche Welle; read here in a translation and a paraphrase.' Empty for a story of no one."""
    person = library.stories[story].person
    claims = (library.claims[name] for name in claims_of(library.stories[story]) if name in library.claims)
    cites = (cite for claim in claims for cite in claim.all_cites if cite.speaker == person)
    documents = tuple(dict.fromkeys(cite.document for cite in cites if cite.document in library.documents))
    if person is None or not any(library.documents[name].held for name in documents):
        return ""
    origins = dict.fromkeys(library.lineage.origin_of(name) for name in documents)
    roots = [library.origins.get(name) or library.documents.get(name) for name in origins]
    told = [root for root in roots if root is not None]
    held = held_in([library.documents[name] for name in documents if library.documents[name].held])
    if not all(root.container_title for root in told):
        titles = dict.fromkeys(f"“{root.title}”" for root in told)
        return strings.TOLD_IN.format(titles=", ".join(titles), documents=held)
    outlets = dict.fromkeys(root.container_title or "" for root in told)
    return strings.TOLD_TO.format(outlets=", ".join(outlets), documents=held)
