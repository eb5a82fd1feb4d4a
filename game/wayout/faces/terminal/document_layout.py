"""How does a document stand on the screen?

A renderer of documents (sections and rows) and of claims, citations and differences as groups of styled text blocks,
so that of a long page only those in sight are drawn; narrowest column.
"""

from collections.abc import Iterator
from itertools import zip_longest

from rich.cells import cell_len

from wayout.faces.terminal.keymap import KeyLabel
from wayout.faces.terminal.page_layout import DOT, GUTTER, HEAVY, THIN, Kind, Run, TextBlock, care_parts, paragraphs
from wayout.faces.terminal.widgets.text_lines import ink
from wayout.locale import strings
from wayout.views.compare import ActRow, ActTaken, taking_row
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
    "number": ("word", ""),
    "origin": ("muted", "  "),
    "said": ("muted", "  "),
    "printed": ("word", "["),
}
"""How a span looks, and what stands before it."""
LOOKS: dict[str, Kind] = {
    "head": "head", "status": "word", "aside": "muted", "ask": "head", "chosen": "muted", "said": "muted",
    "word": "word", "followed": "text", "support": "muted",
}  # fmt: skip
"""Rows that have one look as a whole."""
LINE_INDENT = GUTTER + 4
"""Where the text of a line begins that has a number."""
RULED = ("word", "followed", "support")
"""Rows that stand in a card."""


def document_groups(document: ViewDocument) -> tuple[Group, ...]:
    """What leads in, then each section."""
    lead = tuple(TextBlock(runs(each.spans, "muted"), gap=int(not at)) for at, each in enumerate(document.lead))
    return (*((lead,) if lead else ()), *map(section_blocks, document.sections))


def section_blocks(section: Section) -> Group:
    """A heading, and its rows with what stands below them."""
    look: Kind = "head" if section.is_loose else "word"  # where rows end with evidence words, these have the accent
    heading = (TextBlock(((look, section.heading),)),) if section.heading else ()
    before = (None, *(each.kind for each in section.rows))
    rows = (
        block
        for last, each in zip(before, section.rows, strict=False)
        for block in _row(each, 0, int(section.is_loose or each.kind != "item" or last not in ("item", "head")))
    )
    return (*heading, *rows)


def runs(spans: tuple[TextSpan, ...], kind: Kind | None = None) -> tuple[Run, ...]:
    """The spans of a row with their looks, or all in one."""
    found = ((MARKS[role], "".join(span.text for span in group)) for role, group in spans_by_role(spans))
    return tuple((kind or look, before + text + "]" * (before == "[")) for (look, before), text in found)


def _row(row: Row, depth: int, gap: int = 0) -> Iterator[TextBlock]:
    """A row, and what stands below it one step further in."""
    if row.kind in ("lead", "note"):
        yield TextBlock(runs(row.spans, "muted"), gap=0)
    elif row.kind in RULED:
        spans = runs(row.spans, LOOKS[row.kind])
        yield TextBlock(spans, HEAVY, ruled=True, mark_kind="word", gap=int(row.kind == "word"))
    elif row.kind == "editorial":
        yield TextBlock((("muted", strings.EDITORIAL),), THIN, ruled=True)
        yield TextBlock(runs(row.spans, "editorial"), THIN, ruled=True, gap=0)
    elif row.kind == "option":
        yield TextBlock(runs(row.spans), DOT, gap=0)
    elif row.kind in LOOKS:
        yield TextBlock(runs(row.spans, LOOKS[row.kind]))
    elif row.kind == "paragraph":
        yield from (TextBlock((("text", text),)) for span in row.spans for text in paragraphs(span.text))
    elif row.kind == "line":
        text = runs(tuple(span for span in row.spans if span.role != "number"))
        yield TextBlock(text, f"{' ' * GUTTER}{row.said('number')}.", gap=0, indent=LINE_INDENT, mark_kind="word")
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


MIN_COLUMN_WIDTH, COLUMN_GAP = 24, 3
"""The narrowest column in which one side still reads, and the air between two."""


def claim_indent(claim: Row) -> int:
    """How far what belongs to a numbered claim is set in."""
    return len(claim.said("number")) + 1


def claim_parts(claim: Row) -> tuple[TextBlock, ...]:
    """A claim: what is said, how it stands and why, remarks; the places that carry it stand below."""
    first, *others = paragraphs(claim.said("text"))
    width = claim_indent(claim)
    return (
        TextBlock((("head", first),), claim.said("number"), indent=width, mark_kind="word"),
        *(TextBlock((("head", text),), indent=width) for text in others),
        *(
            TextBlock(_accented(below) if below.kind == "standing" else runs(below.spans, "muted"), indent=width, gap=0)
            for below in claim.rows
            if below.kind in ("standing", "note")
        ),
    )


def cite_parts(cite: Row, indent: int) -> tuple[TextBlock, ...]:
    """One place in one document: its title, then where and how it was made, then who says so and how."""
    mark = " " * (indent - GUTTER) + DOT
    lines = (cite.said("origin"), cite.said("said"))
    return (
        TextBlock((("text", cite.said("title")),), mark, indent=indent),
        *(TextBlock((("muted", line),), indent=indent, gap=0) for line in lines if line),
    )


