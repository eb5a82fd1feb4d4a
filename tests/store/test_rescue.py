"""What is damaged in a shelf costs what cannot be read there, and nothing else."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.playing import step
from wayout.locale import shelf_strings
from wayout.play.state import Trail
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf

PAGE = 4096
COUNT = 19


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A shelf with short trails and with some that reach over several pages of the file."""
    file = tmp_path / "shelf.sqlite"
    shelf = Shelf(file)
    for number in range(COUNT):
        steps = tuple(step("ivo", "the-lighthouse", f"{number}-{at}") for at in range(4 + 60 * (number % 4)))
        shelf.save(
            SavedTrail(trail=Trail(story="ivo", scene="the-lighthouse", steps=steps), at=("ivo", "the-lighthouse"))
        )
    shelf.close()
    return file


def readable(file: Path) -> int:
    """How many trails SQLite still gives, and how many of these it gives whole: asked for one by one."""
    found = 0
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as connection:
        for row in range(1, 2 * COUNT):
            try:
                got = connection.execute("SELECT trail FROM trail NOT INDEXED WHERE rowid = ?", (row,)).fetchone()
            except sqlite3.Error:
                continue
            found += got is not None and got[0].isprintable()
    return found


def test_whichever_page_is_damaged_every_trail_that_can_still_be_read_is_kept(file: Path, tmp_path: Path) -> None:
    """And what is said of it is true."""
    whole = file.read_bytes()
    before = Shelf(file).trails()
    lost = 0
    for page in range(1, len(whole) // PAGE):
        damaged = tmp_path / f"{page}.sqlite"
        damaged.write_bytes(whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :])
        count = readable(damaged)
        shelf = Shelf(damaged)
        kept = shelf.trails()
        assert (page, len(kept)) == (page, count)
        assert set(kept) <= set(before)
        lost += count < COUNT
        copy = shelf_strings.PUT_ASIDE.format(copy=f"{damaged}.damaged-1")
        rescued = shelf_strings.RESCUED.format(n=count) if count else shelf_strings.RESCUED_NONE
        assert shelf.news() in ((f"{copy} {rescued}",), (shelf_strings.NOT_READ,) * (COUNT - count))
        saved = shelf.save(replace(before[0], id="", number=0))
        shelf.close()
        assert saved in Shelf(damaged).trails()
    assert lost > len(whole) // PAGE // 2, "the pages hold trails"


def test_a_trail_whose_last_page_is_gone_is_kept_without_what_stood_behind_it(file: Path) -> None:
    """What was taken back stands there, and is long."""
    shelf = Shelf(file)
    undone = tuple(step("ivo", "the-lighthouse", f"undone-{number}") for number in range(300))
    last = shelf.save(replace(shelf.trails()[0], id="", undone=undone))
    shelf.close()
    data = file.read_bytes()
    page = data.index(b"undone-290") // PAGE
    file.write_bytes(data[: page * PAGE] + b"\xff" * PAGE + data[(page + 1) * PAGE :])
    shelf = Shelf(file)
    assert replace(last, undone=()) in shelf.trails()
    assert len(shelf.trails()) == COUNT + 1


CELLS = {
    "a text for a number": ("number", "x"),
    "bytes for a number": ("number", b"\x00"),
    "a huge number": ("number", 2**63 - 1),
    "a number below none": ("number", -1),
    "bytes for an id": ("id", b"\x01"),
    "no id": ("id", None),
    "an empty id": ("id", ""),
    "a number for a trail": ("trail", 7),
    "a trail within lists without end": ("trail", "[" * 100_000),
    "a text for yes or no": ("is_ended", "x"),
}


@pytest.mark.parametrize(("column", "value"), CELLS.values(), ids=CELLS)
def test_a_cell_that_is_damaged_costs_its_row_and_play_goes_on(
    wayout: list[str], file: Path, column: str, value: object
) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"UPDATE trail SET {column} = ? WHERE rowid = 2", (value,))
    assert_played_over(wayout, file)


@pytest.mark.parametrize("column", ["id", "name", "trail", "at"])
def test_a_text_that_is_no_text_costs_its_row_and_play_goes_on(wayout: list[str], file: Path, column: str) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute(f"UPDATE trail SET {column} = CAST(X'22fffe22' AS TEXT) WHERE rowid = 2")
    assert_played_over(wayout, file)


def test_a_setting_that_is_no_text_is_as_if_there_were_none(wayout: list[str], file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.executemany("INSERT INTO setting VALUES (?, ?)", [("settings", b"\xff"), ("told-of-war", 7)])
    found = played(wayout, file)
    assert (found.returncode, found.stderr) == (0, "")
    assert len(Shelf(file).trails()) == COUNT + 1


def played(wayout: list[str], file: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, "play", "ivo", "--plain", "--shelf", str(file)], input="1\nq\n", timeout=60,
                          capture_output=True, encoding="utf-8", check=False)  # fmt: skip


def assert_played_over(wayout: list[str], file: Path) -> None:
    """The row stays where it is; what is chosen is kept as the latest."""
    found = played(wayout, file)
    assert (found.returncode, found.stderr) == (0, f"{shelf_strings.NOT_READ}\n")
    shelf = Shelf(file)
    trails = shelf.trails()
    assert len(trails) == COUNT
    assert trails[0].number > COUNT
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("SELECT count(*) FROM trail").fetchone() == (COUNT + 1,)
