"""What may a reader do now, and what comes of it?

The transition function of the state machine: which moves a page offers and in which order (the one way back, to the
nearest question, comes last), what each does, replay, undo; how many records an
ending offers.
"""

from collections.abc import Iterator
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from wayout.errors import WayoutError
from wayout.model.conditions import choice_key, holds
from wayout.model.graph import after, at_entry, leads_to_silence, opening, recorded_path
from wayout.model.library import Library
from wayout.model.prompts import PartKind
from wayout.model.story import Choice, Ending, Scene
from wayout.play.moves import (
    EDIT,
    GO_ON,
    MARKS,
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
    Stay,
    Take,
    encode,
)
from wayout.play.reader_part import (
    ENDED,
    carried_to,
    is_answered,
    is_hers,
    own_moves,
    pending_prompt,
    takes,
    with_lines,
)
from wayout.play.state import Fork, Playthrough, ReplyMade, State, Step, TakenLine, Trail

MAX_RECORDS_OFFERED = 2
"""Other records that an ending offers: more would be a menu, not a lead."""


class SharedAct(Struct, frozen=True):
    """An act that the persons of two records took, and the first scene of the other record."""

    record: str
    act: str
    scene: str


def records_with_same_act(library: Library, story: str) -> tuple[SharedAct, ...]:
    """The records of others who took an act that this person took too, each to be read from its beginning.

    The latest acts of the record come first, and of several records the first by name; acts of telling it come last,
    since every record ends with one. A story without a person has none.
    """
    latest_first = [act for act, _ in acts(library, story)][::-1]
    person = library.stories[story].person
    records = sorted(library.records.items())
    others = {name: {act for act, _ in acts(library, name)} for name, record in records if record.person != person}
    shared: dict[str, SharedAct] = {}
    for act in sorted(latest_first, key=lambda act: act in library.acts and library.acts[act].telling):
        record = next((name for name, acts_taken in others.items() if act in acts_taken and name not in shared), None)
        if record is not None:
            shared[record] = SharedAct(record, act, library.stories[record].start)
    return tuple(shared.values())[:MAX_RECORDS_OFFERED]


def acts(library: Library, name: str) -> Iterator[tuple[str, str]]:
    """The acts of a person's own record, in their order, each with its scene; a story without a person has none."""
    story = library.stories[name]
    stops = recorded_path(name, story).stops if story.person else ()
    for stop in stops:
        if stop.choice is not None:
            yield story.scenes[stop.scene].choices[stop.choice].act, stop.scene


class MoveNotOpenError(WayoutError, ValueError):
    """A move that the page does not offer."""


def begin(
    library: Library,
    story: str,
    scene: str | None = None,
    *,
    asks: bool = False,
    parts: tuple[PartKind, ...] = (),
    taken: tuple[TakenLine, ...] = (),
    paper: str = "",
) -> Playthrough:
    """The first page of a story; or another scene, with what its person's record holds there.

    With `asks` the reader marks, before each reveal, what anyone could know of it; `parts` are what she is given to do
    of her own, `taken` the lines that she brings along from what she read before. With `paper` she reads by that one
    document: its readings fill the gaps, and nothing is asked of her.
    """
    return begin_as(library, Trail(story=story, scene=scene or "", asks=asks, parts=parts, taken=taken, paper=paper))


def begin_as(library: Library, trail: Trail) -> Playthrough:
    """The first page of a trail, with what was switched on and brought along when it was begun."""
    scene = trail.scene or library.stories[trail.story].start
    lines = frozenset(
        (name, ENDED) for name in trail.ended if name in library.stories and library.stories[name].account
    )
    state = replace(_state_on_entry(library, trail.story, scene), asks=trail.asks, parts=trail.parts, taken=trail.taken,
                    lines=lines if "length" in trail.parts else frozenset(), paper=trail.paper)  # fmt: skip
    return Playthrough(replace(trail, scene=scene, steps=()), _noted(library, state))


