"""What happens when a reader plays: by example, and for any sequence of choices."""

import subprocess
import sys
from random import Random

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.playing import played, walked
from tests.support.walking import different_states
from wayout.model.file_access import shipped
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.story import Story
from wayout.model.text import WORDS_A_MINUTE, TwoWordings
from wayout.play.moves import GO_ON, RETURN, STAY, Choose, Enter, Mark, Move, encode
from wayout.play.state import Reader
from wayout.play.step import MoveNotOpenError, begin, choose, moves, replay, undo
from wayout.views.catalogue import catalogue, linked_stories
from wayout.views.page import page
from wayout.views.sources import sources, support

FULL, GENTLE = Reader(), Reader(gentle=True)
SHIPPED = load(shipped()).library
RECORDS = sorted(name for name, story in SHIPPED.stories.items() if story.person)


def test_begins_at_the_start_with_the_opening_situation(invented: Library) -> None:
    state = begin(invented, "anton").state
    assert (state.scene, dict(state.situation)) == ("the-order", {"pay": "paid"})
    assert not state.seen | state.chose


def test_a_choice_shows_its_outcome_before_anything_changes(invented: Library) -> None:
    state = played(invented, "anton", "refuse").state
    assert (state.scene, state.shown, dict(state.situation)) == ("the-order", "refuse", {"pay": "paid"})
    shown = page(invented, state, FULL)
    assert shown.kind == "outcome"
    assert shown.reveal is not None
    assert shown.reveal.evidence == "taken · recorded"
    assert [move.kind for move in shown.moves] == ["go on"]


def test_going_on_from_an_outcome_changes_the_situation(invented: Library) -> None:
    state = played(invented, "anton", "refuse", GO_ON).state
    assert (state.scene, dict(state.situation)) == ("afterwards", {"pay": "stopped"})
    assert state.seen == frozenset({"the-order"})
    assert state.chose == frozenset({"the-order/refuse"})


def test_back_leaves_the_situation_and_marks_the_option(invented: Library) -> None:
    before, after = begin(invented, "anton").state, played(invented, "anton", "load", GO_ON).state
    assert (after.scene, after.situation) == (before.scene, before.situation)
    assert not after.seen | after.chose
    marked = {move.id: move.looked_at for move in page(invented, after, FULL).moves}
    assert marked == {"refuse": False, "load": True}


def test_a_passage_with_a_condition_stands_only_where_it_is_met(invented: Library) -> None:
    texts = [block.text for block in page(invented, played(invented, "anton", "refuse", GO_ON).state, FULL).blocks]
    assert "His pay is stopped." in texts


def test_an_option_that_is_not_open_is_shown_with_its_reason_and_refused(conditional: Library) -> None:
    play = begin(conditional, "gate")
    fly = next(move for move in page(conditional, play.state, FULL).moves if move.id == "fly")
    assert (fly.is_open, fly.reason, fly.reason_claims) == (False, "He has no papers.", ("anton-told",))
    assert fly.because == "not open: He has no papers."
    assert msgspec.structs.replace(fly, reason="").because == "not open"
    with pytest.raises(MoveNotOpenError):
        choose(conditional, play, Choose("fly"))
    with_papers = played(conditional, "gate", "ask", GO_ON)
    assert Choose("fly") in moves(conditional, choose(conditional, with_papers, GO_ON).state)


@pytest.fixture(scope="session")
def conditional(invented: Library) -> Library:
    """A story with a closed option that a choice opens."""
    story = msgspec.convert(
        yaml.safe_load(
            """
            title: The gate
            teaser: A gate.
            person: anton
            start: at-the-gate
            situation: {papers: {label: Papers, values: {none: None, visa: A visa}, start: none}}
            scenes:
              at-the-gate:
                text: A gate.
                ask: What now?
                choices:
                  ask: {label: Ask for papers, act: leave, set: {papers: visa}, to: office}
                  fly: {label: Fly, act: leave, if: {papers: visa}, by: anton, to: away,
                        otherwise: {text: He has no papers., claims: [anton-told]}}
              office: {text: An office., next: at-the-gate}
              away: {text: Away., ending: {kind: as-published, text: Away.}}
            """
        ),
        Story,
    )
    return msgspec.structs.replace(invented, stories={"gate": story})


