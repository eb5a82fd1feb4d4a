"""What happens when a reader plays: by example, and for any sequence of choices."""

import subprocess
import sys

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.support.playing import played, walked
from tests.support.walking import reachable_states
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.paths import shipped
from wayout.model.story import Story
from wayout.play.moves import GO_ON, RETURN, STAY, Choose, Enter, Mark, Move
from wayout.play.reader import Reader
from wayout.play.step import MoveNotOpenError, begin, choose, moves, replay, undo
from wayout.views.catalogue import catalogue
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


def test_a_step_into_another_record_enters_it_as_that_record_stands_there(library: Library) -> None:
    to_the_call: list[str | Move] = ["refuse", GO_ON, GO_ON, "leave", GO_ON, "work", GO_ON, "again", GO_ON]
    at_munich = played(library, "vasiliy", GO_ON, GO_ON, *to_the_call)
    assert at_munich.state.scene == "munich"
    announced = choose(library, at_munich, Choose("own-name"))
    assert [move.kind for move in page(library, announced.state, FULL).moves] == ["enter", "stay"]
    inside = choose(library, announced, Enter("igor", "his-name")).state
    stop = recorded_path("igor", library.stories["igor"]).at("his-name")
    assert stop is not None
    assert (inside.story, inside.scene) == ("igor", "his-name")
    assert (dict(inside.situation), inside.seen, inside.chose) == (dict(stop.situation), stop.seen, stop.chose)
    assert dict(inside.situation) == {"army": "fled", "asylum": "refused"}


def test_from_another_record_every_page_leads_back_to_the_fork(library: Library) -> None:
    play = played(library, "igor", GO_ON, "refuse", Enter("vasiliy", "the-order"))
    back = page(library, play.state, FULL).moves[-1]
    assert (back.kind, back.label) == ("return", "Return to Igor Sandzhiev: What does he choose?")
    returned = choose(library, choose(library, choose(library, play, Choose("refuse")), GO_ON), RETURN).state
    assert (returned.story, returned.scene, returned.left) == ("igor", "the-office", ())
    assert "the-office/refuse" in returned.looked


def test_staying_instead_of_entering_leads_back_to_the_fork(library: Library) -> None:
    state = played(library, "igor", GO_ON, "refuse", STAY).state
    assert (state.story, state.scene, state.left) == ("igor", "the-office", ())


def test_a_scene_can_be_entered_directly_with_what_its_record_holds_there(library: Library) -> None:
    state = begin(library, "vasiliy", "munich").state
    assert dict(state.situation) == {"army": "left", "papers": "visa"}


@pytest.mark.parametrize("name", RECORDS)
def test_the_recorded_path_can_be_played_and_ends_as_published(library: Library, name: str) -> None:
    path = recorded_path(name, library.stories[name])
    assert path.fault is None
    play = begin(library, name)
    for stop in path.stops:
        assert play.state.scene == stop.scene
        if stop.choice:
            play = choose(library, play, Choose(stop.choice))
        if GO_ON in moves(library, play.state):
            play = choose(library, play, GO_ON)
    last = page(library, play.state, FULL)
    assert last.close is not None
    assert last.close.head == "Here the published account ends"
    assert last.close.unknown
    assert 2 <= len(last.close.questions) <= 4


@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_every_choice_and_outcome_has_its_words_and_its_sources(library: Library, name: str) -> None:
    """All reachable pages of a record: words where something is revealed, claims with a place behind every text."""
    for state in reachable_states(library, name):
        shown = page(library, state, FULL)
        for block in shown.blocks:
            assert sources(library, block.claims, FULL), block.text
        if shown.reveal is not None:
            assert shown.reveal.taken
            assert shown.reveal.outcomes or shown.moves[0].kind == "enter"
            for outcome in shown.reveal.outcomes:
                assert outcome.word
                assert outcome.claims or outcome.word == "unrecorded"
            for claim in sources(library, shown.claims, FULL):
                assert claim.standing not in ("unsupported", "paraphrase only")
                assert all(cite.title and cite.place and (cite.outlet or cite.title) for cite in claim.cites)


def test_the_states_of_a_record_are_finite_and_few(library: Library) -> None:
    assert {name: len(reachable_states(library, name)) < 2000 for name in library.stories} == dict.fromkeys(
        library.stories, True
    )


def test_gentle_wording_reaches_the_page_and_its_sources(library: Library) -> None:
    state = begin(library, "vasiliy", "the-first-flight").state
    full, gentle = page(library, state, FULL), page(library, state, GENTLE)
    assert "begs" in full.blocks[2].text
    assert "begs" not in " ".join(block.text for block in gentle.blocks)
    shown = sources(library, gentle.claims, GENTLE)
    assert "begs" not in " ".join(
        [view.says for view in shown]
        + [reading.says for view in shown for difference in view.differences for reading in difference.readings]
    )


