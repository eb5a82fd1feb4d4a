"""How is a story told line by line, without a screen?

The same pages as full-screen, in order, with numbers for choices and words for everything else. It works in a pipe, on
TERM=dumb, with a screen reader and at 40 columns. Pages on which nothing is to be decided follow one another.
"""

import sys
from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from rich.console import Console

from wayout.faces.plain.map import map_command as tell_map
from wayout.faces.plain.output import ask, console_for, measure, number_said, say, say_word
from wayout.faces.plain.page import decides, show
from wayout.faces.plain.picker import pick_story
from wayout.faces.plain.reference_commands import ReferenceCommands
from wayout.faces.plain.route import route_command as tell_route
from wayout.faces.plain.settings import SettingCommands
from wayout.faces.plain.shelf import is_continue, name_command, show_news, show_resumable
from wayout.faces.plain.sources import tell_sources, tell_versions
from wayout.faces.plain.trail_commands import TrailCommands
from wayout.locale import evidence_strings, library_strings, settings_strings, shelf_strings, strings, trail_strings
from wayout.model.library import Library
from wayout.model.reference_pages import WAR
from wayout.play.history import History, choose, redo, undo
from wayout.play.reader import Reader
from wayout.play.settings import settings_for_reader
from wayout.play.state import Playthrough
from wayout.play.step import begin
from wayout.store.autosave import Autosave
from wayout.store.resume import ResumedPlay, ResumeOffer, find_resumable, resume
from wayout.store.saved_trail import SavedTrail
from wayout.store.settings import SettingsStore
from wayout.store.shelf import Shelf, open_shelf
from wayout.views.catalogue import catalogue_entry
from wayout.views.page import MoveView, Page, page
from wayout.views.sources import sources, versions

INTERRUPTED = 130
"""The exit status of what SIGINT ended: 128 and its number, as shells give it."""
PICTURE_WIDTH = 100
"""The most cells of a picture: a pipe has no width of its own."""
LEAST_OF_A_LABEL = 4
"""So many letters make the beginning of an option's words."""


