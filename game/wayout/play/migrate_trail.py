"""Where does a trail lead in a story that may have changed since?

Migration of a saved trail to a newer library: replay by ids and former ids, reasons why it stops, the most steps.

Steps are made again by their ids, and by the ids that a scene or choice had before. Pages on which nothing is decided
may have come or gone: going on to where the next step was made is inferred. A step that is not offered any more ends
the trail at the last page that it reaches, with the reason; it is always a page that can be left, or an ending.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import shelf_strings
from wayout.model.library import Library, choice_now, scene_now
from wayout.play.moves import (
    GO_ON,
    RETURN,
    STAY,
    Choose,
    Cut,
    Edit,
    Enter,
    GoOn,
    Mark,
    Move,
    PutBack,
    Reply,
    Return,
    Take,
    encode,
)
from wayout.play.state import Playthrough, State, Trail
from wayout.play.step import begin_as, choose, is_unknown_to_paper, moves, replay

Why = Literal["record gone", "scene gone", "choice gone", "not open", "not offered", "not reached", "no way on",
              "too long"]  # fmt: skip
MAX_REPLAYED_STEPS = 20_000
"""Steps that are replayed at most, those that are inferred included."""
MAX_ID_SHOWN = 60
"""Characters of an id that are shown: a trail file can hold anything."""


class UnknownMove(Struct, frozen=True):
    """What stands in a trail file in place of a move: no page offers it."""

    text: str


class StepToRedo(Struct, frozen=True, kw_only=True):
    """A step to be made again.

    Without a story it is that of the page; without a scene it is made where it is offered; without a move it is enough
    to come to the scene. A soft step is left out where it is not offered any more. One that stays led past a prompt: it
    is left out too where it would lead out of its scene.
    """

    move: Move | UnknownMove | None = None
    story: str = ""
    scene: str = ""
    is_soft: bool = False
    stays: bool = False


class StopReason(Struct, frozen=True, kw_only=True):
    """Why a trail goes no further, at which of its steps, and what was looked for where."""

    why: Why
    step: int
    story: str
    scene: str
    move: Move | UnknownMove | None = None

    @property
    def move_text(self) -> str:
        """The move as it stands in a trail file."""
        match self.move:
            case None:
                return ""
            case UnknownMove(text):
                return text
            case move:
                return encode(move)

    @property
    def says(self) -> str:
        """In a sentence, for a reader."""
        return shelf_strings.STOPPED[self.why].format(
            story=_short(self.story), scene=_short(self.scene), move=_short(self.move_text)
        )


class MigratedTrail(Struct, frozen=True):
    """The play that a trail leads to, and why it goes no further; no play where not even its first page is left."""

    play: Playthrough | None
    stopped: StopReason | None


def migrate_trail(library: Library, trail: Trail, *, stays: bool = False) -> MigratedTrail:
    """A trail in a library that may have changed since; the library is one that was checked.

    A writer who `stays` is shown a page that cannot be left, too.
    """
    first, stopped = first_page(library, trail, stays=stays)
    if first is None or stopped is not None:
        return MigratedTrail(first, stopped)
    last = deque(redo_steps(library, first, steps_to_redo(trail), stays=stays), maxlen=1)
    return MigratedTrail(*last.pop()) if last else MigratedTrail(first, None)


def steps_to_redo(trail: Trail) -> tuple[StepToRedo, ...]:
    """The steps of a trail. Going on is soft: pages come and go."""
    after = [(step.story, step.scene) for step in trail.steps[1:]]
    return tuple(
        StepToRedo(
            move=step.move,
            story=step.story,
            scene=step.scene,
            is_soft=isinstance(step.move, GoOn),
            stays=isinstance(step.move, GoOn) and (step.story, step.scene) == there,
        )
        for step, there in zip_longest(trail.steps, after)
    )


def first_page(library: Library, trail: Trail, *, stays: bool = False) -> tuple[Playthrough | None, StopReason | None]:
    """The first page of a trail; where its scene is gone, that of the story, with the reason."""
    name, scene = trail.story, trail.scene
    if name not in library.stories:
        return None, StopReason(why="record gone", step=0, story=name, scene=scene)
    story = library.stories[name]
    now = scene_now(story, scene or story.start)
    stopped = None if now else StopReason(why="scene gone", step=0, story=name, scene=scene or story.start)
    for first in dict.fromkeys((now, story.start)):
        if first in story.scenes:
            play = begin_as(library, replace(trail, scene=first))
            if stays or can_be_left(library, play.state):
                return play, stopped
            stopped = stopped or StopReason(why="no way on", step=0, story=name, scene=first)
    return None, stopped


def redo_steps(
    library: Library, play: Playthrough, steps: Sequence[StepToRedo], *, stays: bool = False
) -> Iterator[tuple[Playthrough, StopReason | None]]:
    """The play after each step that is made again; where one cannot be, the last page reached, and the reason."""
    last_hard = max((index for index, step in enumerate(steps) if not step.is_soft), default=-1)
    for index, step in enumerate(steps):
        after, why = _follow(library, play, step)
        if why is None and not stays and not can_be_left(library, after.state):
            after, why = play, "no way on"
        if why is None and len(after.trail.steps) > MAX_REPLAYED_STEPS:
            after, why = play, "too long"
        if why is not None and _is_passed_over(step, why, is_last=index > last_hard):
            after, why = play, None
        if why is not None:
            after = after if stays else _last_that_can_be_left(library, after)
            yield after, _reason(after.state, step, why, index)
            return
        play = after
        yield play, None


def can_be_left(library: Library, state: State) -> bool:
    """Whether a page has a move, or is an ending."""
    is_ending = state.shown is None and state.scene_in(library).ending is not None
    is_ending = is_ending or is_unknown_to_paper(library, state)
    return is_ending or bool(moves(library, state))


def _is_passed_over(step: StepToRedo, why: Why, *, is_last: bool) -> bool:
    """Whether a step that cannot be made is missed: what was to be read at the end is, a page in between is not."""
    if isinstance(step.move, Mark | Reply | Take | Edit | Cut | PutBack):
        return why == "not offered"
    return step.is_soft and why not in ("no way on", "too long") and (not is_last or why == "not offered")


def _follow(library: Library, play: Playthrough, step: StepToRedo) -> tuple[Playthrough, Why | None]:
    """The play after a step, which may lie some pages on; else where it was looked for in vain, and why."""
    story = step.story or play.state.story
    if story not in library.stories:
        return play, "record gone"
    scene = scene_now(library.stories[story], step.scene) if step.scene else ""
    if scene is None:
        return play, "scene gone"
    here, last_met, passed = play, None, set[State]()
    while here.state not in passed:
        passed.add(here.state)
        if here.state.story == story and scene in ("", here.state.scene):
            if step.move is None and here.state.shown is None:
                return here, None
            move = _move_now(library, here.state, step.move)
            if not isinstance(move, UnknownMove | None) and move in moves(library, here.state):
                after = choose(library, here, move)
                leaves = step.stays and here.state.shown is None and after.state.scene != here.state.scene
                return (play, "not offered") if leaves else (after, None)
            is_place = bool(scene) or bool(here.state.scene_in(library).choices)
            if not isinstance(step.move, Choose) or (here.state.shown is None and is_place):
                last_met = last_met or here
        on = next((one for one in _leading_on(here.state, step) if one in moves(library, here.state)), None)
        if on is None:
            break
        here = choose(library, here, on)
    if last_met is None or step.move is None:
        return play, "not reached" if scene else "not offered"
    match step.move:
        case Choose(choice):
            return last_met, "not open" if choice_now(last_met.state.scene_in(library), choice) else "choice gone"
    return last_met, "not offered"


def _leading_on(state: State, step: StepToRedo) -> tuple[Move, ...]:
    """The moves by which a step may be inferred to lie further on; back by questions, as many as lie between.

    An option that led back to its question may lead into another record now: then the next step lies behind staying.
    """
    if isinstance(step.move, Return) or step.story in [fork.story for fork in state.left]:
        return (GO_ON, STAY, RETURN) if step.story != state.story else (GO_ON, STAY)
    return (GO_ON, STAY) if state.shown is not None and step.story in ("", state.story) else (GO_ON,)


def _move_now(library: Library, state: State, move: Move | UnknownMove | None) -> Move | UnknownMove | None:
    """A move as it is called now: under its present id; into a record at the scene that is offered."""
    match move:
        case Enter(record, ""):
            offered = [enter for enter in moves(library, state) if isinstance(enter, Enter) and enter.record == record]
            return offered[0] if len(offered) == 1 else move
        case Enter(record, scene):
            now = scene_now(library.stories[record], scene) if record in library.stories else None
            return Enter(record, now) if now is not None else move
        case Choose(choice) if state.shown is None:
            return Choose(choice_now(state.scene_in(library), choice) or choice)
    return move


def _last_that_can_be_left(library: Library, play: Playthrough) -> Playthrough:
    """The play, or the latest one before it whose page can be left; the first of all can."""
    while not can_be_left(library, play.state) and play.trail.steps:
        play = replay(library, replace(play.trail, steps=play.trail.steps[:-1]))
    return play


def _reason(state: State, step: StepToRedo, why: Why, index: int) -> StopReason:
    is_here = why in ("choice gone", "not open", "not offered", "no way on", "too long")
    story = state.story if is_here else step.story or state.story
    return StopReason(why=why, step=index, story=story, scene=state.scene if is_here else step.scene, move=step.move)


def _short(text: str) -> str:
    return text if len(text) <= MAX_ID_SHOWN else text[: MAX_ID_SHOWN - 1] + "…"
