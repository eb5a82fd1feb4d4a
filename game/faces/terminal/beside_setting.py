"""How are the pages beside the stories set?"""

from collections.abc import Iterator, Sequence

from game import words
from game.faces.terminal.parts import DOT, GUTTER, Part, Run, paragraphs
from game.model.library import Library
from game.play.beside import AsidePage, TermView, outlets
from game.play.ledger import Alone, Parting, Point
from game.play.reader import Reader

Groups = Iterator[tuple[Part, ...]]
"""Parts that stand together: of a long page, only the groups in sight are drawn."""


def aside_parts(library: Library, page: AsidePage, reader: Reader) -> tuple[Part, ...]:
    """The paragraphs of a page of the makers' own, each with those who published what it rests on."""
    found: list[Part] = []
    for block in page.blocks:
        found += [Part((("text", text),)) for text in paragraphs(block.text)]
        if not block.editorial and (published := outlets(library, block.claims, reader)):
            found.append(Part((("muted", words.FROM_OUTLETS.format(outlets=published)),), gap=0))
    return tuple(found)


def glossary_parts(here: Sequence[TermView], every: Sequence[TermView]) -> Groups:
    """The terms of the page, marked as such, then all."""
    for head, terms in ((words.GLOSSARY_HERE, here), (words.GLOSSARY_ALL, every)):
        if terms:
            yield (_head(head), *(part for term in terms for part in _term(term)))


def differ_parts(partings: Sequence[Parting]) -> Groups:
    """Each point with its reason, and below it what each side says and where."""
    yield _lead(words.DIFFER_LEAD if partings else words.DIFFER_NONE)
    for parting in partings:
        head = words.OF_PERSON.format(name=parting.name, head=parting.weight)
        yield (_head(head), *(part for point in parting.points for part in _point(point)))


def alone_parts(accounts: Sequence[Alone]) -> Groups:
    """Each account, and below it what rests on it alone."""
    yield _lead(words.ALONE_LEAD if accounts else words.ALONE_NONE)
    for alone in accounts:
        account = Part((("muted", words.ONLY_ACCOUNT.format(account=alone.account)),), indent=0, gap=0)
        yield (_head(alone.name), account, *(_item(says, gap=int(not at)) for at, says in enumerate(alone.claims)))


def _term(term: TermView) -> Iterator[Part]:
    yield Part((("head", term.term),))
    yield from (Part((("text", text),), gap=0) for text in paragraphs(term.says))
    if term.support:
        yield Part((("muted", term.support),), gap=0)


def _point(point: Point) -> Iterator[Part]:
    why = (("muted", f": {point.why}"),) if point.why else ()
    yield Part((("head", point.on), *why))
    for reading in point.readings:
        cited: tuple[Run, ...] = (("muted", f"  {reading.where}"),) if reading.where else ()
        yield Part((("text", reading.says), *cited), f"  {DOT}", gap=0, indent=2 * GUTTER)


def _item(text: str, *, gap: int) -> Part:
    return Part((("text", text),), DOT, gap=gap)


def _head(text: str) -> Part:
    return Part((("word", text),), indent=0)


def _lead(text: str) -> tuple[Part, ...]:
    return (Part((("muted", text),), indent=0),)
