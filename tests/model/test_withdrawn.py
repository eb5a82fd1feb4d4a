"""Who or what is withdrawn is gone from every page at once, and what is left can still be read."""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.invented.records import PROJECT
from tests.support.walking import different_states
from wayout.launch import library_of
from wayout.model.conditions import holds
from wayout.model.evidence import Cite, Difference, Reading
from wayout.model.file_access import Folders, shipped
from wayout.model.graph import shuts_out
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.redaction import redact_withdrawn
from wayout.model.story import Ending, Outcome
from wayout.play.state import Reader
from wayout.play.step import moves
from wayout.views.catalogue import catalogue
from wayout.views.page import Page, page
from wayout.views.reference_pages import aside, glossary
from wayout.views.source_comparison import single_source_claims, source_differences
from wayout.views.sources import ClaimView, attribution, sources

SHIPPED = load(shipped()).library
READER = Reader()
TODAY = "2026-11-22"
PARTS = 6
"""So many tests try all claims, a part each, at the same time."""


def without_claim(library: Library, *names: str) -> Library:
    gone = {name: replace(library.claims[name], withdrawn=TODAY) for name in names}
    return redact_withdrawn(replace(library, claims={**library.claims, **gone}))


def without_person(library: Library, name: str) -> Library:
    gone = {name: replace(library.people[name], withdrawn=TODAY)}
    return redact_withdrawn(replace(library, people={**library.people, **gone}))


def pages(library: Library, *names: str) -> list[Page]:
    """Every page of some stories, of all if none is named, each kind of moment once."""
    found: list[Page] = []
    for state in (state for name in names or library.stories for state in different_states(library, name)):
        found.append(page(library, state, READER))
        assert found[-1].close or moves(library, state), f"{state} leads nowhere"
    return found


def told(library: Library, shown: Iterable[Page]) -> str:
    """Everything that a reader is told, but for titles of published documents."""
    claims = sources(library, library.claims, READER)
    parts: list[object] = [replace(each, story="", scene="") for each in shown]
    parts += catalogue(library, READER)
    parts += [attribution(library, name) for name in library.stories]
    parts += [(claim.says, claim.remarks, _said(claim)) for claim in claims]
    parts += [aside(library, name, READER) for name in library.asides]
    parts += [(term.term, term.says, term.forms) for term in glossary(library, READER)]
    parts += [alone.claims for alone in single_source_claims(library, READER)]
    parts += [
        (point.on, point.why, [reading.says for reading in point.readings])
        for parting in source_differences(library, READER)
        for point in parting.points
    ]
    return re.sub(r"claims=\(.*?\)|id='.*?'", "", repr(parts))


def _said(claim: ClaimView) -> list[str]:
    return [cite.speaker + cite.quote for cite in claim.cites]


def test_nothing_withdrawn_changes_nothing() -> None:
    assert redact_withdrawn(SHIPPED) is SHIPPED


@pytest.mark.parametrize("name", sorted(SHIPPED.people))
def test_a_person_of_the_shipped_library_can_be_withdrawn(name: str) -> None:
    person = SHIPPED.people[name]
    library = without_person(SHIPPED, name)
    assert all(story.person != name for story in library.stories.values())
    assert not any(cite.speaker == name for claim in library.claims.values() for cite in claim.all_cites)
    assert not any(
        name in choice.takers
        for story in library.stories.values()
        for scene in story.scenes.values()
        for choice in scene.choices.values()
    )
    everything = told(library, pages(library))
    forms = {person.name, *(form for forms in person.written.values() for form in forms)}
    if person.identity == "organisation":
        forms = {person.name}
    for form in (form for form in forms if form[:1].isupper()):
        assert not re.search(rf"(?<!\w){re.escape(form)}(?!\w)", everything)
    assert set(SHIPPED.stories) - set(library.stories) <= {name}


