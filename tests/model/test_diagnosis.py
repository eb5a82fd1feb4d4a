"""A syntax error is told at its cause: the sign is named, at its own place, with what is to be done."""

import pytest

from wayout.model.story import Story
from wayout.model.yaml.diagnosis import MAX_DIAGNOSED_LENGTH
from wayout.model.yaml.reader import LocatedData
from wayout.model.yaml.schema_errors import faults

NO_BREAK, BYTE_ORDER, WIDE_SPACE, ZERO_WIDTH = "\xa0", "\ufeff", "\u3000", "\u200b"

STORY = {"title": "x", "person": "a", "start": "b", "scenes": {}}


def told(text: str) -> list[str]:
    """Of each finding its code, its place, what it says and what is to be done."""
    return [
        f"{one.code} {one.span.line}:{one.span.column} {one.says} {one.hint}" for one in LocatedData("a", text).findings
    ]


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        # a merge that was not settled
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\nc: 1\n", "2:1", "merge conflict"),
        ("a:\n  - x\n<<<<<<< a\n  - y\n||||||| b\n  - w\n=======\n  - z\n>>>>>>> c\n", "3:1", "merge conflict"),
        ("<<<<<<<\na: 1\n=======\na: 2\n>>>>>>>\n", "1:1", "merge conflict"),
        # quotation marks of print
        ("a: “x: y”\nb: 1\n", "1:4", "“ and ” are letters for YAML"),
        ("a: „x: y“\nb: 1\n", "1:4", "„ and “ are letters"),
        ("a: «x: y»\nb: 1\n", "1:4", "« and » are letters"),
        ("a: ‘x: y’\n", "1:4", "‘ and ’ are letters"),
        ("a: {quote: “x: y”, lines: 2}\n", "1:12", "“ and ” are letters"),
        # a quotation that is not closed, told where it begins
        ('a: "x\nb: 1\n', "1:4", "is never closed"),
        ('a: "x\nb: 2\nc: "y"\nd: 1\n', "1:4", "is closed only in line 3"),
        ("a: 'x\nb: 'y'\nc: 1\n", "1:4", "is closed only in line 2"),
        ('a: {b: "x, c: 1}\nd: "y"\ne: 1\n', "1:8", "is closed only in line 2"),
        ('a: "x\nb: ""\nc: 1\n', "1:4", "is closed only in line 2"),
        ('a: "x”\nb: 1\n', "1:4", "” is a sign of the text"),
        ('a: "C:\\temp\\"\nb: 1\n', "1:4", r"\" does not close the quotation"),
        ("a: 'Tis so\nb: 1\n", "1:4", "A text that itself begins with ' needs the other quotes"),
        # a text that goes on behind a closed quotation or bracket
        ("a: 'It's here'\nb: 1\n", "1:7", "the quotation ends at this '"),
        ('a: "She said "no" and left"\nb: 1\n', "1:14", 'the quotation ends at this "'),
        ('a: {x: "y "z" w", v: 1}\n', "1:11", "Is a comma missing?"),
        ("a: [sic] he left\nb: 1\n", "1:4", "a text that begins with [ needs quotes"),
        ("a: {x} he left\nb: 1\n", "1:4", "a text that begins with { needs quotes"),
        # spaces that are none, and signs of no width
        (f"b: 1\na:{NO_BREAK}x\nc: 1\n", "2:3", "U+00A0, which only looks like a space, stands behind the colon"),
        (f"b: 1\na:{NO_BREAK}x\n", "2:3", "U+00A0"),
        (f"a:\n  - x\n  -{NO_BREAK}y\nb: 1\n", "3:4", "U+00A0"),
        (f"a:\n  b: 1\n{NO_BREAK} c: 2\n  d: 3\n", "3:1", "U+00A0"),
        (f"a:\n  b: 1\n{WIDE_SPACE} c: 2\n  d: 3\n", "3:1", "U+3000"),
        (f"a: 1\n{BYTE_ORDER}b: 2\n", "2:1", "U+FEFF, which nobody sees, stands where the line begins"),
        (f"a: 1\nb:{BYTE_ORDER} 2\nc: 3\n", "2:3", "U+FEFF"),
        (f"a: |\n  {NO_BREAK}verse\nb:{NO_BREAK}x\nc: 1\n", "3:3", "U+00A0"),
        # escapes
        ('a: "C:\\users\\anna"\n', "1:7", r"in double quotes \ begins an escape, and \u is none"),
        ('a: "\\d"\n', "1:5", r"\d is none that holds here. Put the text in single quotes"),
        ('a: "\\ud83d\\ude00 x"\n', "1:5", "Write the character itself: 😀"),
        ('a: "x \\udc00"\n', "1:7", r"\udc00 is no character of its own"),
        ('a: "x \\U00110000"\n', "1:7", r"there is no character \U00110000"),
        # a text that begins with a sign of YAML
        *((f"a: {text}\nb: 1\n", "1:4", f"a text that begins with {text[0]} needs quotes")
          for text in ("*** x", "*x* y", "& x", "%x", "@x", "`x`", "- x", "? x", ": x", "> 5 men", "| x")),
        # comments that cut off a text
        ("a: He goes #2\n  and back\nb: 1\n", "1:12", "the # begins a comment"),
        ("a: [one #2, two]\nb: 1\n", "1:9", "the # begins a comment"),
        ("a: {b: one # two}\nb: 1\n", "1:12", "the # begins a comment"),
        ("b: 1\nRoom #2: x\nc: 1\n", "2:6", "the # begins a comment"),
        # colons, brackets, indentation
        ("b: 1\na：x\nc: 1\n", "2:2", "the colon ： is no colon for YAML"),
        ("b: 2\na:1\nc: 1\n", "2:2", "needs a space behind it"),
        ("a:1\nb: 2\n", "1:2", "needs a space behind it"),
        ("b: 1\nand on\nc: 1\n", "2:1", "a line without a colon"),
        ("a: [b, c\nd: 1\ne: 2\n", "1:4", "the [ that opens here is not closed"),
        ("a:\n - {x: 1, y: 2\n - {x: 1}\ne: 2\n", "2:4", "the { that opens here is not closed"),
        ("a: 1\n  b: 2\n", "2:3", "this line is indented below one that has its value already"),
        ("a:\n  b: 1\n\tc: 2\n", "3:1", "a tab stands where the line is indented"),
        ("a:\n\tb: 1\n", "2:1", "Indent with spaces, not tabs"),
    ],
)  # fmt: skip
def test_the_sign_is_named_at_its_own_place(text: str, place: str, says: str) -> None:
    (only,) = told(text)
    assert only.startswith(f"syntax {place} Not YAML: ")
    assert says in only


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: *Anna left\nb: 1\n", "1:4", "*Anna is a YAML alias. Write the text out, or put it in quotes"),
        ("a: &Anna left\nb: 1\n", "1:4", "&Anna is a YAML anchor"),
        ("a: 1\n---\nb: 2\n", "2:1", "A second document begins here. One file holds one document: delete the --- line"),
        ("a: 1\n...\nb: 2\n", "3:1", "delete the ... line"),
        ("a: 1\n--- # more\nb: [\n", "2:1", "A second document begins here"),
    ],
)
def test_a_sign_of_another_kind_is_told_alone(text: str, place: str, says: str) -> None:
    (only,) = told(text)
    assert only.startswith(f"yaml-feature {place} ")
    assert says in only


