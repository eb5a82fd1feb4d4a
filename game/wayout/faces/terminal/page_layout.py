"""How is a page set: which of its words are headings, asides, evidence, and what hangs beside them?

Typesetting of a page view into text blocks: headings, passages, outcome card, evidence words, ending, options,
indentation and rules in the margin.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from wayout.faces.terminal.keymap import KeyLabel, TextKeys
from wayout.locale import evidence_strings, print_strings, strings
from wayout.model.glossary_matcher import find_terms
from wayout.model.library import Library
from wayout.model.text import paragraphs as paragraphs  # noqa: PLC0414 - part of what a piece of set text is made of
from wayout.store.autosave import ResumeOffer

if TYPE_CHECKING:
    from wayout.views.outcome import EvidenceNote, Fold, OutcomePage, OutcomeView
    from wayout.views.page import EndingView, MoveView, Page
    from wayout.views.passages import Block

Kind = Literal["text", "muted", "head", "word", "editorial"]
"""What the words are: plain text; aside; a heading or question; an evidence word; the narrator on the record."""

Run = tuple[Kind, str]
THIN, HEAVY, DOT = "│", "┃", "·"
GUTTER = 2
"""Cells to the left of the text, where rules, numbers and the pointer hang."""


class TextBlock(Struct, frozen=True):
    """A paragraph. A ruled mark stands beside each of its lines, any other mark beside the first.

    `press` is a key that a click on the paragraph stands for; `terms` is from where to where in its words the glossary
    explains something, and `explain` the key that opens it.
    """

    runs: tuple[Run, ...]
    mark: str = ""
    ruled: bool = False
    gap: int = 1
    indent: int = GUTTER
    mark_kind: Kind = "muted"
    press: str = ""
    terms: tuple[tuple[int, int], ...] = ()
    explain: str = ""


class Option(Struct, frozen=True):
    """Something that can be chosen: its label, a word that leads it, a quiet one after it, a line below it.

    What is there only at times has no number, so that the others keep theirs. What was read is not pointed at first.
    One that leads on decides nothing: it is the next page. One that passes leaves a prompt as it is, or leads back to
    the question: Space does so. One that is pointed at first is so whatever stands above it. One with a key to `press`
    decides nothing either: it opens something on this page, and is not pointed at first; one that opens `by_space` does
    so before Space leads on. One that stands back is quiet. Two that follow one another and are columns stand side by
    side where there is room.
    """

    id: str
    label: str
    aside: str = ""
    below: str = ""
    is_open: bool = True
    lead: str = ""
    is_numbered: bool = True
    was_read: bool = False
    leads_on: bool = False
    passes: bool = False
    is_first: bool = False
    press: str = ""
    by_space: bool = False
    is_column: bool = False
    stands_back: bool = False


LEADING_ON = ("go on",)
"""Kinds of moves that decide nothing: what comes next is told."""
LEADING_BACK = ("stay", "return")
"""Kinds of moves that lead back to a question."""
REST: Final = "rest"
"""What of an ending stands one key later."""
FOLDS = ("also", "law", REST)
"""What of a page stands one key later, by the actions that open it."""
TELLING = ("text", "head", "editorial")
"""Kinds of words that tell something, and may name a term."""


def page_parts(
    page: "Page",
    keys: TextKeys,
    versions: tuple[TextBlock, ...] = (),
    opened: Collection[str] = FOLDS,
    *,
    differs: bool = False,
    numbers: Mapping[str, int] | None = None,
) -> tuple[TextBlock, ...]:
    """All that is told on a page, in its order.

    `versions` is what the documents tell differently, once the reader asks for it; `differs` says that there is
    something of the kind. Of an outcome's folds, and of what an ending has, those that are `opened` are told. Where
    there is room for a column of names, what others answered stands in rows: `numbers` lead on to their records.
    """
    pair = keys.versions if differs else None
    card = card_parts(page.reveal, keys, pair, versions, opened, numbers) if page.reveal is not None else ()
    close = close_parts(page.close, keys.debrief, opened) if page.close is not None else ()
    beside = versions if page.reveal is None else ()
    care = care_parts(keys.care) if page.care else ()
    is_scene = page.kind in ("scene", "prompt")
    if page.kind == "reveal":
        return (*ask_parts(page), *passage_parts(page), *versions)
    *chosen, asked = ask_parts(page) if page.stretch else (*ask_parts(page), None)
    return (*passage_parts(page), *beside, *(care if is_scene else ()), *chosen, *card,
            *(care if page.kind == "outcome" else ()), *((asked,) if asked is not None else ()), *close)  # fmt: skip


def underlined(parts: tuple[TextBlock, ...], library: Library, keys: TextKeys) -> tuple[TextBlock, ...]:
    """The parts with the terms marked that the glossary explains."""
    return tuple(_with_terms(part, library, keys.glossary.name) for part in parts) if library.terms else parts


def passage_parts(page: "Page") -> tuple[TextBlock, ...]:
    """The passages; where the narrator speaks of the record itself, a thin rule and a word say so."""
    found: list[TextBlock] = []
    for block in page.blocks:
        is_led = bool(block.label)
        if is_led:
            found.append(TextBlock((("muted", block.label),), THIN, ruled=True))
        found += [
            TextBlock(runs, THIN if is_led else "", ruled=is_led, gap=0 if is_led and not number else 1)
            for number, runs in enumerate(_runs(block))
        ]
    return tuple(found)


def _runs(block: "Block") -> Iterator[tuple[Run, ...]]:
    """The words of each paragraph, those apart that the reader printed in it."""
    kind: Kind = "editorial" if block.editorial else "text"
    if block.printed is None:
        yield from (((kind, text),) for text in paragraphs(block.text))
        return
    start, end = block.printed
    cut = (block.text[:start], block.text[start:end], block.text[end:])
    yield tuple((look, text) for look, text in zip((kind, "word", kind), cut, strict=True) if text)


def ask_parts(page: "Page") -> tuple[TextBlock, ...]:
    """The question, or, above an outcome, what was answered."""
    chosen = (TextBlock((("muted", strings.CHOSEN.format(label=page.chosen)),)),) if page.chosen else ()
    return (*chosen, TextBlock((("head", page.ask),))) if page.ask else chosen


def card_parts(
    reveal: "OutcomePage",
    keys: TextKeys,
    pair: KeyLabel | None,
    versions: tuple[TextBlock, ...],
    opened: Collection[str],
    numbers: Mapping[str, int] | None,
) -> tuple[TextBlock, ...]:
    """What followed, below it how it is known and what it rests on; then what was opened."""
    found = [_ruled((("text", text),)) for text in paragraphs(reveal.step) if reveal.step]
    is_rows = numbers is not None and bool(reveal.told) and all(outcome.of for outcome in reveal.told)
    told = _answer_rows(reveal.told, numbers or {}) if is_rows else _outcome_parts(reveal.told)
    found += [*map(_quiet_part, reveal.lines), *told]
    if reveal.note.text:
        note = _note_part(reveal.note, gap=1)
        key: tuple[Run, ...] = (("muted", "  "), ("word", keys.sources.shown))
        found.append(replace(note, runs=(*note.runs, *key), press=keys.sources.name))
    if pair is not None:
        side = _ruled((("word", pair.shown), ("muted", f" {evidence_strings.VERSIONS}")), gap=0)
        found.append(replace(side, press=pair.name))
    folds = (part for fold in reveal.folds if fold.id in opened for part in fold_parts(fold, keys))
    return (*found, *versions, *folds)


def fold_key(fold: "Fold", keys: TextKeys) -> KeyLabel:
    """The key that opens a fold, and closes it."""
    return keys.also if fold.id == "also" else keys.law


def fold_parts(fold: "Fold", keys: TextKeys) -> tuple[TextBlock, ...]:
    """What a fold holds, below its label, which closes it again."""
    key = fold_key(fold, keys)
    label = TextBlock((("head", f"{fold.label}  "), ("word", key.shown)), press=key.name)
    parts = _outcome_parts(fold.outcomes)
    if fold.note.text:
        parts.append(_note_part(fold.note, gap=1))
    first, *rest = parts
    return (label, *(replace(part, mark_kind="muted") for part in (replace(first, gap=0), *rest)))


def _answer_rows(outcomes: "tuple[OutcomeView, ...]", numbers: Mapping[str, int]) -> list[TextBlock]:
    """What others answered, a row for each: the name, the sentence, the number that leads on to the record."""
    indent = GUTTER + max(cell_len(outcome.of) for outcome in outcomes) + GUTTER
    found: list[TextBlock] = []
    for outcome in outcomes:
        first, *others = paragraphs(outcome.text)
        number = numbers.get(outcome.of)
        press = str(number) if number is not None else ""
        name = press.ljust(GUTTER) + outcome.of
        found.append(TextBlock((("text", first),), name, indent=indent, mark_kind="word", press=press))
        found += [TextBlock((("text", text),), indent=indent, gap=0) for text in others]
        if outcome.note.text:
            found.append(replace(_note_part(outcome.note, gap=0), mark="", ruled=False, indent=indent))
    return found


def _outcome_parts(outcomes: "tuple[OutcomeView, ...]") -> list[TextBlock]:
    """Each outcome: whose it is, where it is of somebody else, the text, and below it what is known of it alone."""
    found = []
    for outcome in outcomes:
        if outcome.of:
            found.append(_ruled((("word", outcome.of),)))
        found += [
            _ruled((("text", text),), gap=0 if outcome.of and not index else 1)
            for index, text in enumerate(paragraphs(outcome.text))
        ]
        if outcome.note.text:
            found.append(_note_part(outcome.note, gap=0))
    return found


def _quiet_part(line: "OutcomeView") -> TextBlock:
    """What is known of a step of a road, and of whom, in a quiet line."""
    word, rest = line.line
    return _ruled((("word", word), ("muted", rest)))


def _note_part(note: "EvidenceNote", gap: int) -> TextBlock:
    return _ruled((("word", note.evidence), ("muted", f" {DOT} {note.rests_on}" if note.rests_on else "")), gap=gap)


def close_parts(close: "EndingView", debrief: KeyLabel, opened: Collection[str] = FOLDS) -> tuple[TextBlock, ...]:
    """What is told at an end, then in two lines that it is one; the rest, once it is opened."""
    found = [TextBlock((("text", text),)) for text in paragraphs(close.text) if close.text]
    found.append(replace(_ruled((("word", close.head),)), gap=2 if found else 1))
    if close.as_of:
        found.append(_ruled((("muted", close.as_of),), gap=0))
    return (*found, *rest_parts(close, debrief)) if REST in opened else tuple(found)


def rest_parts(close: "EndingView", debrief: KeyLabel) -> tuple[TextBlock, ...]:
    """What was never told, what was shut, and what to discuss."""
    found: list[TextBlock] = []
    for head, lines in close.lists:
        found.append(TextBlock((("head", head),), gap=2))
        found += [TextBlock((("text", line),), DOT, gap=0) for line in lines]
    if close.questions:
        has_answers = any(question.expect for question in close.questions)
        later: tuple[Run, ...] = (("word", f"  {debrief.shown}"), ("muted", f" {print_strings.ANSWERS_LATER}"))
        later = later if has_answers else ()
        found.append(TextBlock((("head", strings.DISCUSS_HEAD), *later), gap=2, press=debrief.name if later else ""))
    for index, question in enumerate(close.questions):
        found.append(TextBlock((("text", question.ask),), DOT, gap=min(index, 1)))
    return tuple(found)


def has_rest(close: "EndingView") -> bool:
    """Whether an ending has more to tell than its two lines."""
    return bool(close.lists or close.questions)


def _close_options(
    close: "EndingView", keys: TextKeys, opened: Collection[str], *, by_space: bool
) -> tuple[Option, ...]:
    """What stands behind keys at an end: what was never told and what to discuss, and the path beside the record."""
    found: list[Option] = []
    if has_rest(close) and REST not in opened:
        heads = [head for head, _ in close.lists] + ([strings.DISCUSS_HEAD] if close.questions else [])
        label = f" {DOT} ".join(heads)
        shown = strings.BY_SPACE if by_space else keys.rest.shown
        found.append(Option(f"open {REST}", label, shown, is_numbered=False, press=keys.rest.name, by_space=by_space))
    found.append(Option("open debrief", strings.DEBRIEF, keys.debrief.shown, is_numbered=False,
                        press=keys.debrief.name))  # fmt: skip
    return tuple(found)


def options(page: "Page", to_library: str, keys: TextKeys, opened: Collection[str] = FOLDS) -> tuple[Option, ...]:
    """What can be done now; at an ending, also the way back to the library, under the given id.

    Above it stands what can be opened on the page, and is not yet. Where just the first two answers to a prompt have a
    line below them, these stand side by side; a third of the kind would be alone in a half-empty row.
    """
    closed = tuple(fold for fold in page.reveal.folds if fold.id not in opened) if page.reveal is not None else ()
    folds = tuple(
        Option(f"open {fold.id}", fold.label, key.shown, is_numbered=False, press=key.name)
        for fold in closed
        for key in (fold_key(fold, keys),)
    )
    if page.close is not None:
        folds += _close_options(page.close, keys, opened, by_space=page.by_default is None)
    found = [_option(move) for move in page.moves]
    if page.kind == "prompt":
        if [at for at, one in enumerate(found) if one.below] == [0, 1]:
            found[:2] = [replace(one, is_column=True) for one in found[:2]]
        found = [
            replace(one, aside=strings.BY_SPACE, passes=True, is_first=True, is_numbered=False) if one.leads_on else one
            for one in found
        ]
    if (back := page.by_default) is not None and back.kind in LEADING_BACK:
        found = [
            replace(one, aside=strings.BY_SPACE, passes=True, is_first=True, is_numbered=False)
            if one.id == back.id
            else one
            for one in found
        ]
    if page.leads_out:
        found.append(Option(to_library, strings.TO_LIBRARY))
    if found and page.moves and page.moves[0].kind in LEADING_ON and all(one.stands_back for one in found[1:]):
        found[0] = Option(found[0].id, found[0].label, strings.BY_ENTER, leads_on=True)
    return (*folds, *found)


def _option(move: "MoveView") -> Option:
    aside = " · ".join(part for part in (strings.LOOKED_AT if move.looked_at else "", move.evidence) if part)
    if move.is_open:
        return Option(
            move.id,
            move.label,
            aside,
            move.notice,
            is_numbered=not move.stands_back,
            stands_back=move.stands_back,
            was_read=move.looked_at,
            leads_on=move.kind in LEADING_ON,
        )
    return Option(move.id, move.label, aside, move.because, is_open=False)


def _ruled(runs: tuple[Run, ...], gap: int = 1) -> TextBlock:
    return TextBlock(runs, HEAVY, ruled=True, gap=gap, mark_kind="word")


def care_parts(care: KeyLabel, *, gap: int = 1) -> tuple[TextBlock, ...]:
    """A quiet line that points to help, where something is told that is hard to bear."""
    return (TextBlock((("word", care.shown), ("muted", f" {strings.CARE_HERE}")), gap=gap, press=care.name),)


def _with_terms(part: TextBlock, library: Library, key: str) -> TextBlock:
    if not any(kind in TELLING for kind, _ in part.runs):
        return part
    found: list[tuple[int, int]] = []
    at = 0
    for kind, text in part.runs:
        if kind in TELLING:
            found += [(at + naming.start, at + naming.end) for naming in find_terms(text, library.terms)]
        at += len(text)
    return replace(part, terms=tuple(found), explain=key) if found else part


CONTINUE = "continue what was begun"
"""A choice of this face alone; ids in stories have no spaces."""


def begun_options(begun: ResumeOffer | None) -> tuple[Option, ...]:
    """To go on with what was begun, if something was."""
    return (Option(CONTINUE, begun.label, below=begun.where, is_numbered=False),) if begun else ()


def news_parts(news: tuple[str, ...]) -> tuple[TextBlock, ...]:
    """What is to be told of the shelf, each sentence in a line."""
    return tuple(TextBlock((("muted", told),), gap=0, indent=0) for told in news)


def names_a_term(library: Library, page: "Page") -> bool:
    """Whether a page names any term of the glossary at all."""
    return any(True for text in page.texts for _ in find_terms(text, library.terms))


def last_opened(shown: "Page", opened: Collection[str], keys: TextKeys) -> tuple[TextBlock, ...]:
    """What was opened last below a page."""
    if shown.close is not None:
        return rest_parts(shown.close, keys.debrief) if REST in opened else ()
    folds = shown.reveal.folds if shown.reveal is not None else ()
    return next((fold_parts(fold, keys) for fold in folds if fold.id in tuple(opened)[-1:]), ())


def range_of(some: tuple[TextBlock, ...], parts: tuple[TextBlock, ...]) -> range:
    """Where some parts stand among all of a page."""
    at = parts.index(some[0]) if some else 0
    return range(at, at + len(some))
