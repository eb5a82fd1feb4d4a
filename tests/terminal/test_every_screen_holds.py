"""With a hostile text in every field, every screen shows it, at every size, and does nothing that it says."""

from pathlib import Path

import pytest

from tests.support.wild import HOMES, TRAPS, letters, wild
from tests.terminal.driving import Seat, drive
from wayout.model.edition import OLD_FOREWORD
from wayout.model.library import ABOUT, ALONE, CARE, DIFFER, GLOSSARY, TIMELINE, Library
from wayout.model.text import HIDDEN

AT_LIBRARY = (
    ("about", "a", ABOUT), ("", "escape", "LibraryScreen"),
    ("glossary", "g", GLOSSARY), ("", "escape", "LibraryScreen"),
    ("differences", "d", DIFFER), ("", "end,escape", "LibraryScreen"),
    ("lone accounts", "o", ALONE), ("", "end,escape", "LibraryScreen"),
    ("comparison", "x", "CompareScreen"), ("its cells", "down,right,pagedown", "CompareScreen"),
    ("a cell's sources", "s", "SourcesScreen"), ("", "escape,escape", "LibraryScreen"),
    ("timeline", "t", TIMELINE), ("", "end,escape", "LibraryScreen"),
    ("the war", "w", OLD_FOREWORD), ("", "end,escape", "LibraryScreen"),
    ("care", "c", CARE), ("", "escape", "LibraryScreen"),
    ("", "question_mark", "HelpScreen"), ("", "escape", "LibraryScreen"),
    ("notice", "1", "NoticeScreen"), ("war first", "1", "ForewordScreen"), ("war's sources", "s", "SourcesScreen"),
    ("", "escape", "ForewordScreen"),
)  # fmt: skip
"""What is looked at, by which keys, on which screen; without a name nothing of a writer need be there."""
AT_A_PAGE = (
    ("sources", "s", "SourcesScreen"), ("their end", "end", "SourcesScreen"), ("", "escape", "ReadingScreen"),
    ("page's glossary", "g", GLOSSARY), ("", "escape", "ReadingScreen"),
    ("an outcome", "2", "ReadingScreen"), ("", "end", "ReadingScreen"),
    ("page's map", "m", "StoryMapScreen"), ("a look", "enter", "SceneDetailScreen"),
    ("its end", "end", "SceneDetailScreen"),
    ("", "escape,escape", "ReadingScreen"),
    ("forks", "f", "ForksScreen"), ("", "escape", "ReadingScreen"),
    ("log", "l", "LogScreen"), ("log's beginning", "home", "LogScreen"), ("", "slash", "LogScreen"),
    ("", "x,left_square_bracket,slash,escape,escape", "ReadingScreen"),
    ("debrief", "b", "DebriefScreen"), ("debrief's end", "end", "DebriefScreen"), ("", "e,h", "DebriefScreen"),
    ("debrief's sources", "s", "SourcesScreen"), ("", "escape,escape", "ReadingScreen"),
    ("", "u", "ReadingScreen"), ("redone", "r", "ReadingScreen"),
    ("comparison over a page", "x", "CompareScreen"), ("", "escape", "ReadingScreen"),
    ("", "ctrl+p", "CommandPalette"), ("", "escape", "ReadingScreen"),
)  # fmt: skip


def test_a_wild_library_has_the_text_in_every_field_of_every_struct(beside: Library) -> None:
    found = wild(beside, "[sic]")
    everything = [one for home in HOMES.values() for item in getattr(found, home).values() for one in letters(item)]
    assert {(kind, name) for kind, name, value in everything if isinstance(value, str) and value != "[sic]"} == {
        ("Prompt", "is"),
        ("Prompt", "by"),
    }
    assert {(kind, name) for kind, name, value in everything if value is None} <= {
        ("PromptOption", "is"),
        ("Choice", "otherwise"), ("Choice", "only"), ("Scene", "ending"), ("Scene", "ask"), ("Document", "line-count"),
    }  # fmt: skip
    assert len({(kind, name) for kind, name, value in everything if value == "[sic]"}) >= 40


async def look(seat: Seat, steps: tuple[tuple[str, str, str], ...], wanted: tuple[str, ...]) -> None:
    """Go from screen to screen; where something is to be seen of a writer's text, it is."""
    for what, keys, screen in steps:
        await (seat.choose(keys) if keys.isdecimal() else seat.press(*keys.split(",")))
        await seat.pilot.pause()
        assert seat.app.is_running
        assert seat.name == screen, f"{what or keys} led to {seat.name}:\n{seat.text}"
        assert HIDDEN.search(seat.text) is None
        assert not what or all(words in seat.text for words in wanted), f"{what} without {wanted}:\n{seat.text}"


TOGETHER = ("markup", "wide", "line ends", "controls")
EVERYTHING = " ".join((TRAPS["line ends"].split("\t")[0], *(TRAPS[trap] for trap in TOGETHER)))


@pytest.mark.parametrize(
    ("text", "wanted", "size"),
    [
        (EVERYTHING, ("a\ufffdb", "[sic] b [/x]"), (80, 24)),
        (EVERYTHING, (), (40, 20)),
        (TRAPS["long word"], ("wwwwwwww",), (120, 40)),
        (TRAPS["empty"], (), (80, 24)),
    ],
    ids=["all traps", "all traps, small", "a long word", "nothing"],
)
def test_every_screen_shows_a_hostile_text_and_does_nothing_it_says(
    beside: Library, text: str, wanted: tuple[str, ...], size: tuple[int, int], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)

    async def play(seat: Seat) -> None:
        await look(seat, AT_LIBRARY, wanted)
        await seat.read_of_war()
        await seat.pilot.pause()
        assert seat.name == "ReadingScreen"
        await look(seat, AT_A_PAGE, wanted)
        written = "".join(file.read_text(encoding="utf-8") for file in tmp_path.iterdir())
        assert written
        assert HIDDEN.search(written) is None

    drive(wild(beside, text), play, size=size)
