"""Which states can a reader come to in a story, without stepping into another record?"""

from wayout.model.library import Library
from wayout.play.moves import Enter
from wayout.play.state import State
from wayout.play.step import begin, moves, step_from


def reachable_states(library: Library, name: str) -> list[State]:
    """Every state that moves lead to from the beginning."""
    first = begin(library, name).state
    found, waiting = {first}, [first]
    while waiting:
        state = waiting.pop()
        for move in moves(library, state):
            if isinstance(move, Enter):
                continue
            after = step_from(library, state, move)
            if after not in found:
                found.add(after)
                waiting.append(after)
    return list(found)
