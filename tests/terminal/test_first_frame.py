"""The first frame comes soon, and is what stays: nothing is painted that moves at once, nor imported that is idle."""

import subprocess
import sys

import pytest
from textual.geometry import Size
from textual.screen import Screen

from tests.terminal.driving import SIZES, Seat, drive
from wayout.model.library import Library

ASYNCIO = """
import sys
from wayout.launch import _import_asyncio
_import_asyncio()
assert "asyncio" in sys.modules and "ssl" not in sys.modules
import asyncio, ssl
assert ssl.create_default_context() is not None
asyncio.run(asyncio.sleep(0))
"""

ASKED = """
import sys
import wayout.launch
from wayout.faces.terminal.background import BackgroundQuery
print(*sorted({"textual", "rich", "asyncio", "ssl"} & set(sys.modules)))
"""

LIBRARY = """
import sys
import wayout.faces.terminal.app, wayout.faces.terminal.screens.library
idle = ("page", "outcome", "passages", "papers", "sources", "account")
print(*(name for name in idle if f"wayout.views.{name}" in sys.modules))
"""


def test_the_list_of_records_waits_for_nothing_that_only_a_page_needs() -> None:
    found = subprocess.run([sys.executable, "-c", LIBRARY], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_the_terminal_is_asked_for_its_colours_before_textual_is_imported() -> None:
    """So that the answer comes meanwhile; and it is then imported without TLS."""
    found = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


@pytest.mark.parametrize("size", SIZES)
def test_every_screen_is_laid_out_in_the_classes_of_its_size_from_the_first(
    beside: Library, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    laid_out: dict[int, list[tuple[str, frozenset[str]]]] = {}
    lay_out = Screen._refresh_layout

    def noted(self: Screen[object], room: Size | None = None, scroll: bool = False) -> None:
        laid_out.setdefault(id(self), []).append((type(self).__name__, self.classes))
        lay_out(self, room, scroll)

    monkeypatch.setattr(Screen, "_refresh_layout", noted)

    async def open_some(seat: Seat) -> None:
        for key in ("question_mark", "escape", "comma", "escape", "1"):
            await seat.press(key)

    drive(beside, open_some, size=size)
    assert {one[0][0] for one in laid_out.values()} >= {"LibraryScreen", "HelpScreen", "SettingsScreen", "NoticeScreen"}
    assert [one for one in laid_out.values() if len({classes for _, classes in one}) > 1] == []


def test_textual_is_started_without_tls_which_others_are_still_given() -> None:
    done = subprocess.run([sys.executable, "-c", ASYNCIO], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
