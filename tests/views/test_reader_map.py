"""What the map of a story shows, what it keeps to itself, and how the plain face tells it."""

import os
import subprocess

import pytest
from msgspec.structs import replace

from tests.render.decoding import decoded
from tests.support.playing import played
from tests.support.wild import TRAPS, wild
from wayout.faces.plain.page import tell_map
from wayout.locale import strings
from wayout.model.library import Library
from wayout.model.text import TwoWordings
from wayout.play.moves import GO_ON, RETURN, Choose, Enter
from wayout.play.state import Reader
from wayout.play.step import begin, choose, moves, undo
from wayout.render.route import draw_reader_map, label, map_legend
from wayout.views.reader_map import StoryMap, read_there, story_map

FULL, GENTLE = Reader(), Reader(gentle=True)
MARKS = "".join(strings.MAP_MARKS.values())


def statuses(shown: StoryMap) -> dict[str, str]:
    return {scene.id: scene.status for scene in shown.scenes}


def test_what_was_not_read_has_no_name_until_the_ending_as_published(invented: Library) -> None:
    play = played(invented, "anton", "refuse", "go on")
    shown = story_map(invented, play, FULL)
    assert statuses(shown) == {"the-order": "read", "afterwards": "here", "home": "unread"}
    assert [scene.label for scene in shown.scenes][2] == ""
    assert shown.here == "afterwards"
    told = story_map(invented, choose(invented, play, GO_ON), FULL)
    assert [(scene.status, scene.label) for scene in told.scenes][2] == ("here", "Tallinn")
    back = story_map(invented, undo(invented, choose(invented, play, GO_ON)), FULL)
    assert back.scene("home").label == "", "what was taken back was not reached"


def test_after_the_ending_every_scene_and_step_has_its_name(invented: Library) -> None:
    shown = story_map(invented, played(invented, "boris", "load", "go on"), FULL)
    assert statuses(shown) == {"the-crane": "read", "the-north": "here", "nobody-knows": "unread"}
    assert shown.scene("nobody-knows").label == strings.ENDING_SILENT
    assert not shown.scene("nobody-knows").can_be_read
    assert shown.scene("the-crane").people == ("Anton",)


def test_steps_into_other_records_are_named_once_a_choice_was_made_there(invented: Library) -> None:
    """Before that, their names would tell who took what."""
    play = played(invented, "boris")
    assert story_map(invented, play, FULL).scene("the-crane").people == ()
    assert story_map(invented, play, Reader(words_beforehand=True)).scene("the-crane").people == ("Anton",)
    assert story_map(invented, choose(invented, play, Choose("leave")), FULL).scene("the-crane").people == ("Anton",)


def test_a_record_entered_midway_lies_before_the_reader_and_can_be_looked_at(library: Library) -> None:
    shown = story_map(library, played(library, "ivo", scene="the-lighthouse"), FULL)
    assert statuses(shown)["the-summons"] == "before"
    assert statuses(shown)["the-marsh-not-told"] == "unread"
    play = played(library, "ivo", scene="the-lighthouse")
    (page,) = read_there(library, play, "the-summons", FULL)
    assert page.scene == "the-summons"


def test_the_map_is_of_the_record_that_was_stepped_into(invented: Library) -> None:
    play = played(invented, "boris", "refuse", "enter anton/the-order")
    shown = story_map(invented, play, FULL)
    assert (shown.story, shown.title, shown.here) == ("anton", "Anton", "the-order")
    assert statuses(story_map(invented, choose(invented, play, RETURN), FULL))["the-crane"] == "here"


def test_what_was_read_at_a_scene_is_its_page_and_each_outcome_shown(invented: Library) -> None:
    play = played(invented, "anton", "load", "go on", "refuse", "go on")
    pages = read_there(invented, play, "the-order", FULL)
    assert [(page.kind, page.chosen) for page in pages] == [
        ("scene", ""), ("outcome", "Load the ship"), ("outcome", "Refuse"),
    ]  # fmt: skip


