"""What may a face show of a moment?

The view model of a page: text, options and moves, outcome with evidence words, situation, ending.
"""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import reader_strings, strings
from wayout.model.conditions import choice_key
from wayout.model.dates import format_date
from wayout.model.library import Library, story_name
from wayout.model.story import Choice, Ending, Outcome, Scene
from wayout.model.text import Shown, wording
from wayout.play.moves import (
    Choose,
    Cut,
    Edit,
    Enter,
    GoOn,
    Mark,
    Move,
    PutBack,
    Reply,
    Return,
    Revisit,
    Stay,
    Take,
    encode,
)
from wayout.play.state import Reader, State, Trail
from wayout.play.step import is_held_back, is_unknown_to_paper, moves, offered
from wayout.views import trail_summary
from wayout.views.catalogue import needs_care
from wayout.views.move_labels import is_back_to_an_end, move_label, passed_label
from wayout.views.outcome import OutcomePage, evidence_line, evidence_words, outcome_page
from wayout.views.papers import as_paper_has_it, carriage_of, not_known, outcome_text, outcomes_in
from wayout.views.passages import (
    Block,
    asks,
    headline_chosen,
    left_out,
    mark_block,
    own_kind,
    page_title,
    replied,
    situation_told,
    told,
    told_at_end,
)
from wayout.views.trail_summary import RoadSummary, ends_stretch, opened_records, read_before, road_summary

MoveKind = Literal[
    "choice", "go on", "enter", "stay", "return", "mark", "reply", "take", "edit", "cut", "put back", "revisit"
]
KINDS: dict[type[Move | Revisit], MoveKind] = {
    Choose: "choice", GoOn: "go on", Enter: "enter", Stay: "stay", Return: "return", Mark: "mark", Reply: "reply",
    Take: "take", Edit: "edit", Cut: "cut", PutBack: "put back", Revisit: "revisit",
}  # fmt: skip


class OptionView(Struct, frozen=True, kw_only=True):
    """Something that can be chosen, and what a form or a key calls it.

    `reason` says why an option is not open, `notice` what a record holds before it is stepped into.
    """

    id: str
    label: str
    is_open: bool = True
    reason: str = ""
    notice: str = ""
    looked_at: bool = False
    evidence: str = ""

    @property
    def because(self) -> str:
        """Of an option that is not open that it is not, and why, where that is told."""
        is_told = self.reason not in ("", strings.CLOSED)
        return strings.CLOSED_BECAUSE.format(reason=self.reason) if is_told else strings.CLOSED


class MoveView(OptionView, frozen=True, kw_only=True):
    """Something that the reader can do on a page: a move, whose `id` is its text; or going back to a decision.

    One that `stands_back` is there on page after page, and is no answer to what a page asks: a line to take along, and
    the way back to the end of a record that she has read.
    """

    move: Move | Revisit
    reason_claims: tuple[str, ...] = ()
    stands_back: bool = False

    @property
    def kind(self) -> MoveKind:
        """Its kind in a word, by which faces tell moves apart."""
        return KINDS[type(self.move)]


class Discussion(Struct, frozen=True):
    """A question, what a good answer draws on, and the claims for it."""

    ask: str
    expect: tuple[str, ...]
    claims: tuple[str, ...]


_AFTER_PAPER = Discussion(reader_strings.AFTER_PAPER, (), ())


class EndingView(Struct, frozen=True, kw_only=True):
    """How a path ends."""

    head: str
    as_of: str
    text: str
    claims: tuple[str, ...]
    unknown: tuple[str, ...]
    questions: tuple[Discussion, ...]
    walked: tuple[str, ...] = ()
    not_walked: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    road: RoadSummary | None = None

    @property
    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is told below it, each under its head, as far as there is something: a road's own first."""
        road = self.road
        found = (
            (reader_strings.SHUT_HEAD, road.shut if road else ()),
            (road.none if road else "", road.steps if road else ()),
            (strings.WALKED_HEAD, self.walked),
            (strings.UNKNOWN_HEAD, self.unknown),
            (strings.NOT_WALKED_HEAD, self.not_walked),
            (strings.MARKED_HEAD, self.marked),
        )
        return tuple((head, lines) for head, lines in found if lines)

    @property
    def every_claim(self) -> tuple[str, ...]:
        """The claims of its text, then those of what was shut, and of its questions."""
        shut = self.road.claims if self.road is not None else ()
        return (*self.claims, *shut, *(claim for question in self.questions for claim in question.claims))


