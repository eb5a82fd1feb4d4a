"""How are trails laid down in SQLite, and how is a file of an earlier version brought up to date?"""

import sqlite3
from collections.abc import Callable

APPLICATION = 0x57795F74
"""SQLite's mark, in the file's head, of what a file is for: 'Wy_t'."""
VERSION = 1
"""Grows with every change of what is laid down; SQLite keeps it in the file's head."""
OLDEST = 1
"""The oldest version that still loads."""

Step = Callable[[sqlite3.Connection], None]


def _lay_down(connection: sqlite3.Connection) -> None:
    """From nothing to version 1. What is no plain value is JSON."""
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


STEPS: list[Step] = [_lay_down]
"""From each version to the next one: STEPS[n] makes version n + 1. An empty file is version 0."""


def migrate_schema(connection: sqlite3.Connection, version: int) -> None:
    """Make VERSION of a version. To be called while writing: it all comes about, or nothing."""
    for step in STEPS[version:VERSION]:
        step(connection)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
