"""Where was the man whose record is read, as far as it is told and was read?

A view model: places and stretches of the recorded path, as far as they were read.

The places of the path that the record itself takes, in its order. Which way led from one to the next no claim tells:
a route is what came after what, and nothing finer than the documents.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from wayout.geodata.window import Position, Window, fit
from wayout.locale import reader_strings
from wayout.model.conditions import choice_key
from wayout.model.dates import format_date
from wayout.model.evidence import Precision
from wayout.model.graph import recorded_path
from wayout.model.library import Library, story_name
from wayout.model.story import Story
from wayout.play.moves import Choose
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, plays
from wayout.views.page import Page, page
from wayout.views.reader_map import Status, ends_reached, read_there, scenes_read
from wayout.views.strip import ALWAYS, stretch_of

NEAREST: tuple[Status, ...] = ("here", "read", "before", "unread")
"""How a place stands where several scenes are at it: as the first of these that any of them has."""


class PlaceVisit(Struct, frozen=True):
    """A scene of the recorded path, or the outcome of the choice that was taken there."""

    scene: str
    choice: str | None
    place: str | None
    date: str
    status: Status


class RouteStop(Struct, frozen=True, kw_only=True):
    """One place on the way: its number, its name, how exactly it is told, when, and how it stands to the reader.

    `place` is its id, the same each time that he comes there; None where the record names no place. `joined` tells that
    the stop before this one is the one that came before.
    """

    number: int
    place: str | None
    name: str
    precision: Precision
    position: Position | None
    """Degrees east and north; None where the place is not told closely enough, or lies beyond the map."""
    is_off_map: bool
    date: str
    status: Status
    visits: tuple[PlaceVisit, ...]
    joined: bool

    @property
    def can_be_read(self) -> bool:
        """Whether what was told there may be looked at."""
        return self.status != "unread"


class Route(Struct, frozen=True, kw_only=True):
    """The stops that the reader may know of; `goes_on` where there are more, `is_ones` where it is one man's way."""

    story: str
    title: str
    stops: tuple[RouteStop, ...]
    goes_on: bool
    is_ones: bool
    window: Window | None
    """What the map shows: all places of the record, also those that were not read yet; None where none is told."""

    @property
    def is_placed(self) -> bool:
        """Whether any stop has a place on a map."""
        return any(stop.position is not None for stop in self.stops)

    @property
    def here(self) -> int:
        """The number of the stop that the reader is at, or of the last one that she has read; 0 where there is none."""
        for status in NEAREST:
            found = [stop.number for stop in self.stops if stop.status == status]
            if found:
                return found[-1] if status != "unread" else found[0]
        return 0

    @property
    def stretches(self) -> tuple[tuple[RouteStop, RouteStop], ...]:
        """From each stop that has a position to the next that has one, over those of which no place is told."""
        found: list[tuple[RouteStop, RouteStop]] = []
        last: RouteStop | None = None
        for stop in self.stops:
            last = last if stop.joined else None
            if stop.position is not None:
                found += [(last, stop)] if last is not None else []
                last = stop
        return tuple(found)


def route(library: Library, play: Playthrough) -> Route:
    """The way of the man in whose record the reader is."""
    name = play.state.story
    story = library.stories[name]
    is_told = ends_reached(story, play)
    every = tuple(_visits(story, name, play)) if story.person is not None else ()
    return _route(library, name, every, is_told=is_told)


def whole_route(library: Library, name: str) -> Route:
    """The way of the person of a record as it is once everything was read."""
    story = library.stories[name]
    every = _visits(story, name, begin(library, name)) if story.person is not None else ()
    return _route(library, name, tuple(replace(visit, status="read") for visit in every), is_told=True)


def _route(library: Library, name: str, every: Sequence[PlaceVisit], *, is_told: bool) -> Route:
    story = library.stories[name]
    shown = [(at, visit) for at, visit in enumerate(every) if is_told or visit.status != "unread"]
    groups: list[list[tuple[int, PlaceVisit]]] = []
    for at, visit in shown:
        if groups and groups[-1][-1][1].place == visit.place and groups[-1][-1][0] == at - 1:
            groups[-1].append((at, visit))
        else:
            groups.append([(at, visit)])
    befores = [False, *(before[-1][0] == group[0][0] - 1 for before, group in pairwise(groups))]
    told = (library.places.get(visit.place or "") for visit in every)
    positions = [place.position for place in told if place is not None and place.position is not None]
    window = fit(positions, library.edition.extent)
    stops = tuple(
        _stop(library, number, [visit for _, visit in group], window, joined=joined)
        for number, (group, joined) in enumerate(zip(groups, befores, strict=False), 1)
    )
    return Route(story=name, title=story_name(library, story), stops=stops, goes_on=len(shown) < len(every),
                 is_ones=story.person is not None, window=window)  # fmt: skip


