"""Who did what, and what happened when: the same on the plain face as in play, and true to the stories."""

import os
import subprocess
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from wayout.faces.web.reference_pages import document_html
from wayout.locale import strings
from wayout.model.dates import period
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.story import Outcome, Scene
from wayout.model.text import TwoWordings
from wayout.play.state import Reader
from wayout.play.step import acts, begin
from wayout.render.document_text import plain_lines
from wayout.views import compare as comparisons
from wayout.views import sources as sourcing
from wayout.views import timeline as timelines
from wayout.views.compare import ActTaken, compare, comparison_document
from wayout.views.document import ViewDocument
from wayout.views.sources import sources_document
from wayout.views.timeline import first_sentence, timeline, timeline_document

FULL, GENTLE = Reader(), Reader(gentle=True)


@pytest.fixture(params=["library", "shipped_library"])
def each_library(request: pytest.FixtureRequest) -> Library:
    """The invented records and the shipped ones, of which the same holds."""
    found: Library = request.getfixturevalue(request.param)
    return found


def test_every_cell_stands_in_a_record_and_can_be_read_from_there(each_library: Library) -> None:
    library, shown = each_library, compare(each_library, FULL)
    for row in shown.rows:
        assert len(row.cells) == len(shown.people)
        assert row.takings, "an act that nobody took has no row"
        for person, taking in zip(shown.people, row.cells, strict=True):
            if taking is not None:
                assert (taking.story, taking.name) == (person.story, person.name)
                assert taking.choice or taking.outcomes, "what stands at no decision of his own is told by its claims"
                if taking.choice:
                    choice = library.choice(taking.story, taking.scene, taking.choice)
                    assert choice.act == row.act
                    assert library.stories[taking.story].person in choice.takers
                assert begin(library, taking.story, taking.scene).state.scene == taking.scene
                assert all(claim in library.claims for claim in taking.claims)


def test_all_acts_of_each_persons_own_record_are_there(each_library: Library) -> None:
    library, shown = each_library, compare(each_library, FULL)
    assert [person.story for person in shown.people] == [
        name for name in sorted(library.stories) if library.stories[name].person
    ]
    for at, person in enumerate(shown.people):
        cells = {(row.act, cell.scene) for row in shown.rows if (cell := row.cells[at]) is not None and cell.choice}
        assert cells == set(acts(library, person.story))
    assert len(shown.untaken) == len(library.acts) - len({row.act for row in shown.rows})


def test_nobody_whom_a_choice_names_or_whose_answer_tells_it_is_missing_from_the_row_of_an_act(
    each_library: Library,
) -> None:
    library = each_library
    column = {library.stories[person.story].person: at for at, person in enumerate(compare(library, FULL).people)}
    told = {
        (choice.act, column[taker])
        for story in library.records.values()
        for scene in story.scenes.values()
        for choice in scene.choices.values()
        for taker in choice.takers
    }
    told |= {(act, column[one]) for act, answers in library.answers.items() for one in answers if one in column}
    shown = {(row.act, at) for row in compare(library, FULL).rows for at, cell in enumerate(row.cells) if cell}
    assert shown == told


def with_scene(library: Library, story: str, name: str, scene: Scene) -> Library:
    whole = library.stories[story]
    changed = replace(whole, scenes={**whole.scenes, name: scene})
    return replace(library, stories={**library.stories, story: changed})


def with_leave(library: Library, **leave: Any) -> Library:
    """Boris’s record, in which the option to leave the quay is changed."""
    scene = library.scene("boris", "the-crane")
    choices = {**scene.choices, "leave": replace(scene.choices["leave"], **leave)}
    return with_scene(library, "boris", "the-crane", replace(scene, choices=choices))


def cell(library: Library, act: str, story: str, reader: Reader = FULL) -> ActTaken | None:
    shown = compare(library, reader)
    column = [person.story for person in shown.people].index(story)
    return next((row.cells[column] for row in shown.rows if row.act == act), None)


