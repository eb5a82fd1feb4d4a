"""Branch files: a story grows without being touched, and says who wrote what was not reviewed."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from tests.support.playing import played
from wayout.commands.explore import run as explore
from wayout.commands.explore_report import ExploreOptions
from wayout.commands.map import run as draw
from wayout.commands.preview import FileSource, located
from wayout.faces.terminal.app import WayoutApp
from wayout.launch import LaunchOptions, library_of, open_game
from wayout.model.checks import check
from wayout.model.file_access import Folders, shipped
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.load_result import LoadResult
from wayout.play.state import Reader
from wayout.play.step import begin, records_with_same_act
from wayout.views.catalogue import catalogue
from wayout.views.compare import compare
from wayout.views.page import page
from wayout.views.source_comparison import single_source_claims
from wayout.views.timeline import timeline
from wayout.views.trail_summary import not_walked

BASE = BASE_STORY
BRANCH = """\
grows: anton
author: A. Writer
teaser: The docker, and one more answer.
adds:
  the-order:
    choices:
      sing:
        label: Sing
        act: leave
        from: [song-heard]
        outcome: {is: reported, text: On other quays men have sung., claims: [song-heard]}
        to: the-song
scenes:
  the-song:
    text: A song is told of.
    claims: [song-heard]
    ending:
      kind: record-silent
      text: Nobody tells how it ended.
      claims: [song-heard]
claims:
  song-heard:
    says: Dockers have sung.
    kind: event
    cites:
      - {document: gazette-en, lines: 7, voice: narrated}
