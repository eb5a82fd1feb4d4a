"""What comes out of a printer: how many pages, their numbers and running heads, how full, how small the letters.

Chromium prints, and poppler's pdftotext reads what was printed; where either is missing, nothing can be said.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from msgspec import Struct
from playwright.sync_api import sync_playwright

from tests.support.playing import played
from wayout.faces.print import booklet as booklets
from wayout.faces.print import debrief as debriefs
from wayout.faces.print import lesson as lessons
from wayout.locale import print_strings, reader_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.moves import GO_ON, Choose, Move, Reply
from wayout.play.state import Playthrough, Reader, Trail
from wayout.play.step import begin_as, choose, moves
from wayout.views.debrief import debrief
from wayout.views.lesson import lesson
from wayout.views.log import reading_log
from wayout.views.sections import booklet

CHROMIUM = shutil.which("chromium")
READER = Reader()
QUARTER, SMALLEST, HEAD = 0.25, 12, 0.06
"""How full a page is at least; the smallest letters in pixels of CSS, nine points; where the running head ends."""
A4_PAGES, A5_MOST, LONGEST_WALK = range(8, 17), 28, 150
WORD = re.compile(r'<word xMin="[\d.-]+" yMin="([\d.-]+)" xMax="[\d.-]+" yMax="([\d.-]+)">(.*?)</word>')
SIZES = """
() => Math.min(...[...document.querySelectorAll("body *")].filter((one) =>
  [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((one) => parseFloat(getComputedStyle(one).fontSize)))
"""


class PrintedPage(Struct, frozen=True):
    """A page: its height, and its lines from the top down, each with where it ends."""

    height: float
    lines: tuple[tuple[float, str], ...]

    @property
    def text(self) -> str:
        return " ".join(line for _, line in self.lines)

    @property
    def body(self) -> list[tuple[float, str]]:
        """Without the running head and the number."""
        return [(end, line) for end, line in self.lines if HEAD * self.height < end < 0.95 * self.height]

    @property
    def fill(self) -> float:
        """How far down there is text, of all the room."""
        return max((end for end, _ in self.body), default=0) / (0.95 * self.height)


@pytest.fixture(scope="module")
def library(shipped_library: Library) -> Library:
    if CHROMIUM is None or shutil.which("pdftotext") is None:
        pytest.skip("nothing prints here: chromium, or poppler's pdftotext, is not installed")
    return shipped_library


def printed(html: str, folder: Path) -> list[PrintedPage]:
    """The pages of a file as Chromium prints it."""
    file, made = folder / "paper.html", folder / "paper.pdf"
    file.write_text(html, encoding="utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
               f"--print-to-pdf={made}", file.as_uri()]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    read = subprocess.run(["pdftotext", "-bbox", str(made), "-"], check=True, capture_output=True, encoding="utf-8",
                          timeout=60)  # fmt: skip
    return list(_pages(read.stdout))


def _pages(text: str) -> Iterator[PrintedPage]:
    for height, inside in re.findall(r'<page width="[\d.]+" height="([\d.]+)">(.*?)</page>', text, re.DOTALL):
        rows: dict[int, list[str]] = {}
        for _, end, word in WORD.findall(inside):
            rows.setdefault(round(float(end)), []).append(unescape(word))
        yield PrintedPage(float(height), tuple((float(end), " ".join(words)) for end, words in sorted(rows.items())))


def well_set(pages: list[PrintedPage], title: str) -> None:
    """Every page has its number, all but the first one the running head, and none but the last is nearly empty."""
    for number, one in enumerate(pages, 1):
        assert one.lines[-1][1] == f"{number} / {len(pages)}"
        above = [line for end, line in one.lines if end < HEAD * one.height]
        assert above == ([title] if number > 1 else []), f"page {number}"
        assert one.fill >= QUARTER or number == len(pages), f"page {number} of {len(pages)} is nearly empty"


def no_head_alone(pages: list[PrintedPage], html: str) -> None:
    """What stands last on a page is no heading."""
    heads = {
        " ".join(unescape(re.sub("<[^>]*>", "", one)).split()) for one in re.findall(r"<h[234][^>]*>(.*?)</h", html)
    }
    for number, one in enumerate(pages[:-1], 1):
        assert one.body[-1][1] not in heads, f"'{one.body[-1][1]}' stands alone at the foot of page {number}"


def test_a_booklet_of_one_record_has_eight_to_sixteen_pages_as_it_is_made_unasked(
    library: Library, tmp_path: Path
) -> None:
    for name, story in library.stories.items():
        if story.person is None:
            continue
        html = booklets.as_html(booklet(library, (name,), READER))
        pages = printed(html, tmp_path)
        assert len(pages) in A4_PAGES, name
        assert pages[0].height == pytest.approx(842, abs=2), "A4 upright"
        well_set(pages, re.findall(r"<title>(.*?)</title>", html)[0])
        no_head_alone(pages, html)


def test_on_a5_it_has_at_most_seven_sheets_of_a4_when_four_pages_stand_on_one(library: Library, tmp_path: Path) -> None:
    name = next(name for name, story in library.stories.items() if story.person)
    html = booklets.as_html(booklet(library, (name,), READER), "a5")
    pages = printed(html, tmp_path)
    assert len(pages) <= A5_MOST
    assert pages[0].height == pytest.approx(595, abs=2), "A5 upright"
    well_set(pages, re.findall(r"<title>(.*?)</title>", html)[0])


def test_every_handout_of_a_lesson_begins_a_page_and_none_is_nearly_empty(library: Library, tmp_path: Path) -> None:
    records = [name for name, story in library.stories.items() if story.person]
    for names in (*((name,) for name in records), tuple(records[:2])):
        pack = lesson(library, names, READER)
        html = lessons.as_html(pack)
        pages = printed(html, tmp_path)
        well_set(pages, pack.title)
        no_head_alone(pages, html)
        first_lines = [one.body[0][1] for one in pages[1:]]
        for sheet in pack.sheets:
            if sheet.is_handout:
                assert sheet.head in first_lines


def read_to_the_end(library: Library, name: str) -> Playthrough:
    """Along the recorded path, with an answer to every prompt."""
    play, person = begin_as(library, Trail(story=name, scene="", parts=PARTS)), library.stories[name].person
    made: list[Move] = []
    while library.scene(name, play.state.scene).ending is None and len(made) < LONGEST_WALK:
        offered, choices = moves(library, play.state), library.scene(name, play.state.scene).choices
        ways: list[Move] = [one for one in offered if isinstance(one, Reply) and one not in made]
        ways += [one for one in offered if isinstance(one, Choose) and person in choices[one.choice].takers]
        made.append(next(iter((*ways, GO_ON))))
        play = choose(library, play, made[-1])
    return play


def test_an_article_stands_on_one_sheet_and_nothing_else_of_the_debrief_on_it(library: Library, tmp_path: Path) -> None:
    for name in (name for name, story in library.stories.items() if story.account):
        play = read_to_the_end(library, name)
        found = debrief(library, play.trail, READER)
        (article,) = found.accounts
        html = debriefs.as_html(found)
        pages = printed(html, tmp_path)
        well_set(pages, re.findall(r"<title>(.*?)</title>", html)[0])
        heads = {line for _, line in pages[0].body} & {reader_strings.MARGIN_HEAD, strings.FORKS_HEAD}
        assert heads == {reader_strings.MARGIN_HEAD}
        margin = pages[0].text.partition(reader_strings.MARGIN_HEAD)[2]
        assert all(f" {number}. " in margin for number in range(1, len(article.lines) + 1)), "whose word each line is"
        no_head_alone(pages, html)


def test_what_was_read_stands_on_full_pages(library: Library, tmp_path: Path) -> None:
    name = next(name for name, story in library.stories.items() if story.account)
    trail = read_to_the_end(library, name).trail
    html = debriefs.as_html(debrief(library, trail, READER), reading_log(library, trail, READER))
    pages = printed(html, tmp_path)
    well_set(pages, re.findall(r"<title>(.*?)</title>", html)[0])
    no_head_alone(pages, html)


def test_no_letters_on_paper_are_smaller_than_nine_points(library: Library) -> None:
    record = next(name for name, story in library.stories.items() if story.account)
    found = debrief(library, read_to_the_end(library, record).trail, READER)
    files = {
        "a5": booklets.as_html(booklet(library, (record,), READER), "a5"),
        "a4": booklets.as_html(booklet(library, (record,), READER), "a4"),
        "lesson": lessons.as_html(lesson(library, (record,), READER)),
        "debrief": debriefs.as_html(found),
    }
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        for name, html in files.items():
            page.set_content(html)
            assert page.evaluate(SIZES) >= SMALLEST - 0.01, name
        browser.close()


def test_everything_on_paper_has_one_typeface(invented: Library) -> None:
    trail = played(invented, "anton", "load").trail
    files = (
        booklets.as_html(booklet(invented, ("anton",), READER)),
        lessons.as_html(lesson(invented, ("anton",), READER)),
        debriefs.as_html(debrief(invented, trail, READER)),
    )
    for html in files:
        faces = re.findall(r"font(?:-family)?:[^;}]*?(\w+, \"[^;}]*serif)", html)
        assert len({re.sub(r"\s+", " ", one) for one in faces}) == 1


def test_a_booklet_names_every_document_once_and_cites_it_by_its_letter(library: Library) -> None:
    name = next(name for name, story in library.stories.items() if story.person)
    made = booklet(library, (name,), READER)
    html = booklets.as_html(made)
    listed = re.findall(r'<li id="d([A-Z]+)">.*?</li>', html)
    documents = {cite.document for claim in made.claims for cite in library.claims[claim].all_cites}
    assert len(listed) == len(set(listed)) >= len(documents)
    said = html[html.index('id="sources"') :].partition(f">{print_strings.DOCUMENTS_HEAD}<")[0]
    for number in made.claims.values():
        entry = re.search(rf'<li id="c{number}">.*?</li>', said)
        assert entry is not None
        assert re.search(r"</em>.*?\b[A-Z]{1,2}\b", entry[0]), "a letter stands behind the word of its standing"
