"""A road on the full screen: its own sentence and quiet lines, what a key opens, and what its last page lists."""

import pytest

from tests.invented.long_road import long_road
from tests.terminal.driving import Seat, drive
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
        await seat.until("Where to?")
        await seat.press("r")
        await seat.until("The way goes home")

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
