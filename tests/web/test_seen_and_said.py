"""What the one-file edition shows can be seen, has a name, and says what it is: rules, titles, languages, addresses."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Page

from tests.support.playing import played
from tests.web.conftest import PANELS, Opened, until
from tests.web.playing import random_plays
from tests.web.test_one_file import begin as begin_at
from tests.web.test_one_file import to_an_ending
from wayout.faces.web.fragments import TOOLS, label
from wayout.faces.web.one_file import one_file
from wayout.faces.web.page import IN_SIGHT, article
from wayout.faces.web.reference_pages import debrief as debrief_html
from wayout.faces.web.reference_pages import document_html
from wayout.faces.web.subset import subset_of
from wayout.locale import strings
from wayout.model.evidence import Document
from wayout.model.library import Library
from wayout.play.state import Reader
from wayout.views.debrief import debrief
from wayout.views.page import page as page_of
from wayout.views.sources import sources_document

Open = Callable[..., Opened]
MARK = "#at/vesna.a.000"
SMALLEST_TARGET = 24
"""In pixels of CSS (WCAG 2.2, criterion 2.5.8)."""
RULES = """
() => {
  const found = [], seen = (one) => one.getClientRects().length && getComputedStyle(one).visibility === "visible";
  for (const one of document.querySelectorAll("body *")) {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (!seen(one) || one.matches("button, .chosen, .closed, [popover], .notice .told li")) continue;
    if (parseFloat(style.borderTopWidth) && box.width > 250) found.push([box.top, box.left, box.right]);
    if (parseFloat(style.borderBottomWidth) && box.width > 250) found.push([box.bottom, box.left, box.right]);
  }
  const texts = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (!walk.currentNode.data.trim() || !seen(walk.currentNode.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    texts.push(...[...range.getClientRects()].map((box) => (box.top + box.bottom) / 2));
  }
  return [found.sort((one, other) => one[0] - other[0]), texts];
}
"""
"""Every line across the column that is no edge of an option, from where to where; the heights at which text stands."""
EMPTY = """
() => [...document.querySelectorAll("main *")].filter((one) =>
  !one.textContent.trim() && !one.matches("input, br, svg *")).map((one) => one.outerHTML)
"""


def at(page: Opened, edition: Path, place: str) -> Page:
    page.page.goto("about:blank")
    page.page.goto(edition.as_uri() + place)
    return page.page


def foreign(library: Library) -> Library:
    """The library with the documents of Vesna's record in other languages, one of which runs from right to left."""
    german = Document(type="article", title="Fahnenflucht", container_title="Anzeiger", language="de", held=True,
                      url="https://example.org/a")  # fmt: skip
    hebrew = Document(type="article", title="עריק", language="he", url="javascript:alert(1)")
    unknown = Document(type="article", title="Dezertiri", language="English, mostly")
    documents = {"river-post": german, "digest": hebrew, "harbour-gazette": unknown}
    assert documents.keys() <= library.documents.keys() | {"digest"}
    return replace(library, documents={**library.documents, **documents})


@pytest.fixture
def edition_of_many(library: Library, tmp_path: Path) -> Path:
    file = tmp_path / "many.html"
    file.write_text(one_file(subset_of(foreign(library), tuple(library.stories))), encoding="utf-8")
    return file


def test_the_page_that_asks_looks_like_every_other(opened: Open, edition: Path) -> None:
    """Heading, question and options in the colour and the size of those of a scene: nothing looks switched off."""
    page = opened(edition)
    looks = """
    () => ["h1", ".ask", ".moves .label"].map((one) => {
      const { color, fontSize } = getComputedStyle(document.querySelector(one));
      return [color, fontSize];
    })
    """
    scene = at(page, edition, "#at/vesna..00").evaluate(looks)
    asking = at(page, edition, MARK)
    assert asking.locator("article.mark").count() == 1
    assert asking.evaluate(looks) == scene


@pytest.mark.parametrize("width", [360, 1100])
def test_no_two_rules_stand_with_nothing_between_and_each_is_as_long_as_the_column(
    opened: Open, edition: Path, width: int
) -> None:
    page = opened(edition, viewport={"width": width, "height": 900})
    shown = 0
    for place in ("#", "#notice/wim", "#war/wim", "#at/vesna..0", "#at/vesna..000", MARK):
        here = at(page, edition, place)
        column = here.evaluate("(({ left, right }) => [left, right])(document.querySelector('.head')"
                               ".getBoundingClientRect())")  # fmt: skip
        for _ in ("", *page.panels()):
            rules, texts = here.evaluate(RULES)
            tops = [rule[0] for rule in rules]
            shown += len(rules)
            for above, below in pairwise(tops):
                assert below - above < 1 or any(above < text < below for text in texts), (place, here.title())
            assert {(round(left), round(right)) for _, left, right in rules} == {tuple(map(round, column))}, place
    assert shown > 100


def test_nothing_on_any_page_is_empty(opened: Open, edition: Path, library: Library) -> None:
    page = opened(edition)
    for place in ("#", "#at/vesna..0", "#at/vesna..000", MARK, "#at/ivo..010000000000000"):
        here = at(page, edition, place)
        assert here.evaluate(EMPTY) == []
        for key in page.panels():
            assert here.evaluate(EMPTY) == [], key
    kinds = set()
    for tried in random_plays(library, seed=11, count=40, length=25):
        *_, play = tried.plays(library)
        shown = page_of(library, play.state, tried.reader, play.trail)
        kinds.add(shown.kind)
        here.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", article(library, shown))
        assert here.evaluate(EMPTY) == []
    assert "ending" in kinds


def test_each_page_has_a_title_that_says_what_is_new_on_it(opened: Open, edition: Path) -> None:
    page = opened(edition)
    titles = [re.sub(r"about \d+", "about N", at(page, edition, place).title()) for place in (
        "#", "#notice/vesna", "#war/vesna", "#at/vesna..0", "#at/vesna..00", "#at/vesna..000", MARK,
    )]  # fmt: skip
    assert titles == [
        "Wayout", "Vesna · about N minutes – Wayout", "The war – Wayout",
        "His landing · before 3 March 2019 · Vesna – Wayout", "What does he answer? · Vesna – Wayout",
        "Chosen: Refuse, and say why · Vesna – Wayout",
        f"{strings.MARK_ASK} · Chosen: Refuse, and say why · Vesna – Wayout",
    ]  # fmt: skip


def test_key_button_head_and_tab_have_one_name_for_a_page(opened: Open, edition: Path, library: Library) -> None:
    page = opened(edition)
    here = at(page, edition, "#at/vesna..000")
    named = {tool.key: label(tool, library) for tool in TOOLS}
    count = 0
    for key in PANELS:
        button = here.locator("button[data-tool]", has=here.locator("kbd", has_text=key))
        assert button.inner_text().split(maxsplit=1) == [key, named[key]]
        page.press(key)
        assert here.locator("h1").inner_text() == named[key]
        assert here.title().startswith(named[key])
        count += 1
        page.press("Escape")
        until(here, "location.hash === '#at/vesna..000'")
    assert count == len(PANELS)


def test_each_evidence_word_says_what_it_means_where_it_stands(opened: Open, edition: Path) -> None:
    """Pressed, in a popover that Escape closes, with the reader still on her page; in focus, below its line."""
    page = opened(edition)
    meant = {**strings.TAKEN_MEANING, **{strings.KNOWN[one]: says for one, says in strings.KNOWN_MEANING.items()}}
    for place, shown in (
        ("#at/vesna..000", ["taken", "recorded"]),
        ("#at/vesna..001", ["taken by", "recorded", "reported"]),
    ):
        here = at(page, edition, place)
        title = here.title()
        for one in here.locator(".fold:not([open]) summary").all():
            one.click()
        for number, word in enumerate(shown):
            stamp = here.locator(".card .stamp").nth(number)
            means = here.locator(f"#{stamp.get_attribute('popovertarget')}")
            assert not means.is_visible()
            stamp.click()
            assert means.is_visible()
            assert means.inner_text() == f"{word} {meant[word]}"
            page.press("Escape")
            assert not means.is_visible()
            assert here.title() == title
            stamp.focus()
            page.press("Tab", "Shift+Tab")
            assert meant[word] in stamp.evaluate(
                "(one) => getComputedStyle(one, '::after').content + one.dataset.means"
            )
            assert stamp.evaluate("(one) => getComputedStyle(one, '::after').content") != "none"


def test_at_most_two_tools_are_in_sight_and_every_other_one_is_in_the_menu(opened: Open, edition: Path) -> None:
    page = opened(edition)
    for place in ("#", "#notice/vesna", "#war/vesna", "#at/vesna..0", "#at/vesna..000", MARK):
        here = at(page, edition, place)
        assert 1 <= here.locator(".bar [data-tool]:visible").count() <= IN_SIGHT, place
        here.locator(".opens").click()
        title = here.title()
        page.press("1")
        assert here.title() == title, "a digit decides nothing while the menu lies over the options"
        held = here.locator(".menu [data-tool]:visible").count()
        assert held + IN_SIGHT >= here.locator("[data-tool]").count() > IN_SIGHT
        page.press("Escape")
        assert here.locator(".menu [data-tool]:visible").count() == 0
        assert here.title() == title, "Escape closes the menu and no more"
    here.locator(".opens").click()
    here.get_by_role("button", name=strings.GLOSSARY).click()
    assert here.locator("h1").inner_text() == strings.GLOSSARY
    page.press("Escape")
    here.locator(".opens").click()
    page.press("g")
    assert here.locator("h1").inner_text() == strings.GLOSSARY, "a key does the same while the menu is open"
    assert here.locator(".menu").count() == 0


@pytest.mark.parametrize("width", [320, 1280])
def test_what_can_be_chosen_has_an_edge_and_is_large_enough_to_hit(opened: Open, edition: Path, width: int) -> None:
    page = opened(edition, viewport={"width": width, "height": 800})
    sizes = """
    () => [...document.querySelectorAll(".moves button, .bar > ul button")].map((one) => {
      const { height, width } = one.getBoundingClientRect(), { borderTopWidth } = getComputedStyle(one);
      return [height, width, one.closest(".bar") ? 1 : parseFloat(borderTopWidth)];
    })
    """
    for place in ("#", "#notice/vesna", "#war/vesna", "#at/vesna..0", "#at/vesna..00", "#at/vesna..000", MARK):
        found = at(page, edition, place).evaluate(sizes)
        assert found
        assert all(height >= 44 and wide >= 44 and edge for height, wide, edge in found), place


def test_what_was_chosen_is_known_again_on_the_page_of_its_outcome(opened: Open, edition: Path) -> None:
    """By an edge, as the option had one, at the same place from the left, and by the word for it."""
    page = opened(edition)
    style = "(one) => [parseFloat(getComputedStyle(one).borderTopWidth) > 0, one.getBoundingClientRect().left]"
    option = at(page, edition, "#at/vesna..00").locator(".moves button").first
    look, label = option.evaluate(style), option.locator(".label").inner_text()
    chosen = at(page, edition, "#at/vesna..000").locator(".told > .chosen")
    assert chosen.evaluate(style) == look
    assert chosen.inner_text() == strings.CHOSEN.format(label=label)


def test_at_an_end_only_how_it_ends_is_open(opened: Open, edition: Path, library: Library) -> None:
    page = opened(edition)
    begin_at(page, "ivo")
    to_an_ending(page, library, "ivo")
    lists = page.page.locator(".close")
    assert lists.count() >= 2
    assert page.page.locator(".close li:visible").count() == 0
    page.page.emulate_media(media="print")
    assert all(one.evaluate("(one) => one.checkVisibility({ contentVisibilityAuto: true })")
               for one in page.page.locator(".close li").all()), "on paper all of it stands"  # fmt: skip
    page.page.emulate_media(media="screen")
    for one in lists.all():
        one.locator("h2").click()
        assert one.locator("li:visible").count() > 0


def test_in_the_debrief_too_an_evidence_word_says_what_it_means(opened: Open, edition: Path) -> None:
    here = at(opened(edition), edition, "#at/vesna..000&debrief")
    stamps = here.locator(".panel li .stamp")
    assert stamps.all_inner_texts()[:2] == ["taken", "recorded"]
    stamps.first.click()
    assert here.locator("#means-taken").is_visible()


@pytest.mark.parametrize("letters", [1, 2])
def test_no_page_is_wider_than_the_smallest_screen_even_with_letters_twice_as_large(
    opened: Open, edition: Path, letters: int
) -> None:
    page = opened(edition, viewport={"width": 320, "height": 640})
    wider = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    for place in ("#", "#notice/vesna", "#war/wim", "#at/vesna..00", "#at/vesna..000", MARK):
        here = at(page, edition, place)
        here.evaluate(f"document.documentElement.style.fontSize = '{letters * 100}%'")
        assert not here.evaluate(wider), place
        for key in page.panels() if place == "#at/vesna..000" else ():
            assert not here.evaluate(wider), key
        here.locator(".opens").click()
        assert not here.evaluate(wider), place


def test_who_did_what_has_every_column_in_sight_on_a_phone_and_few_sheets_on_paper(
    opened: Open, shipped_library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "all.html"
    file.write_text(one_file(subset_of(shipped_library, tuple(shipped_library.stories))), encoding="utf-8")
    tab = opened(file, viewport={"width": 320, "height": 700})
    tab.press("x")
    table = tab.page.locator(".wide")
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    words = table.locator(".stamp")
    assert words.count() > 50
    assert words.evaluate_all("all => Math.min(...all.map((one) => one.offsetWidth))") >= SMALLEST_TARGET
    assert len(re.findall(rb"/Type\s*/Page\b", tab.page.pdf(prefer_css_page_size=True))) <= 10


def test_a_document_leads_to_its_address_which_stands_there_once(opened: Open, edition_of_many: Path) -> None:
    """As text too, for whoever has no connection; an address that is none of the web is text alone."""
    page = opened(edition_of_many)
    here = at(page, edition_of_many, "#at/vesna..000&sources")
    links = here.eval_on_selector_all("cite a", "all => all.map((one) => [one.href, one.rel, one.innerText])")
    assert links
    assert all(one == ["https://example.org/a", "noopener noreferrer", "Fahnenflucht"] for one in links)
    written = here.locator(".cites .support a")
    assert written.first.get_attribute("rel") == "noopener noreferrer"
    assert {*written.all_inner_texts()} == {one.get_attribute("href") for one in written.all()}
    assert here.locator("main").inner_text().count("https://example.org/a") == 1
    here = at(page, edition_of_many, "#at/vesna..000&debrief")
    assert here.locator("a[href='https://example.org/a']").count() == 1
    assert here.locator("a[href^='javascript']").count() == 0


def test_a_link_out_of_the_file_is_followed_and_back_leads_to_the_page(opened: Open, edition_of_many: Path) -> None:
    page = opened(edition_of_many)
    here = at(page, edition_of_many, "#at/vesna..000&sources")
    here.route("https://example.org/**", lambda route: route.fulfill(body="<h1>There</h1>", content_type="text/html"))
    here.locator("cite a").first.click()
    here.get_by_role("heading", name="There").wait_for()
    here.go_back()
    assert here.locator("h1").inner_text() == strings.SOURCES
    page.requests.clear()


def test_what_comes_from_elsewhere_says_its_language(opened: Open, edition_of_many: Path) -> None:
    """Title, outlet and quotation; a language that is none is not said; which way a text runs, its letters say."""
    page = opened(edition_of_many)
    for panel in ("sources", "versions", "debrief"):
        here = at(page, edition_of_many, f"#at/vesna..000&{panel}")
        german = here.locator("[lang='de'][dir='auto']").all_text_contents()
        assert "Anzeiger" in german
        assert panel == "debrief" or "Fahnenflucht" in german
        assert here.locator("cite[lang='en'], span[lang='en'], [lang*=' ']").count() == 0
        assert here.locator("[dir='auto']:not([lang])").count() > 0
    here = at(page, edition_of_many, "#at/vesna..000&differ")
    assert "Anzeiger" in here.locator("[lang='de'][dir='auto']").all_inner_texts()


def test_python_says_the_same_of_languages_and_addresses(library: Library) -> None:
    """Which is what the pages of a class show."""
    many = foreign(library)
    play = played(many, "vesna", "go on", "go on", "refuse")
    shown = page_of(many, play.state, Reader(), play.trail)
    made = debrief(many, play.trail, Reader())
    html = document_html(sources_document(many, shown.claims, Reader())) + debrief_html(made)
    assert (
        '<a href="https://example.org/a" rel="noopener noreferrer"><span lang="de" dir="auto">Fahnenflucht</span></a>'
        in html
    )
    assert html.count(">https://example.org/a<") == 2
    assert 'href="javascript' not in html


def test_what_a_good_answer_draws_on_is_closed_until_asked_for(opened: Open, edition: Path, library: Library) -> None:
    page = opened(edition)
    begin_at(page, "ivo")
    to_an_ending(page, library, "ivo")
    answer = page.page.get_by_text("A good answer draws on").first
    assert not answer.is_visible()
    page.page.get_by_role("heading", name=strings.DISCUSS_HEAD).click()
    assert not answer.is_visible()
    page.page.get_by_text(strings.EXPECT_HEAD, exact=True).first.click()
    assert answer.is_visible()
    page.press("b")
    assert page.page.get_by_text("A good answer draws on").count() > 0
    assert not page.page.get_by_text("A good answer draws on").first.is_visible()


def test_about_says_nothing_of_a_map_that_is_not_there(opened: Open, edition: Path) -> None:
    here = at(opened(edition), edition, "#about")
    assert "coast" not in here.locator("main").inner_text()


def test_the_situation_says_what_is_told_and_no_more(opened: Open, edition: Path) -> None:
    here = at(opened(edition), edition, "#at/vesna..000")
    assert here.locator(".situation dd").all_inner_texts() == ["Under contract"]
