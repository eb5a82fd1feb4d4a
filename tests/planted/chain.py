"""What is a story of 300 scenes that is quick to walk through, and what is planted in it for that to be found?"""

import re
from collections.abc import Iterator

from tests.support.paths import BASE_STORY

from .planting import Plants
from .plants import MARK, Plant

BASE = BASE_STORY
SCENES = 300
STORY = "story/anton.yaml"
FROM = "act: leave, from: [anton-told]"
WAIT = f"outcome: {{is: threatened, text: He is told to go., claims: [anton-threat]}}, to: back, {FROM}"
TOLD = "    text: He waits.\n    claims: [anton-told]\n"
FORK = TOLD + "    ask: What now?\n    choices:\n"
SILENT = TOLD + "    ending: {kind: record-silent, text: Nobody tells., claims: [anton-told]}\n"
HEAD = """\
title: The docker
person: anton
teaser: A docker is told to load a ship.
situation:
  pay:
    label: Pay
    values: {paid: Paid, half: Half, stopped: Stopped}
    start: paid
start: scene-0
scenes:
"""


def docker(*, leaves: bool) -> dict[str, str]:
    """The files of a project of that story: the evidence is that of the invented one."""
    evidence = {str(path.relative_to(BASE)): path.read_text(encoding="utf-8") for path in BASE.rglob("*.yaml")
                if path.parent.name in ("seeds", "claims") or path.name == "acts.yaml"}  # fmt: skip
    return {**evidence, STORY: chain(leaves=leaves)}


def chain(*, leaves: bool) -> str:
    """A chain of forks, at each of which he goes on, or may wait; where he `leaves`, at every tenth.

    `pay: half` is had from the middle of the story on: options that ask for it are open in some places and not in
    others.
    """
    return "".join((HEAD, *(piece for number in range(SCENES - 1) for piece in _fork(number, leaves=leaves)),
                    f"  scene-{SCENES - 1}:\n{TOLD}"
                    "    ending: {kind: as-published, text: There he is., claims: [anton-home]}\n"))  # fmt: skip


def _fork(number: int, *, leaves: bool) -> Iterator[str]:
    half = "set: {pay: half}, " if number == SCENES // 2 else ""
    is_open = "if: {not: {pay: stopped}}, " if number == 0 else ""
    yield f"  scene-{number}:\n{FORK}      go: {{label: Go on, {FROM}, by: anton, {half}to: scene-{number + 1}, "
    yield "outcome: {is: recorded, text: He goes on., claims: [anton-refused]}}\n"
    yield f"      wait: {{{is_open}label: Wait, {WAIT}}}\n"
    if leaves and number % 10 == 9:
        yield f"      leave: {{label: Leave, {FROM}, to: left-{number}}}\n  left-{number}:\n{FORK}"
        yield f"      wait: {{label: Wait, {WAIT}}}\n      end: {{label: Go, {FROM}, to: scene-{SCENES - 1}}}\n"


EARLY = r"^(?=  scene-([3-9]|[1-9]\d|1[0-4]\d):)"
"""Below the choices of a scene in the first half; the number is that of the next."""
ANY = r"^(?=  scene-\d+:)"
"""Before a scene, be it the first."""


def _choice(made: str) -> Plant:
    return Plant(STORY, EARLY, made)


def _scenes(made: str) -> Plant:
    return Plant(STORY, ANY, made)


def _aside(scene: str) -> Plant:
    return _choice(f"      side: {{label: Aside, {FROM}, to: {scene}}}\n")


def _side(match: re.Match[str]) -> str:
    """A choice that leads to the scene after the next."""
    return f"      side: {{label: Aside, {FROM}, to: {MARK}scene-{int(match[1]) + 1}}}\n"


def _two(name: str, is_open: str) -> Plant:
    """A fork of two choices that go back to it."""
    return _scenes(f"  {MARK}{name}:\n{FORK}      one: {{label: One, {is_open}{WAIT}}}\n"
                   f"      two: {{label: Two, {is_open}{WAIT}}}\n")  # fmt: skip


ODD = _choice(f"      {MARK}odd: {{label: Ask, if: {{pay: stopped}}, {WAIT}}}\n")
LOST, GONE = _scenes(f"  {MARK}lost:\n{TOLD}    next: scene-1\n"), _scenes(f"  {MARK}gone:\n{SILENT}")
EXPLORED: Plants = {
    "unreached-choice": [(ODD,)],
    "unreached-scene": [(LOST,)],
    "unreached-ending": [(GONE,)],
    "no-open-choice": [(_aside("shut"), _two("shut", "if: {pay: half}, "))],
    "trap": [(_aside("round"), _two("round", ""))],
    "undocumented-way": [(Plant(STORY, EARLY, _side),)],
}  # fmt: skip
"""What a search through all states finds."""
SAMPLED: Plants = {"not-met": [(ODD,), (LOST,), (GONE,)]}
"""What neither a search that is broken off nor plays come to."""
CHANGED: Plants = {
    "lost-scene": [(Plant(STORY, r"(?=^scenes:)", MARK),
                    Plant(STORY, r"to: left-(\d+)\}\n  left-\1:", r"to: away-\1}\n  away-\1:"))],
    "lost-choice": [(Plant(STORY, r"^(    )(choices:\n      go: .*\n      )wait: ", rf"\1{MARK}\2stay: "),)],
    "lost-way": [(Plant(STORY, r"^(      wait: \{)label", rf"\1{MARK}if: {{pay: stopped}}, label"),)],
}  # fmt: skip
"""What a reader of the story as it was has done, and would not find in the one that is planted."""
