"""A record by one paper only: what that paper has, what falls away, what stays beside it; kept with the trail."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.play.test_prompts import GAP
from tests.support.playing import played
from wayout.locale import reader_strings
from wayout.model.file_access import shipped
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.prompts import PARTS, AccountLine
from wayout.model.story import Passage
from wayout.model.text import comparable, quotations, wording
from wayout.model.trail_format import TrailFile, as_yaml
from wayout.play.history import History
from wayout.play.moves import GO_ON, RETURN, Choose, Enter
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, begin_as, choose, moves, replay
from wayout.store.autosave import Autosave, find_article, resume
from wayout.store.shelf import open_shelf
from wayout.views.account import account
from wayout.views.by_paper import recorded_trail
from wayout.views.card import card
from wayout.views.debrief import debrief, debrief_document
from wayout.views.page import Page, page
from wayout.views.papers import can_be_read_by_paper, names_person, paper_name, papers
from wayout.views.trail_file import format_trail, replay_steps

GAZETTE, DIGEST, ACT = "gazette-en", "digest", "harbour-act"
FULL = Reader(parts=PARTS)


def named_in_both(library: Library) -> Library:
    """The docker's library in which the digest, too, has his name."""
    anton = library.people["anton"]
    written = {**anton.written, DIGEST: ("Anton",)}
    return replace(library, people={**library.people, "anton": replace(anton, written=written)})


def read(library: Library, paper: str, *made: object, story: str = "anton") -> Playthrough:
    play = begin(library, story, parts=PARTS, paper=paper)
    for move in made:
        play = choose(library, play, move)  # type: ignore[arg-type]
    return play


def shown(library: Library, play: Playthrough) -> Page:
    return page(library, play.state, FULL, play.trail)


def text_of(found: Page) -> str:
    outcomes = found.reveal.outcomes if found.reveal is not None else ()
    return " ".join((*(block.text for block in found.blocks), *(one.text for one in outcomes)))


def test_a_record_has_the_papers_of_the_report_that_names_its_person_also_those_that_do_not_name_him(
    asked: Library,
) -> None:
    assert papers(asked, "anton") == (GAZETTE, DIGEST)
    assert names_person(asked, "anton", GAZETTE)
    assert not names_person(asked, "anton", DIGEST)
    nobody = replace(asked.stories["anton"], person=None)
    assert papers(replace(asked, stories={"anton": nobody}), "anton") == ()


@pytest.mark.parametrize(
    ("paper", "words"), [(GAZETTE, "orders him to load it"), (DIGEST, "asks him to load it, or drown")]
)
def test_a_gap_is_closed_with_the_reading_of_the_paper_and_nothing_is_asked(
    asked: Library, paper: str, words: str
) -> None:
    library = named_in_both(asked)
    found = shown(library, read(library, paper))
    assert found.kind == "scene"
    assert f"The foreman {words}." in text_of(found)
    assert "The others look on." in text_of(found)
    assert all(move.kind not in ("reply", "take") for move in found.moves)
    assert not any(block.printed for block in found.blocks)


def test_the_page_says_at_its_top_by_which_paper_it_is(asked: Library) -> None:
    assert shown(asked, read(asked, GAZETTE)).title == "Anton · By The Harbour Gazette only"
    assert shown(asked, begin(asked, "anton")).title == "Anton"


def test_what_the_paper_does_not_have_falls_away_and_one_line_counts_it(asked: Library) -> None:
    library = named_in_both(asked)
    on = read(library, DIGEST, Choose("refuse"))
    told = shown(library, on)
    assert told.reveal is not None
    assert told.reveal.outcomes == ()
    assert text_of(told) == reader_strings.NOT_IN_PAPER_ONE
    there = shown(library, choose(library, on, GO_ON))
    assert [block.text for block in there.blocks] == [
        "The ship leaves.",
        "In this paper (what the foreman does): He asks him.",
        reader_strings.NOT_IN_PAPER_MANY.format(n=3),
    ]  # fmt: skip
    assert there.blocks[-1].editorial
    whole = [block.text for block in shown(library, read(library, GAZETTE, Choose("refuse"), GO_ON)).blocks]
    assert "He stands on the quay." in whole
    assert not any("not in this paper" in text for text in whole)


