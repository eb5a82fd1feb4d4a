"""Every HTML file that the program writes is valid: the Nu Html Checker of the W3C finds no error in it."""

import json
import re
import shutil
import subprocess
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.support.paths import CI_FOLDER
from tests.support.playing import played
from tests.support.wild import TRAPS, wild
from wayout.faces.print import booklet as booklets
from wayout.faces.print import debrief as paper
from wayout.faces.print import lesson as lessons
from wayout.faces.web.one_file import one_file
from wayout.faces.web.subset import subset_of
from wayout.model.library import Library
from wayout.play.moves import GO_ON
from wayout.play.state import Reader
from wayout.views.debrief import debrief
from wayout.views.lesson import lesson
from wayout.views.sections import booklet

CHECKER = CI_FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
READER = Reader()
Files = Mapping[str, str]


def files(library: Library, names: tuple[str, ...]) -> dict[str, str]:
    """What is written of some records."""
    whole = tuple(name for name in names if library.stories[name].person)
    return {
        "booklet": booklets.as_html(booklet(library, names, READER)),
        "lesson": lessons.as_html(lesson(library, whole, READER)),
        "edition": one_file(subset_of(library, names)),
    }


@pytest.fixture(scope="module")
def written(library: Library, invented: Library) -> Files:
    """Of the shipped stories together and alone, of an invented one without a situation, and of hostile texts."""
    found = files(library, tuple(library.records))
    found |= {f"{name}-alone": text for name, text in files(library, ("ivo",)).items()}
    bare = replace(invented.stories["boris"], situation={})
    found["bare-booklet"] = booklets.as_html(
        booklet(replace(invented, stories={**invented.stories, "boris": bare}), ("boris",), READER)
    )
    steps = ("load", GO_ON, "refuse", GO_ON, GO_ON)
    for name, text in TRAPS.items():
        hostile = wild(invented, text)
        found[f"{name}-booklet"] = booklets.as_html(booklet(hostile, ("anton",), READER))
        found[f"{name}-debrief"] = paper.as_html(debrief(hostile, played(hostile, "anton", *steps).trail, READER))
    found["debrief"] = paper.as_html(debrief(invented, played(invented, "anton", *steps).trail, READER))
    return found


def test_the_checker_finds_no_error(written: Files, tmp_path: Path) -> None:
    if shutil.which("java") is None or not CHECKER.is_file():
        pytest.skip("the Nu Html Checker is not installed here: npm install --prefix .ci, and Java")
    for name, text in written.items():
        (tmp_path / f"{name.replace(' ', '-')}.html").write_text(text, encoding="utf-8", errors="surrogatepass")
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--errors-only", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    said = [(one["url"].rpartition("/")[2], one.get("lastLine"), one["message"])
            for one in json.loads(done.stderr)["messages"]]  # fmt: skip
    assert said == []


class Links(HTMLParser):
    """The links that stand within another, and the columns of each table that no row fills by itself."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.within: list[str] = []
        self._open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            if self._open:
                self.within.append(self._open[-1])
            self._open.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open:
            self._open.pop()


def test_no_link_stands_within_a_link(written: Files) -> None:
    assert {
        name: Links(text).within for name, text in written.items() if "edition" not in name and Links(text).within
    } == {}


def test_no_cell_spans_columns_that_are_not_there(written: Files) -> None:
    for text in written.values():
        for table in re.findall(r"<table>.*?</table>", text, re.DOTALL):
            rows = [re.findall(r"<t[hd][^>]*>", row) for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)]
            assert "colspan" not in table or max(map(len, rows)) > 2, table[:200]


def test_a_debrief_is_a_page_like_the_others_for_a4(written: Files) -> None:
    text = written["debrief"]
    assert text.count("<main>") == text.count("</main>") == 1
    assert "size: A4" in text
    assert "Charter" in text
