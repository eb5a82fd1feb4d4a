"""By which scenes and answers has the reader come to a page, what lies next, and what of a situation changed last?

A view model: the route taken through the graph as a few stops (breadcrumbs), the ways on from a page, and the situation
in the order of its latest changes, with its document. It looks at the trail alone and replays nothing, so that it costs
next to nothing on each page.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import evidence_strings, strings
from wayout.model.dates import format_date
from wayout.model.library import Library, story_name
from wayout.model.text import wording
from wayout.play.history import choice_made
from wayout.play.state import Playthrough, Reader, Trail
from wayout.views.document import Section, ViewDocument, item
from wayout.views.lineage import number_word
from wayout.views.page import Page

SITUATION = "situation"
"""The name of its document."""


class WayStop(Struct, frozen=True):
    """A scene on the way: where or when it is, what was answered there, and whose records were visited from it."""

    story: str
    scene: str
    label: str = ""
    chosen: str = ""
    visits: tuple[str, ...] = ()


def way_here(library: Library, play: Playthrough, reader: Reader, most: int) -> tuple[WayStop, ...]:
    """The last so many stops of the way to where the reader is, which is the last of them.

    Where she came back to a scene, from another record or of her own, the way goes on from there.
    """
    found: list[WayStop] = []
    for step in play.trail.steps:
        _come_to(library, found, step.story, step.scene)
        if (choice := choice_made(library, step)) is not None:
            found[-1] = replace(found[-1], chosen=choice)
    state = play.state
    _come_to(library, found, state.story, state.scene)
    if state.shown is None:
        found[-1] = replace(found[-1], chosen="")
    labels = _labels(library, found, reader)
    *told, here = (replace(stop, label=label) for stop, label in zip(found, labels, strict=True))
    shown = [stop for stop in told if stop.label or stop.chosen or stop.visits]
    shown.append(here if here.label else replace(here, label=evidence_strings.HERE))
    return tuple(_answered(library, stop, reader) for stop in shown[-most:])


def _come_to(library: Library, found: list[WayStop], story: str, scene: str) -> None:
    """Add a stop, unless the reader is there or comes back there: then what lies behind it falls away."""
    if found and (found[-1].story, found[-1].scene) == (story, scene):
        return
    places = [(stop.story, stop.scene) for stop in found]
    if (story, scene) not in places:
        found.append(WayStop(story, scene))
        return
    at = places.index((story, scene))
    away = (story_name(library, library.stories[stop.story]) for stop in found[at + 1 :] if stop.story != story)
    found[at] = replace(found[at], chosen="", visits=tuple(dict.fromkeys((*found[at].visits, *away))))
    del found[at + 1 :]


def _labels(library: Library, stops: list[WayStop], reader: Reader) -> Iterator[str]:
    """Of each stop what is new at it: whose record it is, the place, the date; where nothing is, its question."""
    story = place = date = ""
    for stop in stops:
        scene = library.scene(stop.story, stop.scene)
        name = "" if stop.story == story or not story else story_name(library, library.stories[stop.story])
        at = library.places[scene.at].name if scene.at is not None and scene.at in library.places else ""
        on = format_date(scene.date) if scene.date is not None else ""
        is_new = bool(name) or (at, on) != (place, date)
        new = (name, at if name or at != place else "", on if name or on != date or at != place else "")
        asked = wording(scene.ask, gentle=reader.gentle) if scene.ask is not None else ""
        yield " · ".join(filter(None, new)) or ("" if is_new and not asked else asked)
        story, place, date = stop.story, at, on


def _answered(library: Library, stop: WayStop, reader: Reader) -> WayStop:
    if not stop.chosen:
        return stop
    label = wording(library.choice(stop.story, stop.scene, stop.chosen).label, gentle=reader.gentle)
    return replace(stop, chosen=label)


def ways_on(page: Page) -> str:
    """How many ways lead on from a fork, and of how many of them the reader has read where they lead."""
    choices = [move for move in page.moves if move.kind == "choice"]
    if not choices:
        return ""
    ways = evidence_strings.WAYS_ON[len(choices) > 1].format(n=number_word(len(choices)))
    read = sum(move.looked_at for move in choices)
    shut = sum(not move.is_open for move in choices)
    told = (evidence_strings.WAYS_READ.format(n=number_word(read)) if read else "",
            evidence_strings.WAYS_SHUT.format(n=number_word(shut)) if shut else "")  # fmt: skip
    return ", ".join(filter(None, (ways, *told)))


def lately_changed(library: Library, trail: Trail, page: Page) -> tuple[tuple[str, str], ...]:
    """The situation of a page, what the reader's last choices have changed before the rest."""
    story = library.stories[page.story]
    order: dict[str, None] = {}
    for step in reversed(trail.steps):
        if step.story == page.story and (choice := choice_made(library, step)) is not None:
            order |= dict.fromkeys(library.choice(step.story, step.scene, choice).effects)
    labels = [story.situation[name].label for name in order if name in story.situation]
    last = len(labels)
    return tuple(sorted(page.situation, key=lambda one: labels.index(one[0]) if one[0] in labels else last))


def situation_document(library: Library, trail: Trail, page: Page) -> ViewDocument:
    """The whole situation, what changed last before the rest."""
    rows = tuple(item(f"{label}: {value}") for label, value in lately_changed(library, trail, page))
    return ViewDocument(id=SITUATION, title=strings.SITUATION, sections=(Section("", rows),))
