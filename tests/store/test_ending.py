"""However the program ends, the terminal is as it was before, and what was done is kept: signals, a terminal that is
gone, a fault of the program's own.
"""

import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.terminals import PATIENCE, Screen
from wayout.locale import shelf_strings
from wayout.play.moves import Choose
from wayout.store.shelf import open_shelf
from wayout.views.reference_pages import STATEMENTS_FIRST

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and terminals are others there")

LEAVES_FULL_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
FAILING = """
from wayout.faces.terminal.screens.reading import ReadingScreen
from wayout.faces.plain.session import PlainSession
from wayout.play.moves import Choose
from wayout.__main__ import main
paint, tell_page = ReadingScreen.paint, PlainSession.tell_page
def fails(self, *shown):
    if any(step.move == Choose("refuse") for step in self.play.trail.steps):
        raise RuntimeError("[bold]of\\x1b[2J its own[/x]")
    return paint(self) if not shown else tell_page(self, *shown)
ReadingScreen.paint = PlainSession.tell_page = fails
main()
"""


@pytest.fixture
def game(wayout: list[str], home: Path) -> Iterator[Screen]:
    """A game at the outcome of its first choice."""
    with Screen(wayout, "play", "vesna", "--from", "the-order", WAYOUT_HOME=str(home)) as game:
        game.until("What does he answer?")
        game.press("1")
        game.until("taken · recorded")
        yield game


def choices() -> list[str]:
    return [
        step.move.choice for saved in open_shelf().trails() for step in saved.trail.steps
        if isinstance(step.move, Choose)
    ]  # fmt: skip


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGHUP], ids=lambda sent: signal.Signals(sent).name)
def test_told_to_end_it_gives_the_terminal_back(game: Screen, sent: int) -> None:
    game.child.kill(sent)
    left = game.rest()
    assert LEAVES_FULL_SCREEN in left
    assert SHOWS_CURSOR in left
    assert b"Traceback" not in left
    assert game.child.exitstatus == 128 + sent
    assert choices() == ["refuse"]


def test_when_the_terminal_is_gone_it_ends_at_once(game: Screen, home: Path) -> None:
    child: Any = game.child
    child.ptyproc.fileobj.close()
    child.closed = child.ptyproc.closed = True
    end = time.monotonic() + 10
    assert game.child.pid
    while not (ended := os.waitpid(game.child.pid, os.WNOHANG)[0]):
        assert time.monotonic() < end, "it goes on without a terminal"
        time.sleep(0.05)
    assert ended == game.child.pid
    child.terminated = child.ptyproc.terminated = True
    assert choices() == ["refuse"]
    assert not (home / "state").exists()


@pytest.mark.parametrize("args", [
    ("play", "vesna", "--from", "the-order"), ("class", "ivo", "--hands"), ("preview", "ivo"),
], ids=lambda args: args[0])  # fmt: skip
def test_when_a_terminal_that_it_does_not_control_is_gone_it_ends_too(
    wayout: list[str], home: Path, args: tuple[str, ...]
) -> None:
    """No signal tells of it then: the terminal can only be found to be gone."""
    ours, its = os.openpty()
    termios.tcsetwinsize(its, (30, 100))
    env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "WAYOUT_HOME": str(home)}
    with subprocess.Popen([*wayout, *args], stdin=its, stdout=its, stderr=its, env=env, start_new_session=True) as game:
        os.close(its)
        came = b""
        while b"Help" not in came and b"help" not in came:
            came += os.read(ours, 65536)
        os.close(ours)
        try:
            assert game.wait(PATIENCE) == 128 + signal.SIGHUP
        finally:
            game.kill()
    assert not (home / "state").exists()


def test_stopped_it_gives_the_terminal_back_and_goes_on_where_it_was(game: Screen) -> None:
    game.child.kill(signal.SIGTSTP)
    _, status = os.waitpid(game.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)
    assert SHOWS_CURSOR in game.until_sent(LEAVES_FULL_SCREEN)
    game.screen.reset()
    game.child.kill(signal.SIGCONT)
    game.until("taken · recorded")
    game.press("\r")
    game.until("taken · recorded", gone=True)
    assert choices() == ["refuse"]


@pytest.mark.parametrize("no_trace", [False, True], ids=["kept", "no trace"])
def test_full_screen_a_fault_of_its_own_gives_the_terminal_back_and_says_what_is_kept(
    home: Path, no_trace: bool
) -> None:
    with Screen([sys.executable], "-c", FAILING, "play", "vesna", "--from", "the-order",
                *(["--no-trace"] if no_trace else []), WAYOUT_HOME=str(home)) as game:  # fmt: skip
        game.until("What does he answer?")
        game.press("1")
        left = game.rest()
    assert LEAVES_FULL_SCREEN in left
    assert SHOWS_CURSOR in left
    said_last = " ".join(left.rsplit(b"\x1b[23;2t", 1)[1].decode().split())
    assert_failure_told(said_last, home, no_trace=no_trace)
    assert game.child.exitstatus == 1


