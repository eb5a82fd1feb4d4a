"""Where a man was, as far as it is told and was read; and how the plain face tells it."""

import os
import re
import subprocess

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from tests.support.playing import played
from tests.support.wild import TRAPS, wild
from wayout.faces.plain.page import tell_route
from wayout.locale import evidence_strings, strings
from wayout.model.evidence import Place
from wayout.model.graph import recorded_path
from wayout.model.library import Library
from wayout.play.moves import GO_ON, RETURN, Choose
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, undo
from wayout.render.route import draw_route, place_line, route_legend
from wayout.views.route import Route, read_at, route

FULL = Reader()
SIZES = ((38, 10), (72, 12), (112, 24), (192, 40))


def placed(library: Library) -> Library:
    """The invented library with a region for the quay."""
    quay = Place(name="A quay", precision="region", latitude="57", longitude="40")
    return replace(library, places={**library.places, "quay": quay})


def walked(library: Library, name: str) -> Playthrough:
    """To the end of the path that the record itself takes."""
    play = begin(library, name)
    for stop in recorded_path(name, library.stories[name]).stops:
        play = choose(library, play, Choose(stop.choice)) if stop.choice else play
        if library.scene(name, stop.scene).ending is None:
            play = choose(library, play, GO_ON)
    return play


def lines(shown: Route) -> list[tuple[int, str]]:
    return [(stop.number, place_line(stop)) for stop in shown.stops]


def test_what_was_not_read_is_not_on_the_way_until_the_ending_as_published(invented: Library) -> None:
    library = placed(invented)
    play = played(library, "anton", "refuse")
    shown = route(library, play)
    assert lines(shown) == [(1, "A quay · a region · 2019 · here")]
    assert shown.goes_on
    assert shown.stretches == ()
    told = route(library, played(library, "anton", "refuse", "go on", "go on"))
    assert lines(told) == [(1, "A quay · a region · 2019 · read"), (2, "Tallinn · a city · here")]
    assert not told.goes_on
    assert [(start.number, end.number) for start, end in told.stretches] == [(1, 2)]
    back = route(library, undo(library, played(library, "anton", "refuse", "go on", "go on")))
    assert [stop.number for stop in back.stops] == [1], "what was taken back was not reached"


def test_the_way_is_that_of_the_record_that_was_stepped_into(invented: Library) -> None:
    library = placed(invented)
    play = played(library, "boris", "refuse", "enter anton/the-order", "refuse", "go on", "go on")
    shown = route(library, play)
    assert (shown.story, shown.title, shown.here) == ("anton", "Anton", 2)
    shown = route(library, choose(library, play, RETURN))
    assert (shown.story, lines(shown)) == ("boris", [(1, "A quay · a region · here")])


def test_a_record_entered_midway_has_its_earlier_places(library: Library) -> None:
    play = played(library, "ivo", scene="the-lighthouse")
    shown = route(library, play)
    assert [stop.status for stop in shown.stops] == ["before"] * 5 + ["here"]
    fen = next(stop for stop in shown.stops if stop.place == "fen")
    (page,) = read_at(library, play, fen, FULL)
    assert page.reveal is not None
    assert "the fen" in page.reveal.outcomes[0].text


def test_a_place_that_only_an_outcome_leads_to_is_a_stop_of_its_own(library: Library) -> None:
    play = played(library, "ivo", "go on", "run", "go on")
    assert "fen" not in {stop.place for stop in route(library, play).stops}
    play = choose(library, play, Choose("fen"))
    shown = route(library, play)
    assert [(stop.place, stop.status) for stop in shown.stops][-2:] == [(None, "read"), ("fen", "here")]
    pages = read_at(library, play, shown.stops[-1], FULL)
    assert [page.kind for page in pages] == ["outcome"]


