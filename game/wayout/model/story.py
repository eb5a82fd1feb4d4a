"""What is a story: scenes, passages, choices, outcomes, endings?

Data types (msgspec) of the story language: scenes, passages, choices, outcomes and their evidence words, endings,
targets, reserved words.
"""

from functools import lru_cache
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field
from msgspec.structs import force_setattr

from wayout.model.evidence import Claim, Content, Date, Document, Origin, Person, Place
from wayout.model.findings import Suppression
from wayout.model.prompts import AccountLine, Prompt
from wayout.model.text import Shown

# gc=False: a story is a tree of values, and there are no circles in it for the cyclic collector to find.

UNKNOWN = "unknown"
"""The value that every variable may have; shown as 'not told'."""
BACK = "back"
"""The target that shows an outcome and returns to the fork."""


class BackTarget(Struct, frozen=True):
    """Back to the question, once the outcome is read."""


class SceneTarget(Struct, frozen=True):
    """On to a scene of the same story."""

    scene: str


class RecordTarget(Struct, frozen=True):
    """Into another record, at a scene of it."""

    record: str
    scene: str


Target = BackTarget | SceneTarget | RecordTarget


@lru_cache(maxsize=4096)
def read_target(text: str) -> Target:
    """What a writer means by 'back', 'scene' or 'record/scene'."""
    record, slash, scene = text.partition("/")
    if slash:
        return RecordTarget(record, scene)
    return BackTarget() if text == BACK else SceneTarget(text)


Mapping = dict[str, Any]
Condition = Mapping | tuple[Mapping, ...]
Known = Literal["recorded", "threatened", "expected", "reported", "rule", "unrecorded"]


