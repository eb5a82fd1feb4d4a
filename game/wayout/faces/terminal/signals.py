"""What happens when the system tells the program to end, or the terminal is gone?"""

import asyncio
import select
import signal
import sys
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any

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
