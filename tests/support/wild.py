"""What would a library look like with a hostile text in every field that is shown to a reader?"""

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct, inspect

from wayout.model.library import Library
from wayout.model.load_result import ITEM_TYPES, ItemKind

TRAPS = {
    "markup": "a [sic] b [/x] c [/] [@click=app.quit]press[/] [bold red]x[/bold red] [$accent]y \\[sic] \\",
    "controls": "a\x1b[2Jb\x1b]2;title\x07" + "".join(map(chr, [*range(10), *range(11, 32), *range(127, 160)])),
    "line ends": "a\u202eb\u2066c\u200ed\u061ce\ud800f\tb\r\nc\u2028d\u2029e",
    "long word": "w" * 10_000,
    "wide": "彼は命令を拒んだ。" * 5 + "👩‍👩‍👧‍👦 🏳️‍🌈 ❤️ 👍🏽 a\u0301\u0302\u0303 e\u200b\u200d שלום עולם",
    "empty": "",
    "blank": "   \n\n  ",
}
SHOWN = {
    "markup": ("[sic]", "[/x]", "press[/]", "red]x[/bold"),
    "controls": ("a\ufffd[2J", "\ufffd]2;title\ufffd"),
    "line ends": ("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf",),
    "long word": ("wwwwwwww",),
    "wide": ("彼は命令を", "👩"),
}
"""What of a trap must be seen on each of the first screens, wherever a line ends."""

HELD = {
    "Story": {"person", "start"},
    "Variable": {"start", "claims"},
    "Scene": {"claims", "content", "at", "date", "next"},
    "Passage": {"claims", "if", "content", "about", "prompt"},
    "Prompt": {"claim", "claims", "content"},
    "PromptOption": {"claims", "content"},
    "AccountLine": {"claims", "gap", "scene"},
    "Thread": {"opens"},
    "Touch": {"claims"},
    "Choice": {"act", "from", "by", "if", "set", "to"},
    "Otherwise": {"claims"},
    "Outcome": {"is", "claims", "content"},
    "Ending": {"kind", "claims", "as-of"},
    "Question": {"claims"},
    "Term": {"claims"},
    "Person": {"identity", "claims", "withdrawn"},
    "Place": {"precision", "latitude", "longitude", "country"},
    "Origin": {"type", "issued", "accessed"},
    "Document": {"type", "issued", "accessed", "from", "how", "file", "sha256", "exempt"},
    "Cite": {"document", "lines", "speaker", "voice"},
    "Claim": {"kind", "about", "group", "date", "content", "interest", "confidence", "in-force", "as-of", "withdrawn"},
    "Difference": {"weight"},
}
"""Fields of letters whose words `check` holds to a list or a form: with any other word a library is not played."""


def wild(library: Library, text: str) -> Library:
    """A library with a text in every other field, those that were left out included."""
    parts = {kind: getattr(library, name) for kind, name in HOMES.items()}
    filled = {
        HOMES[kind]: {
            name: msgspec.convert(_filled(_grown(kind, msgspec.to_builtins(item)), _info(kind), text), ITEM_TYPES[kind])
            for name, item in items.items()
        }
        for kind, items in parts.items()
    }
    return msgspec.structs.replace(library, **filled)


HOMES: dict[ItemKind, str] = {
    "story": "stories", "act": "acts", "person": "people", "place": "places", "origin": "origins",
    "document": "documents", "claim": "claims", "term": "terms", "aside": "asides", "thread": "threads",
}  # fmt: skip


def letters(item: Any) -> Iterator[tuple[str, str, Any]]:
    """Struct, field and value of every field of letters in a thing, `HELD` ones left out."""
    for field in msgspec.structs.fields(item) if isinstance(item, Struct) else ():
        kind, value = type(item).__name__, getattr(item, field.name)
        if field.encode_name not in HELD.get(kind, ()):
            values = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
            for one in values:
                if isinstance(one, Struct):
                    yield from letters(one)
                else:
                    for each in one if isinstance(one, tuple) else (one,):
                        yield kind, field.encode_name, each


def _info(kind: ItemKind) -> Any:
    return inspect.type_info(ITEM_TYPES[kind])


def _grown(kind: ItemKind, data: dict[str, Any]) -> dict[str, Any]:
    """A thing with every part that things of its kind may have."""
    if kind == "claim":
        sides = [{"says": "", "cites": data["cites"]}] * 2
        differs = [{"on": "", "weight": "substance", "why": "", "readings": sides}] if len(data["cites"]) > 1 else []
        return data | {"interest": "self", "differs": differs, "corrected": {"says": "", "cites": data["cites"]}}
    for scene in data["scenes"].values() if kind == "story" else ():
        claims = scene["claims"] or (scene["text"][0]["claims"] if isinstance(scene["text"], list) else [])
        scene["text"] = [{"text": "", "claims": claims}, {"text": "", "editorial": True, "about": claims}]
        scene["claims"] = []
        scene["discuss"] = [{"ask": "", "expect": [""]}]
        for choice in scene["choices"].values():
            outcome = choice["outcome"] if isinstance(choice["outcome"], dict) else {"is": "recorded"}
            choice["outcome"] = [outcome | {"text": ""}, outcome | {"text": "", "is": "rule"}]
        if scene["choices"]:
            scene["choices"]["closed"] = {"label": "", "act": "leave", "to": "back", "if": [{"seen": ["no"]}],
                                          "otherwise": {"text": ""}}  # fmt: skip
        else:
            scene["ask"] = None
        if scene["ending"]:
            scene["ending"]["unknown"] = ["", ""]
    return data


def _filled(data: Any, kind: Any, text: str) -> Any:
    """Data of a type with a text in place of all letters; nothing becomes text too where text may stand."""
    match kind:
        case inspect.Metadata():
            return _filled(data, kind.type, text)
        case inspect.UnionType():
            return _filled(data, next((arm for arm in _arms(kind) if _may_be(data, arm)), None), text)
        case inspect.StructType() if isinstance(data, dict):
            held = HELD.get(kind.cls.__name__, ())
            free = {field.encode_name: field.type for field in kind.fields if field.encode_name not in held}
            filled = {name: _filled(data.get(name), of, text) for name, of in free.items()}
            if data.get("ask") is None:
                filled.pop("ask", None)
            return data | {name: value for name, value in filled.items() if value is not None}
        case inspect.DictType() if isinstance(data, dict):
            return {name: _filled(value, kind.value_type, text) for name, value in data.items()}
        case inspect.VarTupleType():
            return [_filled(one, kind.item_type, text) for one in data or ()]
        case inspect.StrType():
            return text
    return data


def _arms(kind: Any) -> Iterator[Any]:
    """The types of a union, those of unions within it included."""
    for arm in kind.types:
        inner = arm.type if isinstance(arm, inspect.Metadata) else arm
        yield from _arms(inner) if isinstance(inner, inspect.UnionType) else (inner,)


def _may_be(data: Any, kind: Any) -> bool:
    """Whether data is of a type; nothing is taken for text."""
    if isinstance(kind, inspect.StructType | inspect.DictType):
        return isinstance(data, dict)
    if isinstance(kind, inspect.VarTupleType):
        return isinstance(data, list)
    return isinstance(kind, inspect.StrType) and isinstance(data, str | type(None))
