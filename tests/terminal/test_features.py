"""Every feature is reached by keyboard alone, by mouse alone, and by words line by line: a table, each row driven."""

import os
import subprocess
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.terminal.driving import Seat, drive
from wayout.model.library import Library
from wayout.store.shelf import open_shelf

HELP = "? help"
SIZE = (120, 66)


class Step(NamedTuple):
    """One thing done: the keys for it, and the words that are clicked on for it."""

    keys: tuple[str, ...]
    clicks: tuple[str, ...]


class Feature(NamedTuple):
    """A feature: how it is reached, what then stands on the screen, and the words for it line by line."""

    steps: tuple[Step, ...]
    shows: str
    said: tuple[str, ...]
    tells: str
    scene: str = "the-order"


def step(keys: str, *clicks: str) -> Step:
    return Step(tuple(keys.split()), clicks)


def from_help(key: str, line: str) -> Step:
    """What has no place of its own on the page is clicked on in the help."""
    return Step((key,), (HELP, line))


REFUSE = step("1", "Refuse, and say why")
FEATURES = {
    "choose": Feature((REFUSE,), "taken · recorded", ("1",), "He refuses."),
    "go on": Feature((REFUSE, step("enter", "Go on")), "Threats follow.", ("1",), "Threats follow."),
    "step into another record": Feature((step("2", "Go over the river"), step("1", "Read on with Wim")),
                                        "Return to Vesna", ("2", "1"), "Return to Vesna"),
    "come back from it": Feature(
        (step("2", "Go over the river"), step("1", "Read on with Wim"), step("4", "Return to Vesna")),
        "Go over the river read", ("2", "1", "4"), "Go over the river (read)",
    ),
    "sources": Feature((step("s", "s sources"),), "text not archived", ("sources",), "text not archived"),
    "copy a citation": Feature((REFUSE, step("s", "s sources"), step("y", "y copy")), "Copied: “‘Not over the river",
                               ("1", "sources"), "https://harbour-gazette.example"),
    "documents side by side": Feature((REFUSE, step("v", "differences here")), "His grandmother.",
                                      ("1", "versions"), "His captain."),
    "undo": Feature((REFUSE, step("u", "u undo")), "What does he answer?", ("1", "undo"), "What does he answer?"),
    "redo": Feature((REFUSE, step("u", "u undo"), step("r", "r redo")), "Chosen: Refuse",
                    ("1", "undo", "redo"), "Chosen: Refuse"),
    "decisions": Feature((REFUSE, from_help("f", "Show every decision")), "Chosen: Refuse", ("1", "forks"),
                         "forks and a number goes back"),
    "go back to a decision": Feature(
        (REFUSE, step("enter", "Go on"), from_help("f", "Show every decision"), step("1", "What does he answer?")),
        "1 Refuse, and say why", ("1", "forks 1"), "1 Refuse, and say why",
    ),
    "log": Feature((REFUSE, from_help("l", "Show all that was read")), "Read so far", ("1", "log"), "Read so far"),
    "search the log": Feature((from_help("l", "Show all that was read"), step("slash", "/ search"),
                               step("o a r s")), "on 1 of 1 pages", ("log oars",), "too few oars left"),
    "debrief": Feature((REFUSE, from_help("b", "Show your path")), "Fork by fork", ("1", "debrief"), "Fork by fork"),
    "export as Markdown": Feature((REFUSE, from_help("b", "Show your path"), step("e", "e export")),
                                  "Written to wayout-vesna.md", ("1", "export"), "Written to wayout-vesna.md"),
    "export as HTML": Feature((REFUSE, from_help("b", "Show your path"), step("h", "h HTML")),
                              "Written to wayout-vesna.html", ("1", "export wayout-vesna.html"),
                              "Written to wayout-vesna.html"),
    "write a trail file": Feature((REFUSE, from_help("b", "Show your path"), step("w", "w trail")),
                                  "Written to wayout-vesna-trail.yaml", ("1", "save"),
                                  "Written to wayout-vesna-trail.yaml"),
    "name a trail": Feature((REFUSE, from_help("n", "Give your trail a name"), step("M e enter")), "Me",
                            ("1", "name Me"), "Me"),
    "map": Feature((step("m", "m map"),), "◆", ("map",), "· here; leads to"),
    "look at a scene on the map": Feature((step("m", "m map"), step("enter", "Enter look")), "is ordered to ferry",
                                          ("map 3",), "is ordered to ferry"),
    "route": Feature((from_help("p", "Show the way on a map"),), "drawn after Natural Earth", ("route",),
                     "Not told: which way led from one to the next", scene="the-isle"),
    "glossary": Feature((from_help("g", "Show what the terms mean"),), "Leave to stay, given to one", ("glossary",),
                        "Leave to stay, given to one"),
    "where documents differ": Feature((from_help("d", "Show where the documents differ"),), "On substance", ("differ",),
                                      "On substance"),
    "what rests on one account": Feature((from_help("o", "Show what rests on one account"),), "Only in:", ("alone",),
                                         "Only in:"),
    "who did what": Feature((from_help("x", "Show who did what"),), "Ask to be released", ("compare",),
                            "Ask to be released"),
    "timeline": Feature((from_help("t", "Show what happened when"),), "3 March 2019", ("timeline",),
                        "3 March 2019"),
    "the war": Feature((from_help("w", "Show the page “The war”"),), "League of Harbours", ("war",),
                       "League of Harbours"),
    "help if this troubles you": Feature((from_help("c", "Show where to find help"),), "telephone for those", ("care",),
                                         "telephone for those"),
    "about": Feature((from_help("a", "Show who made this"),), "Six invented people", ("about",), "Six invented people"),
    "settings": Feature((from_help("comma", "Change how Wayout looks"),), "Line length", ("settings",), "width"),
    "the gentle wording": Feature((from_help("comma", "Change how Wayout looks"), step("3", "Wording")), "gentle",
                                  ("settings content gentle",), "gentle"),
    "help": Feature((step("question_mark", HELP),), "Of an outcome: how it is known", ("help",),
                    "write that to a file"),
}  # fmt: skip


