"""Are the schemas that editors use the ones that the types give, and do the shipped files satisfy them?"""

import json
from pathlib import Path

import jsonschema
import pytest

from wayout.authoring.schema import schemas
from wayout.model.edition import OLD_FOREWORD
from wayout.model.file_access import shipped
from wayout.model.library import ABOUT, CARE
from wayout.model.load import not_stories, read_edition
from wayout.model.yaml.reader import read

pytestmark = pytest.mark.smoke

ROOT = shipped().seeds.parent
PAIRS = [
    *[(path, "story/story.schema.json") for path in sorted((ROOT / "story").glob("*.yaml"))
      if path.name not in not_stories(read_edition(shipped()))],
    *[(ROOT / "story" / f"{name}.yaml", "story/aside.schema.json") for name in (OLD_FOREWORD, CARE, ABOUT)],
    (ROOT / "story" / "glossary.yaml", "story/glossary.schema.json"),
    (ROOT / "story" / "acts.yaml", "story/acts.schema.json"),
    (ROOT / "story" / "threads.yaml", "story/threads.schema.json"),
    (ROOT / "seeds" / "documents.yaml", "seeds/documents.schema.json"),
    (ROOT / "seeds" / "people.yaml", "seeds/people.schema.json"),
    (ROOT / "seeds" / "places.yaml", "seeds/places.schema.json"),
    *[(path, "seeds/claims/claims.schema.json") for path in sorted((ROOT / "seeds" / "claims").glob("*.yaml"))],
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(schemas()))
def test_a_schema_is_current(name: str) -> None:
    """After a change of the types, `make schema` writes it anew."""
    assert (ROOT / name).read_text(encoding="utf-8") == schemas()[name]


@pytest.mark.parametrize("docstring", ["One.\n\n    Two:\n      deeper.\n    ", "One.\n\nTwo:\n  deeper."])
@pytest.mark.parametrize("turn", [1, -1])
def test_a_schema_is_the_same_whatever_msgspec_does_with_docstrings_and_the_order_of_alternatives(
    docstring: str, turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    either = [{"type": "null"}, {"description": docstring}][::turn]
    made = {"$defs": {"Origin": {"description": docstring, "anyOf": either}}}
    monkeypatch.setattr("wayout.authoring.schema.msgspec.json.schema", lambda _: made)
    origin = json.loads(schemas()["story/story.schema.json"])["$defs"]["Origin"]
    says = "One.\n\nTwo:\n  deeper."
    assert origin == {"description": says, "anyOf": [{"description": says}, {"type": "null"}]}


@pytest.mark.parametrize(("path", "schema"), PAIRS, ids=lambda value: Path(value).name)
def test_a_shipped_file_satisfies_its_schema(path: Path, schema: str) -> None:
    jsonschema.Draft202012Validator(json.loads(schemas()[schema])).validate(read(path).data)


def test_a_schema_flags_what_the_types_refuse() -> None:
    validator = jsonschema.Draft202012Validator(json.loads(schemas()["story/story.schema.json"]))
    broken = {"title": "T", "teaser": "T", "start": "a", "scenes": {"a": {"text": "T", "nxet": "a"}}}
    assert [error.message for error in validator.iter_errors(broken)] == [
        "Additional properties are not allowed ('nxet' was unexpected)"
    ]
