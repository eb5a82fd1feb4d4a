"""How are faults planted by lot, each in a scene or claim of its own, and where must they then be found?"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from random import Random

from .plants import MARK, PLANTS, Plant

_BLOCK = re.compile(r"^(?:  (scene-\d+)|(claim-\d+)):", re.MULTILINE)

Place = tuple[str, str, int, int]
"""File, code, line and column."""


def planted(clean: Mapping[str, str], codes: Iterable[str], random: Random) -> tuple[dict[str, str], list[Place]]:
    """The files with one fault of each code, and where each has to be found."""
    texts = dict(clean)
    touched: set[str] = set()
    for code in codes:
        for plant in random.choice(PLANTS[code]):
            texts[plant.file] = _edited(texts[plant.file], plant, code, random, touched)
    places: list[Place] = []
    for name, text in texts.items():
        bare, found = _places(name, text)
        texts[name] = bare
        places.extend(found)
    return texts, sorted(places)


def _edited(text: str, plant: Plant, code: str, random: Random, touched: set[str]) -> str:
    """One of the places that the pattern finds, replaced; never in a scene or claim that has a fault already."""
    open_to_it = []
    blocks = [(found.start(), found[0]) for found in _BLOCK.finditer(text)]
    for match in re.finditer(plant.pattern, text, re.MULTILINE):
        before = bisect_left(blocks, (match.end(),))
        block = blocks[before - 1][1] if before and match.end() < len(text) else ""
        if block not in touched and not (plant.not_tens and block.endswith("0:")):
            open_to_it.append((match, block))
    match, block = random.choice(open_to_it)
    if block:
        touched.add(block)
    mark = f"{MARK}{code}{MARK}"
    if callable(plant.made):
        made = plant.made(match).replace(MARK, mark)
    else:
        made = match.expand(plant.made.replace(MARK, mark))
    return text[: match.start()] + made + text[match.end() :]


def _places(name: str, text: str) -> tuple[str, list[Place]]:
    """The text without its marks, and where they stood."""
    found: list[Place] = []
    bare = ""
    for index, piece in enumerate(text.split(MARK)):
        if index % 2 == 0:
            bare += piece
        else:
            found.append((name, piece, bare.count("\n") + 1, len(bare) - bare.rfind("\n")))
    return bare, found
