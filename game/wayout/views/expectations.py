"""Is a page what a trail file expects of it?

Assertions on a page view.
"""

from collections.abc import Iterable, Iterator

from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.trail_format import Expectation
from wayout.model.yaml.schema_errors import nearest
from wayout.model.yaml.spans import DataPath
from wayout.play.reader import Reader
from wayout.play.state import Playthrough
from wayout.views.page import Page, page

BY_OTHERS = strings.TAKEN_BY.format(names="")
"""How evidence words begin that name others; a test need not name them."""
Unmet = tuple[DataPath, str, str]
"""Where in the expectation, what the page is instead, and a hint."""


def unmet(library: Library, play: Playthrough, expected: Expectation, reader: Reader) -> Iterator[Unmet]:
    """Each part of an expectation that the page does not meet."""
    shown = page(library, play.state, reader, play.trail)
    yield from _place(library, expected, shown)
    yield from _evidence(expected, shown)
    yield from _situation(library, play, expected)
    yield from _moves(expected, shown)
    for at, text in _listed("says", expected.says):
        if _plain(text) not in _plain(" ".join(_texts(shown))):
            yield at, f"The page does not hold “{text}”.", "Words are looked for as they stand there, in either case."


def _place(library: Library, expected: Expectation, shown: Page) -> Iterator[Unmet]:
    if expected.page not in (None, shown.scene, f"{shown.story}/{shown.scene}"):
        known = library.stories[shown.story].scenes
        hint = nearest(expected.page or "", known) or "Correct the id, or the steps before."
        yield ("page",), f"This is the page '{shown.story}/{shown.scene}'.", hint
    if expected.ending is not None:
        ending = library.scene(shown.story, shown.scene).ending if shown.close is not None else None
        if ending is None:
            yield ("ending",), "This page is no ending.", "Go on to one first: 'at: SCENE' as the last step does."
        elif ending.kind != expected.ending:
            yield ("ending",), f"This ending is of the kind '{ending.kind}'.", "Correct the kind, or the steps."


def _evidence(expected: Expectation, shown: Page) -> Iterator[Unmet]:
    said = {word for _, text in _listed("evidence", expected.evidence) for word in _words(text)}
    there = set(_words(shown.reveal.evidence)) if shown.reveal is not None else set()
    own = {word for word in there if not word.startswith(BY_OTHERS)}
    if said and not own <= said <= there:
        says = f"The page says “{shown.reveal.evidence}”." if shown.reveal is not None else "Nothing is revealed here."
        yield ("evidence",), says, "Write all its evidence words, as in 'taken · recorded'; names may be left out."


def _situation(library: Library, play: Playthrough, expected: Expectation) -> Iterator[Unmet]:
    situation = dict(play.state.situation)
    for name, value in expected.situation.items():
        at = ("situation", name)
        if name not in situation:
            hint = nearest(name, situation) or "It is declared under 'situation' in the story."
            yield at, f"The situation has no variable '{name}'.", hint
        elif situation[name] != value:
            values = library.stories[play.state.story].situation[name].values
            hint = nearest(value, values) or "Correct the value, or the steps."
            yield at, f"'{name}' is '{situation[name]}' here.", hint


def _moves(expected: Expectation, shown: Page) -> Iterator[Unmet]:
    is_open = {move.id: move.is_open for move in shown.moves}
    for field, names, wanted in (("open", expected.is_open, True), ("closed", expected.closed, False)):
        for index, name in enumerate(names):
            if name not in is_open:
                hint = nearest(name, is_open) or f"There are: {', '.join(is_open)}."
                yield (field, index), f"The page does not offer '{name}'.", hint
            elif is_open[name] != wanted:
                yield (field, index), f"'{name}' is {'open' if is_open[name] else 'not open'} here.", "Correct it."


def _listed(field: str, texts: str | tuple[str, ...]) -> Iterator[tuple[DataPath, str]]:
    """Each text of a field that holds one or a list, with its place."""
    if isinstance(texts, str):
        yield (field,), texts
    else:
        yield from (((field, index), text) for index, text in enumerate(texts))


def _words(text: str) -> list[str]:
    return [" ".join(word.split()) for word in text.split("·") if word.strip()]


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _texts(shown: Page) -> Iterable[str]:
    """All that a page says."""
    yield from (shown.title, shown.where, shown.ask, shown.chosen)
    yield from (block.text for block in shown.blocks)
    if shown.reveal is not None:
        yield from (outcome.text for outcome in shown.reveal.outcomes)
    if shown.close is not None:
        close = shown.close
        yield from (close.head, close.as_of, close.text, *close.unknown, *close.walked, *close.not_walked)
        yield from (question.ask for question in close.questions)
    yield from (f"{move.label} {move.reason}" for move in shown.moves)
