"""Where does a writer stand in a story that she is changing?

Hot reload for the preview: polling interval, how long files must be still, and placing the reader again in the new
version; with the cap on states searched for a way to a scene.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import authoring_strings
from wayout.model.findings import Finding
from wayout.model.graph import recorded_path
from wayout.model.library import Library, scene_now
from wayout.model.trail_format import TrailFile
from wayout.play.migrate_trail import can_be_left, migrate_trail
from wayout.play.state import Playthrough, State, Trail
from wayout.play.step import begin, replay
from wayout.state_space.compiled_story import CompiledStory
from wayout.state_space.search import explore
from wayout.views.trail_file import replay_steps

MAX_STATES_SEARCHED = 50_000
"""States that are searched for a way to a scene: about a second."""


class PlacedFinding(Struct, frozen=True):
    """A finding, and the scene that it is about, if it is about one."""

    finding: Finding
    story: str = ""
    scene: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """A story as its files are at a moment.

    `file` is its own file as findings name it, `lines` where its scenes begin there. The library is what can be walked
    through, and None while the story cannot be.
    """

    name: str
    file: str
    library: Library | None
    noted: tuple[PlacedFinding, ...]
    lines: Mapping[str, int] = {}


class DraftPosition(Struct, frozen=True):
    """A moment in the story, what is to be said of how it was come to, and whether it is the one that was sought."""

    play: Playthrough
    told: str = ""
    is_there: bool = True


def enter(library: Library, story: str, scene: str) -> DraftPosition | None:
    """A scene as a reader may come to it: on the recorded path as it is there, else by a shortest way from the start.

    None where there is no such scene.
    """
    known = library.stories.get(story)
    now = scene_now(known, scene) if known is not None else None
    if known is None or now is None:
        return None
    if recorded_path(story, known).at(now) is not None:
        return _seen(library, DraftPosition(begin(library, story, now)))
    tables = CompiledStory(known)
    explored = explore(story, tables, cap=MAX_STATES_SEARCHED)
    state = next((state for state in explored.parents if tables.scene(state) == now), None)
    if state is None:
        why = (
            authoring_strings.UNREACHED
            if explored.is_whole
            else authoring_strings.NOT_FOUND.format(n=MAX_STATES_SEARCHED)
        )
        return DraftPosition(begin(library, story, now), why)
    return _seen(library, DraftPosition(replay(library, explored.trail(state))))


def place_on_trail(library: Library, file: TrailFile) -> DraftPosition | None:
    """Where a trail file leads, be it to a page that cannot be left; None where not even its first page is there."""
    replayed = replay_steps(library, file, stays=True)
    if replayed.play is None:
        return None
    stopped = "" if replayed.stopped is None else authoring_strings.STOPPED.format(why=replayed.stopped.says)
    return _seen(library, DraftPosition(replayed.play, stopped))


def place_again(library: Library, story: str, trail: Trail, before: State) -> DraftPosition:
    """The moment of a trail after the story has changed; `before` is where it led, `story` where all begins."""
    migrated = migrate_trail(library, trail, stays=True)
    why = migrated.stopped
    if migrated.play is None:
        return DraftPosition(
            begin(library, story), authoring_strings.BEGUN_ANEW.format(why=why.says) if why else "", is_there=False
        )
    if why is not None:
        is_first = not migrated.play.trail.steps
        says = (authoring_strings.BEGUN_ANEW if is_first else authoring_strings.STOPPED).format(why=why.says)
        return _seen(library, DraftPosition(migrated.play, says, is_there=False))
    return _seen(library, DraftPosition(migrated.play, _moved(library, before, migrated.play.state)))


def _moved(library: Library, before: State, after: State) -> str:
    """That the same steps lead elsewhere than before, or to a scene of another name."""
    if (before.story, before.scene) == (after.story, after.scene):
        return ""
    is_renamed = before.story == after.story and scene_now(library.stories[after.story], before.scene) == after.scene
    template = authoring_strings.RENAMED if is_renamed else authoring_strings.MOVED
    return template.format(before=before.scene, after=after.scene)


def _seen(library: Library, stand: DraftPosition) -> DraftPosition:
    """The same; where nothing leads on from there, that is said too."""
    if can_be_left(library, stand.play.state):
        return stand
    return replace(stand, told=" ".join(part for part in (stand.told, authoring_strings.NOTHING_LEADS_ON) if part))


Signs = dict[Path, tuple[int, int, int] | None]

POLL_INTERVAL, SHORT_POLL_INTERVAL = 0.25, 0.1
"""Seconds between two looks at the files; while something is being written, fewer."""
QUIET_POLLS, LONG_QUIET_POLLS = 1, 10
"""Looks for which nothing may change before files are read; and where one has vanished or is empty, which is how many
editors begin to write."""


class FileWatcher:
    """Looks at files from time to time: at when they were written, not at what is in them."""

    def __init__(self, files: Callable[[], Iterable[Path]]) -> None:
        self._files = files
        self._read = self._seen = self._signs()
        self._still = 0

    @property
    def pause(self) -> float:
        """Seconds until the next look."""
        return POLL_INTERVAL if self._seen == self._read else SHORT_POLL_INTERVAL

    def look(self) -> bool:
        """Whether files have changed since they were read, and are now to be read again."""
        signs = self._signs()
        if signs != self._seen or signs == self._read:
            self._seen, self._still = signs, 0
            return False
        self._still += 1
        if self._still < (LONG_QUIET_POLLS if self._is_cut_short(signs) else QUIET_POLLS):
            return False
        self._read = signs
        return True

    def _is_cut_short(self, signs: Signs) -> bool:
        """Whether something that was there has vanished or become empty."""
        return any(self._read.get(path) and not _holds_text(signs.get(path)) for path in {*self._read, *signs})

    def _signs(self) -> Signs:
        return {path: _sign(path) for path in self._files()}


def _holds_text(sign: tuple[int, int, int] | None) -> bool:
    return sign is not None and sign[1] > 0


def _sign(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
