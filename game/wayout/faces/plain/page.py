"""How is one page told line by line, with its map and its route?

The plain-text renderer of a page, the map and the route.
"""

from typing import TYPE_CHECKING

from rich.console import Console

from wayout.actions import action
from wayout.faces.plain.commands import Say
from wayout.faces.plain.output import come_to_question, say
from wayout.locale import evidence_strings, print_strings, reader_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.model.text import paragraphs
from wayout.play.state import Playthrough, Reader
from wayout.views.outcome import EvidenceNote, Fold, OutcomePage, OutcomeView
from wayout.views.page import MoveView, Page

if TYPE_CHECKING:
    from wayout.views.reader_map import MapScene
    from wayout.views.route import Route


def decides(shown: Page) -> bool:
    """Whether something is to be decided on it; otherwise the next page follows at once.

    That she can go back to the end of another record is told where she decides something else.
    """
    asked = [move.kind for move in shown.moves if not (move.kind == "return" and move.stands_back)]
    return shown.stretch or asked != ["go on"]


def end_line(shown: Page, debriefed: Page | None = None) -> str:
    """What is said where a record or a stretch ends: what Enter does, and by which words one goes on, or leaves."""
    if shown.close is None:
        return reader_strings.STRETCH_HOW if shown.stretch else ""
    if shown.by_default is not None:
        return strings.WAY_ENDS
    return shelf_strings.THEN_LIBRARY if shown is debriefed else strings.THE_END


def show(out: Console, shown: Page, *, head: bool = True, pauses: bool = False, unfolds: bool = False) -> None:
    """Tell it, with numbers for what can be chosen; where it `pauses`, also that Enter goes on.

    With `unfolds` the law and the others of an outcome are told at once; else the word is named that opens them.
    """
    if head and shown.kind in ("scene", "ending", "prompt"):
        say(out, f"{shown.title} · {shown.where}" if shown.where else shown.title, "bold")
        out.print()
    if shown.chosen and shown.kind == "reveal":
        say(out, strings.CHOSEN.format(label=shown.chosen), "dim")
        out.print()
    for block in shown.blocks:
        for paragraph in paragraphs(block.text):
            say(out, f"[{block.label}] {paragraph}" if block.label else paragraph)
            out.print()
    if shown.chosen and shown.kind != "reveal":
        say(out, strings.CHOSEN.format(label=shown.chosen), "dim")
        out.print()
    if shown.reveal is not None:
        _show_reveal(out, shown.reveal, unfolds=unfolds)
    if shown.care:
        say(out, strings.CARE_TYPE, "dim")
        out.print()
    if shown.close is not None:
        _show_close(out, shown)
    come_to_question(out)
    if shown.ask:
        say(out, shown.ask, "bold")
    if decides(shown):
        number = 0
        for move in shown.moves:
            number += move.is_open
            _show_move(out, number, move, is_by_enter=move is shown.by_default)
        out.print()
    elif pauses:
        say(out, strings.ENTER_GOES_ON.format(label=shown.moves[0].label), "dim")


def _show_reveal(out: Console, reveal: OutcomePage, *, unfolds: bool) -> None:
    """What followed; what stands one key later, or by which word it is told."""
    if reveal.step:
        _say_all(out, reveal.step, 2)
        out.print()
    for line in reveal.lines:
        say(out, "".join(line.line), "dim", 2)
    _show_outcomes(out, reveal.told, reveal.note)
    for fold in () if unfolds else reveal.folds:
        say(out, evidence_strings.FOLD_TYPE.format(label=fold.label, word=action(fold.id).word), "dim", 2)
    out.print()
    for fold in reveal.folds if unfolds else ():
        show_fold(out, fold)


def show_fold(out: Console, fold: Fold) -> None:
    """What an outcome page tells below one of its lines."""
    say(out, fold.label, "bold", 2)
    _show_outcomes(out, fold.outcomes, fold.note)
    out.print()


def _show_outcomes(out: Console, outcomes: tuple[OutcomeView, ...], note: EvidenceNote) -> None:
    """What followed, with air between one thing and the next, and below it how it is known."""
    for number, outcome in enumerate(outcomes):
        if number:
            out.print()
        if outcome.of:
            say(out, outcome.of, "bold", 2)
        _say_all(out, outcome.text, 2)
        _show_evidence(out, outcome.note)
    if note.text:
        out.print()
        _show_evidence(out, note)


def _show_evidence(out: Console, note: EvidenceNote) -> None:
    """The evidence words and what they rest on, with a word before them that says what they are."""
    if note.text:
        say(out, evidence_strings.EVIDENCE_SAID.format(words=note.text), "dim", 2)


def _say_all(out: Console, text: str, indent: int = 0) -> None:
    """Its paragraphs, with air between them."""
    for number, paragraph in enumerate(paragraphs(text)):
        if number:
            out.print()
        say(out, paragraph, indent=indent)


