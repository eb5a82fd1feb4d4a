"""WebKit, in which Safari shows pages, driven over its WebDriver protocol (W3C WebDriver, plain HTTP)."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.web.windows import PATIENCE, Window

DRIVER = shutil.which("WebKitWebDriver")
SCREEN = shutil.which("xvfb-run")
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
MISSING = "" if DRIVER and SCREEN and BROWSERS else "WebKit is not installed: apt-get install webkit2gtk-driver xvfb"
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element."""


class WebKit(Window):
    """One window."""

    def __init__(self, home: str) -> None:
        self.home = home
        options = {"binary": str(BROWSERS[-1]), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.session = self._ask("POST", f"{home}/session", wanted)["sessionId"]

    def open(self, url: str) -> None:
        """Load an address."""
        self._do("url", url=url)

    def run(self, script: str, *args: object) -> Any:
        """What a script in the page returns."""
        return self._do("execute/sync", script=script, args=args)

    def perform(self, actions: list[dict[str, object]]) -> None:
        """Actions of input devices."""
        self._do("actions", actions=actions)

    def back(self) -> None:
        """The browser's Back."""
        self._do("back")

    def forward(self) -> None:
        """The browser's Forward."""
        self._do("forward")

    def reload(self) -> None:
        """The browser's Reload."""
        self._do("refresh")

    def close(self) -> None:
        """End it."""
        self._ask("DELETE", f"{self.home}/session/{self.session}")

    def _do(self, what: str, **given: object) -> Any:
        return self._ask("POST", f"{self.home}/session/{self.session}/{what}", given)

    def _ask(self, method: str, url: str, given: object = None) -> Any:
        data = None if given is None else json.dumps(given).encode()
        request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            with error:
                raise AssertionError(error.read().decode()) from None


@contextlib.contextmanager
def webkit() -> Iterator[WebKit]:
    """A window of its own on a screen that nobody sees, gone afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(SCREEN), "--auto-servernum", str(DRIVER), f"--port={port}", "--host=127.0.0.1"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as run:
        try:
            _until_it_listens(port)
            window = WebKit(f"http://127.0.0.1:{port}")
            yield window
            window.close()
        finally:
            os.killpg(run.pid, signal.SIGTERM)


def _until_it_listens(port: int) -> None:
    for _ in range(PATIENCE * 10):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise AssertionError("WebKitWebDriver does not listen")
