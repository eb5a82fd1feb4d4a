"""How the passages of a scene are told page by page, where the reader is asked something between them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.play.test_prompts import GAP, MARK, TO_HOME, asked_of, with_scene
from tests.support.playing import played, walked
from tests.support.wild import TRAPS, wild
from wayout.locale import reader_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS, Thread
from wayout.model.text import TwoWordings
from wayout.play.moves import GO_ON, Move, Reply
from wayout.play.state import Reader
from wayout.play.step import choose
from wayout.views.account import account, account_document
from wayout.views.log import reading_log
from wayout.views.page import Page, page
from wayout.views.sources import sources

FULL, GENTLE = Reader(parts=PARTS), Reader(parts=PARTS, gentle=True)


def shown(library: Library, *made: str | Move, reader: Reader = FULL) -> Page:
    """The page of the docker's story after some moves."""
    return page(library, asked_of(library, *made).state, reader)


def texts(found: Page) -> list[str]:
    return [block.text for block in found.blocks]


def labels(found: Page) -> list[str]:
    return [move.label for move in found.moves]


def with_gap(library: Library, **changes: Any) -> Library:
    """The library with another gap in the docker's first scene, which has nothing else to ask."""
    scene = library.scene("anton", "the-order")
    gap = replace(scene.prompts[GAP], **changes)
    return with_scene(library, "the-order", replace(scene, prompts={GAP: gap}))


def test_a_scene_is_told_in_pages_that_end_where_something_is_asked(asked: Library) -> None:
    first, second, third = shown(asked), shown(asked, GO_ON), shown(asked, GO_ON, GO_ON)
    assert [one.kind for one in (first, second, third)] == ["prompt", "prompt", "scene"]
    assert texts(first) == ["A ship lies at the quay.", "The foreman ____."]
    assert texts(second) == ["The others look on."]
    assert third.ask == "What does he answer?"
    afterwards = (GO_ON, GO_ON, "refuse", GO_ON)
    assert texts(shown(asked, *afterwards)) == ["He stands on the quay.", "His pay is stopped."]
    assert texts(shown(asked, *afterwards, GO_ON)) == ["The article does not say how he travels."]
    assert texts(shown(asked, *afterwards, GO_ON, GO_ON)) == ["The ship leaves."]


def test_without_the_reader_s_part_a_scene_is_one_page_and_whole(asked: Library) -> None:
    found = page(asked, played(asked, "anton").state, Reader())
    assert (found.kind, texts(found)) == (
        "scene",
        ["A ship lies at the quay.", "The foreman comes to him.", "The others look on."],
    )


def test_a_fork_tells_once_more_what_stood_before_the_last_prompt(asked: Library) -> None:
    """Whoever decides has the last words before her, and not only the question."""
    assert texts(shown(asked, GO_ON, GO_ON)) == ["The others look on."]
    assert texts(shown(asked, GO_ON, f"reply {MARK} law", GO_ON)) == ["The others look on."]


def test_each_kind_has_a_question_and_a_way_past_it(asked: Library) -> None:
    afterwards = (GO_ON, GO_ON, "refuse", GO_ON)
    found = [shown(asked), shown(asked, GO_ON), shown(asked, *afterwards), shown(asked, *afterwards, GO_ON),
             shown(asked, *afterwards, GO_ON, GO_ON, GO_ON)]  # fmt: skip
    kinds = ("gap", "mark", "place", "ask", "headline")
    own = {"mark": "Who says that pay stops?", "place": "The day is not told. Where does it hang?"}
    assert [one.ask for one in found] == [own.get(kind, reader_strings.ASK[kind]) for kind in kinds]
    assert [labels(one)[-1] for one in found] == [reader_strings.PASS[kind] for kind in kinds]
    assert [one.moves[-1].kind for one in found] == ["go on"] * 5


def test_what_hangs_on_each_reading_stands_beside_it_before_one_is_printed(asked: Library) -> None:
    moves = {move.id: (move.label, move.notice) for move in shown(asked).moves}
    assert moves == {
        f"reply {GAP} orders": ("orders him to load it", "An order binds."),
        f"reply {GAP} asks": ("asks him to load it, or drown", "A request binds nobody."),
        f"reply {GAP} both": (reader_strings.PRINT_BOTH, ""),
        "go on": ("Leave it as it came", ""),
    }


def test_a_gap_by_ear_shows_the_words_alone_and_what_hangs_on_them_afterwards(asked: Library) -> None:
    library = with_gap(asked, by="ear")
    assert [move.notice for move in shown(library).moves] == [""] * 4
    assert texts(shown(library, f"reply {GAP} orders"))[1:3] == [
        "orders him to load it: An order binds.",
        "asks him to load it, or drown: A request binds nobody.",
    ]