def _show_move(out: Console, number: int, move: MoveView, *, is_by_enter: bool = False) -> None:
    if not move.is_open:
        say(out, f"–  {move.label} ({move.because})", "dim", 2)
        return
    mark = f" ({strings.LOOKED_AT})" if move.looked_at else ""
    evidence = f" ({move.evidence})" if move.evidence else ""
    key = f" ({strings.BY_ENTER})" if is_by_enter else ""
    say(out, f"{number}  {move.label}{mark}{evidence}{key}", indent=2)
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
    for heading, lines in close.lists:
        say(out, heading, "bold")
        for line in lines:
            say(out, f"– {line}", indent=2)
        out.print()
    if close.questions:
        say(out, strings.DISCUSS_HEAD, "bold")
        for question in close.questions:
            say(out, f"– {question.ask}", indent=2)
        if any(question.expect for question in close.questions):
            say(out, print_strings.ANSWERS_IN_DEBRIEF, "dim", 2)
        out.print()


HIGHER_THAN_WIDE = 0.3
"""Rows of a picture beside its columns."""


def tell_route(
    library: Library, reader: Reader, wanted: str, play: Playthrough, width: int, say: Say
) -> tuple[Page, ...]:
    """Tell the way, drawn where the picture is wanted; or of a place, by its number, give back what was read there."""
    from wayout.views.route import read_at, route

    shown = route(library, play)
    is_picture = bool(wanted) and evidence_strings.PICTURE.startswith(wanted)
    if wanted and not is_picture:
        stop = next((stop for stop in shown.stops if str(stop.number) == wanted and stop.can_be_read), None)
        if stop is not None:
            return read_at(library, play, stop, reader)
        say(evidence_strings.NOT_READ.format(said=wanted), "dim", 0)
        return ()
    say(strings.OF_PERSON.format(name=shown.title, head=evidence_strings.HEAD), "bold", 0)
    _tell(shown, say, is_drawn=is_picture)
    if is_picture and shown.is_placed:
        _draw(shown, width, say)
    if shown.stops:
        say(evidence_strings.HOW_ROUTE_DRAWN if shown.is_placed else evidence_strings.HOW_ROUTE, "dim", 0)
    say("", "", 0)
    return ()


def _tell(shown: "Route", say: Say, *, is_drawn: bool) -> None:
    """Every place in its order, and between two of them that the way is not told."""
    from wayout.render.route import caption, place_line

    for stop in shown.stops:
        if stop.joined:
            say(evidence_strings.WAY_NOT_TOLD, "dim", 5)
        say(f"{stop.number}  {place_line(stop)}", "", 2)
    say(caption(shown, is_drawn=is_drawn), "dim" if shown.stops else "", 0)
    say("", "", 0)


def _draw(shown: "Route", width: int, say: Say) -> None:
    from wayout.render.route import draw_route, route_legend

    picture = draw_route(shown, width, round(width * HIGHER_THAN_WIDE))
    for row in picture.text.split("\n"):
        say(row, "", 0)
    say("", "", 0)
    say(route_legend(shown, picture), "dim", 0)


ROUTE_ORDER_WIDTH = 80
"""Cells of the drawing whose order the list follows: the numbers are those of the full screen."""


def tell_map(library: Library, reader: Reader, wanted: str, play: Playthrough, say: Say) -> tuple[Page, ...]:
    """Tell the map; or of a scene that can be looked at, by its number, give back the pages that were read there."""
    from wayout.render.route import draw_reader_map
    from wayout.views.reader_map import read_there, story_map

    shown = story_map(library, play, reader)
    chart = draw_reader_map(shown, ROUTE_ORDER_WIDTH)
    numbers = {node: number for number, node in enumerate(chart.order, 1)}
    if wanted:
        node = next((node for node, number in numbers.items() if str(number) == wanted), None)
        if node is not None and shown.scene(node).can_be_read:
            return read_there(library, play, node, reader)
        say(strings.MAP_NOT_READ.format(said=wanted), "dim", 0)
        return ()
    say(strings.OF_PERSON.format(name=shown.title, head=strings.MAP), "bold", 0)
    for node, number in numbers.items():
        targets = sorted(numbers[target] for target in dict.fromkeys(chart.leads.get(node, ())))
        say(f"{number}  {_line(shown.scene(node), targets)}", "", 2)
    say("", "", 0)
    say(strings.MAP_HOW, "dim", 0)
    say("", "", 0)
    return ()


def _line(scene: "MapScene", targets: list[int]) -> str:
    """What a scene is called, how it stands to the reader, and the numbers of the scenes that it leads to."""
    from wayout.render.route import label

    on = strings.MAP_LEADS.format(numbers=", ".join(map(str, targets))) if targets else strings.MAP_ENDS
    people = strings.MAP_LEADS_TO_RECORDS.format(names=", ".join(scene.people)) if scene.people else ""
    return "; ".join(part for part in (label(scene), on, people) if part)
