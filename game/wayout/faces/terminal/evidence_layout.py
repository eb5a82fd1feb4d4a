"""How is the evidence behind a page set?"""

from itertools import zip_longest

from rich.cells import cell_len

from wayout.faces.terminal.blocks import DOT, GUTTER, HEAVY, Run, TextBlock, paragraphs
from wayout.faces.terminal.widgets.text_lines import ink
from wayout.views.sources import CiteView, ClaimView, DifferenceView, ReadingView

LEAST_COLUMN, COLUMN_AIR = 24, 3
"""The narrowest column in which one side still reads, and the air between two."""


def claim_indent(number: int) -> int:
    """How far what belongs to a numbered claim is set in."""
    return max(len(str(number)) + 2, GUTTER + 1)


def claim_parts(number: int, claim: ClaimView) -> tuple[TextBlock, ...]:
    """A claim: what is said, how it stands and why, remarks; the places that carry it stand below."""
    said = paragraphs(claim.says)
    width = claim_indent(number)
    reason = (("muted", f": {claim.reason}"),) if claim.reason else ()
    return (
        TextBlock((("head", said[0]),), str(number), indent=width, mark_kind="word"),
        *(TextBlock((("head", text),), indent=width) for text in said[1:]),
        TextBlock((("word", claim.standing), *reason), indent=width, gap=0),
        *(TextBlock((("muted", remark),), indent=width, gap=0) for remark in claim.remarks),
    )


def cite_parts(cite: CiteView, indent: int) -> tuple[TextBlock, ...]:
    """One place in one document: its title, then where and how it was made, then who says so and how."""
    document = _joined(cite.other_outlet, cite.made, cite.language_name, cite.held)
    place = _joined(cite.place, cite.said_by, cite.voice, cite.quoted)
    mark = " " * (indent - GUTTER) + DOT
    return (
        TextBlock((("text", cite.title),), mark, indent=indent + 1),
        *(TextBlock((("muted", line),), indent=indent + 1, gap=0) for line in (document, place) if line),
    )


def difference_parts(difference: DifferenceView) -> tuple[TextBlock, ...]:
    """On what documents part, and why they may."""
    why = (("muted", f": {difference.why}"),) if difference.why else ()
    return (TextBlock((("word", difference.head), *why), indent=GUTTER + 1),)


def reading_parts(reading: ReadingView) -> tuple[TextBlock, ...]:
    """What one side of a difference says; the places that carry it stand below."""
    return tuple(TextBlock((("text", text),)) for text in paragraphs(reading.says))


def version_parts(differences: tuple[DifferenceView, ...], width: int) -> tuple[TextBlock, ...]:
    """Each point on which documents part, ruled as a card is; its readings side by side where the width allows."""
    found: list[TextBlock] = []
    for difference in differences:
        why = (("muted", f": {difference.why}"),) if difference.why else ()
        found.append(TextBlock((("word", difference.head), *why), HEAVY, ruled=True, mark_kind="word"))
        pairs = [difference.readings[at : at + 2] for at in range(0, len(difference.readings), 2)]
        for pair in pairs:
            columns = [_reading_runs(reading) for reading in pair]
            if width < 2 * LEAST_COLUMN + GUTTER + COLUMN_AIR:
                rows = [[(run, run[1])] for column in columns for run in column]
                found += [_ruled_row(row, 0, first=not index) for index, row in enumerate(rows)]
            else:
                found += _side_by_side(columns, (width - GUTTER - COLUMN_AIR) // 2)
    return tuple(found)


def _reading_runs(reading: ReadingView) -> list[Run]:
    """The documents that one side stands in, then what it says."""
    outlets = dict.fromkeys(_joined(cite.name, cite.place) for cite in reading.cites)
    return [("muted", ", ".join(outlets)), *(("text", text) for text in paragraphs(reading.says))]


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
        air = " " * (width - cell_len(text) + COLUMN_AIR) if number < len(row) else ""
        runs.append((kind, text + air))
    return TextBlock(tuple(runs), HEAVY, ruled=True, gap=int(first), mark_kind="word")


def _joined(*said: str) -> str:
    return " · ".join(each for each in said if each)
