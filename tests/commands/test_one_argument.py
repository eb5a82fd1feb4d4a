"""A file, a folder, a folder with pages of its own and a project are understood alike by every command."""

import shutil
from pathlib import Path

import click
import pytest

from tests.support.paths import BASE_STORY, TESTS_FOLDER, edit
from wayout.cli import main
from wayout.commands.check import run as check
from wayout.commands.explore import planned
from wayout.commands.preview import located
from wayout.errors import CLEAN, FINDINGS, MISUSE
from wayout.launch import UsageError, library_of
from wayout.model.input_selection import named_stories, project_of

pytestmark = pytest.mark.usefixtures("invented_here")


PAGE = "title: About it\ntext:\n  - {text: A page of its own., claims: [CLAIM]}\n"
SHIPPED_BRANCH = TESTS_FOLDER / "invented" / "project" / "story" / "branches" / "a-court-is-tried.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with stories, evidence and a page of its own; and a folder with a branch and a page of its own."""
    shutil.copytree(BASE_STORY, tmp_path / "project")
    page = tmp_path / "project" / "story" / "the-war.yaml"
    page.write_text(PAGE.replace("CLAIM", "law-fine"), encoding="utf-8")
    (tmp_path / "pages").mkdir()
    shutil.copy(SHIPPED_BRANCH, tmp_path / "pages" / "mine.yaml")
    page = tmp_path / "pages" / "the-war.yaml"
    page.write_text(PAGE.replace("CLAIM", "court-cases"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["project", "project/story", "project/story/anton.yaml"])
def test_a_project_is_played_written_and_taught_as_it_is_checked(
    place: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check([kind], "concise") == CLEAN, capsys.readouterr().out
    library = library_of((Path(kind),))
    assert sorted(library.stories) == ["anton", "boris"]
    assert "A page of its own." in str(library.asides["the-war"])
    assert located("anton", (Path(kind),))[0].name == "anton.yaml"
    assert {name for _, only in planned([kind]) for name in only or ("all",)} == (
        {"anton"} if kind.endswith(".yaml") else {"all"})  # fmt: skip
    for words in (["anton", "--stories", kind], [kind]):
        assert main(["export", "booklet", *words, "-o", "out.html"], standalone_mode=False) == CLEAN
        assert "A page of its own." in (place / "out.html").read_text(encoding="utf-8")
    assert main(["sources", "show", "anton-told", "--stories", kind], standalone_mode=False) == CLEAN
    assert "The foreman tells Anton" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["pages", "pages/mine.yaml"])
def test_what_stands_beside_the_shipped_is_found_by_every_command(place: Path, kind: str) -> None:
    library = library_of((Path(kind),))
    assert {"mine", "vesna"} <= library.stories.keys()
    assert "mine" in library.unreviewed_stories
    assert ("A page of its own." in str(library.asides["the-war"])) is (kind == "pages")
    assert check([kind], "concise") == CLEAN
    assert located("mine", (Path(kind),))[0].name == "mine.yaml"
    for words in (["mine", "--stories", kind], [kind]):
        (place / "out.html").unlink(missing_ok=True)
        assert main(["export", "booklet", *words, "-o", "out.html"], standalone_mode=False) == CLEAN
        assert "stay in Varn, and answer for it" in (place / "out.html").read_text(encoding="utf-8")


def test_words_are_stories_files_or_folders(place: Path) -> None:
    assert named_stories(("vesna", "pages"), (Path("x"),)) == (("vesna", "mine"), (Path("x"), Path("pages")))
    assert named_stories(("project/story/anton.yaml",)) == (("anton",), (Path("project/story/anton.yaml"),))
    assert named_stories(("nobody.yaml",)) == (("nobody.yaml",), ())
    (place / "vesna").mkdir()
    assert named_stories(("vesna",)) == (("vesna",), ()), "a story goes before a folder of its name"


def test_what_is_shipped_is_no_project_of_a_writers_own(place: Path) -> None:
    from wayout.model.file_access import shipped

    assert project_of(shipped().stories[0]) is None
    assert project_of(place / "project" / "story") == (place / "project").resolve()
    assert project_of(place / "pages") is None


def test_two_projects_are_not_read_together(place: Path) -> None:
    shutil.copytree(place / "project", place / "other")
    with pytest.raises(UsageError, match="two projects"):
        library_of((Path("project"), Path("other")))
    for words in (["play", "anton"], ["sources", "list"], ["new", "branch"], ["export", "html", "-o", "out.html"]):
        with pytest.raises(click.BadParameter, match="two projects"):
            main([*words, "--stories", "project", "--stories", "other"], standalone_mode=False)


def test_a_project_with_faults_names_the_command_that_shows_them(place: Path) -> None:
    edit(place / "project" / "story" / "anton.yaml", ("kind: as-published", "kind: as-publishd"))
    with pytest.raises(UsageError, match=r"'wayout check \S*project' shows each in full"):
        library_of((Path("project"),))


def test_a_part_that_is_left_out_does_not_end_well(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "pages" / "broken.yaml").write_text("grows: [", encoding="utf-8")
    for words in (["pages"], ["mine", "--stories", "pages"]):
        status = main(["export", "html", *words, "-o", "out.html"], standalone_mode=False)
        assert status == (MISUSE if words == ["pages"] else FINDINGS)
        assert "Left out for its faults: " in capsys.readouterr().err
    assert main(["export", "html", "vesna", "-o", "out.html"], standalone_mode=False) == CLEAN


def test_a_folder_without_a_story_writes_nothing(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "empty").mkdir()
    assert main(["export", "html", "empty", "-o", "none.html"], standalone_mode=False) == MISUSE
    assert "No story is in empty." in capsys.readouterr().err
    assert not (place / "none.html").exists()


def test_a_cached_file_is_read_again_when_it_changes(place: Path) -> None:
    """Twice, the second time with other text of the same story."""
    file = place / "pages" / "mine.yaml"
    assert library_of((file,)).unreviewed_stories["mine"] == "The makers, as an example"
    edit(file, ("The makers, as an example", "Somebody else"))
    assert library_of((file,)).unreviewed_stories["mine"] == "Somebody else"
