"""What goes into a booklet: which sections, under which numbers, resting on which claims, without what?"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from wayout.locale import booklet_strings
from wayout.model.conditions import choice_key
from wayout.model.library import Library
from wayout.model.reference_pages import CARE, WAR
from wayout.play.moves import Enter
from wayout.play.reader import Reader
from wayout.views.catalogue import catalogue_entry
from wayout.views.reference_pages import aside
from wayout.views.sections import BookletSection, SectionKey, sections, shuffled


class Booklet(Struct, frozen=True, kw_only=True):
    """What goes into a booklet: the sections of each record in their order, and their numbers."""

    library: Library
    reader: Reader
    chapters: tuple[tuple[str, tuple[BookletSection, ...]], ...]
    numbers: dict[SectionKey, int]
    claims: dict[str, int]
    not_carried: tuple[str, ...]

    def boxes(self, story: str) -> dict[tuple[str, str], int]:
        """The box for each thing that a condition of a story can ask for: 'seen' a scene, 'chose' 'scene/choice'."""
        keys = {key: number for key, number in self.numbers.items() if key.story == story}
        return {
            ("chose", choice_key(key.scene, key.choice)) if key.choice else ("seen", key.scene): number
            for key, number in keys.items()
        }

    @property
    def stories(self) -> tuple[str, ...]:
        """The ids of the stories in it."""
        return tuple(name for name, _ in self.chapters)


def booklet(library: Library, stories: Sequence[str], reader: Reader, *, in_order: bool = False) -> Booklet:
    """Number the sections of some stories: each record has its own range of numbers, and begins at the first of it."""
    among = frozenset(stories)
    chapters = []
    for name in stories:
        found = sections(library, name, reader, among)
        chapters.append((name, found if in_order else shuffled(found, name)))
    every = [section for _, found in chapters for section in found]
    numbers = {section.key: number for number, section in enumerate(every, 1)}
    asides = [aside(library, name, reader).claims for name in (WAR, CARE) if name in library.asides]
    claims = dict.fromkeys(claim for group in (*asides, *(one.claims for one in every)) for claim in group)
    known = {claim: number for number, claim in enumerate((one for one in claims if one in library.claims), 1)}
    return Booklet(library=library, reader=reader, chapters=tuple(chapters), numbers=numbers, claims=known,
                   not_carried=tuple(_not_carried(library, every, among)))  # fmt: skip


def _not_carried(library: Library, every: Iterable[BookletSection], among: frozenset[str]) -> Iterator[str]:
    yield from booklet_strings.NOT_CARRIED
    for name in sorted(among):
        if library.stories[name].person is None:
            yield booklet_strings.CROSSROADS_END.format(name=library.stories[name].title)
    moves = (lead.move for section in every for lead in section.leads if lead.to is None)
    for record in dict.fromkeys(move.record for move in moves if isinstance(move, Enter)):
        yield booklet_strings.RECORD_MISSING.format(name=catalogue_entry(library, record, Reader()).name)
