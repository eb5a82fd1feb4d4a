"""What is a road of 300 forks, and what is planted in it for `explore` to find?

A road (a story without a person) whose answers are carried along: so few variables that it is proved, or, `wide`, so
many that only a part of it can be searched through.
"""

import re
from collections.abc import Iterator

from .chain import docker
from .planting import Plants
from .plants import MARK, Plant

FORKS, ENDINGS = 300, 12
ROAD = "story/road.yaml"
FROM = "act: leave, from: [anton-told]"
TOLD = "    text: A road goes on.\n    claims: [anton-told]\n"
FORK = TOLD + "    ask: Which way?\n    choices:\n"
SAID = "outcome: {is: threatened, text: There is a fine., claims: [anton-threat]}"
TIDES = ("low", "half", "high")


def road_project(*, wide: bool = False) -> dict[str, str]:
    """The files of a project with the road; the evidence is that of the invented one."""
    return {**docker(leaves=False), ROAD: road(wide=wide)}


def road(*, wide: bool = False) -> str:
    """At each fork the tide is set; one can ask once, and turn off where papers were had."""
    extra = range(12 if wide else 0)
    situation = {"tide": TIDES, "asked": ("never", "once"), "papers": ("none", "had"),
                 **{f"more-{number}": ("never", "once") for number in extra}}  # fmt: skip
    variables = "".join(
        f"  {name}: {{label: {name}, values: {{{', '.join(f'{one}: A {one}' for one in values)}}}, "
        f"start: {values[0]}, claims: [anton-told]}}\n"
        for name, values in situation.items()
    )
    head = f"title: The road\nteaser: Many forks.\nsituation:\n{variables}start: fork-0\nscenes:\n"
    ends = "".join(
        f"  end-{number}:\n{TOLD}    ending: {{kind: record-silent, text: It ends., claims: [anton-told]}}\n"
        for number in range(ENDINGS)
    )
    return head + "".join(piece for number in range(FORKS) for piece in _fork(number, wide=wide)) + ends


def tide(number: int) -> str:
    """What the tide is made at a fork."""
    return TIDES[number % len(TIDES)]


def _next(number: int) -> str:
    return f"fork-{number}" if number < FORKS else f"end-{number % ENDINGS}"


def _fork(number: int, *, wide: bool) -> Iterator[str]:
    yield f"  fork-{number}:\n{FORK}"
    more = f", more-{number % 12}: once" if wide else ""
    yield f"      go: {{label: Go on, {FROM}, {SAID}, step: It goes on., set: {{tide: {tide(number)}}}, "
    yield f"to: {_next(number + 1)}}}\n"
    yield f"      ask: {{label: Ask, {FROM}, {SAID}, only: {{asked: never}}, set: {{asked: once, papers: had{more}}}, "
    yield f"to: {_next(number + 1)}}}\n"
    yield f"      wait: {{label: Wait, {FROM}, {SAID}, set: {{papers: none{more}}}, to: {_next(number + 2)}}}\n"
    if number:
        yield f"      aside: {{label: Turn off, {FROM}, {SAID}, if: {{papers: had}}, "
        yield f"otherwise: {{text: There is a fine., claims: [anton-threat]}}, to: end-{number % ENDINGS}}}\n"


EARLY = r"^(?=  fork-([3-9]|[1-9]\d):)"
"""Below the choices of an early fork; the number is that of the next."""


def _again(match: re.Match[str]) -> str:
    """An option that does what another one of the fork does."""
    number = int(match[1])
    return (f"      {MARK}again: {{label: Again, {FROM}, {SAID}, set: {{tide: {tide(number - 1)}}}, "
            f"to: fork-{number}}}\n")  # fmt: skip


ROAD_EXPLORED: Plants = {
    "lone-option": [(
        Plant(ROAD, EARLY, f"      side: {{label: Aside, {FROM}, {SAID}, to: alone}}\n"),
        Plant(ROAD, r"^(?=  end-0:)", f"  {MARK}alone:\n{FORK}      one: {{label: One, {FROM}, {SAID}, to: end-0}}\n"
              f"      two: {{label: Two, {FROM}, {SAID}, if: {{asked: once}}, to: end-1}}\n"),
    )],
    "same-futures": [(Plant(ROAD, EARLY, _again),)],
}  # fmt: skip
"""What a search through a whole road finds."""
