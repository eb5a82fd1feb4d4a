"""What of the findings does a writer leave as it is, and does each of her entries hold?"""

from collections.abc import Iterator, Mapping, Sequence, Set

from wayout.model.checks.reporter import Item
from wayout.model.findings import CODES, Finding, can_be_ignored
from wayout.model.load_result import ItemKind, LoadResult
from wayout.model.suppressions import Suppression
from wayout.model.yaml.schema_errors import nearest
from wayout.model.yaml.spans import DataPath

Entries = Mapping[tuple[ItemKind, str], Sequence[Suppression]]


def entries(loaded: LoadResult) -> Entries:
    """Every entry, by the thing that it stands in."""
    library = loaded.library
    kinds: Mapping[ItemKind, Mapping[str, object]] = {
        "story": library.stories, "claim": library.claims, "origin": library.origins, "document": library.documents,
        "term": library.terms, "aside": library.asides,
    }  # fmt: skip
    return {
        (kind, name): ignore
        for kind, things in kinds.items()
        for name, thing in things.items()
        if (ignore := getattr(thing, "ignore", ()))
    }


def applied(loaded: LoadResult, found: Sequence[Finding], sound: Set[str]) -> tuple[list[Finding], int]:
    """The findings that are left, with those on the entries themselves; and how many were ignored."""
    all_entries = entries(loaded)
    if not all_entries:
        return list(found), 0
    used: set[tuple[ItemKind, str, int]] = set()
    left = [finding for finding in found if not _silences(all_entries, finding, used)]
    gone = len(found) - len(left)
    for (kind, name), ignore in all_entries.items():
        item = Item(loaded, kind, name)
        is_whole = (kind != "story" or name in sound) and not loaded.misshapen
        for index, entry in enumerate(ignore):
            is_used = not is_whole or (kind, name, index) in used
            left.extend(_of_entry(item, ("ignore", index), entry, is_used=is_used))
    return left, gone


def _silences(all_entries: Entries, finding: Finding, used: set[tuple[ItemKind, str, int]]) -> bool:
    if not can_be_ignored(finding.code) or not finding.part:
        return False
    kind, name, *path = finding.part
    at = tuple(map(str, path))
    for index, entry in enumerate(all_entries.get((kind, name), ())):
        steps = tuple(entry.at.split("/")) if entry.at else ()
        if entry.code == finding.code and entry.because.strip() and at[: len(steps)] == steps:
            used.add((kind, name, index))
            return True
    return False


def _of_entry(item: Item, path: DataPath, entry: Suppression, *, is_used: bool) -> Iterator[Finding]:
    if entry.code not in CODES:
        hint = nearest(entry.code, CODES) or "'wayout explain' lists the codes."
        yield item.fault("unknown-word", (*path, "code"), f"There is no code '{entry.code}'.", hint)
    elif not can_be_ignored(entry.code):
        hint = "Mend what it is found for, and delete this entry: only warnings can be ignored."
        yield item.fault("not-ignorable", (*path, "code"), f"'{entry.code}' cannot be ignored.", hint)
    elif not entry.because.strip():
        hint = "Write why the warning does not hold here."
        yield item.fault("empty-text", (*path, "because"), "There is no reason here.", hint)
    elif not is_used:
        where = f" at '{entry.at}'" if entry.at else ""
        hint = "Delete the entry, or correct its 'at'."
        yield item.fault("idle-ignore", path, f"There is no '{entry.code}' to ignore{where}.", hint)
