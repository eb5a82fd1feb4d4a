"""A page takes keys and clicks once it is painted, and what was not seen is never decided."""

import os
import subprocess
from math import inf
from pathlib import Path

import pytest

from tests.support.terminals import Screen
from tests.terminal.driving import Seat, drive
from wayout.faces.terminal.debounce import RELEASE_AFTER_PRESS, Debounce
from wayout.locale import strings
from wayout.model.library import Library
from wayout.store.shelf import Shelf

PTY = pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")
FORK = "What does he do?"
WAR = "river guard of Varn goes"


def painted(*, reads_on: float = inf, decides_from: float = inf) -> Debounce:
    """A page that was painted when the clock stood at 10."""
    debounce = Debounce()
    debounce.paint(10)
    debounce.reads_on, debounce.decides_from = reads_on, decides_from
    return debounce


def test_what_was_sent_before_the_page_was_painted_decides_nothing() -> None:
    debounce = painted(reads_on=10.1, decides_from=10.3)
    assert not debounce.press("1", 9.9)
    assert not debounce.decides(is_only_way=True)


def test_the_only_way_on_is_taken_sooner_than_one_of_several() -> None:
    debounce = painted(reads_on=10.1, decides_from=10.3)
    assert debounce.press("space", 10.2)
    assert debounce.decides(is_only_way=True)
    assert not debounce.decides(is_only_way=False)


def test_as_long_as_nobody_has_told_that_time_has_passed_nothing_is_decided() -> None:
    debounce = painted()
    assert debounce.press("1", 99)
    assert not debounce.decides(is_only_way=True)


def test_a_key_that_is_held_down_decides_nothing_until_it_is_let_go() -> None:
    debounce = painted(reads_on=10, decides_from=10)
    debounce.press("enter", 11)
    assert debounce.decides(is_only_way=False)
    debounce.press("enter", 11.5)
    assert not debounce.decides(is_only_way=True)
    debounce.release()
    debounce.press("enter", 12)
    assert debounce.decides(is_only_way=False)


def test_a_second_press_of_one_key_may_be_the_first_repeat_of_a_held_one_which_comes_late() -> None:
    debounce = painted(reads_on=10, decides_from=10)
    debounce.press("2", 11)
    assert not debounce.may_be_held
    debounce.release()
    debounce.press("2", 11.5)
    assert debounce.decides(is_only_way=False)
    assert debounce.may_be_held
    debounce.release()
    debounce.press("1", 12)
    assert not debounce.may_be_held, "another key"
    debounce.release()
    debounce.press("1", 14)
    assert not debounce.may_be_held, "no keyboard waits so long before it repeats"


def test_another_key_is_no_repeat() -> None:
    debounce = painted(reads_on=10, decides_from=10)
    debounce.press("down", 11)
    debounce.press("enter", 11.01)
    assert debounce.decides(is_only_way=False)


def test_the_second_half_of_a_double_click_does_nothing_on_another_page() -> None:
    debounce = painted(decides_from=10)
    assert debounce.click(11)
    assert debounce.click(11.2), "the same page"
    debounce.paint(11.3)
    debounce.decides_from = 11.35
    assert not debounce.click(11.4)
    assert debounce.click(12)


def test_a_script_may_switch_it_off() -> None:
    debounce = Debounce(is_on=False)
    debounce.paint(10)
    debounce.press("1", 9)
    debounce.press("1", 9)
    assert debounce.decides(is_only_way=False)


def test_two_decisions_at_once_are_one(invented: Library) -> None:
    """Both keys are there before the first has been answered."""

    async def play(seat: Seat) -> None:
        seat.app.simulate_key("1")
        seat.app.simulate_key("1")
        await seat.pilot.pause()
        assert seat.name == "ReadingScreen"
        assert seat.app.reading is not None
        assert len(seat.app.reading.play.trail.steps) <= 2

    drive(invented, play, story="anton", scene="the-order")


