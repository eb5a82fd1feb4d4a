"""A trail made again: exactly where nothing changed, and to a page that can be left whatever was changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.invented.edited import CHOICES, IDS, SCENES, sound
from tests.play.test_history import PICKS, SHIPPED, STORIES
from tests.support.playing import history_of, step, walked
from wayout.model.library import Library
from wayout.model.story import Choice, Scene
from wayout.play.migrate_trail import MigratedTrail, can_be_left, migrate_trail
from wayout.play.moves import GO_ON, STAY, Choose, Enter, Mark, Move
from wayout.play.state import Reader, Step, Trail
from wayout.play.step import begin, choose, moves, replay
from wayout.views.page import page


def anton(invented: Library, **changed: Scene) -> Library:
    """The invented library with some of Anton's scenes changed, added or, as None, deleted."""
    story = invented.stories["anton"]
    scenes = {name: scene for name, scene in {**story.scenes, **changed}.items() if scene is not None}
    return replace(invented, stories={**invented.stories, "anton": replace(story, scenes=scenes)})


def with_choices(invented: Library, **changed: Choice | None) -> Library:
    scene = invented.scene("anton", "the-order")
    choices = {name: one for name, one in {**scene.choices, **changed}.items() if one is not None}
    return anton(invented, **{"the-order": replace(scene, choices=choices)})


def stopped(found: MigratedTrail) -> tuple[str, int, str, str]:
    """Why a trail stops, at which step, and at which page its reader stands."""
    assert found.stopped is not None
    assert found.play is not None
    return found.stopped.why, found.stopped.step, found.play.state.scene, found.play.state.shown or ""


@given(STORIES, PICKS)
def test_in_the_same_story_a_trail_is_made_again_exactly(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers)
    assert migrate_trail(SHIPPED, play.trail) == MigratedTrail(play, None)


def test_a_trail_from_before_steps_came_back_to_the_same_question_is_made_again(library: Library) -> None:
    """Then the way back led on to the next question; now going on from the same one is inferred."""
    old = (
        step("crossroads", "what-ties-him", "years"),
        step("crossroads", "what-ties-him", "enter vesna/the-contract"),
        step("vesna", "the-contract", "turn back"),
        step("crossroads", "five-in-the-morning", "back"),
        Step("crossroads", "five-in-the-morning", GO_ON),
        Step("crossroads", "five-in-the-morning", GO_ON),
    )
    found = migrate_trail(library, Trail(story="crossroads", scene="what-ties-him", steps=old))
    assert found.stopped is None
    assert found.play is not None
    assert (found.play.state.scene, len(found.play.trail.steps)) == ("the-order", len(old) + 1)


def test_a_trail_from_before_answers_led_back_by_their_question_is_made_again(library: Library) -> None:
    """Then the way back to another record stood beside the one to the question, and skipped it."""
    into = (step("wim", "mid-august", "run"), step("wim", "mid-august", "enter vesna/the-call"))
    inside = (step("vesna", "the-call", "ask-release"), step("vesna", "the-call", "turn back"))
    silent = (step("vesna", "the-call", "go"), step("vesna", "the-call", "go on"))
    last = step("wim", "mid-august", "ask-release")
    for old in ((*into, *inside, last), (*into, *silent, step("vesna", "the-road-not-told", "turn back"), last)):
        found = migrate_trail(library, Trail(story="wim", scene="mid-august", steps=old))
        assert found.stopped is None
        assert found.play is not None
        assert (found.play.state.story, found.play.state.shown) == ("wim", "ask-release")
        assert len(found.play.trail.steps) == len(old) + 1


def test_where_the_choice_is_gone_the_reader_stands_at_its_question(invented: Library) -> None:
    trail = history_of(invented, "anton", "load", GO_ON, "refuse", GO_ON).play.trail
    found = migrate_trail(with_choices(invented, refuse=None), trail)
    assert stopped(found) == ("choice gone", 2, "the-order", "")
    assert found.stopped is not None
    assert found.stopped.says == "At “the-order” there is no choice “refuse”."


