"""What does the program know: all stories and all evidence, as one immutable value?

The aggregate root that every view reads; ids of the reference pages (glossary, foreword, help, about, timeline),
aliases of renamed ids, and the digest of a story.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from msgspec import Meta, Struct

from wayout.model.edition import NO_EDITION, Edition
from wayout.model.evidence import Claim, Date, Document, Origin, Person, Place
from wayout.model.findings import Suppression
from wayout.model.prompts import Thread
from wayout.model.standing import Lineage
from wayout.model.story import Act, Answer, Choice, Outcome, Passage, RecordTarget, Scene, Story, read_target
from wayout.model.text import Shown

GLOSSARY = "glossary"
CARE, ABOUT = "help", "about"
"""Files of a story folder that hold a page, not a story: help for a troubled reader, and the edition itself. The
foreword is another; the edition says what its file is called."""
FOREWORD = "foreword"
"""What stands for the name of that page where a table is made for every edition."""

DIFFER, ALONE, COMPARE, TIMELINE, SIDE = "differ", "alone", "compare", "timeline", "side-by-side"
"""What is worked out of all records and their evidence: where documents differ, what one account alone tells, who did
what, and when; and what several records answer to one question."""
NOTEBOOK = "notebook"
"""What is worked out of all that a reader has read."""


class Term(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word that a reader may not know, and what it means."""

    term: Shown
    forms: Annotated[tuple[str, ...], Meta(description="How texts write it; case counts but in the first letter.")]
    says: Shown
    claims: tuple[str, ...] = ()
    ignore: tuple[Suppression, ...] = ()


class ReferencePage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A page that belongs to no story."""

    title: Shown
    text: tuple[Passage, ...]
    ignore: tuple[Suppression, ...] = ()


class StoryOutline(Struct, frozen=True, kw_only=True):
    """What a list of stories shows of one; in a library that is kept it is worked out, and no story read for it."""

    title: str
    person: str | None
    teaser: Shown
    words: float
    content: tuple[str, ...]
    edits: bool
    dates: tuple[Date, ...]
    told_in: tuple[str, ...]
    """The documents in which its person speaks."""
    told_to: tuple[str, ...]
    """The reports behind those."""


class Library(Struct, frozen=True, kw_only=True, dict=True):
    """Everything that was read, by id."""

    stories: Mapping[str, Story]
    acts: Mapping[str, Act]
    people: Mapping[str, Person]
    places: Mapping[str, Place]
    origins: Mapping[str, Origin]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    terms: Mapping[str, Term] = {}
    asides: Mapping[str, ReferencePage] = {}
    editions: Mapping[str, Edition] = {}
    """The one edition that this library is, by the name of its file; none where it has no such file."""
    answers: Mapping[str, Mapping[str, Answer]] = {}
    """By act and person: what a person's record has on an act, for readers who meet it elsewhere."""
    threads: Mapping[str, Thread] = {}
    """Questions that a reader can take along from one record to another, by id."""
    unreviewed_stories: Mapping[str, str] = {}
    """The stories that the makers have not reviewed, each with its author, if one is named."""
    unreviewed_claims: Mapping[str, str] = {}
    """The claims that such stories bring, likewise."""
    outlines: Mapping[str, StoryOutline] = {}
    """Of a library that was kept, what a list of its stories shows; one with other stories has to leave them out."""
    left_out: Mapping[str, str] = {}
    """Files of stories that were not read for their faults, and what is said of that."""

    @cached_property
    def edition(self) -> Edition:
        """What is true of the library as a whole."""
        return next(iter(self.editions.values()), NO_EDITION)

    @cached_property
    def foreword(self) -> str:
        """The name of the page that stands before the first decision; empty where there is none."""
        named = self.edition.foreword
        return named.page if named is not None and named.page in self.asides else ""

    def page_name(self, name: str) -> str:
        """The name of a page in this library, where a table that is made for every edition has a name for it."""
        return self.foreword if name == FOREWORD else name

    @cached_property
    def lineage(self) -> Lineage:
        """Which of the documents are one text, and which go back to one report."""
        return Lineage(self.documents, self.origins)

    @property
    def records(self) -> Mapping[str, Story]:
        """The stories that were reviewed."""
        return {name: story for name, story in self.stories.items() if name not in self.unreviewed_stories}

    def record_of(self, person: str) -> str | None:
        """The story of a person's own record; None where there is none that was reviewed."""
        return next((name for name, story in self.records.items() if story.person == person), None)

    def scene(self, story: str, scene: str) -> Scene:
        """One scene of one story."""
        return self.stories[story].scenes[scene]

    def choice(self, story: str, scene: str, choice: str) -> Choice:
        """One choice of one scene."""
        return self.stories[story].scenes[scene].choices[choice]

    def answer(self, choice: Choice, taker: str) -> Answer | None:
        """What the own record of a taker has on a choice; none where no file tells it."""
        return self.answers.get(choice.answered_act(taker), {}).get(taker)

    def cards(self, person: str | None, choice: Choice) -> tuple[Outcome, ...]:
        """The answers of those who took a choice, but of the person of the story, or of whom its outcomes tell."""
        told = {person, *(one for outcome in choice.outcomes for one in outcome.people)}
        answers = ((taker, self.answer(choice, taker)) for taker in choice.takers if taker not in told)
        return tuple(
            Outcome(known="recorded", text=answer.text, claims=answer.claims, content=answer.content, of=taker)
            for taker, answer in answers
            if answer is not None
        )

    def also(self, person: str | None, choice: Choice) -> tuple[Outcome, ...]:
        """Of a choice that the person of the story took himself, and of which his own record tells, those cards."""
        return self.cards(person, choice) if person in choice.takers and choice.outcomes else ()

    def outcomes(self, person: str | None, choice: Choice) -> tuple[Outcome, ...]:
        """What a page tells of a choice in a story of `person`, in its order.

        First what followed for that person, then what others did, then what is law or is reported.
        """
        of_record = (outcome for outcome in choice.outcomes if outcome.is_of_record)
        others = (outcome for outcome in choice.outcomes if not outcome.is_of_record)
        return (*of_record, *self.cards(person, choice), *others)


def target_of(story: str, target: str) -> tuple[str, str]:
    """The story and scene that a target written in `story` means: `scene` or `record/scene`."""
    match read_target(target):
        case RecordTarget(record, scene):
            return record, scene
    return story, target


def story_name(library: Library, story: Story) -> str:
    """The person's name; of a story without a person, its title."""
    person = library.people.get(story.person) if story.person else None
    return person.name if person else story.title


def scene_now(story: Story, scene: str) -> str | None:
    """The scene with an id, or the one that had it before."""
    if scene in story.scenes:
        return scene
    return next((name for name, known in story.scenes.items() if scene in known.former), None)


def choice_now(scene: Scene, choice: str) -> str | None:
    """The choice with an id, or the one that had it before."""
    if choice in scene.choices:
        return choice
    return next((name for name, known in scene.choices.items() if choice in known.former), None)
