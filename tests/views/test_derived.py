"""Pages that are derived say no more than the claims of the shipped stories, and miss nothing that is dated in them."""

import re
from collections.abc import Iterable, Iterator

import pytest
from msgspec.structs import replace

from wayout.locale import strings
from wayout.model.dates import format_date, period
from wayout.model.evidence import Claim, Date
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.story import Scene, Story
from wayout.model.text import Shown, wordings
from wayout.play.state import Reader
from wayout.views.compare import compare
from wayout.views.timeline import timeline

FULL, GENTLE = Reader(), Reader(gentle=True)
SAYS = re.compile(r"\b(say|says|report of|handbook|guidelines|holds that)\b", re.IGNORECASE)
ATTRIBUTED = re.compile(r"\bone (of the (two )?)?(texts?|translations?)\b", re.IGNORECASE)


def records(library: Library) -> Iterator[tuple[str, Story, tuple[Scene, ...]]]:
    """Every record with the scenes of its own path."""
    for name, story in sorted(library.records.items()):
        if story.person:
            yield name, story, tuple(story.scenes[stop.scene] for stop in recorded_path(name, story).stops)


def own(library: Library, story: Story, scene: Scene) -> tuple[Claim, ...]:
    """The claims about the person of a record that a scene tells."""
    names = dict.fromkeys(claim for one in scene.passages if not one.editorial for claim in one.claims)
    return tuple(claim for claim in (library.claims[name] for name in names) if claim.subject == story.person)


def told_when(story: Story) -> Date | None:
    """When a person tells his story: the date of its published ending."""
    endings = (scene.ending for scene in story.scenes.values() if scene.ending is not None)
    return next((one.as_of for one in endings if one.kind == "as-published"), None)


def test_no_header_is_more_exact_than_every_claim_of_its_scene(shipped_library: Library) -> None:
    for name, story, path in records(shipped_library):
        for scene in path:
            dates = [one.date or one.as_of for one in own(shipped_library, story, scene)]
            of_then = [period(date) for date in dates if date is not None and date != told_when(story)]
            header = period(scene.date) if scene.date is not None else None
            if header is None or not of_then or scene.date == told_when(story):
                continue
            bounds = [day for one in of_then if one for day in (one.first, one.last)]
            assert any(header.first <= day <= header.last for day in bounds), (name, scene.date)


def test_a_stretch_in_a_header_begins_with_something_that_is_dated(shipped_library: Library) -> None:
    for name, story, path in records(shipped_library):
        before: list[Claim] = []
        for scene in path:
            before += own(shipped_library, story, scene)
            before += [shipped_library.claims[one] for choice in scene.choices.values()
                       if story.person in choice.takers for one in choice.origins]  # fmt: skip
            header = period(scene.date) if str(scene.date).startswith("[2") else None
            starts = [period(one.date) for one in before if one.date is not None]
            assert header is None or any(one and one.first >= header.first for one in starts), (name, scene.date)


def test_an_event_whose_month_is_told_has_a_date_in_its_header(shipped_library: Library) -> None:
    for _, story, path in records(shipped_library):
        for scene in path:
            dated = [one for one in own(shipped_library, story, scene) if one.kind == "event" and one.date]
            assert scene.date is not None or not [one for one in dated if re.fullmatch(r"\d{4}-.*", str(one.date))]


def test_every_event_that_a_record_dates_stands_on_the_timeline_with_that_date(shipped_library: Library) -> None:
    for reader in (FULL, GENTLE):
        told = {entry.date for entry in timeline(shipped_library, reader).entries if entry.whose == "Yevgeniy"}
        assert "30 March 2022" in told
    entries = timeline(shipped_library, FULL).entries
    for _, story, path in records(shipped_library):
        name = shipped_library.people[story.person or ""].name
        shown = {entry.date for entry in entries if entry.whose == name}
        for scene in path:
            for one in own(shipped_library, story, scene):
                if one.kind == "event" and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", str(one.date)):
                    assert format_date(one.date or "") in shown, one.says


def test_an_event_told_closer_than_its_scene_is_told_by_its_claim_and_in_its_wording(library: Library) -> None:
    story = library.stories["nils"]
    scene = story.scenes["the-cape"]
    (name, *_) = (one for passage in scene.passages for one in passage.claims if library.claims[one].subject == "nils")
    claim = library.claims[name]

    def shown(date: Date | None, kind: str = "event") -> list[tuple[str, str]]:
        changed = replace(claim, date=date, as_of=None, kind=kind)
        entries = timeline(replace(library, claims={**library.claims, name: changed}), FULL).entries
        return [(one.date, one.says) for one in entries if name in one.claims]

    (said, *_) = wordings(claim.says)
    assert shown("2020-07-04") == [("4 July 2020", said)]
    assert shown("2020-07") == shown(2020) == shown("[2020-07-01..2020-07-04]") == shown(None) == []
    assert shown("2020-07-04", "belief") == []


