"""What stands beside the stories: terms found in texts, pages, the ledger, and how the plain face tells them."""

import os
import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.support.playing import moves_of, played
from tests.support.walking import different_states
from wayout.faces.plain.commands import COMMANDS, ReferenceCommands
from wayout.locale import strings
from wayout.model.edition import OLD_FOREWORD
from wayout.model.file_access import shipped
from wayout.model.glossary_matcher import find_terms, normal
from wayout.model.library import ABOUT, CARE, Library, Term
from wayout.model.load import load
from wayout.model.text import TwoWordings, wordings
from wayout.play.state import Reader
from wayout.play.step import begin, choose
from wayout.store.shelf import open_shelf
from wayout.views.page import page
from wayout.views.reference_pages import aside, glossary, outlets, terms_on
from wayout.views.source_comparison import single_source_claims, source_differences

FULL, GENTLE = Reader(), Reader(gentle=True)


def terms(**forms: tuple[str, ...]) -> dict[str, Term]:
    return {name: Term(term=name, forms=each, says="x") for name, each in forms.items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Desertion, he says.", ["Desertion"]),
        ("He deserts; deserters do.", ["deserters"]),
        ("DESERTION dw DW’s DWs", ["DW"]),
        ("predesertion desertion-like", ["desertion"]),
        ("the law on   absence\nwithout leave", ["absence\nwithout leave"]),
        ("absence without", []),
        ("a temporary travel document, a travel document", ["temporary travel document", "travel document"]),
        ("C++ is no C", ["C++"]),
        ("", []),
    ],
)
def test_a_term_is_named_by_whole_words_the_longest_form_first(text: str, found: list[str]) -> None:
    known = terms(desertion=("desertion", "deserters"), dw=("DW",), law=("absence without leave",),
                  paper=("temporary travel document",), other=("travel document",), c=("C++", " "))  # fmt: skip
    assert [text[naming.start : naming.end] for naming in find_terms(text, known)] == found


@given(st.text(), st.lists(st.text(max_size=6), max_size=5))
def test_no_text_and_no_form_break_the_search(text: str, forms: list[str]) -> None:
    for naming in find_terms(text, terms(one=tuple(forms))):
        assert normal(text[naming.start : naming.end]) in {normal(form) for form in forms}


def test_the_terms_of_a_page_come_in_the_order_of_its_words(beside: Library) -> None:
    first = page(beside, begin(beside, "anton").state, FULL)
    assert [term.id for term in terms_on(beside, first, FULL)] == ["foreman"]
    assert [term.id for term in glossary(beside, FULL)] == ["foreman", "quay", "north"]
    assert terms_on(beside, first, GENTLE)[0].says == "He who gives orders on a quay."


def test_a_page_beside_has_the_readers_wording_and_its_claims(beside: Library) -> None:
    full, gentle = aside(beside, OLD_FOREWORD, FULL), aside(beside, OLD_FOREWORD, GENTLE)
    assert "bones" in full.blocks[1].text
    assert "bones" not in "".join(block.text for block in gentle.blocks)
    assert full.claims == ("law-fine", "anton-threat")
    assert outlets(beside, full.claims, FULL) == "Invented Republic; The Harbour Gazette"


def test_differences_of_substance_come_first(beside: Library) -> None:
    found = source_differences(beside, GENTLE)
    assert [(parting.weight, parting.name) for parting in found] == [("On substance", "Anton"), ("On wording", "Anton")]
    (point,) = found[0].points
    assert [reading.says for reading in point.readings] == ["He orders him to load it.", "He asks him to."]
    assert point.readings[0].cites[0].outlet == "The Harbour Gazette"


def test_what_rests_on_one_account_is_grouped_by_person_with_the_account(invented: Library) -> None:
    found = single_source_claims(invented, FULL)
    assert [alone.name for alone in found] == ["Anton", "Boris"]
    assert found[1].account == "The man who stayed on the quay · The Harbour Gazette · a translation"
    assert found[1].claims == ("Boris, beside Anton, loads the ship.", "Afterwards Boris goes north.")


def test_every_difference_and_every_lone_claim_of_the_shipped_ledger_is_there() -> None:
    library = load(shipped()).library
    points = [point for parting in source_differences(library, FULL) for point in parting.points]
    assert len(points) == sum(len(claim.differs) for claim in library.claims.values())
    assert strings.LEDGER_OTHERS not in {alone.name for alone in single_source_claims(library, FULL)}


def hard(library: Library) -> Library:
    claim = replace(library.claims["anton-refused"], content=("self-injury",), says=TwoWordings(full="X.", gentle="Y."))
    return replace(library, claims={**library.claims, "anton-refused": claim})


