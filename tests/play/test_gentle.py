"""Does the gentle setting reach everything that a reader can be shown?"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

import pytest

from tests.play.test_history import SHIPPED
from tests.support.walking import different_states, told_apart
from wayout.faces.print.debrief import as_html, as_markdown
from wayout.model.library import Library
from wayout.model.text import wording
from wayout.play.history import History, forks
from wayout.play.moves import Enter
from wayout.play.state import Reader, Trail
from wayout.play.step import begin, choose, moves, replay
from wayout.views.compare import compare
from wayout.views.debrief import debrief
from wayout.views.log import reading_log
from wayout.views.page import page
from wayout.views.sources import ClaimView, sources
from wayout.views.timeline import timeline

GENTLE, FULL = Reader(gentle=True), Reader()
HARD = re.compile(
    r"\b(execut\w*|massacre\w*|murder\w*|injur\w*|wound\w*|shot|shoot|shooting|in the leg|begs?|begged"
    r"|killing|killed civilians|killed prisoners)\b",
    re.IGNORECASE,
)
"""Words that the full wording uses for what is announced, and the gentle wording does without."""
MEANT_OTHERWISE = (
    "the Ukrainians would shoot",
    "would shoot at men",
    "a murderer and a thief",
    "death or injury",
    "19,875 injured",
    "40,601 injured",
    "I was also shot",
    "just shooting once",
)
"""Where a word stands for something that is not announced content."""


def told(library: Library, name: str, reader: Reader) -> Iterator[str]:
    """Every text of every page that can be reached in a story."""
    for state in different_states(library, name):
        one = page(library, state, reader)
        yield from (block.text for block in one.blocks)
        yield from (one.ask, one.chosen, *(move.label for move in one.moves), *(move.reason for move in one.moves))
        if one.reveal is not None:
            yield from (one.reveal.label, *(outcome.text for outcome in one.reveal.outcomes))
        if one.close is not None:
            yield from (one.close.text, *one.close.unknown, *(question.ask for question in one.close.questions))
            yield from (line for question in one.close.questions for line in question.expect)


def evidence(view: ClaimView) -> Iterator[str]:
    yield from (view.says, *view.remarks)
    for difference in view.differences:
        yield from (difference.head, *(reading.says for reading in difference.readings))
        yield from (cite.quote for reading in difference.readings for cite in reading.cites)
    yield from (cite.quote for cite in view.cites)


def hard(texts: Iterator[str]) -> list[str]:
    cleared = []
    for text in texts:
        for phrase in MEANT_OTHERWISE:
            text = text.replace(phrase, "")  # noqa: PLW2901 (the phrase is read away)
        cleared.append(text)
    return sorted({text for text in cleared if HARD.search(text)})


@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_no_page_of_a_story_has_a_hard_word_in_the_gentle_setting(shipped_library: Library, name: str) -> None:
    assert hard(told(shipped_library, name, GENTLE)) == []


def test_no_claim_of_the_ledger_has_a_hard_word_in_the_gentle_setting(shipped_library: Library) -> None:
    assert any(claim.content for claim in shipped_library.claims.values())
    assert (
        hard(text for view in sources(shipped_library, shipped_library.claims, GENTLE) for text in evidence(view)) == []
    )


def test_no_name_of_an_act_has_a_hard_word_in_the_gentle_setting(shipped_library: Library) -> None:
    assert hard(wording(act.label, gentle=True) for act in shipped_library.acts.values()) == []


def compared(library: Library, reader: Reader) -> Iterator[str]:
    """Every text of acts side by side and of the timeline."""
    wording = compare(library, reader)
    yield from wording.untaken
    for row in wording.rows:
        yield row.label
        for taking in row.takings:
            yield from (taking.ask, taking.label, *(outcome.text for outcome in taking.outcomes))
    for entry in timeline(library, reader).entries:
        yield from (entry.says, entry.told)


def test_neither_acts_side_by_side_nor_the_timeline_have_a_hard_word_in_the_gentle_setting(
    library: Library, shipped_library: Library
) -> None:
    for one in (library, shipped_library):
        assert hard(compared(one, GENTLE)) == []
    assert hard(compared(library, FULL)) != []


@pytest.mark.thorough
@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_nothing_that_lies_behind_has_a_hard_word_in_the_gentle_setting(shipped_library: Library, name: str) -> None:
    """Decisions, backlog, debrief and its exports, along trails that try each open move once at each page.

    Every such trail of a record; every eighth of a road, which has 1,700 of them.
    """
    every = 1 if shipped_library.stories[name].person else 8
    for trail in islice(trails(shipped_library, name), 0, None, every):
        history = History(replay(shipped_library, trail))
        found = debrief(shipped_library, trail, GENTLE)
        texts = [one.question + one.chosen for one in forks(shipped_library, history, GENTLE)]
        texts += [line.said() for entry in reading_log(shipped_library, trail, GENTLE) for line in entry.rows]
        texts += as_markdown(found).replace("\\", "").splitlines()
        texts += [unescape(line) for line in as_html(found).splitlines()]
        assert hard(iter(texts)) == []


def trails(library: Library, name: str) -> Iterator[Trail]:
    """A trail to each page at which nothing new can be reached."""
    apart = told_apart(library, name)
    waiting, seen = [begin(library, name)], set[object]()
    while waiting:
        play = waiting.pop()
        if apart(play.state) in seen:
            yield play.trail
            continue
        seen.add(apart(play.state))
        onward = [move for move in moves(library, play.state) if not isinstance(move, Enter)]
        waiting += [choose(library, play, move) for move in onward]
        if not onward:
            yield play.trail


def test_the_full_setting_has_them_behind_too(library: Library) -> None:
    found = [as_markdown(debrief(library, trail, FULL)) for trail in trails(library, "yann")]
    assert hard(line for text in found for line in text.splitlines())


def test_the_full_setting_has_them(library: Library) -> None:
    """The list can find what it looks for."""
    assert len(hard(told(library, "yann", FULL))) > 2
    assert len(hard(told(library, "wim", FULL))) > 1
