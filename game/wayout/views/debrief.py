"""How does the reader's trail stand beside the record?

A view model: the reader's choices beside the record, weakest claims, other records, questions; and its document.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import print_strings, reader_strings, strings
from wayout.model.graph import recorded_path
from wayout.model.library import Library, story_name
from wayout.model.standing import standing
from wayout.model.story import Choice
from wayout.model.text import wording
from wayout.play.history import choice_made
from wayout.play.state import Playthrough, Reader, Step, Trail
from wayout.play.step import plays
from wayout.views.account import Account, account, account_sections
from wayout.views.compare import ActTaken, compare
from wayout.views.document import Row, Section, TextSpan, ViewDocument, item
from wayout.views.outcome import evidence_line, evidence_words
from wayout.views.page import Discussion, Page, page
from wayout.views.papers import claims_by_paper, line_by_paper
from wayout.views.sources import WEAKEST_FIRST, CiteView, ClaimView, sources, support
from wayout.views.trail_summary import (
    MarkSummary,
    TrailExtent,
    article_records,
    extent_of,
    marked,
    read_in_part,
    walked,
)

DEBRIEF = "debrief"
"""The name of its document."""


class DebriefSide(Struct, frozen=True):
    """An answer to a question: what it says, and its evidence words ('taken · recorded')."""

    label: str
    evidence: str


class ForkComparison(Struct, frozen=True, kw_only=True):
    """A fork: every answer that the reader gave there, in order, and the one on the recorded path, if it lies there."""

    story: str
    scene: str
    name: str
    person: str
    question: str
    chose: tuple[DebriefSide, ...]
    did: DebriefSide | None


class OtherRecord(Struct, frozen=True, kw_only=True):
    """What a person's record, `story`, has of a kind of act, `of`: the answer there, or what is told elsewhere."""

    of: str
    story: str
    act: str
    name: str
    did: DebriefSide


class WeakestClaim(Struct, frozen=True, kw_only=True):
    """The weakest support among the claims of a path: its word with its reason, and those that have no better one."""

    support: str
    claims: tuple[str, ...]
    count: int


class CitedDocument(Struct, frozen=True):
    """A document in a line, where it was published, what the line begins with, and in which language that is.

    `note` is what there is to say of a text that was read here.
    """

    line: str
    url: str
    cited: str
    language: str
    note: str = ""


class Debrief(Struct, frozen=True, kw_only=True):
    """A trail beside the record. `unmet` counts the forks of the records walked in that the reader did not come to."""

    title: str
    accounts: tuple[Account, ...] = ()
    in_part: tuple[str, ...] = ()
    forks: tuple[ForkComparison, ...] = ()
    unmet: int = 0
    marks: tuple[MarkSummary, ...] = ()
    weakest: WeakestClaim | None = None
    elsewhere: tuple[OtherRecord, ...] = ()
    endings: tuple[str, ...] = ()
    questions: tuple[Discussion, ...] = ()
    claims: tuple[str, ...] = ()
    sources: tuple[ClaimView, ...] = ()
    documents: tuple[CitedDocument, ...] = ()


def debrief(library: Library, trail: Trail, reader: Reader, *, has_gentle_articles: bool = False) -> Debrief:
    """The debrief of a trail, at whatever page it stands; of what is not revealed yet, it reveals nothing.

    Its articles are in the wording of the reader, or always in the gentle one, as where pupils show them to others.
    """
    every = tuple(plays(library, trail))
    read = tuple(page(library, play.state, reader) for play in every)
    held_back = read[-1].kind == "mark"
    far = extent_of(library, every)
    made = tuple(_answers(library, trail.steps[:-1] if held_back else trail.steps))
    claims = tuple(dict.fromkeys(claim for one in read for claim in one.claims))
    if trail.paper:
        claims = claims_by_paper(library, trail.paper, claims)
    found = sources(library, claims, reader)
    return Debrief(
        title=story_name(library, library.stories[trail.story]),
        accounts=_accounts(library, every[-1], replace(reader, gentle=reader.gentle or has_gentle_articles), far),
        in_part=_in_part(library, trail, far),
        forks=_forks(library, made, reader),
        unmet=_unmet(library, trail, made),
        marks=marked(library, trail, gentle=reader.gentle),
        weakest=_weakest(library, found),
        elsewhere=_elsewhere(library, made, reader, trail.paper),
        endings=tuple(dict.fromkeys(ending_line(one) for one in read if one.close is not None)),
        questions=_questions(read),
        claims=claims,
        sources=found,
        documents=tuple(_documents(library, found, reader)),
    )


