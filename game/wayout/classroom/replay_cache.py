"""How is a page given without replaying all that led to it?

A cache, least recently used: most pages are one step from a page that was asked for a moment ago.
"""

from wayout.model.library import Library
from wayout.play.permalink import PermalinkState, decode_trail, replay_from

MOST = 1000
"""Plays that are kept: some pages of each pupil. One of 600 steps takes about 5 kB."""


class ReplayCache:
    """The plays that codes stand for."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._kept: dict[str, PermalinkState] = {}

    def read(self, code: str) -> PermalinkState | None:
        """As `trail_code.read`, from the longest beginning of the code that is kept."""
        known = self._known(code)
        found = decode_trail(self.library, code) if known is None else replay_from(self.library, known, code)
        if found is not None:
            self._kept.pop(found.code, None)
            self._kept[found.code] = found
            if len(self._kept) > MOST:
                del self._kept[next(iter(self._kept))]
        return found

    def clear(self) -> None:
        """Forget every play."""
        self._kept.clear()

    def _known(self, code: str) -> PermalinkState | None:
        start = code.rfind(".")
        return next((self._kept[code[:end]] for end in range(len(code), start, -1) if code[:end] in self._kept), None)
