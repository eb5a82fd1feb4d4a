"""The article that a reader has at the end: what is in it, what is left out, and whose word each line is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.play.test_prompts import GAP, SHIPPED, TO_HOME, asked_of
from tests.support.playing import played, walked
from wayout.classroom.pages import reference_page
from wayout.faces.print.html_file import list_html
from wayout.faces.terminal.document_layout import section_blocks
from wayout.faces.web.reader_fragments import replied
from wayout.faces.web.reference_pages import rows_html
from wayout.locale import reader_strings
from wayout.model.evidence import Claim
from wayout.model.library import Library
from wayout.model.prompts import BLANK, PARTS, AccountLine, PromptOption
from wayout.model.text import TwoWordings, wordings
from wayout.play.moves import GO_ON, RETURN, Move, encode
from wayout.play.permalink import PermalinkState
from wayout.play.reader_part import HERS, MAX_LINES
from wayout.play.state import Reader
from wayout.play.step import begin, choose, moves
from wayout.render.document_text import plain_lines, section_lines
from wayout.views.account import Account, account, account_document, account_sections, margin_of, spine_line
from wayout.views.debrief import DEBRIEF, debrief, debrief_document
from wayout.views.page import page
from wayout.views.papers import is_within_one, texts_of
from wayout.views.trail_summary import article_records, extent

FULL = Reader(parts=PARTS)
END = (GO_ON, GO_ON, "refuse", GO_ON)
HIS = "Anton’s word; corrected since"
"""Of what the foreman told him: he tells it, and a better text corrects one that has it."""


def written(library: Library, *made: str | Move, reader: Reader = FULL) -> Account:
    """The docker's article after some moves."""
    found = account(library, asked_of(library, *made), reader)
    assert found is not None
    return found


def texts(found: Account) -> list[str]:
    return [line.text for line in found.lines]


def with_lines(library: Library, count: int, *, keep: bool = False) -> Library:
    """The library with so many lines of account, the last one of which is that of the story."""
    anton = library.stories["anton"]
    filled = tuple(
        AccountLine(text=f"Line {n}.", claims=("anton-told",), keep=keep) for n in range(count - len(anton.account))
    )
    account_lines = (*anton.account[:-1], *filled, anton.account[-1])
    return replace(library, stories={**library.stories, "anton": replace(anton, account=account_lines)})


def test_the_spine_stands_as_it_is_written_until_the_reader_does_something(asked: Library) -> None:
    found = written(asked)
    assert len(found.lines) == 9
    assert found.lines[1].text == "What the foreman told him on the quay is told in two ways."
    assert (found.lines[1].margin, found.lines[1].printed) == (f"{HIS}; {reader_strings.AS_IT_CAME}", None)
    assert (found.name, found.headline, found.left_out) == ("Anton", "The docker", ())
    assert (found.not_told, written(asked, *TO_HOME).not_told) == ("", "What he does now.")


def test_a_line_takes_what_she_printed_and_says_what_the_other_text_has(asked: Library) -> None:
    line = written(asked, f"reply {GAP} orders").lines[1]
    assert line.text == "On the quay the foreman orders him to load it."
    assert line.printed is not None
    assert line.text[slice(*line.printed)] == "orders him to load it"
    assert line.margin == f"{HIS}; you chose this; the other text has: asks him to load it, or drown"
    assert line.lines == 1


def test_what_was_printed_otherwise_says_that_it_was_changed(asked: Library) -> None:
    line = written(asked, f"reply {GAP} orders", f"reply {GAP} asks").lines[1]
    summary = "a summary; corrected since"
    assert line.margin == f"{summary}; you chose this; the other text has: orders him to load it; changed once"
    assert line.whose == (), "the reading that was printed is the summary's, and not his word"


def test_both_readings_take_two_lines(asked: Library) -> None:
    line = written(asked, f"reply {GAP} both").lines[1]
    assert (
        line.text
        == "On the quay the foreman orders him to load it, says one text; asks him to load it, or drown, says another."
    )
    assert (line.lines, line.margin) == (2, f"{HIS}; {reader_strings.PRINTED_BOTH}")


