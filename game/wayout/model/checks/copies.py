"""Is every text, and every report, entered once? Two entries for one would count one witness twice."""

from collections.abc import Iterator

from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding, Note
from wayout.model.lineage import marks_of_text
from wayout.model.load_result import ItemKind, LoadResult

SHARED = {"sha256": "they have one SHA-256", "file": "they have one file", "URL": "they have one address",
          "entry": "title, date and publisher are the same"}  # fmt: skip


def findings(loaded: LoadResult) -> Iterator[Finding]:
    """Documents that are one text, and origins that are one report, each with the entry that it repeats."""
    library = loaded.library
    lineage, documents = library.lineage, library.documents
    by_text: dict[str, list[str]] = {}
    for name in documents:
        by_text.setdefault(lineage.text_of(name), []).append(name)
    for names in by_text.values():
        if len(names) < 2:
            continue
        first, *rest = sorted(names, key=lambda name: not loaded.is_shipped("document", name))
        for name in rest:
            if first in (documents[name].superseded_by, name) or documents[first].superseded_by == name:
                continue
            shared = {mark[0] for mark in marks_of_text(documents[name])
                      if mark in set(marks_of_text(documents[first]))}  # fmt: skip
            why = next((f": {SHARED[mark]}" for mark in SHARED if mark in shared), "")
            says = f"'{name}' and '{first}' are one text{why}."
            hint = f"Cite '{first}' instead, and delete '{name}'; or correct the fields that are the same."
            yield _fault(loaded, "document", name, ("document", first), says, hint)
    for name in (*library.origins, *documents):
        first = lineage.report_of(name)
        if first == name or first not in library.origins:
            continue
        kind: ItemKind = "origin" if name in library.origins else "document"
        says = f"'{name}' and '{first}' are one report."
        hint = f"Write 'from: {first}'{'' if kind == 'document' else ' in its documents'}, or correct the address."
        yield _fault(loaded, kind, name, ("origin", first), says, hint)


def _fault(loaded: LoadResult, kind: ItemKind, name: str, first: tuple[ItemKind, str], says: str, hint: str) -> Finding:
    note = Note(loaded.span(*first, key=True), "the other entry")
    return Item(loaded, kind, name).fault("duplicate-document", (), says, hint, key=True, notes=(note,))
