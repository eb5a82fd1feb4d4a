"""What `explore` counts of the reader's own part, and that it proves that no way hangs on it."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from wayout.commands.explore import run
from wayout.commands.explore_report import ExploreOptions
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.play.moves import Move, Reply
from wayout.play.state import State
from wayout.play.step import step_from
from wayout.state_space import own_part as proof
from wayout.state_space.own_part import own_part

SHIPPED = load(shipped()).library


def test_prompts_are_counted_by_kind_with_the_lines_of_the_account_and_the_threads(asked: Library) -> None:
    own = own_part(asked, "anton")
    assert own is not None
    assert own.kinds == {"gap": 1, "mark": 1, "place": 1, "ask": 1, "headline": 1}
    assert (own.account, own.threads) == (9, 2)
    assert own.is_proved


def test_a_story_that_gives_its_reader_nothing_has_no_such_line(asked: Library) -> None:
    assert own_part(asked, "marta") is None


@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_no_way_of_a_shipped_story_hangs_on_it_in_any_state(name: str) -> None:
    own = own_part(SHIPPED, name)
    assert own is None or own.is_proved


def test_where_an_answer_changed_the_way_it_would_be_found(asked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def changes(library: Library, state: State, move: Move) -> State:
        after = step_from(library, state, move)
        return replace(after, seen=after.seen | {"home"}) if isinstance(move, Reply) else after

    monkeypatch.setattr(proof, "step_from", changes)
    own = own_part(asked, "anton")
    assert own is not None
    assert own.changed
    assert not own.is_proved


def test_no_more_states_are_tried_than_are_allowed(asked: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "MAX_STATES_PROVED", 2)
    own = own_part(asked, "anton")
    assert own is not None
    assert (own.states, own.is_whole, own.is_proved) == (2, False, False)


def test_explore_says_it_in_words_and_as_data(asked_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([str(asked_folder)], ExploreOptions()) == 0
    told = capsys.readouterr().out
    assert "1 gap prompt, 1 mark prompt, 1 place prompt, 1 ask prompt, 1 headline prompt, 9 account lines" in told
    assert "no way hangs on them, proved over" in told
    assert run([str(asked_folder)], ExploreOptions(form="json")) == 0
    anton, boris = json.loads(capsys.readouterr().out)["stories"]
    assert anton["prompts"].items() >= {"gap": 1, "account": 9, "threads": 2, "proved": True, "changed": []}.items()
    assert boris["prompts"]["mark"] == 1
