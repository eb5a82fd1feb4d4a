"""Every document is rendered on every face: whatever it says, each of them says it, and in the same words."""

from collections.abc import Iterator
from html import unescape
from re import sub

import pytest
from msgspec.structs import replace

from wayout.faces.print.booklet import as_html
from wayout.faces.terminal.document_layout import (
    cite_parts,
    claim_parts,
    difference_parts,
    document_groups,
    reading_parts,
)
from wayout.faces.terminal.page_layout import TextBlock
from wayout.faces.web.reference_pages import document_html
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
)
from wayout.model.text import paragraphs
from wayout.play.state import Reader
from wayout.play.step import begin
from wayout.render.document_text import list_lines, plain_lines
from wayout.views.document import Row, Section, TextSpan, ViewDocument, item
from wayout.views.page import page
from wayout.views.reference_pages import DOCUMENTS, document
from wayout.views.sections import booklet
from wayout.views.sources import sources_document

READERS = (Reader(), Reader(gentle=True))


def in_one(text: str) -> str:
    return " ".join(text.split())


def plain(shown: ViewDocument) -> str:
    return in_one(" ".join(line.text for line in plain_lines(shown)))


def terminal(shown: ViewDocument) -> str:
    return in_one(" ".join(text for group in document_groups(shown) for block in group for _, text in block.runs))


def html(shown: ViewDocument) -> str:
    return in_one(unescape(sub("<[^>]*>", " ", document_html(shown))))


def said(rows: tuple[Row, ...]) -> Iterator[str]:
    """Each text of some rows and of those below them."""
    for row in rows:
        for text in (*(span.text for span in row.spans), row.text):
            yield from map(in_one, paragraphs(text))
        yield from said(row.rows)


def texts(shown: ViewDocument) -> set[str]:
    rows = (*shown.lead, *(row for section in shown.sections for row in section.rows))
    headings = {section.heading for section in shown.sections if len(shown.sections) > 1}
    return {text.strip(" ,;") for text in (*headings, *said(rows))}


@pytest.mark.parametrize("reader", READERS, ids=("full", "gentle"))
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_a_document_says_every_face_says(beside: Library, name: str, reader: Reader) -> None:
    first = page(beside, begin(beside, "anton").state, reader)
    shown = document(beside, name, reader, (first,))
    opened = replace(shown, sections=tuple(map(open_section, shown.sections)))
    for face in (plain(opened), html(shown), *((terminal(shown),) if name != COMPARE else ())):
        assert {text for text in texts(shown) if text not in face} == set()


def open_section(section: Section) -> Section:
    return replace(section, rows=tuple(replace(row, is_closed=False) for row in section.rows))


def test_what_a_claim_rests_on_every_face_says(beside: Library) -> None:
    """In the terminal each place is a widget; on paper a side's places are told in short.

    There a document stands once, at its letter, with how it was made, which is the reason of what it rests on.
    """
    every = tuple(beside.claims)
    shown = sources_document(beside, every, Reader())
    assert {row.kind for claim in shown.rows for row in claim.rows} == {"standing", "note", "cite", "difference"}
    screen = in_one(" ".join(text for claim in shown.rows for block in on_screen(claim) for _, text in block.runs))
    made = replace(booklet(beside, ("anton",), Reader()), claims={name: at for at, name in enumerate(every, 1)})
    paper = in_one(unescape(sub("<[^>]*>", "", as_html(made))))
    for face in (plain(shown), html(shown), screen, paper):
        for claim in shown.rows:
            for row in (claim, *claim.rows):
                left_out = ("number", "reason") if face is paper else ("number",)
                parts = {in_one(span.text) for span in row.spans if span.role not in left_out}
                assert {text for text in parts if text.strip(" ·;,") not in face} == set()
            for reading in (side for row in claim.rows if row.kind == "difference" for side in row.rows):
                assert in_one(reading.said("text")) in face


def on_screen(claim: Row) -> Iterator[TextBlock]:
    yield from claim_parts(claim)
    for row in claim.rows:
        yield from cite_parts(row, 2) if row.kind == "cite" else ()
        yield from difference_parts(row) if row.kind == "difference" else ()
        for side in row.rows:
            yield from reading_parts(side)


def test_every_name_has_a_document_with_its_name_and_a_title(beside: Library) -> None:
    assert set(DOCUMENTS) == {FOREWORD, CARE, ABOUT, GLOSSARY, DIFFER, ALONE, COMPARE, TIMELINE, SIDE, NOTEBOOK}
    for name in DOCUMENTS:
        shown = document(beside, name, Reader())
        assert shown.id == beside.page_name(name)
        assert shown.title


def test_a_document_that_appeared_nowhere_is_named_by_its_title_on_every_face(beside: Library) -> None:
    """Not by an empty name and a comma."""
    bare = {name: replace(one, container_title=None, publisher=None) for name, one in beside.documents.items()}
    origins = {name: replace(one, container_title=None, publisher=None) for name, one in beside.origins.items()}
    library = replace(beside, documents=bare, origins=origins)
    shown = document(library, DIFFER, Reader())
    for face in (plain(shown), terminal(shown), html(shown)):
        assert "The man who stayed on the quay (English), line 3" in face
        assert "A digest of the harbour story" in face


def test_paragraphs_are_the_same_on_every_face(beside: Library) -> None:
    """An empty line parts them, another line end does not."""
    two = Row(kind="term", spans=(TextSpan("A term", "strong"),), text="It is\nthis.\n \nAnd that.")
    asides = Row(kind="paragraph", spans=(TextSpan("One\nline.\n\nAnother."),))
    shown = document(beside, GLOSSARY, Reader())
    shown = replace(shown, sections=(replace(shown.sections[0], heading="", rows=(two, asides)),))
    lines = [line.text for line in plain_lines(shown)]
    assert [text for text in lines[1:] if text] == ["– A term: It is this.", "And that.", "One line.", "Another."]
    (group,) = document_groups(shown)
    assert [block.runs[0][1] for block in group] == ["A term", "It is this.", "And that.", "One line.", "Another."]
    made = document_html(replace(shown, sections=(replace(shown.sections[0], rows=(two,)),)))
    assert "<dd>It is this.</dd><dd>And that.</dd>" in made
    told = document_html(replace(shown, sections=(replace(shown.sections[0], rows=(asides,)),)))
    assert "<p>One line.</p><p>Another.</p>" in told


def test_a_row_in_markdown_is_read_as_nothing_but_itself() -> None:
    rows = (
        item("*1*\n[x](y)", item("<b>"), evidence="taken", address="https://example.org/a"),
        item("#", address="a b"),
    )
    assert list(list_lines(rows)) == [
        r"- \*1\* \[x\](y) **taken** <https://example.org/a>",
        r"  - \<b\>",
        r"- \# a b",
    ]
    assert r"https\://example.org/a" in next(iter(list_lines(rows, has_links=False)))
