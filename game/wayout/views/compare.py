"""Who took which act in his own record, and what followed?

A view model: a matrix of acts and people.
"""

from collections.abc import Iterator

from msgspec import Struct

from wayout.locale import strings
from wayout.model.dates import format_date
from wayout.model.graph import recorded_path
from wayout.model.library import CARE, COMPARE, Library, story_name
from wayout.model.story import Choice, Scene, Story
from wayout.model.text import wording
from wayout.play.state import Reader
from wayout.views.content_notes import content_notes, held_rows, is_hard
from wayout.views.document import Row, Section, TextSpan, ViewDocument, begins, row
from wayout.views.page import EvidenceWord, OutcomeView


class PersonColumn(Struct, frozen=True):
    """A person, by his story, and whether the name is his own."""

    story: str
    name: str
    identity: str


class ActTaken(Struct, frozen=True, kw_only=True):
    """An act that a person took: where in his record, when, and what followed."""

    story: str
    scene: str
    choice: str
    name: str
    ask: str
    label: str
    place: str
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
        """Place and date in one line, and where one of them is not told, that it is not."""
        return f"{self.place or strings.PLACE_UNTOLD} · {self.date or strings.DATE_UNTOLD}"

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
    taken = {name: _by_act(library, name, reader) for name in stories}
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
    held = {what for name in stories for what in content_notes(library, name)}
    return Comparison(
        people=tuple(_column(library, name) for name in stories),
        rows=tuple(rows),
        untaken=tuple(label for label in untaken if label),
        content=tuple(what for what in strings.CONTENT.values() if what in held),
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
    )


def taking_row(taking: ActTaken, *, is_closed: bool = False) -> Row:
    """What one person did, how what followed is known, where and when; below it what was asked, and what followed."""
    asked = (TextSpan(f"{taking.ask} "),) if taking.ask else ()
    question = Row(kind="question", spans=(*asked, TextSpan(taking.label, "strong")))
    outcomes = (Row(kind="outcome", spans=(TextSpan(one.word),), text=one.text) for one in taking.outcomes)
    return Row(
        kind="taking",
        spans=(TextSpan(taking.name), TextSpan(taking.evidence, "words"), TextSpan(taking.where, "cited")),
        rows=(question, *outcomes),
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


def _taking(library: Library, at: tuple[str, str, str], choice: Choice, reader: Reader) -> ActTaken:
    story, scene_name, choice_name = at
    scene = library.scene(story, scene_name)
    date = choice.later if choice.later is not None else scene.date
    return ActTaken(
        story=story,
        scene=scene_name,
        choice=choice_name,
        name=story_name(library, library.stories[story]),
        ask=wording(scene.ask, gentle=reader.gentle) if scene.ask else "",
        label=wording(choice.label, gentle=reader.gentle),
        place=place_of(library, scene),
        date=format_date(date) if date is not None else "",
        outcomes=tuple(
            OutcomeView(EvidenceWord(outcome.known), wording(outcome.text, gentle=reader.gentle), outcome.claims)
            for outcome in choice.outcomes
        ),
        origins=choice.origins,
        care=CARE in library.asides and is_hard(library, choice.outcomes),
    )


def place_of(library: Library, scene: Scene) -> str:
    """Where a scene is, in words; nothing where that is not told."""
    place = library.places.get(scene.at) if scene.at else None
    return place.name if place else ""


def _at(takings: list[ActTaken], time: int) -> ActTaken | None:
    return takings[time] if time < len(takings) else None
