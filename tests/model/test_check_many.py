"""Many faults at once: one run finds them all, and one fault does not hide behind another."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY, edit
from wayout.commands.check import run

BASE = BASE_STORY


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the invented project."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def found(project: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, int, int]]:
    """File, code, line and column of all that one run finds."""
    run([project], "json")
    return [
        (Path(one["file"]).name, one["code"], one["line"], one["column"]) for one in json.loads(capsys.readouterr().out)
    ]


def test_sixteen_faults_of_a_story_and_its_claims_are_found_in_one_run(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        project / "story" / "anton.yaml",
        ("    label: Pay,\n", "    label: Pay,\n    lable: Pay,\n"),
        ("    start: paid", "    start: paied"),
        ("    at: quay\n    date: 2019\n", "    at: key\n    date: 2019-13\n"),
        ("“load it or leave”", "“load it and leave”"),
        ("act: refuse-order", "act: refuse-odrer"),
        ("is: recorded, text: He refuses.", "is: recorded, date: 2019-13, text: He refuses."),
        ("is: threatened", "is: recorded"),
        ("- {text: He stands on the quay., claims: [anton-refused]}", "- {text: He stands on the quay.}"),
        ("about: [anton-home]", "about: [anton-hom]"),
        ("unknown: [What he does now.]", "unknown: [' ']"),
    )
    edit(
        project / "seeds" / "claims" / "anton.yaml",
        ("anton-refused:\n  says: Anton refuses.\n", "anton-refused:\n  says: Anton refuses.\n  note: He does.\n"),
        ("lines: 4-5", "lines: 4-50"),
        ("kind: threat\n", "kind: menace\n"),
        ("document: gazette-en, lines: 8, speaker: anton", "document: digest, lines: 1"),
        ("in-force: 2019-04-01/..", "in-force: spring"),
    )
    assert found(project, capsys) == [
        ("anton.yaml", "unknown-field", 12, 3),
        ("anton.yaml", "cite-range", 16, 37),
        ("anton.yaml", "unknown-word", 19, 9),
        ("anton.yaml", "paraphrase-only", 23, 1),
        ("anton.yaml", "malformed-date", 33, 13),
        ("anton.yaml", "unknown-field", 7, 5),
        ("anton.yaml", "undeclared-value", 9, 12),
        ("anton.yaml", "missing-target", 13, 9),
        ("anton.yaml", "malformed-date", 14, 11),
        ("anton.yaml", "loose-quotation", 15, 11),
        ("anton.yaml", "missing-target", 21, 14),
        ("anton.yaml", "malformed-date", 24, 39),
        ("anton.yaml", "recorded-not-taken", 31, 23),
        ("anton.yaml", "unsupported", 37, 10),
        ("anton.yaml", "missing-target", 39, 35),
        ("anton.yaml", "empty-text", 50, 17),
    ]


def test_what_a_misshapen_item_of_a_list_leaves_behind_keeps_its_place(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two passages cannot be read; the fault of the third is still shown where it stands."""
    edit(
        project / "story" / "anton.yaml",
        ("- {text: He stands on the quay., claims: [anton-refused]}", "- {claims: [anton-refused]}"),
        ("- {text: His pay is stopped., claims: [anton-threat]}", "- {txt: His pay}"),
        ("about: [anton-home], ", ""),
    )
    assert found(project, capsys) == [
        ("anton.yaml", "missing-field", 36, 9),
        ("anton.yaml", "unknown-field", 37, 10),
        ("anton.yaml", "unsupported", 38, 27),
    ]


def test_a_link_to_a_claim_in_a_file_that_cannot_be_read_is_no_second_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "seeds" / "claims" / "anton.yaml", ("says: Anton refuses.", "says: Anton: refuses."))
    assert [code for _, code, _, _ in found(project, capsys)] == ["syntax"]


def test_a_link_into_a_story_that_cannot_be_read_is_no_second_fault(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project / "story" / "anton.yaml", ("title: The docker", "title: The: docker"))
    assert [code for _, code, _, _ in found(project, capsys)] == ["syntax"]


@pytest.mark.parametrize("gone", ["people", "places", "documents"])
def test_a_seed_file_that_is_gone_is_one_finding(project: Path, capsys: pytest.CaptureFixture[str], gone: str) -> None:
    (project / "seeds" / f"{gone}.yaml").unlink()
    assert [code for _, code, _, _ in found(project, capsys)] == ["unreadable"]


def test_a_scene_cut_off_by_another_fault_is_not_reported_too(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a chain and of two circles that hang together, only the first is named."""
    scene = "  {}:\n    text: He waits.\n    claims: [anton-told]\n    next: {}\n"
    lost = [("b", "c"), ("c", "b"), ("a", "b"), ("d", "home"), ("e", "d")]
    more = "".join(scene.format(name, onward) for name, onward in lost)
    fork = scene.replace("    next: {}\n", "    ask: What now?\n    choices: {}\n")
    one = "{{label: One, act: leave, from: [anton-told], to: {}}}"
    choice = f"{{{{one: {one}, two: {one}}}}}"
    more += fork.format("x", choice.format("y", "a")) + scene.format("y", "x")
    edit(project / "story" / "anton.yaml", ("  home:\n", more + "  home:\n"))
    text = (project / "story" / "anton.yaml").read_text(encoding="utf-8").split("\n")
    named = [(code, text[line - 1].strip(" :")) for _, code, line, _ in found(project, capsys)]
    assert [one for one in named if one[0] in ("unreachable-scene", "island")] == [
        ("unreachable-scene", "e"), ("island", "x")
    ]  # fmt: skip


def test_of_scenes_that_lead_into_one_dead_circle_only_the_circle_is_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        project / "story" / "boris.yaml",
        ("    ending:\n      kind: record-silent\n      text: The record falls silent.\n      claims: [anton-told]\n",
         "    next: a\n  a: {text: A, claims: [anton-told], next: b}\n  b: {text: B, claims: [anton-told], next: b}\n"),
    )  # fmt: skip
    assert found(project, capsys) == [("boris.yaml", "endless-loop", 60, 3)]


def test_an_open_date_is_at_peace_with_both_states_of_the_law(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        project / "seeds" / "claims" / "anton.yaml",
        ("law-fine:\n", "law-before:\n  says: Nobody is fined.\n  kind: rule\n  in-force: ../2019-03-31\n"
         "  cites: [{document: harbour-act, at: section 9}]\nlaw-fine:\n"),
    )  # fmt: skip
    old = "{is: threatened, text: Those who refuse lose their pay., claims: [anton-threat]}"
    new = "{is: rule, text: First nobody is fined. Since April all are., claims: [law-before, law-fine]}"
    edit(project / "story" / "anton.yaml", (old, new))
    assert found(project, capsys) == []


@pytest.mark.parametrize(
    "quotation", ["load it or leave", "Load it or leave.", "LOAD IT OR LEAVE", "load it\n      or leave"]
)
def test_a_quotation_may_differ_from_its_cite_in_what_its_sentence_decides(
    project: Path, capsys: pytest.CaptureFixture[str], quotation: str
) -> None:
    edit(project / "story" / "anton.yaml", ("“load it or leave”", f"“{quotation}”"))
    assert found(project, capsys) == []


def test_a_record_whose_own_path_fails_gets_no_second_fault_for_steps_into_it(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(
        project / "story" / "anton.yaml",
        ("        by: anton\n        outcome: {is: recorded", "        outcome: {is: reported"),
    )
    assert [code for _, code, _, _ in found(project, capsys)] == ["recorded-path"]
