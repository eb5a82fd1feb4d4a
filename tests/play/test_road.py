"""Whether the long road holds what it promises: an end for each way, doors with reasons, and no man in it."""

import re
from collections import Counter
from random import Random

import pytest

from wayout.model.conditions import terms
from wayout.model.file_access import shipped
from wayout.model.load import load
from wayout.model.story import UNKNOWN
from wayout.model.text import wordings
from wayout.play.moves import GO_ON, RETURN, Choose, Enter
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, moves, step_from
from wayout.views.page import page

LIBRARY = load(shipped()).library
ROAD = LIBRARY.stories["crossroads"]
FULL = Reader()
ENDINGS = {name for name, scene in ROAD.scenes.items() if scene.ending is not None}

WAYS = {
    "armenia-seized": "summons leave-it away kill group none armenia stay",
    "embassies-silent": "contract serve border leave run-leave no-more someone none kazakhstan unseen embassies"
    " tell-of-embassies",
    "france": "contract ask elsewhere refuse stay-put flight people someone none kazakhstan speak kz france",
    "georgia-asked": "studies study-on ask serve-on flight-of-student kill nobody travel georgia another asylum",
    "georgia-in-fear": "studies get-out obey run-early kill group travel georgia own hide",
    "germany": "contract ask elsewhere refuse stay-put flight people nobody none kazakhstan unseen company next-day",
    "handed-over": "contract serve border stay nothing abroad no-more group none armenia go-on-to-kazakhstan"
    " register nobody silent",
    "jailed-absence": "contract ask border leave ask absent absence trial-for-absence prison serve-for-absence",
    "jailed-desertion": "contract serve border walk desertion trial-for-desertion serve-for-desertion",
    "jailed-refusal": "contract ask elsewhere refuse stay-put court trial-for-refusal serve-for-refusal",
    "prisoner": "summons sign go-for-pay nothing stay surrender",
    "sent-anyway": "contract ask border leave ask absent absence trial-for-absence prison sign-in-prison stay"
    " stay-where-sent",
    "the-names": "summons leave-it office front stay stay",
    "unanswered": "contract serve elsewhere refuse run-early people nobody travel armenia move-on",
    "under-threat": "summons leave-it office flight-from-camp risk nobody none belarus again unseen kz-after-sentence"
    " tell-under-threat",
    "unseen": "contract serve border leave return ask abroad risk-again nobody none kazakhstan unseen nobody"
    " tell-unasked",
    "waiting-with-leave": "summons leave-it away people group travel kazakhstan unseen-and-never-enlisted kz"
    " tell-with-leave",
}
"""One way to each ending, by the answers on it."""
SHUT = {
    "france": {"three-ways": {"release"}, "years": {"third"}},
    "sent-anyway": {"three-ways": {"release"}, "the-case": {"sign-in-court"}},
    "under-threat": {"three-ways": set(), "years": {"france", "third"}},
    "handed-over": {"that-september": set(), "reason": {"people", "kill"}, "years": {"france", "third"}},
}
"""On three ways that were written out beforehand, and a fourth: the doors that are found shut, and at which forks."""


def walk(answers: str) -> tuple[Playthrough, dict[str, set[str]]]:
    """The play of some answers, to its ending, and at each fork the options that are shown and shut."""
    play, shut = begin(LIBRARY, "crossroads"), dict[str, set[str]]()
    for answer in answers.split():
        while GO_ON in moves(LIBRARY, play.state):
            play = choose(LIBRARY, play, GO_ON)
        here = page(LIBRARY, play.state, FULL)
        shut[play.state.scene] = {move.id for move in here.moves if move.kind == "choice" and not move.is_open}
        play = choose(LIBRARY, play, Choose(answer))
    while GO_ON in moves(LIBRARY, play.state):
        play = choose(LIBRARY, play, GO_ON)
    return play, shut


def test_there_is_a_way_to_each_ending() -> None:
    assert set(WAYS) == ENDINGS


