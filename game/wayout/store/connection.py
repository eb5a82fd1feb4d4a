"""How is the file of a shelf reached, and what is said where it cannot be?

A lazy database connection: lock timeout and retry, free disk space, fallback to read-only, degradation to no saving,
messages about it.

SQLite is imported, and the file opened, when something is first asked of it: a start should not wait for it.
"""

import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from wayout.locale import shelf_strings

if TYPE_CHECKING:
    from wayout.store.repository import TrailRepository

LOCK_TIMEOUT, SHORT_LOCK_TIMEOUT = 1.0, 0.05
"""Seconds to wait for another program that holds the lock; and where that was in vain before."""
MIN_FREE_BYTES = 64 * 1024
"""Bytes of free disk space that SQLite needs; below it, the disk is full."""
T = TypeVar("T")


class StoreConnection:
    """The way to one file; it never raises. What is asked of it must not be None, which tells that it failed."""

    def __init__(self, path: Path | None, *, is_own: bool) -> None:
        self.path = path
        self.is_own = is_own
        self.why = ""
        self.is_read = True
        self._unreported: list[str] = []
        self._repository: TrailRepository | None = None
        self._copy: TrailRepository | None = None
        self._damaged: Path | None = None

    @property
    def trouble(self) -> str:
        """That nothing is kept, and why, in a sentence; or nothing."""
        return shelf_strings.NOT_KEPT.format(why=self.why) if self.why else ""

    def news(self) -> tuple[str, ...]:
        """The sentences to be shown to the reader, each once."""
        unsaid, self._unreported = tuple(self._unreported), []
        return unsaid

    def say(self, sentence: str) -> None:
        """Queue a sentence for the reader."""
        self._unreported.append(sentence)

    def fail(self, kind: str) -> None:
        """Nothing is kept, for a reason; it is told once.

        Where a disk fails for lack of room, SQLite does not always say so.
        """
        if kind == "failing" and self.path is not None and _is_full(self.path.parent):
            kind = "full"
        why = shelf_strings.WHY[kind].format(path=self.path)
        if why != self.why:
            self.why = why
            self.say(self.trouble)

    @property
    def is_there(self) -> bool:
        """Whether something lies at the path; where nobody may look, that is found out on opening it."""
        try:
            return self.path is not None and bool(self.path.lstat())
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def read(self, ask: "Callable[[TrailRepository], T]") -> T | None:
        """The answer to a query; None where there is no file, or none that can be read."""
        if self._repository is None and not self.is_there:
            return None
        answer = None if self._copy is not None else self._try(ask)
        if answer is None and self.why:
            answer = self._read_only(ask)
        self.is_read = answer is not None
        return answer

    def write(self, do: "Callable[[TrailRepository], T]") -> T | None:
        """Run a change of the file, which is made where there is none; None where that fails."""
        done = None if self.path is None else self._try(do)
        if done is not None and self.why:
            self.why = ""
            self._close_copy()
            self.say(shelf_strings.KEPT_AGAIN)
        return done

    def close(self) -> None:
        """Close the file."""
        if self._repository is not None:
            self._repository.close()
            self._repository = None
        self._close_copy()

    def _close_copy(self) -> None:
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    def _try(self, do: "Callable[[TrailRepository], T]", *, again: bool = True) -> T | None:
        """Do something with the open file; one that is damaged is put aside, and a new one taken."""
        try:
            from wayout.store.database_file import StoreError, open_file
            from wayout.store.repository import TrailRepository
        except ImportError:
            self.fail("absent")
            return None
        assert self.path is not None
        try:
            if self._repository is None:
                self._repository = TrailRepository(
                    open_file(self.path, SHORT_LOCK_TIMEOUT if self.why else LOCK_TIMEOUT)
                )
            if self._damaged is not None:
                self._take_over(self._repository, self._damaged)
            return do(self._repository)
        except StoreError as fault:
            if again and (fault.kind == "damaged" or (fault.kind == "foreign" and self.is_own)):
                return self._try(do, again=False) if self._put_aside() else None
            if self._damaged is not None:
                self.say(shelf_strings.MOVED.format(copy=self._damaged))
                self._damaged = None
            self.fail(fault.kind)
            if self._repository is not None:
                with suppress(StoreError):
                    self._repository.be_patient(SHORT_LOCK_TIMEOUT)
            return None

    def _put_aside(self) -> bool:
        """Quarantine a damaged file under another name; whether that could be done."""
        from wayout.store.database_file import StoreError
        from wayout.store.recovery import put_aside

        assert self.path is not None
        self.close()
        try:
            self._damaged = put_aside(self.path)
        except StoreError:
            self.fail("damaged")
            return False
        return True

    def _take_over(self, repository: "TrailRepository", damaged: Path) -> None:
        """Put what can still be read in a damaged file on the new shelf, and tell."""
        from wayout.store.recovery import recover_trails

        count = repository.take_over(*recover_trails(damaged))
        self._damaged = None
        rescued = (
            shelf_strings.RESCUED_NONE
            if not count
            else shelf_strings.RESCUED_ONE
            if count == 1
            else shelf_strings.RESCUED.format(n=count)
        )
        self.say(f"{shelf_strings.PUT_ASIDE.format(copy=damaged)} {rescued}")

    def _read_only(self, ask: "Callable[[TrailRepository], T]") -> T | None:
        """What a file says that cannot be written: a copy of it is read."""
        try:
            from wayout.store.database_file import StoreError, read_file
            from wayout.store.repository import TrailRepository
        except ImportError:
            return None
        assert self.path is not None
        try:
            if self._copy is None:
                self._copy = TrailRepository(read_file(self.path, SHORT_LOCK_TIMEOUT))
            return ask(self._copy)
        except StoreError:
            return None


def _is_full(folder: Path) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(folder).free < MIN_FREE_BYTES
    return False
