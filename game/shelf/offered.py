"""What was begun before, and what is offered of it?"""

from msgspec import Struct

from game.model.library import Library
from game.model.text import shown
from game.play.history import History, is_choice
from game.play.page import name_of
from game.play.reader import Reader
from game.play.state import Play, Trail
from game.play.step import NotOpen, plays, replay
from game.shelf.saved import Saved
from game.shelf.shelf import Shelf
from game.words import shelf as said


class Offer(Struct, frozen=True):
    """A trail to go on with: whose record it is in, and what was chosen there last."""

    saved: Saved
    label: str
    where: str


def offer(library: Library, shelf: Shelf, reader: Reader, story: str | None = None) -> Offer | None:
    """The latest trail that is not at an ending and whose records are here; of one story, where one is named."""
    for saved in shelf.unfinished(story):
        if all(name in library.stories for name in saved.stories):
            name = name_of(library, library.stories[saved.at[0]])
            head = said.CONTINUE_NAMED if saved.name else said.CONTINUE
            return Offer(saved, head.format(name=name, trail=saved.name), _where(library, saved, reader))
    return None


def progress(shelf: Shelf) -> dict[str, str]:
    """Of every story that was begun, how far it was read, in words."""
    return {story: said.ENDED if is_ended else said.BEGUN for story, is_ended in shelf.progress().items()}


def taken_up(library: Library, saved: Saved) -> tuple[History | None, str]:
    """A trail where it was left; where its story has changed since, as far as it still reaches, which is said.

    Then what was taken back is forgotten.
    """
    play: Play | None = None
    try:
        for play in plays(library, saved.trail):  # noqa: B007 (the last one is the answer)
            pass
        assert play is not None
        return History(play, saved.undone if _fits(library, saved) else ()), ""
    except (NotOpen, KeyError):
        return (None, said.NOT_FITTING) if play is None else (History(play), said.CHANGED)


def _fits(library: Library, saved: Saved) -> bool:
    """Whether what was taken back can be done again."""
    trail = saved.trail
    steps = (*trail.steps, *saved.undone)
    try:
        replay(library, Trail(story=trail.story, scene=trail.scene, asks=trail.asks, steps=steps))
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
