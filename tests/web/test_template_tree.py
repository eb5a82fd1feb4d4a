"""What the templates of the one-file edition hold is what they were made of, and nothing is told twice."""

import re
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wayout.faces.web.template_tree import either, with_shared
from wayout.render.html import Html, comment, tag

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


def _whole(html: str, shared: list[str]) -> str:
    """With the shared parts in the places of their numbers, as a script puts them there."""
    return re.sub("<!--([0-9]+)-->", lambda found: _whole(shared[int(found[1])], shared), html)


@given(st.lists(nested, max_size=6), st.integers(1, 40))
def test_what_is_shared_is_put_back_where_it_was(parts: list[Nested], length: int) -> None:
    templates = [tag("template", tag("div", made(one), tag("p", "x" * length))) for one in parts]
    shared, *written = with_shared(templates)
    inside = shared.removeprefix('<template id="part-shared">').removesuffix("</template>")
    assert [_whole(one, inside.split("<!---->")[:-1]) for one in written] == templates
    assert len("".join(written)) + len(inside) <= len("".join(templates))


def test_what_stands_in_many_templates_is_written_once() -> None:
    sentence = "It is told in one place, and in one place alone."
    shared, *written = with_shared([tag("template", tag("div", tag("p", sentence), tag("b", name))) for name in "abc"])
    assert "".join((shared, *written)).count(sentence) == 1
    assert written[0] == "<template><div><!--0--><b>a</b></div></template>"


def test_a_heading_stays_where_it_is() -> None:
    """Levels follow one another in the file, as a checker of HTML and whoever reads its source expect."""
    heading = tag("h2", "A heading that is long enough to be worth a number", id="title")
    shared, *written = with_shared([tag("template", tag("div", tag("div", heading), name)) for name in "abc"])
    assert "<h2" not in shared
    assert all(one.count("<h2") == 1 for one in written)


@pytest.mark.parametrize("text", ["--><script>", "a", "1-", " "])
def test_a_comment_is_a_number_or_empty(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(text)):
        comment(text)
