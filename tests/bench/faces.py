"""How soon is there something to read, and how soon does a key bring the next page?"""

import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from statistics import median

from wayout.locale import strings
from wayout.model.file_access import shipped
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.text import wording
from wayout.play.moves import Choose
from wayout.play.step import begin, choose, moves
from wayout.store.shelf import SettingsStore, Shelf

from .bare import READY
from .measure import Row, alternate
from .screen import PATIENCE, Display, Terminal

Talk = Callable[[str], None]
Environment = Callable[[], Mapping[str, str]]
"""What makes the environment of one start."""
STORY = "vasiliy"
KEY = "1"
"""Goes on, where there is nothing to choose; in the bare app it swaps the text."""
WAYOUT = str(Path(sys.executable).with_name("wayout"))
BARE = (sys.executable, str(Path(__file__).with_name("bare.py")))
OWN_SETTINGS = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TERM_PROGRAM", "COLUMNS", "LINES", "PYTHONPATH",
                "PYTHONDONTWRITEBYTECODE")  # fmt: skip


def starting(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """From the command to the first frame, and line by line to the first question."""
    env = environment(folder)

    def same() -> Mapping[str, str]:
        return env

    warm(partial(first_frame, WAYOUT, same), partial(first_question, WAYOUT, same), partial(bare_frame, same))
    return [
        start_row("start", rounds, talk, WAYOUT, same, bar=1.15),
        plain_row("plain", rounds, talk, WAYOUT, same, bar=0.55),
    ]


def start_row(name: str, rounds: int, talk: Talk, wayout: str, env: Environment, bar: float) -> Row:
    """The row of the library's first frame."""
    left, right = alternate(rounds, talk, partial(first_frame, wayout, env), partial(bare_frame, env))
    return Row(name=name, what="`wayout` to its first frame", yardstick_is="bare Textual app to its first frame",
               ours=left, yardstick=right, bar=bar)  # fmt: skip


def plain_row(name: str, rounds: int, talk: Talk, wayout: str, env: Environment, bar: float) -> Row:
    """The row of the first question, line by line."""
    left, right = alternate(rounds, talk, partial(first_question, wayout, env), partial(bare_frame, env))
    return Row(name=name, what=f"`wayout play {STORY} --plain` to its first question",
               yardstick_is="bare Textual app to its first frame", ours=left, yardstick=right, bar=bar)  # fmt: skip


def turning(rounds: int, folder: Path, talk: Talk) -> list[Row]:
    """From a key to the next page, page by page through a record to its ending.

    A walk before the measured ones says how each page looks once all is quiet. A page has come when the screen looks so
    to the last sign. The bare app swaps the same rows of text, without the empty ones, so that its one widget changes
    its height as pages do. A round is one walk: the median of its keys.
    """
    env = environment(folder)
    shelf = Shelf(Path(env["WAYOUT_HOME"]) / "shelf.db")
    SettingsStore(shelf).change("maps", False)
    shelf.close()
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


def first_frame(wayout: str, env: Environment) -> float:
    """The time from the command to the library."""
    texts = (load(shipped()).library.edition.tagline[:40], "Vasiliy", strings.KEY_HELP)
    with Terminal((wayout,), env()) as terminal:
        return terminal.until(lambda display: all(text in "\n".join(display) for text in texts)) - terminal.started


def bare_frame(env: Environment) -> float:
    """The time from the command to the bare app."""
    with Terminal(BARE, env()) as terminal:
        return terminal.until(lambda display: READY in display[0]) - terminal.started


def first_question(wayout: str, env: Environment) -> float:
    """The time from the command to the end of its first question in a pipe; its input is held open."""
    command, around, last_words = (wayout, "play", STORY, "--plain"), env(), _first_fork()
    started = moment = time.perf_counter()
    with subprocess.Popen(command, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
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


@cache
def _first_fork() -> str:
    """The label that stands last below the first question of the story."""
    story = load(shipped()).library.stories[STORY]
    scene = story.scenes[story.start]
    while scene.next is not None:
        scene = story.scenes[scene.next]
    return wording(list(scene.choices.values())[-1].label)


def _recorded(library: Library) -> list[str]:
    """The keys that lead along the record to its ending: the number of what he chose, or that of the one way on."""
    taken = {stop.choice for stop in recorded_path(STORY, library.stories[STORY]).stops}
    play, keys = begin(library, STORY), list[str]()
    while play.state.shown is not None or play.state.scene_in(library).ending is None:
        found = moves(library, play.state)
        move = next((move for move in found if isinstance(move, Choose) and move.choice in taken), found[0])
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
