"""Which steps that readers could make in an older library does a newer one not know any more?

A comparison of two state spaces.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from wayout.model.library import Library
from wayout.play.migrate_trail import StepToRedo, StopReason, first_page, redo_steps
from wayout.play.moves import Enter, GoOn
from wayout.play.state import Playthrough, State
from wayout.play.step import begin, moves, step_from

LIMIT = 50_000
"""The most moments of one story that are looked at."""


class BrokenStep(Struct, frozen=True):
    """A step that is lost: why, and where its reader would come to stand, if anywhere."""

    reason: StopReason
    state: State | None


def broken_steps(old: Library, new: Library) -> Iterator[BrokenStep]:
    """Every step of the older stories that would stop a trail in the newer ones.

    Both are walked side by side, each moment of the older one once in every situation in which it can be met.
    """
    for name in old.stories:
        first = begin(old, name).state
        play, gone = first_page(new, name, first.scene)
        if gone is not None:
            yield BrokenStep(gone, play.state if play else None)
        if play is not None:
            yield from _in_story(old, new, first, play)


def _in_story(old: Library, new: Library, first: State, play: Playthrough) -> Iterator[BrokenStep]:
    waiting = [(first, play)]
    met = {_moment(first)}
    while waiting and len(met) < LIMIT:
        state, here = waiting.pop()
        for move in moves(old, state):
            wanted = StepToRedo(move=move, story=state.story, scene=state.scene, is_soft=isinstance(move, GoOn))
            ((there, why),) = redo_steps(new, here, [wanted])
            if why is not None:
                yield BrokenStep(why, there.state)
                if not isinstance(move, GoOn):
                    continue
            if isinstance(move, Enter):
                continue
            after = step_from(old, state, move)
            if _moment(after) not in met:
                met.add(_moment(after))
                waiting.append((after, replace(there, trail=here.trail)))


def _moment(state: State) -> tuple[object, ...]:
    return (state.scene, state.shown, state.situation)
