"""Steps taken back and made again, by example and for any sequence of moves; and all that was read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.playing import history_of, walked
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.text import paragraphs
from wayout.play.history import History, choose, forks, jump, redo, undo
from wayout.play.moves import GO_ON, Choose, Mark
from wayout.play.state import Reader
from wayout.play.step import moves
from wayout.views.log import pages, reading_log, search_log

FULL = Reader()
SHIPPED = load(shipped()).library
STORIES = st.sampled_from(sorted(SHIPPED.stories))
PICKS = st.lists(st.integers(min_value=0, max_value=9), max_size=30)


def test_a_new_choice_drops_what_was_undone(invented: Library) -> None:
    history = undo(invented, undo(invented, history_of(invented, "anton", "load", GO_ON)))
    assert [step.move for step in history.undone] == [Choose("load"), GO_ON]
    assert choose(invented, history, Choose("refuse")).undone == ()


def test_at_either_end_nothing_changes(invented: Library) -> None:
    history = history_of(invented, "anton")
    assert undo(invented, history) == redo(invented, history) == history


def test_the_forks_are_the_choices_made_and_those_taken_back(invented: Library) -> None:
    history = undo(invented, history_of(invented, "anton", "load", GO_ON, "refuse"))
    found = forks(invented, history, FULL)
    assert [(one.number, one.at, one.question, one.chosen, one.is_undone) for one in found] == [
        (1, 0, "What does he answer?", "Load the ship", False),
        (2, 2, "What does he answer?", "Refuse", True),
    ]


def test_forks_of_several_records_say_whose_they_are(invented: Library) -> None:
    history = history_of(invented, "boris", "refuse", "enter anton/the-order", "load")
    assert [one.question for one in forks(invented, history, FULL)] == [
        "Boris: What does he do?",
        "Anton: What does he answer?",
    ]


def test_a_jump_stands_before_the_decision_and_can_be_redone(invented: Library) -> None:
    history = history_of(invented, "anton", "load", GO_ON, "refuse", GO_ON)
    there = jump(invented, history, 2)
    assert (there.play.state.scene, len(there.play.trail.steps)) == ("the-order", 2)
    assert jump(invented, there, 1).line == history.line
    assert jump(invented, jump(invented, there, 1), 2) == there, "forwards too"
    for nowhere in (0, 3, -1):
        with pytest.raises(IndexError):
            jump(invented, history, nowhere)


@given(STORIES, PICKS, PICKS)
def test_undo_after_choose_and_redo_after_undo_are_identity(name: str, numbers: list[int], back: list[int]) -> None:
    history = History(walked(SHIPPED, name, numbers))
    for move in moves(SHIPPED, history.play.state):
        assert undo(SHIPPED, choose(SHIPPED, history, move)).play == history.play
    for _ in back:
        earlier = undo(SHIPPED, history)
        assert not history.can_undo or redo(SHIPPED, earlier) == history
        assert earlier.line == history.line
        history = earlier


@given(STORIES, PICKS, st.data())
def test_a_jump_is_undone_by_redoing(name: str, numbers: list[int], data: st.DataObject) -> None:
    history = History(walked(SHIPPED, name, numbers))
    if found := forks(SHIPPED, history, FULL):
        one = data.draw(st.sampled_from(found))
        there = jump(SHIPPED, history, one.number)
        assert (there.play.state.story, there.play.state.scene) == (one.story, one.scene)
        assert one.move in moves(SHIPPED, there.play.state)
        while there.undone:
            there = redo(SHIPPED, there)
        assert there == history


def test_the_backlog_holds_every_page_in_order_with_its_evidence_words(invented: Library) -> None:
    found = reading_log(invented, history_of(invented, "anton", "load", GO_ON, "refuse", GO_ON, GO_ON).play.trail, FULL)
    told = [line.said() for entry in found for line in entry.rows]
    order = ["Load the ship", "Chosen: Load the ship", "Those who refuse lose their pay.",
             "not taken · threatened · one report, one text", "Chosen: Refuse", "He refuses.",
             "taken · recorded · one report, one text", "He stands on the quay.", "Here the published account ends",
             "What he does now.", "Who could check this?"]  # fmt: skip
    assert [told.index(text) for text in order] == sorted(told.index(text) for text in order)
    assert told.count("Load the ship") == told.count("Refuse") == 1, "a fork is told once"
    assert found[0].heading == "Anton · A quay · 2019"


def test_the_backlog_reveals_nothing_that_is_held_back(invented: Library) -> None:
    asked = history_of(invented, "anton", "load", asks=True)
    assert "not taken" not in str(reading_log(invented, asked.play.trail, FULL))
    told = str(reading_log(invented, choose(invented, asked, Mark("rule")).play.trail, FULL))
    assert "Chosen: A rule: a law or a policy" in told
    assert "not taken · threatened" in told


def test_a_search_keeps_the_lines_that_hold_the_words(invented: Library) -> None:
    found = reading_log(invented, history_of(invented, "anton", "refuse", GO_ON).play.trail, FULL)
    assert [line.said() for entry in search_log(found, "  HIS   pay ") for line in entry.rows] == [
        "His pay is stopped."
    ]
    assert search_log(found, "  ") == found
    assert search_log(found, "submarine") == ()


@given(STORIES, PICKS)
def test_the_backlog_tells_every_paragraph_of_every_page(name: str, numbers: list[int]) -> None:
    trail = History(walked(SHIPPED, name, numbers)).play.trail
    told = {line.said() for entry in reading_log(SHIPPED, trail, FULL) for line in entry.rows}
    for one in pages(SHIPPED, trail, FULL):
        outcomes = one.reveal.outcomes if one.reveal is not None else ()
        quiet = one.reveal.lines if one.reveal is not None else ()
        in_full = (outcome.text for outcome in outcomes if outcome not in quiet or outcome.brief)
        texts = (*(block.text for block in one.blocks), *in_full)
        assert {part for text in texts for part in paragraphs(text)} <= told
        assert {"".join(line.line) for line in quiet} <= told
        assert all(line.brief or line.line[1].endswith(" ".join(line.text.split())) for line in quiet)
