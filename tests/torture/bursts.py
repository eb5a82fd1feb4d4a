"""Does any burst of keys, clicks and resizes end the game, or decide more than what was seen?

The real command runs full screen in a pseudo-terminal, with as many busy processes beside it as is wished. At the
library, a notice, the page on the war or a page of a record it gets a burst: keys in one packet, a key held down,
clicks, double clicks, other sizes of the window. Whatever came, the game is alive or was left as one leaves it; and of
all that was sent, what came first may have led to the next page, where nothing was decided.
"""

import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pexpect

from tests.support.terminals import Screen
from wayout.locale import strings
from wayout.store.shelf import Shelf

Talk = Callable[[str], None]
WAYOUT = [str(Path(sys.executable).with_name("wayout"))]
COLUMNS, ROWS = 100, 40
SIZES = ((100, 40), (80, 24), (40, 20), (30, 10), (120, 50))
KEYS = ("\r", "\r", " ", " ", "1", "1", "2", "3", "4", "q", "\x1b", "s", "v", "m", "u", "r", "b", "f", "l", "p", "g",
        "x", "t", "w", "d", "a", ",", "?", "/", "n", "\x1b[A", "\x1b[B", "\x1b[6~", "\x10", "\t")  # fmt: skip
HELD = ("\r", " ", "1", "2", "q", "\x1b", "u", "\x1b[B", "s", "?", "v")
OFTEN = 0.033
"""Seconds between two keys of one that is held."""
HOLD_DELAYS = (OFTEN, 0.25, 0.5, 0.66)
"""Seconds from a key that goes down to its first repeat, as keyboards have them."""
LET_GO = 0.1
"""Seconds without a key in which a machine that is busy has let it go, and it was pressed anew."""
SEEN = 0.5
"""Seconds that a page is looked at before a burst."""
QUIET = 0.7
"""Seconds without a byte after which all that comes of a burst has come."""
WAR = "river guard of Varn goes"
LIBRARY, NOTICE, WAR_PAGE, PAGE, FORK = "library", "notice", "war", "page", "fork"
PLACES = {
    LIBRARY: ((), "Wim"),
    NOTICE: (("play", "vesna"), strings.TO_LIBRARY),
    WAR_PAGE: (("play", "vesna"), WAR),
    PAGE: (("play", "vesna", "--from", "the-contract"), strings.BY_ENTER),
    FORK: (("play", "vesna", "--from", "the-call"), "What does he do?"),
}
"""How one comes to a place, and what stands there."""


def bursts(count: int, seed: int, talk: Talk, busy: int = 3) -> None:
    """Send so many bursts; raises AssertionError with what was sent where the game does not bear one."""
    chosen = random.Random(seed)
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder, _busy(busy):
        cache = Path(folder) / "cache"
        cache.mkdir()
        for number in range(count):
            home = Path(folder) / str(number)
            home.mkdir()
            (home / "cache").symlink_to(cache)
            place = chosen.choice(tuple(PLACES))
            counts[f"{place}, {_burst(place, home, chosen)}"] += 1
            if (number + 1) % 50 == 0:
                talk(f"  {number + 1} bursts")
    told = "; ".join(f"{what}: {times}" for what, times in sorted(counts.items()))
    talk(f"{count} bursts, no crash, nothing decided unseen ({told})")


def _burst(place: str, home: Path, chosen: random.Random) -> str:
    """One burst at a place; how the game was afterwards."""
    args, there = PLACES[place]
    with Screen(WAYOUT, *args, columns=COLUMNS, rows=ROWS, WAYOUT_HOME=str(home), WAYOUT_DEBOUNCE="on") as seat:
        if place == WAR_PAGE:
            seat.until(strings.TO_LIBRARY)
            seat.settle(SEEN)
            seat.press("1")
        seat.until(there)
        seat.settle(SEEN)
        sent, pause = _send(seat, chosen)
        where = f"{sent!r} at the {place}"
        try:
            seat.settle(QUIET)
            seat.child.setwinsize(ROWS, COLUMNS)
            seat.settle(QUIET)
        except OSError:
            pass
        ended = not seat.child.isalive()
        assert not ended or seat.child.exitstatus == 0, f"{where} ended the game:\n{seat.raw[-3000:].decode()}"
        text = seat.text
    if pause > LET_GO:
        return "sent too slowly to tell"
    shelf = Shelf(home / "shelf.db")
    latest, told = shelf.latest(), shelf.has_shown_foreword("harbour", "the-marsh")
    shelf.close()
    steps = 0 if latest is None else len(latest.trail.steps)
    assert steps <= (place in (PAGE, FORK)), f"{where} decided {steps} times"
    assert not told or place not in (LIBRARY, NOTICE), f"{where} led past the page on the war"
    assert place != LIBRARY or not (WAR in text and strings.GO_ON in text), f"{where} led past the notice"
    return "left" if ended else "alive"


def _send(seat: Screen, chosen: random.Random) -> tuple[list[bytes], float]:
    """Keys in one packet, or one held down, or anything at once: what was sent, and the longest pause of one held."""
    how = chosen.choice(("packet", "packet", "held", "mixed"))
    seat.child.delaybeforesend = None
    if how == "held":
        return _hold(seat, chosen)
    if how == "packet":
        sent = ["".join(_thing(chosen) for _ in range(chosen.randint(2, 12)))]
    else:
        sent = [_thing(chosen) for _ in range(chosen.randint(3, 12))]
    with suppress(OSError, pexpect.EOF):
        for one in sent:
            if how == "mixed" and chosen.random() < 0.2:
                seat.child.setwinsize(*reversed(chosen.choice(SIZES)))
            seat.press(one)
            seat.silence(0)
    return [one.encode() for one in sent], 0.0


def _hold(seat: Screen, chosen: random.Random) -> tuple[list[bytes], float]:
    """A key that goes down and, after a while, repeats: all that was sent, and the longest pause between repeats."""
    key, times = chosen.choice(HELD), chosen.randint(10, 40)
    pause = 0.0
    with suppress(OSError, pexpect.EOF):
        seat.hold(key, 1, 0)
        seat.silence(chosen.choice(HOLD_DELAYS))
        pause = seat.hold(key, times, OFTEN)
    return [key.encode()] * (times + 1), pause


def _thing(chosen: random.Random) -> str:
    """A key, a click, or two at one place."""
    if chosen.random() < 0.75:
        return chosen.choice(KEYS)
    x, y = chosen.randint(1, COLUMNS), chosen.randint(1, ROWS)
    return f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m" * chosen.randint(1, 2)


@contextmanager
def _busy(count: int) -> Iterator[None]:
    """So many processes that do nothing but take time."""
    idle = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for each in idle:
            each.kill()
            each.wait()
