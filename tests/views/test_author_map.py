"""What `wayout map` draws of a whole story, in cells, as Mermaid and as a picture; of one with faults too."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.cells import cell_len

from tests.invented.records import RECORDS
from tests.support.paths import BASE_STORY
from tests.support.wild import TRAPS, wild
from wayout.model.file_access import Folders, shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.render.author_map_svg import as_svg
from wayout.render.author_map_text import as_mermaid, as_rows, line
from wayout.render.graph.draw import draw
from wayout.render.graph.layers import Node
from wayout.views.author_map import AuthorMap, author_map

BASE = BASE_STORY
SHIPPED = load(shipped()).library
STORIES = sorted(SHIPPED.stories)
ARROW = re.compile(
    r'  (?P<source>n\d+) (?P<body>==>|-->|-\.->)(?:\|"(?P<label>[^"]*)"\|)? (?P<target>[nr]\d+)'
).fullmatch
SPOT = re.compile(r'  (?P<number>[nr]\d+)[\[(/]+"(?P<label>[^"]*)"[\])/]+(?::::\w+)*').fullmatch


def read_back(text: str) -> str:
    """A label as Mermaid shows it."""
    return unescape(re.sub(r"#(\d+);", r"&#\1;", text))


@pytest.fixture
def broken(tmp_path: Path) -> Library:
    """The docker's story with a scene that nothing leads to, and choices that lead nowhere."""
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "story" / "anton.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("to: back", "to: [boris/nowhere]").replace("next: home", "next: gone")
    file.write_text(text, encoding="utf-8")
    return load(Folders(tmp_path / "seeds", (tmp_path / "story",))).library


@pytest.mark.parametrize("name", STORIES)
def test_the_drawing_in_cells_has_every_scene_and_every_choice_with_its_words(name: str) -> None:
    whole = author_map(SHIPPED, name)
    for width in (40, 100):
        text = as_rows(whole, width)
        assert all(cell_len(row) <= width for row in text.splitlines()[:-1])
        flowing = " ".join(re.sub(r"^[●○■□│├╰╭─╮╯┤┬┴┼ ]+", "", row) for row in text.splitlines())
        unbroken = flowing.replace(" ", "")  # An id that is wider than its column goes on in the next row.
        for way in whole.ways:
            assert f"{way.choice}({way.evidence})".replace(" ", "") in unbroken or not way.choice
        for spot in whole.spots:
            assert f" {spot.id}" in flowing or (width < 100 and spot.id in unbroken)


@pytest.mark.parametrize("name", STORIES)
def test_mermaid_read_back_has_every_way_and_no_other(name: str) -> None:
    whole = author_map(SHIPPED, name)
    lines = as_mermaid(whole).splitlines()
    spots = {match["number"]: read_back(match["label"]) for match in map(SPOT, lines) if match}
    found = [match for match in map(ARROW, lines) if match]
    assert len(found) == len(whole.ways)
    for match, way in zip(found, whole.ways, strict=True):
        label = read_back(match["label"] or "")
        assert label == "<br/>".join(part for part in (way.label, way.evidence) if part)
        assert spots[match["source"]].startswith(way.source)
        there = way.target if way.kind != "step" else f"{way.name}: {way.target}"
        assert spots[match["target"]].startswith(there)
    assert len(lines) == 2 + len(spots) + len(found) + 3, "every line is one of these"


