"""The notebook has what a reader did in all that she has read, in her wording, and nothing that she has not met."""

import pytest
from msgspec.structs import replace

from tests.invented.asked import THREAD, asked
from wayout.locale import reader_strings
from wayout.model.graph import recorded_path
from wayout.model.library import TIMELINE, Library
from wayout.model.prompts import PARTS
from wayout.play.moves import GO_ON, Choose, Mark, Move, Reply, Take
from wayout.play.state import Playthrough, Reader, TakenLine, Trail
from wayout.play.step import begin, choose, moves
from wayout.render.document_text import plain_lines
from wayout.views.document import Row
from wayout.views.notebook import TrailsRead, notebook_document
from wayout.views.reference_pages import document

OWN = Reader(parts=PARTS)
TO_THE_ORDER: tuple[Move, ...] = (Reply("name", "tell"), GO_ON, GO_ON, Reply("whose", "he"), GO_ON, GO_ON)


@pytest.fixture
def own(library: Library) -> Library:
    """The invented records with a part for their reader."""
    return asked(library)


def made(library: Library, story: str, *steps: Move, taken: tuple[TakenLine, ...] = ()) -> Playthrough:
    play = begin(library, story, parts=PARTS, taken=taken)
    for move in steps:
        play = choose(library, play, move)
    return play


def to_the_end(library: Library, play: Playthrough) -> Playthrough:
    """Along the recorded path, by the last answer to each prompt."""
    story = play.state.story
    chosen = {stop.scene: stop.choice for stop in recorded_path(story, library.stories[story]).stops}
    while offered := moves(library, play.state):
        replies = [move for move in offered if isinstance(move, Reply)] if play.state.revealed is None else []
        own = next((move for move in offered if move == Choose(chosen.get(play.state.scene) or "")), None)
        if not replies and own is None and GO_ON not in offered:
            return play
        play = choose(library, play, replies[-1] if replies else own or GO_ON)
    return play


def told(library: Library, *trails: Trail, reader: Reader = OWN, taken: tuple[TakenLine, ...] = ()) -> list[str]:
    shown = notebook_document(library, reader, TrailsRead(trails, taken))
    return [line.text for line in plain_lines(shown)]


def test_before_anything_was_done_it_says_so(own: Library) -> None:
    assert told(own) == [reader_strings.NOTEBOOK, reader_strings.NOTEBOOK_NONE, ""]
    assert told(own, made(own, "wim", GO_ON).trail)[1] == reader_strings.NOTEBOOK_NONE


def test_what_was_printed_stands_in_its_line_and_what_was_passed_over_as_it_came(own: Library) -> None:
    printed = made(own, "vesna", Reply("name", "print"), GO_ON).trail
    lines = told(own, printed)
    assert lines.index(reader_strings.NOTEBOOK_PRINTED) < lines.index("– Vesna: His name he [does not want printed].")
    assert reader_strings.NOTEBOOK_LEFT not in lines
    left = told(own, made(own, "vesna", GO_ON).trail)
    assert reader_strings.NOTEBOOK_PRINTED not in left, "what was passed over was not printed by her"
    assert left.index(reader_strings.NOTEBOOK_LEFT) < left.index("– Vesna: His name is not told.")
    both = told(own, printed, made(own, "vesna", GO_ON).trail)
    assert not any("does not want printed" in line for line in both), "what she did last holds"


def test_marks_have_what_the_record_has_and_the_page_to_read_on_from(own: Library) -> None:
    shown = told(own, made(own, "vesna", *TO_THE_ORDER).trail)
    at = shown.index("– Vesna: Who says so?")
    assert shown[at + 1 : at + 3] == ["– He (your mark) · Nobody", "– He says so."]
    assert "Read on from there: wayout play vesna --from wanting-out" in shown
    assert not any("Where does the call hang?" in line for line in shown), "that she has not met"


def test_a_line_is_open_then_touched_then_still_not_told(own: Library) -> None:
    taken = made(own, "vesna", *TO_THE_ORDER, Take("refuse"))
    lines = told(own, taken.trail, taken=taken.state.taken)
    at = lines.index(reader_strings.NOTEBOOK_HAND)
    assert lines[at + 1 : at + 3] == ["– Vesna: Could he refuse?", f"– {reader_strings.NOTEBOOK_OPEN}"]
    on = made(own, "wim", GO_ON, taken=taken.state.taken)
    assert "– Touched by Wim: Wim is told to row." in told(own, taken.trail, on.trail)
    assert not any("anybody else refused" in line for line in told(own, taken.trail, on.trail))
    end = to_the_end(own, on)
    assert own.scene("wim", end.state.scene).ending is not None
    assert "– Still not told: That anybody else refused is not told." in told(own, taken.trail, end.trail)


