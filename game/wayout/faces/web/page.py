"""How does a page stand in HTML?

The HTML of a page for every web face: title, options as buttons, outcome card, situation, glossary terms; the frame of
a panel beside it, and links to documents.

The vocabulary of every web face, in one place: elements and classes that look.css knows. It needs no script: what can
be done is a form whose buttons are named 'move'; the menu of tools, and what an evidence word means, are popovers. The
one-file edition clones what is written here, and a test holds its pages against these.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources import files
from itertools import chain, repeat

from wayout.faces.print.html_file import style_sheet
from wayout.faces.web.evidence_words import DOT, stamps
from wayout.locale import print_strings, strings
from wayout.model.glossary_matcher import find_terms
from wayout.model.library import CARE, GLOSSARY, Library, Term
from wayout.model.text import paragraphs, sanitize, web_address
from wayout.play.moves import GO_ON, encode
from wayout.render.html import NOTHING, Html, named, tag, together
from wayout.views.debrief import DEBRIEF
from wayout.views.outcome import EvidenceNote, OutcomePage, OutcomeView
from wayout.views.page import EndingView, MoveView, OptionView, Page
from wayout.views.passages import Block, Paragraph
from wayout.views.sources import VERSIONS, VERSIONS_TITLE, has_versions

EVIDENCE = "evidence"
LONG = 200
"""A paragraph of more letters than these is not set large where it is the first of a page."""
IN_SIGHT = 2
"""So many tools of a page are in sight; all others are in the menu."""
TO_LIBRARY = "to the library"
"""A move of the web faces alone; ids in stories have no spaces."""

Link = Callable[[str, str], str]
"""The address of what stands beside a page, and of what in it: ('glossary', 'quay')."""


SHEETS = ("look.css", "pictures.css")


def look() -> str:
    """How every page of the web faces looks, on a screen and on paper."""
    sheets = (files("wayout.faces.web").joinpath(name).read_text(encoding="utf-8") for name in SHEETS)
    return "".join(sheets) + style_sheet("web")


def icon() -> str:
    """The picture on a browser's tab."""
    return files("wayout.faces.web").joinpath("icon.svg").read_text(encoding="utf-8")


def in_file(what: str, name: str = "") -> str:
    """An address inside the page itself."""
    return f"#{what}/{named(name)}" if name else f"#{what}"


def panel(head: str, where: str, *inside: Html, kind: str = "") -> Html:
    """What stands beside a page: its head, and what it has to say."""
    heading = tag("h1", head, id="title", tabindex="-1")
    shown_where = tag("p", where, class_="where") if where else NOTHING
    header = tag("header", heading, shown_where, class_="head")
    return tag("article", header, *inside, class_=f"panel {kind}".strip())


def address(url: str, label: Html) -> Html:
    """What leads to a document's address, where that is one of the web."""
    return tag("a", label, href=url, rel="noopener noreferrer") if web_address(url) else label


def article(
    library: Library,
    page: Page,
    link: Link = in_file,
    *,
    action: str | None = None,
    is_numbered: bool = True,
    leave: str = strings.TO_LIBRARY,
) -> Html:
    """A page: who, where and when; what is told; what can be done; the situation. `action` is where its form goes.

    Without numbers no key chooses by number. `leave` is what the way is called that leads out at an end.
    """
    heading = tag("h1", page.title, id="title", tabindex="-1", aria_describedby=_new_on(page))
    return tag(
        "article",
        tag("header", heading, _if(page.where, "p", class_="where", id="where"), class_="head"),
        tag("div", told(library, page, link), class_="told", id="told"),
        asked(library, page, link),
        moves(page, action, is_numbered=is_numbered, leave=leave),
        situation(page),
        class_=f"page {page.kind}",
    )


def _new_on(page: Page) -> str | None:
    """The parts of a page that are read out with its heading, in one breath: what the reader does not know yet."""
    new = {"scene": "where" if page.where else None, "mark": "chosen ask", "outcome": "chosen known", "ending": "known",
           "prompt": "ask", "reveal": "chosen" if page.chosen else "line"}  # fmt: skip
    return new[page.kind]


def asked(library: Library, page: Page, link: Link = in_file) -> Html:
    """What a page asks."""
    return tag("h2", with_terms(library.terms, page.ask, link), class_="ask", id="ask") if page.ask else NOTHING


def told(library: Library, page: Page, link: Link = in_file) -> Html:
    """All that is told on a page, in its order."""
    care = care_line(link) if page.care else NOTHING
    line = "line" if page.kind == "reveal" and not page.chosen else None
    chosen = _if(strings.CHOSEN.format(label=page.chosen) if page.chosen else "", "p", class_="chosen", id="chosen")
    return together(
        chosen if page.kind == "reveal" else NOTHING,
        *(
            block_html(library, *led, link=link, name=line if at == 0 else None)
            for at, led in enumerate(_led(page.blocks))
        ),
        care if page.kind in ("scene", "prompt") else NOTHING,
        chosen if page.kind != "reveal" else NOTHING,
        _card(library, page, page.reveal, link) if page.reveal is not None else NOTHING,
        care if page.kind == "outcome" else NOTHING,
        _close(library, page.close, link) if page.close is not None else NOTHING,
    )


