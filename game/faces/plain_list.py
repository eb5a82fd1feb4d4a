"""How does a reader pick a record line by line?"""

from functools import partial

from rich.console import Console

from game import words
from game.faces.plain_beside import Beside
from game.faces.plain_out import ask, measure, number_said, say
from game.faces.plain_settings import Setting
from game.faces.plain_shelf import asks_to_continue, tell_news
from game.model.library import Library
from game.play.catalogue import Entry, catalogue, holding
from game.shelf.offered import offer, progress
from game.shelf.saved import Saved
from game.shelf.shelf import Shelf
from game.words import library as list_words
from game.words import shelf as shelf_words


def pick(library: Library, setting: Setting, out: Console, shelf: Shelf) -> str | Saved | None:
    """Let the reader pick a story, or go on with what she began."""
    entries = catalogue(library, setting.reader)
    numbers = {one.id: number for number, one in enumerate(entries, 1)}
    begun, read = offer(library, shelf, setting.reader), progress(library, shelf)
    tell_news(shelf)
    say(out, words.APP, "bold")
    say(out, words.LIBRARY_HEAD)
    out.print()
    if begun is not None:
        say(out, shelf_words.MAY_CONTINUE_ANY.format(label=begun.label), indent=2)
        say(out, begun.where, "dim", 5)
    _list(out, entries, numbers, read)
    which = list_words.WHICH if begun is None else list_words.WHICH_OR_GO_ON
    while (said := ask(out, which)) is not None:
        answer = said.strip().lower()
        first, _, wanted = answer.partition(" ")
        if number := number_said(answer.removesuffix("."), len(entries)):
            return entries[number - 1].id
        if answer in numbers:
            return answer
        if answer in words.CMD_QUIT:
            break
        if begun is not None and asks_to_continue(answer):
            return begun.saved
        if first and list_words.CMD_FIND.startswith(first):
            found = holding(library, entries, wanted, setting.reader)
            _list(out, found, numbers, read)
            if not found:
                say(out, list_words.FOUND_NONE.format(said=wanted))
            continue
        if setting.obey(answer):
            measure(out, setting.settings)
            continue
        if Beside(library, setting.reader, partial(say, out)).obey(answer):
            continue
        here = list_words.HERE.format(n=len(entries))
        asks = bool(first) and (first == words.CMD_HELP_SIGN or words.CMD_HELP.startswith(first))
        unclear = list_words.NOT_UNDERSTOOD if answer else list_words.NOTHING_TYPED
        say(out, here if asks else unclear.format(said=answer, here=here), "dim")
    return None


def _list(out: Console, entries: tuple[Entry, ...], numbers: dict[str, int], read: dict[str, str]) -> None:
    """Stories with their numbers, how far each was read, and what is announced of it."""
    for one in entries:
        about = " · ".join(part for part in (one.identity, one.length, one.review, read.get(one.id)) if part)
        say(out, f"{numbers[one.id]}  {one.name} ({about})", indent=2)
        announced = words.CONTENT_NOTE.format(what="; ".join(one.content)) if one.content else ""
        match = list_words.FOUND_IN.format(match=one.match) if one.match else ""
        say(out, " ".join(part for part in (one.teaser, announced, match) if part), "dim", 5)
    out.print()
