"""How is a page set: which of its words are headings, asides, evidence, and what hangs beside them?"""

from msgspec.structs import replace
from rich.cells import cell_len

from game import words
from game.faces.terminal.keymap import Key, TextKeys
from game.faces.terminal.parts import DOT, HEAVY, THIN, Option, Part, Run, paragraphs
from game.model.library import Library
from game.model.naming import namings
from game.play.page import Close, Move, Page, Reveal
from game.words import evidence as said

LEADING_ON = ("go on",)
"""Kinds of moves that decide nothing: what comes next is told."""
APART = "   "
"""Between two things of a situation."""
TELLING = ("text", "head", "editorial")
"""Kinds of words that tell something, and may name a term."""


def page_parts(
    page: Page, supports: tuple[str, ...], keys: TextKeys, versions: tuple[Part, ...] = (), *, differs: bool = False
) -> tuple[Part, ...]:
    """All that is told on a page, in its order.

    `supports` is what each outcome rests on, in a line; `versions` is what the documents tell differently, once the
    reader asks for it; `differs` says that there is something of the kind.
    """
    pair = keys.versions if differs else None
    card = card_parts(page.reveal, supports, keys.sources, pair, versions) if page.reveal is not None else ()
    close = close_parts(page.close, keys.debrief) if page.close is not None else ()
    beside = versions if page.reveal is None else ()
    care = care_parts(keys.care) if page.care else ()
    is_scene = page.kind == "scene"
    return (*passage_parts(page), *beside, *(care if is_scene else ()), *ask_parts(page), *card,
            *(care if page.kind == "outcome" else ()), *close)  # fmt: skip


def underlined(parts: tuple[Part, ...], library: Library, keys: TextKeys) -> tuple[Part, ...]:
    """The parts with the terms marked that the glossary explains."""
    return tuple(_with_terms(part, library, keys.glossary.name) for part in parts) if library.terms else parts


def passage_parts(page: Page) -> tuple[Part, ...]:
    """The passages; where the narrator speaks of the record itself, a thin rule and a word say so."""
    found: list[Part] = []
    for block in page.blocks:
        if block.editorial:
            found.append(Part((("muted", words.EDITORIAL),), THIN, ruled=True))
        found += [
            Part((("editorial" if block.editorial else "text", text),), THIN if block.editorial else "",
                 ruled=block.editorial, gap=0 if block.editorial and not number else 1)
            for number, text in enumerate(paragraphs(block.text))
        ]  # fmt: skip
    return tuple(found)


def ask_parts(page: Page) -> tuple[Part, ...]:
    """The question, or, above an outcome, what was answered."""
    chosen = (Part((("muted", words.CHOSEN.format(label=page.chosen)),)),) if page.chosen else ()
    return (*chosen, Part((("head", page.ask),))) if page.ask else chosen


def card_parts(
    reveal: Reveal, supports: tuple[str, ...], sources: Key, pair: Key | None, versions: tuple[Part, ...]
) -> tuple[Part, ...]:
    """What followed: the evidence words, each outcome, and what it rests on (one line of support an outcome)."""
    several = len(reveal.outcomes) > 1
    found = [_ruled((("word", reveal.evidence),))]
    for outcome, support in zip(reveal.outcomes, supports, strict=True):
        if several:
            found.append(_ruled((("word", outcome.word),)))
        found += [
            _ruled((("text", text),), gap=0 if several and not index else 1)
            for index, text in enumerate(paragraphs(outcome.text))
        ]
        if support:
            found.append(_ruled((("muted", support),), gap=0 if several else 1))
    key = _ruled((("word", sources.shown), ("muted", f" {words.KEY_SOURCES}")), gap=1 if several else 0)
    found.append(replace(key, press=sources.name))
    if pair is not None:
        side = _ruled((("word", pair.shown), ("muted", f" {said.VERSIONS}")), gap=0)
        found.append(replace(side, press=pair.name))
    return (*found, *versions)


def close_parts(close: Close, debrief: Key) -> tuple[Part, ...]:
    """How a path ends, what was never told, and what to discuss."""
    found = [_ruled((("word", close.head),))]
    if close.as_of:
        found.append(_ruled((("muted", close.as_of),), gap=0))
    found += [_ruled((("text", text),)) for text in paragraphs(close.text) if close.text]
    see = _ruled((("word", debrief.shown), ("muted", f" {words.DEBRIEF_SEE}")), gap=0)
    found.append(replace(see, press=debrief.name))
    for head, lines in (
        (words.WALKED_HEAD, close.walked),
        (words.UNKNOWN_HEAD, close.unknown),
        (words.NOT_WALKED_HEAD, close.not_walked),
        (words.MARKED_HEAD, close.marked),
    ):
        if lines:
            found.append(Part((("head", head),), gap=2))
            found += [Part((("text", line),), DOT, gap=0) for line in lines]
    if close.questions:
        found.append(Part((("head", words.DISCUSS_HEAD),), gap=2))
    for index, question in enumerate(close.questions):
        found.append(Part((("text", question.ask),), DOT, gap=min(index, 1)))
        if question.expect:
            found.append(Part((("muted", words.EXPECT.format(what="; ".join(question.expect))),), gap=0))
    return tuple(found)


def options(page: Page, to_library: str) -> tuple[Option, ...]:
    """What can be done now; at an ending, also the way back to the library, under the given id."""
    found = [_option(move) for move in page.moves]
    if page.kind == "ending":
        found.append(Option(to_library, words.TO_LIBRARY))
    if len(found) == 1 and found[0].is_open and page.moves and page.moves[0].kind in LEADING_ON:
        return (Option(found[0].id, found[0].label, words.BY_ENTER, leads_on=True),)
    return tuple(found)


def situation_parts(page: Page, width: int) -> tuple[Part, ...]:
    """The person's situation in one line; where a width has no room for it, broken between one thing and the next."""
    lines: list[str] = []
    for label, value in page.situation:
        one = f"{label}: {value}"
        longer = f"{lines[-1]}{APART}{one}" if lines else one
        lines[-1:] = [longer] if not lines or not width or cell_len(longer) <= width else [lines[-1], one]
    return tuple(Part((("muted", line),), gap=0, indent=0) for line in lines)


def _option(move: Move) -> Option:
    aside = " · ".join(part for part in (words.LOOKED_AT if move.looked_at else "", move.evidence) if part)
    if move.is_open:
        return Option(
            move.id, move.label, aside, move.notice, was_read=move.looked_at, leads_on=move.kind in LEADING_ON
        )
    below = words.CLOSED if move.reason in ("", words.CLOSED) else words.CLOSED_BECAUSE.format(reason=move.reason)
    return Option(move.id, move.label, aside, below, is_open=False)


def _ruled(runs: tuple[Run, ...], gap: int = 1) -> Part:
    return Part(runs, HEAVY, ruled=True, gap=gap, mark_kind="word")


def care_parts(care: Key, *, gap: int = 1) -> tuple[Part, ...]:
    """A quiet line that points to help, where something is told that is hard to bear."""
    return (Part((("word", care.shown), ("muted", f" {words.CARE_HERE}")), gap=gap, press=care.name),)


def _with_terms(part: Part, library: Library, key: str) -> Part:
    if not any(kind in TELLING for kind, _ in part.runs):
        return part
    found: list[tuple[int, int]] = []
    at = 0
    for kind, text in part.runs:
        if kind in TELLING:
            found += [(at + naming.start, at + naming.end) for naming in namings(text, library.terms)]
        at += len(text)
    return replace(part, terms=tuple(found), explain=key) if found else part