def test_space_reads_on_and_where_there_is_a_choice_says_so(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("space")
        assert "choose: 1–2" in seat.text
        await seat.press("1")
        assert "choose:" not in seat.text

    drive(invented, play, story="anton", scene="the-order")


def opened(wayout: list[str], home: Path, *args: str) -> Screen:
    return Screen(wayout, *args, columns=100, rows=40, WAYOUT_HOME=str(home), WAYOUT_DEBOUNCE="on")


def steps(home: Path) -> int:
    """Moves of the trail that was saved last."""
    shelf = Shelf(home / "shelf.db")
    latest = shelf.latest()
    shelf.close()
    return len(latest.trail.steps) if latest else 0


@PTY
@pytest.mark.parametrize("keys", ["11", "21", "22", "\r\r", " \r1", "1s", "1q1"])
def test_keys_in_one_packet_lead_one_page_on_at_most(wayout: list[str], home: Path, keys: str) -> None:
    with opened(wayout, home, "play", "vesna", "--from", "the-call") as seat:
        seat.until(FORK)
        seat.settle()
        seat.press(keys)
        seat.settle()
        assert seat.child.isalive()
    assert steps(home) <= 1


@PTY
@pytest.mark.parametrize("keys", ["7\r", "77", "7 "])
def test_what_is_sent_with_a_number_out_of_sight_opens_nothing_and_enter_then_opens_its_record(
    wayout: list[str], home: Path, keys: str
) -> None:
    """The field of the search stands above the records too, so that the last of them is out of sight."""
    subprocess.run([*wayout, "play", "vesna", "--plain"], input="1\nq\n", check=True, capture_output=True, text=True,
                   env={**os.environ, "WAYOUT_HOME": str(home)})  # fmt: skip
    with Screen(wayout, columns=40, rows=20, WAYOUT_HOME=str(home), WAYOUT_DEBOUNCE="on") as seat:
        seat.until("Go on with")
        seat.press("/")
        seat.until("A name, a place")
        seat.press("\r")
        seat.until("↓ more")
        seat.settle()
        assert " 7  " not in seat.text
        seat.press(keys)
        seat.until("❯ 7")
        seat.settle()
        assert "/ search" in seat.text
        name = seat.text.partition("❯ 7")[2].split()[1]
        seat.press("\r")
        seat.until("/ search", gone=True)
        assert name in seat.text


@PTY
@pytest.mark.parametrize("delay", [0.03, 0.5], ids=["at once", "after half a second"])
@pytest.mark.parametrize("key", ["\r", "1", "2"], ids=["enter", "1", "2"])
@pytest.mark.parametrize(
    ("place", "leads_to"),
    [("library", "NOTICE"), ("notice", "WAR"), ("war", "PAGE")],
)
def test_a_held_key_leads_one_page_on_and_decides_nothing_there(
    wayout: list[str], home: Path, place: str, leads_to: str, key: str, delay: float
) -> None:
    """Keyboards repeat a key at once, or as most are set, after half a second; then thirty times a second.

    Where this machine was late with a repeat, no key was held: then it is tried again, in another home.
    """
    for attempt in range(6):
        here = home / str(attempt)
        shown, longest_pause = _hold_at(wayout, here, place, key, delay)
        if longest_pause < RELEASE_AFTER_PRESS:
            break
    assert shown in (leads_to, place.upper()), "one page on, or where a key leads nowhere, none"
    assert steps(here) == 0


def _hold_at(wayout: list[str], home: Path, place: str, key: str, delay: float) -> tuple[str, float]:
    """Hold a key at a place: where that leads, and the longest pause between two repeats, in seconds."""
    with opened(wayout, home, *(("play", "vesna") if place != "library" else ())) as seat:
        seat.until("Wim" if place == "library" else strings.TO_LIBRARY)
        seat.settle()
        if place == "war":
            seat.press("1")
            seat.until(WAR)
            seat.settle()
        seat.child.delaybeforesend = None
        seat.hold(key, 1, 0)
        seat.silence(delay)
        longest_pause = seat.hold(key, 30, 0.03)
        seat.settle()
        assert seat.child.isalive()
        return "WAR" if WAR in seat.text else "NOTICE" if strings.TO_LIBRARY in seat.text else "PAGE", longest_pause


@PTY
@pytest.mark.parametrize("pause", [0.5, 0.8])
def test_a_key_that_is_pressed_again_and_again_reads_on(wayout: list[str], home: Path, pause: float) -> None:
    with opened(wayout, home, "play", "vesna") as seat:
        seat.until(strings.TO_LIBRARY)
        seat.settle()
        for text in (WAR, "2 of ", "a ferryman in the river"):
            seat.press("\r")
            seat.until(text)
            seat.silence(pause)


@PTY
def test_what_is_opened_side_by_side_is_in_sight_and_its_end_is_told(wayout: list[str]) -> None:
    with Screen(wayout, "play", "vesna", "--from", "the-call", columns=40, rows=20) as seat:
        seat.until("A call comes")
        seat.settle()
        seat.press("v")
        seat.until("The wording differs")
        seat.press("v")
        seat.until("closed.")
        seat.until("A call comes")
