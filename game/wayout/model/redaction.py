"""What is left of a library once the people and claims marked as withdrawn are hidden?

Redaction of withdrawn people and claims: which texts, choices and scenes disappear with them, without dead ends.

A text that rests on withdrawn claims alone goes with them, and so does a text that names a withdrawn person.
"""

import re
from collections.abc import Iterable, Mapping, Set
from typing import TypeVar

from msgspec.structs import replace

from wayout.model.evidence import Cite, Claim, Difference
from wayout.model.graph import Entry, edges, entries, reachable, recorded_path, shuts_out, values_at
from wayout.model.library import Library, ReferencePage, Term, target_of
from wayout.model.prompts import Prompt, Thread
from wayout.model.story import BACK, Answer, Choice, Ending, Outcome, Passage, Question, Scene, Story
from wayout.model.text import Shown, wordings

Resting = TypeVar("Resting", Outcome, Question)


class Redaction:
    """The people and claims that are to be hidden; `parted` are claims that have lost a reading of a difference."""

    def __init__(self, people: set[str], claims: set[str], named: set[str]) -> None:
        self.people = people
        self.claims = claims
        self.parted: set[str] = set()
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

    def cites(self, cites: Iterable[Cite]) -> tuple[Cite, ...]:
        """The cites that do not give the words of a person who is gone."""
        return tuple(cite for cite in cites if cite.speaker not in self.people)

    def is_about(self, claim: Claim) -> bool:
        """Whether a claim is about a person who is gone, be it about others too."""
        return any(person in self.people for person in claim.about)

    def kept(self, claims: tuple[str, ...]) -> tuple[str, ...]:
        """The claims that are not withdrawn."""
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


def redact_texts(story: Story, redaction: Redaction) -> Story:
    """A story without the texts and options that rest on what is gone; where it leads is not looked at here.

    A variable of the situation still counts in conditions, but is no longer shown: its label is empty.
    """
    situation = {
        name: replace(variable, label="") if redaction.hides(variable.label, variable.claims)
        or any(redaction.names(value) for value in variable.values.values())
        else replace(variable, claims=redaction.kept(variable.claims))
        for name, variable in story.situation.items()
    }  # fmt: skip
    scenes = {name: _scene(scene, redaction) for name, scene in story.scenes.items()}
    teaser = "" if redaction.names(story.teaser) else story.teaser
    account = tuple(
        replace(line, claims=redaction.kept(line.claims))
        for line in story.account
        if not redaction.hides(line.text, line.claims) and not redaction.names(line.neither)
    )
    return replace(story, teaser=teaser, situation=situation, scenes=scenes, account=account)


def _scene(scene: Scene, redaction: Redaction) -> Scene:
    choices = {
        name: _choice(choice, redaction) for name, choice in scene.choices.items() if not _is_lost(choice, redaction)
    }
    return replace(
        scene,
        text=redaction.passages(scene.passages),
        claims=(),
        content=(),
        ask="" if scene.ask and redaction.names(scene.ask) else scene.ask,
        choices=choices,
        ending=_ending(scene.ending, redaction) if scene.ending is not None else None,
        discuss=_resting(scene.discuss, redaction),
        prompts=_prompts(scene.prompts, redaction),
    )


def _prompts(prompts: Mapping[str, Prompt], redaction: Redaction) -> dict[str, Prompt]:
    """The prompts of which two options are left, and all that they rest on in common."""
    left: dict[str, Prompt] = {}
    for name, prompt in prompts.items():
        texts = tuple(text for text in (prompt.ask, prompt.line, prompt.neither, prompt.text) if text)
        options = {
            key: replace(option, claims=redaction.kept(option.claims))
            for key, option in prompt.options.items()
            if not redaction.hides(option.label, option.claims)
            and not redaction.names(option.text)
            and not redaction.names(option.account)
        }
        gone = redaction.claims | redaction.parted
        is_lost = prompt.claim in gone or any(redaction.hides(text, prompt.claims) for text in texts)
        is_torn = len(options) < (len(prompt.options) if prompt.kind == "gap" else 2)
        if not is_lost and not is_torn:
            left[name] = replace(prompt, options=options, claims=redaction.kept(prompt.claims))
    return left


