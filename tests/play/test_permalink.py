"""A trail as one short word: there and back, how it is read with it, and as far as it fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.play.test_history import PICKS, SHIPPED, STORIES
from tests.support.playing import walked
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.permalink import MAX_PERMALINK_STEPS, MOVE_SIGNS, PermalinkState, decode_trail, flags, is_code, moved
from wayout.play.state import Reader
from wayout.play.step import begin, moves

STORY = max(SHIPPED.stories)
READERS = st.builds(
    Reader, gentle=st.booleans(), asks=st.booleans(), parts=st.sets(st.sampled_from(PARTS)).map(lambda some: tuple(
        part for part in PARTS if part in some))
)  # fmt: skip


def code_of(library: Library, story: str, numbers: list[int]) -> str:
    """The code of a play, sign by sign as it is made."""
    play = walked(library, story, numbers)
    state = PermalinkState(begin(library, story), Reader(), f"{story}..")
    for step in play.trail.steps:
        code = moved(library, state, step.move)
        state = decode_trail(library, code) or state
        assert state.code == code
    assert state.play == play
    return state.code


@given(STORIES, PICKS)
def test_a_play_is_read_back_from_its_code(story: str, numbers: list[int]) -> None:
    code = code_of(SHIPPED, story, numbers)
    assert is_code(SHIPPED, code)
    assert code.count(".") == 2


@given(READERS)
def test_how_it_is_read_stands_in_the_code(reader: Reader) -> None:
    found = decode_trail(SHIPPED, f"{STORY}.{flags(reader)}.")
    assert found is not None
    assert found.reader == reader
    assert (found.play.trail.asks, found.play.trail.parts) == (reader.asks, reader.parts)
    assert is_code(SHIPPED, found.code)
    assert set(flags(Reader())) == set()


@pytest.mark.parametrize("rest", ["..", ".g.0.1", ".g.0.g", ".x.", ".ag.", ". .", ".g", "", ".g.0!", ".." + "0" * 600])
def test_what_has_another_form_is_no_code(rest: str) -> None:
    assert is_code(SHIPPED, f"{STORY}{rest}") == (rest in ("..",))
    assert not is_code(SHIPPED, f"nobody{rest}")


def test_the_longest_code_is_one_and_a_longer_one_is_not() -> None:
    longest = "." + "0" * (MAX_PERMALINK_STEPS - 1)
    assert is_code(SHIPPED, f"{STORY}.{longest}")
    assert not is_code(SHIPPED, f"{STORY}.{longest}0")


@given(st.text("019azAZ!-.", max_size=8))
def test_a_code_that_does_not_fit_is_the_play_as_far_as_it_fits(signs: str) -> None:
    found = decode_trail(SHIPPED, f"{STORY}..{signs}")
    assert found is not None
    assert f"{STORY}..{signs}".startswith(found.code)
    assert len(found.play.trail.steps) == len(found.code) - len(f"{STORY}..")


def test_a_sign_of_a_move_beyond_those_that_are_open_ends_it() -> None:
    first = decode_trail(SHIPPED, f"{STORY}..")
    assert first is not None
    beyond = MOVE_SIGNS[len(moves(SHIPPED, first.play.state))]
    assert decode_trail(SHIPPED, f"{STORY}..{beyond}0") == first
    assert decode_trail(SHIPPED, "nobody..") is None
