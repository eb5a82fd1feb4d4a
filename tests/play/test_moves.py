"""Moves and their texts: each goes there and back, each text means one thing, and one that means nothing is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.playing import played
from wayout.api import Play
from wayout.errors import WayoutError
from wayout.model.library import Library
from wayout.play.moves import (
    GO_ON,
    MARKS,
    RETURN,
    STAY,
    Choose,
    Enter,
    Mark,
    Move,
    MoveTextError,
    Reply,
    Take,
    decode,
    encode,
)
from wayout.play.step import MoveNotOpenError, find_move, moves
from wayout.views.page import page

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
any_move: st.SearchStrategy[Move] = st.one_of(
    st.builds(Choose, ids),
    st.builds(Enter, ids, st.one_of(st.just(""), ids)),
    st.builds(Reply, ids, ids),
    st.builds(Take, ids),
    st.sampled_from((GO_ON, STAY, RETURN, *map(Mark, MARKS))),
)


@given(any_move)
def test_a_move_is_read_back_from_its_text(move: Move) -> None:
    assert decode(encode(move)) == move


@given(any_move, any_move)
def test_two_moves_have_two_texts(one: Move, other: Move) -> None:
    assert (encode(one) == encode(other)) == (one == other)


BEGINNINGS = ("go on", "enter ", "mark ", "reply ", "take ", "turn back")
texts = st.one_of(
    st.text(max_size=30),
    st.builds(str.__add__, st.sampled_from(BEGINNINGS), st.text("ab/ ", max_size=5)),
    st.sampled_from(("go on", "stay here", "turn back", "enter a", "enter a/b", "enter a/b/c", "mark rule")),
)


def read(text: str) -> Move | str:
    """The move of a text, or why it has none."""
    try:
        return decode(text)
    except MoveTextError as error:
        return str(error)


@given(texts)
def test_a_text_that_is_read_is_written_as_it_was_and_any_other_is_refused_by_its_name(text: str) -> None:
    found = read(text)
    assert (f"'{text}'" in found or not text) if isinstance(found, str) else encode(found) == text


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "an empty text is no move"),
        ("enter ", "'enter ' is no step into a record: write 'enter RECORD' or 'enter RECORD/SCENE'"),
        ("reply ", "'reply ' is no reply: write 'reply PROMPT OPTION'"),
        ("reply word", "'reply word' is no reply: write 'reply PROMPT OPTION'"),
        ("reply word one two", "'reply word one two' is no reply: write 'reply PROMPT OPTION'"),
        ("take ", "'take ' names no line: write 'take THREAD'"),
        ("take one two", "'take one two' names no line: write 'take THREAD'"),
        ("enter /home", "'enter /home' is no step into a record"),
        ("enter anton/", "'enter anton/' is no step into a record"),
        ("mark ", "'mark ' is no mark: write 'mark' and one of recorded, threatened, rule, nothing"),
        ("mark rumour", "'mark rumour' is no mark"),
    ],
)
def test_a_text_of_another_meaning_is_refused_with_what_could_be_written(text: str, says: str) -> None:
    with pytest.raises(MoveTextError) as refused:
        decode(text)
    assert str(refused.value).startswith(says)
    assert isinstance(refused.value, WayoutError)


def test_the_texts_are_those_that_trail_files_and_shelves_have_always_had() -> None:
    texts = ["refuse", "enter anton/home", "go on", "stay here", "turn back", "mark nothing"]
    found = (Choose("refuse"), Enter("anton", "home"), GO_ON, STAY, RETURN, Mark("nothing"))
    assert [encode(one) for one in found] == texts
    assert tuple(map(decode, texts)) == found


def test_a_page_gives_each_move_with_its_text_and_finds_it_by_it(invented: Library) -> None:
    for play in (played(invented, "boris"), played(invented, "boris", "refuse"), played(invented, "anton", "load")):
        shown = page(invented, play.state, Play(invented, "boris").reader)
        assert tuple(one.move for one in shown.open_moves) == moves(invented, play.state)
        assert [one.id for one in shown.open_moves] == [encode(one) for one in moves(invented, play.state)]
        assert [find_move(invented, play.state, one.id) for one in shown.open_moves] == list(
            moves(invented, play.state)
        )
    assert find_move(invented, played(invented, "boris").state, "mark rumour") is None


def test_the_public_api_takes_what_a_page_offers_the_move_and_its_text(invented: Library) -> None:
    play = Play(invented, "anton")
    first = play.moves[0]
    assert play.choose(first).page == play.choose(first.move).page == play.choose(first.id).page
    for other in ("go on", "mark rumour", "", Choose("nonsense")):
        with pytest.raises(MoveNotOpenError):
            play.choose(other)
