"""Whatever a hand, an editor or a disk does to a file, reading and checking give findings, never an exception."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.torture import fuzz
from tests.torture.mutation import MUTATIONS, mutated

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def project() -> Iterator[fuzz.Project]:
    """One project whose files every example changes and puts back."""
    with fuzz.projects(fuzz.invented()) as (project,):
        yield project


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(random=st.randoms(use_true_random=False), count=st.integers(1, 2))
def test_any_mutation_gives_findings_or_nothing(project: fuzz.Project, random: Random, count: int) -> None:
    chosen = random.sample(project.files, count)
    project.read({path: mutated(random, project.whole[path], project.lines) for path in chosen})


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(raw=st.binary(max_size=200), index=st.integers(0))
def test_any_bytes_give_findings_or_nothing(project: fuzz.Project, raw: bytes, index: int) -> None:
    project.read({project.files[index % len(project.files)]: raw})


def test_no_file_on_which_reading_once_stumbled_makes_it_stumble_again(project: fuzz.Project) -> None:
    for found in sorted(fuzz.FOUND.glob("*.yaml")):
        for path in project.files:
            project.read({path: found.read_bytes()})


def test_what_stumbles_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: object) -> None:
        raise ZeroDivisionError

    told: list[str] = []
    monkeypatch.setattr(fuzz, "FOUND", tmp_path / "found")
    monkeypatch.setattr(fuzz, "load", stumble)
    with pytest.raises(AssertionError, match="made reading or checking stumble"):
        fuzz.fuzz(0.005, 1, told.append)
    assert "ZeroDivisionError" in told[0]
    kept = {path.name for path in (tmp_path / "found").iterdir()}
    assert kept
    assert all(name.endswith(".yaml") for name in kept)


def test_each_kind_of_mutation_makes_another_file(project: fuzz.Project) -> None:
    path = next(path for path in project.files if path.name == "anton.yaml")
    text = project.whole[path].decode()
    for mutation in MUTATIONS:
        made = {mutation(Random(seed), text, project.lines) for seed in range(20)}
        assert len(made - {text}) >= 10, mutation.__name__