def test_the_marks_of_a_conflict_are_shown_together() -> None:
    (found,) = LocatedData("a", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\nc: 1\n").findings
    assert [(note.span.line, note.says) for note in found.notes] == [(4, "the other version"), (6, "the end of it")]


def test_a_space_of_print_within_a_text_is_never_the_cause() -> None:
    (only,) = told(f"a: x{NO_BREAK}y\nb: |\n  {NO_BREAK}z\nc: [1\n")
    assert "the [ that opens here is not closed" in only


@pytest.mark.parametrize("sign", [NO_BREAK, BYTE_ORDER, WIDE_SPACE, ZERO_WIDTH])
def test_a_field_whose_name_holds_a_sign_that_nobody_sees_is_told_so(sign: str) -> None:
    (found,) = faults({**STORY, f"{sign}teaser": "x"}, Story)
    assert (found.code, found.path) == ("unknown-field", (f"{sign}teaser",))
    assert f"U+{ord(sign):04X}" in found.says


def test_many_such_names_are_one_finding() -> None:
    """As in a page that was copied from the web, with all its indentation."""
    (found,) = faults({**STORY, **{f"{NO_BREAK * 2}{name}": "x" for name in ("teaser", "text", "next")}}, Story)
    assert found.says.endswith("so do 2 more names here.")


def test_a_value_that_a_no_break_space_joins_to_its_name_is_told_so() -> None:
    (found,) = faults({**STORY, "teaser": "x", "scenes": f"a:{NO_BREAK}b"}, Story)
    assert "Behind the colon stands U+00A0" in found.hint


def test_a_text_that_is_too_long_is_not_looked_through() -> None:
    text = "# so\n" * (MAX_DIAGNOSED_LENGTH // 5) + "a: 'It's here'\n"
    (only,) = told(text)
    assert "this line does not fit" in only
    (only,) = told(text[5_000:])
    assert "the quotation ends" in only
