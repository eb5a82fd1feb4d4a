"""Is every choice of a fork worth its line: does it do something, and something of its own?

Checks of choices: the most options of a fork, options alike or without effect, who took them, and which kinds of
claims carry an outcome word.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from wayout.model.checks.reporter import Item, TextUse
from wayout.model.evidence import Claim, Kind
from wayout.model.findings import Finding, Note
from wayout.model.load_result import LoadResult
from wayout.model.story import Answer, BackTarget, Choice, Scene, SceneTarget, Story
from wayout.model.text import wording
from wayout.model.yaml.spans import DataPath

MAX_OPTIONS = 9
"""Options of a fork: as many as there are digit keys."""


def of_scene(item: Item, name: str, scene: Scene) -> Iterator[Finding]:
    """Choices that do nothing, choices that are alike, and forks that offer too many."""
    path: DataPath = ("scenes", name, "choices")
    for choice_name, choice in scene.choices.items():
        if choice.otherwise is not None and choice.condition is None and not item.is_maimed(*path, choice_name):
            hint = "Add the 'if' that closes the option, or delete the 'otherwise'."
            says = "The option is always open, so nobody is told this."
            yield item.fault("idle-otherwise", (*path, choice_name, "otherwise"), says, hint, key=True)
        if choice.effects or choice.outcome == ():
            yield from _idle(item, (*path, choice_name), choice)
    yield from _alike(item, path, scene.choices)
    if len(scene.choices) > MAX_OPTIONS and not any(choice.only for choice in scene.choices.values()):
        hint = f"Keep {MAX_OPTIONS} at most, or ask in two steps."
        says = f"The fork has {len(scene.choices)} options, and a reader has the keys 1 to {MAX_OPTIONS}."
        yield item.fault("many-options", (*path, list(scene.choices)[MAX_OPTIONS]), says, hint, key=True)


def _idle(item: Item, path: DataPath, choice: Choice) -> Iterator[Finding]:
    """A choice without a use, or a `set` without one."""
    stays = all(isinstance(target, BackTarget) for target in choice.leads)
    if choice.effects and not any(isinstance(target, SceneTarget) for target in choice.leads):
        where = "back to the fork" if stays else "into another record"
        hint = "Delete the 'set', or lead the choice on to a scene of this story."
        says = f"The choice leads {where}, so nothing becomes of this 'set'."
        yield item.fault("idle-set", (*path, "set"), says, hint, key=True)
    elif stays and not choice.effects and not item.is_maimed(*path):
        hint = "Add an 'outcome', lead it to another scene, or delete it."
        yield item.fault("idle-choice", path, "The choice tells nothing and changes nothing.", hint, key=True)


def _alike(item: Item, path: DataPath, choices: Mapping[str, Choice]) -> Iterator[Finding]:
    """The second of two that no reader can tell apart. What is open under another `if` is another choice."""
    labels: dict[str, str] = {}
    doings: dict[tuple[object, ...], str] = {}
    for name, choice in choices.items():
        label = choice.label if isinstance(choice.label, str) else wording(choice.label)
        first = labels.setdefault(label, name)
        same = "have the same label"
        if first == name:
            first = doings.setdefault((choice.act, choice.to), name)
            same = "do, tell and lead to the same"
            if first != name and not _does_the_same(choice, choices[first]):
                continue
        if first != name and (choice.only, choice.condition) == (choices[first].only, choices[first].condition):
            field = "label" if same.endswith("label") else "to"
            note = Note(item.loaded.span(item.kind, item.name, *path, first, field), "the first")
            hint = "Say what tells them apart, or keep one of them."
            says = f"The choices '{first}' and '{name}' {same}."
            yield item.fault("alike-choices", (*path, name, field), says, hint, notes=(note,))


def _does_the_same(choice: Choice, other: Choice) -> bool:
    return choice.effects == other.effects and choice.outcomes == other.outcomes


class Takers:
    """What the evidence and the records say of who has done what."""

    def __init__(self, loaded: LoadResult) -> None:
        library = loaded.library
        self._claims, self._people = library.claims, library.people
        self._says_about = loaded.says_about
        self._person_of = {name: story.person for name, story in library.stories.items()}
        self._library = library
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
            yield from self._silent(item, path, choice_name, choice, story)
        if story.person is not None:
            yield from _twice(item, path, scene.choices, story.person)

    def _silent(self, item: Item, path: DataPath, name: str, choice: Choice, story: Story) -> Iterator[Finding]:
        """Takers of an option of whom its page would tell nothing, or from whom it would not lead on.

        What the person of the story took leads on in that record; the others stand one key later there.
        """
        is_unowned = any(outcome.known == "recorded" and not outcome.people for outcome in choice.outcomes)
        if item.is_maimed(*path, name) or (story.person is None and is_unowned):
            return
        is_own = story.person in choice.takers
        told = {story.person, *(one for outcome in choice.outcomes for one in outcome.people)}
        reached = {self._person_of.get(target.record) for target in (*choice.records, *choice.doors)}
        is_linked = all(target.record in self._person_of for target in choice.records)
        for index, taker in enumerate(choice.takers):
            act = choice.answered_act(taker)
            if taker not in self._people or taker in told or not self._is_borne_out(taker, choice, story):
                continue
            if self._library.answer(choice, taker) is None:
                if (choice.outcomes and taker not in self._acts) or self._is_misread(item.loaded, act, taker):
                    continue
                lost = "a reader sees a name and nothing else" if is_own else "the option is answered by an empty page"
                says = f"What '{taker}' did is not told here: {lost}."
                hint = f"Write it in story/answers.yaml, below '{act}' and '{taker}'."
                yield item.fault("silent-answer", _by(path, name, choice, index), says, hint)
            elif not is_own and taker in self._acts and taker not in reached and is_linked:
                says = f"The answer of '{taker}' does not lead on into that record."
                hint = "Add a scene of it to 'to': from there a reader comes back to this question."
                yield item.fault("silent-answer", _by(path, name, choice, index), says, hint)

    def _is_misread(self, loaded: LoadResult, act: str, taker: str) -> bool:
        """Whether an answer may be missing because its part of the file could not be read."""
        is_lost = act in loaded.declared["answer"] and (
            act not in self._library.answers or loaded.is_maimed("answer", act, taker)
        )
        return is_lost or "answer" in loaded.broken

    def answer(self, item: Item, person: str, answer: Answer) -> Iterator[Finding]:
        """An answer that no claim carries, or none that is about the person whose it is."""
        if not answer.claims:
            yield item.fault("unsupported", (person,), "The answer cites no claim.", "Add 'claims: […]'.", key=True)
        elif person in self._people and not any(
            one not in self._claims or self._is_about(person, one, self._claims[one]) for one in answer.claims
        ):
            hint = f"Cite what the documents say of '{person}'."
            says = f"All that this answer rests on is about others, and nothing about '{person}'."
            yield item.fault("borrowed-claims", (person, "claims"), says, hint)

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
        for index, door in enumerate(choice.doors):
            reader_of = self._person_of.get(door.record)
            told = {*choice.takers, *(one for outcome in choice.outcomes for one in outcome.people)}
            if reader_of in self._people and reader_of not in told:
                at = (*path, "reads", index) if isinstance(choice.reads, tuple) else (*path, "reads")
                says = f"This reads on in the record of '{reader_of}', whom neither 'by' nor 'of' names."
                hint = f"Name '{reader_of}' where the record has it so, or delete it."
                yield item.fault("step-not-taken", at, says, hint)
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
    own_choices = [name for name, choice in choices.items() if person in choice.takers]
    first, *rest = sorted(own_choices, key=lambda name: choices[name].comes_back) or [""]
    for name in rest:
        choice = choices[name]
        note = Note(item.loaded.span(item.kind, item.name, *path, first, "by"), "on record here")
        says = f"'{person}' is on record for '{first}' at this fork already."
        hint = "Leave the name at what the person did, and tell the rest in the outcome or in a scene of its own."
        at = _by(path, name, choice, choice.takers.index(person))
        yield item.fault("taken-twice", at, says, hint, notes=(note,))


CARRIED_BY: Mapping[str, tuple[Kind, ...]] = {
    "recorded": ("event", "speech", "motive", "belief", "status", "figure"),
    "reported": ("event", "speech", "motive", "belief", "status", "figure"),
    "expected": ("belief", "motive", "speech"),
    "threatened": ("threat",),
    "rule": ("rule",),
}
"""Of what kind one claim of an outcome has to be, by its `is`; of nothing that is unrecorded a claim is asked."""


def outcome_words(item: Item, texts: Sequence[TextUse], claims: Mapping[str, Claim]) -> Iterator[Finding]:
    """Outcomes none of whose claims is of a kind that their word needs."""
    for text in texts:
        kinds = CARRIED_BY.get(text.known)
        if kinds is None or not text.claims or not all(claim in claims for claim in text.claims):
            continue
        if not any(claims[claim].kind in kinds for claim in text.claims):
            needed = kinds[0] if len(kinds) == 1 else f"{', '.join(kinds[:-1])} or {kinds[-1]}"
            says = f"No claim of kind {needed} carries what is '{text.known}' here."
            has = ", ".join(dict.fromkeys(claims[claim].kind for claim in text.claims))
            hint = f"Cite one, or say otherwise how it is known: the claims are of kind {has}."
            yield item.fault("outcome-kind", (*text.path, "claims"), says, hint)
