"""What happened when: in each record, in its times and in the law?

A view model: dated events of records, and of the groups of claims that the edition dates beside them, sorted and
grouped by year; moments that a reader hung there herself.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial

from msgspec import Struct

from wayout.locale import reader_strings, strings
from wayout.model.dates import Period, format_date, period
from wayout.model.evidence import Claim, Date
from wayout.model.graph import PathStop, recorded_path
from wayout.model.library import TIMELINE, Library, story_name
from wayout.model.story import Choice, Scene, Story
from wayout.model.text import paragraphs, wording
from wayout.play.state import Reader, ReplyMade
from wayout.views.catalogue import content_notes, held_rows
from wayout.views.compare import act_date, place_of
from wayout.views.document import Row, Section, TextSpan, TimeChart, TimeLane, ViewDocument, row
from wayout.views.outcome import EvidenceWord, evidence_line
from wayout.views.strip import ALWAYS, bounds_of, closer_events, on_path, stretch_of

DAYS_A_YEAR = 366
"""At most: the last day of a year lies in it."""
"""The groups of those claims that are told of nobody in particular."""
_SENTENCE_END = re.compile(r"(?<=[.!?])([”’»]?)\s+(?=[“‘«]?[^\W\d_a-z]|[“‘«]?\d)")

Place = tuple[date, int]
"""Where an entry stands: by the last day on which it can have happened, and there what is more exact first."""


class TimelineEntry(Struct, frozen=True, kw_only=True):
    """One event. `told` is the act that he then took; what claims alone tell has no `told`, `story` and `scene`.

    `hung` names the prompt and the answer by which a reader hung a moment there that is not dated.
    """

    date: str
    whose: str
    place: str
    says: str
    told: str = ""
    evidence: str = ""
    story: str = ""
    scene: str = ""
    claims: tuple[str, ...] = ()
    hung: str = ""

    @property
    def where(self) -> str:
        """Whose it is, and where, in one line."""
        return " · ".join(part for part in (self.whose, self.place) if part)


class TimelineGroup(Struct, frozen=True):
    """Entries that stand under one head."""

    head: str
    entries: tuple[TimelineEntry, ...]


class Timeline(Struct, frozen=True):
    """Everything in its order, and what of it is announced beforehand."""

    groups: tuple[TimelineGroup, ...]
    content: tuple[str, ...]

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """All of them, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)

    @property
    def claims(self) -> tuple[str, ...]:
        """What the entries rest on that claims alone tell, once each."""
        return tuple(dict.fromkeys(claim for entry in self.entries for claim in entry.claims))


def timeline(library: Library, reader: Reader, hung: Iterable[ReplyMade] = ()) -> Timeline:
    """The scenes of every recorded path, and of the ledger what began or ended between the first and the last article.

    An exact day stands before the month, and a month before the year, that it lies in. A scene whose date is open
    stands where its record has it: never behind what follows there. An event that its scene dates only roughly, and a
    claim closer, stands by itself. So does what a reader has `hung` there.
    """
    stories = [name for name, story in sorted(library.records.items()) if story.person]
    placed = [*_ledger(library, _span(library, stories), reader)]
    for name in stories:
        placed += _record(library, name, reader)
    wanted = frozenset(map(place_key, hung))
    places = every_place(library) if wanted else ()
    placed += [_hung(library, place, reader) for place in places if place_key(place) in wanted]
    placed.sort(key=lambda each: each[0])
    groups: dict[str, list[TimelineEntry]] = {}
    for (last, _), entry in placed:
        groups.setdefault(_head(last), []).append(entry)
    content = content_notes(library, *stories)
    return Timeline(tuple(TimelineGroup(head, tuple(entries)) for head, entries in groups.items()), content)


def timeline_document(library: Library, reader: Reader, hung: Iterable[ReplyMade] = ()) -> ViewDocument:
    """Every entry with its date, whose it is, and where."""
    found = timeline(library, reader, hung)
    lead = strings.TIMELINE_LEAD if any(not one.hung for one in found.entries) else strings.TIMELINE_NONE
    return ViewDocument(
        id=TIMELINE,
        title=strings.TIMELINE,
        lead=(row("lead", lead), *held_rows(found.content)),
        sections=tuple(Section(group.head, tuple(map(_entry_row, group.entries))) for group in found.groups),
        claims=found.claims,
        draw=partial(time_chart, library),
    )