def test_an_act_outside_every_decision_of_the_own_record_stands_in_the_table_by_its_claims(invented: Library) -> None:
    taking = cell(with_leave(invented, by="anton", origins=("anton-home", "boris-loaded")), "leave", "anton")
    assert taking is not None
    assert (taking.story, taking.scene, taking.choice) == ("anton", "home", ""), "where his own record tells it"
    assert [(one.word, one.text) for one in taking.outcomes] == [("recorded", "He goes home to Tallinn.")]
    assert taking.claims == ("anton-home",), "another person’s claim is none of his"
    assert cell(invented, "leave", "anton") is None


def test_what_is_told_of_him_in_an_outcome_alone_is_told_too_and_what_is_told_nowhere_is_taken(
    invented: Library,
) -> None:
    followed = Outcome(known="reported", text="He went.", claims=("boris-loaded", "anton-home"))
    taking = cell(with_leave(invented, by="anton", origins=("boris-loaded",), outcome=followed), "leave", "anton")
    assert taking is not None
    assert taking.claims == ("anton-home",)
    bare = cell(with_leave(invented, by="anton", origins=("boris-loaded",)), "leave", "anton")
    assert bare is not None
    assert (bare.evidence, bare.scene) == ("taken", "the-order")


def test_the_date_of_what_followed_for_one_dates_nothing_that_another_did(invented: Library) -> None:
    followed = Outcome(known="recorded", text="He goes.", claims=("boris-loaded",), date="2019-05")
    both = with_leave(invented, by=("boris", "anton"), origins=("boris-loaded", "anton-home"), outcome=followed)
    dates = [one.date for one in (cell(both, "leave", "boris"), cell(both, "leave", "anton")) if one]
    assert dates == ["May 2019", ""]
    of_anton = with_leave(invented, by="anton", origins=("anton-home",), outcome=replace(followed, of="anton"))
    assert [one.date for one in (cell(of_anton, "leave", "anton"),) if one] == ["May 2019"]


def test_such_an_act_is_told_gently_where_its_claim_is(invented: Library) -> None:
    says = TwoWordings(full="He limps home.", gentle="He goes home.")
    hurt = replace(invented.claims["anton-home"], says=says, content=("self-injury",))
    changed = replace(with_leave(invented, by="anton", origins=("anton-home",)),
                      claims={**invented.claims, "anton-home": hurt})  # fmt: skip
    told = [cell(changed, "leave", "anton", reader) for reader in (FULL, GENTLE)]
    assert [one.outcomes[0].text for one in told if one] == ["He limps home.", "He goes home."]


def dated(library: Library, **claims: dict[str, Any]) -> Library:
    """The library with dates of its claims changed: `anton_refused={'date': 2019}`."""
    names = {name: name.replace("_", "-") for name in claims}
    changed = {names[name]: replace(library.claims[names[name]], **fields) for name, fields in claims.items()}
    return replace(library, claims={**library.claims, **changed})


def both_dates(library: Library) -> tuple[str, str]:
    """When Anton refuses, in the table and on the timeline, whose entry begins with the date of its scene."""
    taking = cell(library, "refuse-order", "anton")
    assert taking is not None
    (entry,) = (one for one in timeline(library, FULL).entries if one.scene == "the-order")
    return taking.date, f"{entry.date}: {entry.told}"


def test_an_act_is_dated_as_it_is_told_and_not_by_its_scene(invented: Library) -> None:
    assert both_dates(invented) == ("", "2019: Refuse an order (date not told)")
    wide = dated(invented, anton_refused={"date": "[2018..2020]"})
    span = "between 2018 and 2020"
    assert both_dates(wide) == (span, f"2019: Refuse an order ({span})")
    assert both_dates(dated(invented, anton_refused={"date": 2019})) == ("2019", "2019: Refuse an order")
    until = dated(invented, anton_refused={"as_of": "2019-05"})
    assert both_dates(until) == ("by May 2019", "2019: Refuse an order (by May 2019)")