class Variable(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line of a person's situation, with every value that it can take."""

    label: str
    values: dict[str, str]
    start: str = UNKNOWN
    claims: tuple[str, ...] = ()


class Passage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A piece of a scene's text with the claims that carry it."""

    text: Shown
    claims: tuple[str, ...] = ()
    condition: Condition | None = field(default=None, name="if")
    content: tuple[Content, ...] = ()
    editorial: Annotated[bool, Meta(description="The narrator on the record itself: what it does not say.")] = False
    about: Annotated[tuple[str, ...], Meta(description="Of an editorial passage: the claims it speaks about.")] = ()
    prompt: Annotated[str | None, Meta(description="The prompt of the scene that the reader is given after it.")] = None


class Outcome(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """What the record says followed, and how that is known."""

    known: Known = field(name="is")
    text: Shown
    claims: tuple[str, ...] = ()
    content: tuple[Content, ...] = ()
    at: Annotated[
        str | None, Meta(description="A place of seeds/places.yaml, where it leads to one that no scene is at.")
    ] = None
    date: Annotated[Date | None, Meta(description="When it followed, where that is later than its scene.")] = None
    of: Annotated[
        str | tuple[str, ...], Meta(description="The people of whose records it is, if not of the story's own person.")
    ] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """The people of whose records it is, where it is not of that of the story's own person."""
        return (self.of,) if isinstance(self.of, str) else self.of

    @property
    def is_of_record(self) -> bool:
        """Whether it is of a person's record, and not what the law says or what is reported of others."""
        return self.of != () or self.known not in ("rule", "reported")


class Answer(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """What a person's own record has on an act, in a sentence or two, for readers who meet that act elsewhere."""

    text: Shown
    claims: tuple[str, ...] = ()
    content: tuple[Content, ...] = ()


class Otherwise(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """Why an option is not open."""

    text: Shown
    claims: tuple[str, ...] = ()


@lru_cache(maxsize=4096)
def _effects(items: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """One mapping for all choices with the same effects: a long story has few different ones."""
    return dict(items)


class Choice(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """One answer to a scene's question."""

    label: Shown
    act: str
    origins: Annotated[tuple[str, ...], Meta(description="The claims that name or imply this option.")] = field(
        default=(), name="from"
    )
    by: Annotated[
        str | tuple[str, ...], Meta(description="Who is on record as having done so: people by their ids.")
    ] = ()
    only: Annotated[Condition | None, Meta(description="Of a road: unless it is met, the option is no part.")] = None
    condition: Condition | None = field(default=None, name="if")
    otherwise: Otherwise | None = None
    step: Annotated[Shown | None, Meta(description="Of a road: its own sentence on what is done then.")] = None
    effects: Annotated[dict[str, str], Meta(description="What the situation becomes.")] = field(
        default_factory=dict, name="set"
    )
    outcome: Outcome | tuple[Outcome, ...] = ()
    answers: Annotated[
        dict[str, str], Meta(description="Of people in 'by': another act, whose answer of theirs fits better here.")
    ] = {}
    was: Annotated[str | tuple[str, ...], Meta(description="Ids that it had before: old trails still find it.")] = ()
    to: Annotated[str | tuple[str, ...], Meta(description="A scene, 'back', or scenes of other records.")]
    brings: Annotated[dict[str, str], Meta(description="The situation at the door of the road that it leads to.")] = (
        field(default_factory=dict, name="with")
    )
    reads: Annotated[
        str | tuple[str, ...], Meta(description="Of a road: scenes of records to read on in, and come back from.")
    ] = ()

    def __post_init__(self) -> None:
        force_setattr(self, "effects", _effects(tuple(self.effects.items())))

    @property
    def takers(self) -> tuple[str, ...]:
        """The people on record as having chosen so."""
        return (self.by,) if isinstance(self.by, str) else self.by

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What followed; more than one where several things are known of it."""
        return (self.outcome,) if isinstance(self.outcome, Outcome) else self.outcome

    def answered_act(self, taker: str) -> str:
        """The act below which the answer of a taker stands."""
        return self.answers.get(taker, self.act)

    @property
    def targets(self) -> tuple[str, ...]:
        """Where it leads, as it is written; more than one only for steps into other records."""
        return (self.to,) if isinstance(self.to, str) else self.to

    @property
    def leads(self) -> tuple[Target, ...]:
        """Where it leads."""
        return tuple(map(read_target, self.targets))

    @property
    def comes_back(self) -> bool:
        """Whether it shows its outcome and returns to the question."""
        return self.targets == (BACK,)

    @property
    def records(self) -> tuple[RecordTarget, ...]:
        """The scenes of other records that it offers to step into."""
        return tuple(target for target in self.leads if isinstance(target, RecordTarget))

    @property
    def read_targets(self) -> tuple[str, ...]:
        """Where its records can be read on, as it is written."""
        return (self.reads,) if isinstance(self.reads, str) else self.reads

    @property
    def doors(self) -> tuple[RecordTarget, ...]:
        """The scenes of records to read on in, from which a reader comes back."""
        return tuple(target for target in map(read_target, self.read_targets) if isinstance(target, RecordTarget))

    @property
    def former(self) -> tuple[str, ...]:
        """The ids that it had before."""
        return (self.was,) if isinstance(self.was, str) else self.was


class Question(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """Something to discuss, and what a good answer draws on."""

    ask: Shown
    expect: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


class EndingPassage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A piece of an ending's text with the claims that carry it."""

    text: Shown
    claims: tuple[str, ...] = ()
    condition: Condition | None = field(default=None, name="if")


class Ending(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """How a path ends: where the published account ends, or where the record falls silent."""

    kind: Literal["as-published", "record-silent"]
    text: Shown | tuple[EndingPassage, ...]
    claims: tuple[str, ...] = ()
    as_of: Date | None = field(default=None, name="as-of")
    unknown: Annotated[tuple[Shown, ...], Meta(description="What was never told.")] = ()
    read_next: Annotated[tuple[str, ...], Meta(description="Of a road: people whose records to read next.")] = field(
        default=(), name="read-next"
    )

    @property
    def passages(self) -> tuple[EndingPassage, ...]:
        """The text in pieces, however it was written."""
        if isinstance(self.text, tuple):
            return self.text
        return (EndingPassage(text=self.text, claims=self.claims),)

    @property
    def every_claim(self) -> tuple[str, ...]:
        """The claims of all that it can tell."""
        return tuple(dict.fromkeys(claim for passage in self.passages for claim in passage.claims))


class Scene(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A moment: its text, and then choices, a next scene, or an ending (exactly one of the three).

    In a story without a person a fork has a next scene too: the question to which a step into a record comes back.
    """

    text: Shown | tuple[Passage, ...]
    claims: tuple[str, ...] = ()
    content: tuple[Content, ...] = ()
    at: Annotated[str | None, Meta(description="A place of seeds/places.yaml.")] = None
    date: Date | None = None
    dealt: Annotated[bool, Meta(description="Of a fork of a road that is nobody's to choose in it.")] = False
    stretch: Annotated[bool, Meta(description="Of a road: its second stretch begins here.")] = False
    ask: Shown | None = None
    choices: dict[str, Choice] = {}
    next: str | None = None
    ending: Ending | None = None
    discuss: tuple[Question, ...] = ()
    prompts: Annotated[dict[str, Prompt], Meta(description="What the reader is asked here, in this order.")] = {}
    was: Annotated[str | tuple[str, ...], Meta(description="Ids that it had before: old trails still find it.")] = ()

    @property
    def former(self) -> tuple[str, ...]:
        """The ids that it had before."""
        return (self.was,) if isinstance(self.was, str) else self.was

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The text in pieces, however it was written."""
        if isinstance(self.text, tuple):
            return self.text
        return (Passage(text=self.text, claims=self.claims, content=self.content),)


class Act(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The cross-story type of a choice; acts are in the order of `story/acts.yaml`."""

    label: Shown
    telling: Annotated[
        bool,
        Meta(description="True where somebody tells the own story so, as every record ends: others lead on first."),
    ] = False


class OwnEvidence(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A file of somebody's own, that brings the evidence which the project does not hold."""

    author: Annotated[str | None, Meta(description="Who wrote it, if not the makers of Wayout.")] = None
    acts: dict[str, Act] = {}
    origins: dict[str, Origin] = {}
    documents: dict[str, Document] = {}
    people: dict[str, Person] = {}
    places: dict[str, Place] = {}
    claims: dict[str, Claim] = {}


class Story(OwnEvidence, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One person's graph, or the crossroads (then without a person)."""

    title: str
    teaser: Shown
    start: str
    scenes: dict[str, Scene]
    person: str | None = None
    situation: dict[str, Variable] = {}
    account: Annotated[tuple[AccountLine, ...], Meta(description="The spine of the reader's own article.")] = ()
    ignore: tuple[Suppression, ...] = ()

    def prompt_at(self, path: str) -> Prompt | None:
        """The prompt that a writer means by 'scene/prompt'; None where there is none."""
        scene, _, name = path.partition("/")
        return self.scenes[scene].prompts.get(name) if scene in self.scenes else None
