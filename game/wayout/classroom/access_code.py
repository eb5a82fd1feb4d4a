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

CODE_ALPHABET = "0123456789"
"""Digits are read from a wall without mistake, and typed on any keyboard."""
CODE_DIGITS = 8
"""Digits of a code."""
MAX_WRONG_CODES_PER_ADDRESS = 10
"""Wrong codes of one address within the window, after which its answers are delayed."""
MAX_WRONG_CODES = 60
"""Wrong codes of all addresses together within the window, after which all answers are delayed."""
WRONG_CODE_WINDOW = 60.0
"""Seconds after which wrong codes are counted from zero again."""
WRONG_CODE_DELAY = 5.0
"""Seconds by which an answer is delayed."""
MAX_ADDRESSES_COUNTED = 10_000
"""Addresses whose wrong codes are counted by themselves: it bounds the memory."""


def new_code() -> str:
    """A code: one of a hundred million."""
    return "".join(choice(CODE_ALPHABET) for _ in range(CODE_DIGITS))


def as_code(typed: str) -> str:
    """A code as it was typed, without the spaces that make a code easier to read."""
    return "".join(typed.split()).replace("-", "")


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
        """Seconds by which the answer to a code from an address is delayed."""
        self._turn_window()
        is_many = (
            self._wrong.get(self.hashed(address), 0) >= MAX_WRONG_CODES_PER_ADDRESS
            or self._all_wrong >= MAX_WRONG_CODES
        )
        return WRONG_CODE_DELAY if is_many else 0.0

    def opens(self, typed: str, address: str) -> bool:
        """Whether a code is right."""
        self._turn_window()
        if compare_digest(as_code(typed).encode(), self.code.encode()):
            return True
        who = self.hashed(address)
        self._all_wrong += 1
        if who in self._wrong or len(self._wrong) < MAX_ADDRESSES_COUNTED:
            self._wrong[who] = self._wrong.get(who, 0) + 1
        return False

    @property
    def guesses(self) -> int:
        """How many wrong codes came within the window, if they are more than a class mistypes; else 0."""
        self._turn_window()
        is_many = (
            max(self._wrong.values(), default=0) >= MAX_WRONG_CODES_PER_ADDRESS or self._all_wrong >= MAX_WRONG_CODES
        )
        return self._all_wrong if is_many else 0

    def change(self) -> None:
        """Replace the code by a new one."""
        self.code = new_code()

    def wipe(self) -> None:
        """Forget every address."""
        self._wrong.clear()
        self._all_wrong = 0

    def _turn_window(self) -> None:
        if self._now() - self._since > WRONG_CODE_WINDOW:
            self._since = self._now()
            self.wipe()
