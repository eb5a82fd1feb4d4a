"""From the third record on the article is hers to cut: line by line, put back, undone, kept in a trail."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.play.test_prompts import GAP, SHIPPED, TO_HOME
from tests.support.playing import moves_of
from wayout.locale import reader_strings
from wayout.model.library import Library
from wayout.model.prompts import PARTS, AccountLine
from wayout.model.trail_format import as_yaml
from wayout.play.migrate_trail import migrate_trail
from wayout.play.moves import EDIT, GO_ON, RETURN, Cut, Move, MoveTextError, PutBack, decode, encode
from wayout.play.reader_part import MAX_LINES, article_length, article_lines
from wayout.play.state import Playthrough, Reader, Trail
from wayout.play.step import begin_as, choose, moves, replay, undo
from wayout.state_space.own_part import own_part
from wayout.views.account import Account, account, account_document
from wayout.views.page import page
from wayout.views.trail_file import format_trail

OWN = Reader(parts=PARTS)
RECORDS = sorted(name for name, story in SHIPPED.stories.items() if story.account)
END = (f"reply {GAP} both", *TO_HOME, GO_ON)
"""To Anton's ending, past its headline, with both readings of the gap."""


@pytest.fixture
def three(asked: Library) -> Library:
    """The library in which three records have an article, Anton's with fourteen lines."""
    anton, marta = asked.stories["anton"], asked.stories["marta"]
    filled = tuple(AccountLine(text=f"Line {n}.", claims=("anton-told",), keep=n == 0) for n in range(4))
    lines = (*anton.account[:-1], *filled, anton.account[-1])
    told = replace(marta, account=(AccountLine(text="Marta is told of."),))
    return replace(asked, stories={**asked.stories, "anton": replace(anton, account=lines), "marta": told})


def ended(
    library: Library, *made: str | Move, before: tuple[str, ...] = ("boris", "marta"), **how: object
) -> Playthrough:
    """Anton's record, read by somebody who has brought others to an end."""
    trail = Trail(**{"story": "anton", "scene": "", "parts": PARTS, "ended": before, **how})  # type: ignore[arg-type]
    play = begin_as(library, trail)
    for move in moves_of(made):
        play = choose(library, play, move)
    return play


def article(library: Library, play: Playthrough) -> Account:
    found = account(library, play, OWN)
    assert found is not None
    return found


def offers(library: Library, play: Playthrough) -> bool:
    return EDIT in moves(library, play.state)


def test_from_the_third_record_on_its_ending_offers_to_cut_her_article(three: Library) -> None:
    assert offers(three, ended(three, *END))
    assert not offers(three, ended(three, *END, before=("boris",)))
    assert not offers(three, ended(three, *END, before=())), "the article is put together for her"
    assert not offers(three, ended(three, *END, before=("boris", "boris", "anton"))), "one read twice is one record"
    assert not offers(three, ended(three, *END, before=("boris", "gone"))), "what is not there has no article"
    assert not offers(three, ended(three, *END[:-1])), "first comes what the ending asks"
    assert not offers(three, ended(three, *END, parts=tuple(part for part in PARTS if part != "length")))


def test_records_that_are_read_to_their_ends_on_one_way_count_too(three: Library) -> None:
    boris = (GO_ON, GO_ON, "load", "enter boris/the-crane", "load", GO_ON, GO_ON, RETURN)
    assert offers(three, ended(three, *boris, "refuse", *TO_HOME[3:], GO_ON, before=("marta",)))
    assert not offers(three, ended(three, *boris, "refuse", *TO_HOME[3:], GO_ON, before=()))


def test_her_page_says_how_many_lines_there_is_room_for_and_how_many_she_has(three: Library) -> None:
    play = ended(three, *END)
    shown = page(three, play.state, OWN, play.trail)
    told = reader_strings.LENGTH.format(most=MAX_LINES, n=14)
    assert told == "12 lines; you have 14"
    assert [move.label for move in shown.moves if move.move == EDIT] == [reader_strings.EDIT.format(length=told)]
    editing = page(three, choose(three, play, EDIT).state, OWN, play.trail)
    assert (editing.kind, editing.ask, editing.blocks, editing.close) == ("prompt", told, (), None)
    assert editing.by_default is not None
    assert (editing.by_default.move, editing.by_default.label) == (GO_ON, reader_strings.LEAVE_IT_SO)
    two = next(move.label for move in editing.moves if move.id == "cut 2")
    assert two.startswith("Cut: On the quay the foreman [orders him to load it, says one text; ")


def test_a_line_is_cut_put_back_and_undone_and_both_readings_are_two_lines(three: Library) -> None:
    play = ended(three, *END, EDIT, "cut 2")
    assert page(three, play.state, OWN, play.trail).ask == "12 lines; you have 12"
    assert PutBack("2") in moves(three, play.state)
    assert Cut("2") not in moves(three, play.state)
    found = article(three, play)
    assert len(found.lines) == 12
    assert [text[:12] for text in found.left_out] == ["On the quay "]
    assert any("Left out, one line: On the quay" in row.said() for section in account_document(found).sections
               for row in section.rows)  # fmt: skip
    back = choose(three, play, PutBack("2"))
    assert (article_length(three, back.state), article(three, back).left_out) == (14, ())
    assert undo(three, play) == ended(three, *END, EDIT)
    closed = choose(three, play, GO_ON)
    assert offers(three, closed)
    assert page(three, closed.state, OWN, closed.trail).close is not None
    assert article(three, closed).left_out == found.left_out


