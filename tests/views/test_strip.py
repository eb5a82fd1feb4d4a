"""The strip of time is denser where more of those stand who were read about, and counts nobody."""

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
from wayout.views.timeline import every_place, strip, timeline


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
