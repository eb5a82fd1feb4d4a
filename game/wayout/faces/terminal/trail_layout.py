"""How are decisions, the backlog and the debrief set?"""

from wayout.faces.terminal.blocks import DOT, GUTTER, HEAVY, THIN, Kind, Option, Run, TextBlock, paragraphs
from wayout.locale import strings
from wayout.play.history import Decision
from wayout.views.debrief_rows import DebriefRow, DebriefSection
from wayout.views.log import Kind as Told
from wayout.views.log import LogEntry, LogLine, search_log

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
            strings.TAKEN_BACK if one.is_undone else "",
            strings.CHOSEN.format(label=one.chosen),
        )
        for one in found
    )


def log_parts(entries: tuple[LogEntry, ...], wanted: str = "") -> tuple[tuple[TextBlock, ...], ...]:
    """Of each page the lines that hold what is wanted, if any; who, where and when stand where they change."""
    found: list[tuple[TextBlock, ...]] = []
    before = ""
    for entry in entries:
        lines = tuple(part for kept in search_log((entry,), wanted) for line in kept.lines for part in _line(line))
        head = (TextBlock((("word", entry.head),), indent=0),) if lines and entry.head != before else ()
        before = entry.head if lines else before
        found.append((*head, *lines))
    return tuple(found)


def section_parts(section: DebriefSection) -> tuple[TextBlock, ...]:
    """A head, and its rows with what stands below them."""
    rows = tuple(part for row in section.rows for part in _row(row))
    return (TextBlock((("head", section.head),), indent=0), *rows)


def _line(line: LogLine) -> tuple[TextBlock, ...]:
    told = paragraphs(line.text)
    kind = KINDS[line.kind]
    if line.kind == "editorial":
        mark = TextBlock((("muted", strings.EDITORIAL),), THIN, ruled=True)
        return (mark, *(TextBlock(((kind, text),), THIN, ruled=True, gap=0) for text in told))
    if line.kind in ("word", "outcome", "support"):
        gap = int(line.kind == "word")
        return tuple(TextBlock(((kind, text),), HEAVY, ruled=True, mark_kind="word", gap=gap) for text in told)
    if line.kind in ("option", "item"):
        return tuple(TextBlock(((kind, text),), DOT, gap=0) for text in told)
    return tuple(TextBlock(((kind, text),)) for text in told)


def _row(row: DebriefRow, depth: int = 0) -> tuple[TextBlock, ...]:
    """A row with its evidence words, and what stands below it one step further in."""
    evidence: tuple[Run, ...] = (("word", f"  {row.evidence}"),) if row.evidence else ()
    mark, indent = " " * GUTTER * depth + DOT, GUTTER * (depth + 1)
    told = TextBlock((("text", row.text), *evidence), mark, gap=int(not depth), indent=indent)
    link = (TextBlock((("muted", row.link),), gap=0, indent=indent),) if row.link else ()
    return (told, *link, *(part for each in row.below for part in _row(each, depth + 1)))
