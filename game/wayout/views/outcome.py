"""What followed a choice: what is told of it at once, how is it known, and what is one key later?

The view model of an outcome page: evidence words, outcomes with what they rest on, and the folds, sections of which a
face first shows a line.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import evidence_strings, reader_strings, strings
from wayout.model.dates import format_date
from wayout.model.library import Library
from wayout.model.standing import standing
from wayout.model.story import Choice, Outcome, Story
from wayout.model.text import Shown, wording
from wayout.play.state import Reader
from wayout.views.lineage import number_word

FoldId = Literal["also", "law"]
"""The action that opens a fold."""


class EvidenceWord(Struct, frozen=True):
    """Who took a choice, or how an outcome is known: a word by its id, and the names of those who took it too."""

    id: str
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """As every face writes it: 'taken by Viktor, Yevgeniy'."""
        if self.names:
            return strings.TAKEN_BY.format(names=", ".join(self.names))
        return strings.KNOWN.get(self.id, self.id)


def evidence_line(words: Iterable[EvidenceWord]) -> str:
    """Evidence words, each once: 'taken · recorded'."""
    return " · ".join(dict.fromkeys(word.text for word in words))


class EvidenceNote(Struct, frozen=True):
    """What stands below a text: evidence words, and what it rests on."""

    words: tuple[EvidenceWord, ...] = ()
    rests_on: str = ""

    @property
    def evidence(self) -> str:
        """The words in a line."""
        return evidence_line(self.words)

    @property
    def text(self) -> str:
        """All of it in a line: 'taken · recorded · one report, three texts'."""
        return " · ".join(part for part in (self.evidence, self.rests_on) if part)


NO_NOTE = EvidenceNote()


class OutcomeView(Struct, frozen=True):
    """One outcome: how it is known, the text, the claims; of another person's record, whose it is.

    It has a note of its own where that of the page, or of its fold, does not hold for it. As a line of a road it is
    `brief` where the record was not opened yet: of the people by name, and what they did in a word.
    """

    known: EvidenceWord
    text: str
    claims: tuple[str, ...]
    of: str = ""
    note: EvidenceNote = NO_NOTE
    brief: str = ""

    @property
    def word(self) -> str:
        """The word for how it is known."""
        return self.known.text

    @property
    def line(self) -> tuple[str, str]:
        """As a quiet line of a road, in two parts: how it is known, and of whom what."""
        sentence = reader_strings.QUIET_OF_NOBODY
        if self.of:
            sentence = reader_strings.QUIET.get(self.known.id, reader_strings.QUIET_OF_OTHERS)
        said = sentence.format(word="\0", names=self.of, text=self.brief or " ".join(self.text.split()))
        return self.word, said.removeprefix("\0")


class Fold(Struct, frozen=True):
    """Outcomes of which a page shows the label only, until the reader opens them on the spot."""

    id: FoldId
    label: str
    outcomes: tuple[OutcomeView, ...]
    note: EvidenceNote = NO_NOTE


class OutcomePage(Struct, frozen=True, kw_only=True):
    """What is shown once a choice is made: what followed, who took it, from what; and what is one key later.

    `told` is shown at once: of the person, or of those who took it; where nothing is of anybody's record, the rest.
    `words` are all evidence words of the choice, `note` what stands of them below what is told. On a road its own
    sentence stands first, `step`, and what is known of it are quiet `lines`.
    """

    label: str
    words: tuple[EvidenceWord, ...]
    claims: tuple[str, ...]
    told: tuple[OutcomeView, ...]
    note: EvidenceNote
    folds: tuple[Fold, ...] = ()
    step: str = ""
    lines: tuple[OutcomeView, ...] = ()

    @property
    def evidence(self) -> str:
        """All evidence words of choice and outcomes in a line, those of the folds included."""
        return evidence_line(self.words)

    @property
    def outcomes(self) -> tuple[OutcomeView, ...]:
        """Every outcome in the order of the page, those in the folds last."""
        later = (outcome for fold in self.folds for outcome in fold.outcomes)
        return (*self.told, *(self.lines or later))

    @property
    def every_claim(self) -> tuple[str, ...]:
        """The claims of its outcomes, then those for who took the choice."""
        return (*(claim for outcome in self.outcomes for claim in outcome.claims), *self.claims)


def taken_words(
    library: Library, person: str | None, choice: Choice, *, dealt: bool = False
) -> tuple[EvidenceWord, ...]:
    """Who took a choice: the person whose record it stands in, others, or nobody; of what is dealt nothing is said."""
    return () if dealt and person is None else _taken_words(library, person, choice, choice.takers)


def evidence_words(
    library: Library, person: str | None, choice: Choice, *, dealt: bool = False
) -> tuple[EvidenceWord, ...]:
    """Who took a choice, and how what followed is known, each word once."""
    return (*taken_words(library, person, choice, dealt=dealt), *known_words(library, person, choice))


def known_words(library: Library, person: str | None, choice: Choice) -> tuple[EvidenceWord, ...]:
    """How what followed is known, each word once."""
    return tuple(dict.fromkeys(EvidenceWord(outcome.known) for outcome in _answering(library, person, choice)))


def outcome_page(
    library: Library,
    story: Story,
    choice: Choice,
    reader: Reader,
    kept: Mapping[Outcome, str] | None = None,
    *,
    opened: Collection[str] | None = None,
    dealt: bool = False,
) -> OutcomePage:
    """What a reader is shown of a choice in a story: of people at once, what is law or report one key later.

    Who reads by one paper is given what is `kept`, with what is told of it then. Of a road whatever is known stands in
    quiet lines; of people whose records are not among those `opened` (None: all are), one key later.
    """
    person = story.person

    def in_paper(outcomes: tuple[Outcome, ...]) -> tuple[Outcome, ...]:
        if kept is None:
            return outcomes
        return tuple(replace(one, text=kept[one]) for one in outcomes if one in kept)

    if is_on_road(story, choice):
        every = in_paper(library.outcomes(person, choice))
        return _on_road(library, choice, every, reader, opened, dealt=dealt)
    also = in_paper(library.also(person, choice))
    answering = in_paper(_answering(library, person, choice))
    of_people = tuple(outcome for outcome in answering if outcome.is_of_record)
    told = of_people or answering
    rest = tuple(outcome for outcome in answering if not outcome.is_of_record) if of_people else ()
    known = tuple(dict.fromkeys(EvidenceWord(outcome.known) for outcome in told))
    is_alike = len(known) == 1
    own = (claim for outcome in told if not outcome.people for claim in outcome.claims) if is_alike else ()
    named_later = {one for outcome in also for one in outcome.people}
    taken = _taken_words(library, person, choice, tuple(one for one in choice.takers if one not in named_later))
    return OutcomePage(
        label=_say(choice.label, reader),
        words=evidence_words(library, person, choice, dealt=dealt),
        claims=choice.origins,
        told=_views(library, told, reader, has_notes=not is_alike),
        note=EvidenceNote(
            (*(() if dealt and person is None else taken), *(known if is_alike else ())), rests_on(library, own)
        ),
        folds=(*_also(library, also, reader), *_law(library, rest, reader)),
    )


def is_on_road(story: Story, choice: Choice) -> bool:
    """Whether a road tells of a choice in a sentence of its own."""
    return story.person is None and choice.step is not None


def _on_road(
    library: Library,
    choice: Choice,
    outcomes: tuple[Outcome, ...],
    reader: Reader,
    opened: Collection[str] | None,
    *,
    dealt: bool,
) -> OutcomePage:
    """The road's own sentence, and below it in quiet lines what is known, and of whom."""
    act = library.acts.get(choice.act)
    done = _say(act.label, reader) if act is not None else choice.act
    lines = tuple(
        OutcomeView(
            EvidenceWord(outcome.known),
            _say(outcome.text, reader),
            outcome.claims,
            _dated(names_of(library, outcome), outcome),
            brief=done if is_unmet(library, choice, outcome, opened) else "",
        )
        for outcome in outcomes
    )
    later = tuple(replace(line, brief="", note=EvidenceNote((line.known,))) for line in lines if line.brief)
    unmet = (outcome for outcome, line in zip(outcomes, lines, strict=True) if line.brief)
    names = ", ".join(dict.fromkeys(names_of(library, outcome) for outcome in unmet))
    label = reader_strings.OF_RECORD.format(names=names)
    return OutcomePage(
        label=_say(choice.label, reader),
        words=evidence_words(library, None, choice, dealt=dealt),
        claims=choice.origins,
        told=(),
        note=EvidenceNote(taken_words(library, None, choice, dealt=dealt)),
        folds=(Fold("also", label, later),) if later else (),
        step=_say(choice.step or "", reader),
        lines=lines,
    )


