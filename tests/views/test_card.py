"""The card of an account: one screen at any length, in every record gentle, and never more than the trail has read."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.play.test_prompts import GAP, HOME, TO_HOME, asked_of
from tests.views.test_debrief import HOSTILE
from wayout.faces.print.debrief import as_html, as_markdown, card_text
from wayout.locale import reader_strings
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.prompts import PARTS
from wayout.model.text import TwoWordings
from wayout.play.moves import GO_ON, Choose, Reply
from wayout.play.state import Reader
from wayout.play.step import begin, choose, moves
from wayout.render.card import CARD_HEIGHT, CARD_WIDTH, PICTURE_HEIGHT, as_svg, as_text
from wayout.views.account import account
from wayout.views.card import ASKED, KEPT, MAX_CARD_LINES, OTHER, OWN, AccountCard, CardLine, card
from wayout.views.debrief import debrief

SVG = "{http://www.w3.org/2000/svg}"


def made(library: Library, *moves_made: object) -> AccountCard:
    found = card(library, asked_of(library, *moves_made).trail)  # type: ignore[arg-type]
    assert found is not None
    return found


def texts(svg: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(svg).findall(f"{SVG}text")


def test_a_card_has_the_man_his_way_a_headline_lines_whose_word_and_what_was_never_told(asked: Library) -> None:
    text = as_text(made(asked, *TO_HOME))
    assert text.startswith("  Anton, as this reader prints it\n  The docker\n\n  The way, as far as it is told: ")
    assert "A quay → Tallinn" in text
    assert "· Anton, a docker, told a paper of an order on a quay." in text
    assert "Not told: What he does now." in text
    assert re.search(
        r"\d of 8 lines rest in whole or in part on one person’s word \(Anton: \d\)\.", " ".join(text.split())
    )
    assert "Wayout, from The Harbour Gazette, Digest Daily." in " ".join(text.split())


def test_the_way_goes_as_far_as_was_read_and_no_further(asked: Library) -> None:
    assert "Tallinn" not in made(asked).way
    assert "A quay" in made(asked).way


def test_what_the_reader_printed_is_in_brackets_or_underlined(asked: Library) -> None:
    found = made(asked, Reply(GAP, "orders"))
    assert "[orders him to load it]" in as_text(found)
    owned = [one.text for text in texts(as_svg(found)) for one in text if one.get("class") == "own"]
    assert " ".join(filter(None, owned)) == "orders him to load it"
    assert reader_strings.CARD_MARKED in " ".join(as_text(found).split())


def test_words_that_were_printed_are_marked_on_paper_too(asked: Library) -> None:
    play = asked_of(asked, Reply(GAP, "orders"))
    found = debrief(asked, play.trail, Reader())
    assert "<u>orders him to load it</u>." in as_html(found)
    assert "the foreman _orders him to load it_." in as_markdown(found)
    assert "[orders" not in as_html(found) + as_markdown(found)


def test_the_full_wording_is_on_no_card(asked: Library) -> None:
    text = as_text(made(asked, Reply(GAP, "asks")))
    assert "drown" not in text
    assert "Beaten" not in text
    assert "[asks him to load it]" in text


@pytest.mark.parametrize("kept", range(0, 9, 2))
def test_what_a_story_never_leaves_out_is_the_last_to_go_and_what_is_left_out_is_counted(kept: int) -> None:
    lines = tuple(
        CardLine(f"Line {at} " + "is told at length " * 6, KEPT if at < kept else OTHER, None) for at in range(12)
    )
    found = AccountCard(byline="By", headline="Head", way="", lines=lines, left_out=1, not_told="", papers=())
    for text, height in ((as_text(found), CARD_HEIGHT), (as_svg(found), PICTURE_HEIGHT)):
        there = [at for at in range(12) if re.search(rf"Line {at} ", text)]
        assert there[:kept] == list(range(len(there)))[:kept]
        assert 1 < len(there) <= MAX_CARD_LINES, height
        assert reader_strings.CARD_LEFT_OUT.format(n=13 - len(there)) in " ".join(text.split())


LONG = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from(["W" * 90, "ЩЩ ", "語" * 50, "a", HOSTILE, "\ue000[x]\ue001", "e\u0301"]), max_size=9).map(
        " ".join
    ),
)
LINES = st.lists(
    st.builds(
        lambda text, rank, printed: CardLine(text, rank, (0, len(text)) if printed else None, ("A",) * printed),
        LONG, st.integers(KEPT, OTHER), st.booleans(),
    ),
    max_size=14,
)  # fmt: skip


@given(LONG, LONG, LONG, LINES, LONG)
def test_nothing_runs_out_at_any_length(byline: str, head: str, way: str, lines: list[CardLine], silence: str) -> None:
    found = AccountCard(byline=byline, headline=head, way=way, lines=tuple(lines), left_out=0, not_told=silence,
                        papers=(way,))  # fmt: skip
    rows = as_text(found).split("\n")[:-1]
    assert len(rows) <= CARD_HEIGHT
    assert max(map(cell_len, rows), default=0) <= CARD_WIDTH
    svg = as_svg(found)
    drawn = texts(svg)
    assert len({text.get("y") for text in drawn}) <= PICTURE_HEIGHT
    (edge,) = ElementTree.fromstring(svg).findall(f"{SVG}rect")
    assert all(float(text.get("y", "")) < float(edge.get("height", "")) + 8 for text in drawn)
    for text in drawn:
        if "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW" in "".join(text.itertext()):
            assert float(text.get("textLength", "")) <= float(edge.get("width", ""))


def test_a_picture_is_dark_or_light_and_reads_itself_aloud(asked: Library) -> None:
    svg = card_text(made(asked), ".svg")
    assert "prefers-color-scheme: dark" in svg
    desc = ElementTree.fromstring(svg).find(f"{SVG}desc")
    assert desc is not None
    assert "Anton, a docker" in (desc.text or "")


def test_a_record_without_an_article_has_no_card(asked: Library, invented: Library) -> None:
    assert card(invented, begin(invented, "anton").trail) is None
    trail = asked_of(asked).trail
    assert card(asked, trail, "boris") is None
    assert card(asked, trail, "anton") is not None


def test_of_lines_that_are_not_kept_what_the_reader_asked_goes_first(asked: Library) -> None:
    found = made(asked, GO_ON, GO_ON, "refuse", GO_ON, GO_ON, Reply(HOME, "how-home"), GO_ON, GO_ON, GO_ON)
    ranks = {line.text: line.rank for line in found.lines}
    assert ranks["Anton, a docker, told a paper of an order on a quay. (corrected since)"] == KEPT
    assert KEPT < OWN < OTHER < ASKED
    assert ranks["How does he get home? Not told. He is in Tallinn."] == ASKED
    assert ranks["He refused."] == OTHER


def test_a_line_is_said_to_be_corrected_as_in_the_margin_and_only_there(asked: Library) -> None:
    play = asked_of(asked, Reply(GAP, "orders"))
    found, shown = account(asked, play, Reader(gentle=True)), card(asked, play.trail)
    assert found is not None
    assert shown is not None
    said = [line.text.endswith(f" ({reader_strings.CORRECTED})") for line in shown.lines]
    assert said == [reader_strings.CORRECTED in line.margin for line in found.lines]
    assert any(said)
    assert not all(said)
    assert "[orders him to load it]. (corrected since)" in as_text(shown)


def test_every_shipped_record_has_a_card_on_one_screen_in_the_gentle_wording() -> None:
    library = load(shipped()).library
    for name, story in library.records.items():
        if not story.account:
            continue
        play = begin(library, name, parts=PARTS)
        for _ in range(200):
            offered = moves(library, play.state)
            on = next((one for one in offered if isinstance(one, Reply) and not play.state.revealed), None) or next(
                (one for one in offered if one == GO_ON), None
            )
            taken = next((one for one in offered if isinstance(one, Choose) and story.person in
                          play.state.scene_in(library).choices[one.choice].takers), None)  # fmt: skip
            if (move := taken or on) is None:
                break
            play = choose(library, play, move)
        found = card(library, play.trail)
        assert found is not None, name
        rows = as_text(found).split("\n")[:-1]
        assert len(rows) <= CARD_HEIGHT, name
        assert max(map(cell_len, rows)) <= CARD_WIDTH, name
        said = " ".join(as_text(found).split())
        hard = [line.text for line in story.account if isinstance(line.text, TwoWordings)]
        assert not any(" ".join(text.full.split()) in said for text in hard)
        kept = [line for line in found.lines if line.rank == KEPT]
        assert 1 < len(kept) < MAX_CARD_LINES, name
