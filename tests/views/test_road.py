"""What a road tells: its own sentence and quiet lines of records, what was shut on it, and whose steps they were."""

import pytest
from msgspec.structs import replace

from tests.invented.long_road import long_road
from wayout.model.library import Library
from wayout.model.story import Condition
from wayout.play import history
from wayout.play.history import History
from wayout.play.moves import GO_ON, RETURN, Choose, Enter, Move
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, moves
from wayout.views.log import reading_log
from wayout.views.page import Page, page

READER = Reader()


@pytest.fixture(scope="module")
def library(invented: Library) -> Library:
    return long_road(invented)


def played(library: Library, *made: Move | str, story: str = "long") -> Playthrough:
    """A play; a text is a choice that is made and gone on from."""
    play = begin(library, story)
    for move in made:
        for one in (Choose(move), GO_ON) if isinstance(move, str) else (move,):
            play = choose(library, play, one)
    return play


def shown(library: Library, play: Playthrough) -> Page:
    return page(library, play.state, READER, play.trail)


def lines(told: Page) -> list[str]:
    assert told.reveal is not None
    return ["".join(one.line) for one in told.reveal.lines]


def test_an_option_whose_only_is_not_met_is_no_part_of_the_fork(library: Library) -> None:
    paid, pressed = (shown(library, played(library, tie)) for tie in ("paid", "pressed"))
    assert [move.id for move in paid.moves] == ["refuse", "load", "tell"]
    assert [move.id for move in pressed.moves] == ["refuse", "tell"]


def test_an_option_whose_if_is_not_met_stays_shut_with_its_reason(library: Library) -> None:
    told = shown(library, played(library, "paid", "tell"))
    (shut,) = (move for move in told.moves if not move.is_open)
    assert (shut.id, shut.because) == ("tell", "not open: A friend knows already.")


def test_the_road_tells_its_step_and_of_a_record_not_opened_the_name_and_the_act_alone(library: Library) -> None:
    told = shown(library, played(library, "paid", Choose("refuse")))
    assert told.reveal is not None
    assert told.reveal.step == "The order is refused."
    assert lines(told) == ["recorded of Anton: Refuse an order", "threatened: Those who refuse lose their pay."]
    (fold,) = told.reveal.folds
    assert (fold.label, [one.text for one in fold.outcomes]) == ("What the record has of Anton", ["He refuses."])


def test_once_its_record_was_opened_a_line_tells_what_is_recorded(library: Library) -> None:
    been = played(library, "paid", Choose("refuse"), Enter("anton", "the-order"), RETURN, Choose("refuse"))
    told = shown(library, been)
    assert lines(told)[0] == "recorded of Anton: He refuses."
    assert told.reveal is not None
    assert told.reveal.folds == ()


def test_a_line_of_two_stays_brief_until_both_records_were_opened(library: Library) -> None:
    here = ("paid", Choose("load"))
    assert lines(shown(library, played(library, *here))) == ["recorded of Boris, Anton: Go along"]
    one = (Enter("boris", "the-crane"), RETURN, Choose("load"))
    assert lines(shown(library, played(library, *here, *one))) == ["recorded of Boris, Anton: Go along"]
    both = (*one, Enter("anton", "the-order"), RETURN, Choose("load"))
    assert lines(shown(library, played(library, *here, *both))) == ["recorded of Boris, Anton: Both load."]


def test_a_date_of_its_own_stands_with_the_name(library: Library) -> None:
    told = shown(library, played(library, Choose("paid"), Enter("boris", "the-crane"), RETURN, Choose("paid")))
    assert lines(told) == ["recorded of Boris, 2019: He loads for pay."]


def test_records_can_be_read_on_in_beside_going_on_and_lead_back_to_the_question(library: Library) -> None:
    told = shown(library, played(library, "paid", Choose("load")))
    assert [move.id for move in told.moves] == ["go on", "enter boris/the-crane", "enter anton/the-order"]
    back = played(library, "paid", Choose("load"), Enter("anton", "the-order"), RETURN)
    assert (back.state.story, back.state.scene, back.state.shown) == ("long", "the-order", None)
    assert dict(back.state.situation)["tie"] == "paid"


def test_of_what_is_dealt_nothing_is_said_of_who_took_it(library: Library) -> None:
    dealt, chosen = (shown(library, played(library, *made)) for made in ((Choose("paid"),), ("paid", Choose("refuse"))))
    assert dealt.reveal is not None
    assert chosen.reveal is not None
    assert dealt.reveal.evidence == "recorded"
    assert chosen.reveal.evidence == "taken by Anton · recorded · threatened"


