"""What a page rests on: documents side by side, opened, cited."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.invented.asked import asked
from tests.support.terminals import Screen
from tests.terminal.driving import SIZES, Seat, assert_picture, drive, with_scene
from wayout.locale import evidence_strings, reader_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.model.story import Outcome
from wayout.play.state import Reader
from wayout.store.shelf import open_shelf

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")


def _where_outcomes_differ(beside: Library) -> Library:
    scene = beside.scene("anton", "the-order")
    load = replace(scene.choices["load"], outcome=Outcome(known="threatened", text="He is told to load.",
                                                          claims=("anton-told",)))  # fmt: skip
    return with_scene(beside, replace(scene, choices={**scene.choices, "load": load}))


def _without_news(seat: Seat) -> str:
    """The screen as it was before it was told that they are closed, which takes a line of the page."""
    lines = seat.lines
    at = lines.index(f"    {evidence_strings.VERSIONS_CLOSED}")
    return "\n".join((*lines[: at - 1], "", lines[at - 1], *lines[at + 1 :]))


def test_one_key_sets_the_documents_side_by_side_in_the_card_and_takes_them_away(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2")
        before = seat.text
        assert "v the documents side by side" in before
        await seat.press("v")
        ruled = [line for line in seat.lines if "He orders him to load it, or" in line]
        assert len(ruled) == 2, "what he says, and how it is said"
        assert all("He asks him to." in row for row in ruled), "both readings stand on one row"
        assert all(row.lstrip().startswith("┃") for row in ruled), "inside the card"
        await seat.press("v")
        assert _without_news(seat) == before
        await seat.press("v", "u", "r")
        assert seat.text == before, "a page begins without them"

    drive(_where_outcomes_differ(beside), look, story="anton", scene="the-order")


def test_the_mouse_alone_sets_them_side_by_side_and_a_narrow_screen_sets_them_below_one_another(
    beside: Library,
) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2")
        await seat.click("the documents side by side")
        assert "He orders him to load it, or  " in seat.text
        await seat.resize(44, 40)
        rows = seat.lines
        first = next(index for index, row in enumerate(rows) if "He orders him to load" in row)
        assert "He asks" not in rows[first]
        assert any("He asks him to." in row for row in rows[first:])

    drive(_where_outcomes_differ(beside), look, story="anton", scene="the-order", size=(80, 40))


def test_esc_takes_the_documents_away_before_it_leaves_the_page(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2")
        before = seat.text
        await seat.press("v")
        assert seat.text != before
        await seat.press("escape")
        assert _without_news(seat) == before
        await seat.press("escape")
        assert seat.name == "LibraryScreen"

    drive(_where_outcomes_differ(beside), look, story="anton", scene="the-order")


def test_where_documents_agree_nothing_is_offered(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("1")
        before = seat.text
        assert "versions" not in before
        await seat.press("v")
        assert seat.text == before

    drive(invented, look, story="anton", scene="the-order")


def test_a_document_is_opened_at_its_address_and_its_citation_copied(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    async def look(seat: Seat) -> None:
        monkeypatch.setattr(seat.app, "open_url", opened.append)
        await seat.press("1", "s", "o")
        assert opened == [library.documents["harbour-gazette"].url]
        assert "Handed to the browser:" in seat.text
        await seat.press("tab", "y")
        assert seat.app.clipboard.startswith("“The troubles of the ferrymen”. River Post, ")
        assert str(library.documents["river-post"].url) in seat.app.clipboard
        assert "Copied: “The troubles" in seat.text

    drive(library, look, story="vesna", scene="the-order")


def test_the_mouse_alone_points_at_a_document_opens_it_and_copies_its_citation(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    async def look(seat: Seat) -> None:
        monkeypatch.setattr(seat.app, "open_url", opened.append)
        await seat.click("Refuse")
        await seat.click("s sources")
        await seat.click("The troubles of the ferrymen")
        await seat.click("open")
        assert opened == [library.documents["river-post"].url]
        await seat.click("y copy")
        assert "River Post" in seat.app.clipboard

    drive(library, look, story="vesna", scene="the-order", size=(100, 40))


def test_arrows_point_at_the_next_document_in_sight_and_a_click_on_it_opens_it(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    async def look(seat: Seat) -> None:
        monkeypatch.setattr(seat.app, "open_url", opened.append)
        await seat.press("1", "s", "down")
        assert "The troubles" in next(line for line in seat.lines if strings.POINTER in line)
        await seat.click("The troubles")
        assert opened == [library.documents["river-post"].url]
        await seat.press("up")
        assert "Not over the river" in next(line for line in seat.lines if strings.POINTER in line)
        await seat.click("The troubles")
        assert len(opened) == 1, "the first click points at it"
        for _ in range(40):
            await seat.press("down")
        assert any(strings.POINTER in line for line in seat.lines), "what is pointed at stays in sight"

    drive(library, look, story="vesna", scene="the-order")


def test_a_document_without_an_address_is_not_offered_to_be_opened(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("s")
        assert "y copy" in seat.text
        assert "o open" not in seat.text

    drive(invented, look, story="anton", scene="the-order")


@PICTURED
def test_picture_of_documents_side_by_side(beside: Library, size: tuple[int, int]) -> None:
    """Within the card's rule: on what they differ and why; below, each document's words under its name."""

    async def look(seat: Seat) -> None:
        await seat.press("2", "v")
        assert_picture(f"versions-{size[0]}x{size[1]}", seat.text)

    drive(_where_outcomes_differ(beside), look, story="anton", scene="the-order", size=size)


LAW = Outcome(known="rule", text="Whoever refuses pays a fine.", claims=("law-fine",))


def _with_folds(beside: Library) -> Library:
    """What Anton did, Boris did too; and a law says something of it."""
    refuse = beside.choice("anton", "the-order", "refuse")
    refuse = replace(refuse, outcome=(*refuse.outcomes, LAW), by=("anton", "boris"), act="go-along")
    scene = beside.scene("anton", "the-order")
    return with_scene(beside, replace(scene, choices={**scene.choices, "refuse": refuse}))


CLOSED = ("Also: Boris  h", "What the law says  y", "❯ Go on  Enter")
OPENED = "Whoever refuses pays a fine."


def test_a_person_stands_first_and_law_and_others_open_below_by_key_enter_and_mouse(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("1")
        closed = seat.text
        rows = [row.strip() for row in seat.lines if row.strip()]
        assert rows[2:5] == ["┃ He refuses.", "┃", "┃ taken · recorded · one report, one text  s"]
        assert [row for row in rows if row in CLOSED] == list(CLOSED)
        assert OPENED not in closed
        for opens in (("y",), ("up", "enter")):
            await seat.press(*opens)
            assert OPENED in seat.text
            assert "rule · a public record" in seat.text
            assert "❯ Go on  Enter" in seat.text, "Enter goes on, whatever was opened"
            await seat.press("y")
            assert seat.text == closed
        await seat.click("What the law says")
        await seat.click("Also: Boris")
        both = seat.text
        assert "┃ Boris" in both
        assert both.index("Beside Anton he loads the ship.") < both.index(OPENED)
        assert "taken by Boris · recorded" in both
        await seat.click("What the law says")
        assert OPENED not in seat.text
        await seat.press("escape")
        assert seat.text == closed, "Esc closes what is open before it leaves the page"

    drive(_with_folds(beside), look, story="anton", scene="the-order", size=(80, 40))


def test_space_goes_on_and_the_next_page_begins_closed(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("1", "y", "up")
        await seat.press("space")
        assert "His pay is stopped." in seat.text
        await seat.press("y", "h")
        assert "His pay is stopped." in seat.text, "where nothing is folded the keys do nothing"
        await seat.press("u")
        assert OPENED not in seat.text

    drive(_with_folds(beside), look, story="anton", scene="the-order", size=(80, 40))


def test_what_opens_comes_into_sight_on_a_small_screen(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("1", "h", "y")
        assert OPENED.rsplit(maxsplit=1)[-1] in seat.text
        await seat.press("y", "h")
        assert "He refuses." in seat.text

    drive(_with_folds(beside), look, story="anton", scene="the-order", size=(40, 20))


def test_the_law_opens_and_closes_in_a_real_terminal(wayout: list[str]) -> None:
    with Screen(wayout, "play", "vesna", "--from", "the-call") as screen:
        screen.until("What does he do?")
        screen.press("1")
        assert "rule · " not in screen.until("What the law says  y")
        screen.press("y")
        screen.until("rule · ")
        screen.press("y")
        screen.until("rule · ", gone=True)


def test_the_law_and_the_others_are_told_by_their_words_in_a_real_terminal(wayout: list[str]) -> None:
    with Screen(wayout, "play", "vesna", "--from", "the-call", "--plain", rows=60) as screen:
        screen.go_on_until("What does he do?")
        screen.press("leave\r")
        told = screen.until("What the law says: type law.")
        assert told.index("taken · recorded · one report, two texts") < told.index("What the law says: type law.")
        assert "rule · " not in told
        screen.press("law\r")
        screen.until("rule · ")
        screen.press("also\r")
        screen.until("there is nothing of others to open")
    with Screen(wayout, "play", "wim", "--from", "levied", "--plain", rows=60) as screen:
        screen.go_on_until("Flee to the isle")
        screen.press("flee to the isle\r")
        screen.until("Also: Vesna, Yann, Arvid, Ivo Brandt: type also.")
        screen.press("also\r")
        screen.until("taken by Vesna, Yann, Arvid, Ivo Brandt · recorded")


def test_what_documents_tell_differently_opens_where_an_answer_to_a_prompt_is_shown(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        assert "His name he does not tell." in seat.text
        await seat.press("v")
        assert evidence_strings.VERSIONS_CLOSED not in seat.text
        await seat.press("v")
        assert evidence_strings.VERSIONS_CLOSED in seat.text

    drive(asked(library), play, story="vesna", scene="the-contract", reader=Reader(parts=PARTS))


def test_who_takes_a_line_along_is_told_so(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("Take this along")
        assert "Taken along." in seat.text
        assert "Take this along" not in seat.text

    drive(asked(library), play, story="vesna", scene="the-order", reader=Reader(parts=PARTS))


def test_what_stands_beside_a_line_in_hand_is_told_in_full_once_a_shelf(library: Library, tmp_path: Path) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("Take this along")
        for is_first in (True, False):
            seat.app.to_library()
            seat.app.read_story("wim", "five-in-the-morning")
            await seat.pilot.pause()
            assert "You carry: Could he refuse?" in seat.text
            assert ("Wim is told to row." in seat.text) == is_first
            assert (reader_strings.TOUCHED_BEFORE in seat.text) != is_first
            await seat.press("end", "enter", "u")
            assert ("Wim is told to row." in seat.text) == is_first, "on the way back it is as it was"

    shelf = open_shelf(tmp_path / "shelf.db")
    drive(
        asked(library), play, story="vesna", scene="the-order", reader=Reader(parts=PARTS), shelf=shelf, size=(80, 50)
    )
