"""What does a teacher need on paper for one lesson with some records?

Everything is computed from the stories and their claims: who says what, how well it stands, where documents differ.
"""

from collections.abc import Iterator

from msgspec import Struct

from game import words
from game.model.beside import CARE
from game.model.library import Library
from game.model.naming import namings
from game.model.standing import standing
from game.model.text import paragraphs, shown
from game.play.beside import aside, glossary
from game.play.catalogue import claims_of, entry, texts
from game.play.debrief_told import Row
from game.play.page import name_of
from game.play.reader import Reader
from game.play.sources import ClaimView, DifferenceView, sources
from game.words import lesson as said

LENGTH = 45
"""Minutes of one lesson."""
START, WAR, EXIT, LEAST_TALK = 3, 5, 5, 8
"""Minutes for what is the same in each lesson, and the least for each half of the work with sources."""
CHOOSING = 1.5
"""A record that is read, chosen in and marked takes so much longer than one that is read only."""
STATEMENTS, VERSIONS, RARE = 8, 3, 2
"""What one sheet has room for, and how many statements of each standing but the usual one."""


class Text(Struct, frozen=True):
    """A paragraph; a quiet one is a note."""

    text: str
    quiet: bool = False


class Points(Struct, frozen=True):
    """A list, under a head of its own if it has one."""

    rows: tuple[Row, ...]
    head: str = ""


