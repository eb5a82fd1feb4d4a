"""Which sections does a story have that is read on paper, and where does each of them lead?

One for each scene, one for each choice with what followed: the pages of the game, with every condition still open.
What a reader of paper must keep herself is told at each way on: what to write on the sheet of a record, which boxes to
tick, which number to come back to.
"""

from collections.abc import Iterator, Mapping
from random import Random
from typing import NamedTuple

from msgspec import Struct

from wayout.model.conditions import choice_key, terms
from wayout.model.graph import PathEntry, opening, recorded_path
from wayout.model.library import Library
from wayout.model.story import Condition, Scene, Story
from wayout.model.text import wording
from wayout.play.moves import GO_ON, STAY, Choose, Enter, GoOn, Move, Stay
from wayout.play.reader import Reader
from wayout.play.state import State
from wayout.views.hard_content import is_hard
from wayout.views.page import EndingView, MoveView, OutcomePage, Page, page


class SectionKey(NamedTuple):
    """A section: a scene, or with a choice what followed that."""

    story: str
    scene: str
    choice: str = ""


class ConditionalText(Struct, frozen=True, kw_only=True):
    """A piece of text, and when it is read."""

    text: str
    claims: tuple[str, ...]
    editorial: bool
    condition: Condition | None


class SectionLink(Struct, frozen=True, kw_only=True):
    """A way on: the move of the game that it stands for, and where it leads; nowhere if that is not in the booklet.

    `sheet` is what the situation of the record `record` becomes; `seen` and `chose` are what conditions may ask for
    from then on, and `clears` tells that nothing else is. `comes_back` is where a step into another record returns to.
    """

    move: Move
    label: str
    to: SectionKey | None
    condition: Condition | None = None
    reason: str = ""
    reason_claims: tuple[str, ...] = ()
    notice: str = ""
    record: str = ""
    sheet: Mapping[str, str] = {}
    seen: tuple[str, ...] = ()
    chose: tuple[str, ...] = ()
    clears: bool = False
    comes_back: SectionKey | None = None


