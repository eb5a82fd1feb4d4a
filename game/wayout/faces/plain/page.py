"""How is one page told line by line?"""

from rich.console import Console

from wayout.faces.plain.output import say
from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.text import paragraphs
from wayout.views.page import MoveView, OutcomePage, Page
from wayout.views.sources import support


def decides(shown: Page) -> bool:
    """Whether something is to be decided on it; otherwise the next page follows at once."""
    return [move.kind for move in shown.moves] != ["go on"]


def show(out: Console, shown: Page, library: Library, *, head: bool = True, pauses: bool = False) -> None:
    """Tell it, with numbers for what can be chosen; where it `pauses`, also that Enter goes on."""
    if head and shown.kind in ("scene", "ending"):
        say(out, f"{shown.title} · {shown.where}" if shown.where else shown.title, "bold")
        out.print()
    for block in shown.blocks:
        for paragraph in paragraphs(block.text):
            say(out, f"[{strings.EDITORIAL}] {paragraph}" if block.editorial else paragraph)
            out.print()
    if shown.chosen:
        say(out, strings.CHOSEN.format(label=shown.chosen), "dim")
        out.print()
    if shown.reveal is not None:
        _show_reveal(out, shown.reveal, library)
    if shown.care:
        say(out, strings.CARE_TYPE, "dim")
        out.print()
    if shown.close is not None:
        _show_close(out, shown)
    if shown.ask:
        say(out, shown.ask, "bold")
    if decides(shown):
        number = 0
        for move in shown.moves:
            number += move.is_open
            _show_move(out, number, move)
        out.print()
    elif pauses:
        say(out, strings.ENTER_GOES_ON.format(label=shown.moves[0].label), "dim")


def _show_reveal(out: Console, reveal: OutcomePage, library: Library) -> None:
    """What followed, below its evidence words; of several outcomes each has its own word again."""
    say(out, strings.EVIDENCE.format(words=reveal.evidence), "bold", 2)
    for outcome in reveal.outcomes:
        if len(reveal.outcomes) > 1:
            say(out, strings.EVIDENCE.format(words=outcome.word), "bold", 2)
        _say_all(out, outcome.text, 2)
        if supported := support(library, outcome.claims):
            say(out, supported, "dim", 2)
    out.print()


def _say_all(out: Console, text: str, indent: int = 0) -> None:
    """Its paragraphs, with air between them."""
    for number, paragraph in enumerate(paragraphs(text)):
        if number:
            out.print()
        say(out, paragraph, indent=indent)


def _show_move(out: Console, number: int, move: MoveView) -> None:
    if not move.is_open:
        say(out, f"–  {move.label} ({strings.CLOSED}: {move.reason})", "dim", 2)
        return
    mark = f" ({strings.LOOKED_AT})" if move.looked_at else ""
    evidence = f" ({move.evidence})" if move.evidence else ""
    say(out, f"{number}  {move.label}{mark}{evidence}", indent=2)
    if move.notice:
        say(out, move.notice, "dim", 5)


def _show_close(out: Console, shown: Page) -> None:
    close = shown.close
    if close is None:
        return
    say(out, f"{close.head}. {close.as_of}." if close.as_of else f"{close.head}.", "bold")
    if close.text:
        _say_all(out, close.text)
    out.print()
    for heading, lines in (
        (strings.WALKED_HEAD, close.walked),
        (strings.UNKNOWN_HEAD, close.unknown),
        (strings.NOT_WALKED_HEAD, close.not_walked),
        (strings.MARKED_HEAD, close.marked),
    ):
        if lines:
            say(out, heading, "bold")
            for line in lines:
                say(out, f"– {line}", indent=2)
            out.print()
    if close.questions:
        say(out, strings.DISCUSS_HEAD, "bold")
        for question in close.questions:
            say(out, f"– {question.ask}", indent=2)
            if question.expect:
                say(out, strings.EXPECT.format(what="; ".join(question.expect)), "dim", 4)
        out.print()