def test_the_last_event_that_the_option_names_of_him_dates_it_and_an_outcome_before_all(invented: Library) -> None:
    library = dated(invented, anton_told={"date": 2017}, anton_refused={"date": 2018}, anton_threat={"date": 2016})
    scene = library.scene("anton", "the-order")

    def with_refusal(**refuse: Any) -> Library:
        choices = {**scene.choices, "refuse": replace(scene.choices["refuse"], **refuse)}
        return with_scene(library, "anton", "the-order", replace(scene, choices=choices))

    named = ("anton-told", "anton-refused", "anton-threat", "boris-loaded")
    assert both_dates(with_refusal(origins=named))[0] == "2018"
    assert both_dates(with_refusal(origins=("anton-threat", "boris-loaded")))[0] == "2016", "no event of his is named"
    assert both_dates(with_refusal(origins=("boris-loaded",)))[0] == "2018", "his outcome tells it"
    outcome = replace(scene.choices["refuse"].outcomes[0], date="2019-03")
    assert both_dates(with_refusal(outcome=outcome))[0] == "March 2019"


def test_an_act_that_leads_elsewhere_may_have_begun_elsewhere_unless_its_outcome_tells_the_place(
    invented: Library,
) -> None:
    staying = cell(invented, "refuse-order", "anton")
    assert staying is not None
    assert staying.where == "A quay · date not told"
    away = with_scene(invented, "anton", "afterwards", replace(invented.scene("anton", "afterwards"), at="tallinn"))
    left = cell(away, "refuse-order", "anton")
    assert left is not None
    assert left.where == "date not told"
    scene = away.scene("anton", "the-order")
    refuse = scene.choices["refuse"]
    there = replace(refuse, outcome=replace(refuse.outcomes[0], at="tallinn"))
    told = cell(
        with_scene(away, "anton", "the-order", replace(scene, choices={"refuse": there})), "refuse-order", "anton"
    )
    assert told is not None
    assert told.where == "Tallinn · date not told"


def test_pseudonyms_are_named_as_such(library: Library) -> None:
    named = dict(compare(library, FULL).identities)
    assert named["not the real name"] == "Nils, Vesna, Wim"
    assert named["the real name"] == "Ivo Brandt"


def test_an_act_taken_twice_has_a_second_row(invented: Library) -> None:
    anton = invented.stories["anton"]
    again = replace(anton.scenes["the-order"], choices={"refuse": anton.scenes["the-order"].choices["refuse"]})
    twice = replace(anton, scenes={**anton.scenes, "again": again})
    shown = compare(replace(invented, stories={**invented.stories, "anton": twice}), FULL)
    assert [row.label for row in shown.rows] == ["Refuse an order", "Refuse an order, once more", "Go along"]
    assert [[cell.scene if cell else None for cell in row.cells] for row in shown.rows[:2]] == [
        ["the-order", None],
        ["again", None],
    ]


def test_a_choice_of_which_no_outcome_is_told_is_taken_all_the_same(invented: Library) -> None:
    scene = invented.scene("boris", "the-crane")
    silent = replace(scene, choices={**scene.choices, "load": replace(scene.choices["load"], outcome=())})
    boris = replace(invented.stories["boris"], scenes={**invented.stories["boris"].scenes, "the-crane": silent})
    shown = compare(replace(invented, stories={**invented.stories, "boris": boris}), FULL)
    taking = shown.rows[1].cells[1]
    assert taking is not None
    assert (taking.known, taking.evidence) == ("taken", "taken")
    assert taking.where == "2019", "where it leads no place is told"


def lines(document: ViewDocument) -> list[str]:
    return [line.text for line in plain_lines(document)]


def test_without_stories_there_is_nothing(invented: Library) -> None:
    empty = replace(invented, stories={}, claims={})
    assert compare(empty, FULL).rows == ()
    assert timeline(empty, FULL).groups == ()
    told = [*lines(comparison_document(compare(empty, FULL))), *lines(timeline_document(empty, FULL))]
    assert strings.COMPARE_EMPTY in told
    assert strings.TIMELINE_NONE in told


