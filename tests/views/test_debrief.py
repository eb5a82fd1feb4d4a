"""The reader's trail beside the record: what it tells, what it does not reveal, and how it stands on paper."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from tests.play.test_history import PICKS, SHIPPED, STORIES
from tests.support.playing import history_of, played, walked
from tests.support.wild import TRAPS, wild
from wayout.faces.print.debrief import as_html, as_markdown, export, file_for
from wayout.locale import print_strings, strings
from wayout.model.file_access import write_new
from wayout.model.library import Library
from wayout.play.moves import GO_ON, Move
from wayout.play.state import Reader
from wayout.views.compare import compare
from wayout.views.debrief import Debrief, debrief, debrief_document
from wayout.views.document import Role, Row

FULL = Reader()
HOSTILE = (
    '<script>alert(1)</script> <img src=x onerror="a()"> [x](javascript:a) ![y](http://z) `c` *b* _i_ # h\n# head\n'
    "- item\n1. one\n\n---\n&lt; \\ | ~~s~~ https://evil.example www.evil.example a@evil.example <http://auto> $x$"
)


def after(library: Library, story: str, *moves: str | Move) -> Debrief:
    return debrief(library, played(library, story, *moves).trail, FULL)


def test_the_documents_are_listed_with_what_there_is_to_say_of_a_text_that_was_read(invented: Library) -> None:
    gazette = replace(invented.documents["gazette-en"], note="Its translator\n is not named.")
    library = replace(invented, documents={**invented.documents, "gazette-en": gazette})
    found = debrief_document(after(library, "anton", "refuse", GO_ON, GO_ON))
    rows = next(section.rows for section in found.sections if section.heading == strings.DOCUMENTS_HEAD)
    notes = {row.said(): [below.said() for below in row.rows] for row in rows}
    assert ["About this text: Its translator is not named."] in notes.values()
    assert "Its translator is not named." in as_markdown(after(library, "anton", "refuse", GO_ON, GO_ON))


def test_each_fork_has_what_was_chosen_and_what_he_did_with_their_words(invented: Library) -> None:
    found = after(invented, "anton", "load", GO_ON, "refuse", GO_ON, GO_ON)
    (fork,) = found.forks
    assert fork.question == "What does he answer?"
    assert [(side.label, side.evidence) for side in fork.chose] == [
        ("Load the ship", "not taken · threatened"),
        ("Refuse", "taken · recorded"),
    ]
    assert fork.did == fork.chose[1]
    assert found.unmet == 0
    assert found.endings == ("Anton: Here the published account ends · As of May 2019",)
    assert [(question.ask, question.expect) for question in found.questions] == [
        ("Who could check this?", ("the foreman",))
    ]
    assert found.weakest is not None
    assert found.weakest.support.startswith("single account")
    assert {view.id for view in found.sources} == {"anton-told", "anton-refused", "anton-threat", "anton-home"}


def said(row: Row, *roles: Role) -> str:
    return "".join(span.text for span in row.spans if span.role in roles)


def test_what_was_chosen_as_the_record_has_it_is_told_once(invented: Library) -> None:
    def lines(*moves: str | Move) -> list[tuple[str, str]]:
        forks = debrief_document(after(invented, "anton", *moves)).sections[0]
        return [(said(row, "text"), said(row, "evidence")) for row in forks.rows[0].rows]

    assert lines("refuse") == [(strings.CHOSE_AS_HE_DID.format(label="Refuse"), "taken · recorded")]
    assert [text for text, _ in lines("load")] == ["You chose: Load the ship", "The record of Anton: Refuse"]
    assert len(lines("load", GO_ON, "refuse")) == 3


def test_what_others_did_at_the_same_kind_of_act_is_named_with_its_words(invented: Library) -> None:
    found = after(invented, "anton", "load")
    assert [(one.act, one.name, one.did.label, one.did.evidence) for one in found.elsewhere] == [
        ("Go along", "Boris", "Load the ship", "taken · recorded")
    ]


def with_every_option_open(library: Library, name: str) -> Library:
    """The library, of one story of which no option needs a situation."""
    story = library.stories[name]
    scenes = {
        at: replace(scene, choices={key: replace(one, only=None, condition=None) for key, one in scene.choices.items()})
        for at, scene in story.scenes.items()
    }
    return replace(library, stories={**library.stories, name: replace(story, scenes=scenes)})


@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_nobody_who_stands_in_the_table_of_an_act_is_missing_where_a_reader_chose_it(name: str) -> None:
    library, rows = with_every_option_open(SHIPPED, name), compare(SHIPPED, FULL).rows
    story = library.stories[name]
    for scene, told in story.scenes.items():
        for key, choice in told.choices.items():
            found = debrief(library, played(library, name, key, scene=scene).trail, FULL).elsewhere
            takings = [one for row in rows if row.act == choice.act for one in row.takings]
            others = [one for one in takings if one.story != name]
            assert [(one.name, one.did.evidence) for one in found] == [(one.name, one.evidence) for one in others]
            assert all(one.did.label for one in found)


def test_before_the_first_decision_there_is_a_debrief_too(invented: Library) -> None:
    found = after(invented, "anton")
    assert (found.forks, found.unmet) == ((), 1)
    assert said(debrief_document(found).sections[0].rows[0], "text") == strings.FORKS_NONE


def test_a_fork_that_is_met_in_a_step_into_another_record_is_told_of_that_record(invented: Library) -> None:
    found = after(invented, "boris", "refuse", "enter anton/the-order", "refuse")
    assert [(fork.name, fork.did.label if fork.did else "") for fork in found.forks] == [
        ("Boris", "Load the ship"),
        ("Anton", "Refuse"),
    ]


def test_what_is_not_revealed_yet_is_not_told(invented: Library) -> None:
    asked = played(invented, "anton", "load", asks=True).trail
    assert debrief(invented, asked, FULL).forks == ()
    assert "threatened" not in str(debrief(invented, asked, FULL))


def test_marks_stand_beside_the_record(invented: Library) -> None:
    history = history_of(invented, "anton", "load", "mark rule", asks=True)
    (mark,) = debrief(invented, history.play.trail, FULL).marks
    assert (mark.label, mark.marked, mark.evidence) == ("Load the ship", strings.MARKS["rule"], "threatened")


def test_a_story_of_no_one_has_no_path_to_stand_beside() -> None:
    found = after(SHIPPED, "crossroads", "contract")
    assert [(fork.person, fork.did) for fork in found.forks] == [("", None)]


@given(STORIES, PICKS)
def test_every_trail_has_a_debrief_that_both_papers_tell(name: str, numbers: list[int]) -> None:
    found = debrief(SHIPPED, walked(SHIPPED, name, numbers).trail, FULL)
    assert {view.id for view in found.sources} == set(found.claims)
    page, text = Shown(as_html(found)).text, as_markdown(found)
    for section in debrief_document(found).sections:
        assert section.heading in page
        assert f"## {section.heading}" in text
        assert all(" ".join(said(row, "title", "text").split()) in page for row in section.rows)


class Shown(HTMLParser):
    """What a browser would show of a page, and of which elements it is made."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def tokens(text: str) -> Iterator[Token]:
    for block in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        yield block
        yield from block.children or ()


