"""Places and stretches on a picture of the earth are read back from it; the seas are where they are."""

import time
from functools import lru_cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.render.pictured import areas, marks, numbers, unknown
from wayout.geodata.coastlines import rings
from wayout.geodata.window import FURTHEST, Window, fit
from wayout.render.geo.coasts import Frame, Ground, framed, ground, with_sea
from wayout.render.geo.picture import MapPlace, Pair, Water, picture
from wayout.render.route import WATERS

WEST, SOUTH, EAST, NORTH = -4.5, 39.0, 75.5, 60.5
"""A part of the earth with several seas."""
MARKS = "αβγδεζηθ"
SAYS = "way not told"
SIZES = ((36, 9), (38, 10), (72, 12), (112, 24), (192, 40))
Route = tuple[list[MapPlace], list[Pair]]


@lru_cache
def earth(width: int, height: int) -> Ground:
    return ground(framed(Window(WEST, SOUTH, EAST, NORTH), width, height))


def spot(number: int, longitude: float, latitude: float, *, is_area: bool, name: str = "Somewhere") -> MapPlace:
    return MapPlace(id=str(number), longitude=longitude, latitude=latitude, mark=MARKS[number - 1], number=str(number),
                name=name, is_area=is_area)  # fmt: skip


@st.composite
def routes(draw_from: st.DrawFn) -> Route:
    """A man's way: places in any order, some of them come to again, the stretches from each to the next."""
    east, north = st.floats(WEST + 1, EAST - 1), st.floats(SOUTH + 1, NORTH - 1)
    names = st.sampled_from(("Rome", "Somewhere", "A camp of which more is told than fits", "", "彼は命令を"))
    count = draw_from(st.integers(1, len(MARKS)))
    spots = [
        spot(number, draw_from(east), draw_from(north), is_area=draw_from(st.booleans()), name=draw_from(names))
        for number in range(1, count + 1)
    ]
    order = draw_from(st.lists(st.integers(1, count), min_size=1, max_size=12))
    return spots, [(str(a), str(b)) for a, b in pairwise(order)]


def joined(pairs: list[Pair]) -> set[frozenset[str]]:
    """Which places are joined: there and back is one stretch, and a place is not joined to itself."""
    return {frozenset(pair) for pair in pairs if pair[0] != pair[1]}


@given(routes(), st.sampled_from(SIZES))
def test_every_place_and_every_stretch_is_read_back(route: Route, size: tuple[int, int]) -> None:
    spots, pairs = route
    shown = picture(earth(*size), spots, pairs, WATERS, SAYS, cell_len)
    found = marks(shown.text, MARKS)
    assert set(found) == {each.mark for each in spots}
    assert len(unknown(shown.text, SAYS)) == len(joined(pairs)) == len(shown.stretches)
    assert joined(list(shown.stretches)) == joined(pairs)
    for row in shown.rows:
        assert sum(cell_len(piece.text) for piece in row) == shown.width <= size[0]
    assert len(shown.rows) <= size[1]
    assert shown == picture(earth(*size), spots, pairs, WATERS, SAYS, cell_len), "the same each time"


@given(st.floats(WEST + 0.1, EAST - 0.1), st.floats(SOUTH + 0.1, NORTH - 0.1), st.sampled_from(SIZES))
def test_a_city_stands_within_a_cell_of_its_place_and_a_region_in_brackets_near_its_middle(
    longitude: float, latitude: float, size: tuple[int, int]
) -> None:
    frame = earth(*size).frame
    x, y = frame.dot(longitude, latitude)
    for is_area in (False, True):
        shown = picture(earth(*size), [spot(1, longitude, latitude, is_area=is_area)], [])
        column, row = marks(shown.text, "α")["α"]
        assert areas(shown.text, "α") == ({"α"} if is_area else set())
        assert numbers(shown.text, "α") == {"α": "1"}
        if is_area:
            middle = column + len(" 1 Somewhere") / 2
            assert abs(middle - x / 2) <= 2 * len("(α 1 Somewhere)") + 1
            assert abs(row - y / 4) <= 3
        else:
            assert abs(column + 0.5 - x / 2) <= 1.5
            assert abs(row + 0.5 - y / 4) <= 0.5 + 1e-9


@given(st.lists(st.sampled_from([(lon, lat) for lon in (3, 28, 53) for lat in (42, 49, 56)]), min_size=2, max_size=6,
                unique=True), st.sampled_from(SIZES[2:]))  # fmt: skip
def test_where_there_is_room_every_place_has_its_number(places: list[tuple[int, int]], size: tuple[int, int]) -> None:
    spots = [spot(number, *at, is_area=number % 2 == 0) for number, at in enumerate(places, 1)]
    pairs = [(str(number), str(number + 1)) for number in range(1, len(places))]
    text = picture(earth(*size), spots, pairs).text
    assert numbers(text, "".join(each.mark for each in spots)) == {each.mark: each.number for each in spots}


