"""Who took which act in his own record, and what followed?

A view model: the matrix of acts and people (who did what), and its document.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from wayout.locale import evidence_strings, strings
from wayout.model.dates import format_date
from wayout.model.evidence import Claim
from wayout.model.graph import recorded_path
from wayout.model.library import CARE, COMPARE, Library, story_name
from wayout.model.story import Answer, Choice, Outcome, Scene, SceneTarget, Story
from wayout.model.text import wording
from wayout.play.state import Reader
from wayout.views.catalogue import content_notes, held_rows, is_hard
from wayout.views.document import Row, Section, Table, TextSpan, ViewDocument, begins, row
from wayout.views.outcome import EvidenceWord, OutcomeView


class PersonColumn(Struct, frozen=True):
    """A person, by his story, and whether the name is his own."""

    story: str
    name: str
    identity: str


class ActTaken(Struct, frozen=True, kw_only=True):
    """An act that a person took: where in his record, when, and what followed.

    Without `choice`, `ask` and `label` it stands at no decision of the own record: another story names him for it, or
    an answer tells it, and what is told is that answer, or the claims about him there.
    """

    story: str
    scene: str
    name: str
    choice: str = ""
    ask: str = ""
    label: str = ""
    place: str = ""
    date: str
    outcomes: tuple[OutcomeView, ...]
    origins: tuple[str, ...]
    care: bool = False
    """Whether what followed is hard to bear, and there is a page to point to."""

    @property
    def known(self) -> str:
        """How what followed is known, in one cell: 'recorded · rule'; where nothing is told of it, that he took it."""
        return " · ".join(self.known_words)

    @property
    def known_words(self) -> tuple[str, ...]:
        """The same word by word."""
        return tuple(dict.fromkeys(outcome.word for outcome in self.outcomes)) or (strings.TAKEN,)

    @property
    def evidence(self) -> str:
        """The evidence words as every face writes them: 'taken · recorded'."""
        return " · ".join(dict.fromkeys((strings.TAKEN, self.known)))

    @property
    def where(self) -> str:
        """Place and date in one line: the place if the act tells one; of a date also that it is not told."""
        return " · ".join(part for part in (self.place, self.date or strings.DATE_UNTOLD) if part)

    @property
    def claims(self) -> tuple[str, ...]:
        """What outcome and choice rest on, once each."""
        told = [claim for outcome in self.outcomes for claim in outcome.claims]
        return tuple(dict.fromkeys((*told, *self.origins)))


class ActRow(Struct, frozen=True):
    """An act, with what each person did of it in the order of the columns; None where his record tells of nothing."""

    act: str
    label: str
    cells: tuple[ActTaken | None, ...]

    @property
    def takings(self) -> tuple[ActTaken, ...]:
        """Those who took it."""
        return tuple(cell for cell in self.cells if cell is not None)


class Comparison(Struct, frozen=True):
    """Acts by people; acts that nobody took are named apart, and so is what the records hold that is hard to bear."""

    people: tuple[PersonColumn, ...]
    rows: tuple[ActRow, ...]
    untaken: tuple[str, ...]
    content: tuple[str, ...]

    @property
    def identities(self) -> tuple[tuple[str, str], ...]:
        """Whether the names are real: 'not the real name' with all names of which that is so."""
        found: dict[str, list[str]] = {}
        for person in self.people:
            found.setdefault(person.identity, []).append(person.name)
        known = [said for said in strings.IDENTITY.values() if said in found]
        return tuple((said, ", ".join(found[said])) for said in known)


def compare(library: Library, reader: Reader) -> Comparison:
    """Every act in the order of the acts. One that somebody took twice has a second row for the second time."""
    stories = [name for name, story in sorted(library.records.items()) if story.person]
    named = _by_taker(library)
    taken = {name: _by_act(library, name, reader) for name in stories}
    for name in stories:
        person = library.stories[name].person or ""
        for act in dict.fromkeys((*named.get(person, {}), *library.answers)):
            choices, card = named.get(person, {}).get(act, []), library.answers.get(act, {}).get(person)
            if act not in taken[name] and (choices or card is not None):
                taken[name][act] = [_elsewhere(library, name, choices, card, reader)]
    rows: list[ActRow] = []
    untaken: list[str] = []
    for act, entry in library.acts.items():
        label = wording(entry.label, gentle=reader.gentle)
        times = max((len(taken[name].get(act, ())) for name in stories), default=0)
        if not times:
            untaken.append(label)
        for time in range(times):
            cells = tuple(_at(taken[name].get(act, []), time) for name in stories)
            rows.append(ActRow(act, strings.ONCE_MORE.format(act=label) if time else label, cells))
    return Comparison(
        people=tuple(_column(library, name) for name in stories),
        rows=tuple(rows),
        untaken=tuple(label for label in untaken if label),
        content=content_notes(library, *stories),
    )


def comparison_document(found: Comparison, wanted: str = "") -> ViewDocument:
    """Who took each act; of the acts that begin as wanted also what followed. It rests on what it tells."""
    rows = [one for one in found.rows if begins(one.label, wanted) or begins(one.act, wanted)]
    if wanted and not rows:
        none = row("lead", strings.COMPARE_NONE.format(said=wanted))
        return ViewDocument(id=COMPARE, title="", lead=(none,), claims=())
    names = (strings.COMPARE_NAMES.format(identity=said.capitalize(), names=names) for said, names in found.identities)
    lead = row("lead", strings.COMPARE_LEAD if found.rows else strings.COMPARE_EMPTY)
    sections = [
        Section(one.label, tuple(taking_row(taking, is_closed=not wanted) for taking in one.takings)) for one in rows
    ]
    if found.untaken and not wanted:
        sections.append(Section("", (row("lead", strings.COMPARE_NOBODY.format(acts=", ".join(found.untaken))),)))
    return ViewDocument(
        id=COMPARE,
        title=strings.COMPARE,
        lead=(lead, *held_rows(found.content), *(row("note", name) for name in names)),
        sections=tuple(sections),
        claims=tuple(dict.fromkeys(claim for one in rows for taking in one.takings for claim in taking.claims)),
        draw=partial(comparison_table, found) if found.rows and not wanted else None,
    )


def comparison_table(found: Comparison) -> Table:
    """Acts by people, in each cell how what followed is known."""
    rows = ((one.label, *(cell.known if cell else strings.COMPARE_NOTHING for cell in one.cells)) for one in found.rows)
    heads = (evidence_strings.ACT, *(person.name for person in found.people))
    return Table(evidence_strings.ACTS_TABLE, heads, tuple(rows), strings.COMPARE_LEGEND)


def taking_row(taking: ActTaken, *, is_closed: bool = False) -> Row:
    """What one person did, how what followed is known, where and when; below it what was asked, and what followed."""
    asked = (TextSpan(f"{taking.ask} "),) if taking.ask else ()
    question = (Row(kind="question", spans=(*asked, TextSpan(taking.label, "strong"))),) if taking.label else ()
    outcomes = (Row(kind="outcome", spans=(TextSpan(one.word),), text=one.text) for one in taking.outcomes)
    return Row(
        kind="taking",
        spans=(TextSpan(taking.name), TextSpan(taking.evidence, "words"), TextSpan(taking.where, "cited")),
        rows=(*question, *outcomes),
        target=f"{taking.story}/{taking.scene}",
        care=taking.care,
        summary=(TextSpan(taking.name), TextSpan(taking.known, "words")),
        is_closed=is_closed,
    )


def _column(library: Library, name: str) -> PersonColumn:
    story = library.stories[name]
    person = library.people.get(story.person or "")
    return PersonColumn(name, story_name(library, story), strings.IDENTITY[person.identity] if person else "")


def _by_act(library: Library, name: str, reader: Reader) -> dict[str, list[ActTaken]]:
    """What a person took in his own record, along its path first, by act."""
    found: dict[str, list[ActTaken]] = {}
    for scene_name, choice_name, choice in _own(name, library.stories[name]):
        taking = _taking(library, (name, scene_name, choice_name), choice, reader)
        found.setdefault(choice.act, []).append(taking)
    return found


def _own(name: str, story: Story) -> Iterator[tuple[str, str, Choice]]:
    path = (stop.scene for stop in recorded_path(name, story).stops)
    for scene in dict.fromkeys((*path, *story.scenes)):
        for key, choice in story.scenes[scene].choices.items():
            if story.person in choice.takers:
                yield scene, key, choice


def _by_taker(library: Library) -> Mapping[str, Mapping[str, list[Choice]]]:
    """Of each person the acts for which a choice of any reviewed story names him, with those choices."""
    found: dict[str, dict[str, list[Choice]]] = {}
    for _, story in sorted(library.records.items()):
        for choice in (choice for scene in story.scenes.values() for choice in scene.choices.values()):
            for person in choice.takers:
                found.setdefault(person, {}).setdefault(choice.act, []).append(choice)
    return found


def _taking(library: Library, at: tuple[str, str, str], choice: Choice, reader: Reader) -> ActTaken:
    story, scene_name, choice_name = at
    scene = library.scene(story, scene_name)
    return ActTaken(
        story=story,
        scene=scene_name,
        choice=choice_name,
        name=story_name(library, library.stories[story]),
        ask=wording(scene.ask, gentle=reader.gentle) if scene.ask else "",
        label=wording(choice.label, gentle=reader.gentle),
        place=_place(library, library.stories[story], scene, choice),
        date=act_date(library, choice, library.stories[story].person or "", is_own=True),
        outcomes=_outcomes(choice.outcomes, reader),
        origins=choice.origins,
        care=CARE in library.asides and is_hard(library, choice.outcomes),
    )


def _elsewhere(library: Library, name: str, choices: list[Choice], card: Answer | None, reader: Reader) -> ActTaken:
    """What a person did at no decision of his own record: his answer there, or else the claims that are about him.

    `choices` are those of other records that name him, if any does; `card` is his answer on the act.
    """
    story = library.stories[name]
    person = story.person or ""
    choice = next((one for one in choices if _about(library, one, person)), next(iter(choices), None))
    claims = _about(library, choice, person) if choice is not None else {}
    says = " ".join(wording(claim.says, gentle=reader.gentle) for claim in claims.values())
    card = next((answer for one in choices if (answer := library.answer(one, person)) is not None), card)
    told: tuple[Outcome, ...] = ()
    if card is not None:
        told = (Outcome(known="recorded", text=card.text, claims=card.claims, content=card.content),)
    elif claims:
        told = (Outcome(known="recorded", text=says, claims=tuple(claims)),)
    return ActTaken(
        story=name,
        scene=_telling_scene(name, story, card.claims if card is not None else claims),
        name=story_name(library, story),
        date=act_date(library, choice, person, is_own=False) if choice is not None else _answer_date(library, card),
        outcomes=_outcomes(told, reader),
        origins=(),
        care=CARE in library.asides and is_hard(library, told),
    )


def _outcomes(outcomes: Iterable[Outcome], reader: Reader) -> tuple[OutcomeView, ...]:
    return tuple(
        OutcomeView(EvidenceWord(outcome.known), wording(outcome.text, gentle=reader.gentle), outcome.claims)
        for outcome in outcomes
    )


def _telling_scene(name: str, story: Story, claims: Iterable[str]) -> str:
    """The first scene of a record's own path whose text rests on one of the claims; its start if none does."""
    wanted = set(claims)
    for stop in recorded_path(name, story).stops:
        if any(wanted.intersection(passage.claims) for passage in story.scenes[stop.scene].passages):
            return stop.scene
    return story.start


