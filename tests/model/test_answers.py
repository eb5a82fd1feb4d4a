"""An option that others took is answered by what their own records have on it."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.conftest import BASE
from tests.support.playing import played
from wayout.model.checks import check
from wayout.model.file_access import Folders, shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.redaction import redact_withdrawn
from wayout.play.moves import RETURN, STAY, Choose, Enter
from wayout.play.state import Reader
from wayout.views.page import page

READER = Reader()
ANSWERS = "story/answers.yaml"
SAYS = "Told to load the ship, he refuses."
HE = "He refuses."


def test_an_option_of_others_is_answered_on_its_own_page(invented: Library) -> None:
    shown = page(invented, played(invented, "boris", "refuse").state, READER)
    assert shown.reveal is not None
    assert [(one.of, one.text) for one in shown.reveal.outcomes] == [("Anton", SAYS)]
    assert [one.of for one in shown.reveal.told] == ["Anton"]
    assert shown.reveal.evidence == "taken by Anton · recorded"
    assert set(shown.claims) >= {"anton-told", "anton-refused"}


def test_from_an_answer_one_reads_on_in_the_record_and_comes_back_to_the_same_question(invented: Library) -> None:
    there = played(invented, "boris", "refuse", Enter("anton", "the-order"))
    assert there.state.story == "anton"
    back = played(invented, "boris", "refuse", Enter("anton", "the-order"), RETURN).state
    assert (back.story, back.scene, back.shown) == ("boris", "the-crane", None)
    stayed = played(invented, "boris", "refuse", STAY).state
    assert (stayed.scene, stayed.shown, stayed.looked) == ("the-crane", None, back.looked)
    assert played(invented, "boris", "refuse", STAY, Choose("load")).state.shown == "load"


def test_where_the_person_took_it_himself_he_alone_answers(invented: Library) -> None:
    shown = page(invented, played(invented, "anton", "refuse").state, READER)
    assert shown.reveal is not None
    assert [(one.of, one.text) for one in shown.reveal.outcomes] == [("", "He refuses.")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("refuse-order: {}\n", ["silent-answer"]),
        (f"refuse-order:\n  anton: {{text: {HE}}}\n", ["unsupported"]),
        (f"refuse-order:\n  anton: {{text: {HE}, claims: [boris-north]}}\n", ["borrowed-claims"]),
        (f"refuse-order:\n  anton: {{text: {HE}, claims: [anton-gone]}}\n", ["missing-target"]),
        ("refuse-order:\n  anton: {text: “go away” he says., claims: [anton-told]}\n", ["loose-quotation"]),
        (f"refuse-order:\n  anton: {{says: {HE}, claims: [anton-told]}}\n", ["missing-field", "unknown-field"]),
        (f"refuse:\n  anton: {{text: {HE}, claims: [anton-told]}}\n", ["missing-target", "silent-answer"]),
        (f"refuse-order:\n  antno: {{text: {HE}, claims: [anton-told]}}\n", ["missing-target", "silent-answer"]),
        ("refuse-order: He refuses.\n", ["wrong-type"]),
    ],
)  # fmt: skip
def test_an_answer_is_held_to_what_it_rests_on(tmp_path: Path, text: str, codes: list[str]) -> None:
    assert found(tmp_path, text) == codes


def test_an_outcome_of_the_other_person_answers_too(tmp_path: Path) -> None:
    shutil.copytree(BASE, tmp_path / "p")
    (tmp_path / "p" / ANSWERS).unlink()
    story = tmp_path / "p/story/boris.yaml"
    told = "        by: anton\n        outcome: {is: recorded, of: anton, text: He refuses., claims: [anton-refused]}\n"
    story.write_text(story.read_text(encoding="utf-8").replace("        by: anton\n", told), encoding="utf-8")
    loaded = load(Folders(tmp_path / "p/seeds", (tmp_path / "p/story",)))
    assert check(loaded) == []
    shown = page(loaded.library, played(loaded.library, "boris", "refuse").state, READER)
    assert shown.reveal is not None
    assert [one.of for one in shown.reveal.told] == ["Anton"]


def test_the_answers_of_somebody_who_is_withdrawn_are_gone(invented: Library) -> None:
    people = {**invented.people, "anton": replace(invented.people["anton"], withdrawn="2026-01-01")}
    left = redact_withdrawn(replace(invented, people=people))
    assert all("anton" not in by_person for by_person in left.answers.values())


def test_no_option_of_the_shipped_stories_is_answered_by_an_empty_page() -> None:
    library = load(shipped()).library
    empty = [
        (name, key, each)
        for name, story in library.stories.items()
        for key, scene in story.scenes.items()
        for each, choice in scene.choices.items()
        if not library.outcomes(story.person, choice)
    ]
    assert empty == []


def found(tmp_path: Path, text: str) -> list[str]:
    shutil.copytree(BASE, tmp_path / "p")
    (tmp_path / "p" / ANSWERS).write_text(text, encoding="utf-8")
    return sorted(one.code for one in check(load(Folders(tmp_path / "p/seeds", (tmp_path / "p/story",)))))
