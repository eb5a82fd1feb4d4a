"""Back, Forward, Reload, bookmarks and tabs: from a file and from a server, the one-file edition keeps to them."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.web.conftest import TAKES_TIME, until
from wayout.faces.web.one_file import one_file
from wayout.faces.web.subset import subset_of
from wayout.locale import print_strings, strings
from wayout.model.library import Library

FORK = "What does he answer? · Vesna – Wayout"
OUTCOME = "Chosen: Refuse, and say why · Vesna – Wayout"
WAY = ("4", "1", "Enter", "Enter", "Enter", "1")
"""From the library to the first outcome of a record."""
HASTE = 500
"""Milliseconds after which a page that was shown takes a key, however busy the machine is."""


class Quiet(SimpleHTTPRequestHandler):
    """A web server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


@pytest.fixture(scope="module")
def served(edition: Path) -> Iterator[str]:
    """The file on a server, as on a learning platform: its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(edition.parent))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{edition.name}"
        server.shutdown()
        thread.join()


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, edition: Path, served: str) -> str:
    """Where the edition is."""
    return edition.as_uri() if request.param == "file" else served


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser in which nothing is kept from before; afterwards nothing has gone wrong in it."""
    made = browser.new_context()
    made.add_init_script(TAKES_TIME)
    errors: list[str] = []
    made.on("weberror", lambda error: errors.append(str(error.error)))
    yield made
    made.close()
    assert errors == []