async def _drive(seat: Seat, *, feature: Feature, by_mouse: bool) -> None:
    for one in feature.steps:
        if by_mouse and one.clicks:
            for words in one.clicks:
                await seat.click(words)
                await seat.pilot.pause()
        else:
            await seat.press(*one.keys)
            await seat.pilot.pause()
    text = " ".join(seat.text.split())
    assert feature.shows in text, seat.text


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_is_reached_full_screen_by_keyboard_alone_and_by_mouse_alone(
    library: Library, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    feature = FEATURES[name]

    async def do(seat: Seat) -> None:
        for by_mouse in (False, True):
            await _drive(seat, feature=feature, by_mouse=by_mouse)
            for written in tmp_path.iterdir():
                written.unlink()
            seat.app.to_library()
            seat.app.read_story("vesna", feature.scene)
            await seat.pilot.pause()

    drive(library, do, story="vesna", scene=feature.scene, size=SIZE, shelf=open_shelf(keeps=False))


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_has_its_words_line_by_line(wayout: list[str], name: str, tmp_path: Path) -> None:
    feature = FEATURES[name]
    done = subprocess.run(
        [*wayout, "play", "vesna", "--plain", "--from", feature.scene], cwd=tmp_path, text=True, timeout=60,
        input="\n".join((*feature.said, "q", "")), capture_output=True, check=False,
        env={**os.environ, "WAYOUT_HOME": str(tmp_path / "home")},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    begun = done.stdout.index(f"> {feature.said[-1]}")
    assert feature.tells in " ".join(done.stdout[begun:].split()), done.stdout[begun:]


LISTED = {
    "search": ((step("slash", "/ search"), step("f e r r y m")), "❯ 1 Vesna", ("find ferryman",), "4 Vesna"),
    "open a record": ((step("5", "Vesna"),), "Read in the full wording", ("vesna",), "The ferryman"),
    "the war": ((step("w", "w the war"),), "League of Harbours", ("war",), "League of Harbours"),
    "glossary": (
        (step("g", "g glossary"),),
        "Leave to stay, given to one",
        ("glossary",),
        "Leave to stay, given to one",
    ),
    "about": ((step("a", "a about"),), "Six invented people", ("about",), "Six invented people"),
    "settings": ((from_help("comma", "Change how Wayout looks"),), "Line length", ("settings",), "width"),
}


@pytest.mark.parametrize("name", LISTED)
def test_every_feature_of_the_list_of_stories(library: Library, wayout: list[str], name: str, tmp_path: Path) -> None:
    feature = Feature(*LISTED[name])

    for by_mouse in (False, True):
        drive(library, partial(_drive, feature=feature, by_mouse=by_mouse), size=SIZE, shelf=open_shelf(keeps=False))
    done = subprocess.run(wayout, input="\n".join((*feature.said, "q", "")), capture_output=True, text=True, timeout=60,
                          check=False, env={**os.environ, "WAYOUT_HOME": str(tmp_path)})  # fmt: skip
    assert feature.tells in " ".join(done.stdout.split())