def test_an_option_of_a_record_leads_into_the_road_in_its_situation_and_back_to_the_question(library: Library) -> None:
    told = shown(library, played(library, Choose("pressed"), story="boris"))
    assert [move.label for move in told.moves] == ["The long quay goes on from here", "Back to the question"]
    there = played(library, Choose("pressed"), Enter("long", "the-night"), story="boris")
    assert dict(there.state.situation) == {"tie": "pressed", "pay": "stopped", "told": "nobody"}
    assert [move.id for move in shown(library, there).open_moves] == ["home", "stay", "turn back"]
    back = choose(library, there, RETURN)
    assert (back.state.story, back.state.scene) == ("boris", "the-crane")


def test_an_ending_tells_what_holds_in_its_situation(library: Library) -> None:
    alone = shown(library, played(library, "paid", "load", "north"))
    known = shown(library, played(library, "paid", "tell", "load", "north"))
    assert alone.close is not None
    assert known.close is not None
    assert alone.close.text == "The road ends in the north."
    assert known.close.text == "The road ends in the north.\n\nA friend knows where."
    assert "anton-told" in known.told


def test_the_last_page_lists_what_was_shut_with_why_and_goes_back_to_each_decision(library: Library) -> None:
    play = played(library, "paid", "tell", "refuse", "home")
    told = shown(library, play)
    assert told.close is not None
    assert told.close.road is not None
    assert told.close.road.shut == (
        "Tell a friend: not open: A friend knows already.",
        "North: not open: Who is not paid has no passage.",
    )
    back = {one.label: one.move for one in told.open_moves if one.kind == "revisit"}
    assert list(back) == [
        "Back to the answer that shut it: Tell a friend",
        "Back to the answer that shut it: North",
        "Another road, from its first question on",
    ]
    places = [history.choose(library, History(play), move) for move in back.values()]
    assert [(one.play.state.scene, len(one.undone)) for one in places] == [
        ("the-order", 6), ("the-order", 4), ("the-tie", 8),
    ]  # fmt: skip
    assert [history.redo(library, one).play.state.shown for one in places] == ["tell", "refuse", "paid"]


def with_north(library: Library, condition: Condition) -> Library:
    """The library in which the way north asks for something else."""
    long = library.stories["long"]
    night = long.scenes["the-night"]
    north = replace(night.choices["north"], condition=condition)
    night = replace(night, choices={**night.choices, "north": north})
    scenes = {**long.scenes, "the-night": night}
    return replace(library, stories={**library.stories, "long": replace(long, scenes=scenes)})


@pytest.mark.parametrize(
    ("asked", "ways"),
    [
        ({"tie": "paid"}, {"Back to the answer that shut it: North": "decision 1"}),
        ({"told": "friend"}, {"Back to the question at which it was shut: North": "decision 3",
                              "Another road, from its first question on": "decision 1"}),
        ({"not": {"chose": "the-order/refuse"}}, {"Back to the answer that shut it: North": "decision 2",
                                                  "Another road, from its first question on": "decision 1"}),
        ([{"tie": "paid", "pay": "paid"}, {"pay": "none"}], {"Back to the answer that shut it: North": "decision 2",
                                                   "Another road, from its first question on": "decision 1"}),
        ({"seen": "the-cellar"}, {"Back to the question at which it was shut: North": "decision 3",
                                  "Another road, from its first question on": "decision 1"}),
    ],
    ids=str,
)  # fmt: skip
def test_the_way_back_leads_to_the_answer_that_shut_a_door_or_to_the_question_where_none_did(
    library: Library, asked: Condition, ways: dict[str, str]
) -> None:
    """Of a door that never stood open it is the last answer that changed what it asks for."""
    other = with_north(library, asked)
    told = shown(other, played(other, "pressed", "refuse", "home"))
    assert {one.label: one.id for one in told.moves if one.kind == "revisit"} == ways


def test_a_door_that_was_shut_at_two_forks_is_listed_once_with_one_way_back(library: Library) -> None:
    long = library.stories["long"]
    order = long.scenes["the-order"]
    tell = replace(order.choices["tell"], label="North")
    order = replace(order, choices={**order.choices, "tell": tell})
    other = replace(
        library, stories={**library.stories, "long": replace(long, scenes={**long.scenes, "the-order": order})}
    )
    told = shown(other, played(other, "paid", "tell", "refuse", "home"))
    assert told.close is not None
    assert told.close.road is not None
    assert told.close.road.shut == ("North: not open: A friend knows already.",)
    assert [one.id for one in told.moves if one.kind == "revisit"] == ["decision 2", "decision 1"]


