"""What does the terminal's title say while the game runs?"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from wayout.locale import strings

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
