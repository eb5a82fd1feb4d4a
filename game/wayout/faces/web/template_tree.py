"""How do pages that are almost the same become one template, and how is what several templates hold written once?

A diff and a dictionary coder on trees of HTML: `either` merges two versions of a page and marks what only one of them
has; `with_shared` puts a number in the place of every part that pays. The script takes away what is marked for other
readers, and puts each shared part where its number stands (parts.js).
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from wayout.render.html import VOID, Html, comment, tag, together

_TOKENS = re.compile("<[^>]+>|[^<]+")
"""Tags and texts, as the builder writes them: in texts and attributes '<' and '>' are escaped."""
_NAME = re.compile("</?([a-z0-9]+)")
_HEADING = re.compile("<h[1-6][ >]")
_WORDS = re.compile(" |[^ ]+")
SLOT = "slot"
"""The element that holds a text of one version: the script leaves the text."""


class _Element(Struct, frozen=True):
    """An element by its first tag, what it holds, and its last tag."""

    start: str
    inside: tuple["_Element | str", ...] = ()
    end: str = ""


_Node = _Element | str


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


def either(first: Html, second: Html, attribute: str, values: tuple[str, str]) -> Html:
    """Both in one; what only one of them has bears the attribute with its value."""
    if first == second:
        return first
    return Html("".join(map(_written, _merged(_parsed(first), _parsed(second), attribute, values))))


def _merged(
    first: Sequence[_Node], second: Sequence[_Node], attribute: str, values: tuple[str, str]
) -> tuple[_Node, ...]:
    def marked(node: _Node, value: str) -> _Element:
        if isinstance(node, str):
            (slot,) = _parsed(tag(SLOT, Html(node), **{attribute: value}))
            assert isinstance(slot, _Element)
            return slot
        return _Element(f'{node.start[:-1]} {attribute}="{value}">', node.inside, node.end)

    def both(one: _Node, other: _Node) -> Iterator[_Node]:
        if isinstance(one, _Element) and isinstance(other, _Element) and one.start == other.start:
            yield _Element(one.start, _merged(one.inside, other.inside, attribute, values), one.end)
        elif isinstance(one, str) and isinstance(other, str):
            before, middle, after = _parted(one, other)
            yield before
            yield from (marked(text, value) for text, value in zip(middle, values, strict=True) if text)
            yield after
        else:
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
    return tuple(node for node in found if node)


def _parted(first: str, second: str) -> tuple[str, tuple[str, str], str]:
    """What two texts begin with, what either has of its own, and what they end with; no word is cut."""
    one, other = _WORDS.findall(first), _WORDS.findall(second)
    most = min(len(one), len(other))
    start = next((at for at in range(most) if one[at] != other[at]), most)
    end = next((at for at in range(most - start) if one[-1 - at] != other[-1 - at]), most - start)
    middle = tuple("".join(words[start : len(words) - end]) for words in (one, other))
    return "".join(one[:start]), (middle[0], middle[1]), "".join(one[len(one) - end :])


def with_shared(templates: Iterable[Html]) -> tuple[Html, ...]:
    """Templates, before them one more: every part that is shorter written once, each followed by an empty comment.

    A part is an element or a text. In its place stands its number, in a comment; a shared part may hold others.
    Headings stay where they are, one level below the other.
    """
    parts = _Parts()
    roots = [node for html in templates for node in _parsed(html)]
    for root in roots:
        parts.add(root)
    numbers = parts.that_pay()

    def written(node: _Node, *, is_whole: bool = False) -> Html:
        text = _written(node)
        if text in numbers and not is_whole:
            return comment(str(numbers[text]))
        if isinstance(node, str):
            return Html(node)
        return Html(f"{node.start}{together(*map(written, node.inside))}{node.end}")

    shared = (together(written(parts.nodes[text], is_whole=True), comment("")) for text in numbers)
    return tag("template", *shared, id="part-shared"), *(written(root, is_whole=True) for root in roots)


_REFERENCE, _ENTRY = len(comment("999")), len(comment(""))


class _Parts:
    """Every different part of some trees, children before what holds them, with how often each is written."""

    def __init__(self) -> None:
        self.nodes: dict[str, _Node] = {}
        self._uses = Counter[str]()
        self._whole: set[str] = set()

    def add(self, root: _Node) -> None:
        """A template: it stays, and so does what it holds next, among which a script counts."""
        self._whole.add(self._add(root))
        self._whole |= {_written(child) for child in (root.inside if isinstance(root, _Element) else ())}

    def _add(self, node: _Node) -> str:
        text = _written(node)
        self._uses[text] += 1
        if text not in self.nodes:
            for child in node.inside if isinstance(node, _Element) else ():
                self._add(child)
            self.nodes[text] = node
        return text

    def that_pay(self) -> dict[str, int]:
        """Those that are shorter once they are written once, with their numbers: what is used most has the shortest."""
        size: dict[str, int] = {}
        found: list[str] = []
        for text, node in self.nodes.items():
            whole = len(text)
            if isinstance(node, _Element):
                whole = len(node.start) + sum(size[_written(child)] for child in node.inside) + len(node.end)
            uses = self._uses[text]
            may_go = text not in self._whole and not _HEADING.search(text)
            pays = may_go and uses * whole > uses * _REFERENCE + whole + _ENTRY
            size[text] = _REFERENCE if pays else whole
            found += [text] if pays else []
        found.sort(key=lambda text: -self._uses[text])
        return {text: number for number, text in enumerate(found)}
