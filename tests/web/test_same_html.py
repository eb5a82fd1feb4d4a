"""The elements that the page makes by itself are those that Python writes: one vocabulary for every web face."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.invented.libraries import libraries
from tests.support.elsewhere import moved
from tests.views.test_route import walked
from tests.web.conftest import TAKES_TIME
from tests.web.playing import READ, parting, plain, prepare, random_plays
from wayout.faces.web import reference_pages as html_library
from wayout.faces.web.page import TO_LIBRARY, article, in_file, panel
from wayout.faces.web.picture_fragments import MAP, ROUTE
from wayout.faces.web.reference_pages import debrief, document_html, forks, log
from wayout.faces.web.subset import Subset, subset_of
from wayout.locale import evidence_strings, reader_strings, strings
from wayout.model.edition import OLD_FOREWORD
from wayout.model.library import ABOUT, ALONE, CARE, COMPARE, DIFFER, GLOSSARY, TIMELINE, Library
from wayout.play.history import History
from wayout.play.history import forks as decided
from wayout.play.state import Playthrough, Reader, Trail
from wayout.play.step import begin
from wayout.render import figure_maps
from wayout.render.html import Html, tag
from wayout.views.catalogue import catalogue, foreword_line
from wayout.views.debrief import debrief as debriefed
from wayout.views.document import ViewDocument
from wayout.views.log import reading_log
from wayout.views.notebook import TrailsRead, hung, notebook_document
from wayout.views.page import OptionView, page
from wayout.views.reader_map import story_map
from wayout.views.reference_pages import document, terms_on
from wayout.views.route import route, whole_route
from wayout.views.sources import attribution, sources_document, versions_document
from wayout.views.strip import strip
from wayout.views.timeline import timeline_document

MADE = """
([reader, trail, earlier]) => {
  const { engine, pages, panels } = window.tried, play = engine.replay(trail), page = engine.page(play, reader);
  return [
    pages.article(page, reader), panels.sources(engine.claimsOf(page), "where", reader),
    panels.versions(engine.toldIn(page), "where", reader), panels.debrief(trail, reader),
    panels.log(panels.entriesOf(trail, reader)), panels.forks({ play, undone: [] }, reader),
    panels.notebook([...earlier, trail], play.state.taken, reader), panels.timeline([...earlier, trail], reader),
    panels.map(play, reader), ...(engine.personOf(page.story) ? [panels.route(play)] : []),
  ].map((one) => one.outerHTML);
}
"""


@pytest.fixture(scope="module")
def tab(browser: Browser, edition: Path) -> Tab:
    """The edition, open."""
    opened = browser.new_page()
    opened.add_init_script(TAKES_TIME)
    opened.goto(edition.as_uri())
    return opened


EARLIER = 3
"""Trails that a reader has read before, at most."""


def noticed(story: str, _: str) -> str:
    """In a file, a notebook leads to the page before a record."""
    return in_file("notice", story)


def without_keys(shown: ViewDocument) -> Html:
    """The line of time without the names by which a script knows what is hung there."""
    return Html(re.sub(' data-hung="[^"]*"', "", document_html(shown)))


def pictures(library: Library, play: Playthrough, reader: Reader) -> Iterator[Html]:
    """The map of the story that a play is in; in a record also the way of its person."""
    ways, name = story_map(library, play, reader), play.state.story
    yield panel(strings.MAP, ways.title, figure_maps.story_map(ways), kind=MAP)
    if library.stories[name].person is not None:
        way = route(library, play)
        yield panel(evidence_strings.HEAD, way.title, figure_maps.route(whole_route(library, name), way), kind=ROUTE)


def same_html(tab: Tab, library: Library, seed: int, count: int) -> None:
    """Hold what is made in the page against what is written here, at the end of random plays."""
    earlier: tuple[Trail, ...] = ()
    for tried in random_plays(library, seed, count, length=12):
        *_, here = tried.plays(library)
        reader, trail = tried.reader, here.trail
        shown = page(library, here.state, tried.informed, trail)
        found = debriefed(library, trail, reader)
        written: list[Html] = [
            article(library, shown, in_file),
            document_html(sources_document(library, shown.claims, reader), "where"),
            document_html(versions_document(library, shown.told, reader), "where"),
            debrief(found), log(reading_log(library, trail, reader)),
            forks(decided(library, History(here), reader)),
            document_html(notebook_document(library, reader, TrailsRead((*earlier, trail), here.state.taken), noticed)),
            without_keys(timeline_document(library, reader, hung(library, reader, TrailsRead((*earlier, trail))))),
            *pictures(library, here, reader),
        ]  # fmt: skip
        pairs = zip(
            tab.evaluate(MADE, [plain(tried.informed), plain(trail), plain(earlier)]),
            tab.evaluate(READ, written),
            strict=True,
        )
        for theirs, ours in pairs:
            assert theirs == ours, parting(theirs, ours)
        earlier = (*earlier, trail)[-EARLIER:]


def test_pages_of_all_stories(tab: Tab, library: Library) -> None:
    prepare(tab)
    same_html(tab, library, seed=3, count=30)


@pytest.mark.parametrize("where", ["fiji", "svalbard"])
def test_a_way_in_another_part_of_the_earth(tab: Tab, library: Library, where: str) -> None:
    there = moved(library, where)
    prepare(tab, subset_of(there, ("ivo", "nils")))
    play = walked(there, "ivo")
    made = tab.evaluate(
        "(trail) => window.tried.panels.route(window.tried.engine.replay(trail)).outerHTML", plain(play.trail)
    )
    assert [made] == tab.evaluate(READ, [list(pictures(there, play, Reader()))[1]])


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(libraries())
def test_pages_of_made_up_stories_with_hostile_ids_and_texts(tab: Tab, chosen: Subset) -> None:
    prepare(tab, chosen)
    same_html(tab, chosen.library, seed=3, count=6)


def test_the_strip_of_time_of_what_was_read_to_an_end(tab: Tab, library: Library, shipped_library: Library) -> None:
    for one in (library, shipped_library):
        prepare(tab, subset_of(one, tuple(one.stories)))
        records = sorted(one.records)
        for read in ((), records[:1], records[:3], records, ("nobody",)):
            made = tab.evaluate("(read) => window.tried.panels.strip(read)", list(read))
            dated = strip(one, read)
            assert made == (reader_strings.STRIP.format(strip=dated) if dated else "")
    assert strip(shipped_library, shipped_library.records)


def test_the_glossary_begins_with_the_terms_of_the_page(tab: Tab, library: Library) -> None:
    prepare(tab)
    play = begin(library, "wim")
    shown = page(library, play.state, Reader())
    made = tab.evaluate(
        """(trail) => {
          const { engine, panels } = window.tried, reader = { gentle: false };
          const shown = copyOf("glossary", wordingOf(reader));
          return panels.glossary(shown, engine.page(engine.replay(trail)), reader).outerHTML;
        }""",
        plain(play.trail),
    )
    assert terms_on(library, shown, Reader())
    assert [made] == tab.evaluate(READ, [document_html(document(library, GLOSSARY, Reader(), (shown,)))])


@pytest.mark.parametrize("gentle", [False, True])
def test_the_library_and_the_notice_before_each_story(tab: Tab, library: Library, edition: Path, gentle: bool) -> None:
    tab.goto(edition.as_uri())
    if gentle:
        tab.keyboard.press(",")
        tab.get_by_label("The gentle wording").check()
        tab.keyboard.press("Escape")
    tab.evaluate("document.querySelector('.keep').remove()")
    entries = catalogue(library, Reader(gentle=gentle))
    leave = OptionView(id=TO_LIBRARY, label=strings.TO_LIBRARY)
    before = [tab.locator("main").inner_html()]
    for one in entries:
        tab.locator(f"button[value='{one.id}']").click()
        before.append(tab.locator("main").inner_html())
        tab.keyboard.press("q")
    written = [
        html_library.library(entries, library.edition.tagline),
        *(
            html_library.notice(
                one, attribution(library, one.id),
                (*html_library.ways_in(is_gentle=gentle, has_two=True), leave), announces=foreword_line(library),
                tells_part=True,
            )
            for one in entries
        ),
    ]  # fmt: skip
    assert before == tab.evaluate(READ, written)


@pytest.mark.parametrize("gentle", [False, True])
def test_what_stands_beside_the_stories(tab: Tab, library: Library, edition: Path, gentle: bool) -> None:
    tab.goto(edition.as_uri())
    reader = Reader(gentle=gentle)
    if gentle:
        tab.keyboard.press(",")
        tab.get_by_label("The gentle wording").check()
        tab.keyboard.press("Escape")
    names = {
        "w": OLD_FOREWORD,
        "c": CARE,
        "a": ABOUT,
        "g": GLOSSARY,
        "x": COMPARE,
        "t": TIMELINE,
        "d": DIFFER,
        "o": ALONE,
    }
    written = {key: document_html(document(library, name, reader)) for key, name in names.items()}
    for key, html in written.items():
        tab.keyboard.press(key)
        assert [tab.locator("main").inner_html()] == tab.evaluate(READ, [html])
        tab.keyboard.press("Escape")


def test_a_text_is_never_html() -> None:
    """Neither in an element nor in an attribute; what is HTML already stays as it is."""
    assert tag("p", "<b>&\x00", tag("b", "x"), title='"<') == '<p title="&quot;&lt;">&lt;b&gt;&amp;\ufffd<b>x</b></p>'
