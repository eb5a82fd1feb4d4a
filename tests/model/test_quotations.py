"""A quotation is one in the marks of every script, and a mark that lacks the other one is found where it stands."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.test_check_evidence import ANTON, found, read
from wayout.model.checks import check
from wayout.model.text import quotations, without_quotations

PAIRS = ("“”", "”“", "””", "„“", "„”", "«»", "»«", "‹›", "›‹", "「」", "『』", '""', "＂＂", "〝〞", "‘’", "‚‘", "''")
SAID = "“load it or leave”, Anton recalls."


@pytest.mark.parametrize("marks", PAIRS)
def test_a_quotation_in_any_marks_has_to_be_carried_and_short(tmp_path: Path, marks: str) -> None:
    first, last = marks[0], marks[1]
    strange = [] if marks == "“”" else ["straight-quotes"] if marks == '""' else ["foreign-quotes"]

    def told(words: str, folder: str) -> list[str]:
        text = f"{first}{words}{last}, Anton recalls."
        return sorted(found(tmp_path / folder, (ANTON, SAID, text)))

    assert told("Load it, or leave", "same") == sorted([*strange, "loose-quotation"])
    assert told("load it or leave", "carried") == strange
    assert told("load it or go to the office at once", "long") == sorted([*strange, "long-quotation"])


@pytest.mark.parametrize(
    ("text", "at"),
    [("He says “load it", 9), ("He says load it” now", 16), ("«load it", 1), ("“one” and “two", 11), ("„load it", 1)],
)
def test_a_mark_without_the_other_one_is_found_with_its_place(tmp_path: Path, text: str, at: int) -> None:
    loaded = read(tmp_path, (ANTON, SAID, text))
    (finding,) = [one for one in check(loaded) if one.code == "unpaired-quotation"]
    sign = finding.says.partition(" at sign ")[2].partition(",")[0]
    before = "The foreman tells him to load the ship, or leave. "
    assert int(sign) == len(before) + at


@pytest.mark.parametrize(
    "text", ["The soldiers’ coats aren’t the officers’.", "rock 'n roll of the '90s", "It's the men's", "‘n’ and 5’"]
)
def test_apostrophes_quote_nothing(text: str) -> None:
    assert all(len(one.words) < 2 for one in quotations(text))


def test_what_stands_in_a_quotation_is_part_of_it() -> None:
    (one,) = quotations("He says “it is «his» ‘own’ word” then.")
    assert (one.words, one.marks) == ("it is «his» ‘own’ word", "“”")
    assert without_quotations("A “b” and «c» d") == "A  and  d"


@given(st.text(alphabet="ab '’‘“”„«»\"「」"))
def test_quotations_lie_in_their_order_within_the_text(text: str) -> None:
    end = 0
    for one in quotations(text):
        assert end <= one.start < one.end <= len(text)
        assert not one.is_paired or text[one.start + 1 : one.end - 1] == one.words
        end = one.end
