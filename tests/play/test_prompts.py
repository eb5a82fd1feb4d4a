"""What the reader does of her own, prompt by prompt, and that nothing of it changes where a story leads."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.invented.edited import SCENES, sound
from tests.invented.libraries import libraries
from tests.invented.prompts import with_prompts
from tests.invented.stories import stories
from tests.support.playing import history_of, played, walked
from wayout.faces.web.subset import Subset
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.prompts import BOTH, PARTS
from wayout.model.story import Ending, Scene, Story
from wayout.play import history
from wayout.play.migrate_trail import migrate_trail
from wayout.play.moves import GO_ON, RETURN, Choose, Edit, Move, Reply, Take, encode
from wayout.play.permalink import PermalinkState, decode_trail, flags, is_code, moved
from wayout.play.reader_part import pending_prompt
from wayout.play.state import Playthrough, Reader, State, TakenLine
from wayout.play.step import MoveNotOpenError, begin, choose, moves, replay, undo
from wayout.views.page import page

SHIPPED = load(shipped()).library
OWN = Reader(parts=PARTS)
GAP, MARK, DAY, HOME = "order-or-request", "who-says", "the-day", "way-home"
TO_HOME = (GO_ON, GO_ON, "refuse", GO_ON, GO_ON, GO_ON, GO_ON)


def asked_of(library: Library, *made: str | Move) -> Playthrough:
    """The docker's story, with every part of the reader's own, after some moves."""
    return played(library, "anton", *made, parts=PARTS)


def offered(library: Library, state: State) -> list[str]:
    return [encode(move) for move in moves(library, state)]


def test_a_gap_comes_first_with_its_readings_both_of_them_and_a_way_past(asked: Library) -> None:
    state = asked_of(asked).state
    assert pending_prompt(asked, state) == GAP
    assert offered(asked, state) == [f"reply {GAP} orders", f"reply {GAP} asks", f"reply {GAP} both", "go on"]


def test_what_is_printed_is_shown_with_what_the_record_has_and_can_be_changed(asked: Library) -> None:
    printed = asked_of(asked, f"reply {GAP} orders").state
    assert (printed.revealed, printed.scene, printed.shown) == (GAP, "the-order", None)
    assert offered(asked, printed) == ["go on", f"reply {GAP} asks", f"reply {GAP} both"]
    otherwise = asked_of(asked, f"reply {GAP} orders", f"reply {GAP} asks").state
    made = otherwise.reply_to(GAP)
    assert made is not None
    assert (made.option, made.is_changed, len(otherwise.replies)) == ("asks", True, 1)
    kept = asked_of(asked, f"reply {GAP} orders", GO_ON).state
    assert (kept.revealed, pending_prompt(asked, kept)) == (None, MARK)


def test_both_readings_are_offered_only_where_documents_differ(asked: Library) -> None:
    scene = asked.scene("anton", "the-order")
    of_owner = replace(scene.prompts[GAP], claim=None, by="owner")
    library = with_scene(asked, "the-order", replace(scene, prompts={GAP: of_owner}))
    assert f"reply {GAP} {BOTH}" not in offered(library, asked_of(library).state)


def test_both_are_two_readings_and_are_not_offered_of_three(asked: Library) -> None:
    """What is printed of both names two texts: of a third one it would say nothing."""
    scene = asked.scene("anton", "the-order")
    gap = scene.prompts[GAP]
    three = replace(gap, options={**gap.options, "begs": gap.options["asks"]})
    library = with_scene(asked, "the-order", replace(scene, prompts={GAP: three}))
    assert f"reply {GAP} {BOTH}" not in offered(library, asked_of(library).state)


def test_a_prompt_that_is_passed_over_is_not_put_again_and_reveals_nothing(asked: Library) -> None:
    state = asked_of(asked, GO_ON).state
    made = state.reply_to(GAP)
    assert made is not None
    assert (made.option, state.revealed, pending_prompt(asked, state)) == ("", None, MARK)
    assert state.scene == "the-order"


def test_a_mark_reveals_the_same_whatever_was_marked_and_cannot_be_changed(asked: Library) -> None:
    shown = [page(asked, asked_of(asked, GO_ON, f"reply {MARK} {one}").state, OWN) for one in ("foreman", "law")]
    assert [block.text for block in shown[0].blocks[1:]] == [block.text for block in shown[1].blocks[1:]]
    assert [move.id for move in shown[0].moves] == ["go on"]
    assert [one.chosen for one in shown] == ["The foreman", "A law"]


def test_beside_what_the_record_has_all_marks_stand_with_the_readers_own_named(asked: Library) -> None:
    first = page(asked, asked_of(asked, GO_ON, f"reply {MARK} law").state, OWN).blocks[0]
    assert (first.label, first.text) == (
        "Who says that pay stops?", "The foreman · A law (your mark) · Nobody"
    )  # fmt: skip


def test_after_the_last_prompt_a_scene_is_as_it_is_without_any(asked: Library) -> None:
    state = asked_of(asked, GO_ON, GO_ON).state
    without = begin(asked, "anton").state
    takes = [Take("who-must-load"), Take("where-they-go")]
    assert [*moves(asked, state)] == [*moves(asked, without), *takes]


def test_a_place_shows_what_held_on_its_side_and_can_be_hung_otherwise(asked: Library) -> None:
    hung = asked_of(asked, GO_ON, GO_ON, "refuse", GO_ON, f"reply {DAY} before").state
    assert hung.revealed == DAY
    assert offered(asked, hung) == ["go on", f"reply {DAY} after"]


def test_a_question_is_answered_once(asked: Library) -> None:
    state = asked_of(asked, GO_ON, GO_ON, "refuse", GO_ON, GO_ON, f"reply {HOME} how-home").state
    assert (state.revealed, offered(asked, state)) == (HOME, ["go on"])


def test_a_headline_is_written_at_once_where_the_record_has_nothing_to_add(asked: Library) -> None:
    written = asked_of(asked, *TO_HOME, "reply headline load-it").state
    assert (written.revealed, pending_prompt(asked, written)) == (None, None)
    assert page(asked, written, OWN).close is not None


def test_a_line_is_taken_along_and_another_one_in_its_place(asked: Library) -> None:
    state = asked_of(asked, GO_ON, GO_ON, "take who-must-load").state
    assert state.taken == (TakenLine("who-must-load", "anton", "the-order"),)
    assert [one for one in offered(asked, state) if one.startswith("take")] == ["take where-they-go"]
    both = asked_of(asked, GO_ON, GO_ON, "take who-must-load", "take where-they-go").state
    assert [line.thread for line in both.taken] == ["who-must-load", "where-they-go"]


def test_each_part_can_be_switched_off_by_itself(asked: Library) -> None:
    def met(part: str) -> set[str]:
        play = played(asked, "anton", parts=tuple(one for one in PARTS if one != part))
        kinds = set[str]()
        while moves(asked, play.state):
            prompt = pending_prompt(asked, play.state)
            kinds |= {play.state.scene_in(asked).prompts[prompt].kind} if prompt is not None else set()
            kinds |= {"thread"} if any(isinstance(move, Take) for move in moves(asked, play.state)) else set()
            move = next((one for one in (GO_ON, Choose("refuse")) if one in moves(asked, play.state)), None)
            if move is None:
                break
            play = choose(asked, play, move)
        return kinds

    in_one_record = {*PARTS} - {"length"}
    assert {part: met(part) for part in PARTS} == {part: in_one_record - {part} for part in PARTS}


def test_without_any_part_nothing_is_asked(asked: Library) -> None:
    play = played(asked, "anton", "refuse", GO_ON, GO_ON)
    assert (play.state.replies, page(asked, play.state, OWN).kind) == ((), "ending")


def test_a_prompt_whose_passage_is_not_told_is_not_put(asked: Library) -> None:
    scene = asked.scene("anton", "the-order")
    passages = (replace(scene.passages[1], condition={"pay": "stopped"}), *scene.passages[2:])
    library = with_scene(asked, "the-order", replace(scene, text=passages))
    assert pending_prompt(library, asked_of(library).state) == MARK


def test_what_is_not_offered_is_refused(asked: Library) -> None:
    play = asked_of(asked)
    refused = (Reply(MARK, "law"), Reply(GAP, "nonsense"), Reply("nonsense", "a"), Take("nonsense"), Choose("refuse"))
    for move in refused:
        with pytest.raises(MoveNotOpenError):
            choose(asked, play, move)


def test_replies_are_taken_back_and_made_again(asked: Library) -> None:
    made = (f"reply {GAP} orders", f"reply {GAP} asks", GO_ON, f"reply {MARK} law", GO_ON, "take who-must-load")
    now = history_of(asked, "anton", *made, parts=PARTS)
    back = now
    for _ in made:
        back = history.undo(asked, back)
    assert back.play == begin(asked, "anton", parts=PARTS)
    once = history.redo(asked, back)
    assert once.play.state.reply_to(GAP) == asked_of(asked, made[0]).state.reply_to(GAP)
    for _ in made[1:]:
        once = history.redo(asked, once)
    assert once.play == now.play


def test_another_record_is_read_and_come_back_from_with_replies_and_the_line_in_hand(asked: Library) -> None:
    before = asked_of(asked, f"reply {GAP} both", GO_ON, GO_ON, "take who-must-load", "load")
    inside = choose(asked, before, moves(asked, before.state)[0])
    assert (inside.state.story, inside.state.parts) == ("boris", PARTS)
    assert (inside.state.replies, inside.state.taken) == (before.state.replies, before.state.taken)
    back = choose(asked, inside, RETURN).state
    assert (back.story, back.replies, back.taken) == ("anton", before.state.replies, before.state.taken)
    assert pending_prompt(asked, back) is None


def with_scene(library: Library, name: str, scene: Any) -> Library:
    """The library with another scene in the docker's story."""
    anton = library.stories["anton"]
    return replace(library, stories={**library.stories, "anton": replace(anton, scenes={**anton.scenes, name: scene})})