class Page(Struct, frozen=True, kw_only=True):
    """Everything that a face may show of a moment, in the reader's wording; faces add nothing but looks."""

    kind: Literal["scene", "mark", "outcome", "ending", "prompt", "reveal"]
    story: str
    scene: str
    title: str
    place: str
    date: str
    blocks: tuple[Block, ...] = ()
    chosen: str = ""
    ask: str = ""
    reveal: OutcomePage | None = None
    close: EndingView | None = None
    moves: tuple[MoveView, ...] = ()
    situation: tuple[tuple[str, str], ...] = ()
    care: bool = False
    """Whether the page tells of self-injury, and so points to help."""
    stretch: bool = False
    """Whether a road's first stretch ends here, and the records are offered before it goes on."""

    @property
    def leads_out(self) -> bool:
        """Whether the way back to the library stands among what can be done."""
        return self.kind == "ending" or self.stretch

    @property
    def open_moves(self) -> tuple[MoveView, ...]:
        """The moves that can be made; a face numbers these from 1."""
        return tuple(move for move in self.moves if move.is_open)

    @property
    def by_default(self) -> MoveView | None:
        """What a reader does who just reads on: along the person's own road, or back to the question that she left.

        It never leads into another record: that is hers to choose.
        """
        kinds = ("return",) if self.kind == "ending" else ("go on", "stay")
        found = next((move for move in self.open_moves if move.kind in kinds), None)
        return found if self.kind != "scene" or found in self.open_moves[:1] else None

    @property
    def where(self) -> str:
        """Place and date in one line."""
        return " · ".join(part for part in (self.place, self.date) if part)

    @property
    def texts(self) -> tuple[str, ...]:
        """What it tells in a writer's words, in its order."""
        found = [block.text for block in self.blocks]
        if self.reveal is not None:
            found += [outcome.text for outcome in self.reveal.outcomes]
        if self.close is not None:
            found += [self.close.text, *self.close.unknown, *(question.ask for question in self.close.questions)]
        return (*found, self.ask, *(move.label for move in self.moves if move.kind == "choice"))

    @property
    def told(self) -> tuple[str, ...]:
        """The claims that its passages, outcomes and ending tell."""
        found = [claim for block in self.blocks if not block.editorial for claim in block.claims]
        found += [claim for outcome in self.reveal.outcomes for claim in outcome.claims] if self.reveal else []
        return tuple(dict.fromkeys((*found, *(self.close.claims if self.close else ()))))

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that the page rests on, in the order of its parts, once each."""
        found: list[str] = [claim for block in self.blocks for claim in block.claims]
        found += self.reveal.every_claim if self.reveal is not None else ()
        found += self.close.every_claim if self.close is not None else ()
        found += [claim for move in self.moves for claim in move.reason_claims]
        return tuple(dict.fromkeys(found))


def page(library: Library, state: State, reader: Reader, trail: Trail | None = None) -> Page:
    """The page of a state, as this reader is given it; with the trail, an ending says where it has been."""
    if is_unknown_to_paper(library, state):
        return _unknown(library, state, reader)
    story, scene = state.story_in(library), state.scene_in(library)
    choice = state.shown_in(library)
    place = library.places.get(scene.at) if scene.at else None
    own = own_kind(library, state)
    ending = scene.ending if choice is None and own is None else None
    held_back = is_held_back(library, state)
    close = _close(library, state, ending, scene, reader, trail) if ending else None
    stretch = not held_back and ends_stretch(library, state, trail, reader)
    asked = reader_strings.STRETCH_ENDS if stretch else ""
    found = [
        replace(one, label=reader_strings.WALK_ON) if stretch and one.kind == "go on" else one
        for one in _moves(library, state, scene, reader, trail)
    ]
    if close is not None and close.road is not None:
        found += [MoveView(id=one.move.text, move=one.move, label=one.label) for one in close.road.back]
    return Page(
        kind="mark" if held_back else "outcome" if choice else own or ("ending" if ending else "scene"),
        story=state.story,
        scene=state.scene,
        title=page_title(library, state),
        place=place.name if place else "",
        date=format_date(scene.date) if scene.date is not None else "",
        blocks=(*headline_chosen(library, trail, reader), *told(library, state, scene, reader))
        if choice is None
        else (*_marked(state), *left_out(library, state, library.outcomes(story.person, choice))),
        chosen=_say(choice.label, reader) if choice else replied(state, scene, reader),
        ask=strings.MARK_ASK if held_back else asked if choice else asks(library, state, scene, reader),
        reveal=outcome_page(
            library,
            story,
            choice,
            reader,
            _kept(library, state, choice, reader),
            opened=opened_records(library, trail, state),
            dealt=scene.dealt,
        )
        if choice and not held_back
        else None,
        close=close,
        moves=tuple(found),
        situation=situation_told(story, state),
        care=needs_care(library, state, is_held_back=held_back),
        stretch=stretch,
    )


def _marked(state: State) -> tuple[Block, ...]:
    """What the reader marked before the outcome was revealed."""
    return (mark_block(strings.MARK_ASK, strings.MARKS, state.marked),) if state.marked else ()


def _say(text: Shown, reader: Reader) -> str:
    return wording(text, gentle=reader.gentle)


def _kept(library: Library, state: State, choice: Choice, reader: Reader) -> dict[Outcome, str] | None:
    """What followed as far as the one paper has it, and what is told of it then; None where all are read."""
    if not state.paper:
        return None
    return {
        outcome: outcome_text(library, state.paper, outcome, reader, is_beside=is_beside)
        for outcome, is_beside in outcomes_in(library, state, choice)
    }


def _unknown(library: Library, state: State, reader: Reader) -> Page:
    """The only page of a record whose person the one paper does not name."""
    blocks = told(library, state, state.scene_in(library), reader)
    back = tuple(one for one in _moves(library, state, state.scene_in(library), reader) if one.kind == "return")
    close = EndingView(
        head=not_known(library, state), as_of="", text="", claims=(), unknown=(), questions=(_AFTER_PAPER,)
    )
    return Page(kind="ending", story=state.story, scene=state.scene, title=page_title(library, state), place="",
                date="", blocks=blocks, close=close, moves=back)  # fmt: skip


def _close(
    library: Library, state: State, ending: Ending, scene: Scene, reader: Reader, trail: Trail | None
) -> EndingView:
    unknown = tuple(_say(line, reader) for line in ending.unknown)
    told_now = told_at_end(ending, state)
    passages = tuple(one for one in told_now if not state.paper
                     or carriage_of(library, state.story, state.paper, one) != "not in it")  # fmt: skip
    texts = [(_say(one.text, reader), one.claims) for one in passages]
    if state.paper:
        texts = [(as_paper_has_it(library, state.paper, text, claims, reader), claims) for text, claims in texts]
    asked = tuple(Discussion(_say(one.ask, reader), one.expect, one.claims) for one in scene.discuss)
    road = trail if state.story_in(library).person is None else None
    if road is not None:
        unknown += trail_summary.never_told(library, road, gentle=reader.gentle)
    return EndingView(
        head=strings.ENDING_PUBLISHED if ending.kind == "as-published" else strings.ENDING_SILENT,
        as_of=strings.AS_OF.format(date=format_date(ending.as_of)) if ending.as_of is not None else "",
        text="\n\n".join(text for text, _ in texts if text),
        claims=tuple(dict.fromkeys(claim for one in passages for claim in one.claims)),
        unknown=unknown,
        questions=(_AFTER_PAPER,) if state.paper else asked,
        walked=_names(library, trail_summary.walked(library, road)) if road else (),
        not_walked=_names(library, trail_summary.not_walked(library, road)) if road and not ending.read_next else (),
        road=road_summary(library, road, reader) if road else None,
        marked=tuple(one.line for one in (trail_summary.marked(library, trail, gentle=reader.gentle) if trail else ())),
    )


def _names(library: Library, stories: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(story_name(library, library.stories[name]) for name in stories)


def _moves(
    library: Library, state: State, scene: Scene, reader: Reader, trail: Trail | None = None
) -> tuple[MoveView, ...]:
    """Every choice, those that are not open included, and then what else can be done."""
    is_open = moves(library, state)
    found: list[MoveView] = []
    if state.shown is None and not passed_label(library, state, scene):
        read = read_before(state, trail)
        for key, choice in offered(scene, state).items():
            one = _choice_move(library, state, key, choice, Choose(key) in is_open, reader)
            found.append(replace(one, looked_at=choice_key(state.scene, key) in read))
    for move in is_open:
        if isinstance(move, Choose):
            continue
        label, notice = move_label(library, state, scene, move, reader)
        back = isinstance(move, Take) or (isinstance(move, Return) and is_back_to_an_end(library, state, scene))
        found.append(MoveView(id=encode(move), move=move, label=label, notice=notice, stands_back=back))
    return tuple(found)


def _choice_move(library: Library, state: State, key: str, choice: Choice, is_open: bool, reader: Reader) -> MoveView:
    person, dealt = state.story_in(library).person, state.scene_in(library).dealt
    evidence = evidence_words(library, person, choice, dealt=dealt) if reader.words_beforehand else ()
    why = choice.otherwise if not is_open else None
    return MoveView(
        id=key,
        move=Choose(key),
        label=_say(choice.label, reader),
        is_open=is_open,
        reason="" if is_open else _say(why.text, reader) if why else strings.CLOSED,
        reason_claims=why.claims if why else (),
        evidence=evidence_line(evidence),
    )
