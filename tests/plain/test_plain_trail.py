"""Back and forth along the trail, line by line: undo, redo, forks, log, debrief, export."""

import os
import re
import subprocess
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.console import Console

from tests.support.terminals import Screen
from tests.support.wild import SHOWN, TRAPS, wild
from tests.terminal.driving import with_choice
from tests.views.test_papers import named_in_both
from wayout.actions import typed_action
from wayout.faces.plain.commands import TrailCommands
from wayout.faces.plain.output import say
from wayout.faces.plain.session import PlainSession
from wayout.locale import reader_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.state import Reader
from wayout.play.step import begin
from wayout.store.shelf import Shelf


def tell(
    library: Library, *said: str, story: str = "anton", reader: Reader | None = None, shelf: Shelf | None = None
) -> list[str]:
    """What is told after each thing that the reader says."""
    reader = reader or Reader()
    out = Console(file=StringIO(), width=76, color_system=None, markup=False, highlight=False, emoji=False)
    telling = PlainSession(library, reader, out, begin(library, story, asks=reader.asks, parts=reader.parts), shelf)
    telling.advance()
    told = []
    for one in said:
        before = len(out.file.getvalue())  # type: ignore[attr-defined]
        telling.obey(one)
        told.append(out.file.getvalue()[before:])  # type: ignore[attr-defined]
    return told


def test_undo_and_redo_go_from_decision_to_decision(invented: Library) -> None:
    told = tell(invented, "2", "1", "undo", "undo", "redo", "redo", "redo", "u", "2", "redo")
    assert "Here the published account ends" in told[1]
    assert "2  Load the ship (read)" in told[2]
    assert "2  Load the ship\n" in told[3]
    assert "Those who refuse lose their pay." in told[4]
    assert "Here the published account ends" in told[5]
    assert "He stands on the quay." in told[5]
    assert strings.NOTHING_TO_REDO in told[6]
    assert strings.NOTHING_TO_REDO in told[9], "another choice drops what was undone"


def test_forks_are_listed_and_gone_back_to(invented: Library) -> None:
    told = tell(invented, "forks", "2", "1", "forks", "forks 1", "f", "FORKS 2", "forks 3", "forks x", "forks ²")
    assert strings.FORKS_NONE in told[0]
    assert re.search(r"1  What does he answer\?\n +Chosen: Load the ship\n +2  What does he answer\?\n", told[3])
    assert "2  Load the ship\n" in told[4]
    assert told[5].count(strings.TAKEN_BACK) == 2
    assert "2  Load the ship (read)" in told[6]
    for part, said in zip(told[7:], "3x²", strict=True):
        assert f"There is no decision {said} here." in part


def test_the_log_tells_all_or_what_holds_some_words(invented: Library) -> None:
    told = tell(invented, "2", "1", "log", "log his PAY", "log submarine", "l")
    assert told[2].index("The foreman tells him") < told[2].index("not taken · threatened")
    assert told[2].index("taken · recorded") < told[2].index("[the record] The article does not say")
    assert told[3].split("\n\n")[1:2] == ["Anton · A quay · 2019\nHis pay is stopped."]
    assert strings.LOG_NONE.format(said="submarine") in told[4]
    assert told[5] == told[2]


def test_the_debrief_is_told_at_any_time_and_d_still_means_differ(invented: Library) -> None:
    told = tell(invented, "2", "debrief", "de", "d")
    assert "You chose: Load the ship (not taken · threatened)" in told[1]
    assert "The record of Anton: Refuse (taken · recorded)" in told[1]
    assert told[2] == told[1]
    assert told[3].startswith(strings.DIFFER)


