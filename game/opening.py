"""How is the game opened: with which library, on which face?"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from game import collector, streams
from game.model.files import other_endings
from game.model.folders import Folders, shipped
from game.model.library import Library
from game.shelf.bundled import read_bundle
from game.shelf.compiled import Compiled
from game.shelf.home import cache_folder, state_folder, stories_folder
from game.shelf.shelf import Shelf, open_shelf
from game.words import shelf as said

if TYPE_CHECKING:
    from game.play.reader import Reader
    from game.shelf.offered import Resumed


class Misuse(Exception):  # noqa: N818 (it says what is wrong, as KeyError does)
    """What was asked for is not there, or cannot be played: what is wrong, and a hint."""


class Wishes(Struct, frozen=True, kw_only=True):
    """What was asked for when the game was called.

    What is not said of wording, questions and words is as the reader has set it. `trail` is a trail file to go on from;
    who `resumes` goes on with what was begun last. `shelf` is the file that keeps what is done; with `no_trace` nothing
    at all is written. `command` is one that may have been meant where the story is not there.
    """

    plain: bool = False
    content: str | None = None
    ask_first: bool | None = None
    words_first: bool | None = None
    stories: tuple[Path, ...] = ()
    trail: Path | None = None
    resumes: bool = False
    shelf: Path | None = None
    no_trace: bool = False
    command: str = ""


def open_game(story: str | None = None, scene: str | None = None, wishes: Wishes | None = None) -> int:
    """Play on the face that the terminal allows.

    The exit status is 2 for what is not there or cannot be played, 1 where the program itself fails. That a stream
    cannot be written to is no fault of its own, and is raised.
    """
    collector.wait()
    wishes = wishes or Wishes()
    sys.dont_write_bytecode = sys.dont_write_bytecode or wishes.no_trace
    shelf = open_shelf(wishes.shelf, keeps=not wishes.no_trace)
    try:
        return _open(story, scene, wishes, shelf)
    except Misuse as misuse:
        _complain(str(misuse))
        return 2
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            raise
        from game.shelf.report import failed

        folder = None if wishes.no_trace else state_folder()
        _complain(failed(error, shelf, folder, wishes.stories, no_trace=wishes.no_trace))
        return 1
    finally:
        shelf.close()


def _reader(shelf: Shelf, wishes: Wishes) -> "Reader":
    """Who reads: as she has set it, but for what she has asked for now."""
    from game.play.reader import Reader
    from game.play.settings import reader_of
    from game.shelf.settings import Kept

    set_so = reader_of(Kept(shelf).settings)
    return Reader(
        gentle=set_so.gentle if wishes.content is None else wishes.content == "gentle",
        words_beforehand=set_so.words_beforehand if wishes.words_first is None else wishes.words_first,
        asks=set_so.asks if wishes.ask_first is None else wishes.ask_first,
    )


def _open(story: str | None, scene: str | None, wishes: Wishes, shelf: Shelf) -> int:
    """Play. Raises Misuse, and whatever fails."""
    library = library_of(wishes.stories, keeps=not wishes.no_trace)
    _find(library, story, scene, wishes)
    reader = _reader(shelf, wishes)
    resumed: Resumed | None = None
    if wishes.trail is not None:
        resumed = _followed(library, wishes.trail, reader, story)
    elif wishes.resumes:
        resumed = _begun(library, shelf, reader, story)
    if resumed is not None:
        gentle = resumed.is_gentle or reader.gentle if wishes.content is None else reader.gentle
        reader = replace(reader, gentle=gentle, asks=resumed.history.play.trail.asks)
    if goes_line_by_line(plain=wishes.plain):
        from game.faces import plain as face

        collector.go_on()
        return face.play(library, reader, story, scene, shelf, resumed)
    from game.faces.terminal.background import BackgroundQuery

    with BackgroundQuery(os.environ) as asked:
        _import_asyncio()
        from game.faces.terminal.app import run

        asked.read()
    return run(library, reader, story, scene, shelf, resumed, asked)


def _import_asyncio() -> None:
    """Import what Textual runs on, without TLS: OpenSSL would be a twentieth of a start that connects to nothing.

    Where `ssl` cannot be imported, asyncio goes without; whatever else asks for it later is given it.
    """
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # an import of it fails, as the reference on imports says
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]


def _complain(text: str) -> None:
    """Say something on the error stream, if there is one."""
    from game.faces.clean import clean

    if sys.stderr is not None:
        sys.stderr.write(f"{clean(text)}\n")


def _begun(library: Library, shelf: Shelf, reader: "Reader", story: str | None) -> "Resumed":
    """What was begun last. Raises Misuse."""
    from game.shelf.offered import offer, taken_up

    begun = offer(library, shelf, reader, story)
    if begun is None:
        why = said.NOTHING_OF_STORY.format(story=story) if story else said.NOTHING_TO_CONTINUE
        raise Misuse("\n".join((*shelf.news(), why)))
    resumed, why = taken_up(library, begun.saved)
    if resumed is None:
        raise Misuse(why)
    return resumed


def _find(library: Library, story: str | None, scene: str | None, wishes: Wishes) -> None:
    """Make sure of story and scene. Raises Misuse, which names what was probably meant."""
    if story is not None and story not in library.stories:
        if faulty := next((file for file in library.left_out if Path(file).stem == story), None):
            from game.words.branches import NOT_PLAYED

            raise Misuse(NOT_PLAYED.format(story=story, file=faulty))
        if other := next((file for one in wishes.stories for file in other_endings(one) if file.stem == story), None):
            from game.words.branches import NOT_READ

            raise Misuse(NOT_READ.format(story=story, file=other))
        from difflib import get_close_matches

        stories = sorted(library.stories)
        near = (
            f"'wayout {wishes.command}'"
            if wishes.command
            else "".join(f"'{one}'" for one in get_close_matches(story, stories, 1))
        )
        hint = f" Did you mean {near}?" if near else ""
        raise Misuse(f"There is no story '{story}'.{hint} There are: {', '.join(stories)}.")
    if scene is not None and (story is None or scene not in library.stories[story].scenes):
        raise Misuse(f"There is no scene '{scene}'. --from names a scene of the STORY.")


def _followed(library: Library, file: Path, reader: "Reader", story: str | None) -> "Resumed":
    """Where a trail file leads. Raises Misuse where it leads nowhere, or is no trail file."""
    from game.model.trails import TrailFile
    from game.play.history import History
    from game.play.trail_file import Led, led
    from game.shelf.offered import Resumed
    from game.tools.render import concise
    from game.words import trails as words

    found = led(library, TrailFile(file), reader)
    if not isinstance(found, Led):
        raise Misuse("\n".join((*map(concise, found), words.NOTHING_LEFT)))
    if story not in (None, found.play.trail.story):
        raise Misuse(words.OTHER_STORY.format(story=found.play.trail.story))
    return Resumed(History(found.play), found.says, found.reader.gentle)


def library_of(stories: tuple[Path, ...], *, keeps: bool = True) -> Library:
    """What is shipped, with more folders of stories, and that of the reader's own, if there is one. Raises Misuse.

    A file there that has faults is told of, and the rest is read without it. Where it `keeps` nothing, nothing is
    written for the next start.
    """
    own = stories_folder()
    if own is not None:
        try:
            return _library((*stories, own), keeps=keeps)
        except Misuse:
            from game.words.branches import FOLDER_LEFT_OUT

            _complain(FOLDER_LEFT_OUT.format(folder=own))
    return _library(stories, keeps=keeps)


def _library(stories: tuple[Path, ...], *, keeps: bool) -> Library:
    """What is shipped, with more folders; kept since the last start, or read anew. Raises Misuse."""
    folders = shipped()
    if not stories and (bundled := read_bundle(folders)) is not None:
        return bundled
    folders = Folders(folders.seeds, (*folders.stories, *(folder.absolute() for folder in stories)))
    cache = cache_folder()
    compiled = Compiled(folders, cache) if cache else None
    library = compiled.read() if compiled else None
    if library is None:
        library, is_clean = _read(folders, in_full=bool(stories))
        if compiled and is_clean and keeps:
            compiled.write(library)
    return library


def goes_line_by_line(*, plain: bool) -> bool:
    """Whether it goes so: that was asked for, or there is no screen; where UTF-8 alone is wanting, that is said."""
    if not plain and _has_terminal() and not streams.takes_utf8():
        from game.words import failing

        _complain(failing.NOT_UTF8)
    return plain or not has_screen()


def has_screen() -> bool:
    """Whether there is a terminal that a full screen can be drawn on: its signs are those of UTF-8."""
    return _has_terminal() and streams.takes_utf8()


def _has_terminal() -> bool:
    """Whether all is one terminal: Textual draws on the error stream."""
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    ends = (sys.stdin, sys.stdout, sys.__stderr__)
    return able and all(stream is not None and stream.isatty() for stream in ends)


def _read(folders: Folders, *, in_full: bool) -> tuple[Library, bool]:
    """The library as a reader may see it, from its YAML; and whether nothing at all was found against it.

    What has faults is not played but told with them: a file of an added folder is left out; of what is shipped, Misuse
    is raised.
    """
    from game.model.load import load
    from game.model.withdrawn import without_withdrawn

    left_out: dict[str, str] = {}
    loaded = None if in_full else load(folders)
    if loaded is None or loaded.findings:
        from game.model.neighbours import read_sound
        from game.tools.render import concise
        from game.words.branches import LEFT_OUT

        loaded, found, faulty = read_sound(folders, folders.stories[1:])
        for name, faults in faulty.items():
            left_out[name] = LEFT_OUT.format(file=name)
            for finding in faults:
                _complain(concise(finding))
            _complain(left_out[name])
        errors = [finding for finding in found if finding.severity == "error"]
        for finding in errors:
            _complain(concise(finding))
        if errors:
            raise Misuse("These stories have faults and are not played. 'wayout check' shows each in full.")
        library = replace(without_withdrawn(loaded.library), left_out=left_out)
        return library, not found and not left_out
    return without_withdrawn(loaded.library), True
