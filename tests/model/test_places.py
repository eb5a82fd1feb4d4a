"""Degrees that do not fit are found on every half of the earth, with what would mend them; what fits is let alone."""

import shutil
from pathlib import Path

import pytest

from tests.support.paths import BASE_STORY
from wayout.geodata import countries
from wayout.model.checks import check, places
from wayout.model.file_access import Folders
from wayout.model.load import load
from wayout.model.load_result import LoadResult

CODES = ("no-degrees", "fine-degrees", "swapped-degrees", "far-from-country", "at-sea", "off-map", "wrong-type",
         "unknown-word", "letter-case", "ambiguous-scalar")  # fmt: skip


def loaded(folder: Path, *told: str) -> LoadResult:
    """The invented project with more places, each a line of the list."""
    shutil.copytree(BASE_STORY, folder, dirs_exist_ok=True)
    file = folder / "seeds/places.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "".join(f"{line}\n" for line in told), encoding="utf-8")
    return load(Folders(folder / "seeds", (folder / "story",)))


def found(folder: Path, *told: str) -> list[tuple[str, str, str]]:
    """Code, sentence and hint of what is found in places."""
    every = check(loaded(folder, *told))
    return [(one.code, one.says, one.hint) for one in every if one.code in CODES]


def city(name: str, latitude: object, longitude: object, more: str = "") -> str:
    return f"{name}: {{name: {name}, precision: city, latitude: '{latitude}', longitude: '{longitude}'{more}}}"


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [
        (-54.8, -68.3, "AR"),
        (-18.14, 178.44, "FJ"),
        (-16.85, -179.95, "FJ"),
        (78.22, 15.65, "SJ"),
        (1.35, 103.8, "SG"),
        (64.5, -165.4, "US"),
        (66.5, -175, "RU"),
        (-77.85, 166.8, "AQ"),
        (-8.5, 179.2, "TV"),
        (45.3, 34.1, "UA"),
        (45.3, 34.1, "RU"),
    ],
)
def test_a_place_in_its_country_is_let_alone_wherever_that_is(
    tmp_path: Path, latitude: float, longitude: float, country: str
) -> None:
    assert found(tmp_path, city("there", latitude, longitude, f", country: {country}")) == []


@pytest.mark.parametrize(
    ("latitude", "longitude", "country"),
    [(-54.8, -68.3, "AR"), (1.72, 50.55, "FR"), (35.7, 51.4, "IR"), (9, 38.7, "ET")],
)
def test_exchanged_degrees_are_known_by_the_country(
    tmp_path: Path, latitude: float, longitude: float, country: str
) -> None:
    exchanged = city("there", longitude, latitude, f", country: {country}")
    if country == "FR":
        exchanged = city("there", latitude, longitude, ", country: FR")
    ((code, says, hint),) = found(tmp_path, exchanged)
    assert code == "swapped-degrees"
    assert f"far from {country}" in says
    assert "Exchange" in hint


@pytest.mark.parametrize(
    ("others", "place"),
    [
        ([("wex", 52.05, -0.71), ("port", 49.62, 0.34)], (1.72, 50.55)),
        ([("river", -51.62, -69.22), ("strait", -53.16, -70.9)], (-68.3, -54.8)),
        ([("nairobi", -1.29, 36.82), ("arusha", -3.37, 36.68)], (39.67, -4.04)),
    ],
)
def test_exchanged_degrees_are_known_by_the_places_beside(
    tmp_path: Path, others: list[tuple[str, float, float]], place: tuple[float, float]
) -> None:
    beside = [city(*other) for other in others]
    assert [code for code, *_ in found(tmp_path / "a", *beside, city("there", *place))] == ["swapped-degrees"]
    assert found(tmp_path / "b", *beside, city("there", *place[::-1])) == []


def test_degrees_beyond_90_are_said_to_be_exchanged_where_they_may_be(tmp_path: Path) -> None:
    ((code, _, hint),) = found(tmp_path / "a", city("suva", 178.44, -18.14))
    assert code == "wrong-type"
    assert "swapped" in hint
    ((code, _, hint),) = found(tmp_path / "b", city("nowhere", 190, -18.14))
    assert "swapped" not in hint


