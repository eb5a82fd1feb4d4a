"""Which states can a reader come to in a story, without stepping into another record?"""

from collections.abc import Callable, Hashable

from msgspec.structs import replace

from wayout.model.library import Library
from wayout.model.story import SceneTarget
from wayout.play.moves import Enter
from wayout.play.state import State
from wayout.play.step import begin, moves, step_from
from wayout.state_space.compiled_story import CompiledStory


def reachable_states(library: Library, name: str) -> list[State]:
    """Every state that moves lead to from the beginning."""
    return _walk(library, name, lambda state: state)


def different_states(library: Library, name: str) -> list[State]:
    """The same; of a road, one of those that nothing tells apart from there on.

    A road remembers all that it has set, so that it has ten thousands of states and some hundreds of different pages.
    """
    return _walk(library, name, told_apart(library, name))


def told_apart(library: Library, name: str) -> Callable[[State], Hashable]:
    """By what two states are told apart: of a road by the pasts alone that some condition can still read."""
    story = library.stories[name]
    if story.person is not None or not story.situation:
        return lambda state: state
    tables = CompiledStory(replace(story, person="anybody"))

    def key(state: State) -> Hashable:
        shown = state.shown_in(library)
        onward = shown.leads[0] if shown is not None else SceneTarget(state.scene)
        scene = onward.scene if isinstance(onward, SceneTarget) else state.scene
        packed = tables.pack(scene, dict(state.situation), state.seen, state.chose)
        return packed, state.scene, state.shown, state.marked

    return key


def _walk(library: Library, name: str, apart: Callable[[State], Hashable]) -> list[State]:
    first = begin(library, name).state
    met, found, waiting = {apart(first)}, [first], [first]
    while waiting:
        state = waiting.pop()
        for move in moves(library, state):
            if isinstance(move, Enter):
                continue
            after = step_from(library, state, move)
            if (known := apart(after)) not in met:
                met.add(known)
                found.append(after)
                waiting.append(after)
    return found
