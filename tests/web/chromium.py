"""Chromium, driven by Playwright, as one more window: what is asked of Firefox and WebKit is asked of it too."""

import contextlib
import shutil
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.web.windows import ENTER, ESCAPE, TAB, Window

CHROMIUM = shutil.which("chromium")
MISSING = "" if CHROMIUM else "Chromium is not installed: apt-get install chromium"
NAMES = {ENTER: "Enter", ESCAPE: "Escape", TAB: "Tab"}
"""How Playwright calls the keys that WebDriver has as private characters."""


class Chromium(Window):
    """One window."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, url: str) -> None:
        """Load an address."""
        self.page.goto(url)

    def run(self, script: str, *args: object) -> Any:
        """What a script in the page returns."""
        return self.page.evaluate(f"(given) => (function () {{{script}}}).apply(null, given)", list(args))

    def perform(self, actions: list[dict[str, object]]) -> None:
        """Actions of input devices: of these a keyboard alone."""
        for device in actions:
            strokes = device["actions"]
            assert isinstance(strokes, list)
            for stroke in strokes:
                key = NAMES.get(stroke["value"], stroke["value"])
                (self.page.keyboard.down if stroke["type"] == "keyDown" else self.page.keyboard.up)(key)

    def back(self) -> None:
        """The browser's Back."""
        self.page.go_back()

    def forward(self) -> None:
        """The browser's Forward."""
        self.page.go_forward()

    def reload(self) -> None:
        """The browser's Reload."""
        self.page.reload()


@contextlib.contextmanager
def chromium() -> Iterator[Chromium]:
    """A window that nobody sees, gone afterwards."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield Chromium(browser.new_page())
        browser.close()
