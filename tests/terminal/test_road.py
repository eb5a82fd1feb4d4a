"""A road on the full screen: its own sentence and quiet lines, what a key opens, and what its last page lists."""

import pytest

from tests.invented.long_road import long_road
from tests.terminal.driving import Seat, drive
from wayout.faces.terminal.widgets.choices import Choices
from wayout.model.library import Library


@pytest.fixture(scope="module")
def library(invented: Library) -> Library:
    return long_road(invented)


async def begin(seat: Seat) -> None:
    """Past the notice, to the first question."""
    await seat.press("1")
    await seat.until("Which does the road follow")


def test_a_step_stands_above_its_quiet_lines_and_a_key_opens_what_a_record_has(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await begin(seat)
        await seat.press("1")
        await seat.until("The work is paid.")
        text = seat.text
        assert text.index("The work is paid.") < text.index("recorded of Boris, 2019: Go along")
        assert "He loads for pay." not in text
        await seat.press("h")
        await seat.until("He loads for pay.")

    drive(library, play, story="long", size=(100, 50))


def test_the_last_page_lists_what_was_shut_and_whose_steps_they_were(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await begin(seat)
        for words, key in (
            ("Which does the road follow", "1"), ("The work is paid", "1"), ("What is answered", "1"),
            ("The order is refused", "1"), ("Where to?", "1"), ("The way goes home", "1"),
        ):  # fmt: skip
            await seat.until(words)
            await seat.press(key)
        await seat.until("Shut on this road")
        await seat.press("E")
        await seat.until("Steps that none of the three took: 1")
        assert "Shut on this road" in seat.text
        assert "North: not open: Who is not paid has no passage." in seat.text
        assert "No one person is on record with all of them." in seat.text
        assert "Read Anton" in seat.text
        await seat.press("2")
        await seat.until("What is answered?")
        await seat.press("r")
        await seat.until("The order is refused")

    drive(library, play, story="long", size=(100, 60))


def test_where_the_first_stretch_ends_a_number_walks_on_and_another_leads_to_the_library(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await begin(seat)
        for words in ("Which does the road follow", "The work is paid", "What is answered"):
            await seat.until(words)
            await seat.press("1")
        await seat.until("Here the road’s first stretch ends.")
        assert "1  Walk on now" in seat.text
        await seat.press("3")
        await seat.until("The long quay")
        assert seat.name == "LibraryScreen"

    drive(library, play, story="long", size=(100, 50))


def test_the_way_back_to_an_end_is_quiet_on_the_pages_of_a_record_that_is_read_next(library: Library) -> None:
    """It has no number: what a page asks is its own. A click goes back, and so do the arrows and Enter."""

    async def play(seat: Seat) -> None:
        await begin(seat)
        for words, key in (
            ("Which does the road follow", "1"), ("The work is paid", "1"), ("What is answered", "2"),
            ("The ship is loaded", "1"), ("Where to?", "1"), ("A ship goes north", "1"), ("Read Boris", "1"),
        ):  # fmt: skip
            await seat.until(words)
            await seat.press(key)
        back = "Return to the end of The long quay"
        await seat.until(back)
        assert not any(one.is_numbered for one in seat.app.screen.query_one(Choices).options if one.label == back)
        (row,) = (line for line in seat.lines if back in line)
        assert row.strip().startswith(back)
        await seat.click(back)
        await seat.until("Here the record falls silent")

    drive(library, play, story="long", size=(100, 60))
