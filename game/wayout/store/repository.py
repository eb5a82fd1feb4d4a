"""How are trails and settings read from the file of a shelf, and written to it?

The repository of saved trails and settings: its SQL, rows, validation of cells; it stays whole whenever the program
is killed, and lets several games write to it in turn.
"""

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from wayout.model.prompts import PartKind
from wayout.play.moves import decode, encode
from wayout.play.state import Step, TakenLine, Trail
from wayout.store.database_file import as_store_error, transaction
from wayout.store.saved_trail import SavedTrail, new_id

MAX_TRAIL_NUMBER = 2**53
"""The number of a trail is below it; a higher one is damage."""
SELECT_TRAILS = (
    "SELECT id, number, name, is_gentle, trail, undone, at, is_ended, ends, edition FROM trail ORDER BY number DESC"
)
SELECT_LAST_NUMBER = (
    "SELECT coalesce(max(number), 0) FROM trail WHERE typeof(number) = 'integer' AND number BETWEEN 0 AND ?"
)
UPDATE_TRAIL = """UPDATE trail SET number = ?, is_gentle = ?, trail = ?, undone = ?, at = ?, is_ended = ?, ends = ?,
                   edition = ?
            WHERE id = ? AND number = ?"""
INSERT_TRAIL = """INSERT INTO trail (number, is_gentle, trail, undone, at, is_ended, ends, edition, id, name)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
REPLACE_SETTING = "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)"


class TrailRepository:
    """The trails and settings in an open file. Every method raises StoreError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._run = connection.execute
        self._read_at = (-1, -1)
        """What others had changed, and what this program had, when the trails were read last."""
        self._trails: tuple[tuple[SavedTrail, ...], int] = ((), 0)

    def close(self) -> None:
        """Close the file."""
        with suppress(sqlite3.Error):
            self._connection.close()

    def be_patient(self, seconds: float) -> None:
        """How long to wait for another program that writes."""
        with as_store_error():
            self._run(f"PRAGMA busy_timeout = {int(seconds * 1000)}")

    def trails(self) -> tuple[tuple[SavedTrail, ...], int]:
        """Every trail, the latest first; and how many there are besides that make no sense."""
        with as_store_error():
            (others,) = self._run("PRAGMA data_version").fetchone()
            state = (others, self._connection.total_changes)
            if state != self._read_at:
                rows = self._run(SELECT_TRAILS).fetchall()
                readable = tuple(saved for row in rows if (saved := saved_of(row)) is not None)
                self._read_at, self._trails = state, (readable, len(rows) - len(readable))
        return self._trails

    def save(self, saved: SavedTrail) -> SavedTrail:
        """Keep a trail as it now is, as the latest.

        Where another game went on with it meanwhile, it becomes one more trail, under an id of its own.
        """
        with as_store_error(), transaction(self._connection):
            (last,) = self._run(SELECT_LAST_NUMBER, (MAX_TRAIL_NUMBER,)).fetchone()
            now = replace(saved, number=last + 1)
            columns = _trail_columns(now)
            if not self._run(UPDATE_TRAIL, (*columns, saved.id, saved.number)).rowcount:
                ids = {each for (each,) in self._run("SELECT id FROM trail")}
                now = replace(now, id=saved.id if saved.id and saved.id not in ids else new_id(ids), name="")
                self._run(INSERT_TRAIL, (*columns, now.id, now.name))
            return now

    def take_over(self, trails: Iterable[SavedTrail], settings: Mapping[str, str]) -> int:
        """Put what was on another shelf on this empty one, as it was there; how many trails there are."""
        with as_store_error(), transaction(self._connection):
            for saved in trails:
                self._run(INSERT_TRAIL, (*_trail_columns(saved), saved.id, saved.name))
            for name, value in settings.items():
                self._run(REPLACE_SETTING, (name, value))
            return int(self._run("SELECT count(*) FROM trail").fetchone()[0])

    def rename(self, trail: str, name: str) -> bool:
        """Give a trail a name, or take it away with an empty one; whether no other trail has it."""
        with as_store_error(), transaction(self._connection):
            same_name = self._run("SELECT 1 FROM trail WHERE name = ? AND name <> '' AND id <> ?", (name, trail))
            if same_name.fetchone():
                return False
            self._run("UPDATE trail SET name = ? WHERE id = ?", (name, trail))
            return True

    def drop(self, trail: str) -> int:
        """Take a trail away; how many there were."""
        with as_store_error():
            with transaction(self._connection):
                count = self._run("DELETE FROM trail WHERE id = ?", (trail,)).rowcount
            self._settle()
            return count

    def drop_all(self) -> int:
        """Take every trail and every setting away; how many there were."""
        with as_store_error():
            with transaction(self._connection):
                count = self._run("DELETE FROM trail").rowcount + self._run("DELETE FROM setting").rowcount
            self._settle()
            return count

    def settings(self) -> dict[str, str]:
        """Every setting by its name."""
        with as_store_error():
            rows = self._run("SELECT name, value FROM setting").fetchall()
            return {name: value for name, value in rows if isinstance(name, str) and isinstance(value, str)}

    def put(self, name: str, value: str) -> None:
        """Store a setting."""
        with as_store_error(), transaction(self._connection):
            self._run(REPLACE_SETTING, (name, value))

    def _settle(self) -> None:
        """What was taken away is overwritten in the file; let it not stay in the log beside it either."""
        with suppress(sqlite3.Error):
            self._run("PRAGMA wal_checkpoint(TRUNCATE)")


