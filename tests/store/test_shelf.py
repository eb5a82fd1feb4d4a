"""What is put on a shelf is there again, whoever else writes to it, whatever its version."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.playing import moves_of
from wayout.locale import shelf_strings
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.play.history import History, choose, undo
from wayout.play.moves import GO_ON, Choose, GoOn, Move, encode
from wayout.play.step import begin, moves
from wayout.store import database_file
from wayout.store.autosave import Autosave, progress
from wayout.store.paths import data_folder, shelf_file
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf, open_shelf


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "shelf.sqlite"


@pytest.fixture
def shelf(file: Path) -> Shelf:
    return Shelf(file)


def played(
    library: Library, shelf: Shelf, *moves: str | Move, saved: SavedTrail | None = None, story: str = "anton"
) -> Autosave:
    """A play that is kept at each of its steps."""
    keeping = Autosave(shelf, saved)
    history = History(begin(library, story))
    for move in moves_of(moves):
        history = choose(library, history, move)
        keeping.keep(library, history, is_gentle=False)
    return keeping


def steps(saved: SavedTrail | None) -> list[str]:
    assert saved is not None
    return [encode(step.move) for step in saved.trail.steps]


def test_what_is_saved_is_there_in_another_process(invented: Library, shelf: Shelf, file: Path) -> None:
    keeping = played(invented, shelf, "load", GO_ON)
    code = f"from pathlib import Path; from wayout.store.shelf import Shelf; print(Shelf(Path({str(file)!r})).trails())"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == repr((keeping.saved,))


def test_what_the_reader_did_of_her_own_is_kept_with_its_parts(asked: Library, file: Path) -> None:
    keeping = Autosave(Shelf(file))
    history = History(begin(asked, "anton", parts=("gap", "thread")))
    for move in moves_of(("reply order-or-request both", GO_ON, "take who-must-load")):
        history = choose(asked, history, move)
        keeping.keep(asked, history, is_gentle=False)
    (saved,) = Shelf(file).trails()
    assert saved.trail == history.play.trail
    assert (saved.trail.parts, steps(saved)[-1]) == (("gap", "thread"), "take who-must-load")


def test_a_trail_has_an_id_of_its_own_from_when_it_is_first_kept(invented: Library, shelf: Shelf) -> None:
    ids = [played(invented, shelf, "load").saved.id for _ in range(3)]  # type: ignore[union-attr]
    assert all(ids)
    assert len(set(ids)) == 3


def test_a_trail_is_kept_at_each_step_and_a_play_without_one_takes_no_place(invented: Library, shelf: Shelf) -> None:
    keeping = Autosave(shelf)
    history = History(begin(invented, "anton"))
    keeping.keep(invented, history, is_gentle=True)
    assert shelf.trails() == ()
    for count, move in enumerate(moves_of(("load", GO_ON, "refuse", GO_ON, GO_ON)), 1):
        history = choose(invented, history, move)
        keeping.keep(invented, history, is_gentle=True)
        (saved,) = shelf.trails()
        assert (len(steps(saved)), saved.is_gentle) == (count, True)
    assert saved.is_ended
    assert saved.ends == {"anton"}


def test_what_was_undone_is_kept_and_can_be_done_again(invented: Library, shelf: Shelf) -> None:
    history = choose(invented, History(begin(invented, "anton")), Choose("load"))
    keeping = Autosave(shelf)
    keeping.keep(invented, history, is_gentle=False)
    keeping.keep(invented, undo(invented, history), is_gentle=False)
    (saved,) = shelf.trails()
    assert (steps(saved), [step.move for step in saved.undone]) == ([], [Choose("load")])


def test_an_ending_once_reached_stays_reached_when_it_is_undone(invented: Library, shelf: Shelf) -> None:
    keeping = Autosave(shelf)
    history = History(begin(invented, "anton"))
    for move in moves_of(("refuse", GO_ON, GO_ON)):
        history = choose(invented, history, move)
        keeping.keep(invented, history, is_gentle=False)
    assert shelf.latest() is None
    keeping.keep(invented, undo(invented, history), is_gentle=False)
    assert shelf.progress() == {"anton": True}
    assert shelf.latest() == keeping.saved


def test_who_went_through_the_crossroads_has_not_read_the_records_that_they_lead_to(shelf: Shelf) -> None:
    library = load(shipped()).library
    history, keeping = History(begin(library, "crossroads")), Autosave(shelf)
    while history.play.state.shown is not None or history.play.state.scene_in(library).ending is None:
        move = next(one for one in moves(library, history.play.state) if isinstance(one, Choose | GoOn))
        history = choose(library, history, move)
        keeping.keep(library, history, is_gentle=False)
    assert progress(library, shelf) == {"crossroads": "gone through to its end"}


def test_the_latest_is_what_was_saved_last_and_is_not_at_an_ending(invented: Library, shelf: Shelf) -> None:
    first = played(invented, shelf, "load")
    second = played(invented, shelf, "load", GO_ON)
    assert shelf.latest() == second.saved
    again = played(invented, shelf, "load", GO_ON, "load", saved=first.saved)
    assert shelf.latest() == shelf.latest("anton") == again.saved
    assert shelf.latest("boris") is None
    played(invented, shelf, "refuse", GO_ON, GO_ON, saved=again.saved)
    assert shelf.latest() == second.saved


def test_two_games_at_once_each_keep_what_they_did(invented: Library, file: Path) -> None:
    one, two = Shelf(file), Shelf(file)
    first = played(invented, one, "load", GO_ON)
    second = played(invented, two, "refuse")
    assert {saved.id for saved in one.trails()} == {first.saved.id, second.saved.id}  # type: ignore[union-attr]
    assert one.trails() == two.trails()


def test_who_goes_on_with_the_trail_of_another_game_that_goes_on_too_gets_one_of_her_own(
    invented: Library, file: Path
) -> None:
    one, two = Shelf(file), Shelf(file)
    start = played(invented, one, "load", GO_ON).saved
    assert one.rename(start.id, "lesson")  # type: ignore[union-attr]
    mine = played(invented, one, "load", GO_ON, "refuse", saved=start)
    theirs = played(invented, two, "load", GO_ON, "load", saved=start)
    assert mine.saved is not None
    assert theirs.saved is not None
    assert mine.saved.id != theirs.saved.id
    assert [steps(saved) for saved in one.trails()] == [["load", "go on", "load"], ["load", "go on", "refuse"]]
    assert [saved.name for saved in one.trails()] == ["", "lesson"]


def test_two_programs_that_write_all_the_time_lose_nothing(file: Path) -> None:
    code = f"""
