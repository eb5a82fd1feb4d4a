"""In a clean story of 300 scenes every class of fault that `explore` finds is found where it was planted, 20 times."""

from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from game.model.checks.item import Item
from game.model.folders import Folders
from game.model.load import load
from game.play.explore import explore, faults
from game.play.tables import Tables
from game.tools.explore import finding_of

SCENES, TIMES, MARK = 300, 20, "¤"
BASE = Path(__file__).parent / "examples" / "base"
FROM = "act: leave, from: [anton-told]"
WAIT = f"outcome: {{is: threatened, text: He is told to go., claims: [anton-threat]}}, to: back, {FROM}"
TOLD = "    text: He waits.\n    claims: [anton-told]\n"
FORK = TOLD + "    ask: What now?\n    choices:\n"
PLANTS: Mapping[str, tuple[str, str]] = {
    "unreached-choice": (f"      {MARK}odd: {{label: Ask, if: {{pay: stopped}}, {WAIT}}}\n", ""),
    "unreached-scene": ("", f"  {MARK}lost:\n{TOLD}    next: s1\n"),
    "unreached-ending": ("", f"  {MARK}lost:\n{TOLD}    ending: {{kind: record-silent, text: Nobody tells., "
                             "claims: [anton-told]}\n"),
    "no-open-choice": (f"      side: {{label: Aside, {FROM}, to: shut}}\n",
                       f"  {MARK}shut:\n{FORK}      one: {{label: One, if: {{pay: half}}, {WAIT}}}\n"
                       f"      two: {{label: Two, if: {{pay: half}}, {WAIT}}}\n"),
    "trap": (f"      side: {{label: Aside, {FROM}, to: round}}\n",
             f"  {MARK}round:\n{FORK}      one: {{label: One, {WAIT}}}\n      two: {{label: Two, {WAIT}}}\n"),
    "undocumented-way": (f"      side: {{label: Aside, {FROM}, to: {MARK}s%d}}\n", ""),
}  # fmt: skip
"""For each code what is put below the choices of a scene, and at the end of the story; a mark where it must be found.

`pay: half` is had from the middle of the story on: options that ask for it are open in some places and not in others.
"""


def clean() -> list[str]:
    """The scenes of the story: a chain of forks, at each of which he goes on."""
    head = ("title: The docker\nperson: anton\nteaser: A docker is told to load a ship.\nsituation:\n  pay:\n"
            "    label: Pay\n    values: {paid: Paid, half: Half, stopped: Stopped}\n    start: paid\nstart: s0\n"
            "scenes:\n")  # fmt: skip
    scenes = []
    for number in range(SCENES - 1):
        half = "set: {pay: half}, " if number == SCENES // 2 else ""
        go = (f"      go: {{label: Go on, {FROM}, by: anton, {half}to: s{number + 1}, "
              "outcome: {is: recorded, text: He goes on., claims: [anton-refused]}}\n")  # fmt: skip
        scenes.append(f"  s{number}:\n{FORK}{go}      wait: {{label: Wait, {WAIT}}}\n")
    scenes[0] = scenes[0].replace("wait: {label", "wait: {if: {not: {pay: stopped}}, label")
    last = f"  s{SCENES - 1}:\n{TOLD}    ending: {{kind: as-published, text: There he is., claims: [anton-home]}}\n"
    return [head, *scenes, last]


def found(tmp_path: Path, text: str) -> list[tuple[str, int, int]]:
    """What `explore` finds in the story, and where."""
    (tmp_path / "anton.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "acts.yaml").write_text((BASE / "story" / "acts.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    loaded = load(Folders(BASE / "seeds", (tmp_path,)))
    assert loaded.findings == []
    story = loaded.library.stories["anton"]
    item = Item(loaded, "story", "anton")
    places = []
    for fault in faults(explore("anton", Tables(story))):
        span = finding_of(item, fault).span
        places.append((fault.code, span.line, span.column))
    return sorted(places)


def test_the_clean_story_is_clean(tmp_path: Path) -> None:
    assert found(tmp_path, "".join(clean())) == []


@pytest.mark.parametrize("code", PLANTS)
def test_what_is_planted_is_found_where_it_is_and_nothing_else(code: str, tmp_path: Path) -> None:
    random = Random(code)
    for _ in range(TIMES):
        parts = clean()
        below, at_end = PLANTS[code]
        number = random.randrange(2, SCENES // 2 - 2)
        parts[number + 1] += below % (number + 2) if "%d" in below else below
        where = random.randrange(1, SCENES)
        parts[where] = at_end + parts[where] if at_end else parts[where]
        before, after = "".join(parts).split(MARK)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        assert found(tmp_path, before + after) == [(code, line, column)]
