"""Where does data not have the shape of its Struct? Every fault, not only the first.

Schema validation messages: missing, unknown and mistyped fields, "Did you mean", and YAML's own messages in plain
words. Error recovery: fields that do not fit the schema are dropped, and what is left of an item is used.

msgspec stops at the first error. This walk runs only after it has failed, over the same types.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

import msgspec
from msgspec import Struct, inspect

from wayout.model.text import UNSEEN
from wayout.model.yaml.spans import DataPath, source_lines


class SchemaViolation(Struct, frozen=True):
    """One fault: where in the data, of which code, and what to say about it."""

    path: DataPath
    code: str
    says: str
    hint: str = ""
    at_key: bool = False


def faults(data: Any, kind: Any) -> list[SchemaViolation]:
    """All faults of data that should have the type `kind`."""
    return list(_walk(data, _info(kind), ()))


@cache
def _info(kind: Any) -> Any:
    """What msgspec knows of a type: it takes longer than a walk over a thing of that type."""
    return inspect.type_info(kind)


def nearest(word: str, known: Any) -> str:
    """A hint that names the most similar known word, if there is one."""
    matches = get_close_matches(word, [str(name) for name in known], n=1, cutoff=0.6)
    return _suggestion(matches[0]) if matches else ""


def _suggestion(word: str) -> str:
    return f"Did you mean '{word}'?"


def in_other_case(word: str, known: Iterable[object]) -> str:
    """The known word that differs in nothing but letter case, if there is one."""
    folded = word.casefold()
    return next((str(name) for name in known if str(name).casefold() == folded), "")


def _walk(data: Any, kind: Any, path: DataPath) -> Iterator[SchemaViolation]:
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        kind = _intended_type(data, kind)
    match kind:
        case inspect.AnyType():
            return
        case inspect.StructType() if isinstance(data, dict):
            yield from _struct(data, kind, path)
        case inspect.DictType() if isinstance(data, dict):
            for key, value in data.items():
                yield from _walk(value, kind.value_type, (*path, key))
        case inspect.VarTupleType() | inspect.ListType() if isinstance(data, list):
            for index, value in enumerate(data):
                yield from _walk(value, kind.item_type, (*path, index))
        case inspect.LiteralType() if isinstance(data, str):
            yield from _word(data, kind, path)
        case _:
            if not _fits(data, kind):
                yield SchemaViolation(
                    path, "wrong-type", f"Expected {_named(kind)}, found {_called(data)}.", _advice(data, kind)
                )


def _word(data: str, kind: inspect.LiteralType, path: DataPath) -> Iterator[SchemaViolation]:
    if data in kind.values:
        return
    if other := in_other_case(data, kind.values):
        yield SchemaViolation(path, "letter-case", f"'{data}' is written '{other}'.", f"Write '{other}'.")
    else:
        allowed = ", ".join(str(value) for value in kind.values)
        hint = nearest(data, kind.values) or f"One of: {allowed}."
        yield SchemaViolation(path, "unknown-word", f"'{data}' is not a word that can stand here.", hint)


def _struct(data: dict[str, Any], kind: inspect.StructType, path: DataPath) -> Iterator[SchemaViolation]:
    fields = {field.encode_name: field for field in kind.fields}
    missing = [name for name in fields if name not in data]
    unseen = [key for key in data if key not in fields and UNSEEN_SIGN(key)]
    for key, value in data.items():
        if key in fields:
            yield from _walk(value, fields[key].type, (*path, key))
        elif other := in_other_case(key, missing):
            missing.remove(other)
            says = f"The field '{key}' is written '{other}'."
            yield SchemaViolation((*path, key), "letter-case", says, f"Write '{other}'.", at_key=True)
        else:
            if sign := UNSEEN_SIGN(key):
                missing = [name for name in missing if name not in key]
                if key == unseen[0]:
                    yield _unseen((*path, key), key, sign[0], len(unseen) - 1)
                continue
            hint = nearest(key, missing)
            missing = [name for name in missing if hint != _suggestion(name)]
            hint = hint or f"Known here: {', '.join(fields)}."
            yield SchemaViolation(
                (*path, key),
                "unknown-field",
                f"'{key}' is not a field of {with_article(_name(kind))}.",
                hint,
                at_key=True,
            )
    for name, field in fields.items():
        if field.required and name in missing:
            yield SchemaViolation(
                path,
                "missing-field",
                f"{with_article(_name(kind)).capitalize()} needs '{name}'.",
                f"Add '{name}: …'.",
                at_key=True,
            )


def _unseen(path: DataPath, key: str, sign: str, more: int) -> SchemaViolation:
    """The fault of a name with a sign that nobody sees; it is told once for all such names beside it."""
    says = f"The name '{key}' holds U+{ord(sign):04X}, which looks like a space or like nothing"
    says += f"; so do {more} more names here." if more > 1 else "; so does another name here." if more else "."
    return SchemaViolation(
        path, "unknown-field", says, "Delete it, and type ordinary spaces in its place.", at_key=True
    )


def _intended_type(data: Any, kind: inspect.UnionType) -> Any:
    """The arm of a union that the data seems to be meant for."""
    arms = list(_union_types(kind))
    for arm in arms:
        if isinstance(data, dict) and isinstance(arm, inspect.StructType | inspect.DictType):
            return arm
        if isinstance(data, list) and isinstance(arm, inspect.VarTupleType | inspect.ListType):
            return arm
        if not isinstance(data, dict | list) and _fits(data, arm):
            return arm
    rest = tuple(arm for arm in arms if not isinstance(arm, inspect.NoneType))
    literal = [arm for arm in rest if isinstance(arm, inspect.LiteralType)]
    return literal[0] if literal and isinstance(data, str) else inspect.UnionType(rest)


def _union_types(kind: Any) -> Iterator[Any]:
    """The types of a union, those of unions within it included."""
    for arm in kind.types:
        inner = arm.type if isinstance(arm, inspect.Metadata) else arm
        yield from _union_types(inner) if isinstance(inner, inspect.UnionType) else (inner,)


def _fits(data: Any, kind: Any) -> bool:
    match kind:
        case inspect.NoneType():
            return data is None
        case inspect.BoolType():
            return isinstance(data, bool)
        case inspect.IntType():
            return isinstance(data, int) and not isinstance(data, bool)
        case inspect.FloatType():
            return isinstance(data, int | float) and not isinstance(data, bool)
        case inspect.StrType():
            return isinstance(data, str)
        case inspect.LiteralType():
            return data in kind.values
    return False


UNSEEN_SIGN = re.compile(f"[{UNSEEN}]").search
_UNSPACED = re.compile(rf"[\w-]+:([{UNSEEN}])").match
LINES = "lines 'name: value'"
"""What YAML calls a mapping."""
_CALLED = {
    "added": "addition to a scene",
    "ignored": "ignore entry",
    "otherwise": "reason",
    "worded": "pair of wordings",
}
"""Names of types that a writer would not know, in her words."""


def _named(kind: Any) -> str:
    """A type in a writer's words."""
    match kind:
        case inspect.Metadata():
            return _named(kind.type)
        case inspect.UnionType():
            return " or ".join(dict.fromkeys(_named(arm) for arm in kind.types))
        case inspect.StructType():
            return f"{with_article(_name(kind))} ({LINES})"
        case inspect.DictType():
            return LINES
        case inspect.VarTupleType() | inspect.ListType():
            return "a list"
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType() | inspect.FloatType():
            return "a number"
        case inspect.LiteralType():
            return "one of " + ", ".join(str(value) for value in kind.values)
    return "text"