def test_care_is_pointed_to_where_self_injury_is_told_and_only_there(beside: Library, invented: Library) -> None:
    library = hard(beside)
    play = begin(library, "anton")
    cares = [page(library, play.state, FULL).care]
    for move in moves_of(("refuse", "go on", "go on")):
        play = choose(library, play, move)
        cares.append(page(library, play.state, FULL).care)
    assert cares == [False, True, True, False]
    assert not page(hard(invented), played(invented, "anton", "refuse").state, FULL).care
    asking = played(library, "anton", "refuse", asks=True)
    assert not page(library, asking.state, FULL).care, "what is not revealed yet points nowhere"


def run(wayout: list[str], *args: str, said: str = "", **env: str) -> str:
    found = subprocess.run([*wayout, *args], input=said, capture_output=True, text=True, timeout=60, check=False,
                           env={**os.environ, **env}, encoding="utf-8")  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


def test_the_war_is_told_before_the_first_decision(wayout: list[str]) -> None:
    out = run(wayout, said="ivo\nq\n")
    assert (
        out.index("> ivo") < out.index("The stonecutter") < out.index("The war · 1") < out.index("What does he choose?")
    )
    assert [out.count(f"The war · {n} of 3\n") for n in (1, 2, 3)] == [1, 1, 0]
    assert out.index("1,058") < out.index("Type war to read them.") < out.index("What does he choose?")
    assert "From: " in out


def test_the_words_for_what_stands_beside(wayout: list[str]) -> None:
    out = run(wayout, "play", "ivo", "--plain", said="war\ns\nd ivo\nalone ivo\nc\nab\ng levy\ng nothing\ng\nq\n")
    told = re.split(r"^> .*\n", out, flags=re.MULTILINE)[1:]
    for part, says in zip(
        told,
        (
            "The war",
            "Sources",
            strings.DIFFER,
            strings.ALONE,
            "If this troubles you",
            "About these",
            "– levy: ",
            "There is no term “nothing”",
            "Glossary",
        ),
        strict=False,
    ):
        assert part.lstrip().startswith(says)
    assert "League of Harbours" in told[1], "after a page beside, the sources are its own"
    assert "Vesna" not in told[2] + told[3]


def test_the_library_knows_those_words_too(wayout: list[str]) -> None:
    out = run(wayout, said="about\ndiffer\nq\n")
    assert "About these" in out
    assert strings.DIFFER in out


def test_a_page_that_tells_of_self_injury_points_to_care(wayout: list[str]) -> None:
    out = run(wayout, "play", "yann", "--plain", "--content", "gentle", said="1\n" * 8)
    assert strings.CARE_TYPE in out


def test_all_lines_beside_fit_40_columns(wayout: list[str]) -> None:
    out = run(wayout, "play", "ivo", "--plain", said="war\ng\nd\nal\nc\nab\nh\nq\n", COLUMNS="40")
    assert max(len(line) for line in out.splitlines()) <= 40


def test_the_gentle_wording_reaches_all_that_stands_beside(beside: Library) -> None:
    """No full wording is told to a gentle reader where there is a gentle one."""
    told: list[str] = []
    teller = ReferenceCommands(beside, GENTLE, lambda text, _style, _indent: told.append(text), open_shelf(keeps=False))
    for word in (*COMMANDS, "glossary foreman"):
        assert teller.obey(word, [page(beside, begin(beside, "anton").state, GENTLE)])
    everything = "\n".join(told)
    assert "orders on a quay" in everything
    for hidden in ("hard orders", "bones", "drown"):
        assert hidden not in everything


def test_the_gentle_wording_reaches_all_that_the_shipped_library_has_beside() -> None:
    library = load(shipped()).library
    told: list[str] = []
    teller = ReferenceCommands(
        library, GENTLE, lambda text, _style, _indent: told.append(text), open_shelf(keeps=False)
    )
    for word in COMMANDS:
        assert teller.obey(word)
    everything = "\n".join(told)
    worded = [term.says for term in library.terms.values()] + [claim.says for claim in library.claims.values()]
    worded += [passage.text for name in (OLD_FOREWORD, CARE, ABOUT) for passage in library.asides[name].text]
    full = [text.full.strip() for text in worded if isinstance(text, TwoWordings)]
    assert len(full) > 5
    assert not [text for text in full if text in everything]


def test_every_term_shipped_is_named_where_its_story_is_read() -> None:
    library = load(shipped()).library
    named: set[str] = set()
    for name in library.stories:
        for state in different_states(library, name):
            named |= {term.id for term in terms_on(library, page(library, state, FULL), FULL)}
    assert set(library.terms) - named == set()
    assert all(wordings(term.says) for term in library.terms.values())


@given(st.lists(st.text("aAſßİıǆǅσςΣ \t́+.", min_size=1, max_size=3), min_size=1, max_size=4), st.data())
def test_every_form_is_found_where_it_stands_alone(forms: list[str], data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(forms))
    found = list(find_terms(f", {form} ,", terms(one=tuple(forms))))
    assert bool(form.strip()) <= bool(found)
    for naming in found:
        assert naming.term == "one"
