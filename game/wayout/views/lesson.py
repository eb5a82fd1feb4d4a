"""What does a teacher need on paper for one lesson with some records?

The content of the lesson pack: minutes of each part, number of statements and differences on a sheet, handouts,
questions.

Everything is computed from the stories and their claims: who says what, how well it stands, where documents differ.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import print_strings, strings
from wayout.model.edition import LessonWords
from wayout.model.glossary_matcher import find_terms
from wayout.model.library import CARE, Library, story_name
from wayout.model.standing import standing
from wayout.model.text import paragraphs, wording
from wayout.play.state import Reader
from wayout.views.catalogue import catalogue_entry, claims_of, texts
from wayout.views.document import Row, item
from wayout.views.reference_pages import aside, glossary
from wayout.views.sources import ClaimView, DifferenceView, sources

LESSON_MINUTES = 45
"""Minutes of one lesson."""
START_MINUTES, FOREWORD_MINUTES, EXIT_MINUTES, MIN_TALK_MINUTES = 3, 5, 5, 8
"""Minutes of what is the same in each lesson, and the fewest for each half of the work with sources."""
CHOOSING_FACTOR = 1.5
"""A record that is read, chosen in and marked takes so much longer than one that is read only."""
RARE_WORD = "retold only"
"""A word of standing that is explained only where a statement has it."""
MAX_STATEMENTS, MAX_VERSIONS, MAX_RARE = 8, 3, 2
"""Statements and differences on one sheet, and statements of each standing but the usual one."""


class LessonText(Struct, frozen=True):
    """A paragraph; a quiet one is a note."""

    text: str
    quiet: bool = False


class LessonPoints(Struct, frozen=True):
    """A list, under a head of its own if it has one."""

    rows: tuple[Row, ...]
    head: str = ""


class LessonGrid(Struct, frozen=True):
    """A table; an empty cell is to be written in."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


class WritingLines(Struct, frozen=True):
    """A question with room to write."""

    ask: str
    count: int = 3


Piece = LessonText | LessonPoints | LessonGrid | WritingLines


class LessonSheet(Struct, frozen=True):
    """A part of the pack; a handout is given away, and is printed on pages of its own."""

    head: str
    pieces: tuple[Piece, ...]
    is_handout: bool = False


class LessonPack(Struct, frozen=True):
    """The whole pack."""

    title: str
    note: str
    sheets: tuple[LessonSheet, ...]


def lesson(library: Library, names: tuple[str, ...], reader: Reader) -> LessonPack:
    """The pack for some records, in the wording that the class will read."""
    called = [story_name(library, library.stories[name]) for name in names]
    sheets = [_plan(library, names, reader), _parents(library, names, reader)]
    for name in names:
        sheets += _handouts(library, name, reader)
    sheets.append(
        LessonSheet(
            print_strings.EXIT,
            (
                LessonText(print_strings.EXIT_LEAD, quiet=True),
                *(WritingLines(one) for one in print_strings.EXIT_POINTS),
            ),
            is_handout=True,
        )
    )
    for name in names:
        sheets += _for_the_teacher(library, name, reader)
    rubric = LessonGrid(print_strings.RUBRIC_HEAD, print_strings.RUBRIC_ROWS)
    sheets.append(LessonSheet(print_strings.RUBRIC, (LessonText(print_strings.RUBRIC_LEAD), rubric)))
    sheets += _reference(library, names, reader)
    note = " ".join(
        (print_strings.NOTE.format(n=LESSON_MINUTES), *((print_strings.NOTE_GENTLE,) if reader.gentle else ()))
    )
    return LessonPack(print_strings.LESSON_TITLE.format(names=_joined(called)), note, tuple(sheets))


def minutes(library: Library, names: tuple[str, ...], reader: Reader) -> list[int]:
    """How long a class takes with each record, in minutes."""
    return [round(catalogue_entry(library, name, reader).minutes * CHOOSING_FACTOR) + 1 for name in names]


