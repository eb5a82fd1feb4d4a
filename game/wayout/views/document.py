"""What does a view say, whatever face shows it?

The document model: sections, rows and spans with roles; the document's language.

A document model: sections of rows of text spans, which name their role and never their look. Each view is turned into
one document, and each face renders every document; so a sentence stands in one place.
"""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

OWN_LANGUAGE = "en"
"""The language in which Wayout itself is written."""

Role = Literal[
    "text", "title", "strong", "reason", "place", "cited", "evidence", "known", "words", "number", "origin", "said",
    "printed",
]  # fmt: skip
"""What a span is in its row: the text itself; the name of a document at its beginning; what it is about; why; where;
in which documents, or when, it stands; evidence words, which stand out, those that are said in passing, and those that
are what the row says; the number by which it is asked for. Of a document where it appeared and how it was made, and
where in it who says something. Of an article the words that the reader printed herself."""

Kind = Literal[
    "paragraph", "head", "status", "lead", "aside", "note", "term", "entry", "hung", "point", "act", "item", "line",
    "taking",
    "question", "outcome", "claim", "standing", "cite", "difference", "reading",
    "editorial", "ask", "option", "chosen", "word", "followed", "support", "said",
]  # fmt: skip
"""What a row is.

A paragraph; a heading within a section; a word on how a record stands; what leads in, an aside, and a note on what
stands before it, all said quietly; a term that its text explains; an entry with a date, and one that a reader hung
there; a point on which its rows say different things; the act that somebody took then; an item of a list, and a line
of an article, which has a number. What one person did, with what was asked and answered, and what followed. What is
told, how well it stands, a place in a document that says so; on what documents part, and what one side says, with its
places below it. Of what was read: what is told of the record itself, what was asked, offered and answered, evidence
words, what followed and what that rests on, what the reader says of it."""


class TextSpan(Struct, frozen=True):
    """A piece of a row. Text from elsewhere says in which language it is: empty where that is not known.

    `address` is where it leads, on a page that has links.
    """

    text: str
    role: Role = "text"
    language: str = OWN_LANGUAGE
    address: str = ""


class Row(Struct, frozen=True, kw_only=True):
    """A line, the text that belongs to it, and the rows that stand below it, a step further in.

    `id` is the name by which a link leads to it. `target` is the scene that it tells of ('record/scene'), to be read on
    from; `care` says that it is hard to bear, and that there is a page to point to. Each face has its own way there.
    `address` is where a document can be read, and `citation` how a bibliography names it. Where a page can close what
    stands below a row, `summary` is what stands in its place; where nothing can be closed, what is `is_closed` is left
    out.
    """

    kind: Kind
    spans: tuple[TextSpan, ...]
    text: str = ""
    rows: tuple["Row", ...] = ()
    id: str = ""
    target: str = ""
    care: bool = False
    address: str = ""
    citation: str = ""
    summary: tuple[TextSpan, ...] = ()
    is_closed: bool = False

    def said(self, *roles: Role) -> str:
        """What its spans of some roles say, one after the other; without a role, all of them."""
        return "".join(span.text for span in self.spans if span.role in (roles or (span.role,)))


class Section(Struct, frozen=True):
    """Rows under a heading; without one they follow what stands before. A loose list has air between its items."""

    heading: str
    rows: tuple[Row, ...]
    is_loose: bool = False


class Table(Struct, frozen=True):
    """A table: what it is of, the heads of its columns, and its rows, each with its own head first."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


class TimeLane(Struct, frozen=True):
    """The moments of one person, or of a group of claims: where each begins and ends, in years and parts of one."""

    label: str
    moments: tuple[tuple[float, float], ...]


class TimeChart(Struct, frozen=True):
    """Lanes beside one another on one line of years, from the first year on to before the last."""

    first: int
    last: int
    lanes: tuple[TimeLane, ...]


class LineageNode(Struct, frozen=True):
    """A text, how it was made, where it was published, and what was made from it.

    `id` is its document, empty for a text that no document names; `carries` are the numbers of the claims, of those
    that are shown, which it is cited for.
    """

    id: str
    how: str
    name: TextSpan
    carries: tuple[str, ...] = ()
    below: tuple["LineageNode", ...] = ()


class SourceTree(Struct, frozen=True):
    """The origins of some documents, with all that was made from each."""

    roots: tuple[LineageNode, ...]


Figure = Table | TimeChart | SourceTree
"""What a face that draws shows beside the rows of a view, which say the same in words."""


class ViewDocument(Struct, frozen=True, kw_only=True):
    """A whole view: its title, what leads in, its sections, and the claims that it rests on.

    Claims are None where each row says for itself what it rests on, and no view of sources belongs to the whole. A
    figure stands after what leads in, a lineage below all rows; `draw` makes it, for faces that show one.
    """

    id: str
    title: str
    lead: tuple[Row, ...] = ()
    sections: tuple[Section, ...] = ()
    claims: tuple[str, ...] | None = None
    draw: Callable[[], Figure | None] | None = None

    @property
    def figure(self) -> Figure | None:
        """The figure, made now; None where there is none."""
        return self.draw() if self.draw is not None else None

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all its sections."""
        return tuple(row for section in self.sections for row in section.rows)


def row(kind: Kind, text: str, *rows: Row) -> Row:
    """A row of one span."""
    return Row(kind=kind, spans=(TextSpan(text),), rows=rows)


def item(text: str, *rows: Row, evidence: str = "", address: str = "") -> Row:
    """An item of a list, the evidence words that stand behind it, and what stands below it."""
    words = (TextSpan(evidence, "evidence"),) if evidence else ()
    return Row(kind="item", spans=(TextSpan(text), *words), rows=rows, address=address)


def numbered(number: int, *spans: TextSpan) -> Row:
    """A line of an article, with the number by which what is said of it below is told apart."""
    return Row(kind="line", spans=(TextSpan(str(number), "number"), *spans))


def dotted(role: Role, *parts: str | TextSpan) -> tuple[TextSpan, ...]:
    """What there is to say in one role, with a dot between."""
    spans = (part if isinstance(part, TextSpan) else TextSpan(part) for part in parts)
    said = [replace(span, role=role) for span in spans if span.text]
    return tuple(one for span in said for one in (TextSpan(" · ", role), span))[1:]


def spans_by_role(spans: tuple[TextSpan, ...]) -> tuple[tuple[Role, tuple[TextSpan, ...]], ...]:
    """Spans that follow one another in one role, together: they share a mark or a pair of brackets."""
    found: list[tuple[Role, tuple[TextSpan, ...]]] = []
    for span in spans:
        if found and found[-1][0] == span.role:
            found[-1] = (span.role, (*found[-1][1], span))
        else:
            found.append((span.role, (span,)))
    return tuple(found)


def begins(name: str, wanted: str) -> bool:
    """Whether a name begins as a reader typed it, whatever the case; every name does where she typed nothing."""
    return name.lower().startswith(wanted.lower())
