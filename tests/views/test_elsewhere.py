"""A record is drawn wherever on the earth it takes place: all of its places, with the coasts that are there."""

import re

import pytest
from msgspec.structs import replace

from tests.support.elsewhere import ELSEWHERE, moved
from tests.views.test_route import walked
from wayout.faces.plain.page import tell_route
from wayout.geodata.window import LEAST_DOWN, MARGIN, fit
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.play.state import Reader
from wayout.render import figure_maps
from wayout.render.geo.coasts import (
    BEYOND,
    MOST_LAND,
    MOST_WIDENINGS,
    WIDENING,
    coast_path,
    framed,
    ground,
    with_sea,
)
from wayout.render.route import caption, draw_route, place_line
from wayout.views.route import route, whole_route

SIZES = ((36, 8), (40, 12), (76, 14), (112, 24), (192, 50))
BRAILLE = re.compile("[\u2801-\u28ff]")


@pytest.fixture(params=ELSEWHERE)
def there(request: pytest.FixtureRequest, library: Library) -> Library:
    """The invented library in another part of the earth."""
    return moved(library, request.param)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_cells_show_every_place_and_coasts(there: Library, size: tuple[int, int]) -> None:
    shown = route(there, walked(there, "ivo"))
    drawn = draw_route(shown, *size)
    assert {stop.place for stop in shown.stops if stop.position} == set(drawn.shown)
    marks = [piece.spot for row in drawn.rows for piece in row if piece.kind == "mark"]
    assert sorted(marks) == sorted(drawn.shown)
    assert BRAILLE.search(drawn.text)
    assert size[0] < 76 or any(piece.is_land for row in drawn.rows for piece in row)
    if size[0] > 100:
        assert all(re.search(rf"\b{stop.number}\b", drawn.text) for stop in shown.stops if stop.position)


def test_the_plain_face_draws_it_when_it_is_asked(there: Library) -> None:
    told: list[str] = []
    play = walked(there, "ivo")
    assert tell_route(there, Reader(), "picture", play, 76, lambda text, *_: told.append(text)) == ()
    rows = [line for line in told if BRAILLE.search(line)]
    assert rows
    assert max(map(len, rows)) <= 76


def test_a_page_shows_every_place_and_the_coasts_of_its_window_alone(there: Library) -> None:
    whole = whole_route(there, "ivo")
    html = str(figure_maps.route(whole, whole))
    (coast,) = re.findall(r'class="coast" d="([^"]+)"', html)
    width, height = (float(size) for size in re.findall(r'<svg[^>]* width="([\d.]+)" height="([\d.]+)"', html)[0])
    assert len(coast) < 12_000
    places = re.findall(r'<g transform="translate\(([\d.-]+) ([\d.-]+)\)" class="read"', html) or re.findall(
        r'<g class="read" transform="translate\(([\d.-]+) ([\d.-]+)\)"', html
    )
    assert len(places) == len({stop.place for stop in whole.stops if stop.position})
    assert all(0 <= float(x) <= width and 0 <= float(y) <= height for x, y in places)
    for start in re.findall(r"M(-?\d+) (-?\d+)l", coast):
        assert -BEYOND <= int(start[0]) <= width + BEYOND
        assert -BEYOND <= int(start[1]) <= height + BEYOND


def test_no_coast_runs_from_one_side_to_the_other(there: Library) -> None:
    """As it would where a ring leaps at 180 degrees."""
    whole = whole_route(there, "ivo")
    assert whole.window is not None
    frame = framed(whole.window, 210, 66)
    for ring in coast_path(frame).split("z")[:-1]:
        steps = [tuple(map(int, one)) for one in re.findall(r"(-?\d+) ?(-?\d+)", ring.partition("l")[2])]
        x, y = map(int, re.findall(r"-?\d+", ring.partition("l")[0]))
        for dx, dy in steps:
            is_edge = (
                min(abs(y + BEYOND), abs(y - 264 - BEYOND)) <= 1 or min(abs(x + BEYOND), abs(x - 420 - BEYOND)) <= 1
            )
            assert is_edge or abs(dx) < 300, (ring[:80], dx)
            x, y = x + dx, y + dy


