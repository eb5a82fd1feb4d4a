"""What the command palette offers: every action, every scene that was read, every record."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Provider

from tests.support.terminals import Screen
from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import Seat, drive
from tests.terminal.test_settings import shelf_with
from wayout.actions import ROOMS, action
from wayout.faces.terminal.palette import BindingCommands, CommandPalette, RecordCommands, SceneCommands
from wayout.locale import evidence_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.play.settings import Settings
from wayout.views.action_words import KeyWords, worded


async def all_of(provider: Provider) -> dict[str, object]:
    """Every command by its name."""
    found = [hit async for hit in provider.discover()]
    return {str(hit.text): hit.command for hit in found if hit.text is not None}


async def found(provider: Provider, query: str) -> list[str]:
    """What is found, the best first."""
    hits = [hit async for hit in provider.search(query)]
    return [str(hit.text) for hit in sorted((hit for hit in hits if isinstance(hit, Hit)), key=lambda hit: -hit.score)]


def words_of(seat: Seat, binding: Binding) -> KeyWords:
    """What a key is called in the library of a seat."""
    return seat.app.key_words.get(binding.id or "", KeyWords(binding.description, binding.tooltip))


def test_every_action_of_a_page_is_offered_whatever_its_key(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        offered = await all_of(BindingCommands(seat.app.screen))
        active = [one.binding for one in seat.app.screen.active_bindings.values() if one.binding.show]
        shown = {words_of(seat, one).tip for one in active}
        groups = (one for room in ("beside", "reading") for one in ROOMS[room])
        behind = {
            worded(action(one.action), beside).tip for one in groups if one.name.startswith(("beside.", "trail."))
        }
        behind -= {strings.TIP_REDO}
        assert set(offered) >= (shown | behind) - {""}
        offered[shelf_strings.TIP_SETTINGS]()  # type: ignore[operator]
        await seat.pilot.pause()
        assert seat.name == "SettingsScreen"

    drive(beside, play, story="anton", scene="the-order", shelf=shelf_with(Settings(keys={"beside.settings": "i"})))


def test_every_scene_that_was_read_is_offered_in_its_order_and_opens_what_was_read_there(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "enter")
        offered = await all_of(SceneCommands(seat.app.screen))
        first, _ = offered
        assert first == "Look at: Anton · A quay · 2019 · What does he answer?"
        await seat.press("u", "u")
        first = "Look at: Anton · A quay · 2019"
        assert list(await all_of(SceneCommands(seat.app.screen))) == [first], "what was undone is not read"
        assert await found(SceneCommands(seat.app.screen), "look quay") == [first]
        assert await found(SceneCommands(seat.app.screen), "zzz") == []
        offered["Look at: Anton · A quay · 2019 · What does he answer?"]()  # type: ignore[operator]
        await seat.pilot.pause()
        assert seat.name == "SceneDetailScreen"
        assert "The foreman tells him" in seat.text
        assert "Chosen: Refuse" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_scenes_of_every_record_on_the_trail_are_offered_and_none_outside_a_play(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "1")
        people = {text.split(": ")[1].split(" · ")[0] for text in await all_of(SceneCommands(seat.app.screen))}
        assert people == {"Vesna", "Wim"}
        await seat.press("q")
        assert await all_of(SceneCommands(seat.app.screen)) == {}

    scene = next(name for name, one in library.stories["vesna"].scenes.items() if any(
        "wim" in target for choice in one.choices.values() for target in choice.targets))  # fmt: skip
    drive(library, play, story="vesna", scene=scene)


def test_every_record_is_offered_and_opens_with_what_is_to_be_known_first(library: Library) -> None:
    async def play(seat: Seat) -> None:
        offered = await all_of(RecordCommands(seat.app.screen))
        assert len(offered) == len(library.stories)
        assert "Open The crossroads" in offered
        assert (await found(RecordCommands(seat.app.screen), "record of nil"))[0] == "Open the record of Nils"
        offered["Open the record of Nils"]()  # type: ignore[operator]
        await seat.pilot.pause()
        assert seat.name == "NoticeScreen"
        assert "Nils" in seat.text

    drive(library, play)


@pytest.mark.parametrize(
    ("query", "tip"),
    [
        ("undo", strings.TIP_UNDO),
        ("back", strings.TIP_UNDO),
        ("debrief", strings.TIP_DEBRIEF),
        ("save", strings.TIP_DEBRIEF),
        ("sources", strings.TIP_SOURCES),
        ("citations", strings.TIP_SOURCES),
        ("settings", shelf_strings.TIP_SETTINGS),
        ("options", shelf_strings.TIP_SETTINGS),
        ("quit", strings.TIP_QUIT),
        ("exit", strings.TIP_QUIT),
        ("glossary", strings.TIP_GLOSSARY),
        ("compare", strings.TIP_COMPARE),
        ("timeline", strings.TIP_TIMELINE),
        ("route", evidence_strings.TIP),
        ("way", evidence_strings.TIP),
        ("help", strings.TIP_HELP),
        ("shortcuts", strings.TIP_HELP),
        ("library", strings.TIP_LIBRARY),
        ("menu", strings.TIP_LIBRARY),
        ("log", strings.TIP_LOG),
        ("history", strings.TIP_LOG),
        ("decisions", strings.TIP_FORKS),
        ("forks", strings.TIP_FORKS),
        ("map", strings.TIP_MAP),
        ("name", shelf_strings.TIP_NAME),
        ("rename", shelf_strings.TIP_NAME),
    ],
)
def test_the_word_that_people_use_finds_its_command(beside: Library, query: str, tip: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        first, *rest = await found(BindingCommands(seat.app.screen), query)
        assert tip in (first, *rest[:1]), "it stands first, or second where a word is said of two"

    drive(beside, play, story="anton", scene="the-order")


def test_redo_is_found_once_something_was_undone(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "u")
        assert (await found(BindingCommands(seat.app.screen), "redo"))[0] == strings.TIP_REDO

    drive(invented, play, story="anton", scene="the-order")


def test_every_word_of_the_line_of_keys_and_of_the_plain_face_finds_its_command(library: Library) -> None:
    """Whatever stands in the line of keys, on whatever of these screens, comes first."""

    async def play(seat: Seat) -> None:
        for keys in ((), ("q",), ("d",)):
            await seat.press(*keys)
            for active in tuple(seat.app.screen.active_bindings.values()):
                if active.binding.show and not active.binding.system and active.binding.tooltip:
                    words = words_of(seat, active.binding)
                    for name in {words.label, active.binding.description}:
                        assert (await found(BindingCommands(seat.app.screen), name))[0] == words.tip, name

    async def plain(seat: Seat) -> None:
        await seat.press("1")
        for word in set(strings.CMD_MEANING) - {"a number", strings.CMD_AGAIN, strings.CMD_REDO, "versions"}:
            assert await found(BindingCommands(seat.app.screen), word), word

    drive(library, play, story="vesna", scene="the-call")
    drive(library, plain, story="vesna", scene="the-call")


def test_wayout_is_left_by_the_palette_from_any_screen(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("g")
        offered = await all_of(BindingCommands(seat.app.screen))
        offered[strings.TIP_QUIT]()  # type: ignore[operator]
        await seat.pilot.pause()
        assert seat.app._exit

    drive(invented, play, story="anton", scene="the-order")


def test_the_debrief_is_offered_once_where_a_path_ends_too(invented: Library) -> None:
    """There it stands in the line of keys as well."""

    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "enter")
        assert seat.app.reading is not None
        assert seat.app.reading.page.close is not None
        hits = [hit async for hit in BindingCommands(seat.app.screen).discover() if isinstance(hit, DiscoveryHit)]
        assert [hit.text for hit in hits].count(strings.TIP_DEBRIEF) == 1
        assert len(hits) == len({hit.text for hit in hits})

    drive(invented, play, story="anton", scene="the-order")


def test_two_pages_of_one_heading_are_told_apart(invented: Library) -> None:
    anton = invented.stories["anton"]
    first = anton.scenes["afterwards"]
    longer = replace(anton, scenes={**anton.scenes, "afterwards": replace(first, next="later"), "later": first})

    async def play(seat: Seat) -> None:
        await seat.press("1", "enter", "enter")
        assert list(await all_of(SceneCommands(seat.app.screen)))[1:] == [
            "Look at: Anton · A quay · 2019 (1)",
            "Look at: Anton · A quay · 2019 (2)",
        ]

    library = replace(invented, stories={**invented.stories, "anton": longer})
    drive(library, play, story="anton", scene="the-order")


@pytest.mark.parametrize("trap", TRAPS)
def test_no_label_in_the_palette_acts_or_is_lost(invented: Library, trap: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("ctrl+p")
        for typed in ("", *"open"):
            if typed:
                await seat.press(typed)
            await seat.pilot.pause()
            assert seat.name == "CommandPalette"
        for shown in SHOWN.get(trap, ()):
            assert shown[:4] in seat.text

    drive(wild(invented, TRAPS[trap]), play, story="anton", scene="the-order", size=(120, 40))


def test_a_command_chosen_in_the_palette_is_done(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("ctrl+p", *"boris")
        await seat.until("Open the record of Boris")
        await seat.press("enter")
        await seat.until_it(lambda: seat.name == "NoticeScreen")

    drive(invented, play, story="anton", scene="the-order", size=(120, 40))


@pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")
@pytest.mark.parametrize("keys", ["\r/212\x1b[B3\x1b[6~", "e\x1b[B\x1b[Bzzz\x1b[6~", "o\x1b[B\x1b[Bq\x1b[5~"])
def test_keys_that_come_before_the_list_is_laid_out_end_nothing(wayout: list[str], home: Path, keys: str) -> None:
    """In one packet: a list of what is found that has not been drawn yet has no page to be turned."""
    with Screen(wayout, "play", "vesna", columns=100, rows=40, WAYOUT_HOME=str(home), WAYOUT_DEBOUNCE="on") as seat:
        seat.until(strings.TO_LIBRARY)
        seat.settle()
        seat.press(f"\x10{keys}")
        seat.settle()
        assert seat.child.isalive()


def test_a_palette_that_is_chosen_from_twice_at_once_closes_once(invented: Library) -> None:
    """A click and a key before it is gone: the second one must not take away the screen below."""

    async def play(seat: Seat) -> None:
        await seat.press("1", "ctrl+p")
        palette = seat.app.screen
        assert isinstance(palette, CommandPalette)
        palette.dismiss()
        palette.dismiss()
        await seat.pilot.pause()
        assert len(seat.app.screen_stack) > 1, "the page below is still there"

    drive(invented, play, story="anton", scene="the-order")


def test_a_palette_that_is_dismissed_at_the_library_twice_ends_nothing(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("ctrl+p")
        palette = seat.app.screen
        assert isinstance(palette, CommandPalette)
        palette.dismiss()
        palette.dismiss()
        await seat.pilot.pause()
        assert seat.name == "LibraryScreen"

    drive(invented, play)
