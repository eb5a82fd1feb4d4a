"""How do decisions, the backlog and the debrief stand in HTML?"""

from wayout.faces.web.evidence import address, panel
from wayout.faces.web.html_builder import NOTHING, Html, in_language, tag, together
from wayout.faces.web.page import options
from wayout.locale import strings
from wayout.play.history import Decision
from wayout.views.debrief_rows import DebriefRow, DebriefSection
from wayout.views.log import LogEntry, LogLine
from wayout.views.page import OptionView

KINDS = {"ask": "ask", "option": "option", "chosen": "chosen", "word": "evidence", "outcome": "outcome",
         "support": "support", "head": "ask", "item": "option", "said": "support"}  # fmt: skip
"""Of each kind of line that was read, how it looks."""


def debrief(title: str, sections: tuple[DebriefSection, ...]) -> Html:
    """The trail beside the record."""
    told = (tag("section", tag("h2", one.head), _rows(one.rows)) for one in sections)
    note = tag("p", strings.EXPORT_NOTE, class_="support")
    return panel(strings.DEBRIEF, title, note, *told, kind="debrief")


def log(entries: tuple[LogEntry, ...]) -> Html:
    """Page after page; who, where and when stand where they change."""
    told, before = [], ""
    for entry in entries:
        head = tag("h2", entry.head) if entry.head != before else NOTHING
        before = entry.head
        told.append(tag("section", head, *(_line(line) for line in entry.lines), class_="read"))
    return panel(strings.LOG, "", *told, kind="log")


def forks(decisions: tuple[Decision, ...]) -> Html:
    """Every decision; choosing one leads to before it: a form whose buttons are named 'fork'."""
    if not decisions:
        return panel(strings.FORKS, "", tag("p", strings.FORKS_NONE))
    found = (
        OptionView(
            id=str(one.number),
            label=one.question,
            evidence=strings.TAKEN_BACK if one.is_undone else "",
            notice=strings.CHOSEN.format(label=one.chosen),
        )
        for one in decisions
    )
    return panel(strings.FORKS, "", options(found, labelled="title", name="fork"))


def _rows(rows: tuple[DebriefRow, ...]) -> Html:
    return tag("ul", *(
        tag("li", in_language(one.cited, one.language, "cite") if one.cited else NOTHING,
            one.text.removeprefix(one.cited),
            tag("strong", one.evidence, class_="evidence") if one.evidence else NOTHING,
            tag("span", address(one.link, together(one.link)), class_="support") if one.link else NOTHING,
            _below(one) if one.below else NOTHING)
        for one in rows
    ))  # fmt: skip


def _below(row: DebriefRow) -> Html:
    return tag("details", tag("summary", row.head), _rows(row.below)) if row.head else _rows(row.below)


def _line(line: LogLine) -> Html:
    if line.kind == "editorial":
        return tag("div", tag("p", strings.EDITORIAL, class_="mark"), tag("p", line.text), class_="editorial")
    return tag("p", line.text, class_=KINDS.get(line.kind))
