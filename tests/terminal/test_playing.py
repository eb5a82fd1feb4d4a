"""A reader plays, by keyboard alone or by mouse alone."""

import pytest
from msgspec.structs import replace

from tests.invented.asked import asked
from tests.terminal.driving import SIZES, Seat, drive, with_choice, with_scene
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.model.story import Choice, Otherwise, Outcome
from wayout.play.state import Reader

pytestmark = pytest.mark.smoke


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_keyboard_alone_plays_to_the_ending(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        assert seat.name == "LibraryScreen"
        await seat.press("enter")
        assert seat.name == "NoticeScreen"
        await seat.press("enter")
        assert "What does he answer?" in seat.text
        await seat.press("down", "up", "enter")
        assert "Chosen: Refuse" in seat.text
        assert "taken · recorded" in seat.text
        assert "Pay: Paid" in seat.text
        await seat.press("enter")
        assert "Pay: Pay stopped" in seat.text
        await seat.press("space")
        assert "Here the published account ends" in seat.text
        while "❯ Back to the library" not in seat.text:
            await seat.press("pagedown")
        await seat.press("enter")
        assert seat.name == "LibraryScreen"

    drive(invented, play, size=size)


def test_a_number_chooses_only_what_is_seen_and_first_brings_it_into_sight(invented: Library) -> None:
    scene = invented.scene("anton", "the-order")
    long = with_scene(invented, replace(scene, text="\n\n".join(f"The tide comes in, {n}." for n in range(30))))

    async def play(seat: Seat) -> None:
        assert "2  Load the ship" not in seat.text
        await seat.press("2")
        await seat.pilot.pause()
        assert "1  Refuse" in seat.text
        assert "2  Load the ship" in seat.text
        assert "Chosen:" not in seat.text
        await seat.press("2")
        assert "Chosen: Load the ship" in seat.text
        await seat.press("u")
        await seat.press("end", "2")
        assert "Chosen: Load the ship" in seat.text, "what is in sight is chosen at once"

    drive(long, play, story="anton", scene="the-order")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_mouse_alone_plays_reads_sources_and_undoes(invented: Library, size: tuple[int, int]) -> None:
    async def play(seat: Seat) -> None:
        await seat.click("Anton")
        await seat.click("Begin")
        await seat.click("Load the ship")
        assert "not taken · threatened" in seat.text
        await seat.click("undo")
        assert "What does he answer?" in seat.text
        await seat.click("Refuse")
        await seat.click("sources")
        assert seat.name == "SourcesScreen"
        assert "Anton refuses." in seat.text
        await seat.click("close")
        await seat.click("Go on")
        assert "The article does not say" in seat.text
        await seat.click("Go on")
        assert "What was never told" in seat.text
        while "↓ more" in seat.text:
            await seat.click("more")
        await seat.click("Back to the library")
        assert seat.name == "LibraryScreen"

    drive(invented, play, size=size)


def test_the_sources_on_the_card_open_with_a_click(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("1")
        await seat.click("sources")
        assert seat.name == "SourcesScreen"

    drive(invented, play, story="anton", scene="the-order")


def test_undo_goes_back_one_page_and_is_not_offered_at_the_beginning(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        first = seat.text
        assert "undo" not in first
        await seat.press("u")
        assert seat.text == first
        await seat.press("1", "enter")
        assert "undo" in seat.text
        await seat.press("u")
        assert "taken · recorded" in seat.text
        await seat.press("u")
        assert seat.lines[:-1] == first.split("\n")[:-1]
        assert "undo" not in seat.text
        assert "redo" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_a_number_chooses_and_a_number_too_high_does_nothing(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        before = seat.text
        await seat.press("9")
        assert seat.text == before
        await seat.press("2")
        assert "Chosen: Load the ship" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_an_option_whose_outcome_was_read_says_so(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2", "enter")
        assert "2  Load the ship  read" in seat.text

    drive(invented, play, story="anton", scene="the-order")


def test_a_closed_option_shows_its_reason_and_cannot_be_chosen(invented: Library) -> None:
    closed = Choice(label="Strike", act="leave", to="home", condition={"pay": "stopped"},
                    otherwise=Otherwise(text="He still has his pay."))  # fmt: skip

    async def play(seat: Seat) -> None:
        assert "–  Strike" in seat.text
        assert "not open: He still has his pay." in seat.text
        assert "❯ 1  Refuse" in seat.text
        before = seat.text
        await seat.click("Strike")
        await seat.press("up")
        assert seat.text == before
        await seat.press("1")
        assert "Chosen: Refuse" in seat.text

    drive(with_choice(invented, "strike", closed), play, story="anton", scene="the-order")


def test_evidence_words_stand_beside_the_options_if_the_reader_wants_them(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "Refuse  taken · recorded" in seat.text

    drive(invented, play, story="anton", scene="the-order", reader=Reader(words_beforehand=True))


def test_one_man_can_be_left_for_another_and_returned_to(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("2")
        assert "Read on with Anton" in seat.text
        assert "Back to the question" in seat.text
        await seat.press("1")
        assert seat.lines[1].split()[0] == "Anton"
        assert "Return to Boris" in seat.text
        await seat.click("Return to Boris")
        assert seat.lines[1].split()[0] == "Boris"

    drive(invented, play, story="boris", scene="the-crane")


def test_each_of_several_outcomes_has_its_own_word_below_it(invented: Library) -> None:
    several = (Outcome(known="recorded", text="He sits down."), Outcome(known="threatened", text="He will pay for it."))

    async def play(seat: Seat) -> None:
        await seat.press("1")
        rows = [line.strip(" ┃") for line in seat.lines]
        told = [rows.index(one) for one in ("He sits down.", "recorded", "He will pay for it.", "threatened")]
        assert told == sorted(told), "each word stands below what it is said of"
        assert any(row.startswith("not taken") for row in rows)

    choice = Choice(label="Sit down", act="leave", to="back", outcome=several)
    drive(with_choice(invented, "sit", choice), play, story="anton", scene="the-order")


def test_q_and_esc_lead_to_the_library_and_from_there_out(invented: Library) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("q")
        assert seat.name == "LibraryScreen"
        await seat.press("2", "1", "escape")
        assert seat.name == "LibraryScreen"
        await seat.press("q")
        assert seat.app._exit

    drive(invented, play, story="anton", scene="the-order")


def test_the_gentle_wording_is_offered_where_something_is_announced(invented: Library) -> None:
    anton = invented.stories["anton"]
    scene = anton.scenes["the-order"]
    announced = with_scene(invented, replace(scene, content=("combat",)))

    async def play(seat: Seat) -> None:
        assert "combat" in seat.text
        await seat.press("2")
        assert seat.app.reader.gentle
        assert seat.name == "ReadingScreen"

    drive(announced, play, story="anton")


def test_an_answer_by_others_points_at_the_way_back_and_space_takes_it(library: Library) -> None:
    async def play(seat: Seat) -> None:
        for key in ("enter", "space"):
            await seat.press("2")
            assert "1  Read on with Wim" in seat.text
            assert "❯    Back to the question  Space" in seat.text
            await seat.press(key)
            assert "What does he answer?" in seat.text
            assert "Go over the river  read" in seat.text

    drive(library, play, story="vesna", scene="the-order", size=(80, 40))


@pytest.mark.parametrize("key", ["enter", "space"])
def test_where_the_record_is_silent_a_key_goes_back_to_the_question(library: Library, key: str) -> None:
    async def play(seat: Seat) -> None:
        await seat.press("4", "enter")
        assert "Here the record falls silent" in seat.text
        assert "❯    Back to the question  Space" in seat.text
        assert "3  Back to the library" in seat.text
        await seat.press(key)
        assert "What does he do?" in seat.text
        assert "❯ 1  Leave" in seat.text

    drive(library, play, story="vesna", scene="the-call", size=(80, 40))


def test_enter_at_a_question_to_the_reader_leaves_it_as_it_came_until_she_points_at_an_answer(library: Library) -> None:
    async def play(seat: Seat) -> None:
        assert "❯    Leave it as it came" in seat.text
        await seat.press("enter")
        assert "In the papers" not in seat.text
        assert "❯ Go on" in seat.text
        await seat.press("u", "up", "enter")
        assert "In the papers" in seat.text, "what she points at is printed"

    drive(asked(library), play, story="vesna", scene="the-contract", reader=Reader(parts=PARTS))
