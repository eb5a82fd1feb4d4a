"""Whatever befalls the shelf: nothing shown as made is lost, the reader is told, and play goes on.

One table: the fault, how it is made for real, what the reader is told, and what is kept.
"""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.playing import step
from tests.terminal.driving import Seat, drive
from wayout.locale import shelf_strings
from wayout.model.library import Library
from wayout.play.moves import encode
from wayout.play.state import Trail
from wayout.store.paths import SHELF_NAME
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf

EARLIER = SavedTrail(trail=Trail(story="ivo", scene="a", steps=(step("ivo", "a", "stay"),)), at=("ivo", "b"))
KIB = 1024
CLOSED = shelf_strings.NOT_WRITTEN.format(why="standard output is closed")


def other_sqlite(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def noise(file: Path) -> None:
    """All but its head: not a page of it makes sense."""
    data = file.read_bytes()
    file.write_bytes(data[:100] + b"\xa5" * (len(data) - 100))


def later(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


@contextmanager
def locked(file: Path, mode: str = "journal_mode = WAL", begin: str = "BEGIN EXCLUSIVE") -> Iterator[None]:
    """Another process writes to it, and does not come to an end."""
    code = f"""
import sqlite3, sys
connection = sqlite3.connect({str(file)!r}, isolation_level=None)
connection.execute("PRAGMA {mode}").fetchone()
connection.execute({begin!r})
print("locked", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        holder.stdout.readline()
        try:
            yield
        finally:
            holder.stdin.close()
            holder.wait(10)


def locked_against_readers(file: Path) -> AbstractContextManager[None]:
    """Without a log beside the file, nobody may read it meanwhile."""
    return locked(file, "journal_mode = DELETE")


def locked_for_good(file: Path) -> AbstractContextManager[None]:
    """The file is the other program's alone, as long as that is open."""
    return locked(file, "locking_mode = EXCLUSIVE", "UPDATE setting SET value = value")


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[None]:
    """The folder as a small disk of its own, with what it held."""
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    made = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"only who may mount can make this fault: {made.stderr.decode().strip()}")
    try:
        for name, data in kept.items():
            (folder / name).write_bytes(data)
        yield
        kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "filler"}
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    for name, data in kept.items():
        (folder / name).write_bytes(data)


@contextmanager
def full(file: Path) -> Iterator[None]:
    """A disk of its own, filled to its last byte."""
    with mounted(file.parent, "-o", "size=256k"):
        fill(file.parent / "filler")
        yield


def fill(filler: Path) -> None:
    with filler.open("ab", buffering=0) as out:
        try:
            while True:
                out.write(b"x" * KIB)
        except OSError:
            pass


@contextmanager
def read_only(file: Path) -> Iterator[None]:
    """A disk that is mounted to be read; for who may not mount, a folder that is not hers."""
    if os.geteuid() == 0:
        with mounted(file.parent):
            subprocess.run(["mount", "-o", "remount,ro", str(file.parent)], check=True)
            yield
        return
    file.parent.chmod(0o500)
    try:
        yield
    finally:
        file.parent.chmod(0o700)


def at_once(do: Callable[[Path], object]) -> Callable[[Path], AbstractContextManager[None]]:
    def make(file: Path) -> AbstractContextManager[None]:
        do(file)
        return nullcontext()

    return make


@dataclass(frozen=True)
class Fault:
    """`told` is a reason of words.shelf.WHY, or PUT_ASIDE; `keeps` are the stories whose trails are there afterwards.

    With `untouched` the file is afterwards what it was to the last byte; with `aside` that lies in a file beside it.
    """

    name: str
    make: Callable[[Path], AbstractContextManager[None]]
    told: str
    keeps: tuple[str, ...] = ()
    untouched: bool = False
    is_own: bool = True

    @property
    def aside(self) -> bool:
        return self.told == shelf_strings.PUT_ASIDE

    def sentence(self, file: Path) -> str:
        if self.aside:
            rescued = shelf_strings.RESCUED_ONE if "ivo" in self.keeps else shelf_strings.RESCUED_NONE
            return f"{shelf_strings.PUT_ASIDE.format(copy=f'{file}.damaged-1')} {rescued}"
        return shelf_strings.NOT_KEPT.format(why=shelf_strings.WHY[self.told].format(path=file))


