"""YAML text becomes data, strictly, and every key and value has its place."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wayout.model.file_access import MAX_DEPTH, MAX_FILE_BYTES
from wayout.model.yaml.reader import LocatedData, read

SIGNS = ":-[]{},#&*!|>'\"%@` \t\r\n\x85\u2028\ufeff\0\x07a0?<=~é字👩"


def codes(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding in a text."""
    return [(one.code, one.span.line, one.span.column) for one in LocatedData("a.yaml", text).findings]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True), ("false", False), ("null", None), ("", None), ("12", 12), ("0", 0), ("-3", -3),
        ("no", "no"), ("yes", "yes"), ("on", "on"), ("True", "True"), ("NULL", "NULL"), ("~", "~"), ("19:30", "19:30"),
        ("017", "017"), ("0x1F", "0x1F"), ("0o17", "0o17"), ("1_000", "1_000"), ("2022-09-24", "2022-09-24"),
        ("1.5", "1.5"), (".inf", ".inf"), ("1e3", "1e3"), ("+1", "+1"), ("-0", 0), ("'12'", "12"), ('"true"', "true"),
        ("|\n  12\n", "12\n"), ("1234567890123456789", "1234567890123456789"), ("=", "="),
    ],
)  # fmt: skip
def test_only_true_false_null_and_plain_whole_numbers_are_not_text(written: str, value: object) -> None:
    data = LocatedData("a.yaml", f"key: {written}").data
    assert data == {"key": value}
    assert type(data["key"]) is type(value)


def test_every_key_and_value_has_its_place() -> None:
    text = "title: One\nscenes:\n  a: {at: 'x y', to: [b, c]}\n  b:\n    - z\n    - k: v\n"
    located = LocatedData("a.yaml", text)
    places = {
        ("title",): ((1, 1, 6), (1, 8, 11)),
        ("scenes", "a", "at"): ((3, 7, 9), (3, 11, 16)),
        ("scenes", "a", "to"): ((3, 18, 20), (3, 22, 23)),
        ("scenes", "a", "to", 1): ((3, 26, 27), (3, 26, 27)),
        ("scenes", "b", 0): ((5, 7, 8), (5, 7, 8)),
        ("scenes", "b", 1, "k"): ((6, 7, 8), (6, 10, 11)),
    }
    for path, (key, value) in places.items():
        spans = located.span(*path, key=True), located.span(*path)
        assert [(one.line, one.column, one.end_column) for one in spans] == [key, value], path


def test_what_is_not_there_has_the_place_of_what_would_hold_it() -> None:
    located = LocatedData("a.yaml", "scenes:\n  a: {at: x}\n")
    span = located.span("scenes", "a", "text", 3)
    assert (span.line, span.column, span.end_column) == (2, 3, 4)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_every_kind_count_as_one_line(end: str) -> None:
    located = LocatedData("a.yaml", end.join(["a: 1", "b: |", "  text", "c: x"]))
    assert (located.span("c").line, located.span("c").column) == (4, 4)
    assert located.data["c"] == "x"


def test_columns_count_characters_also_where_these_are_wide() -> None:
    located = LocatedData("a.yaml", "{字字: 👩👩, b: é, c: x}")
    assert [(located.span(key).column, located.span(key).end_column) for key in ("字字", "b", "c")] == [
        (6, 8), (13, 14), (19, 20),
    ]  # fmt: skip


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("\ufefftitle: x\nb: [x".encode())
    located = read(tmp_path / "a.yaml")
    assert [(one.code, one.span.line) for one in located.findings] == [("syntax", 2)]
    (tmp_path / "a.yaml").write_bytes("\ufefftitle: x".encode())
    located = read(tmp_path / "a.yaml")
    assert located.data == {"title": "x"}
    assert located.span("title", key=True).column == 1


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"a: 1\nb: caf\xe9 x", 2, 7),
        ("字: ".encode() + b"\xff", 1, 4),
        (b"\xef\xbb\xbfa: \xff", 1, 4),
        (b"\xff\xfea", 1, 1),
    ],
)
def test_what_is_not_utf8_is_found_where_it_stands(tmp_path: Path, raw: bytes, line: int, column: int) -> None:
    (tmp_path / "a.yaml").write_bytes(raw)
    assert [(one.code, one.span.line, one.span.column) for one in read(tmp_path / "a.yaml").findings] == [
        ("encoding", line, column)
    ]


