"""Is what is told here hard to bear, so that a page points to help?"""

from collections.abc import Iterable

from wayout.model.conditions import holds
from wayout.model.library import Library
from wayout.model.reference_pages import CARE
from wayout.model.story import Outcome, Passage
from wayout.play.state import State

HARD = "self-injury"


def needs_care(library: Library, state: State, *, is_held_back: bool) -> bool:
    """Whether a passage or outcome before the reader tells of self-injury, and there is a page to point to."""
    if CARE not in library.asides:
        return False
    choice = state.shown_in(library)
    if choice is not None:
        return not is_held_back and is_hard(library, choice.outcomes)
    situation = dict(state.situation)
    passages = state.scene_in(library).passages
    return is_hard(library, (one for one in passages if holds(one.condition, situation, state.seen, state.chose)))


def is_hard(library: Library, told: Iterable[Passage | Outcome]) -> bool:
    """By their own tag, or by that of a claim."""
    return any(
        HARD in one.content
        or any(HARD in library.claims[name].content for name in one.claims if name in library.claims)
        for one in told
    )