def act_date(library: Library, choice: Choice, person: str, *, is_own: bool) -> str:
    """When a person did what a choice offers, of his own record or of another; nothing where that is not told.

    An outcome that tells of him says so, or else the last event that the choice names of him: causes are named before
    what they lead to. The scene says only when the question stands before him.
    """
    of_him = (one for one in choice.outcomes if person in one.people or (is_own and not one.people))
    if (later := next((one.date for one in of_him if one.date is not None), None)) is not None:
        return format_date(later)
    return _claims_date(_about(library, choice, person).values())


def _answer_date(library: Library, card: Answer | None) -> str:
    """When it was that an answer tells, by the last event that it names."""
    names = card.claims if card is not None else ()
    return _claims_date(library.claims[name] for name in names if name in library.claims)


def _claims_date(found: Iterable[Claim]) -> str:
    """The date of the last event among some claims, or else of the last one that has any; nothing where none has."""
    claims = tuple(found)
    events = tuple(claim for claim in claims if claim.kind == "event")
    dated = events or tuple(claim for claim in claims if claim.date is not None or claim.as_of is not None)
    if not dated:
        return ""
    date, as_of = dated[-1].date, dated[-1].as_of
    if date is not None:
        return format_date(date)
    return strings.BY_DATE.format(date=format_date(as_of)) if as_of is not None else ""