@pytest.mark.parametrize(("positions", "crosses"), [
    ([(178.44, -18.14), (-179.95, -16.85)], True), ([(177.5, 64.7), (-165.4, 64.5)], True),
    ([(-68.3, -54.8)], False), ([(170.0, 0.0), (-10.0, 0.0)], True), ([(0.0, 0.0), (179.0, 0.0)], True),
])  # fmt: skip
def test_a_window_goes_the_short_way_around(positions: list[tuple[float, float]], crosses: bool) -> None:
    window = fit(positions)
    assert window is not None
    assert -180 <= window.west < 180
    assert (window.east > 180) == crosses
    assert window.east - window.west <= 360
    assert all(window.holds(position) for position in positions)


def test_a_window_has_a_least_extent_and_a_margin() -> None:
    one, two = fit([(10, 50)]), fit([(0, 40), (40, 60)])
    assert one is not None
    assert two is not None
    assert one.north - one.south == pytest.approx(LEAST_DOWN)
    assert one.longitude == pytest.approx(10)
    assert two.east - two.west == pytest.approx(40 * (1 + 2 * MARGIN))
    assert fit([]) is None


def test_a_fixed_extent_is_what_is_shown_whatever_the_places_are() -> None:
    fixed = fit([(103.8, 1.35)], (170, -22, -176, -12))
    assert fixed is not None
    assert (fixed.west, fixed.south, fixed.east, fixed.north) == (170, -22, 184, -12)
    assert fixed.holds((-177, -15))
    assert not fixed.holds((103.8, 1.35))
    around = fit([], (-180, -90, 180, 90))
    assert around is not None
    assert around.east - around.west == 360


@pytest.mark.parametrize("place", [(37.6, 55.75), (76.9, 43.2), (11.58, 48.14), (21.0, 4.4)], ids=str)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_far_from_the_sea_more_is_shown_until_there_is_some(place: tuple[float, float], size: tuple[int, int]) -> None:
    window = fit([place])
    assert window is not None
    shown, plain = with_sea(window, *size), framed(window, *size)
    cells = [cell for row in ground(shown).land for cell in row]
    assert sum(cells) / len(cells) < MOST_LAND + 0.08 or shown.scale < plain.scale / 2
    assert shown.holds(*shown.cell(*place))
    assert shown.scale >= plain.scale / WIDENING**MOST_WIDENINGS * 0.99


def test_by_the_sea_and_on_a_fixed_map_no_more_is_shown() -> None:
    island, fixed = fit([(178.44, -18.14)]), fit([], (30.0, 50.0, 45.0, 60.0))
    for window in (island, fixed):
        assert window is not None
        assert with_sea(window, 112, 24) == framed(window, 112, 24)


def with_map(library: Library, *extent: int | str) -> Library:
    """The library as an edition whose maps always show the same part of the earth."""
    west, south, east, north = extent
    return replace(library, editions={"edition": replace(library.edition, map=(west, south, east, north))})


def test_what_a_fixed_map_does_not_show_is_said_to_be_on_none(library: Library) -> None:
    """On each face the list says so, and the picture has the other places alone."""
    library = with_map(library, 20, 50, 26, 60)
    play = walked(library, "ivo")
    shown, whole = route(library, play), whole_route(library, "ivo")
    off = [stop for stop in shown.stops if stop.is_off_map]
    assert [stop.place for stop in off] == ["varn", "lighthouse"]
    drawn = draw_route(shown, 112, 24)
    html = str(figure_maps.route(whole, shown))
    told: list[str] = []
    tell_route(library, Reader(), "", play, 76, lambda text, *_: told.append(text))
    for stop in shown.stops:
        line = place_line(stop)
        assert (evidence_strings.OFF_MAP in line) == stop.is_off_map
        assert any(line in one for one in told)
        assert (stop.place in drawn.shown) == (stop.position is not None)
    assert html.count(evidence_strings.OFF_MAP) == len(off)
    visits = sum(len(stop.visits) for stop in off)
    assert str(figure_maps.route_parts(whole)).count(evidence_strings.OFF_MAP) == visits, "each visit as it can be"
    assert strings.MAP_MARKS["here"] not in drawn.text, "the lighthouse, where the reader is, is on no map"
    assert caption(shown)


def test_a_place_of_which_none_is_on_the_map_has_no_picture(library: Library) -> None:
    whole = whole_route(with_map(library, -60, "-50.5", -50, -40), "ivo")
    assert not whole.is_placed
    assert "<svg" not in str(figure_maps.route(whole, whole))
    assert evidence_strings.UNPLACED in str(figure_maps.route(whole, whole))
