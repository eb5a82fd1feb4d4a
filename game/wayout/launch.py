"""How is the game opened: with which library, on which face?

Start-up: which library is loaded (bundle, cache, or YAML), the choice between full screen and plain face, resuming,
lazy imports, and the messages for a story or scene that is not there.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from wayout import gc_tuning, streams
from wayout.errors import OTHER_EDITION, WayoutError
from wayout.locale import shelf_strings
from wayout.model.file_access import Folders, edition_folders, other_endings
from wayout.model.input_selection import PathNotFoundError, Selection, project_of, selection_of
from wayout.model.library import Library
from wayout.store.editions import (
    edition_of,
    edition_with,
    is_shipped_open,
    open_edition,
    several_editions,
    take_edition,
)
from wayout.store.library_cache import LibraryCache, read_bundle
from wayout.store.paths import cache_folder, state_folder, stories_folder
from wayout.store.shelf import LAST_EDITION_KEY, Shelf, open_shelf

if TYPE_CHECKING:
    from wayout.play.state import Reader
    from wayout.store.autosave import ResumedPlay
    from wayout.store.editions import InstalledEdition


class UsageError(WayoutError):
    """What was asked for is not there, or cannot be played: what is wrong, and a hint."""


class LaunchOptions(Struct, frozen=True, kw_only=True):
    """What was asked for when the game was called.

    What is not said of wording, questions and words is as the reader has set it. `trail` is a trail file to go on from;
    who `resumes` goes on with what was begun last. `shelf` is the file that keeps what is done; with `no_trace` nothing
    at all is written. `command` is one that may have been meant where the story is not there; `paper` the one document
    by which the story is read.
    """

    plain: bool = False
    content: str | None = None
    ask_first: bool | None = None
    words_first: bool | None = None
    without: tuple[str, ...] = ()
    stories: tuple[Path, ...] = ()
    trail: Path | None = None
    resumes: bool = False
    shelf: Path | None = None
    no_trace: bool = False
    command: str = ""
    paper: str = ""


def open_game(story: str | None = None, scene: str | None = None, options: LaunchOptions | None = None) -> int:
    """Play on the face that the terminal allows.

    The exit status is 2 for what is not there or cannot be played, 1 where the program itself fails. That a stream
    cannot be written to is no fault of its own, and is raised.
    """
    gc_tuning.defer_gc()
    options = options or LaunchOptions()
    sys.dont_write_bytecode = sys.dont_write_bytecode or options.no_trace
    shelf = open_shelf(options.shelf, keeps=not options.no_trace)
    try:
        return _open(story, scene, options, shelf)
    except UsageError as misuse:
        _print_error(str(misuse))
        return 2
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            raise
        from wayout.store.crash_report import report_crash

        folder = None if options.no_trace else state_folder()
        _print_error(report_crash(error, shelf, folder, options.stories, no_trace=options.no_trace))
        return 1
    finally:
        shelf.close()


def _reader(shelf: Shelf, options: LaunchOptions) -> "Reader":
    """Who reads: as she has set it, but for what she has asked for now."""
    from wayout.play.settings import reader_from_settings
    from wayout.play.state import Reader
    from wayout.store.shelf import SettingsStore

    set_so = reader_from_settings(SettingsStore(shelf).settings)
    return Reader(
        gentle=set_so.gentle if options.content is None else options.content == "gentle",
        words_beforehand=set_so.words_beforehand if options.words_first is None else options.words_first,
        asks=set_so.asks if options.ask_first is None else options.ask_first,
        parts=tuple(part for part in set_so.parts if part not in options.without and "all" not in options.without),
        paper=options.paper,
    )


def _open(story: str | None, scene: str | None, options: LaunchOptions, shelf: Shelf) -> int:
    """Find the edition, and run the face until the reader leaves. Raises UsageError, and whatever fails."""
    editions = several_editions()
    shelf.has_editions, asks = bool(editions), False
    if options.resumes and (begun := _edition_begun(editions, shelf, story)) is not None:
        open_edition(begun)
    elif story is not None and (root := edition_with(story)) is not None:
        open_edition(root)
    else:
        asks = bool(editions) and story is None and options.trail is None and not options.resumes
    while True:
        if asks:
            chosen = _ask_edition(editions, shelf, plain=options.plain)
            if chosen is None:
                return 0
            open_edition(chosen.root)
            shelf.put_setting(LAST_EDITION_KEY, chosen.id)
        status = _run(story, scene, options, shelf)
        if status != OTHER_EDITION:
            return status
        asks, story, scene = True, None, None
        options = replace(options, trail=None, resumes=False, paper="")


def _edition_begun(editions: "tuple[InstalledEdition, ...]", shelf: Shelf, story: str | None) -> Path | None:
    """The folder of the installed edition in which the reader has begun something last; of a story, if one is named."""
    for saved in shelf.unfinished(story) if editions else ():
        if saved.is_worth_going_on and (begun := edition_of(saved, editions)) is not None:
            return begun.root
    return None


def _run(story: str | None, scene: str | None, options: LaunchOptions, shelf: Shelf) -> int:
    """Load the library of the edition that is open, find where to begin, and run the face; raises as above."""
    library = library_of(options.stories, keeps=not options.no_trace)
    take_edition(shelf, library.edition)
    _require_start(library, story, scene, options)
    if options.paper:
        _require_paper(library, story, options.paper)
    reader = _reader(shelf, options)
    resumed: ResumedPlay | None = None
    if options.trail is not None:
        resumed = _replay_trail(library, options.trail, reader, story)
    elif options.resumes:
        resumed = _resume_latest(library, shelf, reader, story)
    if resumed is not None:
        gentle = resumed.is_gentle or reader.gentle if options.content is None else reader.gentle
        reader = replace(reader, gentle=gentle, asks=resumed.history.play.trail.asks,
                         parts=resumed.history.play.trail.parts)  # fmt: skip
    if goes_line_by_line(plain=options.plain):
        from wayout.faces.plain import start as face

        gc_tuning.resume_gc()
        return face.play(library, reader, story, scene, shelf, resumed)
    from wayout.faces.terminal.background import BackgroundQuery

    with BackgroundQuery(os.environ) as background:
        _import_asyncio()
        from wayout.faces.terminal.app import run

        background.read()
    return run(library, reader, story, scene, shelf, resumed, background)


def _ask_edition(editions: "tuple[InstalledEdition, ...]", shelf: Shelf, *, plain: bool) -> "InstalledEdition | None":
    """Which of several editions the reader wants to open; None where she leaves."""
    last = shelf.get_setting(LAST_EDITION_KEY) or ""
    if goes_line_by_line(plain=plain):
        from wayout.faces.plain.editions import ask_edition

        return ask_edition(editions, last)
    from wayout.faces.terminal.background import BackgroundQuery

    with BackgroundQuery(os.environ) as background:
        _import_asyncio()
        from wayout.faces.terminal.editions import run_menu

        background.read()
    return run_menu(editions, last, shelf, background)


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


def _print_error(text: str) -> None:
    """Write a sentence to stderr, if there is one."""
    from wayout.model.text import sanitize

    if sys.stderr is not None:
        sys.stderr.write(f"{sanitize(text)}\n")


def _resume_latest(library: Library, shelf: Shelf, reader: "Reader", story: str | None) -> "ResumedPlay":
    """The play that was left last. Raises UsageError where there is none."""
    from wayout.store.autosave import find_resumable, resume

    offer = find_resumable(library, shelf, reader, story)
    if offer is None:
        why = shelf_strings.NOTHING_OF_STORY.format(story=story) if story else shelf_strings.NOTHING_TO_CONTINUE
        raise UsageError("\n".join((*shelf.news(), why)))
    resumed, why = resume(library, offer.saved)
    if resumed is None:
        raise UsageError(why)
    return resumed


def _require_start(library: Library, story: str | None, scene: str | None, options: LaunchOptions) -> None:
    """Check that story and scene exist. Raises UsageError, which names what was probably meant."""
    if story is not None and story not in library.stories:
        folders = dict.fromkeys(path if path.is_dir() else path.parent for path in options.stories)
        if other := next((file for folder in folders for file in other_endings(folder) if file.stem == story), None):
            from wayout.locale.authoring_strings import NOT_READ

            raise UsageError(NOT_READ.format(story=story, file=other))
        if faulty := next((file for file in library.left_out if Path(file).stem == story), None):
            from wayout.locale.authoring_strings import NOT_PLAYED

            raise UsageError(NOT_PLAYED.format(story=story, file=faulty))
        from difflib import get_close_matches

        from wayout.model.library import story_name

        stories = sorted(library.stories)
        names = {story_name(library, library.stories[name]).casefold(): name for name in stories}
        names |= {name: name for name in stories}
        meant = get_close_matches(story, stories, 1) or get_close_matches(story.casefold().replace("-", " "), names, 1)
        near = f"'wayout {options.command}'" if options.command else "".join(f"'{names[name]}'" for name in meant)
        hint = f" Did you mean {near}?" if near else ""
        raise UsageError(f"There is no story '{story}'.{hint} There are: {', '.join(stories)}.")
    if scene is not None and (story is None or scene not in library.stories[story].scenes):
        raise UsageError(f"There is no scene '{scene}'. --from names a scene of the STORY.")


def _require_paper(library: Library, story: str | None, paper: str) -> None:
    """Check that a story has a paper by which it can be read. Raises UsageError, which names those that it has."""
    from wayout.locale import reader_strings
    from wayout.views.papers import papers

    known = papers(library, story) if story is not None else ()
    if not known:
        raise UsageError(reader_strings.PAPER_WITHOUT_STORY)
    if paper not in known:
        from difflib import get_close_matches

        near = "".join(f" Did you mean '{name}'?" for name in get_close_matches(paper, known, 1))
        raise UsageError(reader_strings.UNKNOWN_PAPER.format(paper=paper, hint=near, papers=", ".join(known)))


def _replay_trail(library: Library, file: Path, reader: "Reader", story: str | None) -> "ResumedPlay":
    """Where a trail file leads. Raises UsageError where it leads nowhere, or is no trail file."""
    from wayout.locale import shelf_strings
    from wayout.model.trail_format import TrailFile
    from wayout.play.history import History
    from wayout.render.findings import concise
    from wayout.store.autosave import ResumedPlay
    from wayout.views.trail_file import ReplayResult, replay_trail_file

    replayed = replay_trail_file(library, TrailFile(file), reader)
    if not isinstance(replayed, ReplayResult):
        raise UsageError("\n".join((*map(concise, replayed), shelf_strings.NOTHING_LEFT)))
    if story not in (None, replayed.play.trail.story):
        raise UsageError(shelf_strings.OTHER_STORY.format(story=replayed.play.trail.story))
    return ResumedPlay(History(replayed.play), replayed.says, replayed.reader.gentle)


def library_of(stories: tuple[Path, ...], *, keeps: bool = True) -> Library:
    """The edition's stories, with more of them, and with the reader's own that belong to it; or a project alone.

    Raises UsageError. A file there that has faults is told of, and the rest is read without it. Where it `keeps`
    nothing, nothing is written for the next start.
    """
    own = stories_folder()
    if own is not None and not any(map(project_of, stories)):
        try:
            return _library(stories, own, keeps=keeps)
        except UsageError:
            from wayout.locale.authoring_strings import FOLDER_LEFT_OUT

            _print_error(FOLDER_LEFT_OUT.format(folder=own))
    return _library(stories, keeps=keeps)


def _library(stories: tuple[Path, ...], own: Path | None = None, *, keeps: bool) -> Library:
    """The edition's stories, with more folders; kept since the last start, or read anew. Raises UsageError."""
    own = own.absolute() if own is not None else None
    more = (*stories, own) if own is not None else stories
    if not more and (bundled := read_bundle(edition_folders())) is not None:
        return bundled
    try:
        reading = selection_of(more)
    except PathNotFoundError as misuse:
        raise UsageError(str(misuse)) from None
    reading = reading._replace(folders=replace(reading.folders, own=own, reads_all_own=is_shipped_open()))
    cache = cache_folder()
    places = Folders(reading.folders.seeds, (*reading.folders.stories, *reading.instead))
    compiled = LibraryCache(places, cache) if cache else None
    library = compiled.read() if compiled else None
    if library is None:
        library, is_clean = _read(reading, in_full=bool(more))
        if compiled and keeps:
            compiled.write(library, is_clean=is_clean)
    return library


