"""How does a reader pick a record line by line?"""

from functools import partial

from rich.console import Console

from wayout.faces.plain.output import ask, measure, number_said, say
from wayout.faces.plain.reference_commands import ReferenceCommands
from wayout.faces.plain.settings import SettingCommands
from wayout.faces.plain.shelf import is_continue, show_news
from wayout.locale import library_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.store.resume import find_resumable, progress
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import Shelf
from wayout.views.catalogue import CatalogueEntry, catalogue, search_catalogue


def pick_story(library: Library, setting: SettingCommands, out: Console, shelf: Shelf) -> str | SavedTrail | None:
    """Let the reader pick a story, or go on with what she began."""
    entries = catalogue(library, setting.reader)
    numbers = {one.id: number for number, one in enumerate(entries, 1)}
    begun, read = find_resumable(library, shelf, setting.reader), progress(library, shelf)
    show_news(shelf)
    say(out, strings.APP, "bold")
    say(out, strings.LIBRARY_HEAD)
    out.print()
    if begun is not None:
        say(out, shelf_strings.MAY_CONTINUE_ANY.format(label=begun.label), indent=2)
        say(out, begun.where, "dim", 5)
    _list(out, entries, numbers, read)
    which = library_strings.WHICH if begun is None else library_strings.WHICH_OR_GO_ON
    while (said := ask(out, which)) is not None:
        answer = said.strip().lower()
        first, _, wanted = answer.partition(" ")
        if number := number_said(answer.removesuffix("."), len(entries)):
            return entries[number - 1].id
        if answer in numbers:
            return answer
        if answer in strings.CMD_QUIT:
            break
        if begun is not None and is_continue(answer):
            return begun.saved
        if first and library_strings.CMD_FIND.startswith(first):
            found = search_catalogue(library, entries, wanted, setting.reader)
            _list(out, found, numbers, read)
            if not found:
                say(out, library_strings.FOUND_NONE.format(said=wanted))
            continue
        if setting.obey(answer):
            measure(out, setting.settings)
            continue
        if ReferenceCommands(library, setting.reader, partial(say, out)).obey(answer):
            continue
        here = library_strings.HERE.format(n=len(entries))
        asks = bool(first) and (first == strings.CMD_HELP_SIGN or strings.CMD_HELP.startswith(first))
        unclear = library_strings.NOT_UNDERSTOOD if answer else library_strings.NOTHING_TYPED
        say(out, here if asks else unclear.format(said=answer, here=here), "dim")
    return None


def _list(out: Console, entries: tuple[CatalogueEntry, ...], numbers: dict[str, int], read: dict[str, str]) -> None:
    """Stories with their numbers, how far each was read, and what is announced of it."""
    for one in entries:
        about = " · ".join(part for part in (one.identity, one.length, one.review, read.get(one.id)) if part)
        say(out, f"{numbers[one.id]}  {one.name} ({about})", indent=2)
        match = library_strings.FOUND_IN.format(match=one.match) if one.match else ""
        say(out, " ".join(part for part in (one.teaser, one.content_line, match) if part), "dim", 5)
    out.print()
