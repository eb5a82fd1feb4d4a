"""How soon is there something to read, and how soon does a key bring the next page?"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

from game import words
from game.model.folders import shipped
from game.model.graph import recorded_path
from game.model.library import Library
from game.model.load import load
from game.model.text import shown
from game.play.step import begin, choose, moves

from .bare import READY
from .measure import Row, alternate
from .screen import PATIENCE, Display, Terminal

Talk = Callable[[str], None]
STORY = "vasiliy"
KEY = "1"
"""Goes on, where there is nothing to choose; in the bare app it swaps the text."""
WAYOUT = str(Path(sys.executable).with_name("wayout"))
BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
OWN_SETTINGS = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TERM_PROGRAM", "COLUMNS", "LINES", "PYTHONPATH",
                "PYTHONDONTWRITEBYTECODE")  # fmt: skip


def starting(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """From the command to the first frame."""
    env = environment(folder)

    def first_frame(command: tuple[str, ...], texts: tuple[str, ...]) -> float:
        with Terminal(command, env) as terminal:
            return terminal.until(lambda display: all(text in "\n".join(display) for text in texts)) - terminal.started

    def ours() -> float:
        return first_frame((WAYOUT,), (words.LIBRARY_HEAD[:40], "Vasiliy", words.KEY_HELP))

    def bare() -> float:
        return first_frame(BARE, (READY,))

    warm(ours, bare)
    left, right = alternate(rounds, talk, ours, bare)
    return [Row(name="start", what="`wayout` to its first frame", yardstick_is="bare Textual app to its first frame",
                ours=left, yardstick=right, bar=1.2)]  # fmt: skip


def plain(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """From the command to the first question, line by line."""
    env = environment(folder)
    last_words = _first_fork()

    def ours() -> float:
        return _first_question((WAYOUT, "play", STORY, "--plain"), env, last_words)

    def bare() -> float:
        with Terminal(BARE, env) as terminal:
            return terminal.until(lambda display: READY in display[0]) - terminal.started

    warm(ours, bare)
    left, right = alternate(rounds, talk, ours, bare)
    return [Row(name="plain", what=f"`wayout play {STORY} --plain` to its first question",
                yardstick_is="bare Textual app to its first frame", ours=left, yardstick=right, bar=0.7)]  # fmt: skip


def turning(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """From a key to the next page, page by page through a record to its ending.

    A walk before the measured ones says how each page looks once all is quiet. A page has come when the screen looks so
    to the last sign. The bare app swaps the same rows of text, without the empty ones, so that its one widget changes
    its height as pages do. A round is one walk: the median of its keys.
    """
    env = environment(folder)
    library = load(shipped()).library
    reading = (WAYOUT, "play", STORY, "--from", library.stories[STORY].start)
    keys = _recorded(library)
    with Terminal(reading, env) as terminal:
        pages = _rehearse(terminal, keys)
    talk(f"  {len(pages)} pages")
    texts = folder / "texts.json"
    texts.write_text(json.dumps(["\n".join(line for line in page if line) for page in pages]), encoding="utf-8")
    bare_command = (*BARE, str(texts))
    with Terminal(bare_command, env) as terminal:
        bare_pages = _rehearse(terminal, [KEY] * len(keys))

    def ours() -> float:
        return _walk(reading, env, keys, pages)

    def bare() -> float:
        return _walk(bare_command, env, [KEY] * len(keys), bare_pages)

    left, right = alternate(rounds, talk, ours, bare)
    return [Row(name="turn", what="key to repainted page", yardstick_is="bare app swapping one `Static`",
                ours=left, yardstick=right, bar=1.4,
                note=f"a round is a walk over {len(pages) - 1} keys in a new process: their median")]  # fmt: skip


def environment(folder: Path) -> dict[str, str]:
    """The same for all, without the settings of the person who measures; modules are compiled once, as pip does it."""
    kept = {name: value for name, value in os.environ.items()
            if name not in OWN_SETTINGS and not name.startswith("TEXTUAL")}  # fmt: skip
    return {**kept, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "WAYOUT_HOME": str(folder / "home"),
            "WAYOUT_DEBOUNCE": "off", "COLORFGBG": "15;0", "PYTHONPYCACHEPREFIX": str(folder / "pycache")}  # fmt: skip


def warm(*measures: Callable[[], float]) -> None:
    """Once each, for caches of compiled modules and of the disk."""
    for measure in measures:
        measure()


def _first_fork() -> str:
    """The label that stands last below the first question of the story."""
    story = load(shipped()).library.stories[STORY]
    scene = story.scenes[story.start]
    while scene.next is not None:
        scene = story.scenes[scene.next]
    return shown(list(scene.choices.values())[-1].label)


def _first_question(command: tuple[str, ...], env: Mapping[str, str], last_words: str) -> float:
    """The time from starting a program to the end of its first question in a pipe; its input is held open."""
    started = moment = time.perf_counter()
    with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        told = b""
        while last_words not in " ".join(told.decode(errors="replace").split()):
            data = b""
            if select.select([process.stdout], [], [], PATIENCE)[0]:
                data = os.read(process.stdout.fileno(), 65536)
            moment = time.perf_counter()
            if not data:
                process.kill()
                raise TimeoutError(f"No question came, but: {told.decode(errors='replace')}")
            told += data
        process.kill()
    return moment - started


def _recorded(library: Library) -> list[str]:
    """The keys that lead along the record to its ending: the number of what he chose, or that of the one way on."""
    taken = {stop.choice for stop in recorded_path(STORY, library.stories[STORY]).stops}
    play, keys = begin(library, STORY), list[str]()
    while play.state.shown is not None or play.state.scene_in(library).ending is None:
        found = moves(library, play.state)
        move = next((move for move in found if move in taken), found[0])
        keys.append(str(found.index(move) + 1))
        play = choose(library, play, move)
    return keys


def _rehearse(terminal: Terminal, keys: Sequence[str]) -> list[Display]:
    """Every page as it looks once all is quiet."""
    terminal.until(any)
    pages = [terminal.settle()]
    for key in keys:
        terminal.press(key)
        pages.append(terminal.settle())
        if pages[-1] == pages[-2]:
            raise ValueError("\n".join(("A key brought no other page than:", *pages[-1])))
    return pages


def _walk(command: tuple[str, ...], env: Mapping[str, str], keys: Sequence[str], pages: list[Display]) -> float:
    """The median time from a key to its page."""
    times = []
    with Terminal(command, env) as terminal:
        terminal.until(lambda display: display == pages[0])
        for key, page in zip(keys, pages[1:], strict=True):
            pressed = terminal.press(key)
            times.append(terminal.until(lambda display, page=page: display == page) - pressed)  # type: ignore[misc]
            terminal.settle(0.05)
    return median(times)