def test_a_reading_that_two_texts_have_is_not_said_to_be_that_of_one(asked: Library) -> None:
    told = asked.claims["anton-told"]
    first, *others = told.differs[0].readings
    two = replace(first, cites=(*first.cites, *asked.claims["boris-loaded"].cites[:1]))
    two = replace(two, cites=(two.cites[0], replace(two.cites[-1], document="law-text")))
    changed = replace(told, differs=(replace(told.differs[0], readings=(two, *others)), *told.differs[1:]))
    library = replace(asked, claims={**asked.claims, "anton-told": changed})
    both, asks = (written(library, f"reply {GAP} {option}").lines[1] for option in ("both", "asks"))
    assert "orders him to load it, say two texts; asks him to load it, or drown, says another." in both.text
    assert asks.margin.endswith("you chose this; two other texts have: orders him to load it")


def test_no_shipped_line_says_one_text_where_more_have_a_reading() -> None:
    count = 0
    for name in RECORDS:
        story = SHIPPED.stories[name]
        for line in story.account:
            prompt = story.prompt_at(line.gap or "")
            if prompt is None or prompt.claim is None or is_within_one(SHIPPED, prompt):
                continue
            first, other = texts_of(SHIPPED, prompt).values()
            scene, _, asked_by = (line.gap or "").partition("/")
            said = spine_line(SHIPPED, name, line, replied(name, scene, asked_by, "both"), FULL).text
            assert ("says one text" in said) == (len(first) == 1), (name, line.gap)
            assert ("says another" in said) == (len(other) == 1), (name, line.gap)
            for option, texts_other in zip(prompt.options, (other, first), strict=True):
                margin = spine_line(SHIPPED, name, line, replied(name, scene, asked_by, option), FULL).margin
                assert ("the other text has" in margin) == (len(texts_other) == 1), (name, line.gap, option)
            count += len(first) > 1 or len(other) > 1
    assert count, "there is such a gap"


def test_a_gap_that_was_passed_over_is_left_as_it_came(asked: Library) -> None:
    assert written(asked, GO_ON).lines[1] == written(asked).lines[1]


def test_what_she_asked_stands_with_its_answer_before_the_last_line(asked: Library) -> None:
    found = written(asked, *END, GO_ON, "reply way-home how-home")
    assert found.lines[-2].text == "How does he get home? Not told. He is in Tallinn."
    assert (found.lines[-2].margin, found.lines[-2].kind) == (f"{reader_strings.NOT_TOLD}; Anton’s word", "asked")
    assert found.lines[-2].whose == ("Anton",), "where he is, is his word, although how he came there is not told"
    assert found.lines[-1].text == "As of May 2019 he is at home."
    answered = written(asked, *END, GO_ON, "reply way-home who-told").lines[-2]
    assert (answered.text, answered.margin) == ("Who told him to load? The foreman did.", HIS)


def test_the_last_man_whom_she_met_stands_in_it_as_another_man(asked: Library) -> None:
    found = written(asked, GO_ON, GO_ON, "load")
    assert found.lines[-2].text == "At the same question, in another record: Boris. Beside Anton he loads the ship."
    assert found.lines[-2].claims == ("boris-loaded",)


def test_the_headline_is_hers_and_else_that_of_the_story(asked: Library) -> None:
    found = written(asked, *END, GO_ON, GO_ON, GO_ON, "reply headline leave")
    assert found.headline == "Anton on “load it or leave”"
    assert written(asked, *END, GO_ON, GO_ON, GO_ON, GO_ON).headline == "The docker"


