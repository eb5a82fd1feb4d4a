"""What the command palette offers: every action, every scene that was read, every record."""

import pytest
from textual.command import Hit, Provider

from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import Seat, drive
from tests.terminal.test_settings import shelf_with
from wayout.faces.terminal import trail_keys
from wayout.faces.terminal.palette import BindingCommands, RecordCommands, SceneCommands
from wayout.faces.terminal.reference_keys import BINDINGS
from wayout.locale import settings_strings, strings
from wayout.model.library import Library
from wayout.play.settings import Settings


async def all_of(provider: Provider) -> dict[str, object]:
    """Every command by its name."""
    found = [hit async for hit in provider.discover()]
    return {str(hit.text): hit.command for hit in found if hit.text is not None}


async def found(provider: Provider, query: str) -> list[str]:
    """What is found, the best first."""
    hits = [hit async for hit in provider.search(query)]
    return [str(hit.text) for hit in sorted((hit for hit in hits if isinstance(hit, Hit)), key=lambda hit: -hit.score)]


def test_every_action_of_a_page_is_offered_whatever_its_key(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        offered = await all_of(BindingCommands(seat.app.screen))
        shown = {one.binding.tooltip for one in seat.app.screen.active_bindings.values() if one.binding.show}
        behind = {one.tooltip for one in (*BINDINGS, *trail_keys.FIRST, *trail_keys.BINDINGS)} - {strings.TIP_REDO}
        assert set(offered) >= (shown | behind) - {""}
        offered[settings_strings.TIP_SETTINGS]()  # type: ignore[operator]
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
        assert seat.name == "LookScreen"
        assert "The foreman tells him" in seat.text
        assert "Chosen: Refuse" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_scenes_of_every_record_on_the_trail_are_offered_and_none_outside_a_play(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "1")
        people = {text.split(": ")[1].split(" · ")[0] for text in await all_of(SceneCommands(seat.app.screen))}
        assert people == {"Vasiliy", "Viktor"}
        await seat.press("q")
        assert await all_of(SceneCommands(seat.app.screen)) == {}

    scene = next(name for name, one in library.stories["vasiliy"].scenes.items() if any(
        "viktor" in target for choice in one.choices.values() for target in choice.targets))  # fmt: skip
    drive(library, play, story="vasiliy", scene=scene)


def test_every_record_is_offered_and_opens_with_what_is_to_be_known_first(library: Library) -> None:
    async def play(seat: Seat) -> None:
        offered = await all_of(RecordCommands(seat.app.screen))
        assert len(offered) == len(library.stories)
        assert "Open The crossroads" in offered
        assert (await found(RecordCommands(seat.app.screen), "record of nik"))[0] == "Open the record of Nikita"
        offered["Open the record of Nikita"]()  # type: ignore[operator]
        await seat.pilot.pause()
        assert seat.name == "NoticeScreen"
        assert "Nikita" in seat.text

    drive(library, play)


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
