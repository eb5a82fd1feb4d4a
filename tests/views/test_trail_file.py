"""Trail files: what is written is read back as the same play; whatever else stands there gives findings."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.play.test_history import PICKS, SHIPPED, STORIES
from tests.support.playing import played, walked
from wayout.authoring.schema import schemas
from wayout.faces.print.debrief import save
from wayout.model.file_access import MAX_TRAIL_BYTES, MAX_TRAIL_STEPS
from wayout.model.findings import CODES
from wayout.model.library import Library
from wayout.model.prompts import PARTS, PartKind
from wayout.model.trail_format import FileStep, FileTrail, TrailFile, as_yaml, digest, is_trail
from wayout.play.moves import GO_ON
from wayout.play.state import Reader
from wayout.render.findings import render
from wayout.views.trail_file import ReplayResult, format_trail, replay_steps, replay_trail_file

GOOD = """\
trail: 1
story: boris
digest: sha256-0123456789ab
note: In class.
steps:
- {at: the-crane, choose: refuse, reason: So he said.}
- {choose: enter anton, expect: {page: anton/the-order, open: [refuse, turn back]}}
- load
- {choose: turn back, note: Enough.}
- leave
- at: nobody-knows
expect: {ending: record-silent, says: [falls silent, BECAME  of]}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.yaml"


def read(file: Path, text: str | bytes) -> TrailFile:
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return TrailFile(file)


def codes(library: Library, file: Path, text: str | bytes) -> list[str]:
    found = replay_steps(library, read(file, text))
    assert all(one.code in CODES and one.says and one.hint for one in found.findings)
    assert render(found.findings, "text").isprintable() or "\x1b" not in render(found.findings, "text")
    return [one.code for one in found.findings]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STORIES, PICKS, st.booleans(), st.booleans(), st.lists(st.sampled_from(PARTS), unique=True).map(tuple))
def test_what_is_written_is_replayed_to_the_same_play(
    file: Path, name: str, numbers: list[int], asks: bool, gentle: bool, parts: tuple[PartKind, ...]
) -> None:
    trail = walked(SHIPPED, name, numbers, asks=asks, parts=parts).trail
    there = format_trail(SHIPPED, trail, Reader(gentle=gentle, asks=asks))
    again = read(file, as_yaml(there))
    assert again.trail == there
    found = replay_steps(SHIPPED, again)
    assert found.fits
    assert not found.has_changed
    assert found.play is not None
    assert found.play.trail == trail
    schema = jsonschema.Draft202012Validator(json.loads(schemas()["story/trails/trail.schema.json"]))
    schema.validate(again.located.data)


TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXT, TEXT, TEXT)
def test_any_text_of_a_file_is_read_back_as_it_was(file: Path, note: str, reason: str, at: str) -> None:
    trail = FileTrail(
        trail=1, story=at or "s", note=note or None, steps=(FileStep(choose=note or "x", reason=reason or None),)
    )
    assert read(file, as_yaml(trail)).trail == trail


def test_going_on_is_left_out_where_replay_finds_the_way(invented: Library) -> None:
    play = played(invented, "anton", "load", GO_ON, "refuse", GO_ON, GO_ON)
    there = format_trail(invented, play.trail, Reader())
    assert [(step.at, step.choose) for step in there.every_step] == [
        ("the-order", "load"), ("the-order", "refuse"), ("home", None),
    ]  # fmt: skip
    assert there.digest == digest(invented.stories["anton"])


def test_a_file_holds_nothing_of_who_and_when_and_where(invented: Library, tmp_path: Path) -> None:
    save(invented, played(invented, "anton", "load").trail, Reader(gentle=True), str(tmp_path / "a.yaml"))
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == (
        f"trail: 1\nstory: anton\ndigest: {digest(invented.stories['anton'])}\ncontent: gentle\n"
        "steps:\n- {at: the-order, choose: load}\n"
    )


