"""Standard streams as they come: of another encoding, full, closed, or gone. No command fails over them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.support.terminals import Screen
from wayout.locale import shelf_strings

ENCODINGS = ("ascii", "latin-1", "cp437", "cp932", "cp1251", "cp1252", "euc_jp")
COMMANDS = ("play vesna --plain --no-trace", "sources list", "sources unused", "sources show ivo-isle", "explain",
            "map vesna", "class ivo --hands --plain")  # fmt: skip
TYPED = b"1\n1\nmap\nquit\n"
FULL = shelf_strings.NOT_WRITTEN.format(why="No space left on device")
CLOSED = shelf_strings.NOT_WRITTEN.format(why="standard output is closed")
Said = dict[str, subprocess.CompletedProcess[bytes]]
posix = pytest.mark.skipif(os.name != "posix", reason="a shell redirects the streams")


def run(command: list[str], said: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, input=said, capture_output=True, timeout=60, check=False,
                          env={**os.environ, **env})  # fmt: skip


def shell(wayout: list[str], line: str) -> tuple[int, str]:
    """The exit status of a command that a shell runs, and what stands on the error stream."""
    found = run(["bash", "-c", f"set -o pipefail; {wayout[0]} {line}"])
    return found.returncode, found.stderr.decode()


@pytest.fixture(scope="module")
def in_full(
    wayout: list[str], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, subprocess.CompletedProcess[bytes]]:
    """What each command says in UTF-8."""
    home = str(tmp_path_factory.mktemp("home"))
    return {command: run([*wayout, *command.split()], TYPED, WAYOUT_HOME=home) for command in COMMANDS}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_in_a_narrow_encoding_every_command_says_all_in_the_signs_that_there_are(
    wayout: list[str], encoding: str, in_full: Said
) -> None:
    for command in COMMANDS:
        words = [*wayout, *command.split()]
        full, narrow = in_full[command], run(words, TYPED, PYTHONUTF8="0", PYTHONIOENCODING=encoding)
        assert (command, narrow.returncode) == (command, full.returncode)
        out = narrow.stdout.decode(encoding)
        assert "\\u" not in out
        assert letters(out) == letters(full.stdout.decode()), f"{command} loses no word"


def letters(text: str) -> str:
    """The letters and numbers of a text, without the marks that letters bear; a circle is drawn as one of them."""
    return "".join(filter(str.isalnum, normalize("NFKD", text.replace("○", "o"))))


def test_signs_stand_for_signs(wayout: list[str]) -> None:
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    map_, play = (run([*wayout, *words], b"1\n1\nq\n", **env).stdout.decode("ascii") for words in (
        ("map", "vesna"), ("play", "vesna", "--plain")))  # fmt: skip
    assert "?" not in map_.replace("? ", "").replace("?\n", "").replace("?,", "")
    assert "+-+" in map_
    assert '"there' in play or '"' in play
    assert "’" not in play


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_data_in_a_narrow_encoding_is_the_same_data(wayout: list[str], encoding: str) -> None:
    def out(*words: str, encoding: str) -> bytes:
        return run([*wayout, *words], PYTHONUTF8="0", PYTHONIOENCODING=encoding).stdout

    for words in (("sources", "export"), ("explore", "ivo", "--format", "json")):
        narrow, full = (out(*words, encoding=name) for name in (encoding, "utf-8"))
        assert narrow.isascii()
        assert json.loads(narrow) == json.loads(full)
    assert b"&#8217;" in out("export", "twee", "ivo", encoding=encoding)
    assert b"#183;" in out("map", "ivo", "--format", "mermaid", encoding=encoding)


def test_what_is_typed_in_another_encoding_does_not_end_the_program(wayout: list[str]) -> None:
    for encoding in ("utf-8", "ascii", "euc_jp"):
        found = run([*wayout, "play", "ivo", "--plain"], b"\xff\xe9\n1\nq\n", PYTHONIOENCODING=encoding)
        assert (found.returncode, found.stderr) == (0, b"")
        assert b"> 1" in found.stdout


@posix
@pytest.mark.parametrize("line", [
    "--help", "check", "check --format json", "check --help",
    "explore ivo", "sources list", "sources export", "export twee ivo",
    "play ivo --plain", "class ivo --hands --plain",
])  # fmt: skip
def test_what_cannot_be_written_is_told_in_a_sentence_with_a_status_of_its_own(wayout: list[str], line: str) -> None:
    """A pipe that is gone is nobody's fault, and is not told."""
    for where, told in (("> /dev/full", FULL), (">&-", CLOSED), ("| true", "")):
        status, err = shell(wayout, f"{line} {where} < /dev/null")
        if line == "check":
            assert status == 0, "nothing is found, and nothing written"
            continue
        assert (where, status) == (where, 3)
        assert (err.splitlines() or [""])[-1] == told or not told
        assert "Traceback" not in err
        assert "Exception" not in err


@posix
@pytest.mark.parametrize("line", ["check", "sources list", "play ivo --plain"])
def test_who_closes_the_error_stream_is_told_nothing_and_the_status_is_that_of_what_was_done(
    wayout: list[str], line: str
) -> None:
    assert shell(wayout, f"{line} 2>&- < /dev/null > /dev/null") == (0, "")
    assert shell(wayout, f"{line} <&- > /dev/null")[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_json_is_text_even_of_a_file_whose_name_is_none(wayout: list[str], tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"b\xff.yaml")).write_text("title: 1\n", encoding="utf-8")
    for encoding in ("utf-8", "ascii"):
        found = run([*wayout, "check", str(tmp_path), "--format", "json"], PYTHONIOENCODING=encoding)
        assert found.returncode == 1
        told = json.loads(found.stdout.decode(encoding))
        assert {Path(one["file"]).name for one in told} == {"b\ufffd.yaml"}
        json.dumps(told, ensure_ascii=False).encode()


@posix
@pytest.mark.parametrize(
    "words", [("play", "vesna"), ("class", "vesna", "--hands", "--no-ask")], ids=lambda words: words[0]
)
def test_a_terminal_that_does_not_take_utf_8_is_told_line_by_line_in_ascii(
    wayout: list[str], words: tuple[str, ...]
) -> None:
    """Bytes of UTF-8 are control characters there, and what follows them is swallowed."""
    with Screen(wayout, *words, LC_ALL="C", rows=100) as game:
        game.until(shelf_strings.NOT_UTF8[:60])
        game.go_on_until("What does he answer?")
        game.press("1\r")
        game.until("taken")
        game.press("q\r")
        game.rest()
    assert game.raw.isascii()
    assert b"\x1b[?1049h" not in game.raw
    assert game.child.exitstatus == 0


@posix
def test_who_says_that_the_terminal_takes_utf_8_gets_the_full_screen(wayout: list[str]) -> None:
    with Screen(wayout, LC_ALL="C", PYTHONUTF8="1") as game:
        game.until_sent(b"\x1b[?1049h")
        game.until("Vesna")
        game.press("q")
        game.rest()


@posix
def test_where_the_error_stream_is_no_terminal_the_screen_is_not_drawn_into_it(
    wayout: list[str], tmp_path: Path
) -> None:
    with Screen(["bash"], "-c", f"{wayout[0]} 2> {tmp_path / 'err'}", rows=100) as game:
        game.until("Whose record?")
        game.press("q\r")
        game.rest()
    assert b"\x1b" not in (tmp_path / "err").read_bytes()