@pytest.mark.parametrize(
    ("latitude", "longitude", "country", "proposed"),
    [
        (54.8, -68.3, "AR", "other sign of the latitude"),
        (-54.8, 68.3, "AR", "other sign of the longitude"),
        (52.52, 13.4, "FR", "it lies in DE"),
        (-40, -120, "NZ", "Correct the degrees, or the country."),
    ],
)
def test_what_lies_far_from_its_country_is_told_with_what_would_mend_it(
    tmp_path: Path, latitude: float, longitude: float, country: str, proposed: str
) -> None:
    ((code, says, hint),) = found(tmp_path, city("there", latitude, longitude, f", country: {country}"))
    assert code == "far-from-country"
    assert f" km from {country}." in says
    assert proposed in hint


@pytest.mark.parametrize(("precision", "value", "is_fine"), [
    ("city", "59.437", False), ("city", "59.4370000", False), ("city", "59.4371", True), ("region", "59.43", False),
    ("region", "59.437", True), ("country", "59.4", False), ("country", "59.43", True), ("untold", "59", True),
])  # fmt: skip
def test_degrees_are_no_finer_than_their_place(tmp_path: Path, precision: str, value: str, is_fine: bool) -> None:
    line = f"there: {{name: There, precision: {precision}, latitude: '{value}', longitude: '24'}}"
    assert [code for code, *_ in found(tmp_path, line)] == ["fine-degrees"] * is_fine


@pytest.mark.parametrize(("told", "is_missing"), [
    ("city", True), ("region", False), ("country", False), ("untold", False), ("region, latitude: '5'", True),
    ("country, longitude: '5'", True), ("untold, longitude: '5'", False),
])  # fmt: skip
def test_a_city_needs_degrees_and_one_of_the_two_is_none(tmp_path: Path, told: str, is_missing: bool) -> None:
    codes = [code for code, *_ in found(tmp_path, f"there: {{name: There, precision: {told}}}")]
    assert ("no-degrees" in codes) == is_missing


@pytest.mark.parametrize(("place", "is_at_sea"), [
    ((-30.0, -30.0), True), ((0.0, -160.0), True), ((70.0, -179.0), True), ((-18.1, 179.0), False),
    ((57.95, 19.1), False), ((54.0, 7.9), False), ((64.9, -40.0), False),
])  # fmt: skip
def test_a_city_lies_on_land_or_near_it(tmp_path: Path, place: tuple[float, float], is_at_sea: bool) -> None:
    assert [code for code, *_ in found(tmp_path, city("there", *place))] == ["at-sea"] * is_at_sea
    as_region = city("there", *place).replace("city", "region")
    assert found(tmp_path / "region", as_region) == [], "a sea is a region"


def test_a_warning_on_a_place_is_left_out_for_a_reason(tmp_path: Path) -> None:
    entry = ", ignore: [{code: at-sea, because: An island of a few houses.}]"
    assert found(tmp_path, city("rock", -30.1, -30.1, entry)) == []


@pytest.mark.parametrize(("written", "code"), [
    ("no", "ambiguous-scalar"), ("NO", "ambiguous-scalar"), ("'NO'", ""), ("'no'", "letter-case"),
    ("XX", "unknown-word"), ("NOR", "unknown-word"),
])  # fmt: skip
def test_a_country_is_two_capital_letters_that_stand_for_one(tmp_path: Path, written: str, code: str) -> None:
    codes = [one for one, *_ in found(tmp_path, city("oslo", 59.91, 10.75, f", country: {written}"))]
    assert codes[:1] == [code] * bool(code)


def test_what_a_fixed_map_does_not_show_is_found_and_across_180_degrees_too(tmp_path: Path) -> None:
    read = loaded(tmp_path, city("suva", -18.14, 178.44), city("taveuni", -16.85, -179.95))
    codes = [(one.code, one.part[1]) for one in places.findings(read, (177, -20, -178, -15))]
    assert codes == [("off-map", "tallinn")]
    assert list(places.findings(read, (-180, -90, 180, 90))) == []
    assert list(places.findings(read)) == []


def test_the_outlines_of_countries_name_none_and_know_their_neighbours() -> None:
    assert all(len(code) == 2 and code.isupper() for code in countries.codes())
    assert len(countries.codes()) == 250
    assert countries.country_at((2.35, 48.85)) == "FR"
    assert countries.country_at((-30, 0)) == ""
    assert countries.apart((0, 0), (0, 90)) == pytest.approx(10_007, rel=0.001)
    assert countries.distance("DE", (2.35, 48.85)) == pytest.approx(300, abs=60)
