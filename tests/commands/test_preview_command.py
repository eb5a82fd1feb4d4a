"""`wayout preview` as a writer meets it: in a real terminal, while files are saved under its hands."""

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.commands.test_command import run
from tests.conftest import BASE
from tests.support.terminals import Screen
from wayout.authoring.reload import LONG_QUIET_POLLS, FileWatcher


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(BASE, tmp_path / "project")
    monkeypatch.chdir(tmp_path / "project")
    return Path("story", "anton.yaml")


@pytest.fixture
def open_preview(wayout: list[str]) -> Iterator["Opener"]:
    with ExitStack() as ends:
        yield Opener(wayout, ends)


class Opener:
    """Opens previews, which end with the test."""

    def __init__(self, wayout: list[str], ends: ExitStack) -> None:
        self.wayout = wayout
        self.ends = ends

    def __call__(self, *args: str, columns: int = 120, rows: int = 40, **env: str) -> Screen:
        return self.ends.enter_context(Screen(self.wayout, "preview", *args, columns=columns, rows=rows, **env))


def rewrite(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_saved_is_on_the_page_without_a_key_and_a_broken_file_leaves_the_last_good_page(
    project: Path, open_preview: Opener
) -> None:
    """A label changes by itself; a fault is told with its line below the page as it was; mended, the moment is back."""
    screen = open_preview(str(project))
    screen.until("❯ 1  Refuse")
    screen.press("1")
    screen.until("taken · recorded")
    rewrite(project, "text: He refuses.", "text: He says no.")
    screen.until("He says no.")
    rewrite(project, "to: afterwards", "to: afterwords")
    screen.until("The file cannot be shown as it is.")
    for words in ("He says no.", "line 25: ", "missing-target", "Did you mean", "1 error"):
        assert words in screen.text
    rewrite(project, "to: afterwords", "to: afterwards")
    screen.until("The file cannot be shown as it is.", gone=True)
    assert "taken · recorded" in screen.text
    screen.press("\r")
    screen.until("He stands on the quay.")
    rewrite(project, "  afterwards:\n", "  later:\n")
    rewrite(project, "to: afterwards", "to: later")
    screen.until("The same steps now lead to “later”.")
    screen.press("q")
    screen.rest()
    assert screen.child.exitstatus == 0


def test_while_nothing_changes_not_a_byte_is_written(project: Path, open_preview: Opener) -> None:
    screen = open_preview(str(project))
    screen.until("? help")
    screen.settle()
    assert screen.silence(1.2) == b""
    project.touch()
    assert screen.silence(1) == b""


def test_a_file_that_is_emptied_and_written_again_is_never_shown_as_broken(project: Path, open_preview: Opener) -> None:
    """As editors do that truncate, or remove and create, or write beside and rename."""
    screen = open_preview(str(project))
    screen.until("❯ 1  Refuse")
    text = project.read_text(encoding="utf-8")
    with project.open("w", encoding="utf-8") as file:
        file.flush()
        time.sleep(0.3)
        file.write(text.replace("label: Refuse", "label: Say no"))
    screen.until("1  Say no")
    project.unlink()
    time.sleep(0.3)
    project.write_text(text, encoding="utf-8")
    screen.until("1  Refuse")
    beside = project.with_suffix(".tmp")
    beside.write_text(text.replace("label: Refuse", "label: Deny it"), encoding="utf-8")
    beside.replace(project)
    screen.until("1  Deny it")
    for words in (b"cannot be shown", b"not there", b"error"):
        assert words not in screen.raw


def test_a_file_that_is_gone_for_good_is_told_of(project: Path, open_preview: Opener) -> None:
    screen = open_preview(str(project))
    screen.until("❯ 1  Refuse")
    text = project.read_text(encoding="utf-8")
    project.unlink()
    screen.until("line 1: The file is not there")
    screen.until("This is the last good page.")
    assert "1  Refuse" in screen.text
    project.write_text(text, encoding="utf-8")
    screen.until("line 1: The file is not there", gone=True)


def test_a_file_is_read_once_it_is_still() -> None:
    """Not while it grows; at once when it is whole; after a while, if it stays empty."""
    sizes: list[int] = [5, 5, 7, 9, 9, 9, 0, *[0] * LONG_QUIET_POLLS, 0]

    class Fake(type(Path())):  # type: ignore[misc]
        def stat(self, **_: object) -> object:
            size = sizes.pop(0)
            return type("Stat", (), {"st_mtime_ns": size, "st_size": size, "st_ino": 1})

    watch = FileWatcher(lambda: [Fake("a")])
    assert [watch.look() for _ in range(5)] == [False, False, False, True, False]
    assert [watch.look() for _ in range(LONG_QUIET_POLLS + 2)] == [*[False] * LONG_QUIET_POLLS, True, False]


def test_a_preview_begins_at_any_scene_with_what_a_reader_would_have(project: Path, open_preview: Opener) -> None:
    """On the recorded path as the record has it."""
    screen = open_preview(str(project), "--at", "afterwards", columns=80, rows=24)
    screen.until("His pay is stopped.")


def test_a_scene_off_the_path_is_come_to_by_a_shortest_way(project: Path, open_preview: Opener) -> None:
    """Its passage that needs a choice to be made is there, and undo leads back along the way."""
    rewrite(project, "        to: back\n", "        set: {pay: stopped}\n        to: aboard\n")
    rewrite(project, "  home:\n", "  aboard:\n    text:\n      - {text: He loads., claims: [anton-told]}\n"
            "      - {if: {pay: stopped, chose: [the-order/load]}, text: For nothing., claims: [anton-told]}\n"
            "    next: home\n  home:\n")  # fmt: skip
    screen = open_preview(str(project), "--at", "aboard")
    screen.until("For nothing.")
    screen.press("u")
    screen.until("not taken · threatened")


def test_a_witness_trail_opens_the_page_on_which_nothing_is_open(
    project: Path, wayout: list[str], open_preview: Opener
) -> None:
    """As explore writes it; with a choice opened, the page stays and can be left."""
    rewrite(project, "    next: home\n", "    ask: And now?\n    choices:\n"
            "      on: {label: On, act: go-along, if: {pay: paid}, from: [anton-home],\n"
            "           outcome: {is: reported, text: He goes., claims: [anton-home]}, to: home}\n"
            "      off: {label: Off, act: refuse-order, if: {pay: paid}, from: [anton-home],\n"
            "           outcome: {is: reported, text: He goes., claims: [anton-home]}, to: home}\n")  # fmt: skip
    found = run(wayout, "explore", ".", "--trails", "trails")
    (trail,) = Path("trails").glob("*no-open-choice*.yaml")
    assert "no-open-choice" in found.stdout
    screen = open_preview(str(project), "--trail", str(trail), columns=80, rows=24)
    screen.until("From here nothing leads on")
    for words in ("He stands on the quay.", "On  on", "not open"):
        assert words in screen.text
    rewrite(project, "act: go-along, if: {pay: paid}", "act: go-along")
    screen.until("From here nothing leads on", gone=True)
    assert "He stands on the quay." in screen.text
    screen.press("\r")
    screen.until("He goes.")


def test_e_opens_the_editor_at_the_line_and_gives_the_screen_back(
    project: Path, tmp_path: Path, open_preview: Opener
) -> None:
    """At the scene of the page, and from the findings at the finding."""
    editor = tmp_path / "vim"
    editor.write_text(f'#!/bin/sh\necho "$@" >> {tmp_path}/said\nsed -i "s/label: Refuse/label: Never/" "$2"\n')
    editor.chmod(0o755)
    screen = open_preview(str(project), EDITOR=str(editor))
    screen.until("❯ 1  Refuse")
    screen.press("e")
    screen.until("1  Never")
    rewrite(project, "to: afterwards", "to: afterwords")
    screen.until("1 error")
    screen.press("f")
    screen.until("❯ line 25")
    screen.press("e")
    for _ in range(100):
        said = (tmp_path / "said").read_text(encoding="utf-8").split("\n")
        if len(said) == 3:
            break
        time.sleep(0.05)
    assert said == [f"+11 {project}", f"+25 {project}", ""]
    screen.until("1  Never")


def test_an_editor_that_is_not_there_is_told_of(project: Path, open_preview: Opener) -> None:
    screen = open_preview(str(project), EDITOR="no-such-editor-here")
    screen.until("❯ 1  Refuse")
    screen.press("e")
    screen.until("no-such-editor-here could not be started: No such file or directory.")


def test_a_shipped_record_is_named_by_its_id(open_preview: Opener) -> None:
    screen = open_preview("vesna", "--at", "the-harbour-town", "--content", "gentle")
    screen.until("vesna/the-harbour-town, line")
    assert "nothing found" in screen.text


def test_a_folder_of_more_stories_is_read_with_stories(project: Path, open_preview: Opener) -> None:
    other = Path("other")
    other.mkdir()
    project.rename(other / "trial.yaml")
    screen = open_preview("trial", "--stories", str(other), columns=100)
    screen.until("There is no page to show yet.")
    assert "There is no claim 'anton-told'" in screen.text


@pytest.mark.parametrize(("args", "says"), [
    (["nobody"], "There is no story or file 'nobody'. Stories: "),
    (["story/anton.yaml", "--at", "hom"], "needs a terminal"),
    (["story/trails/anton.yaml"], "is a trail: name the story too"),
    (["story/anton.yaml", "--at", "home", "--trail", "story/trails/anton.yaml"], "cannot be used together"),
])  # fmt: skip
@pytest.mark.usefixtures("project")
def test_misuse_is_told_with_status_2(wayout: list[str], args: list[str], says: str) -> None:
    found = run(wayout, "preview", *args)
    assert found.returncode == 2
    assert says in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(("args", "says"), [
    (["story/anton.yaml", "--at", "hom"], "There is no scene 'hom' in 'anton'. Did you mean 'home'?"),
    (["story/anton.yaml", "--trail", "story/boris.yaml"], "boris.yaml"),
    (["story/anton.yaml", "--trail", "wim.yaml"], "This trail is of the story 'wim'."),
    (["story/acts.yaml"], "The file holds no story that can be shown."),
])  # fmt: skip
@pytest.mark.usefixtures("project")
def test_what_is_not_there_is_told_before_a_screen_opens(open_preview: Opener, args: list[str], says: str) -> None:
    Path("wim.yaml").write_text("trail: 1\nstory: wim\nsteps: []\n", encoding="utf-8")
    screen = open_preview(*args)
    screen.until(says)
    screen.rest()
    assert screen.child.exitstatus == 2


@pytest.mark.usefixtures("project")
def test_without_a_terminal_it_says_which_commands_do_it_line_by_line(wayout: list[str]) -> None:
    found = run(wayout, "preview", "story/anton.yaml")
    assert found.returncode == 2
    assert "wayout check story/anton.yaml" in found.stderr
    assert "wayout play anton --plain --stories story" in found.stderr