def test_where_papers_part_the_version_of_this_one_stands_below_once_a_page(asked: Library) -> None:
    library = named_in_both(asked)
    on = (Choose("refuse"), GO_ON)
    (block,) = [one for one in shown(library, read(library, DIGEST, *on)).blocks if one.claims and one.editorial]
    assert block.text == "In this paper (what the foreman does): He asks him."
    assert "He orders him." in text_of(shown(library, read(library, GAZETTE, *on)))
    assert "In this paper" not in text_of(shown(library, read(library, DIGEST))), "there the gap says it"


def test_law_and_war_stay_and_are_marked(asked: Library) -> None:
    library = named_in_both(asked)
    scene = library.scene("anton", "the-order")
    law = Passage(text="A law has a fine.", claims=("law-fine",))
    scenes = {**library.stories["anton"].scenes, "the-order": replace(scene, text=(*scene.passages, law))}
    stories = {**library.stories, "anton": replace(library.stories["anton"], scenes=scenes)}
    found = shown(replace(library, stories=stories), read(library, DIGEST))
    assert "(Not in this paper.) A law has a fine." in [one.text for one in found.blocks]
    assert "law-fine" in found.claims


def test_a_person_whom_the_paper_does_not_name_has_one_page_that_says_so(asked: Library) -> None:
    play = read(asked, DIGEST)
    found = shown(asked, play)
    assert found.close is not None
    assert found.close.head == "Digest Daily does not know of Anton"
    assert [one.ask for one in found.close.questions] == [reader_strings.AFTER_PAPER]
    assert found.blocks == ()
    assert found.moves == ()
    assert moves(asked, play.state) == ()
    assert can_be_read_by_paper(asked, play.state)
    assert account(asked, play, FULL) is None
    assert card(asked, play.trail) is None


def test_the_paper_comes_along_into_another_record_and_back(asked: Library) -> None:
    there = read(asked, GAZETTE, Choose("load"), Enter("boris", "the-crane"))
    assert shown(asked, there).title == "Boris · By The Harbour Gazette only"
    assert shown(asked, choose(asked, there, RETURN)).title == "Anton · By The Harbour Gazette only"
    unknown = read(named_in_both(asked), DIGEST, Choose("load"), Enter("boris", "the-crane"))
    found = shown(named_in_both(asked), unknown)
    assert found.close is not None
    assert found.close.head == "Digest Daily does not know of Boris"
    assert [move.move for move in found.moves] == [RETURN]


def test_an_ending_asks_what_was_not_missed_and_offers_the_papers(asked: Library) -> None:
    on = (Choose("refuse"), GO_ON, GO_ON)
    found = shown(asked, read(asked, GAZETTE, *on))
    assert found.close is not None
    assert [one.ask for one in found.close.questions] == [reader_strings.AFTER_PAPER]
    assert found.close.text == "He is at home."
    assert can_be_read_by_paper(asked, read(asked, GAZETTE, *on).state)
    assert not can_be_read_by_paper(asked, begin(asked, "anton").state)
    library = named_in_both(asked)
    without = shown(library, read(library, DIGEST, *on))
    assert without.close is not None
    assert (without.close.text, without.close.claims) == ("", ())


def test_the_account_by_one_paper_has_its_readings_and_leaves_out_what_is_not_in_it(asked: Library) -> None:
    library = named_in_both(asked)
    found = account(library, read(library, DIGEST), FULL)
    assert found is not None
    lines = {line.text: line.margin for line in found.lines}
    assert lines["On the quay the foreman asks him to load it, or drown."] == reader_strings.BY_PAPER
    assert "He refused." not in lines
    assert "(Not in this paper.) The law then had a fine." in lines, "law stays, and is marked as on the pages"
    made = card(library, read(library, DIGEST).trail)
    assert made is not None
    assert made.byline.endswith("By Digest Daily only")
    assert made.papers == ("Digest Daily",)


