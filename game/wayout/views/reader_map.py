"""What may a map of a story show to somebody who is in it?

A view model: the part of the story graph that a reader may see, without spoilers.
"""

from itertools import pairwise
from typing import Literal

from msgspec import Struct

from wayout.locale import strings
from wayout.model.dates import format_date
from wayout.model.evidence import Date
from wayout.model.graph import edges
from wayout.model.library import Library, story_name
from wayout.model.story import Scene, Story
from wayout.model.text import wording
from wayout.play.history import choice_made
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, plays
from wayout.views.page import Page, page

Status = Literal["here", "read", "before", "unread"]
"""Where the reader is; where her trail was; what lies behind on the record that she entered midway; all else."""


class MapScene(Struct, frozen=True, kw_only=True):
    """A scene: place and date, or its question; its place alone; whose records it was seen to lead to.

    What the reader may not know yet is empty.
    """

    id: str
    status: Status
    label: str = ""
    name: str = ""
    people: tuple[str, ...] = ()

    @property
    def can_be_read(self) -> bool:
        """Whether its text may be looked at."""
        return self.status != "unread"


class StoryMap(Struct, frozen=True, kw_only=True):
    """The scenes of a story, the first one first, and each way from one to another; those that the trail has gone."""

    story: str
    title: str
    scenes: tuple[MapScene, ...]
    ways: tuple[tuple[str, str], ...]
    gone: frozenset[tuple[str, str]] = frozenset()

    @property
    def here(self) -> str:
        """The scene that the reader is at."""
        return next((scene.id for scene in self.scenes if scene.status == "here"), self.scenes[0].id)

    def scene(self, name: str) -> MapScene:
        """One of the scenes. Raises StopIteration for any other."""
        return next(scene for scene in self.scenes if scene.id == name)


def story_map(library: Library, play: Playthrough, reader: Reader) -> StoryMap:
    """The map of the story that the reader is in."""
    name = play.state.story
    story = library.stories[name]
    been = scenes_read(play)
    decided = {one.scene for one in play.trail.steps if one.story == name and choice_made(library, one) is not None}
    is_told = ends_reached(story, play)
    people: dict[str, list[str]] = {}
    ways: list[tuple[str, str]] = []
    for edge in edges(name, story):
        if edge.record == name:
            ways.append((edge.scene, edge.target))
        elif is_told or reader.words_beforehand or edge.scene in decided:
            people.setdefault(edge.scene, []).append(story_name(library, library.stories[edge.record]))

    alike = [(scene.at, scene.date) for scene in story.scenes.values()]

    def one(key: str, scene: Scene) -> MapScene:
        status: Status = (
            "here" if key == play.state.scene else "read" if key in been
            else "before" if key in play.state.seen else "unread"
        )  # fmt: skip
        if status == "unread" and not is_told:
            return MapScene(id=key, status=status)
        place = place_name(library, scene)
        led = tuple(dict.fromkeys(people.get(key, ())))
        return MapScene(id=key, status=status, label=_label(scene, place, alike, reader), name=place, people=led)

    order = dict.fromkeys((story.start, *story.scenes))
    scenes = tuple(one(key, story.scenes[key]) for key in order)
    return StoryMap(story=name, title=story_name(library, story), scenes=scenes, ways=tuple(dict.fromkeys(ways)),
                    gone=_ways_gone(play))  # fmt: skip


def _ways_gone(play: Playthrough) -> frozenset[tuple[str, str]]:
    """From each scene of the story at which the trail was to the one that came next."""
    name = play.state.story
    passed = [step.scene for step in play.trail.steps if step.story == name]
    return frozenset(pairwise((*passed, play.state.scene)))


def whole_map(library: Library, name: str, reader: Reader) -> StoryMap:
    """The map of a story as it is once every scene of it was read; whose records it leads to is left out."""
    story = library.stories[name]
    alike = [(scene.at, scene.date) for scene in story.scenes.values()]

    def one(key: str, scene: Scene) -> MapScene:
        place = place_name(library, scene)
        return MapScene(id=key, status="read", label=_label(scene, place, alike, reader), name=place)

    order = dict.fromkeys((story.start, *story.scenes))
    ways = dict.fromkeys((edge.scene, edge.target) for edge in edges(name, story) if edge.record == name)
    scenes = tuple(one(key, story.scenes[key]) for key in order)
    return StoryMap(story=name, title=story_name(library, story), scenes=scenes, ways=tuple(ways))


def place_name(library: Library, scene: Scene) -> str:
    """What the place of a scene is called; nothing where it has none."""
    return library.places[scene.at].name if scene.at is not None and scene.at in library.places else ""


def scenes_read(play: Playthrough) -> set[str]:
    """The scenes of the story that the reader is in at which her trail was."""
    name = play.state.story
    been = {one.scene for one in play.trail.steps if one.story == name}
    return been | ({play.trail.scene} if play.trail.story == name else set())


def ends_reached(story: Story, play: Playthrough) -> bool:
    """Whether her trail was at an ending at which everything is told."""
    return bool(last_scenes(story) & (scenes_read(play) | {play.state.scene}))


def read_there(library: Library, play: Playthrough, scene: str, reader: Reader) -> tuple[Page, ...]:
    """What was read at a scene of the story that the reader is in: its page, then each outcome that was shown.

    Where the trail only passed it, entering the record further on, its page as the record has it.
    """
    found: dict[str | None, Page] = {}
    for at in plays(library, play.trail):
        state = at.state
        if (state.story, state.scene) == (play.state.story, scene):
            told = page(library, state, reader, at.trail)
            if told.kind != "mark":
                found.setdefault(state.shown, told)
    if not found:
        found[None] = page(library, begin(library, play.state.story, scene).state, reader)
    return tuple(found.values())


def last_scenes(story: Story) -> set[str]:
    """Where everything is told: the ending as published; in a story that has none, any."""
    endings = {key: scene.ending.kind for key, scene in story.scenes.items() if scene.ending is not None}
    return {key for key, kind in endings.items() if kind == "as-published"} or set(endings)


def _label(scene: Scene, place: str, alike: list[tuple[str | None, Date | None]], reader: Reader) -> str:
    """Place and date; where that is not told, or told of other scenes too, the question or the kind of ending."""
    date = format_date(scene.date) if scene.date is not None else ""
    end = scene.ending
    asked = wording(scene.ask, gentle=reader.gentle) if scene.ask is not None else ""
    asked = (
        asked or (strings.ENDING_PUBLISHED if end.kind == "as-published" else strings.ENDING_SILENT) if end else asked
    )
    if not place:
        return asked or date
    is_alone = alike.count((scene.at, scene.date)) == 1
    return " · ".join(part for part in (place, date, "" if is_alone else asked) if part)