def test_no_article_has_more_than_twelve_lines_and_it_says_what_is_left_out(asked: Library) -> None:
    library = with_lines(asked, 12)
    assert written(library).left_out == ()
    found = written(library, f"reply {GAP} both")
    assert sum(line.lines for line in found.lines) == MAX_LINES
    assert found.left_out == ("Line 2.",), "from the end, but for the line that ends it"
    more = written(library, f"reply {GAP} both", *END, GO_ON, "reply way-home how-home")
    assert more.left_out == ("Line 1.", "Line 2.")
    assert sum(line.lines for line in more.lines) == MAX_LINES


def test_what_is_kept_printed_or_asked_is_never_left_out(asked: Library) -> None:
    library = with_lines(asked, 12, keep=True)
    found = written(library, f"reply {GAP} both", *END, GO_ON, "reply way-home how-home")
    kept = (
        "Anton, a docker, told a paper of an order on a quay.",
        "As of May 2019 he is at home.",
        "Line 0.",
        "Line 2.",
    )
    assert set(kept) <= set(texts(found))
    assert not set(kept) & set(found.left_out)
    assert any(line.printed for line in found.lines)
    assert any(line.text.startswith("How does he get home?") for line in found.lines)


def with_questions(library: Library, count: int) -> Library:
    """The library in which the record is asked so many questions at home, one after the other."""
    anton = library.stories["anton"]
    asked = anton.scenes["afterwards"].prompts["way-home"]
    prompts = {**anton.scenes["home"].prompts, **{f"question-{n}": asked for n in range(count)}}
    scenes = {**anton.scenes, "home": replace(anton.scenes["home"], prompts=prompts)}
    return replace(library, stories={**library.stories, "anton": replace(anton, scenes=scenes)})


def test_of_several_answers_to_questions_all_but_the_latest_go_before_what_is_told(asked: Library) -> None:
    library = with_questions(with_lines(asked, 11), 2)
    home = (*END, GO_ON, "reply way-home how-home", GO_ON, GO_ON, GO_ON)
    questions = [f"reply question-{n} {answer}" for n, answer in enumerate(("who-told", "how-home"))]
    found = written(library, *home, questions[0], GO_ON, questions[1])
    assert [text.partition("?")[0] for text in found.left_out] == ["How does he get home", "Who told him to load"]
    assert found.lines[-2].text.startswith("How does he get home?")
    assert {"Line 0.", "Line 1."} <= set(texts(found))
    assert "Left out, 2 lines: How does he get home?" in document(found)
    fuller = written(with_questions(with_lines(asked, 12), 2), f"reply {GAP} both", *home, *questions[:1])
    assert [text.partition("?")[0] for text in fuller.left_out] == ["Line 1.", "Line 2.", "How does he get home"]


def with_headline(library: Library, *claims: str) -> Library:
    """The library in which a headline of the docker is taken from these claims."""
    anton = library.stories["anton"]
    prompt = anton.scenes["home"].prompts["headline"]
    option = replace(prompt.options["leave"], claims=claims)
    prompt = replace(prompt, options={**prompt.options, "leave": option})
    home = replace(anton.scenes["home"], prompts={**anton.scenes["home"].prompts, "headline": prompt})
    lines = tuple(replace(line, claims=claims) if line.text == "Line 2." else line for line in anton.account)
    anton = replace(anton, scenes={**anton.scenes, "home": home}, account=lines)
    return replace(library, stories={**library.stories, "anton": anton})


def test_the_sentence_that_the_headline_is_taken_from_is_never_left_out(asked: Library) -> None:
    library = with_headline(with_lines(asked, 12), "anton-home")
    made = (f"reply {GAP} both", *END, GO_ON, GO_ON, GO_ON, "reply headline leave")
    assert "Line 2." not in written(library, *made).left_out
    assert "Line 2." in written(library, *made[:-1], GO_ON).left_out


