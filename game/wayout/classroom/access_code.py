"""Who gets in? Whoever knows the code; whoever guesses is slowed down.

The access code and its rate limit (throttle): length and alphabet of the code, wrong attempts per minute for one
address and for all, the delay after them; compared in constant time.

A rate limit that shuts nobody out: after too many wrong codes every code from there is answered later, the right one
as well. With all the connections that the server holds, some hundred guesses a second are possible of a hundred
million codes; the board says that somebody guesses, and the door can be locked.
"""

from collections.abc import Callable
from hashlib import blake2b
from secrets import choice, compare_digest, token_bytes

ALPHABET = "0123456789"
"""Digits are read from a wall without mistake, and typed on any keyboard."""
LENGTH = 8
GUESSES, ROOM_GUESSES, WINDOW = 10, 60, 60.0
"""Wrong codes of one address, and of all together, within so many seconds, after which answers are late."""
DELAY = 5.0
"""Seconds by which they are late."""
MOST_ADDRESSES = 10_000


def new_code() -> str:
    """A code: one of a hundred million."""
    return "".join(choice(ALPHABET) for _ in range(LENGTH))


def as_code(said: str) -> str:
    """What was typed, without the spaces that make a code easier to read."""
    return "".join(said.split()).replace("-", "")


class AccessCode:
    """The code of a class. An address is only kept as a hash under a key of this run, and for a minute."""

    def __init__(self, code: str, now: Callable[[], float]) -> None:
        self.code = code
        self._now = now
        self._key = token_bytes(16)
        self._since = now()
        self._wrong: dict[bytes, int] = {}
        self._all_wrong = 0

    def hashed(self, address: str) -> bytes:
        """An address, so that it can be told from others and from nothing be read back."""
        return blake2b(address.encode(), key=self._key, digest_size=8).digest()

    def delay(self, address: str) -> float:
        """Seconds after which a code from there is to be looked at."""
        self._turn_window()
        is_many = self._wrong.get(self.hashed(address), 0) >= GUESSES or self._all_wrong >= ROOM_GUESSES
        return DELAY if is_many else 0.0

    def opens(self, said: str, address: str) -> bool:
        """Whether a code is right."""
        self._turn_window()
        if compare_digest(as_code(said).encode(), self.code.encode()):
            return True
        who = self.hashed(address)
        self._all_wrong += 1
        if who in self._wrong or len(self._wrong) < MOST_ADDRESSES:
            self._wrong[who] = self._wrong.get(who, 0) + 1
        return False

    @property
    def guesses(self) -> int:
        """How many wrong codes came within the window, if they are more than a class mistypes; else 0."""
        self._turn_window()
        is_many = max(self._wrong.values(), default=0) >= GUESSES or self._all_wrong >= ROOM_GUESSES
        return self._all_wrong if is_many else 0

    def change(self) -> None:
        """Another code."""
        self.code = new_code()

    def wipe(self) -> None:
        """Forget every address."""
        self._wrong.clear()
        self._all_wrong = 0

    def _turn_window(self) -> None:
        if self._now() - self._since > WINDOW:
            self._since = self._now()
            self.wipe()
