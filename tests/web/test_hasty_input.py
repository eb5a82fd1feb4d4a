"""A held key, a second click, and what comes at once upon a new page decide nothing that was not seen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.web.conftest import Opened, until

Open = Callable[..., Opened]
JUST_SHOWN = "performance.now = () => 1e12"
"""As if each page had come this very moment."""
FORK = "What does he answer? · Vesna – Wayout"
OUTCOME = "Chosen: Refuse, and say why · Vesna – Wayout"


def at_the_fork(page: Opened) -> Opened:
    page.press("4", "1", "Enter", "Enter", "Enter")
    assert page.page.title() == FORK
    return page


def steps(page: Opened) -> int:
    return len(str(page.page.evaluate("location.hash")).rpartition(".")[2])


@pytest.mark.parametrize("key", ["1", "2", "Enter"])
def test_a_held_key_decides_once(opened: Open, edition: Path, key: str) -> None:
    """With the real clock too nothing follows: what repeats is no decision, however long it is held."""
    page = at_the_fork(opened(edition))
    if key == "Enter":
        page.press("1")
    before = steps(page)
    for _ in range(13):
        page.page.keyboard.down(key)
    page.page.keyboard.up(key)
    assert steps(page) == before + 1


def test_a_held_enter_on_a_button_in_focus_decides_once(opened: Open, edition: Path) -> None:
    page = at_the_fork(opened(edition))
    page.page.locator("form.moves button").first.focus()
    for _ in range(13):
        page.page.keyboard.down("Enter")
    page.page.keyboard.up("Enter")
    assert page.page.title() == OUTCOME


@pytest.mark.parametrize("tool", ["u", "r", "q", "s", "Escape"])
def test_a_held_tool_does_its_work_once(opened: Open, edition: Path, tool: str) -> None:
    page = at_the_fork(opened(edition))
    page.press("1", "Enter", "u")
    length = page.page.evaluate("history.length")
    for _ in range(9):
        page.page.keyboard.down(tool)
    page.page.keyboard.up(tool)
    assert page.page.evaluate("history.length") == length + 1


def test_a_double_click_is_one_decision(opened: Open, edition: Path) -> None:
    """Both on a way on, under whose second click the next page has an option, and on an option."""
    page = opened(edition)
    page.press("4", "1", "Enter")
    page.page.locator("form.moves button").first.dblclick()
    assert steps(page) == 1
    page.page.locator("form.moves button").first.dblclick()
    assert page.page.title() == FORK
    page.page.locator("form.moves button").first.dblclick()
    assert page.page.title() == OUTCOME


@pytest.mark.parametrize("do", ["click", "1", "Enter", "tool"])
def test_what_comes_at_once_upon_a_page_does_nothing(opened: Open, edition: Path, do: str) -> None:
    page = opened(edition, JUST_SHOWN)
    before = page.page.locator("main").inner_text()
    if do == "click":
        page.page.locator("form.moves button").first.click()
    elif do == "tool":
        page.page.locator(".bar > ul [data-tool]").first.click()
    else:
        page.press(do)
    assert page.page.locator("main").inner_text() == before
    page.press("g")
    assert page.page.locator("main").inner_text() != before, "a letter decides nothing, and opens what it says"


def test_scrolling_and_typing_with_a_held_key_is_let_through(opened: Open, edition: Path) -> None:
    page = at_the_fork(opened(edition, viewport={"width": 600, "height": 300}))
    page.press("t")
    for _ in range(9):
        page.page.keyboard.down("ArrowDown")
    until(page.page, "window.scrollY > 0")
    page.page.keyboard.up("ArrowDown")
    page.press("Escape", "l", "/")
    for _ in range(4):
        page.page.keyboard.down("u")
    page.page.keyboard.up("u")
    assert page.page.locator("#sought").input_value() == "uuuu"