# Trails of other versions.


def test_a_prompt_that_is_gone_or_called_otherwise_is_passed_over_in_a_trail(asked: Library) -> None:
    made = f"reply {GAP} orders", GO_ON, f"reply {MARK} law", GO_ON, "take who-must-load", "refuse", GO_ON
    trail = asked_of(asked, *made).trail
    scene = asked.scene("anton", "the-order")
    renamed = {"another": scene.prompts[GAP], MARK: scene.prompts[MARK]}
    for prompts in ({}, {MARK: scene.prompts[MARK]}, {GAP: scene.prompts[GAP]}, renamed):
        newer = replace(with_scene(asked, "the-order", replace(scene, prompts=prompts)), threads={})
        migrated = migrate_trail(newer, trail)
        assert migrated.stopped is None
        assert migrated.play is not None
        assert (migrated.play.state.scene, migrated.play.state.taken) == ("afterwards", ())


def test_an_answer_that_is_gone_is_passed_over_with_its_prompt(asked: Library) -> None:
    trail = asked_of(asked, f"reply {GAP} orders", GO_ON, f"reply {MARK} nobody", GO_ON, "refuse", GO_ON).trail
    scene = asked.scene("anton", "the-order")
    mark = scene.prompts[MARK]
    fewer = replace(mark, options={key: one for key, one in mark.options.items() if key != "nobody"})
    migrated = migrate_trail(with_scene(asked, "the-order", replace(scene, prompts={MARK: fewer})), trail)
    assert migrated.stopped is None
    assert migrated.play is not None
    assert migrated.play.state.scene == "afterwards"


