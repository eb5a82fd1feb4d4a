"""An edition says what is true of a library as a whole: its foreword, content notes, groups, map; and what it lacks."""

import shutil
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from wayout.model.checks import check
from wayout.model.edition import NO_EDITION, CallingWords, ContentNote
from wayout.model.file_access import Folders
from wayout.model.load import load, read_edition
from wayout.model.load_result import LoadResult

HEAD = "id: harbour\ntitle: The harbour\ntagline: What the records say.\n"


def loaded(folder: Path, edition: str, *, claims: str = "") -> LoadResult:
    """The invented base project with an edition file, and more claims."""
    shutil.copytree(BASE_STORY, folder, dirs_exist_ok=True)
    (folder / "story/edition.yaml").write_text(HEAD + edition, encoding="utf-8")
    if claims:
        (folder / "seeds/claims/more.yaml").write_text(claims, encoding="utf-8")
    return load(Folders(folder / "seeds", (folder / "story",)))


def found(folder: Path, edition: str, *, claims: str = "") -> list[tuple[str, str, int]]:
    """Code, file and line of what is found in the edition file and in those claims."""
    files = ("edition.yaml", "more.yaml")
    every = [
        (one.code, Path(one.span.file).name, one.span.line) for one in check(loaded(folder, edition, claims=claims))
    ]
    return [one for one in every if one[1] in files and not one[0].startswith("unused")]


def test_a_sound_edition_has_no_finding(tmp_path: Path) -> None:
    edition = "languages: [en, pt-BR]\nmap: [-10, '35.5', 40, 60]\nreview: {status: draft, date: 2026-11}\n"
    assert found(tmp_path, edition) == []


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        ("foreword: {page: nowhere}\n", ("missing-target", 4)),
        ("foreword: {page: help}\n", ("missing-target", 4)),
        ("languages: [English]\n", ("unknown-word", 4)),
        ("map: [0, 60, 10, 50]\n", ("unknown-word", 4)),
        ("map: [0, 50, east, 60]\n", ("unknown-word", 4)),
        ("map: [0, 50]\n", ("wrong-type", 4)),
        ("content: {Hard: {label: hard}}\n", ("bad-id", 4)),
        ("groups: {a b: {label: Laws}}\n", ("bad-id", 4)),
        ("review: {status: draft, date: soon}\n", ("malformed-date", 4)),
        ("tagline2: x\n", ("unknown-field", 4)),
    ],
)
def test_each_fault_of_an_edition_file_is_found_where_it_stands(
    edition: str, expected: tuple[str, int], tmp_path: Path
) -> None:
    code, line = expected
    assert (code, "edition.yaml", line) in found(tmp_path, edition)


def test_a_note_and_a_group_that_the_edition_lacks_are_found(tmp_path: Path) -> None:
    edition = "content: {flood: {label: a flood}}\ngroups: {rules: {label: Rules}}\n"
    claims = (
        "more-one:\n  says: {full: It rains., gentle: It does.}\n  kind: event\n  content: [floods]\n  group: rule\n"
    )
    codes = [one for one in found(tmp_path, edition, claims=claims) if one[0] == "unknown-word"]
    assert codes == [("unknown-word", "more.yaml", 4), ("unknown-word", "more.yaml", 5)]


def test_what_hurts_oneself_is_known_to_every_edition_and_calls_for_help(tmp_path: Path) -> None:
    edition = loaded(tmp_path, "content: {flood: {label: a flood, light: true}}\n").library.edition
    assert list(edition.notes) == ["self-injury", "flood"]
    assert edition.calls_for_help(["self-injury"])
    assert not edition.calls_for_help(["flood"])
    assert edition.is_light(["flood"])
    assert not edition.is_light(["flood", "self-injury"])


def test_words_call_for_a_note_with_their_endings_and_what_stands_between() -> None:
    words = CallingWords({"killing": ContentNote(label="killing", words=("shot|kill* .. prisoners|captives",))})
    texts = {
        "They killed the two prisoners.": "killing", "They shot captives.": "killing",
        "They kill one of those who were prisoners.": None, "He hurt himself.": None,
        "He harmed himself.": "self-injury", "He is a prisoner.": None,
    }  # fmt: skip
    called = {text: words.first([text]) for text in texts}
    assert {text: note and note[0] for text, note in called.items()} == texts
    assert all(words.may_stand_in(text.lower()) for text, note in called.items() if note)


def test_a_folder_without_an_edition_file_is_read_as_before(tmp_path: Path) -> None:
    shutil.copytree(BASE_STORY, tmp_path, dirs_exist_ok=True)
    (tmp_path / "story/the-war.yaml").write_text(
        "title: The strike\ntext: [{editorial: true, text: It lasted.}]\n", encoding="utf-8"
    )
    library = load(Folders(tmp_path / "seeds", (tmp_path / "story",))).library
    assert library.edition == NO_EDITION
    assert library.foreword == "the-war"


def test_the_edition_of_another_folder_is_not_taken_for_ones_own(tmp_path: Path) -> None:
    first = loaded(tmp_path / "first", "")
    more = tmp_path / "more"
    more.mkdir()
    (more / "edition.yaml").write_text(HEAD.replace("harbour", "other"), encoding="utf-8")
    folders = Folders(tmp_path / "first/seeds", (tmp_path / "first/story", more))
    read = load(folders)
    assert read.library.edition == first.library.edition == read_edition(folders)
    assert ("not-read", "edition.yaml") in {(one.code, Path(one.span.file).name) for one in read.findings}


def test_a_branch_of_another_edition_does_not_grow(tmp_path: Path) -> None:
    loaded(tmp_path, "")
    branch = tmp_path / "story" / "more.yaml"
    branch.write_text("edition: river\ngrows: anton\nauthor: Somebody\n", encoding="utf-8")
    faults = load(Folders(tmp_path / "seeds", (tmp_path / "story",))).findings
    assert [(one.code, one.span.line) for one in faults] == [("missing-target", 1)]
    branch.write_text("edition: harbour\ngrows: anton\nauthor: Somebody\n", encoding="utf-8")
    assert load(Folders(tmp_path / "seeds", (tmp_path / "story",))).findings == []
