"""What do both engines show for the same plays?"""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from playwright.sync_api import Page as Tab

from wayout.faces.web import reference_pages as html
from wayout.faces.web.one_file import contents
from wayout.faces.web.page import article, in_file
from wayout.faces.web.subset import Subset
from wayout.model.library import Library
from wayout.model.prompts import PARTS, PartKind
from wayout.play.history import History, forks, jump, redo, undo
from wayout.play.history import choose as go
from wayout.play.moves import Choose, Cut, Edit, Enter, GoOn, Mark, Move, PutBack, Reply, Return, Stay, Take, encode
from wayout.play.state import Playthrough, Reader, TakenLine, Trail
from wayout.play.step import begin_as, choose, moves
from wayout.views.debrief import debrief
from wayout.views.log import reading_log
from wayout.views.page import MoveView, page
from wayout.views.sources import sources_document, versions_document

PARTS_GIVEN: tuple[tuple[PartKind, ...], ...] = ((), (), PARTS, ("gap", "ask", "thread"))
"""What a reader can be given of her own: nothing, all, some of it."""
READERS = tuple(
    Reader(gentle=gentle, words_beforehand=beforehand, asks=asks, parts=parts)
    for gentle in (False, True) for beforehand in (False, True) for asks in (False, True) for parts in PARTS_GIVEN
)  # fmt: skip

ENGINES = """
(contents) => {
  const { data } = takeContents(contents || document.getElementById("contents").textContent);
  const engine = makeEngine(data), past = makeHistory(engine), pages = makePages(engine);
  const panels = makePanels(engine, pages, past);
  window.tried = { engine, past, pages, panels };
}
"""
"""In a tab with the scripts of the edition: its own library, or one that is given."""

SHOW = """
(plays) => {
  const { engine, pages } = window.tried, known = new Map(), distinct = [];
  const see = (play, reader) => {
    const page = engine.page(play, reader), { trail, ...shown } = page;
    const text = JSON.stringify([shown, page.ending && trail, reader], (key, value) =>
      (value instanceof Set || value instanceof Map ? [...value] : value));
    if (!known.has(text)) {
      known.set(text, distinct.length);
      const html = pages.article(page, reader).outerHTML;
      distinct.push([html, engine.claimsOf(page), engine.toldIn(page), page.moves]);
    }
    return known.get(text);
  };
  const shown = plays.map(([reader, story, taken, ended, moves]) => {
    let play = engine.begin(story, null, reader.asks, reader.parts, taken, ended);
    return [see(play, reader), ...moves.map((move) => { play = engine.choose(play, move); return see(play, reader); })];
  });
  return [shown, distinct];
}
"""
"""Of each play its pages, by their numbers among all that are different."""

READ = "(written) => written.map((one) => new DOMParser().parseFromString(one, 'text/html').body.innerHTML)"
"""What a browser understands of HTML, written again."""

BEHIND = """
(walks) => walks.map(([reader, story, taken, ended, doings]) => {
  const { engine, past, panels } = window.tried;
  let history = { play: engine.begin(story, null, reader.asks, reader.parts, taken, ended), undone: [] };
  for (const [what, which] of doings) history = past[what](history, which);
  const { trail } = history.play, claims = panels.claimsOn(trail), told = engine.toldIn(engine.page(history.play));
  const shown = {
    forks: panels.forks(history, reader), log: panels.log(panels.entriesOf(trail, reader)),
    debrief: panels.debrief(trail, reader), sources: panels.sources(claims, "where", reader),
    versions: panels.versions(told, "where", reader),
  };
  const html = Object.fromEntries(Object.entries(shown).map(([what, one]) => [what, one.outerHTML]));
  return { trail, undone: history.undone, claims, ...html };
})
"""


def prepare(tab: Tab, chosen: Subset | None = None) -> None:
    """Engines in a tab: for the library of the edition that is open there, or for another one."""
    tab.evaluate(ENGINES, contents(chosen) if chosen else None)


class Tried(Struct, frozen=True):
    """A reader, where she begins, what she brings along, and what she does: moves, or named doings.

    `reader` is she by herself, `informed` with what is known of what she read on other trails.
    """

    reader: Reader
    informed: Reader
    story: str
    taken: tuple[TakenLine, ...]
    ended: tuple[str, ...] = ()
    made: tuple[Any, ...] = ()

    def begin(self, library: Library) -> Playthrough:
        """Where she begins."""
        return begin_as(library, Trail(story=self.story, scene="", asks=self.reader.asks, parts=self.reader.parts,
                                       taken=self.taken, ended=self.ended))  # fmt: skip

    def plays(self, library: Library) -> Iterator[Playthrough]:
        """The play at its beginning, and after each of her moves."""
        play = self.begin(library)
        yield play
        for move in self.made:
            play = choose(library, play, move)
            yield play

    @property
    def given(self) -> list[Any]:
        """As the engine in the page is given it."""
        return [plain(one) for one in (self.informed, self.story, self.taken, self.ended, list(self.made))]


def _beginning(library: Library, chance: random.Random) -> Tried:
    """A reader and a story; with lines that she took along from wherever lines can be taken, or with none."""
    offered = [
        TakenLine(name, *place.split("/", 1)) for name, one in library.threads.items() for place in one.opens
        if place.partition("/")[0] in library.stories
    ]  # fmt: skip
    taken = tuple(chance.sample(offered, min(len(offered), chance.choice((0, 0, 1, 2)))))
    ended = chance.choice(((), tuple(sorted(library.stories))))
    reader = chance.choice(READERS)
    touches = frozenset((name, place) for name, one in library.threads.items() for place in one.touches)
    informed = replace(
        reader, read=chance.choice(((), tuple(library.records))), touched=chance.choice((frozenset(), touches))
    )
    return Tried(reader, informed, chance.choice(sorted(library.stories)), taken, ended)