def difference_parts(difference: Row) -> tuple[TextBlock, ...]:
    """On what documents part, and why they may."""
    return (TextBlock(_accented(difference)),)


def reading_parts(reading: Row) -> tuple[TextBlock, ...]:
    """What one side of a difference says; the places that carry it stand below."""
    return tuple(TextBlock((("text", text),)) for text in paragraphs(reading.said("text")))


def version_parts(differences: tuple[Row, ...], width: int) -> tuple[TextBlock, ...]:
    """Each point on which documents part, ruled as a card is; its readings side by side where the width allows."""
    found: list[TextBlock] = []
    for difference in differences:
        found.append(TextBlock(_accented(difference), HEAVY, ruled=True, mark_kind="word"))
        pairs = [difference.rows[at : at + 2] for at in range(0, len(difference.rows), 2)]
        for pair in pairs:
            columns = [_reading_runs(reading) for reading in pair]
            if width < 2 * MIN_COLUMN_WIDTH + GUTTER + COLUMN_GAP:
                rows = [[(run, run[1])] for column in columns for run in column]
                found += [_ruled_row(row, 0, first=not index) for index, row in enumerate(rows)]
            else:
                found += _side_by_side(columns, (width - GUTTER - COLUMN_GAP) // 2)
    return tuple(found)


def _accented(row: Row) -> tuple[Run, ...]:
    """A row that begins with a word on how something stands, and then says why."""
    (_, first), *rest = runs(row.spans)
    return (("word", first), *rest)


def _reading_runs(reading: Row) -> list[Run]:
    """The documents that one side stands in, then what it says."""
    return [("muted", reading.said("cited")), *(("text", text) for text in paragraphs(reading.said("text")))]


def _side_by_side(columns: list[list[Run]], width: int) -> list[TextBlock]:
    """Rows of two columns, each paragraph wrapped to the width of one; heads stand level, and so do the texts."""
    levels = []
    for level in zip_longest(*columns):
        wrapped = [[(run[0], row.plain) for row in ink(run[1]).wrap(width)] if run else [] for run in level]
        levels += list(zip_longest(*wrapped))
    rows = [[(run or ("text", ""), run[1] if run else "") for run in level] for level in levels]
    return [_ruled_row(row, width, first=not index) for index, row in enumerate(rows)]


def _ruled_row(row: list[tuple[Run, str]], width: int, *, first: bool) -> TextBlock:
    runs: list[Run] = []
    for number, ((kind, _), text) in enumerate(row, 1):
        air = " " * (width - cell_len(text) + COLUMN_GAP) if number < len(row) else ""
        runs.append((kind, text + air))
    return TextBlock(tuple(runs), HEAVY, ruled=True, gap=int(first), mark_kind="word")


def lead_parts(comparison: ViewDocument, *, has_legend: bool) -> tuple[TextBlock, ...]:
    """What is compared, what an empty cell of the matrix means, and what the records hold."""
    lead, *held = (_muted(row) for row in comparison.lead if row.kind == "lead")
    legend = (TextBlock((("muted", strings.COMPARE_LEGEND),), gap=0),) if has_legend else ()
    return (lead, *legend, *held)


def legend_parts(comparison: ViewDocument) -> tuple[TextBlock, ...]:
    """Whose names are real, and which acts nobody took."""
    names = (_muted(row, gap=0) for row in comparison.lead if row.kind == "note")
    return (*names, *(_muted(row) for row in comparison.rows if row.kind == "lead"))


def taking_parts(
    taking: ActTaken, identity: str, care: KeyLabel, *, is_step: bool, is_reading: bool
) -> tuple[TextBlock, ...]:
    """What somebody answered, what followed, where and when, and the way there."""
    row = taking_row(taking)
    questions = [one for one in row.rows if one.kind == "question"]
    outcomes = [one for one in row.rows if one.kind != "question"]
    found = [TextBlock((("word", row.said("words")), ("muted", f"  {row.said('cited')}")), gap=0)]
    for question in questions:
        asked = (("muted", f"{question.said('text')} "),) if question.said("text") else ()
        found.append(TextBlock((*asked, ("head", question.said("strong"))), gap=0))
    for outcome in outcomes:
        found += [TextBlock(runs(outcome.spans, "word"), gap=0)] if len(outcomes) > 1 else []
        found += [TextBlock((("text", text),), gap=0) for text in paragraphs(outcome.text)]
    if row.care:
        found += care_parts(care, gap=0)
    if identity:
        found.append(TextBlock((("muted", strings.NAME_IS.format(name=taking.name, identity=identity)),), gap=0))
    label = (strings.COMPARE_STEP if is_step else strings.COMPARE_READ).format(name=taking.name)
    leaves = f": {strings.COMPARE_LEAVES}" if is_reading and not is_step else ""
    found.append(TextBlock((("word", strings.BY_ENTER), ("muted", f"  {label}{leaves}")), gap=0, press="enter"))
    return tuple(found)


def nothing_parts(row: ActRow, name: str) -> tuple[TextBlock, ...]:
    """An empty cell."""
    return (
        TextBlock((("head", row.label),), gap=0),
        TextBlock((("text", strings.COMPARE_NOT_TAKEN.format(name=name)),), gap=0),
    )


def _muted(row: Row, *, gap: int = 1) -> TextBlock:
    return TextBlock(runs(row.spans, "muted"), gap=gap)
