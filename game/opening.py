"""How is the game opened: with which library, on which face?"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game import collector
from game.model.folders import Folders, shipped
from game.model.library import Library
from game.shelf.compiled import Compiled
from game.shelf.home import cache_folder

if TYPE_CHECKING:
    from game.play.reader import Reader
    from game.play.trail_file import Led


class Misuse(Exception):  # noqa: N818 (it says what is wrong, as KeyError does)
    """What was asked for is not there, or cannot be played: what is wrong, and a hint."""


def open_game(  # noqa: PLR0913 (each is an option of the command)
    story: str | None = None,
    scene: str | None = None,
    *,
    plain: bool = False,
    content: str = "full",
    ask_first: bool = False,
    words_first: bool = False,
    stories: tuple[Path, ...] = (),
    trail: Path | None = None,
) -> int:
    """Play on the face that the terminal allows; the exit status is 2 for what is not there or cannot be played."""
    collector.wait()
    from game.play.reader import Reader

    try:
        library = library_of(stories)
        _find(library, story, scene)
        reader = Reader(gentle=content == "gentle", words_beforehand=words_first, asks=ask_first)
        led = None if trail is None else _follow(library, trail, reader, story)
    except Misuse as misuse:
        from game.faces.clean import clean

        sys.stderr.write(f"{clean(str(misuse))}\n")
        return 2
    reader = led.reader if led is not None else reader
    if plain or not has_screen():
        from game.faces import plain as face

        collector.go_on()
        return face.play(library, reader, story, scene, led)
    from game.faces.terminal.app import run

    return run(library, reader, story, scene, led)


def _find(library: Library, story: str | None, scene: str | None) -> None:
    if story is not None and story not in library.stories:
        raise Misuse(f"There is no story '{story}'. There are: {', '.join(sorted(library.stories))}.")
    if scene is not None and (story is None or scene not in library.stories[story].scenes):
        raise Misuse(f"There is no scene '{scene}'. --from names a scene of the STORY.")


def _follow(library: Library, file: Path, reader: "Reader", story: str | None) -> "Led":
    """Where a trail file leads. Raises Misuse where it leads nowhere, or is no trail file."""
    from game.model.trails import TrailFile
    from game.play.trail_file import Led, led
    from game.tools.render import concise
    from game.words import trails as words

    found = led(library, TrailFile(file), reader)
    if not isinstance(found, Led):
        raise Misuse("\n".join((*map(concise, found), words.NOTHING_LEFT)))
    if story not in (None, found.play.trail.story):
        raise Misuse(words.OTHER_STORY.format(story=found.play.trail.story))
    return found


def library_of(stories: tuple[Path, ...]) -> Library:
    """What is shipped, with more folders of stories; kept since the last start, or read anew. Raises Misuse."""
    folders = shipped()
    folders = Folders(folders.seeds, (*folders.stories, *(folder.absolute() for folder in stories)))
    compiled = Compiled(folders, cache_folder())
    library = compiled.read()
    if library is None:
        library, is_clean = _read(folders, in_full=bool(stories))
        if is_clean:
            compiled.write(library)
    return library


def has_screen() -> bool:
    """Whether there is a terminal that a full screen can be drawn on."""
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    return able and sys.stdin.isatty() and sys.stdout.isatty()


def _read(folders: Folders, *, in_full: bool) -> tuple[Library, bool]:
    """The library as a reader may see it, from its YAML; and whether nothing at all was found against it.

    What has faults is not played but shown with them: Misuse is raised.
    """
    from game.model.load import load
    from game.model.withdrawn import without_withdrawn

    loaded = load(folders)
    found = loaded.findings
    if found or in_full:
        from game.model.checks import check
        from game.tools.render import concise

        found = check(loaded)
        errors = [finding for finding in found if finding.severity == "error"]
        for finding in errors:
            sys.stderr.write(f"{concise(finding)}\n")
        if errors:
            raise Misuse("These stories have faults and are not played. 'wayout check' shows each in full.")
    return without_withdrawn(loaded.library), not found