def test_a_step_into_another_record_enters_it_as_that_record_stands_there(roads: Library) -> None:
    announced = played(roads, "marta", "look")
    assert [move.kind for move in page(roads, announced.state, FULL).moves] == ["enter", "stay"]
    inside = choose(roads, announced, Enter("anton", "afterwards")).state
    stop = recorded_path("anton", roads.stories["anton"]).at("afterwards")
    assert stop is not None
    assert (inside.story, inside.scene) == ("anton", "afterwards")
    assert (dict(inside.situation), inside.seen, inside.chose) == (dict(stop.situation), stop.seen, stop.chose)
    assert dict(inside.situation) == {"pay": "stopped"}


def test_from_another_record_every_page_leads_back_to_the_fork(invented: Library) -> None:
    play = played(invented, "boris", "refuse", Enter("anton", "the-order"))
    back = page(invented, play.state, FULL).moves[-1]
    assert (back.kind, back.label) == ("return", "Return to Boris: What does he do?")
    returned = choose(invented, choose(invented, choose(invented, play, Choose("refuse")), GO_ON), RETURN).state
    assert (returned.story, returned.scene, returned.left) == ("boris", "the-crane", ())
    assert "the-crane/refuse" in returned.looked


def test_staying_instead_of_entering_leads_back_to_the_fork(invented: Library) -> None:
    state = played(invented, "boris", "refuse", STAY).state
    assert (state.story, state.scene, state.left) == ("boris", "the-crane", ())


def test_a_scene_can_be_entered_directly_with_what_its_record_holds_there(invented: Library) -> None:
    state = begin(invented, "anton", "home").state
    assert dict(state.situation) == {"pay": "stopped"}
    assert state.seen == {"the-order", "afterwards"}


@pytest.mark.parametrize("name", RECORDS)
def test_the_recorded_path_can_be_played_and_ends_as_published(shipped_library: Library, name: str) -> None:
    path = recorded_path(name, shipped_library.stories[name])
    assert path.fault is None
    play = begin(shipped_library, name)
    for stop in path.stops:
        assert play.state.scene == stop.scene
        if stop.choice:
            play = choose(shipped_library, play, Choose(stop.choice))
        if GO_ON in moves(shipped_library, play.state):
            play = choose(shipped_library, play, GO_ON)
    last = page(shipped_library, play.state, FULL)
    assert last.close is not None
    assert last.close.head == "Here the published account ends"
    assert last.close.unknown
    assert 2 <= len(last.close.questions) <= 4


@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_every_choice_and_outcome_has_its_words_and_its_sources(shipped_library: Library, name: str) -> None:
    """All reachable pages of a record: words where something is revealed, claims with a place behind every text."""
    for state in different_states(shipped_library, name):
        shown = page(shipped_library, state, FULL)
        for block in shown.blocks:
            assert sources(shipped_library, block.claims, FULL), block.text
        if shown.reveal is not None:
            assert shown.reveal.evidence
            assert shown.reveal.outcomes or shown.moves[0].kind == "enter"
            for outcome in shown.reveal.outcomes:
                assert outcome.word
                assert outcome.claims or outcome.word == "unrecorded"
            for claim in sources(shipped_library, shown.claims, FULL):
                assert claim.standing not in ("unsupported", "paraphrase only")
                assert all(cite.title and cite.place and (cite.outlet or cite.title) for cite in claim.cites)


def test_the_states_of_a_record_are_finite_and_few(shipped_library: Library) -> None:
    """A record has fewer than a hundred; a road, whose answers carry, a few thousand that can be told apart."""
    for name, story in shipped_library.stories.items():
        few = 100 if story.person is not None else 5_000
        assert 1 < len(different_states(shipped_library, name)) < few, name


