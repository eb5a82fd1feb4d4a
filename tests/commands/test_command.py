"""The installed command, as a person meets it: in a pipe, on a poor terminal, on a full one, and misused."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from tests.support.paths import TESTS_FOLDER
from tests.support.terminals import Screen
from wayout.model.graph import recorded_path
from wayout.model.library import Library

pytestmark = pytest.mark.smoke

ESC = "\x1b"
VESNA = "1\n1\n2\n2\n2\n"
IVO = "1\n2\n3\n2\n1\n"


ALONE = ("--without", "all")
"""The record, without what its reader is asked of her own: that is played in tests/plain/test_plain_prompts."""


def run(wayout: list[str], *args: str, said: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], input=said, capture_output=True, text=True, timeout=60, check=False,
                          env={**os.environ, **env}, encoding="utf-8")  # fmt: skip


@pytest.mark.parametrize(("story", "said", "last"), [
    ("vesna", VESNA, "with a new job"), ("ivo", IVO, "under threat of being sent back"),
])  # fmt: skip
def test_a_record_plays_through_in_a_pipe_to_its_ending(wayout: list[str], story: str, said: str, last: str) -> None:
    """Exit 0, no escape byte, the ending with what was never told, and nothing on the error stream."""
    found = run(wayout, "play", story, "--plain", *ALONE, said=said)
    assert (found.returncode, found.stderr) == (0, "")
    assert ESC not in found.stdout
    assert last in " ".join(found.stdout.split())
    assert "What was never told" in found.stdout


def test_without_a_terminal_the_plain_face_comes_by_itself(wayout: list[str]) -> None:
    found = run(wayout, said="vesna\nq\n")
    assert found.returncode == 0
    assert "Whose record?" in found.stdout
    assert "What does he answer?" in found.stdout


def test_evidence_words_stand_beside_choice_and_outcome(wayout: list[str]) -> None:
    out = run(wayout, "play", "vesna", "--plain", said="2\n4\n1\n2\nlaw\n").stdout
    for words in (
        "taken by Wim, Yann, Arvid · recorded",
        "taken · recorded · one report, three texts",
        "not taken · threatened · one report, two texts",
        "rule · a public record",
        "reported · two reports, two texts",
    ):
        assert f"\n  Evidence: {words}\n" in out


def test_sources_name_document_outlet_lines_speaker_and_standing(wayout: list[str]) -> None:
    out = " ".join(run(wayout, "play", "vesna", "--plain", said="1\ns\n").stdout.split())
    for words in ("single account", "translation, from", "Harbour Gazette", "line 11", "says Vesna", "in quotation"):
        assert words in out


def test_versions_tell_what_the_documents_say_differently(wayout: list[str]) -> None:
    out = " ".join(run(wayout, "play", "vesna", "--plain", said="1\nversions\n").stdout.split())
    assert "The documents differ on who threatens: translation against retranslation" in out
    assert "– Nobody is named. (Harbour Gazette, line 14)" in out
    assert "– His captain. (River Post, line 14)" in out
    assert "The wording differs on who is of the Marsh: translation against retranslation" in out
    assert "– His grandmother. (River Post, line 11)" in out


def test_the_list_of_stories_is_searched_by_a_word(wayout: list[str]) -> None:
    out = run(wayout, said="find ferryman\nfind zebra\nq\n").stdout
    found = out[out.index("> find ferryman") : out.index("> find zebra")]
    assert "4  Vesna" in found
    assert "Nils" not in found
    assert "No story here has “zebra”." in out


def test_the_list_line_by_line_is_asked_for_and_names_its_words(wayout: list[str]) -> None:
    """Each word that it names is understood there."""
    found = run(wayout, "--plain", said="help\nwhat\nq\n")
    told = " ".join(found.stdout.split())
    named = re.search(r"Words: ([a-z, ]+)\.", told)
    assert named is not None
    assert told.count(named[0]) == 2
    words = named[1].split(", ")
    assert {"find", "war", "settings"} <= set(words)
    said = "\n".join((*(word if word != "quit" else "about" for word in words), "quit", ""))
    every = run(wayout, "--plain", said=said)
    assert (every.returncode, every.stderr) == (0, "")
    assert "is not understood" not in every.stdout
    misused = run(wayout, "--plain", "check")
    assert misused.returncode == 2
    assert "wayout check" in misused.stderr


def test_words_undo_again_help_and_quit(wayout: list[str]) -> None:
    out = run(wayout, "play", "ivo", "--plain", said="1\nundo\nagain\nhelp\nnonsense\nquit\n").stdout
    assert out.count("What does he choose?") == 3
    assert "go back to the decision before" in out
    assert "“nonsense” is not understood here. Type a number from 1 to 3." in out


def test_undo_at_the_first_decision_says_so(wayout: list[str]) -> None:
    assert "nothing to undo" in run(wayout, "play", "ivo", "--plain", said="u\n").stdout


def test_lines_fit_40_columns(wayout: list[str]) -> None:
    out = run(wayout, "play", "ivo", "--plain", said=IVO + "s\n", COLUMNS="40").stdout
    assert max(len(line) for line in out.splitlines() if "://" not in line) <= 40, "but for an address"


def test_gentle_wording_in_the_plain_face(wayout: list[str]) -> None:
    out = run(wayout, "play", "vesna", "--plain", "--content", "gentle", said=VESNA + "s\n").stdout
    assert "begs" not in out
    assert "daddy" not in out


def test_a_story_can_be_begun_at_a_scene(wayout: list[str]) -> None:
    out = run(wayout, "play", "vesna", "--plain", "--from", "the-harbour-town").stdout
    assert "Under which name does he tell his story?" in out
    assert "What does he answer?" not in out


@pytest.mark.parametrize(("args", "says"), [
    (["play", "nobody"], "There is no story 'nobody'. There are: "),
    (["play", "ivo", "--from", "nowhere"], "There is no scene 'nowhere'."),
    (["play", "--content", "loud"], "Invalid value for '--content'"),
    (["nonsense"], "There is no story 'nonsense'. There are: "),
    (["chek"], "There is no story 'chek'. Did you mean 'wayout check'?"),
    (["vesnna", "--plain"], "There is no story 'vesnna'. Did you mean 'vesna'?"),
    (["play", "Ivo-Brandt", "--plain"], "There is no story 'Ivo-Brandt'. Did you mean 'ivo'?"),
])  # fmt: skip
def test_misuse_is_told_with_status_2(wayout: list[str], args: list[str], says: str) -> None:
    found = run(wayout, *args)
    assert found.returncode == 2
    assert says in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("args", [[], ["play"], ["check"], ["sources"], ["sources", "verify"]])
def test_help_has_examples(wayout: list[str], args: list[str]) -> None:
    found = run(wayout, *args, "--help")
    assert found.returncode == 0
    if args != ["sources"]:
        assert "Example" in found.stdout


def test_version(wayout: list[str]) -> None:
    assert run(wayout, "--version").stdout.startswith("wayout ")


def test_no_traceback_when_the_reader_of_the_pipe_goes_away(wayout: list[str]) -> None:
    shell = f"{wayout[0]} play vesna --plain </dev/null | head -n 2"
    found = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60, check=False)
    assert "Traceback" not in found.stderr
    assert "Exception" not in found.stderr


def test_the_shipped_stories_are_clean(shipped_wayout: list[str]) -> None:
    found = run(shipped_wayout, "check", "--format", "json")
    assert (found.returncode, json.loads(found.stdout)) == (0, [])


def test_the_game_opens_full_screen_and_plays_to_an_outcome_and_its_sources(wayout: list[str]) -> None:
    """Library, war, notice, pages, a choice by number, the outcome with its words, the sources by one key, and out."""
    with Screen(wayout, columns=100, rows=60) as game:
        game.until("Vesna")
        game.press(re.search(r"(\d)  Vesna", game.text)[1])  # type: ignore[index]
        game.until("Read in the full wording")
        game.press("\r")
        game.until("League of Harbours")
        game.press(f"{ESC}[F")
        game.until("Go on")
        game.press("\r")
        game.until("Read Vesna")
        game.press("\r")
        game.play_to_the_first_outcome()
        game.press("s")
        game.until("Harbour Gazette")
        game.until("Esc close")
        game.press(ESC)
        game.until("Esc close", gone=True)
        game.until("taken · recorded")
        game.press("u")
        game.until("What does he answer?")
        game.press("q")
        game.until("Ivo")
        game.press("q")
        game.rest()
    assert game.child.exitstatus == 0


def test_term_dumb_gets_the_plain_face(wayout: list[str]) -> None:
    with Screen(wayout, "play", "ivo", TERM="dumb") as game:
        game.go_on_until("What does he choose?")
        assert ESC.encode() not in game.raw
        game.press("q\r")
        assert ESC.encode() not in game.rest()


def test_in_a_terminal_each_page_waits_and_into_a_pipe_none_does(wayout: list[str]) -> None:
    with Screen(wayout, "play", "ivo", "--plain", "--no-trace", rows=60) as game:
        game.until("Enter  Go on")
        assert "46 years old" not in game.text, "the first page waits for the war to be read"
        game.press("\r")
        game.until("summons")
        assert "What does he choose?" not in game.text
        game.go_on_until("What does he choose?")
        game.press("rfuse\r")
        game.until("Did you mean “Refuse openly”?")
        game.press("q\r")
        game.rest()
    assert game.child.exitstatus == 0
    out = run(wayout, "play", "ivo", "--plain", "--no-trace").stdout
    assert "What does he choose?" in out
    assert "Enter  Go on" not in out


def test_in_a_terminal_each_statement_on_the_war_waits_and_one_can_go_back(wayout: list[str]) -> None:
    with Screen(wayout, "play", "ivo", "--plain", "--no-trace", rows=90) as game:
        game.until("Enter  Go on")
        assert "The war ·" not in game.text, "what the record holds is told first"
        game.press("settings content gentle\r")
        game.until("Wording: gentle.")
        assert "46 years old" not in game.text, "the story waits for its beginning"
        game.press("\r")
        game.until("The war · 1 of 3")
        game.press("\r")
        game.until("1,058 deaths in the Marsh")
        game.press("undo\r")
        game.until_it(lambda: game.text.count("The war · 1 of 3") == 2, "the first statement is not told once more")
        game.press("sources\r")
        game.until("Sources")
        assert "46 years old" not in game.text
        game.press("\r")
        game.until_it(lambda: game.text.count("The war · 2 of 3") == 2, "the second is not told once more")
        game.press("\r")
        game.until("summons")
        assert "The war · 3 of 3" not in game.text
        game.press("q\r")
        game.rest()
    assert game.child.exitstatus == 0


def test_ctrl_c_leaves_the_plain_face_with_the_status_of_a_program_that_was_interrupted(wayout: list[str]) -> None:
    for args in (("--plain",), ("play", "ivo", "--plain")):
        own = ("--no-trace",) if len(args) > 1 else ()
        with Screen(wayout, *args, *own, rows=100) as game:
            game.until("> ")
            game.press("\x03")
            game.rest()
        assert (game.child.exitstatus, game.child.signalstatus) == (130, None), args
        assert "Traceback" not in game.text


def test_a_pipe_gets_each_paragraph_in_one_line(wayout: list[str]) -> None:
    """Who listens, or reads a file, is not given lines that were broken for somebody else's screen."""
    env = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    found = subprocess.run([*wayout, "play", "nils", "--plain"], input="", capture_output=True, text=True,
                           timeout=60, check=True, env=env, encoding="utf-8")  # fmt: skip
    (first,) = [line for line in found.stdout.splitlines() if line.startswith("On 3 March 2019 the river guard")]
    assert len(first) > 120


