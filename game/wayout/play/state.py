"""Where does a reader stand, and who reads, and how?

Data types of the state machine: state, step, trail, play, and the reader's options; hashable, the save format is the
list of moves.
"""

from msgspec import Struct

from wayout.model.library import Library
from wayout.model.story import Choice, Scene, Story
from wayout.play.moves import Knowledge, Move


class Fork(Struct, frozen=True):
    """A fork that the reader left for another record, as it was, so that she can return to it."""

    story: str
    scene: str
    situation: tuple[tuple[str, str], ...]
    seen: frozenset[str]
    chose: frozenset[str]
    looked: frozenset[str]


class State(Struct, frozen=True, kw_only=True):
    """Everything that decides what comes next; hashable and finite for every story.

    `seen` and `chose` are what lies behind on this record's path; `looked` are the options of this fork whose outcome
    was read without anything changing; `shown` is the choice whose outcome is before the reader; `left` are the forks
    left for other records, the latest last. `asks` tells that the reader marks what anyone could know before an outcome
    is revealed, and `marked` what she has marked of the choice that is shown.
    """

    story: str
    scene: str
    situation: tuple[tuple[str, str], ...]
    seen: frozenset[str] = frozenset()
    chose: frozenset[str] = frozenset()
    looked: frozenset[str] = frozenset()
    shown: str | None = None
    left: tuple[Fork, ...] = ()
    asks: bool = False
    marked: Knowledge | None = None

    def story_in(self, library: Library) -> Story:
        """The story that the reader is in."""
        return library.stories[self.story]

    def scene_in(self, library: Library) -> Scene:
        """The scene that the reader is in."""
        return library.scene(self.story, self.scene)

    def shown_in(self, library: Library) -> Choice | None:
        """The choice whose outcome is before the reader."""
        return None if self.shown is None else library.choice(self.story, self.scene, self.shown)


class Step(Struct, frozen=True):
    """One move, and where it was made."""

    story: str
    scene: str
    move: Move


class Trail(Struct, frozen=True, kw_only=True):
    """Where a reader began, and every move since. Replayed, it gives the state again: a save is nothing else."""

    story: str
    scene: str
    asks: bool = False
    steps: tuple[Step, ...] = ()


class Playthrough(Struct, frozen=True):
    """A trail and the state that it leads to."""

    trail: Trail
    state: State


class Reader(Struct, frozen=True):
    """Who reads, and how.

    `gentle` is the gentle wording; `words_beforehand` shows evidence words before a choice is made; with `asks` the
    reader marks, before an outcome is revealed, what anyone could know of it.
    """

    gentle: bool = False
    words_beforehand: bool = False
    asks: bool = False
