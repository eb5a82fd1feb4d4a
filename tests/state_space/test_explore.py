"""What `wayout explore` proves, and that its tables play exactly as the game does."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.invented.records import RECORDS
from tests.invented.stories import stories
from tests.support.paths import TESTS_FOLDER
from tests.support.terminals import Screen
from tests.support.walking import different_states, reachable_states
from wayout.commands import explore as tool
from wayout.commands.explore_report import ExploreOptions
from wayout.commands.output import Progress
from wayout.model.file_access import Folders, shipped
from wayout.model.graph import Entry, PathEntry, opening
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.story import BACK, Choice, Ending, Passage, Scene, Story
from wayout.model.trail_format import TrailFile
from wayout.play.moves import GO_ON, RETURN, STAY, Choose, Enter, Move, Return, encode
from wayout.play.state import State, Trail
from wayout.play.step import moves, replay, step_from
from wayout.state_space import sample
from wayout.state_space.compiled_story import CompiledEdge, CompiledStory
from wayout.state_space.futures import futures, same_futures
from wayout.state_space.sample import Lengths, path_lengths
from wayout.state_space.search import entries, explore, faults
from wayout.views.trail_file import replay_steps

TESTS = TESTS_FOLDER
BASE = TESTS / "examples" / "base"
EXAMPLES = sorted((TESTS / "examples" / "explored").glob("*.yaml"))
HEADER = re.compile(r"# (?P<path>\S+) → (?P<code>[a-z-]+) (?P<line>\d+):(?P<column>\d+)").fullmatch
SHIPPED = load(shipped()).library


def packed(tables: CompiledStory, state: State) -> int:
    return tables.pack(state.scene, dict(state.situation), state.seen, state.chose)


def move_of(way: CompiledEdge) -> Move:
    return GO_ON if way.choice is None else Choose(way.choice)


def follows(library: Library, state: State, move: Move) -> State:
    """The state once a choice's outcome is read, or a page is left."""
    after = step_from(library, state, move)
    while after.shown is not None:
        offered = moves(library, after)
        on = GO_ON if GO_ON in offered else next(one for one in offered if isinstance(one, Enter))
        after = step_from(library, after, on)
        after = step_from(library, after, RETURN) if after.story != state.story else after
    return after


@given(stories())
def test_tables_know_the_states_and_moves_that_the_game_knows_and_no_others(invented: Library, story: Story) -> None:
    library = replace(invented, stories={"made-up": story, "boris": invented.stories["boris"]})
    tables = CompiledStory(story)
    explored = explore("made-up", tables)
    standing = [state for state in reachable_states(library, "made-up") if state.shown is None]
    assert {packed(tables, state) for state in standing} == set(explored.known)
    assert explored.is_whole
    for state in standing:
        edges, targets = explored.known[packed(tables, state)]
        leads_to = dict[Move, int](zip(map(move_of, (tables.ways[edge] for edge in edges)), targets, strict=True))
        offered = [move for move in moves(library, state) if not isinstance(move, Enter | Return)]
        assert sorted(map(encode, leads_to)) == sorted(map(encode, offered))
        for move, target in leads_to.items():
            assert packed(tables, follows(library, state, move)) == target


@given(stories())
def test_every_witness_leads_in_the_game_to_what_it_is_a_witness_of(invented: Library, story: Story) -> None:
    library = replace(invented, stories={"made-up": story, "boris": invented.stories["boris"]})
    explored = explore("made-up", CompiledStory(story))
    for fault in faults(explored):
        if fault.trail is None:
            continue
        state = replay(library, fault.trail).state
        scene = story.scenes[state.scene]
        if fault.code == "no-open-choice":
            assert not [move for move in moves(library, state) if not isinstance(move, Enter)]
            assert scene.ending is None
        elif fault.code == "trap":
            assert all(library.scene("made-up", one.scene).ending is None for one in _onward(library, state))
        elif fault.code == "lone-option":
            assert len([move for move in moves(library, state) if isinstance(move, Choose)]) == 1
            assert story.person is None
        else:
            assert fault.code == "undocumented-way"
            made = [(step.scene, step.move) for step in fault.trail.steps]
            chosen = [story.scenes[at].choices[move.choice] for at, move in made if isinstance(move, Choose)]
            assert any("anton" not in choice.takers for choice in chosen)


