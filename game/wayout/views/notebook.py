"""What has this reader met, asked, printed, marked, hung and taken along, in all that she has read?

The notebook, a document: aggregation of several trails (prompts answered, marks, threads with what touched them),
without counts; the latest answer to a prompt holds.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from msgspec import Struct

from wayout.locale import reader_strings
from wayout.model.dates import format_date
from wayout.model.library import NOTEBOOK, Library, story_name
from wayout.model.prompts import PromptKind
from wayout.model.text import paragraphs, wording
from wayout.play.migrate_trail import migrate_trail
from wayout.play.reader_part import in_hand, is_answered, is_touched
from wayout.play.state import Playthrough, Reader, ReplyMade, State, TakenLine, Trail
from wayout.play.step import plays
from wayout.views.compare import place_of
from wayout.views.document import Row, Section, TextSpan, ViewDocument, item, row
from wayout.views.passages import Block, is_at_still, printed_line, question, told
from wayout.views.trail_summary import marks_made


class TrailsRead(Struct, frozen=True):
    """All that a reader has read: her trails, the oldest first, and the lines that she took along in any of them."""

    trails: tuple[Trail, ...] = ()
    taken: tuple[TakenLine, ...] = ()


NOTHING_READ = TrailsRead()
HEADS = (
    reader_strings.NOTEBOOK_HAND, reader_strings.NOTEBOOK_LINES, reader_strings.NOTEBOOK_PRINTED,
    reader_strings.NOTEBOOK_LEFT, reader_strings.NOTEBOOK_MARKS, reader_strings.NOTEBOOK_ASKED,
    reader_strings.NOTEBOOK_HUNG, reader_strings.NOTEBOOK_HEADLINES,
)  # fmt: skip
"""The heads of its sections, in their order."""
Address = Callable[[str, str], str]
"""Where a link to a scene of a record leads, on a page that has links."""


class _Line(NamedTuple):
    """A line that was taken along: where it was taken last, and the places where something stood beside it.

    Of each of them it is told whether that is otherwise than where the line was taken; `is_still` is whether an ending
    has said what is not told of it.
    """

    taken: TakenLine
    touches: dict[str, bool]
    is_still: bool


def notebook_document(
    library: Library, reader: Reader, read: TrailsRead = NOTHING_READ, address: Address | None = None
) -> ViewDocument:
    """The notebook; where no row is a link, its last section has the places to read on from."""
    every = _plays(library, reader, read)
    lines = _lines(library, every, read.taken if reader.parts else ())
    hand = read.taken[-1].thread if read.taken else ""
    replies = _replies(library, every)
    lists: list[list[_Entry]] = [
        [_line(library, lines[one], reader) for one in lines if one == hand],
        [_line(library, lines[one], reader) for one in lines if one != hand],
        *(list(_printed(library, replies, reader, is_chosen=is_chosen)) for is_chosen in (True, False)),
        [*_answered(library, replies, "mark", reader), *_marked(library, every, reader)],
        *(list(_answered(library, replies, kind, reader)) for kind in ("ask", "place", "headline")),
    ]
    sections = [
        Section(head, tuple(_row(library, one, address) for one in entries), is_loose=True)
        for head, entries in zip(HEADS, lists, strict=True)
        if entries
    ]
    every_entry = [one for entries in lists for one in entries]
    if every_entry and address is None:
        sections.append(Section(reader_strings.NOTEBOOK_PLACES, tuple(_places(library, every_entry))))
    lead = reader_strings.NOTEBOOK_LEAD if sections else reader_strings.NOTEBOOK_NONE
    return ViewDocument(
        id=NOTEBOOK, title=reader_strings.NOTEBOOK, sections=tuple(sections),
        lead=(row("lead", lead if reader.parts else reader_strings.NOTEBOOK_OFF),),
    )  # fmt: skip


def notebook_frame(address: Address) -> tuple[Section, ...]:
    """Every section, with a row that has one row below it."""
    name = TextSpan("…", "strong", address=address("…", ""))
    sample = Row(kind="item", spans=(name, TextSpan("…")), rows=(item("…"),))
    return tuple(Section(head, (sample,), is_loose=True) for head in HEADS)


class _Entry(NamedTuple):
    """What was done at a scene, and below it what the record has of it."""

    story: str
    scene: str
    spans: tuple[TextSpan, ...]
    below: tuple[str, ...] = ()


def _row(library: Library, one: _Entry, address: Address | None) -> Row:
    name = reader_strings.NOTEBOOK_OF.format(name=story_name(library, library.stories[one.story]))
    leads = address(one.story, one.scene) if address is not None else ""
    return Row(kind="item", spans=(TextSpan(name, "strong", address=leads), TextSpan(" "), *one.spans),
               rows=tuple(map(item, one.below)))  # fmt: skip


def _places(library: Library, entries: list[_Entry]) -> Iterator[Row]:
    """The scenes where something was done, by what was done there first, with place and date: to be read on from."""
    first = {(one.story, one.scene): one for one in reversed(entries)}
    for name in sorted({one.story for one in entries}):
        for scene, found in library.stories[name].scenes.items():
            if (one := first.get((name, scene))) is not None:
                date = format_date(found.date) if found.date is not None else ""
                where = " · ".join(filter(None, (place_of(library, found), date)))
                spans = (*_row(library, one, None).spans, *((TextSpan(where, "place"),) if where else ()))
                yield Row(kind="item", spans=spans, target=f"{name}/{scene}")


Plays = list[tuple[Playthrough, ...]]
"""The plays of every trail, each from its beginning on."""


def _plays(library: Library, reader: Reader, read: TrailsRead) -> Plays:
    """Those of the trails as far as they fit the library; none where her part is off.

    By one paper only, nothing of her own was asked.
    """
    own = (trail for trail in read.trails if not trail.paper) if reader.parts else ()
    fitting = (migrate_trail(library, trail, stays=True).play for trail in own)
    return [tuple(plays(library, play.trail)) for play in fitting if play is not None]


def _lines(library: Library, every: Plays, taken: tuple[TakenLine, ...]) -> dict[str, _Line]:
    """Every line that was taken along, with all that stood beside it on the pages of others."""
    found: dict[str, _Line] = {}
    for one in (*(one for trail in every for one in trail[-1].state.taken), *taken):
        if one.thread in library.threads and one.scene in library.stories[one.story].scenes:
            before = found.get(one.thread)
            found[one.thread] = _Line(one, before.touches if before is not None else {}, is_still=False)
    for state in (play.state for trail in every for play in trail):
        hand = in_hand(state)
        if hand is None or (line := found.get(hand.thread)) is None:
            continue
        if is_touched(library, state):
            place = f"{state.story}/{state.scene}"
            is_otherwise = f"{hand.story}/{hand.scene}" in library.threads[hand.thread].touches[place].otherwise
            line.touches[place] = line.touches.get(place, False) or is_otherwise
        found[hand.thread] = line._replace(is_still=line.is_still or is_at_still(library, state))
    return found


def _line(library: Library, line: _Line, reader: Reader) -> _Entry:
    """A line that was taken along, and what has become of it: it is open, touched, told otherwise, still not told."""
    taken, thread = line.taken, library.threads[line.taken.thread]

    def touched(place: str) -> str:
        says = reader_strings.NOTEBOOK_OTHERWISE if line.touches[place] else reader_strings.NOTEBOOK_TOUCHED
        name = story_name(library, library.stories[place.partition("/")[0]])
        return says.format(name=name, text=_in_one(wording(thread.touches[place].text, gentle=reader.gentle)))

    still = reader_strings.NOTEBOOK_STILL.format(text=_in_one(wording(thread.still, gentle=reader.gentle)))
    below = (*map(touched, line.touches), *((still,) if line.is_still else ()))
    ask = TextSpan(wording(thread.ask, gentle=reader.gentle))
    return _Entry(taken.story, taken.scene, (ask,), below or (reader_strings.NOTEBOOK_OPEN,))


Replies = list[tuple[PromptKind, ReplyMade]]
"""What was answered, each with the kind of its prompt."""


def _replies(library: Library, every: Plays) -> Replies:
    """Of each prompt the latest answer; of questions each that was asked."""
    found: dict[tuple[str, ...], tuple[PromptKind, ReplyMade]] = {}
    for reply in (one for trail in every for one in trail[-1].state.replies):
        kind = library.scene(reply.story, reply.scene).prompts[reply.prompt].kind
        option = reply.option if kind == "ask" else ""
        found[reply.story, reply.scene, reply.prompt, option] = kind, reply
    return list(found.values())


def hung(library: Library, reader: Reader, read: TrailsRead) -> tuple[ReplyMade, ...]:
    """The moments that a reader hung on the line of time, each where it hangs now; none where her part is off."""
    replies = _replies(library, _plays(library, reader, read))
    return tuple(reply for kind, reply in replies if kind == "place" and reply.option)


def _printed(library: Library, replies: Replies, reader: Reader, *, is_chosen: bool) -> Iterator[_Entry]:
    """The line of each gap with what was printed there; or of each that was left as it came."""
    for kind, reply in replies:
        if kind == "gap" and bool(reply.option) == is_chosen:
            prompt = library.scene(reply.story, reply.scene).prompts[reply.prompt]
            yield _Entry(reply.story, reply.scene, tuple(_spans(printed_line(library, prompt, reply, reader))))


def _spans(block: Block) -> Iterator[TextSpan]:
    """A line in which the words stand out that the reader printed."""
    for at, one in enumerate(block.paragraphs):
        start, end = one.printed or (0, 0)
        pieces = (TextSpan(one.text[:start]), TextSpan(one.text[start:end], "printed"), TextSpan(one.text[end:]))
        yield from (TextSpan(" "),) if at else ()
        yield from (piece for piece in pieces if piece.text)


def _answered(library: Library, replies: Replies, kind: PromptKind, reader: Reader) -> Iterator[_Entry]:
    """What was answered to the prompts of a kind, and what the record showed then."""
    for reply in (reply for one, reply in replies if one == kind and reply.option):
        prompt = library.scene(reply.story, reply.scene).prompts[reply.prompt]
        label = wording(prompt.options[reply.option].label, gentle=reader.gentle)
        ask, below = question(prompt, reader), tuple(_shown(library, reply, reader))
        if kind == "mark":
            below = below or (label,)
        said = {"mark": ask, "place": f"{ask} {label}"}.get(kind, label)
        yield _Entry(reply.story, reply.scene, (TextSpan(said),), below)


def _shown(library: Library, reply: ReplyMade, reader: Reader) -> Iterator[str]:
    """What the record has on an answer, paragraph by paragraph."""
    scene = library.scene(reply.story, reply.scene)
    if is_answered(scene.prompts[reply.prompt], reply.option):
        state = State(story=reply.story, scene=reply.scene, situation=(), replies=(reply,), revealed=reply.prompt)
        yield from (one.text for block in told(library, state, scene, reader) for one in block.paragraphs)


def _marked(library: Library, every: Plays, reader: Reader) -> Iterator[_Entry]:
    """What was marked before an outcome was revealed, and the words of the record."""
    found = {
        (step.story, step.scene, step.move): (step, line)
        for trail in every
        for step, line in marks_made(library, trail[-1].trail, gentle=reader.gentle)
    }
    for step, line in found.values():
        yield _Entry(step.story, step.scene, (TextSpan(line.line),))


def _in_one(text: str) -> str:
    return " ".join(paragraphs(text))
