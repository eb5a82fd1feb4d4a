"""What a page rests on: documents side by side, opened, cited."""

import pytest
from msgspec.structs import replace

from tests.terminal.driving import SIZES, Seat, assert_picture, drive, with_scene
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.model.story import Outcome

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")


def _where_outcomes_differ(beside: Library) -> Library:
    scene = beside.scene("anton", "the-order")
    load = replace(scene.choices["load"], outcome=Outcome(known="threatened", text="He is told to load.",
                                                          claims=("anton-told",)))  # fmt: skip
    return with_scene(beside, replace(scene, choices={**scene.choices, "load": load}))


def _without_news(seat: Seat) -> str:
    """The screen as it was before it was told that they are closed, which takes a line of the page."""
    lines = seat.lines
    at = lines.index(f"  {evidence_strings.VERSIONS_CLOSED}")
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