def _thread(thread: Thread, redaction: Redaction, places: Set[str]) -> Thread | None:
    """A thread that still joins two records, with the scenes of it that are left."""
    touches = {
        scene: replace(
            touch,
            claims=redaction.kept(touch.claims),
            otherwise=tuple(place for place in touch.otherwise if place in places),
        )
        for scene, touch in thread.touches.items()
        if scene in places and not redaction.hides(touch.text, touch.claims)
    }
    opens = tuple(scene for scene in thread.opens if scene in places)
    is_lost = redaction.names(thread.ask) or redaction.names(thread.still)
    records = {scene.partition("/")[0] for scene in touches}
    return None if is_lost or len(records) < 2 else replace(thread, touches=touches, opens=opens)


def _is_lost(choice: Choice, redaction: Redaction) -> bool:
    """Whether an option goes: nothing names it any more, or it was there for its outcome alone."""
    is_known = not choice.outcomes or any(not redaction.hides(each.text, each.claims) for each in choice.outcomes)
    return redaction.hides(choice.label, choice.origins) or (choice.comes_back and not is_known)


def _choice(choice: Choice, redaction: Redaction) -> Choice:
    otherwise = choice.otherwise
    if otherwise is not None:
        hidden = redaction.hides(otherwise.text, otherwise.claims)
        otherwise = None if hidden else replace(otherwise, claims=redaction.kept(otherwise.claims))
    followed = tuple(claim for outcome in choice.outcomes for claim in outcome.claims)
    return replace(
        choice,
        origins=redaction.kept(choice.origins),
        by=tuple(taker for taker in choice.takers if taker not in redaction.people),
        otherwise=otherwise,
        step=None if choice.step is not None and redaction.hides(choice.step, followed) else choice.step,
        outcome=_resting(choice.outcomes, redaction),
    )


def _ending(ending: Ending, redaction: Redaction) -> Ending:
    """An ending whose text goes still ends the path, with what was never told."""
    left = tuple(
        replace(one, claims=redaction.kept(one.claims))
        for one in ending.passages
        if not redaction.hides(one.text, one.claims)
    )
    return replace(
        ending,
        text=left if isinstance(ending.text, tuple) else left[0].text if left else "",
        claims=redaction.kept(ending.claims),
        unknown=tuple(line for line in ending.unknown if not redaction.names(line)),
        read_next=tuple(person for person in ending.read_next if person not in redaction.people),
    )


def _resting(texts: tuple[Resting, ...], redaction: Redaction) -> tuple[Resting, ...]:
    """Outcomes or questions that are left."""
    remaining: list[Resting] = []
    for each in texts:
        if isinstance(each, Outcome) and any(person in redaction.people for person in each.people):
            continue
        text = each.text if isinstance(each, Outcome) else each.ask
        if not redaction.hides(text, each.claims):
            left = replace(each, claims=redaction.kept(each.claims))
            if isinstance(left, Question):
                left = replace(left, expect=tuple(line for line in left.expect if not redaction.names(line)))
            remaining.append(left)
    return tuple(remaining)


def redact_paths(before: Mapping[str, Story], stories: Mapping[str, Story]) -> dict[str, Story]:
    """The stories that can be walked from start to end, each with only what can be reached in it.

    `before` are the stories as they were written: a record that could be followed then must still be.
    A scene that has lost its text and only goes on is passed over. What one story loses may cost another one, so this
    goes on until nothing more is lost.
    """
    cut_before = {name: _skip_empty_scenes(name, story, stories) for name, story in stories.items()}
    while True:
        cut = {name: _without_dead_ends(name, story, cut_before) for name, story in cut_before.items()}
        entered = entries(cut)
        walkable = {
            name: story for name, story in cut.items() if _is_walkable(name, before[name], story, entered[name])
        }
        walkable = {name: _reachable_scenes(name, story) for name, story in walkable.items()}
        if walkable == cut_before:
            return walkable
        cut_before = walkable


def _skip_empty_scenes(name: str, story: Story, stories: Mapping[str, Story]) -> Story:
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
                id_: replace(
                    choice,
                    to=tuple(dict.fromkeys(beyond(target) for target in choice.targets)),
                    reads=tuple(dict.fromkeys(beyond(target) for target in choice.read_targets)),
                )
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

    def onward(choice: Choice) -> tuple[str, ...]:
        """Where it still leads; what leads nowhere but into a road is told all the same, and comes back."""
        left = tuple(filter(leads_on, choice.targets))
        return left or ((BACK,) if choice.brings and choice.outcomes else ())

    def cut(scene: Scene) -> Scene:
        choices = {
            id_: replace(choice, to=onward(choice), reads=tuple(filter(leads_on, choice.read_targets)))
            for id_, choice in scene.choices.items()
            if onward(choice)
        }
        return replace(scene, choices=choices)

    return replace(story, scenes={key: cut(scene) for key, scene in story.scenes.items()})


