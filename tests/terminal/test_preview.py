"""Preview full-screen: the page beside its findings, by keyboard alone and by mouse alone."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.conftest import BASE
from tests.terminal.driving import SIZES, Seat, assert_picture
from wayout.commands.preview import FileSource, first_page, located
from wayout.faces.terminal.preview.app import PreviewApp
from wayout.faces.terminal.preview.findings_panel import command
from wayout.faces.terminal.preview.screen import PreviewScreen
from wayout.model.library import TIMELINE
from wayout.play.state import Reader

FAULTS = (("label: Refuse", "labl: Refuse"), ("claims: [anton-home]\n    ending", "claims: [anton-hme]\n    ending"))
LINK = (("claims: [anton-home]\n    ending", "claims: [anton-hme]\n    ending"),)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The docker's project in a folder of its own."""
    shutil.copytree(BASE, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return Path("story", "anton.yaml")


def rewrite(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def preview(
    file: Path,
    do: Callable[[Seat, FileSource], Awaitable[None]],
    *,
    size: tuple[int, int] = (120, 40),
    scene: str | None = None,
    editor: str = "",
) -> None:
    """Start the preview without a terminal, and let a test do something with it."""

    async def run() -> None:
        source = FileSource(*located(str(file), ()))
        draft = source.read()
        app = PreviewApp(source, draft, Reader(), first_page(draft, scene, None), editor)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await do(Seat(app, pilot), source)

    asyncio.run(run())


async def read_again(seat: Seat, source: FileSource) -> None:
    """What the app does once a file has changed."""
    assert isinstance(seat.app, PreviewApp)
    seat.app.renew(source.read())
    await seat.pilot.pause()


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture_of_a_page_beside_its_findings(project: Path, size: tuple[int, int]) -> None:
    """The page with ids; at 120 columns findings, ids and claims beside it, else a line that tells of them."""
    rewrite(project, *LINK)

    async def look(seat: Seat, _: FileSource) -> None:
        await seat.press("1", "enter")
        await seat.pilot.pause()
        assert_picture(f"preview-{size[0]}x{size[1]}", seat.text)

    preview(project, look, size=size)


@pytest.mark.parametrize("size", SIZES[:2], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture_of_the_findings_over_the_page(project: Path, size: tuple[int, int]) -> None:
    """Each with its line, code, sentence and hint, then ids, situation, claims; the first one pointed at."""
    rewrite(project, *LINK)

    async def look(seat: Seat, _: FileSource) -> None:
        await seat.press("f")
        await seat.pilot.pause()
        assert_picture(f"preview-findings-{size[0]}x{size[1]}", seat.text)

    preview(project, look, size=size, editor="vi")


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_picture_of_a_story_without_a_page(project: Path, size: tuple[int, int]) -> None:
    """What is to be mended, and that a page will come then."""
    rewrite(project, *FAULTS)

    async def look(seat: Seat, _: FileSource) -> None:
        await seat.pilot.pause()
        assert_picture(f"preview-broken-{size[0]}x{size[1]}", seat.text)

    preview(project, look, size=size)


@pytest.mark.parametrize("size", SIZES[1:3], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("way", ["key", "mouse"])
def test_a_finding_leads_to_its_scene(project: Path, way: str, size: tuple[int, int]) -> None:
    rewrite(project, *LINK)

    async def play(seat: Seat, _: FileSource) -> None:
        assert "1 error" in seat.text
        if way == "key":
            await seat.press("f", "enter")
        else:
            if size[0] < 120:
                await seat.click("1 error: f shows them")
                await seat.until("There is no claim")
            await seat.click("There is no claim")
        await seat.until("anton/home")
        assert seat.name == "PreviewScreen"
        assert "Here the published account ends" in seat.text

    preview(project, play, size=size)


def test_the_keyboard_goes_to_the_findings_and_back(project: Path) -> None:
    rewrite(project, *LINK)

    async def play(seat: Seat, _: FileSource) -> None:
        pointers = [line.count("❯") for line in seat.lines]
        assert sum(pointers) == 1
        await seat.press("f", "f", "f")
        assert isinstance(seat.app.screen, PreviewScreen)
        assert seat.app.screen.ledger.findings.has_focus
        await seat.resize(100, 40)
        await seat.press("2")
        assert "not taken · threatened" in seat.text

    preview(project, play)


def test_ids_stand_beside_labels_and_claims_with_their_standing(project: Path) -> None:
    async def play(seat: Seat, _: FileSource) -> None:
        for words in ("1  Refuse  refuse", "anton/the-order, line 11", "refuse  → afterwards", "pay: paid",
                      "anton-told · single account", "nothing found"):  # fmt: skip
            assert words in seat.text
        await seat.press("1")
        assert "after refuse" in seat.text
        assert "Go on  → afterwards" in seat.text
        await seat.press("enter")
        assert "pay: stopped" in seat.text
        await seat.press("enter")
        assert "Begin again at the first page" in seat.text
        await seat.press("enter")
        assert "anton/the-order, line 11" in seat.text
        await seat.press("q")
        assert not seat.app.is_running

    preview(project, play)


def test_a_changed_word_changes_on_the_page_and_the_option_pointed_at_stays(project: Path) -> None:
    async def play(seat: Seat, source: FileSource) -> None:
        await seat.press("down")
        rewrite(project, ("label: Load the ship", "label: Load it all"))
        await read_again(seat, source)
        assert "❯ 2  Load it all  load" in seat.text

    preview(project, play)


def test_findings_that_are_open_over_the_page_follow_the_file(project: Path) -> None:
    async def play(seat: Seat, source: FileSource) -> None:
        await seat.press("f")
        assert "nothing found" in seat.text
        rewrite(project, *FAULTS)
        await read_again(seat, source)
        assert "line 19: " in seat.text
        await seat.press("escape")
        assert "This is the last good page." in seat.text

    preview(project, play, size=(80, 24))


def test_as_long_as_the_file_is_broken_that_is_said_whatever_else_is(project: Path) -> None:
    async def play(seat: Seat, source: FileSource) -> None:
        rewrite(project, *FAULTS)
        await read_again(seat, source)
        await seat.press("f", "down", "down", "enter")
        assert "anton/home" in seat.text
        assert "This is the last good page." in seat.text

    preview(project, play)


def test_a_scene_that_is_renamed_is_told_and_named_back_the_trail_stands_there_again(project: Path) -> None:
    async def play(seat: Seat, source: FileSource) -> None:
        await seat.press("1", "enter", "enter")
        assert "anton/home, line" in seat.text
        rewrite(project, ("next: home", "next: away"), ("\n  home:\n", "\n  away:\n"))
        await read_again(seat, source)
        assert "You stood at “home”. The same steps now lead to “away”." in " ".join(seat.text.split())
        rewrite(project, ("      refuse:\n", "      deny:\n"))
        await read_again(seat, source)
        assert "there is no choice “refuse”" in seat.text
        assert "anton/the-order, line" in seat.text
        rewrite(project, ("      deny:\n", "      refuse:\n"))
        await read_again(seat, source)
        assert "anton/away, line" in seat.text
        rewrite(project, ("\n  away:\n", "\n  far:\n    was: away\n"), ("next: away", "next: far"))
        await read_again(seat, source)
        assert "is called “far” now" in seat.text

    preview(project, play)


def test_a_story_that_could_not_be_shown_opens_at_its_scene_once_it_is_mended(project: Path) -> None:
    rewrite(project, *FAULTS)

    async def play(seat: Seat, source: FileSource) -> None:
        assert seat.name == "ErrorScreen"
        await seat.press("2")
        assert "There is no page to go to yet." in seat.text
        rewrite(project, *((new, old) for old, new in FAULTS))
        await read_again(seat, source)
        assert seat.name == "PreviewScreen"
        assert "anton/home, line" in seat.text

    preview(project, play, scene="home")


@pytest.mark.parametrize("size", SIZES[1:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_page_that_is_scrolled_stays_where_it_is(project: Path, size: tuple[int, int]) -> None:
    long = "The foreman tells him to load the ship, or leave. " * 120
    rewrite(project, ("text: The foreman tells him to load the ship, or leave.", f"text: {long}"))

    async def play(seat: Seat, source: FileSource) -> None:
        await seat.press("pagedown")
        screen = seat.app.screen
        assert isinstance(screen, PreviewScreen)
        top = screen.column.scroll_offset.y
        assert top > 0
        rewrite(project, ("label: Refuse", "label: Refuse it"))
        await read_again(seat, source)
        assert screen.column.scroll_offset.y == top
        await seat.click("↓ more")
        assert screen.column.scroll_offset.y > top

    preview(project, play, size=size)


def test_where_claims_and_acts_are_missing_the_page_and_what_lies_behind_are_still_shown(project: Path) -> None:
    """A writer names what she has not written yet."""
    rewrite(project, ("act: refuse-order", "act: not-yet"), *LINK)

    async def play(seat: Seat, _: FileSource) -> None:
        await seat.press("1", "enter", "enter")
        assert "anton-hme · there is no such claim" in seat.text
        for key, screen in (("s", "SourcesScreen"), ("m", "StoryMapScreen"), ("j", "ForksScreen"), ("l", "LogScreen"),
                            ("p", "RouteScreen"), ("b", "DebriefScreen"), ("t", TIMELINE),
                            ("x", "CompareScreen"), ("question_mark", "HelpScreen")):  # fmt: skip
            await seat.press(key)
            assert seat.name == screen
            await seat.press("escape")
        assert seat.name == "PreviewScreen"

    preview(project, play)


def test_a_record_that_is_entered_from_a_panel_is_opened_in_the_preview(project: Path) -> None:
    async def play(seat: Seat, _: FileSource) -> None:
        await seat.press("x", "enter")
        assert seat.name == "PreviewScreen"

    preview(project, play)


@pytest.mark.parametrize(("editor", "said"), [
    ("vim", ["vim", "+7", "a.yaml"]),
    ("/usr/bin/emacs -nw", ["/usr/bin/emacs", "-nw", "+7", "a.yaml"]),
    ("code --wait", ["code", "--wait", "--goto", "a.yaml:7"]),
    ("hx", ["hx", "a.yaml:7"]),
    ("my-editor", ["my-editor", "a.yaml"]),
])  # fmt: skip
def test_an_editor_is_told_the_line_as_it_wants_to_be_told(editor: str, said: list[str]) -> None:
    assert command(editor, "a.yaml", 7) == said
