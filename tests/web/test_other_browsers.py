"""WebKit, which is Safari's, and Firefox: what Chromium shows is shown there too, and Back keeps the place."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.web import firefox as firefoxes
from tests.web import webkit as webkits
from tests.web.webkit import ENTER, ESCAPE
from tests.web.windows import Window
from wayout.faces import web
from wayout.faces.print.html_file import style_sheet

BROWSERS: dict[str, tuple[Callable[[], AbstractContextManager[Window]], str]] = {
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
