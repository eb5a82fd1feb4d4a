"""The pictures of pages: what they show, what they keep to themselves, and that each says the same in words."""

import re
from xml.etree import ElementTree as Xml

import pytest
from msgspec.structs import replace

from tests.support.playing import played
from tests.support.wild import TRAPS, wild
from wayout.locale import evidence_strings, strings
from wayout.model.evidence import Place
from wayout.model.library import Library
from wayout.play.moves import Choose
from wayout.play.state import Reader
from wayout.play.step import begin, choose, moves
from wayout.render import figure_maps
from wayout.render.figures import figure
from wayout.render.html import Html
from wayout.views.compare import compare, comparison_document
from wayout.views.document import SourceTree, Table, TimeChart
from wayout.views.lineage import every_root
from wayout.views.reader_map import story_map, whole_map
from wayout.views.route import route, whole_route
from wayout.views.sources import sources_document
from wayout.views.timeline import time_chart

FULL = Reader()


def parsed(html: Html) -> Xml.Element:
    """Read as XML: every element is closed, and no text was taken for one."""
    return Xml.fromstring(f"<div>{html}</div>")


def words(html: Html) -> str:
    return " ".join("".join(parsed(html).itertext()).split())


def placed(library: Library) -> Library:
    quay = Place(name="A quay", precision="region", latitude="57", longitude="40")
    return replace(library, places={**library.places, "quay": quay})


def pictures(library: Library, name: str) -> list[Html]:
    """Every picture of a library and of one of its stories."""
    play = begin(library, name)
    claims = tuple(library.claims)
    chart = time_chart(library)
    return [
        figure_maps.story_map(story_map(library, play, FULL)),
        figure_maps.story_map(whole_map(library, name, FULL)),
        figure_maps.route(whole_route(library, name), route(library, play)),
        figure_maps.route(whole_route(library, name), whole_route(library, name)),
        *([figure(chart)] if chart else []),
        *(figure(found) for found in (
            comparison_document(compare(library, FULL)).figure, sources_document(library, claims, FULL).figure,
        ) if found is not None),
    ]  # fmt: skip


def test_every_picture_has_a_title_and_a_description_and_no_style_of_its_own(shipped_library: Library) -> None:
    for name in shipped_library.stories:
        for html in pictures(shipped_library, name):
            assert "style=" not in html
            for drawn in parsed(html).iter("svg"):
                told = {one.get("id"): one.text for one in drawn if one.tag in ("title", "desc")}
                assert drawn.get("role") == "img"
                assert [told[one] for one in (drawn.get("aria-labelledby") or "").split()] == list(told.values())
                assert all(told.values())
                assert len(told) == 2


@pytest.mark.parametrize("trap", TRAPS)
def test_a_text_never_becomes_markup_in_a_picture(invented: Library, trap: str) -> None:
    for html in pictures(wild(placed(invented), TRAPS[trap]), "anton"):
        assert {one.tag for one in parsed(html).iter()} <= {
            "div", "svg", "title", "desc", "g", "path", "circle", "text", "tspan", "ol", "ul", "li", "span", "p",
            "table", "caption", "thead", "tbody", "tr", "th", "td", "section", "h2", "cite",
        }  # fmt: skip


def test_a_map_names_what_was_met_and_of_the_rest_the_numbers(invented: Library) -> None:
    play = played(invented, "anton", "refuse", "go on")
    html = figure_maps.story_map(story_map(invented, play, FULL))
    assert [one.get("class") for one in parsed(html).iter("g")] == ["read", "here", "unread"]
    assert [one.get("class") for one in parsed(html).iter("li")] == ["read", "here"]
    assert words(html).endswith(evidence_strings.NOT_READ_YET.format(numbers="3"))
    assert "Tallinn" not in html
    assert len(re.findall('class="met"', html)) == 1, "a way that was gone, and none beside it"


def test_a_map_says_whose_records_a_page_was_seen_to_lead_to_and_not_before(library: Library) -> None:
    fork = played(library, "crossroads")
    choice = next(move for move in moves(library, fork.state) if isinstance(move, Choose))
    chosen = choose(library, fork, choice)
    steps = strings.MAP_LEADS_TO_RECORDS.partition("{")[0]
    before, after = (figure_maps.story_map(story_map(library, play, FULL)) for play in (fork, chosen))
    assert steps not in words(before)
    assert 'class="out"' not in before
    assert steps in words(after)
    assert [one.get("class") for one in parsed(after).iter("path")].count("out") == 1
    assert "Vesna" in words(after).partition(steps)[2]