def test_a_trail_by_hand_leads_where_it_says(invented: Library, file: Path) -> None:
    found = replay_steps(invented, read(file, GOOD))
    assert found.findings == ()
    assert found.has_changed, "the digest is of another story"
    assert [(at, step.reason, step.note) for at, step in found.said] == [
        (1, "So he said.", None),
        (4, None, "Enough."),
    ], "from an answer the way back leads by its question"
    opened = replay_trail_file(invented, TrailFile(file), Reader(gentle=True))
    assert isinstance(opened, ReplayResult)
    assert opened.reader == Reader(gentle=True)
    assert opened.says == ""


def test_json_is_read_too_tabs_and_escapes_included(invented: Library, tmp_path: Path) -> None:
    data = {"trail": 1, "story": "anton", "note": "a/b \U0001f600", "steps": ["load", {"choose": "refuse"}]}
    text = json.dumps(data, indent="\t").replace("a/b", "a\\/b")
    found = replay_steps(invented, read(tmp_path / "a.json", text))
    assert found.fits
    assert found.play is not None
    assert found.play.state.shown == "refuse"
    wrong = replay_steps(invented, read(tmp_path / "a.json", text.replace("refuse", "refus")))
    span = wrong.findings[0].span
    assert (span.line, text.replace("refuse", "refus").split("\n")[span.line - 1].strip()) == (8, '"choose": "refus"')


@pytest.mark.parametrize(("text", "expected"), [
    ("", ["wrong-type"]),
    ("[]", ["wrong-type"]),
    ("trail: 1", ["missing-field"]),
    ("trail: yes\nstory: anton", ["ambiguous-scalar", "wrong-type"]),
    ("trail: true\nstory: anton", ["wrong-type"]),
    ("trail: 999999999999999\nstory: anton", ["trail-version"]),
    ("trail: 1\nstory: anton\nsteps: {a: b}", ["wrong-type"]),
    ("trail: 1\nstory: anton\nsteps: [[]]", ["wrong-type"]),
    ("trail: 1\nstory: anton\nsteps: ['']", ["missing-field"]),
    ("trail: 1\nstory: anton\nsteps: [{at: ''}]", ["missing-field"]),
    ("trail: 1\nstory: anton\nsteps: [{at: a/b/c}]", ["broken-trail"]),
    ("trail: 1\nstory: anton\nsteps: [{at: boris/the-crane, choose: load}]", ["broken-trail"]),
    ("trail: 1\nstory: anton\nsteps: ['enter ', go on]", ["broken-trail"]),
    ("trail: 1\nstory: anton\nsteps: ['enter /x']", ["broken-trail"]),
    ("trail: 1\nstory: anton\nsteps: [turn back]", ["broken-trail"]),
    ("trail: 1\nstory: anton\nask-first: true\nsteps: [load, mark nonsense]", ["broken-trail"]),
    ("trail: 1\nstory: anton\nsteps: [\"\\e[2J\"]", ["hidden-character", "broken-trail"]),
    ("trail: 1\nstory: anton\nexpect: {page: x, evidence: '· ·', situation: {x: y}, open: [x], says: ''}",
     ["unmet-expectation"] * 3),
    ("trail: 1\nstory: anton\nstory: boris\nsteps: [refuse]", ["duplicate-key"]),
    ("trail: 1\nstory: &a anton\nnote: *a", ["yaml-feature", "yaml-feature"]),
    ("trail: 1\nstory: !!python/object:os.system x", ["yaml-feature", "missing-target"]),
    ("trail: 1\nstory: anton\nsteps: " + "[" * 40, ["too-deep"]),
    (b"trail: 1\nstory: \xff", ["encoding"]),
    (b"trail: 1\nstory: \x00", ["encoding"]),
    ("trail: 1\nstory: anton\nsteps: [" + "load, " * (MAX_TRAIL_STEPS + 1) + "]", ["too-many-steps"]),
    ("# " + "x" * MAX_TRAIL_BYTES, ["over-limit"]),
])  # fmt: skip
def test_a_file_that_lies_gives_findings(invented: Library, file: Path, text: str | bytes, expected: list[str]) -> None:
    assert codes(invented, file, text) == expected