def time_chart(library: Library) -> TimeChart | None:
    """The dated moments of each record's path, and of each dated group of claims; nothing where none is dated.

    The line begins and ends with the moments of the records; of a group what lies within is drawn.
    """
    records = [(name, story) for name, story in sorted(library.records.items()) if story.person]
    lanes = {story_name(library, story): [stretch_of(scene.date) for scene in on_path(name, story)]
             for name, story in records}  # fmt: skip
    for name, group in library.edition.claim_groups.items():
        dates = (one.in_force or one.date for one in library.claims.values() if group.timeline and one.group == name)
        lanes[group.label] = [stretch_of(one) for one in dates if one is not None]
    dated = {label: sorted({(_year(one.first), _year(one.last)) for one in found if _is_dated(one)})
             for label, found in lanes.items()}  # fmt: skip
    spans = [span for (name, story) in records for span in dated[story_name(library, story)]]
    if not spans:
        return None
    first, last = int(min(start for start, _ in spans)), int(max(end for _, end in spans)) + 1
    shown = {label: tuple(one for one in found if first <= one[0] and one[1] < last) for label, found in dated.items()}
    return TimeChart(first, last, tuple(TimeLane(label, found) for label, found in shown.items() if found))


def _is_dated(one: Period) -> bool:
    return one.first > date.min and one.last < date.max


def _year(day: date) -> float:
    """A day as a year and a part of it."""
    return round(day.year + (day.timetuple().tm_yday - 1) / DAYS_A_YEAR, 3)


def _entry_row(entry: TimelineEntry) -> Row:
    if entry.hung:
        spans = (TextSpan(reader_strings.HUNG_DOT.format(label=entry.date), "strong"), TextSpan(entry.where, "place"))
        return Row(
            kind="hung", id=entry.hung, spans=spans, text=entry.says, rows=(row("act", reader_strings.HUNG_HERE),)
        )
    act = Row(kind="act", spans=(TextSpan(entry.told), TextSpan(entry.evidence, "known")))
    return Row(
        kind="entry",
        spans=(TextSpan(entry.date, "strong"), TextSpan(entry.where, "place")),
        text=entry.says,
        rows=(act,) if entry.told else (),
    )


def every_place(library: Library) -> tuple[ReplyMade, ...]:
    """All the places at which moments of records can be hung."""
    return tuple(
        ReplyMade(name, scene, key, option)
        for name, story in library.stories.items()
        for scene, told in story.scenes.items()
        for key, prompt in told.prompts.items()
        for option in (prompt.options if prompt.kind == "place" else ())
    )


def place_key(reply: ReplyMade) -> str:
    """The name of one of them: ids have no spaces."""
    return " ".join((reply.story, reply.scene, reply.prompt, reply.option))


def _hung(library: Library, reply: ReplyMade, reader: Reader) -> tuple[Place, TimelineEntry]:
    """A moment that is not dated, where the reader hung it."""
    scene = library.scene(reply.story, reply.scene)
    option = scene.prompts[reply.prompt].options[reply.option]
    stretch = stretch_of(option.date)
    said = next((wording(one.text, gentle=reader.gentle) for one in scene.passages if not one.editorial), "")
    return (stretch.last, (stretch.last - stretch.first).days), TimelineEntry(
        date=wording(option.label, gentle=reader.gentle),
        whose=story_name(library, library.stories[reply.story]),
        place=place_of(library, scene) or strings.PLACE_UNTOLD,
        says=first_sentence(said) if said else "",
        hung=place_key(reply),
    )


def _head(last: date) -> str:
    if last == date.min:
        return strings.IN_FORCE_BEFORE
    return strings.DATE_NEVER_TOLD if last == date.max else strings.BY_END_OF.format(year=last.year)


def _span(library: Library, stories: list[str]) -> Period:
    """From the first dated moment of a record to the last article in which one of the records is told."""
    moments = [stretch_of(scene.date) for name in stories for scene in library.stories[name].scenes.values()]
    articles = [document for document in library.documents.values() if document.held]
    roots = [library.origins[one.origin] for one in articles if one.origin and one.origin in library.origins]
    issued = [stretch_of(one.issued) for one in (*articles, *roots)]
    first = min((one.first for one in moments if one.first > date.min), default=date.min)
    last = max((one.last for one in issued or moments if one.last < date.max), default=date.max)
    return Period(first, last)


