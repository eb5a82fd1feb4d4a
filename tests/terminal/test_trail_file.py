"""Trail files full-screen: the trail is saved from the debrief, and read on where a file leads."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from wayout.faces.terminal.app import WayoutApp
from wayout.faces.terminal.palette import BindingCommands
from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.model.trail_format import TrailFile
from wayout.play.history import History
from wayout.play.moves import encode
from wayout.play.state import Reader
from wayout.store.autosave import ResumedPlay
from wayout.views.trail_file import ReplayResult, replay_steps, replay_trail_file

LEADS = "trail: 1\nstory: anton\ncontent: gentle\nsteps: [load, {at: the-order}]\n"
STOPS = "trail: 1\nstory: anton\ndigest: sha256-0\nsteps: [load, {at: the-order, choose: refuze}]\n"


def go_on(
    library: Library, file: Path, text: str, do: Callable[[Seat], Awaitable[None]], size: tuple[int, int] = (80, 24)
) -> None:
    """Start the app as `play --trail` does, and do something with it."""
    file.write_text(text, encoding="utf-8")
    found = replay_trail_file(library, TrailFile(file), Reader())
    assert isinstance(found, ReplayResult)

    async def run() -> None:
        resumed = ResumedPlay(History(found.play), found.says, found.reader.gentle)
        app = WayoutApp(library, found.reader, resumed=resumed)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await do(Seat(app, pilot))

    asyncio.run(run())


@pytest.mark.parametrize("way", ["key", "mouse", "palette"])
def test_the_trail_is_saved_from_the_debrief_and_leads_back_here(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.chdir(tmp_path)

    async def play(seat: Seat) -> None:
        await seat.press("2", "enter", "1", "b")
        assert list(tmp_path.iterdir()) == []
        if way == "key":
            await seat.press("w")
        elif way == "mouse":
            await seat.click("w trail")
        else:
            hits = [hit async for hit in BindingCommands(seat.app.screen).search("trail to a file")]
            assert len(hits) == 1
            hits[0].command()
            await seat.pilot.pause()
        assert "Written to wayout-anton-trail.yaml" in seat.text
        await seat.press("w")
        assert "Written to wayout-anton-trail-2.yaml" in seat.text

    drive(invented, play, story="anton", scene="the-order")
    found = replay_steps(invented, TrailFile(tmp_path / "wayout-anton-trail.yaml"))
    assert found.fits
    assert found.play is not None
    assert [encode(step.move) for step in found.play.trail.steps] == ["load", "go on", "refuse"]


def test_the_game_opens_where_a_trail_leads_with_all_that_lies_behind(invented: Library, tmp_path: Path) -> None:
    async def play(seat: Seat) -> None:
        assert seat.name == "ReadingScreen"
        assert "2  Load the ship  read" in seat.text
        await seat.press("u")
        assert "not taken · threatened" in seat.text
        await seat.press("r", "1")
        assert "taken · recorded" in seat.text
        await seat.press("q")
        assert seat.name == "LibraryScreen"

    go_on(invented, tmp_path / "a.yaml", LEADS, play)


@pytest.mark.parametrize("way", ["escape", "enter", "mouse"])
def test_where_a_trail_does_not_fit_it_is_said_why_and_the_reader_goes_on(
    invented: Library, tmp_path: Path, way: str
) -> None:
    async def play(seat: Seat) -> None:
        assert seat.name == "ReplayStoppedScreen"
        said = " ".join(seat.text.split())
        assert shelf_strings.HAS_CHANGED in said
        assert "At “the-order” there is no choice “refuze”." in said
        if way == "mouse":
            await seat.click("Go on")
        else:
            await seat.press(way)
        assert seat.name == "ReadingScreen"
        await seat.press("1", "enter")
        assert "He stands on the quay." in seat.text

    go_on(invented, tmp_path / "a.yaml", STOPS, play)


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture_of_a_trail_that_ends(invented: Library, tmp_path: Path, size: tuple[int, int]) -> None:
    """Over the question: that the story has changed, which choice is gone, and that one can go on from here."""

    async def look(seat: Seat) -> None:
        await seat.pilot.pause()
        assert_picture(f"stopped-{size[0]}x{size[1]}", seat.text)

    go_on(invented, tmp_path / "a.yaml", STOPS, look, size)
