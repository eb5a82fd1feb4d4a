"""How is a story told line by line, without a screen?

The session loop of the plain face: reading what is typed, choices by number or by the beginning of their words,
suggestions for mistyped words, picture width.

The same pages as full-screen, in order, with numbers for choices and words for everything else. It works in a pipe,
on TERM=dumb, with a screen reader and at 40 columns. Pages on which nothing is to be decided follow one another.
"""

import sys
from collections.abc import Callable, Collection
from functools import partial

from msgspec.structs import replace
from rich.console import Console

from wayout.actions import Action, asks_to_leave, typed_action
from wayout.faces.plain.commands import (
    BEFORE_THE_FIRST_PAGE,
    COMMANDS,
    Onward,
    ReferenceCommands,
    SettingCommands,
    TrailCommands,
    is_continue,
    name_trail,
    show_news,
    show_notice,
    show_papers,
    show_resumable,
    suggest,
    tell_document,
)
from wayout.faces.plain.output import ask, measure, number_said, say, say_word
from wayout.faces.plain.page import decides, end_line, show, show_fold, tell_map, tell_route
from wayout.locale import evidence_strings, reader_strings, shelf_strings, strings
from wayout.model.library import Library
from wayout.play.history import History, choose, redo, undo
from wayout.play.settings import settings_for_reader
from wayout.play.state import Playthrough, Reader
from wayout.store import autosave
from wayout.store.autosave import Autosave, ResumedPlay, ResumeOffer
from wayout.store.saved_trail import SavedTrail
from wayout.store.shelf import SettingsStore, Shelf, open_shelf
from wayout.views.action_words import foreword_word
from wayout.views.outcome import FoldId
from wayout.views.page import MoveView, Page, page
from wayout.views.sources import sources_document, versions_document

MAX_PICTURE_WIDTH = 100
"""The most cells of a picture: a pipe has no width of its own."""
BEFORE_A_PAGE = ("sources", "settings", "library", *COMMANDS)
"""The actions that can be asked for before the first page; the first of them where what is told rests on something."""
MIN_LABEL_LETTERS = 4
"""So many letters make the beginning of an option's words."""


