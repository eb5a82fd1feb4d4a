"""What the templates of the one-file edition hold is what they were made of, and nothing is told twice."""

import json
import re
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.one_file import unpacked
from wayout.faces.web.template_tree import PART_END, either, packed
from wayout.render.html import MOST_PARTS, Html, part, tag

Nested: TypeAlias = "str | list[Nested]"

TEXTS = ("a", "b", "", "a b", "a c b", "b a", "a & b", "a &amp; b", "a < b")
nested = st.recursive(st.sampled_from(TEXTS), lambda inner: st.lists(inner, max_size=3), max_leaves=8)


def made(inside: Nested, depth: int = 0) -> Html:
    """Elements within each other are as deep as their names say, so that a pattern finds the end of each."""
    return tag(f"x{depth}", *([inside] if isinstance(inside, str) else [made(one, depth + 1) for one in inside]))


def _read(html: str, wording: str) -> str:
    """What a script leaves of a template for one wording."""
    other = {"full": "gentle", "gentle": "full"}[wording]
    without = re.sub(rf'<(\w+)[^>]* data-wording="{other}">.*?</\1>', "", html, flags=re.DOTALL)
    return re.sub("</?slot>", "", without.replace(f' data-wording="{wording}"', ""))


@given(nested, nested)
def test_two_wordings_in_one_template_are_both_read_out_of_it(full: Nested, gentle: Nested) -> None:
    both = either(made(full), made(gentle), "data-wording", ("full", "gentle"))
    assert (_read(both, "full"), _read(both, "gentle")) == (made(full), made(gentle))
    assert made(full) != made(gentle) or both == made(full)


def test_of_two_texts_what_they_have_in_common_is_written_once() -> None:
    both = either(
        tag("p", "He is sent to the front."), tag("p", "He is sent home."), "data-wording", ("full", "gentle")
    )
    assert both == (
        '<p>He is sent <slot data-wording="full">to the front.</slot><slot data-wording="gentle">home.</slot></p>'
    )


@given(st.lists(nested, max_size=6), st.integers(1, 40))
def test_what_is_packed_is_unpacked_as_it_was(parts: list[Nested], length: int) -> None:
    templates = [tag("template", tag("div", made(one), tag("p", "x" * length)), id=str(at))
                 for at, one in enumerate(parts)]  # fmt: skip
    data = json.dumps([[one, {"id": at, "texts": [one, "a"]}] for at, one in enumerate(parts)])
    text = packed(templates, data)
    assert unpacked(text) == [*templates, data]
    assert len(text) <= len("".join(templates)) + len(PART_END) * len(templates) + len(data)


def test_what_stands_in_many_templates_is_written_once() -> None:
    """Elements, texts, and the tags between them."""
    sentence = "It is told in one place, and in one place alone."
    heading = tag("h2", "A heading that is long enough to be worth a number", id="title")
    text = packed([tag("template", tag("div", heading, tag("p", sentence), tag("b", name)), id=name) for name in "abc"])
    assert {text.count(word) for word in ("told", "alone", "heading", "<h2")} == {1}
    assert text.endswith("\n".join((*(f'<={name}"><0{name}<1' for name in "abc"), "null")))


def test_a_number_in_a_text_is_a_text() -> None:
    said = tag("p", "It costs <7 & <0 times <A0 <=a", title="<3")
    templates = [tag("template", said, id=name) for name in "abc"]
    assert unpacked(packed(templates)) == [*templates, "null"]


def test_a_line_that_ends_in_a_text_ends_no_template() -> None:
    text = packed([tag("template", tag("p", "One line\nand another"), id="a")])
    assert unpacked(text) == ['<template id="a"><p>One line&#10;and another</p></template>', "null"]


def test_every_number_of_a_part_is_written_otherwise_and_a_lower_one_no_longer() -> None:
    written = [part(number) for number in range(MOST_PARTS)]
    assert len({*written}) == MOST_PARTS
    assert [len(one) for one in written] == sorted(len(one) for one in written)
    assert not [one for one in written if re.match("<[a-z/!?=]|.*[<>\n ]", one[1:]) or re.match("<[a-z/!?=]", one)]
    with pytest.raises(ValueError, match=str(MOST_PARTS)):
        part(MOST_PARTS)
