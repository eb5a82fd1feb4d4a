"""What can a reader do of her own: which prompt is put, which line can she take along, which of her article cut?

The reader's part in the state machine: prompts and the replies to them, the line in hand, and the account: ids of its
lines as they come, its length in lines, how many there is room for, and what can be cut and put back.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from wayout.model.conditions import holds
from wayout.model.library import Library
from wayout.model.prompts import BOTH, Prompt
from wayout.model.story import Choice
from wayout.play.moves import GO_ON, Cut, Move, PutBack, Reply, Take
from wayout.play.state import ReplyMade, State, TakenLine

READINGS_OF_BOTH = 2
"""Readings of a gap that can be printed both."""
MAX_LINES = 12
"""Lines of an article: of the first two that a reader holds the program leaves out what does not fit."""
LINES_OF_BOTH = 2
"""Lines that both readings of a gap take."""
FIRST_RECORD_TO_CUT = 3
"""The article of this record that a reader brings to an end, and of each that follows, is hers to cut."""
ENDED, HERS = "ended", "hers"
"""What stands beside the ids of lines: that a record was brought to an end, and that its article is hers to cut."""
MET, CARRIED = "met/", "carried/"
"""Before the id of a line on somebody whom she met, and of one that she took along."""


def pending_prompt(library: Library, state: State) -> str | None:
    """The prompt that the page puts to the reader: the first of its scene that she has not met yet.

    One that belongs to a passage is put where the passage is told.
    """
    if not state.parts or state.paper or state.shown is not None:
        return None
    scene = state.scene_in(library)
    for name, prompt in scene.prompts.items():
        if prompt.kind in state.parts and state.reply_to(name) is None:
            named = [passage.condition for passage in scene.passages if passage.prompt == name]
            situation = dict(state.situation) if named else {}
            if not named or any(holds(condition, situation, state.seen, state.chose) for condition in named):
                return name
    return None


def replies_to(prompt: Prompt) -> tuple[str, ...]:
    """The options of a prompt, and both readings of a gap where two documents differ."""
    has_both = prompt.kind == "gap" and prompt.claim is not None and len(prompt.options) == READINGS_OF_BOTH
    return (*prompt.options, *((BOTH,) if has_both else ()))


def can_be_changed(prompt: Prompt) -> bool:
    """Whether a reader who was shown what the record has may answer otherwise."""
    return prompt.kind in ("gap", "place")


def is_answered(prompt: Prompt, option: str) -> bool:
    """Whether the record has anything to show beside an answer."""
    return prompt.kind == "gap" or (prompt.kind != "headline" and bool(prompt.text or prompt.options[option].text))


def own_moves(library: Library, state: State) -> tuple[Move, ...]:
    """What a reader can do who is put a prompt, is shown what the record has on it, or edits; nothing elsewhere."""
    if state.edits:
        return (*cut_moves(library, state), GO_ON)
    if state.revealed is not None:
        prompt, made = state.scene_in(library).prompts[state.revealed], state.reply_to(state.revealed)
        if made is None or not can_be_changed(prompt):
            return (GO_ON,)
        others = (option for option in replies_to(prompt) if option != made.option)
        return (GO_ON, *(Reply(state.revealed, option) for option in others))
    name = pending_prompt(library, state)
    if name is None:
        return ()
    return (*(Reply(name, option) for option in replies_to(state.scene_in(library).prompts[name])), GO_ON)


def takes(library: Library, state: State) -> tuple[Take, ...]:
    """The lines that can be taken along from a page, but for the one that is in the reader's hand."""
    if "thread" not in state.parts or state.paper:
        return ()
    here, hand = f"{state.story}/{state.scene}", in_hand(state)
    return tuple(
        Take(name)
        for name, thread in library.threads.items()
        if here in thread.opens and (hand is None or hand.thread != name)
    )


def in_hand(state: State) -> TakenLine | None:
    """The line that the reader has in her hand."""
    return state.taken[-1] if state.taken else None


def is_touched(library: Library, state: State) -> bool:
    """Whether a page has something beside the line in hand, which was taken in the record of another."""
    hand = in_hand(state)
    thread = library.threads.get(hand.thread) if hand is not None else None
    if hand is None or thread is None or "thread" not in state.parts or hand.story == state.story:
        return False
    is_told = state.shown is None and state.revealed is None and pending_prompt(library, state) is None
    return is_told and not state.paper and f"{state.story}/{state.scene}" in thread.touches