def test_the_timeline_has_every_scene_of_the_recorded_paths_in_the_order_of_its_record(library: Library) -> None:
    entries = timeline(library, FULL).entries
    for name, story in library.stories.items():
        if story.person:
            scenes = [entry.scene for entry in entries if entry.story == name]
            assert scenes == [stop.scene for stop in recorded_path(name, story).stops]
    assert all(entry.place for entry in entries if entry.story)
    assert all(entry.date and entry.whose and entry.says for entry in entries)


def test_the_timeline_reaches_from_the_first_moment_told_to_the_last_article(library: Library) -> None:
    shown = timeline(library, FULL)
    heads = [group.head for group in shown.groups]
    assert heads == ["In force all the while", *(f"By the end of {year}" for year in (2019, 2020, 2021))]
    assert "war-begun" in shown.claims
    assert "law-ferries" not in shown.claims, "it ended before the first moment told"
    for claim in shown.claims:
        said = library.claims[claim].in_force or library.claims[claim].date
        covered = period(said) if said is not None else None
        assert covered is not None
        assert covered.last >= date(2019, 2, 1)
        assert covered.first <= date(2021, 11, 30)


def test_days_stand_before_their_month_and_months_before_their_year(library: Library) -> None:
    told = [(entry.date, entry.whose) for entry in timeline(library, FULL).entries]
    mobilised = told.index(("9 September 2019", "The war"))
    month = told.index(("September 2019", "Arvid"))
    year = told.index(("2019", "Vesna"))
    assert told.index(("3 March 2019", "The war")) < mobilised < month < year
    assert year < told.index(("2019 or 2020", "Ivo Brandt")) < told.index(("July 2020", "Ivo Brandt"))
    first = next(date for date, whose in told if whose == "Ivo Brandt")
    assert first == "date not told", "the letter names no year of the summons"


def test_a_scene_without_a_date_says_so_and_stands_before_what_follows_it(library: Library) -> None:
    told = [(entry.date, entry.scene) for entry in timeline(library, FULL).entries if entry.story == "nils"]
    assert told[0] == ("date not told", library.stories["nils"].start)
    assert ("July 2020", "the-cape") in told


@pytest.mark.parametrize(
    ("said", "head"),
    [("2020-05/..", "By the end of 2020"), ("../2020-05", "By the end of 2020"), ("2020/2022", "By the end of 2020")],
)
def test_what_goes_on_for_some_time_stands_where_it_begins(invented: Library, said: str, head: str) -> None:
    boris = invented.stories["boris"]
    scenes = {**boris.scenes, "the-north": replace(boris.scenes["the-north"], date=said)}
    changed = replace(invented, stories={**invented.stories, "boris": replace(boris, scenes=scenes)})
    groups = {group.head: [entry.scene for entry in group.entries] for group in timeline(changed, FULL).groups}
    assert groups[head] == ["the-crane", "the-north"]


def test_what_came_after_the_last_article_is_left_out(invented: Library) -> None:
    late = replace(invented.claims["law-fine"], in_force="2019-06-01/..")
    all_along = replace(late, in_force="2001/..")
    for claim, found in ((late, 0), (all_along, 1), (replace(late, in_force="../2018"), 0)):
        shown = timeline(replace(invented, claims={**invented.claims, "law-fine": claim}), FULL)
        assert shown.claims.count("law-fine") == found