class _StepRow(Struct):
    """A step as it is kept: its move as text."""

    story: str
    scene: str
    move: str

    def as_step(self) -> Step:
        """Raises MoveTextError where the text stands for no move."""
        return Step(self.story, self.scene, decode(self.move))


class _TrailRow(Struct, kw_only=True):
    """A trail as it is kept; of the reader's own part, and of the paper, only what there is."""

    story: str
    scene: str
    asks: bool = False
    parts: tuple[PartKind, ...] | msgspec.UnsetType = msgspec.UNSET
    taken: tuple[TakenLine, ...] | msgspec.UnsetType = msgspec.UNSET
    ended: tuple[str, ...] | msgspec.UnsetType = msgspec.UNSET
    paper: str | msgspec.UnsetType = msgspec.UNSET
    steps: tuple[_StepRow, ...] = ()

    def as_trail(self) -> Trail:
        """Raises MoveTextError as `as_step` does."""
        steps = tuple(step.as_step() for step in self.steps)
        return Trail(story=self.story, scene=self.scene, asks=self.asks, parts=self.parts or (), taken=self.taken or (),
                     ended=self.ended or (), paper=self.paper or "", steps=steps)  # fmt: skip


_READ_TRAIL = msgspec.json.Decoder(_TrailRow).decode
_READ_STEPS = msgspec.json.Decoder(tuple[_StepRow, ...]).decode


def _trail_row(trail: Trail) -> _TrailRow:
    return _TrailRow(
        story=trail.story,
        scene=trail.scene,
        asks=trail.asks,
        parts=trail.parts or msgspec.UNSET,
        taken=trail.taken or msgspec.UNSET,
        ended=trail.ended or msgspec.UNSET,
        paper=trail.paper or msgspec.UNSET,
        steps=_step_rows(trail.steps),
    )


def _step_rows(steps: Iterable[Step]) -> tuple[_StepRow, ...]:
    return tuple(_StepRow(step.story, step.scene, encode(step.move)) for step in steps)


def _trail_columns(saved: SavedTrail) -> tuple[int, int, str, str, str, int, str, str]:
    """The columns, without id and name."""
    trail, undone, at, ends = (
        msgspec.json.encode(each).decode()
        for each in (_trail_row(saved.trail), _step_rows(saved.undone), saved.at, sorted(saved.ends))
    )
    return saved.number, int(saved.is_gentle), trail, undone, at, int(saved.is_ended), ends, saved.edition


def _id(cell: Any) -> str:
    if not cell:
        raise ValueError
    return msgspec.convert(cell, str)


def _number(cell: Any) -> int:
    if not 0 <= msgspec.convert(cell, int) <= MAX_TRAIL_NUMBER:
        raise ValueError
    return int(cell)


def _flag(cell: Any) -> bool:
    return bool(msgspec.convert(cell, int))


COLUMN_DECODERS: dict[str, Callable[[Any], Any]] = {
    "id": _id,
    "number": _number,
    "name": lambda cell: msgspec.convert(cell, str),
    "is_gentle": _flag,
    "trail": lambda cell: _READ_TRAIL(cell).as_trail(),
    "undone": lambda cell: tuple(step.as_step() for step in _READ_STEPS(cell)),
    "at": msgspec.json.Decoder(tuple[str, str]).decode,
    "is_ended": _flag,
    "ends": msgspec.json.Decoder(frozenset[str]).decode,
    "edition": lambda cell: msgspec.convert(cell, str),
}
"""What each column of a trail is read with, in the order of SELECT_TRAILS."""
DECODE_ERRORS = (TypeError, ValueError, RecursionError)
"""What reading a cell that was damaged comes to; msgspec's own errors are among them."""


def saved_of(row: tuple[Any, ...]) -> SavedTrail | None:
    """A row as what was kept, if it makes sense."""
    try:
        return SavedTrail(**{name: read(cell) for (name, read), cell in zip(COLUMN_DECODERS.items(), row, strict=True)})
    except DECODE_ERRORS:
        return None
