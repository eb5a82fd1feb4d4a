"""Which parts does the one-file edition bring for what is the reader's own: prompts, lines to take along, an account?

Fragments of HTML in numbered lists, each written by the code of every web page, and the numbers by which data.py and
the script know them: a prompt as it is put, what each answer shows, the line of a gap as it can stand; the lines of an
account, each with its margin.
"""

import json
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from wayout.faces.web.page import Link, article, asked, block_html, care_line, moves, options, told
from wayout.faces.web.reference_pages import document_html
from wayout.faces.web.template_tree import SLOT, either
from wayout.locale import reader_strings, strings
from wayout.model.library import NOTEBOOK, TIMELINE, Library, story_name
from wayout.model.prompts import PARTS, Prompt, Thread
from wayout.model.story import Scene
from wayout.model.text import wording
from wayout.play.moves import GO_ON, MARKS, Cut, Mark, Take, encode
from wayout.play.reader_part import is_answered, replies_to
from wayout.play.state import Reader, ReplyMade, State
from wayout.render.html import Html, tag
from wayout.views.account import (
    Account,
    AccountLineView,
    account_sections,
    asked_line,
    carried_line,
    met_line,
    silence,
    spine_line,
)
from wayout.views.by_paper import by_paper_document
from wayout.views.debrief import in_part_sections
from wayout.views.document import ViewDocument, row
from wayout.views.move_labels import take_label
from wayout.views.notebook import notebook_frame
from wayout.views.page import MoveView, Page, page
from wayout.views.passages import Block, headline_block, mark_block, printed_line, still_block, touch_block
from wayout.views.reference_pages import document
from wayout.views.timeline import every_place, timeline_document

Written = Callable[[Reader], Html]
FULL = Reader()
GENTLE = Reader(gentle=True)
WORDING = "data-wording"


def replied(story: str, scene: str, name: str, option: str) -> State:
    """A state in which a prompt was just answered so."""
    reply = ReplyMade(story, scene, name, option)
    return State(story=story, scene=scene, situation=(), parts=PARTS, replies=(reply,), revealed=name)


def _put(story: str, scene_name: str, scene: Scene, name: str) -> State:
    """A state in which a prompt is put."""
    others = tuple(ReplyMade(story, scene_name, other, "") for other in scene.prompts if other != name)
    return State(story=story, scene=scene_name, situation=(), parts=PARTS, replies=others)


def prompt_items(library: Library, story: str, scene_name: str, name: str, link: Link) -> Iterator[Written]:
    """A prompt as it is put; what each answer shows; and of a gap its line: open, left, and with each answer in it."""
    scene = library.scene(story, scene_name)
    prompt = scene.prompts[name]

    def put(reader: Reader) -> Html:
        shown = page(library, _put(story, scene_name, scene, name), reader)
        return tag("div", asked(library, shown, link), moves(shown, is_numbered=False))

    def answered(option: str) -> Written:
        def written(reader: Reader) -> Html:
            if not is_answered(prompt, option):
                return tag(
                    "div", *(block_html(library, one, link=link) for one in headline_block(prompt, option, reader))
                )
            shown = page(library, replied(story, scene_name, name, option), reader)
            return tag("div", _told(library, shown, link), moves(shown, is_numbered=False))

        return written

    def line(reply: ReplyMade | None) -> Written:
        return lambda reader: tag("div", block_html(library, printed_line(library, prompt, reply, reader), link=link))

    yield put
    yield from map(answered, replies_to(prompt))
    if prompt.kind == "gap":
        yield line(None)
        yield from (line(ReplyMade(story, scene_name, name, option)) for option in ("", *replies_to(prompt)))


def _told(library: Library, shown: Page, link: Link) -> Html:
    return tag("div", told(library, shown, link), class_="told", id="told")


def shown_blocks(library: Library, story: str, scene: str, name: str, option: str) -> tuple[Block, ...]:
    """What an answer shows; nothing where it is not answered."""
    if not is_answered(library.scene(story, scene).prompts[name], option):
        return ()
    return page(library, replied(story, scene, name, option), Reader()).blocks


def mark_page(library: Library, link: Link) -> Html:
    """The page that asks what anyone could know, before an outcome is revealed."""
    ways = tuple(MoveView(id=encode(Mark(one)), move=Mark(one), label=strings.MARKS[one]) for one in MARKS)
    shown = Page(kind="mark", story="", scene="", title="…", place="…", date="", chosen="…", ask=strings.MARK_ASK,
                 moves=ways)  # fmt: skip
    return article(library, shown, link, is_numbered=False)


def edit_page(library: Library, link: Link) -> Html:
    """The page on which lines of the article are cut, with one of them."""
    ways = (MoveView(id=encode(Cut("1")), move=Cut("1"), label="…"),
            MoveView(id=encode(GO_ON), move=GO_ON, label=reader_strings.LEAVE_IT_SO))  # fmt: skip
    shown = Page(kind="prompt", story="", scene="", title="…", place="…", date="", ask="…", moves=ways)
    return article(library, shown, link, is_numbered=False)


