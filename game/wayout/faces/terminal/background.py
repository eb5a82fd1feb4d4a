"""Is the terminal's page dark or light?

The query for the terminal's background colour (COLORFGBG, OSC 11 of xterm's control sequences), and how long an answer
is waited for.

It is asked before Textual is imported, and the answer is read after that: nothing waits for it. One that comes later is
taken out of what is typed. So nothing of Textual is imported here.
"""

import os
import re
import select
import sys
from collections.abc import Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

if TYPE_CHECKING:
    from textual import events

Background = Literal["dark", "light"]

QUERY = b"\x1b]11;?\x1b\\"
REPLY = r"(?i)11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})"
NEVER_ASKED = ("linux", "dumb", "unknown")
"""Terminals that would print the question."""
LIGHT_NUMBERS = {"7", *(str(number) for number in range(9, 16))}
"""Of the 16 colours, those that a light page has: white, and the bright ones but for grey."""
REPLY_TIMEOUT = 5.0
"""Seconds after which an answer is no longer waited for."""
REPLY_REST_TIMEOUT = 0.05
"""Seconds in which the rest of an answer comes."""
TYPED_REPLY_GAP = 0.5
"""Seconds between two signs of an answer that comes among the keys: for its end, Textual waits for more."""
PART = r"(?i)\^?\]?1{0,2};?(r(g(b(a?:?[0-9a-f/]{0,19}[\\\x07]?)?)?)?)?"
"""Any beginning of one as it is typed; its escape comes as a circumflex, or not at all."""
HALF = 0.5


def told_background(env: Mapping[str, str]) -> Background | None:
    """What the environment says: COLORFGBG is "ink;paper", or "ink;other;paper", in numbers of the 16 colours."""
    ground = env.get("COLORFGBG", "").rpartition(";")[2]
    return None if not ground.isdecimal() else "light" if ground in LIGHT_NUMBERS else "dark"


def replied_background(reply: str) -> Background | None:
    """What an answer says: light from half of the way to white on, as the eye weighs the colours (Rec. 709)."""
    found = re.search(REPLY, reply)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return "light" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > HALF else "dark"


class BackgroundQuery:
    """The question, asked as long as this is entered; the terminal shows nothing of the answer meanwhile."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.background = told_background(env)
        self.is_asked = self.background is None and env.get("TERM", "") not in NEVER_ASKED and sys.platform != "win32"

    def __enter__(self) -> Self:
        if self.is_asked and sys.platform != "win32":
            import termios

            self._input, self._output = sys.stdin.fileno(), sys.stdout.fileno()
            self._before = termios.tcgetattr(self._input)
            silent = termios.tcgetattr(self._input)
            silent[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self._input, termios.TCSANOW, silent)
            os.write(self._output, QUERY)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.is_asked and sys.platform != "win32":
            import termios

            termios.tcsetattr(self._input, termios.TCSANOW, self._before)

    def read(self) -> None:
        """Take the answer if it is there."""
        reply = b""
        while self.is_asked and select.select([self._input], [], [], REPLY_REST_TIMEOUT if b"\x1b]" in reply else 0)[0]:
            came = os.read(self._input, 1024)
            reply += came
            if not came or reply.endswith((b"\x07", b"\x1b\\")):
                break
        self.background = self.background or replied_background(reply.decode(errors="ignore"))


class LateReply:
    """An answer that comes among the keys: Textual (8.2) gives what it does not know as keys, one for each sign."""

    def __init__(self, asked_at: float) -> None:
        self.asked_at = asked_at
        self.text = ""
        self.taken_at = asked_at

    def takes(self, event: "events.Key") -> bool:
        """Whether a key is part of it."""
        is_in_time = event.time - (self.taken_at if self.text else self.asked_at) < (
            TYPED_REPLY_GAP if self.text else REPLY_TIMEOUT
        )
        text = self.text + (event.character or "")
        if not is_in_time or self._is_whole or text[:1] not in ("^", "]") or re.fullmatch(PART, text) is None:
            return False
        self.text, self.taken_at = text, event.time
        return True

    @property
    def background(self) -> Background | None:
        """What it says, once it is whole."""
        return replied_background(self.text) if self._is_whole else None

    @property
    def _is_whole(self) -> bool:
        return self.text.endswith(("\\", "\x07"))
