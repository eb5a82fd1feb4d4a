"""A claim says whom it is about: no page, export or withdrawal reads a person out of an id."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from tests.conftest import BASE
from tests.support.one_file import contents_of
from wayout.faces.web.subset import subset_of
from wayout.model.checks import check
from wayout.model.evidence import Claim, Person
from wayout.model.file_access import Folders, shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.redaction import redact_withdrawn
from wayout.play.state import Reader
from wayout.play.step import records_with_same_act
from wayout.views.lesson import lesson
from wayout.views.source_comparison import single_source_claims, source_differences
from wayout.views.sources import sources
from wayout.views.timeline import timeline

READER = Reader()
TODAY = "2026-11-22"
STORY = """\
title: The {id}
person: {id}
teaser: A docker is called up.
start: begin
scenes:
  begin:
    text: He is called up.
    claims: [{id}-first]
    ending: {{kind: as-published, text: He is called up., claims: [{id}-first, {id}-where]}}
people:
  {id}: {{{withdrawn}name: {name}, identity: unstated, role: a docker}}
documents:
  talk-{id}: {{type: interview, title: A talk with {name}}}
claims:
  {id}-first: {{says: He is called up., kind: event, cites: [{{document: talk-{id}, at: minute 1, speaker: {id}}}]}}
  {id}-where:
    says: He works at a quay.
    kind: status
    cites: [{{document: talk-{id}, at: minute 3, speaker: {id}}}]
    differs:
      - on: which quay
        weight: wording
        why: he names it twice
        readings:
          - {{says: The old quay of {name}., cites: [{{document: talk-{id}, at: minute 3, speaker: {id}}}]}}
          - {{says: The coal quay of {name}., cites: [{{document: talk-{id}, at: minute 4, speaker: {id}}}]}}