def _called(data: Any) -> str:
    match data:
        case None:
            return "nothing"
        case bool():
            return "true" if data else "false"
        case int():
            return f"the number {data}"
        case dict():
            return LINES
        case list():
            return "a list"
    return "text"


def _advice(data: Any, kind: Any) -> str:
    if data is None:
        return "Write the value after the colon, or delete the line."
    if isinstance(data, str) and (match := _UNSPACED(data)):
        return f"Behind the colon stands U+{ord(match[1]):04X}: type an ordinary space in its place."
    if isinstance(data, int) and "text" in _named(kind):
        return f"Put it in quotes to make it text: '{str(data).lower()}'."
    if isinstance(data, str) and "a list" in _named(kind) and LINES not in _named(kind):
        return f"Write it as a list: [{data}]." if len(data) < 40 and "\n" not in data else "Write it as a list."
    return f"Write {_named(kind)} here."


def _name(kind: inspect.StructType) -> str:
    name = str(kind.cls.__name__).lower()
    return _CALLED.get(name, name)


def with_article(name: str) -> str:
    """The name of a thing after 'a' or 'an'."""
    return f"{'an' if name[:1] in 'aeiou' else 'a'} {name}"


_MEANS = (
    ("mapping values are not allowed", "a second colon stands where no name can begin"),
    ("expected ',' or ']'", "a comma or a ] is missing"),
    ("expected ',' or '}'", "a comma or a } is missing"),
    ("expected '-' indicator", "this line does not belong to the list above it"),
    ("expected key", "this line does not fit with the lines above it"),
    ("block sequence entries are not allowed", "a list cannot begin in this line"),
    ("expected node content", "a value, or the closing ] or }, is missing here"),
    ("expected <document start>", "this line is indented otherwise than the first one"),
    ("expected comment or line break", "text stands behind a | or > in the same line"),
    ("a tab character", "a tab stands where the line is indented"),
    ("'\\t' that cannot start any token", "a tab stands where the line is indented"),
    ("cannot start any token", "no value can begin with this sign"),
)
"""Parts of libyaml's and PyYAML's own messages."""