"""


def grown(tmp_path: Path, text: str = BRANCH, name: str = "song.yaml") -> LoadResult:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return load(Folders(BASE / "seeds", (BASE / "story", tmp_path)))


def found(tmp_path: Path, old: str, new: str) -> list[tuple[str, str, int, int]]:
    assert old in BRANCH
    return [
        (one.code, Path(one.span.file).name, one.span.line, one.span.column)
        for one in check(grown(tmp_path, BRANCH.replace(old, new)))
    ]


def test_a_branch_is_a_story_of_its_own_and_leaves_the_one_it_grows_as_it_is(tmp_path: Path, invented: Library) -> None:
    loaded = grown(tmp_path)
    assert check(loaded) == []
    library = loaded.library
    assert library.stories["anton"] == invented.stories["anton"]
    assert list(library.scene("song", "the-order").choices) == ["refuse", "load", "sing"]
    assert recorded_path("song", library.stories["song"]) == recorded_path("anton", invented.stories["anton"])
    play = played(library, "song", "sing", "go on")
    assert page(library, play.state, Reader()).kind == "ending"


def test_it_is_listed_last_with_its_author_and_every_page_says_that_it_was_not_reviewed(tmp_path: Path) -> None:
    library = grown(tmp_path).library
    entries = catalogue(library, Reader())
    assert [(one.id, one.review) for one in entries] == [
        ("anton", ""), ("boris", ""), ("song", "song, not reviewed, by A. Writer"),
    ]  # fmt: skip
    assert page(library, begin(library, "song").state, Reader()).title == "Anton (not reviewed)"
    assert page(library, begin(library, "anton").state, Reader()).title == "Anton"


def test_a_whole_story_from_another_folder_was_not_reviewed_either(tmp_path: Path) -> None:
    text = (BASE / "story" / "boris.yaml").read_text(encoding="utf-8")
    library = grown(tmp_path, text.replace("title:", "author: B. Writer\ntitle:", 1), "other.yaml").library
    assert {one.id: one.review for one in catalogue(library, Reader())}["other"] == "other, not reviewed, by B. Writer"


def test_what_was_not_reviewed_stands_in_no_overview(tmp_path: Path, invented: Library) -> None:
    """Who did what, when, on one account; whom one has not read; who met the same question: as without the branch."""
    library = grown(tmp_path).library
    reader = Reader()
    assert compare(library, reader) == compare(invented, reader)
    assert timeline(library, reader) == timeline(invented, reader)
    assert single_source_claims(library, reader) == single_source_claims(invented, reader)
    assert records_with_same_act(library, "song") == records_with_same_act(invented, "anton")
    play = played(library, "song", "sing")
    assert not_walked(library, play.trail) == ("boris",)


@pytest.mark.parametrize(("old", "new", "wanted"), [
    ("grows: anton", "grows: antom", ("missing-target", "song.yaml", 1, 8)),
    ("grows: anton", "grows: song", ("missing-target", "song.yaml", 1, 8)),
    ("  the-order:\n", "  the-ordre:\n", ("missing-target", "song.yaml", 5, 3)),
    ("      sing:", "      load:", ("duplicate-id", "song.yaml", 7, 7)),
    ("to: the-song", "to: the-sung", ("missing-target", "song.yaml", 12, 13)),
    ("act: leave", "act: singing", ("missing-target", "song.yaml", 9, 14)),
    ("lines: 7", "lines: 70", ("cite-range", "song.yaml", 26, 39)),
    ("label: Sing", "label: Sing\n        lable: x", ("unknown-field", "song.yaml", 9, 9)),
])  # fmt: skip
def test_each_fault_is_found_at_its_place_in_the_branch(
    tmp_path: Path, old: str, new: str, wanted: tuple[str, str, int, int]
) -> None:
    assert wanted in found(tmp_path, old, new)
    assert {file for _, file, _, _ in found(tmp_path, old, new)} == {"song.yaml"}


def test_a_scene_that_the_story_has_already_is_a_finding(tmp_path: Path) -> None:
    assert ("duplicate-id", "song.yaml", 14, 3) in found(tmp_path, "  the-song:\n    text", "  home:\n    text")


def test_a_claim_that_the_project_has_already_is_a_finding_in_the_branch(tmp_path: Path) -> None:
    faults = found(tmp_path, "  song-heard:\n    says", "  anton-told:\n    says")
    assert ("duplicate-id", "song.yaml", 22, 3) in faults


def test_a_fault_of_the_story_itself_is_told_once(tmp_path: Path) -> None:
    """With a branch the story stands in the library twice."""
    project = tmp_path / "project"
    for file in BASE.rglob("*.yaml"):
        copy = project / file.relative_to(BASE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(file.read_text(encoding="utf-8").replace("act: go-along", "act: go-alnog"), encoding="utf-8")
    branches = tmp_path / "branches"
    branches.mkdir()
    (branches / "song.yaml").write_text(BRANCH, encoding="utf-8")
    folders = Folders(project / "seeds", (project / "story", branches))
    faults = [one for one in check(load(folders)) if Path(one.span.file).name == "anton.yaml"]
    assert [one.code for one in faults] == ["missing-target"]


def test_the_examples_are_clean_and_playable_to_their_ends(wayout: list[str]) -> None:
    folder = shipped().stories[0] / "branches"
    checked = subprocess.run([*wayout, "check", str(folder)], capture_output=True, text=True, check=False, timeout=60)
    assert (checked.returncode, checked.stdout) == (0, "")
    names = sorted(path.stem for path in folder.glob("*.yaml"))
    assert names == ["before-a-court", "help-is-asked"]
    alone = ("--plain", "--without", "all", "--stories", str(folder))
    told = subprocess.run([*wayout, "play", "before-a-court", *alone], input="2\n4\nq\n",
                          capture_output=True, text=True, check=False, timeout=60)  # fmt: skip
    assert "Nikita (not reviewed)" in told.stdout
    assert "Here the record falls silent" in told.stdout
    told = subprocess.run([*wayout, "play", "help-is-asked", "--from", "the-call", *alone],
                          input="5\n1\nq\n", capture_output=True, text=True, check=False, timeout=60)  # fmt: skip
    assert "Turn to people who help" in told.stdout
    assert "not taken" in told.stdout
    assert told.stdout.count("What does he do?") == 2


def test_what_stands_in_the_readers_own_folder_is_listed_and_its_faults_cost_nothing_else(
    wayout: list[str], tmp_path: Path
) -> None:
    own = tmp_path / "data" / "stories"
    own.mkdir(parents=True)
    text = (shipped().stories[0] / "branches" / "help-is-asked.yaml").read_text(encoding="utf-8")

    def listed() -> subprocess.CompletedProcess[str]:
        return subprocess.run([*wayout], input="q\n", capture_output=True, text=True, check=False, timeout=60,
                              env={**os.environ, "WAYOUT_HOME": str(tmp_path)})  # fmt: skip

    (own / "mine.yaml").write_text(text, encoding="utf-8")
    assert "not reviewed, by The makers, as an example" in " ".join(listed().stdout.split())
    (own / "mine.yaml").write_text(text.replace("to: back", "to: nowhere"), encoding="utf-8")
    faulty = listed()
    assert faulty.returncode == 0
    assert "not reviewed" not in faulty.stdout
    assert "Vasiliy" in faulty.stdout
    assert "mine.yaml:22:13" in faulty.stderr
    assert "mine.yaml' shows them)" in faulty.stderr


@pytest.fixture(scope="module")
def beside_a_broken_one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A healthy branch, and with it one with a fault, one that stands on that, one that is no YAML, and a trail."""
    folder = tmp_path_factory.mktemp("neighbours")
    text = (shipped().stories[0] / "branches" / "before-a-court.yaml").read_text(encoding="utf-8")
    (folder / "healthy.yaml").write_text(text, encoding="utf-8")
    (folder / "faulty.yaml").write_text(BRANCH.replace("grows: anton", "grows: nobody"), encoding="utf-8")
    (folder / "leaning.yaml").write_text(text.replace("claims:", "claims: [song-heard]", 1) + "- x", encoding="utf-8")
    (folder / "broken.yaml").write_text("grows: [", encoding="utf-8")
    (folder / "walked.yaml").write_text("trail: 1\nstory: healthy\nsteps: []\n", encoding="utf-8")
    return folder