def care_line(link: Link) -> Html:
    """The way to the page on help."""
    return tag("p", tag("a", strings.CARE_HERE, href=link(CARE, "")), class_="care")


def moves(page: Page, action: str | None = None, *, is_numbered: bool = True, leave: str = strings.TO_LIBRARY) -> Html:
    """What can be done; where the page leads out also the way back to the library."""
    out = [OptionView(id=TO_LIBRARY, label=leave)] if page.leads_out else []
    labelled = "ask" if page.ask else "title"
    is_lone = not out and [move.kind for move in page.moves] == ["go on"]
    return options((*page.moves, *out), labelled=labelled, is_lone=is_lone or not is_numbered, action=action,
                   passes=encode(GO_ON) if page.kind == "prompt" else "")  # fmt: skip


def options(
    found: Iterable[OptionView],
    *,
    labelled: str,
    is_lone: bool = False,
    name: str = "move",
    action: str | None = None,
    given: Html = NOTHING,
    passes: str = "",
) -> Html:
    """A form of what can be chosen, numbered from 1; a page on which there is one way on has no number.

    What is `given` with it stands in the form unseen. The option that only `passes` on is as quiet as what leads out.
    """
    items, number = [], 0
    for one in found:
        number += one.is_open
        items.append(
            _option(
                one,
                strings.CLOSED_MARK if not one.is_open else "" if is_lone else str(number),
                name,
                is_passed=bool(passes) and one.id == passes,
            )
        )
    listed = tag("ol", *items, role="list", aria_labelledby=labelled)
    return tag("form", given, listed, class_="moves lone" if is_lone else "moves", method="post", action=action)


def situation(page: Page) -> Html:
    """The person's situation."""
    return situation_of(page.situation) if page.situation else NOTHING


def situation_of(found: tuple[tuple[str, str], ...]) -> Html:
    """Labels and values of a situation."""
    lines = (tag("div", tag("dt", label), tag("dd", value)) for label, value in found)
    return tag("section", tag("dl", *lines), class_="situation", aria_label=strings.SITUATION)


def _option(move: OptionView, number: str, name: str, *, is_passed: bool) -> Html:
    aside = " · ".join(part for part in (strings.LOOKED_AT if move.looked_at else "", move.evidence) if part)
    below = move.notice if move.is_open else move.because
    inside = together(
        _if(number, "span", class_="number"),
        " " if number else NOTHING,
        tag("span", move.label, class_="label"),
        together(" ", tag("span", aside, class_="aside")) if aside else NOTHING,
        together(" ", tag("span", below, class_="below")) if below else NOTHING,
    )
    if not move.is_open:
        return tag("li", inside, class_="closed")
    is_own = is_passed or move.id == TO_LIBRARY or (isinstance(move, MoveView) and move.kind == "take")
    return tag("li", tag("button", inside, name=name, value=move.id), class_="own" if is_own else None)


def _led(blocks: Iterable[Block]) -> list[tuple[Block, ...]]:
    """Blocks, each by itself; one that is led in takes those along that follow and rest on all that it rests on."""
    found: list[tuple[Block, ...]] = []
    for block in blocks:
        if found and found[-1][0].heading and not block.label and {*block.claims} >= {*found[-1][0].claims} > set():
            found[-1] = (*found[-1], block)
        else:
            found.append((block,))
    return found


def block_html(library: Library, block: Block, *others: Block, link: Link, name: str | None = None) -> Html:
    """Paragraphs; where the narrator speaks of the record itself, or something is led in, a word says so.

    By its `name` the first of them is found.
    """
    every = (paragraph for one in (block, *others) for paragraph in one.paragraphs)

    def paragraph_html(one: Paragraph, own: str | None) -> Html:
        look = "long" if len(one.text) > LONG else None
        return tag("p", with_terms(library.terms, one.text, link, one.printed), class_=look, id=own)

    told = together(*map(paragraph_html, every, chain([name], repeat(None))))
    look = "editorial" if block.editorial else "led"
    return tag("div", tag("p", block.label, class_="mark"), told, class_=look) if block.label else told


