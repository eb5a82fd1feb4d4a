"""In a clean story of 300 scenes a fault of every class is found where it was planted, 20 times, and nothing else."""

from collections.abc import Mapping
from random import Random

import pytest

from tests.planted.beside import ARCHIVE_CODES, TRAIL_CODES
from tests.planted.chain import CHANGED, EXPLORED, SAMPLED
from tests.planted.clean import Clean
from tests.planted.planting import TIMES, Place
from tests.planted.plants import PLANTS
from tests.planted.project import texts
from tests.planted.road import ROAD_EXPLORED
from tests.support.worked import BY_EDITION
from wayout.model.checks import check
from wayout.model.findings import CODES

pytestmark = pytest.mark.thorough

WHOLE_FILE = ("unreadable", "link-outside", "over-limit", "encoding", "syntax", "too-deep")
"""Each of these hides what else is wrong: planted alone."""
CUT = ("unreachable-scene", "island", "no-ending", "endless-loop", "taken-off-path", "step-off-record", "own-scene")
"""What leads where is asked only where every link holds."""
FOLLOWS = ("always-met", "never-met")
"""Where a way is cut or led elsewhere, what an `if` further on asks may be decided with it."""
RECORD = ("recorded-path",)
"""Where a record breaks off, what lies off its path is not asked."""
WARNINGS = tuple(code for code in PLANTS if CODES[code][0] == "warning")
"""What nothing uses is asked only where there is no error."""
CHOICES = ("repeated-text", *(code for code in WARNINGS
                              if not code.startswith(("unused-", "idle-ignore", "repeated-text"))))  # fmt: skip
ERRORS = tuple(code for code in PLANTS if code not in (*WHOLE_FILE, *CUT, *RECORD, *WARNINGS))
GROUPS = {
    "errors": ERRORS, "what leads where": (*CHOICES, *CUT), "warnings": WARNINGS, "the record": (*CHOICES, *RECORD),
    **{code: (code,) for code in WHOLE_FILE},
}  # fmt: skip
"""Classes that do not hide each other are planted together: the more must be told apart."""
ROUNDS = 5
"""How many stories one test plants."""


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """A project without a fault."""
    project = Clean(tmp_path_factory.mktemp("planted") / "project", texts())
    assert found(project, {}) == []
    return project


def found(clean: Clean, changed: Mapping[str, str]) -> list[Place]:
    """Where `check` finds what, in the clean project but for what has changed."""
    with clean.changed(changed) as loaded:
        return clean.places(check(loaded))


def test_every_class_is_planted() -> None:
    """Those of `check` here; of trails, archived texts and changes in test_planted_beside; the rest for `explore`."""
    assert set(PLANTS) == {code for codes in GROUPS.values() for code in codes}
    beside = (*TRAIL_CODES, *ARCHIVE_CODES, *CHANGED, *BY_EDITION)
    assert sorted((*PLANTS, *beside, *EXPLORED, *SAMPLED, *ROAD_EXPLORED)) == sorted(CODES)


@pytest.mark.parametrize("first", range(0, TIMES, ROUNDS))
@pytest.mark.parametrize("group", GROUPS)
def test_what_is_planted_is_found_where_it_is_and_nothing_else(clean: Clean, group: str, first: int) -> None:
    for number in range(first, first + ROUNDS):
        changed, places = clean.ground.planted(PLANTS, GROUPS[group], Random(f"{group} {number}"))
        assert sorted({code for _, code, _, _ in places}) == sorted(GROUPS[group])
        assert [one for one in found(clean, changed) if one[1] not in FOLLOWS or one in places] == places