def test_what_is_never_dated_stands_at_the_end(invented: Library) -> None:
    shown = timeline(invented, FULL)
    assert [group.head for group in shown.groups] == ["By the end of 2019", "When, the record does not tell"]
    assert [entry.scene for entry in shown.groups[1].entries] == ["home", "the-crane", "the-north"]
    assert shown.entries[0].date == "in force since 1 April 2019"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("He goes. He comes.", "He goes."),
        ("“He goes.” He comes.", "“He goes.”"),
        ("He asks Connection e.V., a society, for help. It helps.", "He asks Connection e.V., a society, for help."),
        ("At\n5.30 he goes. “No”, he says.", "At 5.30 he goes."),
        ("One\n\nTwo.", "One"),
        ("", ""),
    ],
)
def test_a_scene_is_told_by_its_first_sentence(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence


@given(st.text())
def test_a_sentence_is_a_beginning_of_its_text(text: str) -> None:
    assert " ".join(text.split()).startswith(first_sentence(text))


@pytest.mark.parametrize(("reader", "said"), [(FULL, "himself injured"), (GENTLE, "Come to a sickroom")])
def test_the_setting_reaches_both(library: Library, reader: Reader, said: str) -> None:
    for document in (comparison_document(compare(library, reader)), timeline_document(library, reader)):
        assert any(said in text for text in lines(document))


def test_the_plain_face_tells_them_at_any_time(wayout: list[str]) -> None:
    said = "compare\ncompare Leave without\nsources\ncompare nonsense\ntimeline\nsources\nco\nt\nc\nhelp\nq\n"
    found = subprocess.run([*wayout, "play", "vesna", "--plain"], input=said, capture_output=True, text=True,
                           check=False, encoding="utf-8", timeout=60, env={**os.environ})  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    parts = found.stdout.split("\n> ")
    assert "– Vesna: taken · recorded · rule (date not told)" in parts[1]
    assert "Not the real name: Nils, Vesna, Wim" in parts[1]
    assert "He decides to leave; in River Post" in parts[2]
    assert "wayout play vesna --from the-call" in parts[2]
    assert "Row to the cape" not in parts[2]
    assert "1. " in parts[3]
    assert "There is no act “nonsense”" in parts[4]
    assert "9 September 2019 · The war" in parts[5]
    assert "The Levy Act" in parts[6]
    assert strings.COMPARE in parts[7]
    assert strings.TIMELINE in parts[8]
    assert strings.COMPARE not in parts[9], "c is care"
    assert "\ntimeline  " in parts[10]


def test_what_is_hard_to_bear_points_to_help(library: Library) -> None:
    assert {taking.name for row in compare(library, FULL).rows for taking in row.takings if taking.care} == {"Yann"}
    assert strings.CARE_TYPE in lines(comparison_document(compare(library, FULL), "self-inj"))


def test_a_gentle_wording_replaces_the_other(invented: Library) -> None:
    label = TwoWordings(full="Hard act", gentle="Soft act")
    acts_ = {**invented.acts, "refuse-order": replace(invented.acts["refuse-order"], label=label)}
    changed = replace(invented, acts=acts_)
    assert compare(changed, FULL).rows[0].label == "Hard act"
    assert compare(changed, GENTLE).rows[0].label == "Soft act"
    assert [entry.told for entry in timeline(changed, GENTLE).entries][1] == "Soft act (date not told)"


def test_what_followed_later_than_its_scene_has_a_date_of_its_own(library: Library) -> None:
    told = [entry.told for entry in timeline(library, Reader()).entries if entry.scene == "the-column"]
    assert told == ["Be given leave (between 3 March 2019 and September 2019)"]
    cells = [cell for row in compare(library, Reader()).rows for cell in row.cells if cell is not None]
    (taking,) = [one for one in cells if (one.story, one.scene) == ("arvid", "the-column") and one.choice]
    assert taking.date == "between 3 March 2019 and September 2019"


def test_an_act_of_which_nothing_but_the_taking_is_told_is_shown_on_a_page_too(invented: Library) -> None:
    bare = with_leave(invented, by="anton", origins=("boris-loaded",))
    shown = document_html(comparison_document(compare(bare, FULL)))
    assert shown.count("<details>") == 3
    told = with_leave(invented, by="anton", origins=("anton-home",))
    assert "<p>He goes home to Tallinn.</p>" in document_html(comparison_document(compare(told, FULL)))


def test_a_figure_is_made_only_where_a_face_shows_it(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal shows none of them."""
    made: list[str] = []
    for module, name in ((timelines, "time_chart"), (comparisons, "comparison_table"), (sourcing, "lineage")):
        monkeypatch.setattr(module, name, lambda *_, name=name: made.append(name))
    documents = (
        timeline_document(library, FULL),
        comparison_document(compare(library, FULL)),
        sources_document(library, tuple(library.claims)[:3], FULL),
    )
    assert made == []
    assert [document.figure for document in documents] == [None] * len(documents)
    assert made == ["time_chart", "comparison_table", "lineage"]
