"""One walk through the file and one through a class in Chromium, Firefox and WebKit, which is Safari's."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.classroom.classes import commanded, free_port
from tests.web import chromium as chromiums
from tests.web import firefox as firefoxes
from tests.web import webkit as webkits
from tests.web.windows import ENTER, ESCAPE, Window
from wayout.faces import web
from wayout.faces.print.html_file import style_sheet
from wayout.model.graph import recorded_path
from wayout.model.library import Library

BROWSERS: dict[str, tuple[Callable[[], AbstractContextManager[Window]], str]] = {
    "chromium": (chromiums.chromium, chromiums.MISSING),
    "webkit": (webkits.webkit, webkits.MISSING),
    "firefox": (firefoxes.firefox, firefoxes.MISSING),
}
"""Of each browser what opens a window of it, and why none can be opened here."""
LOOK, PICTURES = (
    (Path(web.__file__).parent / file).read_text(encoding="utf-8") for file in ("look.css", "pictures.css")
)
DECLARED = re.compile(r"([a-z-]+)\s*:\s*([^:;{}]+)[;}]")
"""A property and its value, in a style sheet without selectors of pseudo-classes in between."""
ONLY_BETTER = {
    ("content", '"❯" / ""'), ("forced-color-adjust", "none"), ("orphans", "2"), ("text-size-adjust", "100%"),
    ("-webkit-text-size-adjust", "100%"), ("text-wrap", "pretty"), ("widows", "2"),
}  # fmt: skip
"""What stands beside a form that every browser knows."""
UNDERLINED = """
return [...document.querySelectorAll(arguments[0])].map((one) => getComputedStyle(one).textDecorationLine)
"""


@pytest.fixture(scope="module", params=sorted(BROWSERS))
def window(request: pytest.FixtureRequest) -> Iterator[Window]:
    opens, missing = BROWSERS[request.param]
    if missing:
        pytest.skip(missing)
    with opens() as window:
        yield window


def opened(window: Window, edition: Path, hash_: str = "") -> Window:
    window.open("about:blank")
    window.open(edition.as_uri() + hash_)
    return window


@pytest.mark.parametrize("look", [LOOK, PICTURES, style_sheet()], ids=["screen", "pictures", "print"])
def test_every_declaration_of_every_style_sheet_is_understood(window: Window, edition: Path, look: str) -> None:
    """Colours stand in for variables, with which nothing is refused before it is drawn."""
    opened(window, edition)
    bare = re.sub(r"/\*.*?\*/", "", look, flags=re.DOTALL)
    bodies = re.findall(r"\{([^{}]*)\}", bare)
    declared = [
        (name, value.removesuffix("!important").strip())
        for body in bodies for name, value in DECLARED.findall(body + ";")
        if not name.startswith("--") and name != "size"
    ]  # fmt: skip
    assert len(declared) > 20
    plain = [(name, re.sub(r"var\(--(\w+)\)", _instead, value)) for name, value in declared]
    refused = window.run("return arguments[0].filter(([name, value]) => !CSS.supports(name, value))", plain)
    assert {tuple(one) for one in refused} <= ONLY_BETTER


def _instead(variable: re.Match[str]) -> str:
    lengths = {"measure": "62ch", "gutter": "2rem", "large": "1.5rem"}
    return {"text": "serif", "sign": "monospace", **lengths}.get(variable[1], "#123456")


def test_what_can_be_pressed_is_underlined(window: Window, edition: Path) -> None:
    opened(window, edition, "#at/vesna..000")
    for what in (".moves .label", ".card a"):
        found = window.run(UNDERLINED, what)
        assert found
        assert set(found) == {"underline"}
    opened(window, edition, "#at/wim..")
    assert window.run(UNDERLINED, ".term")[0] == "underline"


def test_an_evidence_word_and_the_menu_open_and_are_closed_by_escape(window: Window, edition: Path) -> None:
    shown = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.getClientRects().length).length"
    opened(window, edition, "#at/vesna..000")
    title = window.run("return document.title")
    for button, held in ((".stamp", ".means"), (".opens", ".menu [data-tool]")):
        assert window.run(shown, held) == 0
        window.run("document.querySelector(arguments[0]).click()", button)
        assert window.run(shown, held) > 0
        window.press(ESCAPE)
        assert window.run(shown, held) == 0
        assert window.run("return document.title") == title


def test_what_can_be_chosen_has_an_edge(window: Window, edition: Path) -> None:
    edges = "return [...document.querySelectorAll('.moves button')].map((one) => getComputedStyle(one).borderTopWidth)"
    for place in ("", "#notice/wim", "#at/vesna..00", "#at/vesna..000"):
        opened(window, edition, place)
        found = window.run(edges)
        assert found
        assert "0px" not in found


def test_back_and_forward_go_by_steps_and_reload_and_a_bookmark_keep_the_place(window: Window, edition: Path) -> None:
    """Pages follow one another as fast as one can read a word: none is decided upon before it can be seen."""
    opened(window, edition)
    titles = [window.run("return document.title")]
    for key in ("4", "1", ENTER, ENTER, ENTER, "1", "s"):
        time.sleep(0.4)
        window.press(key)
        titles.append(window.run("return document.title"))
    assert titles[-2:] == [
        "Chosen: Refuse, and say why · Vesna – Wayout",
        "Sources · Vesna · His landing · 2019 – Wayout",
    ]
    window.reload()
    for title in titles[:0:-1]:
        window.wait(f"document.title === {title!r}")
        window.back()
    for title in titles[:-1]:
        window.wait(f"document.title === {title!r}")
        window.forward()
    window.wait(f"document.title === {titles[-1]!r}")
    opened(window, edition, window.run("return location.hash"))
    assert window.run("return document.title") == titles[-1]


def test_a_held_key_and_a_key_at_once_upon_a_new_page_decide_nothing(window: Window, edition: Path) -> None:
    opened(window, edition, "#at/vesna..00")
    time.sleep(0.4)
    pressed = """
    const key = (how) => document.dispatchEvent(new KeyboardEvent("keydown", { key: "1", bubbles: true, ...how }));
    key({ repeat: true });
    const held = document.title;
    key({});
    key({});
    return [held, document.title];
    """
    assert window.run(pressed) == ["What does he answer? · Vesna – Wayout",
                                   "Chosen: Refuse, and say why · Vesna – Wayout"]  # fmt: skip


LOOKS = """
const shown = (one) => one.getClientRects().length > 0;
const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
return [document.title.replace(/about \\d+/, "about N"), document.querySelector("h1").textContent, wide,
  [...document.querySelectorAll(".menu, .means")].some(shown)];
