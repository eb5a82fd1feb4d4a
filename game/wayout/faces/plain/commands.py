"""Which words does the plain face understand beside the choices?

Command dispatch of the plain face: history (forks, log, debrief, export), reference pages, settings, names of trails,
resuming.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from wayout.actions import BESIDE, ROOMS, Action, action, typed_action
from wayout.faces.plain.output import number_said
from wayout.locale import reader_strings, shelf_strings, strings
from wayout.model.library import ABOUT, CARE, FOREWORD, Library
from wayout.model.prompts import PARTS
from wayout.model.text import sanitize
from wayout.play.history import History, forks, jump
from wayout.play.settings import ALLOWED_VALUES, reader_from_settings, settings_for_reader
from wayout.play.state import Reader, State
from wayout.store.autosave import Autosave, ResumeOffer, is_editor, trails_for
from wayout.store.shelf import SettingsStore, Shelf
from wayout.views.action_words import actions_of, worded
from wayout.views.page import Page

if TYPE_CHECKING:
    from wayout.views.document import ViewDocument

Say = Callable[[str, str, int], None]
"""Tells a paragraph: the text, how it looks, how far it is indented. No text is an empty line."""

Onward = Literal["on", "back", "leave"]
"""Where a reader goes who was waited for."""
COMMANDS = tuple(one.action for one in ROOMS[BESIDE] if one.action != "settings")
"""The actions that open a document, by their ids."""
BEFORE_THE_FIRST_PAGE = ("settings", "library", "help", *COMMANDS)
"""The actions whose words are understood before the first page, with those to go on and to leave."""


class ReferenceCommands:
    """What can be told at any time, whatever page the reader is at."""

    def __init__(self, library: Library, reader: Reader, say: Say, shelf: Shelf) -> None:
        self.library = library
        self.reader = reader
        self.say = say
        self.shelf = shelf
        self.actions = actions_of(library)
        self.claims: tuple[str, ...] = ()
        """What was told last rests on these, if it was a page with sources."""

    def obey(self, answer: str, pages: Sequence[Page] = ()) -> bool:
        """Tell what a word, or the beginning of one, asks for, of what is named behind it; whether it was one."""
        asked = typed_action(answer, COMMANDS, self.actions)
        if asked is not None:
            self.open(asked[0].id, asked[1], pages)
        return asked is not None

    def open(self, name: str, wanted: str, pages: Sequence[Page] = ()) -> None:
        """Tell the document that an action opens, or what is wanted of it."""
        self.show(self.library.page_name(action(name).page), pages, " ".join(wanted.lower().split()))

    def show(self, name: str, pages: Sequence[Page] = (), wanted: str = "") -> None:
        """Tell a document, or that the library has none of that name."""
        from wayout.views.reference_pages import document

        if name in ("", CARE, ABOUT) and name not in self.library.asides:
            self.say(strings.NOT_HERE, "dim", 0)
            return
        shown = document(self.library, name, self.reader, pages, wanted, trails_for(name, self.shelf))
        if shown.claims is not None:
            self.claims = shown.claims
        tell_document(shown, self.say)

    def show_foreword(self, wait: Callable[[bool], Onward] | None) -> bool:
        """The statements of the foreword that stand before a first story; whether the reader stays.

        After each of them she is waited for, where somebody is there to be waited for: she can go back, too.
        """
        from wayout.views.reference_pages import STATEMENTS_FIRST, aside_statements

        number = 0
        page = self.library.foreword
        while number < len(statements := aside_statements(self.library, page, self.reader)[:STATEMENTS_FIRST]):
            told = statements[number]
            self.claims = told.document.claims or ()
            head = " · ".join(part for part in (told.document.title, told.where) if part)
            tell_document(replace(told.document, title=head), self.say)
            if told.rest_line and not told.is_told_first:
                self.say(
                    reader_strings.REST_TYPE.format(
                        rest=told.rest_line, word=worded(action(FOREWORD), self.library).word
                    ),
                    "dim",
                    0,
                )
                self.say("", "", 0)
            where = wait(number > 0) if wait is not None else "on"
            if where == "leave":
                return False
            number += -1 if where == "back" else 1
        self.claims = ()
        return True


def tell_document(shown: "ViewDocument", say: Say) -> None:
    """A document, line by line."""
    from wayout.render.document_text import plain_lines

    for line in plain_lines(shown):
        say(*line)


class TrailCommands:
    """What can be told of the trail at any time, and how to go back to one of its decisions."""

    def __init__(self, library: Library, reader: Reader, say: Say, go: Callable[[History], None]) -> None:
        self.library = library
        self.reader = reader
        self.say = say
        self.go = go
        self.commands: dict[str, Callable[[History, str], None]] = {
            "forks": self.show_forks,
            "log": self.show_log,
            "debrief": self.show_debrief,
            "export": self.export,
            "save": self.save,
            "card": self.card,
        }
        """By the id of the action."""

    def show_forks(self, history: History, wanted: str) -> None:
        """Every decision with its number; with a number, back to before it."""
        found = forks(self.library, history, self.reader)
        if wanted:
            if number := number_said(wanted, len(found)):
                self.go(jump(self.library, history, number))
            else:
                self.say(strings.NO_SUCH_FORK.format(said=wanted), "dim", 0)
            return
        self.say(strings.FORKS, "bold", 0)
        for one in found:
            self.say(f"{one.number}  {one.question}", "", 2)
            mark = f" ({strings.TAKEN_BACK})" if one.is_undone else ""
            self.say(strings.CHOSEN.format(label=one.chosen) + mark, "dim", 5)
        self.say(strings.FORKS_HOW if found else strings.FORKS_NONE, "dim", 0)
        self.say("", "", 0)

    def show_log(self, history: History, wanted: str) -> None:
        """All that was read, page by page; or the lines that hold some words."""
        from wayout.views.log import log_document, reading_log

        tell_document(log_document(reading_log(self.library, history.play.trail, self.reader), wanted), self.say)

    def show_debrief(self, history: History, _: str) -> None:
        """The trail beside the record."""
        from wayout.views.debrief import debrief, debrief_document

        tell_document(debrief_document(debrief(self.library, history.play.trail, self.reader)), self.say)

    def export(self, history: History, wanted: str) -> None:
        """Write the debrief to a file, and tell where."""
        from pathlib import Path

        from wayout.faces.print.debrief import export, file_for
        from wayout.views.debrief import debrief

        trail = history.play.trail
        file = Path(wanted) if wanted else file_for(trail.story)
        self.say(export(debrief(self.library, trail, self.reader), file), "", 0)

    def save(self, history: History, wanted: str) -> None:
        """Write the trail to a file, and tell where."""
        from wayout.faces.print.debrief import save

        self.say(save(self.library, history.play.trail, self.reader, wanted)[0], "", 0)

    def card(self, history: History, wanted: str) -> None:
        """Write the reader's article on a card, and tell where."""
        from wayout.faces.print.debrief import save_card

        self.say(save_card(self.library, history.play.trail, wanted), "", 0)


