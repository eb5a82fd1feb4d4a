"""Every field of every schema, with a value of every wrong kind, gives findings where it stands, and nothing else."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest
from msgspec import inspect

from tests.support.paths import BASE_STORY
from wayout.commands.check import run
from wayout.model.file_access import MAX_FILES, Folders
from wayout.model.findings import CODES
from wayout.model.load import load
from wayout.model.load_result import ITEM_TYPES, ItemKind

pytestmark = pytest.mark.thorough

BASE = BASE_STORY
KINDS: tuple[Any, ...] = (12, True, None, "", "word", [], {}, ["x", None], {"x": 1}, [[]])
"""A value of each kind that YAML has, and lists and mappings of others."""
HOMES = {"act": "story/acts.yaml", "answer": "story/answers.yaml", "term": "story/glossary.yaml",
         "thread": "story/threads.yaml",
         "person": "seeds/people.yaml", "place": "seeds/places.yaml", "claim": "seeds/claims/wrong.yaml"}  # fmt: skip
"""Files that map ids to things of a kind."""


ELSEWHERE = (("origins",), ("documents",), ("claims",), ("people",), ("places",))
"""Evidence that a story's file may bring: each kind of it is gone through by itself."""


class Variant(NamedTuple):
    """A thing with one field changed, and where that is."""

    data: Any
    path: tuple[str | int, ...]
    is_wrong: bool


def sample(kind: Any) -> Any:
    """Data of a type, with every field there is."""
    match kind:
        case inspect.Metadata():
            return sample(kind.type)
        case inspect.UnionType():
            order = (inspect.VarTupleType, inspect.DictType, inspect.StructType, inspect.LiteralType, inspect.StrType,
                     inspect.IntType)  # fmt: skip
            arms = [arm.type if isinstance(arm, inspect.Metadata) else arm for arm in kind.types]
            return sample(next(arm for wanted in order for arm in arms if isinstance(arm, wanted | inspect.UnionType)))
        case inspect.StructType():
            return {field.encode_name: sample(field.type) for field in kind.fields}
        case inspect.DictType():
            return {"some-id": sample(kind.value_type)}
        case inspect.VarTupleType():
            return [sample(kind.item_type)]
        case inspect.LiteralType():
            return kind.values[0]
        case inspect.BoolType():
            return True
        case inspect.IntType():
            return 1
    return "Some text."


def paths(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Where every value of some data stands."""
    yield path
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield from paths(value, (*path, step))


def put(data: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of the data with another value at a place."""
    if not path:
        return value
    copy: Any = dict(data) if isinstance(data, dict) else list(data)
    copy[path[0]] = put(data[path[0]], path[1:], value)
    return copy


def variants(kind: ItemKind) -> Iterator[Variant]:
    """Every field of a kind of thing, with every value."""
    whole = sample(inspect.type_info(ITEM_TYPES[kind]))
    msgspec.convert(whole, ITEM_TYPES[kind])
    for path in paths(whole):
        if kind in ("story", "branch") and path[:1] in ELSEWHERE and len(path) > 2:
            continue
        for value in KINDS:
            changed = put(whole, path, value)
            try:
                msgspec.convert(changed, ITEM_TYPES[kind])
            except msgspec.ValidationError:
                yield Variant(changed, path, is_wrong=True)
            else:
                yield Variant(changed, path, is_wrong=False)


def line_of(whole: str, changed: str) -> int:
    """The first line in which two texts differ, counted from 1."""
    pairs = zip(whole.split("\n"), changed.split("\n"), strict=False)
    return next(number for number, (one, other) in enumerate(pairs, 1) if one != other)


def written(data: Any) -> str:
    """Data as JSON, which is YAML too: each field on a line of its own."""
    return json.dumps(data, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("kind", [kind for kind in ITEM_TYPES if kind != "edition"])
def test_a_wrong_type_in_any_field_is_found_where_it_stands(
    kind: ItemKind, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = list(variants(kind))
    whole = sample(inspect.type_info(ITEM_TYPES[kind]))
    per_run = MAX_FILES - 50 if kind in ("story", "branch") else 1 if kind == "aside" else 10_000
    for start in range(0, len(found), per_run):
        project = Path(shutil.copytree(BASE, tmp_path / f"{kind}-{start}"))
        expected = _write(project, kind, whole, found[start : start + per_run])
        assert run([project], "json") in (0, 1)
        lines: dict[str, set[int]] = {}
        for one in json.loads(capsys.readouterr().out):
            assert one["code"] in CODES
            assert one["says"]
            assert one["hint"], one
            lines.setdefault(one["file"], set()).add(one["line"])
        for file, line, variant in expected:
            near = {line - 1, line, line + 1} & lines.get(str(file), set())
            assert near or not variant.is_wrong, f"{variant.path}: {variant.data}"


def test_a_wrong_type_in_any_field_of_an_edition_is_found_where_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "story" / "edition.yaml"
    file.parent.mkdir()
    whole = sample(inspect.type_info(ITEM_TYPES["edition"]))
    found = [one for one in variants("edition") if one.is_wrong]
    assert len(found) > 100
    for variant in found:
        file.write_text(written(variant.data), encoding="utf-8")
        lines = {one.span.line for one in load(Folders(tmp_path / "seeds", (file.parent,))).findings}
        line = line_of(written(whole), written(variant.data))
        assert {line - 1, line, line + 1} & lines, (variant.path, variant.data)


def _write(project: Path, kind: ItemKind, whole: Any, found: list[Variant]) -> list[tuple[Path, int, Variant]]:
    """Write the variants into a project, and tell in which line of which file each has its fault."""
    expected = []
    if kind in ("story", "branch", "aside"):
        for number, variant in enumerate(found):
            file = project / "story" / ("the-war.yaml" if kind == "aside" else f"wrong-{number}.yaml")
            file.write_text(written(variant.data), encoding="utf-8")
            if variant.data != whole:
                expected.append((file, line_of(written(whole), written(variant.data)), variant))
        return expected
    items = {f"wrong-{number}": variant.data for number, variant in enumerate(found)}
    key = f"{kind}s"
    data: Any = {"origins": {}, "documents": {}, key: items} if kind in ("origin", "document") else items
    file = project / HOMES.get(kind, "seeds/documents.yaml")
    file.write_text(written(data), encoding="utf-8")
    text = file.read_text(encoding="utf-8").split("\n")
    starts = {line.split('"')[1]: number for number, line in enumerate(text, 1) if '"wrong-' in line}
    for number, variant in enumerate(found):
        if variant.data != whole:
            here, there = (json.dumps({f"wrong-{number}": one}, indent=1, ensure_ascii=False)
                           for one in (whole, variant.data))  # fmt: skip
            expected.append((file, starts[f"wrong-{number}"] + line_of(here, there) - 2, variant))
    return expected