def test_a_file_that_is_gone_a_folder_and_a_huge_file_are_findings(tmp_path: Path) -> None:
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    for path, code in (
        (tmp_path / "gone.yaml", "unreadable"), (tmp_path, "unreadable"), (tmp_path / "big.yaml", "over-limit"),
    ):  # fmt: skip
        located = read(path)
        assert [one.code for one in located.findings] == [code], path
        assert not located.whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("字: é\x07", [("encoding", 1, 5)]),
        ("a: \ud800", [("encoding", 1, 4)]),
        ("a: 1\na: 2\na: 3", [("duplicate-key", 2, 1), ("duplicate-key", 3, 1)]),
        ("a: {b: 1, b: 2}", [("duplicate-key", 1, 11)]),
        ("a: &x 1\nb: *x", [("yaml-feature", 1, 4), ("yaml-feature", 2, 4)]),
        ("<<: {a: 1}", [("yaml-feature", 1, 1)]),
        ("'<<': 1", []),
        ("a: !!python/object:os.system x", [("yaml-feature", 1, 4)]),
        ("? [a, b]\n: 1", [("yaml-feature", 1, 3)]),
        ("? *x\n: 1", [("yaml-feature", 1, 3)]),
        ("a: 1\n---\nb: 2", [("yaml-feature", 2, 1)]),
        ("---\na: 1\n...\n", []),
        ("a: [1, 2", [("syntax", 1, 4)]),
        ("a: b: c", [("syntax", 1, 5)]),
        ("\ta: 1", [("syntax", 1, 1)]),
        ("[" * (MAX_DEPTH + 1), [("too-deep", 1, MAX_DEPTH + 1)]),
        ("[" * 100_000, [("too-deep", 1, MAX_DEPTH + 1)]),
        ("", []),
        ("# nothing\n", []),
    ],
)
def test_each_fault_of_reading_is_found_once(text: str, found: list[tuple[str, int, int]]) -> None:
    assert codes(text) == found


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("a: 1\x85b: 2\n", 6),
        ("a: 'x'#y\n", 8),
        ("a: [x]#y\n", 8),
        ("a: |#y\n  x\n", 6),
        ("a: yes\n", 7),
        ("a: 1\nbee: 2\nbee: 3\n", 4),
        ("a: 1\n---\nb: 2\n", 4),
        ("a: &x 1\n", 5),
        ("a: 'x\\ty\u202ez'\n", 5),
        ("a: \x07\n", 5),
        ("a: [\n", 5),
        ('a: "\\ud83d\\ude00"\n', 17),
        ("a:\n  b: 1\n c: 2\n", 3),
    ],
)
def test_a_finding_ends_where_what_is_amiss_ends(text: str, end: int) -> None:
    (found,) = LocatedData("a.yaml", text).findings
    assert found.span.end_column == end, found


def test_an_alias_makes_the_data_of_the_file_unfit_for_further_checks() -> None:
    assert not LocatedData("a.yaml", "a: &x 1\nb: *x").whole
    assert LocatedData("a.yaml", "a: &x 1\nb: 2").whole


@given(st.one_of(st.text(), st.text(alphabet=SIGNS), st.text(alphabet=st.characters(codec=None))))
@example("\ud800")
@example("a: |\n\t- x")
def test_no_text_makes_reading_raise(text: str) -> None:
    located = LocatedData("a.yaml", text)
    located.span("a", 0, key=True)
    for finding in located.findings:
        assert finding.span.line >= 1
        assert finding.span.column >= 1
        assert finding.hint
