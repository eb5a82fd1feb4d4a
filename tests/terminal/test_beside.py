"""The pages beside the stories, full-screen: when they open, what they show, and what they never do."""

import pytest
from msgspec.structs import replace
from textual.command import Hit

from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import SIZES, Seat, assert_picture, drive
from wayout.actions import ROOMS, action
from wayout.faces.terminal.palette import BindingCommands
from wayout.locale import strings
from wayout.model.edition import OLD_FOREWORD
from wayout.model.file_access import shipped
from wayout.model.library import (
    ABOUT,
    ALONE,
    CARE,
    DIFFER,
    GLOSSARY,
    NOTEBOOK,
    SIDE,
    TIMELINE,
    Library,
    ReferencePage,
    Term,
)
from wayout.model.load import load
from wayout.model.story import Passage
from wayout.model.text import TwoWordings
from wayout.play.state import Reader
from wayout.views.action_words import worded
from wayout.views.catalogue import foreword_line
from wayout.views.reference_pages import STATEMENTS_FIRST

PICTURED = pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
MOVES = {"the-order": "1", "afterwards": "1", "home": ""}
"""What can be pressed in a scene without leaving for the library."""
PANELS = {
    "g": GLOSSARY,
    "d": DIFFER,
    "o": ALONE,
    "w": OLD_FOREWORD,
    "x": "CompareScreen",
    "t": TIMELINE,
    "X": SIDE,
    "N": NOTEBOOK,
    "c": CARE,
    "a": ABOUT,
    "comma": "SettingsScreen",
}


def hard(library: Library) -> Library:
    """Anton's refusal tells of self-injury."""
    claim = replace(library.claims["anton-refused"], content=("self-injury",), says=TwoWordings(full="X.", gentle="Y."))
    return replace(library, claims={**library.claims, "anton-refused": claim})