@pytest.mark.thorough
@pytest.mark.parametrize("part", range(PARTS))
def test_each_claim_of_the_shipped_library_can_be_withdrawn(part: int) -> None:
    """One after the other; a story is hidden whole where it cannot be walked without the claim, and no other is."""
    one = next(iter(SHIPPED.claims.values()))
    before = without_claim(replace(SHIPPED, claims={**SHIPPED.claims, "told-nowhere": one}), "told-nowhere")
    cites = {each: {claim for shown in pages(before, each) for claim in shown.claims} for each in before.stories}
    for name in [*SHIPPED.claims][part::PARTS]:
        library = without_claim(SHIPPED, name)
        assert name not in library.claims
        touched = [
            each for each, story in library.stories.items() if story != before.stories[each] or name in cites[each]
        ]
        cited = {claim for each in touched for shown in pages(library, each) for claim in shown.claims}
        cited |= {claim for one in library.asides for claim in aside(library, one, READER).claims}
        cited |= {claim for term in glossary(library, READER) for claim in term.claims}
        assert name not in cited
        assert len(SHIPPED.stories) - len(library.stories) <= 1


def test_all_claims_of_the_shipped_library_can_be_withdrawn_together() -> None:
    told_of = {name: (claim.subject, claim.group) for name, claim in SHIPPED.claims.items()}
    for one in (None, *{part for of in told_of.values() for part in of if part}):
        gone = [name for name, of in told_of.items() if one is None or one in of]
        library = without_claim(SHIPPED, *gone)
        assert gone
        assert not set(gone) & set(library.claims)
        told(library, pages(library))


def test_a_text_goes_with_its_last_claim(beside: Library) -> None:
    """Passage, outcome, term, reason and question: what rests on the claim alone goes, what has another one stays."""
    library = without_claim(beside, "anton-threat")
    scenes = library.stories["anton"].scenes
    assert [passage.text for passage in scenes["afterwards"].passages] == [
        "He stands on the quay.",
        "The article does not say how he travels.",
    ]
    assert list(scenes["the-order"].choices) == ["refuse"], "an option that only told of a threat goes with it"
    assert [passage.text for passage in library.asides["the-war"].text] == [
        "In April the Harbour Act makes it an offence to refuse.", "No foreman is heard here.",
    ]  # fmt: skip
    library = without_claim(beside, "anton-told")
    assert "quay" not in library.terms
    assert library.terms["foreman"].claims == ("law-fine",)
    assert "load" not in library.stories["anton"].scenes["the-order"].choices
    assert library.stories["anton"].scenes["home"].discuss == ()


def test_an_ending_without_its_text_still_ends(invented: Library) -> None:
    library = without_claim(invented, "anton-home")
    ending = library.stories["anton"].scenes["home"].ending
    assert isinstance(ending, Ending)
    assert (ending.text, ending.unknown) == ("", ("What he does now.",))
    assert any(each.close and not each.close.text for each in pages(library))


def test_a_record_whose_own_choice_is_gone_is_hidden_whole(invented: Library) -> None:
    library = without_claim(invented, "anton-refused")
    assert set(library.stories) == {"boris"}
    assert "refuse" not in library.stories["boris"].scenes["the-crane"].choices


def test_steps_into_a_withdrawn_record_go_with_it(invented: Library) -> None:
    loaded = replace(invented.claims["boris-loaded"], says="Boris loads the ship.", about=("boris",))
    library = without_person(replace(invented, claims={**invented.claims, "boris-loaded": loaded}), "anton")
    assert set(library.stories) == {"boris"}
    assert not any("anton" in claim.about for claim in library.claims.values())
    fork = library.stories["boris"].scenes["the-crane"]
    assert fork.passages == (), "its text named him"
    assert list(fork.choices) == ["load"]
    told_now = told(library, pages(library))
    assert "Anton" not in told_now