class BookletSection(Struct, frozen=True, kw_only=True):
    """One section."""

    key: SectionKey
    where: str = ""
    pieces: tuple[ConditionalText, ...] = ()
    ask: str = ""
    reveal: OutcomePage | None = None
    close: EndingView | None = None
    leads: tuple[SectionLink, ...] = ()
    care: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that the section rests on, in its order, once each."""
        found = [claim for piece in self.pieces for claim in piece.claims]
        if self.reveal is not None:
            found += [claim for outcome in self.reveal.outcomes for claim in outcome.claims]
            found += self.reveal.claims
        if self.close is not None:
            found += self.close.claims
            found += [claim for question in self.close.questions for claim in question.claims]
        found += [claim for lead in self.leads for claim in lead.reason_claims]
        return tuple(dict.fromkeys(found))


def sections(library: Library, name: str, reader: Reader, among: frozenset[str]) -> tuple[BookletSection, ...]:
    """The sections of a story, its first one first, for readers who have the stories `among` at hand."""
    story = library.stories[name]
    found = []
    for key in dict.fromkeys((story.start, *story.scenes)):
        found.append(_scene(library, name, key, reader, among))
        found += [_outcome(library, name, key, choice, reader, among) for choice in story.scenes[key].choices]
    return tuple(found)


def shuffled(found: tuple[BookletSection, ...], seed: str) -> tuple[BookletSection, ...]:
    """In another order, the first one still first, so that nobody reads on what follows a choice that was not made."""
    rest = list(found[1:])
    Random(seed).shuffle(rest)  # noqa: S311 (an order needs no secret)
    return (*found[:1], *rest)


def asked_for(story: Story) -> tuple[frozenset[str], frozenset[str]]:
    """The scenes and the choices ('scene/choice') that some condition of a story asks for."""
    scenes, choices = set[str](), set[str]()
    for scene in story.scenes.values():
        conditions = [passage.condition for passage in scene.passages]
        conditions += [choice.condition for choice in scene.choices.values()]
        for condition in filter(None, conditions):
            for _, key, value in terms(condition):
                scenes |= {value} if key == "seen" else set()
                choices |= {value} if key == "chose" else set()
    return frozenset(scenes), frozenset(choices)


def _scene(library: Library, name: str, key: str, reader: Reader, among: frozenset[str]) -> BookletSection:
    scene = library.scene(name, key)
    told = page(library, _state(name, key), reader)
    pieces = tuple(
        ConditionalText(text=wording(passage.text, gentle=reader.gentle), claims=passage.claims or passage.about,
              editorial=passage.editorial, condition=passage.condition)
        for passage in scene.passages
    )  # fmt: skip
    leads = (*_choices(name, key, scene, told), *_onward(library, SectionKey(name, key), told, among))
    return BookletSection(
        key=SectionKey(name, key),
        where=told.where,
        pieces=pieces,
        ask=told.ask,
        close=told.close,
        leads=leads,
        care=is_hard(library, scene.passages),
    )


def _outcome(
    library: Library, name: str, key: str, choice: str, reader: Reader, among: frozenset[str]
) -> BookletSection:
    told = page(library, _state(name, key, choice), reader)
    here = SectionKey(name, key, choice)
    return BookletSection(
        key=here,
        where=told.where,
        reveal=told.reveal,
        leads=tuple(_onward(library, here, told, among)),
        care=is_hard(library, library.choice(name, key, choice).outcomes),
    )


def _state(name: str, scene: str, choice: str | None = None) -> State:
    return State(story=name, scene=scene, situation=(), shown=choice)


def _choices(name: str, key: str, scene: Scene, told: Page) -> Iterator[SectionLink]:
    """The choices of a scene; of one with a condition also why it may not be open."""
    options = {one.move: one for one in told.moves}
    for choice_name, choice in scene.choices.items():
        option = options[Choose(choice_name)]
        reason, claims = ("", ()) if choice.otherwise is None else (option.reason, choice.otherwise.claims)
        yield SectionLink(move=option.move, label=option.label, to=SectionKey(name, key, choice_name),
                   condition=choice.condition, reason=reason, reason_claims=claims)  # fmt: skip


def _onward(library: Library, here: SectionKey, told: Page, among: frozenset[str]) -> Iterator[SectionLink]:
    """The moves that are no choice: on, back to the fork, into other records."""
    for one in told.moves:
        match one.move:
            case GoOn():
                yield _going_on(library, here, one)
            case Stay():
                yield SectionLink(move=STAY, label=one.label, to=SectionKey(here.story, here.scene))
            case Enter():
                yield _entering(library, here, one, one.move, among)


def _going_on(library: Library, here: SectionKey, move: MoveView) -> SectionLink:
    scene = library.scene(here.story, here.scene)
    choice = scene.choices.get(here.choice)
    if choice is None:
        to = SectionKey(here.story, scene.next or here.scene)
        return SectionLink(move=GO_ON, label=move.label, to=to, record=here.story, seen=(here.scene,))
    if choice.comes_back:
        return SectionLink(move=GO_ON, label=move.label, to=SectionKey(here.story, here.scene))
    return SectionLink(move=GO_ON, label=move.label, to=SectionKey(here.story, choice.targets[0]), record=here.story,
                sheet=choice.effects, seen=(here.scene,), chose=(choice_key(here.scene, here.choice),))  # fmt: skip


def _entering(library: Library, here: SectionKey, option: MoveView, move: Enter, among: frozenset[str]) -> SectionLink:
    """A step into another record: with what that record has there, and with the place to come back to."""
    record, there = move.record, move.scene
    if record not in among:
        return SectionLink(move=move, label=option.label, to=None, notice=option.notice)
    story = library.stories[record]
    at = recorded_path(record, story).at(there) or PathEntry(opening(story), frozenset(), frozenset())
    return SectionLink(move=move, label=option.label, to=SectionKey(record, there), notice=option.notice, record=record,
                sheet=dict(at.situation), seen=tuple(sorted(at.seen)), chose=tuple(sorted(at.chose)), clears=True,
                comes_back=SectionKey(here.story, here.scene))  # fmt: skip