@pytest.mark.parametrize("gentle", [True, False])
def test_an_article_is_in_the_wording_that_its_reader_chose(asked: Library, gentle: bool) -> None:
    """The story's own lines, what she printed, and what the other text has."""
    for printed in ("asks", "both", "orders"):
        found = written(asked, f"reply {GAP} {printed}", *END, reader=Reader(parts=PARTS, gentle=gentle))
        told = " ".join((*texts(found), *(line.margin for line in found.lines), *found.left_out, found.not_told))
        assert ("Beaten, he went home." in texts(found)) != gentle
        assert ("drown" in told) != gentle
        assert ("He went home." in texts(found)) == gentle


def test_in_a_class_every_article_is_gentle(asked: Library) -> None:
    """What a pupil shows to others is, whichever wording she reads in."""
    play = asked_of(asked, f"reply {GAP} both", *TO_HOME)
    found = reference_page(asked, DEBRIEF, FULL, PermalinkState(play, FULL, ""), page(asked, play.state, FULL))
    assert found is not None
    shown = found.inside
    assert "He went home." in shown
    assert "Beaten" not in shown
    assert "or drown" not in shown.partition("What this path rests on")[0]


@pytest.mark.parametrize("gentle", [True, False])
def test_a_question_and_its_answer_are_in_the_wording_that_its_reader_chose(asked: Library, gentle: bool) -> None:
    answer = TwoWordings(full="Not told. He bled.", gentle="Not told.")
    library = with_answer(asked, PromptOption(
        label=TwoWordings(full="Did they beat him?", gentle="What befell him?"), text=answer, told="not-told",
    ))  # fmt: skip
    found = written(library, *END, GO_ON, "reply way-home how-home", reader=Reader(parts=PARTS, gentle=gentle))
    assert found.lines[-2].text == ("What befell him? Not told." if gentle else "Did they beat him? Not told. He bled.")


def with_answer(library: Library, option: PromptOption) -> Library:
    """The library with another question to the record, or another answer."""
    anton = library.stories["anton"]
    scene = anton.scenes["afterwards"]
    prompt = scene.prompts["way-home"]
    prompt = replace(prompt, options={**prompt.options, "how-home": option})
    scenes = {**anton.scenes, "afterwards": replace(scene, prompts={**scene.prompts, "way-home": prompt})}
    return replace(library, stories={**library.stories, "anton": replace(anton, scenes=scenes)})


def test_an_answer_stands_in_the_article_as_the_story_has_it_for_it(asked: Library) -> None:
    """The pages are in the present tense, an article is in the past."""
    library = with_answer(asked, PromptOption(
        label="How does he get home?", text="Not told. He is in Tallinn.", account="Not told. He was in Tallinn.",
        claims=("anton-home",), told="not-told",
    ))  # fmt: skip
    found = written(library, *END, GO_ON, "reply way-home how-home")
    assert found.lines[-2].text == "How does he get home? Not told. He was in Tallinn."


def test_the_shipped_answers_stand_in_articles_in_the_past_tense() -> None:
    """A word that the pages have in the present is one that no article has outside a quotation."""
    for name in RECORDS:
        for scene in SHIPPED.stories[name].scenes.values():
            for prompt in scene.prompts.values():
                for option in prompt.options.values() if prompt.kind == "ask" else ():
                    for answer in wordings(option.account or option.text):
                        found = re.search(r"\b(he|they|article|texts?) (is|has|says?|sees|knows|asks)\b", answer, re.I)
                        assert found is None, (name, answer)


def test_whose_word_a_line_is_comes_from_its_weakest_claim(asked: Library) -> None:
    def margin(*names: str, **changed: Claim) -> str:
        return margin_of(replace(asked, claims={**asked.claims, **changed}), names)[0]

    refused, told, loaded = (asked.claims[name] for name in ("anton-refused", "anton-told", "boris-loaded"))
    assert margin("law-fine") == reader_strings.A_RECORD
    assert margin("boris-loaded") == reader_strings.ONE_TEXT
    assert margin("anton-refused") == "Anton’s word"
    own = replace(refused, interest="self")
    assert margin("own", "anton-refused", own=own) == "Anton’s word, in the speaker’s favour"
    told_again = replace(told, cites=told.cites[1:], differs=(), corrected=None)
    assert margin("told-again", **{"told-again": told_again}) == reader_strings.A_SUMMARY
    two = replace(loaded, cites=(*loaded.cites, *told.cites[1:]))
    assert margin("two", two=two) == reader_strings.THE_ARTICLES
    assert margin("anton-told") == "Anton’s word; corrected since"
    assert margin() == margin("not-there") == ""


