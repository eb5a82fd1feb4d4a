"""The work of `check` grows with the story, not with its square, and a clean story is read once."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from wayout.model.checks import check
from wayout.model.file_access import Folders
from wayout.model.load import load
from wayout.model.load_result import LoadResult

pytestmark = pytest.mark.thorough

BASE = BASE_STORY
SCENE = """\
  s{n}:
    at: quay
    date: 2019
    text:
      - {{text: He waits., claims: [anton-told]}}
      - {{text: His pay is stopped., claims: [{claim}]}}
    ask: What does he do?
    choices:
      refuse: {{label: Refuse, act: refuse-order, from: [boris-loaded], by: boris, set: {{pay: stopped}}, to: {to}}}
      load: {{label: Load, act: go-along, from: [anton-told], to: back,
             outcome: {{{known}text: He loads., claims: [anton-told]}}}}
"""
HEAD = """\
title: Long
person: boris
teaser: A long story.
situation:
  pay: {label: Pay, values: {paid: Paid, stopped: Stopped}, start: paid, claims: [anton-threat]}
start: s0
scenes:
"""
END = "  s{n}: {{text: End., claims: [anton-told], ending: {{kind: as-published, text: End., claims: [anton-told]}}}}\n"


def long_story(
    folder: Path, scenes: int, *, claim: str = "anton-told", known: str = "is: reported, ", to: str = "s{next}"
) -> LoadResult:
    """A story of many scenes, each with the same faults or none."""
    body = "".join(
        SCENE.format(n=n, claim=claim, known=known, to=to.format(next=n + 1) if n else "s1") for n in range(scenes)
    )
    path = folder / "long.yaml"
    path.write_text(HEAD + body + END.format(n=scenes), encoding="utf-8")
    return load(Folders(BASE / "seeds", (BASE / "story", folder)))


def calls(work: Callable[[], object]) -> int:
    """How many functions some work calls: its length without a clock."""
    count = 0

    def note(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    ("fault", "findings"),
    [
        ({}, 0),
        ({"claim": "anton-tld"}, 1),
        ({"known": ""}, 1),
        ({"to": "s0"}, None),
        ({"to": "nowhere"}, 1),
    ],
    ids=["clean", "missing claims", "misshapen outcomes", "unreachable", "missing scenes"],
)
def test_four_times_the_scenes_are_four_times_the_work(
    tmp_path: Path, fault: dict[str, str], findings: int | None
) -> None:
    work = []
    for scenes in (400, 1600):
        found: list[object] = []
        work.append(calls(lambda: found.extend(check(long_story(tmp_path, scenes, **fault)))))  # noqa: B023
        if findings is not None:
            assert abs(len(found) - findings * scenes) <= 1
    assert work[1] < work[0] * 4.6


def test_without_a_fault_nobody_asks_where_anything_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("the places of a file were looked for")

    monkeypatch.setattr("wayout.model.yaml.reader.places", asked)
    assert check(long_story(tmp_path, 50)) == []
    with pytest.raises(AssertionError, match="looked for"):
        check(long_story(tmp_path, 50, claim="gone"))
