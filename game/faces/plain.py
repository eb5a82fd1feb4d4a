"""How is a story told line by line, without a screen?

The same pages as full-screen, in order, with numbers for choices and words for everything else. It works in a pipe, on
TERM=dumb, with a screen reader and at 40 columns. Pages on which nothing is to be decided follow one another.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TextIO

from msgspec.structs import replace
from rich.console import Console
from rich.text import Text

from game import words
from game.faces.clean import clean
from game.faces.plain_beside import Beside
from game.faces.plain_map import obey as tell_map
from game.faces.plain_route import obey as tell_route
from game.faces.plain_settings import Setting
from game.faces.plain_shelf import asks_to_continue, obey_name, say_begun, tell_news
from game.faces.plain_trail import Behind
from game.model.beside import WAR
from game.model.library import Library
from game.play.catalogue import Entry, catalogue, entry, holding
from game.play.history import History, choose, redo, undo
from game.play.page import Move, Page, page
from game.play.reader import Reader
from game.play.settings import Settings, as_read
from game.play.sources import CiteView, ClaimView, DifferenceView, sources, support, versions
from game.play.state import Play
from game.play.step import begin
from game.shelf.keeping import Keeping
from game.shelf.offered import Offer, Resumed, offer, progress, taken_up
from game.shelf.saved import Saved
from game.shelf.settings import Kept
from game.shelf.shelf import Shelf, open_shelf
from game.words import evidence
from game.words import library as list_words
from game.words import settings as setting_words
from game.words import shelf as shelf_words
from game.words import trails as trail_words


def play(
    library: Library, reader: Reader, story: str | None, scene: str | None, shelf: Shelf, resumed: Resumed | None
) -> int:
    """Tell a story, let one be picked first, or go on where a trail was left; the exit status is 0 in any case."""
    out = console_for(sys.stdout)
    setting = Setting(Kept(shelf), reader, partial(_say, out))
    _measure(out, setting.settings)
    if setting.kept.problem:
        _say(out, setting.kept.problem)
    if resumed is None and story is None:
        picked = _pick(library, setting, out, shelf)
        if picked is None:
            return 0
        reader = setting.reader
        if isinstance(picked, str):
            story = picked
        else:
            resumed, why = taken_up(library, picked)
            if resumed is None:
                _say(out, why)
                return 0
            reader = replace(reader, gentle=reader.gentle or resumed.is_gentle)
    if resumed is not None:
        return Telling(library, reader, out, resumed.history.play, shelf).run(resumed)
    assert story is not None
    return Telling(library, reader, out, begin(library, story, scene, asks=reader.asks), shelf).run(is_new=not scene)


class Telling:
    """One playing of a story on one stream."""

    def __init__(self, library: Library, reader: Reader, out: Console, play: Play, shelf: Shelf | None = None) -> None:
        self.library = library
        self.reader = reader
        self.out = out
        self.shelf = shelf or open_shelf(keeps=False)
        self.keeping: Keeping | None = None
        self.begun: Offer | None = None
        self.history = History(play)
        self.page = page(library, play.state, reader, play.trail)
        self.told: list[Page] = []
        self.fork: tuple[str, str] | None = None
        self.beside = Beside(library, reader, partial(_say, out))
        self.behind = Behind(library, reader, partial(_say, out), self.go)
        self.setting = Setting(Kept(self.shelf), reader, partial(_say, out))
        self.commands: dict[str, Callable[[], None]] = {
            words.CMD_SOURCES: self.show_sources,
            evidence.CMD_VERSIONS: self.show_versions,
            words.CMD_AGAIN: self.tell,
            words.CMD_UNDO: self.take_back,
            words.CMD_REDO: self.take_again,
            words.CMD_HELP: self.show_help,
        }

    @property
    def play(self) -> Play:
        """Where the reader is, and by which trail."""
        return self.history.play

    def run(self, resumed: Resumed | None = None, *, is_new: bool = True) -> int:
        """Announce, tell of the war, then the story, and ask, until the reader leaves or the input ends.

        Of a trail of her own, the reader was told all this before.
        """
        if resumed is None or resumed.saved is None:
            self.announce()
            if self.war_first:
                self.beside.show_aside(WAR)
                self.shelf.tell_of_war()
        if resumed is not None:
            self.go_on(resumed)
            return self.obey_all()
        self.begun = offer(self.library, self.shelf, self.reader, self.play.state.story) if is_new else None
        if self.begun is not None:
            say_begun(self.begun, partial(_say, self.out))
        self.advance()
        return self.obey_all()

    def obey_all(self) -> int:
        """Ask, and do what is said, until the reader leaves or the input ends."""
        tell_news(self.shelf)
        while (said := _ask(self.out, words.THE_END if self.page.close else "")) is not None:
            answer = said.strip().lower()
            if answer in words.CMD_QUIT:
                break
            if self.page.close and not answer:
                break
            self.obey(said)
            tell_news(self.shelf)
        return 0

    @property
    def war_first(self) -> bool:
        """Whether the page on the war is still to be told: it comes once a shelf."""
        return WAR in self.library.asides and not self.shelf.told_of_war

    def take_up(self, saved: Saved) -> None:
        """Go on with a saved trail where it was left; gently, if it was read so."""
        resumed, why = taken_up(self.library, saved)
        if resumed is None:
            _say(self.out, why)
            return
        self.read_as(replace(self.reader, gentle=self.reader.gentle or saved.is_gentle))
        self.go_on(resumed)

    def read_as(self, reader: Reader) -> None:
        """Whatever is told from now on is told to this reader."""
        self.reader = self.beside.reader = self.behind.reader = reader
        self.setting.settings = as_read(self.setting.settings, reader)

    def go_on(self, resumed: Resumed) -> None:
        """Go on where a trail has led; where it did not fit, with what is said of that."""
        self.keeping = Keeping(self.shelf, resumed.saved) if resumed.saved else None
        self.begun = None
        self.told = []
        self.beside.claims = ()
        self.fork = None
        if resumed.says:
            _say(self.out, trail_words.ENDS_HERE, "bold")
            _say(self.out, resumed.says)
            self.out.print()
        self.stand(resumed.history)
        self.advance()

    def announce(self) -> None:
        """What is to be known before the first page."""
        about = entry(self.library, self.play.state.story, self.reader)
        _say(self.out, about.name, "bold")
        who = " · ".join(
            part for part in (about.title, about.identity, about.length, about.review) if part not in ("", about.name)
        )
        _say(self.out, who, "dim")
        war_first = self.war_first
        if about.content:
            _say(self.out, words.CONTENT_NOTE.format(what="; ".join(about.content)))
        if war_first:
            _say(self.out, words.WAR_FIRST)
        if about.content or war_first:
            _say(self.out, words.CONTENT_NOW_GENTLE if self.reader.gentle else words.CONTENT_NOW_FULL)
        self.out.print()

    def obey(self, said: str) -> None:
        """A number, or a word, or the beginning of one; for what stands beside or lies behind, a name may follow."""
        answer = said.strip().lower()
        if number := _number(answer, len(self.page.open_moves)):
            self.make(self.page.open_moves[number - 1])
            return
        found = [command for word, command in self.commands.items() if answer and word.startswith(answer)]
        if found:
            found[0]()
        elif self.begun is not None and asks_to_continue(answer):
            self.take_up(self.begun.saved)
        elif not (
            self.beside.obey(answer, self.told)
            or self.behind.obey(said, self.history)
            or self.show_places(said)
            or self.obey_setting(said)
            or obey_name(said, self.keeping, partial(_say, self.out))
        ):
            count = len(self.page.open_moves)
            numbers = words.NUMBERS_FROM_TO.format(n=count) if count > 1 else words.NUMBER_ONE if count else ""
            unclear = words.NOT_UNDERSTOOD if answer else list_words.SAY_SOMETHING
            _say(self.out, unclear.format(said=answer, numbers=numbers), "dim")

    def show_places(self, said: str) -> bool:
        """The map or the way, or what was read at one of their places; whether it was asked for."""
        say = partial(_say, self.out)
        pages = tell_map(self.library, self.reader, said, self.play, self.out.width, say)
        if pages is None:
            draws = self.out.is_terminal
            pages = tell_route(self.library, self.reader, said, self.play, self.out.width, say, draws=draws)
        for one in pages or ():
            _show(self.out, replace(one, moves=()), self.library)
        return pages is not None

    def obey_setting(self, said: str) -> bool:
        """The settings, or a change of one, and the present page as it is told then; whether they were asked for."""
        if not self.setting.obey(said):
            return False
        _measure(self.out, self.setting.settings)
        if self.setting.reader != self.reader:
            self.read_as(self.setting.reader)
            self.go(self.history)
        return True

    def make(self, move: Move) -> None:
        """Make a move, and tell what follows up to the next decision. From the first one on, the play is kept."""
        self.keeping = self.keeping or Keeping(self.shelf)
        self.told = []
        self.beside.claims = ()
        self.stand(choose(self.library, self.history, move.id))
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
        """Tell page after page until there is something to decide."""
        self.tell_page(self.page)
        while not _decides(self.page):
            self.stand(choose(self.library, self.history, self.page.moves[0].id))
            self.tell_page(self.page)

    def tell_page(self, shown: Page) -> None:
        """Tell a page; of a fork that the reader is still at, only the question."""
        here = (shown.story, shown.scene)
        again = shown.kind == "scene" and here == self.fork
        _show(self.out, replace(shown, blocks=()) if again else shown, self.library, head=not again)
        self.told.append(shown)
        if shown.kind in ("scene", "ending"):
            self.fork = here

    def take_back(self) -> None:
        """Back to the decision before this one."""
        earlier = undo(self.library, self.history)
        while earlier.can_undo and not _decides(self.page_of(earlier)):
            earlier = undo(self.library, earlier)
        if not self.history.can_undo or not _decides(self.page_of(earlier)):
            _say(self.out, words.NOTHING_TO_UNDO, "dim")
            return
        self.go(earlier)

    def take_again(self) -> None:
        """On to the decision after this one, or as far as was undone."""
        if not self.history.undone:
            _say(self.out, words.NOTHING_TO_REDO, "dim")
            return
        self.told = []
        self.beside.claims = ()
        while self.history.undone:
            self.stand(redo(self.library, self.history))
            self.tell_page(self.page)
            if _decides(self.page):
                break

    def go(self, history: History) -> None:
        """To a page at which the reader has been, told once more."""
        self.stand(history)
        self.told = [self.page]
        self.beside.claims = ()
        self.fork = (self.page.story, self.page.scene)
        _show(self.out, self.page, self.library)

    def tell(self) -> None:
        """Tell what was told last once more."""
        self.beside.claims = ()
        for told in self.told:
            _show(self.out, told, self.library)

    def show_sources(self) -> None:
        """The evidence behind everything told since the last decision, or behind the page beside it told last."""
        claims = self.beside.claims or tuple(dict.fromkeys(claim for told in self.told for claim in told.claims))
        found = sources(self.library, claims, self.reader)
        _say(self.out, words.SOURCES, "bold")
        if not found:
            _say(self.out, words.SOURCES_NONE)
        for number, claim in enumerate(found, 1):
            _show_claim(self.out, number, claim)
        self.out.print()

    def show_versions(self) -> None:
        """What the documents tell differently of what was told since the last decision."""
        claims = dict.fromkeys(claim for told in self.told for claim in told.told)
        found = versions(self.library, claims, self.reader)
        _say(self.out, evidence.VERSIONS if found else evidence.VERSIONS_NONE, "bold" if found else "")
        for difference in found:
            _show_difference(self.out, difference)
        self.out.print()

    def show_help(self) -> None:
        """Every word that is understood."""
        settings = {setting_words.CMD_SETTINGS: setting_words.CMD_MEANING}
        continues = {shelf_words.CMD_CONTINUE: shelf_words.CONTINUE_MEANING} if self.begun else {}
        names = {shelf_words.CMD_NAME: shelf_words.NAME_MEANING}
        for word, meaning in {**words.CMD_MEANING, **settings, **names, **continues}.items():
            _say(self.out, f"{word}: {meaning}")
        self.out.print()


def _decides(shown: Page) -> bool:
    return [move.kind for move in shown.moves] != ["go on"]


def _show(out: Console, shown: Page, library: Library, *, head: bool = True) -> None:
    """One page."""
    if head and shown.kind in ("scene", "ending"):
        _say(out, f"{shown.title} · {shown.where}" if shown.where else shown.title, "bold")
        out.print()
    for block in shown.blocks:
        for paragraph in block.text.split("\n\n"):
            _say(out, f"[{words.EDITORIAL}] {paragraph}" if block.editorial else paragraph)
            out.print()
    if shown.chosen:
        _say(out, words.CHOSEN.format(label=shown.chosen), "dim")
        out.print()
    if shown.reveal is not None:
        _say(out, shown.reveal.taken, "bold", 2)
        for outcome in shown.reveal.outcomes:
            _say(out, outcome.word, "bold", 2)
            _say(out, outcome.text, indent=2)
            if supported := support(library, outcome.claims):
                _say(out, supported, "dim", 2)
        out.print()
    if shown.care:
        _say(out, words.CARE_TYPE, "dim")
        out.print()
    if shown.close is not None:
        _show_close(out, shown)
    if shown.ask:
        _say(out, shown.ask, "bold")
    if _decides(shown):
        number = 0
        for move in shown.moves:
            number += move.is_open
            _show_move(out, number, move)
        out.print()


def _show_move(out: Console, number: int, move: Move) -> None:
    if not move.is_open:
        _say(out, f"–  {move.label} ({words.CLOSED}: {move.reason})", "dim", 2)
        return
    mark = f" ({words.LOOKED_AT})" if move.looked_at else ""
    evidence = f" ({move.evidence})" if move.evidence else ""
    _say(out, f"{number}  {move.label}{mark}{evidence}", indent=2)
    if move.notice:
        _say(out, move.notice, "dim", 5)


def _show_close(out: Console, shown: Page) -> None:
    close = shown.close
    if close is None:
        return
    _say(out, f"{close.head}. {close.as_of}." if close.as_of else f"{close.head}.", "bold")
    if close.text:
        _say(out, close.text)
    out.print()
    for heading, lines in (
        (words.WALKED_HEAD, close.walked),
        (words.UNKNOWN_HEAD, close.unknown),
        (words.NOT_WALKED_HEAD, close.not_walked),
        (words.MARKED_HEAD, close.marked),
    ):
        if lines:
            _say(out, heading, "bold")
            for line in lines:
                _say(out, f"– {line}", indent=2)
            out.print()
    if close.questions:
        _say(out, words.DISCUSS_HEAD, "bold")
        for question in close.questions:
            _say(out, f"– {question.ask}", indent=2)
            if question.expect:
                _say(out, words.EXPECT.format(what="; ".join(question.expect)), "dim", 4)
        out.print()


def _show_claim(out: Console, number: int, claim: ClaimView) -> None:
    out.print()
    _say(out, f"{number}. {claim.says}")
    _say(out, claim.support, "bold", 3)
    for remark in claim.remarks:
        _say(out, remark, indent=3)
    for cite in claim.cites:
        _say(out, f"– {cite_line(cite)}", indent=3)
    for difference in claim.differences:
        _show_difference(out, difference)


def _show_difference(out: Console, difference: DifferenceView) -> None:
    _say(out, f"{difference.head} ({difference.why}):", indent=3)
    for reading in difference.readings:
        where = "; ".join(f"{cite.outlet}, {cite.place}" for cite in reading.cites)
        _say(out, f"– {reading.says} ({where})", indent=5)


def cite_line(cite: CiteView) -> str:
    """A cite in one line: outlet, title, how it was made and from what, place, speaker, voice, quotation, address."""
    made = f"{cite.how} of {cite.made_from}" if cite.made_from and cite.how != "original" else ""
    who = words.FOR_SPEAKER.format(name=cite.speaker) if cite.speaker else ""
    quote = f"“{cite.quote}”" if cite.quote else ""
    held = "" if cite.is_held else words.NOT_HELD
    parts = (cite.outlet, cite.title, made, cite.language, cite.place, who, cite.voice, quote, held, cite.url)
    return " · ".join(part for part in parts if part)


def _pick(library: Library, setting: Setting, out: Console, shelf: Shelf) -> str | Saved | None:
    """Let the reader pick a story, or go on with what she began."""
    entries = catalogue(library, setting.reader)
    numbers = {one.id: number for number, one in enumerate(entries, 1)}
    begun, read = offer(library, shelf, setting.reader), progress(shelf)
    tell_news(shelf)
    _say(out, words.APP, "bold")
    _say(out, words.LIBRARY_HEAD)
    out.print()
    if begun is not None:
        _say(out, shelf_words.MAY_CONTINUE_ANY.format(label=begun.label), indent=2)
        _say(out, begun.where, "dim", 5)
    _list(out, entries, numbers, read)
    which = list_words.WHICH if begun is None else list_words.WHICH_OR_GO_ON
    while (said := _ask(out, which)) is not None:
        answer = said.strip().lower()
        first, _, wanted = answer.partition(" ")
        if number := _number(answer, len(entries)):
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
                _say(out, list_words.FOUND_NONE.format(said=wanted))
            continue
        if setting.obey(answer):
            _measure(out, setting.settings)
            continue
        if Beside(library, setting.reader, partial(_say, out)).obey(answer):
            continue
        here = list_words.HERE.format(n=len(entries))
        asks = bool(first) and words.CMD_HELP.startswith(first)
        _say(out, here if asks else list_words.NOT_UNDERSTOOD.format(said=answer, here=here), "dim")
    return None


def _number(answer: str, most: int) -> int:
    """A number from 1 on that was said, or 0: what looks like one may be none, such as ², or too long to be read."""
    number = int(answer) if answer.isdecimal() and len(answer) < 9 else 0
    return number if number <= most else 0


def _list(out: Console, entries: tuple[Entry, ...], numbers: dict[str, int], read: dict[str, str]) -> None:
    """Stories with their numbers, how far each was read, and what is announced of it."""
    for one in entries:
        about = " · ".join(part for part in (one.identity, one.length, one.review, read.get(one.id)) if part)
        _say(out, f"{numbers[one.id]}  {one.name} ({about})", indent=2)
        announced = words.CONTENT_NOTE.format(what="; ".join(one.content)) if one.content else ""
        _say(out, " ".join(part for part in (one.teaser, announced) if part), "dim", 5)
    out.print()


def _ask(out: Console, first: str = "") -> str | None:
    """A line from the reader, written out where she does not type it; None where the input ends or is interrupted."""
    if first:
        _say(out, first, "dim")
    if sys.stdin is None:
        return None
    try:
        said = input(f"{words.PROMPT} ") if sys.stdin.isatty() else _line(sys.stdin)
    except (EOFError, KeyboardInterrupt):
        out.print()
        return None
    if not sys.stdin.isatty():
        _say(out, f"{words.PROMPT} {said}")
    return said


def _line(stream: TextIO) -> str:
    line = stream.readline()
    if not line:
        raise EOFError
    return line.rstrip("\n")


def _say(out: Console, text: str, style: str = "", indent: int = 0) -> None:
    """A paragraph, wrapped; a writer's text is data, never markup."""
    indent = min(indent, out.width // 8)
    for line in Text(clean(" ".join(text.split("\n"))), style=style).wrap(out, out.width - indent):
        line.rstrip()
        line.pad_left(indent)
        out.print(line)


def console_for(stream: TextIO) -> Console:
    """Colour and bold only for a terminal that can and a reader who has not said NO_COLOR."""
    plain = not stream.isatty() or os.environ.get("TERM") in ("dumb", "unknown", None) or "NO_COLOR" in os.environ
    return Console(file=stream, color_system=None if plain else "auto", markup=False, highlight=False, emoji=False)


def _measure(out: Console, settings: Settings) -> None:
    """A measure that reads well; a wider terminal only gets more margin."""
    out.width = max(20, min(Console(file=out.file).width, settings.width))
