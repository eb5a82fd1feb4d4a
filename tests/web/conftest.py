"""What the tests of the web pages stand on: a browser, and the one-file edition in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from wayout.faces.web.one_file import one_file
from wayout.faces.web.subset import subset_of
from wayout.model.library import Library

PANELS = "svblfmpgdoxtwca,?"
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian’s Chromium. For one file of tests: until it is closed, its loop keeps every other from running."""
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def edition(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All stories in one file."""
    file = tmp_path_factory.mktemp("edition") / "lesson.html"
    file.write_text(one_file(subset_of(library, tuple(library.stories))), encoding="utf-8")
    return file


TAKES_TIME = "performance.now = () => -1e6"
"""To a page its reader has looked at it for long; else each key that chooses would have to wait."""


def until(page: Page, script: str, given: object = None) -> None:
    """Wait until a script in the page returns something true; its policy forbids that the page itself asks again."""
    for _ in range(600):
        if page.evaluate(script, given):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never {script} {given}: {page.url} {page.title()}")


class Opened:
    """A page opened from a file, with what it asked for and what went wrong in it."""

    def __init__(self, page: Page, file: Path, script: str = TAKES_TIME) -> None:
        page.add_init_script(script)
        self.page = page
        self.requests: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text))
        page.goto(file.as_uri())

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def kind(self) -> str:
        """What kind of page of a story is shown: a scene, an outcome, an ending."""
        return (self.page.locator("article").get_attribute("class") or "").split()[-1]

    def to_a_story(self, look: Callable[[str], None]) -> None:
        """From the list into the fourth record, looking at each page that comes before its first."""
        for name, key in (("library", "4"), ("notice", "1"), ("war", "Enter")):
            look(name)
            self.press(key)

    def panels(self) -> Iterator[str]:
        """The keys of all panels that can be opened from here, each while it is open."""
        for key in PANELS:
            self.press(key)
            if self.page.locator("[data-tool='close']").count():
                yield key
                self.press("Escape")

    @property
    def heading(self) -> str:
        """The heading in focus; empty if the focus is elsewhere."""
        return str(self.page.evaluate("document.activeElement.matches('h1') ? document.activeElement.innerText : ''"))


@pytest.fixture
def opened(browser: Browser) -> Iterator[Callable[..., Opened]]:
    """Opens a file in a browser of its own, with nothing kept from before; afterwards nothing has gone wrong in it."""
    made: list[Opened] = []

    def open_(file: Path, script: str = TAKES_TIME, **context: object) -> Opened:
        page = browser.new_context(**context).new_page()  # type: ignore[arg-type]
        made.append(Opened(page, file, script))
        return made[-1]

    yield open_
    for one in made:
        one.page.context.close()
        assert one.errors == []
        assert [url for url in one.requests if not url.startswith(("file:", "data:"))] == []