def test_a_scene_that_lost_its_text_and_only_goes_on_is_passed_over(invented: Library) -> None:
    scene = invented.scene("anton", "afterwards")
    anton = invented.stories["anton"]
    passages = scene.passages[1:2]
    scenes = {**anton.scenes, "afterwards": replace(scene, text=passages)}
    library = replace(invented, stories={**invented.stories, "anton": replace(anton, scenes=scenes)})
    left = without_claim(library, "anton-threat")
    assert left.stories["anton"].scenes["the-order"].choices["refuse"].targets == ("home",)
    assert "afterwards" not in left.stories["anton"].scenes


def test_a_variable_that_rests_on_what_is_gone_counts_but_is_not_shown(invented: Library) -> None:
    anton = invented.stories["anton"]
    pay = replace(anton.situation["pay"], claims=("law-fine",))
    library = replace(invented, stories={**invented.stories, "anton": replace(anton, situation={"pay": pay})})
    left = without_claim(library, "law-fine")
    assert all(not each.situation for each in pages(left))
    condition = left.stories["anton"].scenes["afterwards"].passages[1].condition
    assert holds(condition, {"pay": "stopped"}, set(), set())


def test_the_readings_and_cites_of_a_withdrawn_speaker_go(invented: Library) -> None:
    claim = invented.claims["anton-told"]
    mine, other = claim.cites
    both = Difference(on="x", weight="substance", why="y", readings=(
        Reading(says="A", cites=(replace(mine, speaker="marta"),)), Reading(says="B", cites=(other,)),
    ))  # fmt: skip
    law = replace(invented.claims["law-fine"], differs=(both,), cites=(other, Cite(document="digest", speaker="marta")))
    library = replace(invented, claims={**invented.claims, "law-fine": law})
    left = without_person(library, "marta")
    assert left.claims["law-fine"].differs == ()
    assert left.claims["law-fine"].cites == (other,)
    only_hers = replace(law, differs=(), cites=(Cite(document="digest", speaker="marta"),))
    assert "law-fine" not in without_person(
        replace(library, claims={**library.claims, "law-fine": only_hers}), "marta"
    ).claims  # fmt: skip


def test_an_outcome_goes_and_its_option_stays_where_it_leads_on(invented: Library) -> None:
    boris = invented.stories["boris"]
    crane = boris.scenes["the-crane"]
    outcome = Outcome(known="recorded", text="He is thanked.", claims=("law-fine",))
    load_it = replace(crane.choices["load"], outcome=outcome)
    scenes = {**boris.scenes, "the-crane": replace(crane, choices={**crane.choices, "load": load_it})}
    library = replace(invented, stories={**invented.stories, "boris": replace(boris, scenes=scenes)})
    left = without_claim(library, "law-fine").stories["boris"].scenes["the-crane"].choices["load"]
    assert left.outcomes == ()
    assert left.targets == ("the-north",)


def test_the_faces_get_a_library_without_the_withdrawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("seeds", "story"):
        shutil.copytree(PROJECT / name, tmp_path / name)
    people = tmp_path / "seeds" / "people.yaml"
    people.write_text(people.read_text().replace("\nvesna:\n", f"\nvesna:\n  withdrawn: {TODAY}\n"), encoding="utf-8")
    monkeypatch.setattr("wayout.model.file_access.shipped", lambda: Folders(tmp_path / "seeds", (tmp_path / "story",)))
    monkeypatch.setenv("WAYOUT_HOME", str(tmp_path / "home"))
    for _ in ("read anew", "kept"):
        library = library_of(())
        assert "vesna" not in library.people
        assert "vesna" not in library.stories


def test_a_fork_that_names_many_pasts_is_judged_at_once(beside: Library) -> None:
    """Each combination of twenty scenes would be a million; whoever has lost an option there is taken for shut out."""
    scene = beside.scene("anton", "the-order")
    many = tuple({"seen": f"scene-{number}"} for number in range(20))
    choices = {name: replace(choice, condition=many) for name, choice in scene.choices.items()}
    before = replace(scene, choices=choices)
    onward = next(name for name, choice in choices.items() if not choice.comes_back)
    assert not shuts_out(before, before, {})
    assert shuts_out(before, replace(before, choices={key: one for key, one in choices.items() if key != onward}), {})
