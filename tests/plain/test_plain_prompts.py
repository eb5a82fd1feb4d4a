"""The reader's part line by line: what she is asked has numbers, Enter passes it over, and options leave parts out."""

import subprocess
from pathlib import Path

import pytest

from tests.plain.test_plain_trail import tell
from wayout.cli.class_ import class_
from wayout.commands import classroom
from wayout.locale import reader_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS, PartKind
from wayout.play.state import Reader

OWN = Reader(parts=PARTS)
VERA = """\
title: The nurse
person: vera
teaser: A nurse is called up.
author: A. W.
start: the-beginning
scenes:
  the-beginning:
    text:
      - {text: A paper comes., claims: [vera-called], prompt: whose-word}
      - {text: It calls her up., claims: [vera-called]}
      - {text: She says no., claims: [vera-refuses], prompt: who-says}
      - {text: She goes home., claims: [vera-refuses]}
    next: as-told
    prompts:
      whose-word:
        is: gap
        by: owner
        line: "{} comes."
        neither: It comes.
        claims: [vera-called]
        options: {paper: {label: A paper}, call: {label: A call}}
      who-says:
        is: mark
        ask: Who says so?
        options: {vera: {label: Vera}, nobody: {label: Nobody}}
        text: Vera does.
        claims: [vera-refuses]
  as-told:
    text: She does not go.
    claims: [vera-refuses]
    ending: {kind: as-published, text: She does not go., claims: [vera-refuses]}
    prompts:
      headline:
        is: headline
        options: {short: {label: “I stay”, claims: [vera-refuses]}, long: {label: Her “I stay”, claims: [vera-refuses]}}
people:
  vera: {name: Vera, identity: unstated, role: a nurse}
documents:
  talk: {type: document, title: A talk}
claims:
  vera-called:
    says: She is called up.
    kind: event
    cites: [{document: talk, at: minute 1, voice: narrated}]
  vera-refuses:
    says: She does not go.
    kind: event
    cites: [{document: talk, at: minute 2, speaker: vera, voice: quoted, quote: I stay}]
"""
ARTICLE = f"account: [{', '.join(8 * ['{text: She stayed., claims: [vera-refuses]}'])}]\nscenes:"
"""An article on her, in place of the line at which her scenes begin."""
"""A story with evidence of its own."""


def test_what_is_asked_has_numbers_and_is_answered_by_one(asked: Library) -> None:
    told = tell(asked, "1", "", "2", reader=OWN)
    assert "The foreman orders him to load it." in told[0]
    assert reader_strings.STANDS_IN in told[0]
    assert f"1  {reader_strings.KEEP['gap']} ({strings.BY_ENTER})" in told[0]
    assert "Who says that pay stops?" in told[1]
    assert "The foreman. Anton tells of it." in told[2]
    assert strings.CHOSEN.format(label="A law") in told[2]
    assert "What does he answer?" in told[2], "a page that decides nothing is followed by the next"


def test_the_first_page_of_a_scene_has_its_heading_if_it_is_a_prompt_too(asked: Library) -> None:
    """Once: what follows in the same scene has none; of a place that is come to the heading stands before all else."""
    first = tell(asked, "again", "", "again", "1", "", reader=OWN)
    assert first[0].startswith("Anton · ")
    assert "Anton · " not in first[1], "the next prompt is one of the same scene"
    assert first[2].startswith("Anton · "), "told once more it has one"
    there = tell(asked, "", "", "1", reader=OWN)[-1]
    assert there.index("He refuses.") < there.index("Anton · ") < there.index("His pay is stopped.")


def test_enter_passes_a_prompt_over_and_decides_nothing_at_a_fork(asked: Library) -> None:
    told = tell(asked, "", "", "", reader=OWN)
    assert "Who says that pay stops?" in told[0]
    assert "What does he answer?" in told[1]
    assert "He refuses." not in told[2]


def test_what_is_printed_can_be_taken_back(asked: Library) -> None:
    told = tell(asked, "1", "undo", reader=OWN)
    assert reader_strings.BLANK in told[1] or "Which do you print?" in told[1]


