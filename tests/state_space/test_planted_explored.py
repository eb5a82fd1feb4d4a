"""In a clean story of 300 scenes every class of fault that `explore` finds is found where it was planted, 20 times."""

from collections.abc import Mapping
from random import Random

import pytest

from tests.planted.chain import EXPLORED, SAMPLED, docker
from tests.planted.clean import Clean
from tests.planted.planting import TIMES, Place, Plants
from tests.planted.road import ROAD_EXPLORED, road_project
from wayout.commands.explore import reported
from wayout.commands.explore_report import ExploreOptions
from wayout.commands.output import Progress

pytestmark = pytest.mark.thorough

WHOLE, IN_PART = ExploreOptions(plays=1), ExploreOptions(cap=50, plays=6)
"""All states are searched through; or the search is broken off, and so many plays come to all that can be come to."""


@pytest.fixture(scope="module")
def clean_road(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """A road without a fault."""
    project = Clean(tmp_path_factory.mktemp("planted") / "road", road_project())
    assert found(project, {}, WHOLE, "road") == []
    return project


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """A story without a fault."""
    project = Clean(tmp_path_factory.mktemp("planted") / "project", docker(leaves=False))
    assert found(project, {}, WHOLE) == found(project, {}, IN_PART) == []
    return project


def found(clean: Clean, changed: Mapping[str, str], settings: ExploreOptions, story: str = "anton") -> list[Place]:
    """What `explore` finds in the story but for what has changed, and where."""
    with clean.changed(changed) as loaded:
        assert loaded.findings == []
        (report,) = reported(loaded, [story], [story], settings, Progress())
        assert report.explored.is_whole == (settings is WHOLE)
        return clean.places(one.finding for one in report.findings)


@pytest.mark.parametrize(("plants", "settings"), [(EXPLORED, WHOLE), (SAMPLED, IN_PART)], ids=["whole", "in part"])
def test_what_is_planted_is_found_where_it_is_and_nothing_else(
    clean: Clean, plants: Plants, settings: ExploreOptions
) -> None:
    """All classes that a search through the whole finds are planted together."""
    for number in range(TIMES):
        changed, places = clean.ground.planted(plants, plants, Random(f"explored {number}"))
        assert sorted(code for _, code, _, _ in places) == sorted(plants)
        assert found(clean, changed, settings) == places


def test_what_is_planted_in_a_road_of_300_forks_is_found_where_it_is_and_nothing_else(clean_road: Clean) -> None:
    for number in range(3):
        changed, places = clean_road.ground.planted(ROAD_EXPLORED, ROAD_EXPLORED, Random(f"road {number}"))
        assert sorted(code for _, code, _, _ in places) == sorted(ROAD_EXPLORED)
        assert found(clean_road, changed, WHOLE, "road") == places
