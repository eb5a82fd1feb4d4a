"""What happens when the system tells the program to end, or the terminal is gone?

Signal handlers (SIGTERM, SIGHUP) and their exit status, the terminal's window title, and style sheets joined at
start.
"""

import asyncio
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from wayout.locale import strings

if TYPE_CHECKING:
    from textual.app import App

SIGNALED = 128
"""Added to a signal's number, it is the exit status of a program that the signal ended, as shells tell it."""


def end_on_signals(app: "App[Any]") -> None:
    """Leave as by the key, with the screen as it was before. All that was done is kept already."""
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        for each in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(each, app.exit, None, SIGNALED + each)
        if sys.__stdin__ is not None:
            gone = (loop, app, sys.__stdin__.fileno())
            Thread(target=_end_when_gone, args=gone, name="terminal-gone", daemon=True).start()


def _end_when_gone(loop: asyncio.AbstractEventLoop, app: "App[Any]", terminal: int) -> None:
    """Wait until nobody is at the other end of the terminal: who does not control it is sent no signal then.

    Textual would read without end that there is nothing to read.
    """
    poll = select.poll()
    poll.register(terminal, 0)
    poll.poll()
    with suppress(RuntimeError):  # the app has ended by itself
        loop.call_soon_threadsafe(app.exit, None, SIGNALED + signal.SIGHUP)


OURS, FORMER = f"\x1b[22;2t\x1b]2;{strings.APP}\x07", "\x1b[23;2t"
"""The terminal keeps the former title on its stack (XTWINOPS 22 and 23)."""


@contextmanager
def titled(*, former: bool = False) -> Iterator[None]:
    """Our title while something runs; or the former one while the game does not."""
    before, after = (FORMER, OURS) if former else (OURS, FORMER)
    _send(before)
    try:
        yield
    finally:
        _send(after)


def _send(code: str) -> None:
    """Send something to the terminal beside what is painted."""
    out = sys.__stderr__
    if out is not None and out.isatty():
        out.write(code)
        out.flush()


def sheet(module: str, name: str = "") -> str:
    """The text of a .tcss file beside a module, given its `__file__`; read once, when the class is made.

    `name` is that of a widget which is not the first of its module.
    """
    file = Path(module).with_name(f"{name}.tcss") if name else Path(module).with_suffix(".tcss")
    return file.read_text(encoding="utf-8")