def test_the_numbers_of_a_map_are_those_of_the_list(shipped_library: Library) -> None:
    for name in shipped_library.stories:
        whole = whole_map(shipped_library, name, FULL)
        drawn = parsed(figure_maps.story_map(whole))
        circles = ["".join(one.itertext()).strip() for one in drawn.iter("g")]
        listed = [one.text for one in drawn.iter("span") if one.get("class") == "number"]
        assert circles == listed == [str(number) for number in range(1, len(whole.scenes) + 1)]
        assert len([one for one in drawn.iter("path") if one.get("class") != "out"]) == len(whole.ways)


def test_a_way_shows_no_place_that_was_not_read(invented: Library) -> None:
    library = placed(invented)
    whole, play = whole_route(library, "anton"), played(library, "anton", "refuse")
    html = figure_maps.route(whole, route(library, play))
    assert "Tallinn" not in html
    assert "A quay" in html
    assert evidence_strings.FURTHER in html
    assert len(list(parsed(html).iter("circle"))) == 2, "a mark, and the ring of a region"
    told = figure_maps.route(whole, route(library, played(library, "anton", "refuse", "go on", "go on")))
    assert "Tallinn" in told
    assert evidence_strings.STRETCH_SIGN in [one.text for one in parsed(told).iter("text")]


def test_a_way_without_any_place_says_so(invented: Library) -> None:
    bare = replace(invented, places={})
    html = figure_maps.route(whole_route(bare, "anton"), route(bare, begin(bare, "anton")))
    assert "<svg" not in html
    assert evidence_strings.UNPLACED in html


def test_places_stand_within_their_picture(shipped_library: Library) -> None:
    for name, story in shipped_library.stories.items():
        if story.person is None:
            continue
        whole = whole_route(shipped_library, name)
        for drawn in parsed(figure_maps.route(whole, whole)).iter("svg"):
            width, height = float(drawn.get("width") or 0), float(drawn.get("height") or 0)
            for place in (one for one in drawn.iter("g") if one.get("class") == "read"):
                x, y = map(float, re.findall(r"[\d.-]+", place.get("transform") or ""))
                assert 0 < x < width
                assert 0 < y < height


def test_who_did_what_is_a_table_with_a_head_for_each_row_and_column(library: Library) -> None:
    found = comparison_document(compare(library, FULL))
    assert isinstance(found.figure, Table)
    drawn = parsed(figure(found.figure))
    heads = [one.get("scope") for one in drawn.iter("th")]
    assert heads == ["col"] * len(found.figure.heads) + ["row"] * len(found.figure.rows)
    assert [one.text for one in drawn.iter("caption")] == [evidence_strings.ACTS_TABLE]
    assert all(len(one) == len(found.figure.heads) for one in found.figure.rows)
    box = next(one for one in drawn.iter("div") if one.get("class") == "wide")
    assert (box.get("tabindex"), box.get("role")) == ("0", "region"), "it scrolls by the keyboard too"
    for act in compare(library, FULL).rows:
        row = next(one for one in found.figure.rows if one[0] == act.label)
        assert [cell != strings.COMPARE_NOTHING for cell in row[1:]] == [cell is not None for cell in act.cells]


def test_the_lines_of_time_hold_every_dated_moment_within_their_years(shipped_library: Library) -> None:
    chart = time_chart(shipped_library)
    assert isinstance(chart, TimeChart)
    people = [shipped_library.people[story.person].name for story in shipped_library.stories.values() if story.person]
    assert {lane.label for lane in chart.lanes} >= set(people)
    for lane in chart.lanes:
        assert lane.moments
        assert all(chart.first <= start <= end < chart.last for start, end in lane.moments)


def test_a_lineage_marks_the_texts_that_are_cited_by_a_word_and_a_form(shipped_library: Library) -> None:
    for name, claim in shipped_library.claims.items():
        found = sources_document(shipped_library, (name,), FULL).figure
        corrections = claim.corrected.cites if claim.corrected else ()
        cited = {cite.document for cite in (*claim.all_cites, *corrections)}
        if found is None:
            continue
        assert isinstance(found, SourceTree)
        drawn = parsed(figure(found))
        marked = [one for one in drawn.iter("li") if one.get("class") == "cited"]
        assert marked
        assert len(marked) <= len(cited)
        said = [" ".join("".join(one.itertext()).split()) for one in marked]
        assert all(evidence_strings.CARRIES.format(numbers="1") in one for one in said)


def test_each_text_made_from_another_stands_below_it_and_one_translated_twice_below_a_translation(
    shipped_library: Library,
) -> None:
    roots = every_root(shipped_library, {})
    assert {root.id for root in roots} <= set(shipped_library.origins)
    for root in roots:
        for node in root.below:
            documents = [below for below in (node, *node.below) if below.id]
            for one in documents:
                found = shipped_library.documents[one.id]
                assert shipped_library.lineage.origin_of(one.id) == shipped_library.lineage.origin_of(root.id)
                assert (found.how == "retranslation") == (one in node.below and not node.id)
