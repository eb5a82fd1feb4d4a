"""Are the coasts and countries that maps and checks use those of the data that they name?"""

import subprocess
import sys
import zlib
from itertools import pairwise

import msgspec
import pytest

from tests.render.outline_maker import (
    COASTS,
    LONGEST,
    OUTLINES,
    area,
    coasts,
    countries,
    is_within,
    level,
    simplified,
    unwound,
)
from wayout.geodata import coastlines
from wayout.geodata.coastlines import CodedRing, Ring, rings, whole
from wayout.geodata.window import Window

WORLD = Window(-180, -90, 180, 90)
GRAIN = 20
TOLERANCE = 0.09
MAX_BYTES = 150_000
"""What both files may add to the package, where they are compressed."""


def topology(*arcs: list[tuple[int, int]], lands: dict[str, list[list[int]]], kind: str = "land") -> dict[str, object]:
    """Arcs in whole degrees, each point from the one before, as TopoJSON has them; the rings of each land."""
    shapes = [{"type": "Polygon", "arcs": found, "id": number} for number, found in lands.items()]
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [list(arc) for arc in arcs],
        "objects": {kind: {"geometries": shapes}},
    }


def read_back(ring: list[tuple[float, float]], grain: int = GRAIN, tolerance: float = TOLERANCE) -> Ring:
    """A ring as it is read from what was written."""
    (coded,) = msgspec.msgpack.decode(
        msgspec.msgpack.encode(level([ring], tolerance, grain, 0.0)), type=list[CodedRing]
    )
    return whole(coded, grain)


def test_the_files_are_small_and_name_their_source() -> None:
    sizes = 0
    for file, keys in ((COASTS, {"levels"}), (OUTLINES, {"grain", "lands", "within", "codes"})):
        data = msgspec.msgpack.decode(file.read_bytes())
        assert "Natural Earth" in data["source"]
        assert "public domain" in data["source"]
        assert set(data) == {"source", *keys}, "no names"
        sizes += len(zlib.compress(file.read_bytes(), 9))
    assert sizes < MAX_BYTES


def test_rings_are_put_together_from_arcs_taken_either_way() -> None:
    arcs = ([(10, 40), (10, 0), (0, 10)], [(10, 40), (0, 10), (10, 0)])
    made = coasts(topology(*arcs, lands={"1": [[0, ~1]]}))
    for tolerance, grain, found in made["levels"]:
        (ring,) = msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=list[CodedRing])
        corners = {(10, 40), (20, 40), (20, 50), (10, 50)}
        assert corners <= {(round(x), round(y)) for x, y in whole(ring, grain)}
        assert tolerance * grain > 1, "a step is finer than what may be amiss"


def test_land_across_the_antimeridian_has_no_leap() -> None:
    """As Chukotka, which would else be a strip from one side to the other."""
    arc = [(10, 40), (160, 0), (-340, 5), (340, 5), (-160, 0), (0, -10)]
    made = coasts(topology(arc, lands={"1": [[0]]}))
    _, grain, found = made["levels"][-1]
    (ring,) = msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=list[CodedRing])
    points = whole(ring, grain)
    assert max(abs(east - other) for (east, _), (other, _) in pairwise(points)) < 3
    assert (min(east for east, _ in points), max(east for east, _ in points)) == (10, 190)


def test_land_around_a_pole_is_closed_beyond_it_and_has_no_seam() -> None:
    ring = [(float(east), -70.0 - east % 7) for east in range(-180, 180, 10)]
    points = read_back(ring)
    assert points[-1][1] == points[-2][1] < -90
    shown = [(east, north) for east, north in points if -360 <= east <= 360]
    assert all(other - east == pytest.approx(10, abs=8) for (east, _), (other, _) in pairwise(shown))


