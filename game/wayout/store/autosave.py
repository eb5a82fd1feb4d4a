"""How is one play kept, page by page?

Autosave after each page, the offer to resume, progress of each story, and all that was read, for the notebook.
"""

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import reader_strings, shelf_strings
from wayout.model.library import NOTEBOOK, TIMELINE, Library, story_name
from wayout.model.text import wording
from wayout.play.history import History, choice_made
from wayout.play.moves import Choose, Take
from wayout.play.state import Playthrough, Reader, State, Step, TakenLine, Trail
from wayout.play.step import MoveNotOpenError, begin_as, replay
from wayout.store.editions import words_to_open
from wayout.store.saved_trail import SavedTrail, normalised_name
from wayout.store.shelf import Shelf

if TYPE_CHECKING:
    from wayout.views.notebook import TrailsRead


class Autosave:
    """The place of one play on a shelf. A play without a step takes up none."""

    def __init__(self, shelf: Shelf, saved: SavedTrail | None = None) -> None:
        self.shelf = shelf
        self.saved = saved
        self._read: tuple[str, ...] | None = None

    def records_read(self, library: Library, state: State) -> tuple[str, ...]:
        """The records read to an end on any trail; asked for once, and only after a choice of a road hangs on it."""
        if state.shown is None or state.story_in(library).person is not None:
            return ()
        if self._read is None:
            self._read = self.shelf.ended
        return self._read

    def keep(self, library: Library, history: History, *, is_gentle: bool) -> None:
        """Keep a play as it now is; to be called before its page is shown."""
        trail, state = history.play.trail, history.play.state
        if self.saved is None and not trail.steps:
            return
        is_ended = _is_ended(library, state)
        ends = self.saved.ends if self.saved else frozenset()
        now = SavedTrail(
            is_gentle=is_gentle,
            trail=trail,
            undone=history.undone,
            at=(state.story, state.scene),
            is_ended=is_ended,
            ends=ends | {state.story} if is_ended else ends,
        )
        if self.saved is not None:
            now = replace(now, id=self.saved.id, number=self.saved.number, name=self.saved.name,
                          edition=self.saved.edition)  # fmt: skip
        if now != self.saved:
            self.saved = self.shelf.save(now)
            if state.taken:
                self.shelf.keep_notebook(state.taken)

    @property
    def name(self) -> str:
        """What it is called, if anything."""
        return self.saved.name if self.saved else ""

    @property
    def is_kept_as(self) -> str:
        """That the play is kept, and how one comes to it again; nothing where nothing of it is."""
        if self.saved is None or not self.shelf.is_kept(self.saved.id):
            return ""
        if self.saved.is_ended:
            return shelf_strings.KEPT_TO_THE_END
        if not self.saved.is_worth_going_on:
            return ""
        from shlex import join

        file = () if self.shelf.is_own else ("--shelf", str(self.shelf.path))
        command = ("wayout", "play", *words_to_open(), "--continue", *file)
        return shelf_strings.KEPT_HERE.format(command=join(command))

    def rename(self, text: str) -> tuple[bool, str]:
        """Give it a name, or none: whether it has it now, and what is said of that."""
        name = normalised_name(text)
        if self.saved is None or not self.shelf.is_kept(self.saved.id):
            return False, shelf_strings.NOT_NAMED
        if not self.shelf.rename(self.saved.id, name):
            return False, shelf_strings.NAME_TAKEN.format(name=name)
        self.saved = replace(self.saved, name=name)
        return True, shelf_strings.NAMED.format(name=name) if name else shelf_strings.UNNAMED


def _is_ended(library: Library, state: State) -> bool:
    return state.shown is None and state.scene_in(library).ending is not None


class ResumeOffer(Struct, frozen=True):
    """A trail to go on with: whose record it is in, and what was chosen there last."""

    saved: SavedTrail
    label: str
    where: str


class ResumedPlay(Struct, frozen=True):
    """Where a play goes on, and what is said first where its trail did not fit.

    `saved` is the trail on the shelf that goes on with it; without one, what is done is one more trail.
    """

    history: History
    says: str
    is_gentle: bool
    saved: SavedTrail | None = None


def find_resumable(library: Library, shelf: Shelf, reader: Reader, story: str | None = None) -> ResumeOffer | None:
    """The latest trail that is not at an ending and whose records are here; of one story, where one is named.

    One on which a first page or two were read, and nothing else was done, is none to go on with.
    """
    for saved in shelf.unfinished(story):
        if saved.is_worth_going_on and all(name in library.stories for name in saved.stories):
            name = story_name(library, library.stories[saved.at[0]])
            head = shelf_strings.CONTINUE_NAMED if saved.name else shelf_strings.CONTINUE
            return ResumeOffer(saved, head.format(name=name, trail=saved.name), _where(library, saved, reader))
    return None


def progress(library: Library, shelf: Shelf) -> dict[str, str]:
    """Of every story that was begun, how far it was read, in words.

    Who has come to the end of a story of no one person has not read the records that it leads to.
    """
    words = {}
    for name, is_ended in shelf.progress().items():
        story = library.stories.get(name)
        ended = shelf_strings.ENDED if story is None or story.person else shelf_strings.GONE_THROUGH
        words[name] = ended if is_ended else shelf_strings.BEGUN
    return words


