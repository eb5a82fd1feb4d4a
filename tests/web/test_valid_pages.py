"""Every page of the web faces is valid in every state: the Nu Html Checker of the W3C finds no error in it."""

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.invented.asked import asked
from tests.support.paths import CI_FOLDER
from tests.support.wild import TRAPS, wild
from tests.web.conftest import PANELS, Opened
from tests.web.playing import random_plays
from tests.web.test_one_file import anew, begin, to_an_ending
from wayout.classroom import pages
from wayout.classroom.pages import framed, reference_page
from wayout.faces.web.one_file import one_file
from wayout.faces.web.page import EVIDENCE, article
from wayout.faces.web.subset import subset_of
from wayout.model.library import GLOSSARY, Library
from wayout.play.permalink import PermalinkState
from wayout.play.state import Reader
from wayout.views.catalogue import catalogue
from wayout.views.page import page as page_of
from wayout.views.sources import attribution

CHECKER = CI_FOLDER / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
BESIDE = (EVIDENCE, "sources", "versions", "log", "debrief", GLOSSARY, "the-war", "help", "paper", "map", "route",
          "compare", "timeline")  # fmt: skip
BAR, MENU = (("/records", "Records"),), (("This page", (("/a", "One"),)), ("Beside", ()))

pytestmark = pytest.mark.skipif(
    shutil.which("java") is None or not CHECKER.is_file(),
    reason="the Nu Html Checker is not installed here: npm install --prefix .ci, and Java",
)


def errors(folder: Path) -> list[tuple[str, str]]:
    """What the checker says of the files of a folder."""
    command = ["java", "-jar", str(CHECKER), "--format", "json", "--errors-only", str(folder)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=False)
    return [(one["url"].rpartition("/")[2], one["message"]) for one in json.loads(done.stderr)["messages"]]


def _link(what: str, name: str = "") -> str:
    return f"/beside/{what}/1/0" + (f"#{quote(name)}" if name else "")


def of_a_class(library: Library) -> Iterator[tuple[str, str]]:
    """Pages of a class: each kind, what stands beside it, the records and their title pages."""
    entries = catalogue(library, Reader())
    yield "join", pages.join("No.")
    yield "records", pages.records(entries, BAR, MENU)
    yield "none", pages.records((), BAR, MENU)
    for number, one in enumerate(entries):
        for is_gentle in (False, True):
            yield (
                f"title-{number}-{is_gentle}",
                pages.record(
                    one,
                    attribution(library, one.id),
                    BAR,
                    MENU,
                    is_gentle=is_gentle,
                    announces="The page comes first.",
                    tells_part=True,
                ),
            )
    seen = set[str]()
    for tried in random_plays(library, seed=5, count=30, length=14):
        for play in tried.plays(library):
            shown = page_of(library, play.state, tried.reader, play.trail)
            looks = f"{shown.kind}-{bool(shown.reveal and shown.reveal.lines)}-{bool(shown.blocks)}"
            if looks in seen:
                continue
            seen.add(looks)
            html = article(library, shown, _link, action="/move/1/0")
            yield looks, framed(shown.title, html, bar=BAR, menu=MENU)
            code = PermalinkState(code="", play=play, reader=tried.reader)
            for what in BESIDE:
                if (found := reference_page(library, what, tried.reader, code, shown)) is not None:
                    yield f"{looks}-{what}", framed(found.title, found.inside, primary=("/at/1/0", "Back"))


def test_the_pages_of_a_class(library: Library, invented: Library, tmp_path: Path) -> None:
    """Of invented records as large as those that are shipped, and of hostile texts."""
    count = 0
    for trap, of in {"": library, **{trap: wild(invented, text) for trap, text in TRAPS.items()}}.items():
        for name, text in of_a_class(of):
            (tmp_path / f"{trap}-{name}.html".replace(" ", "-")).write_text(text, "utf-8", errors="surrogatepass")
            count += 1
    assert errors(tmp_path) == []
    assert count > 100


def test_the_states_of_the_one_file_edition(
    opened: Callable[..., Opened], edition: Path, library: Library, tmp_path: Path
) -> None:
    """As its script leaves them in the browser, but for the contents that it reads."""
    asking = tmp_path.parent / f"{tmp_path.name}-asking.html"
    asking.write_text(one_file(subset_of(asked(library), tuple(library.stories))), encoding="utf-8")
    page = opened(edition)
    seen: list[str] = []

    def look(name: str) -> None:
        text = page.page.evaluate("""
        () => {
          const shown = document.documentElement.cloneNode(true);
          shown.querySelector("#contents").remove();
          return `<!DOCTYPE html>${shown.outerHTML}`;
        }""")
        (tmp_path / f"{len(seen)}-{name.replace('/', '-')}.html").write_text(text, encoding="utf-8")
        seen.append(name)

    page.to_a_story(look)
    for _ in range(12):
        kind = page.kind
        if kind not in seen:
            look(kind)
        page.press("Enter" if page.page.locator("form.moves button").count() == 1 else "1")
    anew(page, edition)
    begin(page, "ivo")
    to_an_ending(page, library, "ivo")
    look("ending")
    for key in page.panels():
        look(f"panel{ord(key)}")
    anew(page, asking)
    begin(page, "vesna")
    for key in ("1", "Enter", "Enter", "1", "Enter", "Enter", "3"):
        look(f"{page.kind}-own")
        page.press(key)
    for key in "bnltx":
        page.press(key)
        look(f"own-{key}")
        page.press("Escape")
    assert {"prompt-own", "reveal-own", "scene-own", "own-n"} <= {*seen}
    assert {"scene", "outcome", "ending"} <= {*seen}
    assert len(seen) > len(PANELS)
    assert errors(tmp_path) == []
