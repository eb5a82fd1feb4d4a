"""What is done in a window of a browser, whichever protocol drives it?"""

import contextlib
import time
from abc import ABC, abstractmethod
from typing import Any

PATIENCE = 60
"""Seconds after which nothing is waited for any longer."""
ENTER, ESCAPE, TAB = "\ue007", "\ue00c", "\ue004"
"""Keys, as WebDriver writes them."""


class Window(ABC):
    """One window; what its browser understands is said by each in its own way."""

    @abstractmethod
    def open(self, url: str) -> None:
        """Load an address."""

    @abstractmethod
    def back(self) -> None:
        """The browser's Back."""

    @abstractmethod
    def forward(self) -> None:
        """The browser's Forward."""

    @abstractmethod
    def reload(self) -> None:
        """The browser's Reload."""

    @abstractmethod
    def run(self, script: str, *args: object) -> Any:
        """What a script in the page returns."""

    @abstractmethod
    def perform(self, actions: list[dict[str, object]]) -> None:
        """Actions of input devices, as WebDriver (W3C) has them."""

    def press(self, *keys: str) -> None:
        """Keys, to what is in focus, as a keyboard sends them."""
        for key in keys:
            strokes = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
            self.perform([{"type": "key", "id": "keyboard", "actions": strokes}])

    def go(self, selector: str) -> None:
        """Press Enter on what leads to another page, and wait until that is there."""
        self.run("document.isLeft = true; document.querySelector(arguments[0]).focus()", selector)
        self.press(ENTER)
        for _ in range(PATIENCE * 10):
            with contextlib.suppress(Exception):  # while one page goes, some browsers run nothing in it
                if self.run("return !document.isLeft && document.readyState === 'complete'"):
                    return
            time.sleep(0.1)
        raise AssertionError(f"{selector} leads nowhere from {self.run('return location.href')}")

    def wait(self, condition: str) -> None:
        """Until a script in the page returns something true."""
        for _ in range(PATIENCE * 10):
            if self.run(f"return {condition}"):
                return
            time.sleep(0.1)
        raise AssertionError(f"never: {condition}; {self.run('return document.body.innerText')}")
