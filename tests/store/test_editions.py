"""Several editions lie in one home, and each has its own trails, notebook, branches and place in a browser."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.invented.records import PROJECT
from tests.store.test_earlier_version import EARLIER
from tests.support.terminals import Screen
from wayout.locale import edition_strings, shelf_strings
from wayout.model.file_access import folders_of
from wayout.model.library import Library
from wayout.model.load import load
from wayout.play.state import Reader
from wayout.store.autosave import find_article, find_resumable, is_editor, pages_read, progress
from wayout.store.shelf import LAST_EDITION_KEY, Shelf, open_shelf

pytestmark = pytest.mark.smoke
OTHER_NAME = "Zora"
"""Who is called Vesna in the first edition: ids are the same in both, and names tell which is open."""


@pytest.fixture
def marsh(home: Path) -> Path:
    """A second edition in the reader's folder, with the ids of the first one in everything."""
    folder = home / "data" / "editions" / "marsh"
    shutil.copytree(PROJECT, folder)
    for file in folder.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("Vesna", OTHER_NAME)
        text = text.replace("id: harbour", "id: marsh").replace("title: The harbour", "title: The marsh")
        file.write_text(text.replace("the records of the harbour say", "the marsh says"), encoding="utf-8")
    return folder


@pytest.fixture
def shelf(home: Path) -> Shelf:
    """The shelf that the installed command uses too."""
    assert str(home) == os.environ["WAYOUT_HOME"]
    return open_shelf()


