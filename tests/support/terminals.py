"""The installed command in a real pseudo-terminal, read as a person reads it, and ended in any case."""

import os
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType
from typing import Self

import pexpect
import pyte

from wayout.locale import strings

PATIENCE = 60
"""Seconds after which nothing is waited for any longer: far more than a busy machine takes."""
SETTLED = 0.6
"""Seconds without a byte after which the program has painted what it had to."""
LOOK = 0.05
"""Seconds from one look to the next."""


def _take_ctrl_c() -> None:
    """As a terminal starts a program: what runs in the background of a script ignores ctrl+c, and so would its own."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Screen:
    """One running of a command, and what stands on its screen."""

    def __init__(
        self, command: list[str], *args: str, columns: int = 80, rows: int = 24, cwd: str | None = None, **env: str
    ) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            command[0], [*command[1:], *args], dimensions=(rows, columns), timeout=PATIENCE,
            cwd=cwd, env={**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **env},
            preexec_fn=_take_ctrl_c,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """As a power cut does; `pexpect.spawn.close` gives a process only a tenth of a second to be gone."""
        if not self.child.terminated:
            self.child.kill(signal.SIGKILL)
            self._await_end()
        self.child.close()

    @property
    def pid(self) -> int:
        assert self.child.pid is not None
        return self.child.pid

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def play_to_the_first_outcome(self) -> None:
        """From the first page of Vesna's record to what follows when he refuses."""
        for text, key in (
            ("a ferryman in the river", "\r"),
            ("How he tries is not told", "\r"),
            ("What does he answer?", "1"),
        ):
            self.until(text)
            self.press(key)
        self.until("taken · recorded")

    def go_on_until(self, text: str) -> None:
        """Line by line, press Enter at each pause until a text stands on the screen."""
        pause = f"Enter  {strings.GO_ON}"
        while text not in self.text:
            self.until_it(lambda: text in self.text or pause in self.text, f"neither {text!r} nor a pause")
            if text not in self.text:
                self.screen.reset()
                self.press("\r")

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def hold(self, key: str, times: int, every: float) -> float:
        """Press a key as a keyboard repeats one that is held down; what comes is read, and drawn only afterwards.

        Gives the longest pause that there was between two of them, in seconds: a busy machine is late with this too.
        """
        came, due = b"", time.monotonic()
        last, longest = due, 0.0
        try:
            for _ in range(times):
                while (left := due - time.monotonic()) > 0:
                    if select.select([self.child.child_fd], [], [], left)[0]:
                        came += os.read(self.child.child_fd, 65536)
                now = time.monotonic()
                last, longest, due = now, max(longest, now - last), max(due, now) + every
                os.write(self.child.child_fd, key.encode())
        except OSError:
            self.child.flag_eof = True
        self.raw += came
        self.stream.feed(came)
        return longest

    def until(self, text: str, *, gone: bool = False) -> str:
        """Read until a text stands on the screen, or does so no longer."""
        self.until_it(lambda: (text in self.text) != gone, f"{text!r} is {'still' if gone else 'not'} on the screen")
        return self.text

    def until_sent(self, words: bytes) -> bytes:
        """Read until these were sent since now: all that came."""
        before = len(self.raw)
        self.until_it(lambda: words in self.raw[before:], f"{words!r} is not sent")
        return self.raw[before:]

    def until_it(self, holds: Callable[[], bool], or_else: str) -> None:
        """Read until something holds."""
        end = time.monotonic() + PATIENCE
        while not holds():
            try:
                self._take(LOOK)
            except pexpect.TIMEOUT:
                assert time.monotonic() < end, f"{or_else}:\n{self.text}"
            except pexpect.EOF:
                raise AssertionError(f"{or_else}, and the program has ended:\n{self.text}") from None

    def settle(self, first: float = SETTLED) -> bytes:
        """Read until nothing comes any more, waiting some seconds for the first byte: all that came."""
        came, patience = b"", first
        while True:
            try:
                came, patience = came + self._take(patience), SETTLED
            except (pexpect.TIMEOUT, pexpect.EOF):
                return came

    def silence(self, seconds: float) -> bytes:
        """What is sent in a time."""
        came, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                came += self._take(LOOK)
            except pexpect.TIMEOUT:
                continue
        return came

    def rest(self) -> bytes:
        """Read until the program has ended: all that came."""
        self.child.expect(pexpect.EOF)
        came = self.child.before or b""
        self.raw += came
        self._await_end()
        return came

    def _take(self, seconds: float) -> bytes:
        came = self.child.read_nonblocking(65536, timeout=seconds)
        self.raw += came
        self.stream.feed(came)
        return came

    def _await_end(self) -> None:
        """Wait until the process has ended, looking at it without taking its status away from `pexpect`."""
        end = time.monotonic() + PATIENCE
        with suppress(ChildProcessError):  # it has seen the end already
            while os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                assert time.monotonic() < end, "the program does not end"
                time.sleep(0.01)
        self.child.wait()
