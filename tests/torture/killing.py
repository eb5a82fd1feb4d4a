"""Is every choice that was shown as made still there, at whatever instant the game is killed?

The real command plays in a pseudo-terminal, full screen or line by line, through shipped records. At a random instant,
from its start on, it is killed with SIGKILL. What then lies on the shelf must be the play up to the last page that was
seen on the screen, or up to a page that the last key was to bring and that was not seen yet; nothing else. The next
start goes on with it and must show its page.
"""

import os
import pty
import random
import select
import signal
import subprocess
import sys
import tempfile
import termios
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyte

from wayout.locale import strings
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.play.history import History, choose, redo, undo
from wayout.play.state import Reader, Step
from wayout.play.step import begin
from wayout.store.autosave import find_resumable, resume
from wayout.store.shelf import Shelf
from wayout.views.page import Page, page
from wayout.views.reference_pages import STATEMENTS_FIRST

Talk = Callable[[str], None]
Made = tuple[tuple[Step, ...], tuple[Step, ...]] | None
"""What may lie on the shelf of a play: the steps made, and those taken back; or nothing yet."""
COLUMNS, ROWS = 100, 60
TO_THE_END = b"\x1b[F"
"""What the End key sends."""
PATIENCE = 30.0
"""Seconds after which a page is given up."""
STARTING, PLAYING = 0.8, 1.2
"""A kill comes within so many seconds of a start, or of the first page."""
MARK = 28
"""So many letters of a page tell it from the one before."""
WAYOUT = str(Path(sys.executable).with_name("wayout"))
READER = Reader()


class Game:
    """One running of the command in a pseudo-terminal; it is killed at a deadline."""

    def __init__(self, shelf: Path, *args: str, plain: bool) -> None:
        self.plain = plain
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self.stream = pyte.ByteStream(self.screen)
        self.told, self.found = "", 0
        self.deadline = float("inf")
        self.is_dead = False
        self.end, inner = pty.openpty()
        termios.tcsetwinsize(inner, (ROWS, COLUMNS))
        env = {**os.environ, "TERM": "xterm-256color", "WAYOUT_HOME": str(shelf.parent), "WAYOUT_DEBOUNCE": "off"}
        env.pop("PYTHONPATH", None)  # what is played here is shipped
        command = [WAYOUT, "play", *args, "--without", "all", "--shelf", str(shelf), *(["--plain"] if plain else [])]
        self.process = subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=env,
                                        start_new_session=True)  # fmt: skip
        os.close(inner)

    def press(self, key: str) -> None:
        """Type a key; line by line, end the line. A number chooses only what is in sight: it is first scrolled to."""
        give_up = time.monotonic() + PATIENCE
        if not self.plain and self._has_more():
            os.write(self.end, TO_THE_END)
            while self._has_more() and time.monotonic() < min(give_up, self.deadline):
                if select.select([self.end], [], [], 0.02)[0]:
                    self._read()
        os.write(self.end, f"{key}\r".encode() if self.plain else key.encode())

    def sees(self, mark: str) -> bool:
        """Wait until a page is there; false where the game was killed before."""
        give_up = time.monotonic() + PATIENCE
        while not self._shows(mark):
            now = time.monotonic()
            if self.is_dead:
                return False
            if now >= self.deadline:
                self.kill()
            elif select.select([self.end], [], [], min(0.02, self.deadline - now))[0]:
                self._read()
            assert now < give_up, f"{mark!r} never came:\n" + "\n".join(self.screen.display)
        return True

    def is_ready(self) -> bool:
        """Wait until a key is asked for; false where the game was killed before. Options may name later pages."""
        return (not self.plain or self.sees(strings.PROMPT)) and not self.is_dead

    def kill(self) -> None:
        """Kill it, and read what it had written before."""
        if not self.is_dead:
            self.is_dead = True
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            while select.select([self.end], [], [], 0)[0] and self._read():
                pass
            os.close(self.end)

    def _has_more(self) -> bool:
        """Whether something stands below the screen."""
        return any(strings.MORE_BELOW in line for line in self.screen.display)

    def _shows(self, mark: str) -> bool:
        """Whether a page is on the screen; line by line, whether it was told after the one before."""
        if not self.plain:
            return mark in letters("".join(self.screen.display))
        at = self.told.find(mark, self.found)
        self.found = at + len(mark) if at >= 0 else self.found
        return at >= 0

    def _read(self) -> bool:
        try:
            data = os.read(self.end, 65536)
        except OSError:
            return False
        self.stream.feed(data)
        self.told += letters(data.decode(errors="ignore"), strings.PROMPT) if self.plain else ""
        return bool(data)


