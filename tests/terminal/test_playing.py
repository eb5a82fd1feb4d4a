"""A reader plays, by keyboard alone or by mouse alone."""

import pytest
from msgspec.structs import replace
from textual.events import MouseScrollDown

from game.faces.terminal.widgets.column import Column
from game.model.library import Library
from game.model.story import Choice, Otherwise, Scene
from game.play.page import Reader
from tests.terminal.driving import SIZES, Seat, drive

LONG = "\n\n".join(f"Paragraph {n}. " + "He waits on the quay and nobody comes. " * 6 for n in range(12))


def with_scene(library: Library, scene: Scene) -> Library:
    """The invented library with another first scene for Anton."""
    anton = library.stories["anton"]
    scenes = {**anton.scenes, "the-order": scene}
    return replace(library, stories={**library.stories, "anton": replace(anton, scenes=scenes)})


def with_choice(library: Library, name: str, choice: Choice) -> Library:
    scene = library.scene("anton", "the-order")
    return with_scene(library, replace(scene, choices={name: choice, **scene.choices}))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_keyboard_alone_plays_to_the_ending(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        assert seat.name == "LibraryScreen"
        await seat.press("enter")
        assert seat.name == "NoticeScreen"
        await seat.press("enter")
        assert "What does he answer?" in seat.text
        await seat.press("down", "up", "enter")
        assert "Chosen: Refuse" in seat.text
        assert "taken · recorded" in seat.text
        assert "Pay: Paid" in seat.text
        await seat.press("enter")
        assert "Pay: Pay stopped" in seat.text
        await seat.press("space")
        assert "Here the article leaves him" in seat.text
        while "❯ Back to the library" not in seat.text:
            await seat.press("pagedown")
        await seat.press("enter")
        assert seat.name == "LibraryScreen"

    drive(invented, play, size=size)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_mouse_alone_plays_reads_sources_and_undoes(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("Anton")
        await seat.click("Begin")
        await seat.click("Load the ship")
        assert "not taken · threatened" in seat.text
        await seat.click("undo")
        assert "What does he answer?" in seat.text
        await seat.click("Refuse")
        await seat.click("sources")
        assert seat.name == "SourcesScreen"
        assert "Anton refuses." in seat.text
        await seat.click("close")
        await seat.click("Go on")
        assert "The article does not say" in seat.text
        await seat.click("Go on")
        assert "What was never told" in seat.text
        while "↓ more" in seat.text:
            await seat.click("more")
        await seat.click("Back to the library")
        assert seat.name == "LibraryScreen"

    drive(invented, play, size=size)


def test_the_sources_on_the_card_open_with_a_click(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        await seat.click("sources")
        assert seat.name == "SourcesScreen"

    drive(invented, play, story="anton", scene="the-order")


def test_the_mouse_points_at_what_it_is_over(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        row = next(index for index, line in enumerate(seat.lines) if "Load the ship" in line)
        await seat.pilot.hover(offset=(12, row))
        await seat.pilot.pause()
        assert "❯ 2  Load the ship" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_undo_goes_back_one_page_and_is_not_offered_at_the_beginning(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        first = seat.text
        assert "undo" not in first
        await seat.press("u")
        assert seat.text == first
        await seat.press("1", "enter")
        assert "undo" in seat.text
        await seat.press("u")
        assert "taken · recorded" in seat.text
        await seat.press("u")
        assert seat.text == first

    drive(invented, play, story="anton", scene="the-order")


def test_a_number_chooses_and_a_number_too_high_does_nothing(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        before = seat.text
        await seat.press("9")
        assert seat.text == before
        await seat.press("2")
        assert "Chosen: Load the ship" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_an_option_whose_outcome_was_read_says_so(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "enter")
        assert "2  Load the ship  read" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_a_closed_option_shows_its_reason_and_cannot_be_chosen(invented: Library) -> None:
    closed = Choice(label="Strike", act="leave", to="home", condition={"pay": "stopped"},
                    otherwise=Otherwise(text="He still has his pay."))  # fmt: skip

    async def play(seat: Seat) -> None:
        assert "–  Strike" in seat.text
        assert "not open: He still has his pay." in seat.text
        assert "❯ 1  Refuse" in seat.text
        before = seat.text
        await seat.click("Strike")
        await seat.press("up")
        assert seat.text == before
        await seat.press("1")
        assert "Chosen: Refuse" in seat.text

    drive(with_choice(invented, "strike", closed), play, story="anton", scene="the-order")


def test_evidence_words_stand_beside_the_options_if_the_reader_wants_them(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "Refuse  taken · recorded" in seat.text

    drive(invented, play, story="anton", scene="the-order", reader=Reader(words_beforehand=True))


def test_one_man_can_be_left_for_another_and_returned_to(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2")
        assert "Enter the record of Anton" in seat.text
        assert "Stay with Boris" in seat.text
        await seat.press("1")
        assert seat.lines[1].split()[0] == "Anton"
        assert "Return to Boris" in seat.text
        await seat.click("Return to Boris")
        assert seat.lines[1].split()[0] == "Boris"

    drive(invented, play, story="boris", scene="the-crane")


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_long_page_begins_at_its_top_and_its_choices_can_be_reached(invented: Library, size: tuple[int, int]) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        assert "Paragraph 0." in seat.text
        assert "↓ more" in seat.text
        await seat.press("enter")
        assert "Chosen" not in seat.text, "what is out of sight is not chosen"
        assert "Paragraph 0." not in seat.text, "but read on to"
        await seat.press("pageup")
        assert "Paragraph 0." in seat.text
        for _ in range(300):
            if "❯ 2  Load the ship" in seat.text:
                break
            await seat.pilot.press("down")
        await seat.pilot.pause()
        assert "❯ 2  Load the ship" in seat.text
        await seat.press("end")
        assert "↓ more" not in seat.text
        await seat.press("enter")
        assert "Chosen: Load the ship" in seat.text
        assert "↓ more" not in seat.text
        await seat.press("u")
        assert "Paragraph 0." in seat.text

    drive(with_scene(invented, scene), play, size=size, story="anton", scene="the-order")


def test_the_wheel_scrolls_a_long_page(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        column = seat.app.screen.query_one(Column)
        for _ in range(12):
            column.post_message(MouseScrollDown(column, 9, 9, 0, 1, 0, False, False, False, 9, 9))
            await seat.pilot.pause()
        assert "Paragraph 0." not in seat.text

    drive(with_scene(invented, scene), play, story="anton", scene="the-order")


def test_a_click_on_the_text_leaves_the_keyboard_where_it_was(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("foreman")
        await seat.press("2")
        assert "Chosen: Load the ship" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_q_and_esc_lead_to_the_library_and_from_there_out(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("q")
        assert seat.name == "LibraryScreen"
        await seat.press("2", "1", "escape")
        assert seat.name == "LibraryScreen"
        await seat.press("q")
        assert seat.app._exit

    drive(invented, play, story="anton", scene="the-order")


def test_the_gentle_wording_is_offered_where_something_is_announced(invented: Library) -> None:
    anton = invented.stories["anton"]
    scene = anton.scenes["the-order"]
    announced = with_scene(invented, replace(scene, content=("combat",)))

    async def play(seat: Seat) -> None:
        assert "fighting" in seat.text
        await seat.press("2")
        assert seat.app.reader.gentle
        assert seat.name == "ReadingScreen"

    drive(announced, play, story="anton")


def test_nothing_is_written_while_nothing_happens(invented: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async def play(seat: Seat) -> None:
        written: list[object] = []
        await seat.pilot.pause(0.2)
        monkeypatch.setattr(seat.app, "_display", lambda _screen, renderable: written.append(renderable))
        await seat.pilot.pause(1.2)
        assert written == []

    drive(invented, play, story="anton", scene="the-order")