def _onward(library: Library, state: State, ends: Callable[[State], bool] = lambda _: False) -> Iterator[State]:
    """All states that moves lead to, in one record; none beyond one at which it `ends`."""
    found, waiting = {state}, [state]
    while waiting:
        at = waiting.pop()
        yield at
        if ends(at):
            continue
        for move in moves(library, at):
            after = step_from(library, at, move) if not isinstance(move, Enter) else at
            if after not in found:
                found.add(after)
                waiting.append(after)


@given(stories())
def test_plays_come_only_where_the_search_comes_and_are_the_same_for_the_same_seed(story: Story) -> None:
    tables = CompiledStory(story)
    explored = explore("made-up", tables)
    for uniform in (False, True):
        one = sample.play(tables, dict(explored.known), 20, "7", uniform=uniform)
        other = sample.play(tables, {}, 20, "7", uniform=uniform)
        assert (one.scenes, one.edges, one.ended, one.stuck) == (other.scenes, other.edges, other.ended, other.stuck)
        met = {tables.number(state) for state in explored.known}
        assert {number for number, count in enumerate(one.scenes) if count} <= met


@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_every_shipped_story_is_sound_over_all_its_states(name: str) -> None:
    explored = explore(name, CompiledStory(SHIPPED.stories[name]), entries(SHIPPED, SHIPPED.stories)[name])
    assert explored.is_whole
    assert faults(explored) == []
    assert list(same_futures(explored, futures(explored))) == []
    is_road = SHIPPED.stories[name].person is None
    assert is_road or not explored.entered, "each step enters a record where its own plays come"


def nearest_first(library: Library, state: State) -> State:
    """The fork that was left last for another record, by the ways back that pages offer, the nearest question first."""
    left = state.left
    while state.left == left:
        offered = moves(library, state)
        on = next((move for move in (RETURN, STAY) if move in offered), GO_ON)
        state = step_from(library, state, on)
    return state


@pytest.mark.thorough
@pytest.mark.parametrize("name", sorted(SHIPPED.stories))
def test_from_every_page_of_a_record_stepped_into_one_can_return_to_the_fork_as_it_was(name: str) -> None:
    pages = {(state.scene, state.shown, state.marked): state for state in different_states(SHIPPED, name)}
    for fork in pages.values():
        for move in moves(SHIPPED, fork):
            if not isinstance(move, Enter):
                continue
            inside = step_from(SHIPPED, fork, move)
            for state in _onward(SHIPPED, inside, ends=lambda inside: not inside.left):
                if state.left:
                    back = nearest_first(SHIPPED, state)
                    assert (back.story, back.situation) == (name, fork.situation)


def test_least_used_choices_are_taken_first() -> None:
    """Of the options of a fork, none is taken twice more often than another; chance alone would hardly do that."""
    tables = CompiledStory(RECORDS.stories["crossroads"])
    seen = sample.play(tables, {}, 3, "1")
    first = [seen.edges[tables.edges["what-ties-him", key]] for key in ("years", "studies", "way-up")]
    assert max(first) - min(first) <= 1
    assert min(first) >= 1


def test_a_walk_is_as_long_as_the_pages_and_outcomes_read_on_it(invented: Library) -> None:
    anton = path_lengths(explore("anton", CompiledStory(invented.stories["anton"])))
    assert anton is not None
    order = "The foreman tells him to load the ship, or leave. “load it or leave”, Anton recalls. What does he answer?"
    told = (order, "Refuse", "Load the ship", "He refuses.", "He stands on the quay.", "His pay is stopped.",
            "The article does not say how he travels.", "He goes home.", "He is at home.", "What he does now.",
            "Who could check this?")  # fmt: skip
    words = len(" ".join(told).split())
    assert (anton.count, anton.scenes, anton.words) == (1, Lengths(3, 3, 3), Lengths(words, words, words))
    assert anton.words.minutes == (words / 180,) * 3


