"""What did the reader do, beside what the record says?

A view model of marks, records read and not read, and what was never told.
"""

from msgspec import Struct

from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.text import wording
from wayout.play.moves import Choose, Mark
from wayout.play.state import Trail
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