def mark_items(library: Library, link: Link) -> Iterator[Html]:
    """What stands of each mark above the outcome."""
    for one in MARKS:
        yield tag("div", block_html(library, mark_block(strings.MARK_ASK, strings.MARKS, one), link=link))


def take_items(library: Library) -> Written:
    """A form with every line that can be taken along."""

    def written(reader: Reader) -> Html:
        every = (Take(name) for name in library.threads)
        found = (MoveView(id=encode(one), move=one, label=take_label(library, one, reader)) for one in every)
        return options(found, labelled="title", is_lone=True)

    return written


def touch_items(library: Library, thread: str, link: Link) -> Iterator[Written]:
    """What stands beside a line in hand, on each page on which something does; and what is still not told of it."""
    found = library.threads[thread]

    def beside(place: str) -> Written:
        story, _, scene = place.partition("/")
        is_last = library.scene(story, scene).ending is not None

        def written(reader: Reader) -> Html:
            still = (still_block(found, reader, is_led=False),) if is_last else ()
            return tag("div", block_html(library, touch_block(found, place, reader), *still, link=link))

        return written

    yield from map(beside, touched(library, thread))
    yield lambda reader: tag("div", block_html(library, still_block(found, reader, is_led=True), link=link))


def touched(library: Library, thread: str) -> tuple[str, ...]:
    """The places of a library where something stands beside a line."""
    places = (place.partition("/") for place in library.threads[thread].touches)
    return tuple(
        f"{story}/{scene}" for story, _, scene in places
        if story in library.stories and scene in library.stories[story].scenes
    )  # fmt: skip


ACCOUNT_SENTENCES = {
    "account": reader_strings.YOUR_ACCOUNT,
    "left-out": reader_strings.LEFT_OUT,
    "left-out-one": reader_strings.LEFT_OUT_ONE,
    "silence": reader_strings.STILL_NOT_TOLD,
    "foot": reader_strings.FOOT,
    "foot-whose": reader_strings.FOOT_WHOSE,
    "foot-of": reader_strings.FOOT_OF,
    "over-length": reader_strings.OVER_LENGTH,
    "early": reader_strings.EARLY,
    "margin-and": reader_strings.MARGIN_AND,
    "changed": reader_strings.CHANGED,
    "length": reader_strings.LENGTH,
    "edit": reader_strings.EDIT,
    "cut": reader_strings.CUT,
    "put-back": reader_strings.PUT_BACK,
}
"""What the script says by itself of an account."""
NOTEBOOK_SENTENCES = {
    **reader_strings.NOTEBOOK_SAID,
    "notebook-none": reader_strings.NOTEBOOK_NONE,
    "notebook-off": reader_strings.NOTEBOOK_OFF,
}
"""The same of a notebook."""


class AccountText(Struct, frozen=True):
    """A text of an account, by what calls for it; with its margin, and on the word of whom it rests.

    It is in pieces: those that stand by themselves elsewhere too are written once in a file.
    """

    key: tuple[str, ...]
    pieces: tuple[str, ...]
    margin: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()


TITLE, SILENCE = ("title",), "silence"


def account_texts(library: Library, name: str, reader: Reader) -> tuple[AccountText, ...]:
    """Every text that the account of a story can have, in one wording; none without an account."""
    return tuple(_account_texts(library, name, reader)) if library.stories[name].account else ()


def _account_texts(library: Library, name: str, reader: Reader) -> Iterator[AccountText]:
    story = library.stories[name]
    for number, line in enumerate(story.account):
        scene, _, prompt = (line.gap or "").partition("/")
        gap = story.prompt_at(line.gap or "")
        for option in ("", *(replies_to(gap) if gap is not None else ())):
            view = spine_line(library, name, line, replied(name, scene, prompt, option), reader)
            labels = [wording(one.label, gentle=reader.gentle) for one in gap.options.values()] if gap else []
            yield _text(("line", str(number), option), view, *labels)
    yield AccountText(TITLE, (story.title,))
    for key, told_of in story.scenes.items():
        if told_of.ending is not None:
            yield AccountText((SILENCE, key), (silence(told_of, reader),))
        for asked_by, found in told_of.prompts.items():
            yield from _own_texts(library, (key, asked_by), found, reader)
        for choice_name, choice in told_of.choices.items():
            if (met := met_line(library, name, choice, reader)) is not None:
                outcomes = library.outcomes(story.person, choice)
                answers = (wording(outcome.text, gentle=reader.gentle) for outcome in outcomes)
                yield _text(("met", key, choice_name), met, *answers)


