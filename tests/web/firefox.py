"""Firefox, driven over Marionette, the protocol of WebDriver that it speaks itself: JSON with its length before it."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.web.windows import PATIENCE, Window

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
MISSING = "" if FIREFOX else "Firefox is not installed: apt-get install firefox-esr"
PREFERENCES = {
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
    "app.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "services.settings.server": "",
}
"""So that it asks the network for nothing."""


class Firefox(Window):
    """One window."""

    def __init__(self, port: int) -> None:
        self.stream = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.buffer = b""
        self.count = 0
        self._read()  # how it introduces itself
        self._ask("WebDriver:NewSession", capabilities={"alwaysMatch": {"acceptInsecureCerts": False}})

    def open(self, url: str) -> None:
        """Load an address."""
        self._ask("WebDriver:Navigate", url=url)

    def run(self, script: str, *args: object) -> Any:
        """What a script in the page returns."""
        return self._ask("WebDriver:ExecuteScript", script=script, args=args)["value"]

    def perform(self, actions: list[dict[str, object]]) -> None:
        """Actions of input devices."""
        self._ask("WebDriver:PerformActions", actions=actions)

    def back(self) -> None:
        """The browser's Back."""
        self._ask("WebDriver:Back")

    def forward(self) -> None:
        """The browser's Forward."""
        self._ask("WebDriver:Forward")

    def reload(self) -> None:
        """The browser's Reload."""
        self._ask("WebDriver:Refresh")

    def close(self) -> None:
        """End it."""
        self._ask("WebDriver:DeleteSession")
        self.stream.close()

    def _ask(self, command: str, **given: object) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, command, given]).encode()
        self.stream.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def _read(self) -> Any:
        while b":" not in self.buffer:
            self.buffer += self._some()
        length, _, self.buffer = self.buffer.partition(b":")
        while len(self.buffer) < int(length):
            self.buffer += self._some()
        said, self.buffer = self.buffer[: int(length)], self.buffer[int(length) :]
        return json.loads(said)

    def _some(self) -> bytes:
        came = self.stream.recv(65536)
        assert came, "Firefox has gone"
        return came


@contextlib.contextmanager
def firefox() -> Iterator[Firefox]:
    """A window that nobody sees, with a profile of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as profile:
        wanted = PREFERENCES | {"marionette.port": 0}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
        Path(profile, "user.js").write_text("".join(lines), encoding="utf-8")
        command = [str(FIREFOX), "--headless", "--marionette", "--no-remote", "--profile", profile]
        env = {**os.environ, "HOME": profile}
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, env=env
        ) as run:
            try:
                window = Firefox(_port(Path(profile, "MarionetteActivePort")))
                yield window
                window.close()
            finally:
                os.killpg(run.pid, signal.SIGTERM)


def _port(file: Path) -> int:
    """Where it listens, which it writes down once it does."""
    for _ in range(PATIENCE * 10):
        if file.exists() and (said := file.read_text(encoding="ascii").strip()):
            return int(said)
        time.sleep(0.1)
    raise AssertionError("Firefox does not listen")