class Play:
    """A play that goes on from game to game."""

    def __init__(self, library: Library, shelf: Path, seed: int) -> None:
        self.library = library
        self.shelf = shelf
        self.random = random.Random(seed)
        self.kept = 0
        """Trails on the shelf."""
        self.resumed = ""
        """The id of the trail that is gone on with, if one is."""
        self.waits = 0
        """How often a new game waits for Enter before its first page, line by line."""
        self.counts: Counter[str] = Counter()

    def kill_once(self) -> None:
        """Start the game, play on until it is killed, and look at what is kept."""
        shelf = Shelf(self.shelf)
        offer = find_resumable(self.library, shelf, Reader())
        saved = offer.saved if offer else None
        self.resumed = saved.id if saved else ""
        self.waits = 1 if shelf.has_shown_foreword("harbour", "the-marsh") else 1 + STATEMENTS_FIRST
        shelf.close()
        plain = self.random.random() < 0.3
        if saved is not None:
            resumed, _ = resume(self.library, saved)
            assert resumed is not None
            assert not resumed.says
            first = resumed.history
            args = ["--continue"]
        else:
            story = self.random.choice(sorted(name for name, told in self.library.stories.items() if told.person))
            first = History(begin(self.library, story, self.library.stories[story].start))
            args = [story, "--from", first.play.state.scene]
        started = time.monotonic()
        game = Game(self.shelf, *args, plain=plain)
        if self.random.random() < 0.2:
            game.deadline = started + self.random.uniform(0, STARTING)
        try:
            self._play(game, first, is_new=saved is None)
        finally:
            game.kill()

    def _play(self, game: Game, first: History, *, is_new: bool) -> None:
        coming, made = first, None if is_new else _made(first)
        last: Made = made
        for _ in range(self.waits if game.plain and is_new else 0):
            if game.is_ready():
                game.press("")  # what is told before the first page waits for Enter
        while True:
            if is_seen := game.sees(self._mark(coming, plain=game.plain)):
                last = made
            if game.deadline == float("inf"):
                game.deadline = time.monotonic() + self.random.uniform(0, PLAYING)
            if not game.is_ready() or (key := self._key(coming, plain=game.plain)) is None:
                break
            time.sleep(self.random.uniform(0, 0.02))
            game.press(key[0])
            self.counts["keys pressed"] += 1
            coming, made = key[1], _made(key[1])
        game.kill()
        self._look([last] if is_seen else [last, made], is_new=is_new)
        self.counts["line by line" if game.plain else "full screen"] += 1
        self.counts["killed while a page was to come"] += not is_seen

    def _look(self, possible: list[Made], *, is_new: bool) -> None:
        """What is on the shelf is what was shown, or what was to be shown next; and all that was before is there."""
        shelf = Shelf(self.shelf)
        trails = shelf.trails()
        assert shelf.news() == ()
        shelf.close()
        found: Made = None
        if not is_new or len(trails) > self.kept:
            saved = next((one for one in trails if one.id == self.resumed), trails[0])
            found = saved.trail.steps, saved.undone
        assert found in possible, f"kept: {_last(found)}; shown, or to come: {[_last(one) for one in possible]}"
        assert len(trails) == self.kept + (is_new and found is not None)
        assert sorted(path.name for path in self.shelf.parent.iterdir() if "damaged" in path.name) == []
        self.kept = len(trails)
        self.counts["steps in the longest trail"] = max(
            self.counts["steps in the longest trail"], len(found[0]) if found else 0
        )

    def _key(self, here: History, *, plain: bool) -> tuple[str, History] | None:
        """A key, and where it leads; nothing where a page has none."""
        offered = self._page(here).open_moves[:9]
        if not plain and here.can_undo and (not offered or self.random.random() < 0.15):
            return "u", undo(self.library, here)
        if not plain and here.undone and self.random.random() < 0.3:
            return "r", redo(self.library, here)
        if not offered:
            return None
        number = self.random.randrange(len(offered))
        return str(number + 1), choose(self.library, here, offered[number].move)

    def _page(self, here: History) -> Page:
        return page(self.library, here.play.state, READER, here.play.trail)

    def _mark(self, here: History, *, plain: bool) -> str:
        """The letters by which a page is known; line by line, a fork that is come back to tells only its question."""
        shown = self._page(here)
        if shown.chosen:
            return letters(f"Chosen: {shown.chosen}")[:MARK]
        return letters(shown.ask if plain and shown.ask else shown.blocks[0].text)[:MARK]


def letters(text: str, too: str = "") -> str:
    """Letters alone, and some sign: however lines are broken, and whatever stands in the gutter."""
    return "".join(each for each in text if each.isalpha() or each in too)


def kill_again_and_again(kills: int, seed: int, talk: Talk) -> None:
    """Kill the game so many times, each time after going on where it was."""
    library = load(shipped()).library
    with tempfile.TemporaryDirectory() as folder:
        play = Play(library, Path(folder) / "shelf", seed)
        for number in range(1, kills + 1):
            play.kill_once()
            if number % 25 == 0 or number == kills:
                talk(
                    f"  {number} kills, no choice lost; " + ", ".join(f"{n} {what}" for what, n in play.counts.items())
                )


def _made(one: History) -> Made:
    return one.play.trail.steps, one.undone


def _last(made: Made) -> str:
    """So much of a play as tells where it stands."""
    return str((len(made[0]), made[0][-2:], len(made[1]))) if made else "nothing"
