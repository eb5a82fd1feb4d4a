"""The writers' guide holds word for word: every file in it is clean and plays, every command does what it says."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import msgspec
import pytest

from wayout.locale.edition_strings import CONTENT
from wayout.model.branch import Branch
from wayout.model.edition import Edition
from wayout.model.evidence import Cite, Claim, Document, Origin, Person
from wayout.model.file_access import shipped
from wayout.model.prompts import AccountLine, Prompt, Thread
from wayout.model.story import Choice, Scene, Story
from wayout.model.yaml.reader import LocatedData

GUIDE = (shipped().stories[0] / "WRITING.md").read_text(encoding="utf-8")


def blocks(kind: str) -> Iterator[str]:
    for indent, text in re.findall(rf"^( *)```{kind}\n(.*?)^ *```", GUIDE, re.DOTALL | re.MULTILINE):
        yield dedent(indent + text if indent and not text.startswith(indent) else text)


FILES = {text.split("\n", 1)[0].removeprefix("# "): text for text in blocks("yaml") if text.startswith("# ")
         and text.split("\n", 1)[0].endswith(".yaml")}  # fmt: skip
COMMANDS = [line for text in blocks("console") for line in text.splitlines()]


def run(wayout: list[str], folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line)
    assert words[0] == "wayout"
    return subprocess.run([*wayout, *words[1:]], cwd=folder, capture_output=True, text=True, check=False, timeout=60,
                          stdin=subprocess.DEVNULL, encoding="utf-8")  # fmt: skip


def test_the_guide_has_files_and_commands() -> None:
    assert list(FILES) == ["my-branch.yaml", "silent.yaml", "with-a-claim.yaml", "differs.yaml", "own-document.yaml",
                           "asked.yaml"]  # fmt: skip
    assert len(COMMANDS) == 18


@pytest.mark.parametrize(("heading", "kinds"), [
    ("A prompt", (Prompt,)), ("A line of an account", (AccountLine,)), ("A thread", (Thread,)),
    ("A story or branch file", (Story, Branch)), ("A scene", (Scene,)), ("A choice", (Choice,)), ("A claim", (Claim,)),
    ("A cite:", (Cite,)), ("A person, a place", (Person,)), ("A document, an origin", (Origin,)),
    ("A document alone has also:", (Document,)), ("An edition file", (Edition,)),
])  # fmt: skip
def test_a_table_names_every_field_once_and_every_word_that_it_may_hold(heading: str, kinds: tuple[Any, ...]) -> None:
    below = GUIDE.split(f"\n### {heading}\n")[-1] if f"\n### {heading}\n" in GUIDE else GUIDE.split(f"\n{heading}\n")[1]
    rows = re.match(r"(?:[^|]*?)((?:\|.*\n)+)", below)
    assert rows is not None
    told = [re.findall("`([^`]+)`", row.split("|")[1]) for row in rows[1].splitlines()[2:]]
    named = [name for row in told for name in row]
    fields = {field.encode_name: field for kind in kinds for field in msgspec.structs.fields(kind)}
    common = {field.encode_name for field in msgspec.structs.fields(Origin)} if kinds == (Document,) else set()
    assert sorted(named) == sorted(fields.keys() - common)
    for name in named:
        for word in re.findall(r"'([^']+)'", " ".join(re.findall(r"Literal\[[^]]*\]", str(fields[name].type)))):
            assert f"`{word}`" in rows[1] or word in ("self-injury", *CONTENT), f"{name}: {word}"


def test_the_parts_of_a_reader_s_part_have_the_form_that_the_format_gives_them() -> None:
    """A prompt, an account and a thread are shown without the file that they stand in."""
    below = GUIDE.split("\n## The reader's part\n")[1].split("\n## ")[0]
    shown = [LocatedData("a.yaml", text).data for text in re.findall(r"^```yaml\n(?!#)(.*?)^```", below, re.S | re.M)]
    kinds: tuple[Any, ...] = (dict[str, Prompt], dict[str, tuple[AccountLine, ...]], dict[str, Thread])
    assert [len(msgspec.convert(data, kind)) for data, kind in zip(shown, kinds, strict=True)] == [1, 1, 1]


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_clean_but_for_claims_that_it_only_shows(
    shipped_wayout: list[str], tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    checked = run(shipped_wayout, tmp_path, f"wayout check {name} --format concise")
    assert checked.returncode == 0
    only = {"unused-claim"} if name == "differs.yaml" else set()
    assert set(re.findall(r"\[([a-z-]+)\]", checked.stdout)) == only
    assert run(shipped_wayout, tmp_path, f"wayout explore {name}").returncode == 0


def test_the_guide_can_be_followed_word_for_word(shipped_wayout: list[str], tmp_path: Path) -> None:
    """What `new` writes differs from the files of the guide in its wording alone; every command does what it says."""
    (new, check, preview, play, claim, fingerprint, own_claim, verify, coverage, show, story,
     check_story, explore, draw, preview_story, html, booklet, lesson) = COMMANDS  # fmt: skip
    assert run(shipped_wayout, tmp_path, new).returncode == 0
    assert run(shipped_wayout, tmp_path, check).returncode == 0
    assert run(shipped_wayout, tmp_path, preview).returncode == 2, "a preview needs a terminal, and says so"
    (tmp_path / "my-branch.yaml").write_text(FILES["my-branch.yaml"], encoding="utf-8")
    told = run(shipped_wayout, tmp_path, f"{play} --plain --from the-call --without all")
    assert told.returncode == 0
    assert "Turn to people who help" in told.stdout
    printed = run(shipped_wayout, tmp_path, claim)
    assert (
        LocatedData("a.yaml", printed.stdout).data == LocatedData("b.yaml", FILES["with-a-claim.yaml"]).data["claims"]
    )
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "talk.txt").write_text(next(blocks("text")), encoding="utf-8")
    (tmp_path / "own-document.yaml").write_text(FILES["own-document.yaml"], encoding="utf-8")
    assert run(shipped_wayout, tmp_path, fingerprint).stdout in FILES["own-document.yaml"]
    (tmp_path / "own-document.yaml").write_text(
        FILES["own-document.yaml"] + run(shipped_wayout, tmp_path, own_claim).stdout, encoding="utf-8")  # fmt: skip
    assert run(shipped_wayout, tmp_path, verify).stderr.startswith("2 cites verified in 1 archived text, 0 not")
    assert run(shipped_wayout, tmp_path, coverage).stdout == ""
    assert "advice" in run(shipped_wayout, tmp_path, show).stdout
    assert run(shipped_wayout, tmp_path, story).returncode == 0
    (tmp_path / "trails").mkdir()
    trail = next(text for text in blocks("yaml") if text.startswith("trail:"))
    (tmp_path / "trails" / "anna.yaml").write_text(trail, encoding="utf-8")
    checked = run(shipped_wayout, tmp_path, check_story)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert checked.stderr == "anna: 2 scenes, 2 claims, 1 trail: clean (with 7 shipped stories)\n"
    for line in (explore, draw, html, booklet, lesson):
        assert run(shipped_wayout, tmp_path, line).returncode == 0
    assert run(shipped_wayout, tmp_path, preview_story).returncode == 2