def run(wayout: list[str], *args: str, said: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run([*wayout, *args], input=said, capture_output=True, timeout=60, check=False, encoding="utf-8")


def of(shelf: Shelf, edition: str) -> Shelf:
    """The shelf with an edition open: the first one is the shipped one."""
    shelf.open_edition(edition, is_shipped=edition == "harbour")
    return shelf


@pytest.mark.usefixtures("marsh")
def test_what_was_begun_is_begun_in_its_own_edition_alone(wayout: list[str], shelf: Shelf, library: Library) -> None:
    run(wayout, "--edition", "marsh", "play", "vesna", "--plain", said="1\n1\nq\n")
    here = run(wayout, "--edition", "harbour", "play", "--plain", said="q\n").stdout
    there = run(wayout, "--edition", "marsh", "play", "--plain", said="q\n").stdout
    assert "Vesna" in here
    assert OTHER_NAME not in here
    assert shelf_strings.CONTINUE.format(name="Vesna") not in here
    assert shelf_strings.CONTINUE.format(name=OTHER_NAME) in there
    (saved,) = shelf.every_trail()
    assert saved.edition == "marsh"
    for edition, is_there in (("harbour", False), ("marsh", True)):
        own = of(shelf, edition)
        assert bool(own.trails()) == is_there
        assert bool(find_resumable(library, own, Reader())) == is_there
        assert bool(progress(library, own)) == is_there
        assert bool(pages_read(own)) == is_there
        assert is_editor(library, own) == (is_there and bool(library.stories["vesna"].account))
        assert find_article(library, own, "vesna") is None


@pytest.mark.usefixtures("marsh")
def test_lines_in_a_readers_hand_stay_in_their_edition(shelf: Shelf) -> None:
    from wayout.play.state import TakenLine

    line = (TakenLine("a-thread", "vesna", "a-scene"),)
    of(shelf, "harbour").keep_notebook(line)
    assert of(shelf, "marsh").notebook == ()
    assert of(shelf, "harbour").notebook == line
    assert open_shelf().notebook == line, "that of a shelf from before there were several is of the shipped one"


@pytest.mark.usefixtures("marsh")
def test_going_on_opens_the_edition_of_what_was_begun_last(wayout: list[str], shelf: Shelf) -> None:
    run(wayout, "play", "vesna", "--plain", said="1\n1\nq\n")
    run(wayout, "--edition", "marsh", "play", "vesna", "--plain", said="1\n1\nq\n")
    again = run(wayout, "play", "--continue", "--plain", said="log\n2\nq\n")
    assert again.stderr == ""
    assert "Vesna" not in again.stdout
    assert [saved.edition for saved in shelf.every_trail()] == ["marsh", "harbour"]
    of_first = run(wayout, "--edition", "harbour", "play", "--continue", "--plain", said="log\nq\n")
    assert OTHER_NAME not in of_first.stdout
    assert of_first.returncode == 0


@pytest.mark.usefixtures("marsh")
def test_trails_are_listed_with_their_edition_and_go_by_their_ids(
    wayout: list[str], shelf: Shelf, tmp_path: Path
) -> None:
    for edition in ("harbour", "marsh"):
        run(wayout, "--edition", edition, "play", "vesna", "--plain", said="1\n1\nq\n")
    listed = run(wayout, "shelf", "list").stdout.splitlines()
    assert [line.split()[1:3] for line in listed] == [["marsh", "vesna"], ["harbour", "vesna"]]
    marsh, harbour = (saved.id for saved in shelf.every_trail())
    out = run(wayout, "shelf", "export", marsh)
    assert (out.returncode, out.stderr) == (0, "")
    assert "\nedition: marsh\n" in out.stdout
    file = tmp_path / "marsh.yaml"
    file.write_text(out.stdout, encoding="utf-8")
    assert "\nedition: harbour\n" in run(wayout, "shelf", "export", harbour).stdout
    refused = run(wayout, "--edition", "harbour", "shelf", "export", marsh)
    assert refused.returncode == 2
    assert "is of the edition 'marsh'" in refused.stderr
    for command in (("shelf", "import"), ("trail", "replay"), ("play", "--plain", "--trail")):
        other = run(wayout, *command, str(file), said="q\n")
        told = f"{other.stdout}{other.stderr}"
        assert other.returncode
        assert "This trail is of the edition 'marsh', and 'harbour' is open." in told
    assert edition_strings.OPEN_IT.format(edition="marsh") in run(wayout, "trail", "replay", str(file)).stdout
    assert run(wayout, "--edition", "marsh", "shelf", "import", str(file)).returncode == 0
    assert run(wayout, "--edition", "marsh", "trail", "replay", str(file)).returncode == 0
    file.write_text(out.stdout.replace("edition: marsh\n", ""), encoding="utf-8")
    for edition in ("harbour", "marsh"):
        assert run(wayout, "--edition", edition, "trail", "replay", str(file)).returncode == 0
    assert run(wayout, "shelf", "name", marsh, "swamp").returncode == 0
    assert run(wayout, "shelf", "delete", "swamp", harbour).returncode == 0
    assert [saved.edition for saved in shelf.every_trail()] == ["marsh"], "the one that was taken in stays"


@pytest.mark.usefixtures("marsh")
def test_an_old_shelf_is_of_the_shipped_edition(home: Path, wayout: list[str], shelf: Shelf) -> None:
    shutil.copy(EARLIER / "shelf-0.1.0.sqlite", home / "data" / "shelf.sqlite")
    listed = run(wayout, "shelf", "list").stdout.splitlines()
    assert [line.split()[1] for line in listed] == ["harbour", "harbour"]
    assert len(of(shelf, "harbour").trails()) == 2
    assert of(shelf, "marsh").trails() == ()


def test_a_branch_is_there_in_its_own_edition_alone(home: Path, marsh: Path, wayout: list[str]) -> None:
    own = home / "data" / "stories"
    own.mkdir()
    at, scene = next((name, one) for name, one in load(folders_of(marsh)).library.stories["vesna"].scenes.items()
                     if one.choices)  # fmt: skip
    choice = next(iter(scene.choices.values()))
    made = run(wayout, "--edition", "marsh", "new", "branch", "--grows", "vesna", "--at", at, "--label", "Walk into it",
               "--act", choice.act, "--claims", choice.origins[0], "--is", "reported", "--author", "A. W.",
               "-o", str(own / "into-it.yaml"))  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert "\nedition: marsh\n" in (own / "into-it.yaml").read_text(encoding="utf-8")
    shutil.copy(PROJECT / "story" / "ivo.yaml", own / "own-story.yaml")
    for edition, is_there in (("marsh", True), ("harbour", False)):
        done = run(wayout, "--edition", edition, "play", "into-it", "--plain", said="q\n")
        assert ("There is no story" not in done.stderr) == is_there, (edition, done.stderr)
    assert "edition" not in run(wayout, "--edition", "harbour", "play", "--plain", said="q\n").stderr
    there = run(wayout, "--edition", "marsh", "play", "own-story", "--plain", said="q\n")
    assert "There is no story 'own-story'" in there.stderr, "stories without an edition are beside the shipped one"


@pytest.mark.usefixtures("marsh")
def test_pages_beside_the_stories_tell_of_one_edition(wayout: list[str]) -> None:
    words = "compare\ntimeline\ndiffer\nalone\nglossary\nabout\nq\n"
    here = run(wayout, "--edition", "harbour", "play", "--plain", said=words).stdout
    there = run(wayout, "--edition", "marsh", "play", "--plain", said=words).stdout
    assert "Vesna" in here
    assert OTHER_NAME not in here
    assert OTHER_NAME in there
    assert "Vesna" not in there


@pytest.mark.usefixtures("marsh")
def test_line_by_line_the_last_edition_is_marked_and_the_library_leads_back_to_the_menu(
    wayout: list[str], shelf: Shelf
) -> None:
    first = run(wayout, "--plain", said="2\neditions\n1\nq\n").stdout
    assert first.count(edition_strings.EDITIONS_HEAD) == 2
    assert f"The marsh ({edition_strings.OPENED_LAST})" in first
    assert first.index(OTHER_NAME) < first.index("Vesna")
    assert shelf.get_setting(LAST_EDITION_KEY) == "harbour"
    again = run(wayout, "--plain", said="\nq\n").stdout
    assert "Vesna" in again
    asked_for = run(wayout, "--edition", "marsh", "--plain", said="editions\nq\n").stdout
    assert edition_strings.EDITIONS_HEAD not in asked_for, "who has named an edition is not asked"


@pytest.mark.skipif(os.name != "posix", reason="terminals are others there")
@pytest.mark.usefixtures("marsh")
@pytest.mark.parametrize(("rows", "columns"), [(20, 40), (24, 80), (60, 200)])
def test_a_terminal_asks_on_a_screen_opens_and_comes_back(
    wayout: list[str], shelf: Shelf, rows: int, columns: int
) -> None:
    shelf.put_setting(LAST_EDITION_KEY, "marsh")
    shelf.close()
    with Screen(wayout, columns=columns, rows=rows) as game:
        game.until("The marsh")
        game.until("Opened last.")
        game.press("\r")
        game.until(OTHER_NAME)
        assert "Vesna" not in game.text
        game.press("e")
        game.until("The marsh")
        game.settle()
        game.press("1")
        game.until("Vesna")
        game.settle()
        game.press("q")
        game.rest()
        assert game.child.exitstatus == 0
    assert shelf.get_setting(LAST_EDITION_KEY) == "harbour"


@pytest.mark.skipif(os.name != "posix", reason="terminals are others there")
@pytest.mark.usefixtures("marsh")
def test_q_leaves_the_menu_of_editions(wayout: list[str]) -> None:
    with Screen(wayout) as game:
        game.until("The marsh")
        game.settle()
        game.press("q")
        game.rest()
        assert game.child.exitstatus == 0
