"""What can still be read in a damaged shelf?

Salvage of rows from a damaged database, and the names of the damaged copies (`.damaged-1`) that are put aside.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from wayout.play.state import Trail
from wayout.store.database_file import READ_ONLY, read_only
from wayout.store.repository import CELLS, SENSELESS
from wayout.store.saved_trail import SavedTrail, new_id

PATIENCE = 1.0
"""Seconds to wait for another program that holds the file."""
BEYOND, MOST = 1_000, 100_000
"""Rows are looked for so far behind the last that is known of, and up to this number one by one."""
Row = dict[str, Any]


def recover_trails(file: Path) -> tuple[tuple[SavedTrail, ...], dict[str, str]]:
    """Its trails and settings, as far as any way leads to them; whole trails only.

    First as other programs see the file, then as it lies there.
    """
    trails: dict[int, SavedTrail] = {}
    settings: dict[str, str] = {}
    for how in READ_ONLY:
        for number, row in _rows(file, how, "trail", tuple(CELLS)):
            if number not in trails and (saved := _saved(row)) is not None:
                trails[number] = _apart(saved, trails)
        for _, row in _rows(file, how, "setting", ("name", "value")):
            if isinstance(name := row.get("name"), str) and isinstance(value := row.get("value"), str):
                settings.setdefault(name, value)
    return tuple(trails.values()), settings


def _saved(row: Row) -> SavedTrail | None:
    """A trail, if that itself can be read; what stands beside it and cannot is as in a trail that is new."""
    told: Row = {}
    for name, cell in row.items():
        with suppress(*SENSELESS):
            told[name] = CELLS[name](cell)
    if "trail" not in told:
        return None
    trail: Trail = told["trail"]
    last = trail.steps[-1] if trail.steps else trail
    return SavedTrail(**{"at": (last.story, last.scene), **told})


def _apart(saved: SavedTrail, others: dict[int, SavedTrail]) -> SavedTrail:
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
        with closing(read_only(file, how, PATIENCE)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            for number in _numbers(connection, table):
                if row := _row(connection, table, columns, number):
                    yield number, row
    except sqlite3.Error:
        return


def _numbers(connection: sqlite3.Connection, table: str) -> list[int]:
    """The numbers of the rows that there may be: found from either end of the table and of its index, and between."""
    found: set[int] = set()
    index = f"INDEXED BY sqlite_autoindex_{table}_1"
    key = "id" if table == "trail" else "name"
    for way in ("NOT INDEXED ORDER BY rowid", f"{index} ORDER BY {key}"):
        for turn in ("ASC", "DESC"):
            with suppress(sqlite3.Error):
                for (number,) in connection.execute(f"SELECT rowid FROM {table} {way} {turn}"):  # noqa: S608 (our own words)
                    found.add(number)
    return sorted(found.union(range(1, min(max(found, default=0) + BEYOND, MOST))))


def _row(connection: sqlite3.Connection, table: str, columns: tuple[str, ...], number: int) -> Row:
    """The cells of one row; where it cannot be read as a whole, one by one."""
    with suppress(sqlite3.Error):
        row = _asked(connection, table, ", ".join(columns), number)
        return dict(zip(columns, row, strict=True)) if row else {}
    cells: Row = {}
    for column in columns:
        with suppress(sqlite3.Error):
            if row := _asked(connection, table, column, number):
                cells[column] = row[0]
    return cells


def _asked(connection: sqlite3.Connection, table: str, columns: str, number: int) -> tuple[Any, ...] | None:
    question = f"SELECT {columns} FROM {table} NOT INDEXED WHERE rowid = ?"  # noqa: S608 (all words are our own)
    found = connection.execute(question, (number,))
    row: tuple[Any, ...] | None = found.fetchone()
    return row