def _is_walkable(name: str, before: Story, story: Story, entered: Iterable[Entry]) -> bool:
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
    values = values_at(name, story, entered)
    if any(shuts_out(before.scenes[key], story.scenes[key], values[key]) for key in reached):
        return False
    had_record = story.person is not None and recorded_path(name, before).fault is None
    return not had_record or recorded_path(name, story).fault is None


def _reachable_scenes(name: str, story: Story) -> Story:
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
    redaction = Redaction.of(library, people, claims)
    known = {
        name: left for name, claim in library.claims.items() if (left := _claim(name, claim, redaction)) is not None
    }
    redaction.claims.update(name for name in library.claims if name not in known)
    redaction.parted.update(name for name, claim in known.items() if claim.differs != library.claims[name].differs)
    stories = redact_paths(library.stories, _stories(library, redaction))
    places = {f"{name}/{scene}" for name, story in stories.items() for scene in story.scenes}
    return replace(
        library,
        stories=stories,
        acts={
            name: replace(act, label="") if redaction.names(act.label) else act for name, act in library.acts.items()
        },
        people={name: person for name, person in library.people.items() if name not in people},
        claims=known,
        terms={name: term for name, item in library.terms.items() if (term := _term(item, redaction)) is not None},
        asides={name: aside for name, item in library.asides.items() if (aside := _aside(item, redaction)) is not None},
        threads={
            name: joined
            for name, thread in library.threads.items()
            if (joined := _thread(thread, redaction, places)) is not None
        },
        answers={act: _answers(by_person, redaction) for act, by_person in library.answers.items()},
    )


def _claim(name: str, claim: Claim, redaction: Redaction) -> Claim | None:
    """A claim without what a withdrawn person says; none if nothing carries it any more, or if it is about him."""
    owner = claim.owner or ""
    if name in redaction.claims or redaction.is_about(claim) or redaction.names(claim.says) or redaction.names(owner):
        return None
    if redaction.cites(claim.all_cites) == tuple(claim.all_cites) and not claim.differs and claim.corrected is None:
        return claim
    differs = tuple(left for difference in claim.differs if (left := _difference(difference, redaction)) is not None)
    corrected = claim.corrected
    if corrected is not None:
        carried = redaction.cites(corrected.cites)
        corrected = replace(corrected, cites=carried) if carried and not redaction.names(corrected.says) else None
    remaining = replace(claim, cites=redaction.cites(claim.cites), differs=differs, corrected=corrected)
    return remaining if remaining.all_cites or not claim.all_cites else None


def _difference(difference: Difference, redaction: Redaction) -> Difference | None:
    """A difference, as long as two readings are left of it."""
    readings = []
    for reading in difference.readings:
        cites = redaction.cites(reading.cites)
        if (cites or not reading.cites) and not redaction.names(reading.says):
            readings.append(replace(reading, cites=cites))
    lost = len(readings) < min(2, len(difference.readings))
    return None if lost or redaction.names(difference.on) or redaction.names(difference.why) else replace(
        difference, readings=tuple(readings))  # fmt: skip


def _stories(library: Library, redaction: Redaction) -> Mapping[str, Story]:
    """The stories of those who are not withdrawn, without what rests on them."""
    return {
        name: redact_texts(story, redaction)
        for name, story in library.stories.items()
        if story.person not in redaction.people and not redaction.names(story.title)
    }


def _term(term: Term, redaction: Redaction) -> Term | None:
    claims = redaction.kept(term.claims)
    forms = tuple(form for form in term.forms if not redaction.names(form))
    if (term.claims and not claims) or not forms or redaction.names(term.says) or redaction.names(term.term):
        return None
    return replace(term, claims=claims, forms=forms)


def _answers(by_person: Mapping[str, Answer], redaction: Redaction) -> Mapping[str, Answer]:
    """The answers of those who are not withdrawn, as far as a claim still carries them."""
    return {
        person: replace(answer, claims=redaction.kept(answer.claims))
        for person, answer in by_person.items()
        if person not in redaction.people and not redaction.hides(answer.text, answer.claims)
    }


def _aside(aside: ReferencePage, redaction: Redaction) -> ReferencePage | None:
    passages = redaction.passages(aside.text)
    return None if not passages or redaction.names(aside.title) else replace(aside, text=passages)
