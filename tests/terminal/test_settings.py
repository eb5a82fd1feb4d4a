"""What is set on the settings screen is seen at once, and kept."""

import asyncio

import pytest
from msgspec.structs import replace
from textual import constants
from textual.theme import BUILTIN_THEMES
from textual.widgets import OptionList

from tests.terminal.driving import SIZES, Seat, assert_picture, drive, with_scene, worded
from tests.terminal.test_keys import LONG
from wayout.faces.terminal.screens.settings import THEMES
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.play.settings import ALLOWED_VALUES, SETTING_NAMES, Settings, encode_setting, settings_for_reader
from wayout.play.state import Reader
from wayout.store.shelf import SETTINGS_KEY, SettingsStore, Shelf, open_shelf

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")


def shelf_with(settings: Settings) -> Shelf:
    shelf = open_shelf(keeps=False)
    shelf.put_setting(SETTINGS_KEY, encode_setting(settings))
    return shelf


@pytest.mark.parametrize("how", ["enter", "number", "right", "click"])
def test_every_setting_is_changed_by_key_and_by_mouse_shown_at_once_and_kept(invented: Library, how: str) -> None:
    shelf = open_shelf(keeps=False)
    begun = settings_for_reader(Settings(), Reader())

    async def play(seat: Seat) -> None:
        await seat.press("comma")
        for number, name in enumerate(SETTING_NAMES[:-1], 1):
            if how == "click":
                await seat.click(shelf_strings.LABEL[name])
            else:
                await seat.press(str(number) if how == "number" else how)
            value = getattr(SettingsStore(shelf).settings, name)
            shown = shelf_strings.THEMES[value] if name == "theme" else shelf_strings.SAID[name][value]
            assert value == (
                THEMES[1]
                if name == "theme"
                else ALLOWED_VALUES[name][
                    (ALLOWED_VALUES[name].index(getattr(begun, name)) + 1) % len(ALLOWED_VALUES[name])
                ]
            )
            assert any(shelf_strings.LABEL[name] in line and shown in line for line in seat.lines), seat.text
            await seat.press("down")

    drive(invented, play, shelf=shelf)


def test_the_left_arrow_gives_the_value_before(invented: Library) -> None:
    shelf = open_shelf(keeps=False)

    async def play(seat: Seat) -> None:
        await seat.press("comma", "left", "down", "left", "up", "right")
        assert SettingsStore(shelf).settings == Settings(theme=THEMES[0], width=66)

    drive(invented, play, shelf=shelf)