@pytest.mark.parametrize("text", [HOSTILE, *TRAPS.values()], ids=["hostile", *TRAPS])
def test_hostile_text_is_only_text_on_paper(invented: Library, text: str) -> None:
    library = wild(invented, text)
    library = replace(
        library,
        acts={name: replace(act, label=text) for name, act in library.acts.items()},
        documents={name: replace(document, url=text) for name, document in library.documents.items()},
    )
    found = debrief(library, played(library, "anton", "load", GO_ON, "refuse", GO_ON, GO_ON).trail, FULL)
    tame = debrief(invented, played(invented, "anton", "load", GO_ON, "refuse", GO_ON, GO_ON).trail, FULL)
    page, plain = Shown(as_html(found)), Shown(as_html(tame))
    assert page.tags - {"cite"} == plain.tags - {"a"}, "a title in another language is one, whatever it holds"
    assert page.names - {"dir"} == plain.names - {"href", "rel"}
    assert "script" not in page.tags
    kinds = {token.type for token in tokens(as_markdown(found))}
    assert kinds <= {token.type for token in tokens(as_markdown(tame))}
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", as_markdown(found) + as_html(found))
    assert "https://" not in as_markdown(found)
    assert not re.search(r"\bwww\.", as_markdown(found))


@given(st.text())
def test_any_text_is_read_back_from_markdown_as_it_is(text: str) -> None:
    written = as_markdown(Debrief(title="A", endings=(text,)))
    told_again = "".join(token.content for token in tokens(written) if token.type in ("text", "text_special"))
    kinds = {token.type for token in tokens(written)} - {"softbreak"}
    assert kinds <= {"heading_open", "heading_close", "inline", "text", "text_special", "paragraph_open",
                     "paragraph_close", "bullet_list_open", "bullet_list_close", "list_item_open",
                     "list_item_close"}  # fmt: skip
    assert "\ufffd" in told_again or " ".join(text.split()) in told_again


