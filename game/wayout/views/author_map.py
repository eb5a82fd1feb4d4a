"""What leads where in a whole story, with the evidence word of each way, for whoever writes it?

A view model: the whole graph of a story for its writer, with evidence words and missing targets.

Nothing is hidden, and a story with faults has a map too: what leads nowhere, and what nothing leads to, is marked.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from wayout.locale import strings
from wayout.model.dates import format_date
from wayout.model.graph import edges, reachable, recorded_path
from wayout.model.library import Library, story_name, target_of
from wayout.model.story import BACK, Scene, Story
from wayout.model.text import wording
from wayout.views.outcome import evidence_line, evidence_words

Kind = Literal["scene", "published", "silent", "missing"]
WayKind = Literal["choice", "next", "back", "step"]


class AuthorScene(Struct, frozen=True, kw_only=True):
    """A scene, or the name of one that is missing."""

    id: str
    kind: Kind = "scene"
    where: str = ""
    ask: str = ""
    is_start: bool = False
    is_recorded: bool = False
    is_orphan: bool = False


class AuthorEdge(Struct, frozen=True, kw_only=True):
    """A way from a scene. Of a step `record` is the other record, in which the target lies, and `name` whose that is.

    `is_recorded` tells that the recorded path takes it, `is_missing` that its target is not there.
    """

    source: str
    target: str
    kind: WayKind
    record: str = ""
    choice: str = ""
    label: str = ""
    evidence: str = ""
    name: str = ""
    is_recorded: bool = False
    is_missing: bool = False

    @property
    def written(self) -> str:
        """The target as a writer names it: 'scene', or 'record/scene'."""
        return f"{self.record}/{self.target}" if self.record else self.target


class AuthorMap(Struct, frozen=True, kw_only=True):
    """A story with everything in it: the start first, what is missing last."""

    story: str
    name: str
    title: str
    spots: tuple[AuthorScene, ...]
    ways: tuple[AuthorEdge, ...]

    @property
    def head(self) -> str:
        """Whose story it is, and what it is called."""
        return " · ".join(dict.fromkeys((self.name, self.title)))

    @property
    def inside(self) -> tuple[tuple[str, str], ...]:
        """The pairs of scenes that are joined, for a chart."""
        return tuple(dict.fromkeys((way.source, way.written) for way in self.ways if way.kind in ("choice", "next")))

    def of(self, spot: str) -> tuple[AuthorEdge, ...]:
        """The ways that leave a scene."""
        return tuple(way for way in self.ways if way.source == spot)


def author_map(library: Library, name: str, *, gentle: bool = False) -> AuthorMap:
    """The map of a story."""
    story = library.stories[name]
    stops = {stop.scene: stop.choice for stop in recorded_path(name, story).stops} if story.person else {}
    leads_to: dict[str, list[str]] = {}
    for edge in edges(name, story):
        if edge.record == name:
            leads_to.setdefault(edge.scene, []).append(edge.target)
    reached = reachable([story.start], leads_to)
    ways = tuple(way for key, scene in story.scenes.items() for way in _ways(library, name, key, scene, stops, gentle))
    order = [key for key in dict.fromkeys((story.start, *story.scenes)) if key in story.scenes]
    lost = dict.fromkeys(way.target for way in ways if way.is_missing and way.kind in ("choice", "next"))
    if story.start not in story.scenes:
        lost = {story.start: None, **lost}
    spots = [_spot(library, story, key, stops, gentle, is_orphan=key not in reached) for key in order]
    spots += [AuthorScene(id=key, kind="missing", is_start=key == story.start) for key in lost]
    return AuthorMap(story=name, name=story_name(library, story), title=story.title, spots=tuple(spots), ways=ways)


def _spot(
    library: Library, story: Story, key: str, stops: dict[str, str | None], gentle: bool, *, is_orphan: bool
) -> AuthorScene:
    scene = story.scenes[key]
    place = library.places[scene.at].name if scene.at is not None and scene.at in library.places else ""
    date = format_date(scene.date) if scene.date is not None else ""
    end = scene.ending
    kind: Kind = "scene" if end is None else "published" if end.kind == "as-published" else "silent"
    asked = wording(scene.ask, gentle=gentle) if scene.ask is not None else ""
    if end is not None:
        asked = strings.ENDING_PUBLISHED if kind == "published" else strings.ENDING_SILENT
    return AuthorScene(id=key, kind=kind, where=" · ".join(filter(None, (place, date))), ask=asked,
                is_start=key == story.start, is_recorded=key in stops, is_orphan=is_orphan)  # fmt: skip


def _ways(
    library: Library, name: str, key: str, scene: Scene, stops: dict[str, str | None], gentle: bool
) -> Iterator[AuthorEdge]:
    """Each choice once for each of its targets, then what the scene goes on to."""
    story = library.stories[name]
    for choice_key, choice in scene.choices.items():
        for target in choice.targets:
            record, there = target_of(name, target)
            other = library.stories.get(record)
            kind: WayKind = "back" if target == BACK else "choice" if record == name else "step"
            yield AuthorEdge(
                source=key,
                target=key if kind == "back" else there,
                kind=kind,
                record=record if kind == "step" else "",
                choice=choice_key,
                label=wording(choice.label, gentle=gentle),
                evidence=evidence_line(evidence_words(library, story.person, choice, dealt=scene.dealt)),
                name=story_name(library, other) if other else record,
                is_recorded=kind == "choice" and stops.get(key) == choice_key,
                is_missing=kind != "back" and (other is None or there not in other.scenes),
            )
    if scene.next is not None:
        record, there = target_of(name, scene.next)
        is_recorded = key in stops and stops[key] is None
        yield AuthorEdge(
            source=key,
            target=there,
            kind="next",
            record=record if record != name else "",
            is_recorded=is_recorded,
            is_missing=record != name or there not in story.scenes,
        )