def moves(library: Library, state: State) -> tuple[Move, ...]:
    """Every move that the page offers, in its order.

    Of the questions that lie behind it leads back to the nearest: those before it are returned to from there.
    """
    back = (RETURN,) if state.left or state.question else ()
    if is_unknown_to_paper(library, state):
        return back
    shown = state.shown_in(library)
    if shown is not None:
        if is_held_back(library, state):
            return tuple(Mark(mark) for mark in MARKS)
        records = (Enter(target.record, target.scene) for target in shown.records)
        if shown.records:
            return (*records, STAY)
        doors = (Enter(door.record, door.scene) for door in shown.doors)
        return (GO_ON,) if shown.comes_back else (GO_ON, *doors, *back)
    scene = state.scene_in(library)
    if state.parts and (own := own_moves(library, state)):
        return (*own, *back)
    on = (GO_ON,) if scene.next is not None else ()
    back = (*takes(library, state), *back)
    if scene.choices:
        situation = dict(state.situation)
        choices = (
            Choose(name)
            for name, choice in offered(scene, state).items()
            if holds(choice.condition, situation, state.seen, state.chose)
        )
        return (*choices, *on, *back)
    if scene.ending is not None:
        edit = (EDIT,) if is_hers(state) and not state.paper else ()
        return (*(Enter(record, scene) for record, scene in led_to(library, state.story, scene.ending)), *edit, *back)
    return (*on, *back)


def is_held_back(library: Library, state: State) -> bool:
    """Whether a choice was made whose outcome is shown only when the reader has said what anyone could know of it."""
    shown = state.shown_in(library)
    return shown is not None and state.asks and bool(shown.outcomes) and not state.marked


def offered(scene: Scene, state: State) -> dict[str, Choice]:
    """The options that are part of a fork, be they open or not: all but those whose `only` is not met."""
    situation = dict(state.situation)
    return {
        name: choice for name, choice in scene.choices.items() if holds(choice.only, situation, state.seen, state.chose)
    }


def led_to(library: Library, story: str, ending: Ending) -> tuple[tuple[str, str], ...]:
    """The records that an ending leads on to, each with a scene of it: by an act, or those that are to be read next."""
    shared = records_with_same_act(library, story)
    named = (library.record_of(person) for person in ending.read_next)
    starts = tuple((name, library.stories[name].start) for name in named if name is not None)
    return (*((met.record, met.scene) for met in shared), *starts)


def is_unknown_to_paper(library: Library, state: State) -> bool:
    """Whether the one paper by which is read does not name the person: then there is nothing to read but that."""
    person = library.people.get(state.story_in(library).person or "") if state.paper else None
    return person is not None and state.paper not in person.written


def find_move(library: Library, state: State, text: str) -> Move | None:
    """The move among those which the page offers that a form, a key or a caller names by its text."""
    return next((move for move in moves(library, state) if encode(move) == text), None)


def choose(library: Library, play: Playthrough, move: Move) -> Playthrough:
    """Make a move. Raises MoveNotOpenError for one that the page does not offer."""
    state = play.state
    step = Step(state.story, state.scene, move)
    trail = replace(play.trail, steps=(*play.trail.steps, step))
    return Playthrough(trail, step_from(library, state, move))


def undo(library: Library, play: Playthrough) -> Playthrough:
    """As it was before the last move; at the beginning, no change."""
    steps = play.trail.steps[:-1]
    return replay(library, replace(play.trail, steps=steps))


def plays(library: Library, trail: Trail) -> Iterator[Playthrough]:
    """The play at its beginning, and after each step of a trail. Raises MoveNotOpenError where one is not open."""
    play = begin_as(library, trail)
    yield play
    for step in trail.steps:
        play = choose(library, play, step.move)
        yield play


def replay(library: Library, trail: Trail) -> Playthrough:
    """The play that a trail leads to. Raises MoveNotOpenError as `plays` does."""
    *_, last = plays(library, trail)
    return last


def step_from(library: Library, state: State, move: Move) -> State:
    """The state after a move."""
    if move not in moves(library, state):
        raise MoveNotOpenError(f"'{encode(move)}' is not open at {state.story}/{state.scene}")
    return _noted(library, _moved(library, state, move))


def _noted(library: Library, state: State) -> State:
    """The state with what its page adds to the reader's article."""
    if "length" not in state.parts or state.paper:
        return state
    return with_lines(library, state, carried=carried_to(library, state), is_held_back=is_held_back(library, state))


def _moved(library: Library, state: State, move: Move) -> State:
    match move:
        case Choose(choice):
            return replace(state, shown=choice)
        case Enter(record, scene):
            return _enter_record(library, state, record, scene)
        case GoOn():
            return _go_on(library, state)
        case Stay():
            return _back_at_fork(state)
        case Return():
            return _return_to_fork(state)
        case Mark(knowledge):
            return replace(state, marked=knowledge)
        case Reply(prompt, option):
            return _reply(library, state, prompt, option)
        case Take(thread):
            return replace(state, taken=(*state.taken, TakenLine(thread, state.story, state.scene)))
        case Edit():
            return replace(state, edits=True)
        case Cut(line):
            return replace(state, cut=state.cut | {(state.story, line)})
        case PutBack(line):
            return replace(state, cut=state.cut - {(state.story, line)})
        case _:
            assert_never(move)


