"""The way to a page is told by its stops, and what a situation became last comes first."""

from msgspec.structs import replace

from tests.invented.long_road import long_road
from wayout.model.library import Library
from wayout.play.moves import GO_ON, Choose, Enter, GoOn, Move
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, moves
from wayout.views.page import page
from wayout.views.way import WayStop, lately_changed, situation_document, way_here, ways_on

MANY = 99


def played(library: Library, story: str, *made: Move, scene: str | None = None) -> Playthrough:
    play = begin(library, story, scene)
    for move in made:
        play = choose(library, play, move)
    return play


def stops(library: Library, play: Playthrough, most: int = MANY) -> list[tuple[str, str]]:
    return [(stop.label, stop.chosen) for stop in way_here(library, play, Reader(), most)]


def test_the_way_has_each_scene_with_what_was_answered_there_and_ends_where_the_reader_stands(
    invented: Library,
) -> None:
    asked = played(invented, "anton", scene="the-order")
    assert stops(invented, asked) == [("A quay · 2019", "")]
    answered = choose(invented, asked, Choose("refuse"))
    assert stops(invented, answered) == [("A quay · 2019", "Refuse")]
    later = choose(invented, answered, GoOn())
    assert stops(invented, later)[0] == ("A quay · 2019", "Refuse")
    assert len(stops(invented, later)) == 2


def test_of_a_long_way_the_last_stops_are_told(library: Library) -> None:
    play, person = played(library, "vesna"), library.stories["vesna"].person
    while (scene := play.state.scene_in(library)).ending is None:
        own = [
            Choose(key) for key, choice in scene.choices.items() if person in choice.takers and not choice.comes_back
        ]
        offered = moves(library, play.state)
        play = choose(library, play, next(move for move in (GO_ON, *own) if move in offered))
    every = stops(library, play)
    assert len(every) > 3
    assert stops(library, play, 2) == every[-2:]


def test_who_came_back_from_another_record_goes_on_from_the_question_and_the_visit_is_named(roads: Library) -> None:
    name, fork, choice, step = next(
        (name, fork, key, Enter(target.record, target.scene))
        for name, story in roads.records.items()
        for fork, scene in story.scenes.items()
        for key, one in scene.choices.items()
        for target in one.records
    )
    away = played(roads, name, Choose(choice), step, scene=fork)
    assert [stop.story for stop in way_here(roads, away, Reader(), MANY)] == [name, step.record]
    back = away
    while back.state.story != name:
        open_moves = page(roads, back.state, Reader(), back.trail).open_moves
        move = next((one.move for one in open_moves if one.kind == "return"), open_moves[0].move)
        back = choose(roads, back, move)  # type: ignore[arg-type]
    found = way_here(roads, back, Reader(), MANY)
    assert (found[-1].story, found[-1].scene) == (name, fork)
    assert len(found) == 1
    assert found[-1].visits != ()
    assert found[-1].chosen == ""


def test_a_fork_tells_how_many_ways_lead_on_and_any_other_page_nothing(invented: Library) -> None:
    play = played(invented, "anton", scene="the-order")
    assert ways_on(page(invented, play.state, Reader())) == "two ways on"
    read = played(invented, "anton", Choose("load"), GoOn(), scene="the-order")
    assert ways_on(page(invented, read.state, Reader(), read.trail)) == "two ways on, one read"
    after = choose(invented, play, Choose("refuse"))
    assert ways_on(page(invented, after.state, Reader())) == ""


def test_what_the_last_answers_changed_comes_first_in_a_situation(invented: Library) -> None:
    road = long_road(invented)
    play = played(road, "long", Choose("paid"), GoOn(), Choose("refuse"), GoOn())
    shown = page(road, play.state, Reader(), play.trail)
    assert [label for label, _ in shown.situation] == ["Tie", "Pay"]
    assert [label for label, _ in lately_changed(road, play.trail, shown)] == ["Pay", "Tie"]
    assert situation_document(road, play.trail, shown).rows[0].said() == "Pay: Stopped"


def test_a_stop_without_place_date_or_question_is_called_here(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), at=None, date=None, ask=None)
    anton = invented.stories["anton"]
    scenes = {**anton.scenes, "the-order": scene}
    bare = replace(invented, stories={**invented.stories, "anton": replace(anton, scenes=scenes)})
    play = played(bare, "anton", scene="the-order")
    assert way_here(bare, play, Reader(), MANY) == (WayStop("anton", "the-order", "here"),)
