"""What may a reader do now, and what comes of it?"""

from msgspec.structs import replace

from game.model.conditions import holds
from game.model.graph import after, opening, recorded_path
from game.model.library import Library, target_of
from game.model.story import BACK
from game.play.state import ENTER, GO_ON, RETURN, STAY, Fork, Play, State, Step, Trail


class NotOpen(ValueError):  # noqa: N818 (it says what is wrong, as KeyError does)
    """A move that the page does not offer."""


def begin(library: Library, story: str, scene: str | None = None) -> Play:
    """The first page of a story; or another scene, with what its person's record holds there."""
    scene = scene or library.stories[story].start
    return Play(Trail(story=story, scene=scene), _enter(library, story, scene))


def moves(library: Library, state: State) -> tuple[str, ...]:
    """Every move that the page offers, in its order."""
    back = (RETURN,) if state.left else ()
    shown = state.shown_in(library)
    if shown is not None:
        records = [target for target in shown.targets if "/" in target]
        return (*(ENTER + target for target in records), STAY, *back) if records else (GO_ON, *back)
    scene = state.scene_in(library)
    if scene.choices:
        situation = dict(state.situation)
        choices = (
            name
            for name, choice in scene.choices.items()
            if holds(choice.condition, situation, state.seen, state.chose)
        )
        return (*choices, *back)
    return (GO_ON, *back) if scene.next is not None else back


def choose(library: Library, play: Play, move: str) -> Play:
    """Make a move. Raises NotOpen for one that the page does not offer."""
    state = play.state
    step = Step(state.story, state.scene, move)
    trail = replace(play.trail, steps=(*play.trail.steps, step))
    return Play(trail, step_from(library, state, move))


def undo(library: Library, play: Play) -> Play:
    """As it was before the last move; at the beginning, no change."""
    steps = play.trail.steps[:-1]
    again = Play(replace(play.trail, steps=()), _enter(library, play.trail.story, play.trail.scene))
    for step in steps:
        again = choose(library, again, step.move)
    return again


def replay(library: Library, trail: Trail) -> Play:
    """The play that a trail leads to. Raises NotOpen where the story no longer allows a step."""
    play = begin(library, trail.story, trail.scene)
    for step in trail.steps:
        play = choose(library, play, step.move)
    return play


def step_from(library: Library, state: State, move: str) -> State:
    """The state after a move."""
    if move not in moves(library, state):
        raise NotOpen(f"'{move}' is not open at {state.story}/{state.scene}")
    if move == RETURN:
        return _returned(state.left)
    if state.shown is None and move != GO_ON:
        return replace(state, shown=move)
    if move == STAY:
        return _looked(state)
    if move.startswith(ENTER):
        return _crossed(library, state, move.removeprefix(ENTER))
    return _gone_on(library, state)


def _gone_on(library: Library, state: State) -> State:
    """On along `next`, or along the choice whose outcome was shown."""
    shown = state.shown_in(library)
    if shown is None:
        target = state.scene_in(library).next or ""
        return replace(state, scene=target, seen=state.seen | {state.scene}, looked=frozenset())
    if shown.targets == (BACK,):
        return _looked(state)
    return replace(
        state,
        scene=shown.targets[0],
        situation=tuple(after(dict(state.situation), shown.effects).items()),
        seen=state.seen | {state.scene},
        chose=state.chose | {f"{state.scene}/{state.shown}"},
        looked=frozenset(),
        shown=None,
    )


def _looked(state: State) -> State:
    """Back at the fork, with the option marked as read."""
    return replace(state, shown=None, looked=state.looked | {f"{state.scene}/{state.shown}"})


def _crossed(library: Library, state: State, target: str) -> State:
    """Into another record, with the fork remembered; a fork that is remembered already is not kept twice."""
    at_fork = _looked(state)
    fork = Fork(at_fork.story, at_fork.scene, at_fork.situation, at_fork.seen, at_fork.chose, at_fork.looked)
    places = [(known.story, known.scene) for known in state.left]
    here = (state.story, state.scene)
    kept = state.left[: places.index(here)] if here in places else state.left
    return replace(_enter(library, *target_of(state.story, target)), left=(*kept, fork))


def _returned(left: tuple[Fork, ...]) -> State:
    fork = left[-1]
    return State(story=fork.story, scene=fork.scene, situation=fork.situation, seen=fork.seen, chose=fork.chose,
                 looked=fork.looked, left=left[:-1])  # fmt: skip


def _enter(library: Library, name: str, scene: str) -> State:
    """A scene with the situation, `seen` and `chose` of its record's own path there; off that path, of its opening."""
    story = library.stories[name]
    stop = recorded_path(name, story).at(scene)
    if stop is None:
        return State(story=name, scene=scene, situation=tuple(opening(story).items()))
    return State(story=name, scene=scene, situation=tuple(stop.situation.items()), seen=stop.seen, chose=stop.chose)