def test_an_outcome_is_dated_as_closely_as_what_it_rests_on(shipped_library: Library) -> None:
    for _, story, _ in records(shipped_library):
        for choice in (one for scene in story.scenes.values() for one in scene.choices.values()):
            for outcome in (one for one in choice.outcomes if one.date is not None):
                rests = [shipped_library.claims[one] for one in outcome.claims]
                dates = [one.date for one in rests if one.kind == "event" and one.subject == story.person]
                assert outcome.date in dates or not any(dates), outcome.text


def test_nobody_is_dated_by_what_followed_for_another(shipped_library: Library) -> None:
    cells = [cell for row in compare(shipped_library, FULL).rows for cell in row.takings]
    (flight,) = [one for one in cells if one.name == "Vasiliy" and "vasiliy-kazakhstan" in one.claims]
    assert flight.date == "", "when he came to Kazakhstan is not told"


def test_what_somebody_says_or_holds_is_dated_and_not_in_force(shipped_library: Library) -> None:
    for name, claim in shipped_library.claims.items():
        if claim.in_force is not None:
            assert claim.kind == "rule", name
            assert not [text for text in wordings(claim.says) if SAYS.search(text)], name
    said = [one.says for one in timeline(shipped_library, FULL).entries if not one.story]
    assert not [text for text in said if text.startswith(("Until then", "By the same", "Before that"))]


def every_text(library: Library) -> Iterator[tuple[str, Shown, tuple[str, ...]]]:
    """What is told in a record, in the answers, and where a line can be taken along: whose it is, text, claims."""
    for _, story, _ in records(library):
        person = story.person or ""
        for scene in story.scenes.values():
            yield from ((person, one.text, one.claims) for one in scene.passages)
            told = (outcome for choice in scene.choices.values() for outcome in choice.outcomes)
            yield from ((person, one.text, one.claims) for one in told)
            options = (option for prompt in scene.prompts.values() for option in prompt.options.values())
            yield from ((person, one.text, one.claims) for one in options if one.text)
        yield from ((person, one.text, one.claims) for one in story.account)
    for answers in library.answers.values():
        yield from ((person, one.text, one.claims) for person, one in answers.items())
    for thread in library.threads.values():
        yield from (("", one.text, one.claims) for one in thread.touches.values())


def has_all(claims: Iterable[str], *wanted: str) -> bool:
    return set(wanted) <= set(claims)


def test_wherever_embassies_stand_beside_the_way_to_france_that_they_opened_it_is_not_told(
    shipped_library: Library,
) -> None:
    found = [text for _, text, claims in every_text(shipped_library)
             if has_all(claims, "aleksandar-embassies", "aleksandar-two-years")]  # fmt: skip
    assert len(found) > 2
    for text in found:
        assert all(re.search(r"\b(embassy|them) brought .*not told|nor that an embassy brought", one, re.DOTALL)
                   for one in wordings(text)), text  # fmt: skip


@pytest.mark.parametrize("person", ["vasiliy", "viktor", "yevgeniy"])
def test_what_one_of_several_papers_alone_has_is_told_as_that_ones(shipped_library: Library, person: str) -> None:
    def is_alone(name: str) -> bool:
        claim = shipped_library.claims[name]
        papers = {one.document for one in claim.all_cites if shipped_library.documents[one.document].held}
        return claim.subject == person and len(papers) == 1

    for _, text, claims in every_text(shipped_library):
        if any(map(is_alone, claims)):
            assert all(ATTRIBUTED.search(one) for one in wordings(text)), text


def test_what_is_called_not_told_in_the_table_is_not_dated_in_what_it_tells(shipped_library: Library) -> None:
    for row in compare(shipped_library, FULL).rows:
        for cell in row.takings:
            undated = strings.DATE_UNTOLD in cell.where
            own_event = [shipped_library.claims[one] for one in cell.origins if one in shipped_library.claims]
            last = [one.date for one in own_event if one.kind == "event" and one.subject == cell.story]
            assert not (undated and last and last[-1] is not None), (row.label, cell.name)
