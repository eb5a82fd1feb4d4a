"""Nothing of one edition shows in another, on any face, in any export, in a lesson; and each is whole by itself.

Two editions are played, listed, exported and taught, and every byte that came of it is read for the names and words of
the other one.
"""

import asyncio
import os
import re
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.classroom.classes import held
from tests.support.edition_names import OF_THE_SIX, names_of
from tests.support.one_file import contents_of
from tests.support.paths import FLOOD
from tests.terminal.driving import Seat, drive
from wayout.locale import edition_strings
from wayout.model.file_access import EDITION_VARIABLE, folders_of, shipped
from wayout.model.help_lines import with_help_lines
from wayout.model.library import CARE, Library
from wayout.model.load import load
from wayout.play.moves import Enter
from wayout.play.step import begin, choose, moves

SIX = shipped().seeds.parent
WORDS = ("sources", "versions", "also", "law", "forks", "log", "debrief", "glossary", "differ", "alone", "compare",
         "side-by-side", "notebook", "timeline", "map", "route", "care", "about", "settings", "help")  # fmt: skip
"""What is typed on the plain face at every page."""
PANELS = ("a", "g", "d", "o", "x", "t", "w", "c", "n", "question_mark", "ctrl+p")
MOVES = 12
"""Moves of one play."""


class Edition(NamedTuple):
    """An edition, which of its records are looked at, and its trails."""

    root: Path
    library: Library
    records: tuple[str, ...]
    trail: str


EDITIONS = {
    root: Edition(root, with_help_lines(load(folders_of(root)).library), records, trail)
    for root, records, trail in ((FLOOD, ("ines", "mateo", "elvira"), "mateo"), (SIX, ("igor",), "igor"))
}


def command(wayout: list[str], root: Path, *args: str, said: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **({} if root == SIX else {EDITION_VARIABLE: str(root)})}
    return subprocess.run([*wayout, *args], input=said, capture_output=True, text=True, check=False, encoding="utf-8",
                          timeout=120, env=environment)  # fmt: skip


def ways(library: Library, story: str) -> Iterator[list[str]]:
    """Numbers by which every page of a record is come to that needs no step into another one."""
    waiting, met = [(begin(library, story, parts=()), list[str]())], set()
    while waiting:
        play, numbers = waiting.pop()
        offered = moves(library, play.state)
        onward = [(at, one) for at, one in enumerate(offered, 1) if not isinstance(one, Enter)]
        fresh = [(at, one) for at, one in onward if (play.state.scene, str(one)) not in met]
        met |= {(play.state.scene, str(one)) for _, one in fresh}
        if not fresh:
            yield numbers
        elif len(numbers) < MOVES:
            waiting += [(choose(library, play, one), [*numbers, str(at)]) for at, one in fresh]


def plainly(wayout: list[str], edition: Edition) -> Iterator[tuple[str, str]]:
    """The plain face: the list, and every way, with every word at each page."""
    at_each = "\n".join(WORDS)
    yield "library", command(wayout, edition.root, "play", "--plain", said=f"{at_each}\nquit\n").stdout
    for name in edition.records:
        for number, way in enumerate(ways(edition.library, name)):
            said = "".join(f"{one}\n{at_each}\n" for one in way[:MOVES])
            done = command(wayout, edition.root, "play", name, "--plain", "--no-trace", "--without", "all", said=said)
            assert done.returncode == 0, done.stderr
            yield f"{name} way {number}", done.stdout + done.stderr
        done = command(wayout, edition.root, "play", name, "--plain", said="1\n" * MOVES)
        yield f"{name} with the reader's part", done.stdout + done.stderr


def written(wayout: list[str], edition: Edition, folder: Path) -> Iterator[tuple[str, str]]:
    """Every export, and what the commands for writers say."""
    for form, last in (
        ("html", ".html"),
        ("booklet", ".html"),
        ("lesson", ".html"),
        ("lesson", ".md"),
        ("twee", ".twee"),
    ):
        for content in ("full", "gentle") if form == "lesson" else ("",):
            file = folder / f"{form}{content}{last}"
            names = edition.records[:1] if form == "twee" else edition.records
            more = ("--content", content) if content else ()
            done = command(wayout, edition.root, "export", form, *names, *more, "-o", str(file))
            assert done.returncode == 0, (form, done.stderr)
            text = file.read_text(encoding="utf-8")
            yield form + content + last, text + done.stderr + (contents_of(file) if form == "html" else "")
    for last in (".svg", ".txt"):
        trail = edition.root / "story" / "trails" / f"{edition.trail}.yaml"
        done = command(wayout, edition.root, "export", "card", str(trail), "-o", str(folder / f"card{last}"))
        assert done.returncode == 0, done.stderr
        yield f"card{last}", (folder / f"card{last}").read_text(encoding="utf-8")
    first = edition.records[0]
    for args in (("explore", first, "--plays", "20"), ("sources", "list"), ("sources", "export"), ("map", first),
                 ("map", first, "--format", "svg"), ("shelf", "list")):  # fmt: skip
        done = command(wayout, edition.root, *args)
        assert done.returncode == 0, (args, done.stderr)
        yield " ".join(args), done.stdout + done.stderr