def _accounts(library: Library, play: Playthrough, reader: Reader, far: TrailExtent) -> tuple[Account, ...]:
    """The reader's article on each record that she walked to an ending; none where nothing of her own is on."""
    names = article_records(library, play.trail, far) if play.trail.parts else ()
    return tuple(one for name in names if (one := account(library, play, reader, name, far)) is not None)


def _in_part(library: Library, trail: Trail, far: TrailExtent) -> tuple[str, ...]:
    """The names of the records that she walked in and has no article on."""
    names = read_in_part(library, trail, far) if trail.parts else ()
    return tuple(story_name(library, library.stories[name]) for name in names)


class _Answer(NamedTuple):
    """An answer that the reader gave, and where."""

    story: str
    scene: str
    choice: str


def _answers(library: Library, steps: Iterable[Step]) -> Iterator[_Answer]:
    for step in steps:
        if (choice := choice_made(library, step)) is not None:
            yield _Answer(step.story, step.scene, choice)


def _side(library: Library, story: str, choice: Choice, reader: Reader, *, dealt: bool = False) -> DebriefSide:
    words = evidence_words(library, library.stories[story].person, choice, dealt=dealt)
    return DebriefSide(wording(choice.label, gentle=reader.gentle), evidence_line(words))


def recorded_answers(library: Library, story: str) -> dict[str, str]:
    """Of each fork on a person's recorded path, the answer that he gave."""
    if library.stories[story].person is None:
        return {}
    stops = recorded_path(story, library.stories[story]).stops
    return {stop.scene: stop.choice for stop in stops if stop.choice is not None}


def _forks(library: Library, made: Iterable[_Answer], reader: Reader) -> tuple[ForkComparison, ...]:
    answers: dict[tuple[str, str], dict[str, None]] = {}
    for one in made:
        answers.setdefault((one.story, one.scene), {})[one.choice] = None
    did = {story: recorded_answers(library, story) for story, _ in answers}
    return tuple(
        compared_fork(library, story, scene, chosen, did[story].get(scene), reader)
        for (story, scene), chosen in answers.items()
    )


def compared_fork(
    library: Library, story: str, scene: str, chosen: Iterable[str], own: str | None, reader: Reader
) -> ForkComparison:
    """A fork with some answers, by their ids; `own` is the one on the recorded path."""
    told, fork = library.stories[story], library.scene(story, scene)
    choices = fork.choices
    return ForkComparison(
        story=story,
        scene=scene,
        name=story_name(library, told),
        person=library.people[told.person].name if told.person else "",
        question=wording(fork.ask or "", gentle=reader.gentle),
        chose=tuple(_side(library, story, choices[one], reader, dealt=fork.dealt) for one in chosen),
        did=_side(library, story, choices[own], reader) if own is not None else None,
    )


def _unmet(library: Library, trail: Trail, made: Iterable[_Answer]) -> int:
    """How many forks of the recorded paths the reader was not asked at, in the records walked in."""
    met = {(one.story, one.scene) for one in made}
    been = dict.fromkeys((trail.story, *walked(library, trail)))
    return sum((story, scene) not in met for story in been for scene in recorded_answers(library, story))


def _elsewhere(library: Library, made: Iterable[_Answer], reader: Reader, paper: str) -> tuple[OtherRecord, ...]:
    """What other people than that of a fork have of an act that the reader chose there; each thing once."""
    every, stories = other_records(library, reader, paper), library.stories
    found = (
        other
        for one in made
        for other in every
        if other.of == library.choice(*one).act and stories[other.story].person != stories[one.story].person
    )
    return tuple(dict.fromkeys(found))