def test_pasts_that_nothing_tells_apart_are_one_state() -> None:
    """Twenty options to go one of two ways would be a million pasts; the one that is asked for is two."""
    scenes = {
        f"s{number}": Scene(text="Here.", ask="What?", choices={
            key: Choice(label=key, act="leave", to=f"s{number}-{key}") for key in ("a", "b")})
        for number in range(20)
    }  # fmt: skip
    scenes |= {f"s{number}-{key}": Scene(text="There.", next=f"s{number + 1}") for number in range(20) for key in "ab"}
    is_asked = (Passage(text="Here."), Passage(text="So.", condition={"seen": "s3-a"}))
    scenes["s20"] = Scene(text=is_asked, ending=Ending(kind="record-silent", text="Over."))
    story = Story(title="Long", teaser="Long.", start="s0", scenes=scenes)
    explored = explore("long", CompiledStory(story))
    assert explored.is_whole
    assert len(explored.known) == 3 * 4 + 2 * 3 * 16 + 2
    found = path_lengths(explored)
    assert found is not None
    assert (found.count, found.scenes) == (2**20, Lengths(41, 41, 41))


def test_past_the_cap_plays_say_what_they_can(invented: Library) -> None:
    story = invented.stories["anton"]
    explored = explore("anton", CompiledStory(story), cap=1)
    assert not explored.is_whole
    assert faults(explored) == [], "what was not searched is not called unreached"
    assert {fault.path for fault in sample.not_met(explored, sample.play(explored.tables, {}, 0, "1"))} == {
        ("scenes", "afterwards"), ("scenes", "home"),
    }  # fmt: skip
    assert sample.not_met(explored, sample.play(explored.tables, {}, 5, "1")) == []