@pytest.mark.parametrize("ending", sorted(WAYS))
def test_a_way_leads_to_its_ending_and_that_says_who_is_missing(ending: str) -> None:
    play, _ = walk(WAYS[ending])
    assert play.state.scene == ending
    closed = page(LIBRARY, play.state, FULL, play.trail).close
    assert closed is not None
    assert "war-no-ukrainian-voice" in closed.claims
    assert closed.unknown


@pytest.mark.parametrize("ending", sorted(SHUT))
def test_doors_are_found_shut_by_what_was_answered_before(ending: str) -> None:
    _, shut = walk(WAYS[ending])
    assert {fork: shut[fork] for fork in SHUT[ending]} == SHUT[ending]


def test_of_a_thousand_readers_two_of_three_meet_nine_to_thirteen_forks() -> None:
    random, forks = Random(7), Counter[int]()
    for _ in range(1000):
        state, met = begin(LIBRARY, "crossroads").state, 0
        while open_now := [move for move in moves(LIBRARY, state) if not isinstance(move, Enter)]:
            met += isinstance(open_now[0], Choose)
            state = step_from(LIBRARY, state, random.choice(open_now))
        forks[met] += 1
    assert sum(forks[length] for length in range(9, 14)) >= 667


def test_no_door_is_shut_by_what_is_not_told() -> None:
    """Whether a case is told of a man is the articles' silence, not his: no option hangs on it."""
    for scene in ROAD.scenes.values():
        for choice in scene.choices.values():
            asked = [(key, value) for _, key, value in terms(choice.condition)] if choice.condition else []
            assert not [one for one in asked if one[1] == UNKNOWN or one[0] == "case"]
            assert (choice.condition is None) == (choice.otherwise is None)
            assert choice.otherwise is None or choice.otherwise.claims


def test_the_road_speaks_of_no_man_and_the_record_of_those_who_took_the_step() -> None:
    names = re.compile("|".join(form for person in LIBRARY.people.values() for form in person.names))
    for scene in ROAD.scenes.values():
        for choice in scene.choices.values():
            assert choice.step is not None
            assert not [
                text for text in wordings(choice.step) if names.search(text) or re.search(r"\d+ years old", text)
            ]
            told = {person for outcome in choice.outcomes for person in outcome.people if outcome.known == "recorded"}
            assert told == set(choice.takers)


def test_the_road_offers_no_wound_and_counts_no_shares() -> None:
    for scene in ROAD.scenes.values():
        assert "self-injury" not in [choice.act for choice in scene.choices.values()]
        texts = [passage.text for passage in scene.passages]
        texts += [passage.text for passage in scene.ending.passages] if scene.ending else []
        texts += [outcome.text for choice in scene.choices.values() for outcome in choice.outcomes]
        assert not [text for one in texts for text in wordings(one) if "%" in text or "per cent" in text]


DOORS = [
    (name, scene, key)
    for name, story in LIBRARY.stories.items()
    for scene, fork in story.scenes.items()
    for key, choice in fork.choices.items()
    if choice.brings
]


@pytest.mark.parametrize(("record", "scene", "key"), DOORS)
def test_a_way_that_a_man_did_not_take_goes_on_in_the_road_and_comes_back_to_his_question(
    record: str, scene: str, key: str
) -> None:
    choice = LIBRARY.stories[record].scenes[scene].choices[key]
    assert LIBRARY.stories[record].person not in choice.takers
    (door,) = (target for target in choice.records if target.record == "crossroads")
    play = choose(LIBRARY, begin(LIBRARY, record, scene), Choose(key))
    inside = choose(LIBRARY, play, Enter(door.record, door.scene)).state
    assert dict(inside.situation).items() >= choice.brings.items()
    assert [move for move in moves(LIBRARY, inside) if isinstance(move, Choose)]
    back = step_from(LIBRARY, inside, RETURN)
    assert (back.story, back.scene, back.shown) == (record, scene, None)