def other_records(library: Library, reader: Reader, paper: str = "") -> tuple[OtherRecord, ...]:
    """All that the records have of every act, as it is told of who did what: at a decision of the own record or not.

    By one paper only what that has of them.
    """
    return tuple(
        OtherRecord(of=one.act, story=taking.story, act=one.label, name=taking.name, did=did)
        for one in compare(library, reader).rows
        for taking in one.takings
        if (did := _took(library, taking, paper, reader)) is not None
    )


def _took(library: Library, taking: ActTaken, paper: str, reader: Reader) -> DebriefSide | None:
    """What somebody did; by one paper as that has it, and None where that does not tell of it."""
    told = [one.text for one in taking.outcomes]
    if paper:
        told = [line_by_paper(library, taking.story, paper, one.text, one.claims, reader)[0] for one in taking.outcomes]
        if not any(told):
            return None
    return DebriefSide(taking.label or " ".join(filter(None, told)), taking.evidence)


def _weakest(library: Library, found: tuple[ClaimView, ...]) -> WeakestClaim | None:
    words_of = [standing(library.claims[one.id], library.lineage).word for one in found]
    if not found:
        return None
    worst = min(words_of, key=WEAKEST_FIRST.index)
    weak = [one for one, word in zip(found, words_of, strict=True) if word == worst]
    says = tuple(one.line for one in weak)
    return WeakestClaim(support=support(library, [weak[0].id]), claims=says, count=len(found))


def _documents(library: Library, found: tuple[ClaimView, ...], reader: Reader) -> Iterator[CitedDocument]:
    """Every document cited; in the gentle wording of what is announced only who published it."""
    cited: dict[str, tuple[CiteView, bool]] = {}
    for one in found:
        is_spared = reader.gentle and bool(library.claims[one.id].content)
        for cite in one.cites:
            before = cited.get(cite.document, (cite, False))
            cited[cite.document] = (cite, before[1] or is_spared)
    return (cited_document(*one) for one in cited.values())


def cited_document(cite: CiteView, is_spared: bool) -> CitedDocument:
    """A document; with `is_spared` only who published it, where that is told."""
    is_named = not is_spared or not cite.outlet
    named = list(dict.fromkeys(part for part in (cite.title if is_named else "", cite.outlet, cite.made) if part))
    return CitedDocument(" · ".join(named), cite.url if is_named else "", named[0] if named else "", cite.language,
                         cite.note if is_named else "")  # fmt: skip


def ending_line(one: Page) -> str:
    """How the path of an ending's page ends, and as of when."""
    close = one.close
    said = (close.head, close.as_of) if close is not None else ()
    return strings.OF_PERSON.format(name=one.title, head=" · ".join(part for part in said if part))


def _questions(read: tuple[Page, ...]) -> tuple[Discussion, ...]:
    asked = (question for one in read if one.close is not None for question in one.close.questions)
    return tuple({question.ask: question for question in asked}.values())


def debrief_document(found: Debrief, *, folds: bool = False) -> ViewDocument:
    """The sections of a debrief that have something to say, in their order.

    What a good answer draws on is closed below its question where a page `folds` it; else it stands at the very end.
    """
    unmet = strings.UNMET_ONE if found.unmet == 1 else strings.UNMET.format(n=found.unmet)
    forks = tuple(map(fork_row, found.forks)) or (item(strings.FORKS_NONE),)
    sections = debrief_sections(
        (*forks, item(unmet)) if found.unmet else forks,
        tuple(map(_mark_row, found.marks)),
        _weakest_rows(found.weakest) if found.weakest is not None else (),
        tuple(map(elsewhere_row, found.elsewhere)),
        tuple(map(item, found.endings)),
        tuple(question_row(one) if folds else item(one.ask) for one in found.questions),
        tuple(map(claim_row, found.sources)),
        tuple(map(document_row, found.documents)),
    )
    own = tuple(section for one in found.accounts for section in account_sections(one))
    answers = () if folds else answer_sections(found.questions)
    return ViewDocument(
        id=DEBRIEF, title=strings.DEBRIEF,
        sections=(*own, *in_part_sections(found.in_part), *sections, *answers), claims=found.claims,
    )  # fmt: skip