def run(wayout: list[str], *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([*wayout, "explore", *words], capture_output=True, text=True, timeout=60, check=False)


def test_the_command_proves_the_shipped_stories_and_prints_the_number_of_states(shipped_wayout: list[str]) -> None:
    done = run(shipped_wayout)
    entered = entries(SHIPPED, SHIPPED.stories)
    known = {
        name: len(explore(name, CompiledStory(story), entered[name]).known) for name, story in SHIPPED.stories.items()
    }
    assert (done.returncode, done.stderr) == (
        0,
        f"{len(SHIPPED.stories)} stories: proved over {sum(known.values())} states; nothing found\n",
    )
    for name, states in known.items():
        assert f"{name}: proved over {states} states" in done.stdout


def test_json_tells_everything(wayout: list[str]) -> None:
    done = run(wayout, "ivo", "--json", "--plays", "30", "--seed", "5", "--uniform")
    (told,) = json.loads(done.stdout)["stories"]
    assert (told["story"], told["proved"], told["states"], told["findings"]) == ("ivo", True, 10, [])
    assert told["plays"]["count"] == told["visits"]["scenes"]["the-summons"] == 30
    assert set(told["visits"]["choices"]) == {
        f"{scene}/{choice}" for scene, one in RECORDS.stories["ivo"].scenes.items() for choice in one.choices
    }
    assert sum(told["visits"]["endings"].values()) == 30


def test_what_is_not_there_is_said(wayout: list[str]) -> None:
    done = run(wayout, "nobody")
    assert done.returncode == 2
    assert "no story, file or folder 'nobody'" in done.stderr


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_is_found_where_it_says_and_nothing_else(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` finds nothing in it that is an error; `explore` finds its one fault, with the way there."""
    header = HEADER(file.read_text(encoding="utf-8").split("\n", 1)[0])
    assert header is not None
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    (tmp_path / header["path"]).write_bytes(file.read_bytes())
    status = tool.run([str(tmp_path)], ExploreOptions(form="json", trails=tmp_path / "trails"))
    out, err = capsys.readouterr()
    found = [one for story in json.loads(out)["stories"] for one in story["findings"]]
    places = [(one["file"], one["code"], one["line"], one["column"]) for one in found]
    assert places == [(str(tmp_path / header["path"]), header["code"], int(header["line"]), int(header["column"]))]
    assert found[0]["says"]
    assert found[0]["hint"]
    assert (status, "1 finding" in err) == (1, True)
    written = list((tmp_path / "trails").glob("*.yaml"))
    assert bool(written) == (not header["code"].startswith("unreached"))
    library = load(Folders(tmp_path / "seeds", (tmp_path / "story",))).library
    for trail in written:
        led = replay_steps(library, TrailFile(trail))
        assert led.play is not None
        steps = [one["move"] for one in found[0]["trail"]["steps"]]
        if header["code"] == "no-open-choice":
            assert led.stopped is not None
            assert led.stopped.why == "no way on", "no trail is replay_steps onto a page that cannot be left"
            steps.pop()
        else:
            assert led.fits
        assert [encode(step.move) for step in led.play.trail.steps] == steps


def test_a_choice_never_open_says_what_stays_unreached(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    example = TESTS / "examples" / "explored" / "unreached-choice.never-met.yaml"
    (tmp_path / "story" / "anton.yaml").write_bytes(example.read_bytes())
    assert tool.run([str(tmp_path)], ExploreOptions()) == 1
    assert "so no play reaches the ending 'gate'" in capsys.readouterr().out


def test_what_neither_search_nor_plays_meet_is_a_warning(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    example = TESTS / "examples" / "explored" / "unreached-choice.never-met.yaml"
    (tmp_path / "story" / "anton.yaml").write_bytes(example.read_bytes())
    settings = ExploreOptions(cap=2, plays=20, seed=9, form="concise")
    assert tool.run([str(tmp_path)], settings) == 0
    out, err = capsys.readouterr()
    assert [line.split()[1] for line in out.splitlines()] == ["warning[not-met]"] * 2
    assert "2 sampled, 40 plays, seed 9" in err
    assert tool.run([str(tmp_path)], replace(settings, strict=True)) == 1


def test_a_story_with_faults_is_not_explored_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    file = tmp_path / "story" / "anton.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("to: afterwards", "to: nowhere"), encoding="utf-8")
    assert tool.run([str(tmp_path)], ExploreOptions()) == 1
    out, err = capsys.readouterr()
    assert "anton: not explored; 'wayout check' shows" in err
    assert "boris: proved over" in out


def test_plays_in_other_processes_are_the_same_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    explored = explore("ivo", CompiledStory(RECORDS.stories["ivo"]))
    alone = tool.played(explored, 2_500, ExploreOptions(), Progress())
    monkeypatch.setattr(tool, "MIN_PAGES_FOR_PROCESSES", 0)
    beside = tool.played(explored, 2_500, ExploreOptions(), Progress())
    assert (alone.plays, alone.scenes, alone.edges) == (beside.plays, beside.scenes, beside.edges)
    assert alone.plays == 2_500


def test_a_step_to_where_no_own_play_comes_is_searched_through_too(invented: Library) -> None:
    """Off the record's own path a step enters with the opening situation, as in the game: here that is a trap."""
    gate = Scene(text="A gate.", ask="What?", choices={
        "wait": Choice(label="Wait", act="leave", to=BACK),
        "out": Choice(label="Out", act="leave", condition={"pay": "stopped"}, to="home"),
    })  # fmt: skip
    anton = invented.stories["anton"]
    story = replace(anton, scenes={**anton.scenes, "gate": gate})
    entry = Entry("gate", PathEntry(opening(story), frozenset(), frozenset()))
    explored = explore("anton", CompiledStory(story), [entry])
    assert list(explored.entered.values()) == [entry]
    trap = next(fault for fault in faults(explored) if fault.code == "trap")
    assert (trap.path, trap.trail) == (("scenes", "gate"), Trail(story="anton", scene="gate"))


def test_a_terminal_is_shown_how_far_the_work_is(wayout: list[str]) -> None:
    with Screen(wayout, "explore", "ivo", "--plays", "60000") as screen:
        screen.until_sent(b"ivo, plays")
        screen.until("1 story: proved over 10 states")
        screen.rest()
