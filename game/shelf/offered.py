"""What was begun before, and what is offered of it?"""

from msgspec import Struct
from msgspec.structs import replace

from game.model.library import Library
from game.model.text import shown
from game.play.history import History, is_choice
from game.play.page import name_of
from game.play.reader import Reader
from game.play.state import Step, Trail
from game.play.step import NotOpen, replay
from game.shelf.saved import Saved
from game.shelf.shelf import Shelf
from game.words import shelf as said
from game.words import trails as trail_words


class Offer(Struct, frozen=True):
    """A trail to go on with: whose record it is in, and what was chosen there last."""

    saved: Saved
    label: str
    where: str


class Resumed(Struct, frozen=True):
    """Where a play goes on, and what is said first where its trail did not fit.

    `saved` is the trail on the shelf that goes on with it; without one, what is done is one more trail.
    """

    history: History
    says: str
    is_gentle: bool
    saved: Saved | None = None


def offer(library: Library, shelf: Shelf, reader: Reader, story: str | None = None) -> Offer | None:
    """The latest trail that is not at an ending and whose records are here; of one story, where one is named."""
    for saved in shelf.unfinished(story):
        if all(name in library.stories for name in saved.stories):
            name = name_of(library, library.stories[saved.at[0]])
            head = said.CONTINUE_NAMED if saved.name else said.CONTINUE
            return Offer(saved, head.format(name=name, trail=saved.name), _where(library, saved, reader))
    return None


def progress(library: Library, shelf: Shelf) -> dict[str, str]:
    """Of every story that was begun, how far it was read, in words.

    Who has come to the end of a story of no one person has not read the records that it leads to.
    """
    found = {}
    for name, is_ended in shelf.progress().items():
        story = library.stories.get(name)
        ended = said.ENDED if story is None or story.person else said.GONE_THROUGH
        found[name] = ended if is_ended else said.BEGUN
    return found


def taken_up(library: Library, saved: Saved) -> tuple[Resumed | None, str]:
    """A trail where it was left; where it leads nowhere any more, why.

    Where its story has changed, it is taken up as far as it still reaches; then it is kept as it is, and what is done
    from there on is one more trail.
    """
    from game.play.refit import refit

    found = refit(library, saved.trail)
    why = found.stopped.says if found.stopped else ""
    if found.play is None:
        return None, f"{why} {trail_words.NOTHING_LEFT}"
    if found.stopped:
        says = " ".join((trail_words.HAS_CHANGED, why, trail_words.GO_ON_HERE))
        return Resumed(History(found.play), says, saved.is_gentle), ""
    undone = saved.undone if _fits(library, found.play.trail, saved.undone) else ()
    return Resumed(History(found.play, undone), "", saved.is_gentle, saved), ""


def _fits(library: Library, trail: Trail, undone: tuple[Step, ...]) -> bool:
    """Whether what was taken back can be done again."""
    try:
        replay(library, replace(trail, steps=(*trail.steps, *undone)))
    except (NotOpen, KeyError):
        return False
    return True


def _where(library: Library, saved: Saved, reader: Reader) -> str:
    """What was chosen last, if that is still there."""
    for step in reversed(saved.trail.steps):
        try:
            if is_choice(library, step):
                label = library.choice(step.story, step.scene, step.move).label
                return said.LAST_CHOSEN.format(label=shown(label, gentle=reader.gentle))
        except KeyError:
            break
    return said.LAST_NOTHING
