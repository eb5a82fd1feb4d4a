"""Does anything that a reader does of her own change where a story leads?

A proof over the state machine itself: each state is met with and without prompts, every answer to them is tried, and
the same moves have to lead to the same states; with the cap on states, and how many prompts a story has.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.moves import EDIT, GO_ON, Cut, Edit, Enter, Reply, Take
from wayout.play.reader_part import HERS, cut_moves, pending_prompt
from wayout.play.state import State
from wayout.play.step import begin, moves, step_from

MAX_STATES_PROVED = 20_000
"""States of one story that are tried at most."""


class OwnPart(Struct, frozen=True, kw_only=True):
    """What a story gives its reader to do of her own, and over how many states it was tried that nothing hangs on it.

    `threads` are the lines that can be taken along in it, `cuts` those of its article that can be cut at an ending, at
    most; `changed` the scenes where a story would lead elsewhere.
    """

    kinds: Mapping[str, int]
    account: int
    threads: int
    cuts: int
    states: int
    is_whole: bool
    changed: tuple[str, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether nothing hangs on it, in any state of the story."""
        return self.is_whole and not self.changed


def own_part(library: Library, name: str) -> OwnPart | None:
    """What a story gives its reader to do of her own; nothing where it has no such part."""
    story = library.stories[name]
    kinds = Counter[str](prompt.kind for scene in story.scenes.values() for prompt in scene.prompts.values())
    opens = {place.partition("/")[0] for thread in library.threads.values() for place in thread.opens}
    threads = sum(any(place.startswith(f"{name}/") for place in one.opens) for one in library.threads.values())
    if not kinds and not story.account and name not in opens:
        return None
    states, is_whole, changed = _tried(library, name)
    ends = (begin(library, name, scene, parts=PARTS).state for scene, one in story.scenes.items() if one.ending)
    cuts = max((len(cut_moves(library, _with_all_lines(library, end))) for end in ends), default=0)
    return OwnPart(
        kinds={kind: kinds[kind] for kind in PARTS if kinds[kind]}, account=len(story.account), threads=threads,
        cuts=cuts, states=states, is_whole=is_whole, changed=tuple(dict.fromkeys(changed)),
    )  # fmt: skip


def _tried(library: Library, name: str) -> tuple[int, bool, list[str]]:
    """How many states were tried, whether these are all, and the scenes in which something changed."""
    first = begin(library, name).state
    known, waiting, changed = {first}, [first], list[str]()
    while waiting:
        state = waiting.pop()
        if not _keeps_ways(library, state):
            changed.append(state.scene)
        for move in moves(library, state):
            after = step_from(library, state, move) if not isinstance(move, Enter) else state
            if after not in known:
                if len(known) == MAX_STATES_PROVED:
                    return len(known), False, changed
                known.add(after)
                waiting.append(after)
    return len(known), True, changed


def _keeps_ways(library: Library, plain: State) -> bool:
    """Whether a state with every prompt still to be met has, past all of them, the moves that it has without any."""
    ways = moves(library, plain)
    after = [step_from(library, plain, move) for move in ways]
    for own in _past_prompts(library, replace(plain, parts=PARTS)):
        own_ways = tuple(move for move in moves(library, own) if not isinstance(move, Take | Edit))
        if _core(own) != plain or own_ways != ways:
            return False
        if [_core(step_from(library, own, move)) for move in ways] != [_core(one) for one in after]:
            return False
    return True


def _past_prompts(library: Library, state: State) -> Iterator[State]:
    """The state past its prompts: all of them passed over, and with each answer to each of them."""
    passed = state
    while pending_prompt(library, passed) is not None:
        for move in moves(library, passed):
            if isinstance(move, Reply):
                yield _gone_on(library, step_from(library, passed, move))
        passed = step_from(library, passed, GO_ON)
    yield passed
    yield from (step_from(library, passed, move) for move in moves(library, passed) if isinstance(move, Take))
    ended = _with_all_lines(library, passed)
    if EDIT in moves(library, ended):
        edited = step_from(library, ended, EDIT)
        cut = [step_from(library, edited, move) for move in moves(library, edited) if isinstance(move, Cut)]
        yield from (step_from(library, one, GO_ON) for one in (edited, *cut))


def _with_all_lines(library: Library, state: State) -> State:
    """The state of a reader who has ended other records, at a page of one whose article is hers to cut then."""
    own = frozenset((state.story, str(at)) for at, _ in enumerate(state.story_in(library).account, 1))
    return replace(state, lines=own | {(state.story, HERS)})


def _gone_on(library: Library, state: State) -> State:
    """The state past what is revealed, and past all prompts that follow."""
    while state.revealed is not None or pending_prompt(library, state) is not None:
        state = step_from(library, state, GO_ON)
    return state


def _core(state: State) -> State:
    """A state without what is the reader's own."""
    without = replace(state, lines=frozenset(), cut=frozenset(), edits=False)
    return replace(without, parts=(), replies=(), revealed=None, taken=())