@pytest.mark.parametrize("what", ["folder", "nothing", "fifo"])
def test_what_is_no_file_gives_a_finding(invented: Library, tmp_path: Path, what: str) -> None:
    import os

    path = tmp_path / "a.yaml"
    if what == "folder":
        path.mkdir()
    elif what == "fifo":
        os.mkfifo(path)
    assert not is_trail(path)
    assert [one.code for one in replay_steps(invented, TrailFile(path)).findings] == ["unreadable"]


def test_as_many_steps_as_are_allowed_are_replayed(invented: Library, file: Path) -> None:
    assert codes(invented, file, "trail: 1\nstory: anton\nsteps: [" + "load, " * MAX_TRAIL_STEPS + "]") == []


PIECES = st.one_of(
    st.sampled_from(GOOD.split("\n")), st.text(alphabet="abc:-[]{}\"'|>&*# \n\t0é", max_size=20),
    st.sampled_from(["steps: []", "  - {at: the-crane}", "  - go on", "12", "true", "null", "trail: 1"]),
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_a_hand_does_to_a_file_gives_findings_or_nothing(
    invented: Library, tmp_path: Path, data: st.DataObject
) -> None:
    lines = GOOD.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines) - 1))
        match data.draw(st.sampled_from(["delete", "replace", "insert", "cut", "value"])):
            case "delete" if len(lines) > 1:
                del lines[index]
            case "replace":
                lines[index] = data.draw(PIECES)
            case "cut":
                lines[index] = lines[index][: data.draw(st.integers(0, len(lines[index])))]
            case "value":
                key, colon, _ = lines[index].partition(": ")
                lines[index] = key + colon + data.draw(PIECES)
            case _:
                lines.insert(index, data.draw(PIECES))
    ending = data.draw(st.sampled_from(["yaml", "json"]))
    codes(invented, tmp_path / f"a.{ending}", "\n".join(lines))


def test_a_trail_file_is_known_from_a_story(tmp_path: Path) -> None:
    for name, text, expected in (("a", GOOD, True), ("b", '{"trail": 1}', True), ("c", "# x\ntrail: 1", True),
                                 ("d", "title: T\nscenes:\n  trail: {}\n", False)):  # fmt: skip
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        assert is_trail(tmp_path / f"{name}.yaml") == expected
    assert is_trail(tmp_path / "trails" / "any.yaml")
    assert not is_trail(tmp_path / "nothing.yaml")


def test_a_digest_tells_one_state_of_a_story_from_another() -> None:
    digests = {digest(story) for story in SHIPPED.stories.values()}
    assert len(digests) == len(SHIPPED.stories)
    assert all(one.startswith("sha256-") for one in digests)


def test_a_file_without_a_reader_s_part_has_none_and_another_names_its_parts(asked: Library, file: Path) -> None:
    before = replay_steps(asked, read(file, "trail: 1\nstory: anton\nsteps: [refuse]\n")).play
    assert before is not None
    assert (before.trail.parts, before.state.parts, before.state.shown) == ((), (), "refuse")
    text = "trail: 1\nstory: anton\nreader: [gap, thread]\nsteps: [reply order-or-request both, refuse]\n"
    found = replay_trail_file(asked, read(file, text), Reader(parts=PARTS))
    assert isinstance(found, ReplayResult)
    assert (found.reader.parts, found.play.state.parts) == (("gap", "thread"), ("gap", "thread"))
    assert [(one.prompt, one.option) for one in found.play.state.replies] == [("order-or-request", "both")]
    assert "reader: [gap, thread]" in as_yaml(format_trail(asked, found.play.trail, found.reader))


def test_a_part_that_is_none_is_found_and_a_reply_that_fits_no_prompt_too(asked: Library, file: Path) -> None:
    assert codes(asked, file, "trail: 1\nstory: anton\nreader: [points]\nsteps: [refuse]\n") == ["unknown-word"]
    for step in ("reply nothing law", "reply who-says nobody-else", "take nothing"):
        text = f"trail: 1\nstory: anton\nreader: [gap, mark, thread]\nsteps: [{step}, refuse]\n"
        assert codes(asked, file, text) == [], "a prompt that is gone decides nothing"
    assert codes(asked, file, "trail: 1\nstory: anton\nsteps: [reply who-says, refuse]\n") == ["broken-trail"]