def test_support_names_every_standing_with_the_weakest_first(library: Library) -> None:
    assert support(library, ["law-contracts-frozen"]) == "corroborated: a public record"
    assert support(library, ["law-contracts-frozen", "vasiliy-video-games"]) == (
        "single account: one report, held in a retranslation; corroborated: a public record"
    )


def test_from_the_crossroads_a_step_comes_back_to_the_same_question(library: Library) -> None:
    play = played(library, "crossroads", "years", "enter vasiliy/the-contract", GO_ON, RETURN)
    assert (play.state.story, play.state.scene, play.state.left) == ("crossroads", "what-ties-him", ())
    found = page(library, play.state, FULL).moves
    assert [move.id for move in found if move.looked_at] == ["years"]
    assert found[-1].label == "Go on to the next question"
    assert played(library, "crossroads", GO_ON).state.scene == "five-in-the-morning"


def test_a_step_within_a_step_says_where_both_ways_back_lead(library: Library) -> None:
    into_viktor = ("woken", "enter viktor/five-in-the-morning")
    play = played(library, "crossroads", GO_ON, *into_viktor, "refuse", "enter vasiliy/the-order")
    (back,) = [move.label for move in page(library, play.state, FULL).moves if move.kind == "return"]
    assert back.startswith("Return to Viktor: ")
    assert back.endswith(" (from there, The crossroads)")


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
    assert set(first) <= {"Army"}


def test_the_crossroads_end_on_the_lives_walked_in_and_not_read(library: Library) -> None:
    made = "years", "enter vasiliy/the-contract", RETURN, GO_ON, GO_ON, "office", "enter igor/the-summons", RETURN
    play = played(library, "crossroads", *made)
    while GO_ON in moves(library, play.state):
        play = choose(library, play, GO_ON)
    close = page(library, play.state, FULL, play.trail).close
    assert close is not None
    assert close.walked == ("Vasiliy", "Igor Sandzhiev")
    assert close.not_walked == ("Aleksandar", "Nikita", "Viktor", "Yevgeniy")
    assert "Igor Sandzhiev: Whether he was deported." in close.unknown


def test_an_ending_offers_who_took_the_same_act_and_the_way_back_to_it(library: Library) -> None:
    end = begin(library, "igor", "for-now")
    offered = [move for move in page(library, end.state, FULL).moves if move.kind == "enter"]
    assert [move.label for move in offered] == [
        "Read Aleksandar, who met this too: Ask for asylum",
        "Read Viktor, who met this too: Flee to Kazakhstan",
    ]
    inside = choose(library, end, offered[0].move)
    assert (inside.state.story, inside.state.scene) == ("aleksandar", library.stories["aleksandar"].start)
    assert choose(library, inside, RETURN).state.scene == "for-now"


def test_a_step_into_a_record_announces_what_it_holds(library: Library) -> None:
    play = played(library, "vasiliy", GO_ON, GO_ON, "go")
    notices = {move.id: move.notice for move in page(library, play.state, FULL).moves if move.kind == "enter"}
    assert notices["enter yevgeniy/the-border"] == (
        "In this record: self-injury; the killing of prisoners, as reported; fighting."
    )
    assert notices["enter aleksandar/the-column"] == ""


def test_the_crossroads_announce_and_count_what_they_lead_to(library: Library) -> None:
    entries = {entry.id: entry for entry in catalogue(library, FULL)}
    assert entries["crossroads"].content == entries["yevgeniy"].content + entries["vasiliy"].content
    assert entries["crossroads"].minutes > 25
    assert entries["igor"].content == ()
    assert next(iter(entries)) == "crossroads"


def test_who_is_asked_first_marks_before_the_reveal_and_sees_it_beside_the_record(library: Library) -> None:
    play = begin(library, "igor", "his-name", asks=True)
    play = choose(library, play, Choose("own-name"))
    asked = page(library, play.state, FULL)
    assert (asked.kind, asked.reveal, asked.chosen) == ("mark", None, "His own")
    assert [move.kind for move in asked.moves] == ["mark"] * 4
    play = choose(library, play, Mark("nothing"))
    assert page(library, play.state, FULL).reveal is not None
    play = choose(library, play, GO_ON)
    assert replay(library, play.trail) == play
    close = page(library, play.state, FULL, play.trail).close
    assert close is not None
    assert close.marked == ("His own: you marked “Nothing: the record is silent”; the record has “recorded”.",)


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


def test_undo_at_the_beginning_changes_nothing(invented: Library) -> None:
    play = begin(invented, "anton")
    assert undo(invented, play) == play


def test_a_move_that_is_not_offered_is_refused(invented: Library) -> None:
    play = begin(invented, "anton")
    refused: tuple[Move, ...] = (Choose("nonsense"), GO_ON, STAY, RETURN, Enter("vasiliy", "munich"))
    for move in refused:
        with pytest.raises(MoveNotOpenError):
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