def with_line(library: Library, text: str, *claims: str) -> Library:
    """The library in which the docker's article begins with this line."""
    anton = library.stories["anton"]
    line = AccountLine(text=text, claims=claims)
    return replace(library, stories={**library.stories, "anton": replace(anton, account=(line, *anton.account))})


def test_a_line_of_the_account_that_one_paper_has_in_part_tells_that_part_and_the_version_of_that_paper(
    asked: Library,
) -> None:
    library = with_line(named_in_both(asked), "Told to load, he refused.", "anton-told", "anton-refused")
    by_gazette, by_digest = (account(library, read(library, paper), FULL) for paper in (GAZETTE, DIGEST))
    assert by_gazette is not None
    assert by_digest is not None
    assert by_gazette.lines[0].text == "Told to load, he refused."
    (told, *_) = by_digest.lines
    assert told.text == "The foreman tells Anton to load the ship. In this paper (what the foreman does): He asks him."
    assert told.claims == ("anton-told",), "what the paper does not have is not what its line rests on"
    assert "anton-refused" not in debrief(library, read(library, DIGEST).trail, FULL).claims


def test_no_paper_is_quoted_in_the_account_with_the_words_of_another(asked: Library) -> None:
    library = with_line(named_in_both(asked), "The foreman said: “load it or leave”.", "anton-told")
    by_gazette, by_digest = (account(library, read(library, paper), FULL) for paper in (GAZETTE, DIGEST))
    assert by_gazette is not None
    assert by_digest is not None
    assert "“load it or leave”" in by_gazette.lines[0].text
    assert not any("load it or leave" in line.text for line in by_digest.lines)


def test_the_debrief_by_one_paper_says_so_above_the_article_and_tells_only_what_that_has_of_others(
    asked: Library,
) -> None:
    library = named_in_both(asked)
    on = (Choose("load"), Enter("boris", "the-crane"), RETURN)
    found, whole = (debrief(library, read(library, paper, *on).trail, FULL) for paper in (DIGEST, GAZETTE))
    heads = [section.heading for section in debrief_document(found).sections]
    assert heads[0] == "Your article, by Digest Daily alone: The docker"
    assert [one.name for one in whole.elsewhere] == ["Boris"]
    assert found.elsewhere == (), "this paper does not know of him"


def test_the_article_opens_again_as_it_was_read_by_all_papers_where_it_was(asked: Library, tmp_path: Path) -> None:
    shelf = open_shelf(tmp_path / "shelf")

    def keep(paper: str) -> Playthrough:
        play = read(asked, paper)
        while page(asked, play.state, FULL).close is None:
            play = choose(asked, play, GO_ON if GO_ON in moves(asked, play.state) else Choose("refuse"))
        Autosave(shelf).keep(asked, History(play), is_gentle=False)
        return play

    by_one = keep(GAZETTE)
    assert find_article(asked, shelf, "anton") == by_one.trail, "where there is no whole one"
    whole, latest = keep(""), keep(GAZETTE)
    assert shelf.trails()[0].trail == latest.trail
    assert find_article(asked, shelf, "anton") == whole.trail


def test_a_trail_keeps_its_paper_in_a_file_and_on_a_shelf(asked: Library, tmp_path: Path) -> None:
    play = read(asked, GAZETTE, Choose("refuse"), GO_ON, GO_ON)
    file = tmp_path / "a.yaml"
    file.write_text(as_yaml(format_trail(asked, play.trail, FULL)), encoding="utf-8")
    assert "paper: gazette-en\n" in file.read_text(encoding="utf-8")
    replayed = replay_steps(asked, TrailFile(file))
    assert replayed.fits
    assert replayed.play is not None
    assert replayed.play.state == play.state
    assert begin_as(asked, play.trail).state.paper == GAZETTE
    shelf = open_shelf(tmp_path / "shelf")
    Autosave(shelf).keep(asked, History(play), is_gentle=False)
    shelf.close()
    (saved,) = open_shelf(tmp_path / "shelf").trails()
    resumed, _ = resume(asked, saved)
    assert resumed is not None
    assert resumed.history.play == play
    assert replay(asked, saved.trail) == play