class Grid(Struct, frozen=True):
    """A table; an empty cell is to be written in."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


class Lines(Struct, frozen=True):
    """A question with room to write."""

    ask: str
    count: int = 3


Piece = Text | Points | Grid | Lines


class Sheet(Struct, frozen=True):
    """What is printed on pages of its own."""

    head: str
    pieces: tuple[Piece, ...]


class Lesson(Struct, frozen=True):
    """The whole pack."""

    title: str
    note: str
    sheets: tuple[Sheet, ...]


def lesson(library: Library, names: tuple[str, ...], reader: Reader) -> Lesson:
    """The pack for some records, in the wording that the class will read."""
    called = [name_of(library, library.stories[name]) for name in names]
    sheets = [_plan(library, names, reader), _parents(library, names, reader)]
    for name in names:
        sheets += _handouts(library, name, reader)
    sheets.append(Sheet(said.EXIT, (Text(said.EXIT_LEAD, quiet=True), *(Lines(one) for one in said.EXIT_POINTS))))
    for name in names:
        sheets += _for_the_teacher(library, name, reader)
    rubric = Grid(said.RUBRIC_HEAD, said.RUBRIC_ROWS)
    sheets.append(Sheet(said.RUBRIC, (Text(said.RUBRIC_LEAD), rubric)))
    sheets += _reference(library, names, reader)
    note = " ".join((said.NOTE.format(n=LENGTH), *((said.NOTE_GENTLE,) if reader.gentle else ())))
    return Lesson(said.TITLE.format(names=_joined(called)), note, tuple(sheets))


def minutes(library: Library, names: tuple[str, ...], reader: Reader) -> list[int]:
    """How long a class takes with each record, in minutes."""
    return [round(entry(library, name, reader).minutes * CHOOSING) + 1 for name in names]


def _plan(library: Library, names: tuple[str, ...], reader: Reader) -> Sheet:
    reading = minutes(library, names, reader)
    left = LENGTH - START - WAR - EXIT - sum(reading)
    work = max(LEAST_TALK, left // 2)
    talk = max(LEAST_TALK, left - work)
    steps: list[tuple[int, str, str]] = [(START, *said.PLAN_START), (WAR, *said.PLAN_WAR)]
    for name, length in zip(names, reading, strict=True):
        what = said.PLAN_RECORD.format(name=name_of(library, library.stories[name]))
        steps.append((length, what, said.PLAN_RECORD_WITH))
    steps += [(work, *said.PLAN_EVIDENCE), (talk, *said.PLAN_TALK), (EXIT, *said.PLAN_EXIT)]
    rows, start = [], 0
    for length, what, using in steps:
        rows.append((said.TIME.format(start=start, end=start + length), what, using))
        start += length
    plan = Grid(said.PLAN_HEAD, tuple(rows))
    before = Points(tuple(Row(one) for one in said.BEFORE_POINTS), said.BEFORE)
    return Sheet(said.PLAN, (plan, *((Text(said.PLAN_TOO_LONG),) if start > LENGTH else ()), before))


def _parents(library: Library, names: tuple[str, ...], reader: Reader) -> Sheet:
    entries = [entry(library, name, reader) for name in names]
    lead = said.PARENTS_LEAD.format(names=_joined([one.name for one in entries]))
    holds = (
        Row(said.PARENTS_HOLDS.format(name=one.name, what="; ".join(one.content) or said.PARENTS_NOTHING))
        for one in entries
    )
    points = Points(tuple(Row(one) for one in said.PARENTS_POINTS))
    blocks = aside(library, CARE, reader).blocks if CARE in library.asides else ()
    help_ = (Text(part) for block in blocks for part in paragraphs(block.text))
    held = Points(tuple(holds), said.PARENTS_HOLD if len(names) > 1 else words.CONTENT_HEAD)
    return Sheet(said.PARENTS, (Text(lead), held, points, Points((), words.CARE_HERE), *help_))


def _handouts(library: Library, name: str, reader: Reader) -> Iterator[Sheet]:
    """What pupils write on: their choices, documents side by side, statements and their support."""
    story = library.stories[name]
    called = name_of(library, story)
    asked = (shown(scene.ask, gentle=reader.gentle) for scene in story.scenes.values() if scene.choices and scene.ask)
    decide = Grid(said.DECIDE_HEAD, tuple((ask, "", "", "") for ask in asked))
    known = {words.KNOWN[word]: what for word, what in words.KNOWN_MEANING.items()}
    evidence = "; ".join(f"{word} ({what})" for word, what in {**words.TAKEN_MEANING, **known}.items())
    meant = Text(said.DECIDE_WORDS.format(words=evidence), quiet=True)
    yield Sheet(said.DECIDE.format(name=called), (Text(said.DECIDE_LEAD), meant, decide))
    claims = _claims(library, name, reader)
    found = _versions(library, name, claims)
    if found:
        pieces: list[Piece] = [Text(said.VERSIONS_LEAD)]
        for claim, one in found:
            heads = tuple(reading.where for reading in one.readings)
            caption = said.VERSIONS_ON.format(says=claim.says, head=one.head)
            pieces += [Grid(heads, (tuple(reading.says for reading in one.readings),), caption),
                       Lines(said.VERSIONS_ASK, 2)]  # fmt: skip
        yield Sheet(said.VERSIONS.format(name=called), tuple(pieces))
    stands = Grid(said.STANDS_HEAD, tuple((one.says, "", "", "") for one in _statements(library, claims)))
    meaning = "; ".join(f"{word} ({what})" for word, what in said.STANDING_MEANING.items())
    yield Sheet(
        said.STANDS.format(name=called),
        (Text(said.STANDS_LEAD), Text(said.STANDS_WORDS.format(words=meaning), quiet=True), stands),
    )


def _for_the_teacher(library: Library, name: str, reader: Reader) -> Iterator[Sheet]:
    """The key to the statements, and questions with the evidence that good answers draw on."""
    story = library.stories[name]
    called = name_of(library, story)
    claims = _claims(library, name, reader)
    key = tuple((one.says, _who(one), one.support) for one in _statements(library, claims))
    yield Sheet(said.STANDS_KEY.format(name=called), (Grid(said.STANDS_KEY_HEAD, key),))
    yield Sheet(said.TALK.format(name=called), tuple(_talk(library, name, claims, reader)))


def _talk(library: Library, name: str, claims: tuple[ClaimView, ...], reader: Reader) -> Iterator[Points]:
    word = {one.id: standing(library.claims[one.id], library.lineage).word for one in claims}
    alone = [one for one in claims if word[one.id] == "single account"]
    second = [one for one in claims if word[one.id] in ("corroborated", "told again")]
    favour = tuple(_row(one) for one in claims if library.claims[one.id].interest == "self")
    rules = tuple(_row(one) for one in claims if library.claims[one.id].in_force is not None)
    counts = {"n": len(alone), "all": len(claims)}
    speakers = tuple(Row(one) for one in dict.fromkeys(cite.speaker for one in alone for cite in one.cites) if one)
    sourcing = [Row(said.SOURCING_ONE.format(**counts), "", speakers)]
    if favour:
        sourcing.append(Row(said.SOURCING_SELF, "", favour[:VERSIONS]))
    yield Points(tuple(sourcing), said.SOURCING)
    ask = said.CORROBORATING_ASK.format(n=len(second), all=len(claims)) if second else said.CORROBORATING_NONE
    yield Points((Row(ask, "", tuple(_row(one) for one in second[:VERSIONS])),), said.CORROBORATING)
    if rules:
        yield Points((Row(said.CONTEXT_ASK, "", rules),), said.CONTEXT)
    close = tuple(
        Row(said.VERSIONS_ON.format(says=claim.says, head=one.head), "",
            tuple(Row(said.SAYS_WHERE.format(says=each.says, where=each.where)) for each in one.readings))
        for claim, one in _versions(library, name, claims)
    )  # fmt: skip
    if close:
        yield Points(close, said.CLOSE)
    own = tuple(
        Row(shown(one.ask, gentle=reader.gentle), "", tuple(Row(each) for each in one.expect))
        for scene in library.stories[name].scenes.values() for one in scene.discuss
    )  # fmt: skip
    if own:
        yield Points(own, said.OWN)


def _reference(library: Library, names: tuple[str, ...], reader: Reader) -> Iterator[Sheet]:
    """The terms that the records name, and every document behind them."""
    told = [shown(text, gentle=reader.gentle) for name in names for text in texts(library.stories[name])]
    named = {naming.term for text in told for naming in namings(text, library.terms)}
    terms = tuple(Row(f"{one.term}: {one.says}") for one in glossary(library, reader) if one.id in named)
    if terms:
        yield Sheet(said.TERMS, (Points(terms),))
    cites = {cite.document: cite for name in names for one in _claims(library, name, reader) for cite in one.cites}
    rows = []
    for cite in cites.values():
        is_made = cite.made_from and cite.how != words.HOW["original"]
        made = words.MADE_FROM.format(how=cite.how, origin=cite.made_from) if is_made else cite.how
        line = " · ".join(dict.fromkeys(part for part in (cite.title, cite.outlet, made) if part))
        rows.append(Row(line, link=cite.url))
    yield Sheet(said.SOURCES, (Points(tuple(rows)),))


def _claims(library: Library, name: str, reader: Reader) -> tuple[ClaimView, ...]:
    """What the record tells of its own person, of the law, the war and helpers; not what it borrows from others."""
    story = library.stories[name]
    claims = {one: library.claims[one] for one in claims_of(story) if one in library.claims}
    told = (one for one, claim in claims.items() if claim.subject in ("", story.person))
    return sources(library, told, reader)


def _versions(library: Library, name: str, claims: tuple[ClaimView, ...]) -> list[tuple[ClaimView, DifferenceView]]:
    """Points on which two documents part, with the statement: of the person, of translations, of substance first."""
    person = library.stories[name].person
    paraphrase = words.HOW["paraphrase"]
    found = [(claim, one) for claim in claims for one in claim.differences if len(one.readings) == 2]

    def order(pair: tuple[ClaimView, DifferenceView]) -> tuple[bool, bool, bool]:
        claim, one = pair
        is_summed = any(all(cite.how == paraphrase for cite in reading.cites) for reading in one.readings)
        return library.claims[claim.id].subject != person, is_summed, one.weight != "substance"

    return sorted(found, key=order)[:VERSIONS]


def _statements(library: Library, claims: tuple[ClaimView, ...]) -> list[ClaimView]:
    """Statements of every standing there is and of several kinds, in the order of the record."""
    word = {one.id: standing(library.claims[one.id], library.lineage).word for one in claims}
    chosen: dict[str, None] = {}
    for rare in ("disputed", "corroborated", "told again"):
        chosen |= dict.fromkeys([one.id for one in claims if word[one.id] == rare][:RARE])
    kinds = {library.claims[one.id].kind: one.id for one in reversed(claims) if word[one.id] == "single account"}
    rest = [*reversed(kinds.values()), *(one.id for one in claims)]
    for name in rest:
        if len(chosen) < STATEMENTS:
            chosen[name] = None
    return [one for one in claims if one.id in chosen]


def _who(claim: ClaimView) -> str:
    return "; ".join(dict.fromkeys(cite.speaker or cite.name for cite in claim.cites))


def _row(claim: ClaimView) -> Row:
    return Row(claim.says, " · ".join((claim.standing, *claim.remarks)))


def _joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return said.AND.format(first=", ".join(names[:-1]), last=names[-1])
