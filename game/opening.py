"""How is the game opened: with which library, on which face?"""

import os
import sys
from pathlib import Path

from msgspec.structs import replace

from game import collector
from game.model.folders import Folders, shipped
from game.model.library import Library
from game.shelf.compiled import Compiled
from game.shelf.home import cache_folder


class Misuse(Exception):  # noqa: N818 (it says what is wrong, as KeyError does)
    """What was asked for is not there, or cannot be played: what is wrong, and a hint."""


def open_game(
    story: str | None = None,
    scene: str | None = None,
    *,
    plain: bool = False,
    content: str | None = None,
    ask_first: bool | None = None,
    words_first: bool | None = None,
    stories: tuple[Path, ...] = (),
) -> int:
    """Play on the face that the terminal allows; the exit status is 2 for what is not there or cannot be played.

    What is not said here of wording, questions and words is as the reader has set it.
    """
    collector.wait()
    from game.play.settings import reader_of
    from game.shelf.settings import Kept

    try:
        library = library_of(stories)
        _find(library, story, scene)
    except Misuse as misuse:
        sys.stderr.write(f"{misuse}\n")
        return 2
    kept = Kept()
    reader = reader_of(kept.settings)
    reader = replace(
        reader,
        gentle=reader.gentle if content is None else content == "gentle",
        words_beforehand=reader.words_beforehand if words_first is None else words_first,
        asks=reader.asks if ask_first is None else ask_first,
    )
    if plain or not has_screen():
        from game.faces import plain as face

        collector.go_on()
        return face.play(library, reader, story, scene, kept)
    from game.faces.terminal.app import run

    return run(library, reader, story, scene, kept)


def _find(library: Library, story: str | None, scene: str | None) -> None:
    if story is not None and story not in library.stories:
        raise Misuse(f"There is no story '{story}'. There are: {', '.join(sorted(library.stories))}.")
    if scene is not None and (story is None or scene not in library.stories[story].scenes):
        raise Misuse(f"There is no scene '{scene}'. --from names a scene of the STORY.")


def library_of(stories: tuple[Path, ...], *, keeps: bool = True) -> Library:
    """What is shipped, with more folders of stories; kept since the last start, or read anew. Raises Misuse.

    Where it `keeps` nothing, nothing is written for the next start.
    """
    folders = shipped()
    folders = Folders(folders.seeds, (*folders.stories, *(folder.absolute() for folder in stories)))
    cache = cache_folder()
    compiled = Compiled(folders, cache) if cache else None
    library = compiled.read() if compiled else None
    if library is None:
        library, is_clean = _read(folders, in_full=bool(stories))
        if compiled and is_clean and keeps:
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