def test_where_its_condition_is_not_met_any_more_the_reader_stands_at_the_question(invented: Library) -> None:
    refuse = replace(invented.choice("anton", "the-order", "refuse"), condition={"pay": "stopped"})
    found = migrate_trail(
        with_choices(invented, refuse=refuse), history_of(invented, "anton", "refuse", GO_ON).play.trail
    )
    assert stopped(found) == ("not open", 0, "the-order", "")


def test_where_the_scene_is_gone_the_reader_stands_at_the_page_before(invented: Library) -> None:
    trail = history_of(invented, "anton", "refuse", GO_ON, GO_ON).play.trail
    refuse = replace(invented.choice("anton", "the-order", "refuse"), to="home")
    library = anton(with_choices(invented, refuse=refuse), afterwards=None)  # type: ignore[arg-type]
    found = migrate_trail(library, trail)
    assert stopped(found) == ("scene gone", 2, "home", "")


def test_where_a_record_is_gone_the_reader_stands_at_the_step_into_it(invented: Library) -> None:
    trail = history_of(invented, "boris", "refuse", "enter anton/the-order", "refuse").play.trail
    boris = invented.stories["boris"]
    crane = replace(boris.scenes["the-crane"], choices={**boris.scenes["the-crane"].choices})
    crane.choices["refuse"] = replace(crane.choices["refuse"], to="nobody-knows")
    library = replace(invented, stories={"boris": replace(boris, scenes={**boris.scenes, "the-crane": crane})})
    assert stopped(migrate_trail(library, trail)) == ("not offered", 1, "the-crane", "refuse")


def test_where_the_record_that_it_began_in_is_gone_nothing_is_left(invented: Library) -> None:
    found = migrate_trail(replace(invented, stories={}), history_of(invented, "anton", "refuse").play.trail)
    assert found.play is None
    assert found.stopped is not None
    assert found.stopped.says == "There is no record “anton”."


def test_where_the_scene_that_it_began_at_is_gone_the_story_begins_anew(invented: Library) -> None:
    trail = Trail(story="anton", scene="gone", steps=(Step("anton", "gone", GO_ON),))
    assert stopped(migrate_trail(invented, trail)) == ("scene gone", 0, "the-order", "")


def test_former_ids_of_scenes_and_choices_are_found(invented: Library) -> None:
    trail = history_of(invented, "anton", "load", GO_ON, "refuse", GO_ON).play.trail
    story = invented.stories["anton"]
    order = story.scenes["the-order"]
    choices = {"carry": replace(order.choices["load"], was=("lift", "load")), "say-no":
               replace(order.choices["refuse"], was="refuse")}  # fmt: skip
    scenes = {"an-order": replace(order, choices=choices, was="the-order")}
    scenes |= {name: scene for name, scene in story.scenes.items() if name != "the-order"}
    library = replace(invented, stories={**invented.stories, "anton": replace(story, scenes=scenes, start="an-order")})
    found = migrate_trail(library, trail)
    assert found.stopped is None
    assert found.play is not None
    assert [(step.scene, step.move) for step in found.play.trail.steps] == [
        ("an-order", Choose("carry")), ("an-order", GO_ON), ("an-order", Choose("say-no")), ("an-order", GO_ON),
    ]  # fmt: skip
    assert replay(library, found.play.trail) == found.play
    into = history_of(invented, "boris", "refuse", "enter anton/the-order", "refuse").play.trail
    crane = replace(library.scene("boris", "the-crane"), choices={**library.scene("boris", "the-crane").choices})
    crane.choices["refuse"] = replace(crane.choices["refuse"], to="anton/an-order")
    boris = replace(library.stories["boris"], scenes={**library.stories["boris"].scenes, "the-crane": crane})
    entered = migrate_trail(replace(library, stories={**library.stories, "boris": boris}), into)
    assert entered.stopped is None


def test_pages_without_a_decision_may_come_and_go(invented: Library) -> None:
    trail = history_of(invented, "anton", "refuse", GO_ON, GO_ON).play.trail
    scene = invented.scene("anton", "afterwards")
    found = migrate_trail(anton(invented, afterwards=replace(scene, next="between"), between=scene), trail)
    assert found.stopped is None
    assert found.play is not None
    assert found.play.state.scene == "between", "as many pages on as the trail went"