def test_points_are_left_out_where_the_line_stays_within_the_tolerance() -> None:
    ring = [
        (10.0, 40.0),
        (15.0, 40.0 + TOLERANCE / 2),
        (20.0, 40.0),
        (20.0, 50.0),
        (15.0, 50 + 3 * TOLERANCE),
        (10.0, 50.0),
    ]
    assert sorted(simplified(ring, TOLERANCE)) == sorted(ring[:1] + ring[2:])


def test_a_stretch_longer_than_a_byte_has_points_amid() -> None:
    steps = unwound([(0, 0), (1000, -300), (1001, -300)])
    assert steps[0] == (0, 0)
    assert steps[-2:] == [(1000, -300), (1001, -300)]
    assert max(abs(x - a) for (a, _), (x, _) in pairwise(steps)) <= LONGEST


def test_a_rock_in_the_sea_is_left_out_of_coarse_levels_only() -> None:
    rock = [(10.0, 40.0), (10.1, 40.0), (10.1, 40.1), (10.0, 40.1)]
    assert level([rock], 0.02, 60, 0.0004)
    assert level([rock], 0.3, 6, 0.3) == []


def test_of_each_country_the_largest_land_is_kept_and_disputed_land_is_far_from_neither() -> None:
    square = [(10, 40), (10, 0), (0, 10), (-10, 0), (0, -10)]
    crimea = [(33, 44), (3, 0), (0, 2), (-3, 0), (0, -2)]
    tiny = [(100, 1), (1, 0), (0, 1), (-1, 0), (0, -1)]
    data = topology(square, crimea, tiny, lands={"1": [[0], [1]], "2": [[0]], "3": [[2]]}, kind="countries")
    made = countries(data, {"1": "RU", "2": "UA", "3": "SG"})
    assert {code: len(land) for code, land in made["lands"].items()} == {"RU": 2, "UA": 2, "SG": 1}
    assert made["codes"] == ["RU", "SG", "UA"]


def test_what_is_asked_for_in_a_part_is_what_the_whole_earth_has_there() -> None:
    """Chunks that are not decoded change nothing inside: as many coasts lie to the west of every point."""
    for window in (Window(170, -25, 190, -10), Window(5, 50, 25, 60), Window(-80, -56, -60, -40), WORLD):
        part, everywhere = rings(window, 0.1), rings(Window(-180, -90, 540, 90), 0.1)
        spots = [
            (window.west + (window.east - window.west) * x / 13, window.south + (window.north - window.south) * y / 13)
            for x in range(1, 13) for y in range(1, 13)
        ]  # fmt: skip
        for spot in spots:
            lands = [sum(is_within(spot, list(ring)) for ring in found) % 2 for found in (part, everywhere)]
            assert lands[0] == lands[1], (window, spot)


def test_a_small_part_decodes_little() -> None:
    coastlines.rings.cache_clear()
    part = rings(Window(103, 0, 105, 2), 0.0)
    assert 20 < sum(map(len, part)) < 1500


def test_the_earth_is_not_read_before_a_map_is_drawn() -> None:
    """Neither at the start nor at a page: what draws maps is imported with the screens of others."""
    program = """
import sys
from wayout import load, Play
import wayout.render.route, wayout.views.route, wayout.faces.plain.session
library = load()
name = next(name for name, story in library.stories.items() if story.person is not None)
assert Play(library, name).page
from wayout.geodata import coastlines, countries
assert coastlines._levels.cache_info().currsize == 0
assert countries._file.cache_info().currsize == 0
from wayout.views.route import whole_route
wayout.render.route.draw_route(whole_route(library, name), 40, 10)
assert coastlines._levels.cache_info().currsize == 1
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")


def test_every_level_is_finer_than_the_one_before_and_has_the_large_lands() -> None:
    before = 0
    for finest in (1.0, 0.1, 0.01):
        found = rings(Window(-180, -60, 180, 84), finest)
        points = sum(map(len, found))
        assert points > 1.5 * before
        before = points
        assert sum(area(list(ring)) for ring in found) > 10_000
