"""The article that a reader has at the end: what is in it, what is left out, and whose word each line is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.play.test_prompts import GAP, SHIPPED, asked_of
from tests.support.playing import walked
from wayout.locale import reader_strings
from wayout.model.evidence import Claim
from wayout.model.library import Library
from wayout.model.prompts import BLANK, PARTS, AccountLine
from wayout.model.text import TwoWordings
from wayout.play.moves import GO_ON, Move
from wayout.play.state import Reader
from wayout.render.document_text import plain_lines
from wayout.views.account import MAX_LINES, Account, account, account_document, margin_of
from wayout.views.debrief import debrief, debrief_document

FULL = Reader(parts=PARTS)
END = (GO_ON, GO_ON, "refuse", GO_ON)


def written(library: Library, *made: str | Move, reader: Reader = FULL) -> Account:
    """The docker's article after some moves."""
    found = account(library, asked_of(library, *made), reader)
    assert found is not None
    return found


def texts(found: Account) -> list[str]:
    return [line.text for line in found.lines]


def with_lines(library: Library, count: int, *, keep: bool = False) -> Library:
    """The library with so many lines of account, the last one of which is that of the story."""
    anton = library.stories["anton"]
    filled = tuple(
        AccountLine(text=f"Line {n}.", claims=("anton-told",), keep=keep) for n in range(count - len(anton.account))
    )
    account_lines = (*anton.account[:-1], *filled, anton.account[-1])
    return replace(library, stories={**library.stories, "anton": replace(anton, account=account_lines)})


def test_the_spine_stands_as_it_is_written_until_the_reader_does_something(asked: Library) -> None:
    found = written(asked)
    assert len(found.lines) == 9
    assert found.lines[1].text == "What the foreman told him on the quay is told in two ways."
    assert (found.lines[1].margin, found.lines[1].printed) == (reader_strings.AS_IT_CAME, None)
    assert (found.name, found.headline, found.left_out) == ("Anton", "The docker", ())
    assert found.not_told == "What he does now."


def test_a_line_takes_what_she_printed_and_says_what_the_other_text_has(asked: Library) -> None:
    line = written(asked, f"reply {GAP} orders").lines[1]
    assert line.text == "On the quay the foreman orders him to load it."
    assert line.printed is not None
    assert line.text[slice(*line.printed)] == "orders him to load it"
    assert line.margin == "you chose this; the other text has: asks him to load it"
    assert line.lines == 1


def test_what_was_printed_otherwise_says_that_it_was_changed(asked: Library) -> None:
    line = written(asked, f"reply {GAP} orders", f"reply {GAP} asks").lines[1]
    assert line.margin == "you chose this; the other text has: orders him to load it; changed once"


def test_both_readings_take_two_lines(asked: Library) -> None:
    line = written(asked, f"reply {GAP} both").lines[1]
    assert (
        line.text == "On the quay the foreman orders him to load it, says one text; asks him to load it, says another."
    )
    assert (line.lines, line.margin) == (2, reader_strings.PRINTED_BOTH)


def test_a_gap_that_was_passed_over_is_left_as_it_came(asked: Library) -> None:
    assert written(asked, GO_ON).lines[1] == written(asked).lines[1]


def test_what_she_asked_stands_with_its_answer_before_the_last_line(asked: Library) -> None:
    found = written(asked, *END, GO_ON, "reply way-home how-home")
    assert found.lines[-2].text == "How does he get home? Not told. He is in Tallinn."
    assert (found.lines[-2].margin, found.lines[-2].is_kept) == (reader_strings.NOT_TOLD, True)
    assert found.lines[-1].text == "As of May 2019 he is at home."
    answered = written(asked, *END, GO_ON, "reply way-home who-told").lines[-2]
    assert (answered.text, answered.margin) == ("Who told him to load? The foreman did.", reader_strings.PERSONS_WORD)


def test_the_last_man_whom_she_met_stands_in_it_as_another_man(asked: Library) -> None:
    found = written(asked, GO_ON, GO_ON, "load")
    assert found.lines[-2].text == "At the same question, in another record: Boris. Beside Anton he loads the ship."
    assert found.lines[-2].claims == ("boris-loaded",)


def test_the_headline_is_hers_and_else_that_of_the_story(asked: Library) -> None:
    found = written(asked, *END, GO_ON, GO_ON, GO_ON, "reply headline leave")
    assert found.headline == "Anton on “load it or leave”"
    assert written(asked, *END, GO_ON, GO_ON, GO_ON, GO_ON).headline == "The docker"


def test_no_article_has_more_than_twelve_lines_and_it_says_what_is_left_out(asked: Library) -> None:
    library = with_lines(asked, 12)
    assert written(library).left_out == ()
    found = written(library, f"reply {GAP} both")
    assert sum(line.lines for line in found.lines) == MAX_LINES
    assert found.left_out == ("Line 2.",), "from the end, but for the line that ends it"
    more = written(library, f"reply {GAP} both", *END, GO_ON, "reply way-home how-home")
    assert more.left_out == ("Line 1.", "Line 2.")
    assert sum(line.lines for line in more.lines) == MAX_LINES


