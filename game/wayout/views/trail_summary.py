"""What did the reader do, beside what the record says; and on a road, which doors were shut, and whose steps were they?

A view model of marks, options, records read and not read, and what was never told; of a road where its first stretch
ends, and for whom (records read before it goes on: 2), and at its end of the
forks as a trail went through them: options found shut with their reasons and the ways back to the answers that shut
them, steps by person.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from wayout.locale import reader_strings, strings
from wayout.model.conditions import choice_key, holds, terms
from wayout.model.library import Library
from wayout.model.story import Condition
from wayout.model.text import wording
from wayout.play.moves import Choose, Enter, GoOn, Mark, Revisit
from wayout.play.reader_part import carried_to
from wayout.play.state import Playthrough, Reader, State, Step, Trail
from wayout.play.step import offered, plays
from wayout.views.lineage import number_word
from wayout.views.outcome import evidence_line, known_words

RECORDS_BEFORE_ROAD = 2
"""So many people's records are read before a road goes on after its first stretch, unless she walks on all the same."""


class MarkSummary(Struct, frozen=True):
    """What a reader marked before a reveal, and the words of the record."""

    label: str
    marked: str
    evidence: str

    @property
    def line(self) -> str:
        """Both in one line."""
        return strings.MARKED_LINE.format(label=self.label, marked=self.marked, evidence=self.evidence)


def marked(library: Library, trail: Trail, *, gentle: bool = False) -> tuple[MarkSummary, ...]:
    """Every mark of a trail beside the evidence words of the outcome: unscored, in order."""
    return tuple(summary for _, summary in marks_made(library, trail, gentle=gentle))


def marks_made(library: Library, trail: Trail, *, gentle: bool) -> Iterator[tuple[Step, MarkSummary]]:
    """The same, each with the step of the choice that was marked."""
    for before, step in zip(trail.steps, trail.steps[1:], strict=False):
        match before.move, step.move:
            case Choose(chosen), Mark(knowledge):
                choice = library.choice(before.story, before.scene, chosen)
                known = known_words(library, library.stories[before.story].person, choice)
                label = wording(choice.label, gentle=gentle)
                yield before, MarkSummary(label, strings.MARKS[knowledge], evidence_line(known))


class TrailExtent(Struct, frozen=True):
    """How far a trail came: of each record the scenes that it came to or that lie behind, and its latest ending.

    `threads` are the lines taken along that belong to a record, in the order in which they came there: each was taken
    on one of its pages, or lay beside something there.
    """

    scenes: dict[str, frozenset[str]]
    endings: dict[str, str]
    threads: dict[str, tuple[str, ...]]

    def has(self, story: str, scene: str | None) -> bool:
        """Whether it came to a scene of a record; to no scene it came at once."""
        return scene is None or scene in self.scenes.get(story, ())


def extent(library: Library, trail: Trail) -> TrailExtent:
    """How far a trail came in each record."""
    return extent_of(library, plays(library, trail))


def extent_of(library: Library, every: Iterable[Playthrough]) -> TrailExtent:
    """The same of a trail whose plays are there already, the first one first."""
    scenes: dict[str, frozenset[str]] = {}
    endings: dict[str, str] = {}
    threads: dict[str, dict[str, None]] = {}
    for play in every:
        state = play.state
        scenes[state.story] = scenes.get(state.story, frozenset()) | state.seen | {state.scene}
        if state.scene_in(library).ending is not None:
            endings.pop(state.story, None)
            endings[state.story] = state.scene
        if (thread := carried_to(library, state)) is not None:
            own = threads.setdefault(state.story, {})
            own.pop(thread, None)
            own[thread] = None
    return TrailExtent(scenes, endings, {name: tuple(own) for name, own in threads.items()})


def article_records(library: Library, trail: Trail, found: TrailExtent) -> tuple[str, ...]:
    """The records on which a trail has an article: those that it walked to an ending, or else the one it began with.

    The one that it ended last comes first: that is the article that its reader asks for.
    """
    read = [name for name in dict.fromkeys((trail.story, *walked(library, trail))) if library.stories[name].account]
    return tuple(name for name in reversed(found.endings) if name in read) or tuple(
        name for name in read if name == trail.story
    )


def read_in_part(library: Library, trail: Trail, found: TrailExtent) -> tuple[str, ...]:
    """The records that it walked in and has no article on."""
    own = article_records(library, trail, found)
    return tuple(name for name in walked(library, trail) if name not in own and library.stories[name].account)