def test_a_gap_by_source_names_the_papers_beside_the_readings(asked: Library) -> None:
    notices = [move.notice for move in shown(with_gap(asked, by="source")).moves[:2]]
    assert [notice.split(" (")[0] for notice in notices] == ["The Harbour Gazette", "Digest Daily"]
    assert notices[1].endswith(f"({strings.HOW['paraphrase']})")


def test_what_is_revealed_has_the_line_as_printed_the_papers_and_what_was_corrected(asked: Library) -> None:
    found = shown(asked, f"reply {GAP} orders")
    line, first, second, corrected = found.blocks
    assert (found.kind, found.chosen, found.ask) == ("reveal", "", "")
    assert line.printed is not None
    assert line.text[slice(*line.printed)] == "orders him to load it"
    assert (first.heading, second.heading) == (reader_strings.STANDS_IN, "")
    assert first.text.startswith("The Harbour Gazette (")
    assert first.text.endswith(": He orders him.")
    assert second.text.startswith("Digest Daily (")
    assert corrected.text == "The digest was corrected later."
    assert labels(found) == [
        "Keep it",
        "Print it otherwise: asks him to load it, or drown",
        f"Print it otherwise: {reader_strings.PRINT_BOTH}",
    ]
    assert sources(asked, found.claims, FULL)


def test_both_readings_stand_in_the_line_each_as_that_of_one_text(asked: Library) -> None:
    line = shown(asked, f"reply {GAP} both").blocks[0]
    assert line.text == "The foreman orders him to load it, says one text; asks him to load it, or drown, says another."
    assert line.printed is not None
    assert line.text[line.printed[1] :] == "."


def test_whoever_prints_neither_reads_the_wording_that_is_shared(asked: Library) -> None:
    scene = asked.scene("anton", "the-order")
    short = replace(scene, text=scene.passages[:2], prompts={GAP: scene.prompts[GAP]})
    library = with_scene(asked, "the-order", short)
    assert texts(shown(library, GO_ON)) == ["A ship lies at the quay.", "What the foreman says is told in two ways."]
    assert shown(library, GO_ON).blocks[1].printed is None
    printed = shown(library, f"reply {GAP} asks", GO_ON)
    assert texts(printed)[1] == "The foreman asks him to load it, or drown."


def test_a_gap_about_whose_word_it_is_has_no_papers(asked: Library) -> None:
    library = with_gap(asked, by="owner", claim=None)
    assert labels(shown(library)) == ["orders him to load it", "asks him to load it, or drown", "Leave it as it came"]
    assert texts(shown(library, f"reply {GAP} orders")) == ["The foreman orders him to load it.", "An order binds."]


def test_a_mark_is_answered_by_the_record_and_never_called_right_or_wrong(asked: Library) -> None:
    found = shown(asked, GO_ON, f"reply {MARK} law")
    assert (found.chosen, texts(found)) == (
        "A law",
        ["The foreman · A law (your mark) · Nobody", "The foreman. Anton tells of it."],
    )
    assert not {"right", "wrong", "correct"} & set(" ".join((*texts(found), *labels(found))).lower().split())


def test_a_place_says_that_the_reader_hung_it(asked: Library) -> None:
    found = shown(asked, GO_ON, GO_ON, "refuse", GO_ON, "reply the-day before")
    assert texts(found) == ["No law has a fine.", reader_strings.HUNG_BY_READER]
    assert labels(found) == ["Keep it", "Date it otherwise: From April on"]


@pytest.mark.parametrize(
    ("answer", "says"), [("how-home", "Not told. He is in Tallinn."), ("who-told", "The foreman did.")]
)
def test_a_question_is_put_to_the_record_and_answered_or_not(asked: Library, answer: str, says: str) -> None:
    found = shown(asked, GO_ON, GO_ON, "refuse", GO_ON, GO_ON, f"reply way-home {answer}")
    assert (texts(found), labels(found)) == ([says], ["Go on"])


def test_the_gentle_wording_holds_for_readings_and_what_is_printed(asked: Library) -> None:
    beforehand = " ".join((*texts(shown(asked, reader=GENTLE)), *labels(shown(asked, reader=GENTLE))))
    printed = shown(asked, f"reply {GAP} asks", reader=GENTLE)
    both = shown(asked, f"reply {GAP} both", reader=GENTLE)
    assert "drown" not in " ".join((beforehand, *texts(printed), *labels(printed), *texts(both), *labels(both)))
    assert printed.blocks[0].text == "The foreman asks him to load it."


