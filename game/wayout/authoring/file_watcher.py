"""Have files changed, and has whoever writes them finished?"""

from collections.abc import Callable, Iterable
from pathlib import Path

Signs = dict[Path, tuple[int, int, int] | None]

PAUSE, SHORT_PAUSE = 0.25, 0.1
"""Seconds between two looks; while something is being written, fewer."""
STILL, STILL_LONG = 1, 10
"""Looks for which nothing may change before files are read; and where one has vanished or is empty, which is how many
editors begin to write."""


class FileWatcher:
    """Looks at files from time to time: at when they were written, not at what is in them."""

    def __init__(self, files: Callable[[], Iterable[Path]]) -> None:
        self._files = files
        self._read = self._seen = self._signs()
        self._still = 0

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        return PAUSE if self._seen == self._read else SHORT_PAUSE

    def look(self) -> bool:
        """Whether files have changed since they were read, and are now to be read again."""
        signs = self._signs()
        if signs != self._seen or signs == self._read:
            self._seen, self._still = signs, 0
            return False
        self._still += 1
        if self._still < (STILL_LONG if self._is_cut_short(signs) else STILL):
            return False
        self._read = signs
        return True

    def _is_cut_short(self, signs: Signs) -> bool:
        """Whether something that was there has vanished or become empty."""
        return any(self._read.get(path) and not _holds_text(signs.get(path)) for path in {*self._read, *signs})

    def _signs(self) -> Signs:
        return {path: _sign(path) for path in self._files()}


def _holds_text(sign: tuple[int, int, int] | None) -> bool:
    return sign is not None and sign[1] > 0


def _sign(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
