"""What do both engines show for the same plays?"""

import json
import random
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from playwright.sync_api import Page as Tab

from wayout.faces.web import reference_pages as html
from wayout.faces.web.data import playable
from wayout.faces.web.fragments import in_edition, templates
from wayout.faces.web.one_file import as_json
from wayout.faces.web.page import article
from wayout.faces.web.subset import Subset
from wayout.model.library import Library
from wayout.play.history import History, forks, jump, redo, undo
from wayout.play.history import choose as go
from wayout.play.moves import Choose, Enter, GoOn, Mark, Move, Return, Stay, encode
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, moves
from wayout.views.debrief import debrief
from wayout.views.log import reading_log
from wayout.views.page import MoveView, page
from wayout.views.sources import sources_document, versions_document

READERS = tuple(
    Reader(gentle=gentle, words_beforehand=beforehand, asks=asks)
    for gentle in (False, True) for beforehand in (False, True) for asks in (False, True)
)  # fmt: skip

ENGINES = """
([library, parts]) => {
  const { data } = library ? { data: JSON.parse(library) } : JSON.parse(document.getElementById("data").textContent);
  takeParts(library ? parts : document.getElementById("parts").textContent);
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
    const page = engine.page(play), { trail, ...shown } = page;
    const text = JSON.stringify([shown, page.ending && trail, reader], (key, value) =>
      (value instanceof Set || value instanceof Map ? [...value] : value));
    if (!known.has(text)) {
      known.set(text, distinct.length);
      const html = pages.article(page, reader).outerHTML;
      distinct.push([html, engine.claimsOf(page), engine.toldIn(page), page.moves]);
    }
    return known.get(text);
  };
  const shown = plays.map(([reader, story, moves]) => {
    let play = engine.begin(story, null, reader.asks);
    return [see(play, reader), ...moves.map((move) => { play = engine.choose(play, move); return see(play, reader); })];
  });
  return [shown, distinct];
}
"""
"""Of each play its pages, by their numbers among all that are different."""

READ = "(written) => written.map((one) => new DOMParser().parseFromString(one, 'text/html').body.innerHTML)"
"""What a browser understands of HTML, written again."""

BEHIND = """
(walks) => walks.map(([reader, story, doings]) => {
  const { engine, past, panels } = window.tried;
  let history = { play: engine.begin(story, null, reader.asks), undone: [] };
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
    tab.evaluate(ENGINES, [as_json(playable(chosen)), templates(chosen)] if chosen else [None] * 2)


def random_plays(library: Library, seed: int, count: int, length: int) -> list[tuple[Reader, str, list[Move]]]:
    """Readers, stories and moves, each as the seed has it; every move one that the page offers."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        reader, story = chance.choice(READERS), chance.choice(sorted(library.stories))
        play, made = begin(library, story, asks=reader.asks), list[Move]()
        while len(made) < length and (offered := moves(library, play.state)):
            made.append(chance.choice(offered))
            play = choose(library, play, made[-1])
        found.append((reader, story, made))
    return found


def same_pages(tab: Tab, chosen: Subset, plays: list[tuple[Reader, str, list[Move]]]) -> tuple[int, int]:
    """Hold both engines against each other, page by page; how many pages there were, and how many different ones."""
    library = chosen.library
    shown, theirs = tab.evaluate(SHOW, [[plain(reader), story, plain(made)] for reader, story, made in plays])
    ours: dict[bytes, list[Any]] = {}
    pairs: dict[tuple[bytes, int], str] = {}
    count = 0
    for (reader, story, made), numbers in zip(plays, shown, strict=True):
        for play, number in zip(_played(library, reader, story, made), numbers, strict=True):
            found = page(library, play.state, reader, play.trail)
            offered = moves(library, play.state)
            seen = msgspec.json.encode(wire([found, offered]))
            count += 1
            if seen not in ours:
                written = article(library, found, in_edition, has_words=True)
                claims = [chosen.evidence.of(one) for one in (found.claims, found.told)]
                ours[seen] = [written, *claims, plain(offered)]
            pairs.setdefault((seen, number), f"{story} {reader} {made}")
    read = dict(zip(ours, tab.evaluate(READ, [one[0] for one in ours.values()]), strict=True))
    for (seen, number), where in pairs.items():
        assert theirs[number] == [read[seen], *ours[seen][1:]], where
    return count, len(ours)


def random_walks(library: Library, seed: int, count: int, length: int) -> list[tuple[Reader, str, list[Any]]]:
    """As plays, but steps are taken back, taken again, and jumped over too."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        reader, story = chance.choice(READERS), chance.choice(sorted(library.stories))
        history, doings = History(begin(library, story, asks=reader.asks)), list[Any]()
        for _ in range(length):
            what, which = _doing(library, history, reader, chance)
            doings.append([what, which])
            history = _done(library, history, what, which)
        found.append((reader, story, doings))
    return found


def same_behind(tab: Tab, chosen: Subset, walks: list[tuple[Reader, str, list[Any]]]) -> None:
    """Hold trail, decisions, backlog, debrief and its sources against each other, word for word and tag for tag."""
    library = chosen.library
    made = tab.evaluate(BEHIND, [[plain(reader), story, plain(doings)] for reader, story, doings in walks])
    for (reader, story, doings), theirs in zip(walks, made, strict=True):
        history = History(begin(library, story, asks=reader.asks))
        for what, which in doings:
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
            assert theirs[what] == expected, f"{what} of {story} {reader} {doings}"


def plain(value: Any) -> Any:
    """A value as it is in JSON."""
    return json.loads(msgspec.json.encode(wire(value)))


def wire(value: Any) -> Any:
    """A value with its moves as both engines exchange them: as text; and of what a page offers also the kind."""
    match value:
        case Choose() | Enter() | GoOn() | Stay() | Return() | Mark():
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


def _played(library: Library, reader: Reader, story: str, made: list[Move]) -> Iterable[Playthrough]:
    play = begin(library, story, asks=reader.asks)
    yield play
    for move in made:
        play = choose(library, play, move)
        yield play


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
