"""What can be wrong with the file of a shelf?"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from wayout.errors import WayoutError

Kind = Literal["full", "locked", "unwritable", "later", "older", "foreign", "special", "damaged", "failing", "nowhere",
               "absent"]  # fmt: skip
KINDS: dict[str, Kind] = {
    "SQLITE_FULL": "full",
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_PROTOCOL": "locked",
    "SQLITE_READONLY": "unwritable",
    "SQLITE_CANTOPEN": "unwritable",
    "SQLITE_PERM": "unwritable",
    "SQLITE_AUTH": "unwritable",
    "SQLITE_IOERR": "failing",
    "SQLITE_NOMEM": "failing",
}
"""By SQLite's own codes; the finer ones begin with these. Any other says that what is read makes no sense."""


class StoreError(WayoutError):
    """The file cannot be read or written, and of what kind the reason is."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.kind: Kind = kind


@contextmanager
def as_store_error() -> Iterator[None]:
    """What SQLite or the system raises within becomes a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        raise StoreError(next((kind for code, kind in KINDS.items() if name.startswith(code)), "damaged")) from error
    except OSError as error:
        raise StoreError("unwritable") from error
