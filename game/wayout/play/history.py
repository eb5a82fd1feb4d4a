"""What was taken back, and what can be done again?

Undo and redo: an immutable history, the list of decisions, and jumping back to one.
"""

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import strings
from wayout.model.library import Library, story_name
from wayout.model.text import wording
from wayout.play import step
from wayout.play.moves import Choose, Move, Revisit
from wayout.play.state import Playthrough, Reader, Step, Trail


class History(Struct, frozen=True):
    """A play, and the steps that were taken back from its end, in the order in which they were made."""

    play: Playthrough
    undone: tuple[Step, ...] = ()

    @property
    def line(self) -> tuple[Step, ...]:
        """Every step, made or taken back."""
        return (*self.play.trail.steps, *self.undone)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.play.trail.steps)


class Decision(Struct, frozen=True, kw_only=True):
    """A choice that the reader made at a fork: its number from 1, and how many steps lie before it."""

    number: int
    at: int
    story: str
    scene: str
    move: Move
    question: str
    chosen: str
    is_undone: bool = False


def choose(library: Library, history: History, move: Move | Revisit) -> History:
    """Make a move; what was taken back before is forgotten. Raises MoveNotOpenError as `step.choose` does.

    To go back to a decision is to jump there: what lies behind it can be done again.
    """
    if isinstance(move, Revisit):
        return jump(library, history, move.decision)
    return History(step.choose(library, history.play, move))


def undo(library: Library, history: History) -> History:
    """As it was before the last step; at the beginning, no change."""
    return _at(library, history, len(history.play.trail.steps) - 1) if history.can_undo else history


def redo(library: Library, history: History) -> History:
    """The step made again that was taken back last; where none was, no change."""
    if not history.undone:
        return history
    return History(step.choose(library, history.play, history.undone[0].move), history.undone[1:])


def forks(library: Library, history: History, reader: Reader) -> tuple[Decision, ...]:
    """Every decision, in order; those that were taken back last, and marked as such."""
    made = len(history.play.trail.steps)
    decisions = [
        (at, step, choice) for at, step in enumerate(history.line) if (choice := choice_made(library, step)) is not None
    ]
    is_one = len({step.story for _, step, _ in decisions}) == 1
    return tuple(
        Decision(
            number=number,
            at=at,
            story=step.story,
            scene=step.scene,
            move=step.move,
            question=_question(library, step, reader, with_name=not is_one),
            chosen=wording(library.choice(step.story, step.scene, choice).label, gentle=reader.gentle),
            is_undone=at >= made,
        )
        for number, (at, step, choice) in enumerate(decisions, 1)
    )


def jump(library: Library, history: History, number: int) -> History:
    """At the fork of a decision, before it was made; what lies behind can be done again. Raises IndexError."""
    places = [at for at, step in enumerate(history.line) if choice_made(library, step) is not None]
    if not 1 <= number <= len(places):
        raise IndexError(number)
    return _at(library, history, places[number - 1])


def choice_made(library: Library, step_made: Step) -> str | None:
    """The answer to a scene's question that a step gave; None for another step, and for an answer that is gone."""
    match step_made.move:
        case Choose(choice) if choice in library.scene(step_made.story, step_made.scene).choices:
            return choice
    return None


def _question(library: Library, step_made: Step, reader: Reader, *, with_name: bool) -> str:
    """What is asked at a fork; with the name of whose record it is, where there are several."""
    name = story_name(library, library.stories[step_made.story])
    ask = wording(library.scene(step_made.story, step_made.scene).ask or "", gentle=reader.gentle)
    return strings.OF_PERSON.format(name=name, head=ask) if ask and with_name else ask or name


def _at(library: Library, history: History, count: int) -> History:
    """The history with the first so many steps made and the others taken back."""
    trail: Trail = replace(history.play.trail, steps=history.line[:count])
    return History(step.replay(library, trail), history.line[count:])
