"""The package as a learning platform runs it: scorm-again in Chromium, in a page around ours that the test makes."""

import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route

from tests.invented.asked import asked
from tests.support.paths import CI_FOLDER
from tests.web.conftest import TAKES_TIME, until
from wayout.faces.web import SCORM_VERSIONS
from wayout.faces.web.scorm import PAGE, package
from wayout.faces.web.subset import subset_of
from wayout.locale import print_strings
from wayout.model.graph import recorded_path
from wayout.model.library import Library

DIST = CI_FOLDER / "node_modules" / "scorm-again" / "dist"
SCRIPTS = {"1.2": "scorm12.min.js", "2004": "scorm2004.min.js"}
NAMES = {"1.2": ("API", "Scorm12API"), "2004": ("API_1484_11", "Scorm2004API")}
AROUND, ELSEWHERE = "https://platform.test/", "https://elsewhere.test/"
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}
EXIT = {"1.2": "cmi.core.exit", "2004": "cmi.exit"}
LEFT = {"1.2": "", "2004": "normal"}
TIME = {"1.2": ("cmi.core.session_time", r"\d\d+:\d\d:\d\d"), "2004": ("cmi.session_time", r"PT\d+H\d+M\d+S")}
RAW = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}
ROOM = 4096
"""Of suspend data in SCORM 1.2, in characters."""
DATA = "cmi.suspend_data"
SPIED = """(given) => {
  const [name, made, held, calls] = given, real = new window[made]({ autocommit: false, logLevel: 5 });
  if (held) real.loadFromJSON(held, "cmi");
  const told = /^(LMS)?(Initialize|Finish|Terminate|GetValue|SetValue|Commit)$/;
  window.calls = [];
  window.real = real;
  window[name] = new Proxy(real, { get(from, what) {
    if (!told.test(what)) return from[what];
    return (...values) => {
      const found = from[what](...values);
      window.calls.push([what.replace("LMS", ""), ...values.map(String), String(found)]);
      return found;
    };
  } });
}"""
"""The platform's object, which notes every call of it and what it gave back."""
ANSWERING = """([name, answer]) => {
  const told = { Initialize: () => "true", GetValue: () => "", SetValue: () => "false", Commit: () => "true" };
  const refuse = () => { if (answer === "throws") throw new Error(answer); return "false"; };
  if (answer !== "takes nothing") told.Initialize = refuse;
  for (const one of Object.keys(told)) told[`LMS${one}`] = told[one];
  window[name] = answer === "is none" ? undefined : told;
}"""
"""A platform that begins no session, or takes nothing in it."""
PASSED_OVER = "passed over"
DONE = "window.calls.some(([name]) => name === 'Finish' || name === 'Terminate')"

pytestmark = pytest.mark.skipif(not DIST.is_dir(), reason="scorm-again is not installed here: npm install --prefix .ci")


class Launch:
    """One launch of a package: the platform's page, and ours in a frame of it."""

    def __init__(self, page: Page, version: str, frame: Frame) -> None:
        self.page, self.version, self.frame = page, version, frame

    @property
    def calls(self) -> list[list[str]]:
        """What was asked of the platform: a function, what it was given, what it gave back."""
        found: list[list[str]] = self.page.evaluate("window.calls")
        return found

    @property
    def told(self) -> dict[str, str]:
        """The last value that each element was set to; every one was taken."""
        made = [call for call in self.calls if call[0] == "SetValue"]
        assert [call for call in made if call[3] != "true"] == []
        return {name: value for _, name, value, _ in made}

    def press(self, *keys: str) -> None:
        """Keys in our page, one after the other."""
        for key in keys:
            self.frame.locator("h1").press(key)

    @property
    def text(self) -> str:
        """What is before the reader."""
        return self.frame.locator("main").inner_text()

    @property
    def line(self) -> str:
        """What our page says of her place."""
        return self.frame.locator("#platform").inner_text()

    def begin(self, story: str) -> None:
        """Into a story, past its notice and the page that comes first."""
        self.frame.locator(f"button[value='{story}']").click()
        self.press("1")
        if self.frame.locator("h1").inner_text().startswith("The war"):
            self.press("Enter")

    def to_an_ending(self, library: Library, story: str) -> None:
        """Along the recorded path."""
        for stop in recorded_path(story, library.stories[story]).stops:
            if stop.choice is not None:
                self.press(self.frame.locator(f"button[value='{stop.choice}'] .number").inner_text())
            if self.frame.locator("article.ending").count() == 0:
                self.press("Enter")
        assert self.frame.locator("article.ending").count() == 1

    def close(self) -> dict[str, Any]:
        """The platform takes our page away; what it stores until the next launch."""
        told = self.told
        self.page.evaluate("document.querySelector('iframe').remove()")
        until(self.page, DONE)
        status = {"lesson_status": told[STATUS["1.2"]]} if self.version == "1.2" else {}
        if self.version == "1.2":
            return {"core": status, "suspend_data": told[DATA]}
        return {"completion_status": told[STATUS["2004"]], "suspend_data": told[DATA]}


