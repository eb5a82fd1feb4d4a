"""How do two wordings of one page stand in one template?

A merge of two trees of elements: what both have stands once, and an element that only one of them has is marked by an
attribute, by which a script takes the others away.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from wayout.render.html import VOID, Html

_TOKENS = re.compile("<[^>]+>|[^<]+")
"""Tags and texts, as the builder writes them: in texts and attributes '<' and '>' are escaped."""
_NAME = re.compile("</?([a-z0-9]+)")


class _Element(Struct, frozen=True):
    """An element by its first tag, what it holds, and its last tag."""

    start: str
    inside: tuple["_Element | str", ...] = ()
    end: str = ""


_Node = _Element | str


def either(first: Html, second: Html, attribute: str, values: tuple[str, str]) -> Html:
    """Both in one; what only one of them has bears the attribute with its value. Each is one element."""
    if first == second:
        return first
    return Html("".join(map(_written, _merged(_parsed(first), _parsed(second), attribute, values))))


def _parsed(html: Html) -> tuple[_Node, ...]:
    open_: list[list[_Node]] = [[]]
    starts: list[str] = []
    for token in _TOKENS.findall(html):
        name = _NAME.match(token)
        if name is None:
            open_[-1].append(token)
        elif token[1] == "/":
            inside = open_.pop()
            open_[-1].append(_Element(starts.pop(), tuple(inside), token))
        elif name[1] in VOID:
            open_[-1].append(_Element(token))
        else:
            starts.append(token)
            open_.append([])
    return tuple(open_[0])


def _written(node: _Node) -> str:
    return node if isinstance(node, str) else f"{node.start}{''.join(map(_written, node.inside))}{node.end}"


def _merged(
    first: Sequence[_Node], second: Sequence[_Node], attribute: str, values: tuple[str, str]
) -> tuple[_Node, ...]:
    """Raises ValueError where a text differs: its element is what can be marked."""

    def marked(node: _Node, value: str) -> _Element:
        if isinstance(node, str):
            raise ValueError(node)
        return _Element(f'{node.start[:-1]} {attribute}="{value}">', node.inside, node.end)

    def both(one: _Node, other: _Node) -> Iterator[_Node]:
        if isinstance(one, _Element) and isinstance(other, _Element) and one.start == other.start:
            try:
                yield _Element(one.start, _merged(one.inside, other.inside, attribute, values), one.end)
                return
            except ValueError:
                pass
        yield from (marked(one, values[0]), marked(other, values[1]))

    found: list[_Node] = []
    for kind, at, to, from_, until in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            found += first[at:to]
        elif to - at == until - from_:
            for one, other in zip(first[at:to], second[from_:until], strict=True):
                found += both(one, other)
        else:
            found += [marked(one, values[0]) for one in first[at:to]]
            found += [marked(one, values[1]) for one in second[from_:until]]
    return tuple(found)
