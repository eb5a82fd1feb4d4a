"""Which sections does a story have that is read on paper, and where does each of them lead?

The gamebook model: numbered and shuffled sections, conditions as sentences, what must be written down.

One for each scene, one for each choice with what followed: the pages of the game, with every condition still open.
What a reader of paper must keep herself is told at each way on: what to write on the sheet of a record, which boxes
to tick, which number to come back to.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import print_strings, strings
from wayout.model.conditions import both, choice_key, listed, terms
from wayout.model.graph import PathEntry, at_entry, leads_to_silence, opening, recorded_path
from wayout.model.library import CARE, Library
from wayout.model.story import UNKNOWN, Condition, Ending, Scene, Story
from wayout.model.text import wording
from wayout.play.moves import GO_ON, STAY, Choose, Enter, GoOn, Move, Stay
from wayout.play.state import Reader, State
from wayout.views.catalogue import catalogue_entry, is_hard
from wayout.views.outcome import OutcomePage
from wayout.views.page import EndingView, MoveView, Page, page
from wayout.views.reference_pages import aside


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
    from then on, and `clears` tells that nothing else is. `comes_back` is where one returns to from another record, or
    from where this one is silent. A way whose `only` is not met is no part of the section, one whose `condition` is not
    met is shut.
    """

    move: Move
    label: str
    to: SectionKey | None
    only: Condition | None = None
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

    @property
    def when(self) -> Condition | None:
        """When it can be gone."""
        return both(self.only, self.condition)