Start = Callable[..., Launch]


def _nested(depth: int, source: str) -> str:
    return f"<!DOCTYPE html><title>A frame</title><iframe src='{source}' width='900' height='700'></iframe>{depth}"


@pytest.fixture
def start(browser: Browser) -> Iterator[Start]:
    """Launches a package some frames below the platform's page; nothing goes wrong in it, nor asks for another file."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def start_(
        made: bytes, version: str, held: dict[str, Any] | None = None, *, depth: int = 1, between: str = AROUND,
        answer: str = "", is_window: bool = False,
    ) -> Launch:  # fmt: skip
        with ZipFile(io.BytesIO(made)) as found:
            files = {name: found.read(name) for name in found.namelist()}

        def serve(route: Route) -> None:
            name = route.request.url.split("/", 3)[3].split("#")[0]
            if name == "":
                script = f"<script src='{SCRIPTS[version]}'></script>"
                route.fulfill(body=f"<!DOCTYPE html><title>Platform</title>{script}", content_type="text/html")
            elif name in SCRIPTS.values():
                route.fulfill(path=DIST / name, content_type="text/javascript")
            elif name.isdigit():
                below = int(name) - 1
                route.fulfill(
                    body=_nested(below, f"/{below}" if below > 1 else AROUND + PAGE), content_type="text/html"
                )
            elif name in files:
                route.fulfill(body=files[name], content_type="text/html")
            else:
                errors.append(route.request.url)
                route.abort()

        contexts.append(browser.new_context())
        contexts[-1].add_init_script(TAKES_TIME)
        contexts[-1].on("weberror", lambda error: errors.append(str(error.error)))
        contexts[-1].on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        contexts[-1].route("**/*", serve)
        page = contexts[-1].new_page()
        page.goto(AROUND)
        if answer:
            page.evaluate(ANSWERING, [NAMES[version][0], answer])
        else:
            page.evaluate(SPIED, [*NAMES[version], held])
        if is_window:
            with page.expect_popup() as opened:
                page.evaluate("(address) => { window.open(address); }", AROUND + PAGE)
            return Launch(page, version, _ours(opened.value))
        source = AROUND + PAGE if depth == 1 else f"{between}{depth}"
        page.evaluate("(source) => { const one = document.createElement('iframe'); one.width = 900; one.height = 700;"
                      " one.src = source; document.body.append(one); }", source)  # fmt: skip
        return Launch(page, version, _ours(page))

    yield start_
    for one in contexts:
        one.close()
    assert errors == []


def _ours(page: Page) -> Frame:
    """The frame with our page, once something is painted there."""
    for _ in range(400):
        for one in page.frames:
            if one.url.split("#")[0].endswith(PAGE) and one.locator("main h1").count():
                return one
        page.wait_for_timeout(25)
    raise AssertionError([one.url for one in page.frames])


def packed(library: Library, version: str, *stories: str, scores_weighing: bool = False) -> bytes:
    return package(subset_of(library, stories or tuple(library.stories)), version, scores_weighing=scores_weighing)


@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_an_ending_is_told_as_completed_without_a_score_and_nobody_asks_for_the_learner(
    start: Start, library: Library, version: str
) -> None:
    launch = start(packed(library, version), version)
    assert launch.told[STATUS[version]] == "incomplete"
    assert launch.line == print_strings.PLATFORM_KEEPS
    assert launch.frame.get_by_role("button", name=print_strings.KEEP_YES).count() == 0
    launch.begin("vesna")
    assert (launch.told[STATUS[version]], launch.told[EXIT[version]]) == ("incomplete", "suspend")
    launch.to_an_ending(library, "vesna")
    assert (launch.told[STATUS[version]], launch.told[EXIT[version]]) == ("completed", LEFT[version])
    name, form = TIME[version]
    assert re.fullmatch(form, launch.told[name])
    assert not any("score" in one for one in launch.told)
    launch.close()
    asked_for = {call[1] for call in launch.calls if call[0] == "GetValue"}
    assert asked_for == {STATUS[version], DATA}
    assert {call[-1] for call in launch.calls if call[0] not in ("GetValue", "SetValue")} == {"true"}


@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_every_step_is_committed_and_the_next_launch_goes_on_where_it_was_left(
    start: Start, library: Library, version: str
) -> None:
    made = packed(library, version)
    launch = start(made, version)
    launch.begin("vesna")
    for key in ("Enter", "Enter", "1"):
        before = len(launch.calls)
        launch.press(key)
        assert launch.calls[-1][0] == "Commit"
        assert len(launch.calls) > before
    here, data = launch.text, launch.told[DATA]
    assert len(data) < 600
    assert all(" " <= sign <= "~" for sign in data)
    before = len(launch.calls)
    again = start(made, version, launch.close())
    assert [call[0] for call in launch.calls[before:]] == [
        "SetValue",
        "Commit",
        {"1.2": "Finish"}.get(version, "Terminate"),
    ]
    assert again.text == here
    assert again.told[STATUS[version]] == "incomplete"
    again.press("u")
    assert "What does he answer?" in again.text
    again.press("r")
    assert again.text == here
    again.press("Enter")
    assert again.text != here


@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_what_was_completed_stays_so_in_a_record_that_is_begun_afterwards(
    start: Start, library: Library, version: str
) -> None:
    made = packed(library, version)
    launch = start(made, version)
    launch.begin("vesna")
    launch.to_an_ending(library, "vesna")
    launch.press("Escape")
    launch.begin("wim")
    launch.press("Enter")
    assert (launch.told[STATUS[version]], launch.told[EXIT[version]]) == ("completed", "suspend")
    here = launch.text
    again = start(made, version, launch.close())
    assert again.text == here
    assert STATUS[version] not in again.told


def test_a_reload_midway_ends_the_session_and_begins_one_at_the_same_place(start: Start, library: Library) -> None:
    launch = start(packed(library, "1.2"), "1.2")
    launch.begin("vesna")
    launch.press("Enter", "Enter", "1")
    here = launch.text
    launch.frame.evaluate("window.location.reload()")
    until(launch.page, DONE)
    again = _ours(launch.page)
    again.locator("article").wait_for()
    assert again.locator("main").inner_text() == here


def test_a_trail_with_no_room_is_kept_as_far_as_it_fits_and_the_page_says_so(start: Start, library: Library) -> None:
    """An answer that is changed over and over, until suspend data is full to the last character."""
    made = packed(asked(library), "1.2", "vesna")
    launch = start(made, "1.2")
    launch.begin("vesna")
    while "does not want printed" not in launch.text:
        launch.press("Enter")
    launch.press("1")
    held = launch.close()
    value = json.loads(held["suspend_data"])
    trail = value["trails"][0]
    begun = trail["signs"]

    def written(count: int) -> str:
        signs = begun + "1" * count
        return json.dumps({**value, "trails": [{**trail, "signs": signs, "made": len(signs)}]}, separators=(",", ":"))

    assert written(0) == held["suspend_data"]
    most = next(count for count in range(ROOM, 0, -1) if len(written(count)) <= ROOM)
    again = start(made, "1.2", {**held, "suspend_data": written(most)})
    assert again.line == print_strings.PLATFORM_KEEPS
    for _ in range(ROOM - len(written(most)) + 2):
        again.press("2")
    kept = json.loads(again.told[DATA])["trails"][0]
    assert len(again.told[DATA]) == ROOM
    assert again.line == print_strings.PLATFORM_CUTS.format(n=len(kept["signs"]))
    assert kept["made"] == len(kept["signs"])
    here = start(made, "1.2", again.close())
    assert "His name" in here.text


@pytest.mark.parametrize("version", SCORM_VERSIONS)
def test_the_score_is_the_share_of_gaps_and_marks_that_were_answered_whatever_the_answer(
    start: Start, library: Library, version: str
) -> None:
    """Of a gap and a mark: both, whatever is answered; one of them; and not before there was any."""
    scores = {}
    for answers in (("1", "1"), ("2", "2"), ("1", PASSED_OVER), (PASSED_OVER, PASSED_OVER)):
        launch = start(packed(asked(library), version, "vesna", scores_weighing=True), version)
        launch.begin("vesna")
        left = list(answers)
        for _ in range(40):
            shown = launch.text
            if not left:
                break
            ways = launch.frame.locator("form.moves button").count()
            if "does not want printed" in shown or "Nobody" in shown:
                key = left.pop(0)
                launch.press(*([key, "1"] if key != PASSED_OVER else [str(ways)]))
            else:
                launch.press("Enter" if ways == 1 else "1")
        scores[answers] = launch.told.get(RAW[version])
    assert scores == {("1", "1"): "100", ("2", "2"): "100", ("1", PASSED_OVER): "50", (PASSED_OVER, PASSED_OVER): "0"}


def test_the_platform_is_found_as_many_as_seven_windows_above(start: Start, library: Library) -> None:
    made = packed(library, "1.2", "vesna")
    assert start(made, "1.2", depth=7).line == print_strings.PLATFORM_KEEPS
    beyond = start(made, "1.2", depth=8)
    assert beyond.line == ""
    assert beyond.calls == []


def test_windows_of_another_origin_in_between_are_passed(start: Start, library: Library) -> None:
    launch = start(packed(library, "1.2", "vesna"), "1.2", depth=3, between=ELSEWHERE)
    assert launch.line == print_strings.PLATFORM_KEEPS


def test_a_platform_that_opens_a_window_of_its_own_is_found(start: Start, library: Library) -> None:
    launch = start(packed(library, "2004"), "2004", is_window=True)
    assert launch.line == print_strings.PLATFORM_KEEPS
    launch.begin("vesna")
    assert json.loads(launch.told[DATA])["trails"][0]["story"] == "vesna"
    launch.frame.page.close(run_before_unload=False)
    until(launch.page, DONE)


@pytest.mark.parametrize("version", SCORM_VERSIONS)
@pytest.mark.parametrize("answer", ["is none", "refuses", "throws"])
def test_without_a_platform_that_begins_a_session_it_is_the_one_file_edition(
    start: Start, library: Library, version: str, answer: str
) -> None:
    launch = start(packed(library, version), version, answer=answer)
    launch.frame.get_by_role("button", name=print_strings.KEEP_YES).click()
    launch.begin("vesna")
    launch.press("Enter", "Enter", "1")
    assert launch.line == ""
    assert launch.frame.evaluate("localStorage.length") == 1


def test_a_platform_that_takes_no_place_is_named_on_the_page(start: Start, library: Library) -> None:
    launch = start(packed(library, "2004"), "2004", answer="takes nothing")
    launch.begin("vesna")
    assert launch.line == print_strings.PLATFORM_REFUSES