def show_papers(library: Library, state: State, wanted: str, say: Say) -> str | None:
    """Tell the papers by which a record can be read once more; or give back the one that is wanted, '' for all."""
    from wayout.views.papers import can_be_read_by_paper, paper_name, paper_note, papers

    known = papers(library, state.story)
    if not can_be_read_by_paper(library, state):
        says = reader_strings.PAPER_AT_AN_END if len(known) > 1 else reader_strings.NO_PAPERS
        say(says, "dim", 0)
        return None
    found = (*known, "") if state.paper else known
    if number := number_said(wanted, len(found)):
        return found[number - 1]
    if wanted in known:
        return wanted
    if wanted:
        say(reader_strings.NO_SUCH_PAPER.format(said=wanted), "dim", 0)
    say(reader_strings.PAPERS_HEAD, "bold", 0)
    say(reader_strings.PAPERS_LEAD, "dim", 0)
    for number, one in enumerate(found, 1):
        told = (
            f"{paper_name(library, one)} ({paper_note(library, state.story, one)})" if one else reader_strings.IN_FULL
        )
        say(f"{number}  {told}", "", 2)
    say(reader_strings.PAPERS_HOW, "dim", 0)
    say("", "", 0)
    return None


def suggest(answer: str, shown: Page, words: Iterable[Action], say: Say) -> None:
    """Name the word or the option that is spelt most like what was typed, if there is one."""
    from difflib import get_close_matches

    labels = [move.label for move in shown.open_moves]
    spelt = {label.lower().partition(" ")[0]: label for label in labels}
    spelt |= {name.lower(): name for name in (*labels, *(one.word for one in words))}
    if near := get_close_matches(answer, spelt, 1):
        say(strings.DID_YOU_MEAN.format(near=spelt[near[0]]), "dim", 0)