def walked(library: Library, trail: Trail) -> tuple[str, ...]:
    """The records in which a trail has been, in the order in which it came to them."""
    return tuple(dict.fromkeys(step.story for step in trail.steps if library.stories[step.story].person))


def not_walked(library: Library, trail: Trail) -> tuple[str, ...]:
    """The records in which it has not been."""
    been = walked(library, trail)
    people = {library.stories[name].person for name in been}
    records = sorted(library.records.items())
    return tuple(name for name, story in records if story.person and story.person not in people)


def never_told(library: Library, trail: Trail, *, gentle: bool = False) -> tuple[str, ...]:
    """What the endings of the records walked in say that nobody was told; the first two of each."""
    return tuple(line for name in walked(library, trail) for line in never_told_in(library, name, gentle=gentle))


def never_told_in(library: Library, name: str, *, gentle: bool = False) -> tuple[str, ...]:
    """What the endings of one record say that nobody was told, each with the person's name; the first two of each."""
    story = library.stories[name]
    if story.person is None:
        return ()
    endings = (scene.ending for scene in story.scenes.values() if scene.ending is not None)
    return tuple(
        f"{library.people[story.person].name}: {wording(line, gentle=gentle)}"
        for ending in endings
        if ending.kind == "as-published"
        for line in ending.unknown[:2]
    )


class RoadStep(Struct, frozen=True):
    """A fork of a road as it was met, what was chosen there, and the number of that decision in the whole trail."""

    state: State
    choice: str
    decision: int


class WayBack(Struct, frozen=True):
    """A way back to a decision of a road, and what it is called."""

    move: Revisit
    label: str


class RoadSummary(Struct, frozen=True, kw_only=True):
    """What was shut on a road, each in a line; how many steps nobody on record took; and whose the others were.

    `back` are the ways to the decisions by which something was shut, the first one first, and to the road's beginning.
    """

    shut: tuple[str, ...]
    back: tuple[WayBack, ...] = ()
    claims: tuple[str, ...]
    none: str
    steps: tuple[str, ...]


def read_before(state: State, trail: Trail | None) -> frozenset[str]:
    """The options of a scene that were read: at this visit, or anywhere on the trail."""
    steps = trail.steps if trail is not None else ()
    return state.looked | {
        choice_key(step.scene, step.move.choice)
        for step in steps
        if isinstance(step.move, Choose) and (step.story, step.scene) == (state.story, state.scene)
    }


def opened_records(library: Library, trail: Trail | None, state: State) -> frozenset[str] | None:
    """The records in which a trail has been; None without one: then nothing is held back."""
    if trail is None:
        return None
    places = (trail.story, state.story, *(step.story for step in trail.steps), *(fork.story for fork in state.left))
    return frozenset(name for name in places if library.stories[name].person is not None)


def ends_stretch(library: Library, state: State, trail: Trail | None, reader: Reader) -> bool:
    """Whether a road's first stretch ends with the choice that is shown, for a reader of fewer than two records.

    It was walked from its beginning, and its second stretch has not begun.
    """
    story, shown = state.story_in(library), state.shown_in(library)
    if trail is None or shown is None or shown.comes_back or shown.records or story.person is not None:
        return False
    behind = state.seen | {state.scene}
    if story.start not in behind or any(story.scenes[one].stretch for one in behind if one in story.scenes):
        return False
    read = {*(opened_records(library, trail, state) or ()), *reader.read}
    people = {library.stories[name].person for name in read if name in library.records} - {None}
    records = [one for one in library.records.values() if one.person is not None]
    return story.scenes[shown.targets[0]].stretch and len(people) < RECORDS_BEFORE_ROAD <= len(records)


def road_steps(library: Library, trail: Trail) -> tuple[RoadStep, ...]:
    """The steps of the road on which a trail ends, from where it came into it; what was only looked at is none."""
    runs: dict[int, list[RoadStep]] = {}
    before: State | None = None
    decisions = 0
    for at, play in enumerate(plays(library, trail)):
        move = trail.steps[at - 1].move if at else None
        decisions += isinstance(move, Choose)
        if isinstance(move, Enter):
            runs[len(play.state.left)] = []
        elif isinstance(move, GoOn) and before is not None and before.shown is not None:
            shown = before.shown_in(library)
            if shown is not None and not shown.comes_back:
                runs.setdefault(len(before.left), []).append(RoadStep(before, before.shown, decisions))
        before = play.state
    if before is None:
        return ()
    return tuple(one for one in runs.get(len(before.left), ()) if one.state.story == before.story)


