"""The one-file edition, as a pupil meets it: opened from a disk, in a browser that reaches nothing else."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from playwright.sync_api import Browser

from tests.invented.libraries import libraries
from tests.support.paths import CI_FOLDER
from tests.support.wild import SHOWN, TRAPS, wild
from tests.web.conftest import PANELS, Opened
from wayout.faces.web.one_file import as_json, one_file
from wayout.faces.web.subset import Subset, subset_of
from wayout.locale import print_strings, strings
from wayout.model.graph import recorded_path
from wayout.model.library import Library

Open = Callable[..., Opened]
AXE = CI_FOLDER / "node_modules" / "axe-core" / "axe.min.js"
NARROW = {"viewport": {"width": 320, "height": 640}}
RUNNING, ENHANCED = "main p:not([class])", "{ runOnly: ['color-contrast-enhanced'], resultTypes: ['violations'] }"
"""Text that is read through, and how axe is asked for the contrast of AAA."""
WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
HTML = "</script><script>boom()</script><img src=x onerror=boom()><!--<template></template>\"' onclick=boom()"


def begin(page: Opened, story: str, way: str = strings.CONTENT_FULL) -> None:
    """Into a story, past its notice and the page on the war."""
    page.page.locator(f"button[value='{story}']").click()
    page.page.get_by_role("button", name=way, exact=False).first.click()
    if page.heading.startswith("The war"):
        page.press("Enter")


def anew(page: Opened, edition: Path) -> None:
    """The file opened once more, at its beginning, as on another day."""
    page.page.goto("about:blank")
    page.page.goto(edition.as_uri())


def ways(page: Opened) -> int:
    return page.page.locator("form.moves button").count()


def on_the_record(page: Opened, library: Library, story: str = "vesna") -> str:
    """The key for what he chose; where he chose nothing, for the first that can be done."""
    taken = {stop.choice for stop in recorded_path(story, library.stories[story]).stops}
    moves = page.page.eval_on_selector_all("form.moves button", "all => all.map((one) => one.value)")
    return (
        str(next((number for number, move in enumerate(moves, 1) if move in taken), 1)) if len(moves) > 1 else "Enter"
    )


def to_an_ending(page: Opened, library: Library, story: str) -> None:
    """Along the recorded path, by keys alone: Enter where there is one way, else the digit of what he chose."""
    for stop in recorded_path(story, library.stories[story]).stops:
        if stop.choice is not None:
            page.press(digit_of(page, stop.choice))
        if page.page.locator("article.ending").count() == 0:
            page.press("Enter")
    assert page.page.locator("article.ending").count() == 1


def digit_of(page: Opened, move: str) -> str:
    return page.page.locator(f"button[value='{move}'] .number").inner_text()


def test_all_shipped_stories_are_less_than_450_kilobytes(shipped_library: Library) -> None:
    file = one_file(subset_of(shipped_library, tuple(shipped_library.stories)))
    assert len(file.encode()) < 450_000


@pytest.mark.parametrize("story", ["arvid", "ivo", "nils", "vesna", "wim", "yann"])
def test_every_record_is_played_to_its_ending_by_digits_and_enter(
    opened: Open, edition: Path, library: Library, story: str
) -> None:
    page = opened(edition)
    assert page.heading == strings.APP
    begin(page, story)
    to_an_ending(page, library, story)
    assert page.page.get_by_role("heading", name=strings.ENDING_PUBLISHED).count() == 1
    assert page.page.get_by_role("heading", name=strings.UNKNOWN_HEAD).count() == 1


def test_the_crossroads_lead_into_a_record_and_back_and_to_their_end(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "crossroads")
    page.press("1", "1")
    assert page.heading == "Vesna"
    page.press("2" if ways(page) > 1 else "Enter")
    assert page.heading == "The crossroads"
    while page.page.locator("article.ending").count() == 0:
        page.press(str(ways(page)))
    assert page.page.get_by_role("heading", name=strings.WALKED_HEAD).count() == 1


def test_a_story_is_played_to_an_ending_by_tab_and_enter(opened: Open, edition: Path, library: Library) -> None:
    """From the heading, Tab leads to what can be done, one after the other; nothing else is pressed."""
    taken = {stop.choice for stop in recorded_path("vesna", library.stories["vesna"]).stops}
    page = opened(edition)
    begun = False
    for _ in range(60):
        if page.page.locator("article.ending").count():
            break
        for _ in range(30):
            page.press("Tab")
            at = page.page.evaluate("document.activeElement.name === 'move' ? document.activeElement.value : ''")
            if at in ("vesna", "full") or (begun and (at in taken or (at and ways(page) == 1))):
                break
        begun = True
        page.press("Enter")
    assert page.page.locator("article.ending").count() == 1


def test_a_new_page_puts_its_heading_in_focus_which_is_described_by_what_is_new(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "vesna")
    told = []
    for key in ("Enter", "Enter", "1"):
        page.press(key)
        assert page.heading == "Vesna"
        assert page.page.evaluate("window.scrollY") == 0
        told.append(page.page.evaluate(
            "document.activeElement.getAttribute('aria-describedby').split(' ')"
            ".map((id) => document.getElementById(id).innerText).join(' – ')"
        ))  # fmt: skip
    assert told == ["His landing · before 3 March 2019", "His landing · 2019",
                    "Chosen: Refuse, and say why – taken · recorded · one report, three texts"]  # fmt: skip


def test_a_term_is_reached_by_tab_and_leads_to_its_meaning_and_back(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "wim")
    page.press("Tab")
    assert page.page.evaluate("document.activeElement.className") == "term"
    name = page.page.evaluate("document.activeElement.innerText")
    page.press("Enter")
    assert page.page.evaluate("document.activeElement.id").startswith("term-")
    assert name in page.page.evaluate("document.activeElement.innerText")
    page.press("Escape")
    assert page.page.evaluate("[document.activeElement.className, document.activeElement.innerText]") == ["term", name]


def test_undo_redo_decisions_and_backlog(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "vesna")
    page.press("Enter", "Enter", "1", "Enter")
    after = page.page.locator("main").inner_text()
    page.press("u", "u")
    assert "What does he answer?" in page.page.locator("main").inner_text()
    page.press("r", "r")
    assert page.page.locator("main").inner_text() == after
    page.press("l", "/")
    page.page.keyboard.type("recorded")
    assert "on 1 of" in page.page.locator("#said").inner_text()
    assert page.page.locator(".read p").all_inner_texts() == ["taken · recorded · one report, three texts"]
    page.press("Escape", "f", "1")
    assert "What does he answer?" in page.page.locator("main").inner_text()


def test_the_gentle_wording_holds_from_the_notice_on_and_can_be_changed(
    opened: Open, edition: Path, library: Library
) -> None:
    page = opened(edition)
    begin(page, "yann", strings.CONTENT_GENTLE)
    to_an_ending(page, library, "yann")
    page.press("l")
    gentle = page.page.locator("main").inner_text()
    page.press("Escape", ",")
    page.page.get_by_label(print_strings.WORDING_FULL).check()
    page.press("Escape", "l")
    full = page.page.locator("main").inner_text()
    assert full != gentle
    assert len(full) > 1000


def test_what_anyone_could_know_is_asked_if_wanted(opened: Open, edition: Path) -> None:
    page = opened(edition)
    page.press(",")
    page.page.get_by_label(print_strings.ASK_FIRST).check()
    page.page.get_by_label(print_strings.WORDS_FIRST).check()
    page.press("Escape")
    begin(page, "vesna")
    page.press("Enter", "Enter")
    assert "taken · recorded" in page.page.locator("form.moves").inner_text()
    page.press("1")
    assert strings.MARK_ASK in page.page.locator("main").inner_text()
    page.press("1")
    assert page.page.locator(".card").count() == 1


def test_letters_and_digits_can_be_switched_off(opened: Open, edition: Path) -> None:
    page = opened(edition)
    page.press(",")
    page.page.get_by_label(print_strings.LETTERS).uncheck()
    page.press("Escape")
    page.press("4", "w")
    assert page.heading == strings.APP
    assert page.page.locator("kbd").count() == 0


def test_a_place_is_kept_only_if_the_reader_agrees(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "vesna")
    page.press("Enter", "Enter", "1")
    assert page.page.evaluate("localStorage.length") == 0
    anew(page, edition)
    assert page.page.get_by_role("button", name="Go on with").count() == 0
    page.page.get_by_role("button", name=print_strings.KEEP_YES).click()
    assert print_strings.KEPT in page.page.locator("#said").inner_text()
    begin(page, "vesna")
    page.press("Enter", "Enter", "1", "Enter", "u")
    here = page.page.locator("main").inner_text()
    anew(page, edition)
    assert page.page.get_by_role("button", name=print_strings.KEEP_YES).count() == 0
    page.press("1")
    assert page.page.locator("main").inner_text() == here
    page.press("r", "u", ",")
    page.page.get_by_label(print_strings.KEEP).uncheck()
    assert page.page.evaluate("localStorage.length") == 0
    anew(page, edition)
    assert page.page.get_by_role("button", name="Go on with").count() == 0


@pytest.mark.parametrize("kept", [
    "", "{", "null", "[]", "{}", '{"version":1}', '{"version":1,"story":"__proto__","scene":"constructor"}',
    '{"version":1,"story":"vesna","scene":"toString","moves":[],"made":0}',
    '{"version":1,"story":"vesna","scene":"the-contract","moves":[7,null,{"a":1}],"made":"x"}',
    '{"version":1,"story":"vesna","scene":"the-contract","moves":["go on","go on","no such"],"made":99}',
])  # fmt: skip
def test_whatever_was_kept_the_library_opens(opened: Open, edition: Path, kept: str) -> None:
    page = opened(edition)
    page.page.evaluate("(text) => localStorage.setItem(`wayout ${location.pathname}`, text)", kept)
    page.page.reload()
    assert page.heading == strings.APP
    begin(page, "vesna")
    assert page.heading == "Vesna"


def test_where_nothing_can_be_kept_it_is_not_asked(browser: Browser, edition: Path) -> None:
    page = browser.new_page()
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });")
    opened = Opened(page, edition)
    assert page.get_by_role("button", name=print_strings.KEEP_YES).count() == 0
    opened.press(",")
    assert print_strings.CANNOT_KEEP in page.locator("main").inner_text()
    opened.press("Escape")
    begin(opened, "vesna")
    opened.press("Enter")
    assert opened.errors == []
    page.close()


def test_the_page_forbids_itself_every_connection(browser: Browser, edition: Path) -> None:
    """Its policy names one script and one style by hash; what else is tried is refused by the browser."""
    page = Opened(browser.new_page(), edition)
    stopped: dict[str, str | None] = {}
    page.page.on("requestfailed", lambda request: stopped.update({request.url: request.failure}))
    policy = page.page.locator("meta[http-equiv]").get_attribute("content") or ""
    parts = dict(part.split(" ", 1) for part in policy.split("; "))
    assert parts.pop("img-src") == "data:"
    assert re.fullmatch(r"'sha256-[^']+'", parts.pop("script-src"))
    assert re.fullmatch(r"'sha256-[^']+'", parts.pop("style-src"))
    assert set(parts.values()) == {"'none'"}
    refused = page.page.evaluate(
        """async () => {
          const tried = [fetch("https://example.org/a"), fetch("http://127.0.0.1:9/")];
          const image = new Image(); image.src = "https://example.org/b.png"; document.body.append(image);
          const script = document.createElement("script"); script.textContent = "window.ran = 1";
          document.body.append(script);
          const frame = document.createElement("iframe"); frame.src = "https://example.org/c";
          document.body.append(frame);
          const results = await Promise.allSettled(tried);
          return [results.every((one) => one.status === "rejected"), window.ran === undefined];
        }"""
    )
    assert refused == [True, True]
    page.page.wait_for_timeout(100)
    assert set(stopped.values()) == {"csp"}
    assert {url for url in page.requests if not url.startswith(("file:", "data:"))} <= set(stopped)
    page.page.close()


def test_a_record_that_is_not_in_the_file_is_told_not_entered(opened: Open, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "one.html"
    file.write_text(one_file(subset_of(library, ("vesna",))), encoding="utf-8")
    page = opened(file)
    begin(page, "vesna")
    page.press("Enter", "Enter", "2")
    told = page.page.locator("article").inner_text()
    assert "taken by Wim, Yann, Arvid" in told
    assert print_strings.ELSEWHERE.format(names="Wim, Yann, Arvid") in told
    page.press("Enter")
    assert "What does he answer?" in page.page.locator("article").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(opened: Open, edition: Path, library: Library, scheme: str) -> None:
    """In the dark, of its rules only that on contrast: no other looks at colours."""
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm install --prefix .ci")
    page = opened(edition, color_scheme=scheme)
    page.page.evaluate(AXE.read_text(encoding="utf-8"))
    looked: list[str] = []
    rules = "runOnly: ['color-contrast']" if scheme == "dark" else ""

    def look(what: str) -> None:
        page.page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
        found = page.page.evaluate(f"axe.run({{ resultTypes: ['violations'], {rules} }})")["violations"]
        if page.page.locator(RUNNING).count():
            found += page.page.evaluate(f"axe.run({RUNNING!r}, {ENHANCED})")["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], what
        looked.append(what)

    page.to_a_story(look)
    for _ in range(60):
        kind = page.kind
        if kind not in looked:
            look(kind)
            if kind == "outcome":
                for what in (".opens", ".stamp"):
                    page.page.locator(what).first.click()
                    look(what)
                    page.press("Escape")
                    page.page.evaluate("document.activeElement.blur()")
        if kind == "ending":
            break
        page.press(on_the_record(page, library))
    for key in page.panels():
        look(key)
    page.press("q")
    look("library with a place to go on from")
    assert {"scene", "outcome", "ending", *PANELS} <= set(looked)


def test_nothing_is_wider_than_a_screen_of_320_pixels(opened: Open, edition: Path, library: Library) -> None:
    """Which is also what 640 pixels are at a zoom of 200 %."""
    page = opened(edition, **NARROW)
    assert not page.page.evaluate(WIDER)
    begin(page, "vesna")
    for _ in range(60):
        assert not page.page.evaluate(WIDER), page.page.title()
        if page.page.locator("article.ending").count():
            break
        page.press(on_the_record(page, library))
    shown = set()
    for key in page.panels():
        assert not page.page.evaluate(WIDER), key
        shown.add(key)
    assert shown >= set(PANELS) - {"v"}


def test_on_paper_the_debrief_stands_without_what_can_be_pressed(opened: Open, edition: Path, library: Library) -> None:
    page = opened(edition)
    begin(page, "vesna")
    to_an_ending(page, library, "vesna")
    page.press("b")
    page.page.emulate_media(media="print")
    assert page.page.get_by_role("heading", name=strings.FORKS_HEAD).is_visible()
    assert not page.page.locator("button:not(.stamp):visible").count(), "evidence words are told on paper as well"
    assert page.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=(Phase.generate,))
@given(libraries())
def test_no_text_and_no_id_can_run_or_break_anything(browser: Browser, tmp_path: Path, chosen: Subset) -> None:
    """Every button and every panel of files made of hostile texts: they are read, and nothing else happens."""
    file = tmp_path / "hostile.html"
    file.write_text(one_file(chosen), encoding="utf-8")
    page = browser.new_page()
    page.add_init_script("window.boom = () => { window.ran = true; };")
    opened = Opened(page, file)
    for story in range(len(chosen.library.stories)):
        opened.press("q", str(story + 1), "1")
        for step in range(8):
            opened.press("Enter" if ways(opened) == 1 else str(1 + step % max(ways(opened), 1)))
            if step == 4:
                assert len(list(opened.panels())) > 8
            assert opened.heading or page.locator("h1").inner_text() == ""
    assert page.evaluate("window.ran") is None
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    page.close()


@pytest.mark.parametrize("trap", ["html", *TRAPS])
def test_a_hostile_text_in_every_field_is_read_and_does_nothing(
    browser: Browser, beside: Library, tmp_path: Path, trap: str
) -> None:
    """On every kind of page, at 320 pixels; nothing grows wider than the screen."""
    text = TRAPS.get(trap, HTML)
    file = tmp_path / "wild.html"
    file.write_text(one_file(subset_of(wild(beside, text), tuple(beside.stories))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.add_init_script("window.boom = () => { window.ran = true; };")
    opened = Opened(page, file)
    seen = set()

    def look() -> None:
        kind = (page.locator("article").get_attribute("class") or "").split()[-1]
        assert not page.evaluate(WIDER), kind
        for key in opened.panels() if kind in ("library", "ending") and kind not in seen else ():
            assert not page.evaluate(WIDER), key
        seen.add(kind)

    look()
    opened.press("1", "1", "Enter")
    look()
    for _ in range(8):
        opened.press("Enter" if ways(opened) == 1 else "1")
        look()
    assert {"library", "scene", "outcome", "ending"} <= seen
    if trap in SHOWN:
        opened.press("l")
        told = page.locator("main").inner_text()
        assert all(shown in told for shown in SHOWN[trap])
    assert page.evaluate("window.ran") is None
    assert opened.errors == []
    assert [url for url in opened.requests if not url.startswith(("file:", "data:"))] == []
    page.close()


def test_data_stands_in_a_script_element_whatever_it_holds() -> None:
    text = as_json({"</script><!--": "\u2028\u2029\ud800<"})
    assert text == '{"\\u003c/script>\\u003c!--":"\\u2028\\u2029\\ud800\\u003c"}'