def test_what_is_kept_printed_or_asked_is_never_left_out(asked: Library) -> None:
    library = with_lines(asked, 12, keep=True)
    found = written(library, f"reply {GAP} both", *END, GO_ON, "reply way-home how-home")
    kept = (
        "Anton, a docker, told a paper of an order on a quay.",
        "As of May 2019 he is at home.",
        "Line 0.",
        "Line 2.",
    )
    assert set(kept) <= set(texts(found))
    assert not set(kept) & set(found.left_out)
    assert any(line.printed for line in found.lines)
    assert any(line.text.startswith("How does he get home?") for line in found.lines)


def test_every_article_is_gentle_whoever_reads_it(asked: Library) -> None:
    for reader in (FULL, Reader(parts=PARTS, gentle=True)):
        for printed in ("asks", "both"):
            found = written(asked, f"reply {GAP} {printed}", *END, reader=reader)
            told = " ".join((*texts(found), *(line.margin for line in found.lines), *found.left_out, found.not_told))
            assert "Beaten" not in told
            assert "drown" not in told
            assert "He went home." in texts(found)


def test_whose_word_a_line_is_comes_from_its_weakest_claim(asked: Library) -> None:
    def margin(*names: str, **changed: Claim) -> str:
        return margin_of(replace(asked, claims={**asked.claims, **changed}), names)

    refused, told, loaded = (asked.claims[name] for name in ("anton-refused", "anton-told", "boris-loaded"))
    assert margin("law-fine") == reader_strings.A_RECORD
    assert margin("boris-loaded") == reader_strings.ONE_TEXT
    assert margin("anton-refused") == reader_strings.PERSONS_WORD
    assert margin("law-fine", "boris-loaded") == reader_strings.ONE_TEXT
    assert margin("boris-loaded", "anton-refused") == reader_strings.PERSONS_WORD
    assert margin("own", "anton-refused", own=replace(refused, interest="self")) == reader_strings.IN_FAVOUR
    told_again = replace(told, cites=told.cites[1:], differs=(), corrected=None)
    assert margin("told-again", "own", **{"told-again": told_again}) == reader_strings.A_SUMMARY
    two = replace(loaded, cites=(*loaded.cites, *told.cites[1:]))
    assert margin("two", two=two) == reader_strings.THE_ARTICLES
    assert margin() == margin("not-there") == ""


def test_the_foot_counts_the_lines_that_rest_on_his_word(asked: Library) -> None:
    found = written(asked)
    his = [line for line in found.lines if line.margin in (reader_strings.PERSONS_WORD, reader_strings.IN_FAVOUR)]
    assert found.own_words == len(his)
    assert f"{len(his)} of 9 lines rest on one person’s word alone." in document(found)


def document(found: Account) -> str:
    """The article as plain text."""
    return "\n".join(line.text for line in plain_lines(account_document(found)))


def test_the_document_marks_what_she_printed_and_ends_on_what_is_left_out_and_not_told(asked: Library) -> None:
    told = document(written(with_lines(asked, 12), f"reply {GAP} both"))
    assert "[orders him to load it, says one text; asks him to load it, says another]" in told
    assert "Left out for want of room: Line 2." in told
    assert "Not told: What he does now." in told
    assert told.index("Not told:") < told.index(reader_strings.MARGIN_HEAD)


def test_the_debrief_begins_with_it_where_the_reader_has_a_part(asked: Library) -> None:
    found = debrief(
        asked, asked_of(asked, f"reply {GAP} orders", GO_ON, GO_ON, "load", "enter boris/the-crane", "load").trail, FULL
    )
    assert [one.name for one in found.accounts] == ["Anton", "Boris"]
    assert debrief_document(found).sections[0].heading == reader_strings.YOUR_ACCOUNT.format(headline="The docker")
    without = debrief(asked, replace(asked_of(asked).trail, parts=()), Reader())
    assert without.accounts == ()


def test_a_story_without_a_spine_has_no_article(asked: Library) -> None:
    assert account(asked, asked_of(asked), FULL, "marta") is None


def test_a_kept_line_in_two_wordings_stays_gentle(asked: Library) -> None:
    anton = asked.stories["anton"]
    hard = AccountLine(
        text=TwoWordings(full="He was shot at.", gentle="He came to harm."), claims=("anton-told",), keep=True
    )
    story = replace(anton, account=(*anton.account[:-1], hard))
    found = written(replace(asked, stories={**asked.stories, "anton": story}))
    assert texts(found)[-1] == "He came to harm."


RECORDS = sorted(name for name, story in SHIPPED.stories.items() if story.account)


@pytest.mark.parametrize("name", RECORDS)
@given(numbers=st.lists(st.integers(0, 9), max_size=60))
def test_every_shipped_article_fits_and_is_whole_whatever_the_reader_does(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers, parts=PARTS)
    found = account(SHIPPED, play, FULL, name)
    assert found is not None
    assert 6 <= sum(line.lines for line in found.lines) <= MAX_LINES
    for line in found.lines:
        assert BLANK not in line.text
        assert reader_strings.BLANK not in line.text
        assert line.text
        assert line.margin
        assert set(line.claims) <= set(SHIPPED.claims)
    kept = {line.text for line in found.lines if line.is_kept}
    assert not kept & set(found.left_out)
    assert found.headline
    assert found.not_told