def is_unmet(library: Library, choice: Choice, outcome: Outcome, opened: Collection[str] | None) -> bool:
    """Whether an outcome tells what people did who took an option, one of them with a record not among those opened.

    Only what they did can be said by the act alone; what was threatened, feared or reported is another thing.
    """
    if opened is None or outcome.known != "recorded" or not set(outcome.people) <= set(choice.takers):
        return False
    records = filter(None, map(library.record_of, outcome.people))
    return any(record not in opened for record in records)


def _dated(names: str, outcome: Outcome) -> str:
    if not names or outcome.date is None:
        return names
    return reader_strings.NAMES_DATED.format(names=names, date=format_date(outcome.date))


def rests_on(library: Library, claims: Iterable[str]) -> str:
    """What some claims rest on together, in a few words: 'one report, three texts, disputed'."""
    lineage = library.lineage
    found = [standing(library.claims[name], lineage) for name in claims if name in library.claims]
    documents = dict.fromkeys(name for one in found for name in one.documents)
    texts = [name for name in documents if not lineage.is_public_record(name)]
    parts = [strings.PUBLIC_RECORD] if len(texts) < len(documents) else []
    if texts:
        reports = len({lineage.origin_of(name) for name in texts})
        held = sum(library.documents[name].held for name in texts)
        said = evidence_strings.TEXTS[held > 1].format(n=number_word(held))
        if 0 < held < len(texts):
            said = evidence_strings.TEXTS_PARTLY.format(n=number_word(held))
        elif not held:
            said = evidence_strings.TEXTS_UNHELD[reports > 1]
        if any(one.word == "disputed" for one in found):
            said = evidence_strings.DISPUTED.format(texts=said)
        parts.append(f"{evidence_strings.REPORTS[reports > 1].format(n=number_word(reports))}, {said}")
    return "; ".join(parts)


