"""Who is on record as having taken an option: does the fork bear it out, do the claims, and does the step?"""

from collections.abc import Collection, Iterator, Mapping

from wayout.model.checks.reporter import Item
from wayout.model.evidence import Claim
from wayout.model.findings import Finding, Note
from wayout.model.load_result import LoadResult
from wayout.model.story import Choice, Scene, Story
from wayout.model.yaml.spans import DataPath


class Takers:
    """What the evidence and the records say of who has done what."""

    def __init__(self, loaded: LoadResult) -> None:
        library = loaded.library
        self._claims, self._people = library.claims, library.people
        self._says_about = loaded.says_about
        self._person_of = {name: story.person for name, story in library.stories.items()}
        self._acts: dict[str, set[str]] = {}
        for story in library.records.values():
            if story.person is not None:
                self._acts.setdefault(story.person, set()).update(_own_acts(story))

    def of_scene(self, item: Item, story: Story, name: str, scene: Scene) -> Iterator[Finding]:
        """What is wrong with the takers of a fork's options."""
        path: DataPath = ("scenes", name, "choices")
        if story.person is not None and story.person not in self._people:
            return
        for choice_name, choice in scene.choices.items():
            steps = list(self._steps(item, (*path, choice_name), choice, story))
            yield from steps
            if any(finding.code == "step-of-another" for finding in steps):
                continue
            for index, taker in enumerate(choice.takers):
                if taker in self._people and not self._is_borne_out(taker, choice, story):
                    at = _by(path, choice_name, choice, index)
                    says = f"No claim of this option is about '{taker}'."
                    hint = f"Cite in 'from' or in the outcome what '{taker}' did, or delete the name."
                    yield item.fault("taker-unsupported", at, says, hint)
        if story.person is not None:
            yield from _twice(item, path, scene.choices, story.person)

    def _is_borne_out(self, person: str, choice: Choice, story: Story) -> bool:
        """Whether a claim of the option is about a person; of another's record the same act in it is enough."""
        claims = (*choice.origins, *(claim for outcome in choice.outcomes for claim in outcome.claims))
        if not claims or any(claim not in self._claims for claim in claims):
            return True
        if person != story.person and choice.act in self._acts.get(person, ()):
            return True
        return any(self._is_about(person, claim, self._claims[claim]) for claim in claims)

    def _is_about(self, person: str, name: str, claim: Claim) -> bool:
        """Whether a claim is about a person: by itself, by its words, or, where it is about nobody, by its speaker.

        A claim that leaves it to its file may be about anybody there.
        """
        if person in claim.about or not self._says_about(name):
            return True
        if not claim.about and any(cite.speaker == person for cite in claim.all_cites):
            return True
        return self._people[person].is_named(claim.says)

    def _steps(self, item: Item, path: DataPath, choice: Choice, story: Story) -> Iterator[Finding]:
        """Steps into the record of somebody who is not said to have taken the option."""
        several = isinstance(choice.to, tuple)
        if len(choice.records) < len(choice.targets):
            return
        led_to = {index: person for index, target in enumerate(choice.records)
                  if (person := self._person_of.get(target.record)) in self._people}  # fmt: skip
        strangers = {index: person for index, person in led_to.items() if person not in choice.takers}
        others = [taker for taker in choice.takers if taker != story.person]
        if others and led_to and len(strangers) == len(led_to):
            at = (*path, "by", choice.takers.index(others[0])) if isinstance(choice.by, tuple) else (*path, "by")
            person = next(iter(strangers.values()))
            says = f"'{others[0]}' took this option, and the scene that it steps into is in the record of '{person}'."
            hint = f"Write 'by: {person}' if '{person}' took it, or lead it into a scene of '{others[0]}', or 'back'."
            yield item.fault("step-of-another", at, says, hint)
            return
        for index, person in strangers.items():
            at = (*path, "to", index) if several else (*path, "to")
            says = f"This steps into the record of '{person}', and 'by' does not name '{person}'."
            hint = f"Add '{person}' to 'by' if the record has it so, or delete the step."
            yield item.fault("step-not-taken", at, says, hint)


def _own_acts(story: Story) -> Collection[str]:
    choices = (choice for scene in story.scenes.values() for choice in scene.choices.values())
    return {choice.act for choice in choices if story.person in choice.takers}


def _by(path: DataPath, name: str, choice: Choice, index: int) -> DataPath:
    return (*path, name, "by", index) if isinstance(choice.by, tuple) else (*path, name, "by")


def _twice(item: Item, path: DataPath, choices: Mapping[str, Choice], person: str) -> Iterator[Finding]:
    """Options that the story's own person took beside another one of the same fork.

    The choices of others may be of different times; the person of the record stands at this fork once. Of two, the
    one that leads on is the one on the path of the record.
    """
    taken = [name for name, choice in choices.items() if person in choice.takers]
    first, *rest = sorted(taken, key=lambda name: choices[name].comes_back) or [""]
    for name in rest:
        choice = choices[name]
        note = Note(item.loaded.span(item.kind, item.name, *path, first, "by"), "on record here")
        says = f"'{person}' is on record for '{first}' at this fork already."
        hint = "Leave the name at what the person did, and tell the rest in the outcome or in a scene of its own."
        at = _by(path, name, choice, choice.takers.index(person))
        yield item.fault("taken-twice", at, says, hint, notes=(note,))
