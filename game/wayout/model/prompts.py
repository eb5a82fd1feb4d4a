"""What is the reader asked, beside what the man is: gaps, marks, questions, places, headlines, threads, an account?

Data types (msgspec) of the reader's part: prompts of a scene and their options, the lines of an account, and the
threads of an edition. None of it changes where a story leads.
"""

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct, field

from wayout.model.evidence import Content, Date
from wayout.model.findings import Suppression
from wayout.model.text import Shown

PromptKind = Literal["gap", "mark", "place", "ask", "headline"]
PartKind = Literal["gap", "mark", "place", "ask", "headline", "thread", "length"]
"""The parts of the reader's part: the kinds of prompts, taking a line along, cutting an article. Each can be off."""
PARTS: tuple[PartKind, ...] = get_args(PartKind)
BOTH = "both"
"""What a reader prints who prints both readings of a gap; no option has this id."""
BLANK = "{}"
"""Where a line has its gap."""
DIGEST_SKIPS = ("prompts", "prompt", "account")
"""Fields of a story that no digest counts: no trail depends on them."""


class PromptOption(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """One answer to a prompt: of a gap a reading, of questions to a record a question."""

    label: Shown
    text: Annotated[Shown, Meta(description="What hangs on it, or what the record has.")] = ""
    claims: tuple[str, ...] = ()
    account: Annotated[
        Shown, Meta(description="Of a question: the answer as the reader's article has it, in the past tense.")
    ] = ""
    content: tuple[Content, ...] = ()
    date: Annotated[Date | None, Meta(description="Of a place: when the moment is that is hung there.")] = None
    told: Annotated[
        Literal["told", "not-told"] | None, Meta(description="Of a question: whether the record answers it.")
    ] = field(default=None, name="is")


class Prompt(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """Something that a reader is asked on a page of a scene; she can pass it over, and nobody says right or wrong."""

    kind: PromptKind = field(name="is")
    options: dict[str, PromptOption]
    ask: Shown | None = None
    text: Annotated[Shown, Meta(description="What the record has, whatever she answers.")] = ""
    claims: tuple[str, ...] = ()
    content: tuple[Content, ...] = ()
    by: Annotated[
        Literal["ear", "consequence", "source", "owner"],
        Meta(description="Of a gap: what is shown beside its readings before one is printed."),
    ] = "consequence"
    claim: Annotated[str | None, Meta(description="Of a gap: the claim on which documents differ.")] = None
    on: Annotated[int, Meta(description="Of a gap: which difference of the claim, from 0.")] = 0
    line: Annotated[Shown, Meta(description="Of a gap: the sentence, with {} where the readings part.")] = ""
    neither: Annotated[Shown, Meta(description="Of a gap: the wording that is shared, for whoever prints none.")] = ""

    @property
    def every_claim(self) -> tuple[str, ...]:
        """Its claims, the one on which it turns, and those of its options."""
        own = (*((self.claim,) if self.claim else ()), *self.claims)
        return tuple(dict.fromkeys((*own, *(claim for option in self.options.values() for claim in option.claims))))


class AccountLine(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A line of the reader's own article; one with a gap takes what she printed there."""

    text: Shown
    claims: tuple[str, ...] = ()
    gap: Annotated[str | None, Meta(description="scene/prompt: a gap whose words stand in place of {}.")] = None
    neither: Annotated[Shown, Meta(description="The line, if she printed neither.")] = ""
    keep: Annotated[bool, Meta(description="True where it is never left out.")] = False
    scene: Annotated[
        str | None,
        Meta(description="The scene from which on it can be told; without it, from the first."),
    ] = None


class Touch(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """What stands in a scene beside a line that the reader took along."""

    text: Shown
    claims: tuple[str, ...] = ()
    otherwise: Annotated[
        tuple[str, ...], Meta(description="record/scene: where the line is taken, if this tells otherwise than that.")
    ] = ()


class Thread(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A question that a reader can take along from the pages of one person to those of another; it stays open."""

    ask: Shown
    opens: Annotated[tuple[str, ...], Meta(description="record/scene: where the line can be taken.")]
    touches: Annotated[dict[str, Touch], Meta(description="record/scene: where something stands beside it.")]
    still: Annotated[Shown, Meta(description="What is not told, whatever she has read.")]
    ignore: tuple[Suppression, ...] = ()
