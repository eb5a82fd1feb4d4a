"""A text that YAML cuts off at a # is told, with what is lost; a comment is left alone."""

from pathlib import Path

import pytest

from wayout.model.yaml.dialect import MAX_LOST_TEXT_SHOWN
from wayout.model.yaml.reader import LocatedData, read


def lost(text: str) -> list[tuple[int, int, int]]:
    """Where texts are cut off: the line, and the columns from the # to its end."""
    found = LocatedData("a.yaml", text).findings
    assert {one.code for one in found} <= {"comment-in-text"}
    return [(one.span.line, one.span.column, one.span.end_column) for one in found]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("label: Stand still # not moving\n", [(1, 20, 32)]),
        ("title: The medic #2\n", [(1, 18, 20)]),
        ("says: She is called up by summons #2, not #1.\n", [(1, 35, 46)]),
        ("title: Room #4\n", [(1, 13, 15)]),
        ("title: Анна #4\n", [(1, 13, 15)]),
        ("title: Room #four\n", [(1, 13, 18)]),
        ("title: The medic  #2\n", [(1, 19, 21)]),
        ("title: The medic\t#2\n", [(1, 18, 20)]),
        ("a:\n  - first one # and more\n  - second\n", [(2, 15, 25)]),
        ("a: one two\n   three four #5\nb: c\n", [(2, 15, 17)]),
        ("a: {b: c d, e: f g # h\n   }\n", [(1, 20, 23)]),
        ("a: #5 of them\nb: c\n", [(1, 4, 14)]),
        ("a:\n  - #5 of them\n  - x\n", [(2, 5, 15)]),
        ("a: x y # z\nb: v w # u\n", [(1, 8, 11), (2, 8, 11)]),
    ],
)
def test_a_text_that_goes_on_behind_a_hash_is_told_there(text: str, places: list[tuple[int, int, int]]) -> None:
    assert lost(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "act: run # as in the other story\n", "to: scene-2 # back to it\n", "lines: 15 # of the paper\n",
        "lines: 15 #3 of the paper\n", "date: 2022-09-24 #3\n", "to: back #todo\n", "a: [b, c] # two\n",
        "a: [b, c] #two\n", "a: 'x y' # z\n", 'a: "x y" #2\n', "author: A. W.  # as readers see it\n", "a: |\n  x #2\n",
        "a: >- # folded\n  x\n", "# a comment\na: x y\n    # another\nb: c\n", "a: # what follows\n  b: c\n",
        "a: #what\n  b: c\n", "a: x#y z\n", "a: true # so\n", "name: Anna # the medic\n", "a: x y  ## z\n",
        "a:\n  - # x y\n    z\n",
    ],
)  # fmt: skip
def test_what_is_a_comment_is_left_alone(text: str) -> None:
    assert lost(text) == []


def test_what_is_lost_is_shown_in_part_if_it_is_long() -> None:
    (short,) = LocatedData("a.yaml", "a: x y # z\n").findings
    assert "'# z' is taken for a comment" in short.says
    assert "in quotes" in short.hint
    (long,) = LocatedData("a.yaml", f"a: x y # {'z ' * 100}\n").findings
    assert len(long.says) < 2 * MAX_LOST_TEXT_SHOWN + 40
    assert "…'" in long.says


def test_without_a_hash_behind_a_value_nothing_is_looked_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked(*_: object) -> None:
        raise AssertionError("the file was looked through")

    monkeypatch.setattr("wayout.model.yaml.reader.cuts", looked)
    (tmp_path / "a.yaml").write_text("# yaml-language-server: x\na: b#c\n    # d\nb: '#e'\n", encoding="utf-8")
    assert read(tmp_path / "a.yaml").findings == []