def _record(library: Library, name: str, reader: Reader) -> Iterator[tuple[Place, TimelineEntry]]:
    """The scenes of a person's path: each no later than those that follow, and behind those before it."""
    story = library.stories[name]
    stops = recorded_path(name, story).stops
    stretches = [stretch_of(story.scenes[stop.scene].date) for stop in stops]
    latest = [min(one.last for one in stretches[at:]) for at in range(len(stops))]
    at: Place = (date.min, 0)
    for stop, stretch, last in zip(stops, stretches, latest, strict=True):
        at = max(at, (last, (stretch.last - stretch.first).days))
        yield at, _moment(library, name, story, stop, reader)
        yield from _events(library, story, story.scenes[stop.scene], reader)


def _events(library: Library, story: Story, scene: Scene, reader: Reader) -> Iterator[tuple[Place, TimelineEntry]]:
    """The events of a person in a scene that are dated within its date, and closer than that."""
    for name, claim, said in closer_events(library, story, scene):
        begins = stretch_of(said)
        yield (begins.last, (begins.last - begins.first).days), TimelineEntry(
            date=format_date(said), whose=story_name(library, story),
            place=place_of(library, scene) or strings.PLACE_UNTOLD,
            says=wording(claim.says, gentle=reader.gentle), claims=(name,))  # fmt: skip


def _moment(library: Library, name: str, story: Story, stop: PathStop, reader: Reader) -> TimelineEntry:
    scene = story.scenes[stop.scene]
    choice = scene.choices[stop.choice] if stop.choice is not None else None
    words = (strings.TAKEN, *(outcome.known for outcome in choice.outcomes)) if choice else ()
    said = next((wording(one.text, gentle=reader.gentle) for one in scene.passages if not one.editorial), "")
    return TimelineEntry(
        date=_scene_date(scene),
        whose=story_name(library, story),
        place=place_of(library, scene) or strings.PLACE_UNTOLD,
        says=first_sentence(said),
        told=_act(library, story, choice, scene, reader) if choice else "",
        evidence=evidence_line(map(EvidenceWord, words)),
        story=name,
        scene=stop.scene,
    )


def _act(library: Library, story: Story, choice: Choice, scene: Scene, reader: Reader) -> str:
    """What he did; where it is dated otherwise than the scene, or not at all, with that."""
    label = wording(library.acts[choice.act].label, gentle=reader.gentle)
    date = act_date(library, choice, story.person or "", is_own=True) or strings.DATE_UNTOLD
    return label if date == _scene_date(scene) else strings.ACT_DATED.format(act=label, date=date)


def _scene_date(scene: Scene) -> str:
    return format_date(scene.date) if scene.date is not None else strings.DATE_UNTOLD


def _ledger(library: Library, span: Period, reader: Reader) -> Iterator[tuple[Place, TimelineEntry]]:
    """Events of the dated groups, and when rules came into force or ended; what held all the while comes first."""
    for name, claim in library.claims.items():
        said = claim.in_force if claim.in_force is not None else claim.date if claim.kind == "event" else None
        group = library.edition.claim_groups.get(claim.group or "")
        if group is None or not group.timeline or said is None or (at := _turn(claim, said, span)) is None:
            continue
        date_said = format_date(said) if claim.in_force is None else strings.IN_FORCE.format(date=format_date(said))
        yield at, TimelineEntry(date=date_said, whose=group.label, place="",
                        says=wording(claim.says, gentle=reader.gentle), claims=(name,))  # fmt: skip


def _turn(claim: Claim, said: Date, span: Period) -> Place | None:
    """Where what is said of a law or an event stands: at its beginning; if that lies too far back, at its end."""
    for bound in bounds_of(said):
        if (day := period(bound)) and day.first <= span.last and day.last >= span.first:
            return day.last, (day.last - day.first).days
    whole = period(said) or ALWAYS
    holds = claim.in_force is not None and whole.first < span.first and whole.last > span.last
    return (date.min, 0) if holds else None


def first_sentence(text: str) -> str:
    """How a scene begins: as much of its first paragraph as makes a sentence."""
    paragraph = " ".join(paragraphs(text)[0].split())
    found = _SENTENCE_END.search(paragraph)
    return paragraph[: found.end(1)] if found else paragraph