"""


@pytest.fixture
def hyphens(tmp_path: Path) -> Path:
    """Two men, the id of one of whom begins the id of the other."""
    for name, called in (("carl", "Carl"), ("carl-b", "Carlsson")):
        written = STORY.format(id=name, name=called, withdrawn="")
        (tmp_path / f"{name}.yaml").write_text(written, encoding="utf-8")
    return tmp_path


def exported(wayout: list[str], name: str, folder: Path) -> str:
    args = ["export", "html", name, "--stories", str(folder), "-o", str(folder / "out.html")]
    done = subprocess.run([*wayout, *args], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return contents_of(folder / "out.html")


def test_an_edition_ships_the_claims_of_its_own_people_whatever_their_ids_begin_with(
    wayout: list[str], hyphens: Path
) -> None:
    first, second = exported(wayout, "carl", hyphens), exported(wayout, "carl-b", hyphens)
    assert ("coal quay of Carl." in first, "coal quay of Carlsson" in first) == (True, False)
    assert ("coal quay of Carl." in second, "coal quay of Carlsson" in second) == (False, True)


def test_whoever_is_withdrawn_takes_nothing_of_a_man_whose_id_begins_alike(wayout: list[str], hyphens: Path) -> None:
    (hyphens / "carl.yaml").write_text(
        STORY.format(id="carl", name="Carl", withdrawn=f"withdrawn: {TODAY}, "), encoding="utf-8"
    )
    for _ in range(2):  # the page on the war comes first, once
        played = subprocess.run(
            [*wayout, "play", "carl-b", "--plain", "--stories", str(hyphens)],
            input="sources\n", capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert "He is called up." in played.stdout
    assert "The coal quay of Carlsson" in " ".join(played.stdout.split())
    assert "coal quay of Carl." not in exported(wayout, "carl-b", hyphens)


def renamed(library: Library) -> tuple[Library, dict[str, str]]:
    """The same with ids of claims that begin like the id of somebody whom they are not about."""
    people = [*library.people]
    ids = {name: f"{people[number % len(people)]}-{number}" for number, name in enumerate(library.claims)}

    def walk(data: Any, key: str = "") -> Any:
        if isinstance(data, dict):
            return {name: walk(value, name) for name, value in data.items()}
        if isinstance(data, list | tuple):
            return [ids.get(one, one) if key in ("claims", "about", "from") and isinstance(one, str) else walk(one)
                    for one in data]  # fmt: skip
        return data

    def moved(items: Any) -> Any:
        return {name: msgspec.convert(walk(msgspec.to_builtins(one)), type(one)) for name, one in items.items()}

    claims = {ids[name]: claim for name, claim in library.claims.items()}
    answers = {act: moved(by_person) for act, by_person in library.answers.items()}
    return replace(library, answers=answers, stories=moved(library.stories), terms=moved(library.terms),
                   asides=moved(library.asides), claims=claims, unreviewed_stories={},
                   unreviewed_claims={}), ids  # fmt: skip


def test_other_ids_of_claims_change_no_page() -> None:
    library = replace(load(shipped()).library, unreviewed_stories={}, unreviewed_claims={})
    other, ids = renamed(library)
    assert single_source_claims(other, READER) == single_source_claims(library, READER)
    assert [
        (one.name, one.weight, len(one.points)) for one in source_differences(other, READER)
    ] == [(one.name, one.weight, len(one.points)) for one in source_differences(library, READER)]  # fmt: skip
    assert [(one.date, one.whose, one.says) for one in timeline(other, READER).entries] == [
        (one.date, one.whose, one.says) for one in timeline(library, READER).entries
    ]
    for name in library.records:
        assert set(subset_of(other, (name,)).library.claims) == {
            ids[one] for one in subset_of(library, (name,)).library.claims
        }
        if library.stories[name].person:
            assert lesson(other, (name,), READER) == lesson(library, (name,), READER)
    for person in sorted({one for claim in library.claims.values() for one in claim.about}):
        gone = {person: replace(library.people[person], withdrawn=TODAY)}
        one, two = (redact_withdrawn(replace(each, people={**each.people, **gone})) for each in (library, other))
        assert {ids[name] for name in one.claims} == set(two.claims)
    told = [name for name, claim in library.claims.items() if claim.about][:40:7]
    assert [replace(one, id="") for one in sources(other, [ids[name] for name in told], READER)] == [
        replace(one, id="") for one in sources(library, told, READER)
    ]


def with_act(library: Library, old: str, new: str) -> Library:
    acts = {new if name == old else name: act for name, act in library.acts.items()}
    stories = {}
    for name, story in library.stories.items():
        scenes = {
            key: replace(scene, choices={one: replace(choice, act=new) if choice.act == old else choice
                                         for one, choice in scene.choices.items()})
            for key, scene in story.scenes.items()
        }  # fmt: skip
        stories[name] = replace(story, scenes=scenes)
    return replace(library, acts=acts, stories=stories)


def targets(library: Library, name: str) -> list[tuple[str, str]]:
    return [(met.record, met.scene) for met in records_with_same_act(library, name)]


def test_another_id_of_an_act_changes_no_ending(library: Library) -> None:
    other = with_act(library, "speak-as-another", "a-name")
    assert {name: targets(other, name) for name in library.records} == {
        name: targets(library, name) for name in library.records
    }


def shared(invented: Library, *about: str) -> Library:
    """With a claim about two men that names neither of them, and one outcome that rests on it alone."""
    told = replace(invented.claims["boris-loaded"], says="They stand side by side.", about=about)
    return replace(invented, claims={**invented.claims, "boris-loaded": told})


@pytest.mark.parametrize("gone", ["anton", "boris"])
def test_a_claim_about_two_goes_with_either_and_so_does_what_rests_on_it(invented: Library, gone: str) -> None:
    library = shared(invented, "anton", "boris")
    people = {**library.people, gone: replace(library.people[gone], withdrawn=TODAY)}
    left = redact_withdrawn(replace(library, people=people))
    assert "boris-loaded" not in left.claims
    resting = [text for story in left.stories.values() for scene in story.scenes.values()
               for text in scene.passages if "boris-loaded" in text.claims]  # fmt: skip
    assert resting == []


def test_a_claim_about_two_is_shipped_with_the_record_of_either_and_with_no_third(invented: Library) -> None:
    claim = replace(invented.claims["boris-loaded"], about=("anton", "boris"))
    third = replace(invented.stories["boris"], person="marta")
    library = replace(invented, stories={**invented.stories, "marta": third},
                      claims={**invented.claims, "two": claim})  # fmt: skip
    assert {name: "two" in subset_of(library, (name,)).library.claims for name in library.stories} == {
        "anton": True, "boris": True, "marta": False,
    }  # fmt: skip


def test_a_person_whose_id_is_the_word_for_a_group_is_told_of_as_a_person(invented: Library) -> None:
    """And a claim of a group stays in it, whomever else it names."""
    law = Person(name="Jan Law", identity="real-name", role="a docker")
    claims = {
        **invented.claims,
        "his": replace(invented.claims["anton-home"], about=("law",), says="He is at home."),
        "of-both": replace(invented.claims["anton-home"], about=("law",), group="help", says="They help him."),
    }
    library = replace(invented, people={**invented.people, "law": law}, claims=claims)
    alone = {one.name: one.claims for one in single_source_claims(library, READER)}
    assert alone["Jan Law"] == ("He is at home.",)
    assert alone["Helpers"] == ("They help him.",)


FILE = """\
title: The docker
person: carl
teaser: A docker.
start: begin
scenes:
  begin:
    text: He is called up.
    claims: [first, war]
    ending: {kind: as-published, text: He is called up., claims: [first, second]}