def road_summary(library: Library, trail: Trail, reader: Reader) -> RoadSummary | None:
    """What is told of a road at its end; nothing where the trail took no step of one.

    A door is told once, by what it is called: as it was found shut first.
    """
    made = road_steps(library, trail)
    if not made:
        return None
    shut: dict[str, str] = {}
    doors: dict[int, _Doors] = {}
    claims: list[str] = []
    people: Counter[str] = Counter()
    none = 0
    for at, step in enumerate(made):
        scene = step.state.scene_in(library)
        for choice in offered(scene, step.state).values():
            door = wording(choice.label)
            if door in shut or _is_met(choice.condition, step.state):
                continue
            why = wording(choice.otherwise.text, gentle=reader.gentle) if choice.otherwise else ""
            claims += choice.otherwise.claims if choice.otherwise else ()
            label = wording(choice.label, gentle=reader.gentle)
            because = strings.CLOSED_BECAUSE.format(reason=why) if why else strings.CLOSED
            shut[door] = reader_strings.SHUT_LINE.format(label=label, because=because)
            answer = _answer_that_shut(choice.condition, made[: at + 1])
            own = doors.setdefault((answer or step).decision, _Doors([], []))
            (own.met if answer is None else own.answered).append(label)
        takers = [taker for taker in scene.choices[step.choice].takers if taker in library.people]
        people.update(takers)
        none += not takers
    return RoadSummary(
        shut=tuple(shut.values()),
        back=tuple(_ways_back(doors, made[0].decision)),
        claims=tuple(dict.fromkeys(claims)),
        none=none_of(library).format(count=none),
        steps=_whose(library, people, len(made)),
    )


class _Doors(NamedTuple):
    """What doors are called that were shut by the answer of a decision, and those that were only met shut there."""

    answered: list[str]
    met: list[str]


def _is_met(condition: Condition | None, state: State) -> bool:
    return holds(condition, dict(state.situation), state.seen, state.chose)


def _answer_that_shut(condition: Condition | None, made: Sequence[RoadStep]) -> RoadStep | None:
    """The step of a road whose answer shut a door that was met at the last of them: before it the door stood open.

    Of a door that never did it is the last answer that changed anything that the door asks for; None where none did.
    """
    later = tuple(pairwise(made))[::-1]
    opened = next((one for one, _ in later if _is_met(condition, one.state)), None)
    if opened is not None or condition is None:
        return opened
    asked = [(key, value) for _, key, value in terms(condition)]
    changed = (one for one, then in later if _has(asked, one.state) != _has(asked, then.state))
    return next(changed, None)


def _has(asked: Iterable[tuple[str, str]], state: State) -> list[object]:
    """What a state has of all that a condition asks for."""
    past, situation = {"seen": state.seen, "chose": state.chose}, dict(state.situation)
    return [value in past[key] if key in past else situation.get(key) for key, value in asked]


def _ways_back(doors: Mapping[int, _Doors], first: int) -> Iterator[WayBack]:
    """To each decision that doors go back to, and to the first one of the road, where that is another."""
    for number, found in sorted(doors.items()):
        told = reader_strings.REVISIT_AND.join((*found.answered, *found.met))
        label = reader_strings.REVISIT_ANSWER if found.answered else reader_strings.REVISIT
        yield WayBack(Revisit(number), label.format(labels=told))
    if first not in doors:
        yield WayBack(Revisit(first), reader_strings.ANOTHER_ROAD)


def none_of(library: Library) -> str:
    """How many steps nobody on record took, in the number of people who have a record here."""
    count = len({story.person for story in library.records.values() if story.person is not None})
    if count < 2:
        return reader_strings.NONE_OF_THEM
    return reader_strings.NONE_OF.format(n=number_word(count), count="{count}")


def _whose(library: Library, people: Counter[str], made: int) -> tuple[str, ...]:
    """Of whom such steps are told, and how many; and that nobody took all of them, or who did."""
    told = [
        reader_strings.STEPS_OF.format(name=library.people[person].name, count=count)
        for person, count in sorted(people.items(), key=lambda one: (-one[1], library.people[one[0]].name))
    ]
    lines = (reader_strings.STEPS_TOLD.format(steps=" · ".join(told)),) if told else ()
    every = [library.people[person].name for person, count in people.items() if count == made]
    if every:
        return (*lines, reader_strings.HAS_ALL.format(names=", ".join(sorted(every))))
    return (*lines, reader_strings.NOBODY_HAS_ALL)
