"""A text breaks into the same paragraphs, and a document has the same name, on every face."""

import re
from collections.abc import Callable
from html import unescape
from io import StringIO

import pytest
from msgspec.structs import replace
from rich.console import Console

from tests.plain.test_plain_trail import tell
from wayout.faces.plain.page import show
from wayout.faces.print import booklet as booklets
from wayout.faces.print.twee import as_twee
from wayout.faces.terminal.page_layout import passage_parts
from wayout.faces.web.page import told as html_told
from wayout.model.library import Library
from wayout.model.story import Passage
from wayout.model.text import paragraphs
from wayout.play.state import Reader
from wayout.play.step import begin
from wayout.views.log import lines_of
from wayout.views.page import Page, page
from wayout.views.sections import booklet
from wayout.views.timeline import first_sentence

READER = Reader()
ONE, TWO = "He stands on the quay", "he waits for the foreman"


@pytest.mark.parametrize(("text", "told"), [
    (f"{ONE}\n\n{TWO}", (ONE, TWO)), (f"{ONE}\r\n\r\n{TWO}", (ONE, TWO)), (f"{ONE}\u2029{TWO}", (ONE, TWO)),
    (f"{ONE}\n \t\n{TWO}", (ONE, TWO)), (f"{ONE}\n\n\n\n{TWO}\n\n", (ONE, TWO)),
    (f"{ONE}\u2028\u2028{TWO}", (ONE, TWO)),
    (f"{ONE}\n{TWO}", (f"{ONE} {TWO}",)), (f"{ONE}\u2028{TWO}", (f"{ONE} {TWO}",)), ("", ("",)), (" \n\n ", ("",)),
])  # fmt: skip
def test_an_empty_line_or_a_separator_parts_paragraphs(text: str, told: tuple[str, ...]) -> None:
    assert paragraphs(text) == told


def plain(shown: Page) -> str:
    out = StringIO()
    show(Console(file=out, width=200), shown)
    return out.getvalue()


FACES: dict[str, Callable[[Library, Page], list[str]]] = {
    "plain": lambda _, shown: plain(shown).split("\n\n"),
    "terminal": lambda _, shown: ["".join(text for _, text in part.runs) for part in passage_parts(shown)],
    "backlog": lambda _, shown: [line.said() for line in lines_of(shown)],
    "web": lambda library, shown: re.findall(r"<p[^>]*>(.*?)</p>", html_told(library, shown)),
    "booklet": lambda library, _: re.findall(r"<p>(.*?)</p>", booklets.as_html(booklet(library, ("anton",), READER))),
    "twee": lambda library, _: unescape(as_twee(library, "anton", READER).text).split("\n\n"),
}


@pytest.mark.parametrize("parting", ["\u2029", "\n \n", "\r\n\r\n", "\n\n", "\u2028\u2028"])
@pytest.mark.parametrize("face", FACES)
def test_each_face_shows_the_same_paragraphs(invented: Library, face: str, parting: str) -> None:
    story = invented.stories["anton"]
    scene = replace(invented.scene("anton", story.start), text=(Passage(text=f"{ONE}.{parting}{TWO}."),))
    library = replace(
        invented, stories={"anton": replace(story, scenes={**story.scenes, story.start: scene})}, terms={}
    )
    shown = page(library, begin(library, "anton").state, READER)
    found = [" ".join(one.split()) for one in FACES[face](library, shown)]
    assert any(one.endswith(f"{ONE}.") for one in found), found
    assert any(one.startswith(f"{TWO}.") for one in found), found
    assert first_sentence(f"{ONE}{parting}{TWO}") == ONE


def test_a_document_that_nobody_published_is_called_by_its_title(beside: Library) -> None:
    """Where documents differ, and what a page rests on; and a cite without a place ends at the name."""
    bare = {name: replace(one, container_title=None, publisher=None, title=f"Talk {name}")
            for name, one in beside.documents.items()}  # fmt: skip
    library = replace(beside, documents=bare)
    differ, sources = (" ".join(one.split()) for one in tell(library, "differ", "sources"))
    assert "– He asks him to. (Talk digest, line 2)" in differ
    assert "– He asks him to. (Talk digest, line 2)" in sources
    assert "(, " not in differ + sources
    assert "· ·" not in sources
