"""What may a face show that stands beside the stories: its own pages, and the glossary?

View models of reference pages (foreword, help, about) and of the glossary.
"""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from wayout.locale import reader_strings, strings
from wayout.model.glossary_matcher import find_terms
from wayout.model.library import (
    ABOUT,
    ALONE,
    CARE,
    COMPARE,
    DIFFER,
    FOREWORD,
    GLOSSARY,
    NOTEBOOK,
    SIDE,
    TIMELINE,
    Library,
    Term,
)
from wayout.model.text import wording
from wayout.play.state import Reader
from wayout.views.compare import compare, comparison_document
from wayout.views.document import Row, Section, TextSpan, ViewDocument, begins, row
from wayout.views.notebook import NOTHING_READ, TrailsRead, hung, notebook_document
from wayout.views.page import Page
from wayout.views.passages import Block
from wayout.views.side_by_side import side_by_side_document
from wayout.views.source_comparison import differences_document, single_source_document
from wayout.views.sources import sources, support
from wayout.views.timeline import timeline_document


class ReferencePageView(Struct, frozen=True):
    """A page of the makers' own."""

    title: str
    blocks: tuple[Block, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Every claim that it rests on, once each."""
        return tuple(dict.fromkeys(claim for block in self.blocks for claim in block.claims))


class TermView(Struct, frozen=True, kw_only=True):
    """A term as it is explained, and how well that is supported."""

    id: str
    term: str
    says: str
    support: str
    forms: tuple[str, ...]
    claims: tuple[str, ...]


def aside(library: Library, name: str, reader: Reader) -> ReferencePageView:
    """A page by the name of its file. Raises KeyError where the library has none."""
    found = library.asides[name]
    return ReferencePageView(
        wording(found.title, gentle=reader.gentle),
        tuple(
            Block(wording(passage.text, gentle=reader.gentle), passage.claims or passage.about, passage.editorial)
            for passage in found.text
        ),
    )


def aside_document(library: Library, name: str, reader: Reader) -> ViewDocument:
    """A page of the makers' own, each paragraph with those who published what it rests on. Raises KeyError as above."""
    return _aside_document(library, name, aside(library, name, reader), reader)


def _aside_document(library: Library, name: str, found: ReferencePageView, reader: Reader) -> ViewDocument:
    rows: list[Row] = []
    for block in found.blocks:
        rows.append(row("paragraph", block.text))
        if not block.editorial and (published := outlets(library, block.claims, reader)):
            rows.append(row("note", strings.FROM_OUTLETS.format(outlets=published)))
    return ViewDocument(id=name, title=found.title, sections=(Section("", tuple(rows)),), claims=found.claims)


STATEMENTS_FIRST = 2
"""So many statements of the foreword stand before a first story; the others are offered there."""


class Statement(Struct, frozen=True):
    """One statement of a page of the makers' own, with what rests on it, and what is announced of those after it."""

    document: ViewDocument
    number: int
    all: int
    rest: tuple[str, ...]

    @property
    def is_told_first(self) -> bool:
        """Whether another one follows it before a first story in any case."""
        return self.number < min(STATEMENTS_FIRST, self.all)

    @property
    def where(self) -> str:
        """Its number among all of them."""
        return reader_strings.STATEMENT_OF.format(n=self.number, all=self.all) if self.all > 1 else ""

    @property
    def rest_line(self) -> str:
        """How many follow, and what is announced of them; nothing where none does."""
        left = self.all - self.number
        if not left:
            return ""
        count = reader_strings.STATEMENT_LEFT if left == 1 else reader_strings.STATEMENTS_LEFT.format(n=left)
        return " ".join(
            (count, *((reader_strings.STATEMENTS_HOLD.format(what="; ".join(self.rest)),) * bool(self.rest)))
        )


def aside_statements(library: Library, name: str, reader: Reader) -> tuple[Statement, ...]:
    """A page of the makers' own one statement at a time; what it says of itself stands with the one before that."""
    found = aside(library, name, reader)
    groups: list[list[int]] = []
    for at, block in enumerate(found.blocks):
        if block.editorial and groups:
            groups[-1].append(at)
        else:
            groups.append([at])

    def rest(number: int) -> tuple[str, ...]:
        held = {tag for group in groups[number:] for at in group for tag in library.asides[name].text[at].content}
        return library.edition.labels(held)

    return tuple(
        Statement(
            _aside_document(library, name, replace(found, blocks=tuple(found.blocks[at] for at in group)), reader),
            number, len(groups), rest(number),
        )
        for number, group in enumerate(groups, 1)
    )  # fmt: skip


def outlets(library: Library, claims: tuple[str, ...], reader: Reader) -> str:
    """Who published what some claims rest on, in one line."""
    cites = (cite for claim in sources(library, claims, reader) for cite in claim.cites)
    return "; ".join(dict.fromkeys(cite.name for cite in cites))


def glossary(library: Library, reader: Reader) -> tuple[TermView, ...]:
    """Every term, in the order of the alphabet."""
    views = (_term(library, name, term, reader) for name, term in library.terms.items())
    return tuple(sorted(views, key=lambda view: (view.term.casefold(), view.id)))


def glossary_document(library: Library, reader: Reader, pages: Sequence[Page] = (), wanted: str = "") -> ViewDocument:
    """The terms that some pages name, then all; or only those that are written, or begin, as wanted."""
    every = glossary(library, reader)
    if wanted:
        found = [one for one in every if any(begins(name, wanted) for name in (one.id, one.term, *one.forms))]
        none = () if found else (row("lead", strings.GLOSSARY_NONE.format(said=wanted)),)
        sections = (Section("", tuple(map(_term_row, found))),) if found else ()
        return ViewDocument(id=GLOSSARY, title="", lead=none, sections=sections)
    here = {term.id: term for page in pages for term in terms_on(library, page, reader)}
    listed = (
        Section(strings.GLOSSARY_HERE, tuple(map(_term_row, here.values()))),
        Section(strings.GLOSSARY_ALL, tuple(replace(_term_row(one), id=f"term-{one.id}") for one in every)),
    )
    return ViewDocument(
        id=GLOSSARY, title=strings.GLOSSARY, sections=tuple(section for section in listed if section.rows)
    )


def _term_row(term: TermView) -> Row:
    support = (row("note", term.support),) if term.support else ()
    return Row(kind="term", spans=(TextSpan(term.term, "strong"),), text=term.says, rows=support)


def terms_on(library: Library, page: Page, reader: Reader) -> tuple[TermView, ...]:
    """The terms that a page names, in the order in which it does."""
    found = {naming.term: None for text in page.texts for naming in find_terms(text, library.terms)}
    return tuple(_term(library, name, library.terms[name], reader) for name in found)


def _term(library: Library, name: str, term: Term, reader: Reader) -> TermView:
    return TermView(
        id=name,
        term=wording(term.term, gentle=reader.gentle),
        says=wording(term.says, gentle=reader.gentle),
        support=support(library, term.claims),
        forms=term.forms,
        claims=term.claims,
    )


Maker = Callable[[Library, Reader, Sequence[Page], str, TrailsRead], ViewDocument]
"""Makes a document for a reader, of the pages that she is at, of what she typed behind its word, and of all that she
has read."""

DOCUMENTS: Mapping[str, Maker] = {
    GLOSSARY: lambda library, reader, pages, wanted, _: glossary_document(library, reader, pages, wanted),
    FOREWORD: lambda library, reader, *_: aside_document(library, library.foreword, reader),
    DIFFER: lambda library, reader, _, wanted, __: differences_document(library, reader, wanted),
    ALONE: lambda library, reader, _, wanted, __: single_source_document(library, reader, wanted),
    COMPARE: lambda library, reader, _, wanted, __: comparison_document(compare(library, reader), wanted),
    SIDE: lambda library, reader, _, wanted, __: side_by_side_document(library, reader, wanted),
    CARE: lambda library, reader, *_: aside_document(library, CARE, reader),
    TIMELINE: lambda library, reader, _, __, read: timeline_document(library, reader, hung(library, reader, read)),
    NOTEBOOK: lambda library, reader, _, __, read: notebook_document(library, reader, read),
    ABOUT: lambda library, reader, *_: aside_document(library, ABOUT, reader),
}


def document(
    library: Library,
    name: str,
    reader: Reader,
    pages: Sequence[Page] = (),
    wanted: str = "",
    read: TrailsRead = NOTHING_READ,
) -> ViewDocument:
    """A document by its name. Raises KeyError where there is none of that name, or the library has no such page."""
    known = FOREWORD if name and name == library.foreword else name
    return DOCUMENTS[known](library, reader, pages, wanted, read)