def test_a_road_that_was_entered_from_a_record_begins_anew_at_its_door(library: Library) -> None:
    told = shown(library, played(library, Choose("pressed"), Enter("long", "the-night"), "stay", story="boris"))
    assert [one.id for one in told.moves if one.kind == "revisit"] == ["decision 2"]


def test_the_last_page_says_whose_steps_they_were(library: Library) -> None:
    close = shown(library, played(library, "paid", "tell", "refuse", "home")).close
    assert close is not None
    assert close.road is not None
    assert close.road.none == "Steps that none of the three took: 2"
    assert close.road.steps == (
        "Such a step is told of: Anton 1 · Boris 1.", "No one person is on record with all of them.",
    )  # fmt: skip
    every = shown(library, played(library, "paid", "load", "north")).close
    assert every is not None
    assert every.road is not None
    assert every.road.steps[-1] == "Boris: on record with all of them."


def test_steps_of_a_road_entered_from_a_record_are_counted_from_its_door(library: Library) -> None:
    there = played(library, Choose("pressed"), Enter("long", "the-night"), "home", story="boris")
    close = shown(library, there).close
    assert close is not None
    assert close.road is not None
    assert close.road.none == "Steps that none of the three took: 1"
    assert close.road.shut == ("North: not open: Who is not paid has no passage.",)


def test_what_was_only_looked_at_is_no_step(library: Library) -> None:
    looked = played(library, Choose("paid"), Enter("boris", "the-crane"), RETURN, "paid", "refuse", "home")
    close = shown(library, looked).close
    assert close is not None
    assert close.road is not None
    assert close.road.steps[0] == "Such a step is told of: Anton 1 · Boris 1."


def test_an_ending_names_whom_to_read_next_and_lists_no_others(library: Library) -> None:
    told = shown(library, played(library, "paid", "load", "north"))
    assert [move.label for move in told.moves if move.kind == "enter"] == ["Read Boris", "Read Anton"]
    assert told.close is not None
    assert told.close.not_walked == ()


def test_a_withdrawn_person_is_read_next_by_nobody(library: Library) -> None:
    people = {**library.people, "boris": replace(library.people["boris"], withdrawn="2024-01-01")}
    from wayout.model.redaction import redact_withdrawn

    left = redact_withdrawn(replace(library, people=people))
    told = left.stories["long"]
    assert "in-the-north" not in told.scenes
    assert all("boris" not in door for scene in told.scenes.values() for one in scene.choices.values()
               for door in one.read_targets)  # fmt: skip
    assert moves(left, begin(left, "long").state)


def test_a_road_says_where_its_first_stretch_ends_and_offers_records_before_it_goes_on(library: Library) -> None:
    told = shown(library, played(library, "paid", Choose("refuse")))
    assert told.stretch
    assert told.leads_out
    assert told.ask.startswith("Here the road’s first stretch ends.")
    assert [move.label for move in told.open_moves] == ["Walk on now", "Read on with Anton"]
    assert told.by_default == told.open_moves[0]
    assert not shown(library, played(library, "paid", Choose("tell"))).stretch
    logged = reading_log(library, played(library, "paid", Choose("refuse")).trail, READER)
    said = [line.said() for entry in logged for line in entry.rows]
    assert not any("first stretch" in line for line in said), "the log has what was told, for whoever reads it when"


def test_it_goes_on_at_once_for_who_has_read_two_records_here_or_on_other_trails(library: Library) -> None:
    anton, boris = Enter("anton", "the-order"), Enter("boris", "the-crane")
    one = played(library, Choose("paid"), boris, RETURN, "paid", Choose("refuse"))
    assert shown(library, one).stretch
    two = played(library, Choose("paid"), boris, RETURN, "paid", Choose("refuse"), anton, RETURN, Choose("refuse"))
    assert not shown(library, two).stretch
    assert page(library, one.state, replace(READER, read=("boris",)), one.trail).stretch, "it is the same person"
    other = page(library, one.state, replace(READER, read=("anton", "long")), one.trail)
    assert not other.stretch
    assert next(move.label for move in other.moves) == "Go on"


def test_who_comes_in_behind_it_or_into_a_library_of_one_record_is_asked_nothing(library: Library) -> None:
    behind = played(library, Choose("pressed"), Enter("long", "the-night"), Choose("home"), story="boris")
    assert not shown(library, behind).stretch
    few = replace(library, stories={name: library.stories[name] for name in ("long", "anton")})
    assert not shown(few, played(few, "pressed", Choose("refuse"))).stretch
