"""How does a document stand on the screen?

A renderer: sections and rows become groups of text blocks, so that of a long page only those in sight are drawn.
"""

from collections.abc import Iterator

from wayout.faces.terminal.blocks import DOT, GUTTER, Kind, Run, TextBlock, paragraphs
from wayout.views.document import Role, Row, Section, TextSpan, ViewDocument, spans_by_role

Group = tuple[TextBlock, ...]

MARKS: dict[Role, tuple[Kind, str]] = {
    "text": ("text", ""),
    "title": ("text", ""),
    "strong": ("head", ""),
    "reason": ("muted", ": "),
    "place": ("muted", "  "),
    "cited": ("muted", "  "),
    "evidence": ("word", "  "),
    "known": ("muted", "  "),
    "words": ("word", "  "),
}
"""How a span looks, and what stands before it."""
LOOKS: dict[str, Kind] = {"head": "head", "status": "word", "aside": "muted"}
"""Rows that have one look as a whole."""


def document_groups(document: ViewDocument) -> tuple[Group, ...]:
    """What leads in, then each section."""
    lead = tuple(
        TextBlock(runs(each.spans, "muted"), indent=0, gap=int(not at)) for at, each in enumerate(document.lead)
    )
    return (*((lead,) if lead else ()), *map(section_blocks, document.sections))


def section_blocks(section: Section) -> Group:
    """A heading, and its rows with what stands below them."""
    look: Kind = "head" if section.is_loose else "word"  # where rows end with evidence words, these have the accent
    heading = (TextBlock(((look, section.heading),), indent=0),) if section.heading else ()
    before = (None, *(each.kind for each in section.rows))
    rows = (
        block
        for last, each in zip(before, section.rows, strict=False)
        for block in _row(
            each, 0, int(section.is_loose or each.kind != "item" or last not in ("item", "head")), bool(section.heading)
        )
    )
    return (*heading, *rows)


def runs(spans: tuple[TextSpan, ...], kind: Kind | None = None) -> tuple[Run, ...]:
    """The spans of a row with their looks, or all in one."""
    found = ((MARKS[role], "".join(span.text for span in group)) for role, group in spans_by_role(spans))
    return tuple((kind or look, before + text) for (look, before), text in found)


def _row(row: Row, depth: int, gap: int = 0, is_below_heading: bool = False) -> Iterator[TextBlock]:
    """A row, and what stands below it one step further in."""
    if row.kind in ("lead", "note"):
        yield TextBlock(runs(row.spans, "muted"), gap=0, indent=0 if is_below_heading else GUTTER)
    elif row.kind in LOOKS:
        yield TextBlock(runs(row.spans, LOOKS[row.kind]))
    elif row.kind == "paragraph":
        yield from (TextBlock((("text", text),)) for span in row.spans for text in paragraphs(span.text))
    elif row.kind in ("item", "act"):
        yield TextBlock(runs(row.spans), " " * GUTTER * depth + DOT, gap=gap, indent=GUTTER * (depth + 1))
    else:
        yield TextBlock(runs(row.spans), gap=gap)
    if row.text:
        yield from (TextBlock((("text", text),), gap=0) for text in paragraphs(row.text))
    if row.address:
        yield TextBlock((("muted", row.address),), gap=0, indent=GUTTER * (depth + 1))
    for below in row.rows:
        yield from _row(below, depth + 1)