def test_a_line_of_several_kinds_names_them_all_from_the_weakest_on(asked: Library) -> None:
    refused, loaded = asked.claims["anton-refused"], asked.claims["boris-loaded"]
    his = replace(refused, cites=tuple(replace(cite, speaker="boris") for cite in refused.cites))
    count = replace(loaded, kind="figure", owner="the harbour office, of ships that were loaded")
    library = replace(asked, claims={**asked.claims, "his": his, "count": count})
    margin, whose = margin_of(library, ("law-fine", "count", "anton-refused", "his", "boris-loaded"))
    assert margin == "Anton’s word; Boris’s word; a count (the harbour office); one text; a record"
    assert whose == ("Anton", "Boris")
    assert margin_of(library, ("boris-loaded", "law-fine")) == ("one text; a record", ())


def test_the_foot_counts_the_lines_that_rest_on_the_word_of_one_and_says_of_whom(asked: Library) -> None:
    """What another man says is not counted as the word of this one."""
    found = written(asked)
    his = [line for line in found.lines if "Anton’s word" in line.margin]
    says = "{n} of 9 lines rest in whole or in part on one person’s word ({whose})."
    assert says.format(n=len(his), whose=f"Anton: {len(his)}") in document(found)
    loaded = asked.claims["boris-loaded"]
    cites = tuple(replace(cite, speaker="boris") for cite in loaded.cites)
    two = replace(asked, claims={**asked.claims, "boris-loaded": replace(loaded, cites=cites)})
    assert says.format(n=len(his) + 1, whose=f"Anton: {len(his)}, Boris: 1") in document(written(two))


def document(found: Account) -> str:
    """The article as plain text."""
    return "\n".join(line.text for line in plain_lines(account_document(found)))


def test_the_document_marks_what_she_printed_and_ends_on_what_is_left_out_and_not_told(asked: Library) -> None:
    told = document(written(with_lines(asked, 12), f"reply {GAP} both", *TO_HOME))
    assert "[orders him to load it, says one text; asks him to load it, or drown, says another]" in told
    assert "Left out, one line: Line 2." in told
    assert "Not told: What he does now." in told
    assert told.index("Not told:") < told.index(reader_strings.MARGIN_HEAD)


def test_the_debrief_begins_with_it_where_the_reader_has_a_part(asked: Library) -> None:
    found = debrief(
        asked, asked_of(asked, f"reply {GAP} orders", GO_ON, GO_ON, "load", "enter boris/the-crane", "load").trail, FULL
    )
    assert [one.name for one in found.accounts] == ["Anton"]
    assert debrief_document(found).sections[0].heading == reader_strings.YOUR_ACCOUNT.format(headline="The docker")
    without = debrief(asked, replace(asked_of(asked).trail, parts=()), Reader())
    assert without.accounts == ()


def test_a_story_without_a_spine_has_no_article(asked: Library) -> None:
    assert account(asked, asked_of(asked), FULL, "marta") is None


def test_a_kept_line_in_two_wordings_is_gentle_for_whoever_wants_it_so(asked: Library) -> None:
    anton = asked.stories["anton"]
    hard = AccountLine(
        text=TwoWordings(full="He was shot at.", gentle="He came to harm."), claims=("anton-told",), keep=True
    )
    story = replace(anton, account=(*anton.account[:-1], hard))
    library = replace(asked, stories={**asked.stories, "anton": story})
    assert texts(written(library))[-1] == "He was shot at."
    assert texts(written(library, reader=Reader(parts=PARTS, gentle=True)))[-1] == "He came to harm."