@pytest.mark.parametrize("name", ["vesna", "wim", "yann", "arvid", "nils", "ivo"])
def test_each_way_has_every_place_of_the_record_in_its_order_and_none_is_finer_than_told(
    library: Library, name: str
) -> None:
    shown = route(library, walked(library, name))
    scenes = [visit.scene for stop in shown.stops for visit in stop.visits if visit.choice is None]
    assert scenes == [stop.scene for stop in recorded_path(name, library.stories[name]).stops]
    assert all(stop.joined for stop in shown.stops[1:])
    assert not shown.goes_on
    for width, height in SIZES:
        picture = draw_route(shown, width, height)
        for stop in shown.stops:
            told = stop.place is not None and library.places[stop.place].precision != "untold"
            assert (stop.place in picture.shown) == told, "every place with coordinates fits"
            bracket = r"\(" if stop.precision != "city" else "[^(]"
            mark = strings.MAP_MARKS[stop.status]
            label = rf"{bracket}{mark} {stop.number}\b|[^(]{stop.number}( [^()]*)? {mark}"
            assert not told or re.search(label, picture.text), (stop.name, picture.text)
        assert len(picture.stretches) == len(shown.stretches) > 0


def test_the_crossroads_are_no_ones_way(library: Library) -> None:
    shown = route(library, begin(library, "crossroads"))
    assert (shown.stops, shown.here, shown.is_ones) == ((), 0, False)


def with_shortcut(library: Library) -> Library:
    """A branch of Ivo's record that leads back to it further on, past the fen."""
    ivo = library.stories["ivo"]
    office = ivo.scenes["the-office"]
    past = replace(office.choices["run"], by=(), to="back-at-the-boathouse")
    scenes = {**ivo.scenes, "the-office": replace(office, choices={**office.choices, "go": past})}
    return replace(library, stories={**library.stories, "ivo": replace(ivo, scenes=scenes)})


def past_fen(library: Library) -> Playthrough:
    """By the shortcut to where the article leaves Ivo."""
    steps = ("go on", "go", "go on", "flee", "go on", "asylum", "go on", "go on", "go on", "own-name", "go on")
    return played(library, "ivo", *steps)


def test_over_what_the_reader_left_out_nothing_is_joined(library: Library) -> None:
    library = with_shortcut(library)
    shown = route(library, played(library, "ivo", "go on", "go", "go on"))
    assert [(stop.place, stop.joined) for stop in shown.stops] == [
        ("varn", False), ("quay-office", True), ("boathouse", False),
    ]  # fmt: skip
    assert shown.stretches == ()


def test_at_the_end_what_was_left_out_is_named_and_cannot_be_looked_at(library: Library) -> None:
    library = with_shortcut(library)
    play = past_fen(library)
    shown = route(library, play)
    assert place_line(shown.stops[3]) == "The fen · a region · not read"
    assert not shown.stops[3].can_be_read
    assert "(○ 4 The fen)" in draw_route(shown, 72, 12).text
    told: list[str] = []
    assert tell_route(library, FULL, "4", play, 76, lambda text, *_: told.append(text)) == ()
    assert told == [evidence_strings.NOT_READ.format(said="4")]


@pytest.mark.parametrize(
    "position", [("north", "24"), ("1e999", "24"), ("nan", "24"), ("91", "0"), (None, "24"), ("9" * 400, "0")]
)
def test_a_place_without_a_position_is_told_in_words(invented: Library, position: tuple[str | None, str]) -> None:
    place = Place(name="Tallinn", precision="city", latitude=position[0], longitude=position[1])
    library = replace(invented, places={**invented.places, "tallinn": place})
    shown = route(library, played(library, "anton", "refuse", "go on", "go on"))
    assert place_line(shown.stops[1]) == "Tallinn · a city · here"
    assert draw_route(shown, 72, 12).shown == ()


def tell(wayout: list[str], *args: str, typed: str, **env: str) -> str:
    found = subprocess.run([*wayout, *args], input=typed, capture_output=True, text=True, timeout=60, check=False,
                           env={**os.environ, **env}, encoding="utf-8")  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


