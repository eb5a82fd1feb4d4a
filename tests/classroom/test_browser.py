"""The class server in real Chromium: by keyboard alone, without a script, with nothing leaving, and nothing for axe."""

import json
import re
import shutil
from collections.abc import Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.classroom.classes import Command, commanded, free_port
from tests.support.paths import CI_FOLDER
from wayout.model.graph import recorded_path
from wayout.model.library import Library

CHROMIUM = "/usr/bin/chromium"
AXE = CI_FOLDER / "node_modules" / "axe-core" / "axe.min.js"
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
        "--host-resolver-rules=MAP class.test 127.0.0.1"]  # fmt: skip
NEAR = "http://127.0.0.1:{port}"
LIKE_A_LAN = "http://class.test:{port}"
"""To Chromium a site like any in a school's network, neither of this machine nor behind TLS."""

WAIT = 30_000
"""Milliseconds that a busy machine has for what takes five seconds on an idle one."""

pytestmark = [
    pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed"),
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture
def command(wayout: list[str]) -> Iterator[Command]:
    port = str(free_port())
    public = LIKE_A_LAN.format(port=port)
    with commanded(wayout, "ivo", "nils", "--port", port, "--public-url", public) as command:
        yield command


def tab_to(page: Page, selector: str) -> None:
    """Go there with the tabulator key."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(":focus").count() and page.locator(f":focus:is({selector})").count():
            return
    raise AssertionError(f"{selector} is not reached on {page.url}")


def the_way_on(page: Page, library: Library) -> str:
    """The button of what he chose, in his record; where he chose nothing, the first."""
    taken = {stop.choice for stop in recorded_path("ivo", library.stories["ivo"]).stops}
    moves: list[str] = page.eval_on_selector_all("form.moves button", "all => all.map((one) => one.value)")
    return f"button[value='{next((move for move in moves if move in taken), moves[0])}']"


@pytest.mark.parametrize("site", [NEAR, LIKE_A_LAN], ids=["loopback", "lan"])
def test_played_to_an_ending_by_keyboard_alone_without_a_script_and_nothing_leaves(
    browser: Browser, command: Command, library: Library, site: str
) -> None:
    home = site.format(port=command.port)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    failed: list[str] = []
    page.on("console", lambda message: failed.append(message.text))
    page.goto(home)
    page.locator("#code:focus").wait_for()
    page.keyboard.type(command.code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/records**")
    tab_to(page, "a[href^='/record/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/record/**")
    tab_to(page, "button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/beside/the-war/**")
    tab_to(page, "a.primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/at/**")
    for _ in range(60):
        if page.locator("article.ending").count():
            break
        before = page.url
        tab_to(page, the_way_on(page, library))
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)  # type: ignore[misc]
    assert page.locator("article.ending").count() == 1
    tab_to(page, ".card > .more a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/beside/debrief/**")
    assert page.locator("h1").count() == 1
    assert asked
    assert not [url for url in asked if not url.startswith(home + "/")]
    assert failed == []
    cookies = context.cookies()
    assert {(one["name"], one["httpOnly"], one["sameSite"], one["expires"]) for one in cookies} == {
        (f"seat-{command.port}", True, "Lax", -1),
        (f"path-{command.port}", True, "Lax", -1),
    }, "two cookies, gone with the browser"
    context.close()


def test_axe_finds_nothing_on_any_page_in_light_and_dark(  # noqa: PLR0915
    browser: Browser, command: Command, library: Library
) -> None:
    if not AXE.exists():
        pytest.skip("axe-core is not installed")
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 640})
    page = context.new_page()
    home = NEAR.format(port=command.port)
    looked: list[str] = []

    def look() -> None:
        page.emulate_media(color_scheme="light")
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run()")["violations"]
        page.emulate_media(color_scheme="dark")
        found += page.evaluate("axe.run({runOnly: ['color-contrast']})")["violations"]
        assert found == [], f"{page.url}: {json.dumps(found)[:1500]}"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        looked.append(page.url)

    page.goto(home)
    look()
    page.fill("#code", "00000000")
    page.keyboard.press("Enter")
    page.wait_for_selector("#trouble")
    look()
    page.fill("#code", command.code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/records**")
    look()
    page.click("a[href='/record/ivo']")
    page.wait_for_url("**/record/ivo")
    look()
    page.click(".opens")
    look()
    page.keyboard.press("Escape")
    page.click("button[value='full'], button[value='gentle']")
    page.wait_for_url("**/beside/the-war/**")
    look()
    page.click("a.primary")
    kinds: set[str | None] = set()
    for _ in range(40):
        page.wait_for_url("**/at/**")
        kind = page.get_attribute("article", "class")
        if kind not in kinds:
            kinds.add(kind)
            look()
        if page.locator("article.ending").count():
            break
        page.click(the_way_on(page, library))
    at = page.url
    for what in ("sources", "log", "map", "route", "debrief", "glossary", "the-war", "evidence"):
        page.goto(at.replace("/at/", f"/beside/{what}/"))
        look()
    page.goto(home + "/nowhere")
    look()
    command.say("debrief")
    page.goto(at)
    look()
    for what in ("compare", "timeline", "notebook"):
        page.goto(at.replace("/at/", f"/beside/{what}/"))
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        look()
    command.say("close ivo")
    command.say("close nils")
    page.goto(home)
    look()
    command.say("open ivo")
    command.say("pause")
    page.goto(at)
    look()
    assert "pause" in page.inner_text("main").lower()
    for word in ("end", "end", "end"):
        command.say(word)
    page.goto(at)
    look()
    assert page.inner_text("h1") == "The lesson is over"
    assert context.cookies() == []
    assert {"page scene", "page mark", "page outcome", "page ending"} == kinds
    assert len(looked) > 15
    context.close()


def begin(page: Page) -> None:
    """From the records over a title page into a record."""
    page.click("a[href='/record/ivo']")
    page.click("form.moves button")


@pytest.fixture
def pupil(browser: Browser, command: Command) -> Iterator[Page]:
    """One who is in, without a script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(NEAR.format(port=command.port))
    page.fill("#code", command.code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/records**")
    yield page
    context.close()


def test_pages_that_wait_go_on_by_themselves_without_a_script(pupil: Page, command: Command) -> None:
    command.say("close ivo")
    command.say("close nils")
    pupil.goto(NEAR.format(port=command.port) + "/records")
    pupil.get_by_text("No record is open yet").wait_for()
    command.say("open ivo")
    pupil.locator("a[href='/record/ivo']").wait_for(timeout=WAIT)
    begin(pupil)
    pupil.click("a.primary")
    pupil.wait_for_url("**/at/**")
    title = pupil.title()
    command.say("pause")
    pupil.click("form.moves button")
    pupil.get_by_text("The lesson is paused.").wait_for()
    command.say("pause")
    pupil.locator("article.page").wait_for(timeout=WAIT)
    assert pupil.title() != title, "the move that was made before the pause is kept"


def test_the_link_that_skips_is_seen_when_it_is_reached_and_leads_to_the_heading(pupil: Page) -> None:
    skip = pupil.locator("a.skip")
    box = skip.bounding_box()
    assert box
    assert box["x"] + box["width"] <= 0, "out of sight"
    pupil.keyboard.press("Tab")
    assert pupil.locator("a.skip:focus").count() == 1
    box = skip.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    pupil.keyboard.press("Enter")
    pupil.locator("h1#title:focus").wait_for()


def test_what_can_be_pressed_looks_like_it_and_no_number_stands_where_no_digit_does_anything(pupil: Page) -> None:
    def has_border(selector: str) -> bool:
        style = "(one) => getComputedStyle(one)"
        return bool(pupil.locator(selector).first.evaluate(f"(one) => ({style})(one).borderTopWidth !== '0px'"))

    assert has_border(".records a")
    pupil.click("a[href='/record/ivo']")
    assert has_border("form.moves button")
    pupil.click("form.moves button")
    pupil.wait_for_url("**/beside/the-war/**")
    assert has_border("main a.primary"), "the one way on stands below the text"
    pupil.click("main a.primary")
    pupil.click("form.moves button")
    pupil.locator("#ask").wait_for()
    assert pupil.locator("form.moves button").count() > 1
    assert has_border("form.moves button")
    assert not re.search(r"\d", pupil.inner_text("form.moves"))


def test_the_second_click_of_two_does_not_decide_on_the_next_page(pupil: Page) -> None:
    """The half second for which a new page takes no click is made long, looked at, and let go."""
    look = files("wayout.faces.web").joinpath("look.css").read_text(encoding="utf-8")
    assert "animation: .5s unread" in look
    longer = look.replace("animation: .5s unread", "animation: 900s unread")
    pupil.route("**/look.css", lambda route: route.fulfill(body=longer, content_type="text/css"))
    pupil.click("a[href='/record/ivo']")
    for selector, address in (
        ("form.moves button", "**/record/ivo"), ("main a.primary", "**/beside/the-war/**"),
        ("form.moves button", "**/at/**"),
    ):  # fmt: skip
        pupil.wait_for_url(address)
        one = pupil.locator(selector).first
        one.scroll_into_view_if_needed()
        assert one.evaluate("(one) => getComputedStyle(one).pointerEvents") == "none"
        url, box = pupil.url, one.bounding_box()
        assert box
        pupil.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert pupil.url == url
        one.evaluate("(one) => one.getAnimations()[0].finish()")
        pupil.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        pupil.wait_for_url(lambda now, url=url: now != url)  # type: ignore[misc]


def test_each_evidence_word_says_what_it_means_where_it_stands(pupil: Page) -> None:
    begin(pupil)
    pupil.click("main a.primary")
    for _ in range(10):
        pupil.wait_for_url("**/at/**")
        if pupil.locator("#known .stamp").count():
            break
        pupil.click("form.moves button >> nth=0")
        pupil.wait_for_load_state()
    words = pupil.locator("#known .stamp")
    assert words.count()
    for number in range(words.count()):
        one = words.nth(number)
        means = pupil.locator(f"#{one.get_attribute('popovertarget')}")
        assert not means.is_visible()
        one.click()
        assert means.is_visible()
        assert means.inner_text().removeprefix(means.locator("strong").inner_text()).strip()
        assert one.inner_text().startswith(means.locator("strong").inner_text())
        pupil.keyboard.press("Escape")
        assert not means.is_visible()


def test_two_tools_are_in_sight_and_all_others_in_a_menu_that_needs_no_script(pupil: Page) -> None:
    begin(pupil)
    pupil.click("main a.primary")
    pupil.click("form.moves button")
    pupil.wait_for_url("**/at/*/1")
    assert pupil.locator(".bar a:visible").all_inner_texts() == ["Sources", "Undo"]
    pupil.click(".opens")
    held = pupil.locator(".menu a:visible").all_inner_texts()
    assert {"Read so far", "Your path beside the record", "The war", "Glossary", "Records"} <= {*held}
    pupil.get_by_role("link", name="Glossary").click()
    pupil.wait_for_url("**/beside/glossary/**")


def test_a_page_of_another_site_cannot_make_a_move_in_a_pupils_name(browser: Browser, command: Command) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(LIKE_A_LAN.format(port=command.port))
    page.fill("#code", command.code)
    page.keyboard.press("Enter")
    page.wait_for_url("**/records**")
    target = LIKE_A_LAN.format(port=command.port)
    other = context.new_page()
    other.route("http://evil.example/", lambda route: route.fulfill(
        body=f'<form method="post" action="{target}/move/1/0"><button name="move" value="run">x</button></form>',
        content_type="text/html"))  # fmt: skip
    other.goto("http://evil.example/")
    with other.expect_response("**/move/**") as told:
        other.click("button")
    assert told.value.status == 403
    assert "1 in" in command.say("tally")
    page.goto(f"{target}/")
    assert "/records" in page.url, "no record was begun in her name"
    context.close()
