"""What the checks stand on: dates, conditions, lines, and how well a claim is supported."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayout.model.checks.reach import roots
from wayout.model.conditions import holds, terms
from wayout.model.dates import Period, format_date, period
from wayout.model.evidence import Claim, Document, Origin
from wayout.model.file_access import last_line, line_ranges
from wayout.model.graph import reachable
from wayout.model.standing import Lineage, standing


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        (2022, "2022-01-01", "2022-12-31"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-09-24", "2022-09-24", "2022-09-24"),
        ("2022-03~", "2022-03-01", "2022-03-31"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-22", "2023-06-01", "2023-08-31"),
        ("2023-23", "2023-09-01", "2023-11-30"),
        ("2022-02/2023", "2022-02-01", "2023-12-31"),
        ("2022-09-24/..", "2022-09-24", str(date.max)),
        ("../2022-09-23", str(date.min), "2022-09-23"),
    ],
)
def test_a_date_covers_a_stretch(written: str | int, first: str, last: str) -> None:
    assert period(written) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "written",
    ["", "spring", "22", "2022-13", "2022-00", "2022-02-30", "2022-25", "2022-9-4", "24.9.2022", "..", "2023/2022",
     "2022/", "/2022", "2022-09-24T10:00", 0, 99999, "２０２２-１３"],
)  # fmt: skip
def test_what_is_no_date_covers_nothing(written: str | int) -> None:
    assert period(written) is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (2022, "2022"), ("2022-02", "February 2022"), ("2022-09-24", "24 September 2022"), ("2023-23", "autumn 2023"),
        ("2022-03~", "about March 2022"), ("2022-09-24/..", "since 24 September 2022"), ("../2022", "until 2022"),
        ("2022/2023", "2022 to 2023"), ("[2022..2023]", "2022 or 2023"), ("[..2022-02-23]", "before 24 February 2022"),
        ("[2022-02..2022-09-24]", "between February 2022 and 24 September 2022"),
    ],
)  # fmt: skip
def test_a_date_is_said_in_words(written: str | int, said: str) -> None:
    assert format_date(written) == said


@given(st.one_of(st.text(), st.text(alphabet="0123456789-/.~[]", max_size=24), st.integers()))
def test_no_text_makes_a_date_raise(written: str | int) -> None:
    covered = period(written)
    assert covered is None or covered.first <= covered.last
    assert isinstance(format_date(written), str)


@pytest.mark.parametrize(
    ("written", "lines"),
    [(15, [15]), ("15", [15]), ("5-6", [5, 6]), ("5–6, 9", [5, 6, 9]), (" 1 , 3-3 ", [1, 3])],
)
def test_lines_are_ranges(written: str | int, lines: list[int]) -> None:
    ranges = line_ranges(written)
    assert ranges is not None
    assert [line for one in ranges for line in one] == lines
    assert last_line(ranges) == lines[-1]


@pytest.mark.parametrize("written", ["", "0", "-3", "6-5", "5-", "a", "5,,6", "5 6", 0, -1, "1-9999999999999999999"])
def test_what_names_no_lines_is_none(written: str | int) -> None:
    assert line_ranges(written) is None


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        (None, True),
        ({}, True),
        ({"papers": "visa"}, True),
        ({"papers": ["none", "visa"]}, True),
        ({"papers": "none"}, False),
        ({"papers": "visa", "wanted": "yes"}, False),
        ([{"papers": "none"}, {"wanted": "no"}], True),
        ([], False),
        ({"not": {"papers": "none"}}, True),
        ({"not": [{"papers": "none"}, {"wanted": "no"}]}, False),
        ({"seen": ["a", "b"]}, True),
        ({"seen": ["a", "c"]}, False),
        ({"chose": "a/x"}, True),
        ({"chose": ["a/x", "a/y"]}, False),
        ({"money": "none"}, False),
    ],
)
def test_a_mapping_is_all_of_and_a_list_any_of(condition: Any, met: bool) -> None:
    assert holds(condition, {"papers": "visa", "wanted": "no"}, {"a", "b"}, {"a/x"}) is met


def test_every_term_of_a_condition_has_its_path() -> None:
    condition = [{"papers": ["none", "visa"]}, {"not": {"seen": "a", "not": ["x"]}}]
    assert list(terms(condition)) == [
        ((0, "papers", 0), "papers", "none"),
        ((0, "papers", 1), "papers", "visa"),
        ((1, "not", "seen"), "seen", "a"),
        ((1, "not", "not", 0), "", "x"),
    ]


def document(how: str = "original", origin: str | None = None, kind: str = "webpage", *, held: bool = False
             ) -> Document:  # fmt: skip
    """A document with a lineage."""
    return Document(type=kind, title="T", origin=origin, how=how, held=held)  # type: ignore[arg-type]


DOCUMENTS = {
    "sloboden": document("retranslation", "herald"),
    "herald": document("translation", "interview", held=True),
    "summary": document("paraphrase", "herald"),
    "second": document("translation", "other-interview"),
    "law": document(kind="legislation"),
    "digest-of-law": document("paraphrase", "law"),
    "town-history": document("paraphrase", "lost-report"),
    "county-history": document("paraphrase", "town-history"),
    "ballad": document("paraphrase", "lost-song"),
}


ORIGINS = {name: Origin(type="broadcast", title=name) for name in ("lost-report", "lost-song")}


def claim(*cites: str, differs: str = "", sides: tuple[str, ...] = ()) -> Claim:
    """A claim with cites written document:speaker."""

    def cite(text: str) -> dict[str, str]:
        name, _, speaker = text.partition(":")
        return {"document": name, **({"speaker": speaker} if speaker else {})}

    data: dict[str, Any] = {"says": "x", "kind": "event", "cites": [cite(one) for one in cites]}
    if differs:
        readings = [{"says": side, "cites": [cite(side)]} for side in sides]
        data["differs"] = [{"on": "who", "weight": differs, "why": "why", "readings": readings}]
    return msgspec.convert(data, Claim)


@pytest.mark.parametrize(
    ("given_claim", "word"),
    [
        (claim("sloboden:v", "herald:v", "summary"), "single account"),
        (claim("sloboden:v", "herald:w"), "single account"),
        (claim("herald:v", "second:v"), "told again"),
        (claim("herald:v", "second:w"), "corroborated"),
        (claim("herald", "second"), "corroborated"),
        (claim("law"), "corroborated"),
        (claim("summary"), "paraphrase only"),
        (claim("summary", "gone"), "paraphrase only"),
        (claim("digest-of-law"), "paraphrase only"),
        (claim("town-history"), "retold only"),
        (claim("town-history:v", "county-history:w"), "retold only"),
        (claim("town-history:v", "ballad:w"), "retold only"),
        (claim("town-history", "summary"), "retold only"),
        (claim("town-history:v", "herald:w"), "single account"),
        (claim(differs="substance", sides=("town-history", "county-history")), "disputed"),
        (claim("herald", differs="substance", sides=("herald", "county-history")), "single account"),
        (claim("gone"), "unsupported"),
        (claim(), "unsupported"),
        (claim("herald", differs="substance", sides=("herald:v", "sloboden:v")), "disputed"),
        (claim("herald:v", differs="wording", sides=("herald:v", "sloboden:v")), "single account"),
        (claim(differs="wording", sides=("herald:v", "second:v")), "told again"),
    ],
)
def test_standing_follows_from_lineage_and_speakers(given_claim: Claim, word: str) -> None:
    assert standing(given_claim, Lineage(DOCUMENTS, ORIGINS)).word == word


def test_a_paraphrase_adds_no_second_report() -> None:
    found = standing(claim("herald:v", "summary"), Lineage(DOCUMENTS, {}))
    assert found.origins == ("interview",)
    assert found.documents == ("herald", "summary")


@given(st.dictionaries(st.integers(0, 9), st.lists(st.integers(0, 9), max_size=4)))
def test_roots_reach_all_scenes_and_none_of_them_another(graph: dict[int, list[int]]) -> None:
    scenes = {str(one) for one in graph} | {str(to) for targets in graph.values() for to in targets}
    leads_to = {one: [str(to) for to in graph.get(int(one), [])] for one in scenes}
    found = roots(sorted(scenes), leads_to)
    assert reachable(found, leads_to) == scenes
    for root in found:
        assert not reachable([root], leads_to) & (set(found) - {root})


def test_every_judging_word_begins_with_a_stem_that_is_looked_for_first() -> None:
    from wayout.model.checks.prose import _STEMS, JUDGING

    assert [word for word in JUDGING if not word.startswith(_STEMS)] == []
