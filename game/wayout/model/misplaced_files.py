"""Which file is a copy of another one, a story under a name that is reserved, or of a name that is not read?

Each of these is one finding: all else that would be found in such a file follows from it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from wayout.model.findings import Finding, Note, Span

LEAST = 3
"""Fewer ids that two files share may be slips of the pen."""
RESERVED = {
    "acts.yaml": "the list of acts", "glossary.yaml": "the glossary", "people.yaml": "the list of people",
    "places.yaml": "the list of places", "documents.yaml": "the list of documents",
}  # fmt: skip
_KEY = re.compile(r"(?:^|[{,])[ \t]*([a-z0-9][a-z0-9-]*):(?=\s|$)", re.MULTILINE).findall


def original(homes: Iterable[str | None]) -> str | None:
    """Of a file, by the file that has each of its ids already: the one that it repeats for the most part."""
    known = list(homes)
    shared = Counter(home for home in known if home is not None)
    if not shared:
        return None
    file, count = shared.most_common(1)[0]
    return file if count >= LEAST and 2 * count > len(known) else None


def copy(one: str, other: str) -> Finding:
    """The finding at the one of two files with the same ids that is named like a copy; else at the second."""
    stem, first = Path(other).stem, Path(one).stem
    file, kept = (one, other) if first.startswith(stem) and first != stem else (other, one)
    says = f"{Path(file).name} gives the same ids as {Path(kept).name}: it looks like a copy of it."
    return Finding(code="duplicate-id", span=Span(file, 1, 1, 2), says=says,
                   hint="Keep one of the two here. For a story of its own, rename every id in the copy.",
                   notes=(Note(Span(kept, 1, 1, 2), "the other file"),))  # fmt: skip


def is_story(data: Any) -> bool:
    """Whether data has the parts of a story or a branch."""
    if not isinstance(data, dict):
        return False
    return (isinstance(data.get("scenes"), dict) and "start" in data) or ("grows" in data and "adds" in data)


def story_elsewhere(file: str) -> Finding:
    """The finding at a story in the place of something else."""
    path = Path(file)
    if path.parent.name == "claims":
        says, hint = "This is a story, and it stands among the files of claims.", "Move it into the folder 'story'."
    else:
        reserved = RESERVED.get(path.name, "a page beside the stories")
        says = f"This is a story, and {path.name} is the name of {reserved}."
        hint = "Give the file another name: the story's id is made from it."
    return Finding(code="bad-id", span=Span(file, 1, 1, 2), says=says, hint=hint)


def keys(text: str) -> set[str]:
    """All that may be an id in a file that cannot be read to its end."""
    return set(_KEY(text))


def not_read(file: str, known: Sequence[str] = ()) -> Finding:
    """The finding at a file whose name has another ending, or is none of those that are known in its folder."""
    path = Path(file)
    says = f"{path.name} is not read in its folder: only names that end in .yaml are."
    hint = f"Rename it {path.stem}.yaml."
    if known and f"{path.stem}.yaml" not in known:
        says = f"{path.name} is not read: in this folder are read {', '.join(known)}."
        hint = "Move it into the folder 'claims' if it holds claims, or to the stories; else rename it."
    return Finding(code="not-read", span=Span(file, 1, 1, 2), says=says, hint=hint)