def _reply(library: Library, state: State, prompt: str, option: str) -> State:
    """The state after an answer to a prompt: what the record has is shown, if it has anything beside the answer."""
    asked, made = state.scene_in(library).prompts[prompt], state.reply_to(prompt)
    others = tuple(one for one in state.replies if one is not made)
    reply = ReplyMade(state.story, state.scene, prompt, option, is_changed=made is not None)
    return replace(state, replies=(*others, reply), revealed=prompt if is_answered(asked, option) else None)


def _go_on(library: Library, state: State) -> State:
    """The state after going on: past a prompt, along `next`, or along the choice whose outcome was shown."""
    if state.edits or state.revealed is not None:
        return replace(state, revealed=None, edits=False)
    if (passed := pending_prompt(library, state)) is not None:
        return replace(state, replies=(*state.replies, ReplyMade(state.story, state.scene, passed, "")))
    shown = state.shown_in(library)
    if shown is None or state.shown is None:
        return _go_to_next(library, state)
    if shown.comes_back:
        return _back_at_fork(state)
    return replace(
        state,
        scene=shown.targets[0],
        question=_fork(state) if leads_to_silence(state.story_in(library), shown) else None,
        situation=tuple(after(dict(state.situation), shown.effects).items()),
        seen=state.seen | {state.scene},
        chose=state.chose | {choice_key(state.scene, state.shown)},
        looked=frozenset(),
        shown=None,
        marked=None,
    )


def _go_to_next(library: Library, state: State) -> State:
    target = state.scene_in(library).next or state.scene
    return replace(state, scene=target, seen=state.seen | {state.scene}, looked=frozenset(), shown=None, marked=None)


def _back_at_fork(state: State) -> State:
    """The state back at the fork, with the option marked as read; at a page without a choice shown, the page itself."""
    looked = state.looked | {choice_key(state.scene, state.shown)} if state.shown else state.looked
    return replace(state, shown=None, marked=None, looked=looked)


def _fork(state: State) -> Fork:
    """The fork of a state, as the reader leaves it."""
    back_at = _back_at_fork(state)
    return Fork(back_at.story, back_at.scene, back_at.situation, back_at.seen, back_at.chose, back_at.looked)


def _enter_record(library: Library, state: State, record: str, scene: str) -> State:
    """The state in another record, with the fork remembered; a fork that is remembered already is not kept twice.

    From where the record is silent, what is remembered is the question that led there.
    """
    fork = state.question or _fork(state)
    places = [(known.story, known.scene) for known in state.left]
    here = (fork.story, fork.scene)
    earlier = state.left[: places.index(here)] if here in places else state.left
    entered = _state_on_entry(library, record, scene)
    shown = state.shown_in(library)
    if shown is not None and shown.brings and library.stories[record].person is None:
        entered = replace(entered, situation=tuple(at_entry(library.stories[record], shown).items()),
                          seen=frozenset(), chose=frozenset())  # fmt: skip
    return _as_read(state, replace(entered, left=(*earlier, fork)))


def _return_to_fork(state: State) -> State:
    """The state at the nearest question that was left, with those that lie behind it."""
    fork = state.question or state.left[-1]
    left = state.left if state.question else state.left[:-1]
    back_at = State(story=fork.story, scene=fork.scene, situation=fork.situation, seen=fork.seen, chose=fork.chose,
                    looked=fork.looked, left=left)  # fmt: skip
    return _as_read(state, back_at)


def _as_read(before: State, state: State) -> State:
    """A state in another record, with what the reader does of her own, and how she reads, as it was before."""
    return replace(state, asks=before.asks, parts=before.parts, replies=before.replies, taken=before.taken,
                   lines=before.lines, cut=before.cut, paper=before.paper)  # fmt: skip


def _state_on_entry(library: Library, name: str, scene: str) -> State:
    """A scene with the situation, `seen` and `chose` of its record's own path there; off that path, of its opening."""
    story = library.stories[name]
    stop = recorded_path(name, story).at(scene)
    if stop is None:
        return State(story=name, scene=scene, situation=tuple(opening(story).items()))
    return State(story=name, scene=scene, situation=tuple(stop.situation.items()), seen=stop.seen, chose=stop.chose)
