"""What did the reader do, beside what the record says?

A view model of marks, records read and not read, and what was never told.
"""

from collections.abc import Iterable

from msgspec import Struct

from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.text import wording
from wayout.play.moves import Choose, Mark
from wayout.play.state import Playthrough, Trail
from wayout.play.step import is_touched, plays
from wayout.views.outcome import evidence_line, known_words


class MarkSummary(Struct, frozen=True):
    """What a reader marked before a reveal, and the words of the record."""

    label: str
    marked: str
    evidence: str


def marked(library: Library, trail: Trail, *, gentle: bool = False) -> tuple[MarkSummary, ...]:
    """Every mark of a trail beside the evidence words of the outcome: unscored, in order."""
    found = []
    for before, step in zip(trail.steps, trail.steps[1:], strict=False):
        match before.move, step.move:
            case Choose(chosen), Mark(knowledge):
                choice = library.choice(before.story, before.scene, chosen)
                known = known_words(library, library.stories[before.story].person, choice)
                label = wording(choice.label, gentle=gentle)
                found.append(MarkSummary(label, strings.MARKS[knowledge], evidence_line(known)))
    return tuple(found)


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
            endings[state.story] = state.scene
        hand = state.taken[-1] if state.taken else None
        if hand is not None and (is_touched(library, state) or (hand.story, hand.scene) == (state.story, state.scene)):
            own = threads.setdefault(state.story, {})
            own.pop(hand.thread, None)
            own[hand.thread] = None
    return TrailExtent(scenes, endings, {name: tuple(own) for name, own in threads.items()})


def article_records(library: Library, trail: Trail, found: TrailExtent) -> tuple[str, ...]:
    """The records on which a trail has an article: those that it walked to an ending, or else the one it began with."""
    read = [name for name in dict.fromkeys((trail.story, *walked(library, trail))) if library.stories[name].account]
    return tuple(name for name in read if name in found.endings) or tuple(name for name in read if name == trail.story)


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