def play(
    library: Library, reader: Reader, story: str | None, scene: str | None, shelf: Shelf, resumed: ResumedPlay | None
) -> int:
    """Tell a story, let one be picked first, or go on where a trail was left.

    The exit status is 0; as of any program that ctrl+c ends, 130 then.
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
    setting = SettingCommands(SettingsStore(shelf), reader, partial(say, out))
    measure(out, setting.settings)
    if setting.kept.problem:
        say(out, setting.kept.problem)
    if resumed is None and story is None:
        picked = pick_story(library, setting, out, shelf)
        if picked is None:
            return 0
        reader = setting.reader
        if isinstance(picked, str):
            story = picked
        else:
            resumed, why = resume(library, picked)
            if resumed is None:
                say(out, why)
                return 0
            reader = replace(reader, gentle=reader.gentle or resumed.is_gentle)
    if resumed is not None:
        return PlainSession(library, reader, out, resumed.history.play, shelf).run(resumed)
    assert story is not None
    return PlainSession(library, reader, out, begin(library, story, scene, asks=reader.asks), shelf).run(
        is_new=not scene
    )


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
        self.history = History(play)
        self.page = page(library, play.state, reader, play.trail)
        self.told: list[Page] = []
        self.fork: tuple[str, str] | None = None
        self.beside = ReferenceCommands(library, reader, self.speak)
        self.behind = TrailCommands(library, reader, self.speak, self.go)
        self.setting = SettingCommands(SettingsStore(self.shelf), reader, self.speak)
        self.commands: dict[str, Callable[[], None]] = {
            evidence_strings.CMD_VERSIONS: self.show_versions,
            strings.CMD_AGAIN: self.tell,
            strings.CMD_UNDO: self.take_back,
            strings.CMD_REDO: self.take_again,
            strings.CMD_HELP: self.show_help,
            strings.CMD_HELP_SIGN: self.show_help,
        }

    @property
    def play(self) -> Playthrough:
        """Where the reader is, and by which trail."""
        return self.history.play

    def run(self, resumed: ResumedPlay | None = None, *, is_new: bool = True) -> int:
        """Announce, tell of the war, then the story, and ask, until the reader leaves or the input ends.

        Of a trail of her own, the reader was told all this before.
        """
        is_new_here = resumed is None or resumed.saved is None
        tells_of_war = is_new_here and self.war_first
        if is_new_here:
            self.announce()
        if tells_of_war:
            self.beside.show_aside(WAR)
        if is_new_here and self.pauses and not self.pause():
            if tells_of_war:
                self.shelf.tell_of_war()
            return 0
        if resumed is not None:
            self.go_on(resumed)
        else:
            self.begun = (
                find_resumable(self.library, self.shelf, self.reader, self.play.state.story) if is_new else None
            )
            if self.begun is not None:
                show_resumable(self.begun, self.speak)
            self.advance()
        if tells_of_war:  # kept when there is something to read: making a shelf waits for the disk
            self.shelf.tell_of_war()
        return self.obey_all()

    def pause(self) -> bool:
        """Wait for Enter before the first page, answering words meanwhile; whether the reader stays."""
        while (said := ask(self.out, strings.ENTER_GOES_ON.format(label=strings.GO_ON))) is not None:
            answer = said.strip().lower()
            if answer in strings.CMD_QUIT:
                return False
            if not answer:
                return True
            if not self.obey_setting(said) and not self.beside.obey(answer):
                self.speak(strings.NOT_UNDERSTOOD.format(said=answer, numbers=""), "dim")
        return False

    def obey_all(self) -> int:
        """Ask, and do what is said, until the reader leaves or the input ends."""
        show_news(self.shelf)
        while (said := ask(self.out, strings.THE_END if self.page.close else "")) is not None:
            answer = said.strip().lower()
            if answer in strings.CMD_QUIT:
                break
            if self.page.close and not answer:
                break
            self.obey(said)
            show_news(self.shelf)
        return 0

    @property
    def war_first(self) -> bool:
        """Whether the page on the war is still to be told: it comes once a shelf."""
        return WAR in self.library.asides and not self.shelf.told_of_war

    def take_up(self, saved: SavedTrail) -> None:
        """Go on with a saved trail where it was left; gently, if it was read so."""
        resumed, why = resume(self.library, saved)
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
        self.fork = None
        if resumed.says:
            self.speak(trail_strings.ENDS_HERE, "bold")
            self.speak(resumed.says)
            self.out.print()
        self.stand(resumed.history)
        self.advance()

    def announce(self) -> None:
        """What is to be known before the first page."""
        about = catalogue_entry(self.library, self.play.state.story, self.reader)
        self.speak(about.name, "bold")
        who = " · ".join(
            part for part in (about.title, about.identity, about.length, about.review) if part not in ("", about.name)
        )
        self.speak(who, "dim")
        war_first = self.war_first
        if about.content:
            self.speak(strings.CONTENT_NOTE.format(what="; ".join(about.content)))
        if war_first:
            self.speak(strings.WAR_FIRST)
        if about.content or war_first:
            self.speak(strings.CONTENT_NOW_GENTLE if self.reader.gentle else strings.CONTENT_NOW_FULL)
        self.out.print()

    def obey(self, said: str) -> None:
        """A number, or a word, or the beginning of one; for what stands beside or lies behind, a name may follow."""
        answer = said.strip().lower()
        if not answer and not decides(self.page):
            self.make(self.page.moves[0])
            return
        if number := number_said(answer.removesuffix("."), len(self.page.open_moves)):
            self.make(self.page.open_moves[number - 1])
            return
        found = [command for word, command in self.commands.items() if answer and word.startswith(answer)]
        if found:
            found[0]()
        elif self.begun is not None and is_continue(answer):
            self.take_up(self.begun.saved)
        elif not (
            self.show_sources(answer)
            or self.beside.obey(answer, self.told)
            or self.behind.obey(said, self.history)
            or self.show_places(said)
            or self.obey_setting(said)
            or name_command(said, self.keeping, self.speak)
            or self.make_named(answer)
        ):
            count = len(self.page.open_moves)
            numbers = strings.NUMBERS_FROM_TO.format(n=count) if count > 1 else strings.NUMBER_ONE if count else ""
            unclear = strings.NOT_UNDERSTOOD if answer else library_strings.SAY_SOMETHING
            self.speak(unclear.format(said=answer, numbers=numbers), "dim")
            self.suggest(answer)

    def suggest(self, answer: str) -> None:
        """Name the word or the option that is spelt most like what was typed, if there is one."""
        from difflib import get_close_matches

        labels = [move.label for move in self.page.open_moves]
        spelt = {label.lower().partition(" ")[0]: label for label in labels}
        spelt |= {name.lower(): name for name in (*labels, *strings.CMD_MEANING)}
        if near := get_close_matches(answer, spelt, 1):
            self.speak(strings.DID_YOU_MEAN.format(near=spelt[near[0]]), "dim")

    def make_named(self, answer: str) -> bool:
        """Make the only move whose words begin so; whether there was one. No word of ours is taken for an option's."""
        long_enough = len(answer) >= LEAST_OF_A_LABEL
        named = [move for move in self.page.open_moves if long_enough and move.label.lower().startswith(answer)]
        if len(named) == 1:
            self.make(named[0])
        return len(named) == 1

    def show_places(self, said: str) -> bool:
        """The map or the way, or what was read at one of their places; whether it was asked for."""
        pages = tell_map(self.library, self.reader, said, self.play, self.speak)
        if pages is None:
            draws, width = self.out.is_terminal, min(self.out.width, PICTURE_WIDTH)
            pages = tell_route(self.library, self.reader, said, self.play, width, self.speak, draws=draws)
        for one in pages or ():
            show(self.out, replace(one, moves=()), self.library)
        return pages is not None

    def obey_setting(self, said: str) -> bool:
        """The settings, or a change of one, and the present page as it is told then; whether they were asked for."""
        if not self.setting.obey(said):
            return False
        measure(self.out, self.setting.settings)
        if self.setting.reader != self.reader:
            self.read_as(self.setting.reader)
            self.go(self.history)
        return True

    def make(self, move: MoveView) -> None:
        """Make a move, and tell what follows up to the next decision. From the first one on, the play is kept."""
        self.keeping = self.keeping or Autosave(self.shelf)
        self.told = []
        self.beside.claims = ()
        self.stand(choose(self.library, self.history, move.move))
        self.advance()

    def stand(self, history: History) -> None:
        """At another page; before it is told, what led to it is kept."""
        self.history = history
        if self.keeping is not None:
            self.keeping.keep(self.library, history, is_gentle=self.reader.gentle)
        self.page = self.page_of(history)

    def page_of(self, history: History) -> Page:
        """The page at which a history stands."""
        return page(self.library, history.play.state, self.reader, history.play.trail)

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
        show(self.out, told, self.library, head=not again, pauses=self.pauses)
        self.told.append(shown)
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
        self.fork = (self.page.story, self.page.scene)
        show(self.out, self.page, self.library, pauses=self.pauses)

    def tell(self) -> None:
        """Tell what was told last once more."""
        self.beside.claims = ()
        for told in self.told:
            show(self.out, told, self.library, pauses=self.pauses)

    def show_sources(self, answer: str) -> bool:
        """What rests under all told since the last decision, or under the page beside it; whether it was asked for."""
        word, _, wanted = answer.partition(" ")
        if not word or not strings.CMD_SOURCES.startswith(word):
            return False
        claims = self.beside.claims or tuple(dict.fromkeys(claim for told in self.told for claim in told.claims))
        tell_sources(wanted, sources(self.library, claims, self.reader), self.speak)
        return True

    def show_versions(self) -> None:
        """What the documents tell differently of what was told since the last decision."""
        claims = dict.fromkeys(claim for told in self.told for claim in told.told)
        tell_versions(versions(self.library, claims, self.reader), self.speak)

    def show_help(self) -> None:
        """Every word that is understood."""
        settings = {settings_strings.CMD_SETTINGS: settings_strings.CMD_MEANING}
        continues = {shelf_strings.CMD_CONTINUE: shelf_strings.CONTINUE_MEANING} if self.begun else {}
        names = {shelf_strings.CMD_NAME: shelf_strings.NAME_MEANING}
        every = {**strings.CMD_MEANING, **settings, **names, **continues}
        for word in sorted(every, key=strings.CMD_LAST.count):
            say_word(self.out, word, every[word])
        self.out.print()