@given(st.floats(0, 70), st.floats(42, 58), st.floats(0, 70), st.floats(42, 58), st.sampled_from(SIZES))
def test_a_stretch_is_dots_apart_and_broken_in_the_middle(
    a: float, b: float, c: float, d: float, size: tuple[int, int]
) -> None:
    """It bends: it does not run along the straight line from the one to the other."""
    here = earth(*size)
    ends = [spot(1, a, b, is_area=False, name=""), spot(2, c, d, is_area=False, name="")]
    shown = picture(here, ends, [("1", "2")], (), SAYS)
    (middle,) = unknown(shown.text, SAYS)
    dots = [(piece.text, piece.kind) for row in shown.rows for piece in row if piece.kind == "way"]
    assert {text for text, _ in dots} <= {"·", "?", f" {SAYS} "}
    (ax, ay), (bx, by) = here.frame.dot(a, b), here.frame.dot(c, d)
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    away = (((middle[0] + 0.5) * 2 - (ax + bx) / 2) ** 2 + ((middle[1] + 0.5) * 4 - (ay + by) / 2) ** 2) ** 0.5
    assert away <= 0.16 * length + 16
    for row, line in enumerate(shown.text.split("\n")):
        for column in (column for column, each in enumerate(line) if each == "·"):
            assert abs(column - middle[0]) > 2 or abs(row - middle[1]) > 1, "the middle is open"
    if length > 60:
        assert sum(text == "·" for text, _ in dots) >= 2
        assert away > 0.05 * length - 2, "its mark stands in a whole cell"


def test_what_lies_outside_is_not_on_the_picture() -> None:
    spots = [spot(1, -74, 40.7, is_area=False), spot(2, 37.6, 55.75, is_area=False)]
    shown = picture(earth(72, 12), spots, [("1", "2")])
    assert shown.shown == ("2",)
    assert shown.stretches == {}
    assert "?" not in shown.text


@given(st.text(max_size=40), st.sampled_from(SIZES))
def test_no_name_breaks_the_picture(name: str, size: tuple[int, int]) -> None:
    name = " ".join(name.split())
    spots = [spot(1, 40, 50, is_area=True, name=name), spot(2, 10, 45, is_area=False, name=name)]
    shown = picture(earth(*size), spots, [("1", "2")], (Water(name, 34, 43),), SAYS, cell_len)
    assert all(sum(cell_len(piece.text) for piece in row) == shown.width for row in shown.rows)
    assert {piece.spot for row in shown.rows for piece in row if piece.kind == "mark"} == {"1", "2"}


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_seas_are_where_they_are(size: tuple[int, int]) -> None:
    """Water in the middle of each, land around it, and a coast beside each of some ports."""
    here = earth(*size)

    def is_land(longitude: float, latitude: float) -> bool:
        column, row = here.frame.cell(longitude, latitude)
        return here.land[row][column]

    def has_coast(longitude: float, latitude: float) -> bool:
        column, row = here.frame.cell(longitude, latitude)
        return any(here.rows[y][x] != " " for y in range(row - 1, row + 2) for x in range(column - 1, column + 2)
                   if here.frame.holds(x, y))  # fmt: skip

    seas = {"Black Sea": (34, 43.3), "Caspian": (51, 41.5), "Baltic": (19.5, 56.2), "North Sea": (3.2, 56.4)}
    lands = {"Moscow": (37.6, 55.75), "Astana": (71.4, 51.1), "Kyiv": (30.5, 50.45), "Munich": (11.6, 48.1),
             "Ankara": (32.9, 39.9), "Uralsk": (51.4, 51.2)}  # fmt: skip
    ports = {"Odesa": (30.7, 46.5), "Sochi": (39.7, 43.6), "Baku": (49.9, 40.4), "Gdansk": (18.7, 54.4),
             "Atyrau": (51.9, 47), "Sevastopol": (33.5, 44.6)}  # fmt: skip
    assert [name for name, at in seas.items() if is_land(*at)] == []
    assert [name for name, at in lands.items() if not is_land(*at)] == []
    assert [name for name, at in ports.items() if not has_coast(*at)] == []


@pytest.mark.parametrize("size", [*SIZES, (10, 40), (300, 12), (300, 80), (8, 3)], ids=str)
@pytest.mark.parametrize(
    "places",
    [
        [(10.0, 50.0)],
        [(-4.0, 39.0), (75.0, 60.5)],
        [(178.4, -18.1), (-179.9, -16.8)],
        [(0.0, -90.0), (166.7, -77.8)],
        [(0.0, 51.5), (139.7, 35.7), (-157.8, 21.3), (-58.4, -34.6)],
        [(float(east), 89.0) for east in range(-180, 180, 20)],
    ],
    ids=["one", "wide", "both sides of 180", "a pole", "the world", "all around"],
)
def test_every_size_shows_all_places_and_nothing_of_the_earth_twice(
    size: tuple[int, int], places: list[tuple[float, float]]
) -> None:
    window = fit(places)
    assert window is not None
    frame: Frame = framed(window, *size)
    assert frame.width <= size[0]
    assert frame.height <= size[1]
    for longitude, latitude in places:
        assert window.holds((longitude, latitude))
        assert frame.holds(*frame.cell(longitude, latitude))
    shown = frame.window
    assert shown.east - shown.west <= 360 + 2 / frame.scale / frame.shrinks, "but for the rest of a cell"
    assert -FURTHEST - 4 / frame.scale <= shown.south < shown.north <= FURTHEST + 4 / frame.scale


def test_a_picture_takes_less_than_15_milliseconds() -> None:
    """Of the processor, which other programs have too."""
    spots = [spot(number, 8 * number, 40 + 2 * number, is_area=number % 2 == 0) for number in range(1, 9)]
    pairs = [(str(number), str(number + 1)) for number in range(1, 8)]
    took = []
    for _ in range(7):
        start = time.process_time()
        rings.cache_clear()
        picture(ground(with_sea(Window(WEST, SOUTH, EAST, NORTH), 192, 40)), spots, pairs, WATERS, SAYS, cell_len)
        took.append(time.process_time() - start)
    assert min(took) < 0.015
