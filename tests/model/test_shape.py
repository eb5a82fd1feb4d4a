"""Data of the wrong shape: every fault is told, with its path."""

from typing import Any

import pytest

from wayout.model.evidence import Claim, Document
from wayout.model.story import Story
from wayout.model.yaml.schema_errors import faults, nearest

SCENE: dict[str, Any] = {"text": "He waits.", "claims": ["a"], "next": "b"}


def story(**scene: Any) -> dict[str, Any]:
    """A story of one scene with some fields changed."""
    return {"title": "T", "teaser": "T", "start": "a", "scenes": {"a": {**SCENE, **scene}}}


def found(data: Any, kind: Any = Story) -> list[tuple[str, tuple[str | int, ...]]]:
    """Code and path of every fault, the path inside the one scene."""
    return [(fault.code, fault.path[2:] if kind is Story else fault.path) for fault in faults(data, kind)]


def test_data_of_the_right_shape_has_no_fault() -> None:
    assert found(story(text=[{"text": {"full": "x", "gentle": "y"}, "if": [{"a": "b"}]}], date=2022, at="q")) == []


@pytest.mark.parametrize(
    ("scene", "expected"),
    [
        ({"text": 12}, [("wrong-type", ("text",))]),
        ({"text": True}, [("wrong-type", ("text",))]),
        ({"text": None}, [("wrong-type", ("text",))]),
        ({"text": {"full": "x"}}, [("missing-field", ("text",))]),
        ({"text": {"full": "x", "gentle": "y", "kind": "z"}}, [("unknown-field", ("text", "kind"))]),
        ({"text": ["x"]}, [("wrong-type", ("text", 0))]),
        ({"text": [{"text": ["x"]}]}, [("wrong-type", ("text", 0, "text"))]),
        ({"claims": "a"}, [("wrong-type", ("claims",))]),
        ({"claims": ["a", 3]}, [("wrong-type", ("claims", 1))]),
        ({"nxt": "b"}, [("unknown-field", ("nxt",))]),
        ({"choices": []}, [("wrong-type", ("choices",))]),
        ({"choices": {"x": {"label": "X", "act": "y"}}}, [("missing-field", ("choices", "x"))]),
        ({"choices": {"x": {"label": "X", "act": "y", "to": {"a": 1}}}}, [("wrong-type", ("choices", "x", "to"))]),
        ({"choices": {"x": {"label": "X", "act": "y", "to": "z", "outcome": {"is": "true", "text": 1}}}},
         [("unknown-word", ("choices", "x", "outcome", "is")), ("wrong-type", ("choices", "x", "outcome", "text"))]),
        ({"choices": {"x": {"label": "X", "act": "y", "to": "z", "outcome": "He goes."}}},
         [("wrong-type", ("choices", "x", "outcome"))]),
        ({"choices": {"x": {"label": "X", "act": "y", "to": "z", "if": 3}}},
         [("wrong-type", ("choices", "x", "if"))]),
        ({"ending": "He is gone."}, [("wrong-type", ("ending",))]),
        ({"date": True}, [("wrong-type", ("date",))]),
    ],
)  # fmt: skip
def test_each_fault_has_its_code_and_its_path(scene: dict[str, Any], expected: list[tuple[str, Any]]) -> None:
    assert found(story(**scene)) == expected


def test_all_faults_are_found_at_once() -> None:
    data = {
        "says": 1,
        "kind": "evnt",
        "cites": [{"document": "d"}, {"lines": 3}, "x"],
        "content": "combat",
        "ownr": "x",
    }
    assert found(data, Claim) == [
        ("wrong-type", ("says",)),
        ("unknown-word", ("kind",)),
        ("missing-field", ("cites", 1)),
        ("wrong-type", ("cites", 2)),
        ("wrong-type", ("content",)),
        ("unknown-field", ("ownr",)),
    ]


@pytest.mark.parametrize("data", [None, 3, "x", [], True])
def test_what_is_no_mapping_at_all_is_one_fault(data: Any) -> None:
    assert found(data, Document) == [("wrong-type", ())]


def test_hints_name_what_to_write() -> None:
    hints = [fault.hint for fault in faults({"says": 1, "kind": "evnt", "ctes": [], "owner": None}, Claim)]
    assert hints[0] == "Put it in quotes to make it text: '1'."
    assert hints[1] == "Did you mean 'event'?"
    assert hints[2] == "Did you mean 'cites'?"
    assert all(fault.hint for fault in faults(story(text=["x"], claims="a", date=True, choices=3), Story))


def test_a_suggestion_is_near_or_there_is_none() -> None:
    assert nearest("afterward", ["afterwards", "home"]) == "Did you mean 'afterwards'?"
    assert nearest("xyz", ["afterwards", "home"]) == ""
