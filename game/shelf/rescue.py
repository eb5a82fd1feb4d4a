"""What can still be read in a damaged shelf?"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from game.shelf.book import READ, saved_of
from game.shelf.file import READ_ONLY, read_only
from game.shelf.saved import Saved


def rescued(file: Path) -> tuple[tuple[Saved, ...], dict[str, str]]:
    """Its trails and settings, up to where nothing more makes sense; whole trails only."""
    found: dict[str, Saved] = {}
    settings: dict[str, str] = {}
    for how in READ_ONLY:
        for row in _rows(file, how, READ):
            saved = saved_of(row)
            if saved is not None and all(saved.name != other.name for other in found.values() if saved.name):
                found.setdefault(saved.id, saved)
        for name, value in _rows(file, how, "SELECT name, value FROM setting"):
            if isinstance(name, str) and isinstance(value, str):
                settings.setdefault(name, value)
    return tuple(found.values()), settings


def _rows(file: Path, how: str, question: str) -> Iterator[tuple[Any, ...]]:
    """Row after row, until the first that cannot be read.

    SQLite reads a file that was cut only for who says that she may write its schema.
    """
    try:
        with closing(read_only(file, how)) as connection:
            connection.execute("PRAGMA writable_schema = ON")
            yield from connection.execute(question)
    except sqlite3.Error:
        return
