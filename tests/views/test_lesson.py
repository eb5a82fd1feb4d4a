"""The lesson pack: regenerated and compared, whole in both forms, and never read as anything but text."""

import os
import re
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.paths import TESTS_FOLDER
from tests.terminal.driving import with_scene
from wayout.faces.print.lesson import as_html, as_markdown
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.play.state import Reader
from wayout.views.catalogue import catalogue_entry
from wayout.views.lesson import LESSON_MINUTES, LessonGrid, LessonPack, LessonPoints, LessonText, lesson, minutes

PACK = TESTS_FOLDER / "pages" / "lesson.md"
FITTING = [("ivo", "nils"), ("vesna",), ("ivo", "yann"), ("nils", "wim")]


class _Texts(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_pack_of_the_invented_stories_is_as_it_was_when_a_person_read_it(beside: Library) -> None:
    """WAYOUT_PICTURES=write writes it anew."""
    made = as_markdown(lesson(beside, ("anton", "boris"), Reader()))
    if os.environ.get("WAYOUT_PICTURES") == "write":
        PACK.write_text(made, encoding="utf-8")
    assert PACK.read_text(encoding="utf-8") == made


def _steps(made: LessonPack) -> list[tuple[int, int]]:
    plan = made.sheets[0].pieces[0]
    assert isinstance(plan, LessonGrid)
    return [(int(start), int(end)) for start, end in (row[0].split("–") for row in plan.rows)]


@pytest.mark.parametrize("names", FITTING, ids="+".join)
def test_the_plan_fills_one_lesson_without_a_gap(library: Library, names: tuple[str, ...]) -> None:
    made = lesson(library, names, Reader())
    steps = _steps(made)
    assert steps[0][0] == 0
    assert steps[-1][1] == LESSON_MINUTES
    assert all(before[1] == after[0] for before, after in pairwise(steps))
    assert all(end > start for start, end in steps)
    assert [end - start for start, end in steps[2 : 2 + len(names)]] == minutes(library, names, Reader())


def test_records_too_long_for_a_lesson_are_told_to_be(library: Library) -> None:
    made = lesson(library, ("vesna", "wim", "arvid", "yann"), Reader())
    assert _steps(made)[-1][1] > LESSON_MINUTES
    assert any(isinstance(one, LessonText) and "longer than one lesson" in one.text for one in made.sheets[0].pieces)


@pytest.mark.parametrize("name", ["arvid", "ivo", "nils", "vesna", "wim", "yann"])
def test_a_pack_tells_of_its_own_person_only(library: Library, name: str) -> None:
    """Of the statements handed out none is about another of the six."""
    made = lesson(library, (name,), Reader())
    own = {
        claim.says if isinstance(claim.says, str) else claim.says.full
        for claim in library.claims.values()
        if claim.subject in (name, "")
    }
    sheet = next(one for one in made.sheets if one.head.startswith("How well does it stand?"))
    grid = next(one for one in sheet.pieces if isinstance(one, LessonGrid))
    assert len(grid.rows) == 8
    assert [row[0] for row in grid.rows if row[0] not in own] == []


def test_the_questions_count_what_is_there(library: Library) -> None:
    made = lesson(library, ("wim",), Reader())
    talk = next(one for one in made.sheets if one.head == "Questions for the talk: Wim")
    heads = [one.head for one in talk.pieces if isinstance(one, LessonPoints)]
    assert heads == [
        "Sourcing: who says so, and what for?",
        "Corroboration: who else could say so?",
        "Context: what was the law, and when?",
        "Close reading: what hangs on a word?",
        "From the record itself",
    ]
    close = talk.pieces[3]
    assert isinstance(close, LessonPoints)
    assert ["The documents differ on" in row.spans[0].text for row in close.rows] == [True] * len(close.rows)
    assert close.rows


def test_the_gentle_pack_uses_the_gentle_wording(library: Library) -> None:
    full, gentle = (as_markdown(lesson(library, ("yann",), Reader(gentle=one))) for one in (False, True))
    assert "killed" in full
    assert "killed" not in gentle


@pytest.mark.parametrize("names", FITTING, ids="+".join)
def test_both_forms_hold_every_sheet_and_nothing_is_fetched(library: Library, names: tuple[str, ...]) -> None:
    made = lesson(library, names, Reader())
    page, paper = as_html(made), as_markdown(made)
    read = _Texts(page)
    for sheet in made.sheets:
        assert sheet.head in read.text
        assert f"\n## {sheet.head}\n" in paper.replace("\\", "")
    assert "default-src 'none'" in page
    assert not {"script", "img", "link", "iframe"} & set(read.tags)
    assert not re.search(r"url\(|@import", page)


def test_hostile_text_stays_text_in_both_forms(invented: Library) -> None:
    hostile = "<script>alert(1)</script> **bold** | cell | [x](javascript:1) \x1b[31m"
    scene = replace(invented.scene("anton", "the-order"), ask=hostile)
    made = lesson(with_scene(invented, scene), ("anton",), Reader())
    read = _Texts(as_html(made))
    assert "script" not in read.tags
    assert "<script>alert(1)</script>" in read.text
    paper = as_markdown(made)
    assert "\\<script\\>" in paper
    assert "\\| cell \\|" in paper
    assert "\x1b" not in paper + as_html(made)


def test_the_command_writes_both_files_once_and_never_over_another(wayout: list[str], tmp_path: Path) -> None:
    def run(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*wayout, "export", "lesson", *args], cwd=tmp_path, capture_output=True, text=True,
                              check=False, timeout=60)  # fmt: skip

    assert run("ivo", "nils").returncode == 0
    assert run("ivo", "nils").returncode == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "wayout-lesson-ivo-nils-2.html", "wayout-lesson-ivo-nils-2.md",
        "wayout-lesson-ivo-nils.html", "wayout-lesson-ivo-nils.md",
    ]  # fmt: skip
    missing = run("nobody")
    assert missing.returncode == 2
    assert "There is no story 'nobody'. There are: " in missing.stderr
    refused = run("ivo", "-o", str(tmp_path / "nowhere" / "pack.html"))
    assert refused.returncode == 3
    assert "Nothing was written to" in refused.stderr


def test_the_guide_gives_each_record_its_minutes_and_what_it_holds(shipped_library: Library) -> None:
    guide = (shipped().stories[0] / "TEACHING.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in guide.splitlines() if "minutes |" in line]
    told = {row[0]: (row[1], row[2]) for row in rows}
    for name, story in shipped_library.stories.items():
        if story.person is not None:
            found = catalogue_entry(shipped_library, name, Reader())
            length, holds = told.pop(found.name)
            assert length == f"{minutes(shipped_library, (name,), Reader())[0]} minutes"
            assert bool(found.content) == (holds != "nothing that is announced"), name
    assert told == {}
