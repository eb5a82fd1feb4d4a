"""What of a library goes into a file that holds only some of its stories?

The selection of stories, claims and documents for one exported file, and which steps lead out of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from wayout.model.library import Library, story_name
from wayout.model.story import BACK, Choice, RecordTarget, Scene, Story, read_target
from wayout.play.state import Reader
from wayout.views.catalogue import claims_of
from wayout.views.debrief import OtherRecord, other_records
from wayout.views.passages import still_claims
from wayout.views.reference_pages import aside
from wayout.views.sources import CiteView, ClaimView, claim_views
from wayout.views.timeline import timeline

Place = tuple[str, str, str]
"""A choice, by its story, scene and id."""


class NumberedEvidence(Struct, frozen=True):
    """The claims that a reader can be shown and every way of citing them, each with its number.

    A way of citing is a document, who says it there and how, and whether a place in it is named.
    """

    views: tuple[ClaimView, ...]
    claims: Mapping[str, int]
    cites: tuple[CiteView, ...]
    documents: Mapping[str, int]
    _ways: Mapping[tuple[object, ...], int]

    def of(self, claims: Iterable[str]) -> list[int]:
        """The numbers of claims, but for those that nobody can be shown."""
        return [self.claims[one] for one in claims if one in self.claims]

    def way(self, cite: CiteView) -> int:
        """The number of its way of citing."""
        return self._ways[_way(cite)]


def _way(cite: CiteView) -> tuple[object, ...]:
    return cite.document, cite.speaker, cite.voice, bool(cite.place)


class Subset(Struct, frozen=True, dict=True):
    """A library of some stories, and of its choices that led to others the names of whose records those are.

    Such a choice stays, with who took it, and leads on to those of its records that are there; where none is, back to
    the question. Of the edition that is shipped (`is_shipped`) addresses and what a browser keeps need not name it.
    """

    library: Library
    elsewhere: Mapping[Place, tuple[str, ...]]
    is_shipped: bool = True

    @cached_property
    def evidence(self) -> NumberedEvidence:
        """All that can be shown of what the texts rest on."""
        views = claim_views(self.library, claims_needed(self.library), Reader())
        cites: dict[tuple[object, ...], CiteView] = {}
        for cite in _every_cite(views):
            cites.setdefault(_way(cite), cite)
        documents = dict.fromkeys(cite.document for cite in cites.values())
        return NumberedEvidence(
            views,
            {one.id: number for number, one in enumerate(views)},
            tuple(cites.values()),
            {name: number for number, name in enumerate(documents)},
            {way: number for number, way in enumerate(cites)},
        )

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """The act of every choice, each once."""
        scenes = (scene for story in self.library.stories.values() for scene in story.scenes.values())
        return tuple(dict.fromkeys(choice.act for scene in scenes for choice in scene.choices.values()))

    def others(self, reader: Reader) -> tuple[OtherRecord, ...]:
        """What records have of those acts; of others nothing can be chosen here."""
        return tuple(one for one in other_records(self.library, reader) if one.of in self.acts)


def _every_cite(claims: tuple[ClaimView, ...]) -> Iterator[CiteView]:
    for claim in claims:
        yield from claim.cites
        for difference in claim.differences:
            for reading in difference.readings:
                yield from reading.cites


def subset_of(library: Library, names: tuple[str, ...]) -> Subset:
    """The library with some of its stories, and without what is claimed of the people of the others alone.

    What is claimed of two people stays where the record of one of them does, and what a text cites stays in any case.
    Of what the makers have not reviewed nothing else stays: no page beside the stories shows it.
    """
    elsewhere: dict[Place, tuple[str, ...]] = {}
    stories = {}
    for name in names:
        story = library.stories[name]
        for scene, key, choice in _leaving(story, names):
            records = dict.fromkeys(target.record for target in _absent(choice.records, names))
            elsewhere[name, scene, key] = tuple(story_name(library, library.stories[one]) for one in records)
        stories[name] = _within(story, names)
    own = {story.person for story in stories.values()}
    others = {story.person for name, story in library.stories.items() if name not in names} - own
    cited = {claim for story in stories.values() for claim in claims_of(library, story)}
    cited |= {claim for name in library.asides for claim in aside(library, name, Reader()).claims}
    cited |= {claim for term in library.terms.values() for claim in term.claims}
    cited |= set(_claims_of_part(library, stories))

    def is_kept(name: str, about: tuple[str, ...]) -> bool:
        is_ours = name not in library.unreviewed_claims
        return name in cited or (is_ours and (others.isdisjoint(about) or not own.isdisjoint(about)))

    claims = {name: claim for name, claim in library.claims.items() if is_kept(name, claim.about)}
    return Subset(replace(library, stories=stories, claims=claims, outlines={}), elsewhere)


def claims_needed(library: Library) -> tuple[str, ...]:
    """Every claim whose sources a reader may ask for."""
    found = dict.fromkeys(claim for story in library.stories.values() for claim in claims_of(library, story))
    found |= dict.fromkeys(_claims_of_part(library, library.stories))
    still = (claim for thread in library.threads.values() for claim in still_claims(thread))
    found |= dict.fromkeys(claim for claim in still if claim in library.claims)
    for name in library.asides:
        found |= dict.fromkeys(aside(library, name, Reader()).claims)
    found |= dict.fromkeys(timeline(library, Reader()).claims)
    return tuple(found | dict.fromkeys(name for name, claim in library.claims.items() if claim.differs))


def _claims_of_part(library: Library, stories: Mapping[str, Story]) -> Iterator[str]:
    """The claims of what some stories ask a reader, and of what stands in them beside a line that she took along."""
    for story in stories.values():
        for scene in story.scenes.values():
            for prompt in scene.prompts.values():
                yield from prompt.every_claim
    for thread in library.threads.values():
        for place, touch in thread.touches.items():
            if place.partition("/")[0] in stories:
                yield from touch.claims


def _absent(targets: tuple[RecordTarget, ...], names: tuple[str, ...]) -> list[RecordTarget]:
    return [target for target in targets if target.record not in names]


def _leaving(story: Story, names: tuple[str, ...]) -> Iterator[tuple[str, str, Choice]]:
    """The choices that lead to stories which are not there."""
    for name, scene in story.scenes.items():
        for key, choice in scene.choices.items():
            if _absent(choice.records, names):
                yield name, key, choice


def _within(story: Story, names: tuple[str, ...]) -> Story:
    scenes = {name: _without_doors(scene, names) for name, scene in story.scenes.items()}
    for name, key, choice in _leaving(replace(story, scenes=scenes), names):
        absent = _absent(choice.records, names)
        left = tuple(target for target in choice.targets if read_target(target) not in absent) or (BACK,)
        choices = {**scenes[name].choices, key: replace(choice, to=left)}
        scenes[name] = replace(scenes[name], choices=choices)
    return replace(story, scenes=scenes)


def _without_doors(scene: Scene, names: tuple[str, ...]) -> Scene:
    """A scene of whose choices none offers to read on in a record that is not there."""
    if not any(_absent(choice.doors, names) for choice in scene.choices.values()):
        return scene
    return replace(
        scene,
        choices={
            key: replace(choice, reads=tuple(f"{door.record}/{door.scene}" for door in choice.doors
                                             if door.record in names))
            for key, choice in scene.choices.items()
        },
    )  # fmt: skip


def with_choices(library: Library, *, is_open: bool) -> Library:
    """The library in which all passages of a scene are told; of the choices that may be closed, all are or none is."""

    def choice(one: Choice) -> Choice:
        is_closed = one.condition is not None and not is_open
        return replace(one, only=None, condition={"not": {}} if is_closed else None)

    def scene(one: Scene) -> Scene:
        choices = {name: choice(found) for name, found in one.choices.items()}
        text = tuple(replace(part, condition=None) for part in one.passages)
        ending = one.ending
        if ending is not None:
            ending = replace(ending, text=tuple(replace(part, condition=None) for part in ending.passages), claims=())
        return replace(one, text=text, choices=choices, ending=ending)

    def story(one: Story) -> Story:
        return replace(one, scenes={name: scene(found) for name, found in one.scenes.items()})

    return replace(library, stories={name: story(one) for name, one in library.stories.items()}, outlines={})