def test_if_she_cuts_nothing_it_is_whole(three: Library) -> None:
    whole = article(three, ended(three, *END))
    assert (len(whole.lines), sum(line.lines for line in whole.lines), whole.left_out) == (13, 14, ())
    over = reader_strings.OVER_LENGTH.format(n=14, most=MAX_LINES)
    assert over in [row.said() for section in account_document(whole).sections for row in section.rows]
    cut = article(three, ended(three, *END, EDIT, "cut 2"))
    assert not any("longer" in row.said() for section in account_document(cut).sections for row in section.rows)
    for_her = article(three, ended(three, *END, before=()))
    assert sum(line.lines for line in for_her.lines) == MAX_LINES


def test_what_the_story_keeps_its_last_line_and_the_headline_s_own_are_not_hers_to_cut(three: Library) -> None:
    anton = three.stories["anton"]
    prompt = anton.scenes["home"].prompts["headline"]
    headed = replace(prompt, options={
        **prompt.options, "leave": replace(prompt.options["leave"], claims=anton.account[2].claims),
    })  # fmt: skip
    home = replace(anton.scenes["home"], prompts={**anton.scenes["home"].prompts, "headline": headed})
    library = replace(three, stories={
        **three.stories, "anton": replace(anton, scenes={**anton.scenes, "home": home}),
    })  # fmt: skip
    open_to_her = moves(library, ended(library, *END, EDIT).state)
    fixed = {line for line in map(str, range(1, 14)) if Cut(line) not in open_to_her}
    kept = {str(at) for at, line in enumerate(anton.account, 1) if line.keep} | {str(len(anton.account))}
    assert fixed == kept
    made = ended(library, *END[:-1], "reply headline leave", EDIT)
    assert Cut("3") not in moves(library, made.state)
    assert Cut("3") in moves(library, ended(library, *END, EDIT).state)


def test_answers_and_what_she_met_and_took_along_can_be_cut(three: Library) -> None:
    play = ended(three, GO_ON, GO_ON, "take who-must-load", "load", "stay here", "refuse", GO_ON, GO_ON,
                 "reply way-home how-home", GO_ON, GO_ON, GO_ON, EDIT)  # fmt: skip
    own = ("afterwards/way-home", "met/the-order/load", "carried/who-must-load")
    for line in own:
        play = choose(three, play, Cut(line))
    found = article(three, play)
    assert not {line.kind for line in found.lines} - {"told"}
    assert len(found.left_out) == 3


def test_a_cut_stands_in_a_trail_file_and_is_read_from_it(three: Library) -> None:
    play = ended(three, *END, EDIT, "cut 4", GO_ON)
    written = as_yaml(format_trail(three, play.trail, OWN))
    assert "ended: [boris, marta]" in written
    assert "edit lines" in written
    assert "cut 4" in written
    assert replay(three, play.trail) == play
    assert migrate_trail(three, play.trail).play == play


def test_a_trail_of_before_opens_and_one_whose_line_is_gone_leaves_that_out(three: Library) -> None:
    """Who began before there was such a part is offered nothing of it; a cut that cannot be made is passed over."""
    before = ended(three, *END, parts=tuple(part for part in PARTS if part != "length"), before=())
    assert migrate_trail(three, before.trail).play == before
    cut = ended(three, *END, EDIT, "cut 11", GO_ON)
    anton = three.stories["anton"]
    shorter = replace(anton, account=(*anton.account[:4], anton.account[-1]))
    library = replace(three, stories={**three.stories, "anton": shorter})
    found = migrate_trail(library, cut.trail)
    assert found.stopped is None
    assert found.play is not None
    assert (found.play.state.scene, found.play.state.cut) == ("home", frozenset())


@pytest.mark.parametrize("text", ["cut ", "cut 1 2", "put back ", "put back a b"])
def test_a_text_that_names_no_line_is_no_move(text: str) -> None:
    with pytest.raises(MoveTextError, match="names no line"):
        decode(text)


@pytest.mark.parametrize("move", [EDIT, Cut("3"), PutBack("home/question"), Cut("met/scene/choice")])
def test_each_move_is_read_from_its_text(move: Move) -> None:
    assert decode(encode(move)) == move


def test_by_one_paper_nothing_is_cut(three: Library) -> None:
    paper = next(iter(three.people["anton"].written))
    play = begin_as(three, Trail(story="anton", scene="home", parts=PARTS, ended=("boris", "marta"), paper=paper))
    assert not offers(three, play)


def test_explore_tells_how_many_lines_can_be_cut_and_proves_that_no_way_hangs_on_it(three: Library) -> None:
    found = own_part(three, "anton")
    assert found is not None
    assert found.cuts >= 4
    assert found.is_proved


@pytest.mark.parametrize("name", RECORDS)
@given(numbers=st.lists(st.integers(0, 19), max_size=60))
def test_what_the_state_knows_of_her_article_is_what_she_is_shown(name: str, numbers: list[int]) -> None:
    others = tuple(other for other in RECORDS if other != name)[:2]
    play = begin_as(SHIPPED, Trail(story=name, scene="", parts=PARTS, ended=others))
    for number in numbers:
        offered = moves(SHIPPED, play.state)
        if EDIT in offered and not play.state.edits:
            found = account(SHIPPED, play, OWN)
            assert found is not None
            assert sum(line.lines for line in found.lines) == article_length(SHIPPED, play.state)
            assert {line.id for line in found.lines} <= {*article_lines(SHIPPED, play.state)}
            assert len(found.lines) + len(found.left_out) == len(article_lines(SHIPPED, play.state))
        play = choose(SHIPPED, play, offered[number % len(offered)]) if offered else play
