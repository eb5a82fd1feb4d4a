"""How does a test play a story: by moves named as in a trail file, or by numbers among those that are open?"""

from collections.abc import Iterable, Iterator

from wayout.model.library import Library
from wayout.model.prompts import PartKind
from wayout.play.history import History
from wayout.play.moves import Move, decode
from wayout.play.state import Playthrough, Step
from wayout.play.step import begin, choose, moves


def moves_of(texts: Iterable[str | Move]) -> Iterator[Move]:
    """Moves, each given as such or as its text."""
    for one in texts:
        yield decode(one) if isinstance(one, str) else one


def played(
    library: Library,
    story: str,
    *made: str | Move,
    scene: str | None = None,
    asks: bool = False,
    parts: tuple[PartKind, ...] = (),
) -> Playthrough:
    """The play that some moves lead to."""
    play = begin(library, story, scene, asks=asks, parts=parts)
    for move in moves_of(made):
        play = choose(library, play, move)
    return play


def history_of(
    library: Library, story: str, *made: str | Move, asks: bool = False, parts: tuple[PartKind, ...] = ()
) -> History:
    """The same, with nothing taken back."""
    return History(played(library, story, *made, asks=asks, parts=parts))


def walked(
    library: Library, story: str, numbers: Iterable[int], *, asks: bool = False, parts: tuple[PartKind, ...] = ()
) -> Playthrough:
    """The play in which, of the moves that each page offers, that of a number was made, counted around."""
    play = begin(library, story, asks=asks, parts=parts)
    for number in numbers:
        if offered := moves(library, play.state):
            play = choose(library, play, offered[number % len(offered)])
    return play


def step(story: str, scene: str, move: str | Move) -> Step:
    """A step, whose move is given as such or as its text."""
    (made,) = moves_of((move,))
    return Step(story, scene, made)