def test_where_prompts_are_gone_going_on_past_them_leads_to_no_next_question(asked: Library) -> None:
    """A scene of the crossroads has a question and a way on: without its prompts the same step would take that way."""
    quay = asked.stories["quay"]
    first = quay.scenes["what-holds-them"]
    mark = asked.scene("anton", "the-order").prompts[MARK]
    asks = replace(first, prompts={"one": mark, "two": mark})
    scenes = {**quay.scenes, "what-holds-them": asks}
    older = replace(asked, stories={**asked.stories, "quay": replace(quay, scenes=scenes)})
    trail = played(older, "quay", GO_ON, "reply two law", GO_ON, "order", parts=PARTS).trail
    migrated = migrate_trail(asked, trail)
    assert migrated.stopped is None
    assert migrated.play is not None
    assert (migrated.play.state.scene, migrated.play.state.shown) == ("what-holds-them", "order")


def test_prompts_that_are_new_are_gone_past_by_a_trail_that_does_not_know_them(asked: Library) -> None:
    scene = asked.scene("anton", "the-order")
    older = with_scene(asked, "the-order", replace(scene, prompts={}))
    trail = played(older, "anton", "refuse", GO_ON, parts=PARTS).trail
    migrated = migrate_trail(asked, trail)
    assert migrated.stopped is None
    assert migrated.play is not None
    assert migrated.play.state.scene == "afterwards"


# Codes.


def test_each_part_stands_in_a_code_and_a_code_of_before_has_none(asked: Library) -> None:
    for parts in ((), *((part,) for part in PARTS), PARTS):
        reader = Reader(gentle=True, asks=True, parts=parts)
        code = f"anton.{flags(reader)}."
        found = decode_trail(asked, code)
        assert is_code(asked, code)
        assert found is not None
        assert (found.reader, found.play.state.parts, found.code) == (reader, parts, code)
    old = decode_trail(asked, "anton.ga.0")
    assert old is not None
    assert (old.reader.parts, old.play.state.shown) == ((), "refuse")