def _plan(library: Library, names: tuple[str, ...], reader: Reader) -> LessonSheet:
    reading = minutes(library, names, reader)
    foreword = _foreword_step(library, reader)
    left = LESSON_MINUTES - START_MINUTES - sum(step[0] for step in foreword) - EXIT_MINUTES - sum(reading)
    work = max(MIN_TALK_MINUTES, left // 2)
    talk = max(MIN_TALK_MINUTES, left - work)
    steps: list[tuple[int, str, str]] = [
        (START_MINUTES, *print_strings.PLAN_START),
        *foreword,
    ]
    for name, length in zip(names, reading, strict=True):
        what = print_strings.PLAN_RECORD.format(name=story_name(library, library.stories[name]))
        steps.append((length, what, print_strings.PLAN_RECORD_WITH))
    steps += [
        (work, *print_strings.PLAN_EVIDENCE),
        (talk, *print_strings.PLAN_TALK),
        (EXIT_MINUTES, *print_strings.PLAN_EXIT),
    ]
    rows, start = [], 0
    for length, what, using in steps:
        rows.append((print_strings.TIME.format(start=start, end=start + length), what, using))
        start += length
    plan = LessonGrid(print_strings.PLAN_HEAD, tuple(rows))
    points = (*print_strings.BEFORE_POINTS, *_words(library, names).before)
    before = LessonPoints(tuple(item(one) for one in points), print_strings.BEFORE)
    return LessonSheet(
        print_strings.PLAN,
        (plan, *((LessonText(print_strings.PLAN_TOO_LONG),) if start > LESSON_MINUTES else ()), before),
    )


def _words(library: Library, names: tuple[str, ...]) -> LessonWords:
    """What the edition says of its own records; of records that were added alone, only what it says of its foreword."""
    words = library.edition.lesson
    people = {story.person for story in library.records.values()}
    is_own = any(name in library.records or library.stories[name].person in people for name in names)
    return words if is_own else replace(words, subject="", before=())


def _foreword_step(library: Library, reader: Reader) -> tuple[tuple[int, str, str], ...]:
    """The part of a lesson in which the foreword is read; none where there is none."""
    if not library.foreword:
        return ()
    title = aside(library, library.foreword, reader).title
    what = library.edition.lesson.foreword or print_strings.PLAN_FOREWORD.format(title=title)
    return ((FOREWORD_MINUTES, what, print_strings.PLAN_FOREWORD_WITH.format(title=title)),)


def _parents(library: Library, names: tuple[str, ...], reader: Reader) -> LessonSheet:
    entries = [catalogue_entry(library, name, reader) for name in names]
    words = _words(library, names)
    subject = words.subject or print_strings.PARENTS_SUBJECT
    lead = print_strings.PARENTS_LEAD.format(names=_joined([one.name for one in entries]), subject=subject)
    holds = (
        item(
            print_strings.PARENTS_HOLDS.format(
                name=one.name, what="; ".join(one.content) or print_strings.PARENTS_NOTHING
            )
        )
        for one in entries
    )
    points = LessonPoints(tuple(item(one) for one in print_strings.PARENTS_POINTS))
    blocks = aside(library, CARE, reader).blocks if CARE in library.asides else ()
    help_ = (LessonText(part) for block in blocks for part in paragraphs(block.text))
    held = LessonPoints(tuple(holds), print_strings.PARENTS_HOLD if len(names) > 1 else strings.CONTENT_HEAD)
    leads = (LessonText(text) for text in (lead, words.letter) if text)
    pieces: tuple[Piece, ...] = (*leads, held, points, LessonPoints((), strings.CARE_HERE), *help_)
    return LessonSheet(print_strings.PARENTS, pieces, is_handout=True)


def _handouts(library: Library, name: str, reader: Reader) -> Iterator[LessonSheet]:
    """What pupils write on: their choices, documents side by side, statements and their support."""
    story = library.stories[name]
    called = story_name(library, story)
    asked = (wording(scene.ask, gentle=reader.gentle) for scene in story.scenes.values() if scene.choices and scene.ask)
    decide = LessonGrid(print_strings.DECIDE_HEAD, tuple((ask, "", "", "") for ask in asked))
    known = {strings.KNOWN[word]: what for word, what in strings.KNOWN_MEANING.items()}
    evidence = "; ".join(f"{word} ({what})" for word, what in {**strings.TAKEN_MEANING, **known}.items())
    meant = LessonText(print_strings.DECIDE_WORDS.format(words=evidence), quiet=True)
    yield LessonSheet(print_strings.DECIDE.format(name=called), (LessonText(print_strings.DECIDE_LEAD), meant, decide),
                      is_handout=True)  # fmt: skip
    claims = _claims(library, name, reader)
    found = _versions(library, name, claims)
    if found:
        pieces: list[Piece] = [LessonText(print_strings.VERSIONS_LEAD)]
        for claim, one in found:
            heads = tuple(reading.where for reading in one.readings)
            caption = print_strings.VERSIONS_ON.format(says=claim.says, head=one.head)
            pieces += [LessonGrid(heads, (tuple(reading.says for reading in one.readings),), caption),
                       WritingLines(print_strings.VERSIONS_ASK, 2)]  # fmt: skip
        yield LessonSheet(print_strings.VERSIONS.format(name=called), tuple(pieces), is_handout=True)
    stands = LessonGrid(
        print_strings.STANDS_HEAD, tuple((one.says, "", "", "") for one in _statements(library, claims))
    )
    words = print_strings.STANDING_MEANING
    if not any(standing(library.claims[one.id], library.lineage).word == RARE_WORD for one in claims):
        words = {word: what for word, what in words.items() if word != RARE_WORD}
    meaning = "; ".join(f"{word} ({what})" for word, what in words.items())
    yield LessonSheet(
        print_strings.STANDS.format(name=called),
        (
            LessonText(print_strings.STANDS_LEAD),
            LessonText(print_strings.STANDS_WORDS.format(words=meaning), quiet=True),
            stands,
        ),
        is_handout=True,
    )


def _for_the_teacher(library: Library, name: str, reader: Reader) -> Iterator[LessonSheet]:
    """The key to the statements, the questions, and apart from them the evidence that good answers draw on."""
    story = library.stories[name]
    called = story_name(library, story)
    claims = _claims(library, name, reader)
    key = tuple((one.says, _who(one), one.support) for one in _statements(library, claims))
    yield LessonSheet(print_strings.STANDS_KEY.format(name=called), (LessonGrid(print_strings.STANDS_KEY_HEAD, key),))
    yield LessonSheet(print_strings.TALK.format(name=called), tuple(_talk(library, name, claims, reader)))
    asked = (one for scene in story.scenes.values() for one in scene.discuss if one.expect)
    drawn = tuple(item(wording(one.ask, gentle=reader.gentle), *map(item, one.expect)) for one in asked)
    if drawn:
        yield LessonSheet(print_strings.ANSWERS_OF.format(name=called), (LessonPoints(drawn),))


def _talk(library: Library, name: str, claims: tuple[ClaimView, ...], reader: Reader) -> Iterator[LessonPoints]:
    word = {one.id: standing(library.claims[one.id], library.lineage).word for one in claims}
    alone = [one for one in claims if word[one.id] in ("single account", "retold only")]
    second = [one for one in claims if word[one.id] in ("corroborated", "told again")]
    favour = tuple(_row(one) for one in claims if library.claims[one.id].interest == "self")
    rules = tuple(_row(one) for one in claims if library.claims[one.id].in_force is not None)
    counts = {"n": len(alone), "all": len(claims)}
    speakers = tuple(item(one) for one in dict.fromkeys(cite.speaker for one in alone for cite in one.cites) if one)
    sourcing = [item(print_strings.SOURCING_ONE.format(**counts), *speakers)]
    if favour:
        sourcing.append(item(print_strings.SOURCING_SELF, *favour[:MAX_VERSIONS]))
    yield LessonPoints(tuple(sourcing), print_strings.SOURCING)
    ask = (
        print_strings.CORROBORATING_ASK.format(n=len(second), all=len(claims))
        if second
        else print_strings.CORROBORATING_NONE
    )
    yield LessonPoints((item(ask, *map(_row, second[:MAX_VERSIONS])),), print_strings.CORROBORATING)
    if rules:
        yield LessonPoints((item(print_strings.CONTEXT_ASK, *rules),), print_strings.CONTEXT)
    close = tuple(
        item(
            print_strings.VERSIONS_ON.format(says=claim.says, head=one.head),
            *(item(print_strings.SAYS_WHERE.format(says=each.says, where=each.where)) for each in one.readings),
        )
        for claim, one in _versions(library, name, claims)
    )
    if close:
        yield LessonPoints(close, print_strings.CLOSE)
    own = tuple(
        item(wording(one.ask, gentle=reader.gentle))
        for scene in library.stories[name].scenes.values() for one in scene.discuss
    )  # fmt: skip
    if own:
        yield LessonPoints(own, print_strings.OWN)


def _reference(library: Library, names: tuple[str, ...], reader: Reader) -> Iterator[LessonSheet]:
    """The terms that the records name, and every document behind them."""
    told = [wording(text, gentle=reader.gentle) for name in names for text in texts(library.stories[name])]
    named = {naming.term for text in told for naming in find_terms(text, library.terms)}
    terms = tuple(item(f"{one.term}: {one.says}") for one in glossary(library, reader) if one.id in named)
    if terms:
        yield LessonSheet(print_strings.TERMS, (LessonPoints(terms),))
    cites = {cite.document: cite for name in names for one in _claims(library, name, reader) for cite in one.cites}
    rows = []
    for cite in cites.values():
        line = " · ".join(dict.fromkeys(part for part in (cite.title, cite.outlet, cite.made) if part))
        rows.append(item(line, address=cite.url))
    yield LessonSheet(print_strings.LESSON_SOURCES, (LessonPoints(tuple(rows)),))


def _claims(library: Library, name: str, reader: Reader) -> tuple[ClaimView, ...]:
    """What the record tells of its own person, of law and the like; not what it borrows from others."""
    story = library.stories[name]
    claims = {one: library.claims[one] for one in claims_of(library, story) if one in library.claims}
    told = (one for one, claim in claims.items() if claim.subject in ("", story.person))
    return sources(library, told, reader)


def _versions(library: Library, name: str, claims: tuple[ClaimView, ...]) -> list[tuple[ClaimView, DifferenceView]]:
    """Points on which two documents part, with the statement: of the person, of translations, of substance first."""
    person = library.stories[name].person
    paraphrase = strings.HOW["paraphrase"]
    found = [(claim, one) for claim in claims for one in claim.differences if len(one.readings) == 2]

    def order(pair: tuple[ClaimView, DifferenceView]) -> tuple[bool, bool, bool]:
        claim, one = pair
        is_summed = any(all(cite.how == paraphrase for cite in reading.cites) for reading in one.readings)
        return library.claims[claim.id].subject != person, is_summed, one.weight != "substance"

    return sorted(found, key=order)[:MAX_VERSIONS]


def _statements(library: Library, claims: tuple[ClaimView, ...]) -> list[ClaimView]:
    """Statements of every standing there is and of several kinds, in the order of the record."""
    word = {one.id: standing(library.claims[one.id], library.lineage).word for one in claims}
    chosen: dict[str, None] = {}
    for rare in ("disputed", "corroborated", "told again", RARE_WORD):
        chosen |= dict.fromkeys([one.id for one in claims if word[one.id] == rare][:MAX_RARE])
    kinds = {library.claims[one.id].kind: one.id for one in reversed(claims) if word[one.id] == "single account"}
    rest = [*reversed(kinds.values()), *(one.id for one in claims)]
    for name in rest:
        if len(chosen) < MAX_STATEMENTS:
            chosen[name] = None
    return [one for one in claims if one.id in chosen]


def _who(claim: ClaimView) -> str:
    return "; ".join(dict.fromkeys(cite.speaker or cite.name for cite in claim.cites))


def _row(claim: ClaimView) -> Row:
    return item(claim.says, evidence=" · ".join((claim.standing, *claim.remarks)))


def _joined(names: list[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return print_strings.LESSON_AND.format(first=", ".join(names[:-1]), last=names[-1])