FAULTS = (
    Fault("damaged", at_once(noise), shelf_strings.PUT_ASIDE, keeps=("now",)),
    Fault("cut in half", at_once(lambda file: os.truncate(file, file.stat().st_size // 2)), shelf_strings.PUT_ASIDE,
          keeps=("now", "ivo")),
    Fault("cut to a few bytes", at_once(lambda file: os.truncate(file, 50)), shelf_strings.PUT_ASIDE, keeps=("now",)),
    Fault("foreign", at_once(lambda file: file.write_text("Dear all,")), shelf_strings.PUT_ASIDE, keeps=("now",)),
    Fault("of another program", at_once(other_sqlite), shelf_strings.PUT_ASIDE, keeps=("now",)),
    Fault("a letter of hers", at_once(lambda file: file.write_text("Dear all,")), "foreign", untouched=True,
          is_own=False),
    Fault("bookmarks of hers", at_once(other_sqlite), "foreign", untouched=True, is_own=False),
    Fault("of a later version", at_once(later), "later", untouched=True),
    Fault("a folder", at_once(a_folder), "special"),
    Fault("a pipe", at_once(a_pipe), "special"),
    Fault("a pipe beside it", at_once(lambda file: os.mkfifo(f"{file}-journal")), "special", untouched=True),
    Fault("locked", locked, "locked", keeps=("ivo",), untouched=True),
    Fault("locked against readers", locked_against_readers, "locked", keeps=("ivo",), untouched=True),
    Fault("locked for good", locked_for_good, "locked", keeps=("ivo",), untouched=True),
    Fault("full", full, "full", keeps=("ivo",)),
    Fault("read only", read_only, "unwritable", keeps=("ivo",), untouched=True),
)  # fmt: skip
"""Where the disk may be written, what is done now is kept; else only what was kept before."""
by_name = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A shelf with a trail from before."""
    file = tmp_path / "home" / "data" / SHELF_NAME
    shelf = Shelf(file)
    shelf.save(EARLIER)
    shelf.note_foreword("harbour")
    shelf.close()
    return file


def assert_kept(fault: Fault, file: Path, before: bytes, now: str) -> None:
    if fault.aside:
        assert Path(f"{file}.damaged-1").read_bytes() == before
    if fault.untouched:
        assert file.read_bytes() == before
    if file.is_file() and fault.keeps:
        shelf = Shelf(file)
        assert [saved.trail.story for saved in shelf.trails()] == [now if it == "now" else it for it in fault.keeps]
        assert shelf.news() == ()
        shelf.close()


def data(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


@by_name
def test_line_by_line(wayout: list[str], file: Path, fault: Fault) -> None:
    """The sentence comes once, on the error stream; the story is told to its next question."""
    own = () if fault.is_own else ("--shelf", str(file))
    with fault.make(file):
        before = data(file)
        found = subprocess.run(
            [*wayout, "play", "vesna", "--plain", *own], input="1\n1\nq\n", capture_output=True, encoding="utf-8",
            env={**os.environ, "WAYOUT_HOME": str(file.parent.parent)}, timeout=60, check=False,
        )  # fmt: skip
        again = Shelf(file, is_own=fault.is_own)
        assert ([saved.trail.story for saved in again.trails()] == ["ivo"]) == (fault.keeps == ("ivo",))
        again.close()
    assert (found.returncode, found.stderr) == (0, f"{fault.sentence(file)}\n")
    assert "What does he try?" in found.stdout
    assert_kept(fault, file, before, "vesna")


@by_name
def test_full_screen(invented: Library, file: Path, fault: Fault) -> None:
    """The sentence stands below the page; play goes on to the ending, and back to the library."""

    def look(seat: Seat) -> None:
        seen.append("".join(seat.text.split()))

    async def play(seat: Seat) -> None:
        look(seat)
        await seat.press("1", "1", "2")
        assert "Chosen: Load the ship" in seat.text
        look(seat)
        await seat.press("enter", "1", "enter", "enter")
        assert "Here the published account ends" in seat.text
        look(seat)
        await seat.press("q")
        assert "read to an end" in seat.text

    seen: list[str] = []
    with fault.make(file):
        before = data(file)
        shelf = Shelf(file, is_own=fault.is_own)
        drive(invented, play, shelf=shelf, size=(120, 40))
        shelf.close()
    assert "".join(fault.sentence(file).split()) in seen[0] + seen[1]
    assert ("".join(shelf_strings.NOT_KEPT_NOW.split()) in seen[2]) != fault.aside
    assert_kept(fault, file, before, "anton")


def test_when_the_disk_has_room_again_all_that_was_done_meanwhile_is_kept(invented: Library, file: Path) -> None:
    """Two plays on a full disk, then room: with the next choice both are on the shelf, and that is said."""

    async def play(seat: Seat) -> None:
        await seat.press("1", "1", "2", "q", "1", "1", "2")
        assert [saved.trail.story for saved in Shelf(file).trails()] == ["ivo"]
        (file.parent / "filler").unlink()
        await seat.press("enter")
        assert shelf_strings.KEPT_AGAIN in seat.text
        assert shelf_strings.NOT_KEPT_NOW not in seat.text
        await seat.press("1")
        assert shelf_strings.KEPT_AGAIN not in seat.text

    with full(file):
        shelf = Shelf(file)
        drive(invented, play, shelf=shelf, size=(120, 40))
        shelf.close()
    kept = Shelf(file).trails()
    assert [[encode(step.move) for step in saved.trail.steps] for saved in kept] == [
        ["load", "go on", "refuse"],
        ["load"],
        ["stay"],
    ]


def test_another_game_may_write_while_a_lock_lasts_less_than_a_moment(file: Path) -> None:
    """A lock that is given up within LOCK_TIMEOUT costs nothing but time, and nothing is said."""
    shelf = Shelf(file)

    def save() -> None:
        with closing(Shelf(file)) as its:
            its.save(EARLIER)

    with locked(file):
        import threading

        other = threading.Thread(target=save)
        other.start()
        other.join(0.3)
        assert other.is_alive()
    other.join(10)
    assert len(shelf.trails()) == 2
    assert shelf.news() == ()


def test_a_second_damaged_file_is_put_beside_the_first(file: Path) -> None:
    for number in (1, 2):
        noise(file)
        shelf = Shelf(file, is_own=True)
        assert shelf.trails() == ()
        shelf.save(EARLIER)
        assert shelf.news() == (
            f"{shelf_strings.PUT_ASIDE.format(copy=f'{file}.damaged-{number}')} {shelf_strings.RESCUED_NONE}",
        )
        shelf.close()
    assert Path(f"{file}.damaged-1").exists()


def test_damage_in_the_middle_of_a_play_costs_it_nothing(invented: Library, file: Path) -> None:
    """The file is damaged between two choices: what was done before, in this play, is in the new one."""

    async def play(seat: Seat) -> None:
        await seat.press("1", "1", "2")
        for each in file.parent.iterdir():
            if not each.name.endswith("-shm"):
                noise(each)
        shelf.close()
        await seat.press("enter", "1")
        assert "Chosen: Refuse" in seat.text

    shelf = Shelf(file)
    drive(invented, play, shelf=shelf)
    shelf.close()
    (kept,) = Shelf(file).trails()
    assert [encode(step.move) for step in kept.trail.steps] == ["load", "go on", "refuse"]


def test_a_disk_on_which_no_file_may_grow(wayout: list[str], file: Path) -> None:
    """Set for the process alone, so that this holds for who may not mount: it is told, and the story goes on."""
    resource = pytest.importorskip("resource")
    found = subprocess.run(
        [*wayout, "play", "vesna", "--plain"], input="1\n1\nq\n", capture_output=True, encoding="utf-8", timeout=60,
        env={**os.environ, "WAYOUT_HOME": str(file.parent.parent)}, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
    )  # fmt: skip
    assert found.returncode == 0
    assert "What does he try?" in found.stdout
    assert found.stderr.startswith("What you do now is remembered only until you leave")
    assert [saved.trail.story for saved in Shelf(file).trails()] == ["ivo"]


def test_the_order_of_trails_does_not_hang_on_a_clock(wayout: list[str], file: Path, tmp_path: Path) -> None:
    """Each start of the real command has a clock a year behind the one before; files are of the future."""
    (tmp_path / "sitecustomize.py").write_text(
        "import os, time\nback = float(os.environ['BACK'])\ntime.time = lambda: back\n"
        "time.time_ns = lambda: int(back * 1e9)\n", encoding="utf-8",
    )  # fmt: skip
    os.utime(file, (4e9, 4e9))
    for number, story in enumerate(("vesna", "ivo", "wim")):
        env = {**os.environ, "WAYOUT_HOME": str(file.parent.parent),
               "PYTHONPATH": os.pathsep.join((str(tmp_path), os.environ["PYTHONPATH"])),
               "BACK": str(1e9 - 3e7 * number)}  # fmt: skip
        found = subprocess.run([*wayout, "play", story, "--plain"], input="1\nq\n", capture_output=True, env=env,
                               encoding="utf-8", timeout=60, check=False)  # fmt: skip
        assert (found.returncode, found.stderr) == (0, "")
    assert [saved.trail.story for saved in Shelf(file).trails()] == ["wim", "ivo", "vesna", "ivo"]


@pytest.mark.skipif(os.name != "posix", reason="homes are found otherwise there")
@pytest.mark.parametrize("has_empty_one", [True, False])
def test_who_has_no_home_plays_and_is_told(wayout: list[str], has_empty_one: bool, tmp_path: Path) -> None:
    """HOME is empty; or there is none, and no account that would have one. Nothing lands in the current folder."""
    env = {name: value for name, value in os.environ.items() if name not in ("HOME", "WAYOUT_HOME")
           and not name.startswith("XDG_")}  # fmt: skip
    command = [*wayout]
    if has_empty_one:
        env["HOME"] = ""
    elif os.geteuid() == 0:
        nobody = "import os; os.setresuid(54321, 0, 0); from wayout.__main__ import main; main()"
        command = [sys.executable, "-c", nobody]
    else:
        pytest.skip("only root can be somebody without an account")
    found = subprocess.run([*command, "play", "vesna", "--plain"], input="1\n1\nq\n", capture_output=True, env=env,
                           encoding="utf-8", timeout=60, check=False, cwd=tmp_path)  # fmt: skip
    assert (found.returncode, found.stderr) == (
        0,
        shelf_strings.NOT_KEPT.format(why=shelf_strings.WHY["nowhere"]) + "\n",
    )
    assert "What does he try?" in found.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="a shell closes the streams")
@pytest.mark.parametrize(("closed", "status", "told"), [
    ("<&-", 0, ""), (">&-", 3, CLOSED), ("<&- >&- 2>&-", 3, ""), ("2>&-", 0, ""),
])  # fmt: skip
def test_a_stream_that_is_closed(wayout: list[str], closed: str, status: int, told: str) -> None:
    shell = f"{wayout[0]} play ivo --plain {closed}"
    found = subprocess.run(["bash", "-c", shell], capture_output=True, encoding="utf-8", timeout=60, check=False,
                           stdin=subprocess.DEVNULL)  # fmt: skip
    assert (found.returncode, found.stderr.strip()) == (status, told)


@pytest.mark.parametrize("harm", [
    lambda data: data[: len(data) * 3 // 4],
    lambda data: data[: len(data) * 3 // 4] + b"\xa5" * (len(data) // 4),
], ids=["cut", "noise at the end"])  # fmt: skip
def test_what_can_still_be_read_in_a_damaged_file_is_on_the_new_one(file: Path, harm: Callable[[bytes], bytes]) -> None:
    """With names, settings and order; and a game that was at one of these trails goes on with it."""
    shelf = Shelf(file, is_own=True)
    long = Trail(story="ivo", scene="a", steps=tuple(step("ivo", "a", f"stay-{number}") for number in range(30)))
    made = [shelf.save(SavedTrail(trail=long, at=("ivo", "b"))) for _ in range(40)]
    shelf.rename(made[0].id, "lesson")
    before = [replace(saved, name="lesson" if saved == made[0] else "") for saved in made]
    shelf.close()
    damaged = harm(file.read_bytes())
    file.write_bytes(damaged)
    shelf = Shelf(file, is_own=True)
    found = shelf.trails()
    assert 20 < len(found) <= 41
    long_ones = [saved for saved in reversed(found) if saved.trail == long]
    assert long_ones == [saved for saved in before if saved in long_ones]
    assert len(long_ones) >= len(found) - 1
    assert shelf.has_shown_foreword("harbour", "the-marsh")
    copy = Path(f"{file}.damaged-1")
    assert shelf.news() == (
        f"{shelf_strings.PUT_ASIDE.format(copy=copy)} {shelf_strings.RESCUED.format(n=len(found))}",
    )
    assert copy.read_bytes() == damaged
    assert shelf.save(before[0]).id == before[0].id
    assert len(shelf.trails()) == len(found)


def test_a_python_without_sqlite_plays_and_says_so(file: Path) -> None:
    code = "import sys; sys.modules['sqlite3'] = None; from wayout.__main__ import main; main()"
    found = subprocess.run([sys.executable, "-c", code, "play", "vesna", "--plain"], input="1\n1\nq\n", timeout=60,
                           capture_output=True, encoding="utf-8", check=False,
                           env={**os.environ, "WAYOUT_HOME": str(file.parent.parent)})  # fmt: skip
    assert (found.returncode, found.stderr) == (
        0,
        shelf_strings.NOT_KEPT.format(why=shelf_strings.WHY["absent"]) + "\n",
    )
    assert "What does he try?" in found.stdout


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
def test_a_shelf_in_a_folder_that_nobody_may_look_into_is_no_shelf_that_is_not_there(file: Path) -> None:
    """Root may look everywhere: then it is another user who asks."""
    code = """
import os, wayout.__main__, wayout.cli.shelf, wayout.commands.shelf, wayout.store.repository, wayout.store.database_file
import wayout.model.load, wayout.store.editions, wayout.model.trail_format
if not os.geteuid():
    os.setresuid(54321, 54321, 54321)
wayout.__main__.main()
"""
    file.parent.chmod(0)
    try:
        found = subprocess.run([sys.executable, "-c", code, "shelf", "list", "--shelf", str(file)], timeout=60,
                               capture_output=True, encoding="utf-8", check=False)  # fmt: skip
    finally:
        file.parent.chmod(0o700)
    told = shelf_strings.NOT_DONE.format(why=shelf_strings.WHY["unwritable"].format(path=file))
    assert (found.returncode, found.stdout, found.stderr) == (3, "", f"{told}\n")


def modes(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
def test_nobody_else_may_look_at_a_shelf(file: Path) -> None:
    assert modes(file.parent) == {"data": 0o700, SHELF_NAME: 0o600}
    assert file.parent.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
@pytest.mark.parametrize("own", [True, False], ids=["own", "named"])
def test_nobody_else_may_look_at_a_shelf_whoever_made_its_folder_or_file(
    wayout: list[str], tmp_path: Path, own: bool
) -> None:
    """The folder for stories of one's own is made by hand; a shelf of an earlier version is open to all."""
    folder = tmp_path / "data"
    (folder / "stories").mkdir(parents=True, mode=0o755)
    shelf = folder / SHELF_NAME
    command = [*wayout, "play", "wim", "--plain", *(() if own else ("--shelf", str(shelf)))]
    env = {**os.environ, "WAYOUT_HOME": str(tmp_path)}
    for _ in range(2):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, umask=0o022) as game:
            assert game.stdin is not None
            assert game.stdout is not None
            game.stdin.write(b"1\nname lesson\n")
            game.stdin.flush()
            while b"called" not in game.stdout.readline():
                pass
            assert modes(folder) == {"data": 0o755, "stories": 0o755, SHELF_NAME: 0o600, f"{SHELF_NAME}-wal": 0o600,
                                     f"{SHELF_NAME}-shm": 0o600}  # fmt: skip
            game.stdin.write(b"name \n")
            game.stdin.close()
            game.stdout.read()
        assert game.returncode == 0
        shelf.chmod(0o644)


@pytest.mark.skipif(os.name != "posix", reason="permissions are others there")
def test_what_is_put_aside_is_for_nobody_else_either(file: Path) -> None:
    noise(file)
    file.chmod(0o644)
    shelf = Shelf(file, is_own=True)
    assert shelf.trails() == ()
    shelf.close()
    assert set(modes(file.parent).values()) == {0o700, 0o600}


@pytest.mark.skipif(os.name != "posix", reason="there are pipes")
def test_a_pipe_in_place_of_the_kept_library_is_as_if_there_were_none(wayout: list[str], tmp_path: Path) -> None:
    command = [*wayout, "play", "ivo", "--plain", "--shelf", str(tmp_path / "s.sqlite")]
    env = {**os.environ, "WAYOUT_HOME": str(tmp_path / "home")}
    for _ in range(2):
        found = subprocess.run(command, input="q\n", capture_output=True, env=env, encoding="utf-8", timeout=60,
                               check=False)  # fmt: skip
        assert (found.returncode, found.stderr) == (0, "")
        (kept,) = (tmp_path / "home" / "cache").iterdir()
        kept.unlink()
        os.mkfifo(kept)


@pytest.mark.skipif(os.name != "posix", reason="there are pipes")
@pytest.mark.parametrize("args", [
    ("map", "ivo", "-o"), ("export", "html", "ivo", "-o"), ("export", "lesson", "ivo", "-o"),
    ("shelf", "export", "lesson", "--shelf", "{shelf}", "-o"), ("trail", "export", "{trail}", "-o"),
])  # fmt: skip
def test_nothing_is_written_in_the_place_of_a_pipe_or_a_device(
    wayout: list[str], file: Path, tmp_path: Path, args: tuple[str, ...]
) -> None:
    played = [*wayout, "play", "ivo", "--plain", "--shelf", str(file)]
    subprocess.run(played, input=b"1\nname lesson\nq\n", check=True, capture_output=True)
    trail = tmp_path / "trail.yaml"
    subprocess.run([*wayout, "shelf", "export", "lesson", "--shelf", str(file), "-o", str(trail)], check=True)
    pipe, device = tmp_path / "pipe", tmp_path / "device"
    os.mkfifo(pipe)
    device.symlink_to(os.devnull)
    before = sorted(tmp_path.iterdir())
    for target in (pipe, device):
        command = [*wayout, *(arg.format(shelf=file, trail=trail) for arg in args), str(target)]
        found = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=False)
        assert found.returncode in (2, 3)
        assert "it is no regular file." in found.stderr
        assert not target.is_file()
    assert sorted(tmp_path.iterdir()) == before