def is_continue(answer: str) -> bool:
    """Whether the reader wants to go on with what was begun; fewer letters may be the beginning of other words."""
    go_on = action("continue")
    return answer.startswith(go_on.short) and go_on.is_meant(answer)


def name_trail(name: str, keeping: Autosave | None, say: Say) -> None:
    """Give the trail a name, or say why it cannot have one."""
    say(keeping.rename(name)[1] if keeping else shelf_strings.NOT_NAMED, "dim", 0)


def show_resumable(begun: ResumeOffer, say: Say) -> None:
    """That something was begun before, and by which word one goes on with it."""
    say(shelf_strings.MAY_CONTINUE.format(where=begun.where), "dim", 0)
    say("", "", 0)


def show_notice(library: Library, reader: Reader, story: str, shelf: Shelf, say: Say) -> None:
    """What is to be known before the first page of a story."""
    from wayout.views.catalogue import catalogue_entry, foreword_line, notice_document
    from wayout.views.sources import attribution

    comes_first = not shelf.has_shown_foreword(library.edition.id, library.foreword)
    announces = foreword_line(library) if comes_first else ""
    entry = catalogue_entry(library, story, reader)
    tells_part = bool(reader.parts) and not reader.paper and not is_editor(library, shelf)
    shown = notice_document(entry, attribution(library, story), announces=announces, tells_part=tells_part)
    tell_document(replace(shown, title=f"{entry.name} · {entry.length}"), say)
    if entry.content or announces:
        say(strings.CONTENT_NOW_GENTLE if reader.gentle else strings.CONTENT_NOW_FULL, "", 0)
        say("", "", 0)


def show_news(shelf: Shelf) -> None:
    """What is to be told of the shelf."""
    for told in shelf.news():
        sys.stdout.flush()
        if sys.stderr is not None:
            sys.stderr.write(f"{sanitize(told)}\n")
            sys.stderr.flush()


class SettingCommands:
    """What can be set without a screen: the wording, the evidence words, the questions, the length of a line.

    What the command line said holds for this run; `reader` is who reads now.
    """

    def __init__(self, kept: SettingsStore, reader: Reader, say: Say) -> None:
        self.kept = kept
        self.settings = settings_for_reader(kept.settings, reader)
        self.parts = reader.parts or PARTS
        self.say = say

    @property
    def reader(self) -> Reader:
        """Who reads, as set now."""
        return reader_from_settings(self.settings, self.parts)

    def obey(self, wanted: str) -> None:
        """List all, or change one, by its number or its word."""
        if not wanted:
            self._list()
            return
        wanted = " ".join(wanted.lower().split())
        which, _, value = wanted.partition(" ")
        found = [name for number, (name, word) in enumerate(shelf_strings.PLAIN_NAMES.items(), 1)
                 if which == str(number) or word.startswith(which)]  # fmt: skip
        to = [
            one
            for name in found
            for one in ALLOWED_VALUES[name]
            if value and shelf_strings.SAID[name][one].startswith(value)
        ]
        if not found or not to:
            self.say(shelf_strings.PLAIN_NONE.format(said=wanted), "dim", 0)
            return
        self._change(found[0], to[0])

    def _list(self) -> None:
        self.say(shelf_strings.SETTINGS, "bold", 0)
        for number, (name, word) in enumerate(shelf_strings.PLAIN_NAMES.items(), 1):
            now = getattr(self.settings, name)
            others = shelf_strings.PLAIN_OR.join(
                shelf_strings.SAID[name][one] for one in ALLOWED_VALUES[name] if one != now
            )
            line = shelf_strings.PLAIN_LINE.format(
                n=number,
                label=shelf_strings.LABEL[name],
                value=shelf_strings.SAID[name][now],
                name=word,
                values=others,
            )
            self.say(line, "", 2)
            self.say(shelf_strings.MEANS[name], "dim", 5)
        self.say("", "", 0)

    def _change(self, name: str, value: object) -> None:
        self.kept.change(name, value)
        self.settings = replace(self.settings, **{name: value})
        self.say(
            shelf_strings.PLAIN_NOW.format(label=shelf_strings.LABEL[name], value=shelf_strings.SAID[name][value]),
            "",
            0,
        )