from pathlib import Path
from wayout.play.moves import Choose
from wayout.play.state import Step, Trail
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf, open_shelf
shelf = Shelf(Path({str(file)!r}))
for number in range(60):
    trail = Trail(story="a", scene="b", steps=(Step("a", "b", Choose(str(number))),))
    shelf.save(SavedTrail(trail=trail, at=("a", "b")))
assert not shelf.news()
"""
    both = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    kept = Shelf(file).trails()
    assert sorted(int(steps(saved)[0]) for saved in kept) == sorted([*range(60)] * 2)
    assert len({saved.number for saved in kept}) == 120


def test_a_trail_that_was_deleted_while_it_is_played_is_kept_again_with_the_next_step(
    invented: Library, shelf: Shelf, file: Path
) -> None:
    start = played(invented, shelf, "load").saved
    assert start is not None
    assert Shelf(file).delete(start.id)
    assert shelf.trails() == ()
    played(invented, shelf, "load", GO_ON, saved=start)
    assert [saved.id for saved in shelf.trails()] == [start.id]


def test_no_two_trails_have_the_same_name(invented: Library, shelf: Shelf) -> None:
    one, two = (played(invented, shelf, "load").saved for _ in range(2))
    assert one is not None
    assert two is not None
    assert shelf.rename(one.id, "lesson")
    assert not shelf.rename(two.id, "lesson")
    assert shelf.rename(one.id, "")
    assert shelf.rename(two.id, "lesson")
    assert shelf.find("lesson") == replace(two, name="lesson")
    assert shelf.find(one.id) == one
    assert shelf.find("nothing") is None


def test_settings_are_kept_and_the_war_is_told_once_a_shelf(shelf: Shelf, file: Path) -> None:
    assert (shelf.get_setting("width"), shelf.has_shown_foreword("harbour", "the-marsh")) == (None, False)
    shelf.put_setting("width", "60")
    shelf.put_setting("width", "66")
    shelf.note_foreword("harbour")
    other = Shelf(file)
    assert (other.get_setting("width"), other.has_shown_foreword("harbour", "the-marsh")) == ("66", True)


def test_nothing_deleted_stays_in_any_file(invented: Library, shelf: Shelf, file: Path) -> None:
    """The words are gone from the file and from the log beside it, though the shelf is still open."""
    saved = played(invented, shelf, "load").saved
    assert saved is not None
    shelf.rename(saved.id, "my own very secret name")
    shelf.put_setting("width", "another secret")
    shelf.delete_all()
    assert shelf.trails() == ()
    assert shelf.get_setting("width") is None
    for path in file.parent.iterdir():
        assert b"secret" not in path.read_bytes()


def test_a_shelf_without_a_file_remembers_until_the_end_and_says_why(invented: Library) -> None:
    shelf = Shelf(None)
    assert shelf.news() == (shelf_strings.NOT_KEPT.format(why=shelf_strings.WHY["nowhere"]),)
    played(invented, shelf, "load")
    last = played(invented, shelf, "load", GO_ON)
    shelf.note_foreword("harbour")
    assert len(shelf.trails()) == 2
    assert shelf.latest() == last.saved
    assert shelf.has_shown_foreword("harbour", "the-marsh")
    assert shelf.news() == ()
    assert last.saved is not None
    assert shelf.delete(last.saved.id)
    assert shelf.delete_all()
    assert shelf.trails() == ()
    assert Shelf(None, keeps=False).news() == ()


def test_reading_from_a_shelf_that_is_not_there_makes_none(shelf: Shelf, file: Path) -> None:
    assert shelf.trails() == ()
    assert shelf.latest() is None
    assert not shelf.has_shown_foreword("harbour", "the-marsh")
    assert not file.parent.exists()
    assert shelf.news() == ()


def test_no_clock_time_is_kept(invented: Library, shelf: Shelf, file: Path) -> None:
    """Nor a name of the reader or of the machine: all that stands there is listed here."""
    played(invented, shelf, "load")
    shelf.note_foreword("harbour")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        (row,) = connection.execute("SELECT * FROM trail").fetchall()
        settings = connection.execute("SELECT * FROM setting").fetchall()
    assert row[1:] == (
        1, "", 0,
        '{"story":"anton","scene":"the-order","asks":false,'
        '"steps":[{"story":"anton","scene":"the-order","move":"load"}]}',
        "[]", '["anton","the-order"]', 0, "[]", "",
    )  # fmt: skip
    assert settings == [("foreword-shown", "harbour")]


def test_a_trail_that_makes_no_sense_is_left_alone_and_told(invented: Library, shelf: Shelf, file: Path) -> None:
    saved = played(invented, shelf, "load").saved
    played(invented, shelf, "load")
    assert saved is not None
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE trail SET trail = '{' WHERE id = ?", (saved.id,))
    assert len(shelf.trails()) == 1
    assert shelf.news() == (shelf_strings.NOT_READ,)
    played(invented, shelf, "load")
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        assert connection.execute("SELECT count(*) FROM trail").fetchone() == (3,)


def _add_mood(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE trail ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")


@pytest.mark.parametrize("version", range(database_file.OLDEST_SCHEMA_VERSION, database_file.SCHEMA_VERSION + 1))
def test_a_shelf_of_every_version_that_still_loads_is_brought_up_to_date(
    invented: Library, file: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file made by an earlier version's steps, with a trail in it, is read by one that has a step more."""
    with monkeypatch.context() as then:
        then.setattr(database_file, "SCHEMA_VERSION", version)
        shelf = Shelf(file)
        shelf.put_setting("width", "66")
        shelf.close()
    now = Shelf(file.with_name("now.sqlite"))
    kept = played(invented, now, "load").saved
    now.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("ATTACH ? AS now", (str(now.path),))
        columns = ", ".join(name for _, name, *_ in connection.execute("PRAGMA main.table_info(trail)"))
        connection.execute(f"INSERT INTO trail ({columns}) SELECT {columns} FROM now.trail")
    monkeypatch.setattr(database_file, "MIGRATIONS", [*database_file.MIGRATIONS, _add_mood])
    monkeypatch.setattr(database_file, "SCHEMA_VERSION", database_file.SCHEMA_VERSION + 1)
    later = Shelf(file)
    assert later.trails() == (kept,)
    assert later.news() == ()
    later.close()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        assert connection.execute("SELECT mood FROM trail").fetchall() == [("calm",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (database_file.SCHEMA_VERSION,)


def test_a_step_that_fails_leaves_the_file_as_it_was(
    invented: Library, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = Shelf(file)
    kept = played(invented, shelf, "load").saved
    shelf.close()

    def fails(connection: sqlite3.Connection) -> None:
        _add_mood(connection)
        raise OSError

    with monkeypatch.context() as then:
        then.setattr(database_file, "MIGRATIONS", [*database_file.MIGRATIONS, fails])
        then.setattr(database_file, "SCHEMA_VERSION", database_file.SCHEMA_VERSION + 1)
        assert Shelf(file).trails() == ()
    assert Shelf(file).trails() == (kept,)
    assert [path.name for path in file.parent.iterdir() if "damaged" in path.name] == []


@pytest.mark.parametrize(("name", "value", "why"), [
    ("SCHEMA_VERSION", database_file.SCHEMA_VERSION + 1, "later"), ("OLDEST_SCHEMA_VERSION", 0, "older"),
])  # fmt: skip
def test_a_shelf_of_a_version_that_does_not_load_is_not_touched(
    invented: Library, file: Path, name: str, value: int, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The later one is made by a program that has a step more; the older by one of before the oldest that loads."""
    with monkeypatch.context() as then:
        then.setattr(database_file, "MIGRATIONS", [*database_file.MIGRATIONS, _add_mood])
        then.setattr(database_file, name, value)
        shelf = Shelf(file)
        played(invented, shelf, "load")
        shelf.close()
    if why == "older":
        monkeypatch.setattr(database_file, "OLDEST_SCHEMA_VERSION", database_file.SCHEMA_VERSION + 1)
    before = file.read_bytes(), file.stat().st_mtime_ns
    shelf = Shelf(file)
    assert shelf.trails() == ()
    played(invented, shelf, "load")
    assert len(shelf.trails()) == 1
    assert shelf.news() == (shelf_strings.NOT_KEPT.format(why=shelf_strings.WHY[why].format(path=file)),)
    shelf.close()
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    assert list(file.parent.iterdir()) == [file]


def test_sqlite_is_imported_when_a_shelf_is_opened_and_not_before() -> None:
    code = "import sys, wayout.play.step, wayout.store.autosave; print('sqlite3' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_the_shelf_stands_where_the_environment_says(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYOUT_HOME", str(tmp_path))
    assert shelf_file() == tmp_path / "data" / "shelf.sqlite"
    monkeypatch.delenv("WAYOUT_HOME")
    own = data_folder()
    assert own is not None
    assert own.name == "wayout"
    if os.name == "posix":
        monkeypatch.setenv("HOME", "")
        assert shelf_file() is None


def test_which_shelf_is_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYOUT_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert open_shelf().path == tmp_path / "data" / "shelf.sqlite"
    assert open_shelf(Path("other")).path == tmp_path / "other"
    assert open_shelf(Path("other"), keeps=False).path is None
