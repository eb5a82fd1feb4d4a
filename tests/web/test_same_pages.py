"""The engine in the page and the one in Python: for any play the same pages, word for word."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Browser, Page

from tests.invented.libraries import libraries
from tests.invented.long_road import long_road
from tests.web.playing import prepare, random_plays, random_walks, same_behind, same_pages
from wayout.faces.web.subset import Subset, subset_of
from wayout.model.library import Library


@pytest.fixture(scope="module")
def tab(browser: Browser, edition: Path) -> Page:
    """The edition, open."""
    page = browser.new_page()
    page.goto(edition.as_uri())
    return page


def whole(library: Library) -> Subset:
    return subset_of(library, tuple(library.stories))


def test_two_thousand_random_plays_of_all_stories_show_the_same_pages(tab: Page, shipped_library: Library) -> None:
    prepare(tab, whole(shipped_library))
    plays = random_plays(shipped_library, seed=7, count=2000, length=25)
    pages, kinds = same_pages(tab, whole(shipped_library), plays)
    assert pages > 40_000
    assert sum(kinds.values()) > 1_500
    assert min(kinds["prompt"], kinds["reveal"]) > 100


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