def test_what_tells_otherwise_than_the_page_where_the_line_was_taken_is_said_to(own: Library) -> None:
    touches = {place: replace(one, otherwise=("vesna/the-order",)) for place, one in THREAD.touches.items()}
    library = replace(own, threads={"refuse": replace(THREAD, touches=touches)})
    taken = made(library, "vesna", *TO_THE_ORDER, Take("refuse"))
    on = made(library, "wim", GO_ON, taken=taken.state.taken)
    assert "– Told otherwise by Wim: Wim is told to row." in told(library, on.trail)


def test_questions_headlines_and_moments_of_a_whole_record_in_her_wording(own: Library) -> None:
    end = to_the_end(own, made(own, "vesna"))
    lines = told(own, end.trail)
    asked_for = "– Vesna: How did he get out?"
    assert lines[lines.index(asked_for) + 1] == "– Not told."
    assert "– Vesna: “Put the oars down.”" in lines
    hung = lines.index("– Vesna: Where does the call hang? After it")
    assert lines[hung + 1] == "– The levy holds then."
    first = next(at for at, step in enumerate(end.trail.steps) if step.move == Reply("his-record", "way"))
    steps = (*end.trail.steps[:first], replace(end.trail.steps[first], move=Reply("his-record", "row")))
    other = replace(end.trail, steps=steps)
    assert "– Vesna: Did he row them to death?" in told(own, end.trail, other)
    gentle = told(own, end.trail, other, reader=Reader(gentle=True, parts=PARTS))
    assert "– Vesna: Did he row?" in gentle
    assert asked_for in gentle, "each question that she asked"


def test_a_moment_that_she_hung_stands_hatched_on_the_line_of_time_and_says_that_it_is_not_told(own: Library) -> None:
    """Between what is dated before and after it; where it hangs last, and nowhere if her part is off."""
    story = own.stories["vesna"]
    place = story.scenes["the-call"].prompts["day"]
    dated = {key: replace(one, date="../1904" if key == "before" else 2999) for key, one in place.options.items()}
    scene = replace(story.scenes["the-call"], prompts={"day": replace(place, options=dated)})
    library = replace(own, stories={**own.stories, "vesna": replace(story, scenes={**story.scenes, "the-call": scene})})
    end = to_the_end(library, made(library, "vesna")).trail
    at = next(at for at, step in enumerate(end.steps) if step.move == Reply("day", "after"))
    before = replace(end, steps=(*end.steps[:at], replace(end.steps[at], move=Reply("day", "before"))))

    def entries(*trails: Trail, reader: Reader = OWN) -> list[Row]:
        return list(document(library, TIMELINE, reader, read=TrailsRead(trails)).rows)

    hatched = [row for row in entries(end) if row.kind == "hung"]
    assert [row.said("strong") for row in hatched] == ["▒ After it"]
    assert hatched == [row for row in entries(end)[-3:] if row.kind == "hung"]
    assert [below.said() for row in hatched for below in row.rows] == ["not told; hung here by the reader"]
    (early,) = (at for at, row in enumerate(entries(end, before)) if row.kind == "hung")
    (late,) = (at for at, row in enumerate(entries(end)) if row.kind == "hung")
    assert early < late
    assert entries(end, before)[early].said("strong") == "▒ Before the levy"
    assert not any(row.kind == "hung" for row in entries(end, reader=Reader()))
    lines = [line.text for line in plain_lines(document(library, TIMELINE, OWN, read=TrailsRead((end,))))]
    assert any("▒ After it · Vesna" in line for line in lines)
    assert reader_strings.HUNG_HERE in lines


def test_marks_made_before_an_outcome_stand_beside_the_words_of_the_record(own: Library) -> None:
    play = begin(own, "ivo", parts=PARTS, asks=True)
    for move in (GO_ON, next(one for one in moves(own, choose(own, play, GO_ON).state) if isinstance(one, Choose))):
        play = choose(own, play, move)
    waits = told(own, play.trail)
    assert waits[1] == reader_strings.NOTEBOOK_NONE, "what is held back is not told"
    assert any("you marked “A rule" in line for line in told(own, choose(own, play, Mark("rule")).trail))


def test_by_one_paper_or_with_her_part_off_there_is_nothing_of_hers(own: Library) -> None:
    printed = made(own, "vesna", Reply("name", "print"), GO_ON).trail
    off = told(own, printed, reader=Reader())
    assert off == [reader_strings.NOTEBOOK, reader_strings.NOTEBOOK_OFF, ""]
    paper = begin(own, "vesna", parts=PARTS, paper="gazette").trail
    assert told(own, paper)[1] == reader_strings.NOTEBOOK_NONE


def test_a_trail_that_does_not_fit_any_more_is_read_as_far_as_it_does(own: Library) -> None:
    printed = made(own, "vesna", Reply("name", "print"), GO_ON).trail
    gone = replace(printed, story="not-there")
    cut = replace(printed, steps=(*printed.steps, replace(printed.steps[0], scene="not-there")))
    assert "– Vesna: His name he [does not want printed]." in told(own, gone, cut)
