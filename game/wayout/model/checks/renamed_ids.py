"""Is every id that a scene or choice had before free, so that old trails find one thing under it?"""

from collections.abc import Iterator, Mapping

from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding, Note
from wayout.model.story import Choice, Scene, Story
from wayout.model.yaml.spans import DataPath

HINT = "A trail that holds this id could mean either: name each former id once, and no id that is in use."


def of_story(item: Item, story: Story) -> Iterator[Finding]:
    """Former ids in use, or claimed twice, among the scenes and among the choices of each."""
    yield from _clashes(item, ("scenes",), story.scenes, "scene")
    for name, scene in story.scenes.items():
        if scene.choices:
            yield from _clashes(item, ("scenes", name, "choices"), scene.choices, "choice")


def _clashes(item: Item, path: DataPath, things: Mapping[str, Scene] | Mapping[str, Choice], what: str
             ) -> Iterator[Finding]:  # fmt: skip
    claimed: dict[str, DataPath] = {}
    for name, thing in things.items():
        if not thing.was:
            continue
        several = isinstance(thing.was, tuple)
        for index, former in enumerate(thing.former):
            at = (*path, name, "was", index) if several else (*path, name, "was")
            if former in things:
                note = Note(item.loaded.span(item.kind, item.name, *path, former, key=True), "here")
                yield item.fault("former-id", at, f"There is a {what} '{former}' still.", HINT, notes=(note,))
            elif former in claimed:
                note = Note(item.loaded.span(item.kind, item.name, *claimed[former]), "here")
                says = f"Another {what} was '{former}' too."
                yield item.fault("former-id", at, says, HINT, notes=(note,))
            claimed.setdefault(former, at)