def _answering(library: Library, person: str | None, choice: Choice) -> tuple[Outcome, ...]:
    """The outcomes by which a choice is answered: all but what others did besides."""
    also = library.also(person, choice)
    return tuple(outcome for outcome in library.outcomes(person, choice) if outcome not in also)


def _also(library: Library, also: tuple[Outcome, ...], reader: Reader) -> tuple[Fold, ...]:
    if not also:
        return ()
    outcomes = _views(library, also, reader, has_notes=False)
    names = tuple(outcome.of for outcome in outcomes)
    words = (EvidenceWord(strings.TAKEN_BY_OTHERS, names), *dict.fromkeys(one.known for one in outcomes))
    label = evidence_strings.ALSO.format(names=", ".join(names))
    return (Fold("also", label, outcomes, EvidenceNote(words)),)


def _law(library: Library, rest: tuple[Outcome, ...], reader: Reader) -> tuple[Fold, ...]:
    known = {outcome.known for outcome in rest}
    label = evidence_strings.LAW if "rule" in known else evidence_strings.REPORTED
    if len(known) > 1:
        label = evidence_strings.LAW_AND_REPORTED
    return (Fold("law", label, _views(library, rest, reader, has_notes=True)),) if rest else ()


def _views(
    library: Library, outcomes: Iterable[Outcome], reader: Reader, *, has_notes: bool
) -> tuple[OutcomeView, ...]:
    return tuple(
        OutcomeView(
            word := EvidenceWord(outcome.known),
            _say(outcome.text, reader),
            outcome.claims,
            names_of(library, outcome),
            EvidenceNote((word,), "" if outcome.people else rests_on(library, outcome.claims))
            if has_notes
            else NO_NOTE,
        )
        for outcome in outcomes
    )


def names_of(library: Library, outcome: Outcome) -> str:
    """The names of the people of whose records an outcome is, where it says so."""
    return ", ".join(library.people[one].name for one in outcome.people if one in library.people)


def _taken_words(
    library: Library, person: str | None, choice: Choice, takers: tuple[str, ...]
) -> tuple[EvidenceWord, ...]:
    others = [library.people[taker].name for taker in takers if taker != person and taker in library.people]
    own = (EvidenceWord(strings.TAKEN),) if person in choice.takers else ()
    by_others = (EvidenceWord(strings.TAKEN_BY_OTHERS, tuple(others)),) if others else ()
    return (*own, *by_others) or (EvidenceWord(strings.NOT_TAKEN),)


def _say(text: Shown, reader: Reader) -> str:
    return wording(text, gentle=reader.gentle)
