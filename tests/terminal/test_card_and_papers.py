"""Full-screen: the card is written from the debrief; at an end the record begins anew by one paper; answers abreast."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.terminal.driving import Seat, drive
from tests.views.test_papers import named_in_both
from wayout.locale import reader_strings
from wayout.model.library import NOTEBOOK, SIDE, Library
from wayout.model.prompts import PARTS
from wayout.play.state import Reader
from wayout.store.shelf import open_shelf

OWN = Reader(parts=PARTS)


async def to_the_end(seat: Seat) -> None:
    """From the first page of a docker's record to its last, whatever the pages ask."""
    for _ in range(40):
        if seat.app.reading is not None and seat.app.reading.page.close is not None:
            return
        await seat.press("1")
    raise AssertionError(seat.text)


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_the_card_is_written_from_the_debrief(
    asked: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)

    async def play(seat: Seat) -> None:
        await to_the_end(seat)
        await seat.press("b")
        assert list(tmp_path.iterdir()) == []
        await seat.press("c")
        assert "Written to wayout-anton-card.svg" in " ".join(seat.text.split())

    drive(asked, play, story="anton", scene="the-order", reader=OWN, size=size)
    assert (tmp_path / "wayout-anton-card.svg").read_text(encoding="utf-8").startswith("<svg")


def test_the_article_on_a_record_opens_again_from_the_library(asked: Library, tmp_path: Path) -> None:
    async def play(seat: Seat) -> None:
        seat.app.announce("anton")
        await seat.pilot.pause()
        assert reader_strings.ARTICLE_KEPT not in seat.text
        await seat.press("b")
        assert seat.name == "NoticeScreen"
        seat.app.to_library()
        seat.app.read_story("anton", "the-order")
        await seat.pilot.pause()
        await to_the_end(seat)
        seat.app.to_library()
        seat.app.announce("anton")
        await seat.pilot.pause()
        assert f"{reader_strings.ARTICLE_KEPT}  b" in seat.text
        await seat.press("b")
        assert seat.name == "DebriefScreen"
        assert "Your article: " in seat.text
        await seat.press("escape", "end")
        await seat.click(reader_strings.ARTICLE_KEPT)
        assert seat.name == "DebriefScreen"

    drive(asked, play, reader=OWN, shelf=open_shelf(tmp_path / "shelf.db"), size=(80, 40))


def test_a_record_without_an_article_offers_no_card(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    async def play(seat: Seat) -> None:
        await to_the_end(seat)
        await seat.press("b", "c")
        assert "c card" not in seat.text

    drive(invented, play, story="anton", scene="the-order")
    assert list(tmp_path.iterdir()) == []


def test_at_an_end_the_record_begins_anew_by_one_paper_and_by_all_again(asked: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "one paper" not in seat.text
        await seat.press("z")
        assert seat.name == "ReadingScreen"
        await to_the_end(seat)
        assert "one paper" in seat.text
        await seat.press("z")
        assert seat.name == "PaperScreen"
        assert reader_strings.PAPERS_HEAD in seat.text
        await seat.press("2")
        assert "Anton · By Digest Daily only" in seat.text
        assert "asks him to load it, or drown" in seat.text
        assert reader_strings.BLANK not in seat.text
        await to_the_end(seat)
        await seat.press("E")
        assert reader_strings.AFTER_PAPER in seat.text
        await seat.press("z", "2")
        assert "By " not in seat.lines[0]
        assert seat.app.reading is not None
        assert seat.app.reading.play.state.paper == ""

    drive(named_in_both(asked), play, story="anton", scene="the-order", reader=OWN, size=(120, 40))


def test_whom_the_paper_does_not_name_has_one_page_from_which_another_paper_is_taken(asked: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "Digest Daily does not know of Anton" in seat.text
        await seat.press("z", "1")
        assert "By The Harbour Gazette only" in seat.text
        assert seat.app.reading is not None
        seat.app.announce("anton")
        await seat.pilot.pause()
        await seat.press("1")
        await seat.pilot.pause()
        assert seat.app.reading.play.state.paper == "", "another record is read by all of its papers"

    drive(asked, play, story="anton", scene="the-order", reader=replace(OWN, paper="digest"))


def test_the_answers_stand_side_by_side_over_any_page(asked: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("X")
        assert seat.name == SIDE
        assert "Who has to load a ship?" in seat.text
        await seat.press("escape")
        assert seat.name == "ReadingScreen"

    drive(asked, play, story="anton", scene="the-order", reader=OWN)


def test_the_notebook_opens_over_any_page_and_leads_to_the_page_where_something_was_done(asked: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("N")
        assert seat.name == NOTEBOOK
        assert reader_strings.NOTEBOOK_NONE in seat.text
        await seat.press("escape")
        await to_the_end(seat)
        await seat.press("N")
        assert reader_strings.NOTEBOOK_PRINTED in seat.text
        assert reader_strings.NOTEBOOK_ASKED in seat.text
        await seat.press("end")
        assert reader_strings.NOTEBOOK_PLACES in seat.text
        await seat.press("1")
        assert seat.name == "NoticeScreen"

    drive(asked, play, story="anton", scene="the-order", reader=OWN, size=(120, 40))
