"""The list of stories: what it announces, how it is searched."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.invented.asked import asked
from tests.terminal.driving import Seat, drive, long_library, with_scene
from wayout.faces.terminal.widgets.choices import Choices
from wayout.locale import reader_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.moves import Choose
from wayout.play.state import Reader
from wayout.play.step import begin, choose, moves
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import open_shelf
from wayout.views.catalogue import catalogue
from wayout.views.strip import moments


def test_it_says_beforehand_what_a_record_holds(invented: Library) -> None:
    announced = with_scene(invented, replace(invented.scene("anton", "the-order"), content=("combat",)))

    async def look(seat: Seat) -> None:
        assert "A docker is told to load a ship." in seat.text
        assert "In this record: combat." in seat.text

    drive(announced, look)


def test_a_search_keeps_the_stories_with_a_name_a_place_or_an_act(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("slash", *"BORIS")
        assert "❯    Boris" in seat.text
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


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_all_records_and_the_road_are_in_sight_at_once_each_with_its_line_of_time(
    library: Library, size: tuple[int, int]
) -> None:
    async def look(seat: Seat) -> None:
        for number, option in enumerate(seat.app.screen.query_one(Choices).options, 1):
            row = next(line for line in seat.lines if f" {number}  {option.label}" in line)
            assert (reader_strings.DATED in row) == any(one.is_exact for one in moments(library, option.id)), row
        assert strings.MORE_BELOW not in seat.text
        assert "   ".join(reader_strings.LINES_MEAN) in seat.text
        assert seat.text.count("the real name") == 1

    drive(library, look, size=size)


def test_seven_records_are_in_sight_in_the_smallest_window_with_something_to_go_on_with(
    library: Library, tmp_path: Path
) -> None:
    seven = long_library(library, 7)

    async def look(seat: Seat) -> None:
        assert "Go on with" in seat.text
        for number, entry in enumerate(catalogue(seven, Reader()), 1):
            assert any(f" {number}  {entry.name[:20]}" in line for line in seat.lines), seat.text
        assert strings.MORE_BELOW not in seat.text
        await seat.press("slash")
        await seat.until(strings.MORE_BELOW)

    shelf = open_shelf(tmp_path / "shelf.db")
    name = next(name for name, story in seven.stories.items() if story.person)
    play = begin(seven, name)
    while not isinstance(moves(seven, play.state)[0], Choose):
        play = choose(seven, play, moves(seven, play.state)[0])
    play = choose(seven, play, moves(seven, play.state)[0])
    shelf.save(SavedTrail(is_gentle=False, trail=play.trail, at=(play.state.story, play.state.scene)))
    drive(seven, look, size=(40, 20), shelf=shelf)


def test_the_years_stand_above_the_records_whatever_else_is_offered(invented: Library, tmp_path: Path) -> None:
    async def look(seat: Seat) -> None:
        years, first = (
            next(at for at, line in enumerate(seat.lines) if words in line) for words in ("2019", "1  Anton")
        )
        offer = next(at for at, line in enumerate(seat.lines) if "Go on with" in line)
        assert offer < years < first <= years + 2, seat.text
        assert seat.text.count("2019") == 1

    shelf = open_shelf(tmp_path / "shelf.db")
    play = choose(invented, begin(invented, "anton"), Choose("refuse"))
    shelf.save(SavedTrail(is_gentle=False, trail=play.trail, at=("anton", "the-order")))
    for size in ((80, 24), (120, 40)):
        drive(invented, look, size=size, shelf=shelf)


def test_back_from_a_record_that_was_read_to_its_end_its_row_says_so(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2", "1")
        while seat.app.screen.page.kind != "ending":  # type: ignore[attr-defined]
            await seat.press("1")
            await seat.pilot.pause()
        await seat.press("q")
        (row,) = (line for line in seat.lines if "2  Boris" in line)
        assert row.startswith("  ❯ 2"), "it is pointed at"
        assert row.endswith("✓")

    drive(invented, look)


def test_in_a_narrow_window_there_are_names_and_minutes(library: Library) -> None:
    async def look(seat: Seat) -> None:
        options = seat.app.screen.query_one(Choices).options
        rows = [next(line for line in seat.lines if option.label in line) for option in options]
        assert all(row.endswith(" min") for row in rows)
        assert reader_strings.DATED not in seat.text
        assert reader_strings.WITHIN not in seat.text

    drive(library, look, size=(40, 20))


def test_what_is_to_be_known_stands_below_of_the_record_pointed_at_by_key_or_by_mouse(library: Library) -> None:
    async def look(seat: Seat) -> None:
        told = {one.id: one for one in seat.app.entries()}
        options = seat.app.screen.query_one(Choices).options
        for option in options:
            entry = told[option.id]
            for said in (entry.teaser, entry.identity_line, entry.content_line):
                assert said in " ".join(seat.text.split())
            others = (one for one in told.values() if one.id != option.id)
            assert not any(one.teaser in " ".join(seat.text.split()) for one in others)
            await seat.press("down")
        row = next(at for at, line in enumerate(seat.lines) if f" 2  {options[1].label}" in line)
        await seat.pilot.hover(offset=(20, row))
        await seat.until(f"❯ 2  {options[1].label}")
        assert told[options[1].id].teaser in " ".join(seat.text.split())
        assert seat.name == "LibraryScreen", "only a click opens it"
        await seat.click(options[1].label)
        assert seat.name == "NoticeScreen"

    drive(library, look)


def test_a_sign_and_a_word_tell_which_records_were_read(library: Library, tmp_path: Path) -> None:
    async def look(seat: Seat) -> None:
        assert (rows(seat, "✓"), rows(seat, "◐")) == (["Nils"], ["Vesna"])
        assert "✓ read to an end   ◐ begun" in seat.text
        assert reader_strings.STRIP_HEAD in seat.text
        await seat.press("down", "down")
        assert "❯ 3  Nils" in seat.text
        assert "Read to an end." in seat.text

    def rows(seat: Seat, sign: str) -> list[str]:
        return [line.split()[1] for line in seat.lines if line.endswith(sign) and line.split()[0].isdecimal()]

    shelf = open_shelf(tmp_path / "shelf.db")
    for name, is_ended in (("nils", True), ("vesna", False)):
        play = begin(library, name)
        play = choose(library, play, moves(library, play.state)[0])
        at = (play.state.story, play.state.scene)
        ends = frozenset((name,)) if is_ended else frozenset()
        shelf.save(SavedTrail(is_gentle=False, trail=play.trail, at=at, is_ended=is_ended, ends=ends))
    drive(library, look, shelf=shelf)


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_library_of_twenty_scrolls_and_what_is_pointed_at_stays_in_sight(
    library: Library, size: tuple[int, int]
) -> None:
    async def look(seat: Seat) -> None:
        choices = seat.app.screen.query_one(Choices)
        assert (strings.MORE_BELOW in seat.text) == (size[1] < 40)
        for _ in choices.options[1:]:
            await seat.press("down")
            await seat.until("❯")
        assert choices.pointed == len(choices.options) - 1
        assert "last of all." in " ".join(seat.text.split()), "what is told of it is in sight too"
        await seat.resize(80, 24)
        await seat.until("❯")

    long = long_library(library, 20)
    last = list(catalogue(long, Reader()))[-1].id
    teaser = "This is the teaser that stands last of all."
    drive(replace(long, stories={**long.stories, last: replace(long.stories[last], teaser=teaser)}), look, size=size)