def test_marks_that_are_not_asked_for_any_more_are_passed_over(invented: Library) -> None:
    trail = history_of(invented, "anton", "load", "mark rule", GO_ON, "refuse", asks=True).play.trail
    load = replace(invented.choice("anton", "the-order", "load"), outcome=())
    found = migrate_trail(with_choices(invented, load=load), trail)
    assert found.stopped is None
    assert found.play is not None
    assert found.play.state.shown == "refuse"


def test_a_page_that_cannot_be_left_is_not_come_to(invented: Library) -> None:
    afterwards = replace(invented.scene("anton", "afterwards"), next=None)
    found = migrate_trail(
        anton(invented, afterwards=afterwards), history_of(invented, "anton", "refuse", GO_ON).play.trail
    )
    assert stopped(found) == ("no way on", 1, "the-order", "refuse")


def test_a_circle_ends(invented: Library) -> None:
    here = Scene(text="He waits.", next="there")
    library = anton(invented, home=here, there=replace(here, next="home"))
    trail = history_of(invented, "anton", "refuse", GO_ON, GO_ON).play.trail
    steps = (*trail.steps, Step("anton", "nowhere", GO_ON), step("anton", "the-order", "load"))
    assert stopped(migrate_trail(library, replace(trail, steps=steps))) == ("not reached", 4, "home", "")


def some_play(library: Library, numbers: list[int], *, asks: bool) -> Trail:
    play = begin(library, "story", asks=asks)
    for number in numbers:
        if found := moves(library, play.state):
            play = choose(library, play, found[number % len(found)])
    return play.trail


@given(SCENES, SCENES, PICKS, st.booleans(), st.booleans())
def test_whatever_is_edited_a_trail_leads_to_a_page_that_can_be_left(
    before: dict[str, Scene], edited: dict[str, Scene], numbers: list[int], asks: bool, is_part: bool
) -> None:
    """Any scenes are added, deleted, renamed, changed; without a page that can be left there is no play at all."""
    after = {**before, **edited} if is_part else edited
    trail, library = some_play(sound(before), numbers, asks=asks), sound(after)
    found = migrate_trail(library, trail)
    first = begin(library, "story", asks=asks).state
    if found.play is None:
        assert not can_be_left(library, first)
        return
    assert replay(library, found.play.trail) == found.play
    shown = page(library, found.play.state, Reader(asks=asks), found.play.trail)
    assert any(move.is_open for move in shown.moves) or shown.kind == "ending"
    if found.stopped is not None:
        assert found.stopped.says
        assert found.stopped.step <= len(trail.steps)
    if before == after:
        assert found.play.trail == trail or not can_be_left(library, replay(library, trail).state)


@given(SCENES, PICKS, st.lists(st.text(max_size=8), max_size=6), st.data())
def test_steps_that_lie_are_only_steps_that_are_not_offered(
    scenes: dict[str, Scene], numbers: list[int], lies: list[str], data: st.DataObject
) -> None:
    library = sound(scenes)
    trail = some_play(library, numbers, asks=False)
    steps = list(trail.steps)
    words = st.one_of(st.text(max_size=5), st.sampled_from((*IDS, *CHOICES)))
    lied: st.SearchStrategy[Move] = st.one_of(
        st.builds(Choose, words), st.builds(Enter, words, words), st.sampled_from((GO_ON, STAY, Mark("rule")))
    )
    for lie in lies:
        one = Step(data.draw(st.sampled_from(("story", "other", lie))), data.draw(words), data.draw(lied))
        steps.insert(data.draw(st.integers(0, len(steps))), one)
    found = migrate_trail(library, replace(trail, steps=tuple(steps)))
    assert found.play is None or can_be_left(library, found.play.state)


@pytest.mark.parametrize("why", ["x" * 5000])
def test_an_absurd_id_is_said_short(invented: Library, why: str) -> None:
    found = migrate_trail(
        invented, Trail(story="anton", scene="the-order", steps=(Step("anton", "the-order", Choose(why)),))
    )
    assert found.stopped is not None
    assert len(found.stopped.says) < 150
