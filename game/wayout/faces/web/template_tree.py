"""How do pages that are almost the same become one template, and how is what several templates hold written once?

A diff on trees of HTML, and a compression by a grammar: `either` merges two versions of a page and marks what only one
of them has; `packed` writes templates as text, in which a number stands for whatever is written more than once. The
script puts it back, and takes away what is marked for other readers (parts.js). The data of the script is packed with
them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import chain, pairwise

from msgspec import Struct

from wayout.render.html import MOST_PARTS, VOID, Html, part, tag

_TOKENS = re.compile("<[^>]+>|[^<]+")
"""Tags and texts, as the builder writes them: in texts and attributes '<' and '>' are escaped."""
_PIECES = re.compile("<[^>]+>|[^< ]+ ?| ")
"""Tags and words: what an account, a margin and a page say in the same words stands in them once."""
_JSON = re.compile(r'"(?:[^"\\]|\\.)*":?|[\[\]{},]+|[^\[\]{},"]+')
"""Strings, each with the colon that makes it a key; brackets and commas; numbers."""
_NAME = re.compile("</?([a-z0-9]+)")
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
        elif name[1] in VOID or token.endswith("/>"):
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


PART_END = "\n"
"""What stands between parts, templates and data in the text of all: in them a line ends by its entity."""
START, END = tag("template", id="7").split('7">')
"""With what every template begins and ends."""
TEMPLATE = "<="
"""What stands for its beginning in the text of all; its end is left out."""
_NUMBER = len(part(99))
"""About so long is the number of a part in what holds it."""


def packed(templates: Iterable[Html], data: str = "null") -> str:
    """Templates, each with an id of its own, and JSON without a "<" as text: first what is written more than once.

    `<7` stands for the part whose number is 7, from 0; parts hold other parts. That is Re-Pair (N. J. Larsson and
    A. Moffat, Offline dictionary-based compression, 1999) on tags and words: of neighbours that often stand side by
    side a part is made, and again of these, as long as that is no longer; here many at a time.
    """
    numbers: dict[str, int] = {}
    cut = (*(_PIECES.findall(_row(html)) for html in templates), _JSON.findall(data))
    rows = [[numbers.setdefault(token, len(numbers)) for token in row] for row in cut]
    tokens = tuple(numbers)
    sizes = [min(len(token), _NUMBER) for token in tokens]
    pairs: dict[int, tuple[int, int]] = {}
    while found := _pairs_that_pay(rows, sizes):
        made = {pair: len(sizes) + at for at, pair in enumerate(found)}
        pairs |= {symbol: pair for pair, symbol in made.items()}
        sizes += [_NUMBER] * len(made)
        rows = [list(_paired(row, made)) for row in rows]
    return _written_once(rows, tokens, pairs)


def _row(template: Html) -> str:
    """A template on a line, without what begins and ends every one."""
    inside = template.removeprefix(START).removesuffix(END)
    return f"{TEMPLATE}{inside.replace(PART_END, '&#10;')}"


def _pairs_that_pay(rows: Iterable[Sequence[int]], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbours of which to make parts now, those that save most first; none that could overlap with another."""
    uses = Counter(chain.from_iterable(map(pairwise, rows)))
    saved = {pair: n * (sizes[pair[0]] + sizes[pair[1]] - _NUMBER) for pair, n in uses.items() if n > 1}
    pays = (pair for pair, n in saved.items() if n >= sizes[pair[0]] + sizes[pair[1]] + len(PART_END))
    most = sorted(pays, key=lambda pair: -saved[pair])
    found: list[tuple[int, int]] = []
    firsts, seconds = set[int](), set[int]()
    for first, second in most[: len(most) // 4 + 1]:
        if first not in seconds and second not in firsts:
            found.append((first, second))
            firsts.add(first)
            seconds.add(second)
    return found


def _paired(row: Sequence[int], made: dict[tuple[int, int], int]) -> Iterator[int]:
    """A row in which pairs are parts."""
    at = 0
    while at < len(row):
        part = made.get((row[at], row[at + 1])) if at + 1 < len(row) else None
        yield row[at] if part is None else part
        at += 1 if part is None else 2


def _written_once(rows: Sequence[Sequence[int]], tokens: Sequence[str], pairs: dict[int, tuple[int, int]]) -> str:
    """All as text; what is used most has the shortest number, and what is used once stands where it is used."""
    uses = Counter(chain.from_iterable((*rows, *pairs.values())))

    def pays(symbol: int) -> bool:
        if symbol in pairs:
            return uses[symbol] > 1
        size = len(tokens[symbol])
        return uses[symbol] * (size - _NUMBER) > size + len(PART_END)

    shared = sorted(filter(pays, uses), key=lambda symbol: -uses[symbol])[:MOST_PARTS]
    numbers = {symbol: part(number) for number, symbol in enumerate(shared)}

    def written(symbol: int) -> str:
        return numbers.get(symbol) or whole(symbol)

    def whole(symbol: int) -> str:
        return "".join(map(written, pairs[symbol])) if symbol in pairs else tokens[symbol]

    parts = (whole(symbol) for symbol in shared)
    return PART_END.join((*parts, *("".join(map(written, row)) for row in rows)))
