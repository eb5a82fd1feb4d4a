"""The list of stories: what it announces, how it is searched."""

from pathlib import Path

from msgspec.structs import replace

from tests.invented.asked import asked
from tests.terminal.driving import Seat, drive, with_scene
from wayout.locale import reader_strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.state import Reader
from wayout.store.shelf import open_shelf


def test_it_says_beforehand_what_a_record_holds(invented: Library) -> None:
    announced = with_scene(invented, replace(invented.scene("anton", "the-order"), content=("combat",)))

    async def look(seat: Seat) -> None:
        assert "A docker is told to load a ship. In this record: fighting." in seat.text

    drive(announced, look)


def test_a_search_keeps_the_stories_with_a_name_a_place_or_an_act(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("slash", *"BORIS")
        assert "❯ Boris" in seat.text
        assert "Anton" not in seat.text
        await seat.press("enter", "enter")
        assert seat.name == "NoticeScreen"

    drive(invented, look)


def test_a_place_that_is_told_of_finds_its_story(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("slash", *"tallinn")
        assert "Anton" in seat.text
        assert "Found: Tallinn" in seat.text, "where it was found stands beside the story"
        assert "Boris" not in seat.text

    drive(invented, look)


def test_words_of_a_page_are_found_once_it_was_read_and_documents_by_their_titles(
    invented: Library, tmp_path: Path
) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("slash", *"pay is stopped")
        assert "Anton" not in seat.text, "what was not read is not told"
        await seat.press("escape")
        seat.app.read_story("anton", "the-order")
        await seat.pilot.pause()
        await seat.press("1", "enter", "enter", "q")
        assert seat.name == "LibraryScreen"
        await seat.press("slash", *"PAY is  stopped")
        assert "Anton" in seat.text
        assert "Found: His pay is stopped." in " ".join(seat.text.split())
        await seat.press("escape", "slash", *"loads the ship")
        assert "Found:" not in seat.text, "it was not chosen"
        await seat.press("escape", "slash", *title.lower())
        assert "Anton" in seat.text

    title = next(one.title for one in invented.documents.values())
    drive(invented, look, shelf=open_shelf(tmp_path / "shelf.db"))


def test_before_her_first_record_the_reader_is_told_who_she_is(library: Library) -> None:
    async def notice(seat: Seat) -> None:
        await seat.press("enter")
        assert seat.name == "NoticeScreen"
        assert reader_strings.WHO_YOU_ARE not in " ".join(seat.text.split()), "she edits nothing there"
        seat.app.to_library()
        seat.app.read_story("crossroads")
        await seat.pilot.pause()
        await seat.press("1")
        seat.app.to_library()
        seat.app.announce("vesna")
        await seat.pilot.pause()
        assert reader_strings.WHO_YOU_ARE in " ".join(seat.text.split()), "a road is no record of which she edits"
        await seat.press("1", "space", "space", "1")
        seat.app.to_library()
        seat.app.announce("vesna")
        await seat.pilot.pause()
        assert reader_strings.WHO_YOU_ARE not in " ".join(seat.text.split()), "she has a trail"

    async def without(seat: Seat) -> None:
        assert seat.name == "NoticeScreen"
        assert reader_strings.WHO_YOU_ARE not in " ".join(seat.text.split())

    drive(asked(library), notice, reader=Reader(parts=PARTS), size=(80, 40))
    drive(asked(library), without, reader=Reader(), story="vesna", size=(80, 40))


def test_a_search_that_finds_nothing_says_so_and_esc_ends_it(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        before = seat.text
        await seat.press("slash", *"zebra")
        assert "No story here has “zebra”." in seat.text
        await seat.press("enter", "enter")
        assert seat.name == "LibraryScreen"
        await seat.press("escape")
        assert seat.text == before
        await seat.press("escape")
        assert not seat.app._exit, "Esc ends a search, not the game"
        await seat.press("q")
        assert seat.app._exit

    drive(invented, look)


def test_the_search_is_reached_by_mouse_and_keeps_its_words_when_asked_for_again(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.click("search")
        await seat.press(*"bor", "enter", "slash", *"is")
        assert "boris" in seat.text
        await seat.click("Boris")
        assert seat.name == "NoticeScreen"

    drive(invented, look)


def test_back_from_a_record_what_is_pointed_at_is_in_sight_even_in_a_small_window(library: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("end", *["down"] * 5)
        pointed = next(line for line in seat.lines if "❯" in line)
        await seat.press("enter")
        assert seat.name == "NoticeScreen"
        await seat.press("q")
        assert seat.name == "LibraryScreen"
        assert pointed in seat.lines

    drive(library, look, size=(40, 20))