def goes_line_by_line(*, plain: bool) -> bool:
    """Whether the plain face is used: on request, or without a full screen; a terminal without UTF-8 is told why."""
    if not plain and _has_terminal() and not streams.takes_utf8():
        from wayout.locale import shelf_strings

        _print_error(shelf_strings.NOT_UTF8)
    return plain or not has_screen()


def has_screen() -> bool:
    """Whether there is a terminal that a full screen can be drawn on: its signs are those of UTF-8."""
    return _has_terminal() and streams.takes_utf8()


def _has_terminal() -> bool:
    """Whether all is one terminal: Textual draws on the error stream."""
    able = os.name == "nt" or os.environ.get("TERM", "dumb") not in ("dumb", "unknown")
    ends = (sys.stdin, sys.stdout, sys.__stderr__)
    return able and all(stream is not None and stream.isatty() for stream in ends)


def _read(reading: Selection, *, in_full: bool) -> tuple[Library, bool]:
    """The library as a reader may see it, from its YAML; and whether nothing at all was found against it.

    What has faults is not played but told with them: a file of an added folder is left out; of the edition's,
    UsageError is raised.
    """
    from wayout.model.help_lines import with_help_lines
    from wayout.model.load import load
    from wayout.model.redaction import redact_withdrawn

    left_out: dict[str, str] = {}
    loaded = None if in_full else load(reading.folders)
    if loaded is None or loaded.findings:
        from wayout.locale.authoring_strings import LEFT_OUT
        from wayout.model.checks import load_tolerant
        from wayout.render.findings import concise

        loaded, findings, faulty = load_tolerant(reading.folders, reading.own, reading.instead, is_own=True)
        for name, faults in faulty.items():
            left_out[name] = LEFT_OUT.format(file=name)
            for finding in faults:
                _print_error(concise(finding))
            _print_error(left_out[name])
        errors = [finding for finding in findings if finding.severity == "error"]
        for finding in errors:
            _print_error(concise(finding))
        if errors:
            where = f" {reading.folders.stories[0].parent}" if reading.is_project and reading.folders.stories else ""
            raise UsageError(f"These stories have faults and are not played. 'wayout check{where}' shows each in full.")
        library = replace(with_help_lines(redact_withdrawn(loaded.library)), left_out=left_out)
        return library, not findings and not left_out
    return with_help_lines(redact_withdrawn(loaded.library)), True