@pytest.mark.parametrize("name", STORIES)
def test_the_picture_is_one_file_with_names_for_those_who_do_not_see_it(name: str) -> None:
    whole = author_map(SHIPPED, name)
    svg = as_svg(whole)
    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "title desc")
    assert "prefers-color-scheme: dark" in svg
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|<script|<image|<use", svg)
    texts = " ".join("".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text"))
    for way in whole.ways:
        assert way.evidence in texts
        assert way.label in texts
    assert len([one for one in root.iter() if one.get("marker-end")]) == len(whole.inside)


def test_what_is_missing_and_what_nothing_leads_to_is_marked_in_each_form(broken: Library) -> None:
    whole = author_map(broken, "anton")
    for text in (as_rows(whole, 100), as_svg(whole), read_back(as_mermaid(whole))):
        assert "nothing leads here" in text
        assert "missing: boris/nowhere" in text
        assert "gone" in text
        assert "missing" in text.replace("missing: boris/nowhere", "").replace("classDef missing", "")


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_of_a_writer_is_markup(invented: Library, trap: str) -> None:
    library = wild(invented, TRAPS[trap])
    for name in library.stories:
        whole = author_map(library, name)
        ElementTree.fromstring(as_svg(whole))
        mermaid = as_mermaid(whole)
        assert all("\x1b" not in text for text in (as_svg(whole), mermaid, as_rows(whole, 80)))
        found = [match for match in map(ARROW, mermaid.splitlines()) if match]
        assert len(found) == len(whole.ways)
        assert line(TRAPS[trap]) in read_back(mermaid)


@pytest.fixture(scope="module")
def pages() -> Iterator[object]:
    sync_api = pytest.importorskip("playwright.sync_api")
    if not Path("/usr/bin/chromium").exists():
        pytest.skip("there is no Chromium here")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


OUTSIDE = """() => {
  const wrong = [], texts = [...document.querySelectorAll('text')], rects = [...document.querySelectorAll('rect')];
  const boxes = texts.map(text => text.getBBox());
  boxes.forEach((one, i) => {
    const page = document.documentElement.viewBox.baseVal;
    if (one.x < 0 || one.x + one.width > page.width || one.y + one.height > page.height)
      wrong.push(texts[i].textContent);
    const home = rects.map(rect => rect.getBBox()).find(box => one.x > box.x && one.x < box.x + box.width &&
      one.y > box.y && one.y < box.y + box.height);
    if (home && (one.x + one.width > home.x + home.width || one.y + one.height > home.y + home.height))
      wrong.push(texts[i].textContent);
    boxes.forEach((other, j) => { if (j > i && one.x < other.x + other.width && other.x < one.x + one.width &&
      one.y + 3 < other.y + other.height && other.y + 3 < one.y + one.height)
      wrong.push(texts[i].textContent + ' / ' + texts[j].textContent); });
  });
  return wrong;
}"""


def test_in_a_browser_no_text_leaves_its_box_or_lies_on_another(pages, broken: Library, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    page = pages.new_page()
    maps: list[AuthorMap] = [author_map(SHIPPED, name) for name in STORIES] + [author_map(broken, "anton")]
    for whole in maps:
        (tmp_path / "map.svg").write_text(as_svg(whole), encoding="utf-8")
        page.goto((tmp_path / "map.svg").as_uri())
        assert page.evaluate(OUTSIDE) == []


def test_texts_below_a_label_begin_rows_of_their_own_within_the_width() -> None:
    below = ("one two three four five six seven eight nine ten", "eleven")
    chart = draw(
        [Node(id="a", mark="●", label="A label", below=below), Node(id="b", mark="●", label="B")], [("a", "b")], 30
    )
    rows = chart.text.splitlines()
    assert all(len(row) <= 30 for row in rows)
    assert [row.lstrip("│ ").split()[0] for row in rows if row.strip("│ ")] == ["●", "one", "six", "eleven", "●"]


def test_the_command_draws_into_a_file_and_says_what_it_cannot(wayout: list[str], tmp_path: Path) -> None:
    def run(*words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run([*wayout, "map", *words], capture_output=True, text=True, timeout=60, check=False)

    done = run("vesna", "--format", "svg", "-o", str(tmp_path / "map.svg"))
    assert (done.returncode, done.stdout) == (0, "")
    ElementTree.parse(tmp_path / "map.svg")
    assert run("vesna").stdout == as_rows(author_map(RECORDS, "vesna"), 100)
    assert run("--format", "svg").returncode == run("nobody").returncode == 2
    (tmp_path / "bad.yaml").write_text("title: [", encoding="utf-8")
    bad = run(str(tmp_path / "bad.yaml"))
    assert (bad.returncode, "wayout check" in bad.stderr, "Traceback" in bad.stderr) == (1, True, False)
    gone = run("vesna", "-o", str(tmp_path / "no" / "map.txt"))
    assert (gone.returncode, "Nothing was written" in gone.stderr) == (3, True)


def test_the_gentle_wording_reaches_the_map() -> None:
    assert "himself injured" not in as_rows(author_map(RECORDS, "yann", gentle=True), 100)
    assert "He has himself injured" in as_mermaid(author_map(RECORDS, "yann"))
    assert "He has himself injured" not in as_mermaid(author_map(RECORDS, "yann", gentle=True))
