"""What do both engines show for the same plays?"""

import json
import random
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from playwright.sync_api import Page as Tab

from wayout.faces.web.data import playable
from wayout.faces.web.fragments import in_edition, templates
from wayout.faces.web.one_file import as_json
from wayout.faces.web.page import article
from wayout.faces.web.subset import Subset
from wayout.locale import evidence_strings, strings
from wayout.model.library import Library
from wayout.model.text import paragraphs
from wayout.play.history import History, forks, jump, redo, undo
from wayout.play.history import choose as go
from wayout.play.moves import Choose, Enter, GoOn, Mark, Move, Return, Stay, encode
from wayout.play.state import Playthrough, Reader
from wayout.play.step import begin, choose, moves
from wayout.render.sanitize import sanitize
from wayout.views.debrief import debrief, debrief_document
from wayout.views.document import Row, Section, TextSpan
from wayout.views.log import reading_log
from wayout.views.page import MoveView, page
from wayout.views.sources import sources, versions

READERS = tuple(
    Reader(gentle=gentle, words_beforehand=beforehand, asks=asks)
    for gentle in (False, True) for beforehand in (False, True) for asks in (False, True)
)  # fmt: skip

ENGINES = """
([library, said, parts]) => {
  const { data, words } = library ? { data: JSON.parse(library), words: JSON.parse(said) }
    : JSON.parse(document.getElementById("data").textContent);
  const own = window.tried ? window.tried.own : [...document.querySelectorAll("template")];
  for (const one of document.querySelectorAll("template")) one.remove();
  if (library) document.body.insertAdjacentHTML("beforeend", parts);
  else document.body.append(...own);
  const engine = makeEngine(data, words), markup = makeMarkup(engine), behind = makeBehind(engine, markup);
  window.tried = { engine, behind, markup, own };
}
"""
"""In a tab with the scripts of the edition: its own library, or one that is given."""

SHOW = """
(plays) => {
  const { engine, markup } = window.tried, known = new Map(), distinct = [];
  const see = ({ state, trail }, reader) => {
    const page = engine.page(state, reader, trail), moves = engine.moves(state);
    const text = JSON.stringify([page, moves, reader.gentle]);
    if (!known.has(text)) {
      known.set(text, distinct.length);
      distinct.push([markup.article(page, reader).outerHTML, engine.claimsOf(page), engine.toldIn(page), moves]);
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
  const { engine, behind } = window.tried;
  let history = { play: engine.begin(story, null, reader.asks), undone: [] };
  for (const [what, which] of doings) {
    history = what === "jump" ? behind.jump(history, which, reader) : behind[what](history, which);
  }
  const { trail } = history.play, found = behind.debrief(trail, reader);
  return {
    trail, undone: history.undone, forks: behind.forks(history, reader),
    backlog: behind.backlog(trail, reader), debrief: [found.title, found.sections, found.claims],
    sources: engine.sources(found.claims, reader),
    versions: engine.versions(engine.toldIn(engine.page(history.play.state, reader, trail)), reader),
  };
})
"""


def prepare(tab: Tab, chosen: Subset | None = None) -> None:
    """Engines in a tab: for the library of the edition that is open there, or for another one."""
    said = {
        name: value for found in (strings, evidence_strings) for name, value in vars(found).items() if name.isupper()
    }
    given = [as_json(playable(chosen)), as_json(said), "".join(templates(chosen))] if chosen else [None] * 3
    tab.evaluate(ENGINES, given)


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


def same_pages(tab: Tab, library: Library, plays: list[tuple[Reader, str, list[Move]]]) -> tuple[int, int]:
    """Hold both engines against each other, page by page; how many pages there were, and how many different ones."""
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
                html = article(library, found, in_edition, has_words=True)
                ours[seen] = [html, list(found.claims), list(found.told), plain(offered)]
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


def same_behind(tab: Tab, library: Library, walks: list[tuple[Reader, str, list[Any]]]) -> None:
    """Hold trail, decisions, backlog, debrief and its sources against each other."""
    made = tab.evaluate(BEHIND, [[plain(reader), story, plain(doings)] for reader, story, doings in walks])
    for (reader, story, doings), theirs in zip(walks, made, strict=True):
        history = History(begin(library, story, asks=reader.asks))
        for what, which in doings:
            history = _done(library, history, what, which)
        trail = history.play.trail
        found, shown = debrief(library, trail, reader), page(library, history.play.state, reader, trail)
        ours = {
            "trail": trail, "undone": history.undone, "forks": forks(library, history, reader),
            "backlog": [_entry(one.heading, ((line.kind, line.said()) for line in one.rows))
                        for one in reading_log(library, trail, reader)],
            "debrief": [found.title, [*map(_section, debrief_document(found).sections)], found.claims],
            "versions": [without_citation(one) for one in versions(library, shown.told, reader)],
            "sources": [without_citation(one) for one in sources(library, found.claims, reader)],
        }  # fmt: skip
        theirs["backlog"] = [_entry(one["head"], ((line["kind"], line["text"]) for line in one["lines"]))
                             for one in theirs["backlog"]]  # fmt: skip
        for what, expected in plain(ours).items():
            assert theirs[what] == expected, f"{what} of {story} {reader} {doings}"


def _section(section: Section) -> dict[str, Any]:
    return {"head": section.heading, "rows": [*map(_row, section.rows)]}


def _row(row: Row) -> dict[str, Any]:
    """A row of the debrief as the script of the page makes it."""
    title = next((span for span in row.spans if span.role == "title"), TextSpan("", "title", ""))
    said = {
        role: "".join(span.text for span in row.spans if span.role == role) for role in ("title", "text", "evidence")
    }
    return {"text": said["title"] + said["text"], "evidence": said["evidence"], "below": [*map(_row, row.rows)],
            "link": row.address, "cited": title.text, "language": title.language,
            "head": "".join(span.text for span in row.summary)}  # fmt: skip


THEIR_KINDS = {"text": "paragraph", "outcome": "followed", "head": "ask", "item": "option"}
"""What the script of the page calls the kinds of lines that it calls otherwise."""


def _entry(head: str, lines: Iterable[tuple[str, str]]) -> Any:
    """Lines as a page shows them: in paragraphs where they are told, without characters that nobody sees."""
    return plain({
        "head": head,
        "lines": [[THEIR_KINDS.get(kind, kind), sanitize(part)] for kind, text in lines
                  for part in (paragraphs(text) if kind in ("text", "outcome") else (text,))],
    })  # fmt: skip


def without_citation(value: Any) -> Any:
    """Of a claim all but what only the terminal face copies."""
    if isinstance(value, list):
        return [without_citation(one) for one in value]
    if isinstance(value, dict):
        return {key: without_citation(one) for key, one in value.items() if key != "citation"}
    return without_citation(plain(value)) if isinstance(value, msgspec.Struct) else value


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
