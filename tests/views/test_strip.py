"""The strip of time is denser where more of those stand who were read about, and counts nobody."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.invented.asked import asked
from wayout.locale import reader_strings
from wayout.model.library import Library
from wayout.play.moves import GO_ON
from wayout.play.state import Reader
from wayout.play.step import begin, choose
from wayout.store.autosave import strip_of_time
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import open_shelf
from wayout.views.strip import Moment, TimeAxis, closer_events, density, moments, stretch_of, strip, time_axis
from wayout.views.timeline import every_place, timeline

DATES = ("1914-08-01", "2019-03", "2019-12-31", "2020-02-29", "2021-06-15", "2022-01-01", "2024-11")


def dated(library: Library, story: str, date: str | int) -> Library:
    """The library in which every scene of a record has a date."""
    told = library.stories[story]
    scenes = {name: replace(scene, date=date) for name, scene in told.scenes.items()}
    return replace(library, stories={**library.stories, story: replace(told, scenes=scenes)})


def test_a_cell_is_denser_the_more_people_stand_in_it(library: Library) -> None:
    for story, date in (("vesna", "1911-05"), ("wim", "1911-06-02"), ("ivo", "1911-04"), ("nils", "1912-12")):
        library = dated(library, story, date)
    none, one, two, more = list(reader_strings.DENSITY)
    assert strip(library, ()) == ""
    assert strip(library, ("vesna",)) == f"1911 {none}{one}{none}{none}"
    assert strip(library, ("vesna", "wim")) == f"1911 {none}{two}{none}{none}"
    assert strip(library, ("wim", "ivo", "vesna", "nils")) == f"1911 {none}{more}{none}{none} 1912 {none * 3}{one}"
    assert reader_strings.HUNG_DOT[0] not in reader_strings.DENSITY


def test_what_is_dated_by_a_year_or_not_at_all_stands_in_no_cell(library: Library) -> None:
    for date in (1911, "[1911..1912]", "1911/.."):
        assert strip(dated(library, "vesna", date), ("vesna",)) == "", date
    assert strip(library, ("not-there",)) == ""


def test_only_what_was_read_to_an_end_is_in_it(library: Library) -> None:
    shelf, library = open_shelf(keeps=False), dated(library, "vesna", "1911-05")
    play = begin(library, "vesna")
    begun = shelf.save(SavedTrail(is_gentle=False, trail=choose(library, play, GO_ON).trail, at=("vesna", "threats")))
    assert strip_of_time(library, shelf) == ""
    shelf.save(replace(begun, is_ended=True, ends=frozenset(("vesna",))))
    assert strip_of_time(library, shelf) == reader_strings.STRIP.format(strip="1911 ·░··")


def test_moments_that_a_reader_hung_on_one_day_stand_in_the_order_of_the_records(library: Library) -> None:
    """Whenever she hung them: the same line of time is written beforehand for a page."""
    places = every_place(asked(library))
    assert len(places) > 1
    assert timeline(asked(library), Reader(), places[::-1]) == timeline(asked(library), Reader(), places)


def test_a_line_of_time_has_a_dot_for_a_day_or_a_month_and_dashes_for_the_rest(library: Library) -> None:
    dot, dash, earlier = reader_strings.DATED, reader_strings.WITHIN, reader_strings.EARLIER
    dots = ("2019-03", "2019-03-04", "2019-03/2020-05")
    dashes = ("2019", "2019-03~", "2019-21", "[2019..2020]", "2019/..")
    shown = {**dict.fromkeys(dots, dot), **dict.fromkeys(dashes, dash), "[..2019-06]": earlier + dash}
    for date, signs in shown.items():
        found = moments(replace(dated(library, "nils", date), claims={}), "nils")
        axis = time_axis(found)
        assert axis is not None
        assert "".join(dict.fromkeys(axis.line(found, 40).replace(" ", ""))) == signs, date


def test_an_event_that_a_claim_dates_closer_than_its_scene_has_a_dot_too(library: Library) -> None:
    closer = [
        (name, event)
        for name, story in library.records.items()
        for scene in story.scenes.values()
        for event in closer_events(library, story, scene)
    ]
    assert closer
    for name, (_, _, date) in closer:
        assert stretch_of(date) in [one.when for one in moments(library, name)]


def test_a_story_of_nobody_and_one_without_a_date_have_no_moment(library: Library) -> None:
    assert moments(library, "crossroads") == ()
    assert time_axis(()) is None
    story = library.stories["nils"]
    undated = {name: replace(scene, date=None) for name, scene in story.scenes.items()}
    assert (
        time_axis(moments(replace(library, stories={"nils": replace(story, scenes=undated)}, claims={}), "nils"))
        is None
    )


@given(
    st.lists(st.sampled_from(DATES), min_size=1, max_size=5),
    st.integers(min_value=1, max_value=140),
)
def test_a_line_fills_its_room_and_no_moment_stands_before_one_that_is_earlier(dates: list[str], room: int) -> None:
    found = tuple(Moment(stretch_of(date), is_exact=True) for date in dates)
    axis = time_axis(found)
    assert axis is not None
    width = axis.width(max(room, axis.min_width))
    assert len(axis.line(found, width)) == len(axis.head(width)) == width
    at = [axis.line((one,), width).index(reader_strings.DATED) for one in found]
    order = sorted(range(len(found)), key=lambda number: found[number].when.first)
    assert [at[number] for number in order] == sorted(at)


def test_the_years_of_an_axis_stand_above_their_first_cells_as_far_as_there_is_room(library: Library) -> None:
    axis = TimeAxis(2019, 2022, is_open=False)
    assert axis.head(20) == "2019 2020 2021 2022 "
    assert axis.line((Moment(stretch_of("2021-01-01"), is_exact=True),), 20).index(reader_strings.DATED) == 10
    century = TimeAxis(1914, 2024, is_open=True)
    assert century.head(42).split() == ["1920", "1940", "1960", "1980", "2000", "2020"][: len(century.head(42).split())]
    assert density(dated(library, "vesna", "2019-05"), ("vesna",)) == {2019 * 4 + 1: 1}
    assert axis.strip({2019 * 4 + 1: 1}, 16) == f"·{reader_strings.DENSITY[1]}" + "·" * 14