def random_plays(library: Library, seed: int, count: int, length: int) -> list[Tried]:
    """Readers, stories and moves, each as the seed has it; every move one that the page offers."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        tried = _beginning(library, chance)
        play, made = tried.begin(library), list[Move]()
        while len(made) < length and (offered := moves(library, play.state)):
            made.append(chance.choice(offered))
            play = choose(library, play, made[-1])
        found.append(replace(tried, made=tuple(made)))
    return found


def same_pages(tab: Tab, chosen: Subset, plays: list[Tried]) -> tuple[int, Counter[str]]:
    """Hold both engines against each other, page by page; how many pages there were, and of each kind how many."""
    library = chosen.library
    shown, theirs = tab.evaluate(SHOW, [tried.given for tried in plays])
    ours: dict[bytes, list[Any]] = {}
    pairs: dict[tuple[bytes, int], str] = {}
    count, kinds = 0, Counter[str]()
    for tried, numbers in zip(plays, shown, strict=True):
        for play, number in zip(tried.plays(library), numbers, strict=True):
            found = page(library, play.state, tried.informed, play.trail)
            offered = moves(library, play.state)
            seen = msgspec.json.encode(wire([found, offered]))
            count += 1
            if seen not in ours:
                written = article(library, found, in_file)
                claims = [chosen.evidence.of(one) for one in (found.claims, found.told)]
                ours[seen] = [written, *claims, plain(offered)]
                kinds[found.kind] += 1
            pairs.setdefault((seen, number), str(tried))
    read = dict(zip(ours, tab.evaluate(READ, [one[0] for one in ours.values()]), strict=True))
    for (seen, number), where in pairs.items():
        for their, our in zip(theirs[number], [read[seen], *ours[seen][1:]], strict=True):
            assert their == our, f"{parting(str(their), str(our))} in {where}"
    return count, kinds


def random_walks(library: Library, seed: int, count: int, length: int) -> list[Tried]:
    """As plays, but steps are taken back, taken again, and jumped over too."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        tried = _beginning(library, chance)
        history, doings = History(tried.begin(library)), list[Any]()
        for _ in range(length):
            what, which = _doing(library, history, tried.reader, chance)
            doings.append([what, which])
            history = _done(library, history, what, which)
        found.append(replace(tried, made=tuple(doings)))
    return found


def same_behind(tab: Tab, chosen: Subset, walks: list[Tried]) -> None:
    """Hold trail, decisions, backlog, debrief and its sources against each other, word for word and tag for tag."""
    library = chosen.library
    made = tab.evaluate(BEHIND, [tried.given for tried in walks])
    for tried, theirs in zip(walks, made, strict=True):
        reader, history = tried.reader, History(tried.begin(library))
        for what, which in tried.made:
            history = _done(library, history, what, which)
        trail = history.play.trail
        found, shown = debrief(library, trail, reader), page(library, history.play.state, reader, trail)
        values = {"trail": trail, "undone": history.undone, "claims": chosen.evidence.of(found.claims)}
        written = {
            "forks": html.forks(forks(library, history, reader)),
            "log": html.log(reading_log(library, trail, reader)),
            "debrief": html.debrief(found),
            "sources": html.document_html(sources_document(library, found.claims, reader), "where"),
            "versions": html.document_html(versions_document(library, shown.told, reader), "where"),
        }
        read = dict(zip(written, tab.evaluate(READ, list(written.values())), strict=True))
        for what, expected in {**plain(values), **read}.items():
            assert theirs[what] == expected, f"{what}: {parting(str(theirs[what]), str(expected))} of {tried}"


def parting(theirs: str, ours: str) -> str:
    """Where two texts part."""
    at = next((at for at, two in enumerate(zip(theirs, ours, strict=False)) if two[0] != two[1]), 0)
    return f"{theirs[max(at - 60, 0) : at + 60]!r} is not {ours[max(at - 60, 0) : at + 60]!r}"


def plain(value: Any) -> Any:
    """A value as it is in JSON."""
    return json.loads(msgspec.json.encode(wire(value)))


def wire(value: Any) -> Any:
    """A value with its moves as both engines exchange them: as text; and of what a page offers also the kind."""
    match value:
        case Choose() | Enter() | GoOn() | Stay() | Return() | Mark() | Reply() | Take() | Edit() | Cut() | PutBack():
            return encode(value)
        case MoveView():
            fields = {name: getattr(value, name) for name in value.__struct_fields__ if name != "move"}
            return wire({**fields, "kind": value.kind})
        case msgspec.Struct():
            return {name: wire(getattr(value, name)) for name in value.__struct_fields__}
        case dict():
            return {key: wire(one) for key, one in value.items()}
        case list() | tuple():
            return [wire(one) for one in value]
    return value


def _doing(library: Library, history: History, reader: Reader, chance: random.Random) -> tuple[str, Any]:
    offered = moves(library, history.play.state)
    decisions = len(forks(library, history, reader))
    which = chance.random()
    if which < 0.7 and offered:
        return "choose", chance.choice(offered)
    if which < 0.8 and decisions:
        return "jump", chance.randint(1, decisions)
    return chance.choice(("undo", "redo")), None


def _done(library: Library, history: History, what: str, which: Any) -> History:
    doings: dict[str, Callable[[], History]] = {
        "choose": lambda: go(library, history, which), "jump": lambda: jump(library, history, which),
        "undo": lambda: undo(library, history), "redo": lambda: redo(library, history),
    }  # fmt: skip
    return doings[what]()
