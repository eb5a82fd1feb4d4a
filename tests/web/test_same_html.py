"""The elements that the page makes by itself are those that Python writes: one vocabulary for every web face."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.invented.libraries import libraries
from tests.support.playing import played
from tests.web.conftest import TAKES_TIME
from tests.web.playing import plain, prepare, random_plays
from wayout.faces.web import library as html_library
from wayout.faces.web import reference_pages
from wayout.faces.web.evidence import sources, versions
from wayout.faces.web.html_builder import Html, tag
from wayout.faces.web.page import article
from wayout.faces.web.subset import Subset
from wayout.faces.web.trail import debrief, forks, log
from wayout.model.library import Library
from wayout.model.reference_pages import ABOUT, CARE, WAR
from wayout.play.history import History
from wayout.play.history import forks as decided
from wayout.play.moves import Move
from wayout.play.reader import Reader
from wayout.play.state import Trail
from wayout.play.step import replay
from wayout.views import reference_pages as beside
from wayout.views import source_comparison
from wayout.views.attribution import attribution
from wayout.views.catalogue import catalogue
from wayout.views.compare import compare
from wayout.views.debrief import debrief as debriefed
from wayout.views.debrief_rows import debrief_sections
from wayout.views.log import reading_log
from wayout.views.page import page
from wayout.views.sources import sources as found_sources
from wayout.views.sources import versions as found_versions
from wayout.views.timeline import timeline

MADE = """
([reader, trail]) => {
  const { engine, behind, markup } = window.tried, play = engine.replay(trail), history = { play, undone: [] };
  const page = engine.page(play.state, reader, trail);
  return [
    markup.article(page), markup.sources(engine.sources(engine.claimsOf(page), reader), "where"),
    markup.versions(engine.versions(engine.toldIn(page), reader), "where"),
    markup.debrief(behind.debrief(trail, reader)), markup.log(behind.backlog(trail, reader)),
    markup.forks(behind.forks(history, reader)), markup.differ(reader), markup.alone(reader),
  ].map((one) => one.outerHTML);
}
"""
READ = "(written) => written.map((one) => new DOMParser().parseFromString(one, 'text/html').body.innerHTML)"


@pytest.fixture(scope="module")
def tab(browser: Browser, edition: Path) -> Tab:
    """The edition, open."""
    opened = browser.new_page()
    opened.add_init_script(TAKES_TIME)
    opened.goto(edition.as_uri())
    return opened


def same_html(tab: Tab, library: Library, seed: int, count: int) -> None:
    """Hold what is made in the page against what is written here, at the end of random plays."""
    for reader, story, made in random_plays(library, seed, count, length=12):
        trail = _trail(library, reader, story, made)
        here = replay(library, trail)
        shown = page(library, here.state, reader, trail)
        found = debriefed(library, trail, reader)
        written: list[Html] = [
            article(library, shown), sources(found_sources(library, shown.claims, reader), "where"),
            versions(found_versions(library, shown.told, reader), "where"),
            debrief(found.title, debrief_sections(found)), log(reading_log(library, trail, reader)),
            forks(decided(library, History(here), reader)),
            reference_pages.differ(source_comparison.source_differences(library, reader)),
            reference_pages.alone(source_comparison.single_source_claims(library, reader)),
        ]  # fmt: skip
        pairs = zip(tab.evaluate(MADE, [plain(reader), plain(trail)]), tab.evaluate(READ, written), strict=True)
        for theirs, ours in pairs:
            at = next((at for at, two in enumerate(zip(theirs, ours, strict=False)) if two[0] != two[1]), 0)
            assert theirs == ours, f"{theirs[at - 60 : at + 60]!r} is not {ours[at - 60 : at + 60]!r}"


def _trail(library: Library, reader: Reader, story: str, made: list[Move]) -> Trail:
    return played(library, story, *made, asks=reader.asks).trail


def test_pages_of_all_stories(tab: Tab, library: Library) -> None:
    prepare(tab)
    same_html(tab, library, seed=3, count=30)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(libraries())
def test_pages_of_made_up_stories_with_hostile_ids_and_texts(tab: Tab, chosen: Subset) -> None:
    prepare(tab, chosen)
    same_html(tab, chosen.library, seed=3, count=6)


def test_the_glossary_begins_with_the_terms_of_the_page(tab: Tab, library: Library) -> None:
    prepare(tab)
    trail = _trail(library, Reader(), "viktor", [])
    shown = page(library, replay(library, trail).state, Reader())
    made = tab.evaluate(
        """(trail) => {
          const { engine, markup } = window.tried;
          const copy = document.importNode(document.getElementById("beside-glossary").content, true).firstElementChild;
          return markup.glossary(copy, engine.page(engine.replay(trail).state, {}, trail)).outerHTML;
        }""",
        plain(trail),
    )
    here = beside.terms_on(library, shown, Reader())
    assert here
    assert [made] == tab.evaluate(READ, [reference_pages.glossary(beside.glossary(library, Reader()), here)])


@pytest.mark.parametrize("gentle", [False, True])
def test_the_library_and_the_notice_before_each_story(tab: Tab, library: Library, edition: Path, gentle: bool) -> None:
    tab.goto(edition.as_uri())
    if gentle:
        tab.keyboard.press(",")
        tab.get_by_label("The gentle wording").check()
        tab.keyboard.press("Escape")
    tab.evaluate("document.querySelector('.keep').remove()")
    entries = catalogue(library, Reader(gentle=gentle))
    before = [tab.locator("main").inner_html()]
    for one in entries:
        tab.locator(f"button[value='{one.id}']").click()
        before.append(tab.locator("main").inner_html())
        tab.keyboard.press("q")
    written = [
        html_library.library(entries),
        *(html_library.notice(one, attribution(library, one.id), is_gentle=gentle, war_first=True) for one in entries),
    ]
    assert before == tab.evaluate(READ, written)


@pytest.mark.parametrize("gentle", [False, True])
def test_what_stands_beside_the_stories(tab: Tab, library: Library, edition: Path, gentle: bool) -> None:
    tab.goto(edition.as_uri())
    reader = Reader(gentle=gentle)
    if gentle:
        tab.keyboard.press(",")
        tab.get_by_label("The gentle wording").check()
        tab.keyboard.press("Escape")
    written = {
        **{key: reference_pages.aside(library, beside.aside(library, name, reader), reader)
           for key, name in (("w", WAR), ("c", CARE), ("a", ABOUT))},
        "g": reference_pages.glossary(beside.glossary(library, reader)),
        "x": reference_pages.compare(compare(library, reader)),
        "t": reference_pages.timeline(timeline(library, reader)),
        "d": reference_pages.differ(source_comparison.source_differences(library, reader)),
        "o": reference_pages.alone(source_comparison.single_source_claims(library, reader)),
    }  # fmt: skip
    for key, html in written.items():
        tab.keyboard.press(key)
        assert [tab.locator("main").inner_html()] == tab.evaluate(READ, [html])
        tab.keyboard.press("Escape")


def test_a_text_is_never_html() -> None:
    """Neither in an element nor in an attribute; what is HTML already stays as it is."""
    assert tag("p", "<b>&\x00", tag("b", "x"), title='"<') == '<p title="&quot;&lt;">&lt;b&gt;&amp;\ufffd<b>x</b></p>'
