"""What stands beside a page and around it: one left edge, air, the rail, two columns, and an end of two lines."""

import os
from collections.abc import Awaitable, Callable

import pytest
from msgspec.structs import replace

from tests.support.terminals import Screen
from tests.terminal.driving import Seat, drive
from tests.terminal.test_evidence import _where_outcomes_differ as where_outcomes_differ
from wayout.faces.terminal.keymap import TextKeys
from wayout.faces.terminal.page_layout import options
from wayout.faces.terminal.screens.base_screen import MIN_WIDTH_RAIL
from wayout.faces.terminal.screens.reading import ReadingScreen
from wayout.faces.terminal.widgets.choices import Choices
from wayout.faces.terminal.widgets.prose import Heading, set_lines
from wayout.faces.terminal.widgets.rail import Rail, situation_parts
from wayout.faces.terminal.widgets.text_lines import TextLines
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.settings import Settings
from wayout.play.state import Reader
from wayout.store.shelf import SettingsStore, open_shelf
from wayout.views.page import Page

SIZES = ((40, 20), (60, 20), (80, 24), (99, 30), (100, 30), (120, 40), (160, 50), (200, 60))
EVERY_SIZE = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def reading_of(seat: Seat) -> ReadingScreen:
    screen = next(one for one in seat.app.screen_stack if isinstance(one, ReadingScreen))
    assert isinstance(screen, ReadingScreen)
    return screen


def rail_of(seat: Seat) -> str:
    """What stands on the rail, in one line; nothing where there is none."""
    region = reading_of(seat).query_one(Rail).region
    rows = seat.lines[region.y : region.bottom] if region.width else []
    return " ".join(" ".join(row[region.x : region.right] for row in rows).split())


def column_of(seat: Seat) -> list[str]:
    """The rows of the text."""
    region = reading_of(seat).query_one("#page").region
    return [line[region.x : region.right].rstrip() for line in seat.lines[region.y : region.bottom]]


def seen(library: Library, do: Callable[[Seat], Awaitable[None]], size: tuple[int, int], **more: object) -> None:
    drive(library, do, size=size, **{"story": "anton", "scene": "the-order", **more})  # type: ignore[arg-type]