def carried_to(library: Library, state: State) -> str | None:
    """The line in hand that belongs to a page: it was taken there, or something stands there beside it."""
    hand = in_hand(state)
    is_here = hand is not None and (
        (hand.story, hand.scene) == (state.story, state.scene) or is_touched(library, state)
    )
    return hand.thread if hand is not None and is_here else None


def with_lines(library: Library, state: State, *, carried: str | None, is_held_back: bool) -> State:
    """The state with the lines that its page adds to the article; `carried` is the thread that belongs to the page."""
    story, name = state.story_in(library), state.story
    if not story.account:
        return state
    here = {state.scene, *state.seen, None}
    found = {(name, str(at)) for at, line in enumerate(story.account, 1) if line.scene in here}
    shown = None if is_held_back else state.shown_in(library)
    latest = []
    if shown is not None and met_in(library, name, shown) is not None:
        latest.append((MET, f"{MET}{state.scene}/{state.shown}"))
    if carried is not None and carried in library.threads:
        latest.append((CARRIED, f"{CARRIED}{carried}"))
    kept = [
        (of, line) for of, line in state.lines if of != name or not any(line.startswith(kind) for kind, _ in latest)
    ]
    found |= {(name, line) for _, line in latest}
    if state.scene_in(library).ending is not None:
        ended = {of for of, line in kept if line == ENDED} | {name}
        found |= {(name, ENDED), *([(name, HERS)] if len(ended) >= FIRST_RECORD_TO_CUT else [])}
    return replace(state, lines=frozenset((*kept, *found)))


def met_in(library: Library, story: str, choice: Choice) -> str | None:
    """The person whom a reader meets who makes a choice that this record's person did not make; or None."""
    person = library.stories[story].person
    taker = next((taker for taker in choice.takers if taker != person), None)
    is_met = taker is not None and person not in choice.takers and library.answer(choice, taker) is not None
    return taker if is_met else None


def is_hers(state: State) -> bool:
    """Whether the article of the record that the reader is in is hers to cut."""
    return (state.story, HERS) in state.lines


def article_lines(library: Library, state: State) -> tuple[str, ...]:
    """The ids of the lines that the article on the record has, in their order, cut or not.

    A line of the story's own is known by its number, an answer by the scene and the name of its prompt.
    """
    story, own = state.story_in(library), {line for of, line in state.lines if of == state.story}
    told = [str(at) for at in range(1, len(story.account) + 1) if str(at) in own]
    ends = told[-1:] if str(len(story.account)) in own else []
    brought = [line for kind in (MET, CARRIED) for line in own if line.startswith(kind)]
    return (*told[: len(told) - len(ends)], *(_id(reply) for reply in _replies(library, state, "ask")), *brought, *ends)


def article_length(library: Library, state: State) -> int:
    """How many lines the article takes without what is cut."""
    cut = {line for of, line in state.cut if of == state.story} - _fixed(library, state)
    kept = set(article_lines(library, state)) - cut
    printed = {_id(reply) for reply in _replies(library, state, "gap") if reply.option == BOTH}
    gaps = (str(at) for at, line in enumerate(state.story_in(library).account, 1) if line.gap in printed)
    return len(kept) + sum(LINES_OF_BOTH - 1 for line in gaps if line in kept)


def cut_moves(library: Library, state: State) -> tuple[Cut | PutBack, ...]:
    """What can be cut, and what can be put back: all but what the story keeps, and what the headline is taken from."""
    fixed = _fixed(library, state)
    lines = (line for line in article_lines(library, state) if line not in fixed)
    return tuple(PutBack(line) if (state.story, line) in state.cut else Cut(line) for line in lines)


def _fixed(library: Library, state: State) -> set[str]:
    """The lines that are never cut: those that the story keeps, its last, and those the headline is taken from."""
    story = state.story_in(library)
    chosen = [
        story.scenes[reply.scene].prompts[reply.prompt].options[reply.option]
        for reply in _replies(library, state, "headline")
    ]
    headed, last = frozenset(chosen[-1].claims if chosen else ()), len(story.account)
    lines = enumerate(story.account, 1)
    return {str(at) for at, line in lines if line.keep or at == last or not headed.isdisjoint(line.claims)}


def _replies(library: Library, state: State, kind: str) -> Iterator[ReplyMade]:
    """What was answered in this record to prompts of a kind, with an option that is there."""
    scenes = state.story_in(library).scenes
    for reply in state.replies:
        prompt = scenes[reply.scene].prompts.get(reply.prompt) if reply.story == state.story else None
        if prompt is not None and prompt.kind == kind and (reply.option in prompt.options or reply.option == BOTH):
            yield reply


def _id(reply: ReplyMade) -> str:
    return f"{reply.scene}/{reply.prompt}"
