"""The engine in the page and the one in Python: for any play the same pages, word for word."""

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from msgspec.structs import replace
from playwright.sync_api import Browser, Page

from tests.invented.libraries import libraries
from tests.invented.long_road import long_road
from tests.web.playing import Tried, prepare, random_plays, random_walks, same_behind, same_pages
from wayout.faces.web.subset import Subset, subset_of
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.moves import EDIT, GO_ON, Choose, Cut, Move, PutBack, Reply
from wayout.play.state import Reader, State
from wayout.play.step import choose, moves


@pytest.fixture(scope="module")
def tab(browser: Browser, edition: Path) -> Page:
    """The edition, open."""
    page = browser.new_page()
    page.goto(edition.as_uri())
    return page


def whole(library: Library) -> Subset:
    return subset_of(library, tuple(library.stories))


@pytest.mark.parametrize("seed", [7, 8, 9, 10])
def test_five_hundred_random_plays_of_all_stories_show_the_same_pages(
    tab: Page, shipped_library: Library, seed: int
) -> None:
    prepare(tab, whole(shipped_library))
    plays = random_plays(shipped_library, seed=seed, count=500, length=25)
    pages, kinds = same_pages(tab, whole(shipped_library), plays)
    assert pages > 10_000
    assert sum(kinds.values()) > 375
    assert min(kinds["prompt"], kinds["reveal"]) > 25


def test_decisions_backlog_and_debrief_of_the_shipped_stories_are_the_same(tab: Page, shipped_library: Library) -> None:
    prepare(tab, whole(shipped_library))
    same_behind(tab, whole(shipped_library), random_walks(shipped_library, seed=7, count=40, length=40))


def test_decisions_backlog_and_debrief_of_random_walks_are_the_same(tab: Page, library: Library) -> None:
    """Steps are taken back, taken again and jumped over on the way."""
    prepare(tab)
    same_behind(tab, whole(library), random_walks(library, seed=7, count=40, length=25))


@pytest.mark.parametrize("names", [("vesna",), ("crossroads", "ivo", "wim")])
def test_a_file_with_some_stories_plays_as_a_library_of_these_does(
    tab: Page, library: Library, names: tuple[str, ...]
) -> None:
    chosen = subset_of(library, names)
    prepare(tab, chosen)
    same_pages(tab, chosen, random_plays(chosen.library, seed=7, count=100, length=25))
    same_behind(tab, chosen, random_walks(chosen.library, seed=7, count=8, length=25))


def test_two_thousand_random_plays_of_a_road_and_its_records_show_the_same_pages(tab: Page, invented: Library) -> None:
    """Options of some situations, records read on in, doors from records, what was shut, and whose steps they were."""
    chosen = whole(long_road(invented))
    prepare(tab, chosen)
    pages, kinds = same_pages(tab, chosen, random_plays(chosen.library, seed=7, count=2000, length=12))
    assert pages > 15_000
    assert min(kinds["outcome"], kinds["ending"]) > 40
    same_behind(tab, chosen, random_walks(chosen.library, seed=7, count=40, length=20))


def test_a_road_without_its_records_shows_the_same_pages(tab: Page, invented: Library) -> None:
    chosen = subset_of(long_road(invented), ("long", "anton"))
    prepare(tab, chosen)
    same_pages(tab, chosen, random_plays(chosen.library, seed=7, count=200, length=12))
    same_behind(tab, chosen, random_walks(chosen.library, seed=7, count=8, length=12))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(libraries())
def test_made_up_stories_with_hostile_ids_and_texts_show_the_same_pages(tab: Page, chosen: Subset) -> None:
    prepare(tab, chosen)
    same_pages(tab, chosen, random_plays(chosen.library, seed=7, count=15, length=15))
    same_behind(tab, chosen, random_walks(chosen.library, seed=7, count=3, length=12))


def test_an_article_that_is_hers_is_cut_line_by_line_in_the_same_way(tab: Page, shipped_library: Library) -> None:
    """Along each recorded path, answering as chance has it, to the end; there lines are cut, and some put back."""
    chosen, chance = whole(shipped_library), random.Random(7)
    tried = list[Tried]()
    for name in sorted(name for name, story in shipped_library.stories.items() if story.account):
        reader = Reader(gentle=len(tried) % 2 > 0, parts=PARTS)
        begun = Tried(reader, reader, name, (), tuple(sorted(shipped_library.stories)))
        play, made = begun.begin(shipped_library), list[Move]()
        while len(made) < 90:
            offered = moves(shipped_library, play.state)
            answers = [one for one in offered if isinstance(one, Reply | Cut | PutBack)]
            own = [one for one in offered if isinstance(one, Choose) and is_own(shipped_library, play.state, one)]
            rest = [one for one in offered if one in (EDIT, GO_ON)]
            if not (answers or own or rest):
                break
            leaves = play.state.revealed is not None or (play.state.edits and chance.random() < 0.2)
            made.append(GO_ON if leaves else chance.choice(own or answers or rest))
            play = choose(shipped_library, play, made[-1])
        assert play.state.cut
        tried.append(replace(begun, made=tuple(made)))
    prepare(tab, chosen)
    same_pages(tab, chosen, tried)
    same_behind(tab, chosen, [replace(one, made=tuple(["choose", move] for move in one.made)) for one in tried])


def is_own(library: Library, state: State, move: Choose) -> bool:
    """Whether the person of the record made a choice."""
    return state.story_in(library).person in state.scene_in(library).choices[move.choice].takers
