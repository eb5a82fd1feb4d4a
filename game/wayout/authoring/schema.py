"""Which JSON Schema describes each kind of file? Editors use it to complete and to check while a writer types.

The generator of JSON Schema 2020-12 from the msgspec types, and the paths where the schemas are written.
"""

import inspect
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from wayout.model.branch import Branch
from wayout.model.edition import Edition
from wayout.model.evidence import Claim, Document, Origin, Person, Place
from wayout.model.file_access import shipped
from wayout.model.library import ReferencePage, Term
from wayout.model.prompts import Thread
from wayout.model.story import Act, Answer, Story
from wayout.model.trail_format import FileTrail


class Documents(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file `seeds/documents.yaml`: origins, and the documents made from them."""

    origins: dict[str, Origin]
    documents: dict[str, Document]


FILES: dict[str, Any] = {
    "story/edition.schema.json": Edition,
    "story/story.schema.json": Story,
    "story/branch.schema.json": Branch,
    "story/acts.schema.json": dict[str, Act],
    "story/answers.schema.json": dict[str, dict[str, Answer]],
    "story/threads.schema.json": dict[str, Thread],
    "story/glossary.schema.json": dict[str, Term],
    "story/aside.schema.json": ReferencePage,
    "story/trails/trail.schema.json": FileTrail,
    "seeds/documents.schema.json": Documents,
    "seeds/people.schema.json": dict[str, Person],
    "seeds/places.schema.json": dict[str, Place],
    "seeds/claims/claims.schema.json": dict[str, Claim],
}
"""Where each schema stands, under the folder that holds `story/` and `seeds/`, and the type that it is written from."""


def schemas() -> dict[str, str]:
    """Each file's name and text."""
    return {name: _text(kind) for name, kind in FILES.items()}


def write(root: Path) -> list[Path]:
    """Write every schema below a folder; what was written comes back."""
    written = []
    for name, text in schemas().items():
        path = root / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _text(kind: Any) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_clean(msgspec.json.schema(kind))}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _clean(schema: Any) -> Any:
    """The schema as every version of msgspec gives it.

    Not every one takes the indentation out of docstrings, and each has an order of its own for alternatives.
    """
    if isinstance(schema, list):
        return [_clean(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    clean = {key: _clean(value) for key, value in schema.items()}
    if isinstance(clean.get("description"), str):
        clean["description"] = inspect.cleandoc(clean["description"])
    if isinstance(clean.get("anyOf"), list):
        clean["anyOf"].sort(key=lambda kind: json.dumps(kind, sort_keys=True))
    return clean


if __name__ == "__main__":
    for path in write(shipped().seeds.parent):
        sys.stdout.write(f"{path}\n")
