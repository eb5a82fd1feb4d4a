"""How the full-screen face behaves in a real terminal: its colours, its title, its silence, its leave."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.terminals import Screen
from tests.terminal.driving import Seat, drive, with_scene
from tests.terminal.test_keys import LONG
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.page_scroll import PageScroll
from wayout.model.library import Library

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")

COLOURS = re.compile(r"\x1b\[([\d;:]*)m")
TITLE, FORMER = b"\x1b[22;2t\x1b]2;Wayout\x07", b"\x1b[23;2t"
FULL, BACK = b"\x1b[?1049h", b"\x1b[?1049l"


def opened(wayout: list[str], *args: str, **env: str) -> Screen:
    """The program in a terminal of 80 columns and 24 lines that has many colours."""
    return Screen(wayout, *args, columns=80, rows=24, **{"COLORTERM": "truecolor", **env})


def state(seat: Screen) -> str:
    """What the system says of the program: T is stopped."""
    return Path(f"/proc/{seat.pid}/stat").read_text().rsplit(")", 1)[1].split()[0]


def colours(sent: bytes) -> set[str]:
    """Every code for a colour: 30 to 49 and 90 to 107, one of many (38;5;…) too."""
    codes = {code for found in COLOURS.findall(sent.decode()) for code in re.split("[;:]", found) if code}
    return {code for code in codes if 30 <= int(code) <= 49 or 90 <= int(code) <= 107}


def test_without_no_color_there_are_colours(wayout: list[str]) -> None:
    """Or else the next test proves nothing."""
    with opened(wayout, "play", "vesna", "--from", "the-call") as seat:
        seat.until("? help")
        assert colours(seat.raw) >= {"38", "48"}


def test_with_no_color_no_colour_is_sent_and_what_matters_is_bold_underlined_or_reversed(wayout: list[str]) -> None:
    with opened(wayout, "play", "vesna", "--from", "the-call", NO_COLOR="1") as seat:
        seat.until("? help")
        for key in ("s", "\x1b", "m", "\x1b", "?", "\x1b", ",", "\x1b[C", "\x1b", "1", "y", "\x10", "\x1b"):
            seat.press(key)
            seat.settle(3)
        assert colours(seat.raw) == set()
        codes = {code for found in COLOURS.findall(seat.raw.decode()) for code in found.split(";")}
        assert {"1", "4", "7"} <= codes, "bold, terms underlined, the scrollbar reversed"


def test_with_no_color_a_selection_and_what_is_typed_at_are_reversed(
    invented: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    def reversed_words(seat: Seat) -> str:
        strips = seat.app.screen._compositor.render_strips()
        segments = [one for strip in strips for one in strip if one.style is not None]
        assert not any(one.style.color or one.style.bgcolor for one in segments if one.style is not None)
        return "".join(one.text for one in segments if one.style is not None and one.style.reverse)

    async def play(seat: Seat) -> None:
        assert "foreman" not in reversed_words(seat)
        row = next(index for index, line in enumerate(seat.lines) if "foreman" in line)
        await seat.pilot.mouse_down(offset=(5, row))
        await seat.pilot.hover(offset=(40, row))
        await seat.pilot.mouse_up(offset=(40, row))
        await seat.pilot.pause()
        assert "foreman" in reversed_words(seat)
        await seat.press("l", "slash", "o")
        assert reversed_words(seat).strip("▁▂▃▄▅▆▇█") != "", "where the next letter goes"
        await seat.press("escape", "escape", "2")
        assert "not taken" in seat.text, "clicks and keys mean what they mean"
        await seat.click("s sources")
        assert seat.name == "SourcesScreen"

    drive(invented, play, story="anton", scene="the-order")


def test_nothing_is_sent_while_nothing_happens(wayout: list[str]) -> None:
    """No byte for three seconds."""
    with opened(wayout, "play", "vesna", "--from", "the-call") as seat:
        seat.until("? help")
        seat.settle()
        assert seat.silence(3) == b""


def test_the_title_is_set_and_the_former_one_given_back_with_the_screen(wayout: list[str]) -> None:
    with opened(wayout) as seat:
        seat.until("? help")
        assert seat.raw.index(TITLE) < seat.raw.index(FULL)
        seat.press("q")
        left = seat.rest()
        assert BACK in left
        assert FORMER in left
        assert b"\x1b[?25h" in left, "the cursor too"
    assert seat.child.exitstatus == 0


@pytest.mark.skipif(sys.platform != "linux", reason="how a process stands is read from /proc")
@pytest.mark.parametrize("how", ["ctrl+z", "ctrl+z in a panel", "SIGTSTP"])
def test_suspended_it_gives_the_screen_back_and_resumed_it_paints_the_page_again(wayout: list[str], how: str) -> None:
    with opened(wayout, "play", "vesna", "--from", "the-call") as seat:
        seat.until("? help")
        seat.press("?" if "panel" in how else "j")
        seat.settle(3)
        before = list(seat.screen.display)
        if "ctrl+z" in how:
            seat.press("\x1a")
        else:
            seat.child.kill(signal.SIGTSTP)
        left = seat.until_sent(BACK)
        while state(seat) != "T":
            left += seat.silence(0.05)
        left += seat.settle()
        assert (FORMER in left) == ("ctrl+z" in how)
        seat.screen.reset()
        sent = len(seat.raw)
        seat.child.kill(signal.SIGCONT)
        seat.until_it(lambda: list(seat.screen.display) == before, "the page is not painted again")
        seat.settle()
        assert FULL in seat.raw[sent:]
        assert (TITLE in seat.raw[sent:]) == ("ctrl+z" in how)
        seat.press("s")
        seat.until("Sources")


COUNTED = "\n\n".join(" ".join(f"w{part * 100 + word}" for word in range(100)) for part in range(12))
"""A page whose every word tells where it stands."""


@pytest.mark.parametrize("row", [3, 12, 40])
def test_another_width_keeps_the_line_that_was_the_first_in_sight(invented: Library, row: int) -> None:
    """As near as a line can break elsewhere; and just so where the width comes back."""
    scene = replace(invented.scene("anton", "the-order"), text=COUNTED)

    def first(seat: Seat) -> int:
        return int(re.findall(r"w(\d+)", seat.text)[0])

    async def play(seat: Seat) -> None:
        seat.app.screen.query_one(PageScroll).scroll_to(y=row, animate=False)
        await seat.pilot.pause()
        before, word = seat.lines, first(seat)
        assert word > 5
        for size in ((60, 20), (120, 40), (45, 20), (300, 80)):
            await seat.resize(*size)
            await seat.pilot.pause()
            assert abs(first(seat) - word) < 20, size
        await seat.resize(40, 20)
        await seat.pilot.pause()
        assert seat.lines == before

    drive(with_scene(invented, scene), play, story="anton", scene="the-order", size=(40, 20))


def test_at_the_end_of_a_page_another_size_stays_at_its_end_with_the_same_option_pointed_at(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        await seat.press("end")
        while seat.app.screen.query_one(Choices).pointed != 1:
            await seat.press("down")
        for size in ((40, 20), (60, 40), (100, 22), (300, 80), (80, 24)):
            await seat.resize(*size)
            await seat.pilot.pause()
            assert "❯ 2  Load the ship" in seat.text, size

    drive(with_scene(invented, scene), play, story="anton", scene="the-order")


def test_a_window_that_was_too_small_for_a_while_shows_the_same_place_again(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), text=LONG)

    async def play(seat: Seat) -> None:
        await seat.press("pagedown")
        before = seat.lines
        for size in ((30, 10), (80, 12), (80, 24)):
            await seat.resize(*size)
            await seat.pilot.pause()
        assert seat.name == "ReadingScreen"
        assert seat.lines == before

    drive(with_scene(invented, scene), play, story="anton", scene="the-order")


def test_words_of_a_panel_can_be_selected_and_copied(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "s")
        row = next(index for index, line in enumerate(seat.lines) if "Anton refuses." in line)
        start = seat.lines[row].index("Anton refuses.")
        await seat.pilot.mouse_down(offset=(start, row))
        await seat.pilot.hover(offset=(start + 14, row))
        await seat.pilot.mouse_up(offset=(start + 14, row))
        await seat.press("ctrl+c")
        assert seat.app.clipboard == "Anton refuses."

    drive(invented, play, story="anton", scene="the-order")