LOADED = (GO_ON, GO_ON, "load", "enter boris/the-crane")
"""Through Anton's question into Boris's record."""


def test_an_article_stands_of_records_walked_to_an_ending_and_a_line_of_those_that_were_only_visited(
    asked: Library,
) -> None:
    """A record that she began with has its article as long as she came to no ending at all."""
    left = debrief(asked, asked_of(asked, *LOADED, "load", RETURN).trail, FULL)
    assert ([one.name for one in left.accounts], left.in_part) == (["Anton"], ("Boris",))
    ended = debrief(asked, asked_of(asked, *LOADED, "load", GO_ON).trail, FULL)
    assert ([one.name for one in ended.accounts], ended.in_part) == (["Boris"], ("Anton",))
    sections = debrief_document(ended).sections
    assert [(one.heading, [row.said() for row in one.rows]) for one in sections if one.heading == "Read in part"] == [
        ("Read in part", ["Anton"])
    ]
    trail = asked_of(asked, *LOADED, "load", GO_ON, GO_ON, RETURN, "refuse", *TO_HOME[3:]).trail
    both = debrief(asked, trail, FULL)
    assert ([one.name for one in both.accounts], both.in_part) == (["Anton", "Boris"], ())
    found = extent(asked, trail)
    assert list(found.endings) == ["boris", "anton"], "the record that was ended last has its article first"
    turned = replace(found, endings=dict(reversed(found.endings.items())))
    assert article_records(asked, trail, turned) == ("boris", "anton")


def bound(library: Library) -> Library:
    """The library in which his refusal, and where he is, are told when she has read so far."""
    anton = library.stories["anton"]
    scenes = {2: "afterwards", 7: "home", 8: "home"}
    lines = tuple(replace(line, scene=scenes.get(at)) for at, line in enumerate(anton.account))
    return replace(library, stories={**library.stories, "anton": replace(anton, account=lines)})


def test_an_early_article_tells_nothing_that_comes_after_what_she_has_read(asked: Library) -> None:
    library = bound(asked)
    early = written(library, GO_ON, GO_ON)
    assert (early.is_early, len(early.lines), early.not_told) == (True, 6, "")
    assert not {"He refused.", "As of May 2019 he is at home.", "Beaten, he went home."} & set(texts(early))
    assert reader_strings.EARLY in document(early)
    asked_early = written(library, *END, GO_ON, "reply way-home how-home")
    assert texts(asked_early)[-2:] == ["Boris went north.", "How does he get home? Not told. He is in Tallinn."]
    refused = written(library, *END)
    assert "He refused." in texts(refused)
    assert "Beaten, he went home." not in texts(refused)
    whole = written(library, *TO_HOME)
    assert (whole.is_early, len(whole.lines), texts(whole)[-1]) == (False, 9, "As of May 2019 he is at home.")
    assert reader_strings.EARLY not in document(whole)


def test_whoever_steps_into_the_middle_has_what_lies_behind_in_the_article(asked: Library) -> None:
    """His refusal lies behind on the path of the record: an article without it would be one of another man."""
    play = choose(bound(asked), begin(bound(asked), "anton", "home", parts=PARTS), GO_ON)
    found = account(bound(asked), play, FULL)
    assert found is not None
    assert "He refused." in texts(found)


def test_a_line_taken_along_is_in_the_article_of_where_it_was_taken_and_of_where_it_lay_beside_something(
    asked: Library,
) -> None:
    """In the record of a third man, which has nothing beside it, it is not."""

    def has(name: str, *made: str | Move) -> bool:
        found = account(asked, asked_of(asked, *made), FULL, name)
        return found is not None and any(text.startswith("Who has to load a ship?") for text in texts(found))

    take = (GO_ON, GO_ON, "take who-must-load")
    assert has("anton", *take)
    assert not has("boris", *take)
    assert has("boris", *take, "load", "enter boris/the-crane")
    other = (GO_ON, GO_ON, "take where-they-go", "load", "enter boris/the-crane")
    found = account(asked, asked_of(asked, *other), FULL, "boris")
    assert found is not None
    assert not any(text.startswith("Where does a docker go") for text in texts(found))


