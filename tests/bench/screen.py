"""What does a program show in a terminal of 80 × 24, and when did it get there?

Bytes are stamped as they arrive; the terminal (pyte) is fed with them only while the program is quiet, so that drawing
them here takes no time from the program. A moment is that of the bytes after which the screen was as wanted.
"""

import os
import pty
import select
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

COLUMNS, ROWS = 80, 24
QUIET = 0.03
"""Seconds without a byte after which the screen is looked at."""
PATIENCE = 30.0
"""Seconds after which a program is given up."""

Display = tuple[str, ...]


class Terminal:
    """A program in a terminal."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._end, inner = pty.openpty()
        termios.tcsetwinsize(inner, (ROWS, COLUMNS))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=env,
                                         start_new_session=True)  # fmt: skip
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the program, whatever it was doing."""
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    @property
    def display(self) -> Display:
        """The rows of the screen as they are."""
        return tuple(line.rstrip() for line in self._screen.display)

    @property
    def peak(self) -> int:
        """The most memory that the program held so far, in bytes; where the system does not tell, FileNotFoundError."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return 1024 * next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))

    def until(self, wanted: Callable[[Display], bool]) -> float:
        """The moment at which the screen was first as wanted."""
        waiting: list[tuple[float, bytes]] = []
        deadline = time.perf_counter() + PATIENCE
        while time.perf_counter() < deadline:
            if self._is_ready(QUIET):
                waiting.append(self._read())
                continue
            moments: list[float] = []
            for moment, data in waiting:
                self._stream.feed(data)
                if not moments and wanted(self.display):
                    moments.append(moment)
            if moments:
                return moments[0]
            waiting.clear()
        raise TimeoutError("\n".join(("The screen never came to what was wanted; it is:", *self.display)))

    def press(self, key: str) -> float:
        """Press a key; the moment of it."""
        moment = time.perf_counter()
        os.write(self._end, key.encode())
        return moment

    def settle(self, quiet: float = 0.4) -> Display:
        """The screen once the program has been quiet for a good while."""
        while self._is_ready(quiet):
            self._stream.feed(self._read()[1])
        return self.display

    def _is_ready(self, patience: float) -> bool:
        return bool(select.select([self._end], [], [], patience)[0])

    def _read(self) -> tuple[float, bytes]:
        try:
            data = os.read(self._end, 65536)
        except OSError as error:
            raise RuntimeError("\n".join(("The program has ended; its last screen is:", *self.display))) from error
        return time.perf_counter(), data
