"""A question, a page or a time that is cited is found where the archived text marks it, and told in words."""

from pathlib import Path

import pytest

from tests.model.test_check_evidence import CLAIMS, DOCUMENTS, FINE, read
from wayout.model import locator
from wayout.model.archive import coverage, fingerprint, verify
from wayout.model.checks import check
from wayout.model.evidence import Cite
from wayout.model.load_result import LoadResult
from wayout.model.locator import Marks, Numbered, Timed, can_have, parsed
from wayout.views.cited_place import cited_place
from wayout.views.csl import all_items

HEARING = """\
[q 2225] Did you go?
I did not.
[q 2226] Were you asked to sign
the paper?
[q 2227] I was not.
"""
VTT = """\
WEBVTT - A talk

NOTE The name is another.

1
00:00:10.000 --> 00:00:14.500
<v Anna>We stood on the

2
00:00:14.500 --> 00:00:20.000
quay until noon.

3
01:02:33.900 --> 01:02:40.000
Then we left.
"""
SRT = VTT.split("\n\n", 2)[2].replace(".", ",").replace("<v Anna>", "")
TALK = "[0:10] We stood on the\nquay. [12:34]\nIt rained.\n[1:02:33]\nThen we left.\n"
PAPER = "It began [Pg 11] on a day\nin May.\n[Pg 12]\nIt ended in June.\n"


@pytest.mark.parametrize(
    ("at", "place", "told"),
    [
        ("question 2226", Numbered("question", "2226", "2226"), "question 2,226"),
        ("q. 2,226", Numbered("question", "2226", "2226"), "question 2,226"),
        ("questions 9-12", Numbered("question", "9", "12"), "questions 9–12"),
        ("page 12", Numbered("page", "12", "12"), "page 12"),
        ("pp. 12–13", Numbered("page", "12", "13"), "pages 12–13"),
        ("p. xii", Numbered("page", "xii", "xii"), "page xii"),
        ("12:34", Timed(754, 754), "at 12 min 34 s"),
        ("1:02:33", Timed(3753, 3753), "at 1 h 2 min 33 s"),
        ("62:33", Timed(3753, 3753), "at 1 h 2 min 33 s"),
        ("0:00", Timed(0, 0), "at 0 s"),
        ("12:34-12:50", Timed(754, 770), "from 12 min 34 s to 12 min 50 s"),
        ("minute 3", Timed(180, 239, minutes=True), "minute 3"),
        ("minutes 3-5", Timed(180, 359, minutes=True), "minutes 3–5"),
        ("article 337", None, "article 337"),
        ("point 4", None, "point 4"),
        ("passage on access", None, "passage on access"),
        ("12:75", None, "12:75"),
        ("1:60:00", None, "1:60:00"),
        ("q", None, "q"),
    ],
)
def test_an_at_is_a_place_or_free_text(at: str, place: locator.Locator | None, told: str) -> None:
    assert parsed(at) == place
    assert cited_place(Cite(document="d", at=at)) == told
    assert cited_place(Cite(document="d", at=at, lines="5-6")) == f"{told}, lines 5–6"


@pytest.mark.parametrize(
    ("text", "at", "quote", "is_there"),
    [
        (HEARING, "question 2226", "sign the paper", True),
        (HEARING, "question 2226", "paper? I was", True),
        (HEARING, "question 2226", "I did not", False),
        (HEARING, "question 2226", "I was not", False),
        (HEARING, "questions 2225-2226", "I did not", True),
        (HEARING.replace("[q 2226]", "Q2226").replace("[q 2225]", "Q2225").replace("[q 2227]", "Q2227"),
         "question 2226", "sign the paper", True),
        (HEARING.replace("[q 2226]", "2226.").replace("[q 2225]", "2225.").replace("[q 2227]", "2227."),
         "question 2226", "I did not", False),
        (VTT, "0:10", "stood on the quay", True),
        (VTT, "0:12", "stood on the quay", True),
        (VTT, "0:14", "quay until", True),
        (VTT, "0:15", "We stood", False),
        (VTT, "1:02:33", "we left", True),
        (SRT, "1:02:35", "we left", True),
        (SRT, "0:11", "stood on the quay", True),
        (TALK, "12:34", "It rained", True),
        (TALK, "13:00", "It rained", True),
        (TALK, "0:10", "the quay", True),
        (TALK, "minute 12", "It rained", True),
        (TALK, "1:30:00", "It rained", False),
        (TALK.replace("[", "(").replace("]", ")"), "12:34", "It rained", True),
        ("0:10\nWe stood.\n12:34\nIt rained.\n", "12:34", "It rained", True),
        (PAPER, "page 11", "on a day in May", True),
        (PAPER, "page 12", "on a day", False),
    ],
)  # fmt: skip
def test_a_quotation_begins_between_its_mark_and_the_next(text: str, at: str, quote: str, is_there: bool) -> None:
    place = parsed(at)
    assert place is not None
    stretch = Marks(place.kind, text.splitlines()).stretch(place)
    assert stretch is not None
    assert stretch.has(quote) is is_there


@pytest.mark.parametrize(
    ("text", "at"),
    [(HEARING, "question 2230"), (HEARING, "questions 2226-2225"), (VTT, "0:05"), (VTT, "1:02:41"), (TALK, "0:09"),
     (PAPER, "page 10")],
)  # fmt: skip
def test_a_place_that_is_not_marked_is_not_there(text: str, at: str) -> None:
    place = parsed(at)
    assert place is not None
    assert Marks(place.kind, text.splitlines()).stretch(place) is None


