"""Where another program holds the shelf, or its disk knows no locks, patience has an end on every way in."""

import os
import shutil
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.store.test_faults import locked, locked_against_readers, locked_for_good
from tests.support.playing import step
from tests.support.terminals import Screen
from wayout.locale import shelf_strings
from wayout.play.state import Trail
from wayout.store.paths import SHELF_NAME
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf

pytestmark = pytest.mark.skipif(os.name != "posix", reason="locks are others there")
TRAIL = SavedTrail(
    trail=Trail(story="wim", scene="mid-august", steps=(step("wim", "mid-august", "ask-release"),)),
    at=("wim", "mid-august"),
)
NO_LOCKS = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
static int call(const char *name, int file, int command, void *more) {
    int (*real)(int, int, ...) = dlsym(RTLD_NEXT, name);
    if (command == F_SETLK || command == F_SETLKW) { errno = atoi(getenv("NO_LOCKS")); return -1; }
    return real(file, command, more);
}
#define FOR(name) int name(int file, int command, ...) { \\
    va_list list; va_start(list, command); void *more = va_arg(list, void *); va_end(list); \\
    return call(#name, file, command, more); }
FOR(fcntl)
FOR(fcntl64)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "home" / "data" / SHELF_NAME
    shelf = Shelf(file)
    shelf.save(TRAIL)
    shelf.note_foreword("harbour")
    shelf.close()
    return file


def run(wayout: list[str], file: Path, *args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args, "--shelf", str(file)], input="1\nq\n", capture_output=True, timeout=60,
                          encoding="utf-8", check=False, env={**os.environ, **env})  # fmt: skip


def why(file: Path) -> str:
    return shelf_strings.WHY["locked"].format(path=file)


@pytest.mark.parametrize("hold", [locked, locked_against_readers, locked_for_good])
def test_every_command_says_that_the_shelf_is_held_and_does_what_it_can(
    wayout: list[str], file: Path, hold: Callable[[Path], AbstractContextManager[None]]
) -> None:
    shelf = Shelf(file)
    (kept,) = shelf.trails()
    shelf.close()
    told, refused = (f"{text.format(why=why(file))}\n" for text in (shelf_strings.NOT_KEPT, shelf_strings.NOT_DONE))
    with hold(file):
        for args, status, says in (
            (("play", "wim", "--plain"), 0, told),
            (("play", "--continue", "--plain"), 0, told),
            (("shelf", "list"), 0, ""),
            (("shelf", "export", kept.id), 0, ""),
            (("shelf", "name", kept.id, "lesson"), 3, refused),
            (("shelf", "delete", kept.id), 3, refused),
            (("shelf", "delete", "--all", "--yes"), 3, refused),
        ):
            found = run(wayout, file, *args)
            assert (args, found.returncode, found.stderr) == (args, status, says)
            assert args[1] not in ("list", "export") or found.stdout
    assert Shelf(file).trails() == (kept,)


def test_full_screen_the_library_comes_up_though_the_shelf_is_held(wayout: list[str], file: Path) -> None:
    with locked_against_readers(file), Screen(wayout, WAYOUT_HOME=str(file.parent.parent), rows=40) as game:
        game.until("another program holds")
        game.until("Go on with Wim")
        game.press("q")
        game.rest()
    assert game.child.exitstatus == 0


@pytest.mark.parametrize("error", [37, 13], ids=["ENOLCK", "EACCES"])
@pytest.mark.parametrize("is_new", [False, True], ids=["a shelf", "none yet"])
def test_a_disk_without_locks_keeps_nothing_and_play_goes_on(
    wayout: list[str], file: Path, tmp_path: Path, error: int, is_new: bool
) -> None:
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("without a C compiler there is no such disk")
    source, library = tmp_path / "locks.c", tmp_path / "locks.so"
    source.write_text(NO_LOCKS, encoding="utf-8")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    file = file.with_name("new.sqlite") if is_new else file
    found = run(wayout, file, "play", "wim", "--plain", LD_PRELOAD=str(library), NO_LOCKS=str(error))
    assert (found.returncode, found.stderr) == (0, f"{shelf_strings.NOT_KEPT.format(why=why(file))}\n")
    assert "> 1" in found.stdout