class BookletSection(Struct, frozen=True, kw_only=True):
    """One section; `ends` is what its ending tells, `unanswered` the options that lead here, past no other question."""

    key: SectionKey
    where: str = ""
    pieces: tuple[ConditionalText, ...] = ()
    ask: str = ""
    reveal: OutcomePage | None = None
    close: EndingView | None = None
    ends: tuple[ConditionalText, ...] = ()
    unanswered: tuple[SectionKey, ...] = ()
    leads: tuple[SectionLink, ...] = ()
    care: bool = False

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that the section rests on, in its order, once each."""
        found = [claim for piece in (*self.pieces, *self.ends) for claim in piece.claims]
        found += self.reveal.every_claim if self.reveal is not None else ()
        found += self.close.every_claim if self.close is not None else ()
        found += [claim for lead in self.leads for claim in lead.reason_claims]
        return tuple(dict.fromkeys(found))


def sections(library: Library, name: str, reader: Reader, among: frozenset[str]) -> tuple[BookletSection, ...]:
    """The sections of a story, its first one first, for readers who have the stories `among` at hand."""
    story = library.stories[name]
    silent = _silent_ways(name, story)
    found = []
    for key in dict.fromkeys((story.start, *story.scenes)):
        section = _scene(library, name, key, reader, among)
        found.append(_unanswered(section, silent[key]) if key in silent else section)
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
        conditions += [one for choice in scene.choices.values() for one in (choice.only, choice.condition)]
        conditions += [passage.condition for passage in scene.ending.passages] if scene.ending is not None else []
        for condition in filter(None, conditions):
            for _, key, value in terms(condition):
                scenes |= {value} if key == "seen" else set()
                choices |= {value} if key == "chose" else set()
    return frozenset(scenes), frozenset(choices)


def _silent_ways(name: str, story: Story) -> dict[str, list[SectionKey]]:
    """Of each scene on a way that no record goes, the options that lead there: it goes back to their question."""
    found: dict[str, list[SectionKey]] = {}
    for key, scene in story.scenes.items():
        for choice_name, choice in scene.choices.items():
            at = choice.targets[0] if leads_to_silence(story, choice) else None
            while at is not None and (option := SectionKey(name, key, choice_name)) not in found.setdefault(at, []):
                found[at].append(option)
                at = story.scenes[at].next
    return found


def _unanswered(section: BookletSection, options: Sequence[SectionKey]) -> BookletSection:
    """A section on such a way: what it comes back to was written down before it, and other records lead there too."""
    leads = tuple(replace(lead, comes_back=None) for lead in section.leads)
    return replace(section, unanswered=tuple(options), leads=leads)


def _scene(library: Library, name: str, key: str, reader: Reader, among: frozenset[str]) -> BookletSection:
    scene = library.scene(name, key)
    told = page(library, _state(name, key), reader)
    pieces = tuple(
        ConditionalText(text=wording(passage.text, gentle=reader.gentle), claims=passage.claims or passage.about,
              editorial=passage.editorial, condition=passage.condition)
        for passage in scene.passages
    )  # fmt: skip
    leads = (*_choices(name, key, scene, reader), *_onward(library, SectionKey(name, key), told, among))
    return BookletSection(
        key=SectionKey(name, key),
        where=told.where,
        pieces=pieces,
        ask=told.ask,
        close=told.close,
        ends=tuple(_ends(scene.ending, reader)) if scene.ending is not None else (),
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
        care=is_hard(library, library.outcomes(library.stories[name].person, library.choice(name, key, choice))),
    )


def _state(name: str, scene: str, choice: str | None = None) -> State:
    return State(story=name, scene=scene, situation=(), shown=choice)


def _ends(ending: Ending, reader: Reader) -> Iterator[ConditionalText]:
    """All that an ending may tell."""
    for one in ending.passages:
        yield ConditionalText(text=wording(one.text, gentle=reader.gentle), claims=one.claims, editorial=False,
                              condition=one.condition)  # fmt: skip


def _choices(name: str, key: str, scene: Scene, reader: Reader) -> Iterator[SectionLink]:
    """Every choice of a scene, whatever its page would offer; of one with a condition also why it may not be open."""
    for choice_name, choice in scene.choices.items():
        why = choice.otherwise
        yield SectionLink(
            move=Choose(choice_name),
            label=wording(choice.label, gentle=reader.gentle),
            to=SectionKey(name, key, choice_name),
            only=choice.only,
            condition=choice.condition,
            reason=wording(why.text, gentle=reader.gentle) if why is not None else "",
            reason_claims=why.claims if why is not None else (),
        )


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
    fork = SectionKey(here.story, here.scene)
    return SectionLink(move=GO_ON, label=move.label, to=SectionKey(here.story, choice.targets[0]), record=here.story,
                sheet=choice.effects, seen=(here.scene,), chose=(choice_key(here.scene, here.choice),),
                comes_back=fork if leads_to_silence(library.stories[here.story], choice) else None)  # fmt: skip


def _entering(library: Library, here: SectionKey, option: MoveView, move: Enter, among: frozenset[str]) -> SectionLink:
    """A step into another record: with what that record has there, and with the place to come back to."""
    record, there = move.record, move.scene
    if record not in among:
        return SectionLink(move=move, label=option.label, to=None, notice=option.notice)
    story = library.stories[record]
    at = recorded_path(record, story).at(there) or PathEntry(opening(story), frozenset(), frozenset())
    choice = library.scene(here.story, here.scene).choices.get(here.choice)
    if choice is not None and choice.brings and story.person is None:
        at = PathEntry(at_entry(story, choice), frozenset(), frozenset())
    return SectionLink(move=move, label=option.label, to=SectionKey(record, there), notice=option.notice, record=record,
                sheet=dict(at.situation), seen=tuple(sorted(at.seen)), chose=tuple(sorted(at.chose)), clears=True,
                comes_back=SectionKey(here.story, here.scene))  # fmt: skip


class Booklet(Struct, frozen=True, kw_only=True):
    """What goes into a booklet: the sections of each record in their order, and their numbers."""

    library: Library
    reader: Reader
    chapters: tuple[tuple[str, tuple[BookletSection, ...]], ...]
    numbers: dict[SectionKey, int]
    claims: dict[str, int]
    not_carried: tuple[str, ...]

    def boxes(self, story: str) -> dict[tuple[str, str], int]:
        """The box for each thing that a condition of a story can ask for: 'seen' a scene, 'chose' 'scene/choice'."""
        keys = {key: number for key, number in self.numbers.items() if key.story == story}
        return {
            ("chose", choice_key(key.scene, key.choice)) if key.choice else ("seen", key.scene): number
            for key, number in keys.items()
        }

    @property
    def stories(self) -> tuple[str, ...]:
        """The ids of the stories in it."""
        return tuple(name for name, _ in self.chapters)


def booklet(library: Library, stories: Sequence[str], reader: Reader, *, in_order: bool = False) -> Booklet:
    """Number the sections of some stories: each record has its own range of numbers, and begins at the first of it."""
    among = frozenset(stories)
    chapters = []
    for name in stories:
        found = sections(library, name, reader, among)
        chapters.append((name, found if in_order else shuffled(found, name)))
    every = [section for _, found in chapters for section in found]
    numbers = {section.key: number for number, section in enumerate(every, 1)}
    asides = [aside(library, name, reader).claims for name in (library.foreword, CARE) if name in library.asides]
    claims = dict.fromkeys(claim for group in (*asides, *(one.claims for one in every)) for claim in group)
    known = {claim: number for number, claim in enumerate((one for one in claims if one in library.claims), 1)}
    return Booklet(library=library, reader=reader, chapters=tuple(chapters), numbers=numbers, claims=known,
                   not_carried=tuple(_not_carried(library, every, among)))  # fmt: skip


def _not_carried(library: Library, every: Iterable[BookletSection], among: frozenset[str]) -> Iterator[str]:
    yield from print_strings.BOOKLET_NOT_CARRIED
    for name in sorted(among):
        if library.stories[name].person is None:
            yield print_strings.CROSSROADS_END.format(name=library.stories[name].title)
    moves = (lead.move for section in every for lead in section.leads if lead.to is None)
    for record in dict.fromkeys(move.record for move in moves if isinstance(move, Enter)):
        yield print_strings.RECORD_MISSING.format(name=catalogue_entry(library, record, Reader()).name)


Box = Callable[[str, str], str]
"""The number of the box for 'seen' or 'chose' and what was seen or chosen."""


def condition_told(story: Story, condition: Condition, box: Box) -> str:
    """A condition in words: 'Papers: none and box 12 is ticked'."""
    return _told(story, condition, box, is_denied=False)


def value_told(story: Story, variable: str, value: str) -> str:
    """What a value of the situation is called on the sheet."""
    found = story.situation.get(variable)
    return strings.NOT_TOLD if value == UNKNOWN or found is None else found.values.get(value, value)


def label_told(story: Story, variable: str) -> str:
    """What a line of the sheet is called."""
    found = story.situation.get(variable)
    return found.label if found is not None else variable


def _told(story: Story, condition: Any, box: Box, *, is_denied: bool, within: str = "") -> str:
    """With `is_denied`, the condition is said to be not met: what is not all of, is any of (De Morgan).

    `within` is what joins the parts that it stands among: where that differs from its own, brackets hold it together.
    """
    if not isinstance(condition, dict):
        join = print_strings.BOOKLET_AND if is_denied else print_strings.ANY
        parts = [_told(story, part, box, is_denied=is_denied, within=join) for part in condition]
        return _joined(parts, join, within) or (print_strings.ALWAYS if is_denied else print_strings.NEVER)
    found: list[str] = []
    join = print_strings.ANY if is_denied else print_strings.BOOKLET_AND
    inner = join if len(condition) > 1 else within
    for key, value in condition.items():
        if key == "not":
            found.append(_told(story, value, box, is_denied=not is_denied, within=inner))
        elif key in ("seen", "chose"):
            form = print_strings.NOT_TICKED if is_denied else print_strings.TICKED
            boxes = [form.format(n=box(key, one)) for one in listed(value)]
            told = _joined(boxes, join, inner)
            found.append(told or (print_strings.NEVER if is_denied else print_strings.ALWAYS))
        else:
            values = print_strings.OR.join(value_told(story, key, one) for one in listed(value))
            form = print_strings.NOT_VALUE if is_denied else print_strings.VALUE
            found.append(form.format(label=label_told(story, key), value=values))
    return _joined(found, join, within) or (print_strings.NEVER if is_denied else print_strings.ALWAYS)


def _joined(parts: list[str], join: str, within: str) -> str:
    told = join.join(parts)
    return f"({told})" if len(parts) > 1 and within not in ("", join) else told