def _card(library: Library, page: Page, reveal: OutcomePage, link: Link) -> Html:
    """What followed, below it how that is known and what it rests on; closed, until somebody asks, what comes later."""

    def noted(note: EvidenceNote, name: str | None = None) -> Html:
        if not note.text:
            return NOTHING
        words = tag("span", stamps(note.words), class_="evidence")
        rests_on = together(DOT, note.rests_on) if note.rests_on else NOTHING
        return tag("p", words, rests_on, class_="support", id=name, data_evidence=reveal.evidence if name else None)

    def followed(outcomes: Iterable[OutcomeView]) -> Iterator[Html]:
        for outcome in outcomes:
            yield _if(outcome.of, "h2", class_="word")
            yield from (tag("p", with_terms(library.terms, one, link)) for one in paragraphs(outcome.text))
            yield noted(outcome.note)

    folds = (
        tag("details", tag("summary", fold.label), *followed(fold.outcomes), noted(fold.note), class_="fold")
        for fold in (() if reveal.step else reveal.folds)
    )
    step = (tag("p", with_terms(library.terms, one, link)) for one in paragraphs(reveal.step) if reveal.step)
    lines = (quiet_line(library, line, link) for line in reveal.lines)
    versions = tag("p", tag("a", VERSIONS_TITLE, href=link(VERSIONS, "")), class_="more")
    known = noted(reveal.note, "known")
    if not reveal.note.text:
        known = tag("p", class_="support", id="known", data_evidence=reveal.evidence)
    return tag(
        "section",
        *step,
        *lines,
        *followed(reveal.told),
        known,
        *folds,
        versions if has_versions(library, page.told) else NOTHING,
        class_="card",
    )


def quiet_line(library: Library, line: OutcomeView, link: Link) -> Html:
    """What is known of a step of a road, and of whom; where a record was not opened yet, all of it on asking."""
    _, rest = line.line
    word, said = tag("span", stamps((line.known,)), class_="evidence"), with_terms(library.terms, rest, link)
    if not line.brief:
        return tag("p", word, said, class_="support quiet")
    told = (tag("p", with_terms(library.terms, one, link)) for one in paragraphs(line.text))
    return tag("div", word, tag("details", tag("summary", said), *told, class_="fold"), class_="quiet")


def _close(library: Library, close: EndingView, link: Link) -> Html:
    """How a path ends, what was never told, and what to discuss."""

    def say(text: str) -> Html:
        return with_terms(library.terms, text, link)

    card = tag(
        "section",
        tag("h2", close.head, class_="evidence", id="known"),
        _if(close.as_of, "p", class_="support"),
        *(tag("p", say(one)) for one in paragraphs(close.text) if close.text),
        tag("p", tag("a", strings.DEBRIEF, href=link(DEBRIEF, "")), class_="more"),
        class_="card silent" if close.head == strings.ENDING_SILENT else "card",
    )
    lists = (
        *((head, [tag("li", say(one) if head == strings.UNKNOWN_HEAD else one) for one in lines])
          for head, lines in close.lists),
        (strings.DISCUSS_HEAD, [tag("li", say(one.ask), _answer(one.expect)) for one in close.questions]),
    )  # fmt: skip
    return together(card, *(
        tag("section", tag("details", tag("summary", tag("h2", head)), tag("ul", *items)), class_="close")
        for head, items in lists if items
    ))  # fmt: skip


def _answer(expect: tuple[str, ...]) -> Html:
    """What a good answer draws on: closed, until somebody asks for it."""
    if not expect:
        return NOTHING
    says = tag("p", strings.EXPECT.format(what="; ".join(expect)), class_="support")
    return tag("details", tag("summary", strings.EXPECT_HEAD), says)


def with_terms(terms: Mapping[str, Term], text: str, link: Link, printed: tuple[int, int] | None = None) -> Html:
    """A text in which the terms of the glossary lead there; what the reader `printed` in it, from where to where."""
    shown, at, found = sanitize(text), 0, []
    start, end = printed or (0, 0)

    def marked(one: int, other: int) -> Html:
        """From one place to another, with as much of what was printed as lies between."""
        from_, until = max(one, min(start, other)), max(one, min(end, other))
        words = tag("mark", shown[from_:until]) if from_ < until else NOTHING
        return together(shown[one:from_], words, shown[max(from_, until) : other])

    for naming in find_terms(shown, terms):
        name = marked(naming.start, naming.end)
        found += [marked(at, naming.start), tag("a", name, class_="term", href=link(GLOSSARY, naming.term))]
        at = naming.end
    return together(*found, marked(at, len(shown)))


def tool_bar(label: str, in_sight: Iterable[Html], groups: Iterable[tuple[str, tuple[Html, ...]]]) -> Html:
    """The tools of a page: some in sight, and a menu of all others in groups, which needs no script to open."""
    listed = [tag("li", one) for one in in_sight]
    held = [
        tag("section", tag("h2", head), tag("ul", *(tag("li", one) for one in tools), role="list"))
        for head, tools in groups if tools
    ]  # fmt: skip
    if held:
        listed.append(tag("li", tag("button", print_strings.MENU, type="button", popovertarget="menu", class_="opens")))
    menu = tag("div", *held, id="menu", class_="menu", popover="") if held else NOTHING
    return tag("nav", tag("ul", *listed, role="list"), menu, class_="bar", aria_label=label)


def _if(text: str, name: str, **attributes: str | None) -> Html:
    """An element, if there is something to say in it."""
    return tag(name, text, **attributes) if text else NOTHING
