"""Which text was made from which, and which of them is cited for what is shown?

A view model: the provenance trees of documents, from the origin (the report as it first appeared) through translations
and texts translated twice to summaries, with the numbers of the claims that cite each.

A text that was translated twice has a translation before it; where no document names that one, it has no name here.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from wayout.locale import evidence_strings, strings
from wayout.model.evidence import Document, Source
from wayout.model.library import Library
from wayout.views.document import LineageNode, SourceTree, TextSpan

Carried = Mapping[str, Sequence[str]]
"""Of each document the numbers of the claims that cite it."""


def lineage(library: Library, carried: Carried) -> SourceTree | None:
    """The trees of those origins from which something that is cited was made; nothing where there is none."""
    roots = tuple(root for root in every_root(library, carried) if _is_cited(root))
    return SourceTree(roots) if roots else None


def every_root(library: Library, carried: Carried) -> tuple[LineageNode, ...]:
    """The tree of every origin from which any document was made."""
    found = []
    for name, origin in library.origins.items():
        below = _made_from(library, name, carried)
        if below:
            root = _node(name, origin, evidence_strings.REPORT, (), below)
            found.append(replace(root, carries=_numbers(entries(library, root), carried)))
    return tuple(found)


def carried_by(claims: Iterable[tuple[str, Iterable[str]]]) -> Carried:
    """Of each document the numbers of the claims that cite it, given of each claim its number and its documents."""
    found: dict[str, list[str]] = {}
    for number, documents in claims:
        for document in documents:
            found.setdefault(document, []).append(number)
    return found


def entries(library: Library, node: LineageNode) -> tuple[str, ...]:
    """The documents that a text of a tree is entered as: a report may be entered once more."""
    own = (name for name, document in library.documents.items() if _is_entry(document, node.id))
    return (node.id, *own) if node.id in library.origins else (node.id,)


def _is_cited(node: LineageNode) -> bool:
    return bool(node.carries) or any(map(_is_cited, node.below))


def _is_entry(document: Document, origin: str) -> bool:
    """Whether a document is the report itself, entered once more."""
    return document.origin == origin and document.how == "original"


def _made_from(library: Library, source: str, carried: Carried) -> tuple[LineageNode, ...]:
    found: list[LineageNode] = []
    for name, document in library.documents.items():
        if document.origin != source:
            continue
        below = _made_from(library, name, carried)
        if _is_entry(document, source) and source in library.origins:
            found += below
            continue
        node = _node(name, document, strings.HOW[document.how], _numbers((name,), carried), below)
        is_step_named = source in library.documents and library.documents[source].how != "original"
        if document.how == "retranslation" and not is_step_named:
            node = LineageNode("", evidence_strings.STEP_BETWEEN, TextSpan(""), (), (node,))
        found.append(node)
    return tuple(found)


def _node(
    name: str, one: Document | Source, how: str, carries: tuple[str, ...], below: tuple[LineageNode, ...]
) -> LineageNode:
    title = one.container_title or one.publisher or one.title
    return LineageNode(name, how, TextSpan(title, language=one.language or ""), carries, below)


def _numbers(names: Iterable[str], carried: Carried) -> tuple[str, ...]:
    return tuple(sorted({number for name in names for number in carried.get(name, ())}, key=int))


def held_in(documents: list[Document]) -> str:
    """How documents were made, counted: 'a translation, a text translated twice and a summary'."""
    counted = {how: sum(document.how == how for document in documents) for how in strings.HOW_MANY}
    parts = [strings.HOW_MANY[how][n > 1].format(n=number_word(n)) for how, n in counted.items() if n]
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def number_word(n: int) -> str:
    """A small number as a word."""
    return strings.NUMBERS[n] if n < len(strings.NUMBERS) else str(n)
