"""A light terminal is noticed where it tells; where it does not, its own colours are used."""

import os

import pytest

from tests.support.terminals import Screen
from wayout.faces.terminal.background import replied_background, told_background
from wayout.faces.terminal.themes import DARK, LIGHT, TERMINAL
from wayout.store.shelf import SettingsStore, open_shelf

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")

QUERY = b"\x1b]11;?"
FORK = "What does he do?"


def opened(wayout: list[str], told: str) -> Screen:
    return Screen(wayout, "play", "vesna", "--from", "the-call", COLORTERM="truecolor", COLORFGBG=told)


def grounds(seat: Screen) -> set[str]:
    """The colours behind every sign."""
    screen = seat.screen
    return {f"#{screen.buffer[y][x].bg}".lower() for y in range(screen.lines) for x in range(screen.columns)}


@pytest.mark.parametrize(
    ("told", "is_"),
    [("0;15", "light"), ("15;0", "dark"), ("0;default;7", "light"), ("7;8", "dark"), ("", None), ("15;default", None)],
)
def test_colorfgbg_tells_the_page_by_its_last_number(told: str, is_: str | None) -> None:
    assert told_background({"COLORFGBG": told}) == is_


@pytest.mark.parametrize(
    ("reply", "is_"),
    [("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "light"), ("\x1b]11;rgb:fd/f6/e3\x07", "light"), ("^]11;rgb:0/0/0\\", "dark"),
     ("\x1b]11;rgba:1e1e/1e1e/2e2e/ffff\x07", "dark"), ("\x1b]11;what\x07", None)],
)  # fmt: skip
def test_the_answer_tells_how_light_the_page_is(reply: str, is_: str | None) -> None:
    assert replied_background(reply) == is_


@pytest.mark.parametrize(("told", "ground"), [("0;15", LIGHT.background), ("15;0", DARK.background)])
def test_a_page_that_is_told_has_its_theme_and_is_not_asked_for(wayout: list[str], told: str, ground: str) -> None:
    with opened(wayout, told) as seat:
        seat.until(FORK)
        seat.until_it(lambda: grounds(seat) == {ground}, f"it is not {ground}")
        assert QUERY not in seat.raw


def test_without_an_answer_the_terminals_own_colours_are_used(wayout: list[str]) -> None:
    with opened(wayout, "") as seat:
        seat.until(FORK)
        assert QUERY in seat.raw
        seat.until_it(lambda: "#default" in grounds(seat), "the ground is not the terminal's own")
        assert len(grounds(seat)) <= 2, "the scrollbar has another one"


def test_the_terminals_own_colours_are_used_from_the_first_frame_where_they_were_chosen(wayout: list[str]) -> None:
    kept = SettingsStore(open_shelf())
    kept.change("theme", TERMINAL.name)
    with opened(wayout, "15;0") as seat:
        seat.until(FORK)
        seat.until_it(lambda: "#default" in grounds(seat), "the ground is not the terminal's own")


@pytest.mark.parametrize("end", ["\x1b\\", "\x07"])
def test_an_answer_at_once_gives_the_theme_of_the_page(wayout: list[str], end: str) -> None:
    with opened(wayout, "") as seat:
        seat.until_sent(QUERY)
        seat.press(f"\x1b]11;rgb:ffff/ffff/ffff{end}")
        seat.until_it(lambda: LIGHT.background in grounds(seat) and FORK in seat.text, "it is not light")


@pytest.mark.parametrize("end", ["\x1b\\", "\x07"])
def test_an_answer_that_comes_late_is_taken_and_never_typed(wayout: list[str], end: str) -> None:
    with opened(wayout, "") as seat:
        seat.until(FORK)
        seat.press(f"\x1b]11;rgb:1111/1111/2222{end}")
        seat.until_it(lambda: grounds(seat) == {DARK.background}, "it is not dark")
        seat.settle()
        assert FORK in seat.text, "no digit of the answer has chosen anything"
        seat.press("1")
        seat.until("taken")
