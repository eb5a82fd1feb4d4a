"""Who met the same question as this person, and came to another end?

An index of decisions across stories.
"""

from collections.abc import Iterator

from msgspec import Struct

from wayout.model.graph import recorded_path
from wayout.model.library import Library

AT_MOST = 2
"""How many records an ending offers: more would be a menu, not a lead."""


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
    found: dict[str, SharedAct] = {}
    for act in sorted(latest_first, key=lambda act: act in library.acts and library.acts[act].telling):
        record = next((name for name, taken in others.items() if act in taken and name not in found), None)
        if record is not None:
            found[record] = SharedAct(record, act, library.stories[record].start)
    return tuple(found.values())[:AT_MOST]


def acts(library: Library, name: str) -> Iterator[tuple[str, str]]:
    """The acts of a person's own record, in their order, each with its scene; a story without a person has none."""
    story = library.stories[name]
    stops = recorded_path(name, story).stops if story.person else ()
    for stop in stops:
        if stop.choice is not None:
            yield story.scenes[stop.scene].choices[stop.choice].act, stop.scene