def _about(library: Library, choice: Choice, person: str) -> Mapping[str, Claim]:
    """The claims about a person by which a choice is named; if there are none, those on which its outcomes rest."""
    outcomes = tuple(claim for outcome in choice.outcomes for claim in outcome.claims)
    for names in (choice.origins, outcomes):
        found = {name: library.claims[name] for name in names if name in library.claims}
        if own := {name: claim for name, claim in found.items() if claim.subject == person}:
            return own
    return {}


def _place(library: Library, story: Story, scene: Scene, choice: Choice) -> str:
    """Where it was done: where an outcome says, or where the record stays. What leads away may have begun elsewhere."""
    if (told := next((outcome.at for outcome in choice.outcomes if outcome.at is not None), None)) is not None:
        place = library.places.get(told)
        return place.name if place else ""
    leads = [
        story.scenes[one.scene] for one in choice.leads if isinstance(one, SceneTarget) and one.scene in story.scenes
    ]
    return place_of(library, scene) if all(one.at == scene.at for one in leads) else ""


def place_of(library: Library, scene: Scene) -> str:
    """Where a scene is, in words; nothing where that is not told."""
    place = library.places.get(scene.at) if scene.at else None
    return place.name if place else ""


def _at(takings: list[ActTaken], time: int) -> ActTaken | None:
    return takings[time] if time < len(takings) else None