def test_what_is_not_revealed_yet_of_another_man_is_not_met(asked: Library) -> None:
    play = played(asked, "anton", GO_ON, GO_ON, "load", asks=True, parts=PARTS)
    found = account(asked, play, FULL)
    assert found is not None
    is_asked = any(encode(move).startswith("mark ") for move in moves(asked, play.state))
    assert any("another record" in text for text in texts(found)) != is_asked


def test_the_headline_that_was_chosen_last_stands_at_the_head_whatever_was_read_in_between(asked: Library) -> None:
    """Of a second ending she may choose another; passing it over leaves the first."""
    anton = asked.stories["anton"]
    early = replace(anton.scenes["the-order"], prompts={
        **anton.scenes["the-order"].prompts, "first": anton.scenes["home"].prompts["headline"],
    })  # fmt: skip
    library = replace(asked, stories={
        **asked.stories, "anton": replace(anton, scenes={**anton.scenes, "the-order": early}),
    })  # fmt: skip
    to_end = (GO_ON, GO_ON, "reply first load-it", "refuse", *TO_HOME[3:])
    assert written(library, *to_end[:3]).headline == "“load it or leave”"
    assert written(library, *to_end, "reply headline leave").headline == "Anton on “load it or leave”"
    assert written(library, *to_end, GO_ON).headline == "“load it or leave”"


def test_article_and_margin_have_the_same_numbers_on_every_face(asked: Library) -> None:
    found = written(asked, f"reply {GAP} orders")
    article, margin = account_sections(found)
    lines = [row for row in article.rows if row.kind == "line"]
    assert [row.said("number") for row in lines] == [row.said("number") for row in margin.rows]
    assert [row.said("number") for row in lines] == [str(at) for at in range(1, len(found.lines) + 1)]
    printed = f"On the quay the foreman [{'orders him to load it'}]."
    assert f"2. {printed}" in document(found)
    assert f"2. {found.lines[1].margin}" in document(found)
    paper = "\n".join(section_lines(article))
    assert "2. On the quay the foreman _orders him to load it_." in paper
    html = str(list_html(article.rows))
    assert html.startswith("<ol>")
    assert html.count("<li>") == len(article.rows)
    assert '<ol class="lines"><li>' in rows_html(margin.rows)
    (_, *blocks) = section_blocks(margin)
    assert [block.mark.strip() for block in blocks] == [f"{at}." for at in range(1, len(found.lines) + 1)]


RECORDS = sorted(name for name, story in SHIPPED.stories.items() if story.account)


@pytest.mark.parametrize("name", RECORDS)
@given(numbers=st.lists(st.integers(0, 9), max_size=60))
def test_every_shipped_article_fits_and_is_whole_whatever_the_reader_does(name: str, numbers: list[int]) -> None:
    play = walked(SHIPPED, name, numbers, parts=PARTS)
    found = account(SHIPPED, play, FULL, name)
    assert found is not None
    end = SHIPPED.stories[name].scenes.get(extent(SHIPPED, play.trail).endings.get(name, ""))
    is_whole = end is not None and end.ending is not None and end.ending.kind == "as-published"
    length = sum(line.lines for line in found.lines)
    assert length >= (6 if is_whole else 1) or found.left_out
    assert length <= MAX_LINES or (name, HERS) in play.state.lines, "of the third record on it is hers to cut"
    assert not (is_whole and found.is_early)
    for line in found.lines:
        assert BLANK not in line.text
        assert reader_strings.BLANK not in line.text
        assert line.text
        assert line.margin
        assert set(line.claims) <= set(SHIPPED.claims)
    kept = {line.text for line in found.lines if line.is_kept}
    assert not kept & set(found.left_out)
    assert found.headline
    assert bool(found.not_told) >= is_whole