def test_gentle_wording_reaches_the_page_and_its_sources(beside: Library) -> None:
    """Of the claim that is told there, two documents have two readings, one of them with a gentle wording."""
    text = TwoWordings(full="He is told to load it, or drown.", gentle="He is told to load it.")
    order = msgspec.structs.replace(beside.scene("anton", "the-order"), text=text)
    story = beside.stories["anton"]
    anton = msgspec.structs.replace(story, scenes={**story.scenes, "the-order": order})
    library = msgspec.structs.replace(beside, stories={**beside.stories, "anton": anton})

    def told(reader: Reader) -> str:
        shown = page(library, begin(library, "anton").state, reader)
        views = sources(library, shown.claims, reader)
        readings = [reading.says for view in views for one in view.differences for reading in one.readings]
        return " ".join([block.text for block in shown.blocks] + [view.says for view in views] + readings)

    assert told(FULL).count("drown") == 3
    assert "drown" not in told(GENTLE)


def test_support_names_every_standing_with_the_weakest_first(invented: Library) -> None:
    assert support(invented, ["law-fine"]) == "corroborated: a public record"
    assert support(invented, ["law-fine", "anton-home"]) == (
        "single account: one report, held in a translation; corroborated: a public record"
    )


def test_from_the_crossroads_a_step_comes_back_to_the_same_question(roads: Library) -> None:
    play = played(roads, "quay", "order", "enter anton/the-order", "refuse", RETURN)
    assert (play.state.story, play.state.scene, play.state.left) == ("quay", "what-holds-them", ())
    found = page(roads, play.state, FULL).moves
    assert [move.id for move in found if move.looked_at] == ["order"]
    assert found[-1].label == "Go on to the next question"
    assert played(roads, "quay", GO_ON).state.scene == "at-night"


def test_a_step_within_a_step_says_where_both_ways_back_lead(roads: Library) -> None:
    play = played(roads, "quay", GO_ON, "say-no", "enter boris/the-crane", "refuse", "enter anton/the-order")
    (back,) = [move.label for move in page(roads, play.state, FULL).moves if move.kind == "return"]
    assert back == "Return to Boris: What does he do? (from there, The quay)"


@pytest.mark.parametrize("name", RECORDS)
def test_the_situation_names_nothing_before_it_is_told(name: str) -> None:
    """A line such as 'Asylum: not asked for' on the first page would tell what is still to come."""
    labels = set[str]()
    for stop in recorded_path(name, SHIPPED.stories[name]).stops:
        now = dict(page(SHIPPED, begin(SHIPPED, name, stop.scene).state, FULL).situation)
        assert "not told" not in now.values()
        assert labels <= set(now), "what was told stays in sight"
        labels |= set(now)
    first = dict(page(SHIPPED, begin(SHIPPED, name).state, FULL).situation)
    ties_him, *_ = SHIPPED.stories[name].situation.values()
    assert set(first) <= {ties_him.label}


def test_the_crossroads_end_on_the_lives_walked_in_and_not_read(roads: Library) -> None:
    made = "order", "enter anton/the-order", "refuse", RETURN, GO_ON, "office", "enter marta/the-office", "look", STAY
    play = played(roads, "quay", *made, RETURN)
    while GO_ON in moves(roads, play.state):
        play = choose(roads, play, GO_ON)
    close = page(roads, play.state, FULL, play.trail).close
    assert close is not None
    assert close.walked == ("Anton", "Marta Reed")
    assert close.not_walked == ("Boris",)
    assert close.unknown == ("Anton: What he does now.", "Marta Reed: What he lived on.")


def test_an_ending_offers_who_took_the_same_act_and_the_way_back_to_it(roads: Library) -> None:
    end = begin(roads, "anton", "home")
    offered = [move for move in page(roads, end.state, FULL).moves if move.kind == "enter"]
    assert [move.label for move in offered] == ["Read Marta Reed, who met this too: Refuse an order"]
    inside = choose(roads, end, Enter("marta", roads.stories["marta"].start))
    assert offered[0].move == Enter("marta", roads.stories["marta"].start)
    assert (inside.state.story, inside.state.scene) == ("marta", roads.stories["marta"].start)
    assert choose(roads, inside, RETURN).state.scene == "home"


@pytest.mark.parametrize("name", RECORDS)
def test_an_ending_of_every_record_offers_two_at_most_and_none_of_the_same_person(name: str) -> None:
    for scene in (key for key, one in SHIPPED.stories[name].scenes.items() if one.ending is not None):
        offered = [move for move in moves(SHIPPED, begin(SHIPPED, name, scene).state) if isinstance(move, Enter)]
        people = [SHIPPED.stories[move.record].person for move in offered]
        assert len(offered) <= 2
        assert SHIPPED.stories[name].person not in people


