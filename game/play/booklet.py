"""What goes into a booklet: which sections, under which numbers, resting on which claims, without what?"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from game.model.beside import CARE, WAR
from game.model.library import Library
from game.play.beside import aside
from game.play.catalogue import entry
from game.play.reader import Reader
from game.play.sections import Key, Section, sections, shuffled
from game.words import booklet as said


class Booklet(Struct, frozen=True, kw_only=True):
    """What goes into a booklet: the sections of each record in their order, and their numbers."""

    library: Library
    reader: Reader
    chapters: tuple[tuple[str, tuple[Section, ...]], ...]
    numbers: dict[Key, int]
    claims: dict[str, int]
    not_carried: tuple[str, ...]

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


def _not_carried(library: Library, every: Iterable[Section], among: frozenset[str]) -> Iterator[str]:
    yield from said.NOT_CARRIED
    for name in sorted(among):
        if library.stories[name].person is None:
            yield said.CROSSROADS_END.format(name=library.stories[name].title)
    steps = (lead.move for section in every for lead in section.leads if lead.to is None)
    for record in dict.fromkeys(move.partition(" ")[2].partition("/")[0] for move in steps):
        yield said.RECORD_MISSING.format(name=entry(library, record, Reader()).name)