def test_a_prompt_in_two_wordings_is_gentle_for_whoever_reads_so(asked: Library) -> None:
    two = TwoWordings(full="The foreman {}, with a gun.", gentle="The foreman {}.")
    library = with_gap(
        asked, line=two, neither=TwoWordings(full="He has a gun.", gentle="He comes."), content=("combat",)
    )
    assert texts(shown(library))[1] == "The foreman ____, with a gun."
    assert texts(shown(library, reader=GENTLE))[1] == "The foreman ____."


# A line in hand.

IN_BORIS = (GO_ON, GO_ON, "take who-must-load", "load", "enter boris/the-crane")


def test_what_stands_beside_the_line_in_hand_is_shown_in_another_man_s_record(asked: Library) -> None:
    found = shown(asked, *IN_BORIS)
    assert (found.blocks[-1].text, found.blocks[-1].heading) == (
        "Boris loads it.",
        "You carry: Who has to load a ship?",
    )
    assert "boris-loaded" in found.claims
    assert found.blocks[-1].label == found.blocks[-1].heading


def test_it_is_not_shown_in_the_record_where_it_was_taken(asked: Library) -> None:
    found = shown(asked, GO_ON, GO_ON, "take who-must-load")
    assert "Anton is told to." not in texts(found)
    home = GO_ON, GO_ON, "take where-they-go", "refuse", GO_ON, GO_ON, GO_ON, GO_ON, GO_ON
    assert "Anton goes home." not in texts(shown(asked, *home))


def test_only_the_last_line_is_in_hand(asked: Library) -> None:
    found = shown(asked, GO_ON, GO_ON, "take who-must-load", "take where-they-go", "load", "enter boris/the-crane")
    assert "Boris loads it." not in texts(found)


def test_nothing_stands_beside_a_page_that_asks_something(asked: Library) -> None:
    on = *IN_BORIS, "load", GO_ON
    assert shown(asked, *on).kind == "prompt"
    assert not any(block.heading for block in shown(asked, *on).blocks)


def test_a_line_that_is_gone_is_carried_no_more(asked: Library) -> None:
    play = asked_of(asked, *IN_BORIS)
    none: dict[str, Thread] = {}
    assert not any(block.heading for block in page(replace(asked, threads=none), play.state, FULL).blocks)


def test_a_line_is_taken_by_its_question(asked: Library) -> None:
    assert labels(shown(asked, GO_ON, GO_ON))[-2:] == [
        "Take this along: Who has to load a ship?", "Take this along: Where does a docker go afterwards?",
    ]  # fmt: skip


def test_an_account_of_a_page_counts_every_claim_of_what_it_asks(asked: Library) -> None:
    assert {"anton-told", "law-fine"} <= set(shown(asked).claims)


@pytest.mark.parametrize("trap", sorted(TRAPS))
@given(numbers=st.lists(st.integers(0, 9), max_size=30))
def test_whatever_stands_in_a_prompt_an_account_or_a_thread_is_told_and_breaks_nothing(
    asked: Library, trap: str, numbers: list[int]
) -> None:
    """With a hostile text in every field that is shown; a line of a gap may have lost its place then, or have many."""
    library = wild(asked, TRAPS[trap])
    play = walked(library, "anton", numbers, parts=PARTS)
    found = page(library, play.state, FULL, play.trail)
    assert found.moves or found.close is not None
    for block in found.blocks:
        assert block.printed is None or block.text[slice(*block.printed)]
    made = account(library, play, FULL, "anton")
    assert made is not None
    assert account_document(made).sections


def test_a_headline_that_was_chosen_is_shown_on_the_page_that_follows_and_on_no_other(asked: Library) -> None:
    made = asked_of(asked, *TO_HOME)
    before = page(asked, made.state, FULL, made.trail)
    chosen = choose(asked, made, Reply("headline", "leave"))
    after = page(asked, chosen.state, FULL, chosen.trail)
    first = after.blocks[0]
    assert (first.label, first.text) == (reader_strings.HEADLINE_STANDS, "Anton on “load it or leave”")
    assert not any(block.label == reader_strings.HEADLINE_STANDS for block in before.blocks)
    passed = choose(asked, made, GO_ON)
    told = page(asked, passed.state, FULL, passed.trail)
    assert told.blocks == after.blocks[1:]
    log = [line.said() for entry in reading_log(asked, chosen.trail, FULL) for line in entry.rows]
    assert log.count("Chosen: Anton on “load it or leave”") == 1


def test_what_was_chosen_stands_once_in_the_log_before_what_the_record_has_on_it(asked: Library) -> None:
    play = asked_of(asked, GO_ON, f"reply {MARK} foreman")
    log = [line.said() for entry in reading_log(asked, play.trail, FULL) for line in entry.rows]
    (at,) = (at for at, line in enumerate(log) if line.startswith("Chosen: "))
    assert log[at + 1 :], "what the record has comes after it"