def test_a_step_into_a_record_announces_what_it_holds(roads: Library) -> None:
    play = played(roads, "quay", "order")
    notices = {move.id: move.notice for move in page(roads, play.state, FULL).moves if move.kind == "enter"}
    assert notices == {"enter anton/the-order": "", "enter boris/the-crane": "In this record: combat."}


def test_the_crossroads_announce_and_count_what_they_lead_to(roads: Library) -> None:
    entries = {entry.id: entry for entry in catalogue(roads, FULL)}
    assert entries["quay"].content == entries["boris"].content == ("combat",)
    assert entries["anton"].content == ()


def test_records_stand_in_the_list_before_the_roads_that_lead_into_them(
    roads: Library, shipped_library: Library
) -> None:
    for library in (roads, shipped_library):
        owned = [library.stories[entry.id].person is not None for entry in catalogue(library, FULL)]
        assert owned == sorted(owned, reverse=True)
        assert not owned[-1]


def test_the_shipped_crossroads_announce_and_count_what_they_lead_to(shipped_library: Library) -> None:
    for story in (name for name, one in shipped_library.stories.items() if one.person is None):
        entries = {entry.id: entry for entry in catalogue(shipped_library, FULL)}
        led_to = linked_stories(shipped_library, story)
        assert set(entries[story].content) >= {what for name in led_to for what in entries[name].content}


def words_of_a_walk(library: Library, story: str, seed: int) -> int:
    """The words that a reader meets who chooses at random, and enters no record, to an ending."""
    random, play, words = Random(seed), begin(library, story), 0
    while True:
        shown = page(library, play.state, FULL)
        told = [block.text for block in shown.blocks] if shown.reveal is None else [shown.chosen or ""]
        told += [shown.close.text] if shown.close else [shown.ask or ""]
        words += sum(len(text.split()) for text in told)
        options = [move for move in moves(library, play.state) if isinstance(move, Choose) or move == GO_ON]
        if not options:
            return words
        play = choose(library, play, random.choice(options))


def test_a_road_takes_as_long_as_one_way_through_it(shipped_library: Library) -> None:
    entry = next(one for one in catalogue(shipped_library, FULL) if one.id == "crossroads")
    walks = [words_of_a_walk(shipped_library, "crossroads", seed) / WORDS_A_MINUTE for seed in range(40)]
    assert min(walks) < entry.minutes < 2 * max(walks)


def test_who_is_asked_first_marks_before_the_reveal_and_sees_it_beside_the_record(invented: Library) -> None:
    play = played(invented, "anton", "refuse", asks=True)
    asked = page(invented, play.state, FULL)
    assert (asked.kind, asked.reveal, asked.chosen) == ("mark", None, "Refuse")
    assert [move.kind for move in asked.moves] == ["mark"] * 4
    play = choose(invented, play, Mark("nothing"))
    revealed = page(invented, play.state, FULL)
    assert revealed.reveal is not None
    (marks,) = revealed.blocks
    assert marks.label == "Before the record answers: what could anyone know of this?"
    assert marks.text.endswith("A rule: a law or a policy · Nothing: the record is silent (your mark)")
    play = choose(invented, choose(invented, play, GO_ON), GO_ON)
    assert replay(invented, play.trail) == play
    close = page(invented, play.state, FULL, play.trail).close
    assert close is not None
    assert close.marked == ("Refuse: you marked “Nothing: the record is silent”; the record has “recorded”.",)


picks = st.lists(st.integers(min_value=0, max_value=9), max_size=40)


@given(st.sampled_from(sorted(SHIPPED.stories)), picks)
def test_any_choices_keep_every_invariant(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers)
    state, story = play.state, SHIPPED.stories[play.state.story]
    assert state.scene in story.scenes
    for variable, value in state.situation:
        assert value == "unknown" or value in story.situation[variable].values
    assert state.seen <= set(story.scenes)
    assert state.chose | state.looked <= {
        f"{scene}/{choice}" for scene, found in story.scenes.items() for choice in found.choices
    }
    forks = [(fork.story, fork.scene) for fork in state.left]
    assert len(forks) == len(set(forks))
    shown = page(SHIPPED, state, FULL)
    assert tuple(one.move for one in shown.open_moves) == moves(SHIPPED, state)
    assert shown.moves or shown.close is not None
    assert all(claim in SHIPPED.claims for claim in shown.claims)