class PlainSession:
    """One playing of a story on one stream."""

    def __init__(
        self, library: Library, reader: Reader, out: Console, play: Playthrough, shelf: Shelf | None = None
    ) -> None:
        self.library = library
        self.reader = reader
        self.out = out
        self.speak = partial(say, out)
        self.shelf = shelf or open_shelf(keeps=False)
        self.keeping: Autosave | None = None
        self.begun: ResumeOffer | None = None
        self.pauses = out.is_terminal and sys.stdin is not None and sys.stdin.isatty()
        """Whether each page waits for Enter: somebody reads a terminal, and a pipe is not to be kept waiting."""
        self.touched = autosave.touches_told(library, self.shelf)
        self.history = History(play)
        self.page = page(library, play.state, replace(reader, touched=self.touched), play.trail)
        self.told: list[Page] = []
        self.here: tuple[str, str] | None = None
        """The scene of which something was told last."""
        self.fork: tuple[str, str] | None = None
        self.debriefed: Page | None = None
        """The ending at which the debrief was told last: Enter tells it there, and then leads to the library."""
        self.leaves_for_library = False
        self.beside = ReferenceCommands(library, reader, self.speak, self.shelf)
        self.behind = TrailCommands(library, reader, self.speak, self.go)
        self.setting = SettingCommands(SettingsStore(self.shelf), reader, self.speak)
        self.commands: dict[str, Callable[[str], None]] = {
            "sources": self.show_sources,
            "versions": lambda _: self.show_versions(),
            "again": lambda _: self.tell(),
            "also": lambda _: self.show_folds("also"),
            "law": lambda _: self.show_folds("law"),
            "undo": lambda _: self.take_back(),
            "redo": lambda _: self.take_again(),
            "map": self.show_map,
            "route": self.show_route,
            "paper": self.read_by_paper,
            "settings": self.set,
            "name": lambda name: name_trail(name, self.keeping, self.speak),
            "help": lambda _: self.show_help(),
            "library": lambda _: self.leave(),
            **{name: partial(self.show_beside, name) for name in COMMANDS},
            **{name: partial(self.show_behind, name) for name in self.behind.commands},
        }
        """By the id of the action; each is given what stands behind its word."""

    @property
    def play(self) -> Playthrough:
        """Where the reader is, and by which trail."""
        return self.history.play

    def run(self, resumed: ResumedPlay | None = None, *, is_new: bool = True) -> int:
        """Announce, tell the foreword, then the story, and ask, until the reader leaves or the input ends.

        Of a trail of her own, the reader was told all this before.
        """
        is_new_here = resumed is None or resumed.saved is None
        tells_foreword = is_new_here and self.foreword_first
        if is_new_here:
            show_notice(self.library, self.reader, self.play.state.story, self.shelf, self.speak)
        if is_new and resumed is None:
            self.begun = autosave.find_resumable(self.library, self.shelf, self.reader, self.play.state.story)
        if (offer := self.begun) is not None:
            show_resumable(offer, self.speak)
        goes_on = strings.ENTER_GOES_ON.format(label=strings.GO_ON)
        on = shelf_strings.ENTER_BEGINS_ANEW if offer else goes_on
        stays = not (is_new_here and self.pauses) or self.pause(on) == "on"
        if stays and self.begun is offer and tells_foreword:
            stays = self.beside.show_foreword(partial(self.pause, goes_on) if self.pauses else None)
        if stays and resumed is not None:
            self.go_on(resumed)
        elif stays and self.begun is offer:  # and was not taken up at the pause
            self.advance()
        if stays and tells_foreword:  # kept when there is something to read: making a shelf waits for the disk
            self.shelf.note_foreword(self.library.edition.id)
        return self.obey_all() if stays else 0

    def pause(self, on: str, goes_back: bool = False) -> Onward:
        """Wait for Enter or `continue` before the first page, answering words meanwhile; where to go."""
        while (said := ask(self.out, on)) is not None:
            answer = said.strip().lower()
            if asks_to_leave(answer):
                return "leave"
            if not answer:
                return "on"
            if goes_back and typed_action(said, ("undo",)):
                return "back"
            if self.begun is not None and is_continue(answer):
                self.take_up(self.begun.saved)
                if self.begun is None:
                    return "on"
            elif not self.obey_word(said, (*(["sources"] * bool(self.beside.claims)), *BEFORE_THE_FIRST_PAGE)):
                self.speak(
                    shelf_strings.NOT_UNDERSTOOD_YET.format(said=answer, foreword=foreword_word(self.library)), "dim"
                )
            if self.leaves_for_library:
                break
        return "leave"

    def obey_all(self) -> int:
        """Ask, and do what is said, until the reader leaves or the input ends."""
        show_news(self.shelf)
        while (said := ask(self.out, end_line(self.page, self.debriefed))) is not None:
            if asks_to_leave(said):
                break
            self.obey(said)
            show_news(self.shelf)
            if self.leaves_for_library:
                return 0
        if self.keeping is not None and (said is not None or self.pauses) and (kept := self.keeping.is_kept_as):
            self.speak(kept, "dim")
        return 0

    @property
    def foreword_first(self) -> bool:
        """Whether the foreword is still to be told: it comes once a shelf."""
        page = self.library.foreword
        return bool(page) and not self.shelf.has_shown_foreword(self.library.edition.id, page)

    def take_up(self, saved: SavedTrail) -> None:
        """Go on with a saved trail where it was left; gently, if it was read so."""
        resumed, why = autosave.resume(self.library, saved)
        if resumed is None:
            self.speak(why)
            return
        self.read_as(replace(self.reader, gentle=self.reader.gentle or saved.is_gentle))
        self.go_on(resumed)

    def read_as(self, reader: Reader) -> None:
        """Whatever is told from now on is told to this reader."""
        self.reader = self.beside.reader = self.behind.reader = reader
        self.setting.settings = settings_for_reader(self.setting.settings, reader)

    def go_on(self, resumed: ResumedPlay) -> None:
        """Go on where a trail has led; where it did not fit, with what is said of that."""
        self.keeping = Autosave(self.shelf, resumed.saved) if resumed.saved else None
        self.begun = None
        self.told = []
        self.beside.claims = ()
        self.fork = self.here = None
        if resumed.says:
            self.speak(shelf_strings.ENDS_HERE, "bold")
            self.speak(resumed.says)
            self.out.print()
        self.stand(resumed.history)
        self.advance()

    def read_by_paper(self, wanted: str) -> None:
        """The papers of the record that has ended; or the record anew, by the one that is wanted."""
        paper = show_papers(self.library, self.play.state, " ".join(wanted.lower().split()), self.speak)
        if paper is not None:
            reader, story = replace(self.reader, paper=paper), self.play.state.story
            play = autosave.begin_play(self.library, self.shelf, story, reader)
            self.go_on(ResumedPlay(History(play), "", self.reader.gentle))

    def obey(self, said: str) -> None:
        """A number, or a word, or the beginning of one; behind many words a name may follow."""
        answer = said.strip().lower()
        on = self.page.by_default if decides(self.page) else self.page.moves[0]
        if not answer and on is not None:
            self.make(on)
            return
        if not answer and self.page.close is not None:
            self.commands["library" if self.debriefed is self.page else "debrief"]("")
            return
        if number := number_said(answer.removesuffix("."), len(self.page.open_moves)):
            self.make(self.page.open_moves[number - 1])
            return
        if self.begun is not None and is_continue(answer):
            self.take_up(self.begun.saved)
        elif not self.obey_word(said, self.commands) and not self.make_named(answer):
            count = len(self.page.open_moves)
            numbers = strings.NUMBERS_FROM_TO.format(n=count) if count > 1 else strings.NUMBER_ONE if count else ""
            unclear = strings.NOT_UNDERSTOOD if answer else shelf_strings.SAY_SOMETHING
            self.speak(unclear.format(said=answer, numbers=numbers), "dim")
            suggest(answer, self.page, self._told_actions(), self.speak)

    def obey_word(self, said: str, offered: Collection[str]) -> bool:
        """Do what a word, or the beginning of one, asks for; whether it was one of those that are offered."""
        if (asked := typed_action(said, offered, self.beside.actions)) is not None:
            self.commands[asked[0].id](asked[1])
        return asked is not None

    def make_named(self, answer: str) -> bool:
        """Make the only move whose words begin so; whether there was one. No word of ours is taken for an option's."""
        long_enough = len(answer) >= MIN_LABEL_LETTERS
        named = [move for move in self.page.open_moves if long_enough and move.label.lower().startswith(answer)]
        if len(named) == 1:
            self.make(named[0])
        return len(named) == 1

    def show_beside(self, name: str, wanted: str) -> None:
        """A page beside the stories, of what was told last first."""
        self.beside.open(name, wanted, self.told)

    def show_behind(self, name: str, wanted: str) -> None:
        """What lies behind the reader."""
        self.debriefed = self.page if name == "debrief" else self.debriefed
        self.behind.commands[name](self.history, wanted)

    def show_map(self, wanted: str) -> None:
        """The map, or what was read at a scene of it."""
        self.show_again(tell_map(self.library, self.reader, " ".join(wanted.lower().split()), self.play, self.speak))

    def show_route(self, wanted: str) -> None:
        """The way, or what was read at a place of it."""
        wanted, width = " ".join(wanted.lower().split()), min(self.out.width, MAX_PICTURE_WIDTH)
        self.show_again(tell_route(self.library, self.reader, wanted, self.play, width, self.speak))

    def show_again(self, pages: tuple[Page, ...]) -> None:
        """Pages that were read before, without what can be chosen there."""
        for one in pages:
            show(self.out, replace(one, moves=()), unfolds=True)

    def set(self, wanted: str) -> None:
        """The settings, or a change of one, and the present page as it is told then."""
        self.setting.obey(wanted)
        measure(self.out, self.setting.settings)
        if self.setting.reader != self.reader:
            self.read_as(self.setting.reader)
            if self.here is None:  # nothing of the story was told yet
                self.page = self.page_of(self.history)
            else:
                self.go(self.history)

    def make(self, move: MoveView) -> None:
        """Make a move, and tell what follows up to the next decision. From the first one on, the play is kept."""
        self.keeping = self.keeping or Autosave(self.shelf)
        self.told = []
        self.beside.claims = ()
        self.stand(choose(self.library, self.history, move.move))
        if move.kind == "take":
            self.speak(reader_strings.TAKEN, "dim")
        self.advance()

    def stand(self, history: History) -> None:
        """At another page; before it is told, what led to it is kept."""
        self.history = history
        if self.keeping is not None:
            self.keeping.keep(self.library, history, is_gentle=self.reader.gentle)
        self.page = self.page_of(history)

    def page_of(self, history: History) -> Page:
        """The page at which a history stands."""
        state = history.play.state
        read = self.keeping.records_read(self.library, state) if self.keeping is not None else ()
        return page(self.library, state, replace(self.reader, read=read, touched=self.touched), history.play.trail)

    def advance(self) -> None:
        """Tell page after page until there is something to decide, or until each page waits for the reader."""
        self.tell_page(self.page)
        while not decides(self.page) and not self.pauses:
            self.stand(choose(self.library, self.history, self.page.moves[0].move))
            self.tell_page(self.page)

    def tell_page(self, shown: Page) -> None:
        """Tell a page; of a fork that the reader is still at, only the question."""
        here = (shown.story, shown.scene)
        again = shown.kind == "scene" and here == self.fork
        told = replace(shown, blocks=()) if again else shown
        show(self.out, told, head=here != self.here, pauses=self.pauses)
        self.told.append(shown)
        self.here = here
        if shown.kind in ("scene", "ending"):
            self.fork = here

    def take_back(self) -> None:
        """Back to the decision before this one."""
        earlier = undo(self.library, self.history)
        while earlier.can_undo and not self._stands(earlier):
            earlier = undo(self.library, earlier)
        if not self.history.can_undo or not self._stands(earlier):
            self.speak(strings.NOTHING_TO_UNDO, "dim")
            return
        self.go(earlier)

    def _stands(self, history: History) -> bool:
        """Whether the reader is asked something at the page of a history: a decision, or to go on."""
        return self.pauses or decides(self.page_of(history))

    def take_again(self) -> None:
        """On to the decision after this one, or as far as was undone."""
        if not self.history.undone:
            self.speak(strings.NOTHING_TO_REDO, "dim")
            return
        self.told = []
        self.beside.claims = ()
        while self.history.undone:
            self.stand(redo(self.library, self.history))
            self.tell_page(self.page)
            if self._stands(self.history):
                break

    def go(self, history: History) -> None:
        """To a page at which the reader has been, told once more."""
        self.stand(history)
        self.told = [self.page]
        self.beside.claims = ()
        self.fork = self.here = (self.page.story, self.page.scene)
        show(self.out, self.page, pauses=self.pauses)

    def tell(self) -> None:
        """Tell what was told last once more."""
        self.beside.claims = ()
        for number, told in enumerate(self.told):
            before = self.told[number - 1] if number else None
            head = before is None or (before.story, before.scene) != (told.story, told.scene)
            show(self.out, told, head=head, pauses=self.pauses)

    def show_sources(self, wanted: str) -> None:
        """What rests under all told since the last decision, or under the page beside it."""
        claims = self.beside.claims or tuple(dict.fromkeys(claim for told in self.told for claim in told.claims))
        tell_document(sources_document(self.library, claims, self.reader, wanted.lower()), self.speak)

    def show_versions(self) -> None:
        """What the documents tell differently of what was told since the last decision."""
        claims = dict.fromkeys(claim for told in self.told for claim in told.told)
        tell_document(versions_document(self.library, claims, self.reader), self.speak)

    def show_folds(self, wanted: FoldId) -> None:
        """What the law says, or what others did, of what was told since the last decision."""
        found = [fold for told in self.told if told.reveal for fold in told.reveal.folds if fold.id == wanted]
        for fold in found:
            show_fold(self.out, fold)
        if not found:
            self.speak(evidence_strings.FOLD_NONE[wanted], "dim")

    def leave(self) -> None:
        """Leave for the list of records."""
        self.leaves_for_library = True

    def show_help(self) -> None:
        """Every word that is understood here."""
        for one in self._told_actions():
            say_word(self.out, one.word, one.meaning)
        self.out.print()

    def _told_actions(self) -> list[Action]:
        """The actions that have a word here; to go on with something, it has to be begun."""
        known = [one for one in self.beside.actions if one.meaning and (self.begun is not None or one.id != "continue")]
        return [one for one in known if self.told or one.id in (*BEFORE_THE_FIRST_PAGE, "continue", "quit")]
