"""What is the reader's own in the one-file edition: prompts by key, lines taken along, her article, what is kept."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.invented.asked import asked
from tests.web.conftest import Opened, until
from tests.web.playing import READ, prepare, random_plays, random_walks, same_behind, same_pages
from tests.web.test_one_file import AXE, WIDER, anew, begin, to_an_ending
from wayout.faces.web.one_file import one_file
from wayout.faces.web.page import article, in_file
from wayout.faces.web.subset import subset_of
from wayout.locale import print_strings, reader_strings, strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS
from wayout.play.permalink import decode_trail
from wayout.views.page import page as page_of
from wayout.views.passages import Block, Paragraph

Open = Callable[..., Opened]


@pytest.fixture(scope="module")
def with_part(library: Library) -> Library:
    """The invented records with a part for their reader."""
    return asked(library)


@pytest.fixture(scope="module")
def asking(with_part: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """These in one file."""
    file = tmp_path_factory.mktemp("asking") / "asking.html"
    file.write_text(one_file(subset_of(with_part, tuple(with_part.stories))), encoding="utf-8")
    return file


def told(page: Opened) -> str:
    return page.page.locator("article").inner_text()


def kind(page: Opened) -> str:
    return (page.page.locator("article").get_attribute("class") or "").split()[-1]


def new(page: Opened) -> str:
    """What is read out with the heading in focus."""
    return str(page.page.evaluate(
        "document.activeElement.getAttribute('aria-describedby').split(' ')"
        ".map((id) => document.getElementById(id).innerText).join(' – ')"
    ))  # fmt: skip


def test_a_digit_replies_and_enter_keeps_what_was_printed(opened: Open, asking: Path) -> None:
    page = opened(asking)
    begin(page, "vesna")
    assert (kind(page), page.heading, new(page)) == ("prompt", "Vesna", reader_strings.ASK["gap"])
    assert page.page.locator("mark").inner_text() == reader_strings.BLANK
    assert page.page.locator("form.moves .below").first.inner_text() == "Then nobody has it."
    page.press("2")
    assert (kind(page), page.heading) == ("reveal", "Vesna")
    assert new(page).startswith("His name he does not want printed.")
    assert page.page.locator(".led .mark").inner_text() == reader_strings.STANDS_IN
    assert page.page.locator(".led p").count() == 3
    page.press("2")
    assert page.page.locator("mark").inner_text() == "does not tell"
    page.press("Enter")
    assert kind(page) == "scene"
    assert "His name he" not in told(page)
    page.press("u", "u")
    assert page.page.locator("mark").inner_text() == "does not want printed"


@pytest.mark.parametrize(("width", "is_beside"), [(1000, True), (375, False)])
def test_the_texts_of_one_sentence_stand_beside_one_another_where_there_is_room(
    opened: Open, asking: Path, width: int, is_beside: bool
) -> None:
    page = opened(asking, viewport={"width": width, "height": 800})
    begin(page, "vesna")
    page.press("2")
    _, first, other = page.page.locator(".led p").all()
    one, two = first.bounding_box(), other.bounding_box()
    assert one
    assert two
    assert (one["y"] == two["y"]) == is_beside


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_enter_and_space_leave_it_as_it_came(opened: Open, asking: Path, key: str) -> None:
    page = opened(asking)
    begin(page, "vesna")
    page.press(key)
    assert kind(page) == "scene"
    page.press("b")
    assert "His name is kept." in told(page)
    assert reader_strings.AS_IT_CAME in told(page)


def test_space_goes_through_a_page_before_it_passes_anything_over(opened: Open, asking: Path) -> None:
    page = opened(asking, viewport={"width": 360, "height": 300})
    begin(page, "vesna")
    page.press("Space")
    assert kind(page) == "prompt"
    until(page.page, "window.scrollY > 0")


def test_her_article_opens_the_debrief_with_what_she_printed_and_asked(opened: Open, asking: Path) -> None:
    page = opened(asking)
    begin(page, "vesna")
    page.press("1", "Enter", "Enter", "1", "Enter", "Enter", "1", "Enter", "Enter")
    assert kind(page) == "prompt"
    page.press("1")
    assert reader_strings.HUNG_BY_READER in told(page)
    page.page.goto(page.page.url)
    page.press("b")
    article_told = page.page.locator("section").first.inner_text()
    assert article_told.startswith(reader_strings.YOUR_ACCOUNT.format(headline="The ferryman"))
    assert "His name he [does not tell]." in article_told
    assert "you chose this; the other text has: does not want printed" in told(page)


def test_her_article_opens_again_from_the_library(opened: Open, asking: Path) -> None:
    page = opened(asking)
    begin(page, "vesna")
    page.press("q", "b")
    assert page.heading != strings.DEBRIEF, "she has come to no end"
    page.page.locator("button[value='resume the trail']").click()
    forks = 0
    for _ in range(90):
        if kind(page) == "ending":
            break
        before = told(page)
        page.press("Enter")
        if told(page) == before:
            forks += 1
            page.press(str(1 + forks % 2))
    assert kind(page) == "ending"
    page.press("q")
    page.page.get_by_role("button", name=strings.DEBRIEF).click()
    assert page.page.locator("section").first.inner_text().startswith("Your article: ")
    page.press("Escape")
    assert page.heading == strings.APP


def test_a_line_taken_along_lies_beside_what_another_record_has(opened: Open, asking: Path) -> None:
    """It comes along into the next record, and is there on another day, if the place is kept."""
    page = opened(asking)
    page.page.get_by_role("button", name=print_strings.KEEP_YES).click()
    begin(page, "vesna")
    page.press("Enter", "Enter", "Enter", "Enter")
    page.page.get_by_role("button", name="Take this along: Could he refuse?").click()
    assert page.page.get_by_role("button", name="Take this along").count() == 0
    for beside in ("Wim is told to row.", reader_strings.TOUCHED_BEFORE):
        page.press("q")
        begin(page, "wim")
        page.press("Enter")
        assert page.page.locator(".led").inner_text() == f"You carry: Could he refuse?\n\n{beside}"
        anew(page, asking)


def test_a_place_of_a_file_from_before_is_gone_on_from_as_it_was_begun(opened: Open, asking: Path) -> None:
    old = {"version": 1, "gentle": False, "words_beforehand": False, "asks": False, "letters_work": True,
           "was_told_of_war": True, "story": "vesna", "scene": "the-contract", "trail_asks": False,
           "moves": ["go on", "go on"], "made": 2}  # fmt: skip
    page = opened(asking)
    page.page.evaluate("(text) => localStorage.setItem(`wayout ${location.pathname}`, text)", json.dumps(old))
    page.page.reload()
    page.press("1")
    assert "What does he answer?" in told(page)
    assert page.page.get_by_role("button", name="Take this along").count() == 0
    page.press("q")
    begin(page, "vesna")
    assert kind(page) == "prompt"


@pytest.mark.parametrize("kept", [
    {"parts": "gap", "notebook": 7, "trail_parts": {"gap": 1}, "taken": [None, 7, {"thread": "__proto__"}]},
    {"parts": ["gap", "toString"], "notebook": [{"thread": "refuse", "story": "nobody", "scene": "x"}],
     "trail_parts": ["gap", 7], "taken": [{"thread": "refuse", "story": "vesna", "scene": "toString"}]},
])  # fmt: skip
def test_whatever_was_kept_of_her_part_the_record_opens(opened: Open, asking: Path, kept: dict[str, object]) -> None:
    page = opened(asking)
    value = {
        "version": 1,
        "story": "vesna",
        "scene": "the-contract",
        "moves": ["reply name print", 7],
        "made": 9,
        **kept,
    }
    page.page.evaluate("(text) => localStorage.setItem(`wayout ${location.pathname}`, text)", json.dumps(value))
    page.page.reload()
    page.press("1")
    assert page.heading == "Vesna"
    page.press("q")
    begin(page, "vesna")
    assert page.heading == "Vesna"


def test_the_address_of_a_page_leads_there_again_and_is_the_code_of_every_face(
    opened: Open, asking: Path, with_part: Library
) -> None:
    page = opened(asking)
    begin(page, "vesna")
    page.press("1", "2", "Enter", "Enter")
    code = page.page.url.partition("#at/")[2]
    here = decode_trail(with_part, code)
    assert here is not None
    assert (here.code, here.reader.parts) == (code, PARTS)
    shown = page_of(with_part, here.play.state, here.reader, here.play.trail)
    assert shown.kind == "prompt"
    html = page.page.evaluate(READ, [article(with_part, shown, in_file)])
    before = told(page)
    anew(page, asking)
    page.page.goto(f"{asking.as_uri()}#at/{code}")
    assert told(page) == before
    prepare(page.page)
    made = """(code) => {
      const { engine, pages } = window.tried, { play } = makePermalink(engine).read(code);
      return pages.article(engine.page(play), { gentle: false, words_beforehand: false }).outerHTML;
    }"""
    assert [page.page.evaluate(made, f"#at/{code}")] == html


def test_her_own_part_is_switched_off_from_the_next_record_on(opened: Open, asking: Path) -> None:
    page = opened(asking)
    begin(page, "vesna")
    page.press(",")
    page.page.get_by_label(print_strings.OWN_PART).uncheck()
    page.press("Escape")
    assert kind(page) == "prompt"
    page.press("q")
    begin(page, "vesna")
    assert kind(page) == "scene"
    page.press("b")
    assert "Your article" not in told(page)


def test_before_her_first_record_she_is_told_who_she_is_and_not_again(opened: Open, asking: Path) -> None:
    page = opened(asking)

    def is_told() -> bool:
        page.page.locator("button[value='vesna']").click()
        told_here = reader_strings.WHO_YOU_ARE in told(page)
        page.press("q")
        return told_here

    assert is_told()
    page.press(",")
    page.page.get_by_label(print_strings.OWN_PART).uncheck()
    page.press("Escape")
    assert not is_told()
    page.press(",")
    page.page.get_by_label(print_strings.OWN_PART).check()
    page.press("Escape")
    page.page.locator("button[value='crossroads']").click()
    assert reader_strings.WHO_YOU_ARE not in told(page), "she edits nothing there"
    page.press("q")
    begin(page, "crossroads")
    page.press("q")
    assert is_told()
    begin(page, "vesna")
    page.press("q")
    assert not is_told()


def test_enter_and_space_lead_back_to_the_question_and_into_no_other_record(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "vesna")
    page.press(",")
    page.page.get_by_label(print_strings.OWN_PART).uncheck()
    page.press("Escape", "q")
    begin(page, "vesna")
    page.press("Enter", "Enter")
    for key in ("Enter", " "):
        page.press("2")
        assert "Read on with Wim" in told(page)
        page.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.press(key)
        assert "What does he answer?" in told(page)
        assert "Go over the river read" in " ".join(told(page).split())


def test_where_the_record_is_silent_enter_goes_back_to_the_question(opened: Open, edition: Path) -> None:
    page = opened(edition)
    begin(page, "vesna")
    page.press("Enter", "Enter", "1", "Enter", "Enter", "4", "Enter")
    assert kind(page) == "ending"
    assert "Back to the question" in told(page)
    page.press("Enter")
    assert kind(page) == "scene"
    assert "Go over the river after all read" in " ".join(told(page).split())


def test_every_page_of_her_part_is_named_and_narrow_enough(opened: Open, asking: Path) -> None:
    page = opened(asking, viewport={"width": 320, "height": 640})
    if AXE.is_file():
        page.page.evaluate(AXE.read_text(encoding="utf-8"))
    looked = set()
    begin(page, "vesna")
    for press in ("1", "Enter", "Enter", "1", "Enter", "Enter", "3"):
        looked.add(kind(page))
        assert not page.page.evaluate(WIDER), page.page.title()
        if AXE.is_file():
            found = page.page.evaluate("axe.run({ resultTypes: ['violations'] })")
            assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == []
        page.press(press)
    assert looked == {"prompt", "reveal", "scene"}


def test_both_engines_show_the_same_of_it(opened: Open, asking: Path, with_part: Library) -> None:
    page = opened(asking)
    prepare(page.page)
    chosen = subset_of(with_part, tuple(with_part.stories))
    only = [one for one in random_plays(with_part, seed=5, count=300, length=30) if one.story in ("vesna", "wim")]
    _, kinds = same_pages(page.page, chosen, only)
    assert min(kinds["prompt"], kinds["reveal"]) > 3
    same_behind(page.page, chosen, [
        one for one in random_walks(with_part, seed=5, count=60, length=40) if one.story in ("vesna", "wim")
    ])  # fmt: skip


def test_a_line_of_several_paragraphs_marks_what_was_printed_in_each() -> None:
    words = "one\n\ntwo\nthree"
    block = Block(f"He says {words}.", (), printed=(8, 8 + len(words)))
    assert block.paragraphs == (Paragraph("He says one", (8, 11)), Paragraph("two three.", (0, 9)))
    assert replace(block, printed=None).paragraphs == (Paragraph("He says one"), Paragraph("two three."))


def test_at_an_end_the_record_is_read_by_one_paper_only(opened: Open, edition: Path, library: Library) -> None:
    page = opened(edition)
    begin(page, "vesna")
    page.press("z")
    assert kind(page) == "scene", "before an end that is not offered"
    to_an_ending(page, library, "vesna")
    page.press("z")
    assert reader_strings.PAPERS_FOLDED in told(page)
    summary = page.page.locator("summary").last
    assert not page.page.locator("details p").last.is_visible()
    summary.click()
    assert page.page.locator("details p").last.is_visible()
    page.press("Escape")
    assert kind(page) == "ending"


def test_the_notebook_has_what_she_did_in_every_record_and_leads_there(opened: Open, asking: Path) -> None:
    """It goes on in the next record, and is there on another day, if the place is kept."""
    page = opened(asking)
    page.press("N")
    assert reader_strings.NOTEBOOK_NONE in told(page)
    page.press("Escape")
    page.page.get_by_role("button", name=print_strings.KEEP_YES).click()
    begin(page, "vesna")
    page.press("1", "Enter", "Enter", "Enter", "Enter")
    page.page.get_by_role("button", name="Take this along: Could he refuse?").click()
    page.press("q")
    begin(page, "wim")
    page.press("Enter")
    for _ in range(2):
        page.press("N")
        said = " ".join(told(page).split())
        assert "In your hand Vesna: Could he refuse? Touched by Wim: Wim is told to row." in said
        assert "What you printed Vesna: His name he [does not tell]." in said
        anew(page, asking)
    page.press("N")
    page.page.get_by_role("link", name="Vesna").first.click()
    assert page.page.locator("h1").inner_text() == "Vesna"
    page.press(",")
    page.page.get_by_label(print_strings.OWN_PART).uncheck()
    page.press("Escape", "N")
    assert reader_strings.NOTEBOOK_OFF in told(page)
    assert "does not tell" not in told(page)
