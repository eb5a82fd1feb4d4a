"""Who did what, and what happened when, full-screen: moved through by key and mouse, and entered from there."""

import pytest
from msgspec.structs import replace

from tests.support.wild import TRAPS, wild
from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from wayout.faces.terminal.screens.compare import CompareScreen
from wayout.faces.terminal.screens.document import DocumentScreen
from wayout.faces.terminal.widgets.comparison_grid import ComparisonCell, ComparisonGrid
from wayout.faces.terminal.widgets.key_bar import KeyBar
from wayout.locale import strings
from wayout.model.library import CARE, Library
from wayout.play.state import Reader
from wayout.views.compare import compare

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")


def pointed(seat: Seat) -> ComparisonCell:
    return seat.app.screen.query_one(ComparisonGrid).pointed


def test_arrows_move_through_the_matrix_and_the_outcome_follows(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        assert "❯ recorded" in seat.text
        assert "He refuses." in seat.text
        await seat.press("right")
        assert "No choice here names Boris for this act." in seat.text
        await seat.press("enter")
        assert seat.name == "CompareScreen", "there is nothing to enter"
        await seat.press("s")
        assert strings.SOURCES_NONE in seat.text
        await seat.press("escape", "down")
        assert "He loads it." in seat.text
        assert "Boris: not said whether the real name." in seat.text
        await seat.press("down", "right")
        assert pointed(seat) == (1, 1)
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "left", "up")
        assert pointed(seat) == (0, 0)

    drive(invented, play, size=(120, 40))


