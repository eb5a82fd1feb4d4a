"""A reader's own keys: they do what they are for, and every place that writes a key writes hers."""

import pytest

from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from tests.terminal.test_beside import hard
from tests.terminal.test_settings import shelf_with
from wayout.actions import PREVIEW, ROOMS
from wayout.faces.terminal.keymap import (
    FIXED,
    RESERVED,
    UNSAFE,
    KeyRow,
    TextKeys,
    as_it_came,
    given,
    objection,
    rows,
    shown,
    text_keys,
    usable,
)
from wayout.faces.terminal.screens import keys
from wayout.locale import shelf_strings, strings
from wayout.model.library import CARE, GLOSSARY, TIMELINE, Library
from wayout.play.settings import Settings
from wayout.store.shelf import SettingsStore, open_shelf

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
EVERY = rows()
PICTURE = ("help", "beside.glossary", "beside.differ", "beside.compare", "beside.settings", "reading.sources",
           "library.quit", "panel.close", "reading.library", "trail.undo", "trail.forks", "reading.map")  # fmt: skip
"""What is pictured of the key map; all of it grows with every screen."""
OFFERED = [row for row in EVERY if row.is_offered]


def row_of(binding: str) -> KeyRow:
    return next(row for row in EVERY if binding in dict(row.bindings))


def own(**keys: str) -> Settings:
    """Settings with keys for what some bindings are there for: `sources="i"` is for reading.sources and its like."""
    names = {"sources": "reading.sources", "undo": "trail.undo", "care": "reading.care", "debrief": "trail.ending",
             "glossary": "reading.glossary", "library": "reading.library", "help": "help"}  # fmt: skip
    found: dict[str, str] = {}
    for name, key in keys.items():
        found = given(row_of(names[name]), key, found)
    return Settings(keys=found)


def test_every_shortcut_of_a_reader_belongs_to_one_row() -> None:
    named = [name for row in EVERY for name, _ in row.bindings]
    assert len(named) == len(set(named))
    keys = {one.name: set(one.keys.split(",")) for room in ROOMS.keys() - PREVIEW for one in ROOMS[room]}
    others = {name for name, own in keys.items() if own & (RESERVED | UNSAFE) or all(map(str.isdigit, own))}
    assert set(keys) == others | set(named)


def test_no_two_rows_share_a_binding_of_one_screen_with_one_key() -> None:
    """Textual takes a key from all bindings of a screen that have it when one of them is given another key."""
    by_screen: dict[tuple[str, str], set[int]] = {}
    for number, row in enumerate(EVERY):
        for name, bound in row.bindings:
            for key in bound:
                by_screen.setdefault((name.partition(".")[0], key), set()).add(number)
    assert {place: found for place, found in by_screen.items() if len(found) > 1 and place[1] not in FIXED} == {}


@pytest.mark.parametrize("row", OFFERED, ids=lambda row: row.bindings[0][0])
def test_every_row_can_be_given_a_key_that_it_then_has_and_be_set_back(row: KeyRow) -> None:
    before = {"of a later version": "Z"}
    after = given(row, "i", before)
    assert "i" in row.keys(after)
    assert set(row.keys({})) & FIXED <= set(row.keys(after)), "what always holds stays"
    assert row.is_changed(after)
    assert objection(row, "i", EVERY, before) == ""
    assert all(objection(other, "i", EVERY, after) for other in OFFERED if other is not row)
    assert as_it_came(row, after) == before


@pytest.mark.parametrize("key", sorted(FIXED | RESERVED | UNSAFE))
def test_keys_that_always_keep_their_work_or_are_not_told_apart_are_refused(key: str) -> None:
    assert all(objection(row, key, EVERY, {}) for row in OFFERED)


@pytest.mark.parametrize(
    ("key", "written"),
    [
        ("i", "i"),
        ("N", "N"),
        ("question_mark", "?"),
        ("comma", ","),
        ("f2", "F2"),
        ("ctrl+t", "^t"),
        ("enter", "Enter"),
    ],
)
def test_a_key_is_written_as_it_stands_on_the_keyboard(key: str, written: str) -> None:
    assert shown(key) == written


def test_what_is_no_key_by_its_form_is_passed_over() -> None:
    assert usable({"a": "", "b": "i,", "c": "\x1b", "d": "x y", "e": "i,f2"}) == {"e": "i,f2"}
    assert text_keys({}) == TextKeys()


def test_a_changed_key_stands_in_footer_help_card_and_window_too_small_and_does_its_work(invented: Library) -> None:
    settings = own(sources="i", undo="z", library="N", help="f2")

    async def play(seat: Seat) -> None:
        await seat.press("1")
        assert "i sources   z undo   N library   m map   F2 help" in seat.text
        await seat.press("s")
        assert seat.name == "ReadingScreen", "the former key does nothing"
        await seat.click("i sources")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "i")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "f2")
        assert any(line.split() == ["i", *strings.TIP_SOURCES.split()] for line in seat.lines)
        assert any(line.split()[:2] == ["N", "Esc"] for line in seat.lines)
        await seat.press("z")
        await seat.pilot.pause()
        assert "What does he answer?" in seat.text
        await seat.press("f1", "escape", "N")
        assert seat.name == "LibraryScreen"

    drive(invented, play, story="anton", scene="the-order", shelf=shelf_with(settings))


