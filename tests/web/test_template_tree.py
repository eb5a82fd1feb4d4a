"""What the templates of the one-file edition hold is what they were made of, and nothing is told twice."""

import re
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from wayout.faces.web.template_tree import PART_END, either, packed
from wayout.render.html import Html, tag

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


def _unpacked(text: str) -> list[str]:
    """The templates, with each part in the place of its number, as a script puts it there."""
    parts = text.split(PART_END)

    def whole(part: str) -> str:
        return re.sub("<([0-9]+)>", lambda found: whole(parts[int(found[1])]), part)

    return [whole(part) for part in parts if part.startswith("<template")]


@given(st.lists(nested, max_size=6), st.integers(1, 40))
def test_what_is_packed_is_unpacked_as_it_was(parts: list[Nested], length: int) -> None:
    templates = [tag("template", tag("div", made(one), tag("p", "x" * length)), id=str(at))
                 for at, one in enumerate(parts)]  # fmt: skip
    text = packed(templates)
    assert _unpacked(text) == templates
    assert len(text) <= len("".join(templates)) + len(PART_END) * len(templates)


def test_what_stands_in_many_templates_is_written_once() -> None:
    """Elements, texts, and the tags between them."""
    sentence = "It is told in one place, and in one place alone."
    heading = tag("h2", "A heading that is long enough to be worth a number", id="title")
    text = packed([tag("template", tag("div", heading, tag("p", sentence), tag("b", name)), id=name) for name in "abc"])
    assert (text.count(sentence), text.count("<h2")) == (1, 1)
    assert text.endswith("".join(f'<template id="{name}"><0><p><1><b>{name}<2><>\n' for name in "abc"))


def test_a_number_in_a_text_is_a_text() -> None:
    said = tag("p", "It costs <7> & <0> times <>", title="<3>")
    templates = [tag("template", said, id=name) for name in "abc"]
    assert _unpacked(packed(templates)) == templates