class PlaceChange(Struct, frozen=True):
    """A way with the stretch along which a reader has just come to another place."""

    way: Route
    start: RouteStop
    end: RouteStop

    @property
    def title(self) -> str:
        """From where to where."""
        return reader_strings.CARD_THEN.join((self.start.name, self.end.name))


def change_of_place(library: Library, before: Playthrough, play: Playthrough) -> PlaceChange | None:
    """How a move has led to another place: both are on the map, and no date says that the later page tells of before.

    None where it has led to no such place, to a page that was read already, or off the path that the record takes.
    """
    was, now = before.state, play.state
    story = library.stories[now.story]
    if story.person is None or was.story != now.story or now.scene in (was.scene, *was.seen) or now.shown is not None:
        return None
    at, scene = story.scenes[was.scene].at, story.scenes[now.scene]
    place = library.places.get(scene.at or "")
    if place is None or place.position is None or scene.at == at:
        return None
    way = route(library, play)
    leg = next(((start, end) for start, end in way.stretches if end.status == "here"), None)
    if leg is None or leg[0].place == leg[1].place:
        return None
    dates = (stretch_of(story.scenes[leg[0].visits[-1].scene].date), stretch_of(scene.date))
    is_ordered = ALWAYS not in dates and dates[0].first <= dates[1].last
    return PlaceChange(way, *leg) if is_ordered else None


def read_at(library: Library, play: Playthrough, stop: RouteStop, reader: Reader) -> tuple[Page, ...]:
    """What was read of a stop: the pages of its scenes, or the outcome that led there."""
    found: list[Page] = []
    for visit in stop.visits:
        if visit.status == "unread":
            continue
        if visit.choice is None:
            found += read_there(library, play, visit.scene, reader)
        else:
            found.append(_outcome(library, play, visit.scene, visit.choice, reader))
    return tuple(found)


def _outcome(library: Library, play: Playthrough, scene: str, choice: str, reader: Reader) -> Page:
    """The page of an outcome as it was read; where the trail only passed it, as the record has it."""
    name = play.state.story
    for at in plays(library, play.trail):
        if (at.state.story, at.state.scene, at.state.shown) == (name, scene, choice):
            told = page(library, at.state, reader, at.trail)
            if told.kind != "mark":
                return told
    return page(library, replace(begin(library, name, scene).state, shown=choice), reader)


def _visits(story: Story, name: str, play: Playthrough) -> Iterator[PlaceVisit]:
    state, been = play.state, scenes_read(play)
    taken = {(one.scene, one.move) for one in play.trail.steps if one.story == name}
    for stop in recorded_path(name, story).stops:
        scene = story.scenes[stop.scene]
        is_here = stop.scene == state.scene and (state.shown is None or not _leads(story, stop.scene, state.shown))
        status: Status = (
            "here" if is_here else "read" if stop.scene in been or stop.scene == state.scene
            else "before" if stop.scene in state.seen else "unread"
        )  # fmt: skip
        yield PlaceVisit(stop.scene, None, scene.at, format_date(scene.date) if scene.date is not None else "", status)
        if stop.choice is None:
            continue
        for place in _leads(story, stop.scene, stop.choice):
            status = (
                "here" if (stop.scene, stop.choice) == (state.scene, state.shown)
                else "read" if (stop.scene, Choose(stop.choice)) in taken
                else "before" if choice_key(stop.scene, stop.choice) in state.chose else "unread"
            )  # fmt: skip
            yield PlaceVisit(stop.scene, stop.choice, place, "", status)


def _leads(story: Story, scene: str, choice: str) -> tuple[str, ...]:
    """The places that the outcome of a choice leads to and no scene is at."""
    return tuple(outcome.at for outcome in story.scenes[scene].choices[choice].outcomes if outcome.at is not None)


def _stop(
    library: Library, number: int, visits: Sequence[PlaceVisit], window: Window | None, *, joined: bool
) -> RouteStop:
    name = visits[0].place
    place = library.places.get(name) if name is not None else None
    position = place.position if place is not None else None
    is_off_map = position is not None and window is not None and not window.holds(position)
    return RouteStop(
        number=number,
        place=name,
        name=place.name if place is not None else "",
        precision=place.precision if place is not None else "untold",
        position=None if is_off_map else position,
        is_off_map=is_off_map,
        date="; ".join(dict.fromkeys(visit.date for visit in visits if visit.date)),
        status=min((visit.status for visit in visits), key=NEAREST.index),
        visits=tuple(visits),
        joined=joined,
    )
