"""What is left of a library once the people and claims marked as withdrawn are hidden?

A text that rests on withdrawn claims alone goes with them, and so does a text that names a withdrawn person.
"""

import re
from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from wayout.model.evidence import Cite, Claim, Difference
from wayout.model.graph import edges, reachable, recorded_path
from wayout.model.library import Library, ReferencePage, Term, target_of
from wayout.model.story import BACK, Answer, Choice, Ending, Outcome, Passage, Question, Scene, Story
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
        if isinstance(each, Outcome) and each.of in gone.people:
            continue
        said = each.text if isinstance(each, Outcome) else each.ask
        if not gone.hides(said, each.claims):
            kept = replace(each, claims=gone.kept(each.claims))
            if isinstance(kept, Question):
                kept = replace(kept, expect=tuple(line for line in kept.expect if not gone.names(line)))
            found.append(kept)
    return tuple(found)


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


def redact_withdrawn(library: Library) -> Library:
    """The library as a reader may see it; the same one where nothing is withdrawn."""
    people = {name for name, person in library.people.items() if person.withdrawn is not None}
    claims = {name for name, claim in library.claims.items() if claim.withdrawn is not None}
    if not people and not claims:
        return library
    gone = Redaction.of(library, people, claims)
    known = {name: kept for name, claim in library.claims.items() if (kept := _claim(name, claim, gone)) is not None}
    gone.claims.update(name for name in library.claims if name not in known)
    return replace(
        library,
        stories=redact_paths(library.stories, _stories(library, gone)),
        acts={name: replace(act, label="") if gone.names(act.label) else act for name, act in library.acts.items()},
        people={name: person for name, person in library.people.items() if name not in people},
        claims=known,
        terms={name: term for name, one in library.terms.items() if (term := _term(one, gone)) is not None},
        asides={name: aside for name, one in library.asides.items() if (aside := _aside(one, gone)) is not None},
        answers={act: _answers(by_person, gone) for act, by_person in library.answers.items()},
    )


def _claim(name: str, claim: Claim, gone: Redaction) -> Claim | None:
    """A claim without what a withdrawn person says; none if nothing carries it any more, or if it is about him."""
    owner = claim.owner or ""
    if name in gone.claims or gone.is_about(claim) or gone.names(claim.says) or gone.names(owner):
        return None
    if not any(gone.says(cite) for cite in claim.all_cites) and not claim.differs and claim.corrected is None:
        return claim
    cites = tuple(cite for cite in claim.cites if not gone.says(cite))
    differs = tuple(left for difference in claim.differs if (left := _difference(difference, gone)) is not None)
    corrected = claim.corrected
    if corrected is not None:
        carried = tuple(cite for cite in corrected.cites if not gone.says(cite))
        corrected = replace(corrected, cites=carried) if carried and not gone.names(corrected.says) else None
    kept = replace(claim, cites=cites, differs=differs, corrected=corrected)
    return kept if kept.all_cites or not claim.all_cites else None


def _difference(difference: Difference, gone: Redaction) -> Difference | None:
    """A difference, as long as two readings are left of it."""
    readings = []
    for reading in difference.readings:
        cites = tuple(cite for cite in reading.cites if not gone.says(cite))
        if (cites or not reading.cites) and not gone.names(reading.says):
            readings.append(replace(reading, cites=cites))
    lost = len(readings) < min(2, len(difference.readings))
    return None if lost or gone.names(difference.on) or gone.names(difference.why) else replace(
        difference, readings=tuple(readings))  # fmt: skip


def _stories(library: Library, gone: Redaction) -> Mapping[str, Story]:
    """The stories of those who are not withdrawn, without what rests on them."""
    return {
        name: redact_texts(story, gone)
        for name, story in library.stories.items()
        if story.person not in gone.people and not gone.names(story.title)
    }


def _term(term: Term, gone: Redaction) -> Term | None:
    claims = gone.kept(term.claims)
    forms = tuple(form for form in term.forms if not gone.names(form))
    if (term.claims and not claims) or not forms or gone.names(term.says) or gone.names(term.term):
        return None
    return replace(term, claims=claims, forms=forms)


def _answers(by_person: Mapping[str, Answer], gone: Redaction) -> Mapping[str, Answer]:
    """The answers of those who are not withdrawn, as far as a claim still carries them."""
    return {
        person: replace(answer, claims=gone.kept(answer.claims))
        for person, answer in by_person.items()
        if person not in gone.people and not gone.hides(answer.text, answer.claims)
    }


def _aside(aside: ReferencePage, gone: Redaction) -> ReferencePage | None:
    passages = gone.passages(aside.text)
    return None if not passages or gone.names(aside.title) else replace(aside, text=passages)
