"""How is the file of a shelf opened?

SQLite: schema and its version, schema migrations, error codes, pragmas, transactions, file permissions.
"""

import os
import sqlite3
import stat
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from wayout.errors import WayoutError
from wayout.store.paths import make_folder

APPLICATION_ID = 0x57795F74
"""SQLite's mark, in the file's head, of what a file is for: 'Wy_t'."""
SCHEMA_VERSION = 2
"""Grows with every change of what is laid down; SQLite keeps it in the file's head."""
OLDEST_SCHEMA_VERSION = 1
"""The oldest version that still loads."""

Step = Callable[[sqlite3.Connection], None]


def _lay_down(connection: sqlite3.Connection) -> None:
    """Make the tables of version 1. Values that are not plain are stored as JSON."""
    connection.execute(
        """CREATE TABLE trail (
            id TEXT PRIMARY KEY,
            number INTEGER NOT NULL,
            name TEXT NOT NULL,
            is_gentle INTEGER NOT NULL,
            trail TEXT NOT NULL,
            undone TEXT NOT NULL,
            at TEXT NOT NULL,
            is_ended INTEGER NOT NULL,
            ends TEXT NOT NULL
        )"""
    )
    connection.execute("CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)")


def _add_edition(connection: sqlite3.Connection) -> None:
    """Version 2 keeps which edition a trail is of; empty in what is there: it is of the shipped one, as all were."""
    connection.execute("ALTER TABLE trail ADD COLUMN edition TEXT NOT NULL DEFAULT ''")


MIGRATIONS: list[Step] = [_lay_down, _add_edition]
"""From each version to the next one: MIGRATIONS[n] makes version n + 1. An empty file is version 0."""


def migrate_schema(connection: sqlite3.Connection, version: int) -> None:
    """Bring a version to SCHEMA_VERSION. To be called while writing: it all comes about, or nothing."""
    for step in MIGRATIONS[version:SCHEMA_VERSION]:
        step(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


Kind = Literal["full", "locked", "unwritable", "later", "older", "foreign", "special", "damaged", "failing", "nowhere",
               "absent"]  # fmt: skip
ERROR_KINDS: dict[str, Kind] = {
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
    """Turn the errors of SQLite and of the system into StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        raise StoreError(
            next((kind for code, kind in ERROR_KINDS.items() if name.startswith(code)), "damaged")
        ) from error
    except OSError as error:
        raise StoreError("unwritable") from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that takes the write lock first: what is read within is still so when it is written."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


MAGIC = b"SQLite format 3\x00"
HEAD_BYTES = 100
"""Bytes of the header of an SQLite file."""
FILE_MODE, ACCESS_OF_OTHERS = 0o600, 0o077
"""Nobody else on this computer is to see what was read, whoever made the folder."""
READ_ONLY_MODES = ("mode=ro", "mode=ro&immutable=1")
"""As others that write to it see it; and as it lies there, where not even a lock can be written."""
FILE_SUFFIXES = ("", "-wal", "-shm", "-journal")
"""What SQLite keeps beside a file belongs to it."""


def open_file(path: Path, patience: float) -> sqlite3.Connection:
    """Open the file of a shelf, and make it where there is none; patience is seconds to wait for who writes to it.

    Raises StoreError; then nothing was changed.
    """
    with as_store_error():
        make_folder(path.parent)
        _look_at(path)
        os.close(os.open(path, os.O_CREAT | os.O_RDONLY, FILE_MODE))
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            _make_ready(connection)
            make_private(path)
        except BaseException:
            connection.close()
            raise
        return connection


def read_file(path: Path, patience: float) -> sqlite3.Connection:
    """A copy in memory of a shelf whose file cannot be written; patience as above. Raises StoreError."""
    with as_store_error():
        _look_at(path)
        copy = sqlite3.connect(":memory:", isolation_level=None)
        try:
            for how in READ_ONLY_MODES:
                with suppress(sqlite3.Error), closing(read_only(path, how, patience)) as connection:
                    connection.backup(copy, progress=_end_at_a_lock)
                    break
            _make_ready(copy)
        except BaseException:
            copy.close()
            raise
        return copy


def _look_at(path: Path) -> None:
    """Tell what is not ours, or not to be read, before SQLite touches it.

    Its file format has the version that a program gives in bytes 60 to 63, and what the file is for in 68 to 71. A
    pipe would be waited for without end; SQLite opens what lies beside the file, too.
    """
    for end in FILE_SUFFIXES:
        with suppress(FileNotFoundError):
            if not stat.S_ISREG(Path(f"{path}{end}").stat().st_mode):
                raise StoreError("special")
    with suppress(FileNotFoundError), path.open("rb") as file:
        head = file.read(HEAD_BYTES)
        if head and not head.startswith(MAGIC):
            raise StoreError("foreign")
        if len(head) == HEAD_BYTES and any(marks := struct.unpack(">60xi4xi28x", head)):
            _judge(*marks)


def make_private(path: Path) -> None:
    """Take from others what an earlier version, or another program, has let them see."""
    for end in FILE_SUFFIXES:
        file = Path(f"{path}{end}")
        with suppress(OSError):
            if os.name == "posix" and file.stat().st_mode & ACCESS_OF_OTHERS:
                file.chmod(FILE_MODE)


def read_only(path: Path, how: str, patience: float) -> sqlite3.Connection:
    """Open a file to be read, in one of READ_ONLY_MODES: the rare case, for which alone URLs are imported."""
    from urllib.parse import quote

    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?{how}", timeout=patience, uri=True)
    connection.text_factory = text_of
    return connection


def text_of(raw: bytes) -> str | bytes:
    """A text; where it is damaged, what it is made of, so that its row alone makes no sense."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw


def _end_at_a_lock(status: int, _remaining: int, _pages: int) -> None:
    """SQLite has been patient; Python would try a copy again without end."""
    if status not in (sqlite3.SQLITE_OK, sqlite3.SQLITE_DONE):
        raise sqlite3.OperationalError


def _make_ready(connection: sqlite3.Connection) -> None:
    """Whether it is whole and ours; what is empty or of an earlier version is brought up to date."""
    run = connection.execute
    connection.text_factory = text_of
    run("PRAGMA trusted_schema = OFF")
    run("PRAGMA secure_delete = ON")
    run("PRAGMA synchronous = NORMAL")
    if run("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise StoreError("damaged")
    if _version(connection) != SCHEMA_VERSION:
        with transaction(connection):
            migrate_schema(connection, _version(connection))
    if run("PRAGMA journal_mode").fetchone() != ("wal",):
        with suppress(sqlite3.OperationalError):  # another game is at it: then the next start does this
            run("PRAGMA journal_mode = WAL")


def _version(connection: sqlite3.Connection) -> int:
    """The version of what is there, 0 where nothing is. Raises StoreError as `_judge` does."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if not (application or version or tables):
        return 0
    _judge(version, application)
    return int(version)


def _judge(version: int, application: int) -> None:
    """Raises StoreError for a file that is not ours, or of a version that is not to be read."""
    if application != APPLICATION_ID:
        raise StoreError("foreign")
    if version > SCHEMA_VERSION:
        raise StoreError("later")
    if version < OLDEST_SCHEMA_VERSION:
        raise StoreError("older")
