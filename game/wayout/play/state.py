"""Where does a reader stand, and who reads, and how?

Data types of the state machine: state, step, trail, play, and the reader's options; hashable, the save format is the
list of moves.
"""

from msgspec import Struct

from wayout.model.library import Library
from wayout.model.prompts import PartKind
from wayout.model.story import Choice, Scene, Story
from wayout.play.moves import Knowledge, Move


class Fork(Struct, frozen=True):
    """A fork that the reader left, as it was, so that she can return to it."""

    story: str
    scene: str
    situation: tuple[tuple[str, str], ...]
    seen: frozenset[str]
    chose: frozenset[str]
    looked: frozenset[str]


class ReplyMade(Struct, frozen=True):
    """What the reader answered to a prompt; nothing where she passed it over. `is_changed` says: not at first."""

    story: str
    scene: str
    prompt: str
    option: str
    is_changed: bool = False


class TakenLine(Struct, frozen=True):
    """The line that a reader has in her hand, by the id of its thread, and where she took it."""

    thread: str
    story: str
    scene: str


class State(Struct, frozen=True, kw_only=True):
    """Everything that decides what comes next; hashable and finite for every story.

    `seen` and `chose` are what lies behind on this record's path; `looked` are the options of this fork whose outcome
    was read without anything changing; `shown` is the choice whose outcome is before the reader; `left` are the forks
    left for other records, the latest last. `question` is the fork from which an option that the person did not take
    led to where the record is silent: the way back to it comes before those to other records. `asks` tells that the
    reader marks what anyone could know before an outcome is revealed, and `marked` what she has marked of the choice
    that is shown.

    Of the reader's own part, `parts` are those that are switched on, `replies` all that she answered so far, `revealed`
    the prompt of which she is shown what the record has, and `taken` the lines that she took along, the one in her hand
    last. `lines` are those that her articles have, each by its story and its id, `cut` those of them that she has cut,
    and `edits` tells that she looks at them now. Nothing of it changes where a story leads. `paper` is the one document
    by which she reads, if she does: then nothing of her own is asked.
    """

    story: str
    scene: str
    situation: tuple[tuple[str, str], ...]
    seen: frozenset[str] = frozenset()
    chose: frozenset[str] = frozenset()
    looked: frozenset[str] = frozenset()
    shown: str | None = None
    left: tuple[Fork, ...] = ()
    question: Fork | None = None
    asks: bool = False
    marked: Knowledge | None = None
    parts: tuple[PartKind, ...] = ()
    replies: tuple[ReplyMade, ...] = ()
    revealed: str | None = None
    taken: tuple[TakenLine, ...] = ()
    lines: frozenset[tuple[str, str]] = frozenset()
    cut: frozenset[tuple[str, str]] = frozenset()
    edits: bool = False
    paper: str = ""

    def story_in(self, library: Library) -> Story:
        """The story that the reader is in."""
        return library.stories[self.story]

    def scene_in(self, library: Library) -> Scene:
        """The scene that the reader is in."""
        return library.scene(self.story, self.scene)

    def shown_in(self, library: Library) -> Choice | None:
        """The choice whose outcome is before the reader."""
        return None if self.shown is None else library.choice(self.story, self.scene, self.shown)

    def reply_to(self, prompt: str, at: tuple[str, str] | None = None) -> ReplyMade | None:
        """What the reader answered to a prompt of this scene, or of another one, named by its story and its id."""
        here = (*(at or (self.story, self.scene)), prompt)
        return next((one for one in self.replies if (one.story, one.scene, one.prompt) == here), None)


class Step(Struct, frozen=True):
    """One move, and where it was made."""

    story: str
    scene: str
    move: Move


class Trail(Struct, frozen=True, kw_only=True):
    """Where a reader began, and every move since. Replayed, it gives the state again: a save is nothing else.

    `taken` are the lines that she had taken along before she began, `ended` the stories that she had brought to an end
    by then, `paper` the one document by which she reads.
    """

    story: str
    scene: str
    asks: bool = False
    parts: tuple[PartKind, ...] = ()
    taken: tuple[TakenLine, ...] = ()
    ended: tuple[str, ...] = ()
    paper: str = ""
    steps: tuple[Step, ...] = ()


class Playthrough(Struct, frozen=True):
    """A trail and the state that it leads to."""

    trail: Trail
    state: State


class Reader(Struct, frozen=True):
    """Who reads, and how.

    `gentle` is the gentle wording; `words_beforehand` shows evidence words before a choice is made; with `asks` the
    reader marks, before an outcome is revealed, what anyone could know of it. `parts` are what she is given to do of
    her own: gaps to set, questions to ask, lines to take along. `paper` is the one document by which she reads the
    story that she begins first; which one a story is read by, its trail says. `read` are the records that she has
    read to an end on other trails, where a face knows of them; `touched` is what she was told on earlier trails beside
    a line in her hand, each a thread and a place ('record/scene'): it is not told in full again.
    """

    gentle: bool = False
    words_beforehand: bool = False
    asks: bool = False
    parts: tuple[PartKind, ...] = ()
    paper: str = ""
    read: tuple[str, ...] = ()
    touched: frozenset[tuple[str, str]] = frozenset()