@given(st.sampled_from(sorted(SHIPPED.stories)), picks)
def test_undo_after_choose_is_identity(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers)
    for move in moves(SHIPPED, play.state):
        assert undo(SHIPPED, choose(SHIPPED, play, move)) == play


@given(st.sampled_from(sorted(SHIPPED.stories)), picks)
def test_replaying_a_trail_gives_the_same_state(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers)
    assert replay(SHIPPED, play.trail) == play


def test_going_on_remembers_the_scene_and_forgets_what_was_looked_at_and_marked(invented: Library) -> None:
    back = played(invented, "anton", "load", "mark rule", GO_ON, asks=True).state
    assert (back.shown, back.marked, back.looked) == (None, None, frozenset({"the-order/load"}))
    chosen = ("load", "mark rule", GO_ON, "refuse", "mark rule", GO_ON)
    on = played(invented, "anton", *chosen, asks=True).state
    assert (on.shown, on.marked, on.looked) == (None, None, frozenset())
    assert (on.seen, on.chose) == (frozenset({"the-order"}), frozenset({"the-order/refuse"}))
    assert played(invented, "anton", *chosen, GO_ON, asks=True).state.seen == {"the-order", "afterwards"}


def test_each_way_back_leads_to_the_fork_as_it_was_left(roads: Library) -> None:
    into_both = (GO_ON, "say-no", "enter boris/the-crane", "refuse", "enter anton/the-order")
    inside = played(roads, "quay", *into_both, asks=True).state
    assert ([fork.story for fork in inside.left], inside.asks) == (["quay", "boris"], True)
    once = played(roads, "quay", *into_both, RETURN, asks=True).state
    assert (once.story, [fork.story for fork in once.left], once.asks) == ("boris", ["quay"], True)
    twice = played(roads, "quay", *into_both, RETURN, RETURN, asks=True).state
    assert (twice.story, twice.scene, twice.left) == ("quay", "at-night", ())
    assert twice.seen == {"what-holds-them"}


def test_a_fork_that_is_come_to_again_is_not_remembered_twice(roads: Library) -> None:
    play = played(
        roads, "anton", "enter marta/the-office", "look", "enter anton/afterwards", GO_ON, "enter marta/the-office",
        scene="home",
    )  # fmt: skip
    assert [(fork.story, fork.scene) for fork in play.state.left] == [("anton", "home")]


INTO_SILENCE = (Choose("go"), GO_ON)
"""At Vesna's call: the option that she did not take, and on to where the record is silent."""


def test_where_an_untaken_option_leads_to_silence_one_can_go_back_to_the_question(library: Library) -> None:
    fork = played(library, "vesna", scene="the-call").state
    silent = played(library, "vesna", *INTO_SILENCE, scene="the-call")
    shown = page(library, silent.state, FULL, silent.trail)
    assert shown.close is not None
    assert [(move.kind, move.label) for move in shown.moves][-1] == ("return", "Back to the question")
    assert {move.kind for move in shown.moves[:-1]} == {"enter"}, "the ways to others are there as before"
    assert shown.by_default == shown.moves[-1]
    back = choose(library, silent, RETURN).state
    assert back == msgspec.structs.replace(fork, looked=frozenset({"the-call/go"}))


def test_a_published_end_and_the_persons_own_road_have_no_question_to_go_back_to(library: Library) -> None:
    assert played(library, "vesna", "leave", GO_ON, scene="the-call").state.question is None
    assert RETURN not in moves(library, begin(library, "ivo", "for-now").state)
    assert RETURN not in moves(library, begin(library, "vesna", "the-road-not-told").state), "it was not asked here"
    by_hand = played(library, "vesna", *INTO_SILENCE, RETURN, "leave", GO_ON, scene="the-call").state
    assert by_hand.question is None


