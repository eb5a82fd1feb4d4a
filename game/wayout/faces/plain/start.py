"""How does the plain face start: with a record that is named, that is picked, or that was begun before?

The entry point of the plain face: the menu of stories, search, resuming, and the exit status after Ctrl+C.
"""

import sys
from functools import partial

from msgspec.structs import replace
from rich.console import Console

from wayout.actions import action, asks_to_leave, typed_action
from wayout.errors import OTHER_EDITION
from wayout.faces.plain.commands import (
    COMMANDS,
    ReferenceCommands,
    SettingCommands,
    is_continue,
    show_news,
    tell_document,
)
from wayout.faces.plain.output import ask, console_for, measure, number_said, say
from wayout.faces.plain.session import PlainSession
from wayout.locale import edition_strings, reader_strings, shelf_strings, strings
from wayout.model.library import Library, story_name
from wayout.play.state import Reader
from wayout.store.autosave import (
    ResumedPlay,
    ResumeOffer,
    begin_play,
    find_article,
    find_resumable,
    pages_read,
    progress,
    resume,
    strip_of_time,
)
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import SettingsStore, Shelf
from wayout.views.action_words import actions_of, foreword_word
from wayout.views.catalogue import CatalogueEntry, catalogue, search_catalogue

EDITIONS = "editions"
"""The action that leads back to the menu of editions."""
INTERRUPTED = 130
"""The exit status of what SIGINT ended: 128 and its number, as shells give it."""


def play(
    library: Library,
    reader: Reader,
    story: str | None,
    scene: str | None,
    shelf: Shelf,
    resumed: ResumedPlay | None,
) -> int:
    """Tell a story, let one be picked first, or go on where a trail was left.

    The exit status is 0; as of any program that ctrl+c ends, 130 then; OTHER_EDITION where the reader wants to open
    another edition, if there are several.
    """
    out = console_for(sys.stdout)
    try:
        return _play(library, reader, story, scene, shelf, resumed, out)
    except KeyboardInterrupt:
        out.print()
        return INTERRUPTED


def _play(
    library: Library,
    reader: Reader,
    story: str | None,
    scene: str | None,
    shelf: Shelf,
    resumed: ResumedPlay | None,
    out: Console,
) -> int:
    while True:
        setting = SettingCommands(SettingsStore(shelf), reader, partial(say, out))
        measure(out, setting.settings)
        if setting.kept.problem:
            say(out, setting.kept.problem)
        if resumed is None and story is None:
            picked = pick_story(library, setting, out, shelf)
            if picked is None or picked == EDITIONS:
                return 0 if picked is None else OTHER_EDITION
            reader = setting.reader
            if isinstance(picked, str):
                story = picked
            else:
                resumed, why = resume(library, picked)
                if resumed is None:
                    say(out, why)
                    return 0
                reader = replace(reader, gentle=reader.gentle or resumed.is_gentle)
        play = resumed.history.play if resumed is not None else begin_play(library, shelf, story or "", reader, scene)
        session = PlainSession(library, reader, out, play, shelf)
        status = session.run(resumed, is_new=not scene)
        if not session.leaves_for_library:
            return status
        reader, resumed, story, scene = replace(session.reader, paper=""), None, None, None


def pick_story(library: Library, setting: SettingCommands, out: Console, shelf: Shelf) -> str | SavedTrail | None:
    """Let the reader pick a story, or go on with what she began; EDITIONS where she asks for another edition."""
    entries = catalogue(library, setting.reader)
    numbers = {one.id: number for number, one in enumerate(entries, 1)}
    begun, read = find_resumable(library, shelf, setting.reader), progress(library, shelf)
    show_news(shelf)
    _tell_head(out, library.edition.tagline, strip_of_time(library, shelf), begun)
    _list(out, entries, numbers, read)
    beside = ReferenceCommands(library, setting.reader, partial(say, out), shelf)
    which = shelf_strings.WHICH if begun is None else shelf_strings.WHICH_OR_GO_ON
    here = shelf_strings.HERE.format(n=len(entries), foreword=foreword_word(library))
    here = f"{here} {edition_strings.EDITIONS_HERE}" if shelf.has_editions else here
    offered = ("find", "settings", "debrief", *((EDITIONS,) if shelf.has_editions else ()), *COMMANDS)
    while (said := ask(out, which)) is not None:
        answer = said.strip().lower()
        if number := number_said(answer.removesuffix("."), len(entries)):
            return entries[number - 1].id
        if answer in numbers:
            return answer
        if asks_to_leave(answer):
            break
        if begun is not None and is_continue(answer):
            return begun.saved
        asked, wanted = typed_action(answer, offered, actions_of(library)) or (None, "")
        if asked is None:
            is_help = action("help").is_meant(answer.partition(" ")[0])
            unclear = shelf_strings.NOT_UNDERSTOOD if answer else shelf_strings.NOTHING_TYPED
            say(out, here if is_help else unclear.format(said=answer, here=here), "dim")
        elif asked.id == EDITIONS:
            return EDITIONS
        elif asked.id == "find":
            found = search_catalogue(library, entries, wanted, setting.reader, pages_read(shelf))
            _list(out, found, numbers, read)
            if not found:
                say(out, shelf_strings.FOUND_NONE.format(said=wanted))
        elif asked.id == "debrief":
            number = number_said(wanted, len(entries))
            _tell_article(library, entries[number - 1].id if number else wanted.lower(), setting.reader, out, shelf)
        elif asked.id == "settings":
            setting.obey(wanted)
            measure(out, setting.settings)
            beside.reader = setting.reader
        else:
            beside.open(asked.id, wanted)
    return None


def _tell_head(out: Console, tagline: str, strip: str, begun: ResumeOffer | None) -> None:
    """What stands above the list: the strip of time of what was read, and what was begun."""
    say(out, strings.APP, "bold")
    say(out, tagline)
    if strip:
        say(out, strip, "dim")
    out.print()
    if begun is not None:
        say(out, shelf_strings.MAY_CONTINUE_ANY.format(label=begun.label), indent=2)
        say(out, begun.where, "dim", 5)


def _tell_article(library: Library, story: str, reader: Reader, out: Console, shelf: Shelf) -> None:
    """The reader's article on a record that she has read to its end, with its debrief; or that there is none."""
    from wayout.views.debrief import debrief, debrief_document

    trail = find_article(library, shelf, story)
    if trail is None:
        said = story_name(library, library.stories[story]) if story in library.stories else story
        say(out, reader_strings.ARTICLE_NONE.format(said=said), "dim")
        return
    tell_document(debrief_document(debrief(library, trail, reader)), partial(say, out))


def _list(out: Console, entries: tuple[CatalogueEntry, ...], numbers: dict[str, int], read: dict[str, str]) -> None:
    """Stories with their numbers, how far each was read, and what is announced of it."""
    for one in entries:
        about = " · ".join(part for part in (one.identity, one.length, one.review, read.get(one.id)) if part)
        say(out, f"{numbers[one.id]}  {one.name} ({about})", indent=2)
        match = shelf_strings.FOUND_IN.format(match=one.match) if one.match else ""
        say(out, " ".join(part for part in (one.teaser, one.content_line, match) if part), "dim", 5)
    out.print()