def taught(edition: Edition) -> list[tuple[str, str]]:
    """Every page of a lesson that leads from one to the next."""
    found: list[tuple[str, str]] = []

    async def learn() -> None:
        async with held(edition.library, *edition.records) as lesson:
            pupil = await lesson.pupil()
            found.append(("records", pupil.page))
            for name in edition.records:
                found.append((f"record {name}", await pupil.read(f"/record/{name}")))
                await pupil.ask("/begin", {"story": name, "move": "full"})
                found.append((f"before {name}", pupil.page))
                for _ in range(MOVES):
                    if onward := re.findall(r'href="(/at/[^"]*)" class="primary"', pupil.page):
                        await pupil.ask(unescape(onward[0]))
                    at = pupil.at
                    found.append((f"{name} {at}", pupil.page))
                    besides = sorted({unescape(one) for one in re.findall(r'href="(/beside/[^"]*)"', pupil.page)})
                    found.extend([(beside, await pupil.read(beside)) for beside in besides])
                    await pupil.ask(at)
                    if not pupil.moves:
                        break
                    await pupil.move(pupil.moves[0])
            await pupil.leave()

    asyncio.run(learn())
    return found


def on_screen(edition: Edition) -> list[tuple[str, str]]:
    """The full-screen face: the list with all that stands beside it, and a record."""
    found: list[tuple[str, str]] = []

    async def look(seat: Seat) -> None:
        found.append(("library", seat.text))
        for key in PANELS:
            await seat.press(key)
            await seat.pilot.pause()
            found.append((f"library {key}", seat.text))
            await seat.press("escape")
            await seat.pilot.pause()
        await seat.press("1")
        for _ in range(2 * MOVES):
            await seat.pilot.pause()
            found.append((seat.name, seat.text))
            await seat.press("end", "enter")

    drive(edition.library, look, size=(120, 40))
    return found


@pytest.mark.parametrize(("root", "other"), [(FLOOD, SIX), (SIX, FLOOD)], ids=["the-flood", "six-men"])
def test_nothing_of_the_other_edition_shows_on_any_face(
    shipped_wayout: list[str], tmp_path: Path, root: Path, other: Path
) -> None:
    edition, names = EDITIONS[root], names_of(EDITIONS[other].library)
    shown = [*plainly(shipped_wayout, edition), *written(shipped_wayout, edition, tmp_path), *taught(edition),
             *on_screen(edition)]  # fmt: skip
    assert len(shown) > 60, "each face was looked at"
    own = names_of(edition.library)
    assert all(own.search(text) for where, text in shown if where in ("library", "html.html", "twee.twee", "records"))
    lines = {line: where for where, text in shown for line in text.split("\n")}
    patterns = (names, OF_THE_SIX) if other == SIX else (names,)
    found = [
        (where, match.group(), line[max(0, match.start() - 60) : match.end() + 60])
        for line, where in lines.items()
        for pattern in patterns
        if (match := pattern.search(line))
    ]
    assert found == []


@pytest.mark.parametrize("root", EDITIONS, ids=["the-flood", "six-men"])
def test_each_edition_is_clean_and_sound(shipped_wayout: list[str], root: Path) -> None:
    for args in (("check", "--strict"), ("explore", "--strict", "--plays", "50")):
        done = command(shipped_wayout, root, *args)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_line_of_the_second_is_held_against_its_texts(shipped_wayout: list[str]) -> None:
    done = command(shipped_wayout, FLOOD, "sources", "verify", "--originals", str(FLOOD / "texts"))
    assert (done.returncode, done.stdout) == (0, "")
    assert "in 2 archived texts, 0 not" in done.stderr
    uncited = command(shipped_wayout, FLOOD, "sources", "coverage", "--originals", str(FLOOD / "texts"))
    assert (uncited.returncode, uncited.stdout) == (0, "")
    assert command(shipped_wayout, FLOOD, "sources", "unused").stdout == ""


def test_the_programs_help_lines_stand_in_where_content_calls_for_them(shipped_wayout: list[str]) -> None:
    """On every face: the second edition has no page of its own, and tells of people who drown."""
    edition = EDITIONS[FLOOD]
    assert not (FLOOD / "story" / "help.yaml").exists()
    first = edition_strings.HELP_LINES[0]
    told = command(shipped_wayout, FLOOD, "play", "elvira", "--plain", "--without", "all", said="2\n\ncare\nquit\n")
    assert first in " ".join(told.stdout.split())
    assert any(first in unescape(page) for _, page in taught(edition))
    seen = " ".join(text for _, text in on_screen(edition))
    assert "emergency number" in seen
    assert CARE in EDITIONS[SIX].library.asides
    assert edition_strings.HELP_LINES[2] not in "".join(
        str(one.text) for one in EDITIONS[SIX].library.asides[CARE].text
    ), "an edition's own page stays as it is"
