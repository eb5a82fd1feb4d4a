"""How is a damaged shelf put aside, and what can still be read in it?

Quarantine of a damaged database: the names of the copies (`.damaged-1`), and salvage of their rows.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count, takewhile
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from wayout.play.state import Trail
from wayout.store.database_file import FILE_SUFFIXES, READ_ONLY_MODES, as_store_error, make_private, read_only
from wayout.store.repository import COLUMN_DECODERS, DECODE_ERRORS
from wayout.store.saved_trail import SavedTrail, new_id

RECOVERY_LOCK_TIMEOUT = 1.0
"""Seconds to wait for another program that holds the lock of a damaged file."""
ROWS_BEYOND_LAST, MAX_ROW_NUMBER = 1_000, 100_000
"""Rows that are tried one by one behind the last known one; and the highest number that is tried."""
Row = dict[str, Any]


def copy_of(shelf: Path, number: int) -> Path:
    """Where a shelf is put aside when it is damaged for the first, second … time."""
    return shelf.with_name(f"{shelf.name}.damaged-{number}")


def copies(shelf: Path) -> tuple[Path, ...]:
    """Every shelf that was put aside and is still there."""
    return tuple(takewhile(Path.exists, (copy_of(shelf, number) for number in count(1))))


def put_aside(path: Path) -> Path:
    """Rename the file and what belongs to it; the new name is one that no other file has. Raises StoreError."""
    with as_store_error():
        make_private(path)
        for number in count(1):
            copy = copy_of(path, number)
            if not any(Path(f"{copy}{end}").exists() for end in FILE_SUFFIXES):
                break
        for end in reversed(FILE_SUFFIXES):
            with suppress(FileNotFoundError):
                Path(f"{path}{end}").rename(f"{copy}{end}")
        return copy


def recover_trails(file: Path) -> tuple[tuple[SavedTrail, ...], dict[str, str]]:
    """Its trails and settings, as far as any way leads to them; whole trails only.

    First as other programs see the file, then as it lies there.
    """
    trails: dict[int, SavedTrail] = {}
    settings: dict[str, str] = {}
    for how in READ_ONLY_MODES:
        for number, row in _rows(file, how, "trail", tuple(COLUMN_DECODERS)):
            if number not in trails and (saved := _saved(row)) is not None:
                trails[number] = _with_own_id(saved, trails)
        for _, row in _rows(file, how, "setting", ("name", "value")):
            if isinstance(name := row.get("name"), str) and isinstance(value := row.get("value"), str):
                settings.setdefault(name, value)
    return tuple(trails.values()), settings


def _saved(row: Row) -> SavedTrail | None:
    """A trail, if that itself can be read; what stands beside it and cannot is as in a trail that is new."""
    cells: Row = {}
    for name, cell in row.items():
        with suppress(*DECODE_ERRORS):
            cells[name] = COLUMN_DECODERS[name](cell)
    if "trail" not in cells:
        return None
    trail: Trail = cells["trail"]
    last = trail.steps[-1] if trail.steps else trail
    return SavedTrail(**{"at": (last.story, last.scene), **cells})


def _with_own_id(saved: SavedTrail, others: dict[int, SavedTrail]) -> SavedTrail:
    """The trail with an id of its own, and with its name if no other has it."""
    ids = {other.id for other in others.values()}
    names = {other.name for other in others.values()}
    return replace(
        saved,
        id=saved.id if saved.id and saved.id not in ids else new_id(ids),
        name="" if saved.name in names else saved.name,
    )


def _rows(file: Path, how: str, table: str, columns: tuple[str, ...]) -> Iterator[tuple[int, Row]]:
    """Every row that can be read, by its number in the file: all of its cells, or those that can be.

    SQLite reads a file that was cut only for who says that she may write its schema.
    """
    try:
        with closing(read_only(file, how, RECOVERY_LOCK_TIMEOUT)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            for number in _numbers(connection, table):
                if row := _row(connection, table, columns, number):
                    yield number, row
    except sqlite3.Error:
        return


def _numbers(connection: sqlite3.Connection, table: str) -> list[int]:
    """The numbers of the rows that there may be: found from either end of the table and of its index, and between."""
    numbers: set[int] = set()
    index = f"INDEXED BY sqlite_autoindex_{table}_1"
    key = "id" if table == "trail" else "name"
    for way in ("NOT INDEXED ORDER BY rowid", f"{index} ORDER BY {key}"):
        for turn in ("ASC", "DESC"):
            with suppress(sqlite3.Error):
                for (number,) in connection.execute(f"SELECT rowid FROM {table} {way} {turn}"):  # noqa: S608 (our own words)
                    numbers.add(number)
    return sorted(numbers.union(range(1, min(max(numbers, default=0) + ROWS_BEYOND_LAST, MAX_ROW_NUMBER))))


def _row(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], number: int) -> Row:
    """The cells of one row; where it cannot be read as a whole, one by one."""
    with suppress(sqlite3.Error):
        row = _select(connection, table, ", ".join(columns), number)
        return dict(zip(columns, row, strict=True)) if row else {}
    cells: Row = {}
    for column in columns:
        with suppress(sqlite3.Error):
            if row := _select(connection, table, column, number):
                cells[column] = row[0]
    return cells


def _select(connection: sqlite3.Connection, table: str, columns: str, number: int) -> tuple[Any, ...] | None:
    question = f"SELECT {columns} FROM {table} NOT INDEXED WHERE rowid = ?"  # noqa: S608 (all words are our own)
    result = connection.execute(question, (number,))
    row: tuple[Any, ...] | None = result.fetchone()
    return row