def test_the_mouse_alone_opens_changes_and_closes_the_settings(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click(", settings")
        await seat.click("Motion")
        assert seat.app.settings.motion == "gentle"
        await seat.click("Esc close")
        assert seat.name == "LibraryScreen"

    drive(invented, play)


def test_every_theme_is_offered_once_ours_first() -> None:
    ours = ("auto", "wayout-dark", "wayout-light", "wayout-high-contrast", "wayout-terminal")
    assert THEMES[:7] == (*ours, "ansi-dark", "ansi-light")
    assert sorted(THEMES) == sorted({*ours, *BUILTIN_THEMES})


def test_a_theme_picked_in_the_palette_is_kept_too(invented: Library) -> None:
    shelf = open_shelf(keeps=False)

    async def play(seat: Seat) -> None:
        seat.app.action_change_theme()
        await seat.until("nord")
        await seat.press(*"nord")
        found = seat.app.screen.query_one(OptionList)
        await seat.until_it(lambda: found.option_count > 0 and str(found.get_option_at_index(0).prompt) == "nord")
        await seat.press("enter")
        await seat.until_it(lambda: seat.app.theme == "nord")

    drive(invented, play, shelf=shelf)
    assert SettingsStore(shelf).settings == Settings(theme="nord")


def test_what_was_kept_holds_from_the_first_page_on(invented: Library) -> None:
    kept = Settings(theme="wayout-light", width=66, motion="gentle", keys={"trail.undo": "i"})

    async def play(seat: Seat) -> None:
        assert seat.app.theme == "wayout-light"
        assert seat.app.animation_level == "basic"
        assert seat.app.screen.query_one("#page").region.width == 68
        await seat.press("2")
        assert "i undo" in seat.text
        await seat.press("i")
        assert "What does he answer?" in seat.text

    drive(invented, play, story="anton", scene="the-order", shelf=shelf_with(kept))


def test_a_theme_that_is_not_there_gives_our_own_and_a_sentence(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert seat.app.theme == "wayout-dark"
        assert "There is no theme “of-a-later-version” here" in " ".join(seat.text.split())
        await seat.press("comma", "right", "right")
        assert seat.app.theme == "wayout-light"

    drive(invented, play, shelf=shelf_with(Settings(theme="of-a-later-version")))


def test_damaged_settings_are_told_on_the_screen(invented: Library) -> None:
    shelf = open_shelf(keeps=False)
    shelf.put_setting(SETTINGS_KEY, '{"theme": 7, "keys": {"trail.undo": ""}}')

    async def play(seat: Seat) -> None:
        assert "could not be read" in " ".join(seat.text.split())
        await seat.press("2", "u")

    drive(invented, play, story="anton", scene="the-order", shelf=shelf)


@PICTURED
def test_the_wording_changes_on_the_present_page_which_stays_in_its_place(
    invented: Library, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("down")
        before = seat.text
        await seat.press("comma", "3", "escape")
        assert seat.text == before.replace("hard to read", "soft to read")
        assert "❯ 2" in seat.text
        await seat.press("comma", "3", "escape")
        assert seat.text == before

    drive(worded(invented), play, story="anton", scene="the-order", size=size)


def test_a_long_page_stays_where_it_was_scrolled_to(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        await seat.press("pagedown")
        before = seat.text
        await seat.press("comma", "4", "escape")
        assert [line for line in seat.lines[:-6] if line] == [line for line in before.split("\n")[:-6] if line]

    drive(with_scene(invented, scene), play, story="anton", scene="the-order")


@pytest.mark.parametrize("keys", [(), ("1",), ("1", "1")], ids=["library", "notice", "war"])
def test_every_screen_below_takes_the_other_wording(beside: Library, keys: tuple[str, ...]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press(*keys)
        await seat.press("end")
        name = seat.name
        await seat.press("comma", "3", "escape")
        assert seat.name == name
        assert seat.app.reader.gentle
        assert "hard orders" not in seat.text

    drive(beside, play, size=(120, 40))


def test_evidence_words_beforehand_stand_on_the_present_page_at_once(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "taken" not in seat.text
        await seat.press("comma", "4", "escape")
        assert "taken" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_questions_beforehand_hold_from_the_next_record_on(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("comma", "5", "escape", "1")
        assert "Before the record answers" not in seat.text
        await seat.press("q")
        await seat.click("1  Anton")
        await seat.click("Begin")
        await seat.press("1")
        assert "Before the record answers" in seat.text

    drive(invented, play, story="anton", scene="the-order")


@pytest.mark.parametrize("width", ALLOWED_VALUES["width"])
def test_no_line_of_a_page_is_longer_than_is_set(invented: Library, width: int) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        await seat.press("comma")
        while seat.app.settings.width != width:
            await seat.press("2")
        await seat.press("escape")
        longest = max(len(line.strip()) for line in seat.lines if line.strip().startswith(("Paragraph", "He waits")))
        assert width - 12 < longest <= width

    drive(with_scene(invented, scene), play, story="anton", scene="the-order", size=(120, 40))


def test_nothing_moves_unless_it_is_wanted_and_the_environment_can_forbid_it(
    invented: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        column = seat.app.screen.query_one(PageScroll)
        column.scroll_page_down()
        assert not seat.app.animator.is_being_animated(column, "scroll_y")
        column.scroll_home(animate=False)
        await seat.press("comma", "8", "escape")
        assert seat.app.animation_level == "basic"
        column.scroll_page_down()
        for _ in range(1000):
            if seat.app.animator.is_being_animated(column, "scroll_y"):
                break
            await asyncio.sleep(0)
        assert seat.app.animator.is_being_animated(column, "scroll_y")
        monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
        column.scroll_home(animate=False)
        await seat.press("comma", "8", "8", "escape")
        assert seat.app.settings.motion == "gentle"
        column.scroll_page_down()
        assert not seat.app.animator.is_being_animated(column, "scroll_y")

    drive(with_scene(invented, scene), play, story="anton", scene="the-order")


def test_the_wording_chosen_before_a_record_is_kept_but_what_the_command_line_said_is_not(beside: Library) -> None:
    shelf = open_shelf(keeps=False)

    async def play(seat: Seat) -> None:
        await seat.press("1")
        assert "❯ 2  Read in the gentle wording" in seat.text, "the command line says so"
        await seat.press("enter")
        assert seat.app.reader.gentle
        assert SettingsStore(shelf).settings.content == "full"
        await seat.press("q", "1", "1")
        assert SettingsStore(shelf).settings.content == "full"
        await seat.press("q", "1", "2")
        assert SettingsStore(shelf).settings.content == "gentle"

    drive(beside, play, shelf=shelf, reader=Reader(gentle=True))


def test_what_a_setting_means_follows_the_pointer(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("comma")
        for name in SETTING_NAMES:
            assert shelf_strings.MEANS[name] in " ".join(seat.text.split())
            await seat.press("down")
        assert seat.app.screen.query_one(Choices).pointed == len(SETTING_NAMES) - 1

    drive(invented, play)


@PICTURED
def test_picture_of_the_settings(invented: Library, size: tuple[int, int]) -> None:
    """Eight rows, what is set in one column and its value in the next; at the foot what the one pointed at means."""

    async def look(seat: Seat) -> None:
        await seat.press("comma", "down", "down")
        assert_picture(f"settings-{size[0]}x{size[1]}", seat.text)

    drive(invented, look, size=size)
