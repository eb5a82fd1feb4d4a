"""Is a road told as one: in words of its own, and of each record whose it is?

Checks of roads (stories without a person): words of the format that only a road has, owners of recorded outcomes and
of their claims, records to read next.
"""

from collections.abc import Iterator

from wayout.model.checks.reporter import Item
from wayout.model.findings import Finding
from wayout.model.load_result import LoadResult
from wayout.model.story import Choice, Outcome, Scene, Story
from wayout.model.yaml.spans import DataPath

OF_NOBODY = ("rule", "figure")
"""Kinds of claims that stand in a record whosever it is: they are nobody's own."""


class Roads:
    """What the evidence says of the people whose records a road tells of."""

    def __init__(self, loaded: LoadResult) -> None:
        self._claims, self._people = loaded.library.claims, loaded.library.people
        self._stories = loaded.library.stories
        self._with_record = {story.person for story in self._stories.values() if story.person is not None}
        self._says_about = loaded.says_about

    def of_scene(self, item: Item, story: Story, name: str, scene: Scene) -> Iterator[Finding]:
        """What is wrong with the words of a road in a scene."""
        path: DataPath = ("scenes", name)
        yield from _words(item, path, story, scene)
        for choice_name, choice in scene.choices.items():
            at = (*path, "choices", choice_name)
            if choice.brings and not any(self._is_road(target.record) for target in choice.records):
                hint = "Lead it into a scene of a story without a person, or delete the 'with'."
                says = "The choice leads into no road, so there is no situation to bring along."
                yield item.fault("road-word", (*at, "with"), says, hint, key=True)
            if story.person is None and not item.is_maimed("person"):
                yield from self._owners(item, at, choice)
        for index, person in enumerate(scene.ending.read_next if scene.ending is not None else ()):
            if person in self._people and person not in self._with_record:
                hint = "Name somebody whose record can be read."
                at = (*path, "ending", "read-next", index)
                yield item.fault("missing-target", at, f"There is no record of '{person}' to read next.", hint)

    def _is_road(self, record: str) -> bool:
        return record not in self._stories or self._stories[record].person is None

    def _owners(self, item: Item, path: DataPath, choice: Choice) -> Iterator[Finding]:
        """Recorded outcomes of nobody, and claims of an outcome that are about somebody else."""
        for index, outcome in enumerate(choice.outcomes):
            at = (*path, "outcome", *((index,) if isinstance(choice.outcome, tuple) else ()))
            if outcome.known == "recorded" and not outcome.people and not item.is_maimed(*at):
                hint = "Add 'of: [person, …]'."
                says = "This is told as recorded, and not of whom."
                yield item.fault("record-owner", (*at, "is"), says, hint)
            is_known = self._people.keys() >= set(outcome.people) and self._claims.keys() >= set(outcome.claims)
            if outcome.people and is_known:
                yield from self._borrowed(item, at, outcome)

    def _borrowed(self, item: Item, path: DataPath, outcome: Outcome) -> Iterator[Finding]:
        people = outcome.people
        for index, claim in enumerate(outcome.claims):
            others = [one for one in self._claims[claim].about if one in self._with_record]
            if others and self._claims[claim].kind not in OF_NOBODY and not any(
                self._is_about(person, claim) for person in people
            ):  # fmt: skip
                hint = f"Add '{others[0]}' to 'of', or cite what the documents say of '{people[0]}'."
                says = f"This claim is about '{others[0]}', whose record the outcome is not said to be."
                yield item.fault("borrowed-claims", (*path, "claims", index), says, hint)
        for index, person in enumerate(outcome.people):
            if not any(self._is_about(person, claim) for claim in outcome.claims):
                at = (*path, "of", index) if isinstance(outcome.of, tuple) else (*path, "of")
                hint = f"Cite what '{person}' did, or delete the name."
                yield item.fault("borrowed-claims", at, f"No claim of this outcome is about '{person}'.", hint)

    def _is_about(self, person: str, name: str) -> bool:
        """Whether a claim is about a person, by itself, by its speaker, or by its words."""
        claim = self._claims[name]
        if person in claim.about or not self._says_about(name):
            return True
        return any(cite.speaker == person for cite in claim.all_cites) or self._people[person].is_named(claim.says)


def _words(item: Item, path: DataPath, story: Story, scene: Scene) -> Iterator[Finding]:
    """Words that only a road has, in the record of a person, or where they say nothing."""
    hint = "Delete it: only a story without a person has it."
    if scene.dealt and not scene.choices:
        says = "Nothing is asked here, so nothing is dealt."
        yield item.fault("road-word", (*path, "dealt"), says, "Delete it, or add choices.", key=True)
    if story.person is None:
        return
    used: list[DataPath] = [(*path, "dealt")] if scene.dealt and scene.choices else []
    used += [(*path, "stretch")] if scene.stretch else []
    for name, choice in scene.choices.items():
        words = (("only", choice.only), ("step", choice.step), ("reads", choice.read_targets))
        used += [(*path, "choices", name, word) for word, value in words if value]
    if scene.ending is not None and scene.ending.read_next:
        used.append((*path, "ending", "read-next"))
    for at in used:
        yield item.fault("road-word", at, f"'{at[-1]}' stands in the record of '{story.person}'.", hint, key=True)