def test_no_document_has_a_place_of_another_kind_of_thing() -> None:
    time, page, question = parsed("12:34"), parsed("page 3"), parsed("question 1")
    assert time is not None
    assert page is not None
    assert question is not None
    assert [can_have(kind, time) for kind in ("article-newspaper", "legislation", "broadcast", "webpage")] == [
        False, False, True, True]  # fmt: skip
    assert [can_have(kind, page) for kind in ("broadcast", "interview", "book")] == [False, True, True]
    assert can_have("hearing", question)


def project(
    tmp_path: Path, text: str, cite: str, fields: str = "type: interview", name: str = "talk.txt"
) -> LoadResult:
    """The docker's project with a talk, and one cite of it beside that of the law."""
    (tmp_path / "archive").mkdir(parents=True)
    raw = text.encode()
    (tmp_path / "archive" / name).write_bytes(raw)
    own = ", ".join(f"{key}: {value}" for key, value in fingerprint(name, raw).items())
    entry = f"  talk: {{title: A talk, {fields}, {own}}}\n"
    return read(
        tmp_path / "project", (DOCUMENTS, "", entry), (CLAIMS, FINE, f"{FINE}    - {{document: talk, {cite}}}\n")
    )


@pytest.mark.parametrize(
    ("text", "cite", "codes", "failed"),
    [
        (HEARING, "at: question 2226, quote: sign the paper", [], 0),
        (HEARING, "at: question 2226, quote: I did not", ["quotation-not-found"], 1),
        (HEARING, "at: question 2230", ["place-not-found"], 1),
        (HEARING, "at: page 3", ["unverifiable-place"], 1),
        (HEARING, "at: question 2226, lines: 3", [], 0),
        (HEARING, "at: question 2226, lines: 1-3", ["place-not-found"], 1),
        (HEARING, "at: question 2226, lines: 3-4, quote: I was not", ["quotation-not-found"], 1),
        (HEARING, "at: '12:34'", ["unverifiable-place"], 1),
        (VTT, "at: '0:10', quote: stood on the quay", [], 0),
        (VTT, "at: '1:10:00'", ["place-not-found"], 1),
    ],
)
def test_verifying_looks_at_the_place(tmp_path: Path, text: str, cite: str, codes: list[str], failed: int) -> None:
    loaded = project(tmp_path, text, cite)
    assert [one.code for one in check(loaded) if one.code != "unused-claim"] == []
    verified = verify(loaded, tmp_path / "archive")
    mine = [one for one in verified.findings if one.code != "archive-missing"]
    assert [one.code for one in mine] == codes
    assert verified.cites_failed - 7 == failed, "the seven cites of texts that are not in this folder aside"
    if codes == ["unverifiable-place"]:
        assert "cannot be verified: this document has no marks of places" in mine[0].says


def test_lines_at_a_cited_place_and_marks_alone_are_not_uncited(tmp_path: Path) -> None:
    vtt = project(tmp_path / "vtt", VTT, "at: '0:10'", name="talk.vtt")
    assert [one.text for one in coverage(vtt, tmp_path / "vtt" / "archive")["talk"]] == [
        "NOTE The name is another.", "quay until noon.", "Then we left."]  # fmt: skip
    hearing = project(tmp_path / "txt", HEARING, "at: question 2226")
    assert [one.line for one in coverage(hearing, tmp_path / "txt" / "archive")["talk"]] == [1, 2, 5]


@pytest.mark.parametrize(
    ("fields", "at", "codes"),
    [
        ("type: article-newspaper", "'12:34'", ["impossible-place"]),
        ("type: broadcast", "page 12", ["impossible-place"]),
        ("type: broadcast, dimensions: '12:00'", "'12:34'", ["impossible-place"]),
        ("type: broadcast, dimensions: '12:00'", "minute 11", []),
        ("type: broadcast", "'12:75'", ["malformed-lines", "impossible-place"]),
        ("type: broadcast, dimensions: long", "'12:34'", ["wrong-type"]),
        ("type: book, dimensions: 23 cm", "page 12", []),
        ("type: legislation", "article 337", ["malformed-lines"]),
    ],
)
def test_an_at_that_its_document_cannot_have_is_found(tmp_path: Path, fields: str, at: str, codes: list[str]) -> None:
    loaded = project(tmp_path, HEARING, f"at: {at}", fields)
    assert [one.code for one in check(loaded) if one.code != "unused-claim"] == codes


def test_the_places_that_are_cited_go_out_with_the_labels_of_csl(tmp_path: Path) -> None:
    more = "".join(f"    - {{document: talk, {at}, speaker: anton}}\n"
                   for at in ("at: page 12", "at: '12:34'", "at: '12:34'", "lines: 1"))  # fmt: skip
    loaded = project(tmp_path, HEARING, f"at: question 2226}}\n{more.rstrip()[:-1]}")
    items = {item["id"]: item for item in all_items(loaded.library)}
    assert items["talk"]["custom"]["citationItems"] == [
        {"id": "talk", "suffix": "question 2226"},
        {"id": "talk", "label": "page", "locator": "12"},
        {"id": "talk", "label": "timestamp", "locator": "00:12:34"},
        {"id": "talk", "label": "line", "locator": "1"},
    ]
    assert items["harbour-act"]["custom"]["citationItems"] == [
        {"id": "harbour-act", "label": "section", "locator": "3"}
    ]
