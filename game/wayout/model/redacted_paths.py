"""Which stories can still be walked when parts of them are gone, and where do their ways lead then?"""

from collections.abc import Mapping

from msgspec.structs import replace

from wayout.model.graph import edges, reachable, recorded_path
from wayout.model.library import target_of
from wayout.model.story import BACK, Choice, Scene, Story


def redact_paths(before: Mapping[str, Story], stories: Mapping[str, Story]) -> dict[str, Story]:
    """The stories that can be walked from start to end, each with only what can be reached in it.

    `before` are the stories as they were written: a record that could be followed then must still be.
    A scene that has lost its text and only goes on is passed over. What one story loses may cost another one, so this
    goes on until nothing more is lost.
    """
    found = {name: _passing_over(name, story, stories) for name, story in stories.items()}
    while True:
        cut = {name: _without_dead_ends(name, story, found) for name, story in found.items()}
        kept = {name: story for name, story in cut.items() if _is_walkable(name, before[name], story)}
        kept = {name: _reached(name, story) for name, story in kept.items()}
        if kept == found:
            return kept
        found = kept


def _passing_over(name: str, story: Story, stories: Mapping[str, Story]) -> Story:
    """Every target moved on past scenes without text."""

    def beyond(target: str) -> str:
        record, scene = target_of(name, target)
        passed: set[str] = set()
        while target != BACK and record in stories and scene not in passed:
            there = stories[record].scenes.get(scene)
            if there is None or there.text != () or there.next is None or there.choices or there.ending:
                break
            passed.add(scene)
            scene = there.next
        return target if not passed else scene if record == name else f"{record}/{scene}"

    scenes = {
        key: replace(
            scene,
            next=beyond(scene.next) if scene.next is not None else None,
            choices={
                id_: replace(choice, to=tuple(dict.fromkeys(beyond(target) for target in choice.targets)))
                for id_, choice in scene.choices.items()
            },
        )
        for key, scene in story.scenes.items()
    }
    return replace(story, start=beyond(story.start), scenes=scenes)


def _without_dead_ends(name: str, story: Story, stories: Mapping[str, Story]) -> Story:
    """Without steps to where nothing is any more; an option that has no other way goes too."""

    def leads_on(target: str) -> bool:
        record, scene = target_of(name, target)
        return target == BACK or (record in stories and scene in stories[record].scenes)

    def cut(scene: Scene) -> Scene:
        onward = {id_: tuple(filter(leads_on, choice.targets)) for id_, choice in scene.choices.items()}
        choices = {id_: replace(choice, to=onward[id_]) for id_, choice in scene.choices.items() if onward[id_]}
        return replace(scene, choices=choices)

    return replace(story, scenes={key: cut(scene) for key, scene in story.scenes.items()})


def _is_walkable(name: str, before: Story, story: Story) -> bool:
    """Whether every reader comes from the start to an end, and the record to its own, if it did so before."""
    leads_to: dict[str, list[str]] = {key: [] for key in story.scenes}
    comes_from: dict[str, list[str]] = {key: [] for key in story.scenes}
    ends = [key for key, scene in story.scenes.items() if scene.ending is not None]
    for edge in edges(name, story):
        if edge.record != name:
            ends += [edge.scene] if story.person is None else []
        elif edge.target in story.scenes:
            leads_to[edge.scene].append(edge.target)
            comes_from[edge.target].append(edge.scene)
    reached = reachable([story.start], leads_to)
    if story.start not in story.scenes or not reached <= reachable(ends, comes_from):
        return False
    if any(_is_shut(before.scenes[key], story.scenes[key]) for key in reached):
        return False
    had_record = story.person is not None and recorded_path(name, before).fault is None
    return not had_record or recorded_path(name, story).fault is None


def _is_shut(before: Scene, scene: Scene) -> bool:
    """Whether a fork has lost all its options, or those that were open to every reader."""

    def always_open(choices: Mapping[str, Choice]) -> bool:
        return any(choice.condition is None for choice in choices.values())

    if not before.choices or scene.next is not None:
        return False
    return not scene.choices or (always_open(before.choices) and not always_open(scene.choices))


def _reached(name: str, story: Story) -> Story:
    """Only the scenes that a reader can come to."""
    leads_to: dict[str, list[str]] = {key: [] for key in story.scenes}
    for edge in edges(name, story):
        if edge.record == name:
            leads_to[edge.scene].append(edge.target)
    reached = reachable([story.start], leads_to)
    return replace(story, scenes={key: scene for key, scene in story.scenes.items() if key in reached})
