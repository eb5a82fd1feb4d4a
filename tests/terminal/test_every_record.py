"""Does every record play through on both faces, in both wordings, with the same words?"""

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.paths import FLOOD
from tests.terminal.driving import Seat, drive
from wayout.actions import action
from wayout.model.file_access import EDITION_VARIABLE, folders_of, shipped
from wayout.model.help_lines import with_help_lines
from wayout.model.library import Library
from wayout.model.load import load
from wayout.model.text import sanitize
from wayout.play.moves import GO_ON, Choose
from wayout.play.state import Reader
from wayout.play.step import begin, choose, moves
from wayout.views.outcome import Fold
from wayout.views.page import Page, page

LIBRARIES = {edition: with_help_lines(load(folders_of(edition)).library) for edition in (shipped().seeds.parent, FLOOD)}
RECORDS = [
    pytest.param(edition, name, id=name)
    for edition, library in LIBRARIES.items()
    for name, story in sorted(library.stories.items())
    if story.person
]
WORDINGS = pytest.mark.parametrize("gentle", [False, True], ids=["full", "gentle"])


def recorded(library: Library, name: str, reader: Reader) -> list[tuple[Page, str]]:
    """The pages of a person's own path, each with the number of the move that leads on; at the ending, none."""
    play, found = begin(library, name), []
    while True:
        shown = page(library, play.state, reader, play.trail)
        open_moves = moves(library, play.state)
        scene = library.scene(name, play.state.scene)
        own = [key for key, choice in scene.choices.items() if library.stories[name].person in choice.takers]
        on = (one for one in open_moves if isinstance(one, Choose) and one.choice in own)
        move = GO_ON if GO_ON in open_moves else next(on, None)
        found.append((shown, str(open_moves.index(move) + 1) if move else ""))
        if move is None:
            return found
        play = choose(library, play, move)


def opened_in(shown: Page, *, is_opened: bool) -> tuple[Fold, ...]:
    """What of an outcome page stands one key later, once the keys are pressed."""
    return shown.reveal.folds if shown.reveal is not None and is_opened else ()


def words_of(shown: Page, *, is_opened: bool = True) -> list[str]:
    """What must stand on a page whatever the face, in words that no line break can part."""
    texts = [block.text for block in shown.blocks] + [shown.ask, shown.chosen]
    if shown.reveal is not None:
        outcomes = (
            *shown.reveal.told,
            *(one for fold in opened_in(shown, is_opened=is_opened) for one in fold.outcomes),
        )
        texts += [text for one in outcomes for text in (one.of, one.text, one.note.text)]
        texts += [shown.reveal.note.text, *(fold.label for fold in shown.reveal.folds)]
        texts += [fold.note.text for fold in opened_in(shown, is_opened=is_opened)]
    if shown.close is not None:
        texts += [shown.close.head, shown.close.text, *(shown.close.unknown if is_opened else ())]
    return [word for text in texts for word in sanitize(text).split()]


def missing(words: list[str], told: str) -> list[str]:
    """The words that were not told; line by line a full stop may end them."""
    have = {form for word in told.split() for form in (word, word.rstrip("."))}
    return [word for word in words if word not in have]


@WORDINGS
@pytest.mark.parametrize(("edition", "name"), RECORDS)
def test_line_by_line(shipped_wayout: list[str], edition: Path, name: str, gentle: bool) -> None:
    path = recorded(LIBRARIES[edition], name, Reader(gentle=gentle))
    asked = (number for shown, number in path if number and shown.kind == "scene" and shown.ask)
    said = "".join(f"{number}\nalso\nlaw\n" for number in asked)
    content = "gentle" if gentle else "full"
    found = subprocess.run(
        [*shipped_wayout, "play", name, "--plain", "--without", "all", "--content", content], input=said,
        capture_output=True, text=True, check=False, encoding="utf-8", timeout=60,
        env={**os.environ, EDITION_VARIABLE: str(edition)},
    )  # fmt: skip
    assert (found.returncode, found.stderr) == (0, "")
    for shown, _ in path:
        assert missing(words_of(shown), found.stdout.replace("[the record]", "")) == []
    assert "\x1b" not in found.stdout


@WORDINGS
@pytest.mark.parametrize(("edition", "name"), RECORDS)
def test_full_screen(edition: Path, name: str, gentle: bool) -> None:
    """The same pages in the same order; at 200×60 each stands on the screen whole."""
    reader = Reader(gentle=gentle)
    library = LIBRARIES[edition]
    path = recorded(library, name, reader)

    async def play(seat: Seat) -> None:
        await seat.click("Read in the gentle wording" if gentle else "Read in the full wording")
        await seat.read_of_war()
        for shown, number in path:
            assert seat.name == "ReadingScreen"
            assert missing(words_of(shown, is_opened=False), seat.text.replace("│", " ").replace("┃", " ")) == []
            if opened_in(shown, is_opened=True):
                for fold in opened_in(shown, is_opened=True):
                    await seat.press(action(fold.id).keys)
                assert missing(words_of(shown), seat.text.replace("│", " ").replace("┃", " ")) == []
            if shown.close is not None:
                await seat.press(action("rest").keys)
                assert missing(words_of(shown), seat.text.replace("│", " ").replace("┃", " ")) == []
            if number:
                await seat.press("enter" if len(shown.moves) == 1 else number)

    drive(library, play, story=name, size=(200, 60))
