"""What is told at the end of a road: which doors were shut on it and why, and whose steps they were?

A view model: the forks of a road as a trail went through it, options found shut with their reasons, steps by person.
"""

from collections import Counter

from msgspec import Struct

from wayout.locale import reader_strings, strings
from wayout.model.conditions import holds
from wayout.model.library import Library
from wayout.model.text import wording
from wayout.play.moves import Choose, Enter, GoOn
from wayout.play.state import Reader, State, Trail
from wayout.play.step import offered, plays
from wayout.views.sources import number_word


class RoadStep(Struct, frozen=True):
    """A fork of a road as it was met, what was chosen there, and the number of that decision in the whole trail."""

    state: State
    choice: str
    decision: int


class RoadSummary(Struct, frozen=True, kw_only=True):
    """What was shut on a road, each in a line; how many steps nobody on record took; and whose the others were."""

    shut: tuple[str, ...]
    claims: tuple[str, ...]
    none: str
    steps: tuple[str, ...]


def opened_records(library: Library, trail: Trail | None, state: State) -> frozenset[str] | None:
    """The records in which a trail has been; None without one: then nothing is held back."""
    if trail is None:
        return None
    places = (trail.story, state.story, *(step.story for step in trail.steps), *(fork.story for fork in state.left))
    return frozenset(name for name in places if library.stories[name].person is not None)


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
    """What is told of a road at its end; nothing where the trail took no step of one."""
    made = road_steps(library, trail)
    if not made:
        return None
    shut: dict[tuple[str, str], str] = {}
    claims: list[str] = []
    people: Counter[str] = Counter()
    none = 0
    for step in made:
        scene = step.state.scene_in(library)
        situation = dict(step.state.situation)
        for key, choice in offered(scene, step.state).items():
            place = (step.state.scene, key)
            if place in shut or holds(choice.condition, situation, step.state.seen, step.state.chose):
                continue
            why = wording(choice.otherwise.text, gentle=reader.gentle) if choice.otherwise else ""
            claims += choice.otherwise.claims if choice.otherwise else ()
            shut[place] = reader_strings.SHUT_LINE.format(
                label=wording(choice.label, gentle=reader.gentle),
                because=strings.CLOSED_BECAUSE.format(reason=why) if why else strings.CLOSED,
                number=step.decision,
            )
        takers = [taker for taker in scene.choices[step.choice].takers if taker in library.people]
        people.update(takers)
        none += not takers
    return RoadSummary(
        shut=(*shut.values(), reader_strings.SHUT_BACK) if shut else (),
        claims=tuple(dict.fromkeys(claims)),
        none=none_of(library).format(count=none),
        steps=_whose(library, people, len(made)),
    )


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