def meaning(problem: str, context: str | None) -> str:
    """The complaint in plain words; as it is where these are not known."""
    plain_words = next((means for part, means in _MEANS if part in problem), None)
    return plain_words or f"{problem} {context or ''}".strip()


def remedy(problem: str, text: str, line: int) -> str:
    """What to look for, in the file's text at a line, counted from 1."""
    lines = source_lines(text)
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in problem:
        return "Indent with spaces, not tabs."
    if "mapping values are not allowed" in problem:
        return "A text that holds ': ' needs quotes, or a | block; or the indentation is off."
    if "unexpected end of stream" in problem or "expected ','" in problem:
        return "Close the quotation mark, bracket or brace that is open."
    if "cannot start any token" in problem:
        return "Put the whole text in quotes."
    if "escape character" in problem:
        return r"Write \\ for a backslash, or use single quotes."
    if "expected <block end>" in problem or "did not find expected key" in problem:
        return "Check the indentation of this line and the one above, and that quotes are closed."
    return "Check quotes, colons and indentation here and in the line above."


class LeftOut:
    """The paths, as written, of the parts that were left out of an item."""

    def __init__(self, paths: Iterable[DataPath] = ()) -> None:
        self._above: set[DataPath] = set()
        self._items: dict[DataPath, list[int]] = {}
        self.add(paths)

    def add(self, paths: Iterable[DataPath]) -> None:
        """Leave out more."""
        for path in paths:
            self._above.update(path[:length] for length in range(len(path) + 1))
            if path and isinstance(path[-1], int):
                self._items.setdefault(path[:-1], []).append(path[-1])
        for items in self._items.values():
            items.sort()

    def maims(self, path: DataPath) -> bool:
        """Whether something was left out at or below a path as written."""
        return path in self._above

    def as_written(self, path: DataPath) -> DataPath:
        """A path into what was kept as a path into what was written, where the items left out of a list count too."""
        if not self._items:
            return path
        written: DataPath = ()
        for step in path:
            here = step
            if isinstance(here, int):
                for index in self._items.get(written, ()):
                    here += index <= here
            written = (*written, here)
        return written


def salvage(data: Any, kind: Any, violations: list[SchemaViolation]) -> tuple[Any, LeftOut]:
    """The item without the parts at fault, so that the rest is still checked, and what was left out.

    Changes the data. The item is None if too little is left.
    """
    holder = {"": data}
    left_out = LeftOut()
    while violations and "" in holder:
        bad_paths = {fault.path for fault in violations}
        written = [left_out.as_written(path) for path in bad_paths]
        for path in sorted(bad_paths, key=_by_place, reverse=True):
            _delete(holder, ("", *path))
        left_out.add(written)
        try:
            return msgspec.convert(holder[""], kind) if "" in holder else None, left_out
        except msgspec.ValidationError:
            violations = faults(holder[""], kind)
    return None, left_out


def _by_place(path: DataPath) -> list[tuple[int, str]]:
    """A key that sorts the items of a list by number: deleting from the end moves none that is still to go."""
    return [(step, "") if isinstance(step, int) else (0, step) for step in path]


def _delete(holder: Any, path: DataPath) -> None:
    try:
        for step in path[:-1]:
            holder = holder[step]
        del holder[path[-1]]
    except (KeyError, IndexError, TypeError):
        return
