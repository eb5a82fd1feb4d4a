"""What is left of a story's texts when claims and people are gone?"""

import re
from typing import TypeVar

from msgspec.structs import replace

from wayout.model.evidence import Cite, Claim
from wayout.model.library import Library
from wayout.model.story import Choice, Ending, Outcome, Passage, Question, Scene, Story
from wayout.model.text import Shown, wordings

Resting = TypeVar("Resting", Outcome, Question)


class Redaction:
    """The people and claims that are to be hidden."""

    def __init__(self, people: set[str], claims: set[str], named: set[str]) -> None:
        self.people = people
        self.claims = claims
        forms = "|".join(re.escape(form) for form in sorted(named, key=len, reverse=True))
        self._named = re.compile(rf"(?<!\w)(?:{forms})(?!\w)") if forms else None

    @classmethod
    def of(cls, library: Library, people: set[str], claims: set[str]) -> "Redaction":
        """With every form of a withdrawn person's name; 'his commander' and its like are no names."""
        named: set[str] = set()
        for person in (library.people[name] for name in people):
            named |= person.names & {person.name} if person.identity == "organisation" else person.names
        return cls(set(people), set(claims), named)

    def names(self, text: Shown) -> bool:
        """Whether a text names a person who is gone, in any wording."""
        return self._named is not None and any(self._named.search(wording) for wording in wordings(text))

    def says(self, cite: Cite) -> bool:
        """Whether a cite gives the words of a person who is gone."""
        return cite.speaker in self.people

    def is_about(self, claim: Claim) -> bool:
        """Whether a claim is about a person who is gone, be it about others too."""
        return any(person in self.people for person in claim.about)

    def kept(self, claims: tuple[str, ...]) -> tuple[str, ...]:
        """Those claims that are left."""
        return tuple(claim for claim in claims if claim not in self.claims)

    def hides(self, text: Shown, *resting_on: tuple[str, ...]) -> bool:
        """Whether a text goes: what it rests on is gone, all of it, or it names somebody who is."""
        claims = [claim for some in resting_on for claim in some]
        return (bool(claims) and all(claim in self.claims for claim in claims)) or self.names(text)

    def passages(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """The passages that are left."""
        return tuple(
            replace(passage, claims=self.kept(passage.claims), about=self.kept(passage.about))
            for passage in passages
            if not self.hides(passage.text, passage.claims, passage.about)
        )


def redact_texts(story: Story, gone: Redaction) -> Story:
    """A story without the texts and options that rest on what is gone; where it leads is not looked at here.

    A variable of the situation still counts in conditions, but is no longer shown: its label is empty.
    """
    situation = {
        name: replace(variable, label="") if gone.hides(variable.label, variable.claims)
        or any(gone.names(value) for value in variable.values.values())
        else replace(variable, claims=gone.kept(variable.claims))
        for name, variable in story.situation.items()
    }  # fmt: skip
    scenes = {name: _scene(scene, gone) for name, scene in story.scenes.items()}
    teaser = "" if gone.names(story.teaser) else story.teaser
    return replace(story, teaser=teaser, situation=situation, scenes=scenes)


def _scene(scene: Scene, gone: Redaction) -> Scene:
    choices = {name: _choice(choice, gone) for name, choice in scene.choices.items() if not _is_lost(choice, gone)}
    return replace(
        scene,
        text=gone.passages(scene.passages),
        claims=(),
        content=(),
        ask="" if scene.ask and gone.names(scene.ask) else scene.ask,
        choices=choices,
        ending=_ending(scene.ending, gone) if scene.ending is not None else None,
        discuss=_resting(scene.discuss, gone),
    )


def _is_lost(choice: Choice, gone: Redaction) -> bool:
    """Whether an option goes: nothing names it any more, or it was there for its outcome alone."""
    told = not choice.outcomes or any(not gone.hides(each.text, each.claims) for each in choice.outcomes)
    return gone.hides(choice.label, choice.origins) or (choice.comes_back and not told)


def _choice(choice: Choice, gone: Redaction) -> Choice:
    otherwise = choice.otherwise
    if otherwise is not None:
        hidden = gone.hides(otherwise.text, otherwise.claims)
        otherwise = None if hidden else replace(otherwise, claims=gone.kept(otherwise.claims))
    return replace(
        choice,
        origins=gone.kept(choice.origins),
        by=tuple(taker for taker in choice.takers if taker not in gone.people),
        otherwise=otherwise,
        outcome=_resting(choice.outcomes, gone),
    )


def _ending(ending: Ending, gone: Redaction) -> Ending:
    """An ending whose text goes still ends the path, with what was never told."""
    hidden = gone.hides(ending.text, ending.claims)
    unknown = tuple(line for line in ending.unknown if not gone.names(line))
    return replace(ending, text="" if hidden else ending.text, claims=gone.kept(ending.claims), unknown=unknown)


def _resting(texts: tuple[Resting, ...], gone: Redaction) -> tuple[Resting, ...]:
    """Outcomes or questions that are left."""
    found: list[Resting] = []
    for each in texts:
        said = each.text if isinstance(each, Outcome) else each.ask
        if not gone.hides(said, each.claims):
            kept = replace(each, claims=gone.kept(each.claims))
            if isinstance(kept, Question):
                kept = replace(kept, expect=tuple(line for line in kept.expect if not gone.names(line)))
            found.append(kept)
    return tuple(found)
