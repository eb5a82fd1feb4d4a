"""Where does a writer stand in a story that she is changing?"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from game.model.findings import Finding
from game.model.former import scene_now
from game.model.graph import recorded_path
from game.model.library import Library
from game.model.trails import TrailFile
from game.play.explore import explore
from game.play.refit import can_be_left, refit
from game.play.state import Play, State, Trail
from game.play.step import begin, replay
from game.play.tables import Tables
from game.play.trail_file import replayed
from game.words import preview as words

CAP = 50_000
"""States that are searched through for a way to a scene: about a second."""


class Noted(Struct, frozen=True):
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
    noted: tuple[Noted, ...]
    lines: Mapping[str, int] = {}


class Stand(Struct, frozen=True):
    """A moment in the story, what is to be said of how it was come to, and whether it is the one that was sought."""

    play: Play
    told: str = ""
    is_there: bool = True


def enter(library: Library, story: str, scene: str) -> Stand | None:
    """A scene as a reader may come to it: on the recorded path as it is there, else by a shortest way from the start.

    None where there is no such scene.
    """
    told = library.stories.get(story)
    now = scene_now(told, scene) if told is not None else None
    if told is None or now is None:
        return None
    if recorded_path(story, told).at(now) is not None:
        return _seen(library, Stand(begin(library, story, now)))
    tables = Tables(told)
    explored = explore(story, tables, cap=CAP)
    state = next((state for state in explored.parents if tables.scene(state) == now), None)
    if state is None:
        why = words.UNREACHED if explored.is_whole else words.NOT_FOUND.format(n=CAP)
        return Stand(begin(library, story, now), why)
    return _seen(library, Stand(replay(library, explored.trail(state))))


def along(library: Library, file: TrailFile) -> Stand | None:
    """Where a trail file leads, be it to a page that cannot be left; None where not even its first page is there."""
    found = replayed(library, file, stays=True)
    if found.play is None:
        return None
    told = "" if found.stopped is None else words.STOPPED.format(why=found.stopped.says)
    return _seen(library, Stand(found.play, told))


def again(library: Library, story: str, trail: Trail, before: State) -> Stand:
    """The moment of a trail after the story has changed; `before` is where it led, `story` where all begins."""
    found = refit(library, trail, stays=True)
    why = found.stopped
    if found.play is None:
        return Stand(begin(library, story), words.BEGUN_ANEW.format(why=why.says) if why else "", is_there=False)
    if why is not None:
        is_first = not found.play.trail.steps
        told = (words.BEGUN_ANEW if is_first else words.STOPPED).format(why=why.says)
        return _seen(library, Stand(found.play, told, is_there=False))
    return _seen(library, Stand(found.play, _moved(library, before, found.play.state)))


def _moved(library: Library, before: State, after: State) -> str:
    """That the same steps lead elsewhere than before, or to a scene of another name."""
    if (before.story, before.scene) == (after.story, after.scene):
        return ""
    is_renamed = before.story == after.story and scene_now(library.stories[after.story], before.scene) == after.scene
    said = words.RENAMED if is_renamed else words.MOVED
    return said.format(before=before.scene, after=after.scene)


def _seen(library: Library, stand: Stand) -> Stand:
    """The same; where nothing leads on from there, that is said too."""
    if can_be_left(library, stand.play.state):
        return stand
    return replace(stand, told=" ".join(part for part in (stand.told, words.NOTHING_LEADS_ON) if part))