def test_a_step_from_where_the_record_is_silent_into_another_comes_back_to_the_question(library: Library) -> None:
    silent = played(library, "vesna", *INTO_SILENCE, scene="the-call")
    (first, *_) = [move for move in moves(library, silent.state) if isinstance(move, Enter)]
    inside = choose(library, silent, first)
    (back,) = [move for move in page(library, inside.state, FULL).moves if move.kind == "return"]
    assert back.label == "Return to Vesna: What does he do?"
    returned = choose(library, inside, RETURN).state
    assert (returned.story, returned.scene, returned.left) == ("vesna", "the-call", ())


def test_a_question_of_another_record_is_returned_to_after_the_nearest_one(library: Library) -> None:
    """A step into a record, and in it an option that leads to silence: the nearest question alone is on the page."""
    into = ("run", Enter("vesna", "the-call"))
    inside = played(library, "wim", *into, *INTO_SILENCE, scene="mid-august")
    backs = [move.label for move in page(library, inside.state, FULL).moves if move.kind in ("return", "stay")]
    assert backs == ["Back to the question"]
    asked = choose(library, inside, RETURN)
    assert [move.label for move in page(library, asked.state, FULL).moves if move.kind == "return"] == [
        "Return to Wim: What does he do with this time?"
    ]
    assert choose(library, asked, RETURN).state.story == "wim"


def test_an_answer_inside_a_record_that_was_stepped_into_leads_back_to_its_own_question_alone(roads: Library) -> None:
    inside = played(roads, "boris", "refuse", Enter("anton", "the-order"), "load")
    assert [move.label for move in page(roads, inside.state, FULL).moves] == ["Back to the question"]
    offers = played(roads, "quay", GO_ON, "office", Enter("marta", "the-office"), "look")
    labels = [move.label for move in page(roads, offers.state, FULL).moves]
    assert labels == ["Read on with Anton", "Back to the question"]
    asked = choose(roads, offers, STAY)
    assert page(roads, asked.state, FULL).moves[-1].label == "Return to The quay: What do they say?"


def test_what_was_read_is_marked_so_wherever_the_trail_comes_to_it_again(roads: Library) -> None:
    """In a record that was stepped into twice, and back in the own one by way of another."""
    first = ("refuse", Enter("anton", "the-order"), "load", GO_ON, "refuse", GO_ON, RETURN)
    once = played(roads, "boris", *first)
    again = choose(roads, choose(roads, once, Choose("refuse")), Enter("anton", "the-order"))
    shown = page(roads, again.state, FULL, again.trail)
    assert {move.id for move in shown.moves if move.looked_at} == {"load", "refuse"}
    elsewhere = played(roads, "boris", "refuse", Enter("anton", "the-order"))
    assert not [move for move in page(roads, elsewhere.state, FULL, elsewhere.trail).moves if move.looked_at]


def test_who_just_reads_on_goes_along_the_own_road_or_back_and_into_no_other_record(library: Library) -> None:
    for name in library.stories:
        for state in different_states(library, name):
            shown = page(library, state, FULL)
            kinds = [move.kind for move in shown.open_moves]
            by_default = shown.by_default.kind if shown.by_default else ""
            assert by_default != "enter"
            if shown.kind == "outcome":
                assert by_default == ("stay" if "stay" in kinds else "go on")
            assert (by_default == "return") == (shown.kind == "ending" and "return" in kinds)


def test_undo_at_the_beginning_changes_nothing(invented: Library) -> None:
    play = begin(invented, "anton")
    assert undo(invented, play) == play


def test_a_move_that_is_not_offered_is_refused(invented: Library) -> None:
    play = begin(invented, "anton")
    refused: tuple[Move, ...] = (Choose("nonsense"), GO_ON, STAY, RETURN, Enter("vesna", "the-harbour-town"))
    for move in refused:
        with pytest.raises(MoveNotOpenError, match=f"'{encode(move)}' is not open at anton/the-order"):
            choose(invented, play, move)


def test_the_story_is_told_without_a_terminal() -> None:
    """A fresh interpreter that imports the whole of wayout.play has loaded no screen, store or command line."""
    code = (
        "import sys, pkgutil, importlib, wayout.play\n"
        "for one in pkgutil.iter_modules(wayout.play.__path__): importlib.import_module('wayout.play.' + one.name)\n"
        "print([name for name in ('textual', 'rich', 'sqlite3', 'click') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert found.strip() == "[]"