def tab(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def titled(page: Page, title: str) -> None:
    """Wait until the page is called so: a browser takes a moment for Back."""
    until(page, "(title) => document.title === title", title)


def text(page: Page) -> str:
    return page.locator("main").inner_text()


def test_back_is_one_step_back_and_forward_one_step_on(context: BrowserContext, address: str) -> None:
    """A page of a record as it was; the library and a notice may say less once the page on the war was read."""
    page = tab(context, address)
    seen = [(page.title(), text(page))]
    for key in (*WAY, "s"):
        press(page, key)
        seen.append((page.title(), text(page)))
    assert seen[-2][0] == OUTCOME
    for title, told in seen[-2::-1]:
        page.go_back()
        titled(page, title)
        assert text(page) == told or "#at/" not in page.url
    for title, told in seen[1:]:
        page.go_forward()
        titled(page, title)
        assert text(page) == told or "#at/" not in page.url
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("document.cookie") == ""


def test_reload_keeps_the_place_and_what_was_taken_back(context: BrowserContext, address: str) -> None:
    page = tab(context, address)
    press(page, ",")
    page.get_by_label(print_strings.WORDS_FIRST).check()
    press(page, "Escape", *WAY, "u")
    titled(page, FORK)
    page.reload()
    titled(page, FORK)
    assert "taken · recorded" in page.locator("form.moves").inner_text()
    press(page, "r")
    titled(page, OUTCOME)
    press(page, "b")
    page.reload()
    assert page.locator("h1").inner_text() == strings.DEBRIEF
    press(page, "Escape")
    titled(page, OUTCOME)


def test_a_bookmark_leads_to_its_page_in_the_wording_it_was_read_in(
    browser: Browser, context: BrowserContext, address: str
) -> None:
    """In a browser that knows nothing of it; also a bookmark of what lies on top of a page."""
    page = tab(context, address)
    press(page, "6", "2", "Enter", "Enter")
    told, place = text(page), page.url
    press(page, "s")
    other = browser.new_context()
    there = tab(other, place)
    assert text(there) == told
    press(there, ",")
    assert there.get_by_label(print_strings.WORDING_GENTLE).is_checked()
    there.goto("about:blank")
    there.goto(page.url)
    assert there.locator("h1").inner_text() == strings.SOURCES
    press(there, "Escape")
    assert text(there) == told
    other.close()


def test_a_term_and_the_sources_open_in_a_new_tab(context: BrowserContext, address: str) -> None:
    page = tab(context, address)
    press(page, "5", "1", "Enter")
    with context.expect_page() as opened:
        page.locator("a.term").first.click(modifiers=["ControlOrMeta"])
    there = opened.value
    there.wait_for_load_state()
    assert there.locator("h1").inner_text() == strings.GLOSSARY
    assert there.evaluate("document.activeElement.id").startswith("term-")
    press(there, "Escape")
    assert text(there) == text(page)
    assert tab(context, f"{address}#glossary/asylum").evaluate("document.activeElement.id") == "term-asylum"


def test_undo_redo_and_decisions_are_steps_that_back_takes_back(context: BrowserContext, address: str) -> None:
    page = tab(context, address)
    press(page, *WAY, "u")
    titled(page, FORK)
    page.go_back()
    titled(page, OUTCOME)
    page.go_back()
    titled(page, FORK)
    press(page, "r")
    titled(page, OUTCOME)
    page.go_back()
    titled(page, FORK)
    press(page, "2")
    titled(page, "Chosen: Go over the river · Vesna – Wayout")
    page.go_back()
    titled(page, FORK)
    page.go_back()
    titled(page, "His landing · before 3 March 2019 · Vesna – Wayout")
    press(page, "f")
    assert "Go over the river" in text(page)
    assert "Refuse" not in text(page)


def test_closing_panels_quickly_leads_to_the_page_below_and_on(context: BrowserContext, address: str) -> None:
    """Keys come faster than a browser goes back: each does what it says, and Back then leads where it should."""
    page = tab(context, address)
    press(page, *WAY[:-1])
    press(page, "g", "Escape", "t", "s", "Escape", "Escape", "1")
    titled(page, OUTCOME)
    until(page, "location.hash.endsWith('000')")
    page.go_back()
    titled(page, FORK)
    page.go_back()
    titled(page, "His landing · before 3 March 2019 · Vesna – Wayout")
    page.go_forward()
    titled(page, FORK)


@pytest.mark.parametrize("place", [
    "#", "#at", "#at/", "#at/nobody..", "#at/__proto__..0", "#at/vesna", "#at/vesna.zz.999", "#%", "#at/%E0%A4%A..",
    "#notice/nobody", "#war/toString", "#settings", "#sources", "#close", "#print&print", "#glossary/%E0", "#&&&",
    "#at/vesna..000&versions&sources&debrief", "#debrief&sources&sources", "#constructor/constructor",
    "#at/vesna.." + "0" * 5_000,
])  # fmt: skip
def test_whatever_stands_in_the_address_a_page_is_shown_and_can_be_left(
    context: BrowserContext, edition: Path, place: str
) -> None:
    page = tab(context, edition.as_uri() + place)
    assert page.locator("h1").inner_text()
    press(page, "Escape", "Escape", "q")
    titled(page, "Wayout")
    page.evaluate("(place) => { location.hash = place; }", place)
    assert page.locator("h1").inner_text()


def test_an_address_of_a_page_that_this_file_lacks_leads_to_the_library(
    context: BrowserContext, library: Library, tmp_path: Path
) -> None:
    """A bookmark of the full edition in a file with one story, and without the makers' pages."""
    file = tmp_path / "bare.html"
    file.write_text(one_file(subset_of(replace(library, asides={}, terms={}), ("ivo",))), encoding="utf-8")
    for place in ("#war/ivo", "#the-war", "#glossary/asylum", "#at/vesna..0", "#notice/vesna&about"):
        page = tab(context, file.as_uri() + place)
        assert page.title() == "Wayout"
        assert page.locator("h1").inner_text() == "Wayout"


def test_of_two_tabs_one_keeps_and_the_other_says_so(context: BrowserContext, address: str) -> None:
    first = tab(context, address)
    first.get_by_role("button", name=print_strings.KEEP_YES).click()
    press(first, *WAY)
    second = tab(context, address)
    press(second, "1")
    titled(second, OUTCOME)
    press(second, "Enter")
    there = text(second)
    until(first, "document.getElementById('said').textContent !== ''")
    assert print_strings.KEPT_ELSEWHERE in first.locator("#said").inner_text()
    press(first, "q", "3", "1", "Enter")
    third = tab(context, address)
    press(third, "1")
    assert text(third) == there
    press(first, ",")
    assert print_strings.KEPT_ELSEWHERE in text(first)
    first.get_by_label(print_strings.KEEP).check()
    until(second, "document.getElementById('said').textContent !== ''")
    assert print_strings.KEPT_ELSEWHERE in second.locator("#said").inner_text()
    first.get_by_label(print_strings.KEEP).uncheck()
    assert first.evaluate("localStorage.length") == 0
    press(second, "u", "u")
    assert first.evaluate("localStorage.length") == 0


def test_two_files_in_one_folder_keep_a_place_each(
    context: BrowserContext, edition: Path, library: Library, tmp_path: Path
) -> None:
    """To a browser all files of a disk are one site."""
    other = tmp_path / "other.html"
    other.write_text(one_file(subset_of(library, ("ivo",))), encoding="utf-8")
    first, second = tab(context, edition.as_uri()), tab(context, other.as_uri())
    for page, keys in ((first, WAY), (second, ("1", "1", "Enter"))):
        page.get_by_role("button", name=print_strings.KEEP_YES).click()
        press(page, *keys)
    assert first.locator("#said").inner_text() == ""
    first.goto("about:blank")
    first.goto(edition.as_uri())
    assert "Go on with Vesna" in text(first)


def test_where_a_frame_may_have_no_address_it_plays_all_the_same(context: BrowserContext, edition: Path) -> None:
    """As in a learning platform that shows a file inside its own page."""
    page = context.new_page()
    page.set_content("<iframe sandbox='allow-scripts' style='width: 900px; height: 700px'></iframe>")
    page.locator("iframe").evaluate("(frame, text) => { frame.srcdoc = text; }", edition.read_text(encoding="utf-8"))
    frame = page.frame_locator("iframe")
    frame.locator("button[value='vesna']").wait_for()
    page.wait_for_timeout(HASTE)
    frame.locator("button[value='vesna']").click()
    for key in WAY[1:]:
        before = frame.locator("main").inner_text()
        page.wait_for_timeout(HASTE)
        frame.locator("h1").press(key)
        expect(frame.locator("main")).not_to_have_text(before, use_inner_text=True)
    frame.get_by_text("Chosen: Refuse, and say why").wait_for()
    frame.locator("h1").press("s")
    frame.get_by_role("heading", name=strings.SOURCES).wait_for()
    frame.locator("h1").press("Escape")
    frame.get_by_text("Chosen: Refuse, and say why").wait_for()


def test_another_edition_at_the_same_address_takes_no_place_of_this_one(
    context: BrowserContext, library: Library, tmp_path: Path
) -> None:
    """Two editions with stories of the same ids, one after the other in the same file: each has its own place."""
    marsh = replace(library, editions={"edition": replace(library.edition, id="marsh")})
    chosen = subset_of(library, ("vesna",)), replace(subset_of(marsh, ("vesna",)), is_shipped=False)
    files = {name: one_file(one) for name, one in zip(("harbour", "marsh"), chosen, strict=True)}
    file, way = tmp_path / "lesson.html", ("1", "1", "Enter", "Enter", "Enter", "1")

    def opened(name: str, place: str = "") -> Page:
        file.write_text(files[name], encoding="utf-8")
        return tab(context, file.as_uri() + place)

    first = opened("harbour")
    first.get_by_role("button", name=print_strings.KEEP_YES).click()
    press(first, *way)
    place = first.evaluate("location.hash")
    assert place.startswith("#at/vesna.")
    file.write_text(files["marsh"], encoding="utf-8")
    first.reload()
    titled(first, "Wayout")
    other = opened("marsh", place)
    titled(other, "Wayout")
    assert "Go on with" not in text(other)
    other.get_by_role("button", name=print_strings.KEEP_YES).click()
    press(other, *way[:-1])
    own = other.evaluate("location.hash")
    assert own.startswith("#at/marsh:vesna.")
    assert opened("marsh", own).title() == other.title() != "Wayout"
    assert opened("harbour", own).title() == "Wayout"
    assert opened("harbour", place.replace("#at/", "#at/harbour:")).title() == OUTCOME
    assert "Go on with Vesna" in text(opened("harbour"))


def test_what_was_kept_before_there_were_editions_is_gone_on_with_in_the_shipped_one(
    context: BrowserContext, library: Library, tmp_path: Path
) -> None:
    old = '{"version":1,"story":"vesna","scene":"the-contract","moves":["go on","go on"],"made":2}'
    whole = subset_of(library, ("vesna",))
    file = tmp_path / "lesson.html"
    for is_shipped in (False, True):
        file.write_text(one_file(replace(whole, is_shipped=is_shipped)), encoding="utf-8")
        page = tab(context, file.as_uri())
        page.evaluate("(text) => localStorage.setItem(`wayout ${location.pathname}`, text)", old)
        page.reload()
        assert ("Go on with Vesna" in text(page)) == is_shipped
    press(page, "1", "1")
    keys = page.evaluate("Object.keys(localStorage)")
    assert keys == [page.evaluate("`wayout harbour ${location.pathname}`")], "it lies under the new key now"
