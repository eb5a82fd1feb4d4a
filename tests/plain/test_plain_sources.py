"""What a page rests on, line by line: all of it, or one source by its number."""

import re

import pytest

from tests.plain.test_plain_trail import tell
from wayout.locale import strings
from wayout.model.library import Library


def test_a_number_tells_that_source_alone(invented: Library) -> None:
    every, second = tell(invented, "1", "sources", "sources 2")[1:]
    heads = [line for line in every.splitlines() if line[:1].isdigit()]
    assert len(heads) > 1
    assert [line for line in second.splitlines() if line[:1].isdigit()] == heads[1:2]
    assert second.split("\n\n", 1)[1].strip() in every


@pytest.mark.parametrize("number", ["9", "0", "²", "-1", "1 2", "one", "9" * 5000])
def test_a_number_that_no_source_has_is_told(invented: Library, number: str) -> None:
    told = tell(invented, f"sources {number}")[0]
    assert " ".join(told.split()).replace(" ", "") == strings.NO_SUCH_SOURCE.format(said=number).replace(" ", "")


def test_claims_of_several_men_each_begin_with_their_name(library: Library) -> None:
    told = " ".join(tell(library, "2", "sources", story="vesna")[1].split())
    for name in ("Vesna", "Wim", "Yann", "Arvid"):
        assert re.search(rf"\d\. {name}: ", told), name
    assert "Vesna: " not in " ".join(tell(library, "1", "sources", story="vesna")[1].split())