people:
  carl: {name: Carl, identity: unstated, role: a docker}
  dora: {name: Dora, identity: unstated, role: his sister}
documents:
  talk: {type: interview, title: A talk}
claims:
  first: {says: He is called up., kind: event, cites: [{document: talk, at: minute 1}]}
  second: {says: She is called Dora., kind: event, about: [dora], cites: [{document: talk, at: minute 1}]}
  war: {says: A war begins., kind: event, about: [], cites: [{document: talk, at: minute 1}]}
"""


def loaded_with(tmp_path: Path, name: str, text: str) -> Any:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return load(Folders(BASE / "seeds", (BASE / "story", tmp_path)))


def test_a_claim_of_a_storys_own_file_that_does_not_say_it_is_about_the_storys_person(tmp_path: Path) -> None:
    loaded = loaded_with(tmp_path, "carl.yaml", FILE)
    assert [finding for finding in check(loaded) if finding.span.file.endswith("carl.yaml")] == []
    claims = loaded.library.claims
    assert {name: claims[name].about for name in ("first", "second", "war")} == {
        "first": ("carl",), "second": ("dora",), "war": (),
    }  # fmt: skip


def test_a_claim_of_a_branch_that_does_not_say_it_is_about_nobody(tmp_path: Path) -> None:
    claims = FILE[FILE.index("claims:\n  first") :]
    loaded = loaded_with(tmp_path, "more.yaml", "grows: anton\n" + FILE[FILE.index("people:") : -len(claims)] + claims)
    assert loaded.library.claims["first"].about == ()
    assert loaded.library.claims["second"].about == ("dora",)


@pytest.mark.parametrize("wrong", ["carl", "[1]", "{carl: yes}", "[]]"])
def test_whatever_stands_there_is_a_finding_and_no_crash(tmp_path: Path, wrong: str) -> None:
    loaded = loaded_with(tmp_path, "carl.yaml", FILE.replace("about: [dora]", f"about: {wrong}"))
    assert {finding.code for finding in check(loaded)} & {"wrong-type", "syntax"}


@pytest.mark.parametrize(("says", "speaker", "named"), [
    ("Anton goes with him.", None, True),
    ("Antonia goes with him.", None, False),
    ("Anton says that he goes.", "anton", False),
    ("Marta Reed goes with him.", None, False),
])  # fmt: skip
def test_a_claim_that_names_the_person_of_a_record_lists_that_person(
    tmp_path: Path, says: str, speaker: str | None, named: bool
) -> None:
    spoken = f", speaker: {speaker}" if speaker else ""
    more = f"{{says: {says}, kind: event, cites: [{{document: talk, at: minute 1{spoken}}}]}}"
    branch = (
        "grows: boris\nadds: {}\ndocuments:\n  talk: {type: interview, title: A talk}\nclaims:\n  more: " + more + "\n"
    )
    found = [one for one in check(loaded_with(tmp_path, "more.yaml", branch)) if one.code == "unlisted-person"]
    assert [one.hint.split("'")[1] for one in found] == (["about: [anton]"] if named else [])


def test_a_record_of_whose_person_no_claim_tells_is_told_once(tmp_path: Path) -> None:
    """As in a project whose claims were all written before they could say it."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "seeds" / "claims" / "boris.yaml"
    file.write_text(re.sub("  about: .*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    found = check(load(Folders(tmp_path / "seeds", (tmp_path / "story",))))
    assert {one.code for one in found} == {"unlisted-person"}
    assert [one.says for one in found if one.span.file.endswith("story/boris.yaml")] == [
        "No claim says that it is about 'boris'."
    ]


def test_a_name_in_any_script_is_a_name_and_a_role_is_none() -> None:
    def names(name: str) -> frozenset[str]:
        return Person(name=name, identity="unstated", role="a docker").names

    assert [names(name) for name in ("Anton", "伊藤", "محمد", "de Vries", "his commander", " ")] == [
        {"Anton"}, {"伊藤"}, {"محمد"}, {"de Vries"}, set(), set(),
    ]  # fmt: skip


def test_every_shipped_claim_says_whom_it_is_about_or_under_which_head_it_stands(shipped_library: Library) -> None:
    def is_told(name: str, claim: Claim) -> bool:
        return bool(claim.about or claim.group) or name in shipped_library.unreviewed_claims

    assert [name for name, claim in shipped_library.claims.items() if not is_told(name, claim)] == []
    assert {one for claim in shipped_library.claims.values() for one in claim.about} <= set(shipped_library.people)
