"""Evidence that is false by itself, or against the story that rests on it, is found; and what only looks so is not."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.support.paths import BASE_STORY
from wayout.model.checks import check
from wayout.model.evidence import Document, Origin
from wayout.model.file_access import Folders, shipped
from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.model.standing import Lineage, address, standing
from wayout.play.state import Reader
from wayout.views.source_comparison import single_source_claims

BASE = BASE_STORY
ANTON, BORIS = "story/anton.yaml", "story/boris.yaml"
CLAIMS, DOCUMENTS = "seeds/claims/anton.yaml", "seeds/documents.yaml"
GAZETTE = "c8fc3b2fddd782a736f4f09d158fa313276ebb21831841d0f9f129e4fd34d9f9"
BACK = "        to: back\n"
QUOTED = "{document: gazette-en, lines: 3, speaker: anton, voice: quoted, quote: load it or leave}"
FINE = "    - {document: harbour-act, at: section 3}\n"
END = "        to: back\n  afterwards:\n"
ABOARD = (
    "      climb: {label: Climb aboard, act: leave, from: [anton-told], to: aboard}\n"
    "      hide: {label: Hide aboard, act: leave, from: [anton-told], set: {pay: stopped}, to: deck}\n"
    "  deck: {text: He waits., claims: [anton-told], next: aboard}\n"
)
AFTERWARDS = "      - {text: His pay is stopped., claims: [anton-threat]}\n"

Edit = tuple[str, str, str]


def read(folder: Path, *edits: Edit) -> LoadResult:
    """The invented project with some of its lines changed; a file that is named without a line grows at its end."""
    shutil.copytree(BASE, folder, dirs_exist_ok=True)
    for name, old, new in edits:
        path = folder / name
        text = path.read_text(encoding="utf-8")
        assert not old or text.count(old) == 1, old
        path.write_text(text.replace(old, new) if old else text + new, encoding="utf-8")
    return load(Folders(folder / "seeds", (folder / "story",)))


def found(folder: Path, *edits: Edit) -> list[str]:
    """The codes of what is found then."""
    return [finding.code for finding in check(read(folder, *edits))]


def copy(fields: str) -> Edit:
    """A second entry for a document, with some of its fields."""
    return (DOCUMENTS, "", f"  copy: {{type: webpage, title: Copy, {fields}}}\n")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"held: true, file: a.txt, sha256: {GAZETTE}, line-count: 9", ""),
        ("held: true, file: gazette.txt, sha256: ab, line-count: 9", ""),
        ("URL: 'https://a.example/one'", "URL: 'http://www.a.example/one/?utm_source=x#top'"),
        ("URL: 'https://a.example/one'", "URL: 'https://web.archive.org/web/20230901/https://a.example/one'"),
        ("publisher: P, issued: 2019-05", "publisher: P, issued: 2019-05"),
    ],
)
def test_one_text_under_two_ids_is_found_by_its_hash_its_file_its_address_or_its_entry(
    tmp_path: Path, first: str, second: str
) -> None:
    edits = [copy(first)]
    if second:
        edits.append((DOCUMENTS, "", f"  again: {{type: webpage, title: copy, {second}}}\n"))
    assert found(tmp_path, *edits) == ["duplicate-document"]


def test_one_report_under_two_origins_is_found_and_so_is_a_document_that_is_the_origin(tmp_path: Path) -> None:
    origin = "  other: {type: webpage, title: T, URL: 'https://a.example/x'}\n"
    edits = [(DOCUMENTS, "origins:\n", f"origins:\n{origin}{origin.replace('other', 'once-more')}")]
    assert "duplicate-document" in found(tmp_path / "a", *edits)
    edits = [(DOCUMENTS, "origins:\n", f"origins:\n{origin}"), copy("URL: 'https://a.example/x'")]
    assert "duplicate-document" in found(tmp_path / "b", *edits)


def test_a_text_that_another_state_of_it_replaced_is_no_second_entry_but_counts_once(tmp_path: Path) -> None:
    edits = [copy("URL: 'https://a.example/x', superseded-by: later"),
             (DOCUMENTS, "", "  later: {type: webpage, title: Later, URL: 'https://a.example/x'}\n")]  # fmt: skip
    loaded = read(tmp_path, *edits)
    assert "duplicate-document" not in [finding.code for finding in check(loaded)]
    assert loaded.library.lineage.text_of("later") == "copy"


def test_articles_of_one_law_at_one_address_are_two_documents() -> None:
    assert address("https://a.example/code#337", is_law=True) != address("https://a.example/code#338", is_law=True)
    assert address("https://a.example/code#337") == address("a.example/code/")
    assert address("no address") == address("  ") == ""


@pytest.mark.parametrize(
    "fields",
    [
        f"held: true, file: gazette.txt, sha256: {GAZETTE.upper()}, line-count: 9",
        "held: true, file: gazette.txt, sha256: ab, line-count: 9",
        f"from: harbour-act, held: true, file: b.txt, sha256: {GAZETTE}, line-count: 9",
    ],
)
def test_a_second_entry_for_a_text_never_raises_the_evidence_word(tmp_path: Path, fields: str) -> None:
    cite = "    - {document: copy, lines: 6, speaker: marta, voice: reported}\nanton-home:\n"
    loaded = read(tmp_path, copy(fields), (CLAIMS, "anton-home:\n", cite))
    library = loaded.library
    stands = standing(library.claims["anton-threat"], library.lineage)
    assert (stands.word, stands.documents) == ("single account", ("gazette-en",))
    alone = [one.account for one in single_source_claims(library, Reader()) if one.name == "Anton"]
    assert len(alone) == 1


def test_two_texts_of_one_origin_are_one_account_also_where_a_third_entry_alone_says_so() -> None:
    """`b` names no origin; its copy `c` does, and the claim does not cite the copy."""
    entry: dict[str, Any] = {"type": "webpage", "held": True, "line_count": 9}
    documents = {
        "a": Document(title="A", origin="report", file="a.txt", sha256="aa", **entry),
        "b": Document(title="B", file="b.txt", sha256="bb", **entry),
        "c": Document(title="C", origin="report", file="b.txt", sha256="bb", **entry),
    }
    lineage = Lineage(documents, {"report": Origin(type="webpage", title="R")})
    assert {lineage.origin_of(name) for name in documents} == {"report"}


def test_a_paraphrase_entered_again_as_an_original_stays_a_paraphrase() -> None:
    entry: dict[str, Any] = {"type": "webpage", "title": "T", "held": True, "file": "a.txt", "sha256": "aa"}
    lineage = Lineage({"a": Document(how="paraphrase", **entry), "b": Document(how="original", **entry)}, {})
    assert not lineage.is_firm("b")
    law = {**entry, "type": "legislation"}
    assert not Lineage({"a": Document(**entry), "b": Document(**law)}, {}).is_public_record("b")


@pytest.mark.parametrize(
    ("cite", "codes"),
    [
        (QUOTED, ["repeated-cite"]),
        ("{document: gazette-en, lines: 3-3, speaker: anton, voice: quoted}", ["repeated-cite"]),
        (QUOTED.replace("lines: 3", "lines: '3, 3'"), ["repeated-cite"]),
        (QUOTED.replace("load it or leave", "or leave"), []),
        (QUOTED.replace("lines: 3", "lines: 4"), []),
        (QUOTED.replace("speaker: anton", "speaker: marta"), []),
    ],
)
def test_a_cite_that_stands_in_the_list_already_is_found(tmp_path: Path, cite: str, codes: list[str]) -> None:
    assert found(tmp_path, (CLAIMS, f"    - {QUOTED}\n", f"    - {QUOTED}\n    - {cite}\n")) == codes


@pytest.mark.parametrize(
    ("sides", "codes", "word"),
    [
        (("Two.", "Two."), ["same-readings"], "single account"),
        (("Two men.", "two  men"), ["same-readings"], "single account"),
        (("“Two” men", "«Two» men."), ["same-readings", "foreign-quotes"], "single account"),
        (("Two.", "Three.", "two"), ["same-readings"], "disputed"),
        (("{full: Two., gentle: Some.}", "{full: Three., gentle: some}"), ["same-readings"], "disputed"),
        (("Two.",), ["same-readings"], "single account"),
        (("Two.", "Three."), [], "disputed"),
    ],
)
def test_readings_that_do_not_differ_are_found_and_make_no_dispute(
    tmp_path: Path, sides: Sequence[str], codes: list[str], word: str
) -> None:
    cite = "cites: [{document: gazette-en, lines: 8, speaker: anton, voice: reported}]"
    readings = "".join(f"        - {{says: {side}, {cite}}}\n" for side in sides)
    differs = (
        f"  differs:\n    - on: how many\n      weight: substance\n      why: two texts\n      readings:\n{readings}"
    )
    loaded = read(tmp_path, (CLAIMS, "law-fine:\n", f"{differs}law-fine:\n"))
    assert sorted(finding.code for finding in check(loaded)) == sorted(codes)
    assert standing(loaded.library.claims["anton-home"], loaded.library.lineage).word == word


@pytest.mark.parametrize(
    ("edits", "codes"),
    [
        ([(ANTON, BACK, "        by: anton\n" + BACK)], ["taken-twice"]),
        ([(ANTON, BACK, "        by: [marta, anton]\n" + BACK)], ["taker-unsupported", "taken-twice"]),
        ([(ANTON, BACK, "        by: anton\n        to: home\n")], ["taken-twice"]),
        ([(ANTON, BACK, "        by: marta\n" + BACK)], ["taker-unsupported"]),
        ([(ANTON, BACK, "        by: boris\n" + BACK)], ["silent-answer"]),
        ([(ANTON, "        act: go-along\n", "        act: leave\n"), (ANTON, BACK, "        by: boris\n" + BACK)],
         ["taker-unsupported"]),
        ([(ANTON, BACK, "        by: marta\n" + BACK), (CLAIMS, "The foreman tells Anton", "Marta Reed tells Anton")],
         []),
        ([(ANTON, BACK, "        by: marta\n        to: boris/the-crane\n")], ["step-of-another"]),
        ([(ANTON, BACK, "        by: boris\n        to: boris/the-crane\n")], []),
        ([(ANTON, BACK, "        to: boris/the-crane\n")], ["step-not-taken"]),
        ([(BORIS, "        by: anton\n", "")], ["step-not-taken"]),
        ([(BORIS, "        by: anton\n        to: anton/the-order\n", "        by: anton\n        to: back\n")],
         ["idle-choice", "silent-answer"]),
    ],
)  # fmt: skip
def test_who_took_an_option_is_held_against_the_fork_the_claims_and_the_step(
    tmp_path: Path, edits: list[Edit], codes: list[str]
) -> None:
    assert found(tmp_path, *edits) == codes


def test_a_branch_cannot_let_the_person_take_a_second_option(tmp_path: Path) -> None:
    branch = (
        "grows: anton\nauthor: A. W.\nadds:\n  the-order:\n    choices:\n"
        "      sing: {label: Sing, act: leave, from: [boris-north], by: anton, to: back,\n"
        "             outcome: {is: reported, text: Others sing., claims: [boris-north]}}\n"
    )
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / "story" / "sung.yaml").write_text(branch, encoding="utf-8")
    findings = check(load(Folders(tmp_path / "seeds", (tmp_path / "story",))))
    assert [(Path(one.span.file).name, one.code) for one in findings] == [
        ("sung.yaml", "taken-twice"),
        ("sung.yaml", "taker-unsupported"),
    ]


OUTCOME = "{is: threatened, text: Those who refuse lose their pay., claims: [anton-threat]}"


@pytest.mark.parametrize(
    ("known", "claims", "codes"),
    [
        ("threatened", "anton-told", ["outcome-kind"]),
        ("threatened", "anton-told, anton-threat", []),
        ("rule", "anton-told", ["outcome-kind"]),
        ("rule", "law-fine", []),
        ("expected", "anton-told", ["outcome-kind"]),
        ("expected", "anton-threat", ["outcome-kind"]),
        ("reported", "law-fine", ["outcome-kind"]),
        ("reported", "anton-home", []),
    ],
)
def test_the_word_of_an_outcome_needs_a_claim_that_carries_it(
    tmp_path: Path, known: str, claims: str, codes: list[str]
) -> None:
    outcome = f"{{is: {known}, text: Those who refuse lose their pay., claims: [{claims}]}}"
    assert (
        found(tmp_path, (ANTON, OUTCOME, outcome), (ANTON, "    date: 2019\n    text: The", "    text: The")) == codes
    )


def test_a_rule_says_when_it_holds_or_as_of_when_it_was_so(tmp_path: Path) -> None:
    in_force = "  in-force: 2019-04-01/..\n"
    assert found(tmp_path / "a", (CLAIMS, in_force, "")) == ["undated-rule"]
    assert found(tmp_path / "b", (CLAIMS, in_force, "  date: 2019\n")) == ["undated-rule"]
    assert found(tmp_path / "c", (CLAIMS, in_force, "  as-of: 2019\n")) == []


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (("3 anton", "4 marta", "5 anton"), ["two-speakers"]),
        (("3-5 anton", "4 marta"), ["two-speakers"]),
        (("3 anton", "4-5 marta", "6 anton"), ["two-speakers"]),
        (("3 anton", "4 marta"), []),
        (("3 anton", "4 marta", "5 boris"), []),
        (("3 anton", "4 marta", "4 anton", "5 anton"), []),
    ],
)
def test_a_speaker_amid_the_words_of_another_is_found(tmp_path: Path, lines: Sequence[str], codes: list[str]) -> None:
    cites = "".join(
        f"    - {{document: gazette-en, lines: {place}, speaker: {speaker}, voice: quoted}}\n"
        for place, speaker in (line.split() for line in lines)
    )
    home = "    - {document: gazette-en, lines: 8, speaker: anton, voice: reported}\n"
    told = "    - {document: gazette-en, lines: 3, speaker: anton, voice: reported}\n"
    edits = [(CLAIMS, home, home + cites), (CLAIMS, f"    - {QUOTED}\n", told), (ANTON, "“load it or leave”", "Go")]
    assert [code for code in found(tmp_path, *edits) if code != "repeated-cite"] == codes


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        (QUOTED, QUOTED.replace("quoted", "narrated"), ["narrated-speaker"]),
        (QUOTED, QUOTED.replace("quoted", "reported"), ["reported-quote"]),
        (QUOTED, QUOTED.replace("speaker: anton, voice: quoted", "voice: narrated"), []),
        (FINE, FINE.replace("section 3", "section 3, quote: is fined"), ["unverifiable-quote"]),
        (FINE, FINE.replace("section 3", "section 3, voice: quoted"), []),
    ],
)
def test_voice_speaker_and_quotation_are_held_against_one_another(
    tmp_path: Path, old: str, new: str, codes: list[str]
) -> None:
    assert found(tmp_path, (CLAIMS, old, new)) == codes


def test_a_line_that_needs_no_cite_is_cited_by_none(tmp_path: Path) -> None:
    old = "exempt: {1: the title}"
    codes = found(tmp_path / "a", ("seeds/documents.yaml", old, "exempt: {1: the title, 7-9: captions}"))
    assert codes == ["cited-exemption"]
    assert found(tmp_path / "b", ("seeds/documents.yaml", old, "exempt: {1-2: titles}")) == []


def test_two_claims_that_say_one_thing_of_one_person_are_found(tmp_path: Path) -> None:
    says = "  says: The man refuses.\n"
    assert found(tmp_path / "a", (CLAIMS, "  says: He goes home to Tallinn.\n", "  says: anton  Refuses\n")) == [
        "duplicate-claim"
    ]
    anton = (CLAIMS, "  says: Anton refuses.\n", says)
    boris = ("seeds/claims/boris.yaml", "  says: Afterwards Boris goes north.\n", says)
    assert found(tmp_path / "b", anton, boris) == [], "what is told of two people in the same words is two things"


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("{pay: stopped}", ["always-met"]),
        ("{not: {pay: paid}}", ["always-met"]),
        ("{pay: paid}", ["never-met"]),
        ("{seen: the-order}", ["always-met"]),
        ("{chose: the-order/refuse}", ["always-met"]),
        ("{not: {chose: the-order/refuse}}", ["never-met"]),
    ],
)
def test_an_if_is_held_against_what_every_way_to_its_scene_sets_and_passes(
    tmp_path: Path, condition: str, codes: list[str]
) -> None:
    passage = AFTERWARDS.replace("{text", f"{{if: {condition}, text")
    assert found(tmp_path, (ANTON, AFTERWARDS, passage)) == codes


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("{pay: stopped}", []),
        ("{chose: the-order/climb}", []),
        ("{seen: deck}", []),
        ("{seen: the-order}", ["always-met"]),
        ("[{pay: paid}, {pay: stopped}]", ["always-met"]),
        ("{pay: stopped, not: {seen: the-order}}", ["never-met"]),
    ],
)
def test_where_ways_differ_an_if_on_what_they_set_is_open(tmp_path: Path, condition: str, codes: list[str]) -> None:
    aboard = (
        f"  aboard:\n    text:\n      - {{text: He is aboard., claims: [anton-told]}}\n"
        f"      - {{if: {condition}, text: It sails., claims: [anton-told]}}\n"
        "    ending: {kind: record-silent, text: Nobody tells., claims: [anton-told]}\n"
    )
    assert found(tmp_path, (ANTON, END, f"{BACK}{ABOARD}{aboard}  afterwards:\n")) == codes


def test_an_otherwise_without_an_if_and_a_choice_into_its_own_scene_are_found(tmp_path: Path) -> None:
    closed = "        otherwise: {text: He has no gloves., claims: [anton-told]}\n"
    assert found(tmp_path / "a", (ANTON, BACK, closed + BACK)) == ["idle-otherwise"]
    assert found(tmp_path / "b", (ANTON, BACK, "        to: the-order\n")) == ["own-scene"]
    assert found(tmp_path / "c", (ANTON, BACK, "        set: {pay: stopped}\n        to: the-order\n")) == ["own-scene"]


def test_the_shipped_record_holds_what_is_asked_of_others() -> None:
    assert check(load(shipped())) == []
