"""How are decisions and the backlog set?"""

from wayout.faces.terminal.blocks import DOT, HEAVY, THIN, Kind, Option, TextBlock, paragraphs
from wayout.locale import strings
from wayout.play.history import Decision
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


def _line(line: LogLine) -> tuple[TextBlock, ...]:
    told = paragraphs(line.text)
    kind = KINDS[line.kind]
    if line.kind == "editorial":
        mark = TextBlock((("muted", strings.EDITORIAL),), THIN, ruled=True)
        return (mark, *(TextBlock(((kind, text),), THIN, ruled=True, gap=0) for text in told))
    if line.kind in ("word", "outcome", "support"):
        gap = int(line.kind == "word")
        return tuple(TextBlock(((kind, text),), HEAVY, ruled=True, mark_kind="word", gap=gap) for text in told)
    if line.is_listed:
        return tuple(TextBlock(((kind, text),), DOT, gap=0) for text in told)
    return tuple(TextBlock(((kind, text),)) for text in told)
