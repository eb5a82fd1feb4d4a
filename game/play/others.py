"""Who met the same question as this person, and came to another end?"""

from collections.abc import Iterator

from game.model.graph import recorded_path
from game.model.library import Library

AT_MOST = 2
"""How many records an ending offers: more would be a menu, not a lead."""


def also_met(library: Library, story: str) -> tuple[str, ...]:
    """Scenes of other records, as 'record/scene', where somebody took an act that this person took too.

    The latest acts of the record come first, and of several records the first by name; acts of telling it come last,
    since every record ends with one. A story without a person has none.
    """
    own = acts(library, story)
    person = library.stories[story].person
    records = sorted(library.records.items())
    others = {name: dict(acts(library, name)) for name, record in records if record.person != person}
    found: list[str] = []
    latest_first = [act for act, _ in reversed(own)]
    for act in sorted(latest_first, key=lambda act: act in library.acts and library.acts[act].telling):
        for name, taken in others.items():
            if act in taken and all(not one.startswith(f"{name}/") for one in found):
                found.append(f"{name}/{taken[act]}")
                break
    return tuple(found[:AT_MOST])


def acts(library: Library, story: str) -> list[tuple[str, str]]:
    """The acts of a person's own record, in their order, each with its scene."""
    return list(_acts(library, story)) if library.stories[story].person else []


def _acts(library: Library, name: str) -> Iterator[tuple[str, str]]:
    story = library.stories[name]
    for stop in recorded_path(name, story).stops:
        if stop.choice is not None:
            yield story.scenes[stop.scene].choices[stop.choice].act, stop.scene