def test_the_war_stands_before_the_first_story_of_a_run_and_only_there(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        assert seat.name == "NoticeScreen"
        assert foreword_line(beside) in " ".join(seat.text.split())
        await seat.press("enter")
        assert seat.name == "ForewordScreen"
        assert "From: Invented Republic" in seat.text
        await seat.press("escape")
        assert seat.name == "LibraryScreen"
        await seat.press("2", "enter")
        assert seat.name == "ForewordScreen", "who went back has not read on yet"
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        await seat.press("escape")
        await seat.read_of_war()
        assert seat.name == "ReadingScreen"
        await seat.press("q", "1")
        assert seat.name == "NoticeScreen"
        assert foreword_line(beside) not in " ".join(seat.text.split())
        await seat.press("w")
        assert "The strike" in seat.text
        await seat.press("s")
        assert "The Harbour Act" in seat.text
        await seat.press("escape", "escape")
        assert seat.name == "NoticeScreen"

    drive(beside, play)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_war_is_told_one_statement_at_a_time_each_with_its_sources_and_one_can_go_back(
    library: Library, size: tuple[int, int]
) -> None:
    """Space goes on; the dead are counted on the way; what is left is offered, with what it holds, before the story."""

    async def play(seat: Seat) -> None:
        await seat.press("1")
        await seat.choose("1")
        assert seat.name == "ForewordScreen"
        assert "1 of 3" in seat.text
        assert "u undo" not in seat.text
        assert ("harbours" in seat.text, "1,058" in seat.text, "levy" in seat.text) == (True, False, False)
        await seat.press("space")
        assert "2 of 3" in seat.text
        assert ("harbours" in seat.text, "1,058" in seat.text, "levy" in seat.text) == (False, True, False)
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        assert "1,058" in " ".join(seat.text.split())
        assert "harbours" not in seat.text, "these are the sources of this statement"
        await seat.press("escape", "u")
        assert "1 of 3" in seat.text
        await seat.press("space", "escape")
        assert "1 of 3" in seat.text
        await seat.press("space", "end", "1")
        assert "3 of 3" in seat.text
        assert "levy" in seat.text
        assert "Nobody from the Marsh" in " ".join(seat.text.split()), "what it says of itself stands with the last"
        await seat.resize(60, 22)
        assert "levy" in seat.text
        await seat.press("w")
        assert seat.name == OLD_FOREWORD
        assert "41 harbours" in " ".join(seat.text.split()), "the whole page is one key away"
        await seat.press("escape", "end", "space")
        assert seat.name == "ReadingScreen"

    drive(library, play, size=size)


def test_space_leads_from_the_notice_past_the_dead_to_the_story(library: Library) -> None:
    async def play(seat: Seat) -> None:
        told = []
        await seat.press("1", "enter")
        while seat.name == "ForewordScreen":
            told.append(seat.text)
            await seat.press("space")
        assert seat.name == "ReadingScreen"
        assert len(told) == STATEMENTS_FIRST
        assert "1,058" in " ".join(told)
        assert "One more statement." in told[-1]
        await seat.press("q", "1", "1")
        assert seat.name == "ReadingScreen", "it is told once"

    drive(library, play)


def test_the_page_on_the_war_is_read_in_the_wording_chosen(beside: Library) -> None:
    """The reader chooses before she is told of the dead, even where the record itself announces nothing."""

    async def play(seat: Seat) -> None:
        await seat.press("1", "2")
        assert seat.name == "ForewordScreen"
        assert seat.app.reader.gentle

    drive(beside, play)


def test_a_choice_of_wording_is_kept_at_the_next_notice(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "2")
        await seat.read_of_war()
        await seat.press("q", "2")
        assert seat.app.reader.gentle

    drive(beside, play)


def test_a_story_named_on_the_command_line_has_it_too(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        assert seat.name == "NoticeScreen"
        await seat.click("Read in the full wording")
        assert seat.name == "ForewordScreen"
        await seat.click("Go on")
        assert seat.name == "ForewordScreen", "there is a second statement"
        await seat.click("Read Anton")
        assert seat.name == "ReadingScreen"

    drive(beside, play, story="anton")


@pytest.mark.parametrize("key", PANELS)
def test_each_panel_opens_by_its_key_and_closes_again(beside: Library, key: str) -> None:
    async def play(seat: Seat) -> None:
        for where in ("LibraryScreen", "NoticeScreen", "ForewordScreen", "ReadingScreen"):
            assert seat.name == where
            await seat.press(key)
            assert seat.name == PANELS[key]
            await seat.press(key)
            assert seat.name == PANELS[key], "and does not open twice"
            await seat.press("down", "pagedown", "end", "home", "escape")
            assert seat.name == where
            if where == "ForewordScreen":
                await seat.read_of_war()
            else:
                await seat.press("enter")

    drive(beside, play)


def test_a_library_without_such_pages_offers_none(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        for key in ("g", "w", "c", "a"):
            await seat.press(key)
            assert seat.name == "ReadingScreen"
        await seat.press("question_mark")
        assert strings.TIP_DIFFER in seat.text
        assert strings.TIP_ABOUT not in seat.text

    drive(invented, play, story="anton", scene="the-order", size=(120, 40))


def test_terms_are_underlined_and_the_keys_say_so_only_where_there_are_any(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        assert underlined(seat) == ["foreman"]
        assert "g glossary" in seat.lines[-1]
        await seat.press("1")
        assert underlined(seat) == []
        assert "g glossary" not in seat.text
        await seat.press("g")
        assert seat.name == GLOSSARY, "which is there all the same"
        assert strings.GLOSSARY_HERE not in seat.text
        await seat.press("escape", "enter")
        assert underlined(seat) == ["the quay"]

    drive(beside, play, story="anton", scene="the-order")


def underlined(seat: Seat) -> list[str]:
    strips = seat.app.screen._compositor.render_strips()
    return [each.text for strip in strips for each in strip if each.style and each.style.underline]


def test_the_glossary_has_the_terms_of_the_page_first(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("glossary")
        lines = [line.strip() for line in seat.lines]
        assert lines.index(strings.GLOSSARY_HERE) < lines.index("foreman") < lines.index(strings.GLOSSARY_ALL)
        assert lines.count("foreman") == 2

    drive(beside, play, story="anton", scene="the-order", size=(80, 40))


def test_a_click_on_a_term_explains_it_and_one_on_a_line_of_the_help_does_what_it_says(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("foreman")
        assert seat.name == GLOSSARY
        await seat.press("escape")
        for one in ROOMS["beside"]:
            await seat.click("? help")
            await seat.click(worded(action(one.action), beside).tip)
            await seat.pilot.pause()
            assert seat.name == PANELS[one.keys]
            await seat.press("escape")
            assert seat.name == "ReadingScreen"
        await seat.press("question_mark", "d")
        await seat.pilot.pause()
        assert seat.name == DIFFER

    drive(beside, play, story="anton", scene="the-order", size=(120, 40))


@PICTURED
def test_a_page_that_tells_of_self_injury_points_to_help(beside: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        assert strings.CARE_HERE not in seat.text
        await seat.press("1")
        assert strings.CARE_HERE in seat.text
        await seat.click(strings.CARE_HERE)
        assert "You can stop" in seat.text
        await seat.press("escape")
        assert seat.name == "ReadingScreen"

    drive(hard(beside), play, story="anton", scene="the-order", size=size)


@pytest.mark.parametrize("scene", MOVES)
@PICTURED
def test_the_keys_take_one_line_and_help_is_always_among_them(
    beside: Library, size: tuple[int, int], scene: str
) -> None:
    async def play(seat: Seat) -> None:
        for move in (*MOVES[scene], ""):
            line = seat.lines[-2 if size[1] >= 30 else -1]
            assert "? help" in line
            assert "s sources" in line
            assert len(line) <= size[0]
            await seat.press(*move)

    drive(hard(beside), play, story="anton", scene=scene, size=size)


def test_the_palette_offers_all_that_stands_beside(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        provider = BindingCommands(seat.app.screen)
        offered = [str(hit.text) async for hit in provider.discover()]
        assert {worded(action(one.action), beside).tip for one in ROOMS["beside"]} <= set(offered)
        found = [hit async for hit in provider.search("differ") if isinstance(hit, Hit)]
        max(found, key=lambda hit: hit.score).command()
        await seat.pilot.pause()
        assert seat.name == DIFFER

    drive(beside, play, story="anton", scene="the-order")


def test_the_help_tells_every_key_once(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("question_mark")
        for one in ROOMS["beside"]:
            assert seat.text.count(worded(action(one.action), beside).tip) == 1

    drive(beside, play, story="anton", scene="the-order", size=(120, 40))


def test_the_gentle_wording_reaches_every_panel(beside: Library) -> None:
    async def play(seat: Seat) -> None:
        seen = [seat.text]
        await seat.press("end")
        seen.append(seat.text)
        for key in PANELS:
            await seat.press(key)
            seen.append(seat.text)
            await seat.press("end")
            seen.append(seat.text)
            await seat.press("escape")
        everything = "\n".join(seen)
        for told in ("orders on a quay", "those who refuse", "load it."):
            assert told in everything
        for hidden in ("hard orders", "bones", "drown"):
            assert hidden not in everything

    drive(beside, play, story="anton", reader=Reader(gentle=True), size=(120, 40))


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_beside_acts_or_is_lost(beside: Library, trap: str) -> None:
    text = TRAPS[trap]
    terms = {name: Term(term=text, forms=(text, "a"), says=text, claims=term.claims)
             for name, term in beside.terms.items()}  # fmt: skip
    asides = {name: ReferencePage(title=text, text=(Passage(text=text), Passage(text=text, claims=("law-fine",))))
              for name in beside.asides}  # fmt: skip

    async def play(seat: Seat) -> None:
        for where in ("NoticeScreen", "ForewordScreen"):
            assert seat.name == where
            for key, panel in PANELS.items():
                await seat.press(key)
                assert seat.name == panel
                assert key in ("o", "X", "N", "comma") or all(shown in seat.text for shown in SHOWN.get(trap, ())), (
                    "all is disputed here"
                )
                assert not any((ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160 for each in seat.text)
                await seat.press("end", "escape")
            await seat.press("end", "enter")
        await seat.read_of_war()
        assert seat.app.is_running

    drive(replace(wild(beside, text), terms=terms, asides=asides), play, story="anton", size=(120, 40))


def test_the_long_lists_of_the_shipped_library_scroll_to_their_end() -> None:
    async def play(seat: Seat) -> None:
        for key in "odg":
            await seat.press(key)
            assert strings.MORE_BELOW in seat.text
            await seat.press("pagedown", "end")
            assert strings.MORE_BELOW not in seat.text
            await seat.press("escape")

    drive(load(shipped()).library, play)


@PICTURED
def test_picture_of_the_war(beside: Library, size: tuple[int, int]) -> None:
    """The title, and which statement this is; one, with a quiet line on who published it; Go on; the keys below."""
    _take(beside, size, "war", "1", "enter")


@PICTURED
def test_picture_of_the_last_statement_on_the_war_before_a_story(beside: Library, size: tuple[int, int]) -> None:
    """Another statement; the record is pointed at, with Space; below it more, and what that holds."""
    _take(beside, size, "war-last", "1", "enter", "enter")


@PICTURED
def test_picture_of_the_glossary(beside: Library, size: tuple[int, int]) -> None:
    """The term of this page under its own head, then all, each with its meaning and how well that is supported."""
    _take(beside, size, "glossary", "1", "enter", "enter", "enter", "g")


@PICTURED
def test_picture_of_what_rests_on_one_account(beside: Library, size: tuple[int, int]) -> None:
    """A lead; of each person the account that is alone, and below it what rests on it."""
    _take(beside, size, "alone", "o")


@PICTURED
def test_picture_of_a_page_of_the_makers(beside: Library, size: tuple[int, int]) -> None:
    """Its title and its paragraphs, in the measure of every text."""
    _take(beside, size, "about", "a")


@PICTURED
def test_picture_of_the_differences(beside: Library, size: tuple[int, int]) -> None:
    """By person, substance first: the point and why; below it what each side says, with outlet and line."""
    _take(beside, size, "differ", "d")


def _take(library: Library, size: tuple[int, int], name: str, *keys: str) -> None:
    async def look(seat: Seat) -> None:
        await seat.press(*keys)
        assert_picture(f"{name}-{size[0]}x{size[1]}", seat.text)

    drive(library, look, size=size)