def test_a_healthy_file_is_played_though_its_neighbours_are_broken_and_these_are_named(
    beside_a_broken_one: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = library_of((beside_a_broken_one,))
    assert sorted(Path(file).stem for file in library.left_out) == ["broken", "faulty", "leaning"]
    assert library.unreviewed_stories.keys() >= {"healthy"}
    told = capsys.readouterr().err
    assert "There is no story 'nobody' to grow." in told
    assert told.count("Left out for its faults: ") == 3
    assert "walked" not in told


def test_what_was_left_out_is_named_on_the_list_of_stories_and_is_not_played(
    beside_a_broken_one: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert open_game("faulty", options=LaunchOptions(plain=True, stories=(beside_a_broken_one,), no_trace=True)) == 2
    assert "'faulty' has faults and is not played. 'wayout check " in capsys.readouterr().err
    app = WayoutApp(library_of((beside_a_broken_one,)), Reader())
    assert len([one for one in app.news if one.startswith("Left out for its faults")]) == 3


def test_a_preview_shows_a_healthy_file_and_the_faults_of_its_neighbours(beside_a_broken_one: Path) -> None:
    draft = FileSource(*located("healthy", (beside_a_broken_one,))).read()
    assert draft.library is not None
    assert {Path(one.finding.span.file).stem for one in draft.noted} == {"broken", "faulty", "leaning"}


def test_a_map_and_a_search_of_the_folder_go_on_too(
    beside_a_broken_one: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert explore([str(beside_a_broken_one)], ExploreOptions(plays=10)) == 1
    explored = capsys.readouterr().err
    assert {line.split(":")[0] for line in explored.splitlines() if "not explored" in line} == {
        "broken", "faulty", "leaning"}  # fmt: skip
    assert "1 story: proved over" in explored
    assert draw(str(beside_a_broken_one / "healthy.yaml"), "text", None) == 0