@given(st.sampled_from(sorted(SHIPPED.stories)), st.lists(st.integers(0, 9), max_size=40))
def test_a_code_leads_to_the_play_that_it_was_made_of(name: str, numbers: list[int]) -> None:
    state = decode_trail(SHIPPED, f"{name}.{flags(OWN)}.")
    assert state is not None
    for number in numbers:
        if open_moves := moves(SHIPPED, state.play.state):
            move = open_moves[number % len(open_moves)]
            state = PermalinkState(choose(SHIPPED, state.play, move), state.reader, moved(SHIPPED, state, move))
    found = decode_trail(SHIPPED, state.code)
    assert found is not None
    assert found.play == state.play


# Nothing of it changes where a story leads.

picks = st.lists(st.integers(0, 9), max_size=30)


def core(state: State) -> State:
    """A state without what is the reader's own."""
    without = replace(state, lines=frozenset(), cut=frozenset(), edits=False)
    return replace(without, parts=(), replies=(), revealed=None, taken=())


def past_prompts(library: Library, play: Playthrough, numbers: Iterator[int]) -> Playthrough:
    """The play past every prompt of the page, each answered, answered otherwise or passed over by lot."""
    while play.state.revealed is not None or pending_prompt(library, play.state) is not None:
        own = [move for move in moves(library, play.state) if isinstance(move, Reply) or move == GO_ON]
        has_changed = play.state.revealed is not None and next(numbers) % 3
        play = choose(library, play, GO_ON if has_changed else own[next(numbers) % len(own)])
    takes = [move for move in moves(library, play.state) if isinstance(move, Take)]
    return choose(library, play, takes[0]) if takes and next(numbers) % 2 else play


def keeps_its_ways(library: Library, name: str, numbers: list[int]) -> None:
    """With and without the reader's part, the same moves lead to the same states."""
    lots = (one for _ in range(1000) for one in (*numbers, 1, 2, 0))
    plain, own = begin(library, name), begin(library, name, parts=PARTS)
    for number in (*numbers, 0):
        own = past_prompts(library, own, lots)
        assert core(own.state) == plain.state
        ways = moves(library, plain.state)
        assert tuple(move for move in moves(library, own.state) if not isinstance(move, Take | Edit)) == ways
        if not ways:
            break
        plain, own = (choose(library, play, ways[number % len(ways)]) for play in (plain, own))
    assert replay(library, own.trail) == own
    if own.trail.steps:
        assert replay(library, replace(own.trail, steps=own.trail.steps[:-1])) == undo(library, own)


@given(st.sampled_from(sorted(SHIPPED.stories)), picks)
def test_no_shipped_story_leads_elsewhere_whatever_the_reader_does_of_her_own(name: str, numbers: list[int]) -> None:
    keeps_its_ways(SHIPPED, name, numbers)


@given(st.data(), stories(), picks)
def test_no_invented_story_leads_elsewhere(data: st.DataObject, story: Story, numbers: list[int]) -> None:
    over = Scene(text="Here.", ending=Ending(kind="record-silent", text="Over."))
    crane = Story(title="B", teaser="B", person="boris", start="the-crane", scenes={"the-crane": over})
    library = data.draw(with_prompts(replace(SHIPPED, stories={"one": story, "boris": crane})))
    keeps_its_ways(library, "one", numbers)


@given(st.data(), SCENES, picks)
def test_no_edited_story_leads_elsewhere(data: st.DataObject, scenes: Any, numbers: list[int]) -> None:
    keeps_its_ways(data.draw(with_prompts(sound(scenes))), "story", numbers)


@given(st.data(), libraries(), picks)
def test_no_story_with_hostile_ids_leads_elsewhere(data: st.DataObject, made: Subset, numbers: list[int]) -> None:
    library = data.draw(with_prompts(made.library))
    keeps_its_ways(library, next(iter(library.stories)), numbers)


@given(st.sampled_from(sorted(SHIPPED.stories)), st.lists(st.integers(0, 9), max_size=60))
def test_every_page_of_the_reader_s_part_can_be_left_and_tells_or_asks_something(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers, parts=PARTS)
    shown = page(SHIPPED, play.state, OWN, play.trail)
    assert shown.moves or shown.close is not None
    assert shown.blocks or shown.ask or shown.reveal is not None or shown.close is not None
    assert tuple(one.move for one in shown.open_moves) == moves(SHIPPED, play.state)
    assert all(move.label for move in shown.moves)
    assert all(claim in SHIPPED.claims for claim in shown.claims)
    for block in shown.blocks:
        assert block.text
        if block.printed is not None:
            assert block.text[slice(*block.printed)]
