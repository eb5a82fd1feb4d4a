"""Who gets in? Whoever knows the code; whoever guesses is slowed down."""

from collections.abc import Callable
from hashlib import blake2b
from secrets import choice, compare_digest, token_bytes

ALPHABET = "0123456789"
"""Digits are read from a wall without mistake, and typed on any keyboard."""
LENGTH = 8
GUESSES, ROOM_GUESSES, WINDOW = 10, 200, 60.0
"""Wrong codes that one address, and all together, may send within a window of so many seconds."""
MOST_ADDRESSES = 10_000


def new_code() -> str:
    """A code: one of a hundred million."""
    return "".join(choice(ALPHABET) for _ in range(LENGTH))


def as_code(said: str) -> str:
    """What was typed, without the spaces that make a code easier to read."""
    return "".join(said.split()).replace("-", "")


class Gate:
    """The code of a class. An address is only kept as a hash under a key of this run, and for a minute."""

    def __init__(self, code: str, now: Callable[[], float]) -> None:
        self.code = code
        self._now = now
        self._key = token_bytes(16)
        self._since = now()
        self._wrong: dict[bytes, int] = {}
        self._all_wrong = 0

    def opens(self, said: str, address: str) -> bool | None:
        """Whether a code is right; None where too many wrong ones came: then none is looked at."""
        if self._now() - self._since > WINDOW:
            self._since = self._now()
            self._wrong.clear()
            self._all_wrong = 0
        who = blake2b(address.encode(), key=self._key, digest_size=8).digest()
        if self._wrong.get(who, 0) >= GUESSES or self._all_wrong >= ROOM_GUESSES:
            return None
        if compare_digest(as_code(said).encode(), self.code.encode()):
            return True
        self._all_wrong += 1
        if len(self._wrong) < MOST_ADDRESSES:
            self._wrong[who] = self._wrong.get(who, 0) + 1
        return False

    def wipe(self) -> None:
        """Forget every address."""
        self._wrong.clear()
