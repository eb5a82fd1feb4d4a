"""Are the coasts that the route map is drawn on those of the data that they name?"""

from pathlib import Path

import msgspec
import pytest

from tests.render.outline_maker import (
    EAST,
    GRAIN,
    NORTH,
    SOUTH,
    TARGET,
    TOLERANCE,
    WEST,
    area,
    clipped,
    outline,
    simplified,
)
from wayout.render import geo
from wayout.render.geo.coasts import FURTHEST_EAST, FURTHEST_NORTH, FURTHEST_SOUTH, FURTHEST_WEST

SQUARE = [(10, 40), (20, 40), (20, 50), (10, 50)]


def topology(*arcs: list[tuple[int, int]], rings: list[list[int]]) -> dict[str, object]:
    """Arcs in whole degrees, each point from the one before, as TopoJSON has them."""
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": [list(arc) for arc in arcs],
        "objects": {"land": {"geometries": [{"type": "MultiPolygon", "arcs": [rings]}]}},
    }


def test_the_file_is_small_and_names_its_source() -> None:
    data = msgspec.json.decode(TARGET.read_bytes())
    assert Path(geo.__file__).parent == TARGET.parent
    assert TARGET.stat().st_size < 15_000
    assert "Natural Earth" in data["source"]
    assert "public domain" in data["source"]
    assert set(data) == {"source", "grain", "rings"}, "land alone: no borders"


def test_more_is_kept_than_a_picture_ever_shows() -> None:
    assert WEST < FURTHEST_WEST
    assert FURTHEST_EAST < EAST
    assert SOUTH < FURTHEST_SOUTH
    assert FURTHEST_NORTH < NORTH


def test_rings_are_put_together_from_arcs_taken_either_way() -> None:
    arcs = ([(10, 40), (10, 0), (0, 10)], [(10, 40), (0, 10), (10, 0)])
    (ring,) = outline(topology(*arcs, rings=[[0, ~1]]))["rings"]
    assert ring[:2] == [10 * GRAIN, 40 * GRAIN]
    assert sorted(zip(ring[2::2], ring[3::2], strict=True)) == [(-200, 0), (0, 200), (200, 0)]


def test_land_across_the_antimeridian_is_not_drawn_across_the_picture() -> None:
    """As Chukotka, which would else be a strip from one side to the other."""
    arc = [(10, 40), (160, 0), (-340, 5), (340, 5), (-160, 0), (0, -10)]
    (ring,) = outline(topology(arc, rings=[[0]]))["rings"]
    points, x, y = [], 0, 0
    for dx, dy in zip(ring[::2], ring[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / GRAIN, y / GRAIN))
    assert sorted(points) == [(10, 40), (10, 50), (EAST, 40), (EAST, 50)]


@pytest.mark.parametrize(("by", "left"), [((0, 0), 100), ((80, 0), 100), ((85, 0), 50), ((0, 25), 60), ((95, 0), 0)])
def test_what_lies_outside_is_cut_off(by: tuple[int, int], left: int) -> None:
    kept = clipped([(x + by[0], y + by[1]) for x, y in SQUARE])
    assert area(kept) == pytest.approx(left) if left else kept == []


def test_points_are_left_out_where_the_line_stays_within_the_tolerance() -> None:
    ring = [
        (10.0, 40.0),
        (15.0, 40.0 + TOLERANCE / 2),
        (20.0, 40.0),
        (20.0, 50.0),
        (15.0, 50 + 3 * TOLERANCE),
        (10.0, 50.0),
    ]
    assert sorted(simplified(ring)) == sorted(ring[:1] + ring[2:])


def test_a_rock_in_the_sea_is_left_out() -> None:
    arc = [(10, 40), (1, 0), (-1, 1)]
    data = topology(arc, rings=[[0]])
    data["transform"] = {"scale": [0.1, 0.1], "translate": [0, 0]}
    assert outline(data)["rings"] == []