def test_a_line_in_hand_is_led_in_on_another_man_s_page(asked: Library) -> None:
    told = tell(asked, "", "", "4", "2", "1", reader=OWN)
    assert "[You carry: Who has to load a ship?] Boris loads it." in told[-1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one story that asks its reader three things."""
    (tmp_path / "vera.yaml").write_text(VERA, encoding="utf-8")
    return tmp_path


def plain(wayout: list[str], folder: Path, *options: str) -> str:
    done = subprocess.run([*wayout, "play", "vera", "--plain", "--no-trace", "--stories", str(folder), *options],
                          input="\n" * 40, timeout=60, capture_output=True, encoding="utf-8", check=True)  # fmt: skip
    return done.stdout


def test_a_part_is_left_out_by_its_name_and_all_by_one_word(wayout: list[str], folder: Path) -> None:
    gap, mark, headline = reader_strings.ASK["gap"], "Who says so?", reader_strings.ASK["headline"]

    def asked(*options: str) -> list[str]:
        told = plain(wayout, folder, *options)
        assert "She goes home." in told
        return [one for one in (gap, mark, headline) if one in told]

    assert asked() == [gap, mark, headline]
    assert asked("--without", "gap") == [mark, headline]
    assert asked("--without", "mark", "--without", "headline") == [gap]
    assert asked("--without", "all") == []


@pytest.mark.parametrize(
    ("options", "parts"),
    [([], PARTS), (["--without", "gap"], PARTS[1:]), (["--without", "gap", "--without", "mark"], PARTS[2:]),
     (["--without", "all"], ())],
    ids=str,
)  # fmt: skip
def test_a_class_leaves_parts_out_for_the_whole_lesson(
    options: list[str], parts: tuple[PartKind, ...], monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    lessons: list[classroom.LessonOptions] = []

    def serve(_: Library, lesson: classroom.LessonOptions) -> int:
        lessons.append(lesson)
        return 0

    monkeypatch.setattr(classroom, "serve", serve)
    assert class_.main(["vera", "--stories", str(folder), *options], standalone_mode=False) == 0
    assert [lesson.parts for lesson in lessons] == [parts]


def test_before_her_first_record_the_reader_is_told_who_she_is(wayout: list[str], folder: Path) -> None:
    assert reader_strings.WHO_YOU_ARE not in " ".join(plain(wayout, folder).split()), "she edits nothing there"
    (folder / "vera.yaml").write_text(VERA.replace("scenes:", ARTICLE, 1), encoding="utf-8")
    assert reader_strings.WHO_YOU_ARE in " ".join(plain(wayout, folder).split())
    assert reader_strings.WHO_YOU_ARE not in " ".join(plain(wayout, folder, "--without", "all").split())
    assert len(reader_strings.WHO_YOU_ARE.split()) <= 40


def test_whoever_has_a_trail_is_not_told_again_who_she_is(wayout: list[str], folder: Path) -> None:
    (folder / "vera.yaml").write_text(VERA.replace("scenes:", ARTICLE, 1), encoding="utf-8")

    def told() -> str:
        command = [*wayout, "play", "vera", "--plain", "--stories", str(folder)]
        done = subprocess.run(command, input="1\nquit\n", timeout=60, capture_output=True, encoding="utf-8", check=True)
        return " ".join(done.stdout.split())

    assert [reader_strings.WHO_YOU_ARE in told() for _ in range(2)] == [True, False]


def test_the_article_on_a_record_is_told_again_in_the_library(wayout: list[str], folder: Path) -> None:
    (folder / "vera.yaml").write_text(VERA.replace("scenes:", ARTICLE, 1), encoding="utf-8")

    def told(*story: str, said: str) -> str:
        command = [*wayout, "play", *story, "--plain", "--stories", str(folder)]
        done = subprocess.run(command, input=said, timeout=60, capture_output=True, encoding="utf-8", check=True)
        return " ".join(done.stdout.split())

    assert "There is no article of yours on “Vera”" in told(said="debrief vera\nquit\n")
    told("vera", said="\n" * 8 + "quit\n")
    for word in ("debrief", "article"):
        assert "Your article: The nurse" in told(said=f"{word} vera\nquit\n")


def test_a_part_that_is_none_is_misuse(wayout: list[str]) -> None:
    done = subprocess.run([*wayout, "play", "--without", "points"], capture_output=True, encoding="utf-8", timeout=60,
                          check=False, input="")  # fmt: skip
    assert done.returncode == 2