def answer_sections(questions: tuple[Discussion, ...]) -> tuple[Section, ...]:
    """What good answers draw on, question by question; nothing where no question says so."""
    rows = tuple(item(one.ask, _expected(one)) for one in questions if one.expect)
    return (Section(print_strings.ANSWERS, rows, is_loose=True),) if rows else ()


def in_part_sections(names: tuple[str, ...]) -> tuple[Section, ...]:
    """That records were read in part, a line each; nothing where none was."""
    return (Section(reader_strings.IN_PART_HEAD, tuple(map(item, names))),) if names else ()


def debrief_sections(*rows: tuple[Row, ...]) -> tuple[Section, ...]:
    """Forks, marks, weakest support, other records, endings, questions, sources, documents: those that have rows."""
    heads = (
        strings.FORKS_HEAD, strings.MARKED_HEAD, strings.WEAKEST_HEAD, strings.ELSEWHERE_HEAD, strings.ENDINGS_HEAD,
        strings.DISCUSS_HEAD, strings.PATH_SOURCES_HEAD, strings.DOCUMENTS_HEAD,
    )  # fmt: skip
    return tuple(Section(heading, found, is_loose=True) for heading, found in zip(heads, rows, strict=True) if found)


def fork_row(one: ForkComparison) -> Row:
    """What was chosen beside what the record has; in one line where that is the same."""
    question = strings.OF_PERSON.format(name=one.name, head=one.question) if one.question else one.name
    if one.did is not None and one.chose == (one.did,):
        return item(question, item(strings.CHOSE_AS_HE_DID.format(label=one.did.label), evidence=one.did.evidence))
    chose = (item(strings.YOU_CHOSE.format(label=side.label), evidence=side.evidence) for side in one.chose)
    did: tuple[Row, ...] = ()
    if one.did is not None:
        did = (item(strings.HE_DID.format(name=one.person, label=one.did.label), evidence=one.did.evidence),)
    elif one.person:
        did = (item(strings.OFF_HIS_PATH.format(name=one.person)),)
    return item(question, *chose, *did)


def _mark_row(one: MarkSummary) -> Row:
    return item(one.line)


def _weakest_rows(weak: WeakestClaim) -> tuple[Row, ...]:
    count = strings.WEAKEST_COUNT.format(n=len(weak.claims), all=weak.count)
    return (item(weak.support, item(count), item(strings.WEAKEST_FIRST.format(says=weak.claims[0]))),)


def elsewhere_row(one: OtherRecord) -> Row:
    """What another record has of the same act."""
    answer = item(one.did.label, evidence=one.did.evidence)
    return item(strings.OF_PERSON.format(name=one.act, head=one.name), answer)


def question_row(one: Discussion) -> Row:
    """A question; what a good answer draws on is closed until somebody asks for it."""
    if not one.expect:
        return item(one.ask)
    return replace(item(one.ask, _expected(one)), summary=(TextSpan(strings.EXPECT_HEAD),))


def _expected(one: Discussion) -> Row:
    return item(strings.EXPECT.format(what="; ".join(one.expect)))


def claim_row(claim: ClaimView) -> Row:
    """A claim, how it stands, and every place that carries it, once."""
    places: dict[str, Row] = {}
    for cite in claim.cites:
        places.setdefault(cite.line, place_row(cite))
    return item(claim.line, *places.values(), evidence=claim.standing)


def place_row(cite: CiteView) -> Row:
    """A document, how it was made, and the place in it."""
    return _cited_row(cite.line, cite.name, cite.language)


def document_row(one: CitedDocument) -> Row:
    """A document, where it can be read, and what there is to say of it as a text."""
    below = (item(strings.ABOUT_TEXT.format(note=one.note)),) if one.note else ()
    return replace(_cited_row(one.line, one.cited, one.language), address=one.url, rows=below)


def _cited_row(line: str, cited: str, language: str) -> Row:
    """A line that begins with the name of a document, in the language of that."""
    title = (TextSpan(cited, "title", language),) if cited else ()
    rest = line.removeprefix(cited)
    return Row(kind="item", spans=(*title, *((TextSpan(rest),) if rest else ())))
