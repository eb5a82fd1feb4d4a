"""How are the pages beside the stories set?"""

from collections.abc import Iterator, Sequence

from wayout.faces.terminal.blocks import DOT, GUTTER, Run, TextBlock, paragraphs
from wayout.locale import strings
from wayout.model.library import Library
from wayout.play.reader import Reader
from wayout.views.reference_pages import ReferencePageView, TermView, outlets
from wayout.views.source_comparison import ComparedClaims, ComparisonPoint, SingleSource

Groups = Iterator[tuple[TextBlock, ...]]
"""Parts that stand together: of a long page, only the groups in sight are drawn."""


def aside_parts(library: Library, page: ReferencePageView, reader: Reader) -> tuple[TextBlock, ...]:
    """The paragraphs of a page of the makers' own, each with those who published what it rests on."""
    found: list[TextBlock] = []
    for block in page.blocks:
        found += [TextBlock((("text", text),)) for text in paragraphs(block.text)]
        if not block.editorial and (published := outlets(library, block.claims, reader)):
            found.append(TextBlock((("muted", strings.FROM_OUTLETS.format(outlets=published)),), gap=0))
    return tuple(found)


def glossary_parts(here: Sequence[TermView], every: Sequence[TermView]) -> Groups:
    """The terms of the page, marked as such, then all."""
    for head, terms in ((strings.GLOSSARY_HERE, here), (strings.GLOSSARY_ALL, every)):
        if terms:
            yield (_head(head), *(part for term in terms for part in _term(term)))


def differ_parts(partings: Sequence[ComparedClaims]) -> Groups:
    """Each point with its reason, and below it what each side says and where."""
    yield _lead(strings.DIFFER_LEAD if partings else strings.DIFFER_NONE)
    for parting in partings:
        head = strings.OF_PERSON.format(name=parting.name, head=parting.weight)
        yield (_head(head), *(part for point in parting.points for part in _point(point)))


def alone_parts(accounts: Sequence[SingleSource]) -> Groups:
    """Each account, and below it what rests on it alone."""
    yield _lead(strings.ALONE_LEAD if accounts else strings.ALONE_NONE)
    for alone in accounts:
        account = TextBlock((("muted", strings.ONLY_ACCOUNT.format(account=alone.account)),), indent=0, gap=0)
        yield (_head(alone.name), account, *(_item(says, gap=int(not at)) for at, says in enumerate(alone.claims)))


def _term(term: TermView) -> Iterator[TextBlock]:
    yield TextBlock((("head", term.term),))
    yield from (TextBlock((("text", text),), gap=0) for text in paragraphs(term.says))
    if term.support:
        yield TextBlock((("muted", term.support),), gap=0)


def _point(point: ComparisonPoint) -> Iterator[TextBlock]:
    why = (("muted", f": {point.why}"),) if point.why else ()
    yield TextBlock((("head", point.on), *why))
    for reading in point.readings:
        cited: tuple[Run, ...] = (("muted", f"  {reading.where}"),) if reading.where else ()
        yield TextBlock((("text", reading.says), *cited), f"  {DOT}", gap=0, indent=2 * GUTTER)


def _item(text: str, *, gap: int) -> TextBlock:
    return TextBlock((("text", text),), DOT, gap=gap)


def _head(text: str) -> TextBlock:
    return TextBlock((("word", text),), indent=0)


def _lead(text: str) -> tuple[TextBlock, ...]:
    return (TextBlock((("muted", text),), indent=0),)