def test_the_word_route_tells_the_way_in_words_and_draws_it_only_when_asked(wayout: list[str]) -> None:
    typed = "route\nroute picture\nroute 6\nro 1\nroute 7\nroute x\nredo\nq\n"
    out = tell(wayout, "play", "ivo", "--plain", "--from", "the-lighthouse", typed=typed, COLUMNS="40")
    way, picture, looked, first, unread, unknown, redo = out.split("\n> ")[1:8]
    assert way.splitlines()[1].startswith("Ivo Brandt: The way")
    assert way.count(evidence_strings.WAY_NOT_TOLD) == 5
    assert "  4  The fen · a region · earlier" in way
    assert "  3  Place not told" in way
    assert not re.search("[\u2800-\u28ff]", way), "no Braille for whoever hears it"
    assert picture.index("6  The lighthouse") < re.search("[\u2800-\u28ff]", picture).start()  # type: ignore[union-attr]
    assert "◆ 6 The lighthouse" in picture
    assert "( ) somewhere in it" in " ".join(picture.split())
    assert "How does he try to stay away?" in looked
    assert "  1  " not in looked, "there is nothing to decide again"
    assert "The guard summons him." in first
    assert "no place 7 that was" in " ".join(unread.split())
    assert "no place x that was" in " ".join(unknown.split())
    assert strings.NOTHING_TO_REDO.split(":")[0] in redo
    assert max(len(line) for line in out.splitlines()) <= 40


def test_a_terminal_is_shown_the_picture_below_the_words(library: Library) -> None:
    told: list[str] = []
    play = walked(library, "nils")
    assert tell_route(library, FULL, "picture", play, 76, lambda text, *_: told.append(text)) == ()
    assert told.index("") > 2
    assert any("The cape ◆" in row or re.search(r"◆ \d The cape", row) for row in told[told.index("") :])


@pytest.mark.parametrize(("position", "is_drawn"), [(("59", "24"), True), ((None, None), False)])
def test_a_picture_is_offered_where_there_is_one(
    invented: Library, position: tuple[str | None, str | None], is_drawn: bool
) -> None:
    place = Place(name="Tallinn", precision="city", latitude=position[0], longitude=position[1])
    library = replace(invented, places={**invented.places, "tallinn": place})
    told: list[str] = []
    tell_route(library, FULL, "", played(library, "anton", "refuse", "go on", "go on"), 76,
               lambda text, *_: told.append(text))  # fmt: skip
    assert any("route and a number" in line for line in told)
    assert any("route picture" in line for line in told) == is_drawn


def test_the_crossroads_tell_that_there_is_no_one_way(wayout: list[str]) -> None:
    out = tell(wayout, "play", "crossroads", "--plain", typed="route\nroute 1\nq\n")
    assert "no one person’s way" in out
    assert "no place 1 that was" in " ".join(out.split())


@pytest.mark.parametrize("trap", TRAPS)
@pytest.mark.parametrize("width", [40, 76])
def test_no_text_of_a_writer_breaks_the_way(invented: Library, trap: str, width: int) -> None:
    library = wild(placed(invented), TRAPS[trap])
    play = played(library, "anton", "refuse", "go on", "go on")
    told: list[str] = []
    assert tell_route(library, FULL, "picture", play, width, lambda text, *_: told.append(text)) == ()
    drawing = told[told.index("") + 1 :]
    drawing = drawing[: drawing.index("")]
    assert all(cell_len(row) <= width for row in drawing)
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for row in told[1:] for each in row)
    assert sum(row.count(strings.MAP_MARKS["here"]) for row in drawing) == 1


def test_the_legend_has_every_mark_that_is_on_the_picture_and_no_other(library: Library) -> None:
    for name in library.stories:
        for shown in (route(library, walked(library, name)), route(library, begin(library, name))):
            picture = draw_route(shown, 112, 24)
            told = route_legend(shown, picture)
            for status, mark in strings.MAP_MARKS.items():
                stands = any(stop.status == status for stop in shown.stops)
                assert (f"{mark} {strings.MAP_MEANING[status]}" in told) == stands
            assert (evidence_strings.STRETCH in told) == (evidence_strings.STRETCH_SIGN in picture.text)
            assert (evidence_strings.AREA in told) == ("(" in picture.text)
