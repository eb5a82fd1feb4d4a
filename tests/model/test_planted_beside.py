"""Beside a clean story of 300 scenes a fault of each class is found where it was planted, 20 times, and nothing else.

In its trails, in the archived texts of its documents, and in what a later version takes from its readers.
"""

from collections.abc import Mapping
from random import Random

import pytest

from tests.planted.beside import (
    ARCHIVE_CODES,
    PAPERS,
    TRAIL_CODES,
    archive_plants,
    archived,
    trail,
    trail_plants,
)
from tests.planted.chain import CHANGED, docker
from tests.planted.clean import Clean
from tests.planted.planting import TIMES, Ground, Place
from wayout.authoring import compatibility
from wayout.authoring.compatibility import findings, trail_files
from wayout.model.archive import verify
from wayout.model.checks import check

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Clean:
    """A project without a fault, and archived texts that hold what its claims quote."""
    return Clean(tmp_path_factory.mktemp("planted") / "project", archived())


def test_the_project_and_its_archived_texts_are_clean(clean: Clean) -> None:
    with clean.changed({}) as loaded:
        assert check(loaded) == []
        verified = verify(loaded, clean.folder / "archive")
    assert verified.findings == ()
    assert verified.cites_verified > 200


@pytest.mark.parametrize("number", range(TIMES))
def test_what_is_planted_in_archived_texts_is_found_by_verifying(clean: Clean, number: int) -> None:
    random = Random(f"archive {number}")
    plants = archive_plants(random.sample(PAPERS, len(PAPERS)))
    changed, places = clean.ground.planted(plants, ARCHIVE_CODES, random)
    assert sorted(code for _, code, _, _ in places) == sorted(ARCHIVE_CODES)
    with clean.changed(changed, stories=False) as loaded:
        assert clean.places(verify(loaded, clean.folder / "archive").findings) == places


def test_what_is_planted_in_trails_is_found_where_it_is(clean: Clean) -> None:
    names = [f"story/trails/{number}.yaml" for number in range(len(TRAIL_CODES))]
    with clean.changed({}) as loaded:
        library = loaded.library
    for number in range(TIMES):
        random = Random(f"trails {number}")
        ground = Ground({name: trail(library, random) for name in names})
        changed, places = ground.planted(trail_plants(random.sample(names, len(names))), TRAIL_CODES, random)
        assert sorted(code for _, code, _, _ in places) == sorted(TRAIL_CODES)
        for files, expected in ((ground.files, []), (changed, places)):
            for name, text in files.items():
                path = clean.folder / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, encoding="utf-8")
            found = findings(library, trail_files([clean.folder / "story"]), is_sound=True)
            assert clean.places(found) == expected


def test_what_a_change_takes_from_readers_is_found_where_it_would_be_mended(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    files = docker(leaves=True)
    older, newer = (Clean(tmp_path_factory.mktemp(name) / "project", files) for name in ("older", "newer"))
    with older.changed({}) as old:
        assert old.findings == []

    def found(changed: Mapping[str, str]) -> list[Place]:
        with newer.changed(changed) as new:
            return newer.places(
                compatibility.compatibility_findings(old, new, newer.folder / "story", older.folder / "story")
            )

    assert found({}) == []
    for number in range(TIMES):
        changed, places = newer.ground.planted(CHANGED, CHANGED, Random(f"changed {number}"))
        assert sorted({code for _, code, _, _ in places}) == sorted(CHANGED)
        assert found(changed) == places
