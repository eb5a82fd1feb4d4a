"""The elements that the page makes by itself are those that Python writes: one vocabulary for every web face."""

import re
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.invented.libraries import libraries
from tests.support.playing import played
from tests.web.conftest import TAKES_TIME
from tests.web.playing import READ, plain, prepare, random_plays
from wayout.faces.web import reference_pages as html_library
from wayout.faces.web.fragments import either, in_edition
from wayout.faces.web.page import article
from wayout.faces.web.reference_pages import debrief, document_html, forks, log
from wayout.faces.web.subset import Subset
from wayout.model.library import ABOUT, ALONE, CARE, COMPARE, DIFFER, GLOSSARY, TIMELINE, WAR, Library
from wayout.play.history import History
from wayout.play.history import forks as decided
from wayout.play.moves import Move
from wayout.play.state import Reader, Trail
from wayout.play.step import replay
from wayout.render.html import Html, tag
from wayout.views.catalogue import catalogue
from wayout.views.debrief import debrief as debriefed
from wayout.views.documents import document
from wayout.views.log import reading_log
from wayout.views.page import page
from wayout.views.reference_pages import terms_on
from wayout.views.sources import attribution, sources_document, versions_document

Nested: TypeAlias = "str | list[Nested]"

MADE = """
([reader, trail]) => {
  const { engine, behind, markup } = window.tried, play = engine.replay(trail), history = { play, undone: [] };
  const page = engine.page(play.state, reader, trail);
  return [
    markup.article(page, reader), markup.sources(engine.sources(engine.claimsOf(page), reader), "where"),
    markup.versions(engine.versions(engine.toldIn(page), reader), "where"),
    markup.debrief(behind.debrief(trail, reader)), markup.log(behind.backlog(trail, reader)),
    markup.forks(behind.forks(history, reader)),
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


def same_html(tab: Tab, library: Library, seed: int, count: int) -> None:
    """Hold what is made in the page against what is written here, at the end of random plays."""
    for reader, story, made in random_plays(library, seed, count, length=12):
        trail = _trail(library, reader, story, made)
        here = replay(library, trail)
        shown = page(library, here.state, reader, trail)
        found = debriefed(library, trail, reader)
        written: list[Html] = [
            article(library, shown, in_edition, has_words=True),
            document_html(sources_document(library, shown.claims, reader), "where"),
            document_html(versions_document(library, shown.told, reader), "where"),
            debrief(found), log(reading_log(library, trail, reader)),
            forks(decided(library, History(here), reader)),
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
    trail = _trail(library, Reader(), "wim", [])
    shown = page(library, replay(library, trail).state, Reader())
    made = tab.evaluate(
        """(trail) => {
          const { engine, markup } = window.tried;
          const copy = document.importNode(document.getElementById("part-glossary").content, true).firstElementChild;
          for (const one of copy.querySelectorAll("[data-wording=gentle]")) one.remove();
          for (const one of copy.querySelectorAll("[data-wording]")) one.removeAttribute("data-wording");
          return markup.glossary(copy, engine.page(engine.replay(trail).state, {}, trail), {}).outerHTML;
        }""",
        plain(trail),
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
    names = {"w": WAR, "c": CARE, "a": ABOUT, "g": GLOSSARY, "x": COMPARE, "t": TIMELINE, "d": DIFFER, "o": ALONE}
    written = {key: document_html(document(library, name, reader)) for key, name in names.items()}
    for key, html in written.items():
        tab.keyboard.press(key)
        assert [tab.locator("main").inner_html()] == tab.evaluate(READ, [html])
        tab.keyboard.press("Escape")


def test_a_text_is_never_html() -> None:
    """Neither in an element nor in an attribute; what is HTML already stays as it is."""
    assert tag("p", "<b>&\x00", tag("b", "x"), title='"<') == '<p title="&quot;&lt;">&lt;b&gt;&amp;\ufffd<b>x</b></p>'


def _read(html: Html, wording: str) -> str:
    """What a script leaves of a template for one wording."""
    other = {"full": "gentle", "gentle": "full"}[wording]
    without = re.sub(rf'<(\w+)[^>]* data-wording="{other}">.*?</\1>', "", html, flags=re.DOTALL)
    return without.replace(f' data-wording="{wording}"', "")


@given(*[st.recursive(st.sampled_from(("a", "b", "")), lambda inner: st.lists(inner, max_size=3), max_leaves=8)] * 2)
def test_two_wordings_in_one_template_are_both_read_out_of_it(full: Nested, gentle: Nested) -> None:
    """Elements within each other are as deep as their names say, so that a pattern finds the end of each."""

    def made(inside: Nested, depth: int = 0) -> Html:
        return tag(f"h{depth}", *([inside] if isinstance(inside, str) else [made(one, depth + 1) for one in inside]))

    both = either(made(full), made(gentle), "data-wording", ("full", "gentle"))
    assert (_read(both, "full"), _read(both, "gentle")) == (made(full), made(gentle))
    assert made(full) != made(gentle) or both == made(full)
