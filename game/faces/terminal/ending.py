"""What happens when the system tells the program to end, or the terminal is gone?"""

import asyncio
import signal
import sys
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
