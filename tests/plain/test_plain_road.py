"""A road told line by line: its own sentence, quiet lines, records to read on in, and what its last page lists."""

import pytest
from msgspec.structs import replace

from tests.invented.long_road import long_road
from tests.plain.test_plain_trail import tell
from wayout.model.library import Library


@pytest.fixture(scope="module")
def library(invented: Library) -> Library:
    return long_road(invented)


def test_a_step_is_told_then_its_quiet_lines_and_what_a_record_has_at_a_word(library: Library) -> None:
    step, fold, question = tell(library, "1", "also", "1", story="long")
    assert step.index("The work is paid.") < step.index("recorded of Boris, 2019: Go along")
    assert "He loads for pay." not in step
    assert "He loads for pay." in fold
    assert "What is answered?" in question


def test_a_record_is_read_on_in_and_leads_back_to_the_question(library: Library) -> None:
    told = tell(library, "1", "2", "5", story="long")
    assert "Boris" in told[1]
    assert "Return to The long quay: Two ties. Which does the road follow?" in told[1]
    assert "1  Pay (read)" in told[2]


def test_the_last_page_lists_what_was_shut_and_whose_steps_they_were(library: Library) -> None:
    last = tell(library, "2", "1", "1", "1", "1", story="long")[-1]
    assert "Shut on this road" in last
    assert "North: not open: Who is not paid has no passage." in " ".join(last.split())
    assert "Steps that none of the three took: 2" in last
    assert "No one person is on record with all of them." in last
    assert "Read Anton" in last


def test_a_number_of_the_last_page_goes_back_to_the_answer_that_shut_a_door_and_another_to_the_first_question(
    library: Library,
) -> None:
    end = ("2", "1", "1", "1", "1")
    last = tell(library, *end, story="long")[-1]
    assert "2  Back to the answer that shut it: North" in last
    assert "3  Another road, from its first question on" in last
    assert "What is answered?" in tell(library, *end, "2", story="long")[-1]
    assert "Which does the road follow?" in tell(library, *end, "3", story="long")[-1]


def test_where_the_first_stretch_ends_a_number_walks_on(library: Library) -> None:
    told = tell(library, "1", "1", "1", story="long")[-1]
    assert "Here the road’s first stretch ends." in told
    assert "1  Walk on now (Enter)" in told
    assert "Where to?" in tell(library, "1", "1", "1", "1", story="long")[-1]


def test_the_way_back_to_an_end_stops_no_page_of_a_record_that_is_read_next(library: Library) -> None:
    """It is offered last, where she decides something else; pages on which nothing is decided follow one another."""
    boris = library.stories["boris"]
    crane = boris.scenes["the-crane"]
    before = replace(crane, choices={}, ask=None, next="the-crane", text="Before that.")
    scenes = {"before": before, **boris.scenes}
    longer = {**library.stories, "boris": replace(boris, scenes=scenes, start="before")}
    told = tell(replace(library, stories=longer), "1", "1", "2", "1", "1", "1", "1", story="long")[-1]
    assert "Before that." in told
    assert str(crane.ask) in told, "the fork is told at once"
    assert told.rstrip().splitlines()[-1].strip().endswith("Return to the end of The long quay")
    assert told.count("Return to the end of The long quay") == 1