@pytest.mark.parametrize("no_trace", [False, True], ids=["kept", "no trace"])
def test_line_by_line_a_fault_of_its_own_says_what_is_kept(home: Path, no_trace: bool) -> None:
    command = [sys.executable, "-c", FAILING, "play", "vesna", "--plain", *(["--no-trace"] if no_trace else [])]
    found = subprocess.run(command, input="1\n", capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert found.returncode == 1
    assert_failure_told(" ".join(found.stderr.split()), home, no_trace=no_trace)


def assert_failure_told(told: str, home: Path, *, no_trace: bool) -> None:
    failed = shelf_strings.FAILED.format(what="RuntimeError: [bold]of\ufffd[2J its own[/x]")
    report = home / "state" / "fault-1.txt"
    if no_trace:
        assert told == f"{failed} {shelf_strings.NO_TRACE}"
        assert sorted(path.name for path in home.iterdir()) == ["cache"]
        return
    kept = shelf_strings.KEPT.format(command="wayout play --continue")
    assert told == f"{failed} {kept} {shelf_strings.REPORT.format(path=report)}"
    assert choices() == ["refuse"]
    text = report.read_text(encoding="utf-8")
    assert "RuntimeError" in text
    assert "in fails" in text
    assert "refuse" not in text.replace('"refuse"', "")


def test_a_fault_where_nothing_can_be_kept_says_that(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    found = subprocess.run([sys.executable, "-c", FAILING, "play", "vesna", "--plain"], input="1\n", timeout=60,
                           capture_output=True, encoding="utf-8", check=False,
                           env={**os.environ, "WAYOUT_HOME": str(in_the_way)})  # fmt: skip
    why = shelf_strings.WHY["unwritable"].format(path=in_the_way / "data" / "shelf.sqlite")
    assert found.returncode == 1
    assert found.stderr.splitlines()[0] == shelf_strings.NOT_KEPT.format(why=why)
    assert found.stderr.splitlines()[2:] == [shelf_strings.NOT_KEPT_SINCE.format(why=why), shelf_strings.NO_REPORT]


TELLS_NOTHING = FAILING.replace('step.move == Choose("refuse") for step in', "True for step in (0,) or")
AT_THE_END = FAILING.replace('if any(step.move == Choose("refuse") for step in self.play.trail.steps)',
                             'if self.play.state.scene_in(self.library).ending')  # fmt: skip


@pytest.mark.parametrize(("code", "args", "typed", "says"), [
    (TELLS_NOTHING, (), "", ""),
    (AT_THE_END, (), "1\n2\n3\n2\n1\n", shelf_strings.ON_SHELF),
    (FAILING, ("--shelf", "a shelf"), "1\n", shelf_strings.KEPT.format(command="wayout play --continue --shelf {}")),
], ids=["nothing was chosen", "at an ending", "on a shelf of her own"])  # fmt: skip
def test_after_a_fault_of_its_own_it_says_of_what_was_done_what_is_true(
    tmp_path: Path, code: str, args: tuple[str, ...], typed: str, says: str
) -> None:
    story = "ivo" if code == AT_THE_END else "vesna"
    found = subprocess.run([sys.executable, "-c", code, "play", story, "--plain", *args], input=typed, timeout=60,
                           capture_output=True, encoding="utf-8", check=False, cwd=tmp_path)  # fmt: skip
    assert found.returncode == 1
    failed, *told, _ = found.stderr.splitlines()
    assert "RuntimeError" in failed
    assert told == ([says.format(f"'{tmp_path / 'a shelf'}'")] if says else [])


def tree(*folders: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder with its size and time of change."""
    return {str(path): (path.stat().st_size, path.stat().st_mtime_ns)
            for folder in folders for path in (folder, *folder.rglob("*"))}  # fmt: skip


@pytest.mark.parametrize("own", [True, False], ids=["WAYOUT_HOME", "HOME"])
def test_without_a_trace_nothing_at_all_is_written(wayout: list[str], tmp_path: Path, own: bool) -> None:
    """Full screen and line by line, to a choice and back: home, current and temporary folder are as they were."""
    home, here, temporary = (tmp_path / name for name in ("home", "here", "temporary"))
    for folder in (home, here, temporary):
        folder.mkdir()
    env = {"HOME": str(home), "TMPDIR": str(temporary), "PWD": str(here), "XDG_DATA_HOME": "", "XDG_CACHE_HOME": "",
           "XDG_STATE_HOME": "", "WAYOUT_HOME": str(home / "wayout") if own else ""}  # fmt: skip
    before = tree(home, here, temporary)
    with Screen(wayout, "play", "--no-trace", cwd=str(here), columns=100, rows=60, **env) as game:
        game.until("Vesna")
        game.press("4")
        game.until("Read in the full wording")
        game.press("\r")
        for number in range(1, STATEMENTS_FIRST + 1):
            game.until(f"{number} of ")
            game.press("\r")
        game.play_to_the_first_outcome()
        game.press("q")
        game.until("Go on with Vesna")
        game.press("q")
        game.rest()
    assert game.child.exitstatus == 0
    found = subprocess.run(
        [*wayout, "play", "vesna", "--plain", "--no-trace"], input="1\nu\n1\nq\n", capture_output=True,
        encoding="utf-8", timeout=60, check=False, env={**os.environ, **env}, cwd=here,
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    assert tree(home, here, temporary) == before
