"""An outcome page tells of a man first; what is law, report or of others is one key later, and never lost."""

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from tests.support.playing import played
from wayout.actions import action
from wayout.locale import evidence_strings
from wayout.model.library import Library
from wayout.model.story import Choice, Outcome, Story
from wayout.play.moves import Choose
from wayout.play.state import Reader, State
from wayout.views.log import reading_log
from wayout.views.outcome import OutcomePage, outcome_page
from wayout.views.page import Page, page

READER = Reader()
RECORDED = Outcome(known="recorded", text="He refuses.", claims=("anton-refused",))
THREATENED = Outcome(known="threatened", text="He is threatened.", claims=("anton-threat",))
RULE = Outcome(known="rule", text="Who refuses pays a fine.", claims=("law-fine",))
REPORTED = Outcome(known="reported", text="Others went home.", claims=("anton-home",))
OF_BORIS = Outcome(known="reported", text="Boris loaded it.", claims=("boris-loaded",), of="boris")
CARD = "Beside Anton he loads the ship."


def outcomes(library: Library) -> Iterator[tuple[Page, OutcomePage, Story, Choice]]:
    """Every outcome page of every story."""
    for name, story in library.stories.items():
        for key, scene in story.scenes.items():
            for each, choice in scene.choices.items():
                shown = page(library, State(story=name, scene=key, situation=(), shown=each), READER)
                assert shown.reveal is not None
                yield shown, shown.reveal, story, choice


def of_choice(library: Library, *told: Outcome, by: tuple[str, ...] = (), act: str = "refuse-order") -> OutcomePage:
    """The outcome page of a choice in the story of Anton."""
    choice = replace(library.choice("anton", "the-order", "refuse"), outcome=told, by=by, act=act)
    return outcome_page(library, library.stories["anton"], choice, READER)


def test_what_stands_first_on_every_page_is_of_a_person_wherever_anything_is(shipped_library: Library) -> None:
    for _, reveal, story, choice in outcomes(shipped_library):
        of_people = [one for one in shipped_library.outcomes(story.person, choice) if one.is_of_record]
        assert reveal.told or reveal.step, "no page is empty"
        if reveal.step:
            continue  # A road tells its own sentence first, and of people in quiet lines (test_road).
        assert {one.known.id in ("rule", "reported") and not one.of for one in reveal.told} == {not of_people}
        assert [one.note.text for one in reveal.told if one.note.text] == [], "one note is enough on each"


def test_nothing_that_stands_one_key_later_is_lost(shipped_library: Library) -> None:
    for shown, reveal, story, choice in outcomes(shipped_library):
        every = shipped_library.outcomes(story.person, choice)
        assert sorted(one.text for one in reveal.outcomes) == sorted(
            one.text if isinstance(one.text, str) else one.text.full for one in every
        )
        claims = {claim for one in every for claim in one.claims}
        assert claims | set(choice.origins) == set(shown.claims)
        assert claims == set(shown.told)
        words = {word for fold in reveal.folds for one in fold.outcomes for word in (*one.note.words, *fold.note.words)}
        words |= {line.known for line in reveal.lines}
        assert {word.id for word in reveal.words} <= {word.id for word in (*words, *reveal.note.words)}


def test_the_log_has_all_of_it_below_its_lines(library: Library) -> None:
    play = played(library, "vesna", "leave", scene="the-call")
    last = reading_log(library, play.trail, READER)[-1]
    said = [(row.kind, row.said()) for row in last.rows]
    assert [one for one in said if one[0] != "followed"] == [
        ("chosen", "Chosen: Leave"),
        ("support", "taken · recorded · one report, two texts"),
        ("word", "What the law says"),
        ("support", said[-1][1]),
    ]
    assert said[1][0] == "followed"


@pytest.mark.parametrize(
    ("told", "label"),
    [
        ((RULE,), "What the law says"),
        ((REPORTED,), "What is reported"),
        ((RULE, REPORTED), "What the law says, and what is reported"),
        ((REPORTED, RULE), "What the law says, and what is reported"),
    ],
)
def test_law_and_reports_are_called_by_what_they_are(invented: Library, told: tuple[Outcome, ...], label: str) -> None:
    for first in (RECORDED, THREATENED, OF_BORIS):
        reveal = of_choice(invented, *told, first)
        assert [one.text for one in reveal.told] == [first.text]
        assert [(fold.id, fold.label) for fold in reveal.folds] == [("law", label)]
        assert [one.text for one in reveal.folds[0].outcomes] == [one.text for one in told]
        assert [one.note.evidence for one in reveal.folds[0].outcomes] == [one.known for one in told]
    alone = of_choice(invented, *told)
    assert (alone.folds, [one.text for one in alone.told]) == ((), [one.text for one in told])


def test_the_note_has_a_word_where_it_holds_for_all_and_each_its_own_where_not(invented: Library) -> None:
    one = of_choice(invented, RECORDED, by=("anton",))
    assert one.note.text == "taken · recorded · one report, one text"
    two = of_choice(invented, RECORDED, THREATENED, by=("anton",))
    assert [each.note.evidence for each in two.told] == ["recorded", "threatened"]
    assert two.note.text == "taken"
    assert (one.evidence, two.evidence) == ("taken · recorded", "taken · recorded · threatened")


def test_others_who_took_what_the_person_took_stand_one_key_later(invented: Library) -> None:
    reveal = of_choice(invented, RECORDED, RULE, by=("anton", "boris"), act="go-along")
    assert [one.text for one in reveal.told] == ["He refuses."]
    assert [(fold.id, fold.label) for fold in reveal.folds] == [("also", "Also: Boris"), ("law", "What the law says")]
    assert [(one.of, one.text) for one in reveal.folds[0].outcomes] == [("Boris", CARD)]
    assert reveal.note.evidence == "taken · recorded", "who else did stands in the line below"
    assert reveal.folds[0].note.text == "taken by Boris · recorded"
    assert reveal.evidence == "taken · taken by Boris · recorded · rule"
    untold = of_choice(invented, RECORDED, by=("anton", "boris"), act="leave")
    assert (untold.folds, untold.note.evidence) == ((), "taken · taken by Boris · recorded")


def test_where_the_own_record_tells_nothing_the_others_answer_at_once(invented: Library) -> None:
    reveal = of_choice(invented, by=("anton", "boris"), act="go-along")
    assert [(one.of, one.text) for one in reveal.told] == [("Boris", CARD)]
    assert reveal.folds == ()


def test_of_others_a_threat_stays_what_is_known_of_the_person(invented: Library) -> None:
    """Their cards are recorded; that of his outcome says nothing."""
    assert of_choice(invented, THREATENED, by=("anton", "boris"), act="go-along").evidence == (
        "taken · taken by Boris · threatened"
    )


def test_each_line_has_its_word_and_its_key() -> None:
    assert (action("law").keys, action("law").word) == ("y", evidence_strings.CMD_LAW)
    assert (action("also").keys, action("also").word) == ("h", evidence_strings.CMD_ALSO)


def test_a_choice_is_the_same_move_as_ever(invented: Library) -> None:
    """What is opened stands in no trail."""
    assert [step.move for step in played(invented, "anton", "refuse").trail.steps] == [Choose("refuse")]
