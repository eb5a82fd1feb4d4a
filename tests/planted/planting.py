"""How are faults planted by lot, each in a scene or claim of its own, and where must they then be found?"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from .plants import MARK, Plant

TIMES = 20
"""How often one fault of each class is planted."""

_BLOCK = re.compile(r"^(?:  (scene-\d+)|(claim-\d+)):", re.MULTILINE)

Place = tuple[str, str, int, int]
"""File, code, line and column."""
Plants = Mapping[str, Sequence[tuple[Plant, ...]]]
"""Of each code, the edits that make it, one after another; one of these ways is drawn."""


class Spot(NamedTuple):
    """A place that a plant finds in the clean text, and the scene or claim in which it ends."""

    match: re.Match[str]
    block: str


class Ground:
    """A clean project: its files, and the places in them that plants find, looked for once."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self.files = files
        self._blocks = {
            name: [(found.start(), found[0]) for found in _BLOCK.finditer(text)] for name, text in files.items()
        }
        self._spots: dict[tuple[str, str], list[Spot]] = {}

    def spots(self, plant: Plant) -> list[Spot]:
        """Every place that a plant finds."""
        key = (plant.file, plant.pattern)
        if key not in self._spots:
            matches = re.finditer(plant.pattern, self.files[plant.file], re.MULTILINE)
            self._spots[key] = [Spot(match, self._block(plant.file, match.end())) for match in matches]
        return self._spots[key]

    def _block(self, file: str, position: int) -> str:
        before = bisect_left(self._blocks[file], (position,))
        return self._blocks[file][before - 1][1] if before and position < len(self.files[file]) else ""

    def planted(self, plants: Plants, codes: Iterable[str], random: Random) -> tuple[dict[str, str], list[Place]]:
        """The files that have changed, with one fault of each code, and where each has to be found."""
        edits: dict[str, list[tuple[int, int, str]]] = {}
        touched: set[str] = set()
        for code in codes:
            for plant in random.choice(plants[code]):
                match, block = self._drawn(plant, random, touched)
                touched |= {block} if block else set()
                edits.setdefault(plant.file, []).append((match.start(), match.end(), _made(plant, match, code)))
        places: list[Place] = []
        texts = {}
        for file, made in edits.items():
            marked = _edited(self.files[file], sorted(made, key=lambda edit: edit[:2]))
            texts[file], found = _places(file, marked)
            places.extend(found)
        return texts, sorted(places)

    def _drawn(self, plant: Plant, random: Random, touched: set[str]) -> Spot:
        """One of the places that the pattern finds; never in a scene or claim that has a fault already."""
        open_to_it = [
            spot for spot in self.spots(plant)
            if spot.block not in touched and not (plant.not_tens and spot.block.endswith("0:"))
        ]  # fmt: skip
        return open_to_it[0] if plant.is_first else random.choice(open_to_it)


def _made(plant: Plant, match: re.Match[str], code: str) -> str:
    """What is put in the place of a match; every mark names the code."""
    mark = f"{MARK}{code}{MARK}"
    if callable(plant.made):
        return plant.made(match).replace(MARK, mark)
    return match.expand(plant.made.replace(MARK, mark))


def _edited(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """The text with all edits, which must not overlap."""
    pieces, at = [], 0
    for start, end, made in edits:
        assert start >= at
        pieces += [text[at:start], made]
        at = end
    return "".join((*pieces, text[at:]))


def _places(name: str, text: str) -> tuple[str, list[Place]]:
    """The text without its marks, and where they stood."""
    found: list[Place] = []
    pieces = text.split(MARK)
    line, column = 1, 1
    for bare, code in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        line += bare.count("\n")
        column = len(bare) - bare.rfind("\n") if "\n" in bare else column + len(bare)
        if code:
            found.append((name, code, line, column))
    return "".join(pieces[::2]), found