def test_what_was_marked_before_a_reveal_is_no_page_of_its_own(invented: Library) -> None:
    play = played(invented, "anton", "refuse", asks=True)
    assert [page.kind for page in read_there(invented, play, "the-order", FULL)] == ["scene"]


def test_the_gentle_wording_reaches_the_map(invented: Library) -> None:
    scene = replace(invented.scene("anton", "the-order"), at=None, ask=TwoWordings(full="Bones?", gentle="What?"))
    anton = invented.stories["anton"]
    scenes = {**anton.scenes, "the-order": scene}
    library = replace(invented, stories={**invented.stories, "anton": replace(anton, scenes=scenes)})
    assert story_map(library, begin(library, "anton"), GENTLE).scenes[0].label == "What?"


@pytest.mark.parametrize("width", [36, 76])
def test_every_map_of_every_shipped_trail_is_read_back(shipped_library: Library, width: int) -> None:
    """At each page of a walk through each story: every scene, every way, every mark, within the width."""
    for name in shipped_library.stories:
        play = begin(shipped_library, name)
        for _ in range(40):
            shown = story_map(shipped_library, play, FULL)
            chart = draw_reader_map(shown, width)
            numbers = {node: number for number, node in enumerate(chart.order, 1)}
            ways = {(numbers[a], numbers[b]) for a, b in shown.ways}
            assert decoded(chart.text, MARKS) == (set(numbers.values()), ways)
            assert max(len(row.text) for row in chart.rows) <= width
            for row in chart.rows:
                if row.mark_at >= 0 and row.node is not None:
                    scene = shown.scene(row.node)
                    assert row.rails[row.mark_at] == strings.MAP_MARKS[scene.status]
                    assert label(scene).endswith(strings.MAP_WORDS[scene.status])
                    assert strings.MAP_MEANING[scene.status] in map_legend(shown, chart)
            offered = moves(shipped_library, play.state)
            own = [move for move in offered if isinstance(move, Choose)]
            choices = play.state.scene_in(shipped_library).choices
            on = [move for move in own if "/" not in str(choices[move.choice].to)]
            if not offered or isinstance(offered[0], Enter):
                break
            play = choose(shipped_library, play, on[0] if on else offered[0])


def tell(wayout: list[str], *args: str, said: str, **env: str) -> str:
    found = subprocess.run([*wayout, *args], input=said, capture_output=True, text=True, timeout=60, check=False,
                           env={**os.environ, **env}, encoding="utf-8")  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


def test_the_word_map_lists_the_scenes_with_where_they_lead_and_a_number_looks_back(wayout: list[str]) -> None:
    out = tell(wayout, "play", "ivo", "--plain", said="1\nmap\nmap 2\nm 9\nm x\nq\n", COLUMNS="40")
    listed, looked, unread, unknown = out.split("\n> ")[2:6]
    assert " 3 Where does he go? · here; leads to 4 4 not read; leads to 5, 6 5 " in " ".join(listed.split())
    assert " 5 not read; leads no further 6 " in " ".join(listed.split())
    assert not set("◆●○│╭╯") & set(listed), "a drawing is noise to whoever hears it"
    assert "What does he choose?" in looked
    assert "Chosen: " in looked
    assert "  1  " not in looked, "there is nothing to decide again"
    assert "no scene 9 that was" in " ".join(unread.split())
    assert "no scene x that was" in " ".join(unknown.split())
    assert max(len(line) for line in out.splitlines()) <= 40


@pytest.mark.parametrize("trap", TRAPS)
def test_no_text_of_a_writer_breaks_the_plain_map(invented: Library, trap: str) -> None:
    """Each scene is one line with its number, without control characters."""
    told: list[str] = []
    library = wild(invented, TRAPS[trap])
    play = played(library, "anton", "refuse", "go on", "go on")
    assert tell_map(library, FULL, "", play, lambda text, _style, _indent: told.append(text)) == ()
    listed = told[1 : told.index("")]
    assert [line.split()[0] for line in listed] == ["1", "2", "3"]
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for line in listed for each in line)
    pages = tell_map(library, FULL, "1", play, lambda *_: None)
    assert pages is not None
    assert [page.kind for page in pages] == ["scene", "outcome"]