@pytest.mark.parametrize(("url", "is_link"), [
    ("https://www.example.org/a_b?x=1&y=2#z", True), ("http://example.org", True), ("javascript:alert(1)", False),
    ("https://a.example/\"onclick=x", False), ("https://a.example/> <b>", False), ("https://a.example/\n", False),
])  # fmt: skip
def test_only_a_plain_address_of_a_document_is_a_link(invented: Library, url: str, is_link: bool) -> None:
    documents = {name: replace(document, url=url) for name, document in invented.documents.items()}
    found = after(replace(invented, documents=documents), "anton", "refuse")
    assert ("a" in Shown(as_html(found)).tags) == is_link
    assert ("link_open" in {token.type for token in tokens(as_markdown(found))}) == is_link
    assert "html_inline" not in {token.type for token in tokens(as_markdown(found))}
    assert " ".join(url.split()) in Shown(as_html(found)).text


def test_the_page_is_one_file_that_fetches_and_runs_nothing(invented: Library) -> None:
    page = as_html(after(invented, "anton", "refuse"))
    assert "@media print" in page
    assert "default-src 'none'" in page
    assert not {"script", "link", "img", "iframe"} & Shown(page).tags
    assert not re.search(r"src=|url\(|@import", page)


def test_a_file_is_never_overwritten(invented: Library, tmp_path: Path) -> None:
    found = after(invented, "anton", "refuse")
    names = [export(found, tmp_path / "a.html").rpartition("/")[2] for _ in range(3)]
    assert names == ["a.html", "a-2.html", "a-3.html"]
    assert (tmp_path / "a.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    export(found, tmp_path / "b.md")
    assert (tmp_path / "b.md").read_text(encoding="utf-8").startswith("# Anton: ")


def test_a_link_to_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "elsewhere")
    assert write_new(tmp_path / "a.md", "x").name == "a-2.md"
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("name", ["no/such/folder/a.md", "a\0b.md", "", ".."])
def test_a_file_that_cannot_be_written_is_told_of(invented: Library, tmp_path: Path, name: str) -> None:
    said = export(after(invented, "anton"), tmp_path / "x" / name if name else Path())
    assert said.startswith("Nothing was written to ")
    assert list(tmp_path.iterdir()) == []


def test_the_name_of_a_story_cannot_lead_out_of_the_folder() -> None:
    assert str(file_for("../../etc/passwd")) == "wayout-etc-passwd.md"
    assert str(file_for("vesna", ".html")) == "wayout-vesna.html"


def test_what_a_good_answer_draws_on_stands_at_the_very_end_and_folded_on_a_page(invented: Library) -> None:
    found = after(invented, "anton", "refuse", GO_ON, GO_ON)
    for document in (debrief_document(found), debrief_document(found, folds=True)):
        asked = next(one for one in document.sections if one.heading == strings.DISCUSS_HEAD)
        below = [row.rows for row in asked.rows]
        assert any(below) == (document == debrief_document(found, folds=True))
    last = debrief_document(found).sections[-1]
    assert last.heading == print_strings.ANSWERS
    assert "the foreman" in said(last.rows[0].rows[0], "text")