def test_a_trail_file_with_a_paper_that_is_not_there_says_which_was_meant(asked: Library, tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("trail: 1\nstory: anton\npaper: gazette\n", encoding="utf-8")
    replayed = replay_steps(asked, TrailFile(file))
    (finding,) = replayed.findings
    assert (replayed.play, finding.code, finding.span.line) == (None, "missing-target", 3)
    assert "gazette-en" in finding.hint


def test_no_page_is_other_where_no_paper_is_named(asked: Library) -> None:
    play = played(asked, "anton", parts=PARTS)
    assert play.state.paper == ""
    assert GAP in asked.scene("anton", "the-order").prompts
    assert page(asked, play.state, FULL).kind == "prompt"


SHIPPED = load(shipped()).library
EVERY = [(name, paper) for name in SHIPPED.records for paper in papers(SHIPPED, name)]


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_of_every_shipped_record_only_what_a_paper_carries_is_told_by_it(name: str, paper: str) -> None:
    library, story = SHIPPED, SHIPPED.stories[name]
    play = begin(library, name, parts=PARTS, paper=paper)
    assert paper_name(library, paper) in shown(library, play).title
    for scene, told in story.scenes.items():
        state = begin(library, name, scene, parts=PARTS, paper=paper).state
        found = page(library, state, Reader())
        for block in found.blocks:
            claims = [library.claims[claim] for claim in block.claims]
            own = [claim for claim in claims if claim.group is None]
            assert not own or any(cite.document == paper for claim in own for cite in claim.all_cites), (
                scene,
                block.text,
            )
            told_of = {wording(one.text): one.claims for one in told.passages}
            of_papers = [one for one in map(library.claims.__getitem__, told_of.get(block.text, ())) if any(
                library.documents[cite.document].held for cite in one.all_cites)]  # fmt: skip
            lacks = [one.says for one in of_papers if all(cite.document != paper for cite in one.cites)]
            assert not lacks, f"told whole by {paper}, which does not have: {lacks}"
        if not names_person(library, name, paper):
            assert found.close is not None
            continue
        groups = [one.claims for one in told.passages if one.claims and all(
            library.claims[claim].group for claim in one.claims)]  # fmt: skip
        shown_claims = {claim for block in found.blocks for claim in block.claims}
        assert {claim for group in groups for claim in group} <= shown_claims, "law and war stay"


@pytest.mark.parametrize(("name", "paper"), EVERY)
def test_of_every_shipped_record_the_article_by_one_paper_has_only_what_that_carries(name: str, paper: str) -> None:
    """Its own claims are cited from the paper, and what it quotes stands in that paper."""
    library = SHIPPED
    trail = replace(recorded_trail(library, name, paper), parts=PARTS)
    found = debrief(library, trail, FULL)
    assert bool(found.accounts) == names_person(library, name, paper)
    for line in (line for one in found.accounts for line in one.lines):
        claims = [library.claims[claim] for claim in line.claims]
        cites = [cite for claim in claims for cite in claim.all_cites if cite.document == paper]
        assert all(claim.group or any(cite in cites for cite in claim.all_cites) for claim in claims), line.text
        quoted = [comparable(cite.quote) for cite in cites if cite.quote]
        for said in (comparable(one.words) for one in quotations(line.text) if one.is_paired):
            assert any(said in quote or quote in said for quote in quoted), (line.text, said)
    own = [library.claims[claim] for claim in found.claims if library.claims[claim].group is None]
    assert all(any(cite.document == paper for cite in claim.all_cites) for claim in own)
