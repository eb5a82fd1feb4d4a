"""Keys, mouse, scrolling and painting: what the terminal face does with what a reader's hands do."""

import pytest
from msgspec.structs import replace
from rich.cells import cell_len
from rich.console import RenderableType
from textual.binding import Binding
from textual.events import MouseScrollDown
from textual.screen import Screen

from tests.terminal.driving import SIZES, Seat, drive, long_library, with_scene
from wayout.faces.terminal.app import WayoutApp
from wayout.faces.terminal.page_layout import TextBlock
from wayout.faces.terminal.screens.base_screen import BaseScreen, Panel, TooSmallScreen
from wayout.faces.terminal.screens.dialogs import NoticeScreen
from wayout.faces.terminal.screens.library import LibraryScreen
from wayout.faces.terminal.screens.reading import ReadingScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.faces.terminal.widgets.prose import Prose
from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.state import Reader

LONG = "\n\n".join(f"Paragraph {n}. " + "He waits on the quay and nobody comes. " * 6 for n in range(5))


def test_the_mouse_points_at_what_it_is_over(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        row = next(index for index, line in enumerate(seat.lines) if "Load the ship" in line)
        await seat.pilot.hover(offset=(12, row))
        await seat.pilot.pause()
        assert "❯ 2  Load the ship" in seat.text

    drive(invented, play, story="anton", scene="the-order")


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
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


@pytest.mark.parametrize("again", ["enter", "2"])
@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_number_out_of_sight_is_pointed_at_and_taken_when_it_is_seen(
    invented: Library, size: tuple[int, int], again: str
) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        assert "Load the ship" not in seat.text
        await seat.press("2")
        assert "❯ 2  Load the ship" in seat.text
        assert "Chosen" not in seat.text
        await seat.press(again)
        assert "Chosen: Load the ship" in seat.text

    drive(with_scene(invented, scene), play, size=size, story="anton", scene="the-order")


def test_in_a_long_library_a_number_points_at_its_record_wherever_it_is(library: Library) -> None:
    async def play(seat: Seat) -> None:
        choices = seat.app.screen.query_one(Choices)
        for aside, number in (("end",), 5), (("end",), 1):
            name = choices.options[number - 1].label
            await seat.press(*aside)
            assert f" {number}  {name}" not in seat.text
            await seat.press(str(number))
            assert seat.name == "LibraryScreen"
            assert f"❯ {number}  {name}" in seat.text
        await seat.press("5")
        assert seat.name == "NoticeScreen", "it is in sight now"
        assert choices.options[4].label in seat.text

    drive(long_library(library, 20), play, size=(40, 20))


def test_a_number_of_a_prompt_out_of_sight_is_pointed_at_first(asked: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.resize(40, 20)
        choices = seat.app.screen.query_one(Choices)
        choices.show(tuple(TextBlock((("text", LONG),)) for _ in range(2)), choices.options)
        await seat.pilot.pause()
        label, page = choices.options[1].label[:12], seat.page
        await seat.press("2")
        assert f"❯ 2  {label}" in seat.text
        assert seat.page == page, "nothing was printed"
        await seat.press("enter")
        assert seat.page != page

    drive(asked, play, story="anton", scene="the-order", reader=Reader(parts=PARTS))


def test_the_wheel_scrolls_a_long_page(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        column = seat.app.screen.query_one(PageScroll)
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


def test_words_can_be_selected_by_mouse_without_their_gutter(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        row = next(index for index, line in enumerate(seat.lines) if "┃ He refuses." in line)
        start = seat.lines[row].index("refuses")
        await seat.pilot.mouse_down(offset=(start, row))
        await seat.pilot.hover(offset=(start + len("refuses."), row + 2))
        await seat.pilot.mouse_up(offset=(start + len("refuses."), row + 2))
        await seat.pilot.pause()
        assert seat.app.screen.get_selected_text() == "refuses.\n\ntaken · reco"

    drive(invented, play, story="anton", scene="the-order")


def test_help_is_made_from_the_keys_of_the_screen_and_does_not_open_twice(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("question_mark")
        assert seat.name == "HelpScreen"
        assert "Show what this page rests on" in seat.text
        assert "Take back the last step" not in seat.text, "there is none yet"
        await seat.press("question_mark")
        assert seat.name == "ReadingScreen"
        await seat.press("s", "question_mark")
        assert "Close this panel" in seat.text
        await seat.press("escape")
        assert seat.name == "SourcesScreen"

    drive(invented, play, story="anton", scene="the-order")


def test_every_key_has_an_id_a_label_and_a_sentence_for_the_help() -> None:
    screens = (WayoutApp, BaseScreen, Panel, LibraryScreen, NoticeScreen, ReadingScreen, TooSmallScreen, Choices)
    own = [binding for screen in screens for binding in screen.BINDINGS]
    for binding in own:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.tooltip
        assert 0 < len(binding.description) <= 10
    assert len({binding.id for binding in own if isinstance(binding, Binding)}) == len(own)


@pytest.mark.parametrize(("key", "chosen"), [("1", "Refuse"), ("2", "Load the ship")])
def test_a_key_paints_the_new_page_once(
    invented: Library, monkeypatch: pytest.MonkeyPatch, key: str, chosen: str
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "enter")
        painted: list[str] = []
        show = seat.app._display

        def display(screen: Screen[object], renderable: RenderableType | None) -> None:
            show(screen, renderable)
            painted.append(seat.text)

        monkeypatch.setattr(seat.app, "_display", display)
        await seat.press(key)
        await seat.pilot.pause(0.2)
        assert len(painted) == 1
        assert f"Chosen: {chosen}" in painted[0]

    drive(invented, play, story="anton", scene="the-order")


def test_nothing_is_written_while_nothing_happens(invented: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    async def play(seat: Seat) -> None:
        written: list[object] = []
        await seat.pilot.pause(0.2)
        monkeypatch.setattr(seat.app, "_display", lambda _screen, renderable: written.append(renderable))
        await seat.pilot.pause(1.2)
        assert written == []

    drive(invented, play, story="anton", scene="the-order")


def test_a_key_pressed_again_before_the_next_page_has_come_makes_no_second_choice(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        choices = seat.app.screen.query_one(Choices)
        for _ in range(3):
            choices.action_number(1)
        await seat.pilot.pause()
        assert "Chosen: Refuse" in seat.text

    drive(invented, play, story="anton", scene="the-order")


@pytest.mark.parametrize("size", [(40, 20), (80, 24), (120, 40)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_at_an_ending_enter_shows_every_way_on_before_it_takes_the_first(
    library: Library, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        options = [one for one in seat.app.screen.query_one(Choices).options if not one.press]
        assert len(options) > 2
        before = seat.text
        reading = seat.app.screen
        assert isinstance(reading, ReadingScreen)
        while reading.play.state.scene == "for-now":
            before = seat.text
            await seat.press("enter")
        told = " ".join(before.split())
        assert f"❯ 1 {options[0].label[:20]}" in told
        assert options[-1].label in told, "nothing was taken while another way was out of sight"

    drive(library, play, story="ivo", scene="for-now", size=size)


def test_a_situation_too_long_for_a_line_is_broken_between_two_things(library: Library) -> None:
    async def play(seat: Seat) -> None:
        lines = [line.strip() for line in seat.lines[-3:-1]]
        assert lines == ["Guard: Has left without permission", "Papers: No passport"]
        await seat.resize(80, 24)
        assert seat.lines[-2].strip() == "Guard: Has left without permission   Papers: No passport"

    drive(library, play, story="vesna", scene="the-isle", size=(40, 20))


def test_back_at_a_question_what_was_not_read_is_pointed_at(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2")
        assert "❯ Back to the question" in seat.text
        await seat.press("enter")
        assert "❯ 1  Refuse" in seat.text
        assert "Load the ship  read" in seat.text

    order = invented.scene("anton", "the-order")
    turned = replace(order, choices=dict(reversed(order.choices.items())))

    async def turned_round(seat: Seat) -> None:
        await seat.press("1", "enter")
        assert "❯ 2  Refuse" in seat.text

    drive(invented, play, story="anton", scene="the-order")
    drive(with_scene(invented, turned), turned_round, story="anton", scene="the-order")


def test_no_key_of_the_help_runs_into_what_it_does(library: Library) -> None:
    async def play(seat: Seat) -> None:
        for keys in (("s",), ("m",), ("comma",), ("g",), ("l",)):
            await seat.press(*keys, "question_mark")
            for part in seat.app.screen.query_one("#keys", Prose).parts:
                assert not part.mark or cell_len(part.mark) < part.indent
            await seat.press("escape", "escape")

    drive(library, play, story="vesna", scene="the-order")


def test_ctrl_c_says_once_how_wayout_is_left(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("ctrl+c", "ctrl+c", "ctrl+c")
        assert [note.message for note in seat.app._notifications] == [strings.HOW_TO_LEAVE.format(key="q")]

    drive(invented, play, story="anton", scene="the-order")