"""
"""Of a page its title and heading; whether it is wider than the window; whether the menu or a meaning lies open."""
OUTCOME = "Chosen: Refuse, and say why · Vesna"
FILE_TITLES = [
    "Wayout", "Vesna · about N minutes", "The war", "His landing · before 3 March 2019 · Vesna",
    "His landing · before 3 March 2019 · Vesna", "What does he answer? · Vesna",
    OUTCOME, "Sources · Vesna · His landing · 2019", OUTCOME, "Map · Vesna", OUTCOME, "Who did what", OUTCOME,
    "Timeline", OUTCOME, "Glossary", OUTCOME, "His landing · 2019 · Vesna",
]  # fmt: skip
OF_IVO = (
    "Varn", "What does he choose?", "Before the record answers: Run away", "Chosen: Run away", "Where does he go?",
    "Before the record answers: To the fen", "Chosen: To the fen", "What does he do now?",
    "Before the record answers: Flee again", "Chosen: Flee again", "How does he try to stay away?",
    "Before the record answers: Ask for asylum", "Chosen: Ask for asylum", "The lighthouse · 2019 or 2020",
    "The lighthouse · July 2020", "Under which name does he speak?", "Before the record answers: His own",
    "Chosen: His own", "Here the published account ends", "Sources", "Read so far", "Map",
    "Your path beside the record",
)  # fmt: skip
CLASS_TITLES = [
    "Join the lesson", "Join the lesson", "Records", "Ivo Brandt", "The war",
    *(f"{one} · Ivo Brandt" for one in OF_IVO),
    "Glossary", "What the evidence words mean", "The war", "Records", "A pause", "There is no such page",
]  # fmt: skip
"""What the tabs are called on the way, page after page, in every browser."""
FILE_KEYS = ("4", "1", ENTER, ENTER, ENTER, "1", "s", ESCAPE, "m", ESCAPE, "x", ESCAPE, "t", ESCAPE, "g", ESCAPE, ENTER)


def test_the_walk_through_the_file(window: Window, edition: Path) -> None:
    """From the library into a record, its panels, and what goes with pictures, by keys alone."""
    opened(window, edition)
    seen = [window.run(LOOKS)]
    for key in FILE_KEYS:
        time.sleep(0.4)
        window.press(key)
        seen.append(window.run(LOOKS))
    assert [one[0].removesuffix(" – Wayout") for one in seen] == FILE_TITLES
    assert not any(wide or lies_open for _, _, wide, lies_open in seen)
    assert window.run("return document.querySelectorAll('svg.picture').length") == 0
    for panel, pictures in (("map", 1), ("timeline", 1), ("compare", 0)):
        opened(window, edition, f"#at/vesna..000&{panel}")
        assert window.run("return document.querySelectorAll('svg.picture').length") >= pictures
        assert all(window.run("return [...document.querySelectorAll('svg.picture')].map((one) => one.clientHeight)"))


def test_the_walk_through_a_class(window: Window, wayout: list[str], library: Library) -> None:
    """Through the door, past the war to an ending and back to the records, by keys alone; no page has a script."""
    with commanded(wayout, "ivo", "--port", str(free_port()), "--address", "127.0.0.1") as command:
        home = f"http://127.0.0.1:{command.port}"
        window.open(home)
        seen = [window.run(LOOKS)]
        for code in ("00000000", command.code):
            window.run("document.querySelector('#code').focus()")
            window.press(*code)
            window.go("#code")
            seen.append(window.run(LOOKS))
        for selector in ("a[href='/record/ivo']", "form.moves button", "a.primary"):
            window.go(selector)
            seen.append(window.run(LOOKS))
        taken = [stop.choice for stop in recorded_path("ivo", library.stories["ivo"]).stops if stop.choice]
        own = "".join(f"button[value='{one}'], " for one in taken)
        while not window.run("return Boolean(document.querySelector('article.ending'))"):
            has_own = window.run("return Boolean(document.querySelector(arguments[0]))", own + "nothing")
            window.go(own + "nothing" if has_own else ".moves button")
            seen.append(window.run(LOOKS))
            if window.run("return Boolean(document.querySelector('#known .stamp'))"):
                meaning_opens(window)
        at = window.run("return location.href")
        for what in ("sources", "log", "map", "debrief", "glossary", "evidence", "the-war"):
            window.open(at.replace("/at/", f"/beside/{what}/"))
            seen.append(window.run(LOOKS))
            window.go("a.primary")
            assert window.run("return location.href") == at
        window.go("button[value='to the library']")
        seen.append(window.run(LOOKS))
        window.back()
        window.wait("document.querySelector('article.ending')")
        command.say("pause")
        window.open(home)
        seen.append(window.run(LOOKS))
        window.open(f"{home}/nowhere")
        seen.append(window.run(LOOKS))
    assert [one[0].removesuffix(" – Wayout") for one in seen] == CLASS_TITLES
    assert not any(wide or lies_open for _, _, wide, lies_open in seen)


def meaning_opens(window: Window) -> None:
    """An evidence word, pressed, says what it means, and Escape closes that."""
    shown = "return document.querySelector(arguments[0]).getClientRects().length > 0"
    means = "#" + window.run("return document.querySelector('#known .stamp').getAttribute('popovertarget')")
    window.run("document.querySelector('#known .stamp').focus()")
    window.press(ENTER)
    assert window.run(shown, means)
    window.press(ESCAPE)
    assert not window.run(shown, means)