def begin_play(library: Library, shelf: Shelf, story: str, reader: Reader, scene: str | None = None) -> Playthrough:
    """A story from its beginning or from a scene, for a reader with what she brings along from what she read before."""
    trail = Trail(story=story, scene=scene or "", asks=reader.asks, parts=reader.parts, taken=shelf.notebook,
                  ended=shelf.ended, paper=reader.paper)  # fmt: skip
    return begin_as(library, trail)


def pages_read(shelf: Shelf) -> dict[str, dict[str, set[str]]]:
    """Of every story, the scenes that any trail of the shelf has come to, each with the choices made there."""
    found: dict[str, dict[str, set[str]]] = {}
    for saved in shelf.trails():
        for step in saved.trail.steps:
            made = found.setdefault(step.story, {}).setdefault(step.scene, set())
            if isinstance(step.move, Choose):
                made.add(step.move.choice)
        found.setdefault(saved.at[0], {}).setdefault(saved.at[1], set())
    return found


def touches_told(library: Library, shelf: Shelf) -> frozenset[tuple[str, str]]:
    """What earlier trails told beside a line in the reader's hand: each the thread and the place, 'record/scene'."""
    found: set[tuple[str, str]] = set()
    for saved in shelf.trails() if library.threads else ():
        hand = saved.trail.taken[-1] if saved.trail.taken else None
        places = [*((step.story, step.scene, step.move) for step in saved.trail.steps), (*saved.at, None)]
        for story, scene, move in places:
            thread = library.threads.get(hand.thread) if hand is not None else None
            if hand is not None and thread and hand.story != story and f"{story}/{scene}" in thread.touches:
                found.add((hand.thread, f"{story}/{scene}"))
            if isinstance(move, Take):
                hand = TakenLine(move.thread, story, scene)
    return frozenset(found)


def is_editor(library: Library, shelf: Shelf) -> bool:
    """Whether a reader has begun a story of which she makes an article."""
    begun = (library.stories.get(name) for saved in shelf.trails() for name in saved.stories)
    return any(story is not None and story.account for story in begun)


def find_article(library: Library, shelf: Shelf, story: str) -> Trail | None:
    """The latest trail with an article of the reader's on a record that it has read to its end.

    One that read it by one paper alone is taken only where none has read it whole.
    """
    from wayout.views.trail_summary import article_records, extent

    trails = shelf.trails() if story in library.stories and library.stories[story].account else ()
    for saved in sorted(trails, key=lambda one: bool(one.trail.paper)):
        is_here = story in saved.ends and all(name in library.stories for name in saved.stories)
        resumed = resume(library, saved)[0] if is_here else None
        trail = resumed.history.play.trail if resumed is not None else None
        if trail and trail.parts and story in article_records(library, trail, extent(library, trail)):
            return trail
    return None


def strip_of_time(library: Library, shelf: Shelf) -> str:
    """The strip of time of the records that were read to an end, in a sentence; nothing where none has a cell of it."""
    if not (read := shelf.ended):
        return ""
    from wayout.views.strip import strip

    found = strip(library, read)
    return reader_strings.STRIP.format(strip=found) if found else ""


def trails_for(document: str, shelf: Shelf) -> "TrailsRead":
    """All that lies on a shelf, for a document that is made of it: every step of a play is there before its page is."""
    from wayout.views.notebook import NOTHING_READ, TrailsRead

    if document not in (NOTEBOOK, TIMELINE):
        return NOTHING_READ
    return TrailsRead(tuple(saved.trail for saved in reversed(shelf.trails())), shelf.notebook)


def resume(library: Library, saved: SavedTrail) -> tuple[ResumedPlay | None, str]:
    """A trail where it was left; where it leads nowhere any more, why.

    Where its story has changed, it is taken up as far as it still reaches; then it is kept as it is, and what is done
    from there on is one more trail.
    """
    from wayout.play.migrate_trail import migrate_trail

    migrated = migrate_trail(library, saved.trail)
    why = migrated.stopped.says if migrated.stopped else ""
    if migrated.play is None:
        return None, f"{why} {shelf_strings.NOTHING_LEFT}"
    if migrated.stopped:
        says = " ".join((shelf_strings.HAS_CHANGED, why, shelf_strings.GO_ON_HERE))
        return ResumedPlay(History(migrated.play), says, saved.is_gentle), ""
    undone = saved.undone if _fits(library, migrated.play.trail, saved.undone) else ()
    return ResumedPlay(History(migrated.play, undone), "", saved.is_gentle, saved), ""


def _fits(library: Library, trail: Trail, undone: tuple[Step, ...]) -> bool:
    """Whether what was taken back can be done again."""
    try:
        replay(library, replace(trail, steps=(*trail.steps, *undone)))
    except (MoveNotOpenError, KeyError):
        return False
    return True


def _where(library: Library, saved: SavedTrail, reader: Reader) -> str:
    """What was chosen last, if that is still there."""
    for step in reversed(saved.trail.steps):
        try:
            if (chosen := choice_made(library, step)) is not None:
                label = library.choice(step.story, step.scene, chosen).label
                return shelf_strings.LAST_CHOSEN.format(label=wording(label, gentle=reader.gentle))
        except KeyError:
            break
    return shelf_strings.LAST_NOTHING