def test_no_color_leaves_no_escape_byte_in_the_plain_face(wayout: list[str]) -> None:
    with Screen(wayout, "play", "ivo", "--plain", rows=100, NO_COLOR="1") as game:
        game.go_on_until("What does he choose?")
        assert ESC.encode() not in game.raw
        game.press("q\r")
        assert ESC.encode() not in game.rest()


@pytest.mark.usefixtures("shipped_wayout")
def test_the_wheel_plays_outside_the_checkout(tmp_path: Path, shipped_library: Library) -> None:
    """Built, installed into a new environment, played there from another folder: stories and evidence travel along."""
    root = TESTS_FOLDER.parent
    subprocess.run([sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", str(tmp_path), str(root)],
                   check=True, capture_output=True)  # fmt: skip
    (wheel,) = tmp_path.glob("wayout-*.whl")
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    bin_dir = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    purelib = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run(
        [bin_dir / "python", "-c", purelib], check=True, capture_output=True, text=True
    ).stdout.strip()
    (Path(site) / "what-it-needs.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    subprocess.run([str(bin_dir / "python"), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
                   check=True, capture_output=True)  # fmt: skip
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    story = next(name for name, one in shipped_library.stories.items() if one.person)
    path = recorded_path(story, shipped_library.stories[story]).stops
    taken = [[*shipped_library.scene(story, stop.scene).choices].index(stop.choice) for stop in path if stop.choice]
    said = "".join(f"{number + 1}\n" for number in taken)
    found = subprocess.run([str(bin_dir / "wayout"), "play", story, "--plain", *ALONE], input=said, text=True,
                           capture_output=True, cwd=elsewhere, check=False, encoding="utf-8")  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    assert "What was never told" in found.stdout
    checked = subprocess.run([str(bin_dir / "wayout"), "check"], capture_output=True, cwd=elsewhere, check=False)
    assert checked.returncode == 0
