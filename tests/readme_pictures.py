"""How does Wayout look? `python -m tests.readme_pictures` draws the README's pictures: terminal, web, board, paper."""

import asyncio
import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright
from textual.app import App

from tests.classroom.classes import read
from tests.web.conftest import CHROMIUM, TAKES_TIME
from wayout.classroom.access_code import AccessCode
from wayout.classroom.board import ClassApp
from wayout.classroom.board_view import ClassLesson
from wayout.classroom.class_state import ClassState
from wayout.classroom.tally import CountedQuestion
from wayout.commands.export import to_booklet, to_html
from wayout.faces.terminal.app import SMALL, WayoutApp
from wayout.faces.terminal.debounce import SWITCH_VARIABLE
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.play.state import Reader

FOLDER = Path(__file__).parent / "terminal" / "pictures"
RECORD = "vasiliy"
TERMINAL: dict[str, tuple[str | None, str | None, tuple[str, ...], tuple[int, int]]] = {
    "library": (None, None, (), (100, 28)),
    "reading": (RECORD, "the-call", (), (120, 30)),
    "outcome": (RECORD, "kazakhstan", ("2", "v"), (160, 34)),
}
"""Of each picture: a story and a scene, the keys pressed there, the size in columns and lines."""
FIRST_CHOICES = (13, 7)
"""How many pupils took each option of the first fork, on the board."""
PAGES_READ = 12
"""Keys after which a reader of the browser stands at the first fork at the latest."""
WEB_SIZE, PAPER_SIZE = ViewportSize(width=820, height=760), ViewportSize(width=620, height=877)
"""In CSS pixels; of a sheet of A5."""


async def terminal(app: App[None], keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """A moment in the terminal, as SVG that asks no other site for its letters."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert app.screen.id != SMALL, f"{size} is too small a window"
        svg = app.export_screenshot(title="wayout")
    return re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")


def board(library: Library) -> App[None]:
    """A class at the first fork of a record."""
    room, gate = ClassState((RECORD,)), AccessCode("48215093", lambda: 0.0)
    fork = next(name for name, scene in library.stories[RECORD].scenes.items() if scene.choices)
    for option, pupils in zip(library.scene(RECORD, fork).choices, FIRST_CHOICES, strict=False):
        for _ in range(pupils):
            seat = room.take_seat(0.0) or ""
            read(room, seat, (RECORD, fork))
            room.answered(seat, CountedQuestion(RECORD, fork), option)
    return ClassApp(ClassLesson(library, room, gate, "http://192.0.2.20:8000", True, lambda: 0.0))


def web(browser: Browser, file: Path) -> bytes:
    """The first fork of a record, in a browser."""
    page = browser.new_page(viewport=WEB_SIZE, device_scale_factor=1)
    page.add_init_script(TAKES_TIME)
    page.goto(file.as_uri())
    page.get_by_text(RECORD.capitalize(), exact=True).first.click()
    page.keyboard.press("1")
    for _ in range(PAGES_READ):
        if page.locator(".moves li").count() > 1:
            break
        page.keyboard.press("Enter")
    return page.screenshot()


def paper(browser: Browser, file: Path) -> bytes:
    """The first sections of a booklet."""
    page = browser.new_page(viewport=PAPER_SIZE, device_scale_factor=1)
    page.emulate_media(media="print")
    page.goto(file.as_uri())
    page.evaluate("document.body.style.margin = '56px 60px'")
    page.locator("article[id]").first.evaluate("one => window.scrollTo(0, one.offsetTop - 10)")
    return page.screenshot()


def main() -> None:
    """Draw them all."""
    for name in ("NO_COLOR", "TEXTUAL_THEME"):
        os.environ.pop(name, None)
    os.environ[SWITCH_VARIABLE] = "off"
    library = load(shipped()).library
    for name, (story, scene, keys, size) in TERMINAL.items():
        _write(f"{name}.svg", asyncio.run(terminal(WayoutApp(library, Reader(), story, scene), keys, size)).encode())
    _write("board.svg", asyncio.run(terminal(board(library), ("t",), (90, 20))).encode())
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        edition, booklet = Path(folder, "edition.html"), Path(folder, "booklet.html")
        to_html(library, (), edition)
        to_booklet(library, (RECORD,), booklet, gentle=False, in_order=False, paper="A5")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        _write("web.png", web(browser, edition))
        _write("paper.png", paper(browser, booklet))
        browser.close()


def _write(name: str, data: bytes) -> None:
    (FOLDER / name).write_bytes(data)
    sys.stdout.write(f"{FOLDER / name}\n")


if __name__ == "__main__":
    main()
