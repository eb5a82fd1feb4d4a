"""How do decisions, the backlog and the debrief stand in HTML?"""

from msgspec.structs import replace

from wayout.faces.web.evidence import panel
from wayout.faces.web.page import options
from wayout.faces.web.reference_pages import document_html
from wayout.locale import strings
from wayout.play.history import Decision
from wayout.render.html import NOTHING, Html, several, tag
from wayout.views.debrief import Debrief, debrief_document
from wayout.views.document import row
from wayout.views.log import LogEntry, LogLine, with_heads
from wayout.views.page import OptionView

KINDS = {"ask": "ask", "option": "option", "chosen": "chosen", "word": "evidence", "outcome": "outcome",
         "support": "support", "head": "ask", "item": "option", "said": "support"}  # fmt: skip
"""Of each kind of line that was read, how it looks."""


def debrief(found: Debrief) -> Html:
    """The trail beside the record."""
    note = row("lead", strings.EXPORT_NOTE)
    return document_html(replace(debrief_document(found), lead=(note,)), found.title)


def log(entries: tuple[LogEntry, ...]) -> Html:
    """Page after page; who, where and when stand where they change."""
    told = (
        tag("section", tag("h2", head) if head else NOTHING, *map(_line, entry.lines), class_="read")
        for head, entry in with_heads(entries)
    )
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


def _line(line: LogLine) -> Html:
    if line.kind == "editorial":
        return tag("div", tag("p", strings.EDITORIAL, class_="mark"), tag("p", line.text), class_="editorial")
    if line.kind in ("text", "outcome"):
        return several("p", line.text, class_=KINDS.get(line.kind))
    return tag("p", line.text, class_=KINDS.get(line.kind))
