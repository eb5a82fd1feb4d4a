"""What does a drawing say to somebody who follows its lines? It is read from the text alone."""

import re

UP, DOWN, LEFT, RIGHT = (-1, 0), (1, 0), (0, -1), (0, 1)
WAYS = {
    "│": (UP, DOWN), "─": (LEFT, RIGHT), "╰": (UP, RIGHT), "╯": (UP, LEFT), "╭": (DOWN, RIGHT), "╮": (DOWN, LEFT),
    "├": (UP, DOWN, RIGHT), "┤": (UP, DOWN, LEFT), "┬": (LEFT, RIGHT, DOWN), "┴": (LEFT, RIGHT, UP),
    "┼": (UP, DOWN, LEFT, RIGHT),
}  # fmt: skip
Cell = tuple[int, int]


def decoded(drawing: str, marks: str = "●") -> tuple[set[int], set[tuple[int, int]]]:
    """The numbers of all nodes, and every edge between two of them, by line or by tag."""
    rows = drawing.split("\n")
    margin = min((found.start() for row in rows if (found := re.search(r"\d", row))), default=0)
    rails = [row[:margin].ljust(margin) for row in rows]
    nodes: dict[Cell, int] = {}
    edges: set[tuple[int, int]] = set()
    number = 0
    for y, row in enumerate(rows):
        at = [x for x, cell in enumerate(rails[y]) if cell in marks]
        assert len(at) <= 1, "a node has a row of its own"
        if at:
            number = int(re.match(r"\d+", row[margin:])[0])  # type: ignore[index]
            nodes[y, at[0]] = number
        edges |= {(number, int(target)) for target in re.findall(r"[⤳↺] (\d+)", row[margin:])}
    for cell, source in nodes.items():
        edges |= {(source, nodes[end]) for end in _ends(rails, nodes, cell)}
    assert len(set(nodes.values())) == len(nodes), "no number stands twice"
    return set(nodes.values()), edges


def _ends(rails: list[str], nodes: dict[Cell, int], start: Cell) -> set[Cell]:
    """The nodes that are come to by going down and sideways, never up; a line that is passed is no crossing."""
    found: set[Cell] = set()
    waiting = [(start, DOWN)]
    been = set()
    while waiting:
        (y, x), way = waiting.pop()
        cell = (y + way[0], x + way[1])
        if (cell, way) in been or not (cell[0] < len(rails) and 0 <= cell[1] < len(rails[0])):
            continue
        been.add((cell, way))
        glyph = rails[cell[0]][cell[1]]
        back = (-way[0], -way[1])
        if cell in nodes:
            found |= {cell} if way == DOWN else set()
        elif glyph == "│" and way in (LEFT, RIGHT):
            waiting.append((cell, way))
        elif back in WAYS.get(glyph, ()):
            waiting += [(cell, on) for on in WAYS[glyph] if on not in (back, UP)]
    return found