@pytest.mark.parametrize("size", [(80, 24), (40, 20)])
def test_arrows_move_through_the_list(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        assert "❯ Anton  recorded" in seat.text
        assert "He refuses." in seat.text
        for key in ("down", "right"):
            await seat.press(key)
            assert "❯ Boris  recorded" in seat.text
            assert "He loads it." in seat.text
            assert "He refuses." not in seat.text
            await seat.press("left")
        assert pointed(seat) == (0, 0)

    drive(invented, play, size=size)


def test_every_cell_of_the_shipped_library_can_be_come_to_in_a_small_window(shipped_library: Library) -> None:
    shown = compare(shipped_library, Reader())

    async def play(seat: Seat) -> None:
        await seat.press("x")
        seen = [pointed(seat)]
        for _ in range(300):
            await seat.press("down")
            if pointed(seat) != seen[-1]:
                seen.append(pointed(seat))
            if len(seen) == sum(len(row.takings) for row in shown.rows):
                break
        assert len(seen) == sum(len(row.takings) for row in shown.rows)
        await seat.press("end")
        assert "No choice here names anybody for" in seat.text

    drive(shipped_library, play, size=(40, 20))


def test_what_is_taller_than_the_screen_is_read_to_its_end_before_enter_leaves(library: Library) -> None:
    shown = compare(library, Reader())
    row = next(at for at, row in enumerate(shown.rows) if row.act == "self-injury")

    async def play(seat: Seat) -> None:
        await seat.press("x")
        seat.app.screen.query_one(ComparisonGrid).pointed = ComparisonCell(row, 5)
        await seat.pilot.pause()
        assert "❯ Yann" in seat.text
        assert "Read Yann from here" not in seat.text
        await seat.press("enter")
        assert seat.name == "CompareScreen"
        assert "Read Yann from here" in seat.text
        await seat.press("home", "pagedown", "end")
        assert "❯ Yann" not in seat.text
        await seat.press("enter")
        assert "❯ Yann" in seat.text, "what is out of sight is not entered"
        await seat.press("enter", "enter")
        assert seat.name == "ForewordScreen", "it stands before the first decision"

    drive(library, play, size=(40, 20))


def test_an_empty_cell_of_the_matrix_is_explained_above_it_and_a_list_has_none(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        legend = next(at for at, line in enumerate(seat.lines) if strings.COMPARE_LEGEND in line)
        cell = next(at for at, line in enumerate(seat.lines) if "❯ recorded" in line)
        assert legend < cell
        await seat.resize(80, 24)
        assert strings.COMPARE_LEGEND not in seat.text
        await seat.resize(120, 40)
        assert strings.COMPARE_LEGEND in seat.text

    drive(invented, play, size=(120, 40))


def test_the_legend_and_an_empty_cell_deny_nothing_that_another_page_tells(library: Library) -> None:
    """An empty cell speaks of what choices name, and no choice of any story names the person for the act."""
    shown = compare(library, Reader())
    stories = {person.story: library.stories[person.story].person for person in shown.people}
    told = {(choice.act, taker) for story in library.stories.values() for scene in story.scenes.values()
            for choice in scene.choices.values() for taker in choice.takers}  # fmt: skip
    empty = [
        (row.act, person.story, ComparisonCell(at, column))
        for at, row in enumerate(shown.rows)
        for column, person in enumerate(shown.people)
        if row.cells[column] is None
    ]
    assert not [act for act, story, _ in empty if (act, stories[story]) in told]

    async def play(seat: Seat) -> None:
        await seat.press("x")
        assert strings.COMPARE_LEGEND in " ".join(seat.text.split())
        for _, story, cell in empty:
            seat.app.screen.query_one(ComparisonGrid).pointed = cell
            await seat.pilot.pause()
            name = next(person.name for person in shown.people if person.story == story)
            assert f"No choice here names {name} for this act." in " ".join(seat.text.split())

    drive(library, play, size=(120, 40))


def test_a_window_made_smaller_turns_the_matrix_into_a_list(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x", "right")
        assert pointed(seat) == (0, 1)
        await seat.resize(60, 24)
        assert "❯ Anton  recorded" in seat.text, "an empty cell is not in the list"
        await seat.resize(120, 40)
        assert "❯ recorded" in seat.text

    drive(invented, play, size=(120, 40))


@PICTURED
def test_enter_begins_the_record_there_by_the_usual_way(beside: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x", "down")
        if pointed(seat) == (1, 0):
            await seat.press("right")
        await seat.press("enter")
        assert seat.name == "NoticeScreen"
        assert "Boris" in seat.text
        await seat.press("enter")
        assert seat.name == "ForewordScreen", "the war stands before the first decision"
        await seat.read_of_war()
        assert seat.name == "ReadingScreen"
        assert "Boris stands beside Anton." in seat.text
        assert len(seat.app.screen_stack) == 2

    drive(beside, play, size=size)


def test_a_later_scene_is_begun_with_what_its_record_holds_there(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        shown = compare(library, Reader())
        row = next(at for at, row in enumerate(shown.rows) if row.act == "move-on")
        column = [person.story for person in shown.people].index("vesna")
        seat.app.screen.query_one(ComparisonGrid).pointed = ComparisonCell(row, column)
        await seat.pilot.pause()
        await seat.press("enter")
        if seat.name == "CompareScreen":
            await seat.press("enter")  # the first brings what is out of sight into view
        await seat.press("enter")
        await seat.read_of_war()
        reading = seat.app.reading
        assert reading is not None
        assert (reading.play.state.story, reading.play.state.scene) == ("vesna", "the-first-crossing")
        assert reading.play.state.chose
        await seat.press("q", "2")
        assert seat.name == "NoticeScreen"
        await seat.press("enter")
        reading = seat.app.reading
        assert reading is not None
        assert reading.play.state.scene == library.stories[reading.play.state.story].start, "kept for that one only"

    drive(library, play, size=(120, 40))


def test_where_the_page_offers_a_step_enter_takes_it_and_one_can_return(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        assert strings.COMPARE_LEAVES in seat.text
        await seat.press("escape", "2")
        assert "Read on with Anton" in seat.text
        await seat.press("x")
        assert "Step into the record of Anton" in seat.text
        assert strings.COMPARE_LEAVES not in seat.text
        await seat.press("enter")
        assert seat.name == "ReadingScreen"
        assert "The foreman tells him" in seat.text
        assert "Return to Boris" in seat.text
        await seat.click("Return to Boris")
        assert "Boris stands beside Anton." in seat.text

    drive(invented, play, story="boris", scene="the-crane", size=(120, 40))


@pytest.mark.parametrize("size", [(120, 40), (120, 30), (40, 20)])
def test_what_is_hard_to_bear_points_to_help(library: Library, size: tuple[int, int]) -> None:
    shown = compare(library, Reader())
    hard = [ComparisonCell(at, row.cells.index(taking)) for at, row in enumerate(shown.rows) for taking in row.takings
            if taking.care]  # fmt: skip

    async def play(seat: Seat) -> None:
        await seat.press("x")
        assert "c care" not in seat.lines[-2] + seat.lines[-1]
        await seat.press("c")
        assert seat.name == "CompareScreen"
        seat.app.screen.query_one(ComparisonGrid).pointed = hard[0]
        await seat.pilot.pause()
        assert "c care" in seat.text
        await seat.press("c")
        assert seat.name == CARE

    drive(library, play, size=size)


def test_what_followed_can_be_read_to_its_end_below_the_matrix(library: Library) -> None:
    shown = compare(library, Reader())
    row = next(at for at, row in enumerate(shown.rows) if row.act == "run")

    async def play(seat: Seat) -> None:
        await seat.press("x")
        takings = seat.app.screen.query_one(ComparisonGrid)
        assert not takings.is_list
        takings.pointed = ComparisonCell(row, 3)
        await seat.pilot.pause()
        for _ in range(3):
            await seat.press("space")
        assert "Read Vesna from here" in seat.text
        await seat.press("pageup", "pageup", "pageup")
        assert "What does he do?" in seat.text

    drive(library, play, size=(120, 30))


def test_the_mouse_points_and_enters(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        row = next(at for at, line in enumerate(seat.lines) if "Go along" in line)
        await seat.pilot.click(offset=(seat.lines[row].rindex("recorded") + 2, row))
        assert pointed(seat) == (1, 1)
        assert seat.name == "CompareScreen"
        await seat.click("Read Boris from here")
        assert seat.name == "NoticeScreen"
        await seat.press("escape", "x")
        row = next(at for at, line in enumerate(seat.lines) if "❯ recorded" in line)
        await seat.pilot.click(offset=(seat.lines[row].index("recorded") + 2, row))
        assert seat.name == "NoticeScreen"

    drive(invented, play, size=(120, 40))


def test_a_click_opens_an_entry_of_the_list(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        await seat.click("Boris  recorded")
        assert "He loads it." in seat.text

    drive(invented, play, size=(80, 24))


def test_the_timeline_tells_dates_places_and_sources(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("t")
        assert "in force since 1 April 2019  The law" in seat.text
        assert "2019  Anton · A quay" in seat.text
        assert "Refuse an order (date not told)  taken · recorded" in seat.text
        assert "date not told  Boris · place not told" in seat.text
        await seat.press("s")
        assert "The Harbour Act" in seat.text

    drive(invented, play, size=(120, 60))


def test_without_stories_they_open_and_say_so(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("x")
        assert strings.COMPARE_EMPTY in seat.text
        await seat.press("enter", "down", "s", "escape", "escape", "t")
        assert strings.TIMELINE_NONE in seat.text

    drive(replace(invented, stories={}, claims={}), play)


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_no_text_acts(invented: Library, trap: str, size: tuple[int, int]) -> None:
    text = TRAPS[trap]
    acts = {name: replace(act, label=text) for name, act in invented.acts.items()}

    async def play(seat: Seat) -> None:
        for key in "xt":
            await seat.press(key)
            assert not any((ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160 for each in seat.text)
            await seat.press("down", "right", "end", "escape")
        assert seat.app.is_running

    drive(replace(wild(invented, text), acts=acts), play, size=size)


def test_the_keys_stay_in_one_row_and_have_ids(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        for key, shown in (("x", "Enter read"), ("t", "Esc close")):
            await seat.press(key)
            keys = seat.app.screen.query_one(KeyBar)
            assert keys.size.height == 1
            assert shown in seat.text
            await seat.press("escape")

    drive(invented, play, size=(40, 20))
    for screen in (CompareScreen, ComparisonGrid, DocumentScreen):
        for binding in screen.BINDINGS:
            assert not isinstance(binding, tuple)
            assert binding.id
            assert binding.tooltip
            assert 0 < len(binding.description) <= 10


@PICTURED
def test_picture_of_the_comparison(invented: Library, size: tuple[int, int]) -> None:
    """Wide: acts down, people across, the words of the cell pointed at below. Else a list, the one pointed at open."""
    _take(invented, size, "compare", "x")


@PICTURED
def test_picture_of_the_timeline(invented: Library, size: tuple[int, int]) -> None:
    """Date first, then whose and where, what happened, and the act with its evidence words."""
    _take(invented, size, "timeline", "t")


def _take(library: Library, size: tuple[int, int], name: str, *keys: str) -> None:
    async def look(seat: Seat) -> None:
        await seat.press(*keys)
        assert_picture(f"{name}-{size[0]}x{size[1]}", seat.text)

    drive(library, look, size=size)
