"""What does a picture of places say to somebody who looks at it? It is read from the text alone."""

import re

Cell = tuple[int, int]


def marks(text: str, wanted: str) -> dict[str, Cell]:
    """Where each of some marks stands: column and row. None stands twice."""
    found: dict[str, Cell] = {}
    for row, line in enumerate(text.split("\n")):
        for column, each in enumerate(line):
            if each in wanted:
                assert each not in found, f"{each} stands twice"
                found[each] = (column, row)
    return found


def areas(text: str, wanted: str) -> set[str]:
    """The marks that stand behind an opening bracket whose closing one follows their name."""
    return {mark for mark in wanted if re.search(rf"\({re.escape(mark)} [^()]*\)", text)}


def numbers(text: str, wanted: str) -> dict[str, str]:
    """The number beside each mark, to the right or to the left of it."""
    found = {}
    for mark in wanted:
        right = re.search(rf"{re.escape(mark)} (\d+)", text)
        left = re.search(rf"(\d+)(?: \w+…?)? {re.escape(mark)}(?: |$)", text, re.MULTILINE)
        if match := right or left:
            found[mark] = match[1]
    return found


def unknown(text: str, words: str) -> list[Cell]:
    """The middle of each stretch of which it is said that the way is not told, by question mark or in words."""
    found = []
    for row, line in enumerate(text.split("\n")):
        found += [(match.start(), row) for match in re.finditer(r"\?", line)]
        found += [(match.start() + len(words) // 2, row) for match in re.finditer(re.escape(words), line)]
    return found