def test_an_export_is_written_only_when_asked_for(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tell(invented, "2", "debrief", "log", "forks")
    assert list(tmp_path.iterdir()) == []
    told = tell(invented, "2", "export", "export", "export My Page.html", "export no/folder.md")
    assert [part.strip() for part in told[1:]] == [
        "Written to wayout-anton.md",
        "Written to wayout-anton-2.md",
        "Written to My Page.html",
        "Nothing was written to no/folder.md: No such file or directory.",
    ]
    assert (tmp_path / "My Page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_help_lists_every_word(invented: Library) -> None:
    (told,) = tell(invented, "help")
    for word in (strings.CMD_REDO, strings.CMD_FORKS, strings.CMD_LOG, strings.CMD_DEBRIEF, strings.CMD_EXPORT):
        assert f"\n{word} " in told


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_behind_acts_or_is_lost(invented: Library, trap: str) -> None:
    for part in tell(wild(invented, TRAPS[trap]), "1", "forks", "log", "debrief")[1:]:
        assert all(shown in part for shown in SHOWN.get(trap, ()))
        assert not any((ord(each) < 32 and each != "\n") or 127 <= ord(each) < 160 for each in part)


def test_the_gentle_wording_reaches_what_lies_behind(beside: Library) -> None:
    told = tell(beside, "2", "forks", "log", "debrief", reader=Reader(gentle=True))
    assert "drown" not in "".join(told)


def test_nothing_is_told_of_what_is_held_back(invented: Library) -> None:
    told = tell(invented, "2", "log", "debrief", "forks", reader=Reader(asks=True))
    assert "not taken" not in "".join(told)


def test_it_all_works_in_a_pipe_at_40_columns(wayout: list[str], tmp_path: Path) -> None:
    said = "1\n1\nforks\nlog\nde\nundo\nredo\nforks 1\nexport\nq\n"
    found = subprocess.run([*wayout, "play", "ivo", "--plain"], input=said, capture_output=True, encoding="utf-8",
                           timeout=60, check=False, cwd=tmp_path, env={**os.environ, "COLUMNS": "40"})  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    assert max(len(line) for line in found.stdout.splitlines() if "://" not in line) <= 40
    assert "Written to wayout-ivo.md" in found.stdout
    assert len(list(tmp_path.iterdir())) == 1


def test_a_word_is_not_taken_for_another(invented: Library) -> None:
    out = Console(file=StringIO(), width=76)
    offered = TrailCommands(invented, Reader(), partial(say, out), lambda _: None).commands
    assert [typed_action(typed, offered) for typed in ("", " ", "exports", "x")] == [None] * 4


def test_an_option_is_chosen_by_its_number_with_a_dot_or_by_the_beginning_of_its_words(invented: Library) -> None:
    for said in ("2.", "load", "Load the sh"):
        assert "He loads" in tell(invented, said)[0] or "Chosen: Load the ship" in tell(invented, said)[0], said
    assert "is not understood here" in tell(invented, "loa")[0], "too little to be sure"
    order = invented.scene("anton", "the-order")
    helpful = with_choice(invented, "help", replace(order.choices["load"], label="Help him"))
    assert "Chosen" not in tell(helpful, "help")[0], "a word of ours is no option's"
    assert "Chosen: Help him" in tell(helpful, "help him")[0]
    assert strings.CMD_MEANING["undo"] in " ".join(tell(invented, "?")[0].split())


def test_a_name_that_nobody_has_is_said_to_be_so(invented: Library) -> None:
    for said in ("alone zzz", "differ zzz"):
        assert "Nobody here is called “zzz”" in tell(invented, said)[0]


def test_a_debrief_is_written_only_as_what_it_is(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert strings.NO_SUCH_PAPER in " ".join(tell(invented, "1", "export path.pdf")[1].split())
    assert list(tmp_path.iterdir()) == []


def to_the_end(library: Library, *said: str, reader: Reader, by: str = "") -> list[str]:
    """What is told after each word at the end of the docker's record."""
    out = Console(file=StringIO(), width=76, color_system=None, markup=False, highlight=False, emoji=False)
    session = PlainSession(library, reader, out, begin(library, "anton", parts=reader.parts, paper=by))
    session.advance()
    while session.page.close is None:
        session.obey("1")
    told = []
    for one in said:
        before = len(out.file.getvalue())  # type: ignore[attr-defined]
        session.obey(one)
        told.append(out.file.getvalue()[before:])  # type: ignore[attr-defined]
    return told


def test_the_article_is_written_on_a_card(asked: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    told = to_the_end(asked, "card", "card", "card mine.txt", "card mine.png", "card no/folder.svg", "c",
                      reader=Reader(parts=PARTS))  # fmt: skip
    assert [part.strip() for part in told[:3]] == [
        "Written to wayout-anton-card.svg",
        "Written to wayout-anton-card-2.svg",
        "Written to mine.txt",
    ]
    assert " ".join(told[3].split()) == f"Nothing was written to mine.png: {reader_strings.NOT_A_CARD}."
    assert "Nothing was written to no/folder.svg" in told[4]
    assert "Written" not in told[5], "that is help"
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8").startswith("  Anton, as this reader prints it\n")


def test_a_record_without_an_article_is_no_card(
    invented: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (told,) = to_the_end(invented, "card", reader=Reader())
    assert reader_strings.NO_CARD in " ".join(told.split())
    assert list(tmp_path.iterdir()) == []


def test_at_an_end_papers_are_listed_and_the_record_begins_anew_by_one(asked: Library) -> None:
    reader = Reader(parts=PARTS)
    told = to_the_end(named_in_both(asked), "paper", "p 9", "paper 2", "paper 1", reader=reader)
    assert "1  The Harbour Gazette (translation)\n  2  Digest Daily (" in told[0]
    assert "“9” is none of these papers." in told[1]
    assert "Anton · By Digest Daily only" in told[2]
    assert "The foreman asks him to load it, or drown." in told[2]
    assert reader_strings.PAPER_AT_AN_END in told[3]
    again = to_the_end(
        named_in_both(asked), "paper", "paper digest", "paper", "paper 3", reader=reader, by="gazette-en"
    )
    assert f"3  {reader_strings.IN_FULL}" in again[0]
    assert "Anton · By Digest Daily only" in again[1]
    assert reader_strings.PAPER_AT_AN_END in again[3]
    whole = to_the_end(named_in_both(asked), "paper 3", reader=reader, by="gazette-en")
    assert "By " not in whole[0]


def test_a_person_whom_the_paper_does_not_name_is_not_told_of(asked: Library) -> None:
    told = to_the_end(asked, "again", "paper 1", reader=Reader(parts=PARTS), by="digest")
    assert "Digest Daily does not know of Anton.\n" in told[0]
    assert "By The Harbour Gazette only" in told[1]


def test_the_answers_stand_side_by_side(asked: Library) -> None:
    told = tell(asked, "side-by-side", "si load", "s", reader=Reader(parts=PARTS))
    assert "Who has to load a ship?" in told[0]
    assert "Where does a docker go" in told[0]
    assert "Where does a docker go" not in told[1]
    assert reader_strings.SIDE not in told[2], "s is for sources"


def test_the_notebook_has_what_was_done_and_where_to_read_on(asked: Library) -> None:
    told = tell(asked, "no", "1", "1", "1", "notebook", reader=Reader(parts=PARTS))
    assert reader_strings.NOTEBOOK_NONE in " ".join(told[0].split())
    assert reader_strings.NOTEBOOK_LEAD in " ".join(told[4].split())
    assert "Read on from there: wayout play anton --from" in told[4]


def test_in_a_terminal_a_record_is_read_by_one_paper_to_the_line_that_counts(wayout: list[str]) -> None:
    with Screen(wayout, "play", "vesna", "--paper", "digest", "--plain", "--no-trace", rows=50) as seat:
        seat.go_on_until("not in this paper")
        assert "only · " in seat.text
        seat.press("side-by-side\r")
        seat.until(reader_strings.SIDE)
        seat.press("q\r")


@pytest.mark.parametrize("said", ["", "q"], ids=["reads on", "leaves the rest out"])
def test_a_terminal_waits_at_each_screenful_and_the_question_is_never_left_out(wayout: list[str], said: str) -> None:
    """A page of many lines in a window of twelve; at the question that follows the reader is asked as ever."""
    waits = shelf_strings.MORE.strip()
    with Screen(wayout, "play", "vesna", "--plain", "--no-trace", "--without", "all", rows=12, columns=60) as seat:
        seat.until(waits)
        assert seat.text.count("\n") < 12
        seat.press("q\r")
        seat.until("Enter  Go on")
        seat.press("help\r")
        seat.until_it(lambda: waits in seat.text.strip().splitlines()[-1], "no wait")
        first = seat.text
        assert strings.CMD_LIBRARY not in first
        seat.press(f"{said}\r")
        seat.settle()
        assert (waits in seat.text.strip().splitlines()[-1]) == (said == "")
        assert seat.text != first
        seat.press("\x03")
        seat.rest()
    assert (seat.child.exitstatus, seat.child.signalstatus) == (130, None)
    assert "Traceback" not in seat.text


def test_a_record_begun_before_is_gone_on_with_at_the_notice_and_looking_in_anew_takes_no_place(
    wayout: list[str], home: Path
) -> None:
    def play(*story: str) -> Screen:
        return Screen(wayout, "play", *story, "--plain", "--without", "all", rows=100, WAYOUT_HOME=str(home))

    def begun(said: str) -> str:
        command = [*wayout, "play", "vesna", "--plain", "--without", "all"]
        return subprocess.run(command, input=said, capture_output=True, text=True, check=True).stdout

    begun("1\nquit\n")
    offered = "You began this record before. Last chosen"
    with play("vesna") as seat:
        seat.until(shelf_strings.ENTER_BEGINS_ANEW)
        assert offered in seat.text
        assert "a ferryman in the river" not in seat.text, "the offer comes before the first page"
        seat.press("\r")
        seat.until("a ferryman in the river")
        assert seat.text.count(offered) == 1
        seat.press("\r")
        seat.until("How he tries is not told")
        seat.press("library\r")
        seat.until("Whose record?")
        assert "Last chosen: Refuse" in seat.text
        assert shelf_strings.LAST_NOTHING not in seat.text
        seat.press("vesna\r")
        seat.until_it(lambda: seat.text.count(shelf_strings.ENTER_BEGINS_ANEW) > 1, "the offer is not made again")
        seat.press("con\r")
        seat.until("A call comes from the quay office")
        seat.press("q\r")
        seat.rest()
    told = begun("quit\n")
    assert told.index(offered) < told.index("a ferryman in the river")


def test_a_trail_on_which_was_only_read_is_not_said_to_be_gone_on_with(wayout: list[str], home: Path) -> None:
    with Screen(wayout, "play", "vesna", "--plain", "--without", "all", rows=100, WAYOUT_HOME=str(home)) as seat:
        seat.go_on_until("How he tries is not told")
        seat.press("q\r")
        assert b"Your trail is kept" not in seat.rest()
    told = subprocess.run([*wayout, "play", "--plain"], input="quit\n", capture_output=True, text=True, check=True)
    assert "Go on with" not in told.stdout
    assert "begun" in told.stdout


def said_to(wayout: list[str], *options: str, said: str) -> str:
    """What the program tells whoever types some lines, in one line."""
    command = [*wayout, "play", "vesna", "--plain", "--no-trace", "--without", "all", *options]
    run = subprocess.run(command, input=said, capture_output=True, text=True, check=True)
    assert run.stderr == ""
    return re.sub(r"\n *", " ", run.stdout)


def test_where_the_record_is_silent_enter_goes_back_to_the_question(wayout: list[str]) -> None:
    silent, back = said_to(wayout, "--from", "the-call", said="4\n\nquit\n").split(" > ")[1:3]
    assert "Here the record falls silent." in silent
    assert " 3  Back to the question (Enter)" in silent
    assert strings.WAY_ENDS in silent
    assert strings.THE_END not in silent
    assert "What does he do?" in back
    assert "4  Go over the river after all (read)" in back
    assert strings.THE_END in said_to(wayout, "--from", "the-road-not-told", said="quit\n"), "nothing lies behind it"


def test_enter_at_an_end_tells_the_debrief_then_leads_to_the_library_and_never_out(wayout: list[str]) -> None:
    with Screen(wayout, "play", "vesna", "--plain", "--from", "the-road-not-told", rows=100) as seat:
        seat.go_on_until(strings.THE_END[:40])
        seat.press("\r")
        seat.until("Enter goes to the list of records")
        seat.until("debrief")
        seat.press("undo\r")
        seat.until(strings.NOTHING_TO_UNDO)
        seat.press("\r")
        seat.until("Whose record?")
        seat.press("\x04")
        seat.rest()
    assert seat.child.exitstatus == 0


def test_the_page_of_an_end_asks_and_the_debrief_ends_with_what_good_answers_draw_on(invented: Library) -> None:
    told = tell(invented, "1", "debrief")
    assert "Who could check this?" in told[0]
    assert "the foreman" not in told[0]
    assert told[1].rstrip().endswith("A good answer draws on: the foreman.")


def test_the_end_of_the_input_ends_the_game_at_an_end_too(wayout: list[str]) -> None:
    for said in ("", "\n", "\n\n"):
        assert "Traceback" not in said_to(wayout, "--from", "the-road-not-told", said=said)
    with Screen(wayout, "play", "vesna", "--plain", "--no-trace", "--from", "the-road-not-told", rows=100) as seat:
        seat.go_on_until(strings.THE_END[:40])
        seat.press("\x04")
        seat.rest()
    assert seat.child.exitstatus == 0
    assert "Whose record?" not in seat.text


def test_enter_on_an_answer_leads_back_to_the_question_and_into_no_other_record(wayout: list[str]) -> None:
    answer, back = said_to(wayout, "--from", "the-order", said="2\n\nquit\n").split(" > ")[1:3]
    assert "1  Read on with Wim In" in answer
    assert "4  Back to the question (Enter)" in answer
    assert "2  Go over the river (read)" in back


def test_back_is_one_more_word_for_undo_and_the_help_says_so(wayout: list[str]) -> None:
    for word in ("undo", "back"):
        told = said_to(wayout, "--from", "the-order", said=f"1\n{word}\nhelp\nquit\n")
        assert "Go on to the next question" not in told
        assert "undo go back to the decision before (or u, or back)" in re.sub(" +", " ", told)
        assert told.count("1  Refuse, and say why") == 2


def test_library_leaves_for_the_list_of_records_and_another_one_is_opened_there(wayout: list[str]) -> None:
    told = said_to(wayout, "--from", "the-order", said="1\nlibrary\nwim\nli\nquit\n")
    assert told.count("Whose record?") == 2
    first, second = told.split("Whose record?")[:2]
    assert "Chosen: Refuse, and say why" in first
    assert " > wim Wim · about" in second
    assert "library leave this record for the list of records (or li)" in re.sub(
        " +", " ", said_to(wayout, said="help\nquit\n")
    )


def test_whoever_quits_is_told_that_the_trail_is_kept_and_how_to_go_on(wayout: list[str], tmp_path: Path) -> None:
    def told(*options: str, said: str) -> str:
        command = [*wayout, "play", "vesna", "--plain", "--without", "all", *options]
        return subprocess.run(command, input=said, capture_output=True, text=True, check=True).stdout

    kept = "Your trail is kept: wayout play --continue goes on from here.\n"
    assert told(said="1\nquit\n").endswith(kept)
    assert "kept" not in told("--no-trace", said="1\nquit\n").splitlines()[-1]
    assert "Your trail is kept" not in told(said="quit\n"), "nothing was done"
    assert "Your trail is kept" not in told(said="1\n"), "what a pipe says ends without a word"
    shelf = tmp_path / "a shelf.sqlite"
    named = " ".join(told("--shelf", str(shelf), said="1\nquit\n").split())
    assert named.endswith(f"Your trail is kept: wayout play --continue --shelf '{shelf}' goes on from here.")
    ended = " ".join(told("--from", "the-call", said="4\nquit\n").split())
    assert ended.endswith("Your trail is kept to its end: wayout shelf list names it.")