@EVERY_SIZE
def test_name_text_options_situation_and_keys_begin_at_one_edge(invented: Library, size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        begins = [next(line.index(words) for line in seat.lines if words in line)
                  for words in ("Anton", "What does he answer?", "1  Refuse", "2  Load", "s sources")]  # fmt: skip
        if size[0] < MIN_WIDTH_RAIL:
            begins.append(next(line.index("Pay: Paid") for line in seat.lines if "Pay: Paid" in line))
        assert len(set(begins)) == 1, seat.text
        await seat.press("1")
        assert seat.app.screen.query_one(Heading).content_region.x == begins[0]

    seen(invented, look, size)


@EVERY_SIZE
def test_from_a_hundred_columns_the_rail_has_way_situation_evidence_and_nothing_is_said_twice(
    invented: Library, size: tuple[int, int]
) -> None:
    async def look(seat: Seat) -> None:
        if size[0] < MIN_WIDTH_RAIL:
            assert not reading_of(seat).query_one(Rail).display
            assert "Pay: Paid" in seat.lines[-2] + seat.lines[-3] + seat.lines[-4]
            return
        assert rail_of(seat) == (
            "m the way here ● A quay · 2019 ╵ two ways on I situation · Pay: Paid s evidence here one report, two texts"
        )
        assert seat.text.count("Pay: Paid") == 1
        await seat.press("1")
        assert "● A quay · 2019 │ Refuse" in rail_of(seat)
        assert evidence_strings.RAIL_EVIDENCE not in rail_of(seat), "the page says it itself"
        await seat.press("enter")
        assert "○ A quay · 2019 │ Refuse ● " in rail_of(seat)
        assert "Pay: Pay stopped" in rail_of(seat)

    seen(invented, look, size)


@EVERY_SIZE
def test_library_notice_war_and_page_begin_at_one_edge(beside: Library, size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        def edge(*words: str) -> int:
            found = [next(line.index(one) for line in seat.lines if one in line) for one in words]
            assert len(set(found)) == 1, seat.text
            return found[0]

        edges = [edge("Wayout", "1  Anton", "/ search")]
        await seat.press("1")
        assert seat.name == "NoticeScreen"
        edges.append(edge("Anton · ", "A docker", "q library"))
        await seat.press("end", "enter")
        assert seat.name == "ForewordScreen"
        edges.append(edge("The strike", "In April", "Go on", "s sources"))
        await seat.read_of_war()
        assert seat.name == "ReadingScreen"
        edges.append(edge("Anton", "What does he answer?", "1  Refuse", "s sources"))
        assert len(set(edges)) == 1, edges

    drive(beside, look, size=size)


@EVERY_SIZE
def test_all_that_a_panel_tells_begins_below_its_head(beside: Library, size: tuple[int, int]) -> None:
    """Dots, numbers and rules hang before it."""

    async def look(seat: Seat) -> None:
        for key, head, words in (
            ("w", "The strike", ("In April", "Esc")), ("g", "Glossary", ("All terms", "foreman", "Esc")),
            ("d", "Where the documents differ", ("What one document says", "Esc")),
            ("t", "Timeline", ("A day stands", "By the end of", "Esc")),
        ):  # fmt: skip
            await seat.press(key)
            await seat.until(head)
            found = [next(line.index(one) for line in seat.lines if one in line) for one in (head, *words)]
            assert len(set(found)) == 1, seat.text
            await seat.press("escape")

    drive(beside, look, size=size)


def test_a_panel_in_a_high_window_has_as_much_air_below_as_above(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("w")
        await seat.until("In April")
        rows = [at for at, line in enumerate(seat.lines) if line.strip()]
        text = next(at for at in rows if "In April" in seat.lines[at])
        assert rows[0] == len(seat.lines) - 1 - rows[-1]
        assert text - rows[0] - 1 <= 3

    drive(beside, look, size=(200, 60))


def test_the_rail_never_holds_what_is_told(library: Library) -> None:
    async def play(seat: Seat) -> None:
        for _ in range(30):
            reading = reading_of(seat)
            if reading.page.kind == "ending":
                return
            rail = rail_of(seat)
            told = [block.text for block in reading.page.blocks]
            told += [outcome.text for outcome in reading.page.reveal.outcomes] if reading.page.reveal else []
            assert rail
            assert not any(" ".join(text.split())[:40] in rail for text in told)
            await seat.press("1")

    drive(library, play, story="vesna", scene="the-order", size=(120, 40))


@pytest.mark.parametrize("height", [20, 24, 30, 60])
def test_what_does_not_fit_on_the_rail_is_cut_with_a_sign_and_nothing_lies_over_the_keys(
    library: Library, height: int
) -> None:
    async def play(seat: Seat) -> None:
        cut = False
        for _ in range(40):
            reading = reading_of(seat)
            rail = reading.query_one(Rail)
            assert len(rail.render().lines) > 0
            assert sum(rail.render().heights(rail.content_size.width)) + rail.air <= rail.content_size.height
            cut = cut or evidence_strings.RAIL_CUT in rail_of(seat)
            assert "? help" in seat.text
            if reading.page.kind == "ending":
                break
            await seat.press("1")
        assert cut == (height < 60)

    drive(library, play, story="vesna", scene="the-order", size=(100, height))


def test_the_rail_can_be_switched_off_and_the_situation_is_below_again(invented: Library) -> None:
    shelf = open_shelf(keeps=False)
    SettingsStore(shelf).change("rail", False)

    async def look(seat: Seat) -> None:
        assert not reading_of(seat).query_one(Rail).display
        assert "Pay: Paid" in seat.text
        assert evidence_strings.RAIL_WAY not in seat.text
        seat.app.change("rail", True)
        await seat.pilot.pause()
        assert evidence_strings.RAIL_WAY in seat.text
        seat.app.change("rail", False)
        await seat.pilot.pause()
        assert evidence_strings.RAIL_WAY not in seat.text

    assert Settings().rail
    seen(invented, look, (120, 40), shelf=shelf)


def test_a_click_on_a_head_of_the_rail_is_as_good_as_its_key(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        for words, name in ((evidence_strings.RAIL_WAY, "StoryMapScreen"),
                            (evidence_strings.RAIL_EVIDENCE, "SourcesScreen"),
                            (evidence_strings.RAIL_SITUATION, "situation")):  # fmt: skip
            await seat.click(words)
            await seat.pilot.pause()
            assert seat.name == name
            await seat.press("escape")

    seen(invented, look, (120, 40))


@pytest.mark.parametrize("width", [38, 42, 56, 76])
def test_a_situation_is_two_lines_at_most_what_changed_last_first_and_a_key_for_the_rest(width: int) -> None:
    situation = tuple((f"What is told of {name}", "It is so, in a few words") for name in "abcdef")
    page = Page(kind="scene", story="s", scene="a", title="", place="", date="", situation=situation)
    lately = situation[::-1]
    parts = situation_parts(page, lately, width, TextKeys().situation)
    assert sum(TextLines(set_lines(parts)).heights(width)) <= 2
    told = "\n".join("".join(text for _, text in part.runs) for part in parts)
    assert told.startswith("What is told of f: ")
    shown = told.count(":")
    assert f"I {6 - shown} more" in told
    assert parts[-1].press == "I"
    few = replace(page, situation=situation[:1])
    (only,) = situation_parts(few, situation[:1], width, TextKeys().situation)
    assert only.runs == (("muted", "What is told of a: It is so, in a few words"),)


@pytest.mark.parametrize("size", [(80, 24), (44, 22)], ids=str)
def test_a_key_shows_the_whole_situation(invented: Library, size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("I")
        assert seat.name == "situation"
        assert "Pay: Paid" in seat.text
        await seat.press("escape", "1", "enter", "I")
        assert "Pay: Pay stopped" in seat.text

    seen(invented, look, size)


def test_the_first_line_stands_in_one_row_with_less_air_above_than_below(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        tops = []
        for keys in ((), ("1",), ("enter",)):
            await seat.press(*keys)
            rows = column_of(seat)
            told = [at for at, row in enumerate(rows) if row.strip()]
            tops.append(told[0])
            above, below = told[0], len(rows) - 1 - told[-1]
            assert 0.3 < above / below < 1
        assert len(set(tops)) == 1, "nothing moves that the reader did not move"
        assert below < 20

    seen(invented, look, (120, 40))


@pytest.mark.parametrize("size", [(150, 40), (160, 40), (200, 60)], ids=str)
def test_the_documents_stand_beside_the_page_where_two_columns_fit(beside: Library, size: tuple[int, int]) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2")
        before = column_of(seat)
        await seat.press("v")
        is_beside = size[0] >= 160
        assert ("He asks him to." in rail_of(seat)) == is_beside
        assert (column_of(seat) == before) == is_beside, "the page stays as it was"
        assert ("He asks him to." in "\n".join(column_of(seat))) != is_beside
        await seat.press("v")
        assert evidence_strings.RAIL_VERSIONS in rail_of(seat)
        assert column_of(seat)[:10] == before[:10]
        await seat.press("v", "escape")
        assert seat.name == "ReadingScreen"
        assert "He asks him to." not in seat.text

    seen(where_outcomes_differ(beside), look, size)


def test_space_first_reads_on_in_what_stands_beside_the_page(beside: Library) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2", "v")
        rail = reading_of(seat).query_one(Rail)
        assert strings.MORE_BELOW in rail_of(seat)
        page = reading_of(seat).page
        first, sights = rail_of(seat), 0
        while strings.MORE_BELOW in rail_of(seat) and sights < 20:
            await seat.press("space")
            sights += 1
        assert sights > 0
        assert rail_of(seat) != first
        assert reading_of(seat).page == page, "nothing was decided meanwhile"
        await seat.press(*["pageup"] * (sights + 1))
        assert rail.skipped == 0
        assert rail_of(seat) == first

    seen(where_outcomes_differ(beside), look, (160, 20))


@pytest.mark.parametrize("size", [(150, 40), (160, 40), (200, 60)], ids=str)
def test_sources_lie_beside_the_page_where_two_columns_fit_and_over_it_elsewhere(
    invented: Library, size: tuple[int, int]
) -> None:
    async def look(seat: Seat) -> None:
        page = column_of(seat)
        await seat.press("s")
        assert seat.name == "SourcesScreen"
        text = seat.text
        is_beside = size[0] >= 160
        assert ("What does he answer?" in text) == is_beside
        assert "s sources   q library" not in text, "of two lines of keys one counts"
        await seat.press("escape")
        assert column_of(seat) == page
        assert evidence_strings.RAIL_WAY in rail_of(seat)
        assert "s sources" in seat.text

    seen(invented, look, size)


@pytest.mark.parametrize("size", [(120, 40), (160, 50)], ids=str)
def test_the_article_stands_beside_the_record_where_two_columns_fit(asked: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1", "1", "1", "b")
        lines = seat.lines
        heads = [next((at for at, line in enumerate(lines) if words in line), None)
                 for words in ("Your article", strings.FORKS_HEAD)]  # fmt: skip
        if size[0] >= 160:
            assert heads[0] == heads[1] or None not in heads
            row = next(line for line in lines if "Your article" in line)
            assert row.strip() != "Your article"
        else:
            assert heads[1] is None or heads[0] != heads[1]

    drive(asked, play, story="anton", scene="the-order", reader=Reader(parts=PARTS), size=size)


def test_the_left_arrow_goes_back_a_page_and_decides_nothing(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        before = seat.text
        await seat.press("left")
        assert seat.text == before
        await seat.press("1", "left")
        assert "What does he answer?" in seat.text
        await seat.press("r")
        assert "Chosen: Refuse" in seat.text

    seen(invented, look, (80, 24))


def test_an_end_is_two_lines_and_space_shows_the_rest_before_it_leaves(invented: Library) -> None:
    async def look(seat: Seat) -> None:
        for _ in range(9):
            if reading_of(seat).page.kind == "ending":
                break
            await seat.press("1")
        assert strings.ENDING_PUBLISHED in seat.text
        assert f"{strings.UNKNOWN_HEAD} · {strings.DISCUSS_HEAD}" in seat.text
        page = reading_of(seat).page
        assert page.close is not None
        unknown = page.close.unknown[0][:20]
        assert unknown not in seat.text
        await seat.press("space")
        assert unknown in seat.text
        await seat.press("E")
        assert unknown not in seat.text
        await seat.click(strings.UNKNOWN_HEAD)
        await seat.pilot.pause()
        assert unknown in seat.text
        await seat.press("escape")
        assert seat.name == "ReadingScreen"
        for _ in range(4):
            await seat.press("space")
        assert seat.name == "LibraryScreen"

    seen(invented, look, (80, 30))


@pytest.mark.parametrize("size", [(59, 30), (60, 30), (120, 40)], ids=str)
def test_what_others_answered_stands_in_rows_with_the_number_that_leads_on(
    library: Library, size: tuple[int, int]
) -> None:
    async def look(seat: Seat) -> None:
        await seat.press("2")
        page = reading_of(seat).page
        assert page.reveal is not None
        name = page.reveal.told[0].of
        assert name
        row = next(line for line in column_of(seat) if line.strip(" ┃123").startswith(name))
        assert (row.strip(" ┃123") != name) == (size[0] >= 60), seat.text
        assert (row[0] == "1") == (size[0] >= 60), "the number hangs before the name, however long the sentence is"
        assert f"1  Read on with {name}" in seat.text

    drive(library, look, story="vesna", scene="the-order", size=size)


GAP = {"story": "anton", "scene": "the-order", "reader": Reader(parts=PARTS)}


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=str)
def test_two_texts_of_a_gap_stand_side_by_side_to_be_pointed_at_by_arrows_and_mouse(
    asked: Library, size: tuple[int, int]
) -> None:
    async def play(seat: Seat) -> None:
        for _ in range(20):
            choices = seat.app.screen.query_one(Choices)
            if any(option.is_column for option in choices.options):
                break
            await seat.press("1")
        options = choices.options
        first, second = options[0], options[1]
        row = next(line for line in column_of(seat) if first.label in line)
        is_pair = size[0] >= 80
        assert (second.label in row) == is_pair
        if not is_pair:
            return
        at = next(at for at, option in enumerate(options) if option.is_first)
        await seat.press(*["up"] * at)
        assert choices.pointed == 0
        await seat.press("right")
        assert choices.pointed == 1
        await seat.press("right")
        assert choices.pointed == 1
        await seat.press("left")
        assert choices.pointed == 0
        page = reading_of(seat).page
        await seat.click(second.label)
        await seat.pilot.pause()
        after = reading_of(seat).page
        assert after != page
        reply = reading_of(seat).play.state.replies[-1]
        assert second.id.endswith(reply.option)

    drive(asked, play, size=size, **GAP)  # type: ignore[arg-type]


def test_three_texts_with_a_line_below_stand_one_below_another(asked: Library) -> None:
    async def play(seat: Seat) -> None:
        while not any(option.is_column for option in seat.app.screen.query_one(Choices).options):
            await seat.press("1")
        page = reading_of(seat).page
        first, second, *others = page.moves
        three = replace(page, moves=(first, second, first, *others))
        assert sum(option.is_column for option in options(page, "library", TextKeys())) == 2
        assert not any(option.is_column for option in options(three, "library", TextKeys()))

    drive(asked, play, size=(80, 24), **GAP)  # type: ignore[arg-type]


def test_a_window_made_narrow_and_wide_again_shows_the_same(library: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        before = seat.text
        for width, height in ((99, 40), (60, 20), (160, 50), (40, 20), (200, 60), (120, 40)):
            await seat.resize(width, height)
            await seat.pilot.pause()
            assert reading_of(seat).query_one(Rail).display == (width >= MIN_WIDTH_RAIL)
        assert seat.text == before

    drive(library, play, story="vesna", scene="the-order", size=(120, 40))


@pytest.mark.skipif(os.name != "posix", reason="pexpect needs a pty, which Windows does not have")
@pytest.mark.parametrize("environment", [{"TERM": "xterm-256color"}, {"TERM": "xterm", "COLORTERM": ""},
                                         {"NO_COLOR": "1"}], ids=("256", "16", "none"))  # fmt: skip
def test_a_page_with_a_rail_sends_nothing_while_nothing_is_done(wayout: list[str], environment: dict[str, str]) -> None:
    with Screen(wayout, "play", "vesna", "--from", "the-order", columns=120, rows=40, **environment) as seat:
        seat.until(evidence_strings.RAIL_WAY)
        seat.settle()
        assert seat.silence(1.0) == b""
        seat.press("1")
        seat.until("Chosen: ")
        sent = seat.settle()
        if "NO_COLOR" in environment:
            assert b"\x1b[38;" not in sent
        assert seat.silence(1.0) == b""