def test_the_keys_for_terms_care_and_debrief_in_texts_are_the_readers(beside: Library) -> None:
    settings = own(care="i", glossary="z", debrief="N")

    async def play(seat: Seat) -> None:
        await seat.click("foreman")
        assert seat.name == GLOSSARY
        await seat.press("escape", "1")
        assert f"i {strings.CARE_HERE}" in seat.text
        await seat.click(strings.CARE_HERE)
        assert seat.name == CARE
        await seat.press("escape", "enter", "enter")
        assert f"{strings.DEBRIEF}  N" in seat.text
        await seat.click(strings.DEBRIEF)
        assert seat.name == "DebriefScreen"

    drive(hard(beside), play, story="anton", scene="the-order", size=(120, 40), shelf=shelf_with(settings))


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_key_is_changed_on_the_screen_conflicts_are_told_and_all_is_set_back(
    invented: Library, size: tuple[int, int]
) -> None:
    shelf = open_shelf(keeps=False)

    async def point_at(seat: Seat, what: str) -> None:
        while not any("❯" in line and line.rstrip().endswith(what) for line in seat.lines):
            await seat.press("down")

    async def play(seat: Seat) -> None:
        await seat.press("1", "comma", *["down"] * 9, "enter")
        assert seat.name == "KeymapScreen"
        await point_at(seat, "Show what this page rests" if size[0] < 60 else strings.TIP_SOURCES)
        await seat.press("enter", "u")
        assert f"u is the key for: {strings.TIP_UNDO}." in " ".join(seat.text.split())
        await seat.press("enter")
        assert "Enter always keeps its work." in " ".join(seat.text.split())
        await seat.press("ctrl+h")
        assert "tells apart" in " ".join(seat.text.split())
        await seat.press("i")
        assert seat.name == "KeymapScreen"
        assert "changed" in seat.text
        assert row_of("reading.sources").keys(SettingsStore(shelf).settings.keys) == ("i",)
        await seat.press("enter", "escape")
        assert row_of("reading.sources").keys(SettingsStore(shelf).settings.keys) == ("i",), "Esc leaves it"
        await seat.press("escape")
        assert "1 changed" in seat.text
        await seat.press("escape")
        assert "text  i" in seat.text, "the page below is written anew"
        await seat.press("i")
        assert seat.name == "SourcesScreen"
        await seat.press("escape", "comma", *["down"] * 9, "enter")
        await point_at(seat, "Show what this page rests" if size[0] < 60 else f"{strings.TIP_SOURCES}  changed")
        await seat.press("delete")
        assert SettingsStore(shelf).settings.keys == {}
        await seat.press("enter", "i", "end")
        await point_at(seat, shelf_strings.KEYMAP_RESET)
        await seat.press("enter")
        assert SettingsStore(shelf).settings.keys == {}
        await seat.press("escape", "escape")
        assert "text  s" in seat.text

    drive(invented, play, story="anton", scene="the-order", size=size, shelf=shelf)


def test_the_mouse_opens_the_keys_asks_and_lets_go(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click(", settings")
        await seat.click("as they come")
        await seat.click(strings.TIP_TIMELINE)
        assert seat.name == "KeyCaptureScreen"
        await seat.click(shelf_strings.KEYMAP_LEAVE)
        assert seat.name == "KeymapScreen"
        assert seat.app.settings.keys == {}

    drive(invented, play)


@pytest.mark.parametrize("key", ["f2", "i", "K", "plus", "semicolon"])
def test_many_keys_can_be_given(invented: Library, key: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("comma", *["down"] * 9, "enter")
        await seat.click(strings.TIP_TIMELINE)
        await seat.press(key)
        await seat.press("escape", "escape", key)
        assert seat.name == TIMELINE

    drive(invented, play)


def test_the_windows_own_way_out_is_told_with_the_readers_key(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "press i to leave" in " ".join(seat.text.split())

    quit_by_i = Settings(keys=given(row_of("small.quit"), "i", {}))
    drive(invented, play, size=(39, 24), shelf=shelf_with(quit_by_i))


@PICTURED
def test_picture_of_the_keys(invented: Library, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    """What always holds; then a row for each thing, its keys in one column; one of them is marked as changed."""

    async def look(seat: Seat) -> None:
        await seat.press("comma", *["down"] * 9, "enter", "down")
        assert_picture(f"keymap-{size[0]}x{size[1]}", seat.text)

    monkeypatch.setattr(keys, "rows", lambda: tuple(map(row_of, PICTURE)))
    differ = given(row_of("beside.differ"), "i", {})
    drive(invented, look, size=size, shelf=shelf_with(Settings(keys=differ)))


@PICTURED
def test_picture_of_a_key_being_asked_for(invented: Library, size: tuple[int, int]) -> None:
    """In the middle what the key is for, why the one pressed cannot be had, and that Esc leaves all as it is."""

    async def look(seat: Seat) -> None:
        await seat.press("comma", *["down"] * 9, "enter", "2", "s")
        assert_picture(f"press-{size[0]}x{size[1]}", seat.text)

    drive(invented, look, size=size)
