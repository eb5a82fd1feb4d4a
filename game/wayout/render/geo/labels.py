"""Where may the name of a place stand?

Beside a city's mark, which stands at the city itself. A country or region has no such point: mark and name stand in
brackets, somewhere about its middle. One cell before each name is kept for a pointer.
"""

from collections.abc import Callable, Iterator

from wayout.render.geo.spots import Box, Cell, MapPlace, PicturePiece

Measure = Callable[[str], int]
OPEN, CLOSE = "(", ")"
CUT = "…"
SHORTER = 0.8
"""How much of a name is left each time that it is cut."""
SHORTEST = 5
"""Characters of a name below which the number stands alone."""


def labels(spot: MapPlace, room: int, measure: Measure) -> Iterator[str]:
    """Number and name, ever shorter, none longer than the room; at last the number alone."""
    name = spot.name
    label = f"{spot.number} {name}".strip()
    while len(name) > SHORTEST:
        if measure(label) <= room:
            yield label
        name = name[: min(len(name) - 1, int(len(name) * SHORTER), room)].rstrip()
        label = f"{spot.number} {name}{CUT}"
    if name == spot.name:
        yield label
    yield spot.number


def boxes(spot: MapPlace, cell: Cell, label: str, measure: Measure) -> Iterator[Box]:
    """Where the mark with a label may stand, the best place first."""
    pointer, mark, air = (
        PicturePiece(" ", "pointer", spot.id),
        PicturePiece(spot.mark, "mark", spot.id),
        PicturePiece(" ", "name"),
    )
    column, row = cell
    if not spot.is_area:
        width = measure(label) + 4
        yield Box(column - 1, row, (pointer, mark, PicturePiece(f" {label}", "name", spot.id), air), width)
        yield Box(column - width + 2, row, (pointer, PicturePiece(f"{label} ", "name", spot.id), mark, air), width)
        return
    width = measure(label) + 6
    pieces = (
        pointer,
        PicturePiece(OPEN, "name", spot.id),
        mark,
        PicturePiece(f" {label}{CLOSE}", "name", spot.id),
        air,
    )
    for down in (0, -1, 1, -2, 2):
        for right in (0, -2, 2, -4, 4, -(width // 3), width // 3):
            yield Box(column - width // 2 + right, row + down, pieces, width)
