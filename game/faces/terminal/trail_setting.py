"""How are decisions, the backlog and the debrief set?"""

from game import words
from game.faces.terminal.parts import DOT, GUTTER, HEAVY, THIN, Kind, Option, Part, Run, paragraphs
from game.play.backlog import Entry, Line, holding
from game.play.backlog import Kind as Told
from game.play.debrief_told import Row, Section
from game.play.history import Decision

KINDS: dict[Told, Kind] = {
    "text": "text", "editorial": "editorial", "ask": "head", "option": "text", "chosen": "muted", "word": "word",
    "outcome": "text", "support": "muted", "head": "head", "item": "text", "said": "muted",
}  # fmt: skip


def fork_options(found: tuple[Decision, ...]) -> tuple[Option, ...]:
    """Each decision: its question, and below it what was chosen."""
    return tuple(
        Option(
            str(one.number),
            one.question,
            words.TAKEN_BACK if one.is_undone else "",
            words.CHOSEN.format(label=one.chosen),
        )
        for one in found
    )


def log_parts(entries: tuple[Entry, ...], wanted: str = "") -> tuple[tuple[Part, ...], ...]:
    """Of each page the lines that hold what is wanted, if any; who, where and when stand where they change."""
    found: list[tuple[Part, ...]] = []
    before = ""
    for entry in entries:
        lines = tuple(part for kept in holding((entry,), wanted) for line in kept.lines for part in _line(line))
        head = (Part((("word", entry.head),), indent=0),) if lines and entry.head != before else ()
        before = entry.head if lines else before
        found.append((*head, *lines))
    return tuple(found)


def section_parts(section: Section) -> tuple[Part, ...]:
    """A head, and its rows with what stands below them."""
    rows = tuple(part for row in section.rows for part in _row(row))
    return (Part((("head", section.head),), indent=0), *rows)


def _line(line: Line) -> tuple[Part, ...]:
    told = paragraphs(line.text)
    kind = KINDS[line.kind]
    if line.kind == "editorial":
        mark = Part((("muted", words.EDITORIAL),), THIN, ruled=True)
        return (mark, *(Part(((kind, text),), THIN, ruled=True, gap=0) for text in told))
    if line.kind in ("word", "outcome", "support"):
        gap = int(line.kind == "word")
        return tuple(Part(((kind, text),), HEAVY, ruled=True, mark_kind="word", gap=gap) for text in told)
    if line.kind in ("option", "item"):
        return tuple(Part(((kind, text),), DOT, gap=0) for text in told)
    return tuple(Part(((kind, text),)) for text in told)


def _row(row: Row, depth: int = 0) -> tuple[Part, ...]:
    """A row with its evidence words, and what stands below it one step further in."""
    evidence: tuple[Run, ...] = (("word", f"  {row.evidence}"),) if row.evidence else ()
    mark, indent = " " * GUTTER * depth + DOT, GUTTER * (depth + 1)
    told = Part((("text", row.text), *evidence), mark, gap=int(not depth), indent=indent)
    link = (Part((("muted", row.link),), gap=0, indent=indent),) if row.link else ()
    return (told, *link, *(part for each in row.below for part in _row(each, depth + 1)))