def _own_texts(library: Library, at: tuple[str, str], prompt: Prompt, reader: Reader) -> Iterator[AccountText]:
    """What a prompt brings into the account: questions with their answers, headlines."""
    for name, option in prompt.options.items():
        label = wording(option.label, gentle=reader.gentle)
        if prompt.kind == "ask":
            answer = wording(option.account or option.text, gentle=reader.gentle)
            yield _text(("own", *at, name), asked_line(library, option, reader), label, answer)
        elif prompt.kind == "headline":
            yield AccountText(("own", *at, name), (label,))


def _text(key: tuple[str, ...], line: AccountLineView, *inner: str) -> AccountText:
    """A line as a text, in pieces of which some are known."""
    mark = reader_strings.MARGIN_AND
    margin = (f"{mark if at else ''}{word}" for at, word in enumerate(line.margin.split(mark)))
    return AccountText(key, tuple(_pieces(line.marked, inner)),
                       tuple(piece for word in margin for piece in _pieces(word, inner)), line.whose)  # fmt: skip


def _pieces(text: str, known: Iterable[str]) -> Iterator[str]:
    """A text in pieces: those that are known, each where it stands first, and what is between them."""
    found = sorted((text.find(one), one) for one in known if one and one in text)
    end = 0
    for at, one in found:
        if at >= end:
            yield from filter(None, (text[end:at], one))
            end = at + len(one)
    if text[end:]:
        yield text[end:]


def account_items(library: Library, name: str) -> Iterator[Written]:
    """Every text of an account, with its margin and on whose word it rests."""
    both = {gentle: account_texts(library, name, Reader(gentle=gentle)) for gentle in (False, True)}

    def written(number: int) -> Written:
        return lambda reader: _account_item(both[reader.gentle][number])

    yield from map(written, range(len(both[False])))


def carried_items(library: Library) -> Iterator[Written]:
    """Of every line to take along what stands of it in an account."""

    def written(thread: Thread) -> Written:
        def in_wording(reader: Reader) -> Html:
            known = (wording(text, gentle=reader.gentle) for text in (thread.ask, thread.still))
            return _account_item(_text((), carried_line(thread, reader), *known))

        return in_wording

    yield from map(written, library.threads.values())


def ask_items(library: Library) -> Iterator[Written]:
    """What is asked by each line that can be taken along."""

    def written(thread: Thread) -> Written:
        return lambda reader: tag("li", wording(thread.ask, gentle=reader.gentle))

    yield from map(written, library.threads.values())


def document_in_file(library: Library, name: str, reader: Reader) -> ViewDocument:
    """A document beside the stories; on the line of time with every moment that a reader can hang there."""
    if name == TIMELINE:
        return timeline_document(library, reader, every_place(library))
    return document(library, name, reader)


def paper_page(library: Library, story: str, reader: Reader) -> Html:
    """A record by each of its papers alone."""
    return document_html(by_paper_document(library, story, reader), story_name(library, library.stories[story]))


def notebook_page(link: Link) -> Html:
    """The notebook, with a row of each kind."""
    lead = row("lead", reader_strings.NOTEBOOK_LEAD)
    sections = notebook_frame(lambda story, _: link("notice", story))
    return document_html(ViewDocument(id=NOTEBOOK, title=reader_strings.NOTEBOOK, lead=(lead,), sections=sections))


def account_frame() -> Html:
    """The sections of an account, with a row of each kind."""
    line = AccountLineView(text="…", margin="…")
    sample = Account(name="", headline="…", lines=(line,), left_out=("…",), not_told="…")
    return document_html(ViewDocument(id="", title="…", sections=account_sections(sample)))


def in_part_frame() -> Html:
    """That records were read in part, with the row of one."""
    return document_html(ViewDocument(id="", title="…", sections=in_part_sections(("…",))))


def _account_item(one: AccountText) -> Html:
    pieces = tag("span", *(tag(SLOT, piece) for piece in one.pieces))
    whose = json.dumps(one.whose) if one.whose else None
    return tag("li", pieces, tag("span", *(tag(SLOT, word) for word in one.margin)), data_whose=whose)


def reader_templates(library: Library, address: Link) -> Iterator[Html]:
    """Lines to take along, what stands beside them, and the frame of an account."""
    yield template("takes", in_both(take_items(library)))
    for number, name in enumerate(library.threads):
        yield template(f"touches-{number}", tag("div", *map(in_both, touch_items(library, name, address))))
    yield template("asks", tag("ul", *map(in_both, ask_items(library))))
    yield template(NOTEBOOK, notebook_page(address))
    yield template("account", account_frame())
    yield template("account-carried", tag("ul", *map(in_both, carried_items(library))))
    yield template("in-part", in_part_frame())
    yield template("help-line", care_line(address))


def template(name: str, inside: Html, claims: list[int] | None = None) -> Html:
    """A template; `claims` are those that its page rests on."""
    return tag("template", inside, id=name, data_claims=json.dumps(claims) if claims else None)


def in_both(written: Written) -> Html:
    """A page in either wording."""
    return either(written(FULL), written(GENTLE), WORDING, ("full", "gentle"))
